"""Lines of an outline document that became no item are told, those of one kind together."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp.cli.main import run
from vnreport_nlp.messages import render
from vnreport_nlp.template import read_outline, untaken

TEXT = """ĐỀ CƯƠNG BÁO CÁO
Công tác thư viện năm 2025

I. TÌNH HÌNH CHUNG
Nêu khái quát.
II. KẾT QUẢ
1. Bổ sung sách
- Nêu số đầu sách;
- Nêu kinh phí.
2. Phục vụ bạn đọc
- Phòng đọc thiếu nhi;
+ Nêu số ngày mở cửa;
- Xe sách lưu động;
- Tủ sách thôn.
III. KIẾN NGHỊ
Báo cáo gửi về Sở Văn hóa trước ngày 10/11/2025.
Ghi chú: Báo cáo không quá 5 trang.
Số liệu tính đến ngày 30/10/2025.
Biểu số 01
THỐNG KÊ BẠN ĐỌC
"""
TOLD = [
    (8, "- Nêu số đầu sách;", 2, "gạch đầu dòng, lấy làm hướng dẫn"),
    (16, "Báo cáo gửi về Sở Văn hóa trước ngày 10/11/2025.", 1, "nơi gửi, hạn gửi báo cáo"),
    (17, "Ghi chú: Báo cáo không quá 5 trang.", 2, "ghi chú cho cả báo cáo"),
    (19, "Biểu số 01", 2, "biểu mẫu, phụ lục"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "de-cuong.txt"
    made.write_text(TEXT, encoding="utf-8")
    return made


def test_lines_that_became_no_item_are_told(path: Path) -> None:
    found = untaken(read_outline(path))
    assert [(u.location.line, u.text, u.lines, render(u.why, "vi")) for u in found] == TOLD


def test_a_number_that_stands_twice_is_told(path: Path) -> None:
    text = TEXT.replace("III. KIẾN NGHỊ", "2. Sửa chữa kho\nIII. KIẾN NGHỊ")
    path.write_text(text, encoding="utf-8")
    assert "2. Sửa chữa kho" in [u.text for u in untaken(read_outline(path))]


@pytest.mark.parametrize("command", ["show", "derive"])
def test_whoever_makes_a_template_sees_them(path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the items of ``show``; on the other stream from what ``derive`` writes."""
    assert run(["template", command, str(path)]) == 0
    said = capsys.readouterr()
    shown = said.out if command == "show" else said.err
    assert "dòng 8: “- Nêu số đầu sách;” và 1 dòng tiếp (gạch đầu dòng, lấy làm hướng dẫn)" in shown
    assert ("dòng 8:" in said.out) == (command == "show")


def test_a_bundled_template_leaves_nothing_out(capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "show", "bao-cao-nam-xa"])
    assert "không lấy làm mục" not in capsys.readouterr().out
