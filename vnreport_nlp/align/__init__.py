"""Which sections of a draft answer which requirements of a template."""

from .build import align, align_by
from .evidence import Evidence
from .naming import variants

__all__ = ["Evidence", "align", "align_by", "variants"]
