"""OpenDocument texts: lists, tracked changes, notes, comments, tables, styles."""

from __future__ import annotations

import io
import zipfile

import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.odt import read_odt
from vnreport_nlp.readers.options import ReadOptions

SPACES = {
    "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing", "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}  # fmt: skip
NS = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in SPACES.items())
NS += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'


def odt(body: str, *, automatic: str = "", common: str = "", manifest: str = "", before: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"{before}<office:document-content {NS}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {NS}>{common}</office:document-styles>")
        archive.writestr("META-INF/manifest.xml", f"<m>{manifest}</m>")
    return out.getvalue()


def read(data: bytes) -> Document:
    document = read_odt(data, "x.odt", ReadOptions())
    assert "\n".join(document.text[p.start : p.end] for p in document.paragraphs) == document.text
    return document


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="-"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="\uf0b7"/></text:list-style>'
)


def item(*levels: int, more: str = "") -> str:
    """Paragraphs at list levels, each in lists of its own that continue the numbering."""
    return "".join(
        f'<text:list text:style-name="L" text:continue-numbering="true"{more}><text:list-item>'
        + "<text:list><text:list-item>" * level
        + "<text:p>x</text:p>"
        + "</text:list-item></text:list>" * level
        + "</text:list-item></text:list>"
        for level in levels
    )


def test_list_numbers() -> None:
    document = read(odt(item(0, 1, 2, 2, 1, 0, 1, 3), automatic=LIST))
    assert document.text.split("\n") == ["I- x", "1. x", "1.1. x", "1.2. x", "2. x", "II- x", "1. x", "• x"]
    assert [p.label_level for p in document.paragraphs] == [0, 1, 2, 2, 1, 0, 1, 3] and document.paragraphs[
        -1
    ].list_item


def test_lists_restart_unless_they_continue() -> None:
    own = '<text:list text:style-name="L"><text:list-item text:start-value="4"><text:p>a</text:p><text:p>tiếp</text:p></text:list-item>'
    own += "<text:list-header><text:p>đầu</text:p></text:list-header><text:list-item><text:p>b</text:p></text:list-item></text:list>"
    assert read(odt(item(0) + own, automatic=LIST)).text.split("\n") == ["I- x", "IV- a", "tiếp", "đầu", "V- b"]


def test_numbered_headings_by_outline_style() -> None:
    outline = '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="A" style:num-suffix="."/></text:outline-style>'
    body = '<text:h text:outline-level="1">một</text:h><text:h text:outline-level="2">hai</text:h><text:h text:outline-level="1">ba</text:h>'
    document = read(odt(body, common=outline))
    assert document.text == "A. một\nhai\nB. ba" and [p.level for p in document.paragraphs] == [1, 2, 1]


def test_tracked_changes_notes_and_comments() -> None:
    tracked = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info><dc:creator>A</dc:creator>'
        '</office:change-info><text:p>45</text:p></text:deletion></text:changed-region><text:changed-region text:id="i"><text:insertion>'
        "<office:change-info><dc:creator>B</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p>'
        "<text:p>tiếp</text:p></text:note-body></text:note>"
    )
    comment = (
        '<office:annotation office:name="c"><dc:creator>C</dc:creator><text:p>xem lại</text:p></office:annotation>'
    )
    body = (
        f'{tracked}<text:p>Có <text:change text:change-id="d"/><text:change-start text:change-id="i"/>46 tổ</text:p>'
        f'<text:p>chức<text:change-end text:change-id="i"/> đảng{note} {comment}số<office:annotation-end office:name="c"/>.</text:p>'
    )
    document = read(odt(body))
    assert document.text == "Có 46 tổ\nchức đảng số.\nchú thích\ntiếp"
    assert [(r.kind, r.text, r.author) for r in document.revisions] == [
        ("deleted", "45", "A"), ("inserted", "46 tổ", "B"), ("inserted", "chức", "B"),
    ]  # fmt: skip
    assert document.footnotes[0].reference == document.text.index(" số") - 1
    assert [(document.text[c.start : c.end], c.text, c.author) for c in document.comments] == [("số", "xem lại", "C")]


def test_styles_tables_boxes_and_white_space() -> None:
    automatic = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
        '<style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="V" style:family="text"><style:text-properties fo:font-family="\'.VnTime\'"/></style:style>'
    )
    body = (
        '<text:p text:style-name="C">một <text:span text:style-name="B">đậm</text:span><text:s text:c="2"/>x<text:line-break/>y</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell/>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>hộp:<draw:frame><draw:text-box><text:p>trong hộp</text:p></draw:text-box></draw:frame> sau</text:p>"
        '<text:p><text:span text:style-name="V">C«ng t¸c x©y dùng §¶ng</text:span></text:p>'
    )
    document = read(odt(body, automatic=automatic))
    assert document.text.split("\n") == ["một đậm x y", "a", "b", "hộp: sau", "trong hộp", "Công tác xây dựng Đảng"]
    first = document.paragraphs[0]
    assert first.centered and [(s.start, s.end) for s in first.bold] == [(4, 7)] and first.italic
    assert [(p.story, p.cell) for p in document.paragraphs[1:5]] == [
        ("table", (1, 1, 1)), ("table", (1, 1, 3)), ("body", None), ("textbox", None),
    ]  # fmt: skip


def test_a_level_below_those_of_headings_and_an_empty_one_are_running_text() -> None:
    levels = {"T": "10", "H": "2", "E": ""}
    made = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="T" style:default-outline-level="{level}"/>'
        for name, level in levels.items()
    )
    made += '<style:style style:name="F" style:family="paragraph" style:parent-style-name="E"/>'
    document = read(odt("".join(f'<text:p text:style-name="{n}">{n}</text:p>' for n in "THEF"), automatic=made))
    assert [p.level for p in document.paragraphs] == [None, 2, None, None]


@pytest.mark.parametrize(
    ("look", "shown"),
    [('fo:font-variant="small-caps"', "KẾT QUẢ"), ('fo:font-variant="normal"', "kết quả"), ('fo:text-transform="uppercase"', "KẾT QUẢ")],
)  # fmt: skip
def test_small_capitals_are_capitals(look: str, shown: str) -> None:
    made = f'<style:style style:name="C" style:family="paragraph"><style:text-properties {look}/></style:style>'
    assert read(odt('<text:p text:style-name="C">kết quả</text:p>', automatic=made)).text == shown


def test_contents_headers_and_what_is_refused() -> None:
    contents = "<text:table-of-content><text:table-of-content-source><text:p>mẫu</text:p></text:table-of-content-source><text:index-body><text:p>I. Một 1</text:p></text:index-body></text:table-of-content>"
    master = "<style:master-page><style:footer><text:p>trang</text:p></style:footer><style:header><text:p>đầu</text:p></style:header></style:master-page>"
    document = read(odt(contents + "<text:p>thân</text:p>", common=master))
    assert [p.story for p in document.paragraphs] == ["toc", "body", "header", "footer"]
    for data, code in (
        (odt("<text:p>x</text:p>", manifest="<encryption-data/>"), "encrypted"),
        (odt("<text:p>&x;</text:p>", before="<!DOCTYPE a [<!ENTITY x 'y'>]>"), "unsafe_xml"),
        (odt("<text:section>" * 240 + "</text:section>" * 240), "corrupt"),
        (odt(""), "empty"),
    ):
        with pytest.raises(ReadError) as caught:
            read_odt(data, "x.odt", ReadOptions())
        assert caught.value.code == code
    assert read_bytes(odt("<text:p>cửa trước</text:p>"), "x.doc").format == "odt"


def test_a_deletion_that_still_stands_in_its_place_is_no_text() -> None:
    head = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Ba</dc:creator>'
        "</office:change-info></text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = (
        '<text:p><text:change-start text:change-id="c1"/>I. Mục cũ</text:p>'
        '<text:p><text:change-end text:change-id="c1"/>I. Mục mới</text:p>'
    )
    document = read(odt(head + body))
    assert document.text.strip() == "I. Mục mới"
    assert [(r.kind, r.text, r.author) for r in document.revisions] == [("deleted", "I. Mục cũ", "Ba")]


def test_signs_of_a_symbol_font_are_read_as_shown() -> None:
    wing = '<style:style style:name="T" style:family="text"><style:text-properties fo:font-family="Wingdings"/></style:style>'
    assert (
        read(odt('<text:p><text:span text:style-name="T">\uf0d8</text:span> I. Mục</text:p>', automatic=wing)).text
        == "➢ I. Mục"
    )


def test_fields_that_hide_text_or_a_paragraph() -> None:
    def hidden(state: str) -> str:
        return f'<text:hidden-text text:is-hidden="{state}" text:string-value="kín"/>'

    body = f"<text:p>a {hidden('true')}{hidden('false')}</text:p>"
    for state in ("true", "false"):
        body += f'<text:p><text:hidden-paragraph text:is-hidden="{state}"/>Đoạn này {state} đã được giấu đi khỏi trang in của báo cáo</text:p>'
    document = read(odt(body))
    shown = document.text.split("\n")
    assert len(shown) == 2 and shown[0] == "a kín" and "false" in shown[1]
    assert [w.code for w in document.warnings] == ["unseen_text"]


def test_items_that_stand_in_no_list_or_name_a_list_of_their_own() -> None:
    own = LIST + '<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>'  # fmt: skip
    apart = "".join(
        f'<text:numbered-paragraph text:list-id="q" text:level="{level}" text:style-name="L"><text:p>x</text:p></text:numbered-paragraph>'
        for level in (1, 2, 1)
    )
    assert read(odt(apart, automatic=own)).text.split("\n") == ["I- x", "1. x", "II- x"]
    item = '<text:list-item text:style-override="M"><text:p>x</text:p></text:list-item><text:list-item><text:p>y</text:p></text:list-item>'
    assert read(odt(f'<text:list text:style-name="L">{item}</text:list>', automatic=own)).text.split("\n") == [
        "a) x",
        "II- y",
    ]


def test_an_old_font_that_is_declared_nowhere() -> None:
    old = '<style:style style:name="V" style:family="paragraph"><style:text-properties style:font-name=".VnTime"/></style:style>'
    assert read(odt('<text:p text:style-name="V">§¶ng bé x·</text:p>', automatic=old)).text == "Đảng bộ xã"
