"""Averages and yields of a table, rows of parts, and how rows that do not hold are told."""

from __future__ import annotations

import pytest
from tables_made import findings, told

YIELDS = """
    TT | Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)
    1 | Cà phê | 1.284 | 27,5 | 3.531
    2 | Hồ tiêu | 417 | 31,8 | 1.326
    3 | Sầu riêng | 356 | 142,6 | 5.077
    4 | Điều | 862 | {yield} | 1.224
    5 | Bơ | 203 | 118,4 | 2.404
"""


@pytest.mark.parametrize(("told_yield", "wanted"), [("14,2", []), ("14,1", []), ("12,4", ["F201"]), ("-", [])])
def test_a_yield_that_the_other_rows_prove(told_yield: str, wanted: list[str]) -> None:
    assert told(YIELDS.replace("{yield}", told_yield)) == wanted


def test_two_rows_prove_nothing() -> None:
    short = "\n".join(
        YIELDS.replace("{yield}", "12,4").strip().splitlines()[:1]
        + YIELDS.replace("{yield}", "12,4").strip().splitlines()[3:]
    )
    assert told(short) == []


def test_averages_of_one_digit_agree_by_chance() -> None:
    homes = """
        Xóm | Hộ | Khẩu | Trẻ em | Bình quân khẩu/hộ
        Xóm Đồi | 41 | 165 | 52 | 4
        Xóm Suối | 38 | 149 | 47 | 4
        Xóm Chợ | 66 | 271 | 80 | 4
        Xóm Mới | 29 | 93 | 30 | 4
    """
    assert told(homes) == []


PARTS = """
    TT | Nguồn | Kế hoạch | Thực hiện
    1 | Ngân sách | 4.200 | 4.150
    | Trong đó: huyện | 1.700 | 1.650
    | Xã | 2.500 | 2.500
    2 | Vay ưu đãi | 3.100 | 3.460
    3 | Nhân dân góp | 900 | 1.015
    | Cộng | 8.200 | {total}
"""


@pytest.mark.parametrize(("total", "wanted"), [("8.625", []), ("8.652", ["F201"])])
def test_rows_behind_a_part_go_on_with_it(total: str, wanted: list[str]) -> None:
    assert told(PARTS.replace("{total}", total)) == wanted


def test_rows_behind_a_part_may_be_kinds_of_their_own_where_nothing_is_numbered() -> None:
    bare = """
        Nguồn | Thực hiện
        Ngân sách | 4.150
        Trong đó: huyện | 1.650
        Vay ưu đãi | 3.460
        Nhân dân góp | 1.015
        Cộng | {total}
    """
    assert told(bare.replace("{total}", "8.625")) == []
    assert told(bare.replace("{total}", "8.652")) == ["F201"]
    split = bare.replace("    Vay ưu đãi", "    Xã | 2.500\n        Vay ưu đãi")
    assert told(split.replace("{total}", "8.625")) == []


def test_a_difference_is_told_as_one() -> None:
    herds = """
        Vật nuôi | Năm 2023 | Năm 2024 | Tăng, giảm
        Dê | 1.840 | 2.015 | 175
        Cừu | 960 | 884 | -76
        Ngựa | 412 | 430 | {way}
        Ong (đàn) | 3.150 | 3.420 | 270
    """
    assert findings(herds.replace("{way}", "18")) == []
    (found,) = findings(herds.replace("{way}", "81"))
    assert "430 - 412 = 18 ≠ 81" in str(found.message)
    assert "Dòng tổng" not in str(found.message)


def test_the_total_of_several_levels_is_told_by_its_highest_one() -> None:
    levels = """
        TT | Nguồn | Số vốn
        | Tổng số | 9.830
        I | Trung ương | 5.410
        1 | Trồng rừng | 3.260
        2 | Chuyển đổi nghề | 2.150
        II | Địa phương | 4.240
        1 | Kênh mương | 2.890
        2 | Đường thôn | 1.350
    """
    (found,) = findings(levels)
    assert "5.410 + 4.240 = 9.650 ≠ 9.830" in str(found.message)


def test_a_column_that_is_empty_but_once_makes_up_its_row() -> None:
    classes = """
        Tổ | Số hộ | Khá | Đủ ăn | Thiếu ăn
        Tổ 1 | 52 | 19 | 31 | 2
        Tổ 2 | 47 | 14 | 33 | -
        Tổ 3 | 61 | 22 | 39 | -
        Tổ 4 | 38 | 11 | 27 | -
    """
    assert told(classes) == []
    assert told(classes.replace("52 | 19", "57 | 19")) == ["F201"]


def test_a_total_of_its_own_thing_among_rows_of_others() -> None:
    mixed = """
        Nội dung | 2023 | 2024
        Buổi đối thoại | 12 | 15
        Ý kiến nêu ra | 84 | 96
        Ý kiến đã trả lời | 79 | 93
        Tổng số lượt người dự | 640 | 715
    """
    assert told(mixed) == []
    same = mixed.replace("640", "175").replace("715", "240")
    assert told(same) == ["F201"]


GOODS = """
    TT | Hạng mục | ĐVT | Số lượng | Đơn giá (nghìn đồng) | Thành tiền (nghìn đồng)
    1 | Ghế nhựa | cái | 240 | 185 | 44.400
    2 | Ống nước | mét | 1.350 | 62 | 83.700
    3 | Loa truyền thanh | bộ | 36 | 2.450 | 88.200
    4 | Biển báo | chiếc | 58 | 740 | 42.920
    | Tổng cộng | | | | 259.220
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [("259.220", "259.202"), ("2.450", "2.540"), ("88.200", "82.800")],
)
def test_money_adds_up_over_goods_of_several_kinds(old: str, new: str) -> None:
    assert told(GOODS) == []
    assert set(told(GOODS.replace(old, new))) == {"F201"}


WIDE = """
    Năm | Số tổ | Giỏi | % | Khá | % | Trung bình | % | Yếu | %
    2021 | 64 | 11 | 17,19 | 38 | 59,38 | 14 | 21,88 | 1 | 1,56
    2022 | 64 | 13 | 20,31 | 40 | 62,50 | 11 | 17,19 | - | -
    2023 | 62 | 14 | 22,58 | 39 | 62,90 | 9 | 14,52 | - | -
    2024 | 62 | 16 | {share} | 38 | 61,29 | 8 | 12,90 | - | -
"""


@pytest.mark.parametrize(("share", "wanted"), [("25,81", []), ("25,18", ["F203"])])
def test_a_percentage_beside_its_count_in_a_wide_table(share: str, wanted: list[str]) -> None:
    assert told(WIDE.replace("{share}", share)) == wanted


ACROSS = """
    Nội dung | Bản Hốc | Bản Cuôn | Bản Sáng | Bản Lụa | Toàn xã
    Số hộ | 142 | 118 | 167 | 96 | {homes}
    Hộ có điện | 139 | 104 | 167 | 81 | 491
    Tỷ lệ (%) | 97,9 | {rate} | 100 | 84,4 | 93,9
    Thu nhập bình quân (triệu đồng) | 31,4 | 28,7 | 35,2 | 25,9 | 30,8
"""


@pytest.mark.parametrize(
    ("homes", "rate", "wanted"),
    [("523", "88,1", []), ("532", "88,1", ["F201", "F203"]), ("523", "81,8", ["F203"])],
)
def test_rows_of_rates_beside_a_total_column(homes: str, rate: str, wanted: list[str]) -> None:
    assert sorted(set(told(ACROSS.replace("{homes}", homes).replace("{rate}", rate)))) == wanted
