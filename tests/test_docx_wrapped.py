"""Word files whose paragraphs are no paragraphs: a paragraph for every printed line, a number alone, a heading cut in two."""

from __future__ import annotations

from textwrap import wrap

import pytest
from docx_made import docx, p, style, styles
from test_docx_layout import PROSE, headings, read, table

from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

LONG = " ".join([PROSE] * 3)
BOLD = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"


def broken(*paragraphs: str, width: int = 72) -> str:
    return "".join(p(line) for text in paragraphs for line in wrap(text, width))


def test_printed_lines_are_joined_to_paragraphs() -> None:
    """As pasted from a PDF: a figure at the beginning of a line is no heading, and each character keeps its own place."""
    cited = f"Thực hiện Nghị quyết số 18-NQ/TW và {LONG} Đảng bộ đã họp 12 lần, ban hành 39 nghị quyết chuyên đề."
    document = read(broken("I. ĐẶC ĐIỂM", LONG, "II. KẾT QUẢ", cited, LONG))
    assert [document.text[q.start : q.end] for q in document.paragraphs] == [
        "I. ĐẶC ĐIỂM",
        LONG,
        "II. KẾT QUẢ",
        cited,
        LONG,
    ]
    assert headings(document) == ["I|ĐẶC ĐIỂM", "II|KẾT QUẢ"]
    second = document.locate(document.text.index(wrap(LONG, 72)[1])).paragraph
    assert second == 3, "the second line of the text is the third paragraph"


@pytest.mark.parametrize("paragraphs", [[LONG] * 14, ["- Hội Nông dân", "- Hội Phụ nữ", "- Đoàn Thanh niên"] * 6])
def test_paragraphs_of_their_own_stay_apart(paragraphs: list[str]) -> None:
    assert len(read("".join(map(p, paragraphs))).paragraphs) == len(paragraphs)


@pytest.mark.parametrize("number", ["I.", "2.1", "a)", "4/"])
def test_a_number_alone_belongs_to_the_title_below(number: str) -> None:
    body = p("BÁO CÁO") + p(number) + p("Công tác kiểm tra") + p(PROSE) + p("12") + p("Trang sau")
    texts = read(body).text.split("\n")
    assert texts == ["BÁO CÁO", f"{number} Công tác kiểm tra", PROSE, "12", "Trang sau"], (
        "12 may be the number of a page"
    )


def test_a_heading_that_ends_openly_goes_on() -> None:
    """A bold heading that stops at a comma or before what it is with; two headings stay two."""
    cut = BOLD.format("1. Quan hệ giữa Đảng với") + BOLD.format("Nhân dân") + p(PROSE)
    assert read(cut).text.split("\n")[0] == "1. Quan hệ giữa Đảng với Nhân dân"
    whole = BOLD.format("1. Quan hệ giữa Đảng và dân") + BOLD.format("Công tác dân vận") + p(PROSE)
    assert len(read(whole).paragraphs) == 3
    plain = BOLD.format("1. Quan hệ giữa Đảng với") + p("Nhân dân") + p(PROSE)
    assert len(read(plain).paragraphs) == 3


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("II. NHỮNG KẾT QUẢ ĐÃ ĐẠT ĐƯỢC", "Công tác tư tưởng", False),
        ("II. NHỮNG KẾT QUẢ ĐÃ ĐẠT ĐƯỢC", "trong năm 2025", True),
        ("4. Chuyển đổi số", "Hạ tầng", False),
        ("4. Thực hiện Chỉ thị số", "05 của Bộ Chính trị", True),
    ],
)
def test_a_word_that_closes_many_a_title_closes_it_before_a_capital(above: str, below: str, *, whole: bool) -> None:
    document = read(BOLD.format(above) + BOLD.format(below) + p(PROSE))
    assert len(document.paragraphs) == (2 if whole else 3)


def test_a_heading_of_another_level_is_no_rest_of_the_one_above() -> None:
    made = styles(
        *(style(f"H{n}", f"heading {n}", ppr=f'<w:outlineLvl w:val="{n - 1}"/>', rpr="<w:b/>") for n in (1, 2))
    )
    body = p("QUAN HỆ GIỮA ĐẢNG VỚI", style="H1") + p("Nhân dân", style="H{}")
    files = [docx(body.format(n) + p(PROSE), style_part=made) for n in (1, 2)]
    texts = [read_docx(data, "a.docx", ReadOptions()).text.split("\n")[0] for data in files]
    assert texts == ["QUAN HỆ GIỮA ĐẢNG VỚI Nhân dân", "QUAN HỆ GIỮA ĐẢNG VỚI"]


def test_a_report_in_a_table_whose_sections_begin_in_the_text() -> None:
    """Leads with their number in front of the sentences, in rows of a table that holds the whole file."""
    rows = [[p(f"{n}"), p(f"{n}. Mục {n}. {PROSE}")] for n in ("1", "2")]
    rows += [[p(""), p(f"2.{n}. Việc thứ {n}. {PROSE}")] for n in (1, 2, 3)]
    assert {q.story for q in read(table(*rows)).paragraphs} == {"body"}
