"""Sentences of one form over and over, and tables in numbers: a few are compared, lists and annexes are not."""

from __future__ import annotations

import time

import pytest
from figure_rules import figure_findings, rules

from vnreport_nlp.checks.figures.twice.forms import OFTEN, form_of
from vnreport_nlp.checks.figures.twice.retellable import MOST_TABLES

LESSON = "Xã đã mở {} lớp nghề cho {} lao động nông thôn của các thôn vùng cao trong năm qua."
SLIP = (
    "Toàn huyện hiện có 1.243 đảng viên sinh hoạt tại 12 chi bộ.",
    "Toàn huyện hiện có 1.423 đảng viên sinh hoạt tại 12 chi bộ.",
)


def told(*lines: str) -> list[str]:
    return rules("\n\n".join(lines))


def lessons(count: int) -> list[str]:
    return [LESSON.format(12 + 5 * k, 310 + 41 * k) for k in range(count)]


def test_a_slip_beside_a_list_is_found_as_without_it() -> None:
    alone = told(*SLIP)
    assert alone == ["F204"]
    assert "F204" in told(SLIP[0], *lessons(3 * OFTEN), SLIP[1])


def test_what_a_list_repeats_is_not_held_against_all_of_it() -> None:
    many = [f.places[0].span.start for f in figure_findings("\n\n".join(lessons(4 * OFTEN)))]
    few = [f.places[0].span.start for f in figure_findings("\n\n".join(lessons(OFTEN)))]
    assert many == few


@pytest.mark.parametrize("count", [2, OFTEN])
def test_a_form_told_a_few_times_is_compared(count: int) -> None:
    lines = [*lessons(count - 1), LESSON.format(12, "301")]  # the first one said 310
    assert told(LESSON.format(12, "310"), LESSON.format(12, "301")) == ["F204"]
    assert "F204" in told(*lines)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Năm 2023, xã gieo trồng 120 ha lúa, đạt kế hoạch đề ra.", "Năm 2024, xã gieo  trồng 1.350,5 ha lúa, đạt kế hoạch đề ra.", True),
        ("Năm 2023, xã gieo trồng 120 ha lúa, đạt kế hoạch đề ra.", "Năm 2024, xã gieo trồng 120 ha ngô, đạt kế hoạch đề ra.", False),
        ("Thôn Khe Đá có 12 hộ nghèo, 5 hộ cận nghèo trong năm.", "Thôn Bãi Lau có 12 hộ nghèo, 5 hộ cận nghèo trong năm.", False),
    ],
)  # fmt: skip
def test_the_form_of_a_sentence_is_all_of_it_but_its_figures(one: str, other: str, same: bool) -> None:
    assert (form_of(one) == form_of(other)) == same


@pytest.mark.parametrize(
    "text", ["Ví dụ 12:", "| 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |", "Các thôn trong xã đều có nhà văn hóa và sân thể thao."]
)
def test_short_lines_rows_and_sentences_without_figures_have_none(text: str) -> None:
    assert not form_of(text)


def test_hundreds_of_tables_in_one_section_take_no_longer_than_a_text() -> None:
    row = (
        "| Thôn | Số hộ | Hộ nghèo |\n|---|---|---|\n| Khe Đá | 120 | 12 |\n| Bãi Lau | 80 | 9 |\n| Cộng | 200 | 21 |\n"
    )
    prose = "Thôn Khe Đá có 120 hộ, thôn Bãi Lau có 80 hộ; hộ nghèo chiếm tỷ lệ 10,5%.\n"
    start = time.process_time()
    figure_findings("\n".join([row, prose] * 20 * MOST_TABLES))
    assert time.process_time() - start < 40
