"""Files that are no text behind the mark of one: refused, never read as letters."""

from __future__ import annotations

import pytest
from docx_made import docx, p

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import read_bytes

MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
TEXT = "I. Nghề mộc\nLàng có hai xưởng mộc."


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "data", [docx(p("Nghề mộc")), b"PK\x05\x06" + bytes(18), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
)
def test_an_archive_behind_the_mark_of_a_text(mark: bytes, data: bytes) -> None:
    with pytest.raises(ReadError) as told:
        read_bytes(mark + data, "a.docx")
    assert told.value.code == "corrupt"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x01\x02\x03\x04" * 90])
def test_other_binary_data_behind_the_mark_of_a_text(data: bytes) -> None:
    with pytest.raises(ReadError) as told:
        read_bytes(MARKS[0] + data, "a.txt")
    assert told.value.code == "wrong_type"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_text_behind_its_mark_is_read(codec: str) -> None:
    assert read_bytes(TEXT.encode(codec), "a.txt").text == TEXT
    assert read_bytes("PK Nghề mộc".encode(codec), "a.txt").text == "PK Nghề mộc"
