"""Broken and hostile files: always ReadError with its code, soon and cheaply; and a fuzz over real structures."""

# Long because: one attack a test.
from __future__ import annotations

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from docx_made import NS, abstract, docx, lvl, num, p, shared
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import Limits, read_bytes
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.html import read_html
from vnreport_nlp.readers.odt import read_odt
from vnreport_nlp.readers.options import ReadOptions

SOON = 1.0


def refused(
    data: bytes, code: str, *, options: ReadOptions | None = None, read: Callable[..., object] = read_docx
) -> ReadError:
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        read(data, "x.docx", options or ReadOptions())
    assert caught.value.code == code, caught.value
    assert str(caught.value.message) and str(caught.value.hint)
    assert time.process_time() - start < SOON
    return caught.value


def rewritten(
    data: bytes, change: Callable[[str, bytes], bytes | None], *, more: dict[str, bytes] | None = None
) -> bytes:
    """A copy whose parts went through ``change``."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return out.getvalue()


def with_document(xml: bytes) -> bytes:
    return rewritten(docx(p("x")), lambda name, data: xml if name == "word/document.xml" else data)


GOOD = docx(
    "".join(p(f"Đoạn {i} có chữ", num=(1, i % 3)) for i in range(40)),
    numbering=abstract(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2."), lvl(2, "lowerLetter", "%3)"))
    + num(1, 0),
)


def test_truncated_and_random() -> None:
    for cut in (10, 100, len(GOOD) // 2, len(GOOD) - 30):
        refused(GOOD[:cut], "corrupt")
    refused(b"PK\x03\x04" + random.Random(1).randbytes(5000), "corrupt")


def test_bad_crc_and_bad_deflate() -> None:
    at = GOOD.index(b"word/document.xml") + len("word/document.xml") + 40
    refused(GOOD[:at] + bytes(b ^ 0xFF for b in GOOD[at : at + 20]) + GOOD[at + 20 :], "corrupt")
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive, zipfile.ZipFile(io.BytesIO(GOOD)) as source:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    data = stored.getvalue()
    refused(data.replace("Đoạn 3 ".encode(), "Đoạn 8 ".encode()), "corrupt")


def test_duplicate_entries() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        out = io.BytesIO(GOOD)
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr("word/document.xml", b"<x/>")
    refused(out.getvalue(), "corrupt")
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("Word\\Document.xml", b"<x/>")
    refused(out.getvalue(), "corrupt")


@pytest.mark.parametrize(
    "head",
    [
        b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE w:document SYSTEM "http://127.0.0.1:1/x.dtd">',
        b'<!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_dtd_and_entities_are_refused_in_any_part_and_encoding(head: bytes) -> None:
    body = f"<w:document {NS}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>".encode()
    refused(with_document(b'<?xml version="1.0"?>' + head + body), "unsafe_xml")
    wide = (b'<?xml version="1.0" encoding="UTF-16"?>' + head + body).decode().encode("utf-16")
    refused(with_document(wide), "unsafe_xml")
    refused(with_document(b'<?xml version="1.0" encoding="UTF-7"?>' + body), "unsafe_xml")
    styles = rewritten(GOOD, lambda n, d: b'<?xml version="1.0"?>' + head + b"<a/>" if n == "word/numbering.xml" else d)
    refused(styles, "unsafe_xml")
    refused(rewritten(GOOD, lambda n, d: head + d if n == "_rels/.rels" else d), "unsafe_xml")


def test_utf16_without_dtd_is_read() -> None:
    xml = f'<?xml version="1.0" encoding="UTF-16"?><w:document {NS}><w:body>{p("chữ Việt")}</w:body></w:document>'
    assert read_docx(with_document(xml.encode("utf-16")), "x", ReadOptions()).text == "chữ Việt"


def test_zip_bombs() -> None:
    bomb = f"<w:document {NS}><w:body>".encode() + b" " * (60 << 20)
    refused(with_document(bomb), "too_large")
    refused(rewritten(GOOD, lambda n, d: d, more={"word/media/a.bin": b"\0" * (65 << 20)}), "too_large")
    refused(rewritten(GOOD, lambda n, d: d, more={f"word/p{i}.xml": b"" for i in range(5001)}), "too_large")


def test_many_paragraphs() -> None:
    body = b"<w:p/>" * 1_000_000
    data = with_document(f"<w:document {NS}><w:body>".encode() + body + b"</w:body></w:document>")
    refused(data, "too_large")
    refused(GOOD, "too_large", options=ReadOptions(limits=Limits(paragraphs=10)))


def test_deep_nesting() -> None:
    for opened, closed in (
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ):
        refused(docx(opened * 2500 + p("sâu") + closed * 2500), "corrupt")
        assert "sâu" in read_docx(docx(opened * 40 + p("sâu") + closed * 40), "x", ReadOptions()).text
    inside = "<w:smartTag>" * 200 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 200
    refused(docx(f"<w:p>{inside}</w:p>"), "corrupt")


def test_what_is_no_word_file() -> None:
    refused(rewritten(GOOD, lambda n, d: None if n == "word/document.xml" else d), "wrong_type")
    refused(with_document(b"<html/>"), "wrong_type")
    refused(with_document(f"<w:document {NS}/>".encode()), "corrupt")
    refused(docx(p("")), "empty")
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "wrong_type")


def test_nothing_costs_the_square_of_its_size() -> None:
    run = "<w:r><w:t>a</w:t></w:r>"
    note = '<w:r><w:footnoteReference w:id="{}"/><w:t>b</w:t></w:r>'
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:name w:val="s{i}"/><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(8000)
    )
    files = (
        docx(f"<w:p>{run * 60_000}</w:p>"),
        docx("<w:p>" + "".join(note.format(i) for i in range(15_000)) + "</w:p>"),
        docx("".join(p("x", style=f"s{i}") for i in range(8000)), style_part=f"<w:styles {NS}>{chain}</w:styles>"),
        docx("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 30_000 + "</w:p>" + p("x") * 10),
    )
    for data in files:
        start = time.process_time()
        with suppress(ReadError):
            read_docx(data, "x", ReadOptions())
        assert time.process_time() - start < 10
    for page in (
        b"<style>" + b"/*@a" * 100_000 + b"</style><p>x",
        b"<p>" + b"<b>x</b> " * 50_000,
        b"<ins>" * 1000 + b"x",
    ):
        start = time.process_time()
        with suppress(ReadError):
            read_html(page, "x", ReadOptions())
        assert time.process_time() - start < 10


def test_encrypted_entry_and_odd_compression() -> None:
    data = bytearray(GOOD)
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    refused(bytes(data), "encrypted")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive, zipfile.ZipFile(io.BytesIO(GOOD)) as source:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    refused(packed.getvalue(), "corrupt")


def test_a_lying_directory_entry() -> None:
    data = bytearray(GOOD)
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 5)
    with pytest.raises(ReadError):
        read_docx(bytes(data), "x", ReadOptions())


def test_password(tmp_path: object) -> None:
    ooxml = pytest.importorskip("msoffcrypto.format.ooxml")
    big = docx("".join(p(f"Đoạn {i} {random.Random(i).getrandbits(400)}") for i in range(200)))
    out = io.BytesIO()
    ooxml.OOXMLFile(io.BytesIO(big)).encrypt("bí mật", out)
    locked = out.getvalue()
    refused(locked, "encrypted")
    with pytest.raises(ReadError) as caught:
        read_docx(locked, "x", ReadOptions(password="sai"))
    assert caught.value.code == "encrypted"
    assert read_docx(locked, "x", ReadOptions(password="bí mật")).text == read_docx(big, "x", ReadOptions()).text
    with pytest.raises(ReadError):
        read_docx(locked[: len(locked) // 2], "x", ReadOptions(password="bí mật"))


def test_external_parts_are_not_fetched() -> None:
    link = (
        b'<Relationship Id="e1" TargetMode="External" Type="http://x/attachedTemplate" Target="http://127.0.0.1:1/t.dotm"/>'
        b'<Relationship Id="e2" TargetMode="External" Type="http://x/hyperlink" Target="http://example.com"/></Relationships>'
    )
    data = rewritten(
        GOOD, lambda n, d: d.replace(b"</Relationships>", link) if n == "word/_rels/document.xml.rels" else d
    )
    assert [w.code for w in read_docx(data, "x", ReadOptions()).warnings] == ["external_not_fetched"]


def test_style_loops_and_nonsense_values() -> None:
    part = (
        f'<w:styles {NS}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    numbering = abstract(0, more='<w:numStyleLink w:val="a"/>') + num(1, 0)
    numbering += abstract(2, lvl(0, "upperRoman", "%1%2%9").replace('w:val="1"', 'w:val="99999999999999999999"')) + num(
        3, 2
    )
    body = (
        p("x", style="a", num=(1, 0))
        + p("y", num=(3, 0))
        + p("z", num=(3, 77))
        + p("t", ppr='<w:outlineLvl w:val="abc"/>')
    )
    document = read_docx(docx(body, numbering=numbering, style_part=part), "x", ReadOptions())
    assert document.text.startswith("x\n") and document.text.endswith("t")


SEEDS = [GOOD]
_TOKENS = [b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tr>", b"<w:tc>", b"<w:r>", b"<w:t>", b"<w:br/>", b"<w:numPr/>", b'w:val="-1"', b"<w:sdt>",
           b"<w:ins>", b"<w:del>", b"<w:fldChar/>", b'<w:footnoteReference w:id="5"/>', b"&#0;", b"&lt;", b"\xff", b"<w:txbxContent>",
           b"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", b"<mc:AlternateContent/>", b"<w:sym/>", b"<w:sectPr/>"]  # fmt: skip


def seeds() -> list[bytes]:
    folder = shared()
    files = sorted((folder / "made").glob("*.docx")) if folder is not None and (folder / "made").is_dir() else []
    return [*SEEDS, *(f.read_bytes() for f in files)]


def mutated_xml(data: bytes, rng: random.Random) -> bytes:
    """Change the XML inside the parts, so that the fuzz gets past the zip."""

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith((".xml", ".rels")) or rng.random() < 0.5:
            return content
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(content) + 1)
            kind = rng.randrange(4)
            if kind == 0:
                content = content[:at] + rng.choice(_TOKENS) + content[at:]
            elif kind == 1:
                content = content[:at] + content[at + rng.randint(1, 40) :]
            elif kind == 2:
                other = rng.randrange(len(content) + 1)
                content = content[:at] + content[other : other + rng.randint(1, 300)] + content[at:]
            else:
                tags = [i for i in range(len(content)) if content[i : i + 3] == b"<w:"]
                if tags:
                    tag = rng.choice(tags)
                    end = content.find(b">", tag)
                    content = content[:tag] + content[end + 1 :] if content[end - 1 : end] == b"/" else content
        return content

    return rewritten(data, change)


def only_read_errors(read: Callable[..., object], data: bytes) -> None:
    with suppress(ReadError):
        read(data, "x", ReadOptions())


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(0, 100))
def test_fuzz_xml(seed: int, which: int) -> None:
    files = seeds()
    only_read_errors(read_docx, mutated_xml(files[which % len(files)], random.Random(seed)))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(0, 100))
def test_fuzz_bytes(seed: int, which: int) -> None:
    files, rng = seeds(), random.Random(seed)
    data = bytearray(files[which % len(files)])
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    only_read_errors(read_docx, bytes(data))


_HTML = ["<p>", "</p>", "<table>", "<tr>", "<td colspan=9>", "<td rowspan=-1>", "<ol start=x>", "<li value=99999999999>", "</ol>", "<del>", "<ins>",
         "</ins>", "<a href='#_ftn1'>", "</a>", "<div id=ftn1>", "</div>", "<br>", "<b>", "&nbsp;", "&#0;", "&#xD800;", "<style>p{font-family:", "}</style>",
         "<font face='.VnTime'>", "<pre>", "<script>", "<!--", "-->", "<h1>", "</h1>", "<svg>", "<ul type=a>", "§", "\0", "<h7 hidden>", "ch÷ ViÖt"]  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(_HTML) | st.text(max_size=8), max_size=40))
def test_fuzz_html(parts: list[str]) -> None:
    only_read_errors(read_html, "".join(parts).encode("utf-8", "surrogatepass"))


def test_deep_html() -> None:
    refused(b"<html>" + b"<div>" * 5000 + b"x", "corrupt", read=read_html)
    refused(b'<!DOCTYPE html [<!ENTITY a "b">]><html>&a;', "unsafe_xml", read=read_html)


def test_hostile_through_the_front_door() -> None:
    for data in (b"", b"\0" * 4000, GOOD[:200], random.Random(3).randbytes(3000)):
        with pytest.raises(ReadError):
            read_bytes(data, "x.docx")
    refused(GOOD, "wrong_type", read=read_odt)
