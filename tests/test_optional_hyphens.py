"""Optional hyphens, whose code is a letter of an old encoding: they make no text one of that encoding."""

from __future__ import annotations

from docx_made import docx, p

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.encodings import hidden_encoding
from vnreport_nlp.readers.legacy import encode_tcvn3
from vnreport_nlp.readers.options import ReadOptions

PROSE = "Làng mộc có hai mươi xưởng, thợ trẻ học nghề theo thầy, hàng bán được ở chợ phố và gửi về tận thành phố lớn."
BODY = (("I. Nghề mộc", PROSE), ("II. Nghề rèn", PROSE), ("III. Kiến nghị", PROSE))


def read(body: str) -> Document:
    return read_docx(docx(body), "a.docx", ReadOptions())


def hyphened(text: str) -> str:
    """A paragraph with a run for each word and an optional hyphen in a run of its own after it."""
    runs = (f'<w:r><w:t xml:space="preserve">{word} </w:t></w:r>' for word in text.split())
    return f"<w:p>{'<w:r><w:softHyphen/></w:r>'.join(runs)}</w:p>"


def test_words_with_optional_hyphens_are_what_they_are() -> None:
    document = read("".join(map(hyphened, (line for pair in BODY for line in pair))))
    assert [s.title for s in outline(document).sections] == ["Nghề mộc", "Nghề rèn", "Kiến nghị"]
    assert PROSE in document.text and not document.encoding and not document.warnings


def test_optional_hyphens_typed_as_characters() -> None:
    document = read("".join(p(line.replace(" ", " \u00ad")) for pair in BODY for line in pair))
    assert PROSE in document.text and not document.warnings
    text = "Hàng bán \u00adchạy, \u00adlàng \u00adcó \u00adnghề \u00admới"
    assert read_bytes(text.encode(), "a.txt").encoding == "utf-8"


def test_the_letter_of_an_old_encoding_stays_one() -> None:
    old = encode_tcvn3(
        "Tình hình nghề mộc của người làng, thợ trẻ được dạy nghề, hàng bán được giá, đường làng mới mở rộng " * 3
    )
    assert "\u00ad" in old and hidden_encoding(old) == "tcvn3"
    assert "được" in read(p(old)).text
