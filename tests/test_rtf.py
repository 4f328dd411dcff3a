"""RTF without LibreOffice: numbers, notes, tables, tracked changes, code pages, old fonts, and rubbish."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnreport_nlp.errors import ReadError
from vnreport_nlp.model import Document
from vnreport_nlp.model.findings import msg
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.rtf import _numbered, read_rtf

HEAD = rb"{\rtf1\ansi\ansicpg1258\uc1{\fonttbl{\f0\fcharset163 Times New Roman;}{\f1\fcharset0 .VnTime;}{\f2 .VnTimeH;}}\f0 "


@pytest.fixture(autouse=True)
def no_soffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: None)


def uni(text: str) -> bytes:
    """Text as Word writes it: ``\\uN?`` beyond ASCII."""
    units = [
        int.from_bytes(text.encode("utf-16-le")[i : i + 2], "little", signed=True) for i in range(0, len(text) * 2, 2)
    ]
    return b"".join(bytes([u]) if 0 < u < 128 else b"\\u%d?" % u for u in units)


def read(body: bytes) -> Document:
    document = read_rtf(HEAD + body + b"}", "x.rtf", ReadOptions())
    assert "\n".join(document.text[p.start : p.end] for p in document.paragraphs) == document.text
    return document


def test_text_weight_and_symbols() -> None:
    document = read(
        rb"\pard\qc\b " + uni("BÁO CÁO") + rb"\b0\par\pard a\tab b\~c\_d\endash e\line g {\v hidden}\{x\}\par \emdash"
    )
    assert document.text == "BÁO CÁO\na\tb c-d–e g {x}\n—"
    assert document.paragraphs[0].centered and document.paragraphs[0].bold and not document.paragraphs[1].bold


def test_small_capitals_are_capitals() -> None:
    assert read(rb"{\scaps ket qua}{\scaps0  bai hoc}").text == "KET QUA bai hoc"


def test_code_pages_and_old_fonts() -> None:
    assert read(b"\\'d0\\'fdng C\\'f4ng ta\\'ecc".replace(b"\\'fdng", b"a\\'ecng")).text == "Đáng Công tác"
    old = "C«ng t¸c x©y dùng §¶ng".encode("cp1252")
    assert read(
        b"{\\f1 " + b"".join(b"\\'%02x" % b if b > 127 else bytes([b]) for b in old) + b"} {\\f2 b\\'b8o c\\'b8o}"
    ).text == ("Công tác xây dựng Đảng BÁO CÁO")


def test_numbers_as_stored_are_labels() -> None:
    document = read(
        rb"{\listtext\pard\plain I.\tab}\ls1\ilvl0 "
        + uni("ĐẶC ĐIỂM")
        + rb"\par{\listtext\'95\tab}\ilvl1 abc\par{\pntext a)\tab}x\par"
    )
    assert document.text.split("\n") == ["I. ĐẶC ĐIỂM", "• abc", "a) x"]
    assert [p.label is not None for p in document.paragraphs] == [True, True, True]
    assert document.paragraphs[1].list_item and document.source_offset(0) is None


def test_notes_at_their_place() -> None:
    document = read(
        rb"so\chftn{\footnote\pard {\super\chftn} note one\par two} lieu\chftn{\footnote\ftnalt end note}.\par next"
    )
    assert document.text.split("\n") == ["so lieu.", "next", "note one", "two", "end note"]
    assert [(n.number, n.kind, n.reference) for n in document.footnotes] == [("1", "footnote", 1), ("1", "endnote", 6)]


def test_tracked_changes_comments_and_fields() -> None:
    document = read(
        rb"co {\deleted\revauthdel1 45}{\revised 46} to{\*\atnid A}{\*\atnauthor Ba}\chatn{\*\annotation\pard xem lai}"
        rb"{\field{\*\fldinst PAGE}{\fldrslt 7}}"
    )
    assert document.text == "co 46 to7"
    assert [(r.kind, r.text, document.text[r.start : r.end]) for r in document.revisions] == [
        ("deleted", "45", ""),
        ("inserted", "46", "46"),
    ]
    assert [(c.text, c.author) for c in document.comments] == [("xem lai", "Ba")]


def test_tables_frames_headers_and_boxes() -> None:
    row = rb"\trowd\cellx1\cellx2\pard\intbl a\cell b\par c\cell\row"
    frame = rb"\pard x\par\trowd\cellx1\pard\intbl in frame\cell\row\pard"
    box = rb"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard box\par}}{\shprslt\pard box\par}}"
    document = read(rb"{\header\pard head\par}" + row + row + frame + b" end" + box + b"\\par{\\*\\unknown hidden}")
    assert [(p.story, p.cell, document.text[p.start : p.end]) for p in document.paragraphs] == [
        ("table", (1, 1, 1), "a"), ("table", (1, 1, 2), "b"), ("table", (1, 1, 2), "c"),
        ("table", (1, 2, 1), "a"), ("table", (1, 2, 2), "b"), ("table", (1, 2, 2), "c"),
        ("body", None, "x"), ("body", None, "in frame"), ("textbox", None, "box"), ("body", None, "end"), ("header", None, "head"),
    ]  # fmt: skip


def test_outline_level_pages_and_binary() -> None:
    document = read(rb"\pard\outlinelevel1 title\par\page\pard text{\pict\bin5 {}{}{}after\par")
    assert document.paragraphs[0].level == 2 and document.page_basis == "breaks" and document.locate(6).page == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{\\rtf1",
        b"{\\rtf1}",
        b"rtf",
        b"{" * 5000,
        HEAD + b"{" * 5000,
        b"{\\rtf1\\ansicpg99999 \\'e1\\u99999999?}",
    ],
)
def test_rubbish_is_refused_or_read(data: bytes) -> None:
    start = time.process_time()
    try:
        read_rtf(data, "x.rtf", ReadOptions())
    except ReadError as error:
        assert error.code in ("corrupt", "empty")
    assert time.process_time() - start < 1


_PARTS = [b"{", b"}", b"\\", b"\\par ", b"\\cell ", b"\\row ", b"\\intbl ", b"\\pard ", b"\\f1 ", b"\\f99 ", b"\\'e1", b"\\'zz", b"\\u-7?", b"\\u55357?",
          b"\\uc9 ", b"{\\footnote ", b"{\\*\\footnote ", b"\\ftnalt ", b"{\\fonttbl", b"\\deleted ", b"\\revised ", b"{\\listtext ", b"{\\shptxt ",
          b"{\\header ", b"{\\*\\annotation ", b"\\bin99 ", b"abc", b"\\b", b"\\fcharset9 ", b"\\*", b"\\super 1", b"\xff"]  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_fuzz(seed: int) -> None:
    rng = random.Random(seed)
    body = b"".join(rng.choice(_PARTS) for _ in range(rng.randint(0, 60)))
    try:
        document = read_rtf(HEAD + body, "x.rtf", ReadOptions())
    except ReadError:
        return
    assert "\n".join(document.text[p.start : p.end] for p in document.paragraphs) == document.text


def test_binary_data_that_claim_more_than_the_file_holds_are_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(*_: object) -> Document:
        raise AssertionError("LibreOffice counts every byte that is claimed")

    monkeypatch.setattr("vnreport_nlp.readers.rtf.via_soffice", convert)
    monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: "soffice")
    document = read(rb"con du\par{\pict\bin2000000000 xx}mat\par")
    assert document.text == "con du"
    assert [warning.code for warning in document.warnings] == ["cut_short"]


def test_braces_in_binary_data_do_not_count() -> None:
    document = read(rb"truoc\par{\pict\bin6 {{{{{{}sau\par")
    assert document.text == "truoc\nsau"
    assert not document.warnings


def test_the_count_of_stand_in_characters_is_said_again_in_every_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice forgets it there and swallowed the letter behind each ``\\uN`` of systems that write ``\\uc0``."""
    handed: list[bytes] = []

    def convert(data: bytes, *_: object) -> Document:
        handed.append(data)
        raise ReadError("converter_failed", "x.rtf", msg("Thử"), msg("Thử"))

    monkeypatch.setattr("vnreport_nlp.readers.rtf.via_soffice", convert)
    monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: "soffice")
    head = rb"{\rtf1\uc0 "
    cases = (
        (rb"a{\footnote b\u432 c}", rb"a{\footnote \uc0 b\u432 c}"),
        (rb"a{\footnote\ftnalt\pard b}", rb"a{\footnote\ftnalt\uc0 \pard b}"),
        (rb"{\headerf\pard b}{\footer\pard c}d", rb"{\headerf\uc0 \pard b}{\footer\uc0 \pard c}d"),
        (rb"{\uc1 a{\footnote b}}d{\footnote c}", rb"{\uc1 a{\footnote b}}d{\footnote \uc0 c}"),
        (rb"a\{\\footnote b{\footery1 c}", rb"a\{\\footnote b{\footery1 c}"),
        (rb"{\pict\bin13 {\footnote x}}b", rb"{\pict\bin13 {\footnote x}}b"),
    )  # fmt: skip
    for body, wanted in cases:
        read_rtf(head + body + b"}", "x.rtf", ReadOptions())
        assert handed.pop() == head + wanted + b"}"
    read_rtf(rb"{\rtf1\uc1 a{\footnote b}}", "x.rtf", ReadOptions())
    assert handed.pop() == rb"{\rtf1\uc1 a{\footnote b}}"


def test_numbers_of_old_programs_are_labels() -> None:
    mark = rb"{\*\pn\pnlvlbody\pnf0\pnindent0\pnstart1\pnucrm{\pntxta.}}"
    document = read(
        rb"\pard{\pntext\f0 I.\tab}" + mark + uni("TÌNH HÌNH") + rb"\par {\pntext\f0 II.\tab}" + uni("KẾT QUẢ")
        + rb"\par\pard{\pntext\f2\'B7\tab}" + uni("gạch đầu dòng") + rb"\par"
    )  # fmt: skip
    assert document.text == "I. TÌNH HÌNH\nII. KẾT QUẢ\n· gạch đầu dòng"
    assert document.warnings == ()
    assert read(rb"{\listtext 1.\tab}{\pntext 1.\tab}a\par").text == "1. a"


def test_numbers_of_old_programs_go_to_libreoffice_as_text() -> None:
    old = rb"{\rtf1 \pard{\pntext\f0 I.\tab}{\*\pn\pnlvlbody\pnucrm{\pntxta.}}A\par}"
    assert _numbered(old) == rb"{\rtf1 \pard{\f0 I.\tab}{\*\pnold\pnlvlbody\pnucrm{\pntxta.}}A\par}"
    for other in (rb"{\*\listtable}", rb"\bin3 abc"):
        assert _numbered(old[:-1] + other + b"}") == old[:-1] + other + b"}"


def test_lists_without_stored_numbers_are_told() -> None:
    document = read(rb"\pard\ls1\ilvl0 " + uni("TÌNH HÌNH") + rb"\par\pard " + uni("Đoạn văn.") + rb"\par")
    assert [w.code for w in document.warnings] == ["automatic_numbers_lost"]
    assert read(rb"\pard\ls1{\listtext 1.\tab}a\par\pard\ls1 b\par\pard\ls0 c").warnings == ()


@pytest.mark.parametrize("word", [rb"\sect\sectd", rb"\page", rb"\column"])
def test_breaks_part_paragraphs(word: bytes) -> None:
    document = read(rb"\pard " + uni("đoạn một.") + word + b" " + uni("II. KẾT QUẢ") + rb"\par")
    assert document.text == "đoạn một.\nII. KẾT QUẢ"
    labelled = read(rb"\pard{\listtext 1.\tab}" + word.replace(rb"\sect\sectd", b"") + rb" a\par")
    assert labelled.text == "1. a"


def test_text_told_twice_is_read_in_unicode() -> None:
    assert read(rb"{\upr{ascii}{\*\ud{" + uni("Việt Nam 88") + rb"}}} sau\par").text == "Việt Nam 88 sau"
    assert read(rb"{\v {\upr{a}{\*\ud{b}}}}{\info{\upr{a}{\*\ud{b}}}}c\par").text == "c"


def test_code_pages_without_a_number() -> None:
    for word, byte in ((b"mac", b"8e"), (b"pc", b"82"), (b"pca", b"82")):
        data = rb"{\rtf1\%s{\fonttbl{\f0 Times;}}\f0 a\'%sb\par}" % (word, byte)
        assert read_rtf(data, "x.rtf", ReadOptions()).text == "aéb"
