"""What a unit is told of a section that is short: how short, by whose measure, and figures only where the outline asks for them."""

from __future__ import annotations

import cohorts

from vnreport_nlp.exporters.annotated import comment_text
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.model import Assessment, Finding


def thin(*numbers: str) -> Assessment:
    return cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, thin=numbers), "a.md")


def told(result: Assessment, number: str) -> Finding:
    return next(f for f in result.findings if f.rule == "S103" and f.requirement == number)


def test_figures_are_asked_for_where_the_outline_asks_for_them() -> None:
    result = thin("II.5", "III.4")
    plain, figures = (Asked(result, Speech()).sentence(told(result, n)) for n in ("III.4", "II.5"))
    assert "bổ sung nội dung." in plain
    assert "bổ sung nội dung, số liệu" in figures
    assert "số liệu" not in str(told(result, "III.4").fix) and "số liệu" in str(told(result, "II.5").fix)


def test_how_short_it_is() -> None:
    result = thin("III.4")
    size = result.verdict("III.4").syllables
    assert f"còn ngắn ({size} chữ)" in Asked(result, Speech()).sentence(told(result, "III.4"))


def test_a_comment_says_whose_number_it_is() -> None:
    """The outline names no number of words: a unit must not be told that it does."""
    result = thin("III.4")
    least = result.template.by_number["III.4"].min_syllables
    comment = comment_text(told(result, "III.4"), Speech())
    need = next(line for line in comment.split("\n") if line.startswith("Yêu cầu"))
    assert str(least) not in need
    assert f"mức tham khảo của công cụ rà soát: {least} chữ" in comment
