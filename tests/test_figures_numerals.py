"""Numbers in words keep their place; a change that is told truly is never found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vnreport_nlp.checks.figures.rates.moves import moves
from vnreport_nlp.checks.figures.reading.numerals import in_digits, unpadded


@given(st.integers(11, 999))
def test_numbers_in_words_keep_their_place(value):
    words = _words(value)
    text = f"Có {words} chi bộ."
    read = in_digits(text)
    assert len(read) == len(text)
    assert int(read.split()[1]) == value
    assert unpadded(f"{read.split()[1]} > 9") == f"{value} > 9"


def _words(value: int) -> str:
    ones = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    hundreds, tens, last = value // 100, value % 100 // 10, value % 10
    out = [f"{ones[hundreds]} trăm"] if hundreds else []
    if tens:
        out.append("mười" if tens == 1 else f"{ones[tens]} mươi")
        out.append("lăm" if last == 5 else ones[last])
    elif last:
        out += ["linh", ones[last]]
    return " ".join(w for w in out if w)


@given(st.integers(2, 9000), st.integers(2, 9000))
def test_a_change_told_truly_is_never_found(before, after):
    way = "tăng" if after > before else "giảm"
    said = f"{way} {abs(after - before)} hộ" if after != before else "không đổi"
    percent = f"{100 * abs(after - before) / before:.2f}".replace(".", ",")
    text = f"Năm 2021 có {before} hộ, đến năm 2024 có {after} hộ, {said}, tương đương {way} {percent}%."
    assert list(moves(text)) == []
