"""What was drawn over finished pages: a mark that every page bears, and stamps in letters of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..expressions import compiled
from .pdf_floated import alone
from .pdf_layout import Page
from .pdf_letters import TextLine

PAGES = 3
SHARE = 0.6
"""A mark stands on at least so many pages and such a share of them, each time in the same place."""
HUGE = 4.0
"""Letters of so many times the body's size are a mark over the page where other lines stand within their height."""
STAMP = 8
"""Lines that stamps of one page have at most."""
BODY = 10
"""Lines of a page on which stamps are looked for."""
_NUMBERED = compiled(r"(?:[IVXL]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s?[.)/-]\s*[^\W\d_]")
_Key = tuple[str, int, int]


def drop_overlays(pages: Sequence[Page], size: float) -> list[TextLine]:
    """Take marks and stamps away from the pages; stamps are given back."""
    marks: dict[_Key, set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            marks[_key(line)].add(page.number)
    least = max(PAGES, SHARE * len(pages))
    common = {key for key, where in marks.items() if len(where) >= least}
    stamps: list[TextLine] = []
    for page in pages:
        found = {id(one) for one in page.lines if _key(one) in common}
        gone = {id(one) for one in page.lines if id(one) in found and _out_of_order(one, page.lines, found)}
        gone |= {id(one) for one in page.lines if one.size >= HUGE * size > 0 and _laid_over(one, page.lines)}
        page.lines = [one for one in page.lines if id(one) not in gone]
        stamped = _stamps(page.lines)
        stamps += stamped
        page.lines = page.lines[: len(page.lines) - len(stamped)]
    return stamps


def _key(line: TextLine) -> _Key:
    return " ".join(line.text.split()), round(line.x0), round(line.y)


def _out_of_order(mark: TextLine, lines: Sequence[TextLine], marks: set[int]) -> bool:
    """Whether the content has the text under a mark before it, or the text above it behind: a table's head has neither."""
    behind = False
    for line in lines:
        behind = behind or line is mark
        if id(line) in marks:
            continue
        if (line.y > mark.y + mark.size) if behind else (line.y < mark.y - mark.size):
            return True
    return False


def _laid_over(mark: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line of smaller letters stands within the height of a mark: the title of a cover has none there."""
    return any(mark.y < one.y < mark.y + mark.size and one.size < mark.size for one in lines)


def _stamps(lines: Sequence[TextLine]) -> list[TextLine]:
    """The last lines of the content that stand higher than the text before, in a font or colour that this text has not."""
    at = len(lines)
    while at > max(0, len(lines) - STAMP) and lines[at - 1].y > min((one.y for one in lines[: at - 1]), default=0.0):
        at -= 1
    for start in range(at, len(lines)):
        before = lines[:start]
        looks = {look for one in before for look in _looks(one)}
        low = min((one.y for one in before), default=0.0)
        strange = all(one.y > low + one.size and not _looks(one) & looks for one in lines[start:])
        if strange and len(before) >= BODY:
            return [] if _boxed_titles(lines[start:], before) else list(lines[start:])
    return []


def _boxed_titles(lines: Sequence[TextLine], text: Sequence[TextLine]) -> bool:
    """Whether lines drawn last are the headings of the text before, each in a box of its own between two of its lines."""
    return any(_NUMBERED.match(one.text.strip()) for one in lines) and all(alone(one, text) for one in lines)


def _looks(line: TextLine) -> set[tuple[str, int]]:
    return {(glyph.font.name, glyph.font.colour) for glyph in line.glyphs if glyph.char != " "}
