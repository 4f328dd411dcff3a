"""The workbook: sheets, words, no live formula, equal bytes; it opens in LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import cohorts
import openpyxl
import pytest

from vnreport_nlp.exporters import xlsx
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
    assert read.sheetnames == ["Ma trận", "Phát hiện", "Chỉ tiêu", "Trùng lặp"]
    for sheet in read:
        assert sheet.freeze_panes and sheet.auto_filter.ref
    rows = list(read["Ma trận"].iter_rows(values_only=True))
    assert rows[1][1].startswith("Không đọc được: Tệp PDF")
    words = {value for row in rows[3:16] for value in row if isinstance(value, str)}
    assert {"Đạt", "Thiếu", "Trống"} <= words
    assert len(rows[0]) == 5 + 5 + 41 + 1
    found = list(read["Phát hiện"].iter_rows(min_row=2, values_only=True))
    expected = sum(len(getattr(cohort.load(d), "findings", (1,))) for d in cohort.drafts)
    assert len(found) == expected


def test_figures_sum_and_gaps(book: Path) -> None:
    rows = list(openpyxl.load_workbook(book)["Chỉ tiêu"].iter_rows(values_only=True))
    total = next(r for r in rows if r[0] and r[0].startswith("Cộng toàn tỉnh"))
    values = [r[1] for r in rows[1:14]]
    assert None in values and total[1] == sum(v for v in values if v is not None)


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
    assert xlsx.fit("a" * 32_767) == "a" * 32_767
    for text in ("a" * 40_000, "𝒂" * 20_000):
        cut = xlsx.fit(text)
        assert cut.endswith("…") and len(cut.encode("utf-16-le")) // 2 <= xlsx.CELL_LIMIT


def test_similarity_never_rounds_to_a_hundred(cohort: Cohort, tmp_path: Path) -> None:
    near = replace(cohort, shared=(replace(cohort.shared[0], similarity=0.999),))
    xlsx.export(near, tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["Trùng lặp"]["D2"].value == 0.99


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
