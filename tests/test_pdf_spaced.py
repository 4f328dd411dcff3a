"""PDF: letters set apart, and lines drawn apart to both margins by a manual break."""

from __future__ import annotations

import pytest
from pdf_made import Page, make_pdf

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes

SIZE = 12
WIDTH = 0.6
LEFT, RIGHT = 85.0, 540.0
PROSE = (
    "Các chi bộ bám sát đề án, giữ đúng lịch sinh hoạt hằng",
    "tháng, lấy ý kiến nhân dân về từng tuyến đường nội đồng",
    "và công khai mọi khoản đóng góp tại nhà văn hóa thôn.",
)


def read_page(page: Page) -> Document:
    """A page in letters that are as wide as they are drawn."""
    data = make_pdf([page], fonts=("Courier", "Courier-Bold"), width=WIDTH)
    return read_bytes(data, "x.pdf")


def paragraphs(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs]


def apart(page: Page, x: float, y: float, text: str, extra: float, *, bold: bool = True) -> float:
    """Draw a text letter by letter, each ``extra`` points from the one before; the end is given back."""
    for letter in text:
        if letter != " ":
            page.text(x, y, letter, size=SIZE, bold=bold)
        x += SIZE * WIDTH + extra
    return x


def stretched(page: Page, y: float, text: str, *, left: float = LEFT, right: float = RIGHT) -> None:
    words = text.split()
    width = SIZE * WIDTH
    gap = (right - left - sum(map(len, words)) * width) / (len(words) - 1)
    for word in words:
        page.text(left, y, word, size=SIZE, bold=True)
        left += len(word) * width + gap


def body(page: Page, y: float) -> Page:
    for at, line in enumerate(PROSE):
        page.text(LEFT, y - 19 * at, line, size=SIZE)
    return page


@pytest.mark.parametrize("extra", [1.2, 2.0, 3.5])
def test_letters_set_apart_are_words(extra: float) -> None:
    page = Page()
    apart(page, LEFT, 760, "II. MỞ RỘNG CHỢ PHIÊN", extra)
    body(page, 730)
    after = apart(page, LEFT, 650, "1. Đường làng", extra)
    page.text(after + SIZE * WIDTH, 650, "được rải nhựa đủ bốn thôn.", size=SIZE)
    d = read_page(page)
    assert paragraphs(d)[0] == "II. MỞ RỘNG CHỢ PHIÊN"
    assert paragraphs(d)[-1] == "1. Đường làng được rải nhựa đủ bốn thôn."


def test_figures_in_a_row_and_single_letters_stay() -> None:
    page = body(Page(), 760)
    for at, figure in enumerate("12345678"):
        page.text(LEFT + 30 * at, 690, figure, size=SIZE)
    page.text(LEFT, 650, "Các tổ A B C D E ở xa, ý y như cũ.", size=SIZE)
    d = read_page(page)
    assert "1 2 3 4 5 6 7 8" in " ".join(paragraphs(d))
    assert paragraphs(d)[-1] == "Các tổ A B C D E ở xa, ý y như cũ."


@pytest.mark.parametrize("first, second", [
    ("III. MỞ RỘNG VÙNG TRỒNG", "CÂY DƯỢC LIỆU DƯỚI TÁN RỪNG"), ("V. CHĂM LO", "NGƯỜI GIÀ VÀ TRẺ EM VÙNG CAO"),
    ("2. Quy hoạch chợ trung tâm của", "cụm xã phía đông"),
])  # fmt: skip
def test_a_line_drawn_apart_is_one_line(first: str, second: str) -> None:
    page = Page()
    stretched(page, 780, first)
    page.text(LEFT, 761, second, size=SIZE, bold=True)
    body(page, 735)
    d = read_page(page)
    assert paragraphs(d) == [f"{first} {second}", " ".join(PROSE)]


def test_three_lines_drawn_apart_are_no_table() -> None:
    page = Page()
    for at, text in enumerate(("IV. TRAO TRUYỀN", "NGHỀ Ở LÀNG", "DỆT CHIẾU CÓI")):
        stretched(page, 780 - 19 * at, text)
    body(page, 700)
    d = read_page(page)
    assert paragraphs(d)[0] == "IV. TRAO TRUYỀN NGHỀ Ở LÀNG DỆT CHIẾU CÓI"


TABLE = (
    ("Thôn", "Hộ", "Nghèo", "Khá"),
    ("Nà", "42", "11", "20"),
    ("Vàng", "57", "10", "31"),
    ("Chè", "có", "có", "không"),
)


def test_rows_of_a_table_stay_rows() -> None:
    page = body(Page(), 780)
    for row, cells in enumerate(TABLE):
        for column, cell in enumerate(cells):
            page.text(LEFT + 110 * column, 700 - 20 * row, cell, size=SIZE)
    d = read_page(page)
    assert [p.cell for p in d.paragraphs if p.cell][-1] == (1, 4, 4)


def test_the_two_columns_of_a_title_block_stay_apart() -> None:
    page = Page()
    page.text(LEFT, 780, "HUYỆN ỦY").text(330, 780, "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    page.text(LEFT, 760, "SUỐI RỒNG").text(330, 760, "Suối Rồng, ngày 04 tháng 5 năm 2024")
    body(page, 700)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in paragraphs(read_page(page))


def test_spaces_between_short_words_stay_where_the_file_has_none() -> None:
    """Every second or third gap of such words is a space: that sets no letters apart."""
    for text in ("cử 8 cô y tá về ở bản xa", "từ 2 đến 3 tổ ở xã ta", "lo ý cũ ở xã"):
        page = Page()
        x = LEFT
        for word in text.split():
            page.text(x, 700, word, size=SIZE)
            x += len(word) * SIZE * WIDTH + 0.24 * SIZE
        assert paragraphs(read_page(page)) == [text]
