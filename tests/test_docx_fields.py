"""Fields without a stored result, form fields, SmartArt and documents inside a Word file: shown as Word shows them."""

from __future__ import annotations

import pytest
from docx_made import docx, p, style, styles

from vnreport_nlp.errors import ReadError
from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.soffice import convert, find_soffice

HEADS = styles(style("H1", "heading 1"), style("H2", "heading 2"), style("H3", "heading 3"))
SPACE = "http://schemas.openxmlformats.org/drawingml/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(body: str, **more: object) -> Document:
    return read_docx(docx(body, **more), "a.docx", ReadOptions())  # type: ignore[arg-type]


def fld(instruction: str, result: str | None = None, form: str = "") -> str:
    """A field of three characters; ``result`` None leaves it without one, as Word does for many."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def par(*inner: str, head: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{head}"/></w:pPr>' if head else ""
    return f"<w:p>{properties}{''.join(inner)}</w:p>"


def test_a_button_shows_the_words_of_its_instruction() -> None:
    assert read(par(run("Đồng chí "), fld("MACROBUTTON NoMacro [họ và tên]"), run(", Bí thư"))).text == (
        "Đồng chí [họ và tên], Bí thư"
    )
    split = fld("MACROBUTTON").replace(" MACROBUTTON ", " MACROBUTTON No").replace(
        "</w:instrText></w:r>", '</w:instrText></w:r><w:r><w:instrText>Macro xã </w:instrText></w:r><w:r><w:instrText>Bến Đá</w:instrText></w:r>', 1
    )  # fmt: skip
    assert read(par(split)).text == "xã Bến Đá"
    nested = fld("MACROBUTTON NoMacro ngày @").replace(
        "@ </w:instrText></w:r>", f"</w:instrText></w:r>{fld('DATE', '05/9/2025')}"
    )
    assert read(par(nested)).text == "ngày 05/9/2025"
    assert read(par(fld("GOTOBUTTON Muc1 Mục I"))).text == "Mục I"
    simple = '<w:fldSimple w:instr=" MACROBUTTON NoMacro bổ sung "/>'
    assert read(par(run("x "), simple)).text == "x bổ sung"


def test_fields_that_show_nothing_stay_silent() -> None:
    for silent in ('XE "Đảng"', 'TC "Mục I" \\l 1', 'SET a "b"', "ADVANCE \\d 4", "RD tep.docx"):
        document = read(par(run("a"), fld(silent), run("b")))
        assert document.text == "ab" and not document.warnings
    document = read(par(fld("LISTNUM LegalDefault \\l 2"), run("Kết quả")))
    assert [(w.code, w.detail) for w in document.warnings] == [("field_not_read", "LISTNUM")]
    assert not read(par(fld("EQ \\f(1,2)", "½"))).warnings


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("<w:ddList><w:result w:val='1'/>{0}</w:ddList>", "Khá"),
        ("<w:ddList><w:default w:val='2'/>{0}</w:ddList>", "Yếu"),
        ("<w:ddList>{0}</w:ddList>", "Tốt"),
        ("<w:ddList><w:result w:val='9'/>{0}</w:ddList>", ""),
    ],
)
def test_the_chosen_entry_of_a_form_list(form: str, shown: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Tốt", "Khá", "Yếu"))
    data = f"<w:ffData>{form.format(entries)}</w:ffData>"
    assert read(par(run("Xếp loại: "), fld("FORMDROPDOWN", form=data))).text == f"Xếp loại: {shown}".strip()
    assert read(par(run("Xếp loại: "), fld("FORMDROPDOWN", "", form=data))).text == f"Xếp loại: {shown}".strip()


def test_boxes_and_lists_of_forms_and_controls() -> None:
    def box(state: str) -> str:
        return fld("FORMCHECKBOX", form=f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>")

    assert read(par(box("<w:default w:val='0'/><w:checked/>"), run(" Đạt "), box("<w:default w:val='0'/>"))).text == (
        "☒ Đạt ☐"
    )
    entries = '<w:listItem w:displayText="Hoàn thành tốt" w:value="2"/>'
    empty = (
        f'<w:sdt><w:sdtPr><w:dropDownList w:lastValue="2">{entries}</w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    assert read(par(run("Xếp loại: "), empty)).text == "Xếp loại: Hoàn thành tốt"
    filled = empty.replace("<w:sdtContent/>", f"<w:sdtContent>{run('Khá')}</w:sdtContent>")
    assert read(par(run("Xếp loại: "), filled)).text == "Xếp loại: Khá"


def test_automatic_numbers_of_the_oldest_kind() -> None:
    def texts(body: str) -> list[str]:
        return read(body, style_part=HEADS).text.split("\n")

    auto = fld("AUTONUM")
    assert texts(par(auto, run(" a")) + p("x") + par(auto, run(" b"))) == ["1. a", "x", "2. b"]
    heads = par(auto, run(" A"), head="H1") + par(auto, run(" b")) + par(auto, run(" c"))
    assert texts(heads + heads) == ["1. A", "1. b", "2. c", "2. A", "1. b", "2. c"]
    legal = fld("AUTONUMLGL")
    chain = [par(legal, run(" t"), head=h) for h in ("H1", "H2", "H3", "H2", "", "H1", "H2")]
    assert texts("".join(chain)) == ["1. t", "1.1. t", "1.1.1. t", "1.2. t", "1.2.1. t", "2. t", "2.1. t"]
    outlined = [par(fld("AUTONUMOUT"), run(" t"), head=h) for h in ("H1", "H2", "H2", "H3", "H1", "H2")]
    assert texts("".join(outlined)) == ["I. t", "A. t", "B. t", "1. t", "II. t", "A. t"]
    asked = [
        fld("AUTONUM"), fld("AUTONUM \\* Arabic \\s :"), fld('AUTONUM \\* alphabetic \\s " "'), fld("AUTONUM \\* ROMAN"),
        fld("AUTONUMLGL \\e"),
    ]  # fmt: skip
    assert texts("".join(par(a, run("xxx")) for a in asked)) == ["1.xxx", "2:xxx", "c xxx", "IV.xxx", "5xxx"]


def test_a_symbol_field_without_result() -> None:
    assert read(par(fld('SYMBOL 252 \\f "Wingdings"'), run(" xong"))).text == "✓ xong"
    assert read(par(run("5 "), fld("SYMBOL 0xB3 \\f Symbol"), run(" 4"))).text == "5 ≥ 4"
    assert read(par(run("a"), fld("SYMBOL 99999999"), run("b"))).text == "ab"


def diagram(*points: tuple[str, str, str], links: tuple[tuple[str, str, int], ...] = ()) -> str:
    made = "".join(
        f'<dgm:pt modelId="{key}" type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for key, kind, text in points
    )
    joined = "".join(
        f'<dgm:cxn modelId="c{i}" srcId="{a}" destId="{b}" srcOrd="{n}"/>' for i, (a, b, n) in enumerate(links)
    )
    return (
        f'<dgm:dataModel xmlns:dgm="{SPACE}/diagram" xmlns:a="{SPACE}/main"><dgm:ptLst>{made}</dgm:ptLst>'
        f"<dgm:cxnLst>{joined}</dgm:cxnLst></dgm:dataModel>"
    )


def art(key: str) -> str:
    return f'<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="{SPACE}/diagram" xmlns:r="{R}" r:dm="{key}"/></w:drawing></w:r></w:p>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


@pytest.mark.parametrize("between", [0, 1, 3])
def test_a_code_over_paragraphs_shows_its_result_alone(between: int) -> None:
    first = par(run("Đầu. "), mark("begin"), code(' IF 1 = 1 "đoạn một'))
    inner = par(code("Làng "), fld("MERGEFIELD ten", "Nậm Pung"), code(" và phố"))
    last = par(code('" "" '), mark("separate"), run("Điều được hiện."), mark("end"), run(" Cuối."))
    document = read(p("trước") + first + inner * between + last + p("sau"))
    assert document.text.split("\n") == ["trước", "Đầu. Điều được hiện. Cuối.", "sau"]


def test_a_code_without_a_result_over_paragraphs_shows_nothing() -> None:
    body = par(mark("begin"), code(" SET a")) + par(code(' "b" '), mark("end"), run("chữ"))
    assert read(body + p("sau")).text == "chữ\nsau"


@pytest.mark.parametrize("far", [0, 30])
def test_a_code_that_is_not_closed_takes_nothing_with_it(far: int) -> None:
    closed = par(mark("separate"), mark("end")) if far else ""
    body = par(run("đầu"), mark("begin"), code(" IF ")) + p("giữa") * (far or 2) + closed
    assert read(body + p("sau")).text.split("\n") == ["đầu", *["giữa"] * (far or 2), "sau"]


def test_the_words_of_smart_art_stand_where_it_stands() -> None:
    data = diagram(
        ("3", "node", "Ban Tổ chức"), ("1", "doc", ""), ("2", "node", "Ban Thường vụ"), ("4", "asst", "Văn phòng"), ("5", "pres", "x"),
        links=(("1", "2", 0), ("2", "3", 1), ("2", "4", 0)),
    )  # fmt: skip
    document = read(p("trước") + art("r1") + p("sau"), parts={"diagramData1.xml": data})
    assert document.text.split("\n") == ["trước", "Ban Thường vụ", "Văn phòng", "Ban Tổ chức", "sau"]
    assert [q.story for q in document.paragraphs] == ["body", *["textbox"] * 3, "body"] and not document.warnings
    ring = diagram(("1", "node", "A"), ("2", "node", "B"), links=(("1", "2", 0), ("2", "1", 0)))
    assert read(p("trước") + art("r1"), parts={"diagramData1.xml": ring}).text == "trước\nA\nB"
    assert [w.code for w in read(p("trước") + art("r9")).warnings] == ["diagram_not_read"]


def chunk(key: str = "r1") -> str:
    return f'<w:altChunk xmlns:r="{R}" r:id="{key}"/>'


PAGE = "<h1>I. TÌNH HÌNH</h1><p>Nội <b>dung</b> nhúng</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
MHT = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\nContent-Type: text/html; charset=utf-8\n"
    f"Content-Transfer-Encoding: 8bit\n\n<html><body>{PAGE}</body></html>\n--X--\n"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("aFChunk1.html", f"<html><meta charset=utf-8><body>{PAGE}</body></html>"), ("aFChunk1.html", f"<b></b>{PAGE}"),
        ("aFChunk1.mht", MHT), ("aFChunk1.xhtml", f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{PAGE}</body></html>"),
    ],
)  # fmt: skip
def test_a_page_inside_a_word_file_is_read_where_it_stands(name: str, content: str) -> None:
    document = read(p("trước") + chunk() + p("sau"), parts={name: content})
    assert document.text.split("\n") == ["trước", "I. TÌNH HÌNH", "Nội dung nhúng", "a", "b", "c", "d", "sau"]
    assert document.paragraphs[1].level == 1 and not document.warnings
    assert [document.text[s.start : s.end] for s in document.paragraphs[2].bold] == ["dung"]
    assert [q.cell for q in document.paragraphs if q.story == "table"] == [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2)]


def test_text_of_an_inner_document_has_the_place_where_it_stands() -> None:
    page = "<html><body><ol><li>một</li></ol><p>hai</p></body></html>"
    document = read(p("đầu") + p("trước") + chunk() + p("sau"), parts={"aFChunk1.html": page})
    assert [document.locate(q.start).paragraph for q in document.paragraphs] == [1, 2, 2, 2, 3]
    assert document.source_offset(document.text.index("hai")) is None
    first = read(chunk() + p("sau"), parts={"aFChunk1.html": page})
    assert [first.locate(q.start).paragraph for q in first.paragraphs] == [1, 1, 1]


def test_other_documents_inside_a_word_file() -> None:
    for name, content in (
        ("aFChunk1.txt", "dòng một\ndòng hai".encode()),
        ("aFChunk1.rtf", rb"{\rtf1\ansi d\u242?ng m\u7897?t\par d\u242?ng hai}"),
        ("aFChunk1.docx", docx(p("dòng một") + p("dòng hai"))),
    ):
        assert read(p("trước") + chunk(), parts={name: content}).text == "trước\ndòng một\ndòng hai"
    note = (
        "<w:p><w:r><w:t>có chú</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t> thích</w:t></w:r></w:p>"
    )
    notes = f"<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:footnote w:id='1'>{p('lời chú')}</w:footnote></w:footnotes>"
    inner = docx(note, parts={"footnotes.xml": notes})
    document = read(note + chunk("r2"), parts={"footnotes.xml": notes, "aFChunk1.docx": inner})
    assert document.text == "có chú thích\ncó chú thích\nlời chú\nlời chú"
    assert [(n.number, n.reference) for n in document.footnotes] == [("1", 5), ("2", 18)]


def test_what_an_inner_document_cannot_give_is_told() -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0"
    document = read(p("trước") + chunk(), parts={"aFChunk1.png": picture})
    assert [w.code for w in document.warnings] == ["embedded_part"]
    with pytest.raises(ReadError) as caught:
        read(chunk(), parts={"aFChunk1.png": picture})
    assert caught.value.code == "unsupported"
    inner = docx(p("trong") + chunk(), parts={"aFChunk1.txt": "trong nữa"})
    document = read(p("ngoài") + chunk(), parts={"aFChunk1.docx": inner})
    assert document.text == "ngoài\ntrong" and [w.code for w in document.warnings] == ["embedded_part"]
    many = {f"aFChunk{i}.txt": f"phần {i}" for i in range(1, 12)}
    document = read(p("ngoài") + "".join(chunk(f"r{i}") for i in range(1, 12)), parts=many)
    assert document.text.count("phần") == 8 and [w.code for w in document.warnings] == ["embedded_part"]


def test_an_embedded_workbook_is_told_and_a_formula_is_not() -> None:
    def thing(kind: str) -> str:
        return f'<w:p><w:r><w:t>chữ</w:t><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="{kind}"/></w:object></w:r></w:p>'

    assert [(w.code, w.detail) for w in read(thing("Excel.Sheet.12")).warnings] == [("embedded_part", "Excel.Sheet.12")]
    assert not read(thing("Equation.3")).warnings
    chart = f'<w:p><w:r><w:t>chữ</w:t><w:drawing><c:chart xmlns:c="{SPACE}/chart"/></w:drawing></w:r></w:p>'
    assert [w.code for w in read(chart).warnings] == ["diagram_not_read"]


def test_a_web_archive_named_doc_is_read() -> None:
    folded = MHT.replace(
        "MIME-Version: 1.0\n", "From: <Saved by Word 11>\nSubject: =?utf-8?B?QuG6o24=?=\nMIME-Version: 1.0\n"
    )
    for content in (MHT, folded, folded.replace("\n", "\r\n")):
        document = read_bytes(content.encode(), "bao-cao.doc")
        assert document.text.split("\n")[:2] == ["I. TÌNH HÌNH", "Nội dung nhúng"]


@pytest.mark.soffice
@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not here")
def test_libreoffice_shows_the_same_buttons() -> None:
    made = docx("".join(par(run(f"Mục {k}: "), fld(f"MACROBUTTON NoMacro [ô {k} của xã]")) for k in range(12)))
    shown = convert(made, "docx", path="a", target="txt").decode("utf-8-sig")
    assert read_docx(made, "a", ReadOptions()).text.split("\n") == [s.strip() for s in shown.splitlines() if s.strip()]


def test_a_field_whose_code_never_ends_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(par(run("xã "), begin, run("Bến "), run("Đá")) + p("sau")).text == "xã Bến Đá\nsau"
    assert read(par(run("xã "), begin, fld("PAGE", "7"), run(" Bến Đá")) + p("sau")).text == "xã 7 Bến Đá\nsau"
    assert read(par(fld("PAGE", "7").removesuffix(end), run(" Bến Đá")) + p("sau")).text == "7 Bến Đá\nsau"
    far = "".join(p(f"đoạn {k}") for k in range(20))
    assert read(par(begin, run("Bến Đá")) + far + par(end)).text.startswith("Bến Đá\nđoạn 0\n")


def test_paragraphs_in_the_code_of_a_field_are_not_shown_and_told() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    words = "Hợp tác xã Bến Đá đã đan được mười nghìn chiếc giỏ tre trong năm"
    document = read(p("trước") + par(begin) + p(words) + par(end, run("sau")))
    assert document.text == "trước\nsau"
    assert [w.code for w in document.warnings] == ["unseen_text"]
