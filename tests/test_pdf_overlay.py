"""PDF: marks over the pages, stamps, remarks, pages marked as lying or right to left, fonts without names or maps."""

from __future__ import annotations

import pytest
from pdf_made import Page, make_pdf, set_paragraphs
from test_pdf_added import PROSE, TITLES, base, field, read, texts

from vnreport_nlp.model import Document
from vnreport_nlp.readers import ReadOptions, read_bytes

SENTENCE = (
    "Xã Đồi Sim giao ban vào sáng thứ hai, ghi rõ việc nào xong, việc nào còn vướng ở khâu nào và ai phải trả lời. "
)


def paragraphs(document: Document, story: str = "body") -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs if p.story == story]


def prose(count: int) -> tuple[list[str], list[Page]]:
    source = [f"Việc thứ {n} của năm: {SENTENCE * 3}".strip() for n in range(count)]
    return source, set_paragraphs(source)


@pytest.mark.parametrize("first", [True, False])
def test_a_mark_on_every_page_is_no_text(first: bool) -> None:
    source, pages = prose(22)
    assert len(pages) >= 3
    for page in pages:
        marks = [(x, y, 9.0, False, "Lưu hành nội bộ") for y in (700, 500, 300) for x in (60, 300)]
        page.texts = [*marks, *page.texts] if first else [*page.texts, *marks]
    assert paragraphs(read_bytes(make_pdf(pages), "x.pdf")) == source


def test_a_mark_in_huge_letters_on_one_page_is_no_text() -> None:
    source, pages = prose(3)
    pages[0].text(60, 420, "BẢN THẢO", size=90)
    assert paragraphs(read_bytes(make_pdf(pages), "x.pdf")) == source


def test_lines_that_come_again_in_their_order_stay() -> None:
    pages = []
    for n in range(4):
        page = Page().text(85, 700, "Tên chi bộ, số đảng viên, xếp loại trong năm của chi bộ đó")
        pages.append(page.text(85, 600, f"Chi bộ {n + 3} có {40 + n} đảng viên, hoàn thành tốt nhiệm vụ được giao."))
    found = " ".join(paragraphs(read_bytes(make_pdf(pages), "x.pdf")))
    assert found.count("Tên chi bộ") == 4


def test_a_stamp_in_letters_of_its_own_is_no_heading() -> None:
    source, pages = prose(4)
    pages[0].text(400, 700, "I. ĐẢNG ỦY XÃ", size=9, bold=True).text(60, 800, "ĐẾN NGÀY 04/5", size=11, bold=True)
    d = read_bytes(make_pdf(pages), "x.pdf")
    assert paragraphs(d) == source
    assert paragraphs(d, "header") == ["I. ĐẢNG ỦY XÃ", "ĐẾN NGÀY 04/5"]


def test_the_right_half_of_the_closing_block_stays() -> None:
    _, pages = prose(2)
    page = pages[-1]
    page.text(60, 300, "Nơi nhận:").text(60, 280, "- Đảng ủy xã,").text(60, 260, "- Lưu.")
    page.text(330, 300, "T/M BAN CHẤP HÀNH").text(330, 240, "Lò Văn Phương")
    assert paragraphs(read_bytes(make_pdf(pages), "x.pdf"))[-2:] == ["T/M BAN CHẤP HÀNH", "Lò Văn Phương"]


def test_a_remark_typed_on_words_is_told_and_not_read() -> None:
    remark = field("II. Xem lại", "/Subtype /FreeText", "80 735 400 760", "/Contents @ /DA (/F1 12 Tf)")
    same = remark.replace("80 735 400 760", "80 500 400 520")
    d = read(base(), of_page=f"/Annots [{remark} {same}]")
    assert texts(d) == TITLES
    assert [(w.code, w.detail) for w in d.warnings] == [("remark_over_text", "1")]


def test_a_gap_of_dots_is_filled_by_what_was_typed_on_it() -> None:
    page = base().text(60, 600, "Ngày .... tháng .... năm")
    typed = field("04", "/Subtype /FreeText", "95 595 123 612", "/Contents @ /DA (/F1 12 Tf)")
    d = read(page, of_page=f"/Annots [{typed}]")
    assert "04" in texts(d) and not d.warnings


def test_right_to_left_is_not_believed() -> None:
    assert texts(read(base(), of_file="/ViewerPreferences << /Direction /R2L >>")) == TITLES
    assert texts(read(base(), of_file="/ViewerPreferences<</Direction/R2L>>")) == TITLES


@pytest.mark.parametrize("rotate", [90, 270])
def test_upright_text_on_a_sheet_shown_lying(rotate: int) -> None:
    source, pages = prose(9)
    for number, page in enumerate(pages, 1):
        page.rotate = rotate
        page.text(290, 810, str(number), size=12)
    assert paragraphs(read_bytes(make_pdf(pages), "x.pdf")) == source


def test_letters_of_a_nameless_font_are_as_bold_as_their_neighbours() -> None:
    page = Page()
    page.text(60, 780, "2. Ngh", bold=True).text(60 + 42, 780, "ề").text(60 + 56, 780, "rèn", bold=True)
    page.text(60, 740, PROSE, bold=True)
    data = make_pdf([page], fonts=("Nameless", "Serif-Bold")).replace(b"/BaseFont /Nameless ", b"/BaseFont / ")
    d = read_bytes(data, "x.pdf")
    assert next(d.text[s.start : s.end] for p in d.paragraphs for s in p.bold) == "2. Nghề rèn"


def test_a_bold_font_without_a_map_is_told() -> None:
    shifted = str.maketrans(
        {c: "bcdfghjkmnpqrstvwxz"[i % 19] for i, c in enumerate("aàáảãạăâbcdđeêghiklmnoôơpqrstuưvxyIVếịạộốềọệưổươởướ")}
    )
    _, pages = prose(6)
    titles = (
        "khai hoang ở bản xa", "nuôi trâu vỗ béo", "trồng quế dọc suối", "sửa mương trước vụ", "dạy nghề cho trai bản",
    )  # fmt: skip
    for at, title in enumerate(titles):
        pages[-1].text(60, 200 - 20 * at, title.translate(shifted), bold=True)
    d = read_bytes(make_pdf(pages), "x.pdf", options=ReadOptions(ocr=False))
    assert [(w.code, w.detail) for w in d.warnings] == [("garbled_text", str(len(pages)))]
    for at, title in enumerate(titles):
        pages[0].text(60, 800 + at, title, size=4, bold=True)
    del pages[-1].texts[-len(titles) :]
    assert not read_bytes(make_pdf(pages), "x.pdf", options=ReadOptions(ocr=False)).warnings


def test_the_title_of_a_cover_in_huge_letters_stays() -> None:
    _, pages = prose(3)
    cover = Page()
    cover.text(60, 420, "BÁO CÁO", size=60)
    assert paragraphs(read_bytes(make_pdf([cover, *pages]), "x.pdf"))[0] == "BÁO CÁO"


def test_headings_in_boxes_that_a_page_draws_last_are_no_stamps() -> None:
    source, pages = prose(4)
    page = pages[0]
    levels = sorted({y for _, y, *_ in page.texts}, reverse=True)
    lowered = {y: y - 40 * sum(k <= at for k in (4, 8)) for at, y in enumerate(levels)}
    page.texts = [(x, lowered[y], *more) for x, y, *more in page.texts]
    for at, title in ((4, "III. BÀI HỌC CỦA XÃ"), (8, "1. Về cách làm của các thôn")):
        page.text(85, lowered[levels[at]] + 30, title, bold=True)
    found = read_bytes(make_pdf(pages[:1]), "x.pdf")
    assert paragraphs(found, "header") == []
    assert found.text.index("III. BÀI HỌC") < found.text.index("1. Về cách làm") < found.text.rindex(source[-1][-20:])
