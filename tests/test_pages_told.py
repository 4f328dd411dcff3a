"""What the pages count and call by name: the same numbers everywhere, nothing held back in silence, long passages folded."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cohorts
import openpyxl
import pytest

from vnreport_nlp.decisions import apply
from vnreport_nlp.exporters import html, letters, xlsx
from vnreport_nlp.exporters.html_reuse import LONG
from vnreport_nlp.exporters.tables import against, per_cent
from vnreport_nlp.model import Assessment, Cohort, Decision, Place, Shared, Span, Unreadable, finding, msg

UNIT = "Xã Bàu Sen"


def page(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


@pytest.fixture(scope="module")
def result() -> Assessment:
    return cohorts.assessed(cohorts.draft(UNIT, 5, drop=["III.2"], hollow=["V.1"], thin=["II.9"]), "s.md")


@pytest.mark.parametrize(
    ("ratio", "wanted"), [(2.5, "250%"), (1.0, "100%"), (0.999, "99%"), (0.004, "1%"), (1.286, "128%")]
)
def test_more_than_the_middle_is_told_as_it_is(ratio: float, wanted: str) -> None:
    assert against(ratio) == wanted
    assert per_cent(min(ratio, 1.0)) == (wanted if ratio < 1 else "100%")


def test_lengths_beyond_the_middle_are_on_the_page(tmp_path: Path) -> None:
    cohort = cohorts.small()
    html.export(cohort, tmp_path)
    shares = [r.share for n in ("II.1", "II.2", "II.3") for r in cohort.slice_of(n).rows if r.share]
    told = "".join(page(tmp_path, f"requirements/{n}.html") for n in ("II.1", "II.2", "II.3"))
    above = [s for s in shares if s >= 1.01]
    assert above and all(f">{int(100 * s + 1e-6)}%" in told for s in above)


def test_what_is_waived_is_told_in_the_list(result: Assessment, tmp_path: Path) -> None:
    first, second = result.findings[:2]
    given = [
        Decision(UNIT, first.fingerprint, "waive", "có ở phụ lục", "Dung"),
        Decision(UNIT, second.fingerprint, "accept", "", "Dung"),
    ]
    html.export(cohorts.cohort_of({UNIT: apply(result, given)}), tmp_path)
    told = page(tmp_path, "units/don-vi-01.html")
    n = len(result.findings)
    assert f"Danh sách phát hiện: {n}, trong đó 1 đã bỏ qua" in told
    assert re.search(rf'<li class="c-\w+ d-waive" data-for="{first.fingerprint}" data-given="waive">', told)
    assert re.search(rf'data-for="{second.fingerprint}" data-given="accept"', told)
    html.export(cohorts.cohort_of({UNIT: result}), tmp_path)
    assert "đã bỏ qua" not in plain(page(tmp_path, "units/don-vi-01.html").partition("<ol>")[0])


def test_the_index_warns_of_nothing_that_is_not_there(result: Assessment, tmp_path: Path) -> None:
    broken = Unreadable("hong.docx", "corrupt", msg("Tệp bị hỏng."), None)
    html.export(cohorts.cohort_of({UNIT: result, "hong": broken}), tmp_path)
    assert re.findall(r'<small class="bad">(.*?)</small>', page(tmp_path, "index.html")) == ["không đọc được 1"]


def test_errors_head_the_list_of_findings(result: Assessment, tmp_path: Path) -> None:
    html.export(cohorts.cohort_of({UNIT: result}), tmp_path)
    listed = re.findall(
        r'<li class="c-(\w+)" data-for=.*?<span class="num">(\d+)</span>', page(tmp_path, "units/don-vi-01.html")
    )
    kinds = [kind for kind, _ in listed]
    assert kinds == sorted(kinds, key=["error", "warning", "note"].index) and len(set(kinds)) > 1
    assert sorted(int(n) for _, n in listed) == list(range(1, len(result.findings) + 1)), (
        "numbers are those of the text"
    )
    for kind in set(kinds):
        numbers = [int(n) for k, n in listed if k == kind]
        assert numbers == sorted(numbers)


def test_the_index_counts_what_the_workbook_lists(tmp_path: Path) -> None:
    cohort = cohorts.small()
    html.export(cohort, tmp_path)
    xlsx.export(cohort, tmp_path / "matrix.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "matrix.xlsx").worksheets[1]
    listed = [str(row[1].value) for row in sheet.iter_rows(min_row=2) if row[1].value != "Không đọc được"]
    told = page(tmp_path, "index.html")
    for word, kind in (("Lỗi", "error"), ("Cảnh báo", "warning"), ("Ghi chú", "note")):
        (shown,) = re.findall(rf'<li class="k-{kind}"><b>([\d.]+)</b>', told)
        assert int(shown.replace(".", "")) == listed.count(word)
    assert "của tài liệu khác đề cương" in told


def test_the_workbook_sums_as_the_page_does(tmp_path: Path) -> None:
    cohort = cohorts.small()
    html.export(cohort, tmp_path)
    xlsx.export(cohort, tmp_path / "matrix.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "matrix.xlsx").worksheets[0]
    (last,) = (row for row in sheet.iter_rows() if row[0].value == "Cộng dự thảo đã đối chiếu")
    foot = page(tmp_path, "index.html").partition("<tfoot>")[2].partition("</tfoot>")[0]
    cells = [plain(c) for c in re.findall(r"<td[^>]*>(.*?)</td>", foot)]
    own = [
        f"{round(100 * c.value)}%" if c.number_format == "0%" else str(c.value)
        for c in last[1:-1]
        if c.value is not None
    ]
    assert own[0] == cells[0] and own[1:3] == cells[1:3] and own[4:] == cells[3:]


def test_files_are_not_called_units(tmp_path: Path) -> None:
    cohort = cohorts.small()
    html.export(cohort, tmp_path)
    told = plain(page(tmp_path, "index.html"))
    assert "toàn tỉnh" not in told and "đơn vị thiếu" not in told
    assert re.search(r"\d+/\d+ dự thảo thiếu", told) and "Mục thiếu hoặc chưa đủ nhiều nhất" in told


def test_letters_are_listed_by_unit_and_no_folder_is_opened(tmp_path: Path) -> None:
    cohort = cohorts.small()
    names = letters.export(cohort, tmp_path / "letters")
    html.export(cohort, tmp_path)
    told = page(tmp_path, "index.html")
    assert set(re.findall(r'href="letters/([^"]+)"', told)) == set(names)
    assert f"Công văn gửi các đơn vị: {len(names)}" in told and 'href="letters"' not in told


def held(cohort: Cohort, folder: Path, **more: bool) -> str:
    html.export(cohort, folder, **more)  # type: ignore[arg-type]
    (unit,) = (folder / "units").iterdir()
    return plain(unit.read_text(encoding="utf-8"))


def test_what_the_letter_does_not_tell_is_told(result: Assessment, tmp_path: Path) -> None:
    start = result.outline.sections[4].body.start
    where = Place(Span(start, start + 30), result.document.locate(start), result.document.text[start : start + 30])
    copied = finding("R601", msg("Một đoạn giống dự thảo khác"), places=(where,), content="đoạn")
    cohort = cohorts.cohort_of({UNIT: replace(result, findings=(*result.findings, replace(copied, severity="error")))})
    assert "1 phát hiện chưa nêu trong công văn" in held(cohort, tmp_path / "a")
    live = sum(f.severity != "note" for f in result.findings) + 1
    assert f"{live} phát hiện chưa nêu trong công văn" in held(cohort, tmp_path / "b", confirmed=True)
    assert "chưa nêu trong công văn" not in held(cohort, tmp_path / "c", anonymise=True), "no letters, none held back"
    assert "chưa nêu trong công văn" not in held(cohorts.cohort_of({UNIT: result}), tmp_path / "d")


def test_a_long_passage_is_folded_behind_its_first_words(tmp_path: Path) -> None:
    one, two = (cohorts.assessed(cohorts.draft(u, 6), f"{u}.md") for u in ("Xã Khe Vàng", "Xã Nậm Khoai"))

    def shared(size: int, until: int) -> Shared:
        place = one.document.locate(100), two.document.locate(100)
        return Shared(
            one.document.path, two.document.path, Span(100, until), Span(100, until), *place, size, 0.9, "x", "x"
        )

    passages = (shared(LONG + 1, 4000), shared(LONG, 1500))
    html.export(cohorts.cohort_of({"A": one, "B": two}, passages), tmp_path)
    told = page(tmp_path, "reuse.html")
    assert told.count('<details class="long">') == 1
    (opening,) = re.findall(r'<details class="long"><summary>“(.*?)…”', told)
    assert 10 < len(opening.split()) <= 40


def test_a_single_file_leads_to_its_parts_and_says_what_it_is_not(result: Assessment, tmp_path: Path) -> None:
    html.export(cohorts.cohort_of({UNIT: result}), tmp_path, single_file=True)
    told = page(tmp_path, "index.html")
    head = told.partition("</header>")[0]
    links = re.findall(r'href="#([^"]+)"', head)
    assert {"q-indicators", "h-rq", "main"} <= set(links)
    assert all(f'id="{name}"' in told for name in links)
    assert "Bản gộp để đọc" in head


@pytest.mark.parametrize(("marker", "wanted"), [("(2)", "(2)"), ("2)", "2"), ("2.", "2"), ("II.", "II")])
def test_a_bracket_that_was_opened_is_closed(marker: str, wanted: str, result: Assessment) -> None:
    outline = result.outline
    inner = next(s for s in outline.sections if s.parent is not None and outline.sections[s.parent].parent is None)
    sections = tuple(replace(s, marker=marker) if s.index == inner.parent else s for s in outline.sections)
    changed = replace(outline, sections=sections)
    assert changed.above(replace(inner, marker="a)")) == wanted
