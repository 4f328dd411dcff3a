"""Frozen data types that all rooms share; consequences are properties."""

from .assessment import (
    FULL,
    MISSING,
    PARTIAL,
    STATUSES,
    Alignment,
    Assessment,
    Coverage,
    Link,
    Rung,
    Status,
    Unreadable,
    Verdict,
)
from .cohort import Cohort, DraftSummary, Figure, Followup, Past, Result, Shared, Slice, SliceRow, Twins
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

__all__ = [
    "FULL", "MISSING", "PARTIAL", "RULES", "SEVERITIES", "STATUSES", "Alignment", "Assessment", "Cohort", "Comment", "Coverage",
    "Decision", "Document", "DraftSummary", "Figure", "Finding", "Followup", "Footnote", "Indicator", "Link", "Location", "MarkerKind", "Message", "Metadata",
    "Outline", "PageBasis", "Paragraph", "Past", "Piece", "Place", "ReadWarning", "Requirement", "Result", "Revision", "Rule", "Rung", "Section",
    "Severity", "Shared", "Slice", "SliceRow", "Span", "Status", "Story", "Template", "Twins", "Unreadable", "Verdict", "Voice", "finding", "fingerprint", "msg", "shortened",
]  # fmt: skip
