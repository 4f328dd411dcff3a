"""How a comparison reads: whole figures and phrases, two units named, what is unchanged folded away."""

from __future__ import annotations

import re
from pathlib import Path

from test_compare import PARTS, draft

from vnreport_nlp.api import compare
from vnreport_nlp.compare import Comparison, word_diff
from vnreport_nlp.exporters.compare import compare_html, compare_lines, joined
from vnreport_nlp.model import Outline
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.template.load import parse_template


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


FIRST = {
    "II. KẾT QUẢ": {
        "1. Công tác tư tưởng": "Mở 12 lớp bồi dưỡng cho bí thư chi bộ.",
        "2. Công tác dân vận": "Đối thoại 09 cuộc, trả lời 131 ý kiến của Nhân dân.",
    },
    "V. PHƯƠNG HƯỚNG": {"1. Công tác dân vận": "Đổi mới công tác dân vận, giữ nền nếp đối thoại."},
}
SECOND = {
    "I. KẾT QUẢ": {
        "1. Công tác dân vận": "Cấp ủy gặp gỡ, tiếp dân 31 buổi; xử lý xong đơn thư tồn đọng.",
        "2. Công tác tư tưởng": "Phát hành 4 số bản tin nội bộ.",
    }
}
TEMPLATE = """id: hai-phan
title: Báo cáo công tác
requirements:
  - number: I
    title: Kết quả
  - number: I.1
    title: Công tác tư tưởng
  - number: I.2
    title: Công tác dân vận
  - number: II
    title: Phương hướng
    voice: direction
  - number: II.1
    title: Công tác dân vận
    voice: direction
"""


def report(unit: str, parts: dict[str, dict[str, str]]) -> Outline:
    lines = [unit, "Số 1-BC/HU", "BÁO CÁO", "công tác năm 2024", ""]
    for part, sections in parts.items():
        lines += [part, ""]
        for title, text in sections.items():
            lines += [title, "", text, ""]
    return outline(read_bytes("\n".join(lines).encode(), "bc.txt"))


def two_units() -> Comparison:
    template = parse_template(TEMPLATE, "t.yaml")
    return compare(report("HUYỆN ỦY KHE NGÀN", FIRST), report("THỊ ỦY SÔNG LẪM", SECOND), template=template)


def test_sections_of_two_units_that_answer_one_requirement_are_one() -> None:
    found = two_units()
    pairs = {(p.left.number, p.right.number) for p in found.pairs if p.left and p.right}
    assert {("II", "I"), ("II.1", "I.2"), ("II.2", "I.1")} <= pairs
    assert {p.left.number for p in found.of("removed") if p.left} == {"V", "V.1"}


def test_of_two_units_nothing_is_struck_out_and_headings_are_the_drafts_own() -> None:
    found = two_units()
    page = compare_html(found)
    assert "<del>" not in page and "<ins>" not in page
    lines = "\n".join(compare_lines(found))
    assert "II › 2. Công tác dân vận ↔ I › 1. Công tác dân vận (dòng 12 ↔ dòng 8)" in lines
    assert "[-" not in lines and "dòng 12" in page


def test_places_in_a_draft_are_told_by_its_own_headings() -> None:
    """``1.I.2`` stands in no draft."""
    seen = outline(read_bytes("PHẦN THỨ NHẤT\nKẾT QUẢ\n\nI. TÌNH HÌNH\n\n6. Kiểm tra\n\nMột.\n\n6.1. Kỷ luật\n\nHai.\n\n6.2. Bảo vệ\n\nBa.\n".encode(), "a.txt"))  # fmt: skip
    last = seen.sections[-1]
    assert seen.printed(last) == "PHẦN THỨ NHẤT › I › 6.2. Bảo vệ"


def test_what_two_units_write_alike_is_marked_and_how_much_it_is() -> None:
    words = "Đảng bộ đã kết nạp 54 đảng viên, đạt 108% chỉ tiêu; mở 12 lớp bồi dưỡng cho cấp ủy viên cơ sở."
    mine = {"I. CÔNG TÁC ĐẢNG VIÊN": {"1. Công tác kết nạp": f"{words} Xã có hai bến phà."}}
    theirs = {"I. CÔNG TÁC ĐẢNG VIÊN": {"1. Công tác kết nạp": f"{words} Chợ họp sáu phiên một tháng."}}
    found = compare(report("HUYỆN ỦY KHE NGÀN", mine), report("THỊ ỦY SÔNG LẪM", theirs))
    page = compare_html(found)
    assert page.count(f"<mark>{words}") == 2 and "giống nhau." in page
    assert re.search(r"viết khác · giống [78]\d%", page)
    assert not re.search(r"<mark>[^<]*(?:bến phà|sáu phiên)", page)


def test_the_text_of_two_units_is_told_by_their_names_without_the_heading_again() -> None:
    lines = list(compare_lines(two_units()))
    told = [line.strip() for line in lines if line.startswith("    ")]
    assert told and all(line.startswith(("Huyện Khe Ngàn: ", "Thị xã Sông Lẫm: ")) for line in told), told[:3]
    assert not any(line.startswith(("1:", "2:")) for line in told)


def test_the_page_speaks_english_too() -> None:
    assert "<h1>Two drafts compared</h1>" in compare_html(two_units(), "en")
