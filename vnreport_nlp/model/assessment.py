"""The alignment of an outline with a template, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .document import Document, Span
from .findings import Finding, Message, Place
from .structure import Outline, Template

Status = Literal["covered", "merged", "thin", "unheaded", "misplaced", "empty", "missing", "excused"]
STATUSES: tuple[Status, ...] = (
    "covered", "merged", "thin", "unheaded", "misplaced", "empty", "missing", "excused",
)  # fmt: skip
FULL = frozenset({"covered", "merged"})
PARTIAL = frozenset({"thin", "unheaded", "misplaced"})
MISSING = frozenset({"empty", "missing"})
Rung = Literal["number", "title", "alias", "topic", "content", "parent", "none"]


@dataclass(frozen=True, slots=True)
class Link:
    """One section answers one requirement; ``rung`` is the evidence that made the link, ``score`` is in [0, 1]."""

    requirement: str
    section: int
    rung: Rung
    score: float
    why: Message
    runner_up: int | None = None
    margin: float = 1.0
    """Score difference to the best other choice; small means a person should look."""
    whole: bool = True
    """False when the section also answers other requirements."""
    misplaced: bool = False
    """True when the section stands under another part or another requirement's section."""
    passage: Span | None = None
    """The text that answers, where the section's heading does not say so."""


@dataclass(frozen=True)
class Alignment:
    """All links, and the sections and requirements that stay without one."""

    template: Template
    outline: Outline
    links: tuple[Link, ...]
    extra: tuple[int, ...] = ()
    fit: float = 1.0
    """Share of the template's main parts that the draft answers at all; low means another kind of document."""

    def of(self, requirement: str) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.requirement == requirement)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one requirement, with its evidence; ``searched`` is the proof of absence."""

    requirement: str
    status: Status
    confidence: float
    review: bool
    rung: Rung
    why: Message
    sections: tuple[int, ...] = ()
    evidence: tuple[Place, ...] = ()
    searched: tuple[Place, ...] = ()
    syllables: int = 0
    doubted: bool = False
    """Whether the heading answers and what stands under it may not; ``why`` says what speaks against it."""


def whole_percent(share: float) -> int:
    """A share in whole per cent, rounded down: less than all never shows as 100, more than nothing never as 0."""
    return max(int(100 * share + 1e-6), 1 if share > 0 else 0) if share < 1 else 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of requirements; adds up with ``+``."""

    full: int = 0
    partial: int = 0
    missing: int = 0
    excused: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.full + other.full,
            self.partial + other.partial,
            self.missing + other.missing,
            self.excused + other.excused,
        )

    @property
    def counted(self) -> int:
        return self.full + self.partial + self.missing

    @property
    def percent(self) -> int:
        """Share of counted requirements in full, in whole per cent; 100 and 0 only when exactly so."""
        if not self.counted:
            return 0
        share = 100 * self.full / self.counted
        return int(share) if share == int(share) else min(99, max(1, round(share)))

    @classmethod
    def of(cls, statuses: Iterable[Status]) -> Coverage:
        """Count statuses into their classes."""
        full = partial = missing = excused = 0
        for status in statuses:
            full += status in FULL
            partial += status in PARTIAL
            missing += status in MISSING
            excused += status == "excused"
        return cls(full, partial, missing, excused)


@dataclass(frozen=True)
class Assessment:
    """Everything that is said of one readable draft."""

    document: Document
    outline: Outline
    template: Template
    alignment: Alignment
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    foreign: bool = False
    """True when the document is no report of this template: then no verdicts are given."""
    signature: str = field(default="", compare=False)

    @property
    def coverage(self) -> Coverage:
        return Coverage.of(v.status for v in self.verdicts)

    @property
    def unit(self) -> str | None:
        return self.outline.metadata.unit

    def verdict(self, number: str) -> Verdict:
        """The verdict of one requirement; KeyError when the template has none of that number."""
        for verdict in self.verdicts:
            if verdict.requirement == number:
                return verdict
        raise KeyError(number)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A draft that could not be read, as a value: the reason is a row in the report."""

    path: str
    code: str
    message: Message
    hint: Message


Result: TypeAlias = Assessment | Unreadable
