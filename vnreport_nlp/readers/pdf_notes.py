"""Notes at the foot of a PDF's pages: told apart from the body, numbered, put together over page ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..expressions import compiled
from .joins import ENDS
from .pdf_columns import columns
from .pdf_layout import Block, Page, most_common
from .pdf_letters import TextLine
from .pdf_rules import Grid, grids

NOTE_SIZE = 0.96
"""Notes are set smaller than this share of the text above them on their page: 12 points under 13 are 0.92."""
PLAIN_SIZE = 0.9
"""The same for ``1.``, which also begins an item of a text that is set smaller."""
NOTE_GAP = 1.7
"""Notes stand at least so many sizes below the body."""
NOTE_STEP = 1.15
"""The same in the page's usual line distances, which notes in the body's size are told by."""
NOTE_REST = 4
"""Most lines of a note that went over the page."""
FOOT = 0.25
"""Share of the page height that the last note reaches down to where no rule parts the notes from the text."""
SHORT = 3
"""Characters of a line that tells nothing of where the text ends: a page number as a rule."""
RULE, RULE_SHARE = 40.0, 0.55
"""Least length of the rule over notes in points and greatest as a share of the page's width: Word draws 144 points, LibreOffice a quarter of the text."""
RULE_STEP = 2.6
"""The first note stands at most so many sizes under its rule."""
RULE_INDENT = 45.0
"""The rule begins at most so many points right of the notes: it may have the indent of a paragraph."""
UNDERLINE = 0.3
"""A rule so near under a line, in sizes, underlines it."""
SAME = 0.6
"""Sizes of one kind of lines differ by less, in points."""
_NOTE_START = compiled(r"\(?(\d{1,3})\)?[.\s]*(?=\S)")
_PLAIN_NOTE = compiled(r"(\d{1,3})\s+(?=\S)")
_TYPED = compiled(r"(?<=\S)\s*[(\[](\d{1,3})[)\]]")
"""Reference to a note that was typed in brackets."""
_ITEM = compiled(r"\d{1,3}\s*[.)/–-]")
_FIGURE = compiled(r"\(?\d{1,3}\)?(?:[.,/]\d|%)")
"""``1.1.``, ``1.250`` and ``12,5`` at the start of a line."""


@dataclass(frozen=True, slots=True)
class _Foot:
    """A page, or a column of one, as its notes are looked for: ``lines`` are those outside tables, from the top."""

    page: Page
    lines: list[TextLine]
    sized: list[TextLine]
    """Lines of the whole printed page that tell the size of its text: those outside tables, where there are some."""
    referred: frozenset[str]
    before: TextLine | None
    """The last line of the notes of the page before, where it does not end a sentence."""

    def text_size(self, y: float) -> float:
        """Size that most of the page's text above a level has, 0 where there is none."""
        sizes: Counter[float] = Counter()
        for line in self.sized:
            if line.y > y:
                sizes[round(line.size, 1)] += len(line.glyphs)
        return sizes.most_common(1)[0][0] if sizes else 0.0

    def smaller(self, lines: Sequence[TextLine], share: float = NOTE_SIZE) -> bool:
        """Whether lines are all set smaller than the text above them."""
        return max(line.size for line in lines) < share * self.text_size(lines[0].y)

    def begins(self, line: TextLine) -> bool:
        """Whether a line begins as a note does that the page refers to, or with a raised number."""
        number = note_number(line)
        if number is None or _bold(line):
            return False
        return _raised_start(line) or (number in self.referred and _FIGURE.match(line.text.strip()) is None)

    def goes_on(self, lines: Sequence[TextLine]) -> bool:
        """Whether lines are the rest of the note that the page before has begun."""
        return self.before is not None and all(
            abs(line.size - self.before.size) < SAME and not line.bold for line in lines
        )


def part_notes(pages: Sequence[Page]) -> None:
    """Move the notes at each page's foot, or behind the text, from its lines to its notes; what may as well be text stays text."""
    before: TextLine | None = None
    for _, group in groupby(pages, key=lambda page: page.number):
        parts = list(group)
        last: TextLine | None = None
        for foot in _feet(parts, before):
            notes = _under_rule(foot) or _smaller_notes(foot) or _notes_of_body_size(foot)
            if not notes:
                continue
            chosen = {id(line) for line in notes}
            foot.page.notes = notes
            foot.page.lines = [line for line in foot.page.lines if id(line) not in chosen]
            last = notes[-1]
        before = last if last is not None and not ENDS.search(last.text) else None
    _part_endnotes(pages)


def _part_endnotes(pages: Sequence[Page]) -> None:
    """Move notes that stand behind the text, as browsers print them, from the last page's lines to its notes.

    They begin with raised numbers that count from 1 to the last one that the text refers to and that is no note at a foot.
    """
    if not pages or any(page.notes for page in pages):
        return
    last = pages[-1]
    starts = [at for at, line in enumerate(last.lines) if _raised_start(line) and note_number(line)]
    numbers = [note_number(last.lines[at]) for at in starts]
    referred = {n for page in pages for line in page.lines for n in raised_numbers(line)[_raised_start(line) :]}
    if starts and numbers == [str(n) for n in range(1, len(starts) + 1)] and referred == set(numbers):
        last.notes, last.lines = last.lines[starts[0] :], last.lines[: starts[0]]


def _feet(parts: Sequence[Page], before: TextLine | None) -> list[_Foot]:
    """The parts of one printed page with what the whole of it tells."""
    free: list[list[TextLine]] = []
    for part in parts:
        tables = grids(part.rules)
        lines = [line for line in part.lines if not _ruled(line, tables)]
        free.append(sorted(lines, key=lambda line: (-line.y, line.x0)))
    every = [line for part in parts for line in part.lines]
    sized = [line for lines in free for line in lines if len(line.text.strip()) > SHORT]
    referred = {n for line in every for n in raised_numbers(line)[_raised_start(line) :]}
    referred |= {m[1] for line in every for m in _TYPED.finditer(line.text)}
    return [_Foot(part, lines, sized, frozenset(referred), before) for part, lines in zip(parts, free, strict=True)]


def _ruled(line: TextLine, tables: Sequence[Grid]) -> bool:
    """Whether a line stands in a table between ruling lines."""
    y = line.y + UNDERLINE * line.size
    return any(grid.place(line.x0 + 1, y) is not None for grid in tables)


def _under_rule(foot: _Foot) -> list[TextLine]:
    """The lines under the short rule that parts notes from the text."""
    for level in _separators(foot):
        lines = [line for line in foot.lines if line.y < level]
        first = lines[0]
        known = foot.begins(first) or (note_number(first) is not None and foot.smaller(lines) and not first.bold)
        rest = foot.goes_on(lines[:1]) and (foot.smaller(lines) or any(map(foot.begins, lines)))
        if (known or rest) and max(line.size for line in lines) < foot.text_size(first.y) + SAME:
            return lines
    return []


def _separators(foot: _Foot) -> Iterator[float]:
    """Levels of the rules under which notes may begin, from the foot."""
    tables = grids(foot.page.rules)
    for rule in foot.page.rules.across:
        under = next((line for line in foot.lines if line.y < rule.at), None)
        if under is None or rule.end - rule.start < RULE:
            continue
        # a note that goes on from the page before has a longer rule over it
        longest = foot.page.width * (1.0 if foot.before is not None else RULE_SHARE)
        near = rule.at - under.y < RULE_STEP * under.size and -SAME < rule.start - under.x0 + SAME < RULE_INDENT
        drawn = any(g.ys[-1] - 1 < rule.at < g.ys[0] + 1 for g in tables) or any(
            0 <= line.y - rule.at < UNDERLINE * line.size and line.x0 < rule.end and line.x1 > rule.start
            for line in foot.lines
        )
        if near and not drawn and rule.end - rule.start <= longest:
            yield rule.at


def _smaller_notes(foot: _Foot) -> list[TextLine]:
    """Lines at the foot that are set smaller than those above them and begin with numbers that the page refers to.

    Notes of two sizes stand one above the other; a text that is set smaller above them is none of them.
    """
    lines = [line for line in foot.lines if len(line.text.strip()) > SHORT]
    missing = set(foot.referred)
    found: list[TextLine] = []
    end = len(lines)
    for at in range(len(lines) - 1, 0, -1):
        if lines[at].size >= NOTE_SIZE * lines[at - 1].size:
            continue
        run = _numbered(foot, lines[at:end], missing)
        if not run:
            break
        found = run + found
        missing -= {n for line in run if (n := note_number(line))}
        if run[0] is not lines[at]:
            break
        end = at
    return found if found and not _in_columns(foot, found) else []


def _numbered(foot: _Foot, run: list[TextLine], missing: set[str]) -> list[TextLine]:
    """Of a run of small lines what begins with a number still missing, and before it the rest of an unfinished note."""
    if not foot.smaller(run) or any(map(_bold, run)):
        return []
    at_foot = run[-1].y <= FOOT * foot.page.height
    first = next((i for i, line in enumerate(run) if foot.begins(line)), None)
    if first is None:
        low = run[0].text.strip()[:1].islower() and ENDS.search(run[-1].text) is not None
        return run if low and at_foot and len(run) <= NOTE_REST and foot.goes_on(run) else []
    if not _raised_start(run[first]):
        item = _ITEM.match(run[first].text.strip()) and not foot.smaller(run, PLAIN_SIZE)
        if item or not at_foot or note_number(run[first]) not in missing:
            return []
    return run if foot.goes_on(run[:first]) else run[first:]


def _in_columns(foot: _Foot, lines: Sequence[TextLine]) -> bool:
    """Whether lines are rows of a table without ruling lines."""
    chosen = {id(line) for line in lines}
    return any(
        table.sure and any(id(foot.page.lines[index]) in chosen for index in table.used)
        for table in columns(foot.page.lines, set())
    )


def _notes_of_body_size(foot: _Foot) -> list[TextLine]:
    """Lines at the foot that are set like the body, but apart from it, and begin with a number that the page refers to.

    Where the page before ended inside a note, the last lines set apart are the rest of it.
    """
    page = foot.page
    lines = [line for line in foot.lines if line.y < page.height / 2]
    step = most_common([a.y - b.y for a, b in pairwise(page.lines) if 0 < a.y - b.y < 3 * a.size])
    for index, (above, line) in enumerate(pairwise(lines), 1):
        gap, rest = above.y - line.y, lines[index:]
        match = _PLAIN_NOTE.match(line.text.strip())
        if match and match[1] in foot.referred and gap > (NOTE_STEP * step or NOTE_GAP * line.size):
            return [] if any(map(_bold, rest)) or _in_columns(foot, rest) else rest
        if (
            foot.before is not None
            and len(rest) <= NOTE_REST
            and gap > NOTE_GAP * line.size
            and ENDS.search(rest[-1].text)
        ):
            return rest
    return []


def _bold(line: TextLine) -> bool:
    """Whether a whole line is bold, as headings are and notes are not."""
    return line.bold and sum(g.char.isalpha() for g in line.glyphs) > SHORT


def _raised_start(line: TextLine) -> bool:
    """Whether a line begins with a raised figure."""
    first = next((g for g in line.glyphs if g.char.strip()), None)
    return first is not None and first.char.isdigit() and line.raised(first)


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
