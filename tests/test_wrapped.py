"""Word's one-file web pages and XML documents: the same words as from the Word file, and rubbish is refused."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from pathlib import Path

import docx_made as made
import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read, read_bytes
from vnreport_nlp.readers.soffice import find_soffice

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
WORDS = sorted(CORPUS.glob("*/*.docx"))
PAGE = "<html><body><h1>I. Tình hình chung</h1><p>Đảng bộ huyện có 35 tổ chức cơ sở đảng.</p></body></html>"
TEXT = "I. Tình hình chung\nĐảng bộ huyện có 35 tổ chức cơ sở đảng."


def mail(page: bytes, *, coding: str = "base64", charset: str = "utf-8") -> bytes:
    body = base64.encodebytes(page) if coding == "base64" else page
    head = f'Content-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {coding}\r\n\r\n'.encode()
    start = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_x"\r\n\r\nThis document is a web archive.\r\n'
    picture = b"\r\n----=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
    return start + b"\r\n----=_x\r\n" + head + body + picture + b"\r\n----=_x--\r\n"


def flat(package: bytes) -> bytes:
    """A package as Word's "XML document": XML parts inside, the others in base 64."""
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>']
    out.append('<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">')
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "[Content_Types].xml":
                continue
            if name.endswith((".xml", ".rels")):
                inner = re.sub(r"<\?xml[^>]*\?>", "", content.decode("utf-8-sig"))
                out.append(f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{inner}</pkg:xmlData></pkg:part>')
            else:
                coded = base64.encodebytes(content).decode()
                out.append(f'<pkg:part pkg:name="/{name}"><pkg:binaryData>{coded}</pkg:binaryData></pkg:part>')
    return ("".join(out) + "</pkg:package>").encode()


@pytest.mark.parametrize(("coding", "charset"), [("base64", "utf-8"), ("8bit", "utf-8"), ("base64", "utf-16")])
def test_a_web_archive_is_its_page(coding: str, charset: str) -> None:
    document = read_bytes(mail(PAGE.encode(charset), coding=coding, charset=charset), "bao-cao.doc")
    assert document.text == TEXT
    assert [s.number for s in outline(document).sections] == ["I"]


@pytest.mark.parametrize("before", ["Date: x\r\nSubject: y\r\n", "X-Unsent: 1\r\nTo: a,\r\n\tb\r\n", "Received: z\r\n"])
def test_a_web_archive_may_begin_with_any_header(before: str) -> None:
    data = mail(PAGE.encode())
    assert read_bytes(before.encode() + data, "bao-cao.mht").text == TEXT
    assert read_bytes((before + "\r\n").encode() + b"Content-Type: multipart/related\r\n", "x.txt").format == "txt"


@pytest.mark.parametrize("source", WORDS[::4], ids=lambda p: p.stem)
def test_an_xml_document_is_its_package(source: Path) -> None:
    first, second = read(source), read_bytes(flat(source.read_bytes()), "x.xml")
    assert (second.text, second.paragraphs, second.footnotes) == (first.text, first.paragraphs, first.footnotes)
    assert second.sha256 != first.sha256


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nAAAA\n--x--", "corrupt"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 5000, "corrupt"),
        (flat(made.docx(made.p("x")))[:400], "corrupt"),
        (flat(made.docx(made.p("x"))).replace(b"<pkg:package", b"<!DOCTYPE a [<!ENTITY b 'c'>]><pkg:package"), "wrong_type"),
        (flat(made.docx(made.p("x"))).replace(b"</pkg:package>", b"<!DOCTYPE a></pkg:package>"), "unsafe_xml"),
        (b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', "wrong_type"),
        (flat(made.docx(made.p("x"))).replace(b'pkg:name="/word/document.xml"', b'pkg:name=""'), "corrupt"),
    ],
)  # fmt: skip
def test_rubbish_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "x.doc")
    assert caught.value.code == code


def test_a_flat_opendocument_text_is_its_package() -> None:
    from test_odt import LIST, NS, item, odt

    kept = '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    body = '<text:p text:style-name="B">Phần một</text:p>' + item(0, 1, 1, 0)
    one = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NS} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{LIST}</office:styles><office:automatic-styles>{kept}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()
    first = read_bytes(odt(body, automatic=kept, common=f"<office:styles>{LIST}</office:styles>"), "a.odt")
    second = read_bytes(one, "bao-cao.doc")
    assert (second.text, second.paragraphs, second.format) == (first.text, first.paragraphs, "odt")
    assert second.text.split("\n") == ["Phần một", "I- x", "1. x", "2. x", "II- x"]
    with pytest.raises(ReadError, match="OpenDocument"):
        read_bytes(one.replace(b"office:text>", b"office:spreadsheet>"), "a.fods")
    with pytest.raises(ReadError) as error:
        read_bytes(one.replace(b"<office:document ", b"<!DOCTYPE x><office:document ", 1), "a.fodt")
    assert error.value.code in ("unsafe_xml", "wrong_type")


def test_a_document_of_word_2003_as_xml_is_read_by_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    space = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.split("\n"))
    data = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
        f"<w:wordDocument {space}><w:body>{lines}</w:body></w:wordDocument>"
    ).encode()
    with pytest.raises(ReadError) as error:
        read_bytes(data.replace(b"<w:wordDocument", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:wordDocument", 1), "a.doc")
    assert error.value.code in ("unsafe_xml", "wrong_type")
    if find_soffice() is None:
        pytest.skip("LibreOffice is not installed")
    document = read_bytes(data, "bao-cao.doc")
    assert (document.text, document.format) == (TEXT, "doc")
    monkeypatch.setenv("VNREPORT_SOFFICE", "")
    find_soffice.cache_clear()
    try:
        with pytest.raises(ReadError, match="LibreOffice"):
            read_bytes(data, "bao-cao.doc")
    finally:
        monkeypatch.undo()
        find_soffice.cache_clear()


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")
def test_numbers_of_word_2003_are_those_it_showed() -> None:
    """LibreOffice loses the numbers of headings; a file without the mark of its program is no plain text."""
    space = (
        'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
    )
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(("%1.", "%1.%2."))
    )
    lists = f'<w:lists><w:listDef w:listDefId="0">{levels}</w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    heading = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'

    def item(level: int, shown: str, text: str) -> str:
        listed = f'<w:ilvl w:val="{level}"/><w:ilfo w:val="{int(bool(shown))}"/>' + (
            f'<wx:t wx:val="{shown}"/>' * bool(shown)
        )
        named = '<w:pStyle w:val="H"/>' * bool(shown)
        return f"<w:p><w:pPr>{named}<w:listPr>{listed}</w:listPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = item(0, "1.", "Kết quả") + item(0, "", "Xã có 12 thôn.") + item(1, "1.1.", "Trồng trọt")
    data = f"<w:wordDocument {space}>{lists}<w:styles>{heading}</w:styles><w:body>{body}</w:body></w:wordDocument>"
    text = read_bytes(data.encode(), "a.xml").text
    assert text.split("\n") == ["1. Kết quả", "Xã có 12 thôn.", "1.1. Trồng trọt"]


@pytest.mark.parametrize(
    ("width", "told"), [("2250.2813", False), ("2250", False), ("0", False), ("", False), ("40", True), ("12.5", True)]
)
def test_columns_whose_widths_libreoffice_loses_hide_nothing(
    monkeypatch: pytest.MonkeyPatch, width: str, told: bool
) -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="23" w:type="dxa"/></w:tcPr>{made.p("Số liệu của mười hai thôn trong xã")}</w:tc>'
    grid = '<w:tblGrid><w:gridCol w:w="23"/><w:gridCol w:w="23"/></w:tblGrid>'
    table = f'<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr>{grid}<w:tr>{cell * 2}</w:tr><w:tr>{cell * 2}</w:tr></w:tbl>'
    converted = made.docx(made.p("Báo cáo của xã Khe Đá") + table + made.p())
    monkeypatch.setattr("vnreport_nlp.readers.wrapped.convert", lambda *_args, **_more: converted)
    space = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    column = f'<w:tbl><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid></w:tbl>'
    data = f'<?xml version="1.0" encoding="UTF-8"?><w:wordDocument {space}><w:body>{column}</w:body></w:wordDocument>'
    document = read_bytes(data.encode(), "bao-cao.xml")
    assert "mười hai thôn" in document.text
    assert any(w.code == "unseen_text" for w in document.warnings) == told
