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


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


BEGIN = f"{char('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{char('separate')}"
HEADS = styles(style("t1", "toc 1"), style("H1", "heading 1"))
WORDS = "Hai tổ thợ rèn của phố đã nhận thêm mười người học việc, giữ được lò lửa qua mùa mưa và bán hết hàng."


def made(entries: list[str], heads: list[str], *, entry: str = "", head: str = "", end: str = "") -> Document:
    """A field that begins with the first entry and ends, if at all, behind the last text."""
    listed = [f"<w:p>{BEGIN}{run(entries[0])}</w:p>"] if entries else [f"<w:p>{BEGIN}</w:p>"]
    if entry:
        listed = [listed[0].replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{entry}"/></w:pPr>')]
    listed += [p(e, style=entry) for e in entries[1:]]
    body = "".join(p(h, style=head) + p(WORDS) for h in heads)
    data = docx("".join(listed) + body + f"<w:p>{run('Hết.')}{end}</w:p>", style_part=HEADS)
    return read_docx(data, "a.docx", ReadOptions())


HEADINGS = ["I. Tình hình", "II. Kiến nghị"]
ENTRIES = ["I. Tình hình\t1", "II. Kiến nghị\t2"]


@pytest.mark.parametrize("end", ["", char("end")], ids=["never", "too late"])
@pytest.mark.parametrize(
    ("entries", "entry", "head"),
    [
        (ENTRIES, "t1", "H1"), (ENTRIES, "t1", ""), (ENTRIES, "", "H1"), (ENTRIES, "", ""), ([], "", "H1"), ([], "", ""),
        (["I. Tình hình ........ 1", "II. Kiến nghị……2"], "", ""), (["MỤC LỤC", *ENTRIES], "", "H1"),
    ],
)  # fmt: skip
def test_a_field_that_holds_the_whole_draft(entries: list[str], entry: str, head: str, end: str) -> None:
    document = made(entries, HEADINGS, entry=entry, head=head, end=end)
    assert [q.story for q in document.paragraphs] == ["toc"] * len(entries) + ["body"] * 5
    assert [(s.number, s.title) for s in outline(document).sections] == [("I", "Tình hình"), ("II", "Kiến nghị")]


def test_the_end_of_an_inner_field_that_is_missing() -> None:
    link = f"{char('begin')}<w:r><w:instrText> HYPERLINK x </w:instrText></w:r>{char('separate')}"
    body = f"<w:p>{BEGIN}{link}{run(ENTRIES[0])}</w:p><w:p>{run(ENTRIES[1])}{char('end')}</w:p>"
    document = read(body + p(HEADINGS[0]) + PROSE)
    assert [q.story for q in document.paragraphs] == ["toc", "toc", "body", "body"]


def test_a_table_that_ends_properly_keeps_what_is_no_sure_entry() -> None:
    inner = f"<w:p>{BEGIN}{run('Mở đầu')}</w:p>" + p("I. Tình hình") + p(f"II. {WORDS[:70]}\t2")
    document = read(inner + f"<w:p>{run('III. Kiến nghị')}{char('end')}</w:p>" + p("I. Tình hình") + PROSE)
    assert [q.story for q in document.paragraphs] == ["toc"] * 4 + ["body"] * 2


def test_a_second_table_behind_one_that_was_left() -> None:
    second = f"<w:p>{BEGIN}{run('Bảng 1. Lò rèn')}\t</w:p>".replace("\t", "<w:r><w:tab/><w:t>4</w:t></w:r>")
    body = f"<w:p>{BEGIN}{run(ENTRIES[0])}</w:p>" + p(HEADINGS[0]) + PROSE + f"<w:p>{char('end')}</w:p>"
    document = read(body + second + f"<w:p>{char('end')}</w:p>" + PROSE)
    assert [q.story for q in document.paragraphs] == ["toc", "body", "body", "toc", "body"]


def test_entries_that_lead_to_headings_without_pages() -> None:
    link = '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    body = "".join(f"<w:p>{BEGIN if not k else ''}{link.format(h + '. ' + WORDS)}</w:p>" for k, h in enumerate("AB"))
    document = read(body + f"<w:p>{char('end')}</w:p>" + PROSE)
    assert [q.story for q in document.paragraphs] == ["toc", "toc", "body"]


def test_a_content_control_for_the_contents_that_holds_the_draft() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    inner = p("MỤC LỤC") + p(ENTRIES[0]) + p(ENTRIES[1]) + p(HEADINGS[0]) + PROSE + p(HEADINGS[1])
    document = read(f"<w:sdt>{gallery}<w:sdtContent>{inner}</w:sdtContent></w:sdt>" + PROSE)
    assert [q.story for q in document.paragraphs] == ["toc"] * 3 + ["body"] * 4
