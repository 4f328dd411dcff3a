"""Notes at the foot of a PDF's pages: told apart from the body, numbered, put together over page ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..expressions import compiled
from .joins import ENDS
from .pdf_layout import Block, Page, most_common
from .pdf_letters import TextLine

NOTE_SIZE = 0.96
"""Notes are set smaller than this share of the body's size."""
NOTE_GAP = 1.7
"""Notes stand at least so many sizes below the body."""
NOTE_STEP = 1.15
"""The same in the page's usual line distances, which notes in the body's size are told by."""
NOTE_REST = 4
"""Most lines of a note that went over the page."""
_NOTE_START = compiled(r"\(?(\d{1,3})\)?[.\s]*(?=\S)")
_PLAIN_NOTE = compiled(r"(\d{1,3})\s+(?=\S)")


def part_notes(pages: Sequence[Page], size: float) -> None:
    """Move the small lines at each page's foot to its notes, when they begin with a note's number."""
    going_on = False
    for page in pages:
        body = [line.y for line in page.lines if line.size >= NOTE_SIZE * size and len(line.text.strip()) > 3]
        floor = min(body, default=page.height)
        small = [line for line in page.lines if line.size < NOTE_SIZE * size and line.y < floor]
        small.sort(key=lambda line: (-line.y, line.x0))
        first = next((i for i, line in enumerate(small) if note_number(line)), None)
        if first is None or (first and not going_on):
            small = small[first:] if first is not None else []
        small = small or _notes_of_body_size(page, going_on=going_on)
        if not small:
            going_on = False
            continue
        chosen = {id(line) for line in small}
        page.notes = small
        page.lines = [line for line in page.lines if id(line) not in chosen]
        going_on = not ENDS.search(small[-1].text)


def _notes_of_body_size(page: Page, *, going_on: bool) -> list[TextLine]:
    """Lines at the foot that are set like the body, but apart from it, and begin with a number that the page refers to.

    ``going_on`` says that the page before ended inside a note: then the last lines set apart are the rest of it.
    """
    referred = {n for line in page.lines for n in raised_numbers(line)}
    lines = sorted((line for line in page.lines if line.y < page.height / 2), key=lambda line: (-line.y, line.x0))
    step = most_common([a.y - b.y for a, b in pairwise(page.lines) if 0 < a.y - b.y < 3 * a.size])
    for index, (above, line) in enumerate(pairwise(lines), 1):
        gap = above.y - line.y
        match = _PLAIN_NOTE.match(line.text.strip())
        if match and match[1] in referred and gap > (NOTE_STEP * step or NOTE_GAP * line.size):
            return lines[index:]
        rest = lines[index:]
        if going_on and len(rest) <= NOTE_REST and gap > NOTE_GAP * line.size and ENDS.search(rest[-1].text):
            return rest
    return []


def raised_numbers(line: TextLine) -> list[str]:
    """Superscript figures of a line."""
    return re.findall(r"\d+", "".join(g.char if g.char.isdigit() and line.raised(g) else " " for g in line.glyphs))


def note_number(line: TextLine) -> str | None:
    """Number that a note line begins with: raised digits, or digits before the text."""
    digits = ""
    for glyph in line.glyphs:
        if glyph.char.isdigit() and (line.raised(glyph) or not any(line.raised(g) for g in line.glyphs[:4])):
            digits += glyph.char
        elif glyph.char.strip() or digits:
            break
    match = _NOTE_START.match(line.text.strip())
    # a note is never number 04: that is a figure at the start of a line
    return digits if digits and match and len(digits) <= 3 and digits[0] != "0" else None


def note_blocks(pages: Sequence[Page]) -> list[Block]:
    """Notes in order; a note that goes on over the page is one."""
    blocks: list[Block] = []
    for page in pages:
        for line in page.notes:
            number = note_number(line)
            if number and _next_number(number, blocks):
                blocks.append(Block([line], number))
            elif blocks:
                blocks[-1].lines.append(line)
    return blocks


def _next_number(number: str, blocks: Sequence[Block]) -> bool:
    """Notes count on, or start anew at 1; other figures at a line's start are text."""
    if not blocks or blocks[-1].number is None:
        return True
    return int(number) == 1 or 0 < int(number) - int(blocks[-1].number) <= 3
