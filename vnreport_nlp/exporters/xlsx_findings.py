"""The sheet of findings: one a row, with the reviewer's opinion to be written beside it and read back by ``decision_book``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..decision_book import ACTION_LABELS
from .entries import Row
from .tables import Speech
from .xlsx_book import Book

OPINION, NAME, HIDDEN = 7, 9, 17
"""Columns: the first and last that a reviewer fills in, and the first of two that only the tool reads."""


def write_findings(book: Book, rows: Iterable[Row], *, anonymous: bool = False) -> None:
    """All findings of all drafts, as ``entries.finding_rows`` gives them."""
    t = book.t
    heads = _heads(t, anonymous=anonymous)
    sheet = book.sheet(t("Phát hiện"), heads)
    sheet.fit_to_pages(1, 0)
    row = 0
    for row, (severity, values) in enumerate(rows, 1):
        for column, value in enumerate(values[: len(heads)]):
            own = not anonymous and OPINION <= column <= NAME
            book.put(sheet, row, column, value, severity if column == 1 else "own" if own else "text")
    sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)
    if not anonymous:
        for column in (HIDDEN, HIDDEN + 1):
            sheet.set_column(column, column, heads[column][1], None, {"hidden": True})
        _offer(t, sheet, max(row, 1))


def _heads(t: Speech, *, anonymous: bool) -> list[tuple[str, int]]:
    """Heads and widths; an anonymous workbook is not read back, since its codes name no draft."""
    heads = [
        (t("Đơn vị"), 24), (t("Mức"), 11), (t("Loại"), 13), (t("Quy tắc"), 9), (t("Tên quy tắc"), 24), (t("Mục yêu cầu"), 10), (t("Phát hiện"), 46),
        (t("Ý kiến (chỉ để đọc)") if anonymous else t("Ý kiến"), 18), (t("Lý do"), 24), (t("Người thẩm định"), 16),
        (t("Yêu cầu"), 36), (t("Thực tế"), 36), (t("Đề nghị"), 32), (t("Vị trí"), 16), (t("Trích"), 50), (t("Tệp"), 28), (t("Mã"), 18),
    ]  # fmt: skip
    return heads if anonymous else [*heads, (t("Khóa đơn vị"), 10), (t("Đã ghi"), 10)]


def _offer(t: Speech, sheet: Any, last: int) -> None:
    """Let Excel offer the three opinions; their words have commas, so they stand on a sheet of their own."""
    sheet.data_validation(
        1, OPINION, last, OPINION,
        {
            "validate": "list", "source": f"='{t('Lựa chọn')}'!$A$1:$A${len(ACTION_LABELS)}", "error_title": t("Ý kiến"),
            "error_message": t("Chọn một ý kiến trong danh sách, hoặc để trống."),
        },
    )  # fmt: skip


def write_choices(book: Book) -> None:
    """The hidden sheet of what may be chosen."""
    sheet = book.book.add_worksheet(book.t("Lựa chọn"))
    for row, action in enumerate(ACTION_LABELS):
        sheet.write_string(row, 0, book.t.action(action))
    sheet.hide()
