"""What a page and the workbook tell of the same thing is the same, and says what it counts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import cohorts
import openpyxl

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, write_batch
from vnreport_nlp.exporters import html, xlsx
from vnreport_nlp.exporters.tables import by_requirement, judged
from vnreport_nlp.model import Cohort, Shared
from vnreport_nlp.text import collated


def several() -> Cohort:
    """A cohort in which one text stands in three drafts, and a shorter one in two."""
    cohort = cohorts.small()
    paths = [d.path for d in cohort.drafts if d.readable and not d.foreign][:4]
    first = cohort.shared[0]

    def passage(a: int, b: int, syllables: int, cluster: int) -> Shared:
        return replace(first, left=paths[a], right=paths[b], syllables=syllables, cluster=cluster, source=None)

    return replace(cohort, shared=(passage(2, 3, 26, 2), passage(0, 1, 90, 1), passage(0, 2, 80, 1)))


def test_shared_passages_have_one_number_on_the_page_and_in_the_workbook(tmp_path: Path) -> None:
    cohort = several()
    html.export(cohort, tmp_path)
    xlsx.export(cohort, tmp_path / "a.xlsx")
    page = (tmp_path / "reuse.html").read_text(encoding="utf-8")
    told = re.findall(r'<h3 id="x-\d+-t">(\d+)\. (.*?) – (.*?)</h3>\s*<p class="where">(.*?)</p>', page, re.DOTALL)
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["Trùng lặp"].iter_rows(min_row=2, values_only=True))
    assert [(int(n), left, right) for n, left, right, _ in told] == [row[:3] for row in rows]
    assert [m[1] if (m := re.search(r"nhóm (\d+)", where)) else None for *_, where in told] == ["1", "1", None]
    assert [row[5] for row in rows] == [1, 1, 2]


def test_the_longest_text_is_the_first_group(drafts: Path, tmp_path: Path) -> None:
    short = "tổ công tác ở lại bản cả tuần cùng trưởng bản đi từng nhà nghe dân nói về nước và đường rồi ghi vào sổ đem về bàn ngay"
    long = (
        "mỗi bản chọn một việc khó nhất của bản mình giao cho một đảng viên đứng tên ghi lên bảng gỗ trước nhà văn hóa cuối tháng cả bản cùng "
        "xem việc nào xong việc nào chưa và vì sao rồi chọn việc mới"
    )
    more = {"huyen-phong-lam.md": (short, long), "huyen-vinh-khoai.md": (short,), "xa-khe-ngang.md": (long,)}
    for name, texts in more.items():
        *before, last = (drafts / name).read_text(encoding="utf-8").split("\n## ")
        head, body = last.split("\n", 1)
        added = "\n\n".join(f"{text.capitalize()}." for text in texts)
        (tmp_path / name).write_text("\n## ".join([*before, f"{head}\n\n{added}\n{body}"]), encoding="utf-8")
    write_batch([str(tmp_path / n) for n in more], tmp_path / "out", load_template(), options=BatchOptions(workers=1))
    told = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))["reuse"]
    assert [s["cluster"] for s in sorted(told, key=lambda s: -s["syllables"])] == [1, 2]


def test_a_doubtful_figure_is_told_in_the_same_words_and_is_in_no_sum(tmp_path: Path) -> None:
    cohort = cohorts.small()
    figures = tuple(replace(f, value=24.0) if f.doubtful else replace(f, value=29.0) for f in cohort.figures)
    cohort = replace(cohort, figures=figures)
    html.export(cohort, tmp_path)
    xlsx.export(cohort, tmp_path / "a.xlsx")
    column = [row[1] for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["Chỉ tiêu"].iter_rows(min_row=2)]
    assert [c.value for c in column if isinstance(c.value, str)][:1] == ["24 (cần xem)"]
    assert "24 (cần xem)" in (tmp_path / "indicators.html").read_text(encoding="utf-8")
    numbers = [c for c in column if isinstance(c.value, int | float)]
    assert sum(c.value for c in numbers[:-1]) == numbers[-1].value
    assert {c.number_format.partition('"')[0] for c in numbers} == {"#,##0"}, "no comma of a fraction behind 29"


def test_units_are_listed_by_name_wherever_no_share_orders_them(tmp_path: Path) -> None:
    cohort = several()
    html.export(cohort, tmp_path)
    xlsx.export(cohort, tmp_path / "a.xlsx")
    page = (tmp_path / "indicators.html").read_text(encoding="utf-8")
    shown = re.findall(r'<th scope="row"><a [^>]*>(.*?)</a>', page)
    assert shown == sorted(shown, key=collated) and shown != sorted(shown)
    rows = openpyxl.load_workbook(tmp_path / "a.xlsx")["Chỉ tiêu"].iter_rows(min_row=2, values_only=True)
    assert [row[0] for row in rows][: len(shown)] == shown
    heat = re.findall(r'<tr><th scope="row">(.*?)</th>', (tmp_path / "reuse.html").read_text(encoding="utf-8"))
    assert heat == sorted(heat, key=collated)


def test_requirements_most_often_not_in_full_stand_first(tmp_path: Path) -> None:
    cohort = cohorts.small()
    html.export(cohort, tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    bars = re.findall(r'<li><a href="requirements/[^"]*"><span class="no">(.*?)</span>', page.partition("</ol>")[0])
    lacking = {n: c.missing + c.partial for n, c in by_requirement(cohort.template, judged(cohort.drafts)).items()}
    told = [lacking[n] for n in bars]
    assert len(bars) == 10 and told == sorted(told, reverse=True)
    assert max(n for number, n in lacking.items() if number not in bars) <= told[-1]


def test_the_last_row_says_whose_errors_it_counts(tmp_path: Path) -> None:
    cohort = cohorts.small()
    apart = next(d for d in cohort.drafts if d.readable and d.foreign)
    html.export(cohort, tmp_path)
    xlsx.export(cohort, tmp_path / "a.xlsx")
    told = f"chưa kể {apart.counts[0]} lỗi, {apart.counts[1]} cảnh báo, {apart.counts[2]} ghi chú của tài liệu khác đề cương"
    assert told in (tmp_path / "index.html").read_text(encoding="utf-8")
    cells = [str(row[0]) for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["Ma trận"].iter_rows(values_only=True)]
    assert any(told in cell for cell in cells)
