"""S107 holds a number against the one that was due, S111 tells of a section that stands twice."""

from __future__ import annotations

import cohorts
import pytest

from vnreport_nlp.model import Finding

SAID = (
    "Cấp ủy lãnh đạo giữ nề nếp giao ban đầu tháng, phân công rõ người và thời hạn cho từng việc.",
    "Ban Tuyên vận mở 14 buổi nói chuyện, biên soạn ba tài liệu hỏi đáp phát tới mọi chi bộ.",
    "Đoàn kiểm tra đi 6 chi bộ, nhắc nhở bốn nơi ghi sổ chưa đủ, hẹn ngày trở lại xem xét.",
    "Nhân dân góp 310 ý kiến, đã trả lời hết bằng văn bản, dán tại nhà văn hóa mỗi thôn.",
    "Chi bộ bản Ngàn thử họp chuyên đề buổi tối, đảng viên đi làm xa dự được qua điện thoại.",
    "Quỹ khuyến học trao 42 suất quà, nhận đỡ đầu chín cháu mồ côi đến hết lớp mười hai.",
)
NAMES = ("Giao ban", "Nói chuyện", "Đi kiểm tra", "Trả lời dân", "Họp buổi tối", "Khuyến học")


def sections(*numbers: int) -> list[str]:
    """Lessons with a heading and a text each, numbered as given."""
    return [line for k, n in enumerate(numbers) for line in (f"3.{n}. {NAMES[k]} của cấp ủy cơ sở", "", SAID[k], "")]


def found(*lines: str) -> list[Finding]:
    made = cohorts.draft("Xã Cồn Dừa", 4).split("\n")
    at = next(k for k, line in enumerate(made) if "Bài học kinh nghiệm" in line)
    result = cohorts.assessed("\n".join([*made[: at + 1], "", *lines, *made[at + 1 :]]), "a.md")
    own = [f for f in result.findings if f.rule in ("S107", "S111") or any(said in f.quote for said in SAID)]
    return [f for f in own if f.rule in ("S107", "S111", "T702")]


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ((1, 2, 3, 4, 5), []),
        ((1, 3, 3, 4, 5), [("3.1", "3.2")]),  # the first 3 should be 2
        ((1, 2, 2, 4, 5), [("3.2", "3.3")]),  # the second 2 should be 3
        ((1, 2, 12, 4, 5), [("3.2", "3.3")]),
        ((1, 2, 4, 3, 5), [("3.2", "3.3"), ("3.3", "3.4")]),  # two have changed places
        ((1, 3, 4, 5), [("3.1", "3.2")]),  # one is missing
        ((1, 2, 2, 3, 4), [("3.2", "3.3")]),  # one was put in, all behind it move
    ],
)
def test_one_slip_is_one_finding_with_the_number_that_was_due(numbers, wanted):
    told = [dict(f.need.params) for f in found(*sections(*numbers))]
    assert [(t["before"], t["expected"]) for t in told] == wanted


def test_the_advice_names_the_number_where_those_behind_are_right():
    (one,) = found(*sections(1, 3, 3, 4, 5))
    assert "3.2" in str(one.fix)
    (one,) = found(*sections(1, 2, 2, 3, 4))
    assert "3.3" not in str(one.fix)


@pytest.mark.parametrize("again", [3, 4])
def test_a_section_that_stands_twice_is_one_finding_of_its_own(again):
    """Numbered as the first, or with a number of its own: neither a wrong number nor a sentence written twice is told besides."""
    lines = sections(1, 2, 3)
    copy = [f"3.{again}. {NAMES[2]} của cấp ủy cơ sở", "", SAID[2], ""]
    last = [f"3.{again + 1}. {NAMES[5]} của cấp ủy cơ sở", "", SAID[5], ""]
    (one,) = found(*lines, *copy, *last)
    assert (one.rule, one.severity) == ("S111", "warning")
    assert NAMES[2] in str(one.message)
    assert one.places[0].span.start > one.places[1].span.start


def test_two_sections_of_one_heading_with_other_texts_are_no_copies():
    lines = [*sections(1, 2), f"3.3. {NAMES[0]} của cấp ủy cơ sở", "", SAID[4], ""]
    assert found(*lines) == []


def test_two_sections_of_one_text_with_other_headings_are_told_as_sentences():
    lines = [*sections(1, 2), f"3.3. {NAMES[4]} của cấp ủy cơ sở", "", SAID[0], ""]
    assert [f.rule for f in found(*lines)] == ["T702"]
