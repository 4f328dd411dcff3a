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
WRONG_DIFFERENCE = (
    "Quý I tiếp nhận 842 hồ sơ (tồn 31 hồ sơ, mới 811 hồ sơ), so với cùng kỳ năm trước tăng 157 hồ sơ (quý I/2021 tiếp nhận 735 hồ sơ).",
    "Ba tháng qua có 118 hộ xin vay thêm, giảm 61 hộ (3 tháng đầu năm 2022 có 159 hộ).",
)
SHARED = (
    "Doanh thu chợ đầu mối 7 tháng đạt 8.640 tỷ đồng. Chia theo ngành hàng, rau quả đạt 5.184 tỷ đồng, chiếm 60,00% tổng mức và tăng 4,1% so với cùng kỳ; "
    "thủy sản đạt 2.419 tỷ đồng, chiếm {}% tổng mức và tăng 6,3% so với cùng kỳ; hàng khác đạt 1.037 tỷ đồng, chiếm 12,00% tổng mức và giảm 1,2% so với cùng kỳ."
)
RIGHT = (
    "Trong quý II, địa bàn xảy ra 312 vụ cháy rừng nhỏ, làm 18 người bị thương, thiêu hủy 245 lều tạm. So với quý I giảm 48 vụ (-13,33%), giảm 9 người bị thương (-33,33%), giảm 55 lều (-18,33%).",
    "Lực lượng kiểm lâm phát hiện 640 vụ, xử lý 512 đối tượng, thu giữ 96 phương tiện; so với cùng kỳ tăng 80 vụ (14,29%), tăng 62 đối tượng (13,78%), tăng 16 phương tiện (20%).",
    "Trong năm xảy ra 3.120 vụ vi phạm hành lang đê điều (giảm 280 vụ = 8,24%).",
    "Dư nợ cho vay hộ nghèo là 412.600 triệu đồng/9.120 hộ, tăng 37.600 triệu đồng (+10,03%) so với đầu năm.",
    # by how much, not from what
    "Cuối năm 2021 bản còn 34 nhà tạm, giảm so với đầu năm 2021 là 15 nhà; có 9 tổ tự quản, tăng so với cùng kỳ năm trước là 11 tổ.",
    # the bracket tells the change of its own time
    "Chi đầu tư đạt 61,4 tỷ đồng, bằng 34,2% kế hoạch năm và tăng 11,6% so với cùng kỳ năm trước (cùng kỳ năm 2021 bằng 27,5% và tăng 18,3%).",
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


@pytest.mark.parametrize("text", WRONG_DIFFERENCE)
def test_a_difference_from_the_value_in_its_bracket_is_computed(text):
    (finding,) = figure_findings(text)
    assert finding.rule == "F201"
    right = text.replace("157", "107").replace("61 hộ", "41 hộ")
    assert rules(right) == []


def test_shares_of_one_whole_are_compared_though_each_goes_on_with_its_growth():
    assert rules(SHARED.format("28,00")) == []
    assert rules(SHARED.format("23,00")) == ["F203"]
