"""Which sections of a draft answer which requirements of a template."""

from .build import align, align_by
from .evidence import Evidence
from .naming import telling_pairs, variants
from .wanted import wanted_by

__all__ = ["Evidence", "align", "align_by", "telling_pairs", "variants", "wanted_by"]
