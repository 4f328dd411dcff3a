"""Letters and lines of a PDF page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from .legacy import LegacyEncoding

RAISED = 0.08
SMALL = 0.87
"""A superscript is smaller than this share of its line (browsers set it 0.83, WeasyPrint 0.86) and stands above it by ``RAISED`` of the size."""
HEAVY = 0.5
"""Share of a file's letters above which those that are bold by their weight alone are its ordinary ones."""


@dataclass(frozen=True, slots=True)
class Font:
    """What a text object says of its characters."""

    name: str
    size: float
    bold: bool
    italic: bool
    legacy: LegacyEncoding | None
    turn: int = 0
    """Quarters of a turn, clockwise, that the letters stand away from upright; -1 for a slant."""
    colour: int = 0
    """Red, green and blue as one number, 0 for black."""
    heavy: bool = False
    """Bold by the weight that the file states alone, not by name."""


@dataclass(slots=True)
class Glyph:
    """One character: its index on the page is its source offset."""

    char: str
    index: int
    x0: float
    x1: float
    y: float
    font: Font


def first_end(glyphs: Sequence[Glyph]) -> Glyph:
    """The last letter of the first word."""
    start = next(i for i, g in enumerate(glyphs) if g.char != " ")
    after = next((i for i in range(start, len(glyphs)) if glyphs[i].char == " "), len(glyphs))
    return glyphs[after - 1]


@dataclass(slots=True)
class TextLine:
    """Characters on one baseline; ``y`` counts upwards from the foot of the page."""

    page: int
    glyphs: list[Glyph]
    size: float = 0.0
    y: float = 0.0
    cell: tuple[int, int, int] | None = None
    room: float = 0.0
    """For a line in a table's cell: how far to the right its text may reach."""
    column: int = 0
    """Of text in columns: the number of its own, from 1."""
    stretched: bool = False
    """Its spaces are all equally wide and no gaps between columns."""
    _text: str | None = None

    def put(self, glyphs: list[Glyph]) -> None:
        """Other characters in place of those there."""
        self.glyphs, self._text = glyphs, None

    def settle(self) -> None:
        """Find the size and baseline that most characters have."""
        visible = [g for g in self.glyphs if g.char != " "] or self.glyphs
        sizes = Counter(g.font.size for g in visible)
        self.size = max(sizes) if len(visible) < 6 else sizes.most_common(1)[0][0]
        levels: Counter[float] = Counter()
        for y, count in Counter(g.y for g in visible if abs(g.font.size - self.size) < 0.2).items():
            levels[round(y, 1)] += count
        self.y = levels.most_common(1)[0][0]

    @property
    def text(self) -> str:
        """The line as it stands."""
        if self._text is None:
            self._text = "".join([g.char for g in self.glyphs])
        return self._text

    @property
    def x0(self) -> float:
        """Left edge."""
        return next((g.x0 for g in self.glyphs if g.char != " "), 0.0)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max((g.x1 for g in self.glyphs if g.char != " "), default=0.0)

    @property
    def first_width(self) -> float:
        """Width of the first word."""
        start = next((i for i, g in enumerate(self.glyphs) if g.char != " "), 0)
        word = list(takewhile(lambda g: g.char != " ", self.glyphs[start:]))
        return word[-1].x1 - word[0].x0 if word else 0.0

    @property
    def bold(self) -> bool:
        """Whether all visible characters are bold."""
        return all(g.font.bold for g in self.glyphs if g.char != " ")

    @property
    def starts_bold(self) -> bool:
        """Whether the first visible character is bold."""
        return next((g.font.bold for g in self.glyphs if g.char != " "), False)

    @property
    def ends_bold(self) -> bool:
        """Whether the last visible character is bold."""
        return next((g.font.bold for g in reversed(self.glyphs) if g.char != " "), False)

    @property
    def plain(self) -> bool:
        """Whether one font from the file writes the whole line: then nothing in it is raised."""
        font = self.glyphs[0].font
        return all(g.font is font and g.index >= 0 for g in self.glyphs)

    def raised(self, glyph: Glyph) -> bool:
        """Whether a character is a superscript."""
        return glyph.font.size < SMALL * self.size and glyph.y > self.y + RAISED * self.size


def believe_names(lines: Sequence[TextLine]) -> None:
    """Where the weight that a file states makes most of it bold, it says nothing: Ghostscript writes such weights for every font."""
    first = [(next((g.font for g in line.glyphs if g.char != " "), None), len(line.glyphs)) for line in lines]
    heavy = sum(count for font, count in first if font is not None and font.heavy)
    if heavy <= HEAVY * sum(count for _, count in first):
        return
    light: dict[Font, Font] = {}
    for glyph in (g for line in lines for g in line.glyphs if g.font.heavy):
        glyph.font = light.get(glyph.font) or light.setdefault(glyph.font, replace(glyph.font, bold=False, heavy=False))


def name_fonts(lines: Sequence[TextLine]) -> None:
    """Letters of a font without a name, taken from it where the line's own font lacks them, are as bold as their neighbours."""
    made: dict[tuple[Font, bool, bool], Font] = {}
    for line in lines:
        named = [glyph.font for glyph in line.glyphs if glyph.char != " " and glyph.font.name]
        if not named or len(named) == sum(glyph.char != " " for glyph in line.glyphs):
            continue
        near = named[0]
        for glyph in line.glyphs:
            font = glyph.font
            if font.name:
                near = font
            elif (near.bold, near.italic) != (font.bold, font.italic):
                key = font, near.bold, near.italic
                glyph.font = made.setdefault(key, replace(font, bold=near.bold, italic=near.italic, heavy=near.heavy))
