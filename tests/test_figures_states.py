"""Sums that lists in several guises break: three states of one work, a rest with a list of its own, blocks of a table, a stock told by its day."""

from __future__ import annotations

import pytest
from figure_rules import rules
from tables_made import findings, told

WRONG = (
    ("F201", "Đối với xã Tân Hòa: trong 8 kiến nghị đã thực hiện xong 6, đang thực hiện 1, chưa thực hiện 2 (thu hồi 14.600.000 đồng của một cá nhân đã chuyển khỏi địa phương)."),
    ("F201", "Xã có 86 trường hợp lấn chiếm, đã xử lý 59 trường hợp: tháo dỡ 31, xử phạt 28; còn 27 trường hợp, gồm Tân Lập 9, Tân Hòa 12, Tân Mỹ 16."),
    ("F201", "Đầu năm, ba chi bộ có 386 đảng viên (Tân Lập 112 đảng viên, Tân Hòa 274 đảng viên); trong năm kết nạp 36 đảng viên, chuyển đến 18 đồng chí, chuyển đi 22 đồng chí, từ trần 11 đồng chí; đến ngày 30/6/2025 cả ba có 417 đảng viên."),
    ("F203", "Tổng số phẫu thuật 6.284 ca, tăng 554 ca so với năm trước. Mổ cấp cứu 2.262 ca (36%), mổ phiên 4.202 ca (64%)."),
    ("F201", "Nhận 41 vụ, hòa giải thành 35 vụ (85,4%), không thành 14 vụ, đang hòa giải 2 vụ."),
    ("F201", "Huyện giúp dân 21.480 ngày công, trong đó bộ đội 6.870, dân quân 16.410."),
    ("F201", "Giải quyết chế độ cho 4.218 người (nghỉ hưu trước tuổi 2.742, thôi việc ngay 1.746)."),
    ("F203", "Năm dự án có kế hoạch vốn 859,5 tỷ đồng, giải ngân 785,6 triệu đồng, đạt 91,4%."),
)  # fmt: skip
RIGHT = (
    "Đối với xã Tân Hòa: trong 8 kiến nghị đã thực hiện xong 6, đang thực hiện 1, chưa thực hiện 1 (thu hồi 14.600.000 đồng của một hộ đã chuyển đi).",
    "Trong 12 kiến nghị đã thực hiện xong 8, trong đó 3 kiến nghị đang nghiệm thu, chưa thực hiện 4.",
    "Xã có 86 trường hợp lấn chiếm, đã xử lý 59 trường hợp: tháo dỡ 31, xử phạt 28; còn 27 trường hợp, gồm Tân Lập 9, Tân Hòa 12, Tân Mỹ 6.",
    "Đầu năm, ba chi bộ có 386 đảng viên (Tân Lập 112 đảng viên, Tân Hòa 274 đảng viên); trong năm kết nạp 36 đảng viên, chuyển đến 18 đồng chí, chuyển đi 22 đồng chí, từ trần 11 đồng chí; đến ngày 30/6/2025 cả ba có 407 đảng viên.",
    "Tổng số phẫu thuật 6.284 ca, tăng 554 ca so với năm trước. Mổ cấp cứu 2.262 ca (36%), mổ phiên 4.022 ca (64%).",
    "Có 6.284 ca. Trong 3.535 ca nặng, mổ cấp cứu 2.262 ca (64%), mổ phiên 1.273 ca (36%).",
    "Nhận 41 vụ, hòa giải thành 35 vụ (85,4%), không thành 4 vụ, đang hòa giải 2 vụ.",
    "Huyện giúp dân 21.480 ngày công, trong đó bộ đội 6.870, dân quân 14.610.",
    "Giải quyết chế độ cho 4.218 người (nghỉ hưu trước tuổi 2.742, thôi việc ngay 1.476).",
    "Năm dự án có kế hoạch vốn 859,5 tỷ đồng, giải ngân 785,6 tỷ đồng, đạt 91,4%.",
    "Kế hoạch vốn là 0,8595 tỷ đồng, đã giải ngân 785,6 triệu đồng, đạt 91,4%.",
    "Trong 22 chỉ tiêu có 20 chỉ tiêu đạt, 13 chỉ tiêu vượt, 2 chỉ tiêu chưa đạt.",
)  # fmt: skip
BOOK = """
    Nội dung (triệu đồng) | Năm 2023 | Năm 2024
    Thu học phí | 251.800 | 287.300
    Thu dịch vụ | 71.400 | 78.600
    Thu khác | 18.500 | 20.500
    Tổng thu | 341.700 | 386.400
    Chi con người | 142.600 | 158.200
    Chi chuyên môn | 136.900 | 149.700
    Chi mua sắm | 49.500 | 55.000
    Tổng chi | 329.000 | {}
    Chênh lệch thu chi | 12.700 | 23.500
"""


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_what_the_figures_refute_is_told(rule: str, text: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize("text", RIGHT)
def test_what_holds_is_not(text: str) -> None:
    assert rules(text) == []


def test_every_block_of_a_table_makes_the_total_behind_it() -> None:
    (found,) = findings(BOOK.format("369.200"))
    assert "158.200 + 149.700 + 55.000 = 362.900 ≠ 369.200" in str(found.message)
    assert told(BOOK.format("362.900")) == []


POWER = """
    TT | Chỉ tiêu | Năm 2022 | Năm 2023
    1 | Điện thương phẩm | 1.712,3 | 1.895,4
    1.1 | Công nghiệp | 871,4 | 1.004,3
    1.2 | Dân cư | 748,6 | {}
    1.3 | Khác | 92,3 | 89,2
"""


def test_one_sum_proves_a_group_where_digits_in_changed_places_explain_the_other() -> None:
    assert told(POWER.format("801,9")) == []
    assert told(POWER.format("810,9")) == ["F201"]
    assert told(POWER.format("815,2")) == []
