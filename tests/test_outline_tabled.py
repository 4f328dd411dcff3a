"""Outline documents whose items stand in the rows of a table."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.model import Template
from vnreport_nlp.template import read_outline

ROWS = (
    ("STT", "Nội dung", "Yêu cầu"),
    ("I", "Tình hình rừng và đất lâm nghiệp", ""),
    ("1", "Diện tích, hiện trạng rừng", "Theo kết quả kiểm kê"),
    ("2", "Lực lượng bảo vệ rừng", "1. Biên chế; 2. Hợp đồng"),
    ("II", "Kết quả thực hiện các mục tiêu, nhiệm vụ", ""),
    ("1", "Phòng cháy, chữa cháy rừng", "Số vụ, diện tích"),
    ("1.1", "Tuần tra, trực gác", ""),
    ("1.2", "Diễn tập", ""),
    ("a", "Cấp xã", ""),
    ("b", "Cấp thôn", ""),
    ("III", "Phương hướng năm tới", ""),
)  # fmt: skip
NUMBERS = ["I", "I.1", "I.2", "II", "II.1", "II.1.1", "II.1.2", "II.1.2.a", "II.1.2.b", "III"]


def made(folder: Path, rows: tuple[tuple[str, ...], ...], *before: str, after: tuple[str, ...] = ()) -> Path:
    document = docx.Document()
    for line in before:
        document.add_paragraph(line)
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for line in after:
        document.add_paragraph(line)
    path = folder / "de-cuong.docx"
    document.save(str(path))
    return path


def numbers(template: Template) -> list[str]:
    return [r.number for r in template.requirements]


@pytest.mark.parametrize("joined", [False, True])
def test_rows_are_items_with_what_is_asked_beside_them(tmp_path: Path, joined: bool) -> None:
    """The number may stand in a cell of its own or before the title; what is asked is no heading, numbered or not."""
    rows = (
        tuple((f"{n}. {title}" if n[0] != "S" else "Nội dung", asked) for n, title, asked in ROWS) if joined else ROWS
    )
    found = load_template(made(tmp_path, rows, "ĐỀ CƯƠNG BÁO CÁO", "Công tác bảo vệ rừng năm 2025"))
    if joined:
        assert numbers(found)[:7] == NUMBERS[:7]
    else:
        assert numbers(found) == NUMBERS
    assert found.title == "Báo cáo công tác bảo vệ rừng năm 2025"
    asked = {r.number: r.guidance for r in found.requirements}
    assert asked["I.1"].startswith("Theo kết quả kiểm kê") and "Hợp đồng" in asked["I.2"]
    assert [r.voice for r in found.requirements if r.number in ("II", "II.1.1", "III")] == ["result", "result", "direction"]  # fmt: skip


def test_a_table_of_figures_behind_the_outline_stays_a_table(tmp_path: Path) -> None:
    lines = ("ĐỀ CƯƠNG BÁO CÁO", "I. Tình hình chung", "II. Kết quả", "1. Trồng rừng", "III. Kiến nghị", "PHỤ LỤC")
    found = load_template(made(tmp_path, ROWS, *lines))
    assert numbers(found) == ["I", "II", "II.1", "III"]


def test_a_table_cut_by_a_page_goes_on(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ĐỀ CƯƠNG BÁO CÁO")
    for rows in (("I. Tình hình", "II. Kết quả", "1. Trồng rừng", "2. Giữ rừng"), ("III. Đánh giá", "IV. Kiến nghị")):
        table = document.add_table(0, 2)
        for text in rows:
            table.add_row().cells[0].text = text
        document.add_page_break()
    path = tmp_path / "de-cuong.docx"
    document.save(str(path))
    assert numbers(load_template(path)) == ["I", "II", "II.1", "II.2", "III", "IV"]


def test_a_list_of_people_is_no_outline(tmp_path: Path) -> None:
    rows = (("TT", "Họ và tên", "Chức vụ"), *((str(k), f"Nguyễn Văn {name}", "Ủy viên") for k, name in enumerate("ABCDE", 1)))  # fmt: skip
    path = made(tmp_path, rows, "DANH SÁCH", "Thành viên Ban Chỉ đạo")
    assert not any(s.marker for s in read_outline(path).sections)


def test_rows_with_a_bullet_are_items_and_bullets_of_what_is_asked_are_not(tmp_path: Path) -> None:
    rows = (
        ("STT", "Nội dung", "Yêu cầu"),
        ("I", "Tình hình rừng", "- Độ che phủ\n- Loài cây chính\n- Chủ rừng"),
        ("II", "Bảo vệ rừng", ""),
        ("-", "Tuần tra, trực gác", "Số lượt"),
        ("-", "Diễn tập chữa cháy", ""),
        ("-", "Cắm biển báo", "Số biển; kinh phí"),
        ("III", "Trồng rừng\n- Rừng phòng hộ\n- Rừng sản xuất\n- Cây phân tán", ""),
        ("IV", "Kiến nghị", ""),
    )
    found = load_template(made(tmp_path, rows, "ĐỀ CƯƠNG BÁO CÁO", "Công tác lâm nghiệp năm 2025"))
    assert numbers(found) == ["I", "II", "II.1", "II.2", "II.3", "III", "III.1", "III.2", "III.3", "IV"]
    assert found.by_number["I"].guidance == "Độ che phủ. Loài cây chính. Chủ rừng."
    assert (found.by_number["II.1"].guidance, found.by_number["II.3"].guidance) == ("Số lượt.", "Số biển; kinh phí.")
