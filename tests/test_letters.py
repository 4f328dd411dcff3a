"""What a letter says of each finding, and its form under Hướng dẫn 36-HD/VPTW."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import cohorts
import docx
import pytest
from docx.shared import Pt

from vnreport_nlp.exporters import letters
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.letter_form import addressee, inner_quotes
from vnreport_nlp.exporters.letter_sentences import SENTENCES, UNREADABLE
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.model import RULES, Assessment, Metadata, Place, Unreadable, finding, msg

PLANTED = (
    "Kỷ luật 24 đảng viên (khiển trách 14, cảnh cáo 05, cách chức 01, khai trừ 02).",
    "Có 15/13 chi bộ đạt tiêu chuẩn.",
    "Đã học 503/548 đảng viên, đạt 87,1%.",
    "Số đảng viên tăng từ 100 lên 150, tăng 40%.",
    "Ngày 30/02/2023, cấp ủy họp chuyên đề.",
    "Thực hiện Kết luận số 21-KL/TW ngày 25/10/2022 của Ban Chấp hành Trung ương.",
    "Thực hiện Quy định số 65-QĐ/TW ngày 28/8/2022 của Bộ Chính trị.",
    "Thực hiện Nghị quyết 50/NQ-TW về công tác xây dựng Đảng.",
    "Nghị quyết số 08-NQ/ĐU ngày 23/9/2021 của Đảng ủy và Nghị quyết số 08-NQ/ĐU ngày 23/6/2021 của Đảng ủy.",
    "Chỉ thị số 12-CT/ĐU ngày 07/3/2022 của Đảng ủy và Chỉ thị số 09-CT/ĐU ngày 18/10/2022 của Đảng ủy.",
)
WANTED = {
    "S101": "Chưa thấy nội dung mục IV.3 “Bài học kinh nghiệm”; đề nghị đơn vị kiểm tra, chỉ rõ vị trí trong báo cáo hoặc bổ sung (đề cương yêu cầu: “Nêu kết quả cụ thể, có số liệu”).",
    "S102": "Mục II.4 “Đổi mới, hoàn thiện tổ chức bộ máy của hệ thống chính trị” mới ghi “(đang tổng hợp)”, chưa có nội dung; đề nghị bổ sung.",
    "S103": "Mục II.7 “Công tác kiểm tra, giám sát, kỷ luật đảng” còn ngắn (13 chữ); đề nghị bổ sung nội dung.",
    "F201": "Mục II.8: tổng ghi 24, cộng các phần được 22 (“24 đảng viên (khiển trách 14, cảnh cáo 05, cách chức 01, khai trừ 02)”); đề nghị kiểm tra lại.",
    "F203": "Mục II.8: 503/548 bằng 91,8%, dự thảo ghi 87,1% (“503/548 đảng viên, đạt 87,1%”); đề nghị tính lại.",
    "F206": "Mục II.8: ngày 30/02/2023 không có thực; đề nghị đối chiếu văn bản gốc và sửa lại.",
    "C301": "Nghị quyết số 08-NQ/ĐU (mục II.8) được ghi hai ngày ban hành: 23/9/2021 và 23/6/2021; đề nghị đối chiếu văn bản gốc, thống nhất.",
    "C303": "Mục II.8: ký hiệu “50/NQ-TW” chưa đúng thể thức; đề nghị ghi “50-NQ/TW”.",
    "C304": "Mục II.8: Chỉ thị số 12-CT/ĐU ngày 07/3/2022 và Chỉ thị số 09-CT/ĐU ngày 18/10/2022 có số và ngày không cùng thứ tự; đề nghị kiểm tra lại số hoặc ngày của văn bản.",
    "C305": "Kết luận số 21-KL/TW ban hành ngày 25/10/2021; dự thảo (mục II.8) ghi 25/10/2022; đề nghị sửa.",
}


def planted() -> Assessment:
    lines = cohorts.draft("Xã Cồn Dừa", 4, drop=["IV.3"], hollow=["II.4"], thin=["II.7"]).split("\n")
    at = next(k for k, line in enumerate(lines) if "Công tác dân vận; mối" in line)
    return cohorts.assessed("\n".join([*lines[: at + 1], *PLANTED, *lines[at + 1 :]]), "a.md")


@pytest.fixture(scope="module")
def sentences() -> dict[str, list[str]]:
    result = planted()
    said: dict[str, list[str]] = {}
    for found in result.findings:
        said.setdefault(found.rule, []).append(Asked(result, Speech()).sentence(found))
    return said


@pytest.mark.parametrize("rule", WANTED)
def test_one_official_sentence_a_finding(rule: str, sentences: dict[str, list[str]]) -> None:
    assert sentences[rule][0] == WANTED[rule]


def test_the_kind_of_a_document_is_told_by_its_symbol_or_by_the_draft(sentences: dict[str, list[str]]) -> None:
    assert sentences["C305"][1].startswith("Quy định số 65-QĐ/TW ban hành ngày 28/4/2022; dự thảo")


def place_of(result: Assessment, section: int) -> Place:
    span = result.outline.sections[section].heading
    return Place(span, result.document.locate(span.start), result.document.quote(span))


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("F201", "|812 - 754| = 58 ≠ 68", "chênh lệch giữa 754 và 812 là 58, dự thảo ghi 68"),
        ("F203", "|812 - 754| = 58 ≠ 68", "chênh lệch giữa 754 và 812 là 58, dự thảo ghi 68"),
        ("F201", "14 + 5 = 19 ≠ 24", "tổng ghi 24, cộng các phần được 19"),
        (
            "F201",
            "43 × 80 triệu đồng = 3,44 tỷ đồng ≠ 3,14 tỷ đồng",
            "43 × 80 triệu đồng = 3,44 tỷ đồng, dự thảo ghi 3,14 tỷ đồng",
        ),
        ("F201", "346 + 9 − 71 = 284 ≠ 248", "346 + 9 − 71 = 284, dự thảo ghi 248"),
    ],
)
def test_a_change_is_no_sum(rule: str, text: str, wanted: str) -> None:
    result = planted()
    place = place_of(result, 3)
    found = finding(rule, msg("Không khớp: {arithmetic}", arithmetic=text), places=(place,))
    assert wanted in Asked(result, Speech()).sentence(found)


def test_a_symbol_of_another_kind_is_told_in_words() -> None:
    result = planted()
    message = msg("Ký hiệu không hợp với loại văn bản: {word} số {symbol}", word="Nghị quyết", symbol="15-CT/TU")
    found = finding("C303", message, places=(place_of(result, 3),))
    assert "“Nghị quyết số 15-CT/TU” ghi ký hiệu của loại văn bản khác" in Asked(result, Speech()).sentence(found)
    need = msg("Năm {year} là Quốc hội khóa {term}.", year="2015", term="XIII")
    found = finding("C303", msg("Sai năm: {symbol}", symbol="78/2015/QH14"), places=(place_of(result, 3),), need=need)
    assert "năm 2015 là Quốc hội khóa XIII" in Asked(result, Speech()).sentence(found)


@pytest.mark.parametrize(("number", "wanted"), [("II.6.1", "chuyển về mục II.6"), ("II.6", "chuyển về phần II")])
def test_a_section_goes_to_its_item_or_part(number: str, wanted: str) -> None:
    result = planted()
    place = place_of(result, 3)
    found = finding("S104", msg("{number} {title}", number=number, title="A"), places=(place,), requirement=number)
    assert wanted in Asked(result, Speech()).sentence(found)


def test_a_change_says_which_way(sentences: dict[str, list[str]]) -> None:
    assert "từ 100 đến 150 là tăng 50%, dự thảo ghi 40%" in sentences["F203"][1]


def test_quotes_are_whole_words(sentences: dict[str, list[str]]) -> None:
    assert sentences["F202"] == [
        "Mục II.8: số bộ phận lớn hơn tổng số (“15/13 chi bộ đạt tiêu chuẩn”); đề nghị kiểm tra lại."
    ]


def test_a_fall_above_a_hundred_per_cent_is_no_part_of_a_whole() -> None:
    result = planted()
    found = finding("F202", msg("Mức giảm quá 100%: {fall}", fall="112%"), places=(place_of(result, 3),))
    assert "mức giảm 112% vượt quá 100%" in Asked(result, Speech()).sentence(found)


def test_every_rule_has_a_sentence_that_needs_nothing_odd() -> None:
    """Every rule ends with a sentence, every sentence with a request; form rules share the common one."""
    assert {r for r in RULES if not r.startswith("D80") and r not in SENTENCES} == set()
    for known in (m for several in SENTENCES.values() for m in several):
        assert known.id.endswith(".") and known.id.count(".") == 1, known.id
        assert "đề nghị" in known.id
        assert known.id[0].isupper() or known.id.startswith("{"), known.id
    for told in UNREADABLE.values():
        assert {n for _, n, _, _ in Formatter().parse(told.id) if n} == {"file", "deadline"}


def test_a_stranger_rule_still_makes_a_sentence() -> None:
    result = planted()
    strange = finding("D804", msg("Không thấy dòng số và ký hiệu"), content="x", fix=msg("Bổ sung dòng số."))
    assert (
        Asked(result, Speech()).sentence(strange) == "Dự thảo: không thấy dòng số và ký hiệu; đề nghị bổ sung dòng số."
    )


@pytest.mark.parametrize(
    ("body", "unit", "wanted"),
    [
        ("Đảng bộ huyện Ia Krông Pa", "Huyện Ia Krông Pa", "Huyện ủy Ia Krông Pa"),
        ("Ban chấp hành đảng bộ huyện Lương Phú Đoài", None, "Huyện ủy Lương Phú Đoài"),
        ("Đảng bộ thị xã Gò Sài", "Thị xã Gò Sài", "Thị ủy Gò Sài"),
        ("Đảng bộ xã Vĩnh Lương Thượng", None, "Đảng ủy xã Vĩnh Lương Thượng"),
        ("Đảng bộ thành phố Hoa Lâm", None, "Thành ủy Hoa Lâm"),
        ("Huyện uỷ Ea Rơ Lang", None, "Huyện ủy Ea Rơ Lang"),
        ("Ban Chấp hành Đảng bộ phường Cam Thạch", None, "Đảng ủy phường Cam Thạch"),
        ("Đảng bộ các cơ quan đảng tỉnh", None, "Đảng ủy các cơ quan đảng tỉnh"),
        ("Ban Thường vụ Huyện ủy Ba Rung", None, "Huyện ủy Ba Rung"),
        ("Ban Tổ chức Huyện ủy Ba Rung", None, "Ban Tổ chức Huyện ủy Ba Rung"),
        (None, "Đặc khu Cù Lao Nhạn", "Đảng ủy đặc khu Cù Lao Nhạn"),
        (None, None, ""),
    ],
)
def test_a_letter_is_to_the_committee(body: str | None, unit: str | None, wanted: str) -> None:
    assert addressee(Metadata(unit=unit, body=body)) == wanted


def cells(path: Path) -> tuple[list[docx.text.paragraph.Paragraph], list[docx.text.paragraph.Paragraph]]:
    left, right = docx.Document(str(path)).tables[0].rows[0].cells
    return left.paragraphs, right.paragraphs


def written(results: dict[str, Assessment | Unreadable], folder: Path, **more: object) -> list[Path]:
    letters.export(cohorts.cohort_of(results), folder, **more)  # type: ignore[arg-type]
    return sorted(folder.glob("*.docx"))


def test_the_form_is_that_of_a_party_letter(tmp_path: Path) -> None:
    (path,) = written({"Xã Cồn Dừa": planted()}, tmp_path)
    left, right = cells(path)
    assert [p.text for p in left][2] == "*" and left[3].text.startswith("Số") and "V/v" not in left[4].text
    subject = left[4].runs[0]
    assert subject.italic and subject.font.size == Pt(12)
    assert (
        subject.text.replace("\u00a0", " ")
        == "Bổ sung, hoàn thiện dự thảo Báo cáo tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"
    )
    assert right[0].runs[0].bold and "w:bottom" in right[0]._p.xml
    made = docx.Document(str(path))
    to = next(p for p in made.paragraphs if p.text.startswith("Kính gửi:"))
    assert [(r.text.strip(), bool(r.italic), bool(r.bold)) for r in to.runs] == [
        ("Kính gửi:", True, False), ("Đảng ủy xã Cồn Dừa", False, False),
    ]  # fmt: skip
    left, right = made.tables[1].rows[0].cells
    receivers = left.paragraphs[0].runs[0]
    assert receivers.text == "Nơi nhận:" and receivers.underline and not receivers.bold
    assert left.paragraphs[2].text.startswith("- Lưu Văn phòng")
    assert right.paragraphs[0].text.startswith("T/M ") and "ký, ghi rõ" not in right.text


def test_places_are_told_as_the_unit_knows_them(tmp_path: Path) -> None:
    (path,) = written({"Xã Cồn Dừa": planted()}, tmp_path)
    text = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert not re.search(r"\b(?:dòng|đoạn|âm tiết) \d|\d âm tiết", text)


def test_what_is_missing_comes_in_the_order_of_the_outline(tmp_path: Path) -> None:
    result = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, drop=["V.2.10", "V.2.6"]), "b.md")
    (path,) = written({"Xã Cồn Dừa": result}, tmp_path)
    text = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert text.index("mục V.2.6") < text.index("mục V.2.10")


def test_a_complete_draft_is_asked_for_corrections_only(tmp_path: Path) -> None:
    body = "Thực hiện Nghị quyết 50/NQ-TW về công tác xây dựng Đảng."
    made = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4).replace(cohorts.SENTENCES[0], body), "c.md")
    (path,) = written({"Xã Cồn Dừa": made}, tmp_path)
    text = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    n = made.coverage.counted
    assert f"đã đủ {n}/{n} mục; đề nghị rà soát, chỉnh sửa một số điểm sau" in text
    assert "bổ sung" not in text


@pytest.mark.parametrize("code", ["encrypted", "corrupt", "empty", "no_text_layer", "wrong_type"])
def test_an_unreadable_file_is_asked_for_once_without_our_hints(code: str, tmp_path: Path) -> None:
    result = Unreadable("du-thao/bang.docx", code, msg("Tệp bị hỏng: zip."), msg("Cho biết mật khẩu khi chạy."))
    (path,) = written({"bang": result}, tmp_path)
    text = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "Kính gửi: …" in text and "Kính gửi: bang" not in text
    assert text.count("gửi lại") == 1 and "khi chạy" not in text and "zip" not in text and "Chúng tôi" not in text


def test_the_subject_goes_under_the_number_of_a_letterhead(tmp_path: Path) -> None:
    head = docx.Document()
    left, right = head.add_table(rows=1, cols=2).rows[0].cells
    left.text, right.text = "BAN TỔ CHỨC TỈNH ỦY\n*", "ĐẢNG CỘNG SẢN VIỆT NAM"
    left.add_paragraph("Số      -CV/BTCTU")
    head.save(str(tmp_path / "head.docx"))
    (path,) = written({"Xã Cồn Dừa": planted()}, tmp_path / "out", letterhead=tmp_path / "head.docx")
    left_lines, _ = cells(path)
    assert left_lines[-2].text.startswith("Số") and left_lines[-1].text.startswith("Bổ sung, hoàn thiện")
    assert left_lines[-1].runs[0].italic


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Mục “Chống "tự diễn biến", "tự chuyển hóa"”.', "Mục “Chống ‘tự diễn biến’, ‘tự chuyển hóa’”."),
        ("ghi “Về “tự diễn biến””, ghi “khác”.", "ghi “Về ‘tự diễn biến’”, ghi “khác”."),
        ('ghi “một "nửa” thôi.', 'ghi “một "nửa” thôi.'),
        ("ghi “một “nửa” thôi.", "ghi “một “nửa” thôi."),
    ],
)
def test_quotes_within_quotes_are_single(text: str, wanted: str) -> None:
    assert inner_quotes(text) == wanted


def test_a_symbol_is_not_torn_at_its_hyphen(tmp_path: Path) -> None:
    (path,) = written({"Xã Cồn Dừa": planted()}, tmp_path)
    paragraph = next(p for p in docx.Document(str(path)).paragraphs if "12-CT/ĐU" in p.text)
    assert paragraph._p.xml.count("w:noBreakHyphen") == paragraph.text.count("-CT/ĐU")
