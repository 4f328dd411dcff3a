"""Tables whose heads stand in one, two or three rows: what adds up, what does not, and slips in either."""

from __future__ import annotations

import pytest
from figure_rules import rules
from tables_made import findings, told

RIGHT = {
    "years in the second row of heads": """
        TT | Loại cháy | Số vụ | < | < | Thiệt hại (triệu đồng) | < | <
        ^ | ^ | 2022 | 2023 | Tăng, giảm | 2022 | 2023 | Tăng, giảm
        1 | Nhà dân | 14 | 11 | -3 | 620 | 540 | -80
        2 | Cơ sở sản xuất | 6 | 7 | 1 | 1.310 | 1.450 | 140
        3 | Rừng | 5 | 3 | -2 | 75 | 40 | -35
        | Cộng | 25 | 21 | -4 | 2.005 | 2.030 | 25
    """,
    "days and a change with its signs": """
        STT | Khối | Hội viên | < | <
        ^ | ^ | 30/6/2024 | 31/12/2024 | Tăng (+), giảm (-)
        1 | Nông thôn | 1.204 | 1.231 | +27
        2 | Thành thị | 815 | 809 | -6
        | Tổng cộng | 2.019 | 2.040 | +21
    """,
    "a yield and a weight per head": """
        TT | Vật nuôi, cây trồng | Quy mô | < | Sản lượng (tấn) | Bình quân (kg/con)
        ^ | ^ | Tổng đàn (con) | Xuất chuồng (con) | ^ | ^
        1 | Lợn | 12.400 | 9.100 | 728 | 80,0
        2 | Bò | 3.150 | 640 | 160 | 250,0
        | Toàn huyện | 15.550 | 9.740 | 888 | 91,2
    """,
    "a mean whose head does not say so": """
        TT | Đơn vị | Cây giống (cây) | Tỷ lệ sống | pH
        1 | Khe Lim | 4.200 | 91,5 | 6,1
        2 | Suối Mây | 3.800 | 88,0 | 6,6
        3 | Nà Phai | 2.000 | 90,0 | 6,4
        | Tổng cộng | 10.000 | 89,9 | 6,4
    """,
    "per cent under each of several heads": """
        TT | Lớp | Sĩ số | Giỏi | < | Khá | < | Trung bình | <
        ^ | ^ | ^ | SL | TL% | SL | TL% | SL | TL%
        1 | 9A | 40 | 10 | 25,0 | 22 | 55,0 | 8 | 20,0
        2 | 9B | 44 | 11 | 25,0 | 20 | 45,5 | 13 | 29,5
        | Tổng cộng | 84 | 21 | 25,0 | 42 | 50,0 | 21 | 25,0
    """,
    "three rows of heads and a row that numbers the columns": """
        TT | Xã | Thủy lợi | < | < | < | Tổng kinh phí (triệu đồng)
        ^ | ^ | Kênh mương | < | Hồ, đập | < | ^
        ^ | ^ | Số công trình | Kinh phí (triệu đồng) | Số công trình | Kinh phí (triệu đồng) | ^
        A | B | 1 | 2 | 3 | 4 | 5=2+4
        1 | Khe Lim | 4 | 820 | 1 | 1.500 | 2.320
        2 | Suối Mây | 7 | 1.310 | - | - | 1.310
        3 | Nà Phai | 3 | 540 | 2 | 2.860 | 3.400
        | Tổng cộng | 14 | 2.670 | 3 | 4.360 | 7.030
    """,
    "the head of a group begins with a total": """
        TT | Loại hình | Hợp tác xã | < | Thành viên | <
        ^ | ^ | Tổng số | Trong đó: thành lập mới | Tổng số | Trong đó: nữ
        1 | Nông nghiệp | 18 | 2 | 1.460 | 610
        2 | Vận tải | 5 | 1 | 96 | 8
        3 | Tín dụng | 3 | - | 2.115 | 980
        | Tổng số | 26 | 3 | 3.671 | 1.598
    """,
    "changes in per cent do not add up": """
        TT | Khoản | Năm 2023 | Năm 2024 | Tăng, giảm so với cùng kỳ
        1 | Phí | 400 | 440 | 10
        2 | Lệ phí | 200 | 230 | 15
        | Tổng cộng | 600 | 670 | 12
    """,
    "shares rounded to whole numbers": """
        TT | Ngành | Giá trị (tỷ đồng) | Tỷ trọng (%)
        1 | Nông nghiệp | 100 | 33
        2 | Công nghiệp | 100 | 33
        3 | Dịch vụ | 100 | 33
        | Tổng cộng | 300 | 100
    """,
    "the first row is a total without a name of its kind": """
        TT | Trạm | Lượt khám | < | Chuyển viện
        ^ | ^ | Tổng | Trong đó: trẻ em | ^
        | Tổng số | 3.150 | 702 | 41
        1 | Khe Lim | 1.240 | 300 | 18
        2 | Suối Mây | 910 | 182 | 9
        3 | Nà Phai | 1.000 | 220 | 14
    """,
    "rates that the numbers of the rows seem to make": """
        TT | Thôn | Số hộ | Hộ nghèo | <
        ^ | ^ | ^ | Số hộ | Giảm (%)
        1 | Thôn Thượng | 120 | 12 | 2,1
        2 | Thôn Hạ | 140 | 9 | 1,4
        3 | Thôn Trung | 96 | 5 | 3,1
        | Tổng cộng | 356 | 26 | 2,1
    """,
    "stocks with what came, what went and how they differ": """
        TT | Loại thuốc | Tồn đầu kỳ | Nhập trong kỳ | Xuất trong kỳ | Tồn cuối kỳ | Tăng, giảm tồn
        1 | Vắc xin A | 120 | 300 | 280 | 140 | 20
        2 | Vắc xin B | 60 | 200 | 230 | 30 | -30
        3 | Vắc xin C | 45 | 100 | 90 | 55 | 10
        | Cộng | 225 | 600 | 600 | 225 | 0
    """,
    "the year of what is not added up, rates of several kinds": """
        STT | Nội dung | Kết quả thực hiện | < | < | Cả giai đoạn
        ^ | ^ | 2022 | 2023 | 2024 | ^
        1 | Hộ nghèo cuối năm (hộ) | 376 | 301 | 240 | 240
        2 | Lao động được đào tạo (người) | 245 | 260 | 275 | 780
        3 | Thu nhập bình quân (triệu đồng) | 39 | 44 | 50 | 50
        4 | Nhà được hỗ trợ (nhà) | 41 | 38 | 36 | 115
    """,
    "a stock of several years is not added up": """
        TT | Xã | Số hộ nghèo cuối năm | < | < | Tổng số hộ dân
        ^ | ^ | 2022 | 2023 | 2024 | ^
        1 | Khe Lim | 140 | 118 | 96 | 1.204
        2 | Suối Mây | 88 | 71 | 60 | 960
        3 | Nà Phai | 52 | 47 | 39 | 1.115
        | Toàn huyện | 280 | 236 | 195 | 3.279
    """,
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_tables_are_left_alone(name: str) -> None:
    assert [f"{f.rule} {f.found}" for f in findings(RIGHT[name])] == []


WRONG = [
    ("years in the second row of heads", "Cộng | 25 | 21", "Cộng | 25 | 27", "F201"),
    ("years in the second row of heads", "40 | -35", "40 | -53", "F201"),
    ("days and a change with its signs", "2.019 | 2.040", "2.019 | 2.400", "F201"),
    ("a yield and a weight per head", "15.550 | 9.740", "15.550 | 9.470", "F201"),
    ("per cent under each of several heads", "Tổng cộng | 84 | 21", "Tổng cộng | 84 | 12", "F201"),
    ("three rows of heads and a row that numbers the columns", "1.500 | 2.320", "1.500 | 2.230", "F201"),
    ("three rows of heads and a row that numbers the columns", "2.670 | 3 | 4.360", "2.670 | 3 | 4.630", "F201"),
    ("the head of a group begins with a total", "3 | 3.671", "3 | 3.761", "F201"),
    ("the first row is a total without a name of its kind", "3.150 | 702", "3.510 | 702", "F201"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "rule"), WRONG)
def test_a_slip_in_a_table_with_heads_in_several_rows(name: str, right: str, wrong: str, rule: str) -> None:
    assert RIGHT[name].count(right) == 1
    assert rule in told(RIGHT[name].replace(right, wrong))


GAINED = """
    TT | Huyện | Hộ nghèo đầu năm | Giảm trong năm (hộ) | Tái nghèo (hộ) | Hộ nghèo cuối năm | <
    ^ | ^ | ^ | ^ | ^ | Số hộ | Tỷ lệ (%)
    1 | Khe Lim | 310 | 64 | 6 | 252 | 12,6
    2 | Suối Mây | 205 | 41 | 2 | 166 | 9,2
    3 | Nà Phai | 118 | 30 | - | 88 | 5,5
    | Tổng cộng | 633 | {less} | 8 | 506 | 9,4
"""


def test_what_went_away_is_added_up_where_the_head_says_what_is_counted() -> None:
    assert told(GAINED.format(less=135)) == []
    assert told(GAINED.format(less=153)) == ["F201"]


YEARS = """
    TT | Nội dung | Đơn vị tính | Năm | < | < | < | Cộng
    ^ | ^ | ^ | 2021 | 2022 | 2023 | 2024 | ^
    1 | Lớp tập huấn | lớp | 12 | 15 | 14 | 18 | {classes}
    2 | Học viên | người | 480 | 610 | 555 | 702 | 2.347
    3 | Mô hình trình diễn | mô hình | 3 | 4 | 4 | 5 | 16
"""


def test_years_below_one_head_are_added_up_to_their_total() -> None:
    assert told(YEARS.format(classes=59)) == []
    assert told(YEARS.format(classes=56)) == ["F201"]


def test_the_column_of_a_finding_is_told_with_all_its_heads() -> None:
    wrong = RIGHT["the head of a group begins with a total"].replace("26 | 3 | 3.671", "26 | 3 | 3.761")
    assert "Thành viên – Tổng số" in str(findings(wrong)[0].found)


SHARES = """
    Loại rừng | Cơ cấu
    Rừng phòng hộ | 41,5
    Rừng đặc dụng | 12,2
    Rừng sản xuất | {last}
    Tổng số | 100,0
"""


def test_shares_of_a_hundred() -> None:
    assert told(SHARES.format(last="46,3")) == []
    assert told(SHARES.format(last="43,6").replace("Cơ cấu", "Tỷ trọng")) == ["F201"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Năm 2025 lắp mới 36 trạm biến áp, tháo dỡ toàn bộ 63 trạm biến áp cũ.", []),
        ("Hợp tác xã chặt bỏ 124 ha cam nhiễm bệnh, trồng lại đủ 142 ha cam sạch bệnh.", []),
        ("Xã tiếp nhận 136 hồ sơ. Cán bộ một cửa đã trả kết quả toàn bộ 163 hồ sơ đúng hạn.", ["F202", "F204"]),
    ],
)
def test_what_is_made_and_what_it_replaces_are_two_things(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


BUDGET = """
    TT | Chỉ tiêu | Năm 2024 | < | So sánh (%)
    ^ | ^ | Dự toán | Thực hiện | TH/DT
    | Tổng chi ngân sách | 52.400 | {done} | 99,4
    I | Chi đầu tư | 20.000 | 19.500 | 97,5
    1 | Giao thông | 14.000 | 13.700 | 97,9
    2 | Thủy lợi | 6.000 | 5.800 | 96,7
    II | Chi thường xuyên | 31.000 | 31.200 | 100,6
    1 | Giáo dục | 22.000 | {schools} | 100,5
    2 | Y tế | 9.000 | 9.100 | 101,1
    III | Dự phòng | 1.400 | 1.400 | 100,0
"""


def test_a_first_row_without_a_number_has_all_numbered_rows_of_the_highest_level() -> None:
    assert told(BUDGET.format(done="52.100", schools="22.100")) == []
    assert "F201" in told(BUDGET.format(done="51.200", schools="22.100").replace("99,4", "97,7"))
    assert "F201" in told(BUDGET.format(done="52.100", schools="21.200").replace("100,5", "96,4"))


PUNISHED = """
    TT | Nội dung | 2021 | 2022 | 2023 | Tổng cộng
    1 | Hòa giải thành | 41 | 52 | 47 | 140
    2 | Vi phạm bị xử lý | 24 | 31 | 19 | {all}
    | - Phạt tiền | 15 | 18 | 12 | 45
    | - Nhắc nhở | 7 | 11 | {warned} | 23
    | - Buộc khắc phục | 2 | 2 | 2 | 6
    3 | Hộ được vận động | 312 | 290 | 335 | 937
    | - Hộ kinh doanh | 54 | 61 | 70 | 185
    | - Hộ nghèo | 38 | 22 | 19 | 79
"""


def test_parts_with_dashes_make_the_row_above_where_its_other_columns_prove_it() -> None:
    assert told(PUNISHED.format(all=74, warned=5)) == []
    assert set(told(PUNISHED.format(all=74, warned=7))) == {"F201"}


GRANTS = """
    TT | Nhóm | Số người | Kinh phí (triệu đồng)
    | Tổng số | {people} | 3.120
    1 | Học sinh giỏi | 120 | 360
    2 | Giáo viên | 46 | 920
    | Trong đó: nữ | 31 | 620
    3 | Hộ nghèo | 184 | 1.840
"""


def test_rows_of_several_kinds_make_their_total_where_another_column_proves_it() -> None:
    assert told(GRANTS.format(people=350)) == []
    assert told(GRANTS.format(people=305)) == ["F201"]
