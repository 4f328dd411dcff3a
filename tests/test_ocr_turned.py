"""Scanned pages that lie on their side or head: they are turned until the recogniser is sure."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from pdf_made import Page, make_pdf

from vnreport_nlp.readers import ocr
from vnreport_nlp.readers.ocr import Recognised, tesseract
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.pdf import read_pdf
from vnreport_nlp.readers.pdf_letters import Font, Glyph, TextLine

FONT = Font("", 12.0, False, False, None)


def line(text: str, x: float = 60, y: float = 700) -> TextLine:
    return TextLine(1, [Glyph(c, k, x + 6 * k, x + 6 * k + 6, y, FONT) for k, c in enumerate(text)], 12.0, y)


def seen(monkeypatch: pytest.MonkeyPatch, confidences: dict[int, float]) -> tuple[Recognised | None, list[int]]:
    """What is made of a page that is read with these confidences, and the turns that were tried."""
    tried: list[int] = []

    def recognised(program: str, page: object, number: int, turn: int, seconds: float) -> Recognised:
        tried.append(turn)
        return Recognised([line(f"turn {turn}")], confidences[turn], turn)

    monkeypatch.setattr(ocr, "tesseract", lambda: "tesseract")
    monkeypatch.setattr(ocr, "_recognised", recognised)
    return ocr.recognise(None, 1, seconds=1), tried


def test_a_page_that_stands_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found, tried = seen(monkeypatch, {0: 0.83})
    assert found is not None and found.turn == 0
    assert tried == [0]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_is_turned_until_it_is_read(monkeypatch: pytest.MonkeyPatch, turn: int) -> None:
    found, tried = seen(monkeypatch, {0: 0.4, 90: 0.35, 180: 0.45, 270: 0.3} | {turn: 0.9})
    assert found is not None and found.turn == turn
    assert tried[-1] == turn


def test_a_page_that_no_turn_makes_readable_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found, tried = seen(monkeypatch, {0: 0.42, 90: 0.4, 180: 0.5, 270: 0.3})
    assert found is not None and found.turn == 0
    assert sorted(tried) == [0, 90, 180, 270]


def test_lines_that_run_up_the_page_are_set_upright_though_they_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    upright = Recognised([line("Toàn xã có 12 chi bộ.")], 0.93, 270)
    made = {0: Recognised([line("Toàn xã có 12 chi bộ.")], 0.94, 0, lying=True), 270: upright}
    monkeypatch.setattr(ocr, "tesseract", lambda: "tesseract")
    monkeypatch.setattr(ocr, "_recognised", lambda _program, _page, _number, turn, _seconds: made.get(turn))
    assert ocr.recognise(None, 1, seconds=1) is upright
    del made[270]
    assert ocr.recognise(None, 1, seconds=1) is made[0]


def test_a_page_on_its_side_is_as_wide_as_it_is_high(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines at the right end of a page that was turned are on the page."""
    text = "I. ĐẶC ĐIỂM, TÌNH HÌNH"
    lines = [line(text, x=640, y=500), line("Toàn xã có 12 chi bộ, 340 đảng viên.", x=80, y=460)]
    monkeypatch.setattr("vnreport_nlp.readers.pdf.recognise", lambda *_, **__: Recognised(lines, 0.9, 90))
    document = read_pdf(make_pdf([Page(image=(100, 140, b"\xff" * 14000))]), "a.pdf", ReadOptions())
    assert text in document.text and "340 đảng viên" in document.text


@pytest.mark.ocr
@pytest.mark.skipif(tesseract() is None, reason="cần tesseract với dữ liệu vie")
def test_letters_on_their_head_are_read() -> None:
    page = Page()
    for k in range(12):
        page.text(60, 760 - 24 * k, "Ban Thanh tra giam sat 15 cong trinh trong nam")
    drawn = pdfium.PdfDocument(make_pdf([page]))[0].render(scale=3, grayscale=True, rotation=180)
    data = bytes(drawn.buffer)
    grey = b"".join(data[row * drawn.stride : row * drawn.stride + drawn.width] for row in range(drawn.height))
    scan = make_pdf([Page(image=(drawn.width, drawn.height, grey))])
    found = ocr.recognise(pdfium.PdfDocument(scan)[0], 1, seconds=60)
    assert found is not None and found.turn == 180
    assert not found.lying and found.sure > ocr.POOR
