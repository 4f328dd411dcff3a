"""Letters as an office writes them: doubt is said, one move is one request, numbers as the outline prints them, figures with their row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cohorts
import docx
import pytest
from docx.shared import Pt
from test_letters import place_of, planted, written
from test_letters_state import OUTLINE, STATE

from vnreport_nlp import assess, load_template
from vnreport_nlp.batch import write_batch
from vnreport_nlp.exporters import letters
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.letter_groups import moved_with
from vnreport_nlp.exporters.letter_numbers import in_parts, ranges, told
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.model import Assessment, Decision, Finding, Requirement, Template, Unreadable, finding, msg
from vnreport_nlp.readers import read

PARTS = Template(
    "phan", "Tổng kết công tác thủy lợi",
    tuple(Requirement(n, f"Việc {n}") for n in ("1", "1.I", "1.II", "1.II.1", "1.II.2", "1.II.3", "1.II.3.a", "2", "2.I", "2.I.1")),
)  # fmt: skip


def text(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


def unsure(status: str, rule: str, number: str) -> tuple[Assessment, Finding]:
    """A draft with one finding that a verdict is not sure of."""
    made = planted()
    verdicts = tuple(
        replace(v, status=status, review=True) if v.requirement == number else replace(v, review=False)
        for v in made.verdicts  # type: ignore[arg-type]
    )
    message = msg("{number} “{title}”", number=number, title=made.template.by_number[number].title)
    found = finding(rule, message, requirement=number, places=(place_of(made, 3),))
    return replace(made, verdicts=verdicts, findings=(found,)), found


@pytest.mark.parametrize(("status", "rule"), [("misplaced", "S104"), ("unheaded", "S105"), ("thin", "S103")])
def test_what_nobody_has_looked_at_is_no_reproach(status: str, rule: str, tmp_path: Path) -> None:
    made, found = unsure(status, rule, "III.2")
    (path,) = written({"Xã Cồn Dừa": made}, tmp_path / "a")
    said = text(path)
    unclear = {
        "misplaced": "1 mục chưa rõ vị trí",
        "unheaded": "1 mục chưa rõ tiêu đề",
        "thin": "1 mục có thể còn ngắn",
    }
    assert "Nội dung đề nghị đơn vị kiểm tra, xác định lại" in said
    assert [words for words in unclear.values() if words in said] == [unclear[status]], (
        "of one section one thing is unclear"
    )
    assert "có thể" in said and "đề nghị đơn vị kiểm tra" in said
    word = replace(made, findings=(replace(found, decision=Decision("Xã Cồn Dừa", "x", "accept")),))
    (path,) = written({"Xã Cồn Dừa": word}, tmp_path / "b")
    assert "có thể" not in text(path) and "xác định lại" not in text(path)


def test_one_move_is_one_request_that_says_from_where(tmp_path: Path) -> None:
    numbers = ("I", "II", "II.1", "II.2", "II.2.1", "II.2.2", "III")
    titles = (
        "Kết quả nạo vét kênh mương",
        "Quản lý công trình",
        "Trạm bơm",
        "An toàn hồ đập",
        "Kiểm tra trước mùa lũ",
        "Diễn tập ứng phó",
        "Kiến nghị, đề xuất",
    )
    outline = replace(
        OUTLINE, requirements=tuple(Requirement(n, t, min_syllables=5) for n, t in zip(numbers, titles, strict=True))
    )
    body = "Các thôn ra quân đúng lịch, nước về đến cuối kênh sớm hơn năm trước mười ngày."
    lines = ["# I. Kết quả nạo vét kênh mương", body, "# II. Quản lý công trình", "## 1. Trạm bơm", body, "# III. Kiến nghị, đề xuất",
             "Đề nghị tỉnh bố trí vốn thay hai trạm bơm.", "# IV. An toàn hồ đập", "## 1. Kiểm tra trước mùa lũ", body, "## 2. Diễn tập ứng phó", body]  # fmt: skip
    (tmp_path / "a.md").write_text(
        STATE.format(NAME="GÒ SẬY", name="Gò Sậy") + "\n\n".join(lines) + "\n", encoding="utf-8"
    )
    result = assess(read(tmp_path / "a.md"), outline)
    moves = [f for f in result.findings if f.rule == "S104"]
    assert {f.requirement for f in moves} >= {"II.2"}
    assert [f.requirement for f in moves if not moved_with(f, moves, result.outline)] == ["II.2"]
    (head,) = (f for f in moves if f.requirement == "II.2")
    assert "thành phần “IV. An toàn hồ đập”" in Asked(result, Speech()).sentence(head)


def test_numbers_of_an_outline_in_parts_are_those_that_it_prints() -> None:
    assert in_parts(PARTS) and not in_parts(planted().template)
    assert [told(n, parted=True) for n in ("1", "1.II", "1.II.3.a")] == [
        "Phần thứ nhất",
        "II (Phần thứ nhất)",
        "3.a (phần II, Phần thứ nhất)",
    ]
    assert told("1.II.3.a", parted=False) == "1.II.3.a"
    assert (
        ranges(["1.II.1", "1.II.2", "1.II.3", "2.I.1"], PARTS, parted=True)
        == "1 - 3 (phần II, Phần thứ nhất), 1 (phần I, Phần thứ hai)"
    )
    made = replace(planted(), template=PARTS)
    found = finding("S101", msg("{number} {title}", number="1.II.3.a", title="A"), requirement="1.II.3.a")
    assert "mục 3.a (phần II, Phần thứ nhất) “A”" in Asked(made, Speech()).sentence(found)
    whole = finding("S102", msg("{number} {title}", number="2", title="A"), requirement="2")
    assert Asked(made, Speech()).sentence(whole).startswith("Phần thứ hai “A” mới có tiêu đề")


def test_a_gap_says_in_which_section_it_is() -> None:
    made = planted()
    found = finding(
        "S107", msg("“{marker} {title}”", marker="2.7.", title="Thu ngân sách"), requirement="III.2", places=(place_of(made, 3),),
        need=msg("{before} {expected}", before="2.5", expected="2.6"), found=msg("{marker}", marker="2.7."),
    )  # fmt: skip
    assert (
        Asked(made, Speech())
        .sentence(found)
        .startswith("Mục III.2: số thứ tự “2.7. Thu ngân sách” chưa liên tục, sau số 2.5 phải là số 2.6;")
    )


@pytest.mark.parametrize(("period", "wanted"), [("2026", "về năm 2026;"), ("2025-2030", "về giai đoạn 2025 - 2030;")])
def test_one_year_is_no_period(period: str, wanted: str) -> None:
    made = planted()
    found = finding(
        "P401",
        msg("{years}", years="2024"),
        requirement="III.2",
        places=(place_of(made, 3),),
        need=msg("{number} {period}", number="III.2", period=period),
    )
    assert wanted in Asked(made, Speech()).sentence(found)


def test_a_figure_alone_in_a_table_is_told_with_its_row_and_column(tmp_path: Path) -> None:
    lines = cohorts.draft("Xã Cồn Dừa", 4).split("\n")
    at = next(k for k, line in enumerate(lines) if "Bài học kinh nghiệm" in line)
    table = ["", "| Chi bộ | Kết nạp |", "| --- | --- |", "| Ấp Rạch Gỗ | 12 |", "| Ấp Gò Me | 31 |", ""]
    made = cohorts.assessed("\n".join([*lines[: at + 1], *table, *lines[at + 1 :]]), "a.md")
    start = made.document.text.index("31", made.document.text.index("Gò Me"))
    cell = replace(place_of(made, 3), span=replace(place_of(made, 3).span, start=start, end=start + 2), quote="31")
    other = place_of(made, 3)
    found = finding("F204", msg("{first} {second}", first="31", second="13"), places=(cell, other))
    assert "dòng “Ấp Gò Me”, cột “Kết nạp” của bảng ghi “31”" in Asked(made, Speech()).sentence(found)


def test_one_group_has_no_number(tmp_path: Path) -> None:
    made, _ = unsure("misplaced", "S104", "III.2")
    (path,) = written({"Xã Cồn Dừa": made}, tmp_path)
    assert "\nNội dung đề nghị đơn vị kiểm tra, xác định lại\n" in text(path) and "1. Nội dung" not in text(path)


def test_an_archive_is_unpacked_by_the_reviewer_and_asked_of_nobody(tmp_path: Path) -> None:
    packed = Unreadable("du-thao/bao-cao.ZIP", "wrong_type", msg("Đây là tệp nén, không phải văn bản."), None)
    assert not written({"du-thao/bao-cao.ZIP": packed}, tmp_path)


def state_letter(folder: Path, title: str) -> docx.document.Document:
    path = folder / "a.md"
    path.write_text(
        STATE.format(NAME="GÒ SẬY", name="Gò Sậy")
        + "# I. Kết quả nạo vét kênh mương\n\nĐã nạo vét 18 km kênh, tưới chủ động 640 ha lúa.\n",
        encoding="utf-8",
    )
    write_batch([str(path)], folder / "out", replace(OUTLINE, title=title))
    (letter,) = (folder / "out" / "letters").iterdir()
    return docx.Document(str(letter))


def test_a_letter_of_the_state_ends_with_its_sign_and_has_a_short_subject(tmp_path: Path) -> None:
    title = "Kết quả công tác thủy lợi, phòng, chống thiên tai năm 2025 và phương hướng, nhiệm vụ năm 2026"
    letter = state_letter(tmp_path, title)
    assert [p.text for p in letter.paragraphs if p.text.endswith("./.")] == [letter.paragraphs[-1].text]
    subject = letter.tables[0].rows[0].cells[0].paragraphs[-1].text.replace("\u00a0", " ")
    assert (
        subject == "V/v bổ sung, hoàn thiện dự thảo Báo cáo kết quả công tác thủy lợi, phòng, chống thiên tai năm 2025"
    )
    assert any("nhiệm vụ năm 2026" in p.text for p in letter.paragraphs)


def test_the_subject_of_a_letter_of_the_state_keeps_the_year(tmp_path: Path) -> None:
    title = "Kết quả thực hiện nghị quyết của Hội đồng nhân dân và nhiệm vụ trọng tâm năm 2025"
    letter = state_letter(tmp_path, title)
    subject = letter.tables[0].rows[0].cells[0].paragraphs[-1].text.replace("\u00a0", " ")
    assert subject.endswith("kết quả thực hiện nghị quyết của Hội đồng nhân dân và nhiệm vụ trọng tâm năm 2025")


def test_sections_that_do_not_count_are_told_apart(tmp_path: Path) -> None:
    """A leader who reads 40 of an outline of 41 asks for the one that is not there."""
    made = planted()
    excused = tuple(replace(v, status="excused") if v.requirement == "V.2.4" else v for v in made.verdicts)
    (plain,) = written({"Xã Cồn Dừa": made}, tmp_path / "a")
    (less,) = written({"Xã Cồn Dừa": replace(made, verdicts=excused)}, tmp_path / "b")
    assert "không tính" not in text(plain)
    assert f"/{made.coverage.counted - 1} mục (không tính 1 mục được miễn), " in text(less)


@pytest.mark.parametrize(("own", "wanted"), [(None, 14), (11, 14), (13, 13)])
def test_a_letter_on_a_letterhead_has_one_size_of_type(own: int | None, wanted: int, tmp_path: Path) -> None:
    head = docx.Document()
    head.styles["Normal"].font.size = Pt(own) if own else None
    head.add_paragraph("BAN TỔ CHỨC TỈNH ỦY")
    head.save(str(tmp_path / "head.docx"))
    (path,) = written({"Xã Cồn Dừa": planted()}, tmp_path / "out", letterhead=tmp_path / "head.docx")
    made = docx.Document(str(path))
    runs = [r for p in made.paragraphs[1:] for r in p.runs if r.text.strip()]
    assert {(r.font.size, r.font.name) for r in runs} == {(Pt(wanted), "Times New Roman")}
    hand = made.tables[-1].rows[0].cells[1].paragraphs[0].runs[0]
    assert hand.font.size == Pt(wanted)


def test_a_move_names_what_comes_along(tmp_path: Path) -> None:
    """Each section that the opening counts is named below it."""
    path = Path(__file__).parent.parent / "corpus" / "annual" / "xa-trang-gon-tay.docx"
    result = assess(read(path), load_template("bao-cao-nam-xa"))
    letters.export(cohorts.cohort_of({"Xã Trảng Gòn Tây": result}), tmp_path)
    told = text(next(tmp_path.glob("*.docx")))
    assert "3 mục mới đạt một phần" in told
    assert "Nội dung mục II.3 “Quốc phòng - an ninh” (cùng các mục II.3.1, II.3.2) đang đặt thành phần" in told
