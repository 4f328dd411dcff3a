"""Paragraphs that only promise a part of the report, findings of doubtful content, long titles behind bullets, styled first headings."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import assess
from vnreport_nlp.decisions import Decision, apply
from vnreport_nlp.exporters.tables import asked_of_unit
from vnreport_nlp.model import Assessment
from vnreport_nlp.outline.placeholders import is_placeholder

PARTY = "xdd-2020-2025"


@pytest.mark.parametrize(
    "text",
    [
        "Bài học kinh nghiệm sẽ được bổ sung sau khi có ý kiến của cấp ủy tại phiên họp tháng 9; đề nghị các chi bộ gửi ý kiến về Văn phòng trước ngày 05/9 để hoàn thiện dự thảo.",
        "Phần này chờ ý kiến của tập thể.",
        "Cơ quan đang tổng hợp số liệu để báo cáo.",
        "Nội dung đang được cập nhật, hoàn thiện.",
        "Các số liệu cụ thể sẽ được cập nhật trong bản chính thức.",
        "Nguyên nhân của hạn chế sẽ được phân tích, làm rõ ở bản sau.",
        "Mục này sẽ được viết sau khi họp. Phần này đơn vị sẽ bổ sung vào bản trình chính thức.",
    ],
)
def test_parts_of_the_report_that_are_promised(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "[chờ đồng chí Vân gửi số liệu, hạn 12/8]",
        "(chờ Ban Tổ chức gửi trước ngày 15/9)",
        "(nhớ hỏi lại số của Mặt trận)",
        "[đồng chí Lan viết]",
    ],
)
def test_notes_in_brackets_to_those_who_write(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "(Chờ đợi được đầu tư, bà con tự góp 30 triệu đồng)",
        "(Có biểu số liệu kèm theo)",
        "[Phụ lục kèm theo]",
        "[Nguồn: Chi cục Thống kê]",
        "[Năm 2024 trồng mới 30 ha rừng]",
    ],
)
def test_brackets_that_say_something(text: str) -> None:
    assert not is_placeholder(text)


def test_the_outlines_own_list_of_matters_is_no_content(tmp_path: Path) -> None:
    guidance = load_template(PARTY).by_number["II.9"].guidance
    heads = ("II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "9. Công tác phòng, chống tham nhũng, lãng phí, tiêu cực")
    told = {v.requirement: v.status for v in checked(tmp_path, *heads, guidance).verdicts}
    assert told["II.9"] == "empty"
    done = "Đã chỉ đạo xử lý vụ án, vụ việc; thanh tra, giải quyết đơn thư; tuyên truyền phòng ngừa."
    assert {v.requirement: v.status for v in checked(tmp_path, *heads, done).verdicts}["II.9"] != "empty"


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu sẽ được cập nhật hằng ngày trên phần mềm dùng chung.",
        "Nội dung sinh hoạt chi bộ sẽ được bổ sung sau khi có hướng dẫn mới.",
        "Bài học kinh nghiệm được rút ra là phải bám sát cơ sở.",
        "Nguyên nhân là các chi bộ đang tổng hợp số liệu bằng tay, chưa có phần mềm.",
        "Kiến nghị của cử tri sẽ được gửi cơ quan có thẩm quyền sau khi kỳ họp kết thúc.",
        "Nội dung quy chế đang được rà soát theo Điều lệ.",
    ],
)
def test_work_that_is_told_in_like_words(text: str) -> None:
    assert not is_placeholder(text)


ROADS = "Xã làm mới 14 km đường bê tông, thu ngân sách 12,4 tỷ đồng, đạt 108% dự toán; diện tích lúa hai vụ giữ 1.150 ha, đàn lợn 6.200 con, kiên cố 9 km kênh, giá trị sản xuất tăng 7,2%, hai doanh nghiệp may mở xưởng nhận 180 lao động."


def checked(folder: Path, *blocks: str) -> Assessment:
    path = folder / "du-thao.md"
    path.write_text("\n\n".join(("BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025", *blocks)), "utf-8")
    found = assess(read(path), load_template(PARTY))
    assert isinstance(found, Assessment)
    return found


def strange(folder: Path) -> Assessment:
    """A draft whose third part has the outline's headings over a text of something else."""
    blocks = ["III. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM, GIẢI PHÁP ĐỘT PHÁ"]
    for r in load_template(PARTY).requirements:
        if r.parent == "III":
            blocks += [f"{r.number.rpartition('.')[2]}. {r.title}", ROADS]
    return checked(folder, *blocks)


def test_a_text_of_something_else_under_the_right_heading_is_a_finding(tmp_path: Path) -> None:
    told = [f for f in strange(tmp_path).findings if f.rule == "S112"]
    assert told and all(f.places and f.severity == "warning" for f in told)
    assert all(f.requirement.startswith("III.") for f in told)


def test_long_titles_behind_bullets_are_headings_where_the_outline_knows_them(tmp_path: Path) -> None:
    own = load_template(PARTY)
    text = "Trong nhiệm kỳ, cấp ủy đã ban hành nghị quyết chuyên đề, phân công từng người, sáu tháng kiểm lại một lần, việc nào chậm thì nêu tên trước hội nghị."
    lines = [
        f"- Về {r.title[:1].lower()}{r.title[1:]}: {text}"
        for r in own.requirements
        if r.parent == "II" and r.number != "II.6"
    ]
    found = checked(tmp_path, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025", *lines)
    titles = {s.title for s in found.outline.sections}
    assert sum(len(t.split()) > 16 for t in titles) >= 2
    assert all(
        f"Về {r.title[:1].lower()}{r.title[1:]}" in titles
        for r in own.requirements
        if r.number in ("II.4", "II.5", "II.8")
    )


def test_a_heading_style_right_under_the_subject_opens_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("ĐẢNG ỦY XÃ BÃI SẬY", "BÁO CÁO"):
        document.add_paragraph(line)
    document.add_paragraph().add_run("tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025").bold = True
    document.add_heading("ĐẶC ĐIỂM, TÌNH HÌNH", 1)
    document.add_paragraph(ROADS)
    document.add_heading("KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", 1)
    document.add_paragraph(ROADS)
    path = tmp_path / "du-thao.docx"
    document.save(path)
    found = assess(read(path), load_template(PARTY))
    assert found.outline.sections[0].title == "ĐẶC ĐIỂM, TÌNH HÌNH"
    assert "ĐẶC ĐIỂM" not in found.outline.title


def test_a_derived_item_takes_no_name_of_a_wider_thing(tmp_path: Path) -> None:
    path = tmp_path / "de-cuong.txt"
    path.write_text(
        "ĐỀ CƯƠNG BÁO CÁO\nKết quả thực hiện chuyển đổi số năm 2025, phương hướng, nhiệm vụ năm 2026\nI. KẾT QUẢ THỰC HIỆN\n1. Chính quyền số\n2. Kinh tế số\n3. Xã hội số\n"
        "II. ĐÁNH GIÁ\n1. Hạn chế\n2. Nguyên nhân của hạn chế\nIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026\n1. Mục tiêu, chỉ tiêu\n2. Giải pháp",
        "utf-8",
    )
    found = {r.title: r for r in load_template(path).requirements}
    assert found["Kinh tế số"].aliases == () and found["Chính quyền số"].topic is None
    assert found["Mục tiêu, chỉ tiêu"].aliases and found["Nguyên nhân của hạn chế"].topic


def test_a_word_on_doubtful_content_settles_the_section(tmp_path: Path) -> None:
    made = strange(tmp_path)
    doubt = next(f for f in made.findings if f.rule == "S112")
    for action, status in (("accept", "thin"), ("waive", "covered")):
        word = Decision("", doubt.fingerprint, action, "đã đọc", "An", "2026-01-05T08:00:00+07:00")
        after = apply(made, [word])
        assert isinstance(after, Assessment)
        (verdict,) = (v for v in after.verdicts if v.requirement == doubt.requirement)
        assert verdict.status == status and not verdict.review
    assert not asked_of_unit(doubt, confirmed=False)


def test_nothing_is_called_near_that_is_not(tmp_path: Path) -> None:
    made = checked(
        tmp_path, "I. ĐẶC ĐIỂM, TÌNH HÌNH", ROADS, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Công tác dân vận", ROADS
    )
    lessons = next(v for v in made.verdicts if v.requirement == "IV.3")
    assert "không tiêu đề nào gần" in str(lessons.why) and lessons.searched
    people = next(v for v in made.verdicts if v.requirement == "V.2.8")
    assert "Công tác dân vận" in str(people.why)
