"""S107 and S109: numbers within a paragraph are printed as well, a placeholder stands where it stands, its clause is quoted whole."""

from __future__ import annotations

from pathlib import Path

import cohorts
import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.model import Finding

TEXT = "Cấp ủy đã chỉ đạo quyết liệt, phân công rõ người, rõ việc, rõ thời hạn hoàn thành."


def found(rule: str, *lines: str) -> list[Finding]:
    """A rule's findings in the section on lessons."""
    made = cohorts.draft("Xã Cồn Dừa", 4).split("\n")
    at = next(k for k, line in enumerate(made) if "Bài học kinh nghiệm" in line)
    result = cohorts.assessed("\n".join([*made[: at + 1], "", *lines, *made[at + 1 :]]), "a.md")
    return [f for f in result.findings if f.rule == rule]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((f"Một là, {TEXT} Hai là, {TEXT}", "", f"Ba là, {TEXT}"), 0),
        ((f"Một là, {TEXT}", "", f"Hai là, {TEXT} Ba là, {TEXT}", "", f"Bốn là, {TEXT}"), 0),
        ((f"Một là, {TEXT}", "", f"Hai là, {TEXT} Ba là, {TEXT}", "", f"Năm là, {TEXT}", "", f"Sáu là, {TEXT}"), 1),
        ((f"Một là, {TEXT}", "", f"Ba là, {TEXT}"), 1),
    ],
)
def test_ordinals_within_the_paragraph_before_are_printed_as_well(lines: tuple[str, ...], told: int) -> None:
    assert len(found("S107", *lines)) == told


def test_an_ordinal_is_quoted_with_its_comma() -> None:
    (gap,) = found("S107", f"Một là, {TEXT}", "", f"Ba là, {TEXT}")
    assert "“Ba là, Cấp ủy" in str(gap.message)


def test_a_number_of_several_steps_is_told_whole() -> None:
    lines = [line for n in (1, 2, 4) for line in (f"3.{n}. Bài học thứ {n} của cấp ủy", "", TEXT, "")]
    (gap,) = found("S107", *lines)
    assert str(gap.need) == "Sau số 3.2 là số 3.3."


@pytest.mark.parametrize(("name", "number"), [("huyen-ky-lam.md", "V.2.2"), ("phuong-truong-thanh-bac.docx", "V.2.4")])
def test_a_placeholder_behind_the_heading_in_its_own_line_is_told_once(drafts: Path, name: str, number: str) -> None:
    result = assess(read(drafts / name), load_template())
    assert any(f.rule == "S102" and f.requirement == number for f in result.findings)
    (empty,) = (v for v in result.verdicts if v.requirement == number)
    lines = {result.outline.sections[k].whole for k in empty.sections}
    assert not any(
        f.rule == "S109"
        and any(f.places[0].span.start < line.end and line.start < f.places[0].span.end for line in lines)
        for f in result.findings
    )
    assert "“-”" not in str(empty.why)


def test_the_clause_of_a_placeholder_is_quoted_whole() -> None:
    said = "Giá cả ổn định trong năm. Tết Nguyên đán đã trao 140 phần quà, kinh phí ....... triệu đồng do Mặt trận vận động. Trẻ em được quan tâm."
    (left,) = found("S109", said)
    assert left.quote == "Tết Nguyên đán đã trao 140 phần quà, kinh phí ....... triệu đồng do Mặt trận vận động"
    long = "Các cấp, các ngành " + "phối hợp chặt chẽ với nhau " * 8 + "trao ....... phần quà"
    (left,) = found("S109", long + " cho hộ nghèo" * 20 + ".")
    assert left.quote.startswith("phối hợp") or left.quote.split()[0] in long.split()
    assert len(left.quote) < 200 and left.quote.split()[-1] in ("cho", "hộ", "nghèo")
