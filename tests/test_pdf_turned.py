"""Text that stands on its side, upside down or slanted in a PDF reads as a person reads it."""

from __future__ import annotations

import pytest
from pdf_made import Page, make_pdf

from vnreport_nlp.outline import outline
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.pdf import read_pdf

TURNS = {90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}
"""What a page is drawn under to stand upright on a sheet that is shown turned."""
LINES = (
    "I. ĐẶC ĐIỂM TÌNH HÌNH",
    "Trong nhiệm kỳ, Đảng bộ huyện đã lãnh đạo hoàn thành các nhiệm vụ, đời sống của nhân dân được nâng lên rõ rệt.",
    "II. KẾT QUẢ",
    "Tốc độ tăng trưởng kinh tế bình quân đạt 6,8%/năm, cơ cấu kinh tế chuyển dịch đúng hướng, thu ngân sách tăng khá.",
)


def lines(pages: list[Page]) -> list[str]:
    return read_pdf(make_pdf(pages), "a.pdf", ReadOptions()).text.split("\n")


def landscape(turn: int, rotate: int) -> Page:
    page = Page(matrix=TURNS[turn], rotate=rotate)
    for row, text in enumerate(LINES):
        page.text(60, 500 - 40 * row, text)
    return page


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("shown_upright", [True, False])
def test_a_turned_page_reads_line_by_line(turn: int, shown_upright: bool) -> None:
    page = landscape(turn, turn if shown_upright else 0)
    document = read_pdf(make_pdf([Page().text(60, 700, "Trang đầu."), page]), "a.pdf", ReadOptions())
    assert document.text.split("\n") == ["Trang đầu.", *LINES]
    assert [s.number for s in outline(document).sections] == ["I", "II"]
    assert document.locate(document.text.index("KẾT QUẢ")).page == 2


def test_words_on_their_side_stay_in_their_cell() -> None:
    """The head of a narrow column is written upwards (or downwards), on two lines where it is long."""
    page = Page().text(60, 780, "I. KẾT QUẢ").text(60, 500, "Trên đây là kết quả thực hiện các chỉ tiêu của huyện.")
    for y in (740, 640, 615, 590):
        page.rule(60, y, 340, y)
    for x in (60, 160, 220, 280, 340):
        page.rule(x, 590, x, 740)
    page.text(66, 690, "Chỉ tiêu")
    page.turn(185, 646, "Kế hoạch", "0 1 -1 0").turn(203, 646, "năm 2024", "0 1 -1 0")
    page.turn(255, 734, "Thực hiện", "0 -1 1 0").turn(237, 734, "cả năm", "0 -1 1 0")
    page.text(286, 690, "Ghi chú")
    for y, row in ((620, ("Chỉ tiêu 1", "10", "11", "đạt")), (595, ("Chỉ tiêu 2", "20", "22", "đạt"))):
        for x, text in zip((66, 166, 226, 286), row, strict=True):
            page.text(x, y, text)
    document = read_pdf(make_pdf([page]), "a.pdf", ReadOptions())
    cells = {q.cell[1:]: document.text[q.start : q.end] for q in document.paragraphs if q.cell}
    assert [cells[1, column] for column in range(1, 5)] == [
        "Chỉ tiêu",
        "Kế hoạch năm 2024",
        "Thực hiện cả năm",
        "Ghi chú",
    ]
    assert cells[3, 4] == "đạt"


def test_a_slanted_mark_over_the_page_is_no_text() -> None:
    page = Page().turn(120, 200, "DỰ THẢO LẦN 2", "0.7 0.7 -0.7 0.7", size=50)
    for row, text in enumerate(LINES):
        page.text(60, 700 - 40 * row, text, size=9)
    assert lines([page]) == list(LINES)


def test_leaning_letters_and_an_all_slanted_page_are_text() -> None:
    leaning = Page()
    for row, text in enumerate(LINES):
        leaning.turn(60, 700 - 40 * row, text, "1 0 0.36 1", size=9)
    assert lines([leaning]) == list(LINES)
    assert "TOÀN" in " ".join(lines([Page().turn(100, 200, "TOÀN", "0.7 0.7 -0.7 0.7", size=60)])).replace(" ", "")


def test_letters_of_negative_size_stand_upright() -> None:
    page = Page()
    for row, text in enumerate(LINES):
        page.turn(60, 700 - 40 * row, text, "-1 0 0 -1", size=-9)
    assert lines([page]) == list(LINES)


def test_a_matrix_without_sense_breaks_nothing() -> None:
    for matrix in ("0 0 0 0", "1e30 1e30 1e30 1e30", "1 0 0 0", "0 0 1 0", "nan 0 0 1", "1e-30 0 0 1e-30"):
        page = Page().turn(60, 300, "Chữ lạ", matrix)
        for row, text in enumerate(LINES):
            page.text(60, 700 - 40 * row, text, size=9)
        assert lines([page])[: len(LINES)] == list(LINES), matrix
