"""From a PDF's lines to paragraphs and notes: margins off, page foot apart, lines joined over page ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise
from statistics import median

from ..expressions import compiled
from .joins import ENDS, OPEN_END, counts_in_words, is_caps, opens_block
from .pdf_letters import Glyph, TextLine
from .pdf_rules import Rules
from .pdf_titles import Names, begins_text, cut_at_dash, ends_with_figure, goes_on_open, is_centred_rest
from .pdf_torn import torn

LEADING = 1.35
"""Lines of a paragraph are at most this many usual line distances apart."""
SPACE = 0.25
"""Width of a space as a share of the size."""
TAIL = 3
"""Words at a line's end that tell whether it goes on in capitals."""
PERIOD = compiled(r"(?<!\d)\d{4} ?[-–] ?\d{4}\b")
"""A period of years cut at its dash."""
FURTHEST = 0.97
SLACK = 0.1
"""The right edge is where this share of lines ends before, less the slack in sizes; of 0.9 to 0.99 and 0.3 to 0 these join 13 paragraphs of the corpus'
17 PDFs wrongly instead of 17, and split one."""
INDENT = 3.0
"""A centred line may be moved by the indent of its paragraph, in sizes."""
CAPS = 12
"""Characters of a line in capitals that is a title of its own, not an abbreviation at a paragraph's start."""


@dataclass(slots=True)
class Page:
    """Lines of one page with its size."""

    number: int
    width: float
    height: float
    lines: list[TextLine]
    notes: list[TextLine] = field(default_factory=list)
    rules: Rules = field(default_factory=Rules)
    recognised: bool = False
    """Read from its picture: sizes of its letters are guessed."""


@dataclass(slots=True)
class Block:
    """Lines that make one paragraph; ``number`` is set for a note, ``label`` is the number that a frame shows beside a title."""

    lines: list[TextLine]
    number: str | None = None
    centered: bool = False
    cell: tuple[int, int, int] | None = None
    label: str = ""

    @property
    def text(self) -> str:
        """The paragraph as it reads."""
        return " ".join(line.text.strip() for line in self.lines)


RAISE = 0.35
"""A browser makes room of so many sizes above a line with a raised letter."""


class Layout:
    """Decides which lines are one paragraph, by what most lines of the document do."""

    def __init__(self, pages: Sequence[Page], size: float) -> None:
        self._size = size
        lines = [line for page in pages for line in page.lines if line.cell is None]
        self._edges = _edges(lines, size)
        steps = [
            a.y - b.y for page in pages for a, b in pairwise(page.lines)
            if 0 < a.y - b.y < 3 * size and _inside(a, size) and _inside(b, size)
        ]  # fmt: skip
        self._step = most_common(steps) or 1.3 * size
        starts = [(a, b) for a, b in pairwise(lines) if ENDS.search(a.text) and not self._full(a, b)]
        self._indented = self._uses_indent([b for _, b in starts])
        inside = [a.y - b.y for a, b in starts if a.page == b.page and a.y > b.y]
        self._spaced = len(inside) > 3 and min(inside) > LEADING * self._step
        self._names = Names(line.text for line in lines)

    def _uses_indent(self, starts: Sequence[TextLine]) -> bool:
        """Whether paragraphs begin with an indented line, headings left aside."""
        text = [b for b in starts if not (b.bold and b.text.lstrip()[:1].isalnum() and opens_block(b.text.strip()))]
        return len(text) > 3 and sum(map(self._indent, text)) > 0.6 * len(text)

    def _edges_of(self, line: TextLine) -> tuple[float, float]:
        """Left and right edge of the text, or of its column."""
        return self._edges.get(line.column) or self._edges[0]

    def _indent(self, line: TextLine) -> bool:
        return line.x0 > self._edges_of(line)[0] + 0.8 * line.size

    def _full(self, line: TextLine, following: TextLine) -> bool:
        """The next line's first word, with a space before it, would not have fitted."""
        return line.x1 + SPACE * line.size + following.first_width > self._edges_of(line)[1] - SLACK * line.size

    def paragraphs(self, pages: Sequence[Page]) -> list[Block]:
        """Body paragraphs in reading order."""
        blocks: list[Block] = []
        for page in pages:
            for line in page.lines:
                if line.cell is not None:
                    _into_cell(blocks, line)
                elif (
                    blocks
                    and blocks[-1].cell is None
                    and (self._goes_on(blocks[-1], line) or self._in_column(blocks[-1], line, page))
                ):
                    blocks[-1].lines.append(line)
                else:
                    blocks.append(Block([line], centered=self._centered(line, page)))
        return blocks

    def _in_column(self, block: Block, line: TextLine, page: Page) -> bool:
        """The rest of a line that a narrow column of the title block (or the closing block) has wrapped."""
        last, text = block.lines[-1], line.text.strip()
        if (
            (last.page, last.column) != (line.page, line.column)
            or last.bold != line.bold
            or abs(last.size - line.size) > 0.6
            or opens_block(text)
        ):
            return False
        if (
            not 0 < last.y - line.y <= LEADING * self._step
            or is_caps(last.text) != is_caps(text)
            or not any(c.isalpha() for c in last.text)
        ):
            return False
        beside = [
            o
            for o in page.lines
            if abs(o.y - last.y) < 0.6 * last.size and (o.x0 > last.x1 + last.size or o.x1 < last.x0 - last.size)
        ]
        if not beside or len(last.text.strip()) < 6 or ENDS.search(last.text):
            return False
        word = (line.x1 - line.x0) / max(1, len(text)) * (len(text.split(maxsplit=1)[0]) + 1)
        column = max(last.x1 - last.x0, line.x1 - line.x0)
        aligned = abs(last.x0 - line.x0) < 2 * last.size or abs(last.x0 + last.x1 - line.x0 - line.x1) < last.size
        return (
            aligned and last.x1 - last.x0 + word > column and min(abs(o.x0 - last.x1) for o in beside) < 12 * last.size
        )

    def _centered(self, line: TextLine, page: Page) -> bool:
        left, right = self._edges_of(line)
        middle = (line.x0 + line.x1) / 2
        return (
            abs(middle - (left + right) / 2) < 0.02 * page.width and self._indent(line) and line.x1 < right - line.size
        )

    def _goes_on(self, block: Block, line: TextLine) -> bool:
        last = block.lines[-1]
        if abs(last.size - line.size) > 0.6:
            return False
        if (last.page, last.column) != (line.page, line.column):
            return self._full(last, line) and self._over_page(block, line)
        apart = last.y - line.y - LEADING * self._step * max(1.0, line.size / self._size)
        if last.y <= line.y or (apart > 0 and not (apart <= RAISE * line.size and any(map(line.raised, line.glyphs)))):
            return False
        if self._under_title(block, line):
            return False
        ended = bool(ENDS.search(last.text))
        if is_centred_rest(last, line, first=len(block.lines) == 1) and (
            self._full_in_the_middle(last, line) or goes_on_open(last, line)
        ):
            return cut_at_dash(last, line) or self._same_kind(block, line, ended=ended)
        if not self._full(last, line):
            return False
        if self._indent(line) and abs(line.x0 - last.x0) > 0.5 * line.size and len(block.lines) > 1:
            return False
        if (
            self._indented
            and self._indent(line)
            and self._indent(last)
            and line.x0 >= last.x0 - 1
            and len(block.lines) == 1
        ):
            return not ended and line.text.strip()[:1].islower() and not opens_block(line.text.strip())
        return self._same_kind(block, line, ended=ended)

    def _under_title(self, block: Block, line: TextLine) -> bool:
        """Whether a line begins left of a centred title of several lines, which has ended."""
        if len(block.lines) < 2 or line.x0 > block.lines[-1].x0 - line.size or goes_on_open(block.lines[-1], line):
            return False
        above, last = block.lines[-2:]
        return is_centred_rest(above, last, first=len(block.lines) == 2)

    def _full_in_the_middle(self, last: TextLine, line: TextLine) -> bool:
        """The same for centred lines: the room, less an indent, would not have held the next word."""
        left, right = self._edges_of(last)
        room = right - left - (INDENT if self._indented else SPACE) * last.size
        return last.x1 - last.x0 + SPACE * last.size + line.first_width > room

    def _same_kind(self, block: Block, line: TextLine, *, ended: bool) -> bool:
        text, last = line.text.strip(), block.lines[-1]
        capitals = is_caps(block.text) or is_caps(" ".join(last.text.split()[-TAIL:]))
        alike = is_caps(text) or (capitals and text.isupper())  # a last word in capitals may be too short to tell
        if capitals != alike and any(c.isalpha() for c in text) and last.bold:
            return False
        if is_caps(block.text) and not alike and len(block.text) > CAPS and text[:1].isupper():
            return False
        if last.bold and all(one.bold for one in block.lines) and not line.bold:
            # the rest of a title that stands in front of its text, or all of that text
            low = text[:1].islower() or text[:1].isdigit() or OPEN_END.search(last.text) is not None
            rest = line.starts_bold and low and not opens_block(text)
            begun = ended and self._indented and self._indent(block.lines[0]) and not self._indent(line)
            return rest or (begun and len(block.lines) == 1)
        if opens_block(text) and line.bold and not last.bold:
            return False
        if PERIOD.search(f"{last.text.rstrip()} {text}"[len(last.text.rstrip()) - 6 :]):
            return True
        if len(block.lines) == 1 and not line.bold and begins_text(block.text, text, self._names):
            return False
        if opens_block(text):  # a sentence may count as well
            told = counts_in_words(text) and (self._spaced or (self._indented and self._indent(block.lines[0])))
            more = told or len(block.lines) > 1 or not opens_block(block.text)
            return (not ended or self._spaced or told) and more and not self._indent(line)
        return True

    def _over_page(self, block: Block, line: TextLine) -> bool:
        """The half after a page end: not indented, no marker, and the half before is not finished or plainly goes on."""
        text = line.text.strip()
        long = len(block.lines) > 1 and not (line.bold or self._indent(line))
        opens = opens_block(text) and not (long and ends_with_figure(block.text, text))
        if line.page - block.lines[-1].page > 1 or opens or is_caps(text) != is_caps(block.text):
            return False
        if line.bold and not block.lines[-1].ends_bold:
            return False
        if len(block.lines) == 1 and not line.bold and begins_text(block.text, text, self._names):
            return False
        if ENDS.search(block.text):
            return self._indented and not self._indent(line) and not block.centered
        return not (self._indented and self._indent(line)) or text[:1].islower() or bool(OPEN_END.search(block.text))


def _into_cell(blocks: list[Block], line: TextLine) -> None:
    """A line of a cell goes on with the one above when its first word would not have fitted there."""
    last = blocks[-1].lines[-1] if blocks and blocks[-1].cell == line.cell else None
    if last is not None and last.bold == line.bold and torn(last, line):
        last.put([*_ended(last.glyphs), *dropwhile(lambda g: g.char == " ", line.glyphs)])
    elif last is not None and last.x1 + SPACE * line.size + line.first_width > line.room and last.bold == line.bold:
        blocks[-1].lines.append(line)
    else:
        blocks.append(Block([line], cell=line.cell))


def _ended(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Characters of a line without the spaces at its end."""
    return list(glyphs[: max((i for i, g in enumerate(glyphs, 1) if g.char != " "), default=0)])


def _inside(line: TextLine, size: float) -> bool:
    return abs(line.size - size) < 0.6 and len(line.text) > 30


def most_common(values: Sequence[float]) -> float:
    """The value that most have when rounded, 0 for none."""
    return Counter(round(v) for v in values).most_common(1)[0][0] if values else 0.0


def _edges(lines: Sequence[TextLine], size: float) -> dict[int, tuple[float, float]]:
    """Left and right edges of the text by its columns, 0 for text over the whole width."""
    found: dict[int, tuple[float, float]] = {}
    inside = [line for line in lines if _inside(line, size)]
    for column in {line.column for line in inside}:
        own = [line for line in inside if line.column == column]
        found[column] = most_common([line.x0 for line in own]), _edge([line.x1 for line in own])
    found.setdefault(0, (most_common([line.x0 for line in inside]), _edge([line.x1 for line in inside])))
    return found


def _edge(values: Sequence[float]) -> float:
    """Right margin: where many lines end, not the furthest."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return max(median(ordered), ordered[int(len(ordered) * FURTHEST)])
