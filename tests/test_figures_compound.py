"""Amounts told in two units (``12 tỷ 345 triệu``) are one figure wherever figures are read; what was put up and what was elected are two."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

from vnreport_nlp.checks.figures.reading.numerals import unpadded, whole_amounts


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("12 tỷ 345 triệu đồng", "12,345 tỷ đồng"),
        ("1.204 tỷ 45 triệu đồng", "1204,045 tỷ đồng"),
        ("7 tỷ 5 triệu 60 ngàn đồng", "7,005060 tỷ đồng"),
        ("18 triệu 250 nghìn đồng", "18,250 triệu đồng"),
        ("3 tỷ đồng 20 triệu đồng", "3,020 tỷ đồng"),
        ("2 nghìn 310 tỷ đồng", "2310 tỷ đồng"),
        ("2 nghìn 310 tỷ 45 triệu đồng", "2310,045 tỷ đồng"),
        ("3 ngàn 7 tỷ đồng 150 triệu 20 nghìn đồng", "3007,150020 tỷ đồng"),
        ("2 nghìn 310 tấn", "2 nghìn 310 tấn"),
        ("12 tỷ đồng, 345 triệu đồng", "12 tỷ đồng, 345 triệu đồng"),
        ("12,5 tỷ 345 triệu", "12,5 tỷ 345 triệu"),
        ("12 tỷ 3.450 triệu", "12 tỷ 3.450 triệu"),
        ("31/12 tỷ 345 triệu", "31/12 tỷ 345 triệu"),
    ],
)
def test_an_amount_of_two_units_is_one_number_of_the_larger(told: str, read: str) -> None:
    """Every character behind it keeps its place."""
    assert whole_amounts(told).lstrip("0") == read
    assert len(whole_amounts(told)) == len(told)


def test_what_is_shown_has_no_zeros_that_only_keep_a_place() -> None:
    assert unpadded("000001204,045 + 00000014") == "1.204,045 + 14"
    assert unpadded("0,00005 và 10000") == "0,00005 và 10000"


FUND = "Hội cựu học sinh quyên góp được {0}, trong đó khóa đầu {1}, khóa giữa {2}, khóa cuối {3}."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FUND.format("24 tỷ 385 triệu đồng", "19 tỷ 210 triệu đồng", "3 tỷ 150 triệu đồng", "2 tỷ 025 triệu đồng"), []),
        (FUND.format("24 tỷ 385 triệu đồng", "19 tỷ 210 triệu đồng", "3 tỷ 150 triệu đồng", "2 tỷ 135 triệu đồng"), ["F201"]),
        (FUND.format("1 nghìn 24 tỷ 385 triệu đồng", "1.019 tỷ 210 triệu đồng", "3 tỷ 150 triệu đồng", "2 tỷ 025 triệu đồng"), []),
        (FUND.format("1 nghìn 24 tỷ 385 triệu đồng", "1.019 tỷ 210 triệu đồng", "3 tỷ 150 triệu đồng", "2 tỷ 135 triệu đồng"), ["F201"]),
        ("Chi cho cầu đường 1 nghìn 024 tỷ 385 triệu đồng, trong đó đường xã 817 tỷ 40 triệu đồng.", []),
        ("Vốn sửa cầu đạt 45 tỷ 300 triệu đồng/50 tỷ đồng, bằng 90,6%.", []),
        ("Vốn sửa cầu đạt 45 tỷ 300 triệu đồng/50 tỷ đồng, bằng 96,6%.", ["F203"]),
        ("Nguồn quỹ đạt 2.417 tỷ 385 triệu đồng, tăng 214 tỷ 175 triệu đồng so với đầu năm (9,7%).", []),
        ("Nguồn quỹ đạt 2.417 tỷ 385 triệu đồng, tăng 214 tỷ 175 triệu đồng so với đầu năm (9,2%).", ["F203"]),
    ],
)  # fmt: skip
def test_sums_shares_and_growth_read_it(text: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\n{text}") == wanted


GIVEN = "Quỹ đền ơn đáp nghĩa của phường vận động được {}."


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("5 tỷ 430 triệu đồng", "5 tỷ 340 triệu đồng", ["F204"]),
        ("5 tỷ 430 triệu đồng", "5 tỷ 480 triệu đồng", ["F204"]),
        ("5 tỷ 430 triệu đồng", "5 tỷ 430 triệu đồng", []),
        ("5 tỷ 430 triệu đồng", "5,43 tỷ đồng", []),
        ("5 tỷ 430 triệu đồng", "5,4 tỷ đồng", []),
        ("5 tỷ 430 triệu đồng", "5.430 triệu đồng", []),
    ],
)
def test_it_is_told_twice_as_a_whole(first: str, second: str, wanted: list[str]) -> None:
    """Told otherwise or more roughly it is still the same amount."""
    assert rules(f"I. KẾT QUẢ\n\n{GIVEN.format(first)}\n\nII. ĐÁNH GIÁ\n\n{GIVEN.format(second)}") == wanted


def test_two_amounts_of_parallel_sentences_are_not_one() -> None:
    """Their first units alone would be one but for a digit."""
    text = "Tổng vốn ủy thác đạt 4.281 tỷ 512 triệu đồng, tăng 403 tỷ 118 triệu đồng so với năm trước.\n\nTổng nợ phải thu đạt 4.271 tỷ 609 triệu đồng, tăng 403 tỷ 730 triệu đồng so với năm trước."
    assert rules(f"I. KẾT QUẢ\n\n{text}") == []


def test_the_finding_shows_it_as_it_is_told() -> None:
    text = (
        f"I. KẾT QUẢ\n\n{GIVEN.format('5 tỷ 430 triệu đồng')}\n\nII. ĐÁNH GIÁ\n\n{GIVEN.format('5 tỷ 340 triệu đồng')}"
    )
    (found,) = figure_findings(text)
    assert dict(found.message.params) == {"first": "5,430", "second": "5,340"}
    assert [p.quote for p in found.places] == ["5 tỷ 340 triệu đồng", "5 tỷ 430 triệu đồng"]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("thông qua danh sách đề cử vào Ban Chấp hành Đảng bộ huyện khóa IX gồm 46 đồng chí", "bỏ phiếu bầu 41 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX", []),
        ("giới thiệu 46 đồng chí ứng cử vào Ban Chấp hành Đảng bộ huyện khóa IX", "bầu 41 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX", []),
        ("chốt danh sách bầu cử ban chấp hành huyện đoàn khóa IX gồm 46 đồng chí", "đã bầu 40 đồng chí vào ban chấp hành huyện đoàn khóa IX", []),
        ("đã bầu 41 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX", "đã bầu 40 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX", ["F204"]),
    ],
)  # fmt: skip
def test_those_put_up_are_more_than_those_elected(first: str, second: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\nSau thảo luận, Đại hội {first}. Tiếp đó, Đại hội {second}.") == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xã đầu tư 74 công trình gồm 52 km đường thôn, 11 nhà văn hóa, 8 trạm bơm, 4 điểm trường.", []),
        ("Năm qua hoàn thành 39 công trình: 21 ha hồ chứa, 12 cầu treo, 7 phòng học.", []),
        ("Xã đầu tư 74 công trình gồm 52 đường thôn, 11 nhà văn hóa, 8 trạm bơm, 4 điểm trường.", ["F201"]),
    ],
)
def test_lengths_and_houses_make_no_sum(text: str, found: list[str]) -> None:
    assert rules(text) == found
