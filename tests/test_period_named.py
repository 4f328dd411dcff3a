"""P401: the reason names the report's period in a few words, never by the whole title."""

from __future__ import annotations

import pytest
from test_periods_citations import CONGRESS, HALF, MONTH, TERM, YEAR

from vnreport_nlp.checks.periods.scope import Scope, named, periods


def reason(title: str, cut: str = "nhiệm vụ") -> str:
    turn = title.find(cut)
    known = tuple(periods(title, turn if turn > 0 else None))
    return str(named(Scope(None, False, None, None, "", title, False, known)))


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (YEAR, "Kỳ báo cáo là năm 2024."),
        (HALF, "Kỳ báo cáo là 6 tháng đầu năm 2024."),
        ("BÁO CÁO KẾT QUẢ CÔNG TÁC QUÝ III NĂM 2024", "Kỳ báo cáo là quý III năm 2024."),
        (MONTH.replace("tháng 9,", "tháng 9 năm 2023,"), "Kỳ báo cáo là tháng 9 năm 2023."),
    ],
)
def test_a_period_is_told_and_not_the_title(title: str, wanted: str) -> None:
    assert reason(title) == wanted


@pytest.mark.parametrize("title", [TERM, CONGRESS])
def test_a_title_without_a_year_of_its_own_is_quoted(title: str) -> None:
    assert title in reason(title)
