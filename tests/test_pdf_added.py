"""What is laid over a PDF's pages, lies beside them, or is attached to the file."""

from __future__ import annotations

import re

import pytest
from pdf_made import Page, make_pdf

from vnreport_nlp.errors import ReadError
from vnreport_nlp.messages import render
from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.ocr import Recognised
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.pdf import read_pdf
from vnreport_nlp.readers.pdf_added import _line

PROSE = "Trong năm, cấp ủy đã chỉ đạo thực hiện đồng bộ các nhiệm vụ."


def base() -> Page:
    return Page().text(60, 780, "I. KẾT QUẢ").text(60, 740, PROSE).text(60, 400, "II. HẠN CHẾ").text(60, 360, PROSE)


def read(page: Page, *, of_page: str = "", of_file: str = "", boxes: str = "") -> Document:
    """A file of one page with more in the dictionaries of the page and of the file."""
    data = make_pdf([page]).replace(b"/Type /Page ", b"/Type /Page %s " % of_page.encode())
    data = data.replace(b"/Type /Catalog ", b"/Type /Catalog %s " % of_file.encode())
    return read_pdf(data.replace(b"/MediaBox [0 0 595 842]", boxes.encode()) if boxes else data, "a.pdf", ReadOptions())


def field(text: str, kind: str, rect: str, more: str = "") -> str:
    written = "FEFF" + text.encode("utf-16-be").hex()
    return f"<< /Type /Annot /Rect [{rect}] /F 4 {kind} {more.replace('@', f'<{written}>')} >>"


def texts(document: Document) -> list[str]:
    return document.text.split("\n")


TITLES = ["I. KẾT QUẢ", PROSE, "II. HẠN CHẾ", PROSE]


def test_filled_fields_stand_where_they_are_seen() -> None:
    filled = field("Số liệu điền vào\nHai dòng", "/Subtype /Widget /FT /Tx /T (a)", "60 600 400 640", "/V @")
    secret = field("Chữ giấu", "/Subtype /Widget /FT /Tx /T (b)", "60 500 400 540", "/V @").replace("/F 4", "/F 2")
    signed = field("Ký số", "/Subtype /Widget /FT /Sig /T (c)", "60 100 400 140", "/V @")
    document = read(
        base(), of_page=f"/Annots [{filled} {secret} {signed}]", of_file=f"/AcroForm << /Fields [{filled}] >>"
    )
    assert texts(document) == [*TITLES[:2], "Số liệu điền vào", "Hai dòng", *TITLES[2:]]


def test_what_was_typed_over_a_page_is_read_and_notes_on_it_are_not() -> None:
    typed = field("Ghi thêm bằng máy", "/Subtype /FreeText", "60 600 400 620", "/Contents @ /DA (/F1 12 Tf)")
    note = field("Nhận xét", "/Subtype /Text", "60 500 80 520", "/Contents @")
    assert texts(read(base(), of_page=f"/Annots [{typed} {note}]")) == [*TITLES[:2], "Ghi thêm bằng máy", *TITLES[2:]]


def test_what_lies_beside_the_page_is_not_shown() -> None:
    page = base().text(60, -300, "Ngoài trang").text(700, 600, "Bên phải trang")
    assert texts(read(page)) == TITLES
    assert texts(read(base(), boxes="/MediaBox [0 0 595 842] /CropBox [0 500 595 842]")) == TITLES[:2]


def test_a_page_whose_corner_is_not_the_origin_keeps_its_lines() -> None:
    """Lines that come again are running heads only at the page's own edge."""
    pages = []
    for _ in range(3):
        page = base()
        page.matrix = "1 0 0 1 -297 -421"
        pages.append(page.text(60, 380, "Tổng cộng: 100%."))
    data = make_pdf(pages).replace(b"[0 0 595 842]", b"[-297 -421 298 421]")
    assert len(re.findall("Tổng cộng", read_pdf(data, "a.pdf", ReadOptions()).text)) == 3


def test_attached_files_and_living_forms_are_told() -> None:
    attached = "/Names << /EmbeddedFiles << /Names [(phụ lục) << /Type /Filespec /F (phu-luc.docx) /EF << /F 3 0 R >> >>] >> >>"
    assert [(w.code, w.detail) for w in read(base(), of_file=attached).warnings] == [("embedded_part", "phu-luc.docx")]
    short = Page().text(60, 700, "Hồ sơ Đại hội").text(60, 670, "Các văn kiện nằm trong tệp đính kèm.")
    with pytest.raises(ReadError) as caught:
        read(short, of_file=attached)
    assert caught.value.code == "wrong_type" and "phu-luc.docx" in render(caught.value.message)
    assert "lưu tệp báo cáo" in render(caught.value.hint or caught.value.message)
    assert read(short, of_file=attached.replace("luc.docx", "luc.png")).text.startswith("Hồ sơ")
    form = "/AcroForm << /XFA 3 0 R /Fields [] >>"
    assert [(w.code, w.detail) for w in read(base(), of_file=form).warnings] == [("field_not_read", "XFA")]


def garbled() -> bytes:
    """A page of prose whose font gives every letter the code of another one."""
    page = Page()
    shifted = str.maketrans(
        {
            c: chr(ord("!") + i % 94)
            for i, c in enumerate("IV. aăâbcdđeêghiklmnoôơpqrstuưvxyạảấầậắặằẩẵểếềệỉịóọốồổộớờợởủụứữựấýĐẢÁÂN")
        }
    )
    text = (
        PROSE + " " + "Huyện đã lãnh đạo hoàn thành các nhiệm vụ, đời sống của nhân dân được nâng lên rõ rệt."
    ).translate(shifted)
    for row in range(20):
        turned = text[row:] + text[:row]
        page.text(60, 780 - 30 * row, " ".join(turned[i : i + 7] for i in range(0, len(text), 7)), size=7)
    return make_pdf([page])


def test_garbled_letters_are_no_text() -> None:
    """Such a page was taken for a report of another kind; it is read from its picture, or the file is refused with a way out."""
    with pytest.raises(ReadError) as error:
        read_pdf(garbled(), "a.pdf", ReadOptions(ocr=False))
    assert error.value.code == "no_text_layer"
    both = make_pdf([base(), base()])
    assert "garbled_text" not in [w.code for w in read_pdf(both, "a.pdf", ReadOptions(ocr=False)).warnings]


def test_tables_of_figures_and_other_languages_are_text() -> None:
    figures = Page()
    english = Page()
    for row in range(30):
        figures.text(60, 780 - 20 * row, f"{row} GRDP {row * 7}% TT-{row} a{row} x={row} QĐ/{row}-NQ kg/ha")
        english.text(60, 780 - 20 * row, "The committee has carried out its tasks and the results are good.")
    for page in (figures, english):
        assert read_pdf(make_pdf([page]), "a.pdf", ReadOptions(ocr=False)).warnings == ()


BARE = [
    "Trong nhiem ky qua, cap uy cac cap da lanh dao thuc hien tot nhiem vu duoc giao,",
    "chat luong sinh hoat chi bo duoc nang len, so dang vien moi ket nap nam sau cao",
    "hon nam truoc, noi bo doan ket, nhan dan tin tuong vao su lanh dao cua Dang bo.",
    "Ben canh do van con mot so han che, khuyet diem can som duoc khac phuc trong thoi gian toi.",
]


def bare() -> Page:
    page = Page().text(60, 780, "I. KET QUA")
    for k, line in enumerate(BARE):
        page.text(60, 740 - 20 * k, line)
    return page


def test_a_layer_without_marks_is_told_and_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_pdf([bare(), base()])
    warnings = read_pdf(data, "a.pdf", ReadOptions(ocr=False)).warnings
    assert [(w.code, w.detail) for w in warnings] == [("marks_lost", "1")]
    seen = Recognised([_line("I. KẾT QUẢ", 1, 60, 780, 14), _line(PROSE, 1, 60, 740, 14)], 0.9)
    monkeypatch.setattr("vnreport_nlp.readers.pdf.recognise", lambda *_, **__: seen)
    anew = read_pdf(data, "a.pdf", ReadOptions())
    assert "nhiem ky" not in anew.text and [w.code for w in anew.warnings] == ["ocr"]


def test_a_text_typed_without_marks_is_told_and_english_is_not() -> None:
    assert [w.code for w in read_bytes("\n".join(BARE).encode(), "a.txt").warnings] == ["marks_lost"]
    english = "The committee of the district met four times this year and discussed the work of its members. " * 8
    assert read_bytes(english.encode(), "a.txt").warnings == ()
    assert read_bytes(("I. KẾT QUẢ\n" + (PROSE + "\n") * 8).encode(), "a.txt").warnings == ()


def test_letters_laid_unseen_behind_a_picture_are_told() -> None:
    page = base()
    for k in range(12):
        page.text(60, 700 - 20 * k, PROSE)
    page.image = (100, 140, (b"\xff" * 100 + b"\0" * 100) * 70)
    assert read_pdf(make_pdf([page]), "a.pdf", ReadOptions(ocr=False)).warnings == ()  # letters shown on a picture
    page.matrix = "3 Tr 1 0 0 1 0 0"
    told = read_pdf(make_pdf([page]), "a.pdf", ReadOptions(ocr=False)).warnings
    assert [(w.code, w.detail) for w in told] == [("recognised_layer", "1")]
