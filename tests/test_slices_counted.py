"""Figures per hundred words are those of the text: no heading's number or years, no number of an item."""

from __future__ import annotations

import cohorts
import pytest

from vnreport_nlp.batch.slices import rows_of


def figures(*lines: str) -> float:
    """Figures per hundred words of the section on lessons."""
    made = cohorts.draft("Xã Cồn Dừa", 4).split("\n")
    at = next(k for k, line in enumerate(made) if "Bài học kinh nghiệm" in line)
    end = next(k for k in range(at + 1, len(made)) if made[k].startswith("## V."))
    result = cohorts.assessed("\n".join([*made[: at + 1], "", *lines, "", *made[end:]]), "a.md")
    return dict(rows_of(result, "a.md"))["IV.3"].figures


PLAIN = "Giảm họp, giảm giấy tờ, tăng thời gian đi cơ sở; phân công rõ người, rõ việc, kiểm tra đến nơi đến chốn."


@pytest.mark.parametrize(
    "lines",
    [
        (PLAIN,),
        (f"3.1. {PLAIN}", "", f"3.2. {PLAIN}"),
        (f"1) {PLAIN}", "", f"(2) {PLAIN}"),
        ("3.1. Bài học của nhiệm kỳ 2020 - 2025", "", PLAIN),
    ],
)
def test_numbers_of_headings_and_items_are_no_figures(lines):
    assert figures(*lines) == 0


@pytest.mark.parametrize("said", ["Kết nạp 31 đảng viên.", "12 hộ thoát nghèo.", "1.240 hộ có nước sạch."])
def test_figures_of_the_text_are_counted(said):
    assert figures(f"{PLAIN} {PLAIN}", "", said) > 0
