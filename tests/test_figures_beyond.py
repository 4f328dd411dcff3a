"""Items beyond the total of their list, two sides beyond a hundred, and goals that start from another value than was told."""

from __future__ import annotations

import pytest
from figure_rules import rules

SLIPS = (
    ("F202", "Thị xã có 8.640 trẻ em, trong đó 118 trẻ em khuyết tật (1,37%), 8.960 trẻ em được cấp thẻ bảo hiểm."),
    ("F202", "Rừng trồng mới đạt 645 ha, bằng 107,5% kế hoạch (600 ha), trong đó rừng sản xuất 732 ha, rừng phòng hộ 13 ha."),
    ("F202", "Trong tổng số 356 đoàn viên được khen có 148 đồng chí là nữ, 412 đồng chí là cán bộ cơ sở."),
    ("F202", "Lũy kế đến nay có 48/52 phường đạt chuẩn (92,3%), trong đó có 61 phường kiểu mẫu."),
    ("F202", "Kế hoạch vốn được giao 12,6 tỷ đồng, đã giải ngân 15,8 tỷ đồng, số vốn còn lại giải ngân trong quý IV."),
    ("F202", "Tỷ lệ trẻ 3 - 5 tuổi ra lớp đạt 103,6%."),
    ("F201", "Toàn xã có 846 hộ, trong đó hộ nông nghiệp chiếm 58%, hộ phi nông nghiệp chiếm 57%."),
    ("F201", "Dân số thành thị chiếm 31%, dân số nông thôn chiếm 79%."),
    ("F204", "Tỷ lệ hộ nghèo năm 2024 còn 3,42%.\n\nPhấn đấu giảm tỷ lệ hộ nghèo từ 3,24% năm 2024 xuống dưới 2% năm 2025."),
    ("F204", "Doanh thu du lịch năm 2024 đạt 86,4 tỷ đồng.\n\nPhấn đấu doanh thu du lịch đạt 95 tỷ đồng (năm 2024 là 84,6 tỷ đồng)."),
    ("F204", "Toàn thị xã có 11/14 phường đạt chuẩn văn minh đô thị.\n\nTrên cơ sở 10/14 phường đã đạt chuẩn văn minh đô thị, thị xã phấn đấu thêm 2 phường."),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), SLIPS)
def test_what_cannot_be_is_told(rule: str, text: str) -> None:
    assert rules(text) == [rule]


RIGHT = (
    "Trồng mới 1.245 ha rừng, trong đó rừng sản xuất 1.132 ha, chăm sóc 2.200 ha.",
    "Kết nạp 45 đảng viên, trong đó nữ 20 đồng chí, chuyển chính thức 52 đồng chí.",
    "Thu hồi 12,5 ha đất, trong đó đất lúa 8,2 ha, bồi thường 14,1 ha.",
    "Chi bộ có 40 đảng viên, trong đó 12 đồng chí nữ và 52 quần chúng ưu tú.",
    "Huy động 1.245 người, trong đó dân quân 300 người, cùng 1.400 người dân tham gia.",
    "Bệnh viện khám 1.200 lượt, trong đó 800 lượt nội trú, 400 lượt ngoại trú, 1.320 lượt xét nghiệm.",
    "Đã giải ngân 45 tỷ đồng trên tổng vốn 120 tỷ đồng, trong đó vốn huyện 60 tỷ đồng.",
    "Được giao 42,6 tỷ đồng, đã giải ngân 45,8 tỷ đồng (cả vốn kéo dài), số vốn còn lại giải ngân trong quý IV.",
    "Lao động qua đào tạo ở thành thị chiếm 68%, ở nông thôn chiếm 47%.",
    "Tỷ lệ tham gia bảo hiểm: nam chiếm 98%, nữ chiếm 97%.",
    "Dân số thành thị được dùng nước sạch chiếm 98%, dân số nông thôn chiếm 85%.",
    "Dư nợ tín dụng đạt 320 tỷ đồng, tăng 12%; nợ xấu 4 tỷ đồng.",
    "Tỷ lệ huy động trẻ 3 - 5 tuổi đạt 104% kế hoạch.",
    "Tỷ lệ hộ nghèo năm 2024 ở nông thôn còn 5,1%.\n\nPhấn đấu giảm tỷ lệ hộ nghèo từ 4,2% năm 2024 xuống 3,5%.",
    "Đầu năm 2024 tỷ lệ hộ nghèo là 5,1%, cuối năm 2024 còn 4,2%.\n\nPhấn đấu giảm tỷ lệ hộ nghèo từ 4,2% năm 2024 xuống 3,5%.",
    "Doanh thu du lịch của tỉnh năm 2024 đạt 86,4 tỷ đồng.\n\nPhấn đấu doanh thu du lịch đạt 95 tỷ đồng (năm 2024 là 84,6 tỷ đồng).",
    "Năm 2023 có 9/14 phường đạt chuẩn. Đến nay có 10/14 phường đạt chuẩn.\n\nTrên cơ sở 10/14 phường đã đạt chuẩn văn minh, phấn đấu thêm 2 phường.",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_other_works_rates_and_times_are_left_alone(text: str) -> None:
    assert rules(text) == []
