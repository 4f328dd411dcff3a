"""Letters of a second font put back between those of the first: writers of PDF draw a line font by font.

Where a font lacks Vietnamese letters, the program that writes the PDF takes them from another one and often draws them after
the rest of the line: the content reads ``Đ NG B T NH`` and then ``Ả Ộ Ỉ``. Both stand on one baseline and lie in each other's gaps.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from .pdf_letters import Glyph, TextLine

LEVEL = 0.3
"""Pieces are on one baseline when they differ by less than this share of the size."""
GAP = 0.12
"""A gap of this share of the size is a space (a space of a justified line is seldom under 0.18, letters touch)."""
TOUCH = 0.7
"""Pieces this share of the size apart, a space of a justified line, go on in one line; cells of tables lie 0.8 apart and more."""
BACK = 0.2
"""A letter, no mark, that begins this share of the size left of the one before it was drawn later: an ``ị`` put in front of an ``a`` 0.3, nothing else."""
CLOSING = frozenset(",.;:!?)]”")
"""Signs that no space stands before."""
COLLIDE = 0.2
"""Letters that begin this near to another, as a share of the size, stand upon it; of a woven piece at most this share does."""


def weave(
    lines: Sequence[TextLine], right_of: Callable[[Glyph], float], left_of: Callable[[Glyph], float]
) -> list[TextLine]:
    """Lines with the pieces of one baseline that lie in each other's gaps made one.

    ``right_of`` measures a letter's right edge, ``left_of`` where a letter or a space begins.
    """
    out: list[TextLine] = []
    for group in _levels(lines):
        joined: list[list[TextLine]] = []
        for piece in group:
            near = [one for one in joined if any(_woven(piece, other) for other in one)]
            if near:
                near[0] += [piece, *(other for one in near[1:] for other in one)]
                joined = [one for one in joined if all(one is not other for other in near[1:])]
            else:
                joined.append([piece])
        out += [one[0] if len(one) == 1 and _in_order(one[0]) else _one(one, right_of, left_of) for one in joined]
    return out


def _in_order(line: TextLine) -> bool:
    """Whether no letter stands well before the one that the content has before it."""
    starts = [g.x0 for g in line.glyphs if g.char != " " and not unicodedata.combining(g.char)]
    return all(b > a - BACK * line.size for a, b in pairwise(starts))


def _levels(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Runs of lines on one baseline."""
    run: list[TextLine] = []
    for line in lines:
        if run and abs(line.y - run[-1].y) >= LEVEL * max(line.size, run[-1].size):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _woven(a: TextLine, b: TextLine) -> bool:
    """Whether two pieces overlap or touch and hardly a letter of the shorter stands upon one of the other."""
    touch = TOUCH * max(a.size, b.size)
    if a.x0 >= b.x1 + touch or b.x0 >= a.x1 + touch:
        return False
    short, long = sorted((a, b), key=lambda one: len(one.glyphs))
    near = COLLIDE * max(a.size, b.size)
    starts = [g.x0 for g in long.glyphs if g.char != " "]
    letters = [g for g in short.glyphs if g.char != " "]
    upon = sum(any(abs(g.x0 - x) < near for x in starts) for g in letters)
    return upon <= COLLIDE * len(letters)


def _spaces(pieces: Sequence[TextLine], left_of: Callable[[Glyph], float]) -> dict[int, float]:
    """Where the space before a letter of its own font begins, by the letter's index.

    One that begins where the letter does was made up by PDFium for a gap.
    """
    found: dict[int, float] = {}
    for piece in pieces:
        for space, letter in pairwise(piece.glyphs):
            if space.char == " " != letter.char and letter.x0 - (left := left_of(space)) > GAP * letter.font.size:
                found[letter.index] = left
    return found


def _one(pieces: Sequence[TextLine], right_of: Callable[[Glyph], float], left_of: Callable[[Glyph], float]) -> TextLine:
    """One line, its letters (each with its marks) from left to right, spaces where they do not touch."""
    letters: list[list[Glyph]] = []
    for glyph in (g for piece in pieces for g in piece.glyphs if g.char != " "):
        if letters and unicodedata.combining(glyph.char):
            letters[-1].append(glyph)
        else:
            letters.append([glyph])
    glyphs: list[Glyph] = []
    spaces = _spaces(pieces, left_of)
    edge = 0.0
    for letter in sorted(letters, key=lambda marked: marked[0].x0):
        first = letter[0]
        # a letter of the other font may stand in a space's place, or be measured too wide and cover it
        apart = glyphs and first.char not in CLOSING and spaces.get(first.index, 0.0) > glyphs[-1].x0
        if glyphs and (apart or first.x0 - edge > GAP * first.font.size):
            glyphs.append(Glyph(" ", -1, edge, edge, first.y, first.font))
        first.x1 = edge = max(first.x0, right_of(first))
        glyphs += letter
    line = TextLine(pieces[0].page, glyphs)
    line.settle()
    return line


def blanks_before_sign(glyphs: Sequence[Glyph], at: int) -> int:
    """Spaces that PDFium makes up between a raised number and the comma after it."""
    stop = next((i for i in range(at, len(glyphs)) if glyphs[i].char != " "), at)
    return stop - at if stop < len(glyphs) and glyphs[stop].char in CLOSING else 0
