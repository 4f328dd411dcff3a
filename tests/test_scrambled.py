"""UTF-8 that a program took for Windows-1252, inside Word files, pages and RTF: repaired, and told."""

from __future__ import annotations

import pytest
from docx_made import docx, p

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.encodings import is_scrambled, unscramble_offsets
from vnreport_nlp.readers.options import ReadOptions

LINES = (
    "ĐẢNG BỘ XÃ NÀ KHUÔNG",
    "I. TÌNH HÌNH CHUNG",
    "Đảng bộ xã đã lãnh đạo các chi bộ làm đường, dạy nghề “thợ mộc” cho thanh niên; kết nạp được 45 đảng viên mới.",
    "Nhiều hộ thoát nghèo bền vững, đời sống của người dân được nâng lên rõ rệt so với đầu nhiệm kỳ.",
)


def spoilt(text: str) -> str:
    """As such a program stores it: bytes that Windows-1252 lacks become control characters."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


def word(lines: tuple[str, ...]) -> Document:
    return read_docx(docx("".join(map(p, lines))), "a.docx", ReadOptions())


def test_a_word_file_is_repaired_and_says_so() -> None:
    document = word(tuple(map(spoilt, LINES)))
    assert document.text.split("\n") == list(LINES)
    assert [w.code for w in document.warnings] == ["mojibake"]
    assert document.encoding == "mojibake"


def test_sound_paragraphs_among_spoilt_ones_stay() -> None:
    document = word((LINES[0], *map(spoilt, LINES[1:]), LINES[3]))
    assert document.text.split("\n") == [*LINES, LINES[3]]


def test_a_page_is_repaired_and_says_so() -> None:
    page = "<html><body>" + "".join(f"<p>{spoilt(line)}</p>" for line in LINES) + "</body></html>"
    document = read_bytes(page.encode(), "a.html")
    assert LINES[2] in document.text
    assert [w.code for w in document.warnings] == ["mojibake"]


def test_an_rtf_file_with_raw_bytes_is_repaired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: None)
    body = b"".join(line.encode() + rb"\par " for line in LINES)
    document = read_bytes(rb"{\rtf1\ansi\ansicpg1252 " + body + b"}", "a.rtf")
    assert document.text.split("\n") == list(LINES)
    assert "mojibake" in [w.code for w in document.warnings]


def test_bytes_that_libreoffice_maps_to_private_letters() -> None:
    private = "".join(chr(0xF100 + ord(c)) if 0x80 <= ord(c) < 0xA0 else c for c in spoilt(LINES[0]))
    assert unscramble_offsets(private)[0] == LINES[0]


def test_every_letter_knows_where_it_comes_from() -> None:
    text, offsets = unscramble_offsets("a" + spoilt("Đả") + "b")
    assert (text, offsets) == ("aĐảb", [0, 1, 3, 6])


@pytest.mark.parametrize("text", [
    *LINES, "Café, naïve, Übergröße, São Paulo, Élysée, garçon, piñata. " * 5, "Ã© Ä‘", "ÔNG Á", "Tên nhóm nhạc “Ã©” viết sai. " + LINES[2],
])  # fmt: skip
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert not is_scrambled(text)
    assert word((text,)).text == text.strip()
