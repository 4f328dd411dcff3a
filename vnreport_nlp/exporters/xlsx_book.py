"""Cells of a workbook: text stays text, a status is a word and a colour, every sheet prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

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
Value = str | int | float | date | None


@dataclass
class Book:
    """A workbook being written: cells in words and colours; formats are made once."""

    book: Any
    t: Speech
    formats: dict[str, Any] = field(default_factory=dict)

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
                base |= {"align": "center", "bold": key in ("missing", "empty", "error")}
            more: dict[str, dict[str, object]] = {
                "head": {"bold": True, "bg_color": "#12365E", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"},
                "text": {"text_wrap": True}, "percent": {"num_format": "0%", "align": "center"}, "number": {"num_format": "#,##0.##"},
                "why": {"bg_color": "#FDE3E1", "font_color": "#7F1616", "bold": True}, "sum": {"bold": True, "align": "center"}, "count": {"num_format": "0", "align": "center"}, "doubt": {"bg_color": "#FDF0CF", "num_format": "#,##0.##"},
                "date": {"num_format": "dd/mm/yyyy", "align": "center"}, "odd": {"bg_color": "#FDE3E1", "font_color": "#7F1616", "bold": True, "text_wrap": True},
            }  # fmt: skip
            base |= more.get(key, {})
            self.formats[key] = self.book.add_format(base)
        return self.formats[key]

    def put(self, sheet: Any, row: int, column: int, value: Value, style: str = "text") -> None:
        """One cell; a string is written as a string even when it looks like a formula, a link or a number."""
        if value is None:
            sheet.write_blank(row, column, None, self.style(style))
        elif isinstance(value, str):
            sheet.write_string(row, column, fit(self.t.text(value)), self.style(style))
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.style("date" if style == "text" else style))
        else:
            sheet.write_number(row, column, value, self.style(style))

    def sheet(self, name: str, heads: Sequence[tuple[str, int]], *, columns: int = 1) -> Any:
        """A sheet with a frozen header and fit for printing on A4 landscape."""
        sheet = self.book.add_worksheet(name[:31])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, columns)
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            self.put(sheet, 0, column, head, "head")
        return sheet


def fit(text: str) -> str:
    """Text cut to what a cell holds (Excel counts UTF-16 units)."""
    if len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return text
    return text.encode("utf-16-le")[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", errors="ignore") + "…"
