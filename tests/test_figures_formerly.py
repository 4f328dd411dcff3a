"""F203 of a share of what there was before, F202 of later parts, F201 of what is left; and shares that are told of something else."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp 820 lượt công dân, tăng 40 lượt, bằng 108,1% so với cùng kỳ.",
        "Thu 96 tỷ đồng, giảm 24 tỷ đồng, bằng 75% so với năm trước.",
        "Mở 25 lớp, vượt kế hoạch 5 lớp và đạt 120% kế hoạch.",
        "Đàn dê 1.260 con, tăng 960 con, gấp 5,2 lần.",
    ],
)
def test_the_value_and_its_change_give_the_share_of_what_there_was(text: str) -> None:
    assert rules(text) == ["F203"]


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp 820 lượt công dân, tăng 40 lượt, bằng 105,1% so với cùng kỳ.",
        "Thu 96 tỷ đồng, giảm 24 tỷ đồng, bằng 80% so với năm trước.",
        "Mở 25 lớp, vượt kế hoạch 5 lớp và đạt 125% kế hoạch.",
        "Đàn dê 1.260 con, tăng 960 con, gấp 4,2 lần.",
        "Thu gần 96 tỷ đồng, giảm 24 tỷ đồng, bằng 75% so với năm trước.",
        "Dư nợ 48 tỷ đồng, tăng 4 tỷ đồng so với đầu năm, bằng 117% so với cùng kỳ.",
        "Có 30 hộ vay, tăng 12 tỷ đồng dư nợ, bằng 90% so với cùng kỳ.",
        "Năng suất 60 tạ/ha; sản lượng 7.560 tấn, tăng 5% so với năm 2022 và bằng 100,8% kế hoạch giao (7.500 tấn).",
        "Vụ 7 - Cơ quan điều tra thụ lý các tin báo gồm 12 tin; các vụ án ma túy 9 vụ.",
    ],
)
def test_right_shares_and_shares_of_something_else_pass(text: str) -> None:
    assert rules(text) == []


def test_comrades_are_the_members_that_a_plan_counts() -> None:
    assert rules("Chỉ tiêu giao cử 40 công chức, đã cử được 46 đồng chí, vượt 25% chỉ tiêu.") == ["F203"]
    assert rules("Chỉ tiêu giao cử 40 công chức, đã cử được 46 đồng chí, vượt 15% chỉ tiêu.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Xã có 41 công trình, trong đó có 9 công trình giao thông (ODA) và 52 công trình thủy lợi.", ["F202"]),
        ("Xã có 41 công trình, trong đó có 9 công trình giao thông và 32 công trình thủy lợi.", []),
        ("Xã có 41 công trình, trong đó 9 công trình giao thông; cùng với xã bạn làm 52 công trình.", []),
    ],
)
def test_later_parts_exceed_their_whole_as_well(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


def test_what_is_left_is_no_stock_from_before() -> None:
    (found,) = figure_findings("Tòa thụ lý 214 vụ án, đã xét xử 197 vụ án, còn tồn 19 vụ án.")
    assert found.rule == "F201"
    assert rules("Tòa thụ lý 214 vụ án, đã xét xử 197 vụ án, còn tồn 17 vụ án.") == []


def test_households_of_middle_income_are_counted_and_no_average() -> None:
    assert rules("Bản có 1.245 hộ, gồm hộ khá 640 hộ, hộ trung bình 512 hộ, hộ cận nghèo 61 hộ, hộ nghèo 42 hộ.") == [
        "F201"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quý V năm 2023, xã tổ chức 2 buổi tiếp dân.", ["F206"]),
        ("Hội nghị khai mạc lúc 26 giờ ngày 12/4/2023.", ["F206"]),
        ("Quý IV năm 2023, hội nghị khai mạc lúc 08 giờ ngày 12/11/2023; bếp ăn mở 24 giờ.", []),
        ("Trực ban từ 18 giờ ngày 12/4/2023; nước rút sau 36 giờ.", []),
    ],
)
def test_a_year_has_four_quarters_and_a_day_24_hours(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đã giải ngân 8,4 tỷ đồng (kế hoạch giao 7,0 tỷ đồng), đạt 130% kế hoạch.", ["F203"]),
        ("Đã giải ngân 8,4 tỷ đồng (kế hoạch giao 7,0 tỷ đồng), vượt 20%.", []),
        ("Đã giải ngân 8,4 tỷ đồng (kế hoạch giao 7,0 tỷ đồng), bằng 95% so với cùng kỳ.", []),
        ("Đã giải ngân khoảng 8,4 tỷ đồng (kế hoạch giao 7,0 tỷ đồng), đạt 118% kế hoạch.", []),
    ],
)
def test_a_plan_in_brackets_between_what_was_reached_and_its_share(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kiểm tra 21/21 bếp ăn, gồm 9 bếp ăn trường học, 7 bếp ăn công ty và 4 bếp ăn trạm xá.", ["F201"]),
        ("Kiểm tra 21/21 bếp ăn, gồm 9 bếp ăn trường học, 8 bếp ăn công ty và 4 bếp ăn trạm xá.", []),
        ("Kiểm tra 20/21 bếp ăn, gồm 9 bếp ăn trường học, 7 bếp ăn công ty và 4 bếp ăn trạm xá.", []),
        ("Xã có 9/9 bản có tổ hòa giải, gồm 7 tổ hòa giải của bản và 3 tổ hòa giải liên bản.", []),
    ],
)
def test_a_ratio_of_a_number_to_itself_is_a_total(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


def test_a_list_counts_what_the_things_of_the_total_have() -> None:
    assert rules("Có 16 trường có chi bộ, gồm 13 chi bộ độc lập và 1 chi bộ ghép.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Toàn xã có 640 cây nước; đã kiểm định 256 cây nước (gồm 200 cây của hộ và 56 cây của bản), chiếm 46%.",
            ["F203"],
        ),
        ("Toàn xã có 640 cây nước; đã kiểm định 256 cây nước (gồm 200 cây của hộ và 56 cây của bản), chiếm 40%.", []),
        ("Toàn xã có 640 cây nước; đã kiểm định 256 cây nước (trong đó 115 cây của hộ), chiếm 44,9%.", []),
    ],
)
def test_a_share_behind_a_bracket_with_figures(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted
