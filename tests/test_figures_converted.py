"""Amounts told in several units: sums, parts and wholes, the same amount told again."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

SUMS = (
    "Tổng thu ngân sách đạt 15,3 tỷ đồng, gồm: thu nội địa 12,1 tỷ đồng và thu khác 3.700 triệu đồng.",
    "Tổng thu ngân sách đạt 15.300 triệu đồng, gồm: thu nội địa 12.100 triệu đồng và thu khác 4,2 tỷ đồng.",
    "Tổng vốn làm đường là 3,2 tỷ đồng (ngân sách huyện 2.400 triệu đồng, nhân dân đóng góp 1.800 triệu đồng).",
    "Sản lượng thủy sản đạt 87.561 tấn, trong đó khai thác 74.886 tạ và nuôi trồng 12.675 tấn.",
    "Vốn cấp mới là 7.256,8 triệu USD, vốn tăng thêm 4.924,5 tỷ USD, nâng tổng vốn lên 12.181,3 triệu USD.",
    "Toàn tỉnh đón 12,33 triệu lượt khách. Khách quốc tế đạt 2,03 triệu lượt. Khách nội địa đạt 10,3 nghìn lượt.",
    "Qua thanh tra phát hiện sai phạm trên 161 triệu đồng.\n\nĐã kiến nghị thu hồi 44 triệu đồng, nộp lại 5 triệu đồng và xử lý khác gần 113 tỷ đồng.",
)
TWICE = (
    "Kết dư ngân sách là 36.840 triệu đồng (38,64 tỷ đồng).",
    "Kết dư ngân sách là 36,84 tỷ đồng, tức 38.640 triệu đồng.",
    "Thu hoạch 4,72 tấn (4.270 kg) chè khô.",
    "Huyện đã phân bổ 15.300 triệu đồng (1,53 tỷ đồng) cho các xã.",
    "Các chi đoàn thu gom được 3,2 tấn (320 kg) rác thải nhựa.",
    "Đã thu hồi 2,5 ha (tương đương 2.500 m2) đất để mở đường.",
)
BEYOND = (
    "Thu ngân sách đạt 161 triệu đồng, trong đó thu nội địa 13 tỷ đồng.",
    "Đã thu hồi 2,5 ha đất, trong đó đất trồng lúa 30.000 m2.",
    "Sản lượng chè đạt 412 tạ, trong đó chè hữu cơ 60 tấn.",
)
RIGHT = (
    "Kết dư ngân sách là 36.840 triệu đồng (36,84 tỷ đồng).",
    "Chi hỗ trợ 3.340 triệu đồng (3,3 tỷ đồng) và 15.360 triệu đồng (15,4 tỷ đồng).",
    "Diện tích mở rộng 1,25 ha (tương đương 12.520 m2).",
    "Tổng thu ngân sách đạt 15,3 tỷ đồng, gồm: thu nội địa 12,1 tỷ đồng và thu khác 3.200 triệu đồng.",
    "Tổng thu ngân sách đạt 15,3 tỷ đồng, gồm: thu nội địa 12,1 tỷ đồng và thu khác 3.240 triệu đồng.",
    "Tổng thu ngân sách đạt 15.300 triệu đồng, gồm: thu nội địa 12.100 triệu đồng và thu khác 3,2 tỷ đồng.",
    "Tổng vốn làm đường là 3,2 tỷ đồng (ngân sách huyện 2.400 triệu đồng, nhân dân đóng góp 800 triệu đồng).",
    "Sản lượng thủy sản đạt 87.561 tấn, trong đó khai thác 74.886 tấn và nuôi trồng 126.750 tạ.",
    "Vốn cấp mới là 7,26 tỷ USD, vốn tăng thêm 4.924,5 triệu USD, nâng tổng vốn lên 12.184,5 triệu USD.",
    "Huyện đã phân bổ 15.300 triệu đồng (15,3 tỷ đồng) cho các xã.",
    "Huyện đã phân bổ 15.347 triệu đồng (hơn 15,3 tỷ đồng) cho các xã.",
    "Các chi đoàn thu gom được 3,2 tấn (3.200 kg) rác thải nhựa.",
    "Đã thu hồi 2,5 ha (tương đương 25.000 m2) đất để mở đường.",
    "Đã giải ngân 3,2 tỷ đồng (tăng 320 triệu đồng so với năm trước).",
    "Xã chi 2,4 tỷ đồng làm đường, hỗ trợ 350 triệu đồng cho hộ nghèo, 450 triệu đồng cho hộ cận nghèo.",
    "Thu ngân sách đạt 15.300 triệu đồng, trong đó thu nội địa 12,1 tỷ đồng.",
    "Đã thu hồi 2,5 ha đất, trong đó đất trồng lúa 20.000 m2.",
    "Tiền phạt là 350 triệu đồng (năm 2022 là 1,2 tỷ đồng).",
    "Hỗ trợ 50 hộ, mỗi hộ 50 triệu đồng (2,5 tỷ đồng).",
    "Dư nợ đạt 1,2 tỷ đồng, tăng 150 triệu đồng, trong đó dư nợ ngắn hạn 0,9 tỷ đồng.",
)


@pytest.mark.parametrize("text", (*SUMS, *TWICE))
def test_an_amount_that_misses_in_its_unit(text: str) -> None:
    assert rules(text) == ["F201"]


@pytest.mark.parametrize("text", BEYOND)
def test_a_part_beyond_its_whole_in_another_unit(text: str) -> None:
    assert rules(text) == ["F202"]


@pytest.mark.parametrize("text", RIGHT)
def test_amounts_that_agree_when_converted(text: str) -> None:
    assert rules(text) == []


def test_the_arithmetic_names_the_units() -> None:
    (found,) = figure_findings(SUMS[3])
    assert "74.886 tạ + 12.675 tấn = 20.163,6 tấn ≠ 87.561 tấn" in str(found.message)
