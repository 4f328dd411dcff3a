"""F201 in tables: numbers of levels in the cells of names, one total divided several times, columns that are taken off."""

from __future__ import annotations

import pytest
from tables_made import findings


def told(rows: str) -> list[str]:
    return [str(f.found) for f in findings(rows) if f.rule == "F201"]


LED = """
    Nguồn kinh phí | Được giao (triệu đồng) | Đã chi (triệu đồng)
    {0} Kinh phí tỉnh cấp | {state} | 64.200
    {1} Kinh phí thường xuyên | 52.000 | 41.700
    {2} Kinh phí sửa chữa | 28.000 | 22.500
    {3} Kinh phí xã cấp | 45.000 | 39.300
    {4} Kinh phí thường xuyên | 31.000 | 27.800
    {5} Kinh phí sửa chữa | 14.000 | 11.500
    Tổng cộng | {total} | 103.500
"""
NUMBERS = [
    ("I.", "1.", "2.", "II.", "1.", "2."), ("A.", "I.", "II.", "B.", "I.", "II."), ("1.", "1.1.", "1.2.", "2.", "2.1.", "2.2."),
    ("1)", "a)", "b)", "2)", "a)", "b)"), ("", "", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize("numbers", NUMBERS)
def test_groups_and_their_parts_are_not_added(numbers: tuple[str, ...]) -> None:
    assert told(LED.format(*numbers, state="80.000", total="125.000")) == []


@pytest.mark.parametrize("numbers", NUMBERS[:1] + NUMBERS[2:4])
def test_a_total_that_its_groups_do_not_make_is_told_once(numbers: tuple[str, ...]) -> None:
    (found,) = told(LED.format(*numbers, state="80.000", total="152.000"))
    assert "80.000 + 45.000 = 125.000" in found


def test_a_group_that_its_parts_do_not_make_is_told_as_a_group() -> None:
    (found,) = told(LED.format(*NUMBERS[0], state="86.000", total="125.000"))
    assert "52.000 + 28.000 = 80.000" in found


DIVIDED = """
    Số giáo viên | 2022 | 2023 | 2024
    Tổng số | 4.120 | {total} | 4.285
    Nam | 1.310 | 1.344 | 1.372
    Nữ | 2.810 | 2.856 | 2.913
    Miền núi | 1.702 | {hills} | 1.790
    Đồng bằng | 2.418 | 2.455 | 2.495
    Cơ cấu (%) | 100,0 | 100,0 | 100,0
    Nam | 31,8 | 32,0 | 32,0
    Nữ | 68,2 | 68,0 | 68,0
"""


@pytest.mark.parametrize(
    ("total", "hills", "wanted"),
    [("4.200", "1.745", 0), ("4.020", "1.745", 1), ("4.200", "1.754", 1)],
)
def test_each_division_of_a_total_makes_it_by_itself(total: str, hills: str, wanted: int) -> None:
    assert len(told(DIVIDED.format(total=total, hills=hills))) == wanted


MOVED = """
    Chi hội | {0} | {1} | {2} | {3}
    Thôn Đông | 41 | 12 | 5 | 48
    Thôn Đoài | 36 | 9 | 4 | 41
    Thôn Nam | 52 | 7 | 6 | {last}
"""


@pytest.mark.parametrize(
    ("heads", "last", "wanted"),
    [
        (("Đầu kỳ", "Tăng", "Giảm", "Cuối kỳ"), 53, 0),
        (("Đầu kỳ", "Tăng", "Giảm", "Cuối kỳ"), 55, 1),
        (("Làm nghề", "Nữ", "Trẻ", "Có vườn"), 55, 0),
        (("Kinh", "Mường", "Dao", "Thái"), 54, 0),
    ],
)
def test_two_rows_prove_what_came_and_went_only_where_headings_say_so(
    heads: tuple[str, ...], last: int, wanted: int
) -> None:
    assert len(told(MOVED.format(*heads, last=last))) == wanted


def test_three_rows_prove_it_without_such_headings() -> None:
    more = MOVED.replace("    Thôn Nam", "    Thôn Bắc | 63 | 11 | 8 | 66\n    Thôn Nam").format("Làm nghề", "Nữ", "Trẻ", "Có vườn", last=55)  # fmt: skip
    assert len(told(more)) == 1
