"""Pages of a Word file by the breaks that Word noted, in tables too; what of two ways of writing is shown; strict files."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx_made import abstract, docx, lvl, num, p, rewritten, shared

from vnreport_nlp.model import Document
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

BREAK = "<w:lastRenderedPageBreak/>"
MATH = "http://purl.oclc.org/ooxml/officeDocument/math"


def read(body: str, **more: str) -> Document:
    return read_docx(docx(body, **more), "a.docx", ReadOptions())


def pages(document: Document) -> dict[str, int | None]:
    """Each word with its page."""
    found = {}
    for q in document.paragraphs:
        at = q.start
        for word in document.text[q.start : q.end].split(" "):
            found[word] = document.locate(at).page
            at += len(word) + 1
    return found


def row(*cells: str) -> str:
    """A row; ``|`` in a cell is a noted break, ``/`` parts its paragraphs."""
    return "<w:tr>" + "".join(f"<w:tc>{_cell(text)}</w:tc>" for text in cells) + "</w:tr>"


def _cell(text: str) -> str:
    runs = ["".join(f"<w:r>{BREAK if i else ''}<w:t>{t}</w:t></w:r>" for i, t in enumerate(q.split("|"))) for q in text.split("/")]  # fmt: skip
    return "".join(f"<w:p>{run}</w:p>" for run in runs)


def table(*rows: str) -> str:
    return p("trước") + f"<w:tbl>{''.join(rows)}</w:tbl>" + p("sau")


def test_cells_of_a_row_begin_on_one_page() -> None:
    """Word notes a break in every cell that runs over the page's end, and one where it turns back to the next cell."""
    body = table(
        row("a1", "b1 |b2", "|c1 |c2", "|d1"),
        row("e1", "f1", "g1 |g2", "|h1 |h2"),
        row("|i1", "j1", "k1", "l1"),
        row("|m1", "n1", "o1", "p1"),
    )
    found = pages(read(body))
    assert {word: page for word, page in found.items() if page == 1} == dict.fromkeys(
        ("trước", "a1", "b1", "c1", "d1"), 1
    )
    assert {word for word, page in found.items() if page == 2} == {"b2", "c2", "e1", "f1", "g1", "h1"}
    assert {word for word, page in found.items() if page == 3} == {"g2", "h2", "i1", "j1", "k1", "l1"}
    assert {word for word, page in found.items() if page == 4} == {"m1", "n1", "o1", "p1", "sau"}


def test_pages_of_a_real_file_are_those_that_word_counted() -> None:
    """Long tables whose rows run over page ends; by the sum of the noted breaks it would have 88 pages."""
    folder = shared()
    path = None if folder is None else folder / "real" / "lao-cai_BC-tinh-hinh-CCN_VP-UBND.docx"
    if path is None or not path.is_file():
        pytest.skip("shared/real is not here")
    counted = re.search(rb"<Pages>(\d+)", zipfile.ZipFile(path).read("docProps/app.xml"))
    document = read_docx(path.read_bytes(), path.name, ReadOptions())
    assert counted is not None
    assert max(x.page or 0 for q in document.paragraphs for x in q.pieces) == int(counted[1])


def test_a_cell_over_several_pages_and_tables_in_cells() -> None:
    assert pages(read(table(row("a1/|a2/|a3", "|b1")))) == {"trước": 1, "a1": 1, "a2": 2, "a3": 3, "b1": 1, "sau": 3}
    inner = f"<w:tbl>{row('x1 |x2', '|y1')}</w:tbl>"
    outer = f"<w:tr><w:tc>{p('a1')}{inner}{p('a2')}</w:tc><w:tc>{p('b1')}</w:tc></w:tr>"
    assert pages(read(table(outer))) == {"trước": 1, "a1": 1, "x1": 1, "x2": 2, "y1": 1, "a2": 2, "b1": 1, "sau": 2}
    empty_first = table(row("", "|b1", "c1"))
    assert pages(read(empty_first)) == {"trước": 1, "b1": 2, "c1": 2, "sau": 2}


def test_a_report_in_one_cell_has_its_pages() -> None:
    assert pages(read(table(row("a1/|a2/a3 |a4")))) == {"trước": 1, "a1": 1, "a2": 2, "a3": 2, "a4": 3, "sau": 3}


def test_pages_by_breaks_in_cells() -> None:
    before = p("b1", ppr="<w:pageBreakBefore/>")
    body = table(f"<w:tr><w:tc>{before}</w:tc><w:tc>{p('c1')}</w:tc></w:tr>")
    assert pages(read(body)) == {"trước": 1, "b1": 2, "c1": 2, "sau": 2}


def test_breaks_in_a_text_box_turn_no_page() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{_cell('x1 |x2')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    found = pages(read(f"<w:p><w:r><w:t>a1</w:t></w:r>{box}</w:p>" + _cell("b1 |b2")))
    assert (found["a1"], found["x1"], found["b1"], found["b2"]) == (1, 1, 1, 2)


def test_the_number_of_a_heading_stands_on_the_page_of_its_words() -> None:
    title = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r>{BREAK}<w:t>KẾT QUẢ</w:t></w:r></w:p>'
    found = pages(read(p("trước") + title, numbering=abstract(1, lvl(0, "upperRoman", "%1.")) + num(1, 1)))
    assert found == {"trước": 1, "I.": 2, "KẾT": 2, "QUẢ": 2}


@pytest.mark.parametrize("block", [True, False])
def test_of_two_ways_of_writing_the_one_that_word_knows_is_shown(block: bool) -> None:
    def one(text: str) -> str:
        return p(text) if block else f"<w:t>{text}</w:t>"

    def choice(space: str, text: str) -> str:
        return f'<mc:Choice xmlns:a="{space}" Requires="a">{one(text)}</mc:Choice>'

    def alternate(inside: str) -> str:
        made = f"<mc:AlternateContent>{inside}</mc:AlternateContent>"
        return made if block else f"<w:p><w:r>{made}</w:r></w:p>"

    strange, known = "http://example.com/own", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    fallback = f"<mc:Fallback>{one('ba')}</mc:Fallback>"
    assert read(alternate(choice(strange, "một") + fallback)).text == "ba"
    assert read(alternate(choice(strange, "một") + choice(known, "hai") + fallback)).text == "hai"
    assert read(alternate(choice(known, "hai") + fallback)).text == "hai"
    assert read(p("x") + alternate(choice(strange, "một"))).text == "x"


def test_formulas_of_a_strict_file_are_read() -> None:
    def run(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    formula = f"<m:f><m:num>{run('85')}</m:num><m:den>{run('100')}</m:den></m:f>"
    words = '<w:r><w:t xml:space="preserve">Đạt </w:t></w:r>'
    assert read(f'<w:p>{words}<m:oMath xmlns:m="{MATH}">{formula}</m:oMath></w:p>').text == "Đạt 85/100"


PAGED = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@pytest.mark.parametrize("way", ["utf-8", "utf-16", "utf-16 with single quotes", "single quotes"])
def test_page_breaks_in_any_way_of_writing_the_part(way: str) -> None:
    body = p("một") + PAGED + p("hai")
    data = docx(body.replace('"', "'") if "single" in way else body)
    if "utf-16" in way:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            part = package.read("word/document.xml")
        data = rewritten(data, "word/document.xml", part, part.decode().encode("utf-16"))
    document = read_docx(data, "a.docx", ReadOptions())
    assert pages(document) == {"một": 1, "hai": 2} and document.page_basis == "breaks"


def test_a_hidden_page_break_turns_no_page() -> None:
    hidden = PAGED.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    assert pages(read(p("một") + hidden + p("hai") + PAGED + p("ba"))) == {"một": 1, "hai": 1, "ba": 2}
