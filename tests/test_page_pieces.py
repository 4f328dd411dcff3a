"""Pieces of pages as content systems hand them over: read as pages, whatever mark they begin with; Markdown with such marks stays Markdown."""

from __future__ import annotations

import time

import pytest

from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.sniff import sniff

BODY = "<h2>I. TÌNH HÌNH CHUNG</h2><p>Xã có mười thôn.</p><h2>II. KẾT QUẢ</h2><p>Đã làm <b>hai</b> con đường.</p>"


@pytest.mark.parametrize("name", ["article", "section", "main", "blockquote", "center"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_pieces_in_one_element(name: str, gap: str) -> None:
    source = f"<{name} class='bai'>{BODY.replace('><', f'>{gap}<')}</{name}>\n"
    document = read_bytes(source.encode(), "x.html")
    assert document.format == "html"
    assert [s.number for s in outline(document).sections] == ["I", "II"]


def test_pieces_that_begin_with_a_heading_a_list_or_a_mark_of_letters() -> None:
    assert read_bytes(BODY.encode(), "x.html").format == "html"
    listed = "<ol type=I><li>TÌNH HÌNH CHUNG<li>KẾT QUẢ</ol><p>Xã có mười thôn.</p>"
    assert read_bytes(listed.encode(), "x.html").text.startswith("I. TÌNH HÌNH CHUNG\nII. KẾT QUẢ")
    named = f"<a name=dau></a><span> </span>{BODY}"
    assert read_bytes(named.encode(), "x.html").format == "html"
    assert read_bytes(f"<section>{BODY}</section>".encode("utf-16"), "x.html").format == "html"


@pytest.mark.parametrize("source", [
    "<h1 align='center'>BÁO CÁO</h1>\n\n<h2>I. TÌNH HÌNH</h2>\n\nXã có mười thôn và hai bản.\n\n## II. KẾT QUẢ\n\nĐã sửa đường.",
    "<center>\n\nBÁO CÁO\n\n</center>\n\nI. TÌNH HÌNH\n\nXã có mười thôn.",
    "<b>I. TÌNH HÌNH</b>\n\nXã có mười thôn.\n\n<b>II. KẾT QUẢ</b>\n\nĐã sửa đường.",
    "<ul> là chữ đầu dòng.\n\nXã có mười thôn.",
])  # fmt: skip
def test_text_with_marks_of_a_page_stays_text(source: str) -> None:
    assert read_bytes(source.encode(), "x.md").format in ("md", "txt")


def test_tags_without_end_are_weighed_once() -> None:
    start = time.process_time()
    for sign in ("<", "<ol ", "<ol><", "<ol>a", "<a "):
        assert sniff(f"<ol>{sign * 100_000}".encode(), "x.html") in ("html", "txt")
    assert time.process_time() - start < 3.0  # seconds; a tenth of it on an idle machine
