"""Headings with two numbers: a program's before the one that the author typed."""

from __future__ import annotations

import pytest
from docx_made import abstract, docx, lvl, num, p

from vnreport_nlp.outline import outline
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions


def doubled(*heads: tuple[int, str]) -> list[str]:
    body = "".join(
        p(text, ppr=f'<w:outlineLvl w:val="{level}"/>') + p("Toàn xã có 12 thôn, đời sống ổn định.")
        for level, text in heads
    )
    return [f"{s.number}|{s.title}" for s in outline(read_docx(docx(body), "a.docx", ReadOptions())).sections]


def test_of_two_numbers_the_typed_one_counts_where_all_headings_have_two() -> None:
    assert doubled(
        (0, "1\u2003I. TÌNH HÌNH"), (0, "2\u2003II. KẾT QUẢ"), (1, "2.1\u20031. Kinh tế"), (2, "2.1.1\u20031.1. Trồng trọt"),
        (2, "2.1.2\u2003a) Chăn nuôi"), (1, "2.2\u20032. Văn hóa"), (0, "3\u2003III. ĐỀ NGHỊ"),
    )[:3] == ["I|TÌNH HÌNH", "II|KẾT QUẢ", "II.1|Kinh tế"]  # fmt: skip


def test_of_two_numbers_the_typed_one_counts_behind_an_automatic_one() -> None:
    levels = abstract(0, lvl(0, "decimal", "%1"), lvl(1, "decimal", "%1.%2")) + num(1, 0)
    heads = [(0, "I. TÌNH HÌNH"), (0, "II. KẾT QUẢ"), (1, "1. Kinh tế"), (1, "2. Văn hóa"), (0, "III. ĐỀ NGHỊ")]
    body = "".join(p(text, num=(1, level)) + p("Toàn xã có 12 thôn, đời sống ổn định.") for level, text in heads)
    found = outline(read_docx(docx(body, numbering=levels), "a.docx", ReadOptions())).sections
    assert [f"{s.number}|{s.title}" for s in found] == [
        "I|TÌNH HÌNH",
        "II|KẾT QUẢ",
        "II.1|Kinh tế",
        "II.2|Văn hóa",
        "III|ĐỀ NGHỊ",
    ]


@pytest.mark.parametrize(
    "heads",
    [
        [(0, "1. TÌNH HÌNH"), (0, "2. KẾT QUẢ"), (1, "2.1. 5 chỉ tiêu kinh tế"), (1, "2.2. Văn hóa"), (0, "3. ĐỀ NGHỊ")],
        [(0, "1. TÌNH HÌNH"), (0, "2. II. KẾT QUẢ"), (1, "2.1. Kinh tế"), (1, "2.2. Văn hóa"), (0, "3. ĐỀ NGHỊ")],
        [(0, "1. I. TÌNH HÌNH"), (0, "2. KẾT QUẢ"), (1, "2.1 1. Kinh tế"), (1, "2.2. Văn hóa"), (0, "3. III. ĐỀ NGHỊ")],
    ],
)  # fmt: skip
def test_a_second_number_here_and_there_is_a_slip_or_a_title(heads: list[tuple[int, str]]) -> None:
    found = [line.partition("|")[0] for line in doubled(*heads)]
    assert set(found) <= {"1", "2", "2.1", "2.2", "3"} and {"1", "2", "2.2", "3"} <= set(found)
