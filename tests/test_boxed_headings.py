"""Headings part of which stands in a text box, and boxes beside a heading."""

from __future__ import annotations

import pytest
from docx_made import docx, p
from test_odt import odt

from vnreport_nlp.outline import outline
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.odt import read_odt
from vnreport_nlp.readers.options import ReadOptions

PROSE = "Năm qua, trường đã mở thêm hai lớp buổi tối, mượn phòng của nhà văn hóa và mời thợ giỏi trong làng đến đứng lớp cùng thầy cô."
TITLES = ("Tình hình chung", "Kết quả", "Kiến nghị")
NUMBERS = ("I.", "II.", "III.")
WANTED = [f"{n} {t}" for n, t in zip(NUMBERS, TITLES, strict=True)]


def word_box(text: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox></w:pict></w:r>"


def boxed(kind: str, text: str, box: str) -> str:
    """A paragraph with some text and a box, as Word and as LibreOffice write it."""
    if kind == "docx":
        return p(text).replace("</w:p>", word_box(box) + "</w:p>") if text else f"<w:p>{word_box(box)}</w:p>"
    shape = f"<draw:custom-shape><text:p>{box}</text:p><draw:enhanced-geometry/></draw:custom-shape>"
    return f"<text:p>{text}{shape}</text:p>"


def headings(kind: str, body: str) -> list[str]:
    read = (
        read_docx(docx(body), "a.docx", ReadOptions())
        if kind == "docx"
        else read_odt(odt(body), "a.odt", ReadOptions())
    )
    return [f"{s.marker} {s.title}" for s in outline(read).sections]


def prose(kind: str) -> str:
    return p(PROSE) if kind == "docx" else f"<text:p>{PROSE}</text:p>"


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_number_before_its_title_in_a_box(kind: str) -> None:
    body = "".join(boxed(kind, n, t) + prose(kind) for n, t in zip(NUMBERS, TITLES, strict=True))
    assert headings(kind, body) == WANTED


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_remark_in_a_box_is_no_part_of_its_heading(kind: str) -> None:
    body = "".join(
        boxed(kind, f"{n} {t}", "Xem biểu kèm theo.") + prose(kind) for n, t in zip(NUMBERS, TITLES, strict=True)
    )
    assert headings(kind, body) == WANTED


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_figure_beside_a_box_is_no_number_of_it(kind: str) -> None:
    body = boxed(kind, "12", "Số lớp đã mở") + prose(kind)
    assert headings(kind, body) != ["12 Số lớp đã mở"]
