"""Changes in a row that answer values in a row, and changes told with a sign or a mark of equality."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

WRONG = (
    (
        "Trong quý II, địa bàn xảy ra 312 vụ cháy rừng nhỏ, làm 18 người bị thương, thiêu hủy 245 lều tạm. So với quý I giảm 48 vụ (-18,33%), giảm 9 người bị thương (-33,33%), giảm 55 lều (-18,33%).",
        "360 → 312: 13,33% ≠ 18,33%",
    ),
    (
        "Lực lượng kiểm lâm phát hiện 640 vụ, xử lý 512 đối tượng, thu giữ 96 phương tiện; so với cùng kỳ tăng 80 vụ (14,29%), tăng 62 đối tượng (17,38%), tăng 16 phương tiện (20%).",
        "450 → 512: 13,78% ≠ 17,38%",
    ),
    ("Trong năm xảy ra 3.120 vụ vi phạm hành lang đê điều (giảm 280 vụ = 5,24%).", "3.400 → 3.120: 8,24% ≠ 5,24%"),
    ("Dư nợ cho vay hộ nghèo là 412.600 triệu đồng/9.120 hộ, tăng 37.600 triệu đồng (+19,03%) so với đầu năm.", "375.000 → 412.600: 10,03% ≠ 19,03%"),
)  # fmt: skip
RIGHT = (
    "Trong quý II, địa bàn xảy ra 312 vụ cháy rừng nhỏ, làm 18 người bị thương, thiêu hủy 245 lều tạm. So với quý I giảm 48 vụ (-13,33%), giảm 9 người bị thương (-33,33%), giảm 55 lều (-18,33%).",
    "Lực lượng kiểm lâm phát hiện 640 vụ, xử lý 512 đối tượng, thu giữ 96 phương tiện; so với cùng kỳ tăng 80 vụ (14,29%), tăng 62 đối tượng (13,78%), tăng 16 phương tiện (20%).",
    "Trong năm xảy ra 3.120 vụ vi phạm hành lang đê điều (giảm 280 vụ = 8,24%).",
    "Dư nợ cho vay hộ nghèo là 412.600 triệu đồng/9.120 hộ, tăng 37.600 triệu đồng (+10,03%) so với đầu năm.",
    # nothing proves that the rows belong together
    "Trong quý II xảy ra 312 vụ, làm 18 người bị thương. So với quý I giảm 48 vụ (-9,12%), giảm 9 người bị thương (-41,7%).",
    # what is counted differs
    "Trong quý II xảy ra 312 vụ, thu 245 khẩu súng. So với quý I, số hồ sơ giảm 48 bộ (-9,12%), giảm 55 khẩu súng (-18,33%).",
    # of other values told before
    "Cả năm có 480 vụ, 120 người; riêng quý IV có 96 vụ, 27 người. So với cùng kỳ, cả năm giảm 20 vụ (-4%), tăng 15 người (14,29%).",
)  # fmt: skip


@pytest.mark.parametrize(("text", "arithmetic"), WRONG)
def test_a_change_that_its_value_does_not_give_is_told(text, arithmetic):
    (finding,) = figure_findings(text)
    assert finding.rule == "F203"
    assert arithmetic in str(finding.found)


@pytest.mark.parametrize("text", RIGHT)
def test_rows_that_come_out_or_do_not_belong_together_are_left_alone(text):
    assert rules(text) == []
