"""Markdown and plain text: marks, notes, cuts, tables, and offsets that lead back to the source."""

from __future__ import annotations

import os
import textwrap
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_nlp.errors import ReadError
from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import ReadOptions, read, read_bytes
from vnreport_nlp.readers.encodings import decode_text
from vnreport_nlp.readers.limits import Limits
from vnreport_nlp.text import narrow, nfc, nfc_shifts

SHARED = Path(os.environ.get("VNREPORT_SHARED", Path(__file__).parents[2] / "shared"))
REAL = SHARED / "real" / "duc-pho-2024.md"
LONG = "Ban Thường vụ đã lãnh đạo, chỉ đạo các cấp ủy trực thuộc thực hiện tốt công tác quy hoạch, rà soát, bổ sung "


def text_of(source: str, **options: object) -> Document:
    return read_bytes(source.encode(), "thu.txt", options=ReadOptions(**options))  # type: ignore[arg-type]


def paragraphs(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs]


def assert_traced(document: Document, raw: str) -> None:
    """Every character of the text comes from the same character of the decoded source."""
    assert document.text == "\n".join(paragraphs(document))
    for paragraph in document.paragraphs:
        assert (
            "".join(document.text[p.start : p.end] for p in paragraph.pieces)
            == document.text[paragraph.start : paragraph.end]
        )
        for offset in range(paragraph.start, paragraph.end):
            source = document.source_offset(offset)
            if source is None:
                continue
            char = document.text[offset]
            if char == " ":
                assert raw[source].isspace() or not raw[source].isprintable()
            elif char in "Đđ":
                assert raw[source] in "ĐđÐðƉɖ"
            else:
                read_as = narrow(unicodedata.normalize("NFC", raw[source]))
                before = max(0, source - 8) if unicodedata.combining(char) else source  # marks are put in order
                assert (
                    nfc(raw[source : source + 8]).startswith(char)
                    or char in read_as
                    or (before < source and char in nfc(raw[before : source + 8]))
                )


def test_heading_marks_become_levels_and_ranges() -> None:
    d = text_of("## **I. ĐẶC ĐIỂM**\n\n**2.2. Nguyên nhân:** Công tác *chỉ đạo* chậm.\n\n#### ***1.1. Ưu điểm***\n")
    assert paragraphs(d) == ["I. ĐẶC ĐIỂM", "2.2. Nguyên nhân: Công tác chỉ đạo chậm.", "1.1. Ưu điểm"]
    assert [p.level for p in d.paragraphs] == [2, None, 4]
    assert [d.text[s.start : s.end] for p in d.paragraphs for s in p.bold] == [
        "I. ĐẶC ĐIỂM",
        "2.2. Nguyên nhân:",
        "1.1. Ưu điểm",
    ]
    assert [d.text[s.start : s.end] for p in d.paragraphs for s in p.italic] == ["chỉ đạo", "1.1. Ưu điểm"]
    assert d.format == "md"
    assert [d.locate(p.start).line for p in d.paragraphs] == [1, 3, 5]


@pytest.mark.parametrize("source, expected", [
    ("> Trích nguyên văn nghị quyết.", "Trích nguyên văn nghị quyết."),
    (r"1\. Công tác xây dựng Đảng \- tư tưởng", "1. Công tác xây dựng Đảng - tư tưởng"),
    ("- Một gạch đầu dòng", "- Một gạch đầu dòng"),
    ("* Một dấu sao", "* Một dấu sao"),
    ("Ghi chú (*) ở dưới", "Ghi chú (*) ở dưới"),
    ("*", "*"),
    ("Diện tích 118 km<sup>2</sup> và 5 m²", "Diện tích 118 km2 và 5 m²"),
    ("Xem [trang của tỉnh](https://a.vn/b) để rõ", "Xem trang của tỉnh để rõ"),
    ("Ký tên ________", "Ký tên ________"),
    ("**chưa đóng dấu đậm", "chưa đóng dấu đậm"),
    ("dòng một<br>dòng hai", "dòng một dòng hai"),
])  # fmt: skip
def test_only_formatting_marks_go(source: str, expected: str) -> None:
    d = text_of(source)
    assert d.text == expected
    assert_traced(d, source)


@pytest.mark.parametrize("reference, definition", [
    ("<sup>1</sup>", "<sup>1</sup> "), ("[^1]", "[^1]: "), ("¹", "¹ "), ("<SUP>1</SUP>", "<SUP>1</SUP>"), ("**<sup>(1)</sup>**", "<sup>(1)</sup> "),
])  # fmt: skip
def test_notes(reference: str, definition: str) -> None:
    d = text_of(f"Có 03 đề án{reference} được ban hành.\n\n{definition}Đề án số 07-ĐA/TU.\n\nĐoạn cuối.")
    assert paragraphs(d) == ["Có 03 đề án được ban hành.", "Đoạn cuối.", "Đề án số 07-ĐA/TU."]
    (note,) = d.footnotes
    assert (note.number, d.text[note.start : note.end]) == ("1", "Đề án số 07-ĐA/TU.")
    assert note.reference is not None
    assert d.text[: note.reference + 1] == "Có 03 đề án"
    assert d.paragraphs[-1].story == "footnote"
    assert d.locate(note.start).footnote == "1"


def test_notes_numbered_anew_on_each_page() -> None:
    d = text_of(
        "Trang một<sup>1</sup>.\n\n<sup>1</sup> Chú thích A.\n\nTrang hai<sup>1</sup>.\n\n<sup>1</sup> Chú thích B."
    )
    got = [(d.text[n.start : n.end], d.text[: (n.reference or 0) + 1].split("\n")[-1]) for n in d.footnotes]
    assert got == [("Chú thích A.", "Trang một"), ("Chú thích B.", "Trang hai")]


def test_reference_without_text_is_a_warning_and_no_digit() -> None:
    d = text_of("Có 03 đề án<sup>7</sup> được ban hành.")
    assert d.text == "Có 03 đề án được ban hành."
    assert [(w.code, w.detail) for w in d.warnings] == [("note_without_text", "7")]


@pytest.mark.parametrize(
    "after",
    ["cán bộ nhiệm kỳ 2020 - 2025.", "Chỉ thị của Tỉnh ủy về tăng cường sự lãnh đạo đối với công tác tư tưởng."],
)
def test_paragraph_cut_by_notes_is_whole_again(after: str) -> None:
    d = text_of(f"# I. MỞ ĐẦU\n\n{LONG}<sup>1</sup>\n\n<sup>1</sup> Chú thích.\n\n{after}\n\n# II. KẾT")
    assert paragraphs(d)[1] == LONG + after
    assert {p.line for p in d.paragraphs[1].pieces} == {3, 7}


@pytest.mark.parametrize("before, after", [
    (LONG + "xong.", "cán bộ nhiệm kỳ 2020 - 2025."), (LONG, "2. Công tác tư tưởng"), (LONG, "- cán bộ nhiệm kỳ"), (LONG, "a) cán bộ nhiệm kỳ"),
    (LONG, "# cán bộ"), (LONG, "Nơi nhận:"), (LONG, "T/M BAN THƯỜNG VỤ"), ("1. Công tác tư tưởng", "cán bộ nhiệm kỳ"), ("# " + LONG, "cán bộ"),
    (LONG, "Một là, coi trọng công tác xây dựng Đảng, nâng cao năng lực lãnh đạo và sức chiến đấu của tổ chức đảng."),
    (LONG.upper(), "cán bộ nhiệm kỳ 2020 - 2025."), (LONG, "Hai đoạn không có gì ở giữa thì chữ hoa đứng đầu là một đoạn mới, không nối vào đoạn trước."),
])  # fmt: skip
def test_what_must_not_be_joined(before: str, after: str) -> None:
    d = text_of(f"I. MỞ ĐẦU\n\n{before}\n\n{after}\n")
    assert len(d.paragraphs) == 3


def test_symbol_cut_at_its_hyphen_has_no_space() -> None:
    d = text_of(f"I. MỞ ĐẦU\n\n{LONG}theo Kết luận số 21-\n\nKL/TW ngày 25/10/2021.")
    assert "Kết luận số 21-KL/TW ngày" in d.text


@pytest.mark.parametrize("blank", ["\n\n", "\n"])
def test_hand_wrapped_text(blank: str) -> None:
    whole = [
        "I. ĐẶC ĐIỂM, TÌNH HÌNH", LONG * 3 + "hết.", "1. Công tác tư tưởng", LONG * 2 + "đạt kết quả.", "- Gạch đầu dòng: " + LONG * 2 + "xong.",
        "II. KẾT QUẢ", LONG * 4 + "hết đoạn.",
    ]  # fmt: skip
    d = text_of(blank.join(textwrap.fill(p, 80, break_on_hyphens=False) for p in whole))
    assert paragraphs(d) == [" ".join(p.split()) for p in whole]
    assert len({p.line for p in d.paragraphs[1].pieces}) > 3


def test_a_bracket_that_closes_at_a_line_s_beginning_is_no_marker() -> None:
    whole = [
        LONG * 3 + "hết.", "- Bồi dưỡng 94 lượt người trong cả năm (chuyên môn 58, lý luận chính trị 21, kỹ năng 15).", LONG * 4 + "hết đoạn.",
    ]  # fmt: skip
    lines = "\n".join(textwrap.fill(p, 85, break_on_hyphens=False) for p in whole)
    assert "\n15)." in lines
    assert paragraphs(text_of(lines)) == [" ".join(p.split()) for p in whole]


def test_lines_are_paragraphs_when_not_wrapped() -> None:
    lines = ["I. ĐẶC ĐIỂM", LONG + "xong.", "Đoạn hai.", "Đoạn ba.", "- Ban Tổ chức Tỉnh ủy,", "- Lưu Văn phòng."]
    assert paragraphs(text_of("\n".join(lines))) == [line.strip() for line in lines]


def test_table_cells() -> None:
    d = text_of("| TT | Chỉ tiêu |\n|---|---|\n| 1 | Kết nạp **381** đảng viên |\n\nĐoạn sau.")
    assert [(d.text[p.start : p.end], p.story, p.cell) for p in d.paragraphs] == [
        ("TT", "table", (1, 1, 1)), ("Chỉ tiêu", "table", (1, 1, 2)), ("1", "table", (1, 2, 1)),
        ("Kết nạp 381 đảng viên", "table", (1, 2, 2)), ("Đoạn sau.", "body", None),
    ]  # fmt: skip


def test_page_numbers_and_form_feeds() -> None:
    d = text_of(f"I. MỞ ĐẦU\n\n{LONG}\n1\n\f{LONG}\n2\n\fđược bổ sung.\n3\n\fHết.")
    assert paragraphs(d) == ["I. MỞ ĐẦU", LONG + LONG + "được bổ sung.", "Hết."]
    assert d.page_basis == "breaks"
    assert d.locate(len(d.text) - 1).page == 4


def test_contents_lines_are_toc() -> None:
    d = text_of("MỤC LỤC\nI. ĐẶC ĐIỂM ......... 1\nII. KẾT QUẢ\t5\n\nI. ĐẶC ĐIỂM\nĐoạn.")
    assert [p.story for p in d.paragraphs] == ["body", "toc", "toc", "body", "body"]


@pytest.mark.parametrize("data, code", [
    (b"", "empty"), (b"  \n\t ", "empty"), (b"\0" * 5000, "wrong_type"), (b"\xef\xbb\xbf", "empty"), (bytes(range(256)) * 40, "wrong_type"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "wrong_type"), (b"MIME-Version: 1.0\nContent-Type: multipart/related", "corrupt"),
    (b"<?xml version='1.0'?><svg/>", "wrong_type"), ("\u200b\u200b".encode(), "empty"), (b"***\n---\n", "empty"),
])  # fmt: skip
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "x.txt")
    assert caught.value.code == code
    assert str(caught.value.message) and str(caught.value.hint)


def test_limits() -> None:
    for data, limits in (
        (b"a\n\n" * 50, Limits(paragraphs=10)),
        (b"a" * 200, Limits(text_chars=100)),
        (b"a" * 200, Limits(file_bytes=100)),
    ):
        with pytest.raises(ReadError) as caught:
            read_bytes(data, "x.txt", options=ReadOptions(limits=limits))
        assert caught.value.code == "too_large"


def test_missing_and_owner_files(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "khong-co.txt")
    assert caught.value.code == "unsupported"
    (tmp_path / "~$du-thao.docx").write_bytes(b"x")
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "~$du-thao.docx")
    assert caught.value.code == "wrong_type"


VIETNAMESE = st.text(
    st.sampled_from("aăâeêioôơuưyđbcgnt áàảãạấ ớựỵ ỂĐ 0123456789 .,;:-*_#>|\\<>[]()^\n\n\r\t\f\u0301\u0323\u200b²¹“”…‑")
    | st.characters(codec="utf-8"),
    max_size=300,
)
PARTS = st.lists(
    st.sampled_from(["<sup>1</sup>", "[^2]", "**đậm**", "*", "***", "# ", "I. ", "\n", "\n\n", "| a | b |\n", LONG, "e\u0302\u0301", "²", "> ", "&nbsp;", "\\*", "<br>", "1\n"])
    | VIETNAMESE,
    max_size=25,
).map("".join)  # fmt: skip


@given(PARTS)
@settings(max_examples=300, deadline=None)
def test_every_character_leads_back_to_its_source(source: str) -> None:
    data = source.encode("utf-8", "ignore")
    try:
        raw = decode_text(data, "x").text
        document = read_bytes(data, "x.md")
    except ReadError:
        return
    if document.format in ("md", "txt"):
        assert_traced(document, raw)
        assert document.text == nfc(document.text) or max(document.text) >= "\u0300"


@given(
    st.text(
        st.sampled_from("aeou\u0302\u0301\u0323\u0344\u1100\u1161\u11a8\u200bđẬ가\u09c7\u09be") | st.characters(),
        max_size=60,
    )
)
@settings(max_examples=500, deadline=None)
def test_nfc_shifts_agree_with_nfc(raw: str) -> None:
    text, shifts = nfc_shifts(raw)
    assert text == nfc(raw)
    assert list(shifts) == sorted(set(shifts))
    assert all(0 <= source < len(raw) for _, source in shifts)


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_nothing_but_read_errors_comes_out(data: bytes) -> None:
    try:
        document = read_bytes(data, "x")
    except ReadError:
        return
    assert 0 <= document.quality <= 1


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_file(), reason=f"báo cáo thật không có ở đây ({REAL.name})")
def test_real_report() -> None:
    d = read(REAL)
    joined = [sorted({p.line or 0 for p in q.pieces}) for q in d.paragraphs if len({p.line for p in q.pieces}) > 1]
    assert joined == [
        [32, 40], [46, 54], [72, 80], [90, 100], [126, 134], [140, 148], [154, 164], [170, 176], [204, 206], [222, 224], [244, 246], [260, 264], [276, 278],
    ]  # fmt: skip
    assert [n.number for n in d.footnotes] == [str(n) for n in range(1, 32)]
    assert all(n.reference is not None and n.end > n.start for n in d.footnotes)
    assert_traced(d, REAL.read_text(encoding="utf-8"))


def test_full_width_signs_are_read_as_usual_ones() -> None:
    raw = "Ｉ．　KẾT QUẢ\n\n（１） Kinh tế\n\nTăng １２，５％ so với năm trước；\nｂ） Văn hóa: “tốt”.\n"
    d = text_of(raw)
    assert paragraphs(d) == ["I. KẾT QUẢ", "(1) Kinh tế", "Tăng 12,5% so với năm trước;", "b) Văn hóa: “tốt”."]
    at = d.text.index("12,5%")
    assert [d.source_offset(at + k) for k in range(5)] == [raw.index("１２") + k for k in range(5)]
    assert [s.number for s in outline(d).sections][:2] == ["I", "I.1"]
