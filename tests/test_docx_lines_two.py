"""Two headings that a writer left on one line, and lines that only look like two."""

from __future__ import annotations

import pytest
from docx_made import abstract, docx, lvl, num, p

from vnreport_nlp.readers import read_bytes


def lines(body: str, numbering: str = "") -> list[str]:
    return read_bytes(docx(body, numbering=numbering), "a.docx").text.split("\n")


@pytest.mark.parametrize(
    ("whole", "piece"),
    [
        ("II. KẾT QUẢ CỦA XÃ", "1. Về chính trị và tư tưởng"),
        ("IV- BÀI HỌC CỦA XÃ", "1) Về cách làm"),
        ("3. Công tác cán bộ", "3.1. Xây dựng đội ngũ"),
        ("3.2. Công tác dân vận", "3.2.1. Quy chế dân chủ"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "     ", "\u00a0 "])
def test_the_heading_of_the_first_piece_begins_a_line_of_its_own(whole: str, piece: str, gap: str) -> None:
    assert lines(p(whole + gap + piece, rpr="<w:b/>")) == [whole, piece]


def test_so_does_one_behind_a_title_with_an_automatic_number() -> None:
    numbering = abstract(1, lvl(0, "upperRoman", "%1.")) + num(1, 1)
    assert lines(p("KẾT QUẢ CỦA XÃ 1. Về chính trị", num=(1, 0)), numbering) == [
        "I. KẾT QUẢ CỦA XÃ",
        "1. Về chính trị",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "I. TÌNH HÌNH QUÝ 1. Kết quả chung",
        "II. KẾT QUẢ CỦA XÃ 2. Về chính trị",
        "II. KẾT QUẢ CỦA XÃ. 1. Về chính trị",
        "II. Kết quả của xã 1. Về chính trị",
        "II. KẾT QUẢ ĐỢT THI ĐUA 1. CỦA XÃ",
        "3. Công tác cán bộ 3.2. Xây dựng đội ngũ",
        "1. Đến tháng sáu 1. Các thôn đã họp",
        "3. Tăng 3.1. Giảm",
    ],
)
def test_a_number_inside_a_line_is_left_there(line: str) -> None:
    assert lines(p(line, rpr="<w:b/>")) == [line]


@pytest.mark.parametrize(("long", "apart"), [(True, True), (False, False)])
def test_a_whole_text_in_one_paragraph(*, long: bool, apart: bool) -> None:
    """As programs that fill in forms write it: a line break behind each paragraph; lines of a hand-wrapped paragraph are short."""
    said = "Các chi bộ đã họp đúng kỳ và ra nghị quyết về nước sạch, đường thôn, nhà văn hóa"
    text = f"{said}; {said}; {said}." if long else said
    written = ["đặc điểm của vùng đất ven sông", text, text] * 5
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in written)
    assert (lines(f"<w:p><w:r>{body}</w:r></w:p>") == written) == apart
