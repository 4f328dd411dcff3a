"""Well-formed small drafts of each kind that ``fuzz_readers.py`` spoils: stretches of corpus drafts, with everything a format can say."""

from __future__ import annotations

import io
import random
import re
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import docx_made as made  # noqa: E402
import pdf_made  # noqa: E402

SIZE = 1000
"""Characters of corpus text in one seed."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
BLOCKS = 40
"""Paragraphs and tables of a corpus Word file in one seed."""


def seeds(kind: str) -> list[bytes]:
    """Well-formed small drafts of one kind."""
    rng = random.Random(7)
    texts = [corpus_text(rng) for _ in range(6)]
    found = [_seed(kind, text) for text in texts]
    return found + (corpus_words(rng) if kind == "docx" else [])


def corpus_text(rng: random.Random) -> str:
    """A stretch of some corpus draft."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus/drafts").glob("*.md"))]
    text = rng.choice(texts)
    at = rng.randrange(max(1, len(text) - SIZE))
    return text[at : at + SIZE]


def corpus_words(rng: random.Random) -> list[bytes]:
    """Every Word file of the corpus with a stretch of its body, all its other parts whole."""
    found = []
    for path in sorted((ROOT / "corpus").glob("*/*.docx")):
        out = io.BytesIO()
        with zipfile.ZipFile(path) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
            for name in given.namelist():
                content = given.read(name)
                target.writestr(name, _stretch(content, rng) if name == "word/document.xml" else content)
        found.append(out.getvalue())
    return found


def _stretch(content: bytes, rng: random.Random) -> bytes:
    root = etree.fromstring(content)
    body = root[0]
    at = rng.randrange(max(1, len(body) - BLOCKS))
    for child in [*body[:at], *body[at + BLOCKS :]]:
        body.remove(child)
    return etree.tostring(root)


def _seed(kind: str, text: str) -> bytes:
    lines = [line for line in text.split("\n") if line.strip()]
    plain = [re.sub(r"[<>&*#\[\]]", " ", line) for line in lines]
    makers = {"html": _html, "rtf": _rtf, "docx": _docx, "odt": _odt, "pdf": _pdf}
    return makers[kind](plain) if kind in makers else text.encode()


def _html(plain: list[str]) -> bytes:
    items = "".join(f"<li><p>{line}</p></li>" for line in plain[:4])
    rows = "".join(f"<tr><td>{a}<td colspan=2>{b}" for a, b in pairwise(plain))
    return f"<html><meta charset=utf-8><h1>{plain[0]}</h1><ol>{items}</ol><table>{rows}</table><p>{plain[-1]}</html>".encode()


def _rtf(plain: list[str]) -> bytes:
    body = "".join("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line) + "\\par\n" for line in plain)
    return ("{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}{\\f1 .VnTime;}}{\\b " + body + "}{\\footnote x}}").encode()


# Long because: each kind of content is one literal.
def _docx(plain: list[str]) -> bytes:
    """Numbers, styles, notes, comments, tracked changes, fields, frames, content controls, text boxes, nested tables."""
    first, last = plain[0][:200], plain[-1][:200]
    run = f"<w:r><w:t>{last}</w:t></w:r>"
    author = 'w:id="7" w:author="A" w:date="2025-01-02T03:04:05Z"'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>{made.p(first)}</w:tc>'
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr><w:tc><w:tbl><w:tr>{cell}</w:tr></w:tbl>{made.p('x')}</w:tc></w:tr></w:tbl>"
    odd = (
        f'<w:p><w:pPr><w:rPr><w:del {author}/></w:rPr></w:pPr><w:ins {author}>{run}</w:ins><w:del {author}><w:r><w:delText>{first}</w:delText></w:r></w:del></w:p>',
        f'<w:p><w:moveFromRangeStart w:id="8" w:name="m"/><w:moveFrom {author}>{run}</w:moveFrom><w:moveFromRangeEnd w:id="8"/></w:p>',
        f'<w:p><w:commentRangeStart w:id="1"/>{run}<w:commentRangeEnd w:id="1"/><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{made.p(first)}</w:sdtContent></w:sdt>',
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:p><w:fldSimple w:instr=" AUTONUMLGL \\* roman \\s - "/><w:fldSimple w:instr=" MACROBUTTON x y "/><w:fldSimple w:instr=" SYMBOL 183 "/></w:p>',
        f'<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="r5"/></w:drawing></w:r></w:p><w:altChunk r:id="r6"/><w:altChunk r:id="r7"/>',
        f"<w:p><w:r><w:pict><w:txbxContent>{made.p(first)}</w:txbxContent></w:pict><w:br/><w:tab/><w:sym w:font='Symbol' w:char='F0B7'/></w:r></w:p>",
        table,
    )  # fmt: skip
    body = "".join(
        made.p(line, num=(1, k % 3) if k % 2 else None, style="H" if k % 5 == 0 else "") for k, line in enumerate(plain)
    )
    levels = [
        made.lvl(k, f, f"%{k + 1}.", more="<w:isLgl/>") for k, f in enumerate(("upperRoman", "decimal", "lowerLetter"))
    ]
    points = f'<dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>{first}</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="2" type="asst"/>'
    joint = '<dgm:cxn modelId="3" srcId="1" destId="2" srcOrd="0"/>'
    parts: dict[str, str | bytes] = {
        "footnotes.xml": f'<w:footnotes {made.NS}><w:footnote w:id="2">{made.p(last)}</w:footnote></w:footnotes>',
        "comments.xml": f'<w:comments {made.NS}><w:comment w:id="1" w:author="A">{made.p(first)}</w:comment></w:comments>',
        "diagramData1.xml": f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" xmlns:a="{DRAWING}"><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{joint}</dgm:cxnLst></dgm:dataModel>',
        "aFChunk1.html": f"<html><meta charset=utf-8><p>{first}<ol><li>x</ol></html>",
        "aFChunk2.docx": made.docx(made.p(last)),
    }
    style = made.styles(made.style("H", "heading 1", ppr='<w:outlineLvl w:val="0"/>'))
    numbering = made.abstract(0, *levels) + made.num(1, 0, made.start_override(1, 4))
    return made.docx(body + "".join(odd), numbering=numbering, style_part=style, parts=parts)


def _odt(plain: list[str]) -> bytes:
    import test_odt

    head = f'<text:h text:outline-level="1">{plain[0]}<text:line-break/><text:s text:c="3"/></text:h>'
    table = f"<table:table><table:table-row><table:table-cell><text:p>{plain[-1]}</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>y</text:p></text:note-body></text:note>'
    body = "".join(f'<text:p text:style-name="C">{line}{note}</text:p>' for line in plain)
    return test_odt.odt(head + test_odt.item(0, 1, 2, 1) + body + table, automatic=test_odt.LIST)


def _pdf(plain: list[str]) -> bytes:
    return pdf_made.make_pdf(pdf_made.set_paragraphs(plain))
