"""Cells of a workbook: text stays text, a status is a word and a colour, every sheet prints on A4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from ..model import SEVERITIES
from .tables import Speech

CELL_LIMIT = 32_767
"""Characters that Excel holds in a cell."""
CREATED = datetime(2025, 1, 1)
"""A fixed date, so that equal input gives equal bytes."""
FILLS = {
    "covered": ("#E3F3E7", "#14532D"), "merged": ("#DCF0EE", "#0D4A47"), "thin": ("#FDEECB", "#5F3C00"),
    "unheaded": ("#FDEECB", "#5F3C00"), "misplaced": ("#FDEECB", "#5F3C00"), "empty": ("#FBDCD9", "#7F1616"),
    "missing": ("#B3261E", "#FFFFFF"), "excused": ("#E9EDF1", "#45525E"),
    "error": ("#FDE3E1", "#7F1616"), "warning": ("#FDF0CF", "#5F3C00"), "note": ("#E2EBF6", "#1F3A5F"),
}  # fmt: skip
"""Background and ink of each word, as on the web pages."""
WRAPPED = frozenset({"text", "unit", "own", "head", "odd", *FILLS})
A4, A3 = 9, 8
A4_WIDTH, A3_WIDTH = 240, 420
"""Characters across a landscape page that stay legible."""
LETTERS = 1.12
"""Letters of a text that stand in the width of one figure, by which columns are measured, lines broken between words: an estimate that cuts nothing off."""
LINE_HEIGHT, MAX_HEIGHT = 13.0, 409.0
"""Points; no row of a workbook is taller than the second."""
Value = str | int | float | date | None


def close(book: xlsxwriter.Workbook) -> None:
    """Write the workbook; the system's own error where it cannot be written, open in Excel for instance."""
    try:
        book.close()
    except FileCreateError as error:
        raise (error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error))) from error


@dataclass
class Book:
    """A workbook being written: cells in words and colours; formats are made once."""

    book: Any
    t: Speech
    formats: dict[str, Any] = field(default_factory=dict)
    widths: dict[str, list[int]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """What is told of a draft's path: the machine's own folders are nobody's business."""
    lines: dict[str, dict[int, int]] = field(default_factory=dict)
    """Lines that the tallest cell of a row needs, by sheet: LibreOffice does not find heights by itself, Excel only sometimes."""

    def file(self, path: str) -> str:
        """A draft's path as the workbook tells it."""
        return self.files.get(path, path)

    def style(self, key: str) -> Any:
        """The format of a status, a severity, ``head``, ``text``, ``number`` or ``percent``."""
        if key not in self.formats:
            base: dict[str, object] = {
                "valign": "top",
                "border": 1,
                "border_color": "#D5DCE3",
                "font_name": "Arial",
                "font_size": 10,
            }
            if key in FILLS:
                base |= {"bg_color": FILLS[key][0], "font_color": FILLS[key][1]}
                base |= {
                    "align": "center",
                    "valign": "top" if key in SEVERITIES else "vcenter",
                    "text_wrap": True,
                    "bold": key in ("missing", "empty", "error"),
                }
            more: dict[str, dict[str, object]] = {
                "head": {"bold": True, "bg_color": "#12365E", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"},
                "text": {"text_wrap": True}, "plain": {"border": 0, "italic": True}, "percent": {"num_format": "0%", "align": "center", "valign": "vcenter"}, "number": {"num_format": "#,##0.##"}, "whole": {"num_format": "#,##0"},
                "why": {"bg_color": "#FDE3E1", "font_color": "#7F1616", "bold": True}, "sum": {"bold": True, "align": "center", "valign": "vcenter"}, "count": {"num_format": "0", "align": "center", "valign": "vcenter"},
                "unit": {"text_wrap": True, "valign": "vcenter", "bold": True}, "path": {"valign": "vcenter"}, "doubt": {"bg_color": "#FDF0CF", "align": "right"},
                "own": {"bg_color": "#FFFBE8", "text_wrap": True}, "date": {"num_format": "dd/mm/yyyy", "align": "center"}, "odd": {"bg_color": "#FDE3E1", "font_color": "#7F1616", "bold": True, "text_wrap": True},
            }  # fmt: skip
            base |= more.get(key, {})
            self.formats[key] = self.book.add_format(base)
        return self.formats[key]

    def sum_style(self, words: str, *, whole: bool) -> Any:
        """The format of a sum, which may end in words: the cell stays a number."""
        key = f"sum {whole} {words}"
        if key not in self.formats:
            text = words.replace('"', "")
            base = {"num_format": ("#,##0" if whole else "#,##0.##") + (f'"{text}"' if text else "")}
            self.formats[key] = self.book.add_format(
                {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "border_color": "#D5DCE3", "font_name": "Arial", "font_size": 10} | base
            )  # fmt: skip
        return self.formats[key]

    def put(self, sheet: Any, row: int, column: int, value: Value, style: str = "text") -> None:
        """One cell; a string is written as a string even when it looks like a formula, a link or a number."""
        if value is None:
            sheet.write_blank(row, column, None, self.style(style))
        elif isinstance(value, str):
            text = fit(self.t.text(value))
            sheet.write_string(row, column, text, self.style(style))
            if style in WRAPPED:
                self._grow(sheet.name, row, column, text)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.style("date" if style == "text" else style))
        else:
            # Excel writes 29 in the other format with the comma of a fraction that is not there
            whole = style == "number" and not value % 1
            sheet.write_number(row, column, value, self.style("whole" if whole else style))

    def sheet(self, name: str, heads: Sequence[tuple[str, int]], *, columns: int = 1) -> Any:
        """A sheet with a frozen header that prints legibly: A4 landscape, A3 when wide, several pages across when wider."""
        sheet = self.book.add_worksheet(name[:31])
        sheet.set_landscape()
        total = sum(width for _, width in heads)
        sheet.set_paper(A4 if total <= A4_WIDTH else A3)
        sheet.fit_to_pages(-(-total // A3_WIDTH), 0)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, columns - 1)
        self.widths[sheet.name] = [width for _, width in heads]
        sheet.freeze_panes(1, columns)
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            self.put(sheet, 0, column, head, "head")
        return sheet

    def _grow(self, name: str, row: int, column: int, text: str) -> None:
        width = max(int(LETTERS * (self.widths[name][column] - 1)), 1)
        if len(text) <= width and "\n" not in text:
            return  # most cells
        needed = sum(max(1, -(-len(part) // width)) for part in text.split("\n"))
        rows = self.lines.setdefault(name, {})
        rows[row] = max(rows.get(row, 1), needed)

    def set_heights(self) -> None:
        """Give every row the height its tallest cell needs."""
        for name, rows in self.lines.items():
            sheet = self.book.get_worksheet_by_name(name)
            for row, lines in rows.items():
                if lines > 1:
                    sheet.set_row(row, min(lines * LINE_HEIGHT + 2, MAX_HEIGHT))


def fit(text: str) -> str:
    """Text cut to what a cell holds (Excel counts UTF-16 units)."""
    if 2 * len(text) <= CELL_LIMIT or len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return text
    return text.encode("utf-16-le")[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", errors="ignore") + "…"
