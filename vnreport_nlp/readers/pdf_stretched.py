"""Justified lines that a manual break ends: their few words are drawn apart to both margins, which makes no columns of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from .pdf_letters import Glyph, TextLine

WIDE = 0.7
"""Spaces wider than this share of the size may be stretched ones."""
EVEN = 0.12
"""Spaces of one stretched line differ by less, as shares of the size; what stands in columns leaves all kinds of gaps."""
VARIED = 0.6
"""Words of one line differ in width by more, in sizes: figures and crosses in a table's row do not."""
LEVEL = 0.1
"""Pieces of one line are on one baseline but for this share of the size."""
WORDS = 3
"""Words that a line must have, without its number, behind which a tab may stand."""
SPELT = 0.6
"""Share of them with letters."""


def join_stretched(lines: Sequence[TextLine], right_of: Callable[[Glyph], float]) -> list[TextLine]:
    """Lines with the pieces of a stretched one put together and marked; ``right_of`` measures a letter's right edge."""
    out: list[TextLine] = []
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and _beside(lines[stop - 1], lines[stop]):
            stop += 1
        group = lines[at:stop]
        if (stop - at > 1 or _gapped(lines[at])) and _is_stretched(group, right_of):
            out.append(_one(group))
        else:
            out += group
        at = stop
    return out


def _beside(left: TextLine, right: TextLine) -> bool:
    return abs(left.y - right.y) < LEVEL * left.size and abs(left.size - right.size) < 0.2 and right.x0 > left.x1


def _gapped(line: TextLine) -> bool:
    """Whether any space looks wide; edges inside a line are guesses."""
    letters = [glyph for glyph in line.glyphs if glyph.char != " "]
    return any(b.x0 - a.x1 > WIDE * line.size for a, b in pairwise(letters))


def _is_stretched(group: Sequence[TextLine], right_of: Callable[[Glyph], float]) -> bool:
    words = [word for line in group for word in _words(line)]
    if len(words) > WORDS and not words[0][-1].char.isalnum():
        words = words[1:]
    if len(words) < WORDS or sum(any(g.char.isalpha() for g in word) for word in words) < SPELT * len(words):
        return False
    size = group[0].size or 1.0
    ends = [right_of(word[-1]) for word in words]
    gaps = [(word[0].x0 - end) / size for end, word in zip(ends, words[1:], strict=False)]
    widths = [(end - word[0].x0) / size for end, word in zip(ends, words, strict=True)]
    usual = median(gaps)
    return usual > WIDE and all(abs(gap - usual) < EVEN for gap in gaps) and max(widths) - min(widths) > VARIED


def _words(line: TextLine) -> list[list[Glyph]]:
    words: list[list[Glyph]] = []
    inside = False
    for glyph in line.glyphs:
        if glyph.char == " ":
            inside = False
            continue
        if not inside:
            words.append([])
        words[-1].append(glyph)
        inside = True
    return words


def _one(group: Sequence[TextLine]) -> TextLine:
    glyphs = list(group[0].glyphs)
    for line in group[1:]:
        last = glyphs[-1]
        if last.char != " ":
            glyphs.append(Glyph(" ", -1, last.x1, last.x1, last.y, last.font))
        glyphs += line.glyphs
    made = TextLine(group[0].page, glyphs, stretched=True)
    made.settle()
    return made
