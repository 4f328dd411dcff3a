"""Signs, figures and odd letters of Word files as they are seen on the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx_made import NS, abstract, docx, lvl, num, p, style, styles

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline, parse_marker
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.html import read_html
from vnreport_nlp.readers.legacy import encode_tcvn3, encode_vni
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.text import fold, nfc

PROSE = "Trong nhiệm kỳ, Đảng bộ huyện đã lãnh đạo hoàn thành các nhiệm vụ, đời sống của nhân dân được nâng lên rõ rệt."
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def read(body: str, **more: object) -> Document:
    return read_docx(docx(body, **more), "a.docx", ReadOptions())  # type: ignore[arg-type]


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def sym(name: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{name}" w:char="{code}"/></w:r>'


def test_a_sign_is_what_its_font_shows() -> None:
    codes = {"F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B4": "×", "F0AE": "→", "F0B7": "•", "F061": "α"}
    for code, shown in codes.items():
        assert read(f"<w:p>{sym('Symbol', code)}<w:r><w:t> 95%</w:t></w:r></w:p>").text == f"{shown} 95%"
    assert read(f"<w:p>{sym('Wingdings', 'F0A3')}<w:r><w:t> ô</w:t></w:r></w:p>").text == "□ ô"
    assert read(p("\uf0b3 95%", rpr=font("Symbol"))).text == "≥ 95%"
    assert read(p("\uf0b7 một", rpr=font("Symbol"))).text == "• một"
    assert (
        read(f"<w:p><w:r><w:rPr>{font('Wingdings')}</w:rPr><w:t>§</w:t></w:r><w:r><w:t> ô</w:t></w:r></w:p>").text
        == "▪ ô"
    )
    assert read(p("Tỷ lệ đạt 95%", rpr=font("Symbol"))).text == "Tỷ lệ đạt 95%"


def test_an_ornament_before_a_number_hides_no_heading() -> None:
    body = "".join(
        f"<w:p>{sym('Wingdings', 'F076')}<w:r><w:t> {n}. {t}</w:t></w:r></w:p>" + p(PROSE)
        for n, t in (("I", "ĐẶC ĐIỂM"), ("II", "KẾT QUẢ"), ("III", "BÀI HỌC"))
    )
    assert [f"{s.number}|{s.title}" for s in outline(read(body)).sections] == [
        "I|ĐẶC ĐIỂM",
        "II|KẾT QUẢ",
        "III|BÀI HỌC",
    ]


@pytest.mark.parametrize(("first", "signs"), [(0xF081, "①②"), (0xF08C, "❶❷")])
def test_numbers_in_circles_are_numbers(first: int, signs: str) -> None:
    titles = ("Phát triển nghề", "Mở lớp buổi tối")
    body = "".join(
        f"<w:p>{sym('Wingdings', f'{first + k:X}')}<w:r><w:t> {t}</w:t></w:r></w:p>" + p(PROSE)
        for k, t in enumerate(titles)
    )
    document = read(p("I. KẾT QUẢ") + p(PROSE) + body)
    assert [(s.number, s.marker, s.title) for s in outline(document).sections[1:]] == [
        ("I.1", signs[0], titles[0]), ("I.2", signs[1], titles[1]),
    ]  # fmt: skip
    assert read(p(f"{chr(first)} một", rpr=font("Wingdings"))).text == f"{signs[0]} một"
    assert read(f"<w:p>{sym('Wingdings 2', f'{first:X}')}</w:p>" + p("một")).text == "•\nmột"


def test_fractions_and_raised_digits_are_not_glued_to_the_figure_before() -> None:
    def run(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:oMath {M}><m:f><m:num>{run('85')}</m:num><m:den>{run('100')}</m:den></m:f></m:oMath>"
    power = f"<m:oMath {M}><m:sSup><m:e>{run('10')}</m:e><m:sup>{run('2')}</m:sup></m:sSup></m:oMath>"
    assert read(f"<w:p><w:r><w:t>Đạt </w:t></w:r>{fraction}</w:p>").text == "Đạt 85/100"
    assert read(f"<w:p>{power}<w:r><w:t> 2</w:t></w:r></w:p>").text == "10² 2"
    raised = '<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>3</w:t></w:r>'
    assert read(f"<w:p><w:r><w:t>250</w:t></w:r>{raised}</w:p>").text == "250³"
    assert read(p("2503", rpr='<w:position w:val="0"/>')).text == "2503"


def test_notes_are_counted_by_section_and_by_its_own_format() -> None:
    def section(more: str) -> str:
        return f"<w:sectPr><w:footnotePr>{more}</w:footnotePr></w:sectPr>"

    def reference(key: int) -> str:
        return f'<w:r><w:t>chữ</w:t></w:r><w:r><w:footnoteReference w:id="{key}"/></w:r>'

    notes = "".join(f'<w:footnote w:id="{k}">{p(f"chú {k}")}</w:footnote>' for k in (1, 2, 3))
    parts = {"footnotes.xml": f"<w:footnotes {NS}>{notes}</w:footnotes>"}
    each = '<w:numRestart w:val="eachSect"/>'
    body = f"<w:p>{reference(1)}{reference(2)}</w:p><w:p><w:pPr>{section(each)}</w:pPr></w:p><w:p>{reference(3)}</w:p>{section(each)}"
    assert [n.number for n in read(body, parts=parts).footnotes] == ["1", "2", "1"]
    roman = section('<w:numFmt w:val="upperRoman"/>')
    body = f"<w:p><w:pPr>{roman}</w:pPr>{reference(1)}</w:p><w:p>{reference(2)}{reference(3)}</w:p><w:sectPr/>"
    assert [n.number for n in read(body, parts=parts).footnotes] == ["I", "2", "3"]


def test_old_fonts_in_comments_and_deleted_rows_and_across_runs() -> None:
    old = f"<w:rPr>{font('.VnTime')}</w:rPr>"
    text = encode_tcvn3("Kiểm tra lại số liệu đảng viên")
    comment = f'<w:comment w:id="1" w:author="Lan"><w:p><w:r>{old}<w:t>{text}</w:t></w:r></w:p></w:comment>'
    place = '<w:commentRangeStart w:id="1"/><w:r><w:t>chữ</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    row = f'<w:tbl><w:tr><w:trPr><w:del w:id="2" w:author="Lan"/></w:trPr><w:tc><w:p><w:r>{old}<w:delText>{text}</w:delText></w:r></w:p></w:tc></w:tr></w:tbl>'
    document = read(f"<w:p>{place}</w:p>{row}", parts={"comments.xml": f"<w:comments {NS}>{comment}</w:comments>"})
    assert [c.text for c in document.comments] == ["Kiểm tra lại số liệu đảng viên"]
    assert [r.text for r in document.revisions] == ["Kiểm tra lại số liệu đảng viên"]
    vni = encode_vni("Công tác tư tưởng được giữ vững, đời sống nhân dân nâng lên")
    runs = "".join(
        f'<w:r><w:rPr>{font("VNI-Times")}{"<w:b/>" if k % 2 else ""}</w:rPr><w:t xml:space="preserve">{c}</w:t></w:r>'
        for k, c in enumerate(vni)
    )
    document = read(f"<w:p>{runs}</w:p>")
    assert document.text == "Công tác tư tưởng được giữ vững, đời sống nhân dân nâng lên"
    assert [document.source_offset(k) for k in (0, 1, 2)] == [0, 1, vni.index("n")]


def test_capitals_of_the_style_count_for_the_number_and_a_drop_cap_is_a_letter() -> None:
    made = styles(style("Muc", "Muc", rpr="<w:caps/>"))
    assert (
        read(
            p("kết quả", style="Muc", num=(1, 0)),
            style_part=made,
            numbering=abstract(0, lvl(0, "lowerRoman", "%1.")) + num(1, 0),
        ).text
        == "I. KẾT QUẢ"
    )
    assert read(p("T", ppr='<w:framePr w:dropCap="drop"/>') + p("rong năm")).text == "Trong năm"


@pytest.mark.parametrize(
    ("rpr", "shown"),
    [
        ("<w:smallCaps/>", "ĐẶC ĐIỂM"), ('<w:smallCaps w:val="0"/>', "đặc điểm"),
        ('<w:caps w:val="0"/><w:smallCaps/>', "ĐẶC ĐIỂM"), ('<w:caps/><w:smallCaps w:val="0"/>', "ĐẶC ĐIỂM"),
    ],
)  # fmt: skip
def test_small_capitals_are_capitals(rpr: str, shown: str) -> None:
    assert read(p("đặc điểm", rpr=rpr)).text == shown
    made = styles(style("Muc", "Muc", rpr=rpr))
    assert read(p("đặc điểm", style="Muc"), style_part=made).text == shown


def test_small_capitals_of_web_pages() -> None:
    page = '<p style="font-variant:small-caps">kết quả</p><p style="font-variant:normal">bài học</p>'
    assert read_html(f"<html><body>{page}</body></html>".encode(), "a.html", ReadOptions()).text == "KẾT QUẢ\nbài học"


def test_a_heading_style_makes_no_heading_of_the_sentences_behind_a_title() -> None:
    """Only the lead is bold, or all is for the style is; with a number and without."""
    made = styles(
        style("A", "heading 1"), style("B", "heading 2", rpr="<w:b/>"), style("C", "heading 3", ppr='<w:outlineLvl w:val="2"/>'),
    )  # fmt: skip
    told = " Mở thêm hai lớp. Lớp nào cũng đủ người học, xem bảng:"

    def led(lead: str, key: str) -> str:
        properties = f'<w:pPr><w:pStyle w:val="{key}"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
        return f'<w:p>{properties}<w:t>{lead}</w:t></w:r><w:r><w:t xml:space="preserve">{told}</w:t></w:r></w:p>'

    whole = "Chi bộ. Đảng viên ở thôn"
    body = p("1. Đào tạo", style="A") + led("1.1. Tại chỗ.", "B") + led("1.2. Từ xa:", "C") + led("Ở nước ngoài.", "C")
    found = outline(read(body + p(f"2. {whole}", style="A") + p(PROSE), style_part=made)).sections
    assert [s.title for s in found] == ["Đào tạo", "Tại chỗ", "Từ xa", "Ở nước ngoài", whole]
    assert [s.run_in for s in found] == [False, True, True, True, False]


def test_words_of_drawings_are_read_or_missed_aloud() -> None:
    art = '<w:p><w:r><w:pict><v:shape><v:textpath string="PHẦN THỨ NHẤT"/></v:shape></w:pict></w:r></w:p>'
    assert [q.story for q in read(art + p("chữ")).paragraphs] == ["textbox", "body"]
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    shape = f'<w:p><w:r><w:drawing><a:txBody xmlns:a="{space}/main"><a:p><a:r><a:t>trong </a:t></a:r><a:r><a:t>hình</a:t></a:r></a:p></a:txBody></w:drawing></w:r></w:p>'
    assert read(p("chữ") + shape).text == "chữ\ntrong hình"


@pytest.mark.parametrize("text", ["I‑ ĐẶC ĐIỂM", "I‐ ĐẶC ĐIỂM", "I− ĐẶC ĐIỂM", "І. ĐẶC ĐIỂM", "Ⅰ. ĐẶC ĐIỂM"])
def test_lookalikes_of_numerals_and_dashes(text: str) -> None:
    marker = parse_marker(text)
    assert marker is not None and (marker.kind, marker.value, text[marker.end :]) == ("roman", 1, "ĐẶC ĐIỂM")


def test_marks_of_direction_and_letters_of_bad_conversions() -> None:
    assert nfc("\u200eI\u202a. \u2066A\u200f") == "I. A"
    assert fold("Ðảng ủy ðã tƣ vấn") == fold("Đảng ủy đã tư vấn")


def test_a_figure_behind_a_colon_and_a_tab_is_no_page() -> None:
    body = p("I. ĐẶC ĐIỂM") + "".join(
        f"<w:p><w:r><w:t>{n}. {t}:</w:t><w:tab/><w:t>{k}</w:t></w:r></w:p>"
        for n, t, k in ((1, "Tổng số đảng viên", 250), (2, "Tổng số chi bộ", 30))
    )
    assert [s.number for s in outline(read(body + p(PROSE))).sections] == ["I", "I.1", "I.2"]


def test_a_bold_heading_goes_on_in_small_bold_letters() -> None:
    body = (
        p("I. KẾT QUẢ")
        + p("1. Công tác xây dựng Đảng về chính trị, tổ chức và", rpr="<w:b/>")
        + p("công tác cán bộ", rpr="<w:b/>")
        + p(PROSE)
    )
    assert [s.title for s in outline(read(body)).sections][
        1
    ] == "Công tác xây dựng Đảng về chính trị, tổ chức và công tác cán bộ"


@pytest.mark.parametrize("boxed", [True, False])
@pytest.mark.parametrize("own", ["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-BC/HU", "Minh Long, ngày 15 tháng 6 năm 2025"])
def test_the_title_of_a_cover_ends_before_the_title_block(own: str, boxed: bool) -> None:
    cover = p("BÁO CÁO") + p("TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG") + p("Năm 2025")
    if boxed:
        cover = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{cover}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    block = p("HUYỆN ỦY MINH LONG") + p(own) + p("BÁO CÁO") + p("Tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025")
    sections = "".join(p(f"{n}. {t}") + p(PROSE) for n, t in (("I", "ĐẶC ĐIỂM"), ("II", "KẾT QUẢ"), ("III", "BÀI HỌC")))
    found = outline(read(cover + block + p(f"{PROSE} Ban Thường vụ báo cáo như sau:") + sections))
    assert found.title == "Báo cáo Tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"
    assert (found.metadata.unit, found.metadata.body) == ("Huyện Minh Long", "Huyện ủy Minh Long")


def test_a_title_below_which_the_country_is_named_ends_there() -> None:
    lines = ("BÁO CÁO", "TỔNG KẾT CÔNG TÁC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "I. ĐẶC ĐIỂM", PROSE)
    assert outline(read("".join(map(p, lines)))).title == "Báo cáo TỔNG KẾT CÔNG TÁC"


@pytest.mark.parametrize("between", ["<w:tab/>", "<w:tab/><w:tab/>"])
def test_symbol_and_place_on_one_line(between: str) -> None:
    line = f"<w:p><w:r><w:t>Số 125-BC/HU</w:t>{between}<w:t>Minh Long, ngày 15 tháng 6 năm 2025</w:t></w:r></w:p>"
    metadata = outline(read(p("HUYỆN ỦY MINH LONG") + line + p("BÁO CÁO") + p("I. ĐẶC ĐIỂM") + p(PROSE))).metadata
    assert (metadata.symbol, metadata.place, metadata.date) == ("125-BC/HU", "Minh Long", "15/6/2025")


def test_letters_that_look_like_d_with_a_stroke() -> None:
    document = read(p("   Ðảng bộ xã ðã làm theo Quyết định số 58-QÐ/TW.") + p("NÐ-CP") + p("éÐ ¶ð"))
    assert document.text == "Đảng bộ xã đã làm theo Quyết định số 58-QĐ/TW.\nNĐ-CP\néÐ ¶ð"
    assert [document.paragraphs[0].pieces[0].source, document.paragraphs[0].start] == [3, 0]


def test_full_width_signs_as_east_asian_keyboards_type_them() -> None:
    document = read(p("１．　Ｋinh tế tăng １２，５％") + p("（２） Văn hóa"))
    assert document.text == "1. Kinh tế tăng 12,5%\n(2) Văn hóa"
    assert [s.marker for s in outline(document).sections] == ["1.", "(2)"]


LINES = ("ĐẢNG BỘ TỈNH HOÀI AN", "HUYỆN ỦY SÔNG LAM", "Số 12-BC/HU", "Sông Lam, ngày 03 tháng 02 năm 2025")
TITLE = (
    p("BÁO CÁO") + p("tổng kết công tác năm 2024") + p("I. ĐẶC ĐIỂM TÌNH HÌNH") + p(PROSE) + p("II. KẾT QUẢ") + p(PROSE)
)


@pytest.mark.parametrize(
    "block",
    [
        p("</w:t><w:br/><w:t>".join(LINES)),
        p(f"{LINES[0]}</w:t><w:tab/><w:tab/><w:t>ĐẢNG CỘNG SẢN VIỆT NAM")
        + p(f"{LINES[1]}</w:t><w:tab/><w:t>{LINES[3]}")
        + p(f"{LINES[2]}</w:t><w:tab/><w:t>"),
        p(f"{LINES[1]}          {LINES[3]}") + p("Số:       12-BC/HU"),
    ],
)
def test_a_title_block_in_one_paragraph_or_with_halves_set_apart(block: str) -> None:
    found = outline(read(block + TITLE)).metadata
    assert (found.unit, found.body, found.place) == ("Huyện Sông Lam", "Huyện ủy Sông Lam", "Sông Lam")
    assert (found.symbol or "").replace(" ", "") == "12-BC/HU"
    assert found.date == "03/02/2025"


def test_a_sentence_wrapped_by_hand_that_names_a_date_stays_whole() -> None:
    text = "Thực hiện Kế hoạch số 05-KH/HU,</w:t><w:br/><w:t>ngày 03 tháng 02 năm 2025 của Huyện ủy,</w:t><w:br/><w:t>chi bộ đã họp."
    assert len(read(p(text) + p(PROSE)).paragraphs) == 2


@pytest.mark.parametrize("encode", [encode_tcvn3, encode_vni])
def test_old_codes_under_a_unicode_font_are_decoded_and_told(encode: Callable[[str], str]) -> None:
    lines = ("I. ĐẶC ĐIỂM TÌNH HÌNH", PROSE, "Số 12-BC/HU")
    document = read("".join(p(encode(line), rpr=font("Times New Roman")) for line in lines))
    assert document.text == "\n".join(lines)
    assert [w.code for w in document.warnings] == ["legacy_encoding"] and document.encoding
    assert not read(p("à la carte, über, naïve, façade, déjà vu")).encoding


def test_marks_typed_behind_the_letters_are_told() -> None:
    document = read(p("DDa?ng bo^. huye^.n la~nh dda.o thu+.c hie^.n nghi. quye^'t, so^' lie^.u nhie^`u na(m."))
    assert [w.code for w in document.warnings] == ["typed_marks"] and not document.quality
    assert not read(p("Công thức: a^2 + b^2 = c^2; 2^3; x^y; a^n; o^2")).warnings
