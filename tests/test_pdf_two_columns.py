"""PDF of a Word file whose sections have columns: what a person reads, column by column, titles over the columns between."""

from __future__ import annotations

import pytest
from docx_made import docx, p, style, styles
from pdf_made import WIDTH, Page, make_pdf

from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.soffice import convert, find_soffice

FONT = '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="26"/>'
STYLES = styles(style("N", "Normal", more='w:default="1"', rpr=FONT))
SENTENCES = (
    "Trong năm, hợp tác xã Bến Đá đã đan được mười nghìn chiếc giỏ tre và bán hết trước Tết cho các chợ ở phố dưới.",
    "Hai tổ thợ rèn của phố đã nhận thêm mười người học việc, giữ được lò lửa qua mùa mưa và bán hết hàng.",
    "Việc trồng lại bãi dâu ven sông được các hộ góp công từ tháng ba, đến nay đã phủ kín hai phần ba diện tích.",
    "Lớp học buổi tối mở ba kỳ, mỗi kỳ hai mươi người, phần lớn là thợ trẻ và người mới đến phố làm thuê.",
)  # fmt: skip


def section(columns: int, *, last: bool = False) -> str:
    inner = (
        '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="0" w:footer="0"/>'
        f'<w:cols w:num="{columns}" w:space="720"/></w:sectPr>'
    )
    return inner if last else f"<w:p><w:pPr>{inner}</w:pPr></w:p>"


def title(text: str) -> str:
    return p(text, ppr='<w:jc w:val="center"/>', rpr="<w:b/>")


def items(start: int, stop: int, *, prose: bool = True) -> str:
    made = []
    for k in range(start, stop):
        made.append(p(f"{k}. Công việc thứ {k}", rpr="<w:b/>" if prose else ""))
        text = " ".join(SENTENCES[(k + n) % 4] for n in range(3))
        made += [p(text, ppr='<w:jc w:val="both"/>')] if prose else []
    return "".join(made)


CASES = {
    "one title": title("BÁO CÁO TỔNG KẾT NĂM") + section(1) + items(1, 13) + section(2, last=True),
    "a title between": title("BÁO CÁO TỔNG KẾT NĂM") + section(1) + items(1, 6) + section(2)
    + title("PHẦN HAI: NHỮNG VIỆC CÒN LẠI CỦA HỢP TÁC XÃ") + section(1) + items(6, 11) + section(2, last=True),
    "a short title": title("DANH MỤC") + section(1) + items(1, 41, prose=False) + section(2) + title("PHẦN SAU") + section(1, last=True),
    "three columns": title("DANH MỤC VIỆC") + section(1) + items(1, 10) + section(3, last=True),
}  # fmt: skip


@pytest.mark.soffice
@pytest.mark.skipif(not find_soffice(), reason="no LibreOffice")
@pytest.mark.parametrize("name", CASES)
def test_the_text_has_the_order_of_the_word_file(name: str) -> None:
    word = docx(CASES[name], style_part=STYLES)
    printed = read_bytes(convert(word, "docx", path="a", target="pdf"), "a.pdf").text
    assert printed.split() == read_bytes(word, "a.docx").text.split()


def test_a_short_title_over_two_columns_stands_before_both() -> None:
    rows = [(60, k) for k in range(20)] + [(330, k) for k in range(20)]
    page = Page()
    page.text(312 - 8 * 14 * WIDTH / 2, 790, "DANH MỤC", size=14, bold=True)
    for x, k in rows:
        number = k + (1 if x == 60 else 21)
        page.text(x, 750 - 16 * k, f"{number}. Công việc thứ {number} của phố bến", size=10)
    lines = read_bytes(make_pdf([page]), "x.pdf").text.split("\n")
    assert lines[0] == "DANH MỤC" and [line.split(".")[0] for line in lines[1:]] == [str(k) for k in range(1, 41)]
