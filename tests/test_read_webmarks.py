"""Markdown with the marks of a web page: headings are headings."""

from __future__ import annotations

from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes


def test_headings_in_the_marks_of_a_web_page_are_headings() -> None:
    source = "<h1 align='center'>I. TÌNH HÌNH CHUNG</h1>\n\nXã có mười thôn.\n\n<H2 id=\"a\"> <b>1. Kinh tế</b> </H2>\n\nĐã sửa đường; <h1 là chữ.\n"
    document = read_bytes(source.encode(), "x.md")
    assert document.text.split("\n") == [
        "I. TÌNH HÌNH CHUNG",
        "Xã có mười thôn.",
        "1. Kinh tế",
        "Đã sửa đường; <h1 là chữ.",
    ]
    assert [s.number for s in outline(document).sections] == ["I", "I.1"]
