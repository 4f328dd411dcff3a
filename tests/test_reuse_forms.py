"""R601: a form that the outline prescribes is nobody's text, however two units filled it in; what they wrote beside it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.model import Template
from vnreport_nlp.outline import outline
from vnreport_nlp.reuse import find_passages, fingerprint_text, template_ids
from vnreport_nlp.template import derive_template, to_yaml

ROWS = (
    "Số lớp học xóa mù chữ đã mở trong năm", "Số người ra lớp so với số người chưa biết chữ", "Tỷ lệ trẻ năm tuổi ra lớp mẫu giáo",
    "Số phòng học kiên cố hóa được đưa vào sử dụng", "Số giáo viên đạt chuẩn trình độ đào tạo",
)  # fmt: skip
SHARED = (
    "Tổ công tác đến từng nhà vận động, phân công giáo viên kèm cặp buổi tối, mượn nhà văn hóa làm lớp, góp gạo nấu cơm trưa cho người học ở xa "
    "và cuối mỗi tháng họp dân để biểu dương gia đình có người đi học chuyên cần."
)


def table(figures: list[str]) -> str:
    rows = [f"| {k} | {row} | {figures[k - 1]} |" for k, row in enumerate(ROWS, 1)]
    return "\n".join(["| TT | Chỉ tiêu | Kết quả |", "|---|---|---|", *rows])


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Template:
    path = tmp_path_factory.mktemp("outline") / "de-cuong.md"
    path.write_text(
        "**ĐỀ CƯƠNG**\n**Báo cáo công tác xóa mù chữ**\n\nI. Tình hình chung\n\nII. Kết quả thực hiện\n\nIII. Kiến nghị\n\n"
        f"Nơi nhận:\n\nPHỤ LỤC 1\n\n{table([''] * len(ROWS))}\n",
        encoding="utf-8",
    )
    return derive_template(outline(read(path)))


def draft(folder: Path, name: str, figures: list[str], more: str) -> Path:
    path = folder / f"{name}.md"
    path.write_text(
        f"**BÁO CÁO**\n**Công tác xóa mù chữ của xã {name}**\n\nI. Tình hình chung\n\nXã {name} có nhiều bản ở xa.\n\n"
        f"II. Kết quả thực hiện\n\n{table(figures)}\n\n{more}\n\nIII. Kiến nghị\n\nXã {name} xin thêm sách.\n",
        encoding="utf-8",
    )
    return path


def shared(folder: Path, template: Template, more: str) -> int:
    left = draft(folder, "Nà Mẫu", ["4", "61/75", "98,5%", "12", "40/41"], more)
    right = draft(folder, "Huổi Thử", ["4", "61/75", "98,5%", "12", "38/41"], more)
    drafts = [fingerprint_text(outline(read(path))) for path in (left, right)]
    return len(find_passages(drafts, known=template_ids(template)))


def test_the_outlines_form_is_no_copy(asked: Template, tmp_path: Path) -> None:
    assert any("xóa mù chữ đã mở" in text for text in asked.formulas)
    assert shared(tmp_path, asked, "") == 0


def test_the_same_table_of_nobodys_form_is_looked_at(tmp_path: Path) -> None:
    assert shared(tmp_path, Template("x", "Báo cáo khác", ()), "") == 1


def test_what_two_units_wrote_alike_beside_the_form_is_told(asked: Template, tmp_path: Path) -> None:
    assert shared(tmp_path, asked, SHARED) == 1


def test_the_forms_go_with_the_template_into_its_file(asked: Template, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(to_yaml(asked), encoding="utf-8")
    assert load_template(str(path)).formulas == asked.formulas
