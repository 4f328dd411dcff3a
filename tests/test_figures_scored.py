"""Pairs of figures by score: one thing with two values is told, two things are not."""

from __future__ import annotations

import pytest
from test_checks import found

TWO_VALUES = (
    "Toàn huyện có 1.436 hộ trồng dâu nuôi tằm.\n\nĐời sống của 1.463 hộ trồng dâu nuôi tằm trong huyện khá lên.",
    "Năm 2023, Bảo tàng tỉnh đón 48.620 lượt khách tham quan.\n\nVới 46.820 lượt khách tham quan năm 2023, Bảo tàng tỉnh là điểm đến được ưa chuộng.",
    "Sản lượng muối năm 2024 của xã đạt 12.450 tấn.\n\n| Chỉ tiêu năm 2024 | Kết quả |\n|---|---|\n| Sản lượng muối của xã (tấn) | 14.250 |",
    "Phường có 17 tổ dân phố.\n\nCamera an ninh đã lắp đặt ở cả 18 tổ dân phố của phường.",
    "Trên địa bàn thành phố có 36 trường mầm non.\n\n| Địa bàn | Số trường mầm non |\n|---|---|\n| Khu Đông | 20 |\n| Khu Tây | 14 |\n| Toàn thành phố | 34 |",
    "Năm 2023, tỷ lệ trẻ em được tiêm chủng đầy đủ của huyện là 96,8%.\n\nTuy nhiên, tỷ lệ trẻ em được tiêm chủng đầy đủ năm 2023 mới đạt 95,1%, chưa như mong muốn.",
)
TWO_THINGS = (
    "Đầu nhiệm kỳ, Đảng bộ có 47 tổ chức cơ sở đảng.\n\nĐảng bộ huyện có 46 tổ chức cơ sở đảng trực thuộc.",
    "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương được quán triệt.\n\nNghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương được thực hiện.",
    "Hội Nông dân xã Cẩm Hà có 812 hội viên, thu hút 81% hộ nông dân tham gia.\n\nHội Nông dân xã Cẩm Nam có 821 hội viên, thu hút 79% hộ nông dân tham gia.",
    "Toàn tỉnh có 12 cụm công nghiệp đã có nhà đầu tư hạ tầng.\n\nNhóm 2: 14 cụm công nghiệp do doanh nghiệp làm chủ đầu tư hạ tầng.",
    "Năm 2022, Bảo tàng tỉnh đón 48.620 lượt khách tham quan.\n\nNăm 2023, Bảo tàng tỉnh đón 46.820 lượt khách tham quan.",
    "Đàn dê năm 2023 có 1.436 con.\n\nĐàn cừu năm 2023 có 1.463 con.",
    "Đại hội bầu Ban Chấp hành gồm 27 đồng chí.\n\nHiện nay Ban Chấp hành có 25 đồng chí.",
    "Kế hoạch năm 2024 trồng 245 ha rừng.\n\nNăm 2024 trồng 254 ha rừng.",
)


@pytest.mark.parametrize("text", TWO_VALUES)
def test_one_thing_with_two_values_is_told_once_with_both_places(text):
    (finding,) = found("F204", text)
    assert len(finding.places) == 2


@pytest.mark.parametrize("text", TWO_THINGS)
def test_two_things_are_not_told(text):
    assert not found("F204", text)
