"""Text boxes and framed headings of a PDF."""

from __future__ import annotations

from pathlib import Path

from pdf_made import Page, make_pdf

from vnreport_nlp import outline, read

LINE = "Trong năm qua các thôn đã cùng nhau sửa nhà văn hóa và đường làng."


def told(folder: Path, *pages: Page) -> list[str]:
    path = folder / "bao-cao.pdf"
    path.write_bytes(make_pdf(list(pages)))
    return [f"{s.marker} {s.title}" for s in outline(read(path)).sections]


def text_page(boxes: list[tuple[float, str]]) -> Page:
    page = Page().text(200, 780, "BÁO CÁO", bold=True)
    for y in (740, 720, 700, 600, 580, 560, 460, 440, 420):
        page.text(72, y, LINE)
    for y, title in boxes:
        page.text(72, y, title, bold=True)
    return page


def test_boxes_drawn_last_read_where_they_are_seen(tmp_path: Path) -> None:
    boxes = [(500.0, "III. KIẾN NGHỊ"), (640.0, "II. KẾT QUẢ"), (762.0, "I. TÌNH HÌNH")]
    assert told(tmp_path, text_page(boxes)) == ["I. TÌNH HÌNH", "II. KẾT QUẢ", "III. KIẾN NGHỊ"]


def test_words_beside_the_text_stay_where_they_are_drawn(tmp_path: Path) -> None:
    path = tmp_path / "ghi-chu.pdf"
    page = text_page([]).text(480, 705, "ghi chú bên lề")
    path.write_bytes(make_pdf([page]))
    assert read(path).text.rstrip().endswith("ghi chú bên lề")


def framed(page: Page, y: float, number: str, title: str) -> Page:
    for x in (72.0, 110.0, 520.0):
        page.rule(x, y - 6, x, y + 16)
    for at in (y - 6, y + 16):
        page.rule(72, at, 520, at)
    return page.text(78, y, number, bold=True).text(116, y, title, bold=True)


def test_numbers_and_titles_in_frames_are_headings(tmp_path: Path) -> None:
    page = framed(Page().text(200, 780, "BÁO CÁO", bold=True), 740, "A", "TÌNH HÌNH CHUNG")
    page.text(72, 705, LINE).text(72, 685, LINE)
    page = framed(page, 640, "B", "KẾT QUẢ").text(72, 605, LINE).text(72, 585, LINE)
    assert told(tmp_path, page) == ["A. TÌNH HÌNH CHUNG", "B. KẾT QUẢ"]


def drawn(order: list[tuple[float, float, str]]) -> Page:
    page = Page()
    for x, y, text in order:
        page.text(x, y, text, size=12)
    return page


def test_lines_drawn_in_no_order_read_from_the_top_down(tmp_path: Path) -> None:
    texts = [
        "I. TÌNH HÌNH",
        "Xã có mười thôn.",
        "II. KẾT QUẢ",
        "Đã sửa bốn nhà văn hóa.",
        "III. KIẾN NGHỊ",
        "Xin thêm cán bộ.",
        "Kính báo.",
    ]
    head = [(60.0, 800.0, "TỈNH ỦY LAM"), (330.0, 800.0, "ĐẢNG CỘNG SẢN VIỆT NAM")]
    lines = [*head, *((72.0, 760.0 - 24 * k, text) for k, text in enumerate(texts))]
    path = tmp_path / "bao-cao.pdf"
    for order in (lines[::-1], lines[::2] + lines[1::2][::-1], [lines[k] for k in (5, 2, 8, 0, 4, 7, 1, 3, 6)]):
        path.write_bytes(make_pdf([drawn(order)]))
        assert [line for line in read(path).text.split("\n") if line in texts] == texts


def test_columns_drawn_one_after_the_other_keep_their_order(tmp_path: Path) -> None:
    left = [(60.0, 780.0 - 20 * k, f"Trái dòng {k} nói về việc thôn.") for k in range(12)]
    right = [(330.0, 771.0 - 20 * k, f"Phải dòng {k} nói về việc xã.") for k in range(12)]
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(make_pdf([drawn([*left, *right])]))
    text = read(path).text
    assert text.index("Trái dòng 11") < text.index("Phải dòng 0")
