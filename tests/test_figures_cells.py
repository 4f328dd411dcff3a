"""A sentence that names a row and a column of a table: the slip is told, other years, places, kinds and plans are not."""

from __future__ import annotations

import pytest
from tables_made import findings, told

SCHOOLS = """
    TT | Trường | Học sinh | Rèn luyện | < | < | <
    ^ | ^ | ^ | Tốt | < | Khá | <
    ^ | ^ | ^ | SL | % | SL | %
    1 | Tiểu học Khe Lim | 412 | 268 | 65,0 | 144 | 35,0
    2 | Tiểu học Nà Phai | 375 | 231 | 61,6 | 144 | 38,4
    | Tổng cộng | 787 | 499 | 63,4 | 288 | 36,6
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trường Tiểu học Khe Lim đứng đầu với 268 học sinh xếp loại Tốt về rèn luyện.", []),
        ("Trường Tiểu học Khe Lim đứng đầu với 286 học sinh xếp loại Tốt.", ["F204"]),
        ("Trường Tiểu học Nà Phai có 213 học sinh đạt loại Tốt, 144 học sinh loại Khá.", ["F204"]),
        ("Năm học trước, trường Tiểu học Nà Phai có 213 học sinh loại Tốt.", []),
        ("Trường Tiểu học Nà Phai có 213 học sinh nữ xếp loại Tốt.", []),
        ("Trường Tiểu học Nà Phai phấn đấu có 321 học sinh loại Tốt.", []),
        ("Hai trường Tiểu học Khe Lim và Tiểu học Nà Phai có 286 học sinh loại Tốt ở khối lớn.", []),
        ("Trường Tiểu học Khe Lim có 412 học sinh, 286 em học bán trú.", []),
        ("Tại điểm lẻ của xã Suối Mây, trường Tiểu học Khe Lim có 142 học sinh.", []),
    ],
)  # fmt: skip
def test_the_class_of_a_row_told_with_a_slip(text: str, wanted: list[str]) -> None:
    assert told(SCHOOLS, text) == wanted


GOALS = """
    TT | Xã | Số thôn có nhà văn hóa | < | Số mô hình
    ^ | ^ | Năm 2023 | Năm 2024 | ^
    1 | Khe Lim | 7 | 9 | 3
    2 | Suối Mây | 11 | 11 | 5
    3 | Nà Phai | 6 | 10 | 2
    | Tổng cộng | 24 | 30 | 10
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Xã Nà Phai có số thôn có nhà văn hóa tăng nhanh nhất, từ 6 lên 10 thôn.", []),
        ("Xã Nà Phai có số thôn có nhà văn hóa tăng nhanh nhất, từ 6 lên 12 thôn.", ["F204"]),
        ("Xã Khe Lim nâng số thôn có nhà văn hóa từ 5 lên 9 thôn.", ["F204"]),
        ("Năm 2025, xã Nà Phai phấn đấu nâng từ 10 lên 12 thôn.", []),
        ("Xã Suối Mây đã khởi công để năm 2025 tăng từ 11 lên 13 thôn.", []),
        ("Từ năm 2022 đến nay, xã Nà Phai tăng từ 4 lên 10 thôn.", []),
        ("Xã Nà Phai sắp xếp thôn, giảm từ 12 xuống 10 thôn sáp nhập.", []),
        ("Xã Nà Phai mở rộng từ 6 lên 8 mô hình.", []),
    ],
)  # fmt: skip
def test_a_row_that_goes_from_one_year_to_the_next(text: str, wanted: list[str]) -> None:
    assert [f.rule for f in findings(GOALS, text)] == wanted


CASES = """
    TT | Loại việc | Thụ lý (vụ) | < | Giải quyết (vụ)
    ^ | ^ | 2023 | 2024 | ^
    1 | Hôn nhân, gia đình | 215 | 243 | 236
    2 | Tranh chấp đất đai | 84 | 97 | 81
    | Tổng cộng | 299 | 340 | 317
"""


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022 thụ lý 234 vụ hôn nhân, gia đình.",
        "Về tranh chấp đất đai, cấp xã đã hòa giải 79 vụ.",
        "Trong 97 vụ tranh chấp đất đai, 18 vụ được hòa giải thành.",
        "Năm 2023 thụ lý 215 vụ hôn nhân, gia đình; năm 2024 thụ lý 243 vụ.",
    ],
)  # fmt: skip
def test_other_years_and_parts_are_left_alone(text: str) -> None:
    assert told(CASES, text) == []


def test_a_year_that_is_named_finds_its_column() -> None:
    assert told(CASES, "Năm 2024 thụ lý 234 vụ hôn nhân, gia đình.") == ["F204"]


POOR = """
    TT | Xã | Số hộ nghèo | < | Số nhà được hỗ trợ | <
    ^ | ^ | 2023 | 2024 | Xây mới | Sửa chữa
    1 | Khe Lim | 145 | 123 | 18 | 25
    2 | Suối Mây | 210 | 187 | 31 | 12
    3 | Nà Phai | 98 | 76 | 9 | 14
    | Tổng cộng | 453 | 386 | 58 | 51
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Xã Khe Lim hiện có 132 hộ cận nghèo.", []),
        ("Năm 2022, xã Khe Lim có 154 hộ nghèo.", []),
        ("Xã Nà Phai giảm từ 98 xuống còn 76 hộ nghèo.", []),
        ("Xã Nà Phai giảm từ 98 xuống còn 67 hộ nghèo.", ["F204"]),
        ("Cuối năm 2024, xã Suối Mây có 178 hộ nghèo.", ["F204"]),
        ("Xã Khe Lim xây mới 18 nhà văn hóa, sửa chữa 52 nhà vệ sinh trường học.", []),
        ("Riêng trong quý IV, xã Nà Phai giảm từ 98 xuống còn 90 hộ nghèo.", []),
    ],
)  # fmt: skip
def test_a_near_kind_or_another_year_is_no_cell(text: str, wanted: list[str]) -> None:
    assert told(POOR, text) == wanted
