"""Small things that an official meets on the first day: invitations, scans, templates with slips of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.assess.run import told_once
from vnreport_nlp.checks import Context, citations, units, wording
from vnreport_nlp.checks.wording.slips import slips
from vnreport_nlp.errors import TemplateError
from vnreport_nlp.model import Alignment, Finding
from vnreport_nlp.model.document import ReadWarning
from vnreport_nlp.readers.ocr_labels import repair_labels
from vnreport_nlp.template import is_outline, load_template, parse_template
from vnreport_nlp.template.short_names import with_short_names

HEAD = "ĐẢNG BỘ TỈNH\n\nĐẢNG ỦY PHƯỜNG LÁI BẮC\n\nSố 21-BC/ĐU\n\nLái Bắc, ngày 14 tháng 8 năm 2025\n\nBÁO CÁO\n\nvề công tác xây dựng Đảng\n\nI. KẾT QUẢ\n\n"


def _found(text: str, folder: Path, check: object, *, recognised: str = "") -> list[Finding]:
    path = folder / "bao-cao.md"
    path.write_text(HEAD + text, encoding="utf-8")
    document = read(path)
    if recognised:
        document = replace(document, ocr=True, warnings=(ReadWarning("ocr", recognised),))
    seen, template = outline(document), load_template("xdd-2020-2025")
    return list(check(Context(document, seen, template, Alignment(template, seen, ()), ())))  # type: ignore[operator]


@pytest.mark.parametrize(
    "text, title, unit",
    [
        ("ĐẢNG BỘ TỈNH\n\nĐẢNG ỦY PHƯỜNG LÁI BẮC\n\nLái Bắc, ngày 02 tháng 7 năm 2025\n\nGIẤY MỜI\n\ndự họp bàn về chuyển đổi số\n\nThường trực Đảng ủy trân trọng kính mời.\n", "Giấy mời dự họp bàn về chuyển đổi số", "Phường Lái Bắc"),
        ("TỈNH ỦY\n\nHUYỆN ỦY SÔNG HINH ĐÔNG\n\nTHÔNG BÁO\n\nkết quả kỳ họp thứ 12\n\nThường trực Huyện ủy thông báo như sau.\n", "Thông báo kết quả kỳ họp thứ 12", "Huyện Sông Hinh Đông"),
    ],
)  # fmt: skip
def test_another_document_says_whose_it_is(tmp_path: Path, text: str, title: str, unit: str) -> None:
    path = tmp_path / "khac.md"
    path.write_text(text, encoding="utf-8")
    found = outline(read(path))
    assert (found.title, found.metadata.unit) == (title, unit)


def test_an_invitation_is_no_outline(tmp_path: Path) -> None:
    path = tmp_path / "giay-moi.md"
    path.write_text(
        "ĐẢNG ỦY XÃ KIM SƠN HẠ\n\nGIẤY MỜI\n\ndự hội nghị\n\n**Thời gian**\n\n8 giờ.\n\n**Địa điểm**\n\nHội trường.\n"
    )
    assert not is_outline(outline(read(path)))
    path.write_text("ĐỀ CƯƠNG BÁO CÁO\n\nI. TÌNH HÌNH\n\nII. KẾT QUẢ\n\n1. Công tác tư tưởng\n\n2. Công tác tổ chức\n")
    assert is_outline(outline(read(path)))


def test_one_wrong_date_is_one_finding(tmp_path: Path) -> None:
    wrong = _found(
        "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2027 của Ban Chấp hành Trung ương, cấp ủy đã sắp xếp.\n",
        tmp_path,
        citations.check,
    )
    assert [f.rule for f in told_once(wrong)] == ["C305"]
    late = _found(
        "Thực hiện Kế hoạch số 71-KH/ĐU ngày 20/10/2025, cấp ủy đã sắp xếp bộ máy.\n", tmp_path, citations.check
    )
    assert [f.rule for f in told_once(late)] == ["C302"]


def test_what_recognition_broke_is_no_slip(tmp_path: Path) -> None:
    text = "Công tác kiểm tra được kiên toàn về tổ chức, cấp ủy đã bổ xung quy chế làm việc.\n"
    assert any(f.rule == "T701" for f in _found(text, tmp_path, wording.check))
    assert not any(f.rule == "T701" for f in _found(text, tmp_path, wording.check, recognised="1, 2"))


TERMS = "Theo Nghị quyết số 28-NQ/TW ngày 17/11/2022 của Hội nghị Trung ương 6 khóa XII, cấp ủy đổi mới cách làm.\n"
CONGRESSES = (
    "Nghị quyết Đại hội Đảng bộ phường lần thứ VII được cụ thể hóa. Đại hội Đảng bộ phường lần thứ VII đề ra 12 chỉ tiêu.\n\n"
    "Sau Đại hội Đảng bộ phường lần thứ III, cấp ủy ban hành quy chế.\n\n"
)


@pytest.mark.parametrize("text, check, rule", [(TERMS, citations.check, "C305"), (CONGRESSES, units.check, "U501")])
def test_a_roman_numeral_that_recognition_read_is_no_evidence(tmp_path: Path, text: str, check: object, rule: str) -> None:  # fmt: skip
    assert rule in [f.rule for f in _found(text, tmp_path, check)]
    assert rule not in [f.rule for f in _found(text, tmp_path, check, recognised="1")]


def test_another_plenum_or_day_on_a_recognised_page_is_still_told(tmp_path: Path) -> None:
    for text in (TERMS.replace("Trung ương 6", "Trung ương 4"), TERMS.replace("17/11", "27/11")):
        assert [f.rule for f in _found(text, tmp_path, citations.check, recognised="1")] == ["C305"]


@pytest.mark.parametrize("printed, right", [("ïI. KẾT QUẢ", "II"), ("Iï. KẾT QUẢ", "II"), ("íI- NHIỆM VỤ", "II")])
def test_accents_that_recognition_puts_on_strokes(printed: str, right: str) -> None:
    assert repair_labels(["I. TÌNH HÌNH", printed])[1][1] == right


FILE = "id: x\ntitle: X\nrequirements:\n"


def test_every_error_of_a_template_is_told_at_once() -> None:
    text = (
        FILE
        + "  - number: I\n    title: A\n    voice: nói\n    period: 2026-2021\n  - number: I\n    title: B\n  - number: IV.2\n    title: C\n"
    )
    with pytest.raises(TemplateError) as caught:
        parse_template(text, "m.yaml")
    assert [p.line for p in caught.value.problems] == [6, 7, 8, 10]
    assert (
        parse_template(FILE + "  - number: I\n    title: A\n    period: 2021-2021\n", "m.yaml").requirements[0].period
        == "2021-2021"
    )


def test_a_time_is_no_short_name() -> None:
    text = (
        FILE
        + "  - number: I\n    title: Kết quả công tác xây dựng Đảng giai đoạn 2021 - 2025\n  - number: II\n    title: Công tác dân vận năm 2025\n"
    )
    first, second = with_short_names(parse_template(text, "m.yaml").requirements)
    assert not any(a.lower().startswith("đảng ") for a in first.aliases)
    assert "Dân vận năm 2025" in second.aliases


@pytest.mark.parametrize(
    "text, right", [("Mổi chi bộ nhận một việc khó.", "mỗi"), ("Tương lai sáng lạng của quê hương.", "xán lạn")]
)
def test_forms_that_nobody_means(text: str, right: str) -> None:
    assert [found[3] for found in slips(text)] == [right]
    assert not list(slips("Mỗi chi bộ nhận một việc; tương lai xán lạn, trời sáng láng."))
