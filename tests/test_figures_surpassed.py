"""Parts that exceed a rounded whole by more than rounding takes off."""

from __future__ import annotations

import pytest
from figure_rules import rules

WRONG = (
    "Thu ngân sách xã đạt trên 27 tỷ đồng, trong đó thu từ đất đạt trên 34 tỷ đồng.",
    "Khu sinh thái đón hơn 4,6 triệu lượt khách, tăng 118% so với cùng kỳ. Trong đó, khách nghỉ đêm hơn 6,2 triệu lượt.",
    "Huyện có 14.000 lao động có việc mới, trong đó đi làm ngoài huyện 17.500 người.",
    "Huyện có khoảng 14.000 LĐ có việc mới; trong đó làm việc ngoài huyện đến 17.500 người.",
    "Xã tổ chức cho khoảng 120 hội viên tham quan, trong đó có hơn 150 phụ nữ.",
)
RIGHT = (
    "Thu ngân sách xã đạt trên 27 tỷ đồng, trong đó thu từ đất đạt trên 19 tỷ đồng.",
    "Khu sinh thái đón hơn 4,6 triệu lượt khách, tăng 118% so với cùng kỳ. Trong đó, khách nghỉ đêm hơn 1,9 triệu lượt.",
    # by no more than rounding may take off
    "Huyện có khoảng 14.000 lao động có việc mới, trong đó đi làm ngoài huyện hơn 14.350 người.",
    "Dư nợ đạt trên 520 tỷ đồng, tăng gần 40 tỷ đồng so với đầu năm, trong đó dư nợ ngắn hạn 310 tỷ đồng.",
    "Năm nay dư nợ tăng thêm gần 40 tỷ đồng, trong đó dư nợ ngắn hạn 60 tỷ đồng.",
    "Kế hoạch vốn gần 40 tỷ đồng, trong đó đã giải ngân 60 tỷ đồng.",
    "Huyện đầu tư 12 công trình với gần 48 tỷ đồng, trong đó khoảng 52 tỷ đồng là vốn kéo dài của năm trước.",
    "Lớp học có khoảng 40 học viên, trong đó có 45 cán bộ xã khác đến dự.",
    "Toàn xã có khoảng 120 hộ nghèo, trong đó có khoảng 150 người trong độ tuổi lao động.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_part_far_beyond_its_rounded_whole(text: str) -> None:
    assert rules(text) == ["F202"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_part_that_may_be_one(text: str) -> None:
    assert rules(text) == []
