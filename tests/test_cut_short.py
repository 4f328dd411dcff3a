"""Files that were not copied whole: what is left is read and the loss told, or the file is refused as broken."""

from __future__ import annotations

import struct

import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import read_bytes

PROSE = "Trong năm, cấp ủy đã chỉ đạo thực hiện đồng bộ các nhiệm vụ, kết quả đạt được nhiều mặt tích cực."
PAGE = f"<html><head><meta charset='utf-8'></head><body><p>I. KẾT QUẢ</p>{f'<p>{PROSE}</p>' * 9}</body></html>".encode()
RTF = rb"{\rtf1\ansi I. M\u7897?t\par " + rb"hai {\b ba} b\u7889?n\par " * 21 + rb"}"


def codes(data: bytes) -> list[str]:
    return [w.code for w in read_bytes(data, "a").warnings]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_page_without_its_end_is_told(share: float) -> None:
    assert codes(PAGE[: int(len(PAGE) * share)]) == ["cut_short"]


def test_whole_pages_and_fragments_are_whole() -> None:
    assert codes(PAGE) == []
    assert codes(PAGE.upper().replace(b"UTF-8", b"utf-8").replace(b"</HTML>", b"")) == []
    assert codes(f"<h1>I. KẾT QUẢ</h1><p>{PROSE}".encode()) == []


@pytest.fixture
def by_ourselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: None)


@pytest.mark.usefixtures("by_ourselves")
def test_rtf_without_its_end_is_told() -> None:
    assert codes(RTF) == codes(RTF + b"\0\r\n") == []
    assert codes(RTF[:-1]) == codes(RTF[: len(RTF) // 2]) == ["cut_short"]
    assert codes(b"{\\rtf1 mot {\\pict\\bin3 {{{} hai\\par ba}") == []


def test_an_old_word_file_without_its_end_is_broken_not_strange() -> None:
    sector = struct.pack("<HH", 0xA5EC, 0xC1).ljust(512, b"\0")
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + sector * 20
    with pytest.raises(ReadError) as error:
        read_bytes(data, "a.doc")
    assert error.value.code == "corrupt"
