"""Formulas of OpenDocument texts and web pages: in the text, in order, none glued to another, nothing of how they are stored."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_made import docx
from test_docx_math import MATH, fraction, r
from test_odt import NS, odt

from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.soffice import convert, find_soffice

SPACE = 'xmlns="http://www.w3.org/1998/Math/MathML"'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
FORMULAS = [
    ("<mi>H</mi><mo>=</mo><mfrac><mn>85</mn><mn>100</mn></mfrac>", "H=85/100"),
    ("<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2 1/2"),
    ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a+b)/2"),
    ("<msup><mn>10</mn><mn>2</mn></msup>", "10²"),
    ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x1²"),
    ("<mroot><mrow><mi>a</mi><mo>+</mo><mn>8</mn></mrow><mn>3</mn></mroot><msqrt><mn>16</mn></msqrt>", "³√(a+8)√16"),
    ("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mn>12</mn></munderover><mi>x</mi>", "∑(i=1; 12) x"),
    ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>", "1 2; 3 4"),
    ("<mfenced open='[' close=']'><mn>1</mn><mn>2</mn></mfenced>", "[1,2]"),
    ("<semantics><mrow><mn>7</mn></mrow><annotation encoding='StarMath 5.0'>{7} over</annotation></semantics>", "7"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "text"), FORMULAS)
def test_in_a_web_page_and_in_an_open_document(inside: str, text: str) -> None:
    page = f"<html><body><p>Đạt <math>{inside}</math> việc.</p></body></html>".encode()
    assert read_bytes(page, "x.html").text == f"Đạt {text} việc."
    frame = f'<draw:frame {LINK}><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./x"/></draw:frame>'
    data = io.BytesIO(odt(f"<text:p>Đạt {frame} việc.</text:p>"))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("Object 1/content.xml", f"<math {SPACE}>{inside}</math>")
    assert read_bytes(data.getvalue(), "x.odt").text == f"Đạt {text} việc."


def test_what_is_stored_of_an_object_in_a_flat_file_is_no_text() -> None:
    math = f"<draw:object><math {SPACE}><mn>5</mn></math></draw:object>"
    chart = f"<draw:object><office:document {NS}><office:body><text:p>số liệu</text:p></office:body></office:document></draw:object>"
    picture = "<draw:image><office:binary-data>VkNMTVRGAQAx</office:binary-data></draw:image><svg:title>tên</svg:title><svg:desc>tả</svg:desc>"
    frames = "".join(f"<draw:frame>{inside}{picture}</draw:frame>" for inside in (math, chart))
    body = f"<office:body><office:text><text:p>Đạt {frames} việc.</text:p></office:text></office:body>"
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    flat = f'<?xml version="1.0"?><office:document {NS} {kind}>{body}</office:document>'
    assert read_bytes(flat.encode(), "x.fodt").text == "Đạt 5 việc."


def test_an_object_that_is_damaged_or_missing_is_no_text() -> None:
    frame = f'<draw:frame {LINK}><draw:object xlink:href="./Object 1"/></draw:frame>'
    data = odt(f"<text:p>Đạt {frame * 2} việc.</text:p>")
    assert read_bytes(data, "x.odt").text == "Đạt việc."
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("Object 1/content.xml", "<math")
    assert read_bytes(out.getvalue(), "x.odt").text == "Đạt việc."


def test_a_formula_that_is_not_closed_swallows_nothing() -> None:
    page = "<html><body><p>Đạt <math><mn>85</mn><p>I. KẾT QUẢ</p><p>Trong năm</p></body></html>"
    assert read_bytes(page.encode(), "x.html").text.split("\n")[-2:] == ["I. KẾT QUẢ", "Trong năm"]
    deep = "<html><body><p>Đạt <math>" + "<mrow>" * 200 + "<mn>85</mn>" + "</mrow>" * 200 + "</math></p></body></html>"
    assert read_bytes(deep.encode(), "x.html").text == "Đạt 85"


@pytest.mark.soffice
@pytest.mark.skipif(not find_soffice(), reason="no LibreOffice")
def test_a_word_file_saved_by_libreoffice_says_the_same() -> None:
    run = "<w:r><w:t xml:space='preserve'>Đạt </w:t></w:r>"
    word = docx(f"<w:p>{run}<m:oMath {MATH}>{r('H=')}{fraction(r('85'), r('100'))}</m:oMath></w:p>")
    assert read_bytes(word, "a.docx").text == "Đạt H=85/100"
    for target in ("odt", "fodt"):
        assert read_bytes(convert(word, "docx", path="a", target=target), f"a.{target}").text == "Đạt H=85/100"
