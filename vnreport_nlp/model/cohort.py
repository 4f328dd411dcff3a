"""What a batch says beyond its single drafts: one row a draft, slices, figures, shared passages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .assessment import Coverage, Result, Status
from .document import Location, Span
from .findings import Message, Place
from .structure import Template


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """A row of the matrix: light enough to keep for every draft of a batch.

    ``path`` is as the user gave it, ``slug`` a safe and unique file name without suffix, ``label`` what the report calls
    the unit (a code when anonymised). ``statuses`` are (requirement, status, review) in the template's order; ``counts``
    are unwaived findings by severity (error, warning, note).
    """

    path: str
    slug: str
    label: str
    readable: bool
    foreign: bool = False
    coverage: Coverage = field(default_factory=Coverage)
    statuses: tuple[tuple[str, Status, bool], ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    reason: Message | None = None
    hint: Message | None = None
    code: str = ""
    system: str = ""
    """``party`` or ``state``: whose form the draft's title block has; empty when it does not say."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator in one draft; ``value`` is None for a gap, ``doubtful`` asks the reviewer to look."""

    indicator: str
    path: str
    value: float | None
    doubtful: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two drafts share; ``similarity`` in [0, 1], ``syllables`` of the left side.

    ``cluster`` numbers passages that are the same text in several drafts. ``source`` is the path of the draft that
    seems to have been copied from, where a leftover shows it.
    """

    left: str
    right: str
    left_span: Span
    right_span: Span
    left_location: Location
    right_location: Location
    syllables: int
    similarity: float
    quote: str
    right_quote: str = ""
    cluster: int = 0
    source: str | None = None
    left_share: float = 0.0
    """Share of the left draft's text that the passage is, in [0, 1]."""
    right_share: float = 0.0

    @property
    def rank(self) -> tuple[int, str, str, Span]:
        """Sort key of the page and the workbook: the longest first."""
        return (-self.syllables, self.left, self.right, self.left_span)


@dataclass(frozen=True, slots=True)
class Past:
    """A finding of the previous report, in that report's words."""

    fingerprint: str
    rule: str
    requirement: str | None
    message: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Followup:
    """What has become of the previous report's findings in one draft; ``open`` and ``new`` are fingerprints.

    Findings that a reviewer waived are in neither.
    """

    path: str
    fixed: tuple[Past, ...]
    open: tuple[str, ...]
    new: tuple[str, ...]
    told: tuple[str, ...] = ()
    """Findings of this draft that the last report's letter to the unit has told."""

    def since(self, fingerprint: str) -> str:
        """``open`` for a finding that the last report had, ``new`` for one that it had not, else nothing."""
        return "open" if fingerprint in self.open else "new" if fingerprint in self.new else ""


@dataclass(frozen=True, slots=True)
class Twins:
    """Several files of one unit in one batch, by path; ``identical`` when their bytes are the same.

    With ``organs`` they are of several of its committees, such as the Party's and the People's, and no versions of one draft.
    """

    paths: tuple[str, ...]
    identical: bool
    organs: bool = False
    copies: tuple[tuple[str, ...], ...] = ()
    """Those of them whose bytes are the same, the first of each in the order of the batch."""


@dataclass(frozen=True, slots=True)
class SliceRow:
    """What one unit wrote for one requirement; densities are per 100 syllables."""

    path: str
    status: Status
    review: bool
    syllables: int
    share: float | None
    """Length as a share of the cohort's median, None without a median."""
    figures: float
    citations: float
    outlier: bool
    text: str
    location: Location
    why: Message | None = None
    """Why a person should look, where one should."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One requirement over the cohort."""

    requirement: str
    median: int
    rows: tuple[SliceRow, ...]


@dataclass(frozen=True)
class Cohort:
    """A whole batch, ready to be written; ``load`` brings one draft's full result back, ``slice_of`` one requirement's rows.

    Both read from the batch's cache, so that a report over a thousand drafts need not hold them all.
    """

    template: Template
    drafts: tuple[DraftSummary, ...]
    load: Callable[[DraftSummary], Result]
    slice_of: Callable[[str], Slice]
    figures: tuple[Figure, ...] = ()
    shared: tuple[Shared, ...] = ()
    signature: str = ""
    twins: tuple[Twins, ...] = ()
    """Units with more than one file: counts and medians count each of them, sums of indicators the unit once."""
    revisions: tuple[Followup, ...] = ()
    """Drafts of units that the previous report knew, in the order of the drafts; empty without one."""

    others: tuple[str, ...] = ()
    """Files beside the drafts that are none, as tables and pictures."""
    outlines: tuple[str, ...] = ()
    """Files among the drafts that are the outline which they are held against."""

    @property
    def state(self) -> bool:
        """Whether the units are organs of the State: more drafts have its form than the Party's."""
        systems = [d.system for d in self.drafts]
        return systems.count("state") > systems.count("party")

    def has_versions(self, draft: DraftSummary) -> bool:
        """Whether the batch has another draft of the same committee of the same unit."""
        return any(draft.path in t.paths and not t.organs for t in self.twins)

    def copy_of(self, draft: DraftSummary) -> str | None:
        """The path of the draft of the same unit, before this one, whose file is the same to the byte."""
        same = (group for t in self.twins if not t.organs for group in t.copies if draft.path in group[1:])
        return next((group[0] for group in same), None)

    def revision_of(self, draft: DraftSummary) -> Followup | None:
        """What the previous report says to a draft; None when it did not know the unit."""
        return next((r for r in self.revisions if r.path == draft.path), None)
