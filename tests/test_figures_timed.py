"""F204 under lines of times: what stands under two of them is of two times; rates with their own part and whole are two rates."""

from __future__ import annotations

import pytest
from figure_rules import rules

BODIES = (
    "- Thu phí tham quan của khu di tích đạt {0} triệu đồng, nộp quỹ tu bổ đầy đủ.",
    "- Tiếp nhận {0} lượt hồ sơ xin cấp giấy, giải quyết xong đúng hẹn.",
)
LEADS = [
    ("a) Năm 2021", "b) Năm 2022"),
    ("Năm 2021:", "Năm 2022:"),
    ("Quý I:", "Quý II:"),
    ("- Quý III/2022:", "- Quý IV/2022:"),
    ("Tháng 4:", "Tháng 5:"),
    ("* 6 tháng đầu năm", "* 6 tháng cuối năm"),
    ("Học kỳ I", "Học kỳ II"),
    ("Giai đoạn 2011 - 2015:", "Giai đoạn 2016 - 2020:"),
    ("Đợt 1:", "Đợt 2:"),
    ("Kết quả năm 2021 như sau:", "Kết quả năm 2022 như sau:"),
    ("1. Kết quả thu phí năm 2021", "2. Kết quả thu phí năm 2022"),
    ("Đầu nhiệm kỳ:", "Cuối nhiệm kỳ:"),
    ("Trước khi sáp nhập", "Sau khi sáp nhập"),
]  # fmt: skip


def page(first: str, second: str, body: str, values: tuple[str, str] = ("352,4", "382,4")) -> str:
    """One thing told under two lines."""
    return "\n\n".join(("I. KẾT QUẢ", first, body.format(values[0]), second, body.format(values[1])))


@pytest.mark.parametrize(("first", "second"), LEADS)
def test_what_stands_under_two_times_is_told_of_two_times(first: str, second: str) -> None:
    assert rules(page(first, second, BODIES[0])) == []
    assert rules(page(first, second, BODIES[1], ("1.352", "1.382"))) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("Về thu phí:", "Về tu bổ:"), ("1. Thu phí", "2. Tu bổ"), ("Năm 2021:", "Năm 2021:"), ("", "")],
)
def test_other_lines_tell_nothing_apart(first: str, second: str) -> None:
    assert rules(page(first, second, BODIES[1], ("1.352", "1.382"))) == ["F204"]


def test_a_time_holds_to_the_end_of_its_section_and_against_a_time_told() -> None:
    """What the next section tells of no time may be either; of the same time it is the same figure."""
    body = BODIES[1]
    both = ("I. KẾT QUẢ", "Năm 2022:", body.format("1.352"), "II. ĐÁNH GIÁ")
    assert rules("\n\n".join((*both, body.format("1.382")))) == ["F204"]
    assert (
        rules("\n\n".join((*both, "Năm 2021, tiếp nhận 1.382 lượt hồ sơ xin cấp giấy, giải quyết xong đúng hẹn.")))
        == []
    )
    assert rules(
        "\n\n".join((*both, "Năm 2022, tiếp nhận 1.382 lượt hồ sơ xin cấp giấy, giải quyết xong đúng hẹn."))
    ) == ["F204"]


def test_a_figure_without_a_time_may_be_of_any_of_several() -> None:
    lines = (page("Năm 2021:", "Năm 2022:", BODIES[1], ("1.352", "1.704")), "II. ĐÁNH GIÁ", BODIES[1].format("1.382"))
    assert rules("\n\n".join(lines)) == []


def test_quarters_of_two_years_are_four_times() -> None:
    lines = [line for year in ("Năm 2021", "Năm 2022") for line in (year, "Quý I:", BODIES[1])]
    lines[2], lines[5] = BODIES[1].format("1.352"), BODIES[1].format("1.382")
    assert rules("\n\n".join(["I. KẾT QUẢ", *lines])) == []


RATES = "- Đội quản lý trật tự nhắc nhở {0} lượt hộ, tỷ lệ chấp hành chung là {1}%."


def test_rates_with_their_own_part_and_whole_are_two_rates() -> None:
    one = RATES.format("7.912/9.130", "86,6")
    assert rules(f"I. KẾT QUẢ\n\n{one}\n\n{RATES.format('7.215/8.360', '86,3')}") == []
    assert rules(f"I. KẾT QUẢ\n\n{one}\n\n{RATES.format('7.912/9.130', '86,6')}") == []
