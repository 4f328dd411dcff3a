"""Tables that only lay out a page: a cell that holds headings and the text under them reads as body, not as a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..expressions import compiled
from ..model import Story
from ..text import nfc
from .docx_content import RawParagraph
from .docx_lines import LONGEST_TITLE
from .numbering import Label

Cell = tuple[int, int, int]
MIN_PROSE = 25
"""Fewest words of a paragraph of running text: what stands in the cells of a data table is shorter."""
MIN_HEADINGS = 2
"""A table with fewer headings over running text than this holds data; one row of a plan may look like a section."""
MIN_SHARE = 0.7
"""Share of the table's characters that must stand in cells with headings, and of a row's that must stand in one cell."""
MIN_REPORT = 0.5
"""Share of a file's characters that tables with a report in them must hold."""
MIN_REPORT_HEADINGS = 4
"""Fewest headings of such a report, one of which is a part (I, A, PHẦN) or a piece of one (2.1)."""
SMALL = 2
"""Most rows of a table that holds one heading: its number and title, or the title over its text; such tables come in numbers."""
MAX_BESIDE = 1
"""More cells with text beside one with headings make a row of data."""
_HEADING = compiled(
    r"\s*(?:(?:[IVX]{1,5}|[A-HKLMNĐ]|\d{1,2}(?:\.\d{1,2}){0,4})\s?[.)/–-]|\d{1,2}(?:\.\d{1,2})+\s|(?:phần|chương|mục)\s+(?:thứ\s|[IVX]+\b|\d))", re.IGNORECASE
)  # fmt: skip
_NUMBER = compiled(
    r"\s*\(?(?:[IVX]{1,5}|[A-HKLMNĐ]|[a-nđp-u]|\d{1,2}(?:\.\d{1,2}){0,4}|(?i:phần|chương|thứ)\s(?:\w+\s)?\w+)\s?[.),:/–-]?\s*"
)
"""A number that fills its cell; ``v`` and ``x`` are ticks, ``o`` is a bullet."""
_PART = compiled(r"\s*(?:[IVX]{1,5}|[A-HKLMNĐ]|(?:PHẦN|CHƯƠNG)\s.{1,12})\s?(?:[.)/:–-]|$)")
_NESTED = compiled(r"\s*\d{1,2}\.\d{1,2}")
"""A number of two steps, in a report whose parts are numbered 1, 2, 3."""
_OUTLINE = "đề cương"
_SENTENCE_END = compiled(r"[.;,…]\s*$")


def outline_aside(found: Sequence[RawParagraph], table: int) -> bool:
    """Take the outline's column of a table just read, by its head, for contents: what it asks for is no word of the unit's.

    Beside text without headings of its own the outline's headings stay; the head row goes too. Whether there was one.
    """
    rows: dict[int, dict[int, list[RawParagraph]]] = {}
    for p in found:
        if p.length and p.cell is not None and p.cell[0] == table and p.story == "table":
            rows.setdefault(p.cell[1], {}).setdefault(p.cell[2], []).append(p)
    head = rows.pop(min(rows, default=0), {})
    named = [c for c, inside in head.items() if _OUTLINE in nfc(inside[0].raw).casefold() and _titled(inside[0])]
    asked = [cells[named[0]] for cells in rows.values() if named and _headed(cells.get(named[0], ()))]
    told = [inside for cells in rows.values() for c, inside in cells.items() if c not in named]
    long = sum(any(len(p.raw.split()) >= MIN_PROSE for p in inside) for inside in told)
    if len(named) != 1 or len(head) < 2 or min(len(asked), long) < MIN_REPORT_HEADINGS:
        return False
    own = sum(map(_headed, told)) >= MIN_SHARE * long
    kept = {id(inside[0]) for inside in asked} | {id(p) for inside in asked for p in inside if is_heading(p)}
    column = [p for cells in rows.values() for p in cells.get(named[0], ())]
    for p in (*(p for inside in head.values() for p in inside), *(p for p in column if own or id(p) not in kept)):
        p.story, p.cell = "toc", None
    return True


def settle_layout(found: Sequence[RawParagraph], table: int, story: Story, cell: Cell | None) -> None:
    """Turn the layout cells of a table just read into its surroundings, ``story`` and ``cell``."""
    cells: dict[Cell, list[RawParagraph]] = {}
    for paragraph in found:
        if paragraph.cell is not None and paragraph.cell[0] == table and paragraph.story == "table":
            cells.setdefault(paragraph.cell, []).append(paragraph)
    layout = _layout_cells(cells)
    for place in layout:
        for paragraph in cells[place]:
            paragraph.story, paragraph.cell = story, cell


def _layout_cells(cells: dict[Cell, list[RawParagraph]]) -> list[Cell]:
    """The cells that hold sections, when they are what the table is made of."""
    sizes = {place: sum(p.length for p in inside) for place, inside in cells.items()}
    rows: dict[int, list[int]] = {}
    for (_, row, _), size in sizes.items():
        rows.setdefault(row, []).extend([size] if size else [])
    sections = {place: n for place, inside in cells.items() if (n := _sections(inside))}
    alone = all(
        len(rows[row]) <= MAX_BESIDE + 1 and sizes[table, row, column] >= MIN_SHARE * sum(rows[row])
        for table, row, column in sections
    )
    held = sum(sizes[place] for place in sections)
    if sum(sections.values()) < MIN_HEADINGS or not alone or held < MIN_SHARE * sum(sizes.values()):
        return []
    columns = {column for _, _, column in sections}
    more = [
        place
        for place, inside in cells.items()
        if place[2] in columns and place not in sections and (len(rows[place[1]]) == 1 or _headed(inside))
    ]
    return [*sections, *more, *_beside(cells, columns, {*sections, *more})]


def _beside(cells: dict[Cell, list[RawParagraph]], columns: set[int], known: set[Cell]) -> list[Cell]:
    """The cells of a column that holds, below its head, nothing but titles of the sections to its right, and what is beside one."""
    found: list[Cell] = []
    top = min(row for _, row, _ in cells)
    for left in {column for _, _, column in cells if column < min(columns)}:
        filled = {place: cells[place] for place in cells if place[2] == left and any(p.length for p in cells[place])}
        titled = {place: inside for place, inside in filled.items() if place[1] > top or _only_headings(inside)}
        if len(titled) < MIN_HEADINGS or not all(map(_only_headings, titled.values())):
            continue
        lines = {row for _, row, _ in titled}
        found += [*titled, *(place for place in cells if place[1] in lines and place[2] in columns)]
    return [place for place in found if place not in known]


def _only_headings(inside: Sequence[RawParagraph]) -> bool:
    return all(is_heading(p) for p in inside if p.length)


def _headed(inside: Sequence[RawParagraph]) -> bool:
    """Whether a cell begins with a heading: the title of the cells below it, or one over a short text."""
    first = next((p for p in inside if p.length), None)
    return first is not None and is_heading(first)


def _sections(inside: Sequence[RawParagraph]) -> int:
    """How many headings of a cell have running text somewhere under them."""
    headings = open_headings = 0
    for paragraph in inside:
        size = len(paragraph.raw.split())
        if is_heading(paragraph):
            open_headings += 1
        elif size >= MIN_PROSE and open_headings:
            headings, open_headings = headings + open_headings, 0
    return headings


def is_heading(paragraph: RawParagraph) -> bool:
    """Whether a paragraph is a heading by its number or its style."""
    if not _titled(paragraph):
        return False
    labelled = paragraph.label is not None and not paragraph.label.bullet
    return labelled or paragraph.level is not None or _HEADING.match(paragraph.raw) is not None


@dataclass(slots=True)
class _Plan:
    """What of one table reads as body, and the numbers that move from a cell of their own in front of the next one."""

    length: int = 0
    """Characters of the whole table."""
    body: list[RawParagraph] = field(default_factory=list)
    beside: list[RawParagraph] = field(default_factory=list)
    """Short text beside a heading, which tells nothing about the table and goes with it."""
    numbers: list[tuple[RawParagraph, RawParagraph]] = field(default_factory=list)

    @property
    def held(self) -> int:
        return sum(p.length for p in self.body)

    @property
    def prose(self) -> list[int]:
        """Characters of each paragraph of running text."""
        return [p.length for p in self.body if len(p.raw.split()) >= MIN_PROSE]


def settle_report(found: Sequence[RawParagraph]) -> None:
    """Read the rows of tables as body where they hold the numbered headings and most of the text of the whole file.

    The number may stand in a cell of its own, the text beside its heading or in the row under it. Rows of short cells, such
    as heads, title block and signature, stay what they are.
    """
    tables: dict[int, dict[int, dict[int, list[RawParagraph]]]] = {}
    total = sum(p.length for p in found if p.story != "toc")
    for paragraph in found:
        if paragraph.story == "table" and paragraph.cell is not None:
            table, row, column = paragraph.cell
            tables.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(paragraph)
    every = [_plan(list(rows.values())) for rows in tables.values()]
    small = [plan for rows, plan in zip(tables.values(), every, strict=True) if len(rows) <= SMALL and _is_banner(plan)]
    if len(small) >= MIN_HEADINGS or any(plan.prose for plan in small):
        for plan in small:
            _carry_out(plan)
    plans = [p for p in every if p not in small and p.held >= MIN_SHARE * p.length <= 2 * sum(p.prose)]
    if sum(plan.held for plan in plans) < MIN_REPORT * total:
        return
    headings = [part for plan in plans for part in _report_headings(plan)]
    texts = sum(len(plan.prose) for plan in plans)
    if MIN_REPORT_HEADINGS <= len(headings) <= 2 * texts and any(headings):
        for plan in plans:
            _carry_out(plan)


def _is_banner(plan: _Plan) -> bool:
    """Whether a small table holds a heading, with the text under it or without, or that and its first piece's, and nothing else."""
    kept = {id(p): p.length for p in (*plan.body, *plan.beside)}
    texts = {p.cell for p in plan.body if len(p.raw.split()) >= MIN_PROSE}
    headed = len(plan.numbers) or sum(map(is_heading, plan.body))
    one = headed == 1 or (headed == SMALL and not texts and _is_nested(plan))
    return sum(kept.values()) == plan.length > 0 and one and len(texts) <= 1


def _is_nested(plan: _Plan) -> bool:
    """Whether a table of nothing but two headings holds a part and its first piece: programs join tables that touch."""
    numbers = [number.raw for number, _ in plan.numbers] or [p.raw for p in plan.body if p.length]
    lines = sum(bool(p.length) for p in plan.body)
    if len(numbers) != SMALL or lines != len(numbers) * (1 + bool(plan.numbers)):
        return False
    whole, piece = (number.strip() for number in numbers)
    step = _HEADING.match(whole) if not plan.numbers else None
    number = (step[0] if step else whole).strip(" .)/–-")
    return (_PART.match(whole) is not None and _PART.match(piece) is None) or piece.startswith(f"{number}.1")


def _plan(rows: list[dict[int, list[RawParagraph]]]) -> _Plan:
    plan = _Plan()
    for cells in rows:
        filled = [inside for inside in cells.values() if any(p.length or p.label is not None for p in inside)]
        plan.length += sum(p.length for inside in filled for p in inside)
        number = filled[0][0] if len(filled) > 1 and _is_number(filled[0]) else None
        text = filled[1:] if number is not None else filled
        prose = [inside for inside in text if any(len(p.raw.split()) >= MIN_PROSE for p in inside)]
        if number is not None and (prose or _titled(text[0][0])):
            plan.numbers.append((number, text[0][0]))
            plan.body += [number, *text[0]]
            prose = [inside for inside in prose if inside is not text[0]]
        elif prose and _titled(text[0][0]) and text[0] not in prose:
            plan.body += text[0]
        elif len(text) == 1:
            prose = text
        if number is not None or _headed(text[0] if text else []):
            plan.beside += [p for inside in text for p in inside]
        plan.body += [p for inside in prose for p in inside]
    return plan


def _is_number(inside: list[RawParagraph]) -> bool:
    first = inside[0]
    shown = len(inside) == 1 or not any(p.length for p in inside[1:])
    labelled = first.label is not None and not first.label.bullet and not first.raw.strip()
    return shown and (labelled or is_number(first.raw))


def is_number(text: str) -> bool:
    """Whether a text is nothing but the number of a heading."""
    return _NUMBER.fullmatch(text) is not None


def _titled(paragraph: RawParagraph) -> bool:
    return is_title(paragraph.raw)


def is_title(text: str) -> bool:
    """Whether a text is short enough for a title and ends as no sentence does."""
    return 0 < len(text.split()) <= LONGEST_TITLE and _SENTENCE_END.search(text) is None


def _report_headings(plan: _Plan) -> list[bool]:
    """For each heading with running text somewhere under it, whether it is a part."""
    numbered = {id(title): number for number, title in plan.numbers}
    moved = {id(number) for number, _ in plan.numbers}
    found: list[bool] = []
    above: list[bool] = []
    for paragraph in plan.body:
        text, number = paragraph.raw, numbered.get(id(paragraph))
        size = len(text.split())
        if id(paragraph) in moved:
            continue
        if _titled(paragraph) and (number is not None or is_heading(paragraph)):
            label = text if number is None else number.raw or (number.label.text if number.label else "")
            above.append(_of_report(label))
        elif size >= MIN_PROSE:
            run_in = [_of_report(text)] if _HEADING.match(text) else []
            found, above = found + above + run_in, []
    return found


def _of_report(text: str) -> bool:
    """Whether a heading is numbered as a part of a report or a piece of one."""
    return _PART.match(text) is not None or _NESTED.match(text) is not None


def _carry_out(plan: _Plan) -> None:
    for paragraph in (*plan.body, *plan.beside):
        paragraph.story, paragraph.cell = "body", None
    for number, title in plan.numbers:
        shown = number.raw.strip()
        shown += "." if shown[-1:].isalnum() else ""
        label = number.label
        # the words of another cell never stand right behind the number
        title.label = Label(shown, 0, bullet=False) if shown else label and replace(label, glued=False)
        title.label_run = number.chunks[0].run if number.chunks else number.label_run
        number.chunks, number.length, number.label = [], 0, None
