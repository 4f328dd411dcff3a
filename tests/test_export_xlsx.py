"""The workbook: sheets, words, no live formula, equal bytes; it opens in LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import cohorts
import openpyxl
import pytest

from vnreport_nlp.checks import cited_documents, compared
from vnreport_nlp.exporters import xlsx, xlsx_book, xlsx_figures
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.exporters.xlsx_book import LETTERS
from vnreport_nlp.model import Cohort


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    return cohorts.small()


@pytest.fixture(scope="module")
def book(cohort: Cohort, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("book") / "matrix.xlsx"
    xlsx.export(cohort, target)
    return target


def test_sheets_and_words(book: Path, cohort: Cohort) -> None:
    read = openpyxl.load_workbook(book)
    assert read.sheetnames == [
        "Ma trận",
        "Phát hiện",
        "Chỉ tiêu",
        "Nguồn chỉ tiêu",
        "Viện dẫn",
        "So sánh viện dẫn",
        "Trùng lặp",
        "Lựa chọn",
    ]
    for sheet in read.worksheets[:-1]:
        assert sheet.freeze_panes and sheet.auto_filter.ref
    rows = list(read["Ma trận"].iter_rows(values_only=True))
    assert rows[1][1].startswith("Không đọc được: Tệp PDF")
    words = {value for row in rows[3:16] for value in row if isinstance(value, str)}
    assert {"Đạt", "Thiếu (cần xem)", "Trống"} <= words  # without topics absence always asks for a look
    assert len(rows[0]) == 5 + 5 + 41 + 1
    found = list(read["Phát hiện"].iter_rows(min_row=2, values_only=True))
    expected = sum(len(getattr(cohort.load(d), "findings", (1,))) for d in cohort.drafts)
    assert len(found) == expected


def test_an_outline_without_indicators_has_no_sheets_of_them(cohort: Cohort, tmp_path: Path) -> None:
    bare = replace(cohort, template=replace(cohort.template, indicators=()), figures=())
    xlsx.export(bare, tmp_path / "matrix.xlsx")
    names = openpyxl.load_workbook(tmp_path / "matrix.xlsx").sheetnames
    assert "Viện dẫn" in names and not [n for n in names if "hỉ tiêu" in n]


def test_a_sum_over_part_of_the_units_says_so(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["Chỉ tiêu"]
    rows = list(sheet.iter_rows(values_only=True))
    total = next(r for r in rows if r[0] == "Cộng các đơn vị có số liệu")
    values = [v for r in rows[1:14] if isinstance(v := r[1], int | float)]
    assert None in [r[1] for r in rows[1:14]]
    assert total[1] == sum(values), "a number that Excel can go on with, and that its own sum of the column gives"
    shown = sheet.cell(rows.index(total) + 1, 2).number_format
    assert shown == f'#,##0" ({len(values)}/{rows.index(total) - 1} đơn vị)"'
    assert total[2] is None, "nobody was read: no sum, and no 0"


@pytest.mark.parametrize(
    ("found", "units", "shown"), [([], 3, None), ([1200.0, 34.5], 2, 1234.5), ([1200.0, 34.0], 3, "1.234 (2/3 đơn vị)")]
)
def test_sums(found: list[float], units: int, shown: object) -> None:
    assert xlsx_figures.total(Speech(), found, units) == shown


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://x.invalid","k")', "+1+1", "-2", "@SUM(A1)", "http://x.invalid", "12", "\x01\x0b\u202ex"],
)
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    made = cohorts.cohort_of({text: cohorts.assessed(cohorts.draft("Xã A", 1, drop=["IV.3"]), "a.md")})
    xlsx.export(made, tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["Ma trận"]["A2"]
    assert cell.data_type == "s" and cell.hyperlink is None
    assert "\x01" not in cell.value and "\u202e" not in cell.value


def test_long_cells_are_cut() -> None:
    assert xlsx_book.fit("a" * 32_767) == "a" * 32_767
    for text in ("a" * 40_000, "𝒂" * 20_000):
        cut = xlsx_book.fit(text)
        assert cut.endswith("…") and len(cut.encode("utf-16-le")) // 2 <= xlsx_book.CELL_LIMIT


def test_similarity_never_rounds_to_a_hundred(cohort: Cohort, tmp_path: Path) -> None:
    near = replace(cohort, shared=(replace(cohort.shared[0], similarity=0.999),))
    xlsx.export(near, tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["Trùng lặp"]["E2"].value == 0.99


def test_equal_bytes(cohort: Cohort, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        xlsx.export(cohort, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_nothing_to_write(tmp_path: Path) -> None:
    xlsx.export(cohorts.cohort_of({}), tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_opens_in_libreoffice(book: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        str(tmp_path),
        str(book),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert "Xã Cồn Dừa" in (tmp_path / "matrix.csv").read_text(encoding="utf-8")


def test_anonymous_workbook_names_nobody(tmp_path: Path) -> None:
    result = cohorts.assessed(cohorts.draft("Xã Hoà Bưởi", 3, drop=["IV.3"], hollow=["II.4"]), "du-thao/xa-hoa-buoi.md")
    xlsx.export(cohorts.cohort_of({"Xã Hoà Bưởi": result}), tmp_path / "a.xlsx", anonymise=True)
    cells = [
        str(c)
        for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx")
        for row in sheet.iter_rows(values_only=True)
        for c in row
    ]
    assert "Đơn vị 01" in cells
    assert not [c for c in cells if "bưởi" in c.lower() or "hoa-buoi" in c]


CITES = "Thực hiện Nghị quyết số 28-NQ/TW, ngày {day} của Ban Chấp hành Trung ương và Kế hoạch số 12-KH/ĐU, ngày 05/3/{year}."


@pytest.fixture(scope="module")
def citing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    days = {"Xã Suối Bưởi": "17/11/2022", "Xã Cồn Dừa": "17/11/2022", "Xã Khe Vàng": "17/11/2021", "Xã Bàu Sen": ""}
    made: dict[str, cohorts.Result] = {}
    for k, (unit, day) in enumerate(days.items()):
        text = cohorts.draft(unit, k).replace(cohorts.SENTENCES[0], CITES.format(day=day, year=2020 + k))
        made[unit] = cohorts.assessed(text if day else text.replace("/TW, ngày ", "/TW"), f"{k}.md")
    target = tmp_path_factory.mktemp("cites") / "matrix.xlsx"
    xlsx.export(cohorts.cohort_of(made), target)
    return target


def test_every_document_of_a_draft_has_a_row_with_a_real_date(citing: Path) -> None:
    rows = list(openpyxl.load_workbook(citing)["Viện dẫn"].iter_rows(min_row=2, values_only=True))
    mine = [r for r in rows if r[0] == "Xã Khe Vàng"]
    assert [r[1:5] for r in mine] == [
        ("Nghị quyết", 28, "28-NQ/TW", datetime(2021, 11, 17)),
        ("Kế hoạch", 12, "12-KH/ĐU", datetime(2022, 3, 5)),
    ]
    assert mine[0][5] == "Ban Chấp hành Trung ương"
    assert mine[0][6] >= 1 and mine[0][7].startswith("dòng ")


def test_the_odd_one_out_is_marked_and_own_documents_are_not_compared(citing: Path) -> None:
    sheet = openpyxl.load_workbook(citing)["So sánh viện dẫn"]
    heads = [c.value for c in sheet[1]]
    rows = [r for r in sheet.iter_rows(min_row=2) if r[1].value]
    assert [r[1].value for r in rows] == ["28-NQ/TW"]
    cells = dict(zip(heads, rows[0], strict=True))
    assert cells["Ngày chung"].value == datetime(2022, 11, 17) and cells["Số đơn vị"].value == 4
    assert cells["Nhận xét"].value == "Ngày khác: Xã Khe Vàng"
    assert cells["Xã Khe Vàng"].value == "17/11/2021"
    assert cells["Xã Khe Vàng"].fill.fgColor.rgb != cells["Xã Cồn Dừa"].fill.fgColor.rgb
    assert cells["Xã Bàu Sen"].value == "không ghi ngày"


def test_without_a_majority_nobody_is_odd() -> None:
    made = [
        cited_documents(
            cohorts.assessed(cohorts.draft("Xã A", 1, extra=f"\nQuyết định số 913-QĐ/TW, ngày {d}"), "a.md").outline
        )
        for d in ("05/6/2023", "05/7/2023")
    ]
    (one,) = compared(made)
    assert not one.sure


def test_rows_are_tall_enough_for_their_text(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["Phát hiện"]
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if cell.column_letter not in sheet.column_dimensions:  # as wide as the one before
                continue
            width = sheet.column_dimensions[cell.column_letter].width
            if isinstance(cell.value, str) and cell.alignment.wrap_text and len(cell.value) > 1.5 * width:
                height = sheet.row_dimensions[cell.row].height
                assert height is not None and height >= 13 * min(len(cell.value) / width / LETTERS, 30)


def test_wide_sheets_print_on_several_pages(book: Path) -> None:
    read = openpyxl.load_workbook(book)
    assert read["Ma trận"].page_setup.fitToWidth == 2 and read["Ma trận"].print_title_cols == "$A:$A"
    assert read["Phát hiện"].page_setup.paperSize == 8 and (read["Phát hiện"].page_setup.fitToWidth or 1) == 1
    for sheet in (read["Ma trận"], read["Phát hiện"]):
        assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Công văn số 214/SYT-NV ngày 03/3/2025 của Sở Y tế, các trạm đã tiêm đủ liều.", "Sở Y tế"),
        ("Kế hoạch số 61/KH-SGDĐT ngày 05/9/2025 của Sở Giáo dục và Đào tạo tỉnh Lam Giang về phổ cập.", "Sở Giáo dục và Đào tạo tỉnh Lam Giang"),
        ("Thông tư số 12/2024/TT-BLĐTBXH ngày 17/10/2024 của Bộ Lao động - Thương binh và Xã hội.", "Bộ Lao động - Thương binh và Xã hội"),
        ("Quyết định số 18/QĐ-STC ngày 09/4/2025 của Sở Tài chính và các văn bản khác.", "Sở Tài chính"),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Bộ Chính trị khóa XII đã nêu.", "Bộ Chính trị khóa XII"),
    ],
)  # fmt: skip
def test_a_departments_name_is_told_to_its_end(text: str, issuer: str) -> None:
    result = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4).replace(cohorts.SENTENCES[0], f"Thực hiện {text}"), "a.md")
    assert issuer in {d.issuer for d in cited_documents(result.outline)}


def test_a_finding_prints_on_one_page_across_without_the_machines_folders(tmp_path: Path) -> None:
    results = {
        f"Xã {n}": cohorts.assessed(cohorts.draft(f"Xã {n}", 1, drop=["IV.3"]), f"/srv/ho-so/{p}")
        for n, p in (("A", "a.md"), ("B", "dot-2/b.md"))
    }
    xlsx.export(cohorts.cohort_of(results), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book["Phát hiện"]
    files = next(c.column for c in sheet[1] if c.value == "Tệp")
    last = sheet.print_area.replace("$", "").rsplit(":")[-1]
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    widths = [sheet.column_dimensions[c.column_letter].width for c in sheet[1][: files - 1]]
    assert sum(widths) < 350, "what A3 holds across in letters that can be read"
    assert sheet[last].column == files - 1
    told = {c.value for sheet in book.worksheets for row in sheet.iter_rows() for c in row if isinstance(c.value, str)}
    assert {"a.md", "dot-2/b.md"} <= told and not [text for text in told if "/srv" in text]
