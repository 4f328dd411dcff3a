"""Lists of parts that a further step follows without a mark of its own: what was done with them is no part of them."""

from __future__ import annotations

import pytest
from figure_rules import rules

RIGHT = (
    "Quý III, bộ phận một cửa nhận 214 phản ánh, gồm 61 phản ánh về cấp nước, 47 phản ánh về chiếu sáng, trả lời đúng hạn 198 phản ánh.",
    "Đội quản lý thị trường lập 88 biên bản, bao gồm 19 biên bản về nhãn hàng, 23 biên bản về niêm yết giá, xử phạt xong 80 biên bản.",
    "Huyện đoàn có 312 đoàn viên mới, trong đó 120 học sinh, 75 công nhân, giới thiệu cho Đảng 40 đoàn viên.",
)
WRONG = (
    "Quý III, bộ phận một cửa nhận 214 phản ánh, gồm 61 phản ánh về cấp nước, 47 phản ánh về chiếu sáng và 116 phản ánh khác.",
    "Phòng có 45 viên chức, gồm nam 21 viên chức, nữ 26 viên chức.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_was_done_with_the_parts_is_none_of_them(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_a_list_in_one_form_still_has_to_make_its_total(text: str) -> None:
    assert rules(text) == ["F201"]
