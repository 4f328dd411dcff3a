"""Notes at the foot of PDF pages, and what is set smaller without being a note: parts, tables, closing lines."""

from __future__ import annotations

from typing import Any

import pytest
from pdf_made import Page, make_pdf
from test_pdf import paragraphs

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.ocr import Recognised
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.pdf_letters import Font, Glyph, TextLine

TALE = (
    "Bản Lũng Mây có bốn xóm nằm dọc con suối, bà con trồng lúa một vụ và nuôi dê trên núi đá. "
    "Tổ dân vận đến từng nhà nghe ý kiến rồi ghi vào sổ để giải quyết trong tháng. "
)
LEFT = 85.0


def wrapped(text: str, size: float) -> list[str]:
    """A paragraph as lines that fill the page's width."""
    most, lines = int(455 / (size * 0.5)), [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def put(page: Page, top: float, *texts: str, size: float = 14) -> float:
    """Set paragraphs from ``top`` downwards; those with a number are bold; the next free level."""
    for text in texts:
        for line in wrapped(text, size):
            page.text(LEFT, top, line, size=size, bold=len(text) < 60 and text[:1] in "IV1234")
            top -= round(1.3 * size)
        top -= 6
    return top


def marked(page: Page, top: float, text: str, number: str, *, size: float = 14, mark: float = 8) -> float:
    """A line with a raised number behind it."""
    page.text(LEFT, top, text, size=size)
    page.text(LEFT + len(text) * size * 0.5, top + 0.36 * size, number, size=mark)
    return top - round(1.3 * size) - 6


def note(page: Page, top: float, number: str, text: str, *, size: float = 10, raised: bool = True) -> float:
    if raised:
        page.text(LEFT, top + 3.5, number, size=0.65 * size).text(LEFT + 7, top, text, size=size)
    else:
        page.text(LEFT, top, f"{number} {text}", size=size)
    return top - 1.3 * size


def read(*pages: Page) -> Document:
    return read_bytes(make_pdf(list(pages)), "x.pdf")


def notes(document: Document) -> list[str]:
    return paragraphs(document, "footnote")


HEADINGS = ("1. Chăn nuôi dê", "2. Trồng lúa nương", "3. Nước về bản")
PART = tuple(text for heading in HEADINGS for text in (heading, TALE))


@pytest.mark.parametrize("first, second", [(14, 13), (14, 12), (13, 14), (14, 15), (13, 12), (15, 11)])
def test_a_part_in_another_size_is_text(first: float, second: float) -> None:
    """Whole parts pasted from another draft were taken for notes, and their requirements called missing."""
    one, two, three = Page(), Page(), Page()
    put(one, 780, "I. VIỆC ĐÃ LÀM", TALE * 3, size=first)
    put(two, 780, *PART, TALE, *PART, size=second)
    put(three, 780, "II. VIỆC SẼ LÀM", *PART, size=first)
    d = read(one, two, three)
    assert not notes(d)
    assert [text for text in paragraphs(d) if text in HEADINGS] == [*HEADINGS, *HEADINGS, *HEADINGS]


@pytest.mark.parametrize("small", [13, 12])
def test_a_part_that_begins_smaller_in_the_middle_of_a_page_is_text(small: float) -> None:
    page = Page()
    top = marked(page, 780, "Bản có một đội văn nghệ", "1")
    top = put(page, top, TALE)
    put(page, top, *PART, size=small)
    note(page, 90, "1", "Gồm chín người của hai xóm.")
    d = read(page)
    assert notes(d) == ["Gồm chín người của hai xóm."]
    assert [text for text in paragraphs(d) if text in HEADINGS] == list(HEADINGS)


def test_a_list_of_items_set_smaller_under_a_referred_number_is_text() -> None:
    page = Page()
    top = put(page, marked(page, 780, "Đội văn nghệ đã đi thi", "1"), TALE * 6)
    put(page, top, "1. Nhà văn hóa có mái mới và sân rộng cho trẻ con chơi", "2. Sân bóng được kẻ lại vạch", size=13)
    assert not notes(read(page))


@pytest.mark.parametrize("body, small, raised, rule", [
    (14, 10, True, True), (14, 10, True, False), (14, 12, False, True), (14, 12, False, False), (13, 12, True, False),
    (13, 12, False, True), (14, 11, False, False), (12, 10, True, True),
])  # fmt: skip
def test_notes_with_and_without_a_rule(body: float, small: float, raised: bool, rule: bool) -> None:
    page = Page()
    top = marked(page, 780, "Bản có một đội văn nghệ", "1", size=body)
    top = put(page, top, TALE, size=body)
    top = marked(page, top, "Sổ dân vận đã ghi đủ các nhà", "2", size=body)
    put(page, top, TALE, size=body)
    if rule:
        page.rule(LEFT, 124, LEFT + 144, 124)
    foot = note(page, 108, "1", "Gồm chín người của hai xóm.", size=small, raised=raised)
    note(page, foot, "2", "Sổ do tổ dân vận giữ.", size=small, raised=raised)
    d = read(page)
    assert notes(d) == ["Gồm chín người của hai xóm.", "Sổ do tổ dân vận giữ."]
    assert [d.text[: p.reference + 1].rsplit("\n", 1)[-1] for p in d.footnotes if p.reference is not None] == [
        "Bản có một đội văn nghệ", "Sổ dân vận đã ghi đủ các nhà",
    ]  # fmt: skip


def test_notes_under_a_rule_without_a_mark_in_the_text() -> None:
    page = Page().rule(LEFT, 124, LEFT + 120, 124)
    put(page, 780, TALE, TALE)
    note(page, note(page, 108, "1", "Theo sổ của bản.", raised=False), "2", "Theo sổ của xã.", raised=False)
    assert notes(read(page)) == ["Theo sổ của bản.", "Theo sổ của xã."]


def test_notes_of_two_sizes() -> None:
    page = Page()
    put(page, marked(page, marked(page, 780, "Đội văn nghệ", "1"), "Đội bóng", "2"), TALE)
    note(page, note(page, 108, "1", "Gồm chín người.", size=12), "2", "Gồm mười một người.", size=10)
    assert notes(read(page)) == ["Gồm chín người.", "Gồm mười một người."]


@pytest.mark.parametrize("rule", [True, False])
def test_a_note_that_goes_on_over_the_page(rule: bool) -> None:
    one, two = Page(), Page()
    put(one, marked(one, 780, "Bản có một đội văn nghệ", "1"), TALE)
    note(one, 90, "1", "Gồm chín người của hai xóm, hằng tháng tập hai buổi ở nhà văn hóa, do")
    put(two, 780, TALE * 3)
    two.text(LEFT, 90, "chị Mỷ và anh Sình phụ trách.", size=10)
    if rule:
        one.rule(LEFT, 104, LEFT + 144, 104)
        two.rule(LEFT, 104, 540, 104)
    d = read(one, two)
    assert [text.rsplit(", do ", 1)[-1] for text in notes(d)] == ["chị Mỷ và anh Sình phụ trách."]


def test_closing_lines_in_small_letters_are_no_rest_of_a_note() -> None:
    one, two = Page(), Page()
    put(one, marked(one, 780, "Bản có một đội văn nghệ", "1"), TALE)
    note(one, 90, "1", "Gồm chín người của hai xóm")
    put(two, 780, TALE)
    for at, line in enumerate(("Nơi nhận:", "- Xã Nà Khoang;", "- Lưu: VP.")):
        two.text(LEFT, 120 - 14 * at, line, size=10)
    d = read(one, two)
    assert notes(d) == ["Gồm chín người của hai xóm"]
    assert paragraphs(d)[-3:] == ["Nơi nhận:", "- Xã Nà Khoang;", "- Lưu: VP."]


@pytest.mark.parametrize(
    "line", ["1.250 con dê của bốn xóm đã tiêm phòng", "1,5 ha nương mới vỡ", "1/4 số nhà đã lợp lại mái"]
)
def test_a_figure_at_the_start_of_a_small_line_is_text(line: str) -> None:
    page = Page()
    put(page, marked(page, 780, "Bản có một đội văn nghệ", "1"), TALE)
    page.text(LEFT, 90, line, size=11)
    d = read(page)
    assert not notes(d) and paragraphs(d)[-1] == line


ROWS = (("STT", "Việc", "Số nhà"), ("1", "Lợp mái", "14"), ("2", "Đào giếng", "9"), ("3", "Kéo điện", "21"))


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("size", [11, 12])
def test_rows_of_a_table_at_the_foot_are_a_table(size: float, ruled: bool) -> None:
    """Its numbers in front were those of notes, and the sums were wrong without its rows."""
    page = Page()
    put(page, marked(page, 780, "Bản có một đội văn nghệ", "1"), TALE)
    xs = (LEFT, 150.0, 320.0, 420.0)
    for row, cells in enumerate(ROWS):
        for x, cell in zip(xs, cells, strict=False):
            page.text(x + 6, 130 - 20 * row, cell, size=size)
    if ruled:
        for row in range(len(ROWS) + 1):
            page.rule(LEFT, 146 - 20 * row, 420, 146 - 20 * row)
        for x in xs:
            page.rule(x, 66, x, 146)
    d = read(page)
    assert not notes(d)
    assert paragraphs(d, "table") == [cell for cells in ROWS for cell in cells]


def test_notes_under_a_table() -> None:
    page = Page()
    put(page, marked(page, 780, "Bản có một đội văn nghệ", "1"), TALE)
    xs = (LEFT, 150.0, 320.0, 420.0)
    for row, cells in enumerate(ROWS):
        for x, cell in zip(xs, cells, strict=False):
            page.text(x + 6, 230 - 20 * row, cell, size=11)
        page.rule(LEFT, 246 - 20 * row, 420, 246 - 20 * row)
    page.rule(LEFT, 166, 420, 166)
    for x in xs:
        page.rule(x, 166, x, 246)
    note(page, 90, "1", "Gồm chín người của hai xóm.")
    d = read(page)
    assert notes(d) == ["Gồm chín người của hai xóm."] and len(paragraphs(d, "table")) == len(ROWS) * 3


def test_an_underlined_heading_has_no_notes_under_it() -> None:
    page = Page()
    top = put(page, 780, TALE)
    page.text(LEFT, top, "Các việc nhỏ", size=14).rule(LEFT, top - 2, LEFT + 84, top - 2)
    for at, line in enumerate(("1 nhà xin lợp lại mái bếp", "2 nhà xin đào thêm giếng nước")):
        page.text(LEFT, top - 20 - 16 * at, line, size=12)
    assert not notes(read(page))


def test_notes_behind_the_text_of_a_printed_web_page() -> None:
    one, two = Page(), Page()
    put(one, marked(one, 780, "Bản có một đội văn nghệ", "1", mark=11.7), TALE)
    top = put(two, marked(two, 780, "Thu được 4.860", "2", mark=11.7), TALE)
    for number, text in (("1", "Gồm chín người của hai xóm."), ("2", "Tính đến hết tháng chín.")):
        two.text(LEFT, top + 5, number, size=11.7).text(LEFT + 8, top, text, size=14)
        top -= 24
    d = read(one, two)
    assert notes(d) == ["Gồm chín người của hai xóm.", "Tính đến hết tháng chín."]
    assert "Thu được 4.860\n" in d.text


def test_raised_numbers_that_do_not_count_on_are_no_notes_behind_the_text() -> None:
    page = Page()
    top = put(page, marked(page, 780, "Bản có một đội văn nghệ", "4"), TALE)
    page.text(LEFT, top + 5, "2", size=8).text(LEFT + 8, top, "lần trong năm, bản họp toàn thể.", size=14)
    assert not notes(read(page))


def lines_of(page: int, texts: list[str], size: float) -> list[TextLine]:
    """Lines as a recogniser gives them."""
    font = Font("", size, False, False, None)
    return [
        TextLine(
            page, [Glyph(c, i, 80 + 7 * i, 87 + 7 * i, 780 - 20 * at, font) for i, c in enumerate(text)], size, 780 - 20 * at
        )
        for at, text in enumerate(texts)
    ]  # fmt: skip


@pytest.mark.parametrize("size", [11.2, 16.4])
def test_a_recognised_page_has_no_say_in_the_size_of_the_others(monkeypatch: pytest.MonkeyPatch, size: float) -> None:
    """The signed last page is often scanned: its guessed size made notes of all text pages."""

    def recognise(_page: Any, number: int, *, seconds: float) -> Recognised:
        return Recognised(
            lines_of(number, ["IV. VIỆC KHÓ", *["Bà con mong có con đường mới qua đèo cao."] * 12], size), 0.9
        )

    monkeypatch.setattr("vnreport_nlp.readers.pdf.recognise", recognise)
    one, two, scanned = Page(), Page(), Page(image=(100, 140, b"\xff" * 14000))
    put(one, marked(one, 780, "Bản có một đội văn nghệ", "1"), "I. VIỆC ĐÃ LÀM", *PART)
    note(one, 90, "1", "Gồm chín người của hai xóm.")
    put(two, 780, *PART)
    d = read_bytes(make_pdf([one, two, scanned]), "x.pdf", options=ReadOptions())
    assert notes(d) == ["Gồm chín người của hai xóm."]
    assert [text for text in paragraphs(d) if text in HEADINGS] == [*HEADINGS, *HEADINGS]
    assert "IV. VIỆC KHÓ" in paragraphs(d)
