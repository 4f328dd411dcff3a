"""Automatic numbers: formats, counters, overrides, styles."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_made import abstract, docx, lvl, num, p, start_override, style, styles

from vnreport_nlp.outline import outline, parse_marker
from vnreport_nlp.outline.labels import parse_label
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.docx_formats import format_number, vietnamese_cardinal, vietnamese_ordinal
from vnreport_nlp.readers.options import ReadOptions


def labels(data: bytes) -> list[str]:
    document = read_docx(data, "x.docx", ReadOptions())
    return [document.text[q.label.start : q.label.end] if q.label else "" for q in document.paragraphs]


ROMAN = (
    lvl(0, "upperRoman", "%1."),
    lvl(1, "decimal", "%2."),
    lvl(2, "decimal", "%2.%3."),
    lvl(3, "lowerLetter", "%4)"),
)


def listed(*levels: int, key: int = 1) -> str:
    return "".join(p("x", num=(key, level)) for level in levels)


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (14, "decimalZero", "14"), (9, "upperRoman", "IX"), (1994, "lowerRoman", "mcmxciv"),
        (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (53, "lowerLetter", "aaa"), (0, "upperRoman", "0"),
        (1, "cardinalText", "Một"), (21, "cardinalText", "Hai mươi mốt"), (15, "cardinalText", "Mười lăm"),
        (1, "ordinalText", "Thứ nhất"), (4, "ordinalText", "Thứ tư"), (3, "vietnameseCounting", "ba"), (5, "chicago", "**"),
        (3, "decimalEnclosedCircle", "③"), (2, "decimalEnclosedParen", "⑵"), (7, "numberInDash", "- 7 -"), (255, "hex", "FF"),
        (3, "none", ""), (12, "chineseCounting", "十二"), (3, "noSuchFormat", "3"),
    ],
)  # fmt: skip
def test_formats(number: int, kind: str, shown: str) -> None:
    assert format_number(number, kind) == shown


def test_formats_by_language_and_custom_pattern() -> None:
    assert format_number(22, "ordinal", lang="en-US") == "22nd"
    assert format_number(12, "ordinalText", lang="en-US") == "Twelfth"
    assert format_number(40, "ordinalText", lang="en-US") == "Fortieth"
    assert format_number(101, "cardinalText", lang="en-GB") == "One hundred one"
    assert format_number(7, "custom", custom="001, 002, 003, ...") == "007"


def test_vietnamese_words() -> None:
    words = {0: "không", 5: "năm", 11: "mười một", 35: "ba mươi lăm", 105: "một trăm linh năm", 1000: "một nghìn",
             1005: "một nghìn không trăm linh năm", 2341: "hai nghìn ba trăm bốn mươi mốt"}  # fmt: skip
    assert {n: vietnamese_cardinal(n) for n in words} == words
    assert vietnamese_ordinal(14) == "thứ mười bốn"


def test_multilevel_restarts_below_each_parent() -> None:
    data = docx(listed(0, 1, 1, 2, 2, 3, 0, 1, 2, 3, 3), numbering=abstract(0, *ROMAN) + num(1, 0))
    assert labels(data) == ["I.", "1.", "2.", "2.1.", "2.2.", "a)", "II.", "1.", "1.1.", "a)", "b)"]


def test_instances_of_one_abstract_list_count_on() -> None:
    body = listed(0, 0) + listed(0, key=2) + listed(0)
    assert labels(docx(body, numbering=abstract(0, *ROMAN) + num(1, 0) + num(2, 0))) == ["I.", "II.", "III.", "IV."]


def test_start_override_acts_once_at_first_use() -> None:
    body = listed(0, 0) + listed(0, 0, key=2) + listed(0) + listed(0, key=2)
    numbering = abstract(0, *ROMAN) + num(1, 0) + num(2, 0, start_override(0, 1))
    assert labels(docx(body, numbering=numbering)) == ["I.", "II.", "I.", "II.", "III.", "IV."]


def test_start_override_of_an_unused_parent_is_its_start() -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2")) + num(1, 0, start_override(0, 5))
    assert labels(docx(listed(1, 1), numbering=numbering)) == ["5.1", "5.2"]


def test_legal_numbering_turns_romans_into_figures() -> None:
    levels = (lvl(0, "upperRoman", "%1"), lvl(1, "decimalZero", "%1.%2", more="<w:isLgl/>"))
    assert labels(docx(listed(0, 0, 1), numbering=abstract(0, *levels) + num(1, 0)))[2] == "2.1"


def test_level_restart_rules() -> None:
    never = (lvl(0, "decimal", "%1."), lvl(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>'))
    assert labels(docx(listed(0, 1, 1, 0, 1), numbering=abstract(0, *never) + num(1, 0)))[-1] == "3)"
    first = (
        lvl(0, "decimal", "%1."),
        lvl(1, "decimal", "%2."),
        lvl(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="1"/>'),
    )
    body = listed(0, 1, 2, 1, 2, 0, 1, 2)
    assert [x for x in labels(docx(body, numbering=abstract(0, *first) + num(1, 0))) if ")" in x] == ["a)", "b)", "a)"]


@pytest.mark.parametrize("linked", [True, False])
def test_a_style_takes_the_level_of_the_nearest_style_that_has_one(linked: bool) -> None:
    links = ('<w:pStyle w:val="u1"/>', '<w:pStyle w:val="u2"/>') if linked else ('<w:pStyle w:val="u1"/>', "")
    levels = (lvl(0, "upperRoman", "%1.", more=links[0]), lvl(1, "decimal", "%2.", more=links[1]))
    part = styles(
        style("u1", "heading 1", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        style("u2", "heading 2", based="u1", ppr='<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        style("con", "Đề mục con", based="u2"),
        style("phan", "Đề mục phần", based="u1"),
    )
    body = "".join(p(text, style=key) for text, key in zip("ABCDE", ("u1", "u2", "con", "phan", "con"), strict=True))
    found = labels(docx(body, numbering=abstract(0, *levels) + num(1, 0), style_part=part))
    assert found == ["I.", "1.", "2.", "II.", "1."]


def test_style_linked_levels_and_half_in_style() -> None:
    levels = (
        lvl(0, "upperRoman", "%1-", more='<w:pStyle w:val="u1"/>'),
        lvl(1, "decimal", "%2.", more='<w:pStyle w:val="u2"/>'),
    )
    part = styles(
        style("u1", "heading 1", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        style("u2", "heading 2", ppr='<w:numPr><w:ilvl w:val="7"/><w:numId w:val="1"/></w:numPr>'),
        style("con", "Đề mục con", based="u2"),
    )
    body = (
        p("A", style="u1")
        + p("B", style="u2")
        + p("C", style="con")
        + p("D", style="u1", ppr='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    )
    body += p("E", style="u1", ppr='<w:numPr><w:numId w:val="0"/></w:numPr>') + p("F", style="u1")
    assert labels(docx(body, numbering=abstract(0, *levels) + num(1, 0), style_part=part)) == [
        "I-",
        "1.",
        "2.",
        "3.",
        "",
        "II-",
    ]


def test_numbering_style_link() -> None:
    numbering = abstract(0, *ROMAN, more='<w:styleLink w:val="Muc"/>') + abstract(
        1, more='<w:numStyleLink w:val="Muc"/>'
    )
    numbering += num(1, 0) + num(2, 1)
    part = styles(style("Muc", "Mục", kind="numbering", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'))
    assert labels(docx(listed(0, 1, key=2), numbering=numbering, style_part=part)) == ["I.", "1."]


def test_level_override_replaces_the_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "Điều %1.", start=4)}</w:lvlOverride>'
    assert labels(docx(listed(0, 0), numbering=abstract(0, *ROMAN) + num(1, 0, override))) == ["Điều 4.", "Điều 5."]


def test_empty_numbered_paragraphs_count_and_table_cells_share_the_list() -> None:
    table = f"<w:tbl><w:tr><w:tc>{listed(0)}</w:tc><w:tc>{listed(0)}</w:tc></w:tr></w:tbl>"
    body = listed(0) + p("", num=(1, 0)) + table + listed(0)
    assert labels(docx(body, numbering=abstract(0, *ROMAN) + num(1, 0))) == ["I.", "II.", "III.", "IV.", "V."]


def test_bullets_are_signs_that_text_can_hold() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    levels = (
        lvl(0, "bullet", "\uf0b7").replace("</w:lvl>", fonts + "</w:lvl>"),
        lvl(1, "bullet", "-"),
        lvl(2, "bullet", "\uf0f9"),
    )
    document = read_docx(docx(listed(0, 1, 2), numbering=abstract(0, *levels) + num(1, 0)), "x", ReadOptions())
    assert document.text == "• x\n- x\n- x"
    assert all(q.list_item and q.label_level == i for i, q in enumerate(document.paragraphs))


def test_undefined_lists_and_levels_have_no_number() -> None:
    body = listed(0, key=9) + listed(5) + p("y", num=(1, 99))
    assert labels(docx(body, numbering=abstract(0, *ROMAN) + num(1, 0))) == ["", "", ""]


def test_cardinal_words_before_a_lead() -> None:
    numbering = abstract(0, lvl(0, "cardinalText", "%1 là,"), lvl(1, "ordinalText", "%2,")) + num(1, 0)
    assert labels(docx(listed(0, 0, 1, 1), numbering=numbering)) == ["Một là,", "Hai là,", "Thứ nhất,", "Thứ hai,"]


@pytest.mark.parametrize(
    ("form", "kind"), [("Phần thứ %1:", "part"), ("PHẦN %1", "part"), ("%1.", "arabic"), ("Nhóm %1", "arabic")]
)
def test_parts_counted_in_words_are_headings(form: str, kind: str) -> None:
    prose = p("Trong năm, đơn vị đã hoàn thành các nhiệm vụ được giao, đời sống của người lao động được nâng lên.")
    body = "".join(
        p(f"PHẦN VIỆC {a}", num=(1, 0)) + p(f"Đã làm {a}", num=(1, 1)) + prose + p(f"Còn lại {a}", num=(1, 1)) + prose
        for a in "ABCDE"
    )
    levels = (lvl(0, "vietnameseCounting", form), lvl(1, "decimal", "%2."))
    found = outline(read_docx(docx(body, numbering=abstract(0, *levels) + num(1, 0)), "x.docx", ReadOptions())).sections
    assert [s.number for s in found] == [f"{n}{x}" for n in range(1, 6) for x in ("", ".1", ".2")]
    assert {(s.kind, s.title) for s in found if s.parent is None} == {(kind, f"PHẦN VIỆC {a}") for a in "ABCDE"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [("PHẦN THỨ MỘT: A", 1), ("PHẦN THỨ BỐN. A", 4), ("Phần thứ tư: A", 4), ("Phần thứ mười: A", 10)],
)
def test_parts_typed_in_words(typed: str, value: int) -> None:
    marker = parse_marker(typed)
    assert marker is not None and (marker.kind, marker.value, typed[marker.end :]) == ("part", value, "A")
    assert parse_marker("Phần thứ yếu: A") is None


@pytest.mark.parametrize(("label", "value"), [("mười.", 10), ("Phần thứ mười một:", 11), ("Bảng hai", None)])
def test_words_beyond_ten_and_captions(label: str, value: int | None) -> None:
    marker = parse_label(label)
    assert (None if marker is None else marker.value) == value


def test_a_hidden_number_counts_and_is_not_shown() -> None:
    hidden = [x.replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>") for x in ROMAN[:2]]
    body = p("I. ĐẶC ĐIỂM", num=(1, 0)) + p("5. Dân số", num=(1, 1)) + p("x", num=(1, 2))
    data = docx(body, numbering=abstract(0, *hidden, ROMAN[2]) + num(1, 0))
    assert labels(data) == ["", "", "1.1."]
    found = outline(read_docx(data, "x.docx", ReadOptions())).sections
    assert [(s.marker, s.title) for s in found[:2]] == [("I.", "ĐẶC ĐIỂM"), ("5.", "Dân số")]
    shown = [x.replace("<w:vanish/>", '<w:vanish w:val="0"/>') for x in hidden]
    assert labels(docx(body, numbering=abstract(0, *shown) + num(1, 0)))[:2] == ["I.", "1."]


@pytest.mark.parametrize(
    ("form", "typed", "text", "marker", "title"),
    [
        ("%1", ". ĐẶC ĐIỂM", "1. ĐẶC ĐIỂM", "1.", "ĐẶC ĐIỂM"),
        ("%1.", "4. Dân số", "1.4. Dân số", "1.4.", "Dân số"),
        ("%1. ", "Dân số", "1. Dân số", "1.", "Dân số"),
        ("%1", "Dân số", "1 Dân số", "1", "Dân số"),
    ],
)
def test_nothing_between_the_number_and_what_is_typed(
    form: str, typed: str, text: str, marker: str, title: str
) -> None:
    level = lvl(0, "decimal", form, more='<w:suff w:val="nothing"/>')
    document = read_docx(docx(p(typed, num=(1, 0)), numbering=abstract(0, level) + num(1, 0)), "x", ReadOptions())
    assert document.text == text
    assert [(s.marker, s.title) for s in outline(document).sections] == [(marker, title)]


def test_a_number_over_its_title_has_a_place() -> None:
    numbering = abstract(0, lvl(0, "upperRoman", "PHẦN %1")) + num(1, 0)
    prose = p("Trong năm, đơn vị đã hoàn thành các nhiệm vụ được giao.")
    body = "".join(p("", num=(1, 0)) + p(title) + prose for title in ("ĐẶC ĐIỂM", "KẾT QUẢ"))
    document = read_docx(docx(body, numbering=numbering), "x.docx", ReadOptions())
    found = outline(document).sections
    assert [(s.title, document.locate(s.heading.start).paragraph) for s in found] == [("ĐẶC ĐIỂM", 1), ("KẾT QUẢ", 4)]


@pytest.mark.parametrize("target", ["lists\\own.xml", "..\\word\\lists\\own.xml", "\\word\\lists\\own.xml"])
def test_links_written_as_windows_writes_paths(target: str) -> None:
    out = io.BytesIO()
    data = docx(listed(0, 0), numbering=abstract(0, *ROMAN) + num(1, 0))
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace('Target="word/document.xml"', 'Target="word\\document.xml"')
            text = text.replace('Target="numbering.xml"', f'Target="{target}"')
            made.writestr(name.replace("numbering.xml", "lists/own.xml"), text)
    assert labels(out.getvalue()) == ["I.", "II."]


def test_label_of_an_old_font_is_decoded() -> None:
    level = lvl(0, "upperRoman", "PhÇn %1").replace(
        "</w:lvl>", '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:lvl>'
    )
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    data = docx(p("C«ng t¸c x©y dùng §¶ng vÒ chÝnh trÞ", num=(1, 0), rpr=old), numbering=abstract(0, level) + num(1, 0))
    document = read_docx(data, "x", ReadOptions())
    assert document.text == "Phần I Công tác xây dựng Đảng về chính trị"
    assert document.paragraphs[0].label is not None
    assert document.encoding == "tcvn3"


def test_words_follow_the_language_of_the_document() -> None:
    numbering = abstract(0, lvl(0, "ordinalText", "%1")) + num(1, 0)
    english, body = styles(defaults='<w:lang w:val="en-US"/>'), listed(0)
    assert labels(docx(body, numbering=numbering, style_part=english)) == ["First"]
    vietnamese = p("x", num=(1, 0), rpr='<w:lang w:val="vi-VN"/>')
    assert labels(docx(vietnamese, numbering=numbering, style_part=english)) == ["Thứ nhất"]
