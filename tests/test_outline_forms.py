"""Forms behind an outline (a head, a title, a table) ask for no item; an annex that is an outline does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.model import Template

ITEMS = ("I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ", "1. Bến bãi", "2. Phương tiện", "III. KIẾN NGHỊ")
TABLE = "#"


def made(folder: Path, lines: Sequence[str]) -> Template:
    """An outline of such lines; ``#`` is a table of a few cells."""
    document = docx.Document()
    for line in ("ĐỀ CƯƠNG BÁO CÁO", "Công tác đường thủy năm 2025", *lines):
        if line == TABLE:
            table = document.add_table(3, 3)
            for row, texts in zip(
                table.rows, (("TT", "Bến", "Số đò"), ("1", "Bến Giữa", ""), ("2", "Bến Chùa", "")), strict=True
            ):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            continue
        document.add_paragraph().add_run(line).bold = not line.startswith("Nêu")
    path = folder / "de-cuong.docx"
    document.save(str(path))
    return load_template(path)


FORMS = [
    ("BIỂU 01", "TỔNG HỢP ĐÒ NGANG NĂM 2025", TABLE, "Người lập biểu ghi rõ họ tên."),
    ("Mẫu số 2: Thống kê đò ngang", TABLE),
    ("PHỤ LỤC 2", "Danh sách bến", "(Kèm theo đề nghị của Sở)", TABLE, "PHỤ LỤC 3", "Danh sách đò", TABLE),
    ("BẢNG TỔNG HỢP ĐÒ NGANG", TABLE),
    ("Biểu số 03",),
    ("Biểu số 04: Tổng hợp bến khách", "TT  Tên bến  Số đò", "1  Bến Giữa"),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_at_the_end_is_no_item_and_no_guidance(tmp_path: Path, form: tuple[str, ...]) -> None:
    found = made(tmp_path, (*ITEMS, "Nêu cơ quan giải quyết", *form))
    assert [r.number for r in found.requirements] == ["I", "II", "II.1", "II.2", "III"]
    assert found.by_number["III"].guidance == "Nêu cơ quan giải quyết"


def test_items_behind_a_form_go_on(tmp_path: Path) -> None:
    found = made(tmp_path, (*ITEMS[:4], "BIỂU 01", "TỔNG HỢP ĐÒ NGANG", TABLE, "3. Cứu hộ", "III. KIẾN NGHỊ"))
    assert [r.number for r in found.requirements] == ["I", "II", "II.1", "II.2", "II.3", "III"]


def test_words_about_a_form_and_a_table_of_an_item_are_no_form(tmp_path: Path) -> None:
    found = made(tmp_path, (*ITEMS[:3], "Nêu số bến theo Biểu số 01", TABLE, *ITEMS[3:], "Biểu số 01 kèm theo."))
    assert [r.number for r in found.requirements] == ["I", "II", "II.1", "II.2", "III"]
    assert found.by_number["II.1"].guidance.startswith("Nêu số bến theo Biểu số 01")
    assert found.by_number["III"].guidance == "Biểu số 01 kèm theo"
