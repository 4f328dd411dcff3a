"""Render corpus sources as Word files: headings by style, automatic numbers, bold, or nothing at all."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from corpus_source import NOTE_REF, Item, Source, plain

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARKER = re.compile(
    r"^(?P<pre>\(?)(?:(?P<roman>[IVX]+)|(?P<upper>[A-Z])|(?P<lower>[a-zđ])|(?P<dec>\d+(?:\.\d+)*))(?P<post>[.)/-]?\.?)\s+"
)
ROMANS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]


def text_run(text: str, *, bold: bool = False) -> str:
    props = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def runs(text: str, notes: dict[str, int], *, bold: bool = False) -> str:
    """Runs for text with ``**bold**`` marks and ``[^n]`` references."""
    out = []
    text = re.sub(r"^#{1,6}\s+", "", text)
    for i, part in enumerate(re.split(r"\*\*(.+?)\*\*", text)):
        strong = bold or i % 2 == 1
        for j, bit in enumerate(NOTE_REF.split(part.replace("*", ""))):
            if j % 2:
                out.append(
                    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                    f'<w:footnoteReference w:id="{notes[bit]}"/></w:r>'
                )
            elif bit:
                out.append(text_run(bit, bold=strong))
    return "".join(out)


class Numbers:
    """Decide which headings Word can number by itself: the displayed number must equal the typed one."""

    def __init__(self) -> None:
        self.levels: dict[int, tuple[str, str, int]] = {}
        self.counters: dict[int, int] = {}

    def take(self, item: Item) -> int | None:
        """List level for the heading when its number can be automatic, else None."""
        depth = item.number.count(".")
        m = MARKER.match(plain(item.text))
        if not m or depth > 8:
            return None
        last = m["dec"].split(".")[-1] if m["dec"] else ""
        if m["roman"]:
            fmt, value = "upperRoman", ROMANS.index(m["roman"]) if m["roman"] in ROMANS else -1
        elif m["upper"]:
            fmt, value = "upperLetter", ord(m["upper"]) - 64
        elif m["lower"]:
            fmt, value = "lowerLetter", "abcdefghijklm".find(m["lower"]) + 1
        else:
            fmt, value = "decimal", int(last)
        parts = len(m["dec"].split(".")) if m["dec"] else 1
        chain = "".join(f"%{depth - parts + k + 2}." for k in range(parts - 1)) + f"%{depth + 1}"
        shape = (fmt, f"{m['pre']}{chain}{m['post']}", parts)
        if depth - parts + 1 < 0 or (depth in self.levels and self.levels[depth] != shape):
            return None
        if value != self.counters.get(depth, 0) + 1:
            return None
        expected = [str(self.counters.get(depth - parts + k + 1, 0)) for k in range(parts - 1)] + [last]
        if m["dec"] and m["dec"].split(".") != expected:
            return None
        self.levels[depth] = shape
        self.counters[depth] = value
        for below in [d for d in self.counters if d > depth]:
            del self.counters[below]
        return depth

    def xml(self) -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{d}"><w:start w:val="1"/><w:numFmt w:val="{self.levels.get(d, ("decimal", "", 1))[0]}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="{self.levels.get(d, ("", f"%{d + 1}.", 1))[1]}"/></w:lvl>'
            for d in range(9)
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
        )


STYLES = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{W}">'
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="u{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for n in range(1, 7)
    )
    + "</w:styles>"
)


def paragraph(content: str, props: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{content}</w:p>"


def heading(item: Item, style: str, notes: dict[str, int], numbers: Numbers) -> str:
    depth = item.number.count(".") + 1
    body = runs(" " + item.body, notes) if item.body else ""
    if style == "docx-styles" and item.body is None:
        return paragraph(runs(item.text, notes), f'<w:pStyle w:val="u{min(depth, 6)}"/>')
    if style == "docx-auto":
        level = numbers.take(item)
        if level is not None:
            text = re.sub(r"^(#{1,6}\s+)?\**", "", item.text).replace("*", "")
            text = MARKER.sub("", text)
            num = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
            return paragraph(runs(text, notes, bold=True) + body, num)
    return paragraph(runs(item.text, notes, bold=style != "docx-plain") + body)


def table(rows: list[str]) -> str:
    out = []
    for row in rows:
        cells = [c.strip() for c in row.strip().strip("|").split("|")]
        if all(re.fullmatch(r":?-+:?", c) for c in cells):
            continue
        out.append("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(runs(c, {}))}</w:tc>" for c in cells) + "</w:tr>")
    return "<w:tbl><w:tblPr/>" + "".join(out) + "</w:tbl>" + paragraph("")


def render_docx(source: Source) -> bytes:
    """A .docx of the source, byte for byte the same each time."""
    style = source.meta["format"]
    notes: dict[str, int] = {}
    for item in source.items:
        for ref in NOTE_REF.findall(f"{item.text} {item.body or ''}"):
            notes.setdefault(ref, len(notes) + 1)
    numbers = Numbers()
    body: list[str] = []
    rows: list[str] = []
    for item in source.items:
        if item.kind == "row":
            rows.append(item.text)
            continue
        if rows:
            body.append(table(rows))
            rows = []
        if item.kind == "heading":
            body.append(heading(item, style, notes, numbers))
        elif item.kind == "para":
            body.append(paragraph(runs(item.text, notes)))
    if rows:
        body.append(table(rows))
    texts = {i.number: i.text for i in source.items if i.kind == "note"}
    foot = "".join(
        f'<w:footnote w:id="{k}">{paragraph("<w:r><w:footnoteRef/></w:r>" + runs(" " + texts[n], {}))}</w:footnote>'
        for n, k in notes.items()
    )
    return pack("".join(body), foot, numbers.xml())


# Long because: the parts of a Word file are literals.
def pack(body: str, foot: str, numbering: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": head
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{p}.xml" ContentType="{main}{t}+xml"/>'
            for p, t in (
                ("document", "document.main"),
                ("styles", "styles"),
                ("numbering", "numbering"),
                ("footnotes", "footnotes"),
            )
        )
        + "</Types>",
        "_rels/.rels": head
        + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + f'<Relationship Id="r1" Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": head
        + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="r{i}" Type="{rel}/{n}" Target="{n}.xml"/>'
            for i, n in enumerate(("styles", "numbering", "footnotes"), 1)
        )
        + "</Relationships>",
        "word/document.xml": f'{head}<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": STYLES,
        "word/numbering.xml": numbering,
        "word/footnotes.xml": f'{head}<w:footnotes xmlns:w="{W}">{foot}</w:footnotes>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, text.encode("utf-8"))
    return out.getvalue()
