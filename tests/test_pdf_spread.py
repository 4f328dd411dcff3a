"""PDF: two columns, two pages on a sheet, centred headings on two lines, frames, run-in titles at a line's end."""

from __future__ import annotations

import pytest
from pdf_made import WIDTH, Page, make_pdf

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes

SENTENCE = (
    "Chi bộ bản Phiêng Lơi họp đúng ngày, bàn đúng việc, mỗi nghị quyết đều có người chịu trách nhiệm và thời hạn. "
)
LEFT, RIGHT = 85.0, 540.0


def paragraphs(document: Document, story: str = "body") -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs if p.story == story]


def wrapped(text: str, width: float, *, size: float, indent: float) -> list[str]:
    lines, room = [""], width - indent
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) * size * WIDTH > room:
            lines.append(word)
            room = width
        else:
            lines[-1] = longer
    return lines


def fill(
    page: Page, texts: list[str], x: float, width: float, top: float, *, size: float = 10, indent: float = 15
) -> float:
    for text in texts:
        for at, line in enumerate(wrapped(text, width, size=size, indent=indent)):
            page.text(x + (0 if at else indent), top, line, size=size, bold=text[:1] in "IV")
            top -= round(1.36 * size)
    return top


def middle(page: Page, y: float, text: str, *, size: float = 14, bold: bool = True, axis: float = 312.5) -> None:
    page.text(axis - len(text) * size * WIDTH / 2, y, text, size=size, bold=bold)


LEFT_TEXTS = [
    "I. MỘT SỐ NÉT VỀ XÃ NẬM PÚNG VÀ NHỮNG NGÀY ĐẦU", SENTENCE * 2, "Trà Nậm Púng được giá. " + SENTENCE * 3,
]  # fmt: skip
RIGHT_TEXTS = ["II. VIỆC ĐÃ LÀM", SENTENCE * 3, "Đường vào bản xong trước mùa mưa. " + SENTENCE * 2]


def test_two_columns_with_a_note_in_the_left_one() -> None:
    page = Page()
    page.text(
        60, 790, "Báo cáo này được in thành hai cột để phát cho các chi bộ trong buổi sinh hoạt chuyên đề.", size=10
    )
    foot = fill(page, LEFT_TEXTS, 60, 225, 760)
    page.text(60, foot - 40, "1", size=6).text(66, foot - 43, "Theo sổ của bản.", size=8)
    fill(page, RIGHT_TEXTS, 310, 225, 760)
    d = read_bytes(make_pdf([page]), "x.pdf")
    found = paragraphs(d)
    assert found[1] == LEFT_TEXTS[0] and found[-3:] == [text.strip() for text in RIGHT_TEXTS]
    assert len(found) == 7, found
    assert paragraphs(d, "footnote") == ["Theo sổ của bản."]


@pytest.mark.parametrize(("size", "apart"), [(7, True), (14, False)])
def test_columns_of_small_letters_stand_close_together(size: float, *, apart: bool) -> None:
    """White space of some points is a gutter between small letters and hardly a blank between large ones."""
    page, word = Page(), "x" * 7
    line = " ".join([word] * int(250 / (8 * size * WIDTH)))
    end = 60 + len(line) * size * WIDTH
    for start in (60, end + (7 if apart else 6)):
        for number in range(24):
            page.text(start, 780 - 1.2 * size * number, line, size=size)
    d = read_bytes(make_pdf([page]), "x.pdf")
    assert (len(paragraphs(d)[0]) > 20 * len(line)) == apart


def test_a_last_page_of_one_column_and_a_paragraph_over_columns() -> None:
    first, last = Page(), Page()
    whole = SENTENCE * 12
    lines = wrapped(whole, 225, size=10, indent=15)
    for at, line in enumerate(lines[:12]):
        first.text(60 + (0 if at else 15), 760 - 13 * at, line, size=10)
    for at, line in enumerate(lines[12:24]):
        first.text(310, 760 - 13 * at, line, size=10)
    for at, line in enumerate(lines[24:]):
        last.text(60, 760 - 13 * at, line, size=10)
    assert paragraphs(read_bytes(make_pdf([first, last]), "x.pdf")) == [whole.strip()]


def test_two_pages_on_a_sheet() -> None:
    page = Page()
    fill(page, LEFT_TEXTS, 30, 235, 700, size=8)
    page.text(148, 40, "4", size=8)
    fill(page, RIGHT_TEXTS, 330, 235, 700, size=8)
    page.text(448, 40, "5", size=8)
    assert paragraphs(read_bytes(make_pdf([page]), "x.pdf")) == [t.strip() for t in LEFT_TEXTS + RIGHT_TEXTS]


def test_cells_beside_each_other_are_no_columns() -> None:
    page = Page()
    for row in range(14):
        page.text(60, 760 - 20 * row, f"Chỉ tiêu thứ {row} của đảng bộ xã", size=10)
        page.text(310, 760 - 20 * row, f"Kết quả đạt được là {row + 40} phần trăm", size=10)
    found = " ".join(paragraphs(read_bytes(make_pdf([page]), "x.pdf")))
    assert found.index("Kết quả đạt được là 40") < found.index("Chỉ tiêu thứ 1 ")


def test_a_centred_heading_on_two_lines_is_one() -> None:
    page = Page()
    middle(page, 780, "IV. BỐN VIỆC LỚN CỦA NHIỆM KỲ, NHỮNG KHÂU PHẢI ĐI TRƯỚC,")
    middle(page, 761, "CÁCH LÀM MỚI")
    fill(page, [SENTENCE * 4], LEFT, RIGHT - LEFT, 732, size=14, indent=36)
    middle(page, 560, "V. ĐIỀU RÚT RA")
    middle(page, 540, "Ghi lại sau nhiệm kỳ", bold=False)
    fill(page, [SENTENCE * 4], LEFT, RIGHT - LEFT, 520, size=14, indent=36)
    found = paragraphs(read_bytes(make_pdf([page]), "x.pdf"))
    assert found[0] == "IV. BỐN VIỆC LỚN CỦA NHIỆM KỲ, NHỮNG KHÂU PHẢI ĐI TRƯỚC, CÁCH LÀM MỚI"
    assert found[2:4] == ["V. ĐIỀU RÚT RA", "Ghi lại sau nhiệm kỳ"]


def test_a_date_that_wraps_in_its_cell_and_a_title_cut_in_its_years() -> None:
    page = Page()
    middle(page, 790, "ĐẢNG BỘ HUYỆN", axis=170, size=12)
    middle(page, 774, "XÃ NẬM PÚNG", axis=170, size=12)
    middle(page, 790, "ĐẢNG CỘNG SẢN VIỆT NAM", axis=430, size=12)
    middle(page, 765, "Nậm Púng, ngày 09 tháng 3 năm", axis=430, size=12, bold=False)
    middle(page, 751, "2026", axis=430, size=12, bold=False)
    middle(page, 700, "BÁO CÁO")
    middle(page, 680, "Tổng kết năm năm xây dựng nông thôn ở xã vùng cao, 2021 -")
    middle(page, 661, "2025")
    fill(page, [SENTENCE * 4], LEFT, RIGHT - LEFT, 630, size=14, indent=36)
    found = paragraphs(read_bytes(make_pdf([page]), "x.pdf"))
    assert "Nậm Púng, ngày 09 tháng 3 năm 2026" in found
    assert "Tổng kết năm năm xây dựng nông thôn ở xã vùng cao, 2021 - 2025" in found
    assert "BÁO CÁO" in found and "ĐẢNG CỘNG SẢN VIỆT NAM" in found


def test_a_frame_round_the_text_is_no_table() -> None:
    page = Page()
    for y in (800, 700, 560):
        page.rule(70, y, 550, y)
    page.rule(70, 560, 70, 800).rule(550, 560, 550, 800)
    page.text(121, 780, "1. Trồng rừng gỗ lớn", bold=True)
    fill(page, [SENTENCE * 2], LEFT, RIGHT - LEFT, 760, size=14, indent=36)
    page.text(121, 680, "2. Nuôi cá lồng", bold=True)
    fill(page, [SENTENCE * 3], LEFT, RIGHT - LEFT, 660, size=14, indent=36)
    d = read_bytes(make_pdf([page]), "x.pdf")
    assert paragraphs(d) == [
        "1. Trồng rừng gỗ lớn", (SENTENCE * 2).strip(), "2. Nuôi cá lồng", (SENTENCE * 3).strip(),
    ]  # fmt: skip
    assert all(p.cell is None for p in d.paragraphs)


def test_titles_in_front_of_their_text_at_a_line_end() -> None:
    page = Page()
    fill(page, [SENTENCE * 3] * 4, LEFT, RIGHT - LEFT, 790, size=14, indent=36)
    page.text(121, 300, "- Về bảo vệ rừng đầu nguồn và những khu đồi trọc còn lại ở", bold=True)
    page.text(85, 281, "phía tây:", bold=True).text(
        85 + 9 * 7 + 7, 281, "Giao từng khoảnh cho nhóm hộ, trả công theo mùa."
    )
    page.text(121, 260, "- Về nghề dệt và nghề rèn của người già ở các bản ven sông:", bold=True)
    page.text(85, 241, "Mở ba lớp học nghề vào mùa nông nhàn.")
    page.text(121, 220, "3. Về việc giữ gìn tiếng nói, chữ viết và trang phục của bản", bold=True)
    page.text(121, 201, "Già làng dạy chữ vào tối thứ bảy hằng tuần.")
    found = paragraphs(read_bytes(make_pdf([page]), "x.pdf"))
    assert found[-4:] == [
        "- Về bảo vệ rừng đầu nguồn và những khu đồi trọc còn lại ở phía tây: Giao từng khoảnh cho nhóm hộ, trả công theo mùa.",
        "- Về nghề dệt và nghề rèn của người già ở các bản ven sông: Mở ba lớp học nghề vào mùa nông nhàn.",
        "3. Về việc giữ gìn tiếng nói, chữ viết và trang phục của bản", "Già làng dạy chữ vào tối thứ bảy hằng tuần.",
    ]  # fmt: skip


@pytest.mark.parametrize("moved", [0, 28])
@pytest.mark.parametrize("bold", [True, False])
def test_a_title_cut_in_front_of_a_figure_or_of_its_dash(moved: float, bold: bool) -> None:
    """The first line of a centred title may have the indent of paragraphs; the subject was cut there."""
    for first, rest in (
        ("Kết quả giữ rừng, mở đường và dạy chữ cho bà con ở xã Nậm Púng năm", "2025 và việc của năm sau"),
        ("Kết quả giữ rừng, mở đường và chăm lo đời sống của bà con ở bản làng", "- biên giới năm 2025"),
    ):
        page = Page()
        middle(page, 720, "BÁO CÁO")
        page.text(312.5 + moved / 2 - len(first) * 3.25, 700, first, bold=bold, size=13)
        middle(page, 682, rest, bold=bold, size=13)
        fill(page, [SENTENCE * 4, *[SENTENCE * 5] * 4], LEFT, RIGHT - LEFT, 650, size=13, indent=36)
        found = paragraphs(read_bytes(make_pdf([page]), "x.pdf"))
        assert found[:2] == ["BÁO CÁO", f"{first} {rest}"], found[:3]
        assert found[2] == (SENTENCE * 4).strip()


def test_a_caption_or_list_under_a_long_line_begins_anew() -> None:
    page = Page()
    heading = "2. Kết quả giữ rừng, mở đường và dạy chữ cho bà con ở xã"
    page.text(LEFT + 28, 760, heading, bold=True, size=13)
    middle(page, 742, "Bảng 1. Diện tích từng bản", size=13)
    fill(page, [SENTENCE * 4], LEFT, RIGHT - LEFT, 720, size=13, indent=36)
    fill(
        page,
        ["Ba việc đã xong trong quý hai ở các bản vùng trong của xã Nậm Púng là"],
        LEFT,
        480,
        600,
        size=13,
        indent=36,
    )
    for at, item in enumerate(("- giữ rừng đầu nguồn", "- mở đường vào bản", "- dạy chữ buổi tối")):
        page.text(LEFT + 36, 560 - 18 * at, item, size=13)
    found = paragraphs(read_bytes(make_pdf([page]), "x.pdf"))
    assert found[:2] == [heading, "Bảng 1. Diện tích từng bản"]
    assert found[-3:] == ["- giữ rừng đầu nguồn", "- mở đường vào bản", "- dạy chữ buổi tối"]


def test_a_figure_in_the_last_row_at_the_foot_is_no_page_number() -> None:
    page = Page()
    fill(page, [SENTENCE * 4], LEFT, RIGHT - LEFT, 780, size=13, indent=36)
    for row, cells in enumerate((("Tên việc", "Số nhà"), ("Lợp mái", "14"), ("Kéo điện", "21"))):
        for x, cell in zip((LEFT, 400), cells, strict=True):
            page.text(x, 110 - 20 * row, cell, size=12)
    page.text(300, 815, "7", size=12)
    text = read_bytes(make_pdf([page]), "x.pdf").text
    assert "21" in text.split() and "7" not in text.split()
