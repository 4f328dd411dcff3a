"""PDF: lines of a sentence that end or begin with a figure are no headings."""

from __future__ import annotations

from pdf_made import Page, make_pdf

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes

PROSE = [
    "Trong nhiệm kỳ, Đảng bộ xã đã kết nạp được nhiều đảng viên mới,",
    "trong đó có nữ, đoàn viên thanh niên và giáo viên dạy ở các trường",
    "trên địa bàn xã, nhiều hơn nhiệm kỳ trước, còn học sinh trung học là",
]
WIDE = [
    "Các chi bộ đã họp thường xuyên, đều,",
    "để bàn việc làm đường cho các thôn,",
    "bản ở xa nhất trong toàn xã ta, rồi",
]


def paragraphs(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs]


def over_page(first: list[str], second: list[str], *, bold: bool = False, x: float = 72) -> Document:
    """Two pages; the second begins with ``second``, in bold or not, indented or not."""
    pages = [Page(), Page()]
    for page, lines in zip(pages, ([*PROSE, "trong xã.", *first], second), strict=True):
        for row, text in enumerate(lines):
            indent = x if page is pages[1] and row == 0 else 72.0
            page.text(indent, 780 - 18 * row, text, bold=bold and page is pages[1] and row == 0)
    pages[1].text(72, 600, "Đoạn cuối của báo cáo.")
    return read_bytes(make_pdf(pages), "x.pdf")


def test_a_figure_that_ends_a_sentence_over_a_page_end_is_no_heading() -> None:
    for figure, last in (("04", "phổ thông vui"), ("4", "ở phổ thông là")):
        cut = [*PROSE[:2], f"trên địa bàn xã, nhiều hơn nhiệm kỳ trước; học sinh {last}"]
        document = over_page(cut, [f"{figure}. Theo từng năm thì số kết nạp được đều cao hơn.", "Cả xã vui."])
        assert not [s for s in outline(document).sections if s.title.startswith("Theo")]
        assert any(f"{last} {figure}. Theo từng năm" in text for text in paragraphs(document))


def test_a_numbered_heading_at_the_top_of_a_page_stays() -> None:
    for cut in ([*PROSE[:2], "trên địa bàn xã, nhiều hơn hẳn so với cả nhiệm kỳ trước."], PROSE):
        document = over_page(cut, ["04. Theo từng năm thì số kết nạp được"], bold=True)
        assert "04. Theo từng năm thì số kết nạp được" in paragraphs(document)
    document = over_page(PROSE, ["04. Theo từng năm thì số kết nạp được"], x=108)
    assert "04. Theo từng năm thì số kết nạp được" in paragraphs(document)
    document = over_page(
        [*PROSE[:2], "trên địa bàn xã, nhiều hơn nhiệm kỳ trước; học sinh lớn tuổi"], ["4. Theo từng năm thì"]
    )
    assert "4. Theo từng năm thì" in paragraphs(document)


def test_the_first_word_of_the_next_line_is_as_wide_as_its_letters() -> None:
    page = Page()
    for row, text in enumerate(
        [*WIDE, "rồi.", "Qua học, các chi bộ nhận diện 09", "nhóm việc cần làm cho kịp lúc mùa", "gặt."]
    ):
        page.text(72, 780 - 18 * row, text)
    document = read_bytes(make_pdf([page], width=1.0), "x.pdf")
    assert paragraphs(document)[-1].endswith("Qua học, các chi bộ nhận diện 09 nhóm việc cần làm cho kịp lúc mùa gặt.")
