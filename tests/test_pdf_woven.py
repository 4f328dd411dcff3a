"""Lines that a PDF draws font by font: whatever letters the second font has, the line reads as it stands on the page."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vnreport_nlp.readers.pdf_letters import Font, Glyph, TextLine
from vnreport_nlp.readers.pdf_woven import weave

WIDTH, SIZE = 7.0, 14.0
FIRST, SECOND = (Font(name, SIZE, False, False, None) for name in ("A", "B"))
WORDS = st.lists(st.text("ĐảngbộtỉnhKếtquảCông", min_size=1, max_size=7), min_size=1, max_size=8)


def right_of(glyph: Glyph) -> float:
    return glyph.x0 + WIDTH


def left_of(glyph: Glyph) -> float:
    return glyph.x0


def piece(glyphs: list[Glyph]) -> TextLine:
    line = TextLine(1, glyphs)
    line.settle()
    return line


def drawn(text: str, second: frozenset[int], *, y: float = 700.0, left: float = 72.0) -> list[TextLine]:
    """The line as two fonts draw it: first all letters of one, then all of the other, spaces made up where a gap was."""
    letters = [
        Glyph(c, i, left + i * WIDTH, left + i * WIDTH + WIDTH, y, SECOND if i in second else FIRST)
        for i, c in enumerate(text)
        if c != " "
    ]
    pieces = [[g for g in letters if g.font is font] for font in (FIRST, SECOND)]
    return [piece(glyphs) for glyphs in pieces if glyphs]


@given(WORDS, st.data())
def test_letters_of_two_fonts_read_as_one_line(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    second = data.draw(st.frozensets(st.integers(0, len(text) - 1)))
    pieces = drawn(text, second)
    lines = weave(pieces, right_of, left_of)
    if len(pieces) == 1:
        assert lines == pieces
    elif len(lines) == 1:  # two pieces that lie wholly beside each other are as far apart as their gap says
        assert lines[0].text.split() == text.split()
    else:
        assert sorted("".join(line.text for line in lines).replace(" ", "")) == sorted(text.replace(" ", ""))
        ends = sorted((line.x0, line.x1) for line in lines)
        assert all(b[0] >= a[1] for a, b in pairwise(ends))


def test_two_lines_stay_two() -> None:
    above, below = drawn("Đảng bộ tỉnh", frozenset(), y=700), drawn("Kết quả", frozenset(), y=684)
    assert [line.text.replace(" ", "") for line in weave([*above, *below], right_of, left_of)] == [
        "Đảngbộtỉnh",
        "Kếtquả",
    ]


def test_two_columns_stay_two() -> None:
    left, right = drawn("ĐẢNG BỘ", frozenset({1})), drawn("CỘNG SẢN", frozenset({2}), left=300.0)
    assert [line.text for line in weave([*left, *right], right_of, left_of)] == ["ĐẢNG BỘ", "CỘNG SẢN"]


def test_a_line_printed_twice_is_not_mixed() -> None:
    """Bold by printing twice, a little shifted: neither copy lies in the other's gaps."""
    once, twice = drawn("Kết quả", frozenset()), drawn("Kết quả", frozenset(), left=72.5)
    assert len(weave([*once, *twice], right_of, left_of)) == 2


def test_marks_stay_with_their_letters() -> None:
    base = Glyph("e", 0, 72.0, 79.0, 700.0, FIRST)
    mark = Glyph("\u0301", 1, 70.0, 70.0, 700.0, FIRST)
    late = Glyph("K", 2, 60.0, 67.0, 700.0, SECOND)
    assert weave([piece([base, mark, late])], right_of, left_of)[0].text.replace(" ", "") == "Ke\u0301"


def test_a_letter_measured_too_wide_does_not_swallow_the_space_behind_it() -> None:
    def letters(text: str, font: Font, start: int, *places: float) -> list[Glyph]:
        return [
            Glyph(c, start + i, x, x + WIDTH, 700.0, font) for i, (c, x) in enumerate(zip(text, places, strict=True))
        ]

    # "THỨ NHẤT" and "TỈNH ỦY": in the second the space stands before the letter of the other font
    wide = [piece(letters("TH N", FIRST, 0, 72, 79, 96, 99)), piece(letters("Ứ", SECOND, 9, 86))]
    assert weave(wide, lambda g: g.x0 + (12 if g.char == "Ứ" else WIDTH), left_of)[0].text == "THỨ N"
    before = [piece(letters("H Y", FIRST, 0, 72, 79, 93)), piece(letters("Ủ", SECOND, 9, 82.5))]
    assert weave(before, lambda g: g.x0 + (10.5 if g.char == "Ủ" else WIDTH), left_of)[0].text == "H ỦY"


def test_a_narrow_letter_drawn_after_the_next_one_stands_in_its_gap() -> None:
    """``địa`` came as ``đ aị``: the gap of a narrow letter is a third of the size."""
    narrow = 0.3 * SIZE
    xs = {"đ": 72.0, "a": 72.0 + WIDTH + narrow, "ị": 72.0 + WIDTH}
    glyphs = [Glyph(c, i, x, x + (narrow if c == "ị" else WIDTH), 700.0, FIRST) for i, (c, x) in enumerate(xs.items())]
    glyphs.insert(1, Glyph(" ", 9, 72.0 + WIDTH, 72.0 + WIDTH, 700.0, FIRST))
    (line,) = weave([piece(glyphs)], lambda g: g.x0 + (narrow if g.char == "ị" else WIDTH), left_of)
    assert line.text == "địa"


def test_marks_that_stand_on_their_letters_stay_there() -> None:
    glyphs = [Glyph("o", 0, 72.0, 79.0, 700.0, FIRST), Glyph("\u0302", 1, 68.0, 75.0, 700.0, FIRST)]
    (line,) = weave([piece([*glyphs, Glyph("i", 2, 79.0, 86.0, 700.0, FIRST)])], right_of, left_of)
    assert line.text == "o\u0302i"
