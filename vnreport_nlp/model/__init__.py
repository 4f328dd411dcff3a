"""Frozen data types that all rooms share; consequences are properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assessment import (
    FULL,
    MISSING,
    PARTIAL,
    STATUSES,
    Alignment,
    Assessment,
    Coverage,
    Link,
    Result,
    Rung,
    Status,
    Unreadable,
    Verdict,
    whole_percent,
)
from .document import (
    Comment,
    Document,
    Footnote,
    Location,
    PageBasis,
    Paragraph,
    Piece,
    ReadWarning,
    Revision,
    Span,
    Story,
    shortened,
)
from .findings import (
    RULES,
    SEVERITIES,
    Decision,
    Finding,
    Message,
    Place,
    Rule,
    Severity,
    finding,
    fingerprint,
    msg,
)
from .structure import Indicator, MarkerKind, Metadata, Outline, Requirement, Section, Template, Voice

if TYPE_CHECKING:
    from .cohort import Cohort, DraftSummary, Figure, Followup, Past, Shared, Slice, SliceRow, Twins

__all__ = [
    "FULL", "MISSING", "PARTIAL", "RULES", "SEVERITIES", "STATUSES", "Alignment", "Assessment", "Cohort", "Comment", "Coverage",
    "Decision", "Document", "DraftSummary", "Figure", "Finding", "Followup", "Footnote", "Indicator", "Link", "Location", "MarkerKind", "Message", "Metadata",
    "Outline", "PageBasis", "Paragraph", "Past", "Piece", "Place", "ReadWarning", "Requirement", "Result", "Revision", "Rule", "Rung", "Section",
    "Severity", "Shared", "Slice", "SliceRow", "Span", "Status", "Story", "Template", "Twins", "Unreadable", "Verdict", "Voice", "finding", "fingerprint", "msg", "shortened", "whole_percent",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """What only a batch needs is made when asked for: a frozen type costs a good half of a millisecond."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import cohort

    return getattr(cohort, name)
