"""The draft's own text cut into blocks and segments, with every finding at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..model import Assessment, Finding, Paragraph, Place
from .html_pages import State
from .html_passages import headings_in
from .html_unit_page import Block, Card, Segment
from .tables import Speech, placed

SHOWN_CHARS = 400_000
"""Characters of a draft shown in full; beyond that only paragraphs with findings and headings, so that a page stays openable."""
MARKED_CHARS = 6_000
"""A longer stretch, as a draft that was copied whole, is marked at its first paragraph: other findings stay visible."""
_RANK = {"error": 0, "warning": 1, "note": 2, "": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one paragraph that belongs to a finding."""

    start: int
    end: int
    n: int
    severity: str
    main: bool


@dataclass
class TextView:
    """Builds the blocks of one draft."""

    assessment: Assessment
    findings: tuple[tuple[int, Finding], ...]
    cards: dict[int, Card]
    chips: dict[int, tuple[tuple[str, State], ...]]
    t: Speech
    hidden: frozenset[int] = frozenset()
    """Starts of paragraphs whose words are not shown."""
    marks: dict[int, list[Mark]] = field(default_factory=dict)
    here: dict[int, list[Card]] = field(default_factory=dict)
    shown: int = 0

    def blocks(self) -> tuple[Block, ...]:
        """All blocks in the order of the text."""
        self._place()
        return tuple(self._folded(self._walk()))

    def loose(self) -> tuple[Card, ...]:
        """Findings that have no place in the text, not even an expected one; after ``blocks``."""
        set_down = {card.n for cards in self.here.values() for card in cards}
        return tuple(card for n, card in self.cards.items() if n not in set_down)

    def _place(self) -> None:
        document = self.assessment.document
        for n, found in self.findings:
            if not placed(found):
                at = standing(self.assessment, found)
                if at is not None:
                    self.here.setdefault(at, []).append(self.cards[n])
                continue
            for k, place in enumerate(found.places):
                at = document.paragraph_at(place.span.start)
                if at is None:
                    continue
                if k == 0:
                    self.here.setdefault(at, []).append(self.cards[n])
                for j, (index, start, end) in enumerate(self._stretches(at, found, place)):
                    mark = Mark(start, max(start, end), n, found.severity, k == 0 and j == 0)
                    self.marks.setdefault(index, []).append(mark)

    def _stretches(self, at: int, found: Finding, place: Place) -> list[tuple[int, int, int]]:
        """Paragraphs that a finding marks, each with where the mark begins and ends; headings are no part of a shared passage."""
        document = self.assessment.document
        whole = [(i, p) for i, p in document.paragraphs_in(place.span)] or [(at, document.paragraphs[at])]
        out = [(i, max(place.span.start, p.start), min(place.span.end, p.end)) for i, p in whole]
        if found.rule == "R601":
            heads = headings_in(self.assessment.outline, place.span)
            ends = {
                start: max((h.end for h in heads if h.start <= start < h.end), default=start) for _, start, _ in out
            }
            out = [(i, ends[start], end) for i, start, end in out if ends[start] < end] or out
        return out[:1] if place.span.end - place.span.start > MARKED_CHARS else out

    def _walk(self) -> Iterator[Block]:
        document, outline = self.assessment.document, self.assessment.outline
        heads = {document.paragraph_at(s.heading.start): s for s in reversed(outline.sections)}
        table: list[tuple[int, Paragraph]] = []
        for index, paragraph in enumerate(document.paragraphs):
            if paragraph.cell is not None and index not in heads:
                if table and table[-1][1].cell is not None and table[-1][1].cell[0] != paragraph.cell[0]:
                    yield self._table(table)
                    table = []
                table.append((index, paragraph))
                continue
            if table:
                yield self._table(table)
                table = []
            section = heads.get(index)
            block = self._block(index, paragraph)
            if section is not None:
                kind = "p" if section.run_in else "h"
                block = replace(
                    block, kind=kind, level=min(section.level, 4), section=f"s-{section.index}",
                    chips=self.chips.get(section.index, ()),
                )  # fmt: skip
            yield block
        if table:
            yield self._table(table)

    def _block(self, index: int, paragraph: Paragraph) -> Block:
        kind = {"footnote": "note", "endnote": "note", "toc": "aside", "header": "aside", "footer": "aside"}.get(
            paragraph.story, "p"
        )
        if kind == "p" and paragraph.centered:
            kind = "center"
        return Block(
            kind, f"p-{index}", segments=self._segments(index, paragraph), cards=tuple(self.here.get(index, ()))
        )

    def _table(self, cells: list[tuple[int, Paragraph]]) -> Block:
        rows: dict[int, dict[int, list[tuple[Segment, ...]]]] = {}
        cards: list[Card] = []
        for index, paragraph in cells:
            _, row, column = paragraph.cell or (0, 0, 0)
            here = () if index == cells[0][0] else (Segment("", ids=(f"p-{index}",)),)
            rows.setdefault(row, {}).setdefault(column, []).append((*here, *self._segments(index, paragraph)))
            cards += self.here.get(index, ())
        width = max(max(r) for r in rows.values())
        grid = tuple(
            tuple(tuple(s for part in row.get(c, ()) for s in (*part, Segment("\n")))[:-1] for c in range(1, width + 1))
            for _, row in sorted(rows.items())
        )
        return Block("table", f"p-{cells[0][0]}", rows=grid, cards=tuple(cards))

    def _segments(self, index: int, paragraph: Paragraph) -> tuple[Segment, ...]:
        text = self.assessment.document.text
        marks = self.marks.get(index, [])
        if paragraph.start in self.hidden and paragraph.end > paragraph.start:
            anchors = tuple(m.n for m in marks if m.main)
            return (Segment(self.t("[đã ẩn]"), "", anchors, tuple(m.n for m in marks)),)
        if not marks:
            return (Segment(self.t.text(text[paragraph.start : paragraph.end])),)
        cuts = sorted({paragraph.start, paragraph.end, *(m.start for m in marks), *(m.end for m in marks)})
        out = []
        for left, right in pairwise(cuts):
            over = [m for m in marks if m.start <= left and m.end >= right and m.end > m.start]
            severity = min((m.severity for m in over), key=_RANK.__getitem__, default="")
            anchors = tuple(m.n for m in over if m.main and m.start == left)
            refs = tuple(m.n for m in marks if m.end == right and m.end > m.start)
            out.append(Segment(self.t.text(text[left:right]), severity, anchors, refs))
        empty = [m for m in marks if m.end == m.start]
        if empty:
            out.append(Segment("", min((m.severity for m in empty), key=_RANK.__getitem__),
                               tuple(m.n for m in empty if m.main), tuple(m.n for m in empty)))  # fmt: skip
        return tuple(out)

    def _folded(self, blocks: Iterator[Block]) -> Iterator[Block]:
        """Beyond the limit, paragraphs without findings become one gap."""
        gap: list[str] = []
        for block in blocks:
            size = sum(len(s.text) for s in block.segments) + sum(len(s.text) for r in block.rows for c in r for s in c)
            if self.shown + size <= SHOWN_CHARS or block.cards or block.kind == "h":
                if gap:
                    yield self._gap(gap, block.anchor)
                    gap = []
                self.shown += size
                yield block
            else:
                gap += [block.anchor, *(i for row in block.rows for cell in row for s in cell for i in s.ids)]
        if gap:
            yield self._gap(gap, "end")

    def _gap(self, ids: list[str], anchor: str) -> Block:
        """What stands for the paragraphs left out; links to them lead here."""
        note = self.t("Lược {n} đoạn không có phát hiện để trang mở nhanh.", n=self.t.count(len(ids)))
        return Block("gap", f"gap-{anchor}", segments=(Segment("", ids=tuple(ids)),), note=note)


def standing(assessment: Assessment, found: Finding) -> int | None:
    """Index of the paragraph under which a finding is shown; a missing section where the outline expects it."""
    if placed(found):
        return assessment.document.paragraph_at(found.places[0].span.start)
    numbers = [r.number for r in assessment.template.requirements]
    if found.requirement not in numbers:
        return None
    verdicts = {v.requirement: v for v in assessment.verdicts}
    for number in reversed(numbers[: numbers.index(found.requirement)]):
        verdict = verdicts.get(number)
        if verdict is None or not verdict.sections or verdict.status in ("misplaced", "unheaded"):
            continue
        section = assessment.outline.sections[verdict.sections[-1]]
        end = section.body.end if found.requirement.startswith(number + ".") else section.whole.end
        return assessment.document.paragraph_at(max(section.heading.start, end - 1))
    return None
