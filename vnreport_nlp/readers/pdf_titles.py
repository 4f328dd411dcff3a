"""A heading without bold whose line is nearly full: does the next line go on with it, or begin the text under it?"""

from __future__ import annotations

from collections.abc import Iterable

from ..expressions import compiled
from ..text import CAPITALS
from .joins import ENDS, OPEN_END, is_caps, opens_block
from .pdf_letters import TextLine

_NAME = compiled(r"(?<=[^\W\d_] |, |; )([^\W\d_]\w*)(?= (\w+))")
_FIRST = compiled(r"[“\"(]?([^\W\d_]\w*),? (\w+)")
_BULLET = compiled(r"[-–—+•*]\s")
_DASHED = compiled(r"[-–] ([^\W\d_])")
MOST_INDENT = 3.0
"""Indent of a first line at most, in sizes."""
_FIGURE = compiled(rf"(?:(?P<zero>0)\d|\d{{1,2}})\.\s[{CAPITALS}]")
AXIS = 0.5
"""Middles of two centred lines differ by less, in sizes."""


class Names:
    """Words that the draft writes with a capital in the middle of a sentence: ``của Đảng bộ`` makes ``Đảng bộ`` a name."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self._known: set[str] | None = None

    def __contains__(self, words: str) -> bool:
        if self._known is None:
            self._known = {
                f"{m[1]} {m[2]}"
                for text in self._lines
                for m in _NAME.finditer(text)
                if m[1][0].isupper() and text[m.start() - 2].islower()
            }
        return words in self._known


def begins_text(title: str, line: str, names: Names) -> bool:
    """Whether a line under a one-line title begins a text of its own.

    It starts a sentence (a capital, then small letters) with words that are no name elsewhere. Titles are lines with a
    number or letter, and the subject of the report, which begins small.
    """
    title, line = title.strip(), line.strip()
    titled = (opens_block(title) and not _BULLET.match(title)) or title[:1].islower()
    if not titled or ENDS.search(title) or OPEN_END.search(title) or ":" in title:
        return False
    first = _FIRST.match(line)
    if first is None or not first[1][0].isupper() or first[2][0].isupper() or first[1].isupper():
        return False
    return f"{first[1]} {first[2]}" not in names


def is_centred_rest(last: TextLine, line: TextLine, *, first: bool = False) -> bool:
    """Whether a line stands in the middle under a longer one that is set alike.

    The ``first`` line of a paragraph may have an indent, which moves its middle.
    """
    text = line.text.strip()
    if last.bold != line.bold or text[:1] == "(" or (opens_block(text) and not cut_at_dash(last, line)):
        return False
    if is_caps(last.text) != is_caps(text) and any(map(str.isalpha, text)):
        return False
    inset = line.x0 - last.x0 > line.size and last.x1 - line.x1 > line.size
    moved = (last.x0 + last.x1 - line.x0 - line.x1) / line.size
    low = text[:1].islower() or goes_on_open(last, line) or cut_at_dash(last, line)
    return inset and (abs(moved) < 2 * AXIS or (first and low and 0 < moved < MOST_INDENT))


def ends_with_figure(before: str, line: str) -> bool:
    """Whether what looks like a number is the figure that ends the sentence above: ``… học sinh`` and ``04. Theo từng năm: …``."""
    figure = _FIGURE.match(line) if not ENDS.search(before) else None
    return figure is not None and (figure["zero"] is not None or OPEN_END.search(before) is not None)


def cut_at_dash(last: TextLine, line: TextLine) -> bool:
    """Whether two lines are a compound cut in front of its dash: ``quốc phòng`` and ``- an ninh``."""
    dash = _DASHED.match(line.text.strip())
    return dash is not None and dash[1].islower() and last.text.rstrip()[-1:].islower()


def goes_on_open(last: TextLine, line: TextLine) -> bool:
    """Whether the line above ends as no line of a title does, ``…, ngày 5 tháng 7 năm`` before a figure."""
    before, text = last.text.strip(), line.text.strip()
    if OPEN_END.search(before) is None:
        return False
    return before[-1] in ",-–" or text[:1].islower() or text[:1].isdigit()
