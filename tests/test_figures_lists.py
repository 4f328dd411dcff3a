"""Lists behind a total: items that only their names and figures tell, what stands beside the total, totals told rounded."""

from __future__ import annotations

import pytest
from figure_rules import rules

WRONG = (
    "Toàn xã hiện có 327 cơ sở, trong đó 41 cơ sở chế biến nhỏ lẻ, 96 cơ sở dịch vụ, 7 cơ sở nấu ăn và 173 cơ sở kinh doanh.",
    "Lốc xoáy làm tốc mái 300 nhà (Điền Xá 130, Lạc Hồng 59 và Trà Giang 33).",
    "Lốc xoáy làm tốc mái 99 nhà (Điền Xá 82, Lạc Hồng 3, Trà Giang 2, Bình Hòa 4, Cẩm Lạc 5 và Yên Vân 8).",
    "Lốc xoáy làm tốc mái 109 nhà (Điền Xá 82 nhà, Lạc Hồng 13 và Trà Giang 4).",
    "Toàn huyện còn 242 hộ nghèo (xã Điền Xá 130, xã Lạc Hồng 59 và xã Trà Giang 33).",
    "Đợt mưa lớn làm hư hỏng 232 nhà, gồm: Điền Xá 130, Lạc Hồng 59 và Trà Giang 33.",
    "Diện tích rừng trồng mới là 2.540 ha (Điền Xá 10,8 ha, Lạc Hồng 159,8 ha, Trà Giang 154 ha, Cẩm Lạc 2.179 ha).",
)
RIGHT = (
    "Lốc xoáy làm tốc mái 222 nhà (Điền Xá 130, Lạc Hồng 59 và Trà Giang 33).",
    "Lốc xoáy làm tốc mái 99 nhà (Điền Xá 82, Lạc Hồng 3, Trà Giang 2, Bình Hòa 4, Cẩm Lạc 5 và Yên Vân 3).",
    "Lốc xoáy làm tốc mái 99 nhà (Điền Xá 82 nhà, Lạc Hồng 13 và Trà Giang 4).",
    "Toàn huyện còn 222 hộ nghèo (xã Điền Xá 130, xã Lạc Hồng 59 và xã Trà Giang 33).",
    "Đợt mưa lớn làm hư hỏng 222 nhà, gồm: Điền Xá 130, Lạc Hồng 59 và Trà Giang 33.",
    "Trong quý có 32 ca chuyển tuyến (Điền Xá 20, Lạc Hồng 12 và Bệnh viện Nhi đồng 1).",
    "Nước lũ làm ngập 31 trụ sở ở Điền Xá và 35 điểm trường (Điền Xá: 28; Lạc Hồng: 03; Trà Giang: 4).",
    "Quy định 31 gồm 6 chương, 42 điều.",
    "Toàn xã hiện có 327 cơ sở, trong đó 41 cơ sở chế biến nhỏ lẻ, 96 cơ sở dịch vụ ăn uống, 7 bếp ăn tập thể và 183 cơ sở kinh doanh.",
    "Diện tích rừng trồng mới là 2.504 ha (Điền Xá 10,8 ha, Lạc Hồng 159,8 ha, Trà Giang 154 ha, Cẩm Lạc 2.179 ha).",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_list_of_names_that_misses_its_total(text: str) -> None:
    assert rules(text) == ["F201"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_list_that_makes_its_total_or_has_none(text: str) -> None:
    assert rules(text) == []
