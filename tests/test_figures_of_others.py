"""Figures that stand side by side and are of different things; beside each its twin that is one thing and wrong."""

from __future__ import annotations

import pytest
from figure_rules import rules

STAFF = "Tổng số người lao động là {n} người, gồm:\n\n- Bác sĩ: 86 người;\n\n- Điều dưỡng: 178 người; hộ sinh: 26 người; kỹ thuật y: 42 người;\n\n- Nhân viên khác: 56 người."
PUPILS = "Đầu năm học có 3.286 học sinh; cuối năm còn 3.271 học sinh, chuyển đi 19 học sinh, chuyển đến {n} học sinh."
CROPS = "Tổng diện tích gieo trồng 2.640 ha, {of}năng suất 52,3 tạ/ha, sản lượng 9.812 tấn."
POSTS = "Biên chế công chức giảm từ 238 xuống 209 người, {of}giảm 10,2%."
BOARD = "Ban Chấp hành {kind} gồm 21 ủy viên. Đại hội bầu Ban Chấp hành chính thức 23 ủy viên."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (STAFF.format(n=388), []),
        (STAFF.format(n=389), ["F201"]),
        ("Phẫu thuật 2.464 ca, gồm loại I 810 ca, loại II 1.190 ca, loại III 464 ca; trong đó mổ nội soi 616 ca.", []),
        ("Phẫu thuật 464 ca; trong đó mổ nội soi 616 ca.", ["F202"]),
        (
            "Quý III đạt 461,4 triệu USD, tăng 7,4% so với quý II và tăng 12,0% so với quý III/2024 (412,0 triệu USD).",
            [],
        ),
        ("Quý III đạt 461,4 triệu USD, tăng 7,4% so với quý III/2024 (412,0 triệu USD).", ["F203"]),
        (PUPILS.format(n=4), []),
        (CROPS.format(of="lúa mùa "), []),
        (CROPS.format(of=""), ["F201"]),
        (POSTS.format(of="viên chức "), []),
        (POSTS.format(of=""), ["F203"]),
        (BOARD.format(kind="lâm thời"), []),
    ],
)
def test_what_is_of_another_thing_is_held_against_its_own(text: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\n{text}") == wanted
