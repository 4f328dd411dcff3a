"""Markdown and plain text: our own line reader, with the repair of paragraphs that page ends and line widths cut.

No CommonMark parser: it would turn ``1.`` lines into lists and lose the printed number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ..expressions import compiled
from ..model.document import Document
from ..text import latin, narrow, nfc_shifts
from .build import Builder, ParagraphDraft, require_length, too_large
from .encodings import decode_text
from .joins import Unit, cut, is_full, is_spaced, opens_block, page_number, wrap_width, wraps
from .marks import Line, definition, scan
from .options import ReadOptions

_BREAK = compiled("\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_RULE = compiled(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|(?:\*[ \t]*){3,}|`{3,}\w*)")
_TABLE_RULE = compiled(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
MAX_CONTENTS = 300
"""A line of a table of contents is no longer."""
MAX_CELLS = 300
"""More bars are no row of a table."""
MIN_ROWS = 3
"""Fewer lines with tabs are a heading's columns, not a table."""
_BAR_CELL = compiled(r"((?:\\.|[^|\\])*)(\||\\?$)")
_TAB_CELL = compiled(r"([^\t]+)(\t|$)")
_TOC = compiled(
    r".*(?:\.{4,}|…{2,}|(?:\. ){4,})[ \t.…]*\d{1,3}|\W*(?:[IVXLC]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]?\s.*\t[ \t.…]*\d{1,3}"
)
"""A leader of dots and a page; behind a tab alone the number may be a figure, where no number of a heading opens the line."""


def read_text(data: bytes, path: str, options: ReadOptions) -> Document:
    """Read Markdown or plain text in any encoding that drafts come in.

    Raises ReadError ``empty``, ``wrong_type`` for binary data, ``too_large``.
    """
    found = decode_text(data, path, options.encoding)
    breaks = found.text.count("\n") + found.text.count("\r")
    if breaks > 4 * options.limits.paragraphs:
        raise too_large(path)
    require_length(len(found.text), path, options.limits)
    text, shifts = nfc_shifts(latin(narrow(found.text)))
    builder = Builder(path, "txt", data, options.limits, encoding=found.encoding, shifts=shifts)
    builder.warnings += found.warnings
    lines = list(_scanned(text, builder))
    if any(line is not None and line.marked for line in lines):
        builder.format = "md"
    if "\f" in text:
        builder.page_basis = "breaks"
    _Assembler(builder, lines).run()
    return builder.build()


def _split(text: str) -> Iterator[tuple[int, int, int, str]]:
    """(offset, line number, page, line): line numbers as an editor counts them, pages by form feeds."""
    at, number, page = 0, 1, 1
    for match in _BREAK.finditer(text):
        yield at, number, page, text[at : match.start()]
        at = match.end()
        number += match[0] in ("\n", "\r", "\r\n")
        page += match[0] == "\f"
    yield at, number, page, text[at:]


def _scanned(text: str, builder: Builder) -> Iterator[Line | None]:
    """Lines without marks; None for a blank line or a rule; one line for each cell of a table."""
    rows = list(_split(text))
    defined = frozenset(
        n
        for _, _, _, raw in rows
        if "<" in raw or "[" in raw or raw[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹"
        for n in [definition(raw)]
        if n
    )
    paged = "\f" in text
    table = row = 0
    tabbed = _tabbed([raw for _, _, _, raw in rows])
    for index, (start, number, page, raw) in enumerate(rows):
        if index > 2 * builder.limits.paragraphs or len(raw) > builder.limits.paragraph_chars:
            raise too_large(builder.path)
        following = rows[index + 1][3] if index + 1 < len(rows) else ""
        if index in tabbed:
            table += row == 0
            row += 1
            yield from _cells(raw, (start, number, page if paged else None), (table, row), defined, _TAB_CELL)
            continue
        if _is_row(raw, following, inside=row > 0):
            table += row == 0
            row = max(row, 1)
            if not _TABLE_RULE.fullmatch(raw):
                yield from _cells(raw, (start, number, page if paged else None), (table, row), defined)
                row += 1
            continue
        row = 0
        if not raw.strip() or _RULE.fullmatch(raw):
            yield None
            continue
        yield scan(raw, start, number, page if paged else None, defined)


def _tabbed(rows: list[str]) -> frozenset[int]:
    """Indexes of the lines of tables copied as cells between tabs: three or more in a row, as many cells each, with figures."""
    found: list[int] = []
    for count, group in groupby(range(len(rows)), key=lambda k: _cell_count(rows[k])):
        lines = list(group)
        figures = sum(any(map(str.isdigit, rows[k].rsplit("\t", 1)[-1])) for k in lines) if count else 0
        if count and len(lines) >= MIN_ROWS and figures >= len(lines) - 1:
            found += lines
    return frozenset(found)


def _cell_count(raw: str) -> int:
    """Cells between tabs, 0 for a line that is no row of a table."""
    cells = raw.split("\t") if "\t" in raw else []
    # two cells may be a title and its page
    return len(cells) if 2 < len(cells) <= MAX_CELLS and all(c.strip() for c in cells) else 0


def _is_row(raw: str, following: str, *, inside: bool) -> bool:
    stripped = raw.strip()
    if stripped.startswith("|"):
        return 1 < stripped.count("|") <= MAX_CELLS
    if "|" not in stripped or stripped.count("|") > MAX_CELLS:
        return False
    return inside or ("|" in following and bool(_TABLE_RULE.fullmatch(following)))


def _cells(
    raw: str,
    where: tuple[int, int, int | None],
    place: tuple[int, int],
    defined: frozenset[str],
    cell: re.Pattern[str] | None = None,
) -> Iterator[Line]:
    begin = len(raw) - len(raw.lstrip())
    begin += raw[begin : begin + 1] == "|"
    for column, match in enumerate((cell or _BAR_CELL).finditer(raw[begin:]), 1):
        if match[1].strip():
            line = scan(match[1], where[0] + begin + match.start(), where[1], where[2], defined)
            line.cell, line.note, line.level, line.marked = (*place, column), None, None, True
            yield line


class _Assembler:
    """Turns lines into paragraphs and notes of a builder."""

    def __init__(self, builder: Builder, lines: list[Line | None]) -> None:
        self._builder = builder
        self._lines = lines
        self._width = wrap_width(lines)
        self._spaced = is_spaced(lines, self._width)
        self._units: list[Unit] = []
        self._notes: list[Unit] = []
        self._numbers = self._page_numbers()

    def run(self) -> None:
        """Collect units, mend the cuts, hand everything over."""
        self._collect()
        defined = Counter(unit.lines[0].note or "" for unit in self._notes)
        seen: Counter[str] = Counter()
        for unit in self._mended():
            self._emit(unit, self._story_paragraph(unit), seen, defined)
        order: Counter[str] = Counter()
        for unit in self._notes:
            number = unit.lines[0].note or ""
            order[number] += 1
            note = self._builder.note(f"{number}#{order[number]}", number)
            self._emit(unit, note.paragraph(), seen, defined)

    def _page_numbers(self) -> frozenset[int]:
        """Indexes of lines that are page numbers: two or more, each the next page's."""
        found: list[tuple[int, int]] = []
        for index, line in enumerate(self._lines):
            number = page_number(line.text) if line is not None and line.cell is None and line.note is None else None
            if number is not None and (not found or 0 < number - found[-1][1] <= 2):
                found.append((index, number))
        return frozenset(i for i, _ in found) if len(found) > 2 else frozenset()

    def _collect(self) -> None:
        gap = notes = 0
        broken = adjacent = False
        page: int | None = None
        for index, line in enumerate(self._lines):
            if line is None or index in self._numbers:
                gap += line is None
                broken = broken or line is not None
                adjacent = False
                continue
            broken, page = broken or line.page != page, line.page
            if line.note is not None:
                self._notes.append(Unit([line], [""]))
                notes, adjacent = notes + 1, True
                continue
            after = self._lines[index + 1] if index + 1 < len(self._lines) else None
            if adjacent and self._continues(line, after, after_note=notes > 0):
                continue
            if not line.text.strip() and not line.references:
                continue
            self._units.append(Unit([line], [""], gap, notes, broken))
            gap, notes, broken, adjacent = 0, 0, False, True

    def _continues(self, line: Line, after: Line | None, *, after_note: bool) -> bool:
        """Add an adjacent line to the note or paragraph before it, when it is the rest of it."""
        unit = self._notes[-1] if after_note else self._units[-1]
        goes_on = (
            self._goes_on_note(unit, line)
            if after_note
            else bool(self._width) and wraps(unit, line, self._width, spaced=self._spaced, after=after)
        )
        if not goes_on:
            return False
        unit.take(Unit([line], [""]))
        return True

    def _goes_on_note(self, note: Unit, line: Line) -> bool:
        """Whether a line right under a note is its rest, not the rest of the paragraph that the note interrupted."""
        if line.level is not None or line.cell is not None:
            return False
        if self._width:
            return is_full(note.lines[-1], line, self._width)
        if opens_block(line.text) or not line.text[:1].islower() or re.search(r"[.;:!?…][”\"’)\]]*$", note.text):
            return False
        return not (self._units and cut(self._units[-1], Unit([line], [""], notes=1), front=False))

    def _mended(self) -> list[Unit]:
        """Units with the halves of cut paragraphs put together."""
        out: list[Unit] = []
        front = True
        for unit in self._units:
            if out and cut(out[-1], unit, front=front):
                out[-1].take(unit)
                continue
            front = front and unit.plain and not opens_block(unit.text)
            out.append(unit)
        return out

    def _story_paragraph(self, unit: Unit) -> ParagraphDraft:
        first = unit.lines[0]
        if first.cell is not None:
            return self._builder.paragraph(story="table", cell=first.cell)
        text = first.text
        contents = len(unit.lines) == 1 and len(text) <= MAX_CONTENTS and text[-1:].isdigit() and _TOC.fullmatch(text)
        return self._builder.paragraph(story="toc" if contents else "body", level=first.level)

    def _emit(self, unit: Unit, draft: ParagraphDraft, seen: Counter[str], defined: Counter[str]) -> None:
        last: Line | None = None
        for glue, line in zip(unit.glue, unit.lines, strict=True):
            if last is not None and glue:
                draft.add(glue, source=last.end, line=last.number, page=last.page)
            base, references = 0, list(line.references)
            for bit in line.bits:
                while references and references[0][1] <= base:
                    self._refer(draft, references.pop(0)[0], seen, defined)
                draft.add(
                    bit.text, source=bit.source, line=line.number, page=line.page, bold=bit.bold, italic=bit.italic
                )
                base += len(bit.text)
            for number, _ in references:
                self._refer(draft, number, seen, defined)
            last = line

    def _refer(self, draft: ParagraphDraft, number: str, seen: Counter[str], defined: Counter[str]) -> None:
        """Where numbers start anew on every page, the n-th mark of a number belongs to its n-th text."""
        seen[number] += 1
        draft.refer(f"{number}#{min(seen[number], max(1, defined[number]))}")
