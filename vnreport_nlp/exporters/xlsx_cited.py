"""Two sheets on cited documents: what each draft cites with which date, and who cites a common document unlike the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ..checks import Agreed, Cited, compared
from ..model import DraftSummary
from .xlsx_book import Book, Value

PLACES = 6
"""Places named in a cell; the rest is a number."""
FIRST_YEAR = 1900
"""Workbooks know no earlier date."""


def write_cited(book: Book, cited: Mapping[DraftSummary, Sequence[Cited]]) -> None:
    """One row a draft, document and date."""
    t = book.t
    heads = [
        (t("Đơn vị"), 26), (t("Loại văn bản"), 16), (t("Số"), 8), (t("Ký hiệu"), 20), (t("Ngày"), 12), (t("Cơ quan ban hành"), 34),
        (t("Số lần"), 8), (t("Nơi viện dẫn"), 44), (t("Tệp"), 34),
    ]  # fmt: skip
    sheet = book.sheet(t("Viện dẫn"), heads)
    rows = [(draft, one) for draft, entries in cited.items() for one in sorted(entries, key=_order)]
    for row, (draft, one) in enumerate(rows, 1):
        c = one.first
        cells: tuple[Value, ...] = (
            draft.label, kind(one), c.number, c.symbol, _date(c.when), one.issuer, len(one.places), _places(book, one), book.file(draft.path),
        )  # fmt: skip
        for column, value in enumerate(cells):
            book.put(sheet, row, column, value, "count" if column in (2, 6) else "text")
    last = max(len(rows), 1)
    sheet.autofilter(0, 0, last, len(heads) - 1)
    note = t(
        "Cơ quan ban hành: theo lời dự thảo; dự thảo không nêu thì theo ký hiệu, ký hiệu không đủ rõ thì để trống."
    )
    book.put(sheet, last + 2, 0, note, "plain")


def write_cohort(book: Book, cited: Mapping[DraftSummary, Sequence[Cited]]) -> None:
    """One row a document of the country or the province that two units cite, one column a unit, unlike dates marked."""
    t = book.t
    drafts = list(cited)
    heads = [
        (t("Loại văn bản"), 16), (t("Ký hiệu"), 20), (t("Cơ quan ban hành"), 30), (t("Ngày chung"), 12), (t("Số đơn vị"), 9),
        (t("Nhận xét"), 44), *((draft.label, 18) for draft in drafts),
    ]  # fmt: skip
    sheet = book.sheet(t("So sánh viện dẫn"), heads, columns=2)
    rows = compared([cited[draft] for draft in drafts])
    for row, one in enumerate(rows, 1):
        units = {position: [e for p, e in one.by if p == position] for position in dict(one.by)}
        issuers = Counter(e.issuer for _, e in one.by if e.issuer)
        cells: tuple[Value, ...] = (
            kind(one.by[0][1]), one.first.symbol, max(sorted(issuers), key=lambda i: issuers[i], default=""), _date(one.when) if one.sure else None, len(units),
        )  # fmt: skip
        for column, value in enumerate(cells):
            book.put(sheet, row, column, value, "count" if column == 4 else "text")
        book.put(
            sheet, row, 5, _remark(book, one, [drafts[p].label for p in sorted(one.odd)]), "odd" if one.odd else "text"
        )
        for position in range(len(drafts)):
            if position in units:
                marked = position in one.odd or (bool(one.odd) and not one.sure)
                book.put(sheet, row, 6 + position, _said(book, units[position]), "odd" if marked else "text")
    last = max(len(rows), 1)
    sheet.autofilter(0, 0, last, len(heads) - 1)
    book.put(
        sheet,
        last + 2,
        0,
        t("Chỉ so sánh văn bản chung của Trung ương và của tỉnh có từ hai đơn vị viện dẫn."),
        "plain",
    )
    book.put(sheet, last + 3, 0, t("Ô màu đỏ: ngày khác với các đơn vị khác; cần đối chiếu văn bản gốc."), "plain")


def kind(one: Cited) -> str:
    """The type of a document as the draft names it, else as its symbol does."""
    word = one.first.word
    return word[:1].upper() + word[1:] if word else one.first.code


def _order(one: Cited) -> tuple[str, str, int, int]:
    when = one.first.when
    return one.first.issuer, one.first.code, one.first.number, when.toordinal() if when else 0


def _date(when: date | None) -> Value:
    if when is None or when.year >= FIRST_YEAR:
        return when
    return f"{when.day:02}/{when.month:02}/{when.year}"


def _places(book: Book, one: Cited) -> str:
    named = [place for location in one.places[:PLACES] if (place := book.t.place(location))]
    more = len(one.places) - PLACES
    return "; ".join(named) + (book.t(" và {n} nơi nữa", n=more) if more > 0 else "")


def _said(book: Book, entries: Sequence[Cited]) -> str:
    """The dates one unit gives, in the order of time."""
    dates = sorted({e.first.when for e in entries if e.first.when is not None})
    return "; ".join(f"{d.day:02}/{d.month:02}/{d.year}" for d in dates) or book.t("không ghi ngày")


def _remark(book: Book, one: Agreed, units: Sequence[str]) -> str:
    if not one.odd:
        return ""
    if one.sure:
        return book.t("Ngày khác: {units}", units=", ".join(units))
    return book.t("Các đơn vị ghi ngày khác nhau, chưa rõ ngày nào đúng")
