"""The workbook: matrix, findings, indicators, cited documents, shared passages; text stays text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

from ..checks import Cited
from ..model import Cohort, Coverage, DraftSummary, whole_percent
from ..whole import beside
from .entries import EntryOf, Row, cited_of, finding_rows
from .html_mask import coded, masker
from .tables import (
    Speech,
    apart_of,
    below_common,
    by_requirement,
    coverage_of,
    judged,
    last_row,
    parts,
    safe,
    total,
    worst_first,
)
from .titles import calm
from .xlsx_book import CREATED, Book, Value, close, fit
from .xlsx_cited import write_cited, write_cohort
from .xlsx_figures import write_figures, write_sources
from .xlsx_findings import write_choices, write_findings
from .xlsx_revisions import write_revisions


def export(
    cohort: Cohort, target: Path, *, lang: str = "vi", anonymise: bool = False, entry: EntryOf | None = None
) -> None:
    """Write the workbook of a batch; with ``anonymise`` codes stand for units and their files.

    ``entry`` gives what was made of a draft before, under its own name.
    """
    speech = Speech(lang)
    if anonymise:
        cohort = coded(cohort)
        codes = {safe(d.path): d.label for d in cohort.drafts}
        mask = masker(cohort)
        speech = Speech(lang, lambda text: codes.get(text) or mask(text))
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "constant_memory": False,
    }
    with beside(target) as place:
        _write(xlsxwriter.Workbook(str(place), options), speech, cohort, lang, entry, anonymise=anonymise)


def _write(
    book: xlsxwriter.Workbook, speech: Speech, cohort: Cohort, lang: str, entry: EntryOf | None, *, anonymise: bool
) -> None:
    """All sheets, in the order of a reviewer's work."""
    book.set_properties({"title": Speech(lang).text(calm(cohort.template.title)), "created": CREATED})
    try:
        files = {} if anonymise else below_common(d.path for d in cohort.drafts)
        writer = Writer(book, speech, files=files)
        writer.matrix(cohort)
        write_findings(writer, writer.finding_rows(cohort, None if anonymise else entry), anonymous=anonymise)
        if cohort.template.indicators:
            write_figures(writer, cohort)
            write_sources(writer, cohort)
        write_cited(writer, writer.cited)
        write_cohort(writer, writer.cited)
        writer.shared(cohort)
        write_revisions(writer, cohort)
        if not anonymise:
            write_choices(writer)
        writer.set_heights()
    finally:
        close(book)


@dataclass
class Writer(Book):
    """The sheets of a batch; every draft is loaded once, for its findings and its citations."""

    cited: dict[DraftSummary, tuple[Cited, ...]] = field(default_factory=dict)

    def matrix(self, cohort: Cohort) -> None:
        """Units by requirements, with subtotals per part."""
        t = self.t
        groups = parts(cohort.template)
        known = cohort.template.by_number
        heads = [(t("Đơn vị"), 26), (t("Mức đủ"), 9), (t("Lỗi"), 7), (t("Cảnh báo"), 9), (t("Ghi chú"), 8)]
        for part, numbers in groups.items():
            heads.append((t("Cộng {n}", n=part), 9))
            heads += [(f"{n}\n{known[n].title}", 11) for n in numbers]
        heads.append((t("Tệp"), 34))
        sheet = self.sheet(t("Ma trận"), heads)
        row = 0
        for row, draft in enumerate(worst_first(cohort.drafts), 1):
            self._matrix_row(sheet, row, draft, groups, len(heads))
        sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)
        self._totals(sheet, row + 1, cohort, groups)
        self._legend(sheet, row + 3)
        self.put(sheet, row + 4, 0, last_row(self.t, apart_of(cohort.drafts)), "plain")

    def _totals(self, sheet: Any, row: int, cohort: Cohort, groups: dict[str, tuple[str, ...]]) -> None:
        """The last row: how many drafts are in full, by requirement and part, as on the page."""
        drafts = judged(cohort.drafts)
        sums, whole = by_requirement(cohort.template, drafts), total(drafts)
        self.put(sheet, row, 0, self.t("Cộng dự thảo đã đối chiếu"), "sum")
        self.put(sheet, row, 1, whole.percent / 100 if whole.counted else "–", "percent" if whole.counted else "sum")
        for k in range(3):
            self.put(sheet, row, 2 + k, sum(d.counts[k] for d in drafts), "sum")
        column = 5
        for numbers in groups.values():
            share = sum((sums[n] for n in numbers), Coverage())
            self.put(
                sheet, row, column, share.percent / 100 if share.counted else "–", "percent" if share.counted else "sum"
            )
            for at, number in enumerate(numbers, column + 1):
                c = sums[number]
                self.put(sheet, row, at, f"{c.full}/{c.counted}" if c.counted else "–", "sum")
            column += len(numbers) + 1

    def _matrix_row(
        self, sheet: Any, row: int, draft: DraftSummary, groups: dict[str, tuple[str, ...]], width: int
    ) -> None:
        t = self.t
        self.put(sheet, row, 0, draft.label, "unit")
        self.put(sheet, row, width - 1, self.file(draft.path), "path")
        if not draft.readable or draft.foreign:
            kind = t("Khác đề cương") if draft.readable else t("Không đọc được")
            reason = " ".join(x for x in (f"{kind}:", t.sentence(draft.reason), t.say(draft.hint)) if x).rstrip(":")
            sheet.merge_range(row, 1, row, width - 2, "", self.style("why"))
            sheet.write_string(row, 1, fit(reason), self.style("why"))
            return
        c = draft.coverage
        self.put(sheet, row, 1, c.percent / 100 if c.counted else "–", "percent" if c.counted else "sum")
        for k, n in enumerate(draft.counts):
            self.put(sheet, row, 2 + k, n, "count")
        states = {n: (s, review) for n, s, review in draft.statuses}
        column = 5
        for numbers in groups.values():
            share = coverage_of(draft, numbers)
            self.put(sheet, row, column, f"{share.full}/{share.counted}" if share.counted else "–", "sum")
            for at, number in enumerate(numbers, column + 1):
                status, review = states.get(number, (None, False))
                if status is not None:
                    self.put(sheet, row, at, t.status(status) + (t(" (cần xem)") if review else ""), status)
            column += len(numbers) + 1

    def _legend(self, sheet: Any, row: int) -> None:
        self.put(
            sheet,
            row,
            0,
            self.t(
                "Xếp từ dự thảo có tỷ lệ mục đủ thấp nhất; tệp không đọc được hoặc khác đề cương ở trên cùng. “Cộng” là số mục đủ trên số mục phải có."
            ),
            "plain",
        )

    def finding_rows(self, cohort: Cohort, entry: EntryOf | None) -> Iterator[Row]:
        """Rows of all drafts; what each cites is kept for the other sheets."""
        for draft in worst_first(cohort.drafts):
            if entry is not None:
                kept = entry(draft)
                rows, cited = iter(kept.rows), kept.cited
            else:
                result = cohort.load(draft)
                rows, cited = finding_rows(draft, result, self.t), cited_of(result)
            if cited is not None:
                self.cited[draft] = cited
            yield from rows

    def shared(self, cohort: Cohort) -> None:
        """Shared passages, the longest first."""
        t = self.t
        heads = [
            (t("Đoạn"), 7), (t("Đơn vị A"), 22), (t("Đơn vị B"), 22), (t("Số chữ"), 9), (t("Giống"), 9), (t("Nhóm"), 8), (t("Có vẻ chép từ"), 22),
            (t("Vị trí ở A"), 16), (t("Vị trí ở B"), 16), (t("Đoạn của A"), 70), (t("Đoạn của B"), 70),
        ]  # fmt: skip
        sheet = self.sheet(t("Trùng lặp"), heads, columns=3)
        labels = {d.path: d.label for d in cohort.drafts}
        row = 0
        for row, s in enumerate(sorted(cohort.shared, key=lambda s: s.rank), 1):
            cells: tuple[Value, ...] = (
                row, labels.get(s.left, s.left), labels.get(s.right, s.right), s.syllables, whole_percent(s.similarity) / 100, s.cluster,
                labels.get(s.source, s.source) if s.source else "", t.place(s.left_location), t.place(s.right_location), s.quote,
                s.right_quote or s.quote,
            )  # fmt: skip
            for column, value in enumerate(cells):
                style = (
                    "percent" if column == 4 else "number" if column == 3 else "count" if column in (0, 5) else "text"
                )
                self.put(sheet, row, column, value, style)
        sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)


__all__ = ["export"]
