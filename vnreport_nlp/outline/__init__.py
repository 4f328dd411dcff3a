"""Find and nest the headings of a document, by numbering first."""

from .bodies import written
from .build import MAX_SECTIONS, outline
from .markers import Marker, parse_marker
from .places import organ, units_in
from .titleblock import renamed
from .titles import count, is_caps

__all__ = [
    "MAX_SECTIONS",
    "Marker",
    "count",
    "is_caps",
    "organ",
    "outline",
    "parse_marker",
    "renamed",
    "units_in",
    "written",
]
