"""What may lie behind the letters of a paragraph in a Word file: its shade, its cell's, its table's style, its shape, the page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .docx_shades import PAPER, UNKNOWN, colour_of, hexed, shade_of, themed
from .docx_styles import Styles, style_id
from .docx_tables import of_table
from .numbering import W, switched_on

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_SHAPES = tuple(_V + kind for kind in ("shape", "rect", "roundrect", "oval"))
_NAMED = {"white": PAPER, "black": "000000", "window": PAPER}
_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstCol": 0x80, "lastCol": 0x100, "noHBand": 0x200, "noVBand": 0x400}
_FULL_NAMES = {"firstCol": "firstColumn", "lastCol": "lastColumn"}
_FILLS = frozenset(_A + kind for kind in ("gradFill", "blipFill", "pattFill", "grpFill"))


def behind(paragraph: etree._Element, styles: Styles) -> frozenset[str]:
    """The colours of which one lies behind a paragraph's letters; UNKNOWN among them where it cannot be told."""
    found: set[str] = set()
    for colour, sure in _layers(paragraph, styles):
        found.add(colour)
        if sure:
            return frozenset(found)
    return frozenset({*found, *styles.backdrops.get(paragraph, ()), styles.page_colour or PAPER})


def table_colour(paragraph: etree._Element, styles: Styles) -> str | None:
    """The colour of letters that the style of the table around a paragraph gives, None for none."""
    for table in paragraph.iterancestors(W + "tbl"):
        properties = of_table(table, "tblPr")
        named = None if properties is None else properties.find(W + "tblStyle")
        for style in () if named is None else styles.chain(named.get(W + "val", "")):
            if (colour := style.find(f"{W}rPr/{W}color")) is not None:
                return colour_of(colour, styles.themes)
    return None


def page_colour(root: etree._Element, settings: etree._Element | None) -> str | None:
    """The colour of the page, UNKNOWN for a picture; None where a file has none or does not show it."""
    node = root.find(W + "background")
    if node is None or settings is None or not switched_on(settings, "displayBackgroundShape"):
        return None
    return UNKNOWN if len(node) else hexed(node.get(W + "color")) or UNKNOWN


def _layers(paragraph: etree._Element, styles: Styles) -> Iterator[tuple[str, bool]]:
    """Colours from the letters down to the page, each with whether it surely lies there."""
    properties = paragraph.find(W + "pPr")
    named = styles.paragraph(style_id(properties)).id
    for props in (properties, *(node.find(W + "pPr") for node in styles.chain(named))):
        if (shade := shade_of(props, styles.themes)) is not None:
            yield shade, True
    cell: etree._Element | None = None
    for node in paragraph.iterancestors(W + "tc", W + "tbl", W + "txbxContent"):
        if node.tag == W + "txbxContent":
            yield _shape_fill(node, styles), True
        elif node.tag == W + "tc":
            cell = node
            if (shade := shade_of(node.find(W + "tcPr"), styles.themes)) is not None:
                yield shade, True
        else:
            yield from _table(node, cell, styles)


def _table(node: etree._Element, cell: etree._Element | None, styles: Styles) -> Iterator[tuple[str, bool]]:
    """What a table lays behind one of its cells by itself and by its style."""
    properties = of_table(node, "tblPr")
    if (shade := shade_of(properties, styles.themes)) is not None:
        yield shade, True
    named = None if properties is None else properties.find(W + "tblStyle")
    if named is None:
        return
    chain = styles.chain(named.get(W + "val", ""))
    if not chain:
        yield UNKNOWN, True
    looks = _looks(properties)
    for style in chain:
        for part in style.iterfind(W + "tblStylePr"):
            shade, kind = shade_of(part.find(W + "tcPr"), styles.themes), part.get(W + "type", "")
            if shade is not None and _applies(kind, looks, cell):
                yield shade, False
        for props in (style.find(W + "tcPr"), style.find(W + "tblPr"), style.find(W + "pPr")):
            if (shade := shade_of(props, styles.themes)) is not None:
                yield shade, True


def _looks(properties: etree._Element | None) -> dict[str, bool]:
    """Which parts of its style a table shows; all of them where it does not say."""
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return {name: not name.startswith("no") for name in _LOOKS}
    bits = look.get(W + "val", "0")
    number = int(bits, 16) if bits.isalnum() and all(c in "0123456789abcdefABCDEF" for c in bits[:8]) else 0
    found = {}
    for name, bit in _LOOKS.items():
        said = look.get(W + _FULL_NAMES.get(name, name))
        found[name] = bool(number & bit) if said is None else said in ("1", "true", "on")
    return found


def _applies(kind: str, looks: dict[str, bool], cell: etree._Element | None) -> bool:
    """Whether a part of a table's style may be a cell's."""
    if kind.startswith("band"):
        return not looks["noHBand" if kind.endswith("Horz") else "noVBand"]
    if cell is None or kind == "wholeTable":
        return True
    row = next(cell.iterancestors(W + "tr"), None)
    if row is None:
        return True
    if kind in ("firstRow", "lastRow"):
        return looks[kind] and _at_edge(row, first=kind == "firstRow")
    if kind in ("firstCol", "lastCol"):
        return looks[kind] and _at_edge(cell, first=kind == "firstCol")
    return True  # a corner


def _at_edge(node: etree._Element, *, first: bool) -> bool:
    """Whether no row or cell stands before another, or behind it; one in a content control counts as if none did."""
    return next(node.itersiblings(str(node.tag), preceding=first), None) is None


def _shape_fill(box: etree._Element, styles: Styles) -> str:
    """The filling of the shape around a text; UNKNOWN for one without, which may lie on a picture."""
    for node in box.iterancestors(_WPS + "wsp", *_SHAPES):
        return drawn_fill(node, styles) if node.tag == _WPS + "wsp" else old_fill(node)
    return UNKNOWN


def drawn_fill(shape: etree._Element, styles: Styles) -> str:
    """The filling of a shape; UNKNOWN for none, and for one of several colours."""
    properties = shape.find(_WPS + "spPr")
    if properties is not None:
        if any(child.tag in _FILLS or child.tag == _A + "noFill" for child in properties):
            return UNKNOWN
        if (solid := properties.find(_A + "solidFill")) is not None:
            return _scheme_colour(solid, styles)
    reference = shape.find(f"{_WPS}style/{_A}fillRef")
    return UNKNOWN if reference is None or reference.get("idx") == "0" else _scheme_colour(reference, styles)


def _scheme_colour(parent: etree._Element, styles: Styles) -> str:
    colour = next(parent.iterchildren("*"), None)
    if colour is None or len(colour):  # made darker, lighter or clearer
        return UNKNOWN
    if colour.tag == _A + "schemeClr":
        return themed(colour.get("val", ""), styles.themes)
    return hexed(colour.get("val")) or UNKNOWN


def old_fill(shape: etree._Element) -> str:
    """The filling of an old shape; UNKNOWN for none, and for one of several colours."""
    if shape.get("filled", "t") in ("f", "false", "0") or shape.find(_V + "fill") is not None:
        return UNKNOWN
    value = shape.get("fillcolor", "white").split(" ")[0].lower()
    return hexed(value) or _NAMED.get(value, UNKNOWN)
