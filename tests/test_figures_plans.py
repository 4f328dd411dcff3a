"""Shares of plans that are told with their year, behind the share or by an abbreviation, and ratios whose unit is told twice."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

SLIPS = (
    ("Đến hết tháng 9, thị xã đã giải ngân 93,2 tỷ đồng, đạt 62,9% kế hoạch vốn năm 2024 (159 tỷ đồng).", "93,2 / 159: 58,6%"),
    ("Sản lượng cá thương phẩm 4.932 tấn, đạt 73,1% KH năm 6.450 tấn.", "4.932 / 6.450: 76,5%"),
    ("Tạo việc làm cho 921 lao động, đạt 105% kế hoạch (850 người).", "921 / 850: 108,4%"),
    ("Thu phí đạt 115 tỷ đồng, đạt 101,6% dự toán. Dự toán huyện giao 110 tỷ đồng.", "115 / 110: 104,5%"),
    ("Lũy kế 10 tháng đạt 448 tỷ đồng, bằng 83% kế hoạch năm 540 tỷ đồng, tăng 15% so với 10 tháng năm 2023 (400 tỷ đồng).", "400 → 448: 12"),
    ("Số người có thẻ là 59.320 người/63.400 người, đạt tỷ lệ bao phủ 95,3%.", "59.320/63.400 = 93,6%"),
    ("Có 66/69 thôn được phủ sóng 4G, đạt 92,3%.", "66/69 = 95,7%"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "arithmetic"), SLIPS)
def test_a_share_of_a_plan_is_tested(text: str, arithmetic: str) -> None:
    assert [arithmetic in str(f.message) for f in figure_findings(text)] == [True]


RIGHT = (
    "Đến hết quý III, xã giải ngân 18,6 tỷ đồng, đạt 62% kế hoạch vốn năm 2024 (30 tỷ đồng).",
    "Trồng mới 120 ha, đạt 120% KH năm 100 ha; chăm sóc 80 ha, đạt 100% KH.",
    "Trồng được 318 ha rừng, đạt 106% kế hoạch. Kế hoạch năm 2025 là 320 ha.",
    "Mở 12 lớp với 640 học viên, đạt 120% kế hoạch. Kế hoạch năm là 10 lớp.",
    "Thu thuế đạt 240 tỷ đồng, đạt 96% dự toán, thu phí 30 tỷ đồng, đạt 110% dự toán. Dự toán huyện giao thu thuế 250 tỷ đồng.",
    "Có 45/50 đơn được giải quyết, tỷ lệ đúng hạn đạt 80%.",
    "Số người tham gia bảo hiểm là 640/700 người, tỷ lệ hộ nghèo 3,2%.",
    "Bình quân 4 người/2 hộ; mỗi tổ 12 hộ/3 tổ.",
    "Sản lượng 5 tháng đạt 5.872 tấn, tăng 4,1% so với 5 tháng đầu năm 2023 (5.640 tấn), đạt 42% kế hoạch năm 2024 (14.000 tấn).",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_another_plan_or_rate_is_left_alone(text: str) -> None:
    assert rules(text) == []
