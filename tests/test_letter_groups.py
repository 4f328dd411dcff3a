"""Letters that say the same once, do not ask for two things that undo each other, and go to nobody without a draft."""

from __future__ import annotations

from pathlib import Path

import cohorts
import docx
import pytest
from docx.oxml.ns import qn
from test_letters import place_of, planted, written

from vnreport_nlp.exporters.letter_fields import Asked, ranges
from vnreport_nlp.exporters.letter_groups import follows, grouped, together
from vnreport_nlp.exporters.letters import report_name
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.exporters.titles import calm
from vnreport_nlp.model import Finding, Unreadable, finding, msg


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (
            "SƠ KẾT 3 NĂM THỰC HIỆN NGHỊ QUYẾT SỐ 21-NQ/TW CỦA BAN CHẤP HÀNH TRUNG ƯƠNG",
            "Sơ kết 3 năm thực hiện Nghị quyết số 21-NQ/TW của Ban Chấp hành Trung ương",
        ),
        ("Báo cáo SƠ KẾT CÔNG TÁC dân vận", "Báo cáo sơ kết công tác dân vận"),
        ("Tình hình hoạt động của HĐND, UBND và MTTQ", "Tình hình hoạt động của HĐND, UBND và MTTQ"),
        ("CHÀO MỪNG ĐẠI HỘI LẦN THỨ XIV CỦA ĐẢNG", "Chào mừng đại hội lần thứ XIV của Đảng"),
        ("Kết quả công tác năm 2025", "Kết quả công tác năm 2025"),
        ("", ""),
    ],
)
def test_a_title_in_capitals_becomes_a_sentence(title: str, wanted: str) -> None:
    assert calm(title) == wanted


def test_the_names_that_are_known_keep_their_capitals() -> None:
    title = "BÁO CÁO CÔNG TÁC CỦA XÃ CỒN DỪA QUÝ II"
    assert calm(title, ["xã Cồn Dừa"]) == "Báo cáo công tác của xã Cồn Dừa quý II"


def test_a_letter_names_the_report_without_shouting() -> None:
    assert report_name("BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN") == "kết quả công tác dân vận"
    assert report_name("Kết quả công tác dân vận") == "kết quả công tác dân vận"


def lacking(rule: str, number: str, fingerprint: str = "") -> Finding:
    title = planted().template.by_number[number].title
    return finding(rule, msg("{number} “{title}”", number=number, title=title), requirement=number, content=number)


def test_neighbours_of_the_outline_are_a_range() -> None:
    known = planted().template
    assert ranges(["III.4", "III.1", "III.2", "III.3"], known) == "III.1 - III.4"
    assert ranges(["III.1", "III.3", "III.4"], known) == "III.1, III.3, III.4"
    assert ranges(["V.2.8", "V.2.9", "V.2.10"], known) == "V.2.8 - V.2.10"


def test_many_sections_that_lack_the_same_are_one_request() -> None:
    asked = Asked(planted(), Speech())
    found = [lacking("S101", n) for n in ("III.1", "III.2", "III.4", "V.1")]
    groups = list(grouped(found, asked))
    assert [[f.requirement for f in g] for g in groups] == [["III.1", "III.2", "III.4"], ["V.1"]]
    said = together(groups[0], asked)
    assert said.startswith("Phần III chưa có các mục III.1 “Ngăn chặn") and said.endswith("bổ sung theo đề cương.")
    assert [len(g) for g in grouped(found[:2], asked)] == [1, 1], "two are told by themselves"


def test_sections_without_a_heading_are_one_request() -> None:
    asked = Asked(planted(), Speech())
    found = [lacking("S105", f"V.2.{n}") for n in range(1, 8)]
    (group,) = grouped(found, asked)
    assert together(group, asked).startswith("Phần V: nội dung các mục V.2.1 - V.2.7 viết liền, chưa có tiêu đề riêng")


def test_a_part_missing_as_a_whole_keeps_its_own_sentence() -> None:
    asked = Asked(planted(), Speech())
    whole = finding("S101", msg("{number} {title}", number="IV.1", title="A"), requirement="IV.1",
                    found=msg("Gồm {numbers}.", numbers="IV.1.1, IV.1.2"))  # fmt: skip
    found = [whole, *(lacking("S101", n) for n in ("III.1", "III.2", "III.4"))]
    assert [len(g) for g in grouped(found, asked)] == [1, 3]


def gap(number: str, marker: str, before: int) -> Finding:
    return finding(
        "S107", msg("Nhảy số mục trước “{marker} {title}”", marker=marker, title="X"), requirement=number,
        places=(place_of(planted(), 3),), need=msg("Sau số {before} là số {expected}.", before=before, expected=before + 1),
        found=msg("Dự thảo ghi “{marker}”.", marker=marker),
    )  # fmt: skip


def test_a_gap_that_a_move_will_fill_is_not_asked_about() -> None:
    known = Asked(planted(), Speech())
    moved = lacking("S104", "II.5")
    assert follows(gap("II.6", "6.", 4), [moved], known)
    assert follows(gap("II.7", "7)", 4), [moved, lacking("S101", "II.6")], known)
    assert not follows(gap("II.7", "7)", 4), [moved], known), "number 6 is not accounted for"
    assert not follows(gap("II.6", "6.", 4), [lacking("S103", "II.5")], known), "a thin section stands in its place"
    assert not follows(gap("II.6", "4.", 5), [moved], known), "a repeated number is no gap"
    assert follows(gap("IV", "IV.", 2), [lacking("S101", "III")], known)


def test_a_section_is_not_moved_when_the_heading_above_it_is_asked_for() -> None:
    head = finding("S105", msg("{number} {title}", number="III", title="A"), requirement="III",
                   found=msg("Ở các mục {numbers}.", numbers="III.1, III.2"))  # fmt: skip
    known = Asked(planted(), Speech())
    assert follows(lacking("S104", "III.2"), [head], known)
    assert not follows(lacking("S104", "III.3"), [head], known)


def test_a_heading_for_one_section_is_asked_for_in_the_singular() -> None:
    asked = Asked(planted(), Speech())

    def said(numbers: str) -> str:
        head = finding("S105", msg("{number} {title}", number="III", title="KẾT QUẢ"), requirement="III",
                       places=(place_of(planted(), 3),), found=msg("Ở các mục {numbers}.", numbers=numbers))  # fmt: skip
        return asked.sentence(head)

    assert said("III.4") == "Mục III.4 chưa nằm dưới tiêu đề phần III; đề nghị đặt tiêu đề phần III “KẾT QUẢ”."
    assert said("III.1, III.2, III.3").startswith(
        "Các mục III.1 - III.3 chưa có tiêu đề chung; đề nghị đặt tiêu đề phần"
    )


def test_confirmed_letters_are_of_confirmed_findings_alone(tmp_path: Path) -> None:
    bad = Unreadable("du-thao/bang.docx", "corrupt", msg("Tệp bị hỏng: zip."), None)
    assert written({"bang": bad}, tmp_path / "all")
    assert not written({"bang": bad, "Xã Cồn Dừa": planted()}, tmp_path / "confirmed", confirmed=True)


def test_a_letter_is_vietnamese_numbered_and_of_nobody(tmp_path: Path) -> None:
    (path,) = written({"Xã Cồn Dừa": planted()}, tmp_path)
    made = docx.Document(str(path))
    languages = {e.get(qn("w:val")) for e in made.styles.element.iter(qn("w:lang"))}
    assert languages == {"vi-VN"}
    section = made.sections[0]
    assert "PAGE" in section.header._element.xml and section.different_first_page_header_footer
    assert "PAGE" not in section.first_page_header._element.xml
    told = made.core_properties
    assert not told.author and not told.last_modified_by and told.created is None
    assert cohorts.UNITS[4] in told.title
