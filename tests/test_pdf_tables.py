"""Tables of PDFs: cells as in the Word file, by ruling lines or by columns; and what only looks like a table."""

# Long because: the tables that its files are made of stand beside their tests.

from __future__ import annotations

import io
import random
import textwrap
import time

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from docx_made import docx, p
from pdf_made import WIDTH, Page, make_pdf, set_paragraphs

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.soffice import convert, find_soffice

SENTENCE = "Ban Thường vụ đã lãnh đạo, chỉ đạo các cấp ủy trực thuộc thực hiện tốt công tác quy hoạch, rà soát, bổ sung cán bộ."
XS = (85.0, 235.0, 385.0, 535.0)
ROWS = [["Năm", "Kết nạp", "Nữ"], ["2021", "128", "57"], ["2022", "134", "62"], ["Cộng", "262", "119"]]


def cells(document: Document) -> dict[tuple[int, int, int], str]:
    """The text of every cell, its paragraphs joined."""
    found: dict[tuple[int, int, int], str] = {}
    for q in document.paragraphs:
        if q.cell is not None:
            found[q.cell] = f"{found.get(q.cell, '')} {document.text[q.start : q.end]}".strip()
    return found


def body(document: Document) -> list[str]:
    return [document.text[q.start : q.end] for q in document.paragraphs if q.story == "body"]


def expected(rows: list[list[str]], table: int = 1) -> dict[tuple[int, int, int], str]:
    return {(table, r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1) if text}


def set_table(page: Page, rows: list[list[str]], top: float, *, height: float = 24, ruled: bool = True) -> float:
    """Rows of one line each from ``top`` down; the lower edge."""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            page.text(XS[column] + 5.4, top - height * number - 17, text)
    bottom = top - height * len(rows)
    if ruled:
        for number in range(len(rows) + 1):
            page.rule(XS[0], top - height * number, XS[-1], top - height * number)
        for x in XS:
            page.rule(x, bottom, x, top)
    return bottom


@pytest.mark.parametrize("stroked", [True, False])
def test_a_ruled_table_between_paragraphs(stroked: bool) -> None:
    page = Page().text(85, 780, "Kết quả như sau:")
    set_table(page, ROWS, 760)
    page.text(85, 600, "Đảng bộ đã kết nạp đủ số.")
    document = read_bytes(make_pdf([page], stroked=stroked), "a.pdf")
    assert cells(document) == expected(ROWS)
    assert body(document) == ["Kết quả như sau:", "Đảng bộ đã kết nạp đủ số."]
    assert [q.story for q in document.paragraphs] == ["body", *["table"] * 12, "body"]


def test_merged_cells_wrapped_cells_and_empty_ones() -> None:
    page = Page().text(90, 740, "Chỉ tiêu").text(240, 740, "Chưa giao kế hoạch cả năm")
    page.text(90, 716, "Tỷ lệ chi bộ hoàn").text(90, 699, "thành tốt").text(240, 716, "95%")
    page.text(90, 680, "Đạt").text(90, 663, "Không đạt")
    for y in (760, 735, 697, 658):
        page.rule(XS[0], y, XS[-1], y)
    for x in (XS[0], XS[1], XS[3]):
        page.rule(x, 658, x, 760)
    page.rule(XS[2], 658, XS[2], 735)
    document = read_bytes(make_pdf([page.text(85, 600, SENTENCE[:40])]), "a.pdf")
    assert cells(document) == {
        (1, 1, 1): "Chỉ tiêu", (1, 1, 2): "Chưa giao kế hoạch cả năm", (1, 2, 1): "Tỷ lệ chi bộ hoàn thành tốt", (1, 2, 2): "95%",
        (1, 3, 1): "Đạt Không đạt",
    }  # fmt: skip
    assert "Đạt\nKhông đạt" in document.text and "hoàn thành tốt" in document.text


def test_a_frame_and_underlines_are_no_table() -> None:
    page = Page().text(90, 740, "Đảng bộ huyện trong sạch, vững mạnh").text(90, 700, "Bảng 1").rule(90, 697, 130, 697)
    for y in (760, 680):
        page.rule(85, y, 535, y)
    for x in (85, 535):
        page.rule(x, 680, x, 760)
    document = read_bytes(make_pdf([page]), "a.pdf")
    assert not cells(document) and body(document) == ["Đảng bộ huyện trong sạch, vững mạnh", "Bảng 1"]


def test_a_table_over_the_page_end_is_one_and_its_head_stands_once() -> None:
    rows = [ROWS[0], *([str(1990 + k), str(100 + k), str(k)] for k in range(40))]
    first, second = Page().text(85, 780, "Bảng 1"), Page()
    set_table(first, rows[:25], 760, height=28)
    set_table(second, [rows[0], *rows[25:]], 800, height=28)
    document = read_bytes(make_pdf([first, second]), "a.pdf")
    assert cells(document) == expected(rows)


def test_a_figure_in_a_cell_at_the_foot_is_no_page_number() -> None:
    page = Page().text(85, 780, SENTENCE[:40])
    set_table(page, [["Năm", "Kết nạp", "Nữ"], ["2021", "", "57"], ["", "12", ""]], 120)
    page.text(300, 20, "2")
    document = read_bytes(make_pdf([page]), "a.pdf")
    assert cells(document)[1, 3, 2] == "12" and "2" not in document.text.split("\n")


def test_columns_without_ruling_lines() -> None:
    page = Page().text(85, 780, SENTENCE[:45])
    set_table(page, ROWS, 760, height=18, ruled=False)
    page.text(85, 670, SENTENCE[:50])
    document = read_bytes(make_pdf([page]), "a.pdf")
    assert cells(document) == expected(ROWS)
    assert body(document) == [SENTENCE[:45].strip(), SENTENCE[:50].strip()]


def test_a_cell_without_ruling_lines_goes_on_in_the_next_line() -> None:
    page = Page().text(85, 780, "Bảng 1")
    rows = [["Loại hình tổ chức", "Đảng viên", "Nữ"], ["đảng", "", ""], *ROWS[1:]]
    set_table(page, rows, 760, height=18, ruled=False)
    document = read_bytes(make_pdf([page]), "a.pdf")
    assert cells(document) == expected([["Loại hình tổ chức đảng", "Đảng viên", "Nữ"], *ROWS[1:]])


def test_a_heading_right_under_a_table_without_ruling_lines_is_no_cell() -> None:
    page = Page().text(85, 780, "Bảng 1")
    rows = [*ROWS[:3], ["Loại hình tổ chức", "262", "119"]]
    set_table(page, rows, 760, height=18, ruled=False)
    page.text(XS[0] + 5.4, 760 - 18 * 4 - 17, "6.2. Kỷ luật đảng", bold=True).text(85, 640, SENTENCE[:50])
    document = read_bytes(make_pdf([page]), "a.pdf")
    assert cells(document) == expected(rows) and body(document)[1] == "6.2. Kỷ luật đảng"


def test_rows_without_ruling_lines_over_the_page_end() -> None:
    first, second = Page(), Page()
    for number in range(36):
        first.text(85, 790 - 18 * number, f"{number}. {SENTENCE[:50]}")
    set_table(first, ROWS[:1], 130, height=18, ruled=False)
    set_table(second, ROWS[1:], 800, height=18, ruled=False)
    assert cells(read_bytes(make_pdf([first, second]), "a.pdf")) == expected(ROWS)


def test_what_only_looks_like_columns() -> None:
    block = (
        Page()
        .text(95, 780, "HUYỆN ỦY MINH LONG")
        .text(330, 780, "ĐẢNG CỘNG SẢN VIỆT NAM")
        .text(120, 762, "Số 12-BC/HU")
    )
    block.text(330, 762, "Minh Long, ngày 05/9/2025").text(85, 700, SENTENCE[:60])
    signed = (
        Page()
        .text(85, 700, "Nơi nhận:")
        .text(350, 700, "T/M BAN THƯỜNG VỤ")
        .text(85, 682, "- Tỉnh ủy,")
        .text(390, 682, "BÍ THƯ")
    )
    signed.text(85, 664, "- Lưu VPHU.").text(370, 640, "Nguyễn Văn Khánh")
    listed = Page()
    for number in range(8):
        listed.text(85, 780 - 18 * number, f"{number + 1}.").text(120, 780 - 18 * number, SENTENCE[:55])
    for pages in ([block], [signed], [listed], set_paragraphs([SENTENCE * 3] * 12)):
        assert not cells(read_bytes(make_pdf(pages), "a.pdf"))


def test_justified_lines_are_no_table() -> None:
    rng, page = random.Random(3), Page()
    for number in range(30):
        words, x = SENTENCE.split()[:13], 85.0
        stretch = (455 - sum(len(w) for w in words) * 14 * WIDTH) / (len(words) - 1)
        for word in rng.sample(words, len(words)):
            page.text(x, 790 - 20 * number, word)
            x += len(word) * 14 * WIDTH + stretch
    assert not cells(read_bytes(make_pdf([page]), "a.pdf"))


def test_sections_laid_out_in_a_table_are_body() -> None:
    page = Page()
    y = 750.0
    for title in ("I. ĐẶC ĐIỂM", "II. KẾT QUẢ"):
        page.text(240, y, title)
        for start in range(0, len(SENTENCE) * 2, 41):
            y -= 18
            page.text(240, y, (SENTENCE + " " + SENTENCE)[start : start + 41])
        y -= 24
    page.text(90, 750, "Đề cương")
    for level in (770, y):
        page.rule(85, level, 535, level)
    for x in (85, 235, 535):
        page.rule(x, y, x, 770)
    document = read_bytes(make_pdf([page]), "a.pdf")
    assert {"I. ĐẶC ĐIỂM", "II. KẾT QUẢ"} <= set(body(document)) and cells(document) == {(1, 1, 1): "Đề cương"}


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("5. Xây dựng tổ chức cơ sở đảng, chất lượng đảng viên", "Hệ thống tổ chức được củng cố.", True),
        ("5. Xây dựng tổ chức cơ sở đảng, phát triển đội ngũ", "Đảng viên trẻ trong khu vực ngoài nhà nước.", False),
        ("5. Xây dựng tổ chức cơ sở đảng, chất lượng đảng viên", "Ban Thường vụ chỉ đạo làm thí điểm.", False),
        ("5. Xây dựng tổ chức cơ sở đảng: chất lượng đảng viên", "Hệ thống tổ chức được củng cố.", False),
        ("5. Xây dựng tổ chức cơ sở đảng và chất lượng của các", "Hệ thống tổ chức được củng cố.", False),
    ],
)  # fmt: skip
def test_a_full_title_without_bold_and_the_line_under_it(first: str, second: str, apart: bool) -> None:
    page = Page()
    for number, text in enumerate([SENTENCE[:62], "có mặt của Đảng viên trẻ ở mọi nơi trong toàn huyện, cả xã"] * 4):
        page.text(85, 780 - 18 * number, text)
    page.text(85, 600, first.replace("Xây dựng", "Xây dựng" + "x" * (62 - len(first)))).text(85, 582, second)
    lines = body(read_bytes(make_pdf([page]), "a.pdf"))
    assert (lines[-1] == second) == apart


def test_capitals_and_periods_go_on_over_a_line_end() -> None:
    page = Page().text(85, 780, "Phần thứ nhất: TÌNH HÌNH, KẾT QUẢ CÔNG TÁC CHỈNH ĐỐN, XÂY DỰNG", bold=True)
    page.text(85, 762, "ĐẢNG NHIỆM KỲ", bold=True)
    page.text(85, 730, "D- PHƯƠNG HƯỚNG, NHIỆM VỤ XÂY DỰNG ĐẢNG NHIỆM KỲ THỨ NĂM 2025", bold=True)
    page.text(85, 712, "- 2030", bold=True)
    for number in range(20):
        page.text(85, 680 - 18 * number, SENTENCE[:62])
    lines = body(read_bytes(make_pdf([page]), "a.pdf"))
    assert lines[0].endswith("XÂY DỰNG ĐẢNG NHIỆM KỲ") and lines[1].endswith("2025 - 2030")


def test_one_short_word_in_capitals_is_the_rest_of_a_title() -> None:
    page = Page().text(85, 780, "E- PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU TRONG CẢ SUỐT NHIỆM", bold=True)
    page.text(85, 762, "KỲ 2025 - 2030", bold=True)
    for number in range(20):
        page.text(85, 730 - 18 * number, SENTENCE[:62])
    assert body(read_bytes(make_pdf([page]), "a.pdf"))[0].endswith("NHIỆM KỲ 2025 - 2030")


def word_table(rows: list[list[str]], *, ruled: bool) -> str:
    edges = "".join(
        f'<w:{e} w:val="single" w:sz="4"/>' for e in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = f"<w:tblPr>{f'<w:tblBorders>{edges}</w:tblBorders>' if ruled else ''}</w:tblPr>"
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{properties}<w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>{made}</w:tbl>"


@pytest.mark.soffice
@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("lines", range(4))
def test_a_row_that_a_page_end_cuts_is_one_row(lines: int) -> None:
    rows = [[str(k), f"Việc {k}: {SENTENCE} {SENTENCE.lower()}", f"Đạt {k}%"] for k in range(1, 16)]
    source = docx(p(SENTENCE) * lines + word_table([["TT", "Nội dung", "Kết quả"], *rows], ruled=True))
    pdf = read_bytes(convert(source, "docx", path="a", target="pdf"), "a.pdf")
    assert cells(pdf) == cells(read_bytes(source, "a.docx"))
    assert {pdf.locate(pdf.text.index(f"Việc {k}:")).page for k in range(1, 16)} >= {1, 2}


def test_a_row_without_a_number_on_the_next_page_is_a_row() -> None:
    first, second = Page(), Page()
    end = set_table(first, ROWS, 300)
    assert end > 100
    set_table(second, [["", "một dòng khác", ""], ["2024", "1", "2"]], 800)
    found = cells(read_bytes(make_pdf([first, second]), "a.pdf"))
    assert found[1, 4, 2] == "262" and found[1, 5, 2] == "một dòng khác" and found[1, 6, 1] == "2024"


@pytest.mark.soffice
@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("ruled", [True, False])
def test_tables_that_libreoffice_sets_have_the_cells_of_the_word_file(ruled: bool) -> None:
    rng = random.Random(11)
    words = SENTENCE.replace(",", "").replace(".", "").split()
    made = ""
    for number in range(12):
        columns = rng.randint(3, 6)
        head = [" ".join(rng.sample(words, rng.randint(1, 3))).capitalize() for _ in range(columns)]
        rows = [
            [" ".join(rng.sample(words, rng.randint(1, 4))).capitalize(), *(str(rng.randint(0, 5000)) for _ in range(columns - 1))]
            for _ in range(rng.randint(3, 9))
        ]  # fmt: skip
        made += p(f"Bảng {number + 1}. {SENTENCE}") + word_table([head, *rows], ruled=ruled) + p(SENTENCE)
    source = docx(made)
    pdf = read_bytes(convert(source, "docx", path="a", target="pdf"), "a.pdf")
    right, found = cells(read_bytes(source, "a.docx")), cells(pdf)
    same = sum(found.get(place) == text for place, text in right.items())
    # without ruling lines a cell that wraps close to its edge may be taken for two rows
    assert same == len(right) if ruled else same >= 0.9 * len(right), [
        (place, text, found.get(place)) for place, text in right.items() if found.get(place) != text
    ][:20]


def test_a_page_strewn_with_letters_is_no_table_and_takes_no_time() -> None:
    page = Page()
    for row in range(80):
        for column in range(80):
            page.text(5 + 7.3 * column, 5 + 10 * row, "x", size=3)
    start = time.process_time()
    assert not cells(read_bytes(make_pdf([page]), "a.pdf"))
    assert time.process_time() - start < 5


TITLES = [
    "ĐẶC ĐIỂM CỦA XÃ",
    "KẾT QUẢ CỦA NĂM",
    "Về chính trị và tư tưởng",
    "Về tổ chức và cán bộ",
    "Về kiểm tra, giám sát",
]
TOLD = (
    "Ban Chi ủy các thôn họp đều vào ngày mồng năm hằng tháng, bàn từng việc, giao từng người, định rõ ngày xong, cuối tháng "
    "xem lại việc nào được, việc nào chưa được của cả thôn."
)


@pytest.mark.parametrize("apart", [True, False], ids=["title beside its text", "title over its text"])
def test_a_report_in_the_rows_of_a_ruled_table_is_the_body(apart: bool) -> None:
    page, top = Page(), 760.0
    edges = (60.0, 100.0, 230.0, 540.0) if apart else (60.0, 100.0, 540.0)
    left = 236.0 if apart else 106.0
    lines = textwrap.wrap(TOLD, int((534 - left) / (9 * 0.48)))
    page.rule(edges[0], top, edges[-1], top)
    for number, title in zip(["I", "II", "1", "2", "3"], TITLES, strict=True):
        page.text(66, top - 16, number, size=10).text(106, top - 16, title, size=10)
        for k, line in enumerate(lines):
            page.text(left, top - 16 - 14 * (k + (not apart)), line, size=9)
        bottom = top - (76 if apart else 90)
        page.rule(edges[0], bottom, edges[-1], bottom)
        for x in edges:
            page.rule(x, bottom, x, top)
        top = bottom
    found = body(read_bytes(make_pdf([page], width=0.48), "x.pdf"))
    assert [one for one in found if one.endswith(tuple(TITLES))] == [
        f"{n}. {t}" for n, t in zip(["I", "II", "1", "2", "3"], TITLES, strict=True)
    ]
    assert sum(one.count("mồng năm") for one in found) == 5


def inside_a_form(data: bytes, matrix: tuple[float, ...]) -> bytes:
    """The first page as a form of another page, as programs write that turn, stamp or gather pages."""
    source, made = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    form = pdfium_c.FPDF_NewXObjectFromPage(made.raw, source.raw, 0)
    drawn = pdfium_c.FPDF_NewFormObjectFromXObject(form)
    pdfium_c.FPDFPageObj_Transform(drawn, *matrix)
    page = made.new_page(595, 842)
    pdfium_c.FPDFPage_InsertObject(page.raw, drawn)
    pdfium_c.FPDFPage_GenerateContent(page.raw)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("matrix", [(1, 0, 0, 1, 0, 0), (1, 0, 0, 1, 20, -30), (0.9, 0, 0, 0.9, 10, 40)])
def test_ruling_lines_inside_a_form(matrix: tuple[float, ...]) -> None:
    page = Page().text(85, 780, "Kết quả như sau:").text(85, 600, "Đảng bộ đã kết nạp đủ số.")
    rows = [row[:2] for row in ROWS]  # two columns are told by their lines alone
    set_table(page, rows, 760)
    document = read_bytes(inside_a_form(make_pdf([page]), matrix), "x.pdf")
    assert cells(document) == expected(rows)
