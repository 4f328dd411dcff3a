"""Files that are no report, and what their message says to do."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx_made as made
import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.messages import render
from vnreport_nlp.readers import read_bytes


@pytest.mark.parametrize("root", ["office:document", "pkg:package", "w:wordDocument"])
def test_a_declaration_in_front_of_a_document_in_xml_is_told_as_what_it_is(root: str) -> None:
    page = f"""<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<{root}>&c;</{root}>"""
    with pytest.raises(ReadError) as caught:
        read_bytes(page.encode(), "x.fodt")
    assert caught.value.code == "wrong_type" and "không an toàn" in str(caught.value.message)
    with pytest.raises(ReadError) as other:
        read_bytes(b"<?xml version='1.0'?><!DOCTYPE note><note>office</note>", "x.xml")
    assert other.value.code == "wrong_type" and "không an toàn" not in str(other.value.message)


def test_a_pages_file_is_sent_back_to_pages() -> None:
    for names in (("Index/Document.iwa", "preview.jpg"), ("index.xml", "buildVersionHistory.plist")):
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        with pytest.raises(ReadError) as caught:
            read_bytes(out.getvalue(), "bao-cao.pages")
        assert caught.value.code == "wrong_type" and "Pages" in str(caught.value.hint)


def test_a_file_for_the_printer_is_named_as_that() -> None:
    """What the printer of Windows writes is a package like Word's own."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in ("FixedDocumentSequence.fdseq", "Documents/1/FixedDocument.fdoc", "[Content_Types].xml"):
            archive.writestr(name, "<x/>")
    with pytest.raises(ReadError, match="XPS") as caught:
        read_bytes(out.getvalue(), "bao-cao.oxps")
    assert caught.value.code == "wrong_type" and "PDF" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("run", "word"),
    [
        ('<w:del w:id="1" w:author="a"><w:r><w:delText>Báo cáo của xã</w:delText></w:r></w:del>', "Track Changes"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Báo cáo của xã</w:t></w:r>", "ẩn"),
        ('<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>Báo cáo của xã</w:t></w:r>', "cỡ chữ"),
        ("", "không có chữ nào"),
    ],
)
def test_a_draft_that_shows_nothing_says_why(run: str, word: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(made.docx(f"<w:p>{run}</w:p>"), "x.docx")
    assert caught.value.code == "empty"
    assert word in render(caught.value.message)
    assert "Word" in render(caught.value.hint) or not run


def test_parts_nested_beyond_reason_are_called_so() -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(made.docx("<w:sdt><w:sdtContent>" * 300 + made.p("x") + "</w:sdtContent></w:sdt>" * 300), "x.docx")
    assert caught.value.code == "corrupt" and "lồng quá sâu" in render(caught.value.message)


def test_the_way_out_is_one_that_the_reviewer_can_go() -> None:
    """Who reads a hint has the file from a unit: he asks the unit, or runs again, and sends nothing to anybody."""
    readers = Path(__file__).parent.parent / "vnreport_nlp" / "readers"
    said = [line for p in readers.glob("*.py") for line in p.read_text(encoding="utf-8").splitlines() if "msg(" in line]
    assert any("xin đơn vị gửi" in line.lower() for line in said)
    assert [line.strip() for line in said if re.search(r"rồi gửi|hoặc gửi|[“\"]Gửi", line)] == []


def refused(data: bytes, name: str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return caught.value


@pytest.mark.parametrize(
    "head", [b"%!PS-Adobe-3.0\n%%Pages: 4\n", b"\xc5\xd0\xd3\xc6" + bytes(26), b"\x1b%-12345X@PJL JOB\r\n"]
)
def test_what_is_sent_to_a_printer_is_no_text(head: bytes) -> None:
    error = refused(head + b"/FontName /Times def\n(Bao cao) show\nshowpage\n", "bao-cao.ps")
    assert error.code == "wrong_type" and "máy in" in str(error.message) and "PDF" in str(error.hint)


@pytest.mark.parametrize("text", ["%! Tỷ lệ hộ nghèo giảm.", "Số liệu %!PS của xã Khe Đá", "100%!PS"])
def test_a_text_with_such_signs_stays_one(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("page", ["<Kho>\n <Muc So='1'>Thôn Khe Đá</Muc>\n</Kho>\n", "<x:a y='2'><b/><c>Xã</c></x:a>"])
def test_xml_of_any_kind_and_encoding_is_no_text(codec: str, page: str) -> None:
    mark = b"\xfe\xff" if codec == "utf-16-be" else b""
    error = refused(mark + page.encode(codec), "bao-cao.xml")
    assert error.code == "wrong_type" and "XML" in str(error.message)


@pytest.mark.parametrize(
    "text",
    [
        "<Kính gửi> Ủy ban nhân dân xã", "<b><i>Báo cáo</i></b>", "<span><b>Báo cáo</b> của xã</span>", "<TenDonVi> báo cáo như sau: <SoLieu>",
        "<h1><a>I. Kinh tế</a></h1>",
    ],
)  # fmt: skip
def test_a_text_that_begins_with_an_angle_is_read(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").text


def test_an_electronic_book_is_called_so() -> None:
    for names in (("mimetype", "OEBPS/a.xhtml"), ("META-INF/container.xml", "a.xhtml")):
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
        error = refused(out.getvalue(), "bao-cao.epub")
        assert error.code == "wrong_type" and "EPUB" in str(error.message) and "Giải nén" not in str(error.hint)


@pytest.mark.parametrize("data", [b"PK", b"PK\x03", b"\xd0\xcf", b"\xd0\xcf\x11\xe0\xa1"])
def test_the_first_bytes_of_a_file_are_a_file_cut_short(data: bytes) -> None:
    assert refused(data, "bao-cao.pages").code == "corrupt"
