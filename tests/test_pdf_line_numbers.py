"""PDF with the numbers of its lines in the margin, as Word prints drafts: they are no text; numbers of tables and lists are."""

from __future__ import annotations

import pytest
from docx_made import docx
from pdf_made import WIDTH, Page, make_pdf
from test_pdf_two_columns import STYLES, items

from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.soffice import convert, find_soffice

LINE = "Trong năm, hợp tác xã Bến Đá đã đan được mười nghìn chiếc giỏ tre và bán"
TEXTS = [
    f"{k // 5 + 1}. Công việc thứ {k // 5 + 1}" if k % 5 == 0 else LINE + (" hết." if k % 5 == 4 else "") for k in range(20)
]  # fmt: skip


def page(texts: list[str], *, first: int = 1, every: int = 1, x: float = 85, apart: bool = False) -> Page:
    """Lines from the top, each ``every`` of them with its number left of the text, drawn with its line or ``apart`` behind all."""
    made = Page()
    numbers = []
    for k, text in enumerate(texts):
        if (first + k) % every == 0:
            number = str(first + k)
            numbers.append((70 - 9 * WIDTH * len(number), 760 - 20 * k, number))
            if not apart:
                made.text(*numbers[-1], size=9)
        made.text(x, 760 - 20 * k, text, size=12)
    for number_at in numbers if apart else ():
        made.text(*number_at, size=9)
    return made


def plain(texts: list[str]) -> str:
    made = Page()
    for k, text in enumerate(texts):
        made.text(85, 760 - 20 * k, text, size=12)
    return read_bytes(make_pdf([made]), "x.pdf").text


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(("every", "texts"), [(1, TEXTS), (2, TEXTS), (1, TEXTS[:8])])
def test_numbers_of_lines_are_no_text(every: int, texts: list[str], *, apart: bool) -> None:
    assert read_bytes(make_pdf([page(texts, every=every, apart=apart)]), "x.pdf").text == plain(texts)


def test_the_last_page_may_have_few_lines() -> None:
    found = read_bytes(make_pdf([page(TEXTS), page(["Hết báo cáo."], first=21)]), "x.pdf")
    assert found.text.split("\n")[-1] == "Hết báo cáo." and "21" not in found.text


def test_figures_of_lists_tables_and_years_stay() -> None:
    listed = Page()
    for k in range(12):
        listed.text(70, 760 - 20 * k, str(k + 1), size=12).text(100, 760 - 20 * k, f"Giỏ tre loại {k}", size=12)
        listed.text(400, 760 - 20 * k, str(1000 + k), size=12)
    text = read_bytes(make_pdf([listed]), "x.pdf").text
    assert all(str(k) in text.split() for k in range(1, 13))
    years = [
        f"{2001 + k} là năm hợp tác xã Bến Đá đan được nhiều giỏ tre cho các chợ ở phố dưới bến." for k in range(12)
    ]
    text = plain(years)
    assert all(str(2001 + k) in text for k in range(12))
    scattered = page(TEXTS, every=7)
    assert "7" in read_bytes(make_pdf([scattered]), "x.pdf").text, "two numbers on a page show nothing"


@pytest.mark.soffice
@pytest.mark.skipif(not find_soffice(), reason="no LibreOffice")
@pytest.mark.parametrize("step", [1, 5])
def test_a_word_file_with_numbered_lines(step: int) -> None:
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" '
        f'w:header="0" w:footer="0"/><w:lnNumType w:countBy="{step}"/></w:sectPr>'
    )
    word = docx(items(1, 14) + section, style_part=STYLES)
    printed = read_bytes(convert(word, "docx", path="a", target="pdf"), "a.pdf")
    assert printed.text.split() == read_bytes(word, "a.docx").text.split()
    assert [s.number for s in outline(printed).sections] == [str(k) for k in range(1, 14)]
