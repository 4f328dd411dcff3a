"""Letters set apart, ``Đ Ặ C  Đ I Ể M``: PDFium takes some of the white space between them, or all, for spaces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from .pdf_letters import Glyph, TextLine

ASKED = 8
"""Pairs of neighbours of a line that are measured first."""
SOME = 3
"""So many of them must stand apart: a few words of a line may be set so."""
AROUND = 5
"""Letters to each side that tell how far apart a line's letters stand just there."""
APART = 0.05
FAR = 0.7
"""Shares of the size between which letters are set apart: more is a row of figures, or columns."""
WORD = 0.12
"""A space is wider than its neighbours' white space by this share of the size (real ones by 0.18 and more)."""


def close_letters(
    lines: Sequence[TextLine], right_of: Callable[[Glyph], float], made_up: Callable[[Glyph], bool]
) -> None:
    """Drop the spaces inside words whose letters are set apart.

    ``right_of`` measures a letter's right edge, ``made_up`` tells a space that the file does not have.
    """
    for line in lines:
        letters = [glyph for glyph in line.glyphs if glyph.char != " "]
        step = max(1, (len(letters) - 1) // ASKED)
        apart = 0
        for at in range(0, len(letters) - 1, step):
            left, right = letters[at], letters[at + 1]
            apart += APART < (right.x0 - right_of(left)) / (line.size or 1.0) < FAR
        if apart >= min(SOME, max(1, len(letters) // 2)):
            _close(line, right_of, made_up)


def _close(line: TextLine, right_of: Callable[[Glyph], float], made_up: Callable[[Glyph], bool]) -> None:
    at = [i for i, glyph in enumerate(line.glyphs) if glyph.char != " "]
    letters = [line.glyphs[i] for i in at]
    gaps = [(b.x0 - right_of(a)) / (line.size or 1.0) for a, b in pairwise(letters)]
    dropped: set[int] = set()
    for k, (left, right) in enumerate(pairwise(at)):
        between = range(left + 1, right)
        usual = median(gaps[max(0, k - AROUND) : k + AROUND + 1])
        near = between and APART < usual < FAR and gaps[k] < usual + WORD
        if near and _none_touch(gaps, k) and all(made_up(line.glyphs[i]) for i in between):
            dropped.update(between)
    if dropped:
        line.put([glyph for i, glyph in enumerate(line.glyphs) if i not in dropped])


def _none_touch(gaps: Sequence[float], k: int) -> bool:
    """Whether all letters to one side stand apart: between short words every second or third gap is a space, too."""
    sides = gaps[max(0, k - AROUND) : k + 1], gaps[k : k + AROUND + 1]
    longest = max(map(len, sides))
    return any(len(side) == longest and min(side) > APART for side in sides)
