"""Tables that lay out a page, in pages and OpenDocument texts as in Word files; numbers of nested lists in pages."""

from __future__ import annotations

import re

import pytest
import test_odt
from docx_made import docx, p
from test_docx_layout import PROSE, SECTIONS, headings, table

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.soffice import convert, find_soffice

NAMES = ["I|ĐẶC ĐIỂM", "II|KẾT QUẢ", "III|BÀI HỌC"]
LAYOUTS = {
    "rows": table(
        [p("HUYỆN ỦY MINH LONG"), p("Số 1-BC/HU")], ["".join(SECTIONS)], [p("Nơi nhận"), p("T/M BAN THƯỜNG VỤ")]
    ),
    "each": table(*([s] for s in SECTIONS)),
    "frame": table(["".join(SECTIONS)]),
    "beside": table([p("Đề cương"), "".join(SECTIONS)]),
    "numbers": table([p("I"), SECTIONS[0]], [p("II"), SECTIONS[1] + SECTIONS[2]]),
    "nested": table([table(["".join(SECTIONS), p("ghi chú")]) + p("")]),
}
DATA = {
    "tasks": table(*([p(f"{n}"), p(f"{n}. Nhiệm vụ") + p(PROSE), p("95%")] for n in (1, 2, 3))),
    "plain": table(*([p(f"{n}"), p(PROSE)] for n in (1, 2, 3))),
    "even": table([SECTIONS[0], SECTIONS[1]], [SECTIONS[2], p(PROSE) + p(PROSE)]),
}


def page(body: str) -> str:
    """The HTML of a Word body of plain paragraphs and tables."""
    body = re.sub(r"<w:p><w:r><w:t[^>]*>(.*?)</w:t></w:r></w:p>", r"<p>\1</p>", body)
    for word, tag in (("tbl", "table"), ("tr", "tr"), ("tc", "td"), ("p", "p")):
        body = body.replace(f"<w:{word}>", f"<{tag}>").replace(f"</w:{word}>", f"</{tag}>")
    return f"<html><meta charset=utf-8><body>{body}</body></html>"


def text(body: str) -> str:
    """The OpenDocument content of the same."""
    for tag, name in (("table", "table:table"), ("tr", "table:table-row"), ("td", "table:table-cell"), ("p", "text:p")):
        body = body.replace(f"<{tag}>", f"<{name}>").replace(f"</{tag}>", f"</{name}>")
    return body


def in_kind(kind: str, body: str) -> Document:
    if kind == "html":
        return read_bytes(page(body).encode(), "a.html")
    inner = page(body).partition("<body>")[2].partition("</body>")[0]
    return read_bytes(test_odt.odt(text(inner)), "a.odt")


def stories(document: Document, wanted: str) -> set[str]:
    return {q.story for q in document.paragraphs if document.text[q.start : q.end] == wanted}


@pytest.mark.parametrize("kind", ["html", "odt"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_report_laid_out_in_a_table_has_its_outline(kind: str, name: str) -> None:
    document = in_kind(kind, p("BÁO CÁO") + LAYOUTS[name] + p("hết"))
    assert headings(document) == NAMES and stories(document, PROSE) == {"body"}


@pytest.mark.parametrize("kind", ["html", "odt"])
@pytest.mark.parametrize("name", DATA)
def test_tables_of_data_stay_tables(kind: str, name: str) -> None:
    document = in_kind(kind, p("Bảng 1") + DATA[name] + p("hết"))
    assert {q.story for q in document.paragraphs[1:-1]} == {"table"}


@pytest.mark.parametrize("kind", ["html", "odt"])
def test_a_table_inside_the_layout_stays_a_table(kind: str) -> None:
    figures = table([p("Chỉ tiêu"), p("Kết quả")], [p("Đảng viên"), p("250")])
    document = in_kind(kind, table([p("Đề cương"), SECTIONS[0] + figures + SECTIONS[1]]))
    assert headings(document) == NAMES[:2] and stories(document, "250") == {"table"}


@pytest.mark.soffice
@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("target", ["odt", "html", "rtf", "doc"])
def test_the_same_layout_saved_by_libreoffice(target: str) -> None:
    grid = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    body = p("BÁO CÁO") + (LAYOUTS["rows"] + p("")).replace("<w:tbl>", grid)
    made = read_bytes(convert(docx(body), "docx", path="a", target=target), f"a.{target}")
    assert headings(made) == headings(read_bytes(docx(body), "a.docx")) == NAMES
    assert stories(made, PROSE) == {"body"} and stories(made, "HUYỆN ỦY MINH LONG") == {"table"}


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<ol type=I><li>a<ol><li>b<ol type=a><li>c<li>d</ol><li>e</ol><li>f</ol>", "I. a|1. b|a. c|b. d|2. e|II. f"),
        ("<ol style='list-style-type:upper-roman'><li>a<ol><li>b</ol><ul><li>c</ul></ol>", "I. a|1. b|• c"),
        ("<ul style='list-style:none'><li>a<ol start=4><li>b<li>c</ol></ul>", "a|4. b|5. c"),
        ("<ol><li>a</li><ol type=A start=3><li>b</li></ol><li>c</li></ol>", "1. a|C. b|2. c"),
        ("<ol reversed><li>a<li>b<li>c</ol>", "3. a|2. b|1. c"),
        ("<ol><li type=i>a<li type=A>b<li value=9>c<li>d</ol>", "i. a|B. b|9. c|10. d"),
        ("<ol type=1 start=0><li><p>a</p><p>b</p><li>c</ol>", "0. a|b|1. c"),
        ("<style>ol.x{list-style-type:lower-roman}</style><ol class=x start=3><li>a<ol class=y><li>b</ol></ol>", "iii. a|1. b"),
    ],
)  # fmt: skip
def test_nested_lists_are_numbered_as_a_browser_does(markup: str, shown: str) -> None:
    assert read_bytes(f"<html><body>{markup}</body></html>".encode(), "a").text == shown.replace("|", "\n")


def test_lists_that_libreoffice_opens_again_go_on() -> None:
    page = (
        "<html><head>{}</head><ol type=I><li>a</ol><p>x</p><ol type=I><ol><li>b</ol></ol><p>x</p>"
        "<ol type=I><ol start=2><li>c</ol><li>d</ol></html>"
    )
    office = '<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>'
    assert read_bytes(page.format(office).encode(), "a").text == "I. a\nx\n1. b\nx\n2. c\nII. d"
    assert read_bytes(page.format("").encode(), "a").text == "I. a\nx\n1. b\nx\n2. c\nI. d"


SHORT = "Huyện đạt và vượt chỉ tiêu."
TITLES = (
    ("I", "ĐẶC ĐIỂM"),
    ("II", "KẾT QUẢ"),
    ("1", "Chính trị"),
    ("2", "Tư tưởng"),
    ("III", "ĐÁNH GIÁ"),
    ("IV", "BÀI HỌC"),
)
TEXTS = (PROSE, "", PROSE, PROSE, SHORT, PROSE)
REPORT = ["I|ĐẶC ĐIỂM", "II|KẾT QUẢ", "II.1|Chính trị", "II.2|Tư tưởng", "III|ĐÁNH GIÁ", "IV|BÀI HỌC"]
ROWS = [*zip(TITLES, TEXTS, strict=True)]
REPORTS = {
    "number apart": [[p(n), p(t) + p(x)] for (n, t), x in ROWS],
    "head, number, title, text": [
        [p("STT"), p("Nội dung"), p("Kết quả")],
        *([p(n + "."), p(t), p(x)] for (n, t), x in ROWS),
    ],
    "title beside text": [[p(f"{n}. {t}"), p(x)] for (n, t), x in ROWS],
    "title over text": [row for (n, t), x in ROWS for row in ([p(f"{n}. {t}"), p("")], [p(x), p("")])],
    "a row a paragraph": [[cell] for (n, t), x in ROWS for cell in (p(f"{n}. {t}"), p(x))],
    "halves": [["".join(p(f"{n}. {t}") + p(x) for (n, t), x in half) for half in (ROWS[:4], ROWS[4:])]],
}


@pytest.mark.parametrize("kind", ["docx", "html", "odt"])
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_written_in_the_rows_of_a_table(kind: str, name: str) -> None:
    body = p("BÁO CÁO") + p("công tác năm 2024") + table(*REPORTS[name])
    document = read_bytes(docx(body), "a.docx") if kind == "docx" else in_kind(kind, body)
    assert headings(document) == REPORT
    assert stories(document, PROSE) == stories(document, SHORT) == {"body"}
    assert name[:4] != "head" or stories(document, "Nội dung") == {"table"}


def test_rows_of_a_table_beside_a_longer_text_or_with_figures_stay_rows() -> None:
    figures = [[p(n), p(f"{t} trong năm"), p("95%")] for n, t in TITLES]
    for body in (table(*REPORTS["number apart"]) + p(PROSE) * 9, table(*figures, [p("V"), p("Ghi chú") + p(PROSE)])):
        document = read_bytes(docx(p("BÁO CÁO") + body), "a.docx")
        assert {q.story for q in document.paragraphs if q.cell or "ĐẶC ĐIỂM" in document.text[q.start : q.end]} == {
            "table"
        }
