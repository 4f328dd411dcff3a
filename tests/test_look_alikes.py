"""Letters of other scripts that look like Latin ones, in Word files and in plain text."""

from __future__ import annotations

import pytest
from docx_made import docx, p

from vnreport_nlp.readers import read_bytes


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("\u041a\u0435\u0302\u0301t qu\u0430\u0309 c\u043eng t\u0430\u0301c", "Kết quả cong tác"),
        ("V\u1ec1 t\u01b0 t\u01b0\u1edfng: \u0441\u043e 12 chi b\u1ed9", "Về tư tưởng: co 12 chi bộ"),
        ("Tên Nga: \u041c\u043e\u0441\u043a\u0432\u0430, t\u043eán", "Tên Nga: Москва, toán"),
        ("hệ số \u0391 là 2, góc \u03b1", "hệ số Α là 2, góc α"),
        ("\u041c\u0438\u0440", "Мир"),
    ],
)
def test_letters_of_other_scripts_that_nobody_can_tell_from_latin_ones(typed: str, text: str) -> None:
    """A copied passage with such letters is the same passage to a reader; what is seen to be of another script stays."""
    assert read_bytes(docx(p(typed)), "a.docx").text == text
    assert read_bytes(f"{typed}\n\nXã có 12 chi bộ.".encode(), "a.txt").text.split("\n")[0] == text
