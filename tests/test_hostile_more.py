"""Attacks that once passed: text that nobody sees, letters that show nothing, forms and brackets without end."""

from __future__ import annotations

import time
from pathlib import Path

import docx_made as made
import pytest
from figure_rules import figure_findings

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.checks.figures.reading.grid import WIDEST, rows_of_tables
from vnreport_nlp.errors import ReadError
from vnreport_nlp.messages import render
from vnreport_nlp.model.losses import loss_message
from vnreport_nlp.outline.placeholders import is_placeholder, placeholders
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.text import nfc

PROSE = "Chi bộ các thôn sinh hoạt đều đặn hằng tháng, đảng viên dự họp đông đủ và góp ý thẳng thắn."


def words(body: str) -> tuple[str, list[str]]:
    document = read_bytes(made.docx(body), "draft.docx")
    return document.text, [render(loss_message(w), "vi") for w in document.warnings]


def paragraph(text: str, look: str, more: str = "") -> str:
    return f"<w:p>{more}<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:color w:val="fdfefd"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>', '<w:sz w:val="2"/>',
    ],
    ids=["hidden", "white", "nearly white", "colour of the paper", "tiny"],
)  # fmt: skip
def test_prose_that_nobody_sees_is_no_content_and_is_told(look: str) -> None:
    text, told = words(made.p("I. Đặc điểm") + paragraph(PROSE, look))
    assert "sinh hoạt" not in text
    assert len(told) == 1
    assert "không nhìn thấy" in told[0]
    assert "Chi bộ các thôn" in told[0]


@pytest.mark.parametrize(
    "body",
    [
        paragraph(PROSE, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'),
        paragraph(PROSE, '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>'),
        paragraph(PROSE, '<w:color w:val="FFFFFF"/>', '<w:pPr><w:shd w:val="clear" w:fill="C00000"/></w:pPr>'),
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000080"/></w:tcPr>' + paragraph(PROSE, '<w:color w:val="FFFFFF"/>') + "</w:tc></w:tr></w:tbl>",
        '<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tr><w:tc>' + paragraph(PROSE, '<w:color w:val="FFFFFF"/>') + "</w:tc></w:tr></w:tbl>",
        paragraph(PROSE, '<w:color w:val="C00000"/>'),
        paragraph(PROSE, '<w:sz w:val="16"/>'),
    ],
    ids=["shade", "highlight", "paragraph", "cell", "style of a table", "red", "small"],
)  # fmt: skip
def test_letters_on_a_shade_and_small_ones_are_read(body: str) -> None:
    text, told = words(body)
    assert PROSE in text
    assert told == []


def test_a_white_title_stays_and_a_few_hidden_letters_are_not_told() -> None:
    title = "BÁO CÁO KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ XÃ NHIỆM KỲ"
    text, told = words(paragraph(title, '<w:color w:val="FFFFFF"/>') + made.p("Nội dung."))
    assert title in text
    assert "không nhìn thấy" in told[0]
    assert words(paragraph("ghi chú riêng", "<w:vanish/>") + made.p("Nội dung."))[1] == []


@pytest.mark.parametrize("blank", ["\u3164", "\u2800", "\u034f", "\U000e0061", "\u115f", "\ufe0f", "\u2063"])
def test_letters_that_show_nothing_are_none(blank: str) -> None:
    assert nfc(blank.join("Đảng bộ")) == "Đảng bộ"
    assert nfc(blank * 50) == ""


BOMB = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]


def pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate([*BOMB, *objects], 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    size = len(places) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, table, size, len(out))  # fmt: skip


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def form(content: bytes, drawn: int, *, subtype: bytes = b"/Form") -> bytes:
    resources = b"/Resources<</XObject<</X %d 0 R>>/Font<</F 4 0 R>>>>" % drawn
    return stream(content, b"/Type/XObject/Subtype" + subtype + b"/BBox[0 0 595 842]" + resources)


def drawing(*forms: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>/Contents 5 0 R>>"
    return pdf(page, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", stream(b"/X Do"), *forms)


@pytest.mark.parametrize(
    "forms",
    [
        [form(b"/X Do /X Do", 6)],
        [form(b"/X Do /X Do", 7), form(b"/X Do /X Do", 6)],
        [form(b"/X Do " * 10, 7 + n) for n in range(12)],
        [form(b"/X Do " * 10, 7 + n, subtype=b"/F#6frm") for n in range(12)],
    ],
    ids=["itself", "each other", "chain", "name in codes"],
)
def test_forms_inside_forms_without_end_are_refused(forms: list[bytes]) -> None:
    with pytest.raises(ReadError) as told:
        read_bytes(drawing(*forms, stream(b"")), "draft.pdf")
    assert told.value.code == "too_large"


def test_a_stamp_inside_a_letterhead_is_read() -> None:
    said = b"BT /F 12 Tf 60 700 Td (Bao cao cong tac nam cua xa Nam Khe) Tj ET"
    found = read_bytes(drawing(form(b"/X Do", 7), form(said, 8), stream(b"")), "draft.pdf")
    assert "cong tac nam" in found.text


@pytest.mark.parametrize(
    "text",
    ["[" * 30000, "[" + " " * 30000 + "x", "[" + "." * 30000 + "x", "(bổ sung" + " từ a" * 6000 + "!", "(" * 30000 + "chờ"],
    ids=["brackets", "blanks", "dots", "words", "waiting"],
)  # fmt: skip
def test_an_open_bracket_is_soon_left(text: str) -> None:
    start = time.process_time()
    is_placeholder(text)
    placeholders(text)
    assert time.process_time() - start < 5


def test_placeholders_are_still_found() -> None:
    for text in ("[bổ sung số liệu từ phòng nội vụ]", "(đang tổng hợp…)", "[....]", "[ xxx ]", "." * 9000):
        assert is_placeholder(text), text
    assert not is_placeholder(PROSE)


def test_a_table_of_a_thousand_columns_is_compared_in_part(tmp_path: Path) -> None:
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 3000 + "</w:tr>"
    path = tmp_path / "draft.docx"
    path.write_bytes(made.docx(made.p("I. ĐẶC ĐIỂM, TÌNH HÌNH") + f"<w:tbl>{row * 2}</w:tbl>"))
    document = read(path)
    assert [len(row) for row in rows_of_tables(document)[0]] == [WIDEST, WIDEST]
    start = time.process_time()
    assess(document, load_template(), rules=RuleSet())
    assert time.process_time() - start < 15


def test_a_part_given_twice_in_one_xml_file_is_refused() -> None:
    part = '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><a/></pkg:xmlData></pkg:part>'
    package = f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{part * 2}</pkg:package>'
    with pytest.raises(ReadError) as told:
        read_bytes(package.encode(), "draft.xml")
    assert told.value.code == "corrupt"


@pytest.mark.parametrize("piece", ["trong đó 5 đảng viên, ", "5%", "1 "])
def test_a_paragraph_of_nothing_but_figures_costs_little_more_than_its_length(piece: str) -> None:
    seconds = []
    for size in (4_000, 16_000):
        began = time.process_time()
        figure_findings(piece * (size // len(piece)))
        seconds.append(time.process_time() - began)
    assert seconds[1] < 9 * seconds[0] + 0.5  # sixteen times where each figure is held against all others
