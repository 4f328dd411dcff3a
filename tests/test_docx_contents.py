"""Entries of a table of contents that tracked changes take away: what stands behind them is text."""

from __future__ import annotations

import pytest
from docx_made import docx, p, style, styles

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

STYLES = styles(style("t1", "toc 1"), style("n", "Normal"))
PROSE = p(
    "Hai tổ thợ rèn của phố đã nhận thêm mười người học việc, giữ được lò lửa qua mùa mưa và bán hết hàng trước Tết."
)
DATED = 'w:id="1" w:author="Hạ" w:date="2025-01-02T00:00:00Z"'
MARKS = {"deleted": f"<w:rPr><w:del {DATED}/></w:rPr>", "moved": f"<w:rPr><w:moveFrom {DATED}/></w:rPr>"}
TAKEN = {
    "deleted": f"<w:del {DATED}><w:r><w:delText>I. Tình hình 1</w:delText></w:r></w:del>",
    "moved": f"<w:moveFrom {DATED}><w:r><w:t>I. Tình hình 1</w:t></w:r></w:moveFrom>",
}


def read(body: str) -> Document:
    return read_docx(docx(body, style_part=STYLES), "a.docx", ReadOptions())


def stories(document: Document) -> list[tuple[str, str]]:
    return [(q.story, document.text[q.start : q.end][:12]) for q in document.paragraphs]


def entry(kind: str, shown: str = "") -> str:
    """An entry whose mark is taken away, with its text but for what is ``shown``."""
    run = f"<w:r><w:t>{shown}</w:t></w:r>" if shown else TAKEN[kind]
    return f'<w:p><w:pPr><w:pStyle w:val="t1"/>{MARKS[kind]}</w:pPr>{run}</w:p>'


@pytest.mark.parametrize("kind", ["deleted", "moved"])
@pytest.mark.parametrize("times", [1, 3])
def test_a_heading_behind_an_entry_that_is_taken_away(kind: str, times: int) -> None:
    document = read(entry(kind) * times + p("I. Tình hình") + PROSE + p("II. Kiến nghị") + PROSE)
    assert [(s.number, s.title) for s in outline(document).sections] == [("I", "Tình hình"), ("II", "Kiến nghị")]
    assert stories(document)[0] == ("body", "I. Tình hình") and document.revisions


def test_the_next_entry_stays_one() -> None:
    document = read(entry("deleted") + p("II. Kiến nghị 2", style="t1") + p("I. Tình hình") + PROSE)
    assert [story for story, _ in stories(document)] == ["toc", "body", "body"]


def test_a_heading_behind_an_entry_that_lost_its_mark_alone() -> None:
    document = read(entry("deleted", "I. Tình hình 1") + p("I. Tình hình") + PROSE)
    assert stories(document)[:2] == [("toc", "I. Tình hình"), ("body", "I. Tình hình")]


def test_words_before_an_entry_are_no_part_of_it() -> None:
    before = f"<w:p><w:pPr>{MARKS['deleted']}</w:pPr><w:r><w:t>Kính gửi Ủy ban. </w:t></w:r></w:p>"
    document = read(before + p("I. Tình hình 1", style="t1") + PROSE)
    assert stories(document)[0] == ("body", "Kính gửi Ủy ")
