"""Numbers that are names, values of other times and units, rows below zero: what only looks like a slip."""

from __future__ import annotations

import pytest
from figure_rules import rules

HERD = "| Xã | Năm 2023 (con) | Năm 2024 (con) |\n|---|---|---|\n| Đàn dê | 1.318 | 1.476 |\n| Đàn ngựa | 402 | 388 |\n\n{}"
BALANCE = "| Hợp tác xã | Lãi, lỗ (triệu đồng) |\n|---|---|\n| Nà Sản | 312 |\n| Pá Khoang | {} |\n| Tà Nung | 145 |\n| Cộng | 384 |"
BUILT = "| TT | Công trình | Khởi công | Tiến độ (%) |\n|---|---|---|---|\n| 1 | Trạm bơm | 3/2023 | 100 |\n| 2 | Kè suối | 11/2023 | {} |"
YIELDS = "| Cây trồng | ĐVT | Năm 2024 |\n|---|---|---|\n| Năng suất ngô | tạ | 48,6 |\n\n{}"

RIGHT = (
    "Tổ 11 có 64 hội viên, tổ 12 có 58 hội viên; khoảnh 207 có 31 ha, khoảnh 209 có 27 ha rừng trồng.",
    "So với cùng kỳ, số vụ vi phạm giảm 20% (48/60 vụ), số đơn tố cáo tăng 03 đơn (11/08 đơn).",
    "Chợ Phiêng Lơi có 26 hộ kinh doanh, trong đó 15 hộ bán nông sản; chợ Huổi Mí có 19 hộ kinh doanh, trong đó 08 hộ bán nông sản.",
    "Bản Huổi Mí có 14 hộ thoát nghèo, bản Nà Lơi 17 hộ.",
    "Năm 2022 cho vay 61,4 tỷ đồng, tăng 9,3%; năm 2023 cho vay 70,6 tỷ đồng, tăng 15%.",
    "Năm học 2022-2023, trường có 18 lớp, 612 học sinh. Năm học 2023-2024, trường có 18 lớp với 621 học sinh.",
    "Viêm gan mức 2 có 24 ca, mức 3 có 29 ca điều trị nội trú.",
    HERD.format("Giữa năm 2024 có 1.467 con dê, đến cuối năm có 1.476 con dê."),
    BALANCE.format("-73"),
    BALANCE.format("–73"),
    BUILT.format("65"),
    YIELDS.format("Năng suất ngô đạt 48,6 tạ/ha."),
)
WRONG = (
    (BALANCE.format("-37"), "F201"),
    (BALANCE.format("73"), "F201"),
    ("So với cùng kỳ, số vụ vi phạm giảm 25% (48/60 vụ).", "F203"),
    ("Năm 2022 cho vay 61,4 tỷ đồng; năm 2023 cho vay 70,6 tỷ đồng, tăng 19% so với năm 2022.", "F203"),
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_like_a_slip_is_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(("text", "rule"), WRONG)
def test_the_slips_beside_them_are_told(text: str, rule: str) -> None:
    assert rules(text) == [rule]
