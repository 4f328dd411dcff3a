"""Paragraphs of a Word file that lie under a large opaque shape or picture in front of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil

from lxml import etree

from .docx_alternate import MC
from .docx_diagrams import A, R
from .docx_drawings import A_BLIP, EMU, V_IMAGE, WP, lengths
from .numbering import W, integer

WIDE, HIGH = 12.0, 2.0
"""cm: shapes that are smaller leave most of a paragraph beside or below them."""
ASIDE = 3.5
"""cm from the edge of the text, or of the page, at which a shape still begins over the text."""
WHOLE = 18.0
"""cm: a shape as high covers the page that it stands on, wherever it is anchored."""
PAGE = 60.0
"""cm below its anchor that no shape reaches: the largest page ends there."""
NEAR = 12.0
"""cm below its anchor of which nothing more is known than that they stand on the same page."""
SHORT, LONG = 65, 110
"""Letters of a line at least and at most."""
LOW, TALL, GAP = 0.45, 0.95, 0.4
"""cm: height of a line at least and at most, and the white space between paragraphs at most."""
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_V = "{urn:schemas-microsoft-com:vml}"
SHAPES = tuple(_V + kind for kind in ("shape", "rect", "roundrect"))
_WRAPS = tuple(WP + kind for kind in ("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom"))
_OLD_WRAP = "{urn:schemas-microsoft-com:office:word}wrap"
_BREAKS = (W + "lastRenderedPageBreak", W + "pageBreakBefore", W + "sectPr")
Opaque = Callable[[str], bool]
"""Whether the picture of a link lets nothing through."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """A shape over the text, by the distance of its edges below its paragraph's top in cm."""

    top: float
    bottom: float


def covered(root: etree._Element, opaque: Opaque) -> set[etree._Element]:
    """The paragraphs that surely lie under a shape, however large their letters are."""
    found: set[etree._Element] = set()
    sizes: dict[etree._Element, int] = {}
    for node in root.iter(WP + "anchor", *SHAPES):
        paragraph = next(node.iterancestors(W + "p"), None)
        if paragraph is None or next(node.iterancestors(MC + "Fallback", W + "txbxContent"), None) is not None:
            continue
        cover = _anchored(node, opaque) if node.tag == WP + "anchor" else _old(node, opaque)
        if cover is not None:
            found.update(_under(paragraph, cover, sizes))
    return found


def _anchored(node: etree._Element, opaque: Opaque) -> _Cover | None:
    extent, across, down = (node.find(WP + name) for name in ("extent", "positionH", "positionV"))
    named = node.find(WP + "docPr")
    hidden = named is not None and named.get("hidden") in ("1", "true")
    if node.get("behindDoc", "0") in ("1", "true") or hidden or any(node.find(tag) is not None for tag in _WRAPS):
        return None
    if extent is None or down is None:
        return None
    width, height = ((integer(extent.get(name), 0) or 0) / EMU for name in ("cx", "cy"))
    left = 0.0 if across is None else (integer(across.findtext(WP + "posOffset"), 0) or 0) / EMU
    near = down.get("relativeFrom") in ("paragraph", "line")
    top = (integer(down.findtext(WP + "posOffset"), 0) or 0) / EMU if near else None
    cover = _cover(width, height, left, top)
    return cover if cover is not None and _is_opaque(node, opaque) else None


def _old(node: etree._Element, opaque: Opaque) -> _Cover | None:
    style, sizes = node.get("style", "").replace(" ", ""), lengths(node)
    wrap = node.find(_OLD_WRAP)
    flows = (
        "position:absolute" not in style or "z-index:-" in style or (wrap is not None and wrap.get("type") != "none")
    )
    picture = node.find(V_IMAGE)
    seen = picture is None and (node.get("filled", "t") in ("f", "false", "0") or node.find(_V + "fill") is not None)
    if flows or seen or "visibility:hidden" in style or next(node.iterancestors(_V + "group"), None) is not None:
        return None
    top = None if "mso-position-vertical-relative" in style else sizes.get("margin-top", 0.0)
    cover = _cover(sizes.get("width", 0.0), sizes.get("height", 0.0), sizes.get("margin-left", 0.0), top)
    return cover if cover is None or picture is None or opaque(picture.get(R + "id", "")) else None


def _cover(width: float, height: float, left: float, top: float | None) -> _Cover | None:
    if width < WIDE or height < HIGH or abs(left) > ASIDE:
        return None
    if top is None:
        return _Cover(0.0, NEAR) if height >= WHOLE else None
    return _Cover(top, min(top + height, PAGE))


def _is_opaque(drawing: etree._Element, opaque: Opaque) -> bool:
    """Whether a drawing is one picture or one shape through which nothing shows."""
    if any(str(one.tag).startswith(A + "alpha") for one in drawing.iter("*")):
        return False
    shapes = list(drawing.iter(WPS + "wsp", PICTURE))
    if len(shapes) != 1:
        return False
    if shapes[0].tag == PICTURE:
        return any(opaque(blip.get(R + "embed", "")) for blip in shapes[0].iter(A_BLIP))
    properties = shapes[0].find(WPS + "spPr")
    return properties is not None and properties.find(A + "solidFill") is not None


def on_its_page(paragraph: etree._Element, sizes: dict[etree._Element, int]) -> Iterator[tuple[etree._Element, int]]:
    """The paragraphs from one on, with their letters, up to the next page or to what is no paragraph; ``sizes`` keeps the letters."""
    for node in chain((paragraph,), paragraph.itersiblings()):
        if node.tag != W + "p":
            return
        if node not in sizes:
            sizes[node] = letters_of(node)
        if sizes[node] < 0 and node is not paragraph:
            return
        yield node, abs(sizes[node])


def _under(paragraph: etree._Element, cover: _Cover, sizes: dict[etree._Element, int]) -> Iterator[etree._Element]:
    """The paragraphs from one on that begin below the upper edge and end above the lower one, by any measure."""
    begins = ends = 0.0
    for node, letters in on_its_page(paragraph, sizes):
        ends += TALL * max(1, ceil(letters / SHORT)) + GAP
        if begins >= cover.top and ends <= cover.bottom:
            yield node
        begins += LOW * max(1, ceil(letters / LONG))
        if ends > cover.bottom:
            return


def letters_of(paragraph: etree._Element) -> int:
    """Characters of a paragraph without its boxes, below zero where a page ends in it."""
    count, inside = 1, 0
    for event, node in etree.iterwalk(paragraph, events=("start", "end"), tag=(W + "t", W + "txbxContent")):
        if node.tag == W + "txbxContent":
            inside += 1 if event == "start" else -1
        elif event == "start" and not inside:
            count += len(node.text or "")
    return -count if next(paragraph.iter(*_BREAKS), None) is not None else count
