"""F203 of a change in per cent with its signed amount in a bracket behind it."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lúa mùa xã Đồi Mơ đạt 5.810 ha, giảm 1,9% (-86 ha) so với vụ trước.", "86/(5.810 + 86) = 1,5% ≠ 1,9%"),
        ("Cây lạc có 318 ha, chiếm 0,5% tăng 8,0% (+18 ha) so vụ trước.", "18/(318 - 18) = 6,0% ≠ 8,0%"),
        ("Toàn xã có 1.236 học sinh, tăng 5,1% (tăng 36 học sinh).", "36/(1.236 - 36) = 3,0% ≠ 5,1%"),
    ],
)
def test_a_rate_that_its_amount_does_not_give_is_told(text: str, wanted: str) -> None:
    assert [wanted in str(f.message) for f in figure_findings(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Lúa mùa xã Đồi Mơ đạt 5.810 ha, giảm 1,5% (-86 ha) so với vụ trước.",
        "Lúa mùa xã Đồi Mơ đạt 5.810 ha, giảm 1,4% (-86 ha) so với vụ trước.",
        "Từ 300 ha của năm trước tăng 6,0% (+18 ha).",
        "Sản lượng đạt 8,2 triệu tấn, tăng 1,3% (+0,1 triệu tấn).",
        "Cây lạc có 318 ha, tăng 8,0% (+18 triệu đồng) giá trị.",
        "Đàn lợn có 318 con, giảm 5,4% (tương ứng giảm 18 con).",
    ],
)
def test_a_right_or_rounded_rate_is_not(text: str) -> None:
    assert rules(text) == []
