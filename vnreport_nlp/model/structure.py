"""The outline found in a draft and the template it is held against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from .document import Document, Span, shortened

Voice = Literal["result", "direction"]
Period = Literal["term", "year", "now"]
MarkerKind = Literal["part", "roman", "upper", "arabic", "decimal", "lower", "paren", "ordinal", "none"]


SHORT_TITLE = 40
"""Characters of a heading without a number, where it stands for those below it."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and what it governs.

    ``number`` is the path by the draft's own numbering (``II.6.1``); ``marker`` is what is printed (``II-``, ``6.1.``).
    ``heading`` covers marker and title, ``body`` the section's own text up to its first child, ``whole`` everything
    up to the next section that is not below it. ``level`` counts from 1. ``parent`` and ``children`` are indexes into
    ``Outline.sections``. ``confidence`` in [0, 1] is how sure the outliner is that this is a heading.
    """

    index: int
    number: str
    marker: str
    kind: MarkerKind
    title: str
    level: int
    heading: Span
    body: Span
    whole: Span
    parent: int | None
    children: tuple[int, ...] = ()
    footnotes: tuple[int, ...] = ()
    run_in: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the title block says; None where it is silent."""

    unit: str | None = None
    """Name of the unit, e.g. ``Thị xã Đức Phổ``; the issuing Party body is ``body``."""
    body: str | None = None
    """Issuing body as printed, e.g. ``Thị ủy Đức Phổ`` or ``Đảng ủy xã An Bình``."""
    level: str | None = None
    """``huyện``, ``thị xã``, ``thành phố``, ``xã``, ``phường``, ``thị trấn``, ``đặc khu`` or None."""
    superior: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: str | None = None
    subject: str | None = None
    congress: str | None = None
    draft: bool = False
    kind: str | None = None
    """Kind of document in lower case (``báo cáo``, ``nghị quyết`` …, Decree 30/2020, Article 7), None where no line says it."""


@dataclass(frozen=True)
class Outline:
    """The tree of sections, in document order, with what stands around it."""

    document: Document
    sections: tuple[Section, ...]
    title: str
    metadata: Metadata
    front: Span
    """Title block and preamble, before the first section."""
    closing: Span
    """``Nơi nhận``, signature and annexes after the last section."""

    @cached_property
    def roots(self) -> tuple[Section, ...]:
        return tuple(s for s in self.sections if s.parent is None)

    def children(self, section: Section) -> tuple[Section, ...]:
        return tuple(self.sections[i] for i in section.children)

    def subtree(self, section: Section) -> Iterator[Section]:
        """The section and everything below it, in document order."""
        yield section
        for child in self.children(section):
            yield from self.subtree(child)

    def above(self, section: Section) -> str:
        """Under which headings one stands, by the markers that the draft prints: ``PHẦN THỨ NHẤT › II``; a bare one by its title."""
        out: list[str] = []
        while section.parent is not None:
            outer = self.sections[section.parent]
            marker = outer.marker.strip(" .)-–:/")
            if marker.startswith("("):
                marker += ")"
            if not marker or not section.marker.startswith(f"{marker}."):  # ``6`` is told by ``6.1``
                out.append(marker or shortened(outer.title, SHORT_TITLE))
            section = outer
        return " › ".join(reversed(out))

    def printed(self, section: Section) -> str:
        """A heading as the draft prints it below those above it: ``PHẦN THỨ NHẤT › II › 7. Công tác dân vận``."""
        own = f"{section.marker} {section.title}".strip()
        return " › ".join(filter(None, (self.above(section), own)))

    def section_at(self, offset: int) -> Section | None:
        """The deepest section whose ``whole`` holds ``offset``; a note belongs to the section of its reference."""
        for note in self.document.footnotes:
            if note.start <= offset < note.end and note.reference is not None:
                offset = note.reference
                break
        starts, ends = self._reach
        for index in range(bisect_right(starts, offset) - 1, -1, -1):
            if ends[index] <= offset:
                return None
            if offset in self.sections[index].whole:
                return self.sections[index]
        return None

    @cached_property
    def _reach(self) -> tuple[list[int], list[int]]:
        """For each section how far it and those before it begin and end at most."""
        starts, ends = ([getattr(s.whole, side) for s in self.sections] for side in ("start", "end"))
        return list(accumulate(starts, max)), list(accumulate(ends, max))


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure that every unit reports for the same thing; ``patterns`` are phrases with ``{n}`` where the figure stands.

    ``period`` says which figure: the whole ``term``'s, one ``year``'s, or how many there are ``now``. Where a word of ``without``
    stands in the clause, another thing is counted. ``columns`` are heads of tables.
    """

    id: str
    title: str
    patterns: tuple[str, ...]
    unit: str = ""
    requirement: str | None = None
    total: bool = True
    """Whether the province's sum makes sense."""
    period: Period | None = None
    without: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One item of the template; ``number`` is its path, lengths are in syllables."""

    number: str
    title: str
    aliases: tuple[str, ...] = ()
    topic: str | None = None
    voice: Voice | None = None
    required: bool = True
    when: str | None = None
    min_syllables: int = 0
    figures: bool = False
    period: str | None = None
    guidance: str = ""

    @property
    def parent(self) -> str | None:
        head, dot, _ = self.number.rpartition(".")
        return head if dot else None

    @property
    def depth(self) -> int:
        return self.number.count(".") + 1


@dataclass(frozen=True)
class Template:
    """The province's outline: requirements in order, a parent before its children."""

    id: str
    title: str
    requirements: tuple[Requirement, ...]
    indicators: tuple[Indicator, ...] = ()
    formulas: tuple[str, ...] = ()
    """Fixed phrases that all units share and that are no reuse."""
    source: str = ""

    @cached_property
    def by_number(self) -> dict[str, Requirement]:
        return {r.number: r for r in self.requirements}

    def children(self, number: str | None) -> tuple[Requirement, ...]:
        return tuple(r for r in self.requirements if r.parent == number)
