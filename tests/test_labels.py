"""Automatic numbers as headings: Word's own number formats, with and without separators."""

from __future__ import annotations

import pytest
from docx_made import abstract, docx, lvl, num, p

from vnreport_nlp.outline import outline
from vnreport_nlp.outline.labels import parse_label
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

PROSE = "Trong nhiệm kỳ, Đảng bộ huyện đã lãnh đạo hoàn thành các nhiệm vụ, đời sống của nhân dân được nâng lên rõ rệt."


def numbers(body: str, *levels: str) -> list[str]:
    """``number|title`` of the sections of a file with one list."""
    document = read_docx(docx(body, numbering=abstract(0, *levels) + num(1, 0)), "a.docx", ReadOptions())
    return [f"{s.number}|{s.title}" for s in outline(document).sections]


@pytest.mark.parametrize(
    "label, kind, style, values",
    [
        ("1", "arabic", "arabic", (1,)), ("1:", "arabic", "arabic", (1,)), ("2.", "arabic", "arabic", (2,)), ("1.1", "decimal", "dec2", (1, 1)),
        ("I", "roman", "roman", (1,)), ("I:", "roman", "roman", (1,)), ("ii.", "lower", "lower-roman", (2,)), ("(A)", "paren", "paren-letter", (1,)),
        ("[3]", "paren", "paren", (3,)), ("1a)", "lower", "lower", (1,)), ("A.1.", "arabic", "arabic", (1,)), ("A.II.", "roman", "roman", (2,)),
        ("I-1.", "arabic", "arabic", (1,)), ("I/2", "arabic", "arabic", (2,)), ("I.1.a.", "lower", "lower", (1,)), ("MỤC II", "part", "item", (2,)),
        ("Phần 3", "part", "part", (3,)), ("Nhóm 2:", "arabic", "arabic nhóm", (2,)),
    ],
)  # fmt: skip
def test_a_label_is_a_marker_without_help_of_the_words_after_it(
    label: str, kind: str, style: str, values: tuple[int, ...]
) -> None:
    marker = parse_label(label)
    assert marker is not None and (marker.kind, marker.style, marker.values, marker.end) == (
        kind,
        style,
        values,
        len(label),
    )


@pytest.mark.parametrize("label", ["", "•", "-", "***", "Bảng 1.", "Hình 2:", "2024", "99.", "chữ"])
def test_what_is_no_marker(label: str) -> None:
    assert parse_label(label) is None


def test_words_own_list_without_points() -> None:
    body = p("Đặc điểm", num=(1, 0)) + p("Thuận lợi", num=(1, 1)) + p(PROSE) + p("về kinh tế", num=(1, 2)) + p(PROSE)
    body += p("Kết quả", num=(1, 0)) + p("Chính trị", num=(1, 1)) + p(PROSE)
    levels = [lvl(0, "decimal", "%1"), lvl(1, "decimal", "%1.%2"), lvl(2, "decimal", "%1.%2.%3")]
    assert numbers(body, *levels) == ["1|Đặc điểm", "1.1|Thuận lợi", "1.1.1|về kinh tế", "2|Kết quả", "2.1|Chính trị"]


def test_items_of_a_list_in_small_letters_are_no_sections() -> None:
    body = (
        p("I. KẾT QUẢ")
        + p("Các việc như sau:")
        + "".join(p(f"tổ chức 5 lớp học; {PROSE}", num=(1, 0)) for _ in range(3))
    )
    assert numbers(body, lvl(0, "decimal", "%1.")) == ["I|KẾT QUẢ"]


def test_small_roman_numerals_are_told_from_letters_and_count_without_a_gap() -> None:
    body = p("KẾT QUẢ", num=(1, 0)) + "".join(p(f"Việc thứ {n}", num=(1, 1)) + p(PROSE) for n in range(1, 7))
    levels = [lvl(0, "upperRoman", "%1."), lvl(1, "lowerRoman", "%2.")]
    found = numbers(body, *levels)
    assert [f.partition("|")[0] for f in found] == ["I", "I.i", "I.ii", "I.iii", "I.iv", "I.v", "I.vi"]
    letters = [lvl(0, "upperRoman", "%1."), lvl(1, "lowerLetter", "%2)")]
    many = p("KẾT QUẢ", num=(1, 0)) + "".join(p(f"Việc thứ {n}", num=(1, 1)) + p(PROSE) for n in range(1, 11))
    assert [f.partition("|")[0] for f in numbers(many, *letters)][-3:] == ["I.h", "I.i", "I.j"]


def test_letters_below_the_last_numeral_stay_below_it() -> None:
    for shape in ("%2.", "%2)", "Mục %2."):
        body = "".join(
            p(part, num=(1, 0)) + "".join(p(t, num=(1, 1)) + p(PROSE) for t in ("Chính trị", "Tư tưởng"))
            for part in ("ĐẶC ĐIỂM", "KẾT QUẢ")
        )
        found = numbers(body, lvl(0, "upperRoman", "%1."), lvl(1, "upperLetter", shape))
        assert [f.partition("|")[0] for f in found] == ["I", "I.A", "I.B", "II", "II.A", "II.B"]


def test_a_number_alone_takes_its_title_from_the_next_line_and_a_left_over_one_is_no_section() -> None:
    body = (
        p(num=(1, 0)) + p("ĐẶC ĐIỂM", rpr="<w:b/>") + p(PROSE) + p(num=(1, 0)) + p("KẾT QUẢ", rpr="<w:b/>") + p(PROSE)
    )
    assert numbers(body + p(num=(1, 0)) + p(PROSE), lvl(0, "upperRoman", "%1.")) == ["I|ĐẶC ĐIỂM", "II|KẾT QUẢ"]
    body = (
        p("Giáo dục", num=(1, 0))
        + p(PROSE)
        + p(num=(1, 0))
        + p("Y tế", num=(1, 0))
        + p(PROSE)
        + p("Văn hóa", num=(1, 0))
    )
    assert numbers(body + p(PROSE), lvl(0, "decimal", "%1.")) == ["1|Giáo dục", "2|", "3|Y tế", "4|Văn hóa"]
