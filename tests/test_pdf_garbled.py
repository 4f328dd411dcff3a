"""PDF pages with partly wrong maps of letters, and pages that only look like them."""

from __future__ import annotations

from typing import Any

import pytest
from pdf_made import Page, make_pdf
from test_pdf import paragraphs
from test_pdf_notes import TALE, lines_of, put

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.ocr import Recognised
from vnreport_nlp.readers.options import ReadOptions

TALES = (
    TALE,
    "Mùa này nước suối đầy, các hộ đã be bờ ruộng bậc thang và đắp lại mương phai sau trận lũ đầu tháng tám.",
    "Lớp xóa mù chữ mở vào buổi tối, mười hai học viên đều biết đọc, biết viết và tính được những phép đơn giản.",
    "Trạm y tế khám cho người cao tuổi, phát thuốc định kỳ, tiêm phòng đủ mũi cho trẻ nhỏ ở các điểm lẻ.",
    "Tổ bảo vệ rừng đi tuần mỗi tuần hai lượt, phát hiện sớm đám cháy nhỏ và dập tắt trước khi lan rộng.",
)
WRONG = str.maketrans({"ệ": "ß", "ạ": "¿", "ủ": "ā", "ộ": "ÿ", "ứ": "þ", "ế": "¾", "ọ": "Ã"})
"""Letters as a font with a wrong map has them."""


def prose(*, wrong: bool = False) -> Page:
    page = Page()
    put(page, 780, *(text.translate(WRONG) if wrong else text for text in TALES))
    return page


def read(*pages: Page, ocr: bool = False) -> Document:
    return read_bytes(make_pdf(list(pages)), "x.pdf", options=ReadOptions(ocr=ocr))


def told(document: Document) -> list[tuple[str, str]]:
    return [(w.code, w.detail) for w in document.warnings]


def test_a_page_with_some_wrong_letters_is_told() -> None:
    """It was read as if it were sound, and half of its headings were called missing."""
    d = read(prose(), prose(wrong=True), prose())
    assert told(d) == [("partly_garbled", "2")]
    assert "Bản Lũng Mây" in paragraphs(d)[0]


def test_such_a_file_is_not_refused() -> None:
    assert told(read(prose(wrong=True))) == [("partly_garbled", "1")]


@pytest.mark.parametrize("good", [True, False])
def test_its_picture_is_read_where_that_makes_more_sense(monkeypatch: pytest.MonkeyPatch, good: bool) -> None:
    seen = [text if good else text.translate(WRONG) for text in TALES]

    def recognise(_page: Any, number: int, *, seconds: float) -> Recognised:
        return Recognised(lines_of(number, seen, 14), 0.9)

    monkeypatch.setattr("vnreport_nlp.readers.pdf.recognise", recognise)
    d = read(prose(), prose(wrong=True), ocr=True)
    assert told(d) == ([("ocr", "2")] if good else [("partly_garbled", "2")])
    assert ("be bờ ruộng bậc thang" in " ".join(paragraphs(d)[5:])) is good


NAMES = (
    "Y Blăm Niê Kdăm, H'Băk Êban, Rơ Chăm H'Yéo, Kpă Klơng, Rmah H'Bé, Siu Hnhơt, Đinh Hnăm, Ksor Blơng",
    "Đăk Tơ Lung, Krông Nô, Ea H'Đing, Plei Bông, Čư Né, Ƀuôn Trấp, Ia Đơk, Kon Brăp Du, Đắk Rơ Nga, Sín Chải",
    "Hrê, Mnông, Xơ Đăng, Gié Triêng, Bru Vân Kiều, Chơ Ro, Cơ Tu, Tà Ôi, Ê Đê, Chứt, Rơ Măm, Brâu, Ơ Đu",
)
ENGLISH = "Chương trình OCOP, KPI, ISO 9001, VNeID, CSDL, ĐTXD, TTHC, QLNN, ĐVHC, BHXH, BHYT, CCHC, HĐND, UBMTTQ, CĐS"
FRENCH = (
    "Le groupe a visité la vallée en juillet, où les paysans cultivent le riz et le maïs sur des terrasses anciennes. "
    "Une école a été construite avec trois salles, et le puits du village donne une eau claire toute la saison. "
    "Les travaux de la route sont terminés depuis mai, ce qui permet aux camions de monter jusqu'au marché du bourg."
)  # fmt: skip


@pytest.mark.parametrize("texts", [NAMES * 4, (ENGLISH,) * 6, (*TALES, *NAMES), (*TALES, ENGLISH), (FRENCH,) * 3])
def test_names_abbreviations_and_other_languages_are_sound(texts: tuple[str, ...]) -> None:
    page = Page()
    put(page, 780, *texts, size=11)
    assert not read(page, prose()).warnings


def test_a_table_of_names_and_figures_is_sound() -> None:
    page = Page()
    for row in range(24):
        name = NAMES[row % 3].split(", ")[row % 8]
        page.text(85, 780 - 24 * row, str(row + 1)).text(130, 780 - 24 * row, name)
        page.text(330, 780 - 24 * row, f"{row * 37 % 100},{row % 10}").text(420, 780 - 24 * row, f"{1200 + row * 91}")
    assert not read(page, prose()).warnings


def shuffled(*texts: str) -> Page:
    """A page whose letters are stored as others throughout."""
    page = Page()
    for at, text in enumerate(texts):
        shown = "".join("bcdfghjkmnpqrstvwxz"[ord(c) % 19] if c != " " else c for c in text)
        page.text(85, 780 - 20 * at, shown, size=9)
    return page


def test_a_short_last_page_in_the_fonts_of_garbled_ones_is_garbled() -> None:
    last = "Trên đây là kết quả của bản"
    d = read(Page().text(85, 780, "Sổ của bản", bold=True), shuffled(*TALES, *TALES), shuffled(last))
    assert told(d) == [("garbled_text", "2, 3")]


def test_a_short_last_page_of_figures_is_text() -> None:
    page = Page()
    for row in range(9):
        page.text(85, 780 - 20 * row, f"QĐ/{row}-NQ a{row} x={row} kg/ha {row * 17}%")
    assert not read(prose(), page).warnings


LOST = str.maketrans("", "", "ảạắằẳẵặấầẩẫậẹẻẽếềểễệỉịọỏốồổỗộơớờởỡợụủưứừửữựỳỵỷỹ")
"""Letters that a font made for the west of Europe does not have."""


@pytest.mark.parametrize(("text", "lost"), [(" ".join(TALES).translate(LOST), True), (" ".join(TALES), False), (f"{TALE} The village has a mill and a school for all children of the valley.", False)])  # fmt: skip
def test_letters_that_a_font_lacked_are_told_in_any_format(text: str, *, lost: bool) -> None:
    """Such a page shows boxes for them; its words were held against the outline as if somebody had written them."""
    page = Page()
    put(page, 780, text)
    for data, name in ((make_pdf([page]), "x.pdf"), (f"{text}\n".encode(), "x.txt")):
        codes = [w.code for w in read_bytes(data, name, options=ReadOptions(ocr=False)).warnings]
        assert codes == (["letters_lost"] if lost else [])
