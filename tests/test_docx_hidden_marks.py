"""Paragraphs of a Word file whose mark is hidden: Word goes on with the next one in the same line."""

from __future__ import annotations

import io

import docx as python_docx
import pytest
from docx.oxml import OxmlElement
from docx_made import abstract, docx, lvl, num, p, style, styles

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
SEPARATOR = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
STYLES = styles(style("H1", "heading 1"), style("H2", "heading 2"), style("t1", "toc 1"))
LISTS = abstract(0, lvl(0, "upperRoman", "%1.")) + num(1, 0)
PROSE = "Trong năm, hợp tác xã Bến Đá đã đan được mười nghìn chiếc giỏ tre và bán hết trước Tết."


def read(body: str) -> Document:
    return read_docx(docx(body, style_part=STYLES, numbering=LISTS), "a.docx", ReadOptions())


def lines(body: str) -> list[str]:
    return read(body).text.split("\n")


def test_text_goes_on_in_one_paragraph() -> None:
    document = read(p("Hợp tác xã ", ppr=HIDDEN) + p("Bến Đá ", ppr=HIDDEN) + p("báo cáo.") + p("Hết"))
    assert document.text == "Hợp tác xã Bến Đá báo cáo.\nHết"
    places = [document.locate(document.text.index(word)).paragraph for word in ("Hợp", "Bến", "báo", "Hết")]
    assert places == [1, 2, 3, 4]
    assert lines(p("đan giỏ", ppr=HIDDEN) + p("tre")) == ["đan giỏ tre"], "words are not run together"


@pytest.mark.parametrize("mark", [HIDDEN, SEPARATOR])
def test_a_heading_and_the_text_in_its_line_stay_apart(mark: str) -> None:
    body = p("Kết quả.", style="H1", num=(1, 0), ppr=mark) + p(f" {PROSE}") + p("Tồn tại.", style="H1", num=(1, 0))
    document = read(body + p(PROSE))
    assert [(s.number, s.title) for s in outline(document).sections] == [("I", "Kết quả"), ("II", "Tồn tại")]
    assert PROSE in document.text.split("\n")


def test_a_heading_in_two_paragraphs_is_one_and_counts_once() -> None:
    body = p("Kết quả", style="H1", num=(1, 0), ppr=HIDDEN) + p("đan giỏ", ppr='<w:outlineLvl w:val="0"/>')
    document = read(body + p(PROSE) + p("Tồn tại", style="H1", num=(1, 0)))
    assert [(s.number, s.title) for s in outline(document).sections] == [("I", "Kết quả đan giỏ"), ("II", "Tồn tại")]


def test_what_begins_with_a_number_stays_a_paragraph() -> None:
    assert lines(p("Gồm có:", ppr=HIDDEN) + p("1. Tre", ppr=HIDDEN) + p("2. Nứa")) == ["Gồm có:", "1. Tre", "2. Nứa"]
    assert lines(p("Gồm có:", ppr=HIDDEN) + p("Tre", num=(1, 0))) == ["Gồm có:", "I. Tre"]
    assert lines(p(PROSE, ppr=HIDDEN) + p("Tồn tại", style="H1")) == [PROSE, "Tồn tại"]
    assert lines(p("1. Kết quả", rpr="<w:b/>", ppr=HIDDEN) + p(PROSE)) == ["1. Kết quả", PROSE]
    centred = p("BÁO CÁO", ppr=f'<w:jc w:val="center"/>{HIDDEN}')
    assert lines(centred + p(PROSE)) == ["BÁO CÁO", PROSE]


def test_nothing_goes_on_across_cells_tables_sections_and_the_contents() -> None:
    row = f"<w:tr><w:tc>{p('tre', ppr=HIDDEN)}</w:tc><w:tc>{p('nứa', ppr=HIDDEN)}</w:tc></w:tr>"
    table = f"<w:tbl>{row}{row}</w:tbl>"
    assert lines(p("trước", ppr=HIDDEN) + table + p("sau")) == ["trước", "tre", "nứa", "tre", "nứa", "sau"]
    assert lines(p("phần một", ppr=f"{HIDDEN}<w:sectPr/>") + p("phần hai")) == ["phần một", "phần hai"]
    document = read(p("Kết quả\t1", style="t1", ppr=HIDDEN) + p("Kết quả"))
    assert [q.story for q in document.paragraphs] == ["toc", "body"]


def test_a_hidden_paragraph_joins_nothing() -> None:
    assert lines(p("một") + p("ẩn", rpr="<w:vanish/>", ppr=HIDDEN) + p("hai") + p("", ppr=HIDDEN) + p("ba")) == [
        "một", "hai", "ba",
    ]  # fmt: skip


def test_a_file_of_another_program() -> None:
    made = python_docx.Document()
    for text, hidden in (("Hợp tác xã ", True), ("Bến Đá", False), ("Hết", False)):
        paragraph = made.add_paragraph(text)
        if hidden:
            mark = OxmlElement("w:rPr")
            mark.append(OxmlElement("w:vanish"))
            paragraph._p.get_or_add_pPr().append(mark)
    out = io.BytesIO()
    made.save(out)
    assert read_docx(out.getvalue(), "a.docx", ReadOptions()).text == "Hợp tác xã Bến Đá\nHết"


def test_a_file_whose_marks_are_all_hidden_is_not_one_paragraph() -> None:
    document = read(p(PROSE, ppr=HIDDEN) * 300)
    assert document.text.replace("\n", " ") == " ".join([PROSE] * 300)
    assert len(document.paragraphs) > 5 and max(q.end - q.start for q in document.paragraphs) < 5000
