"""HTML: what a browser shows, Word's and LibreOffice's notes, lists, old fonts, charsets."""

from __future__ import annotations

import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.model import Document
from vnreport_nlp.readers.html import read_html
from vnreport_nlp.readers.options import ReadOptions


def read(text: str | bytes) -> Document:
    data = text.encode("utf-8") if isinstance(text, str) else text
    document = read_html(data, "x.html", ReadOptions())
    assert "\n".join(document.text[p.start : p.end] for p in document.paragraphs) == document.text
    return document


def test_what_is_not_shown_is_not_read() -> None:
    document = read(
        "<html><head><title>t</title><style>.an{display:none}</style><script>s</script></head><body><p>một</p>"
        "<p style='display:none'>ẩn</p><p class=an>ẩn</p><p hidden>ẩn</p><p>hai <span style='mso-hide:all'>ẩn</span>ba</p>"
        "<!-- ghi chú --><noscript>n</noscript><select><option>o</option></select></body></html>"
    )
    assert document.text == "một\nhai ba"


def test_changes_are_read_as_accepted() -> None:
    document = read("<p>Có <del>45</del><ins>46</ins> tổ chức</p><p><del>xóa cả đoạn</del></p>")
    assert document.text == "Có 46 tổ chức"
    assert [(r.kind, r.text) for r in document.revisions] == [
        ("deleted", "45"),
        ("inserted", "46"),
        ("deleted", "xóa cả đoạn"),
    ]


def test_headings_weight_and_alignment() -> None:
    document = read(
        "<h2 align=center>Đề mục</h2><p style='font-weight:700'>đậm <i>nghiêng</i></p><div style='text-align:center'>giữa</div>"
    )
    assert [p.level for p in document.paragraphs] == [2, None, None]
    assert [bool(p.bold) for p in document.paragraphs] == [True, True, False]
    assert [p.centered for p in document.paragraphs] == [True, False, True]
    assert document.text[document.paragraphs[1].italic[0].start :].startswith("nghiêng")


def test_lists_are_numbered_as_shown() -> None:
    document = read(
        "<ol start=3><li>ba<ol type=a><li>a1<li>a2</ol></li><li value=7>bảy</li></ol><ol style='list-style-type:upper-roman'><li>La Mã</ol>"
        "<ol reversed start=2><li>hai<li>một</ol><ul><li>gạch</ul><ol style='list-style:none'><li>trơn</ol>"
    )
    assert document.text.split("\n") == [
        "3. ba", "a. a1", "b. a2", "7. bảy", "I. La Mã", "2. hai", "1. một", "• gạch", "trơn",
    ]  # fmt: skip
    labels = [p.label_level for p in document.paragraphs]
    assert labels == [0, 1, 1, 0, 0, 0, 0, 0, None] and document.paragraphs[7].list_item
    assert document.source_offset(0) is None


def test_tables_with_spans_and_frames() -> None:
    document = read(
        "<table><tr><td colspan=2>a<td rowspan=2>b</tr><tr><td>c<td>d</tr></table><table><tr><td><p>I. Khung</p><p>chữ</p></table>"
    )
    assert [(p.story, p.cell) for p in document.paragraphs] == [
        ("table", (1, 1, 1)), ("table", (1, 1, 3)), ("table", (1, 2, 1)), ("table", (1, 2, 2)), ("body", None), ("body", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Chú thích</p></div>',
        ),
        (
            '<a href="bao-cao.htm#_ftn1">[1]</a>',
            "<div id=ftn1><p><a href='bao-cao.htm#_ftnref1'>[1]</a> Chú thích</p></div>",
        ),
        (
            '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a>Chú thích</p></div>',
        ),
    ],
)
def test_notes_of_word_and_libreoffice(mark: str, note: str) -> None:
    document = read(f"<p>số liệu{mark} năm</p>{note}")
    assert document.text == "số liệu năm\nChú thích"
    assert [(n.number, n.reference, document.text[n.start : n.end]) for n in document.footnotes] == [
        ("1", 6, "Chú thích")
    ]


def test_old_fonts_by_tag_style_and_sheet() -> None:
    old, new = "C«ng t¸c x©y dùng §¶ng", "Công tác xây dựng Đảng"
    assert read(f"<p><font face='.VnTime'>{old}</font></p>").text == new
    assert read(f"<p style='font-family:\".VnTime\",serif'>{old}</p>").text == new
    assert read(f"<style>p.MsoNormal {{font-family:.VnTime}}</style><p class=MsoNormal>{old}</p>").text == new
    assert (
        read(f"<p><font face='.VnTimeH'>b¸o c¸o</font> <font face='.VnTime'>{old}</font> và Đảng</p>").text
        == f"BÁO CÁO {new} và Đảng"
    )


def test_charsets() -> None:
    text = "Công tác xây dựng Đảng và hệ thống chính trị năm 2024"
    head = "<html><head><meta http-equiv=Content-Type content='text/html; charset={}'></head><body><p>"
    windows = "Công ta\u0301c"
    assert read(head.format("windows-1258").encode() + windows.encode("cp1258")).text == "Công tác"
    assert read(head.format("utf-8").encode() + text.encode()).text == text
    assert read(head.format("us-ascii").encode() + text.encode()).text == text
    assert read(("\ufeff<p>" + text).encode("utf-16")).text == text
    assert read(f"<p>{text}".encode()).text == text


def test_breaks_and_white_space() -> None:
    document = read("<div>Phần một<br>TIÊU ĐỀ<br>1. Mục một<br><br>Đoạn\n  dài   &nbsp;x</div><pre>a\n  b</pre>")
    assert document.text.split("\n") == ["Phần một TIÊU ĐỀ", "1. Mục một", "Đoạn dài x", "a", "b"]


def test_contents_headers_and_footers_stand_apart() -> None:
    document = read("<p class=MsoToc1>I. Một 1</p><div title=header><p>đầu</p></div><nav>liên kết</nav><p>thân</p>")
    assert [(p.story, document.text[p.start : p.end]) for p in document.paragraphs] == [
        ("toc", "I. Một 1"), ("toc", "liên kết"), ("body", "thân"), ("header", "đầu"),
    ]  # fmt: skip


def test_signs_of_a_symbol_font_are_read_as_shown() -> None:
    assert read("<p><font face=Wingdings>\uf0d8</font> I. Mục</p>").text == "➢ I. Mục"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a href="#fn1" class="footnote-ref" id="r1" role="doc-noteref"><sup>1</sup></a>',
            '<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Chú thích'
            '<a href="#r1" class="footnote-back" role="doc-backlink">↩</a></p></li></ol></section>',
        ),
        (
            '<sup id="fnref:a"><a href="#fn:a">1</a></sup>',
            '<div class="footnotes"><ol><li id="fn:a">Chú thích<a href="#fnref:a">↩</a></li></ol></div>',
        ),
        (
            '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
            '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>Chú thích</p></div>',
        ),
        (
            '<a epub:type="noteref" href="#n1">1</a>',
            '<aside epub:type="footnote" id="n1"><p>Chú thích</p></aside>',
        ),
        (
            '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>',
            '<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> Chú thích</li></ol>',
        ),
    ],
)  # fmt: skip
def test_notes_as_the_standards_mark_them(mark: str, note: str) -> None:
    document = read(f"<p>số liệu{mark} năm</p>{note}")
    assert document.text == "số liệu năm\nChú thích"
    assert [(n.number, n.reference, document.text[n.start : n.end]) for n in document.footnotes] == [
        ("1", 6, "Chú thích")
    ]


def test_marked_notes_that_nothing_refers_to_are_notes_without_a_place() -> None:
    document = read(
        '<p>Số liệu đến tháng 11.</p><section class="footnotes"><ol><li>Nguồn: xã Khe Đá</li></ol></section>'
    )
    assert [(n.reference, document.text[n.start : n.end]) for n in document.footnotes] == [(None, "Nguồn: xã Khe Đá")]


@pytest.mark.parametrize(
    "page",
    [
        '<p><a href="#m1">I. Kinh tế</a></p><h2 id="m1">I. Kinh tế</h2><p>Thu ngân sách tăng.</p>',
        '<p>Theo mục <a href="#m2">2</a> dưới đây.</p><ol><li id="m1">Trồng trọt</li><li id="m2">Chăn nuôi</li></ol>',
        '<p>xem Biểu <sup><a href="#b1">1</a></sup></p><p id="b1">Biểu 1. Dân số</p>',
        '<h2 id="tren">I. Kinh tế</h2><p>Thu ngân sách tăng.</p><p><a href="#tren">Về đầu trang</a></p>',
        '<div class="footer-note"><ol><li id="x">Nơi nhận</li></ol></div>',
    ],
)  # fmt: skip
def test_links_inside_a_page_make_no_notes(page: str) -> None:
    assert not read(page).footnotes


def test_a_page_nested_without_end_is_refused_before_its_notes_are_looked_for() -> None:
    inner = '<a href="#x">1</a>'
    with pytest.raises(ReadError):
        read("<div>" * 3000 + inner * 3000 + "</div>" * 3000 + '<p id="x">Chú thích</p>')
