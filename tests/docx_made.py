"""Word files made for the tests: a body in WordprocessingML, and only the parts that a test asks for."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = (
    f'xmlns:w="{W_NS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def p(text: str = "", *, style: str = "", num: tuple[int, int] | None = None, ppr: str = "", rpr: str = "") -> str:
    """One paragraph of one run."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        inner += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inner += ppr
    run = f'<w:r>{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{run}</w:p>"


def lvl(index: int, fmt: str, text: str, *, start: int = 1, more: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(key: int, *levels: str, more: str = "") -> str:
    """One abstract list."""
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, abstract_key: int, overrides: str = "") -> str:
    """One instance of a list."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract_key}"/>{overrides}</w:num>'


def start_override(level: int, start: int) -> str:
    """An instance's own start of one level."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(
    key: str, name: str, *, based: str = "", ppr: str = "", rpr: str = "", kind: str = "paragraph", more: str = ""
) -> str:
    """One style."""
    return (
        f'<w:style w:type="{kind}" {more} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )


def styles(*made: str, defaults: str = "") -> str:
    """The styles part."""
    return (
        f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
        + "".join(made)
        + "</w:styles>"
    )


# Long because: the parts of a Word file are literals.
def docx(
    body: str,
    *,
    numbering: str = "",
    style_part: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    main_type: str = "document.main",
) -> bytes:
    """A whole file; ``parts`` are further parts below ``word/`` by name, linked by the word their name begins with."""
    files: dict[str, str | bytes] = {"document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>"}
    if numbering:
        files["numbering.xml"] = f"<w:numbering {NS}>{numbering}</w:numbering>"
    if style_part:
        files["styles.xml"] = style_part
    files |= dict(parts or {})
    links = "".join(
        f'<Relationship Id="r{i}" Type="{REL}/{name.split(".")[0].rstrip("0123456789")}" Target="{name}"/>'
        for i, name in enumerate(files)
        if name != "document.xml"
    )
    types = "".join(
        f'<Override PartName="/word/{n}" ContentType="{TYPE}.{n.split(".")[0]}+xml"/>'
        for n in files
        if n != "document.xml"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}.{main_type}+xml"/>{types}</Types>',
        )
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}"><Relationship Id="r1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{space}">{links}</Relationships>')
        for name, text in files.items():
            archive.writestr(f"word/{name}", text)
    return out.getvalue()


def shared() -> Path | None:
    """The folder of documents that are not part of the repository."""
    named = os.environ.get("VNREPORT_SHARED")
    found = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return found if found.is_dir() else None


def rewritten(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The same package with one place of one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            if part == name:
                assert old in content
                content = content.replace(old, new, 1)
            target.writestr(part, content)
    return out.getvalue()
