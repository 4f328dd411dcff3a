"""An amount of change and its rate: held against something told before, between or behind them."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

WRONG = (
    ("Đội quản lý trật tự xử lý 312 vụ, so với tháng 5/2024 tăng 24 vụ (+3,83%).", "8,33% ≠ 3,83%"),
    ("Công an xã tiếp nhận 248 tin báo, so với cùng kỳ năm trước giảm 18 tin, tương ứng giảm 7,86%.", "6,77% ≠ 7,86%"),
    ("Trong kỳ xảy ra 47 vụ tai nạn. So với cùng kỳ, số vụ tăng 12 vụ (47/35), tức tăng 32,49%.", "34,29% ≠ 32,49%"),
    ("Trong kỳ xảy ra 47 vụ tai nạn. So với cùng kỳ năm trước, tăng 12 vụ (32,49%).", "34,29% ≠ 32,49%"),
    ("Toàn xã có 2.420 hộ. So với năm 2023, tăng 120 hộ (2,5%).", "5,2% ≠ 2,5%"),
    ("Lấn chiếm vỉa hè còn 35 vụ, giảm 29 vụ so với cùng kỳ, giảm 43,5%.", "45,3% ≠ 43,5%"),
    ("Hạt phát hiện 1.140 vụ, giảm 783 vụ (tương ứng giảm 14%).", "40,7% ≠ 14%"),
)
RIGHT = (
    "Đội quản lý trật tự xử lý 312 vụ, so với tháng 5/2024 tăng 24 vụ (+8,33%).",
    "Đội quản lý trật tự xử lý 312 vụ, so với tháng 5/2024 tăng 24 vụ (8,33%).",
    "Công an xã tiếp nhận 248 tin báo, so với cùng kỳ năm trước giảm 18 tin, tương ứng giảm 6,77%.",
    "Trong kỳ xảy ra 47 vụ tai nạn. So với cùng kỳ, số vụ tăng 12 vụ (47/35), tức tăng 34,29%.",
    "Toàn xã có 2.420 hộ. So với năm 2023, tăng 120 hộ (5,2%).",
    "Toàn xã có 2.420 hộ. So với kế hoạch, tăng 120 hộ (2,5%).",
    "Lấn chiếm vỉa hè còn 35 vụ, giảm 29 vụ so với cùng kỳ, giảm 45,3%.",
    "Hạt phát hiện 1.140 vụ, giảm 783 vụ (tương ứng giảm 41%).",
    # what fell is narrower than what is told before it
    "Toàn xã có 2.420 hộ, giảm 38 hộ nghèo (12%).",
    "Toàn xã có 2.420 hộ, so với năm trước giảm 38 hộ nghèo (12%).",
    # the rate is held against another time than the amount
    "Đàn trâu có 2.420 con, tăng 120 con so với tháng trước, tăng 2,5% so với cùng kỳ.",
    "Tái cử 142 người, tăng 6 người so với đề án, tăng 5,97% so với nhiệm kỳ trước.",
    # the rate of the poor fell by points
    "Toàn huyện còn 812 hộ nghèo, giảm 245 hộ, giảm 1,3% so với năm trước.",
    "Toàn huyện còn 812 hộ nghèo, chiếm 4,2%, so với năm trước giảm 245 hộ (giảm 1,3%).",
    "Xảy ra 12 vụ, so với cùng kỳ giảm 3 vụ (-20%), chết 5 người, giảm 2 người (-28,57%), bị thương 9 người, tăng 1 người (+12,5%).",
    "Đàn lợn có 45.200 con, so với đầu năm tăng 5.200 con (13%), so với cùng kỳ tăng 3.200 con (7,62%).",
)


@pytest.mark.parametrize(("text", "arithmetic"), WRONG)
def test_a_rate_that_its_amount_does_not_give(text: str, arithmetic: str) -> None:
    (found,) = figure_findings(text)
    assert found.rule == "F203"
    assert arithmetic in str(found.found)


@pytest.mark.parametrize("text", RIGHT)
def test_a_rate_that_comes_out_or_is_of_something_else(text: str) -> None:
    assert rules(text) == []
