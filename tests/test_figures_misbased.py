"""F203 of a change told in per cent of what there is now."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tổ tuần tra xã Đồi Mơ lập 52 biên bản. So với tháng 4/2025 tăng 6 biên bản (+11,5%).", "6/(52 - 6) = 13,0% ≠ 11,5%"),
        ("Xảy ra 45 vụ; làm rõ 34 vụ. So với quý trước, số vụ làm rõ tăng 03 vụ (+ 8,8%).", "3/(34 - 3) = 9,7% ≠ 8,8%"),
        ("Phát hiện 02 vụ, so với tháng trước giảm 02 vụ (- 100%).", "2/(02 + 2) = 50% ≠ 100%"),
        ("Tháng 5/2025 có 84 lượt khách nghỉ. So với tháng 4/2025 giảm 11 lượt (13,1%).", "11/(84 + 11) = 11,6% ≠ 13,1%"),
    ],
)  # fmt: skip
def test_a_rate_of_the_later_value_is_told(text: str, wanted: str) -> None:
    assert [wanted in str(f.message) for f in figure_findings(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Tổ tuần tra xã Đồi Mơ lập 52 biên bản. So với tháng 4/2025 tăng 6 biên bản (+13,0%).",
        "Năm 2023 xã nhận 133 đơn. So với năm 2023, năm nay giảm 19 đơn (14,3%).",
        "Năm trước nhận 133 đơn; năm nay 114 đơn, so với năm trước giảm 19 đơn (14,3%).",
        "Trong năm nhận 114 đơn, so với năm trước (133 đơn) giảm 19 đơn (14,3%).",
        "Xảy ra 45 vụ; làm rõ 34 vụ. So với quý trước, số vụ xảy ra tăng 03 vụ (+7,1%).",
        "Trong quý không phát hiện vụ nào, so với tháng trước giảm 02 vụ (-100%).",
    ],
)
def test_what_is_of_the_earlier_value_or_of_another_is_not(text: str) -> None:
    assert rules(text) == []
