"""Two sheets on indicators: the table of units with the province's sums, and where each figure comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model import Cohort, DraftSummary, Figure, Indicator
from .tables import Speech, by_name, judged
from .xlsx_book import Book, Value, fit

Figures = dict[tuple[str, str], Figure]
QUOTE = 1000
"""Characters of a quote in a cell's comment."""


def write_figures(book: Book, cohort: Cohort) -> None:
    """Indicators by unit; a gap stays empty, a doubtful figure is no number, a sum says over how many units it goes."""
    t = book.t
    shown, indicators = by_name(judged(cohort.drafts)), cohort.template.indicators
    heads = [(t("Đơn vị"), 26)] + [(head(t, i), 16) for i in indicators]
    sheet = book.sheet(t("Chỉ tiêu"), heads)
    values: Figures = {(f.path, f.indicator): f for f in cohort.figures}
    for row, draft in enumerate(shown, 1):
        book.put(sheet, row, 0, draft.label)
        for column, indicator in enumerate(indicators, 1):
            _cell(book, sheet, row, column, values.get((draft.path, indicator.id)))
    last, groups = len(shown), units(cohort)
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    book.put(sheet, last + 1, 0, t("Cộng các đơn vị có số liệu"), "sum")
    book.put(sheet, last + 2, 0, t("Số đơn vị có số liệu"), "sum")
    for column, indicator in enumerate(indicators, 1):
        found = agreed(groups, values, indicator)
        if indicator.total:
            _total(book, sheet, last + 1, column, found, len(groups))
        book.put(sheet, last + 2, column, t("{n}/{all} đơn vị", n=len(found), all=len(groups)))
    for row, note in enumerate(notes(t, cohort), last + 4):
        book.put(sheet, row, 0, note, "plain")


def write_sources(book: Book, cohort: Cohort) -> None:
    """One row a unit and indicator that its draft tells: the figure, the words of the draft and where they stand."""
    t = book.t
    heads = [
        (t("Đơn vị"), 26), (t("Chỉ tiêu"), 34), (t("Số liệu"), 12), (t("Tình trạng"), 14), (t("Vị trí"), 18), (t("Trích"), 90),
        (t("Tệp"), 34),
    ]  # fmt: skip
    sheet = book.sheet(t("Nguồn chỉ tiêu"), heads, columns=2)
    rows = list(_sources(cohort))
    for row, (draft, indicator, figure) in enumerate(rows, 1):
        place = figure.place
        state = t("Cần xem") if figure.doubtful else t("Có số liệu")
        cells: tuple[Value, ...] = (
            draft.label, indicator.title, figure.value, state, t.place(place.location) if place else "", place.quote if place else "", book.file(draft.path),
        )  # fmt: skip
        for column, value in enumerate(cells):
            style = "number" if column == 2 else "doubt" if column == 3 and figure.doubtful else "text"
            book.put(sheet, row, column, value, style)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)


def _sources(cohort: Cohort) -> Sequence[tuple[DraftSummary, Indicator, Figure]]:
    values: Figures = {(f.path, f.indicator): f for f in cohort.figures}
    return [
        (draft, indicator, figure)
        for draft in by_name(judged(cohort.drafts))
        for indicator in cohort.template.indicators
        if (figure := values.get((draft.path, indicator.id))) is not None and figure.place is not None
    ]


def _cell(book: Book, sheet: Any, row: int, column: int, figure: Figure | None) -> None:
    if figure is None or not figure.doubtful:
        book.put(sheet, row, column, figure.value if figure else None, "number")
        return
    # as words: a sum that Excel makes of the column then leaves them out, as ours does
    book.put(sheet, row, column, doubted(book.t, figure.value), "doubt")
    if figure.place is not None:
        sheet.write_comment(row, column, fit(book.t.text(figure.place.quote))[:QUOTE])


def _total(book: Book, sheet: Any, row: int, column: int, found: Sequence[float], units: int) -> None:
    """A sum as a number, whatever stands beside it: the number of units is of the cell's format."""
    if not found:
        book.put(sheet, row, column, None, "sum")
        return
    some = "" if len(found) == units else book.t(" ({n}/{all} đơn vị)", n=len(found), all=units)
    sheet.write_number(row, column, sum(found), book.sum_style(some, whole=not sum(found) % 1))


def doubted(t: Speech, value: float | None) -> str:
    """A doubtful figure as every report tells it."""
    return t("cần xem") if value is None else grouped(t, value) + t(" (cần xem)")


def units(cohort: Cohort) -> tuple[tuple[DraftSummary, ...], ...]:
    """The judged drafts, several files of one unit together."""
    of = {path: twins.paths for twins in cohort.twins for path in twins.paths}
    groups: dict[tuple[str, ...], list[DraftSummary]] = {}
    for draft in judged(cohort.drafts):
        groups.setdefault(of.get(draft.path, (draft.path,)), []).append(draft)
    return tuple(map(tuple, groups.values()))


def agreed(groups: Sequence[Sequence[DraftSummary]], values: Figures, indicator: Indicator) -> list[float]:
    """One figure a unit; none where its files differ or a person must look."""
    out: list[float] = []
    for group in groups:
        found = [f for d in group if (f := values.get((d.path, indicator.id)))]
        told = {f.value for f in found if f.value is not None}
        if len(told) == 1 and not any(f.doubtful for f in found):
            out += told
    return out


def head(t: Speech, indicator: Indicator) -> str:
    """An indicator's title with its unit and what time it is for."""
    title = f"{indicator.title} ({indicator.unit})" if indicator.unit else indicator.title
    periods = {"term": t("cả nhiệm kỳ"), "year": t("trong năm"), "now": t("hiện có")}
    return f"{title}\n{periods[indicator.period]}" if indicator.period else title


def total(t: Speech, found: Sequence[float], units: int) -> Value:
    """A sum: nothing without figures, with the number of units in the same cell where some are silent."""
    if not found:
        return None
    if len(found) == units:
        return sum(found)
    return t("{sum} ({n}/{all} đơn vị)", sum=grouped(t, sum(found)), n=len(found), all=units)


def grouped(t: Speech, value: float) -> str:
    """A figure with its thousands set apart, as the language does."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return text.translate(str.maketrans(",.", ".,")) if t.lang == "vi" else text


def notes(t: Speech, cohort: Cohort) -> tuple[str, ...]:
    """What a reader must know before using the table, the last ones of the sums."""
    several = t(
        "Đơn vị có nhiều tệp chỉ cộng một lần; số mà các tệp ấy ghi khác nhau thì không cộng, cần chọn một tệp rồi chạy lại."
    )
    return (
        t(
            "Ô “Cần xem”: dự thảo nêu số liệu chưa rõ, nêu hai số khác nhau hoặc số không khớp phép cộng (F201, F204); không cộng vào tổng. Lời trích ở ghi chú của ô."
        ),
        t("Ô trống: không tìm thấy số liệu trong dự thảo. Nguồn của từng số ở trang “Nguồn chỉ tiêu”."),
        t("Tổng chưa đủ đơn vị thì không so sánh được với tổng của cột khác."),
        *((several,) if cohort.twins else ()),
    )
