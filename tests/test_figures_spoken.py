"""Shares of a base that a clause tells with the same words, amounts over a plan, what a ratio leaves."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

SLIPS = (
    ("Vụ xuân năm 2024 toàn huyện gieo trồng 8.460 ha lạc, tăng 1,7% so với năm 2023. Đến nay đã thu hoạch 6.564 ha, bằng 74,2% diện tích gieo trồng.", "6.564/8.460 = 77,6%"),
    ("Đã phê duyệt 571 phương án, chi trả xong 418 phương án, đạt 67% kế hoạch và bằng 69,8% số phương án đã phê duyệt.", "418/571 = 73,2%"),
    ("Liên kết tiêu thụ mía trên diện tích 846 ha, bằng 27,8% diện tích trồng mía. Tổng diện tích trồng mía 2.710 ha.", "846/2.710 = 31,2%"),
    ("Chỉ tiêu vận động quỹ 1.200 triệu đồng, đã vận động 1.386 triệu đồng, vượt 168 triệu đồng.", "|1.386 - 1.200| = 186"),
    ("Thu phí đạt 96,5 tỷ đồng, đạt 111,9% dự toán tỉnh giao (86,2 tỷ đồng), vượt 13,0 tỷ đồng.", "|96,5 - 86,2| = 10,3"),
    ("Đã tuyển dụng được 263/320 chỉ tiêu, đạt 82,2%; còn 75 chỉ tiêu chưa tuyển được do thiếu nguồn.", "320 - 263 = 57"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "arithmetic"), SLIPS)
def test_what_the_words_point_to_is_tested(text: str, arithmetic: str) -> None:
    assert [arithmetic in str(f.message) for f in figure_findings(text)] == [True]


RIGHT = (
    "Vụ Mùa năm 2023 gieo cấy 38.460 ha lúa. Năm 2024 đã thu hoạch 29.840 ha, bằng 79,2% diện tích gieo cấy.",
    "Trồng mới 120 ha cà phê, chăm sóc 840 ha cà phê; thu hoạch 610 ha cà phê, bằng 70% diện tích cà phê kinh doanh.",
    "Toàn xã có 840 lao động nông thôn, đào tạo nghề 210 lao động, đạt 28% lao động nông thôn chưa qua đào tạo.",
    "Dư nợ cho vay hộ nghèo 120 tỷ đồng, cho vay hộ cận nghèo 60 tỷ đồng, chiếm 33% dư nợ cho vay.",
    "Kế hoạch 20 lớp, đã mở 24 lớp, vượt 4 lớp; vượt 2 lớp so với năm trước.",
    "Kế hoạch năm là 320 ha, vụ xuân trồng 200 ha, vụ thu trồng 150 ha, vượt 30 ha.",
    "Thu đạt 12,46 tỷ đồng, bằng 103,8% dự toán (12 tỷ đồng), vượt 0,5 tỷ đồng.",
    "Có 12/14 thôn đạt chuẩn, còn 05 thôn chưa có nhà văn hóa.",
    "Đã giải quyết 45/50 đơn, trong đó có 3 đơn rút, còn 2 đơn chưa giải quyết.",
    "Có 98/112 xã đạt chuẩn; còn 8 xã chưa đạt từ 15 tiêu chí trở lên.",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_other_bases_plans_and_rests_are_left_alone(text: str) -> None:
    assert rules(text) == []
