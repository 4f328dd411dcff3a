"""Word files: what is read, where it stands, and the truth files."""

# Long because: one behaviour of Word a test, all on files made by the same helper.
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from docx_made import NS, abstract, docx, lvl, num, p, shared, style, styles
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_nlp.model import Document
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

VN = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'


def read(data: bytes) -> Document:
    document = read_docx(data, "x.docx", ReadOptions())
    check_traces(document)
    return document


def check_traces(document: Document) -> None:
    """Paragraphs tile the text, pieces tile the paragraphs."""
    assert "\n".join(document.text[q.start : q.end] for q in document.paragraphs) == document.text
    for q in document.paragraphs:
        if q.end > q.start:
            assert [q.pieces[0].start, *(x.end for x in q.pieces)] == [x.start for x in q.pieces] + [q.end]


def lines(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def made(name: str) -> tuple[Document, dict[str, object]]:
    folder = shared()
    if folder is None or not (folder / "made" / name).is_file():
        pytest.skip("shared/made is not here")
    truth = json.loads((folder / "made" / "truth.json").read_text(encoding="utf-8"))
    return read((folder / "made" / name).read_bytes()), truth[Path(name).stem]


@pytest.mark.parametrize(
    "name", ["01_hand_bold", "02a_autonum_direct", "04_footnotes", "06_tracked", "09_tcvn3_vntime", "12_toc"]
)
def test_truth_files(name: str) -> None:
    document, truth = made(f"{name}.docx")
    body = [re.sub(r"^\s*", "", document.text[q.start : q.end]) for q in document.paragraphs if q.story == "body"]
    at = 0
    for _, label, title, _ in truth["outline"]:  # type: ignore[attr-defined]
        found = next(
            (i for i in range(at, len(body)) if body[i].startswith(label) and title.lower() in body[i].lower()), None
        )
        assert found is not None, (label, title)
        at = found + 1
    notes = {n.number: document.text[n.start : n.end].split("\n") for n in document.footnotes if n.kind == "footnote"}
    assert notes == truth["footnotes"]


def test_truth_of_tracked_changes() -> None:
    document, truth = made("06_tracked.docx")
    assert all(t in document.text for t in truth["accepted_contains"])  # type: ignore[attr-defined]
    assert not any(t in document.text for t in truth["accepted_lacks"])  # type: ignore[attr-defined]
    assert [c.text for c in document.comments] == truth["comments"]
    assert document.text[document.comments[0].start : document.comments[0].end] == " trực thuộc"
    assert {r.kind for r in document.revisions} == {"inserted", "deleted", "moved"}


def test_truth_of_note_places() -> None:
    document, _ = made("04_footnotes.docx")
    after = {
        n.number: document.text[: n.reference + 1].rsplit("\n", 1)[-1]
        for n in document.footnotes
        if n.reference is not None
    }
    assert after["1"].endswith("ĐẶC ĐIỂM, TÌNH HÌNH") and after["2"].endswith("03 chương trình hành động")
    assert after["3"].endswith("nhiều bí thư kiêm nhiệm") and after["4"].endswith("Kết nạp đảng viên")


def test_headings_of_vietnamese_word_go_by_name_and_outline_level() -> None:
    part = styles(
        style("u1", "heading 1"), style("u2", "Heading 2"), style("con", "Mục con", based="u2"),
        style("lvl", "Riêng", ppr='<w:outlineLvl w:val="3"/>'), style("chu", "heading 3", ppr='<w:outlineLvl w:val="9"/>'),
        style("t1", "toc 1", ppr='<w:outlineLvl w:val="0"/>'),
    )  # fmt: skip
    body = p("a", style="u1") + p("b", style="u2") + p("c", style="con") + p("d", style="lvl") + p("e", style="chu")
    body += (
        p("f", ppr='<w:outlineLvl w:val="1"/>')
        + p("g", style="u1", ppr='<w:outlineLvl w:val="9"/>')
        + p("h", style="t1")
    )
    document = read(docx(body, style_part=part))
    assert [q.level for q in document.paragraphs] == [1, 2, 2, 4, None, 2, None, None]
    assert document.paragraphs[-1].story == "toc"


def test_label_stands_in_front_and_has_no_source() -> None:
    numbering = abstract(0, lvl(0, "upperRoman", "%1-")) + num(1, 0)
    document = read(docx(p("ĐẶC ĐIỂM", num=(1, 0), rpr="<w:b/>"), numbering=numbering))
    q = document.paragraphs[0]
    assert document.text == "I- ĐẶC ĐIỂM" and document.text[q.start : q.label_end] == "I-" and q.label_level == 0
    assert document.source_offset(0) is None and document.source_offset(3) == 0
    assert [(s.start, s.end) for s in q.bold] == [(0, 11)]
    assert document.locate(3).paragraph == 1


def test_weight_through_styles_and_toggles() -> None:
    part = styles(
        style("n", "Normal", more='w:default="1"', rpr="<w:i/>"), style("h", "heading 1", based="n", rpr="<w:b/>"),
        style("s", "Strong", kind="character", rpr="<w:b/>"), style("c", "Hoa", rpr="<w:caps/>", ppr='<w:jc w:val="center"/>'),
    )  # fmt: skip
    strong = '<w:rStyle w:val="s"/>'
    body = (
        p("bold", style="h")
        + p("not", style="h", rpr=strong)
        + p("x", rpr=strong)
        + p("direct", style="h", rpr='<w:b w:val="0"/>')
    )
    document = read(docx(body + p("đặc điểm", style="c"), style_part=part))
    assert [bool(q.bold) for q in document.paragraphs] == [True, False, True, False, False]
    assert all(q.italic for q in document.paragraphs[:4])
    assert (
        document.text.endswith("ĐẶC ĐIỂM")
        and document.paragraphs[-1].centered
        and document.paragraphs[0].centered is False
    )


def test_tables_merged_nested_and_frames() -> None:
    def cell(text: str, tcpr: str = "") -> str:
        return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{text}</w:tc>"

    span, down = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    inner = f"<w:tbl><w:tr>{cell(p('trong 1'))}{cell(p('trong 2'))}</w:tr></w:tbl>" + p("")
    table = (
        f"<w:tbl><w:tr>{cell(p('gộp'), span)}{cell(p('c'))}</w:tr>"
        f"<w:tr>{cell(p('dọc'), down)}{cell(p('e'))}{cell(inner)}</w:tr>"
        f"<w:tr>{cell(p(''), '<w:vMerge/>')}{cell(p('g'))}{cell(p('h'))}</w:tr></w:tbl>"
    )
    frame = f"<w:tbl><w:tr>{cell(p('I. Trong khung') + p('Nội dung'))}</w:tr></w:tbl>"
    document = read(docx(table + frame))
    cells = [(document.text[q.start : q.end], q.story, q.cell) for q in document.paragraphs]
    assert cells == [
        ("gộp", "table", (1, 1, 1)), ("c", "table", (1, 1, 3)), ("dọc", "table", (1, 2, 1)), ("e", "table", (1, 2, 2)),
        ("trong 1", "table", (2, 1, 1)), ("trong 2", "table", (2, 1, 2)), ("g", "table", (1, 3, 2)), ("h", "table", (1, 3, 3)),
        ("I. Trong khung", "body", None), ("Nội dung", "body", None),
    ]  # fmt: skip


def test_text_boxes_come_once_after_their_paragraph() -> None:
    box = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{p('trong hộp')}</w:txbxContent></wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('trong hộp')}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    document = read(
        docx(f"<w:p><w:r><w:t>trước</w:t></w:r><w:r>{box}</w:r><w:r><w:t> sau</w:t></w:r></w:p>" + p("cuối"))
    )
    assert document.text == "trước sau\ntrong hộp\ncuối"
    assert [q.story for q in document.paragraphs] == ["body", "textbox", "body"]


def test_text_boxes_of_every_paragraph_of_cells_and_of_notes_are_read() -> None:
    def box(*content: str) -> str:
        return f"<w:r><w:pict><v:textbox><w:txbxContent>{''.join(content)}</w:txbxContent></v:textbox></w:pict></w:r>"

    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    inner = f"<w:p><w:r><w:t>hộp có chú thích</w:t></w:r>{reference}{box(p('hộp trong hộp'))}</w:p>"
    body = p("không hộp") + f"<w:p>{box(p('một'))}{box(p('hai'))}</w:p>" + p("giữa") + f"<w:p>{box(inner)}</w:p>"
    body += (
        f"<w:tbl><w:tr><w:tc>{p('ô')}<w:p>{box(p('hộp trong ô'))}</w:p></w:tc><w:tc>{p('ô sau')}</w:tc></w:tr></w:tbl>"
    )
    note = f'<w:footnote w:id="1">{p("chú thích")}<w:p>{box(p("hộp của chú thích"))}</w:p></w:footnote>'
    document = read(docx(body, parts={"footnotes.xml": f"<w:footnotes {NS}>{note}</w:footnotes>"}))
    assert [(document.text[q.start : q.end], q.story) for q in document.paragraphs] == [
        ("không hộp", "body"), ("một", "textbox"), ("hai", "textbox"), ("giữa", "body"), ("hộp có chú thích", "textbox"),
        ("hộp trong hộp", "textbox"), ("ô", "table"), ("hộp trong ô", "textbox"), ("ô sau", "table"),
        ("chú thích", "footnote"), ("hộp của chú thích", "footnote"),
    ]  # fmt: skip


def test_fields_show_their_result_and_controls_their_content() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    nested = char("begin") + "<w:r><w:instrText> REF a </w:instrText></w:r>" + char("end")
    complex_field = (
        f"{char('begin')}<w:r><w:instrText> IF </w:instrText></w:r>{nested}<w:r><w:t>mã</w:t></w:r>{char('separate')}"
    )
    body = f"<w:p>{complex_field}<w:r><w:t>kết quả</w:t></w:r>{char('end')}</w:p>"
    body += '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    body += f"<w:sdt><w:sdtContent>{p('điều khiển')}</w:sdtContent></w:sdt>"
    body += "<w:p><w:sdt><w:sdtContent><w:r><w:t>trong dòng</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    assert lines(docx(body)) == ["kết quả", "7", "điều khiển", "trong dòng"]


def test_table_of_contents_by_field_is_flagged_and_ends() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        f"<w:p>{begin}<w:r><w:t>I. Một 1</w:t></w:r></w:p><w:p><w:r><w:t>II. Hai 2</w:t></w:r></w:p><w:p>{end}</w:p>"
        + p("I. Một")
    )
    assert [q.story for q in read(docx(body)).paragraphs] == ["toc", "toc", "body"]
    open_body = f"<w:p>{begin}<w:r><w:t>I. Một 1</w:t></w:r></w:p>" + p("I. Một")
    assert [q.story for q in read(docx(open_body)).paragraphs] == ["body", "body"]


def test_a_heading_that_holds_the_end_of_the_table_of_contents_is_a_heading() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entries = f"<w:p>{begin}<w:r><w:t>I. Một 1</w:t></w:r></w:p>" + p("II. Hai 2")
    document = read(docx(f"{entries}<w:p>{end}<w:r><w:t>I. Một</w:t></w:r></w:p>" + p("Nội dung")))
    assert [q.story for q in document.paragraphs] == ["toc", "toc", "body", "body"]
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    inside = p("MỤC LỤC") + f"{entries}<w:p>{end}</w:p>" + p("I. Một") + p("Gõ trong khung mục lục")
    document = read(docx(f"<w:sdt>{gallery}<w:sdtContent>{inside}</w:sdtContent></w:sdt>" + p("II. Hai")))
    assert [q.story for q in document.paragraphs] == ["toc", "toc", "toc", "body", "body", "body"]


def test_line_breaks_are_spaces_in_headings_and_cuts_before_items() -> None:
    body = "<w:p><w:r><w:t>Phần thứ nhất</w:t><w:br/><w:t>ĐẶC ĐIỂM</w:t></w:r></w:p>"
    body += "<w:p><w:r><w:t>Gồm:</w:t><w:br/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1. Một</w:t><w:br/><w:t>2. Hai</w:t></w:r></w:p>"
    document = read(docx(body))
    assert document.text == "Phần thứ nhất ĐẶC ĐIỂM\nGồm:\n1. Một\n2. Hai"
    assert [document.locate(q.start).paragraph for q in document.paragraphs] == [1, 2, 2, 2]


def test_two_blanks_are_one_and_blanks_that_do_not_break_are_blanks() -> None:
    """Justified and scanned text; where a character came from is not lost."""
    document = read(docx(p("Một\u00a0là,  học  tập   và làm theo")))
    assert document.text == "Một là, học tập   và làm theo", "more than two part columns"
    assert document.locate(document.text.index("làm")).paragraph == 1


@pytest.mark.parametrize(
    "markers",
    [
        ("I/", "1/", "a/"), ("I:", "1.", "a."), ("A -", "1 -", "a)"), ("1.", "1.1", "1.2"), ("I.", "I.1.", "I.1.a."),
        ("PHẦN I:", "1.", "2."), ("Phần thứ nhất.", "1.", "2."), ("➢", "❖", "✓"),
    ],
)  # fmt: skip
def test_line_breaks_before_every_form_of_marker(markers: tuple[str, ...]) -> None:
    """Text pasted into one paragraph has the lines that it would have in several."""
    told = ["Gồm có:", *(f"{m} Công tác chung" for m in markers)]
    document = read(docx("<w:p><w:r>" + "<w:br/>".join(f"<w:t>{t}</w:t>" for t in told) + "</w:r></w:p>"))
    assert document.text.split("\n") == told


def test_text_under_a_heading_behind_a_line_break_is_a_paragraph() -> None:
    def broken(*texts: str, bold: int = 0, ppr: str = "", split: str = "<w:br/>") -> str:
        runs = [
            f"<w:r><w:rPr>{'<w:b/>' if n < bold else ''}</w:rPr>{split if n else ''}<w:t>{t}</w:t></w:r>"
            for n, t in enumerate(texts)
        ]
        return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(runs)}</w:p>"

    prose = "Trong nhiệm kỳ, Đảng bộ đã lãnh đạo hoàn thành các nhiệm vụ được giao."
    cut = [
        broken("I. ĐẶC ĐIỂM", prose), broken("1. Thuận lợi", prose, bold=1), broken("1. Thuận lợi", prose),
        broken("1. Thuận lợi", "không có", bold=1), broken("Thuận lợi", prose, ppr='<w:outlineLvl w:val="0"/>'),
    ]  # fmt: skip
    for body in cut:
        found = read(docx(body)).paragraphs
        assert len(found) == 2 and found[1].level is None, body
    whole = [
        broken("1. Công tác xây dựng Đảng về chính trị,", "tư tưởng và đạo đức", bold=2), broken("I. ĐẶC ĐIỂM", "TÌNH HÌNH"),
        broken("1. Công tác xây dựng Đảng và", "Mặt trận Tổ quốc huyện Minh Long."), broken("- Ý thứ nhất", prose),
        broken("Phần thứ nhất", "ĐẶC ĐIỂM"), broken("Q. CHÁNH VĂN PHÒNG", "Họ và tên"), broken("I. KẾT QUẢ", "(từ năm 2020)"),
    ]  # fmt: skip
    for body in whole:
        assert len(read(docx(body)).paragraphs) == 1, body
    assert len(read(docx(broken("1. Thuận lợi", prose, prose, "tiếp theo", "2. Khó khăn", prose))).paragraphs) == 5
    assert len(read(docx(broken(prose, prose))).paragraphs) == 1
    page = broken("Hết phần trước.", "I. ĐẶC ĐIỂM", split='<w:br w:type="page"/>')
    assert lines(docx(page)) == ["Hết phần trước.", "I. ĐẶC ĐIỂM"]


def test_special_characters() -> None:
    runs = "<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:sym w:font='Wingdings' w:char='F0FC'/>"
    raised = "<w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
    assert lines(docx(f"<w:p><w:r>{runs}</w:r>{raised}{hidden}</w:p>")) == ["a-b\tcd✓m²"]


def test_tcvn3_by_font_of_run_style_or_defaults() -> None:
    old = "B¸o c¸o chÝnh trÞ t­ t­ëng"
    new = "Báo cáo chính trị tư tưởng"
    caps = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    assert lines(docx(p(old, rpr=VN) + p("Đã gõ Unicode", rpr=VN) + p("b¸o c¸o", rpr=caps))) == [
        new,
        "Đã gõ Unicode",
        "BÁO CÁO",
    ]
    part = styles(style("n", "Normal", more='w:default="1"', rpr=VN), style("m", "Mục", based="n"))
    assert lines(docx(p(old, style="m"), style_part=part)) == [new]
    assert lines(docx(p(old), style_part=styles(defaults=VN))) == [new]
    soft = f"<w:p><w:r><w:rPr>{VN}</w:rPr><w:t>chÝnh trÞ t</w:t><w:softHyphen/><w:t> t</w:t><w:softHyphen/><w:t>ëng</w:t></w:r></w:p>"
    document = read(docx(p(old, rpr=VN) + soft))
    assert document.text.split("\n")[1] == "chính trị tư tưởng" and document.encoding == "tcvn3"


def test_changed_text_of_an_old_font_is_decoded_too() -> None:
    run = "<w:r><w:rPr>" + VN + "</w:rPr><w:{0}>{1}</w:{0}></w:r>"
    body = p("C«ng t¸c x©y dùng §¶ng vÒ chÝnh trÞ", rpr=VN)
    body += f"<w:p><w:del w:author='A'>{run.format('delText', 'nhiÖm vô')}</w:del><w:ins w:author='A'>{run.format('t', 'gi¶i ph¸p')}</w:ins></w:p>"
    assert [(r.kind, r.text) for r in read(docx(body)).revisions] == [
        ("deleted", "nhiệm vụ"),
        ("inserted", "giải pháp"),
    ]


def test_vni_by_font_and_unicode_under_a_vni_name() -> None:
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    assert lines(docx(p("Coâng taùc xaây döïng Ñaûng", rpr=vni))) == ["Công tác xây dựng Đảng"]
    assert lines(docx(p("là bà mà cà phê", rpr=vni) + p("Công tác xây dựng", rpr=vni))) == [
        "là bà mà cà phê",
        "Công tác xây dựng",
    ]


def test_deleted_marks_join_and_the_last_mark_decides() -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0)
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    body = p("một", num=(1, 0)) + p("hai ", num=(1, 0), ppr=gone) + p("ba") + p("bốn", num=(1, 0))
    document = read(docx(body, numbering=numbering))
    assert document.text == "1. một\nhai ba\n2. bốn"
    assert [x.paragraph for x in document.paragraphs[1].pieces] == [2, 3]
    assert [(r.kind, r.text) for r in document.revisions] == [("deleted", "¶")]


def test_changes_without_characters_are_told_and_mere_looks_are_not() -> None:
    by = 'w:id="1" w:author="Lan"'
    note, picture = '<w:r><w:footnoteReference w:id="2"/></w:r>', "<w:r><w:drawing/></w:r>"
    code = '<w:r><w:delInstrText> HYPERLINK "x" </w:delInstrText></w:r>'
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {by}/></w:numPr>'
    styled = f'<w:pStyle w:val="Heading1"/><w:pPrChange {by}><w:pPr/></w:pPrChange>'
    looks = f'<w:jc w:val="both"/><w:pPrChange {by}><w:pPr/></w:pPrChange>'
    cases = {
        f"<w:p><w:r><w:t>chữ</w:t></w:r><w:del {by}>{note}</w:del></w:p>": ("deleted", "*"),
        f"<w:p><w:r><w:t>chữ</w:t></w:r><w:ins {by}>{note}</w:ins></w:p>": ("inserted", "*"),
        f"<w:p><w:r><w:t>chữ</w:t></w:r><w:del {by}>{picture}</w:del></w:p>": ("deleted", "▣"),
        f"<w:p><w:del {by}>{code}</w:del><w:r><w:t>chữ</w:t></w:r></w:p>": ("deleted", '{HYPERLINK "x"}'),
        p("chữ", ppr=numbered): ("inserted", "¶"), p("chữ", ppr=styled): ("inserted", "¶"), p("chữ", ppr=looks): None,
    }  # fmt: skip
    for body, told in cases.items():
        assert [(r.kind, r.text, r.author) for r in read(docx(body)).revisions] == ([(*told, "Lan")] if told else [])


def test_moved_and_deleted_rows() -> None:
    row = (
        f"<w:tr><w:trPr><w:del w:id='1' w:author='A'/></w:trPr><w:tc>{p('hàng xóa')}</w:tc><w:tc>{p('x')}</w:tc></w:tr>"
    )
    keep = f"<w:tr><w:tc>{p('còn')}</w:tc><w:tc>{p('lại')}</w:tc></w:tr>"
    moved = (
        "<w:p><w:moveFrom w:id='1' w:author='B'><w:r><w:t>câu</w:t></w:r></w:moveFrom><w:r><w:t>đầu</w:t></w:r></w:p>"
    )
    moved += "<w:p><w:moveTo w:id='2' w:author='B'><w:r><w:t>câu</w:t></w:r></w:moveTo></w:p>"
    document = read(docx(f"<w:tbl>{keep}{row}</w:tbl>" + moved))
    assert document.text == "còn\nlại\nđầu\ncâu"
    assert [(r.kind, r.text) for r in document.revisions] == [("deleted", "hàng xóa x"), ("moved", "câu")]


def test_notes_numbering_formats_and_order() -> None:
    notes = "".join(
        f'<w:footnote w:id="{i}">{p(f"chú thích {i}")}{p("tiếp") if i == 3 else ""}</w:footnote>' for i in (3, 2)
    )
    parts = {
        "footnotes.xml": f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>{notes}</w:footnotes>',
        "endnotes.xml": f'<w:endnotes {NS}><w:endnote w:id="1">{p("cuối")}</w:endnote></w:endnotes>',
        "settings.xml": f'<w:settings {NS}><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/></w:footnotePr></w:settings>',
    }
    ref = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f"<w:p><w:r><w:t>a</w:t></w:r><w:r><w:endnoteReference w:id='1'/></w:r>{ref.format(2)}<w:r><w:t>b</w:t></w:r>{ref.format(3)}{ref.format(9)}</w:p>"
    document = read(docx(body, parts=parts))
    assert document.text == "ab\nchú thích 2\nchú thích 3\ntiếp\n\ncuối"
    assert [(n.number, n.kind, n.reference) for n in document.footnotes] == [
        ("b", "footnote", 0), ("c", "footnote", 1), ("d", "footnote", 1), ("i", "endnote", 0),
    ]  # fmt: skip
    assert [w.code for w in document.warnings] == ["note_without_text"]


def test_comments_over_paragraphs_and_without_a_range() -> None:
    comment = (
        '<w:comment w:id="{}" w:author="Bà C"><w:p><w:r><w:t>ý</w:t></w:r><w:r><w:t>kiến</w:t></w:r></w:p></w:comment>'
    )
    parts = {"comments.xml": f"<w:comments {NS}>{comment.format(1)}{comment.format(2)}{comment.format(3)}</w:comments>"}
    body = "<w:p><w:r><w:t>a</w:t></w:r><w:commentRangeStart w:id='1'/><w:r><w:t>b</w:t></w:r></w:p>"
    body += "<w:p><w:r><w:t>c</w:t></w:r><w:commentRangeEnd w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>"
    body += "<w:r><w:t>d</w:t><w:commentReference w:id='2'/></w:r></w:p>"
    document = read(docx(body, parts=parts))
    assert [(document.text[c.start : c.end], c.start, c.text, c.author) for c in document.comments] == [
        ("b\nc", 1, "ýkiến", "Bà C"), ("", 4 + 1, "ýkiến", "Bà C"),
    ]  # fmt: skip


def test_headers_and_footers_stand_apart() -> None:
    parts = {
        "header1.xml": f"<w:hdr {NS}>{p('DỰ THẢO')}</w:hdr>",
        "footer1.xml": f"<w:ftr {NS}>{p('chân trang')}</w:ftr>",
    }
    section = '<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:headerReference w:type="default" r:id="r1"/></w:sectPr>'
    document = read(docx(p("thân") + section, parts=parts))
    assert [(q.story, document.text[q.start : q.end]) for q in document.paragraphs] == [
        ("body", "thân"), ("header", "DỰ THẢO"), ("footer", "chân trang"),
    ]  # fmt: skip


def test_pages_by_layout_else_by_breaks_else_none() -> None:
    rendered = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>"
    hard = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    layout = read(docx(p("một") + hard + rendered))
    assert layout.page_basis == "layout" and layout.locate(layout.text.index("hai")).page == 2
    breaks = read(docx(p("một") + hard + p("hai") + p("ba", ppr="<w:pageBreakBefore/>")))
    assert breaks.page_basis == "breaks" and [breaks.locate(q.start).page for q in breaks.paragraphs] == [1, 2, 3]
    plain = read(docx(p("một")))
    assert plain.page_basis == "none" and plain.locate(0).page is None


def test_strict_macro_and_external_files_are_read_with_a_word() -> None:
    strict = docx(p("nghiêm"), main_type="document.main")
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            for old, new in (
                (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
                (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
            ):  # fmt: skip
                text = text.replace(old, new)
            target.writestr(name, text)
    assert lines(out.getvalue()) == ["nghiêm"]
    document = read(docx(p("macro"), parts={"vbaProject.bin": "x"}))
    assert document.text == "macro" and [w.code for w in document.warnings] == ["macros_ignored"]


def test_pictures_and_embedded_parts_are_no_text() -> None:
    from vnreport_nlp.errors import ReadError

    blip = '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>'
    with pytest.raises(ReadError) as caught:
        read(docx(blip * 3))
    assert caught.value.code == "no_text_layer"
    assert [w.code for w in read(docx(blip * 3 + p("Trang 1"))).warnings] == ["pages_as_images"]
    with pytest.raises(ReadError) as caught:
        read(docx('<w:altChunk r:id="r1"/>'))
    assert caught.value.code == "unsupported"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.text("aăâđệốứ .,-12\t", min_size=1, max_size=8), st.booleans()), min_size=1, max_size=4),
        min_size=1,
        max_size=6,
    )
)
def test_every_character_leads_back_to_its_paragraph(paragraphs: list[list[tuple[str, bool]]]) -> None:
    runs = [[(t.replace("\t", " "), b) for t, b in q] for q in paragraphs]
    body = "".join(
        "<w:p>"
        + "".join(f"<w:r><w:rPr>{'<w:b/>' * b}</w:rPr><w:t xml:space='preserve'>{t}</w:t></w:r>" for t, b in q)
        + "</w:p>"
        for q in runs
    )
    raw = ["".join(t for t, _ in q) for q in runs]
    if not "".join(raw).strip():
        return
    document = read(docx(body))
    for offset, char in enumerate(document.text):
        piece = document.piece_at(offset)
        source = document.source_offset(offset)
        if source is None and char == " ":
            continue  # between a number and its title, which stood in two paragraphs
        if char != "\n" and piece is not None and piece.start <= offset < piece.end:
            assert piece.paragraph is not None and source is not None
            assert raw[piece.paragraph - 1][source] == char
    for q in document.paragraphs:
        bold = {i for s in q.bold for i in range(s.start, s.end)}
        flags = [b for t, b in runs[q.pieces[0].paragraph - 1] for _ in t]  # type: ignore[operator]
        told = [(o, at) for o in range(q.start, q.end) if (at := document.source_offset(o)) is not None]
        assert all(
            (o in bold) == flags[at] for o, at in told if document.piece_at(o).paragraph == q.pieces[0].paragraph
        )  # type: ignore[union-attr]


@pytest.mark.real
def test_real_files_read_whole() -> None:
    folder = shared()
    if folder is None or not (folder / "real").is_dir():
        pytest.skip("shared/real is not here")
    for file in sorted((folder / "real").glob("*.docx")):
        document = read(file.read_bytes())
        assert document.quality > 0.98 and len(document.paragraphs) > 50, file.name


@pytest.mark.parametrize(
    ("box", "first"),
    [
        (("0", "<wp:wrapTopAndBottom/>"), True), (("900000", "<wp:wrapTopAndBottom/>"), False), (("0", "<wp:wrapSquare/>"), False),
        (("-500000", "<wp:wrapNone/>"), True), (("-100000", "<wp:wrapNone/>"), False), (("0pt", "topAndBottom"), True),
        (("40pt", "topAndBottom"), False), (("0pt", "square"), False),
    ],
)  # fmt: skip
def test_a_box_that_is_seen_above_its_paragraph_is_read_before_it(box: tuple[str, str], first: bool) -> None:
    top, wrap = box
    inside = f"<w:txbxContent>{p('I. ĐẶC ĐIỂM')}</w:txbxContent>"
    if "pt" in top:
        drawn = (
            f'<w:pict><v:shape style="position:absolute;margin-top:{top};height:30pt"><v:textbox>{inside}</v:textbox>'
            f'<w10:wrap xmlns:w10="urn:schemas-microsoft-com:office:word" type="{wrap}"/></v:shape></w:pict>'
        )
    else:
        wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        drawn = (
            f'<w:drawing><wp:anchor xmlns:wp="{wp}"><wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="5000000" cy="400000"/>{wrap}<wps:txbx>{inside}</wps:txbx></wp:anchor></w:drawing>'
        )
    document = read(docx(p("trước") + f"<w:p><w:r>{drawn}</w:r><w:r><w:t>Nội dung.</w:t></w:r></w:p>"))
    wanted = ["trước", "I. ĐẶC ĐIỂM", "Nội dung."] if first else ["trước", "Nội dung.", "I. ĐẶC ĐIỂM"]
    assert document.text.split("\n") == wanted
