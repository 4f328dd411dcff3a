"""Narrow cells of PDFs: what they break over their lines is read as one."""

from __future__ import annotations

import pytest
from pdf_made import Page, make_pdf
from test_pdf_tables import cells

from vnreport_nlp.readers import read_bytes

NARROW = (85.0, 145.0, 215.0, 285.0)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["18.36", "4"], "18.364"),
        (["Hộ thoát", "nghè", "o"], "Hộ thoát nghèo"),
        (["Cơ sở", "ngh", "ề"], "Cơ sở nghề"),
        (["Nước sạc", "h, điện"], "Nước sạc h, điện"),
        (["sạc", "h, điện"], "sạch, điện"),
        (["1.", "24 hộ"], "1. 24 hộ"),
        (["214", "36"], "214 36"),
        (["Bản", "Kho"], "Bản Kho"),
        (["xã,", "phường"], "xã, phường"),
    ],
)  # fmt: skip
def test_a_word_that_a_narrow_cell_breaks_is_one_word(lines: list[str], text: str) -> None:
    page = Page().text(85, 780, "Kết quả như sau:")
    rows = [["Năm", "Hộ", "Khẩu"], ["2021", "", "57"], ["2022", "62", "119"], ["2023", "68", "124"]]
    for number, row in enumerate(rows):
        for column, said in enumerate(row):
            page.text(NARROW[column] + 5.4, 760 - 60 * number - 14, said)
    for number, said in enumerate(lines):
        page.text(NARROW[1] + 5.4, 760 - 60 - 14 - 15 * number, said)
    for number in range(len(rows) + 1):
        page.rule(NARROW[0], 760 - 60 * number, NARROW[-1], 760 - 60 * number)
    for x in NARROW:
        page.rule(x, 760 - 60 * len(rows), x, 760)
    assert cells(read_bytes(make_pdf([page]), "a.pdf"))[1, 2, 2] == text
