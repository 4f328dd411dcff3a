"""The sheet of findings: one a row, with the reviewer's opinion to be written beside it and read back by ``decision_book``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..decision_book import ACTION_LABELS
from .entries import Row
from .tables import Speech
from .xlsx_book import A3, Book

OPINION, NAME, FILE, HIDDEN = 7, 9, 15, 16
"""Columns: the first and last that a reviewer fills in, the draft's file, and the first of those that only the tool reads."""


def write_findings(book: Book, rows: Iterable[Row], *, anonymous: bool = False) -> None:
    """All findings of all drafts, as ``entries.finding_rows`` gives them."""
    t = book.t
    heads = _heads(t, anonymous=anonymous)
    sheet = book.sheet(t("Phát hiện"), heads)
    row, open_rows = 0, []
    for row, (severity, values) in enumerate(rows, 1):
        finding = bool(values[-2])  # a file that cannot be read has no finding to have an opinion on
        open_rows += [row] if finding else []
        for column, value in enumerate(values[: len(heads)]):
            value = book.file(value) if column == FILE else value
            own = finding and not anonymous and OPINION <= column <= NAME
            book.put(sheet, row, column, value, severity if column == 1 else "own" if own else "text")
    sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)
    _print(sheet, row)
    for column in range(HIDDEN, len(heads)):
        sheet.set_column(column, column, heads[column][1], None, {"hidden": True})
    if not anonymous:
        _offer(t, sheet, [[first, OPINION, last, OPINION] for first, last in _stretches(open_rows)])


def _print(sheet: Any, last: int) -> None:
    """All of a finding on one landscape page of A3, what was found beside why and where: nobody lays two sheets side by side.

    The draft's file is for whoever opens it, not for paper.
    """
    sheet.set_paper(A3)
    sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.4)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, max(last, 1), FILE - 1)


def _stretches(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of rows that follow each other."""
    for at, row in enumerate(rows):
        if not at or rows[at - 1] != row - 1:
            first = row
        if at + 1 == len(rows) or rows[at + 1] != row + 1:
            yield first, row


def _heads(t: Speech, *, anonymous: bool) -> list[tuple[str, int]]:
    """Heads and widths; an anonymous workbook is not read back, since its codes name no draft."""
    heads = [
        (t("Đơn vị"), 22), (t("Mức"), 10), (t("Loại"), 12), (t("Quy tắc"), 9), (t("Tên quy tắc"), 18), (t("Mục yêu cầu"), 9), (t("Phát hiện"), 44),
        (t("Ý kiến (chỉ để đọc)") if anonymous else t("Ý kiến"), 17), (t("Lý do"), 20), (t("Người thẩm định"), 13),
        (t("Yêu cầu"), 28), (t("Thực tế"), 40), (t("Đề nghị"), 28), (t("Vị trí"), 13), (t("Trích"), 46), (t("Tệp"), 28), (t("Mã"), 18),
    ]  # fmt: skip
    return heads if anonymous else [*heads, (t("Khóa đơn vị"), 10), (t("Đã ghi"), 10)]


def _offer(t: Speech, sheet: Any, cells: Sequence[list[int]]) -> None:
    """Let Excel offer the three opinions; their words have commas, so they stand on a sheet of their own."""
    if not cells:
        return
    sheet.data_validation(
        *cells[0],
        {
            "other_cells": cells[1:],
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
