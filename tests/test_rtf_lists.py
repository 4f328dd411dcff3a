"""Numbers of RTF lists: said by styles alone, by the tables of lists, and as Word stored them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from test_rtf import uni

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.rtf import read_rtf
from vnreport_nlp.readers.soffice import find_soffice

LEVEL = r"{\listlevel\levelnfc%d\levelnfcn%d\leveljc0\levelfollow0\levelstartat1%s{\leveltext%s;}{\levelnumbers\'01;}}"
LEVELS = (
    LEVEL % (1, 1, "", r"\'02\'00."), LEVEL % (0, 0, "", r"\'02\'01."), LEVEL % (4, 4, "", r"\'02\'02)"),
    LEVEL % (0, 0, r"\levellegal1", r"\'07\'00.\'01.\'02.\'03"),
)  # fmt: skip
BULLETS = (LEVEL % (23, 23, "", r"\'01\u8226 ?")).replace(r"\levelnumbers\'01", r"\levelnumbers")
STYLES = (
    r"{\stylesheet{\ql Normal;}{\s1\ls1\ilvl0\outlinelevel0\b heading 1;}{\s2\ls1\ilvl1 heading 2;}{\s3\sbasedon2 Con;}{\s4\ls2 Ý;}"
    r"{\*\cs8\ls1 Ký tự;}{\s5\sbasedon5 Vòng;}}"
)
PROSE = "Hai tổ thợ rèn của phố đã nhận thêm mười người học việc, giữ được lò lửa qua mùa mưa và bán hết hàng."


def tables(override: str = "") -> str:
    return (
        r"{\*\listtable{\list\listtemplateid1" + "".join(LEVELS) + r"\listid10}{\list" + BULLETS + r"\listid11}}"
        r"{\*\listoverridetable{\listoverride\listid10\listoverridecount0\ls1}{\listoverride\listid11\listoverridecount0\ls2}"
        r"{\listoverride\listid10\listoverridecount9" + (override or r"{\lfolevel\listoverridestartat\levelstartat1}") * 9 + r"\ls3}}"
    )  # fmt: skip


def rtf(*paragraphs: tuple[str, str], more: str = "") -> bytes:
    body = b"".join(rb"\pard\plain" + look.encode() + b" " + uni(text) + rb"\par " for look, text in paragraphs)
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}" + STYLES + (more or tables())
    return head.encode() + body + b"}"


@pytest.fixture(params=["ourselves", "soffice"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Read by our own reader, and by LibreOffice where it is there."""
    if request.param == "soffice" and not find_soffice():
        pytest.skip("no LibreOffice")
    if request.param == "ourselves":
        monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: None)
    yield request.param


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: None)


def read(data: bytes) -> Document:
    return read_rtf(data, "x.rtf", ReadOptions())


def lines(*paragraphs: tuple[str, str], more: str = "") -> list[str]:
    return read(rtf(*paragraphs, more=more)).text.split("\n")


def test_numbers_that_styles_alone_say(way: str) -> None:
    document = read(rtf((r"\s1", "KẾT QUẢ"), (r"\s2", "Tre"), (r"\s3", "Nứa"), ("", PROSE), (r"\s1", "TỒN TẠI"), (r"\s2", "Vốn"), (r"\s4", "giỏ")))  # fmt: skip
    assert document.text.split("\n") == ["I. KẾT QUẢ", "1. Tre", "2. Nứa", PROSE, "II. TỒN TẠI", "1. Vốn", "• giỏ"]
    assert [q.level for q in document.paragraphs] == [1, 2, 2, None, 1, 2, None]
    assert document.warnings == ()
    assert [s.number for s in outline(document).sections][:3] == ["I", "I.1", "I.2"]


def test_numbers_that_paragraphs_say(way: str) -> None:
    assert lines(
        (r"\ls1\ilvl0", "một"), (r"\ls1\ilvl1", "hai"), (r"\ls1\ilvl2", "ba"), (r"\ls2", "bốn"), ("", "năm"), (r"\ls1\ilvl2", "sáu")
    ) == ["I. một", "1. hai", "a) ba", "• bốn", "năm", "b) sáu"]  # fmt: skip


def test_a_paragraph_may_leave_the_list_of_its_style(alone: None) -> None:
    assert lines((r"\s1", "một"), (r"\s1\ls0", "hai"), (r"\s1\ilvl1", "ba"), (r"\s5", "tư"), (r"\s9\ls8", "x")) == [
        "I. một", "hai", "1. ba", "tư", "x",
    ]  # fmt: skip


def test_legal_numbers_empty_items_and_lists_that_begin_anew(alone: None) -> None:
    assert lines((r"\ls1\ilvl0", "a"), (r"\ls1\ilvl3", "b"))[1] == "1.1.1.1 b"
    assert lines((r"\ls1\ilvl0", "a"), (r"\ls1\ilvl0", ""), (r"\ls1\ilvl0", "c")) == ["I. a", "II.", "III. c"]
    assert lines((r"\ls1", "a"), (r"\ls1", "b"), (r"\ls3", "c"), (r"\ls3", "d")) == ["I. a", "II. b", "I. c", "II. d"]
    own = tables(r"{\lfolevel\listoverrideformat" + LEVELS[2].replace(r"\'02\'02", r"\'02\'00") + "}")
    assert lines((r"\ls1", "a"), (r"\ls3", "b"), more=own) == ["I. a", "b) b"]


def test_what_tables_do_not_know_is_told(alone: None) -> None:
    document = read(rtf((r"\ls7", PROSE), more=" "))
    assert document.text == PROSE and [w.code for w in document.warnings] == ["automatic_numbers_lost"]


def stored(number: str, look: str, text: str) -> bytes:
    """An item as Word writes it, with the number that it shows."""
    label = r"{\listtext\pard\plain\f0 " + number + r"\tab}\pard\plain\fi-360\li720" + look + " {"
    return label.encode() + uni(text) + rb"\par }"


def test_a_list_that_begins_anew_has_the_numbers_that_word_stored(way: str) -> None:
    items = [("I.", r"\ls1\ilvl0", "KẾT QUẢ"), ("1.", r"\ls1\ilvl1", "Tre"), ("2.", r"\ls1\ilvl1", "Nứa")]
    again = [("1.", r"\ls3\ilvl1", "Vốn"), ("2.", r"\ls3\ilvl1", "Nhà xưởng"), ("II.", r"\ls1\ilvl0", "TỒN TẠI")]
    head = rtf()[:-1]
    body = b"".join(stored(*item) for item in items) + rb"\pard\plain " + uni(PROSE) + rb"\par "
    document = read(head + body + b"".join(stored(*item) for item in again) + b"}")
    shown = [" ".join(line.split()) for line in document.text.split("\n")]
    assert shown == ["I. KẾT QUẢ", "1. Tre", "2. Nứa", PROSE, "1. Vốn", "2. Nhà xưởng", "II. TỒN TẠI"]


@pytest.mark.parametrize("tail", ["", r"{\*\themedata 00}", r"\pard"])
def test_the_last_item_keeps_its_level(way: str, tail: str) -> None:
    data = rtf((r"\ls1\ilvl0", "một"), (r"\ls1\ilvl1", "hai"), (r"\ls1\ilvl2", "ba"))[:-1] + tail.encode() + b"}"
    assert read(data).text.split("\n") == ["I. một", "1. hai", "a) ba"]


def test_entries_of_the_contents_by_their_style(way: str) -> None:
    sheet = r"{\stylesheet{\ql Normal;}{\s9 toc 1;}{\s10\sbasedon9 Riêng;}}"
    data = rtf((r"\s9", "I. Tre\t1"), (r"\s10", "II. Nứa\t2"), ("", "I. Tre"), ("", PROSE)).replace(
        STYLES.encode(), sheet.encode("ascii", "ignore")
    )
    assert [q.story for q in read(data).paragraphs] == ["toc", "toc", "body", "body"]


def test_formulas_and_text_boxes_of_old_programs(way: str) -> None:
    parts = r"{\mf{\mfPr{\mtype bar}{\*\mctrlPr\f0}}{\mnum{\mr\mscr0 85}}{\mden{\mr\mscr0 100}}}"
    power = r"{\msSup{\msSupPr{\*\mctrlPr\f0}}{\me{\mr\mscr0 m}}{\msup{\mr\mscr0 2}}}"
    picture = r"{\mmathPict {\pict\wmetafile8 0100}}"
    body = r"\pard\plain {\mmath{\*\moMath{\mr\mscr0\msty2 H=}" + parts + "}" + picture + "}"
    body += r" va {\mmath{\*\moMath" + power + "}" + picture + r"}\par "
    box = r"\pard\plain truoc{\*\do\dobxcolumn\dobypara\dptxbx{\dptxbxtext\pard\plain hop chu\par}\dpx0} sau\par "
    document = read(rtf()[:-1] + (body + box).encode() + b"}")
    assert document.text.split("\n")[0] == "H=85/100 va m²"
    assert sorted(document.text.split("\n")[1:]) == ["hop chu", "truoc sau"]
    assert [q.story for q in document.paragraphs].count("textbox") == 1
