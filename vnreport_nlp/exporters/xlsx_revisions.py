"""The sheet that says what has become of the previous report's findings."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Assessment, Cohort
from .tables import worst_first
from .xlsx_book import Book, Value


def write_revisions(book: Book, cohort: Cohort) -> None:
    """One row a finding that was mended, stands as before, or is new; no sheet without a previous report."""
    if not cohort.revisions:
        return
    t = book.t
    heads = [
        (t("Đơn vị"), 26),
        (t("So với lần trước"), 18),
        (t("Quy tắc"), 9),
        (t("Mục yêu cầu"), 12),
        (t("Phát hiện"), 90),
        (t("Mã"), 18),
    ]
    sheet = book.sheet(t("So với lần trước"), heads)
    row = 0
    for row, cells in enumerate(_rows(book, cohort), 1):
        for column, value in enumerate(cells):
            book.put(sheet, row, column, value, "text")
    sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)


def _rows(book: Book, cohort: Cohort) -> Iterator[tuple[Value, ...]]:
    t = book.t
    words = {"open": t("Chưa sửa"), "new": t("Mới phát sinh")}
    for draft in worst_first(cohort.drafts):
        revision = cohort.revision_of(draft)
        result = cohort.load(draft) if revision is not None else None
        if revision is None or not isinstance(result, Assessment):
            continue
        for since in words:
            for f in result.findings:
                if not f.waived and revision.since(f.fingerprint) == since:
                    yield draft.label, words[since], f.rule, f.requirement or "", t.say(f.message), f.fingerprint
        for past in revision.fixed:
            yield draft.label, t("Đã sửa"), past.rule, past.requirement or "", past.message, past.fingerprint
