"""Which sections of a draft answer which requirements of a template."""

from .build import align
from .evidence import Evidence
from .naming import variants

__all__ = ["Evidence", "align", "variants"]
