"""How a comparison reads: whole figures and phrases, two units named, what is unchanged folded away."""

from __future__ import annotations

from pathlib import Path

from test_compare import PARTS, draft

from vnreport_nlp.api import compare
from vnreport_nlp.compare import word_diff
from vnreport_nlp.exporters.compare import compare_html, joined


def test_changes_are_read_in_whole_figures_and_phrases() -> None:
    found = joined(word_diff("đạt 92,2%. Có 63 sĩ quan và cán bộ", "đạt 82,2%. Có 63 sĩ quan và cán bộ"))
    assert [(p.op, p.text) for p in found if p.op != "equal"] == [("delete", "92,2%"), ("insert", "82,2%")]
    found = joined(word_diff("một hai ba bốn năm", "sáu hai bảy bốn tám"))
    assert [p.op for p in found] == ["delete", "insert"]


def test_two_units_are_named_and_their_sections_of_one_number_are_one(drafts: Path) -> None:
    found = compare(drafts / "huyen-ia-krong-pa.txt", drafts / "huyen-nam-khuong.txt")
    assert not found.versions
    page = compare_html(found)
    assert "Huyện Ia Krông Pa" in page and "Bản trước" not in page and 'class="two"' in page
    both = {(p.left.number, p.right.number) for p in found.pairs if p.left and p.right}
    assert ("2.1", "B.1") in both and ("1", "A") in both


def test_what_is_unchanged_is_folded_away_and_a_heading_is_told_once() -> None:
    other = {**PARTS, "Công tác tổ chức": PARTS["Công tác tổ chức"].replace("45", "54")}
    page = compare_html(compare(draft(PARTS), draft(other)))
    assert page.count("<details>") == len(PARTS) - 1 and page.count("Công tác tổ chức") == 1
