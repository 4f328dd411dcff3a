"""PDF: streams that unpack to far more than a page can hold are refused before they are unpacked."""

from __future__ import annotations

import zlib
from base64 import a85encode

import pytest
from pdf_made import Page, _file, make_pdf, set_paragraphs

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.limits import Limits
from vnreport_nlp.readers.options import ReadOptions

SHOWS = b"BT (x) Tj ET\n" * 450_000
BLANK = b" " * (65 << 20)


def one_page(content: bytes, entries: bytes) -> bytes:
    return _file([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content),
    ])  # fmt: skip


def code_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "x.pdf")
    return caught.value.code


@pytest.mark.parametrize("content, entries", [
    (zlib.compress(SHOWS), b"/Filter /FlateDecode"),
    (zlib.compress(SHOWS), b"/Filter /FlateDecode /Subtype /Image"),
    (zlib.compress(BLANK), b"/Filter[/Fl]"),
    (zlib.compress(zlib.compress(BLANK)), b"/Filter [/FlateDecode /FlateDecode]"),
    (a85encode(zlib.compress(SHOWS)) + b"~>", b"/Filter [/ASCII85Decode /FlateDecode]"),
    (zlib.compress(b"% endstream endobj", 0)[:2] + zlib.compress(b"\nendstream\n" + SHOWS, 1)[2:], b"/Filter /FlateDecode"),
])  # fmt: skip
def test_bombs_are_refused(content: bytes, entries: bytes) -> None:
    assert len(content) < 1 << 20
    assert code_of(one_page(content, entries)) == "too_large"


def test_many_streams_are_refused() -> None:
    assert code_of(b"%PDF-1.5\n" + b"1 0 obj<<>>stream\nendstream endobj\n" * 100_002) == "too_large"


def test_ordinary_and_damaged_streams_pass() -> None:
    pages = set_paragraphs(["Huyện ủy Suối Rồng đã ban hành đủ các quy chế làm việc của cấp ủy trong năm."] * 40)
    pages.append(Page(image=(400, 500, b"\xff" * 200_000)))
    data = make_pdf(pages)
    options = ReadOptions(ocr=False, limits=Limits(part_bytes=100_000, total_bytes=200_000))
    assert "Suối Rồng" in read_bytes(data, "x.pdf", options=options).text
    with pytest.raises(ReadError) as caught:
        read_bytes(
            data, "x.pdf", options=ReadOptions(ocr=False, limits=Limits(part_bytes=100_000, total_bytes=199_999))
        )
    assert caught.value.code == "too_large"
    assert code_of(one_page(b"\x78\x9cno stream at all" * 200, b"/Filter /FlateDecode")) == "empty"
