"""Filled shapes and pictures of a Word file that lie behind the text: letters as white as the paper may show on them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from lxml import etree

from .docx_alternate import MC
from .docx_behind import drawn_fill, old_fill
from .docx_covered import GAP, LONG, LOW, PAGE, PICTURE, SHAPES, WHOLE, WPS, Opaque, on_its_page
from .docx_diagrams import A, R
from .docx_drawings import A_BLIP, EMU, V_IMAGE, WP, lengths
from .docx_shades import UNKNOWN
from .docx_styles import Styles
from .numbering import W, integer

WIDE, HIGH = 4.0, 0.4
"""cm: on smaller shapes no line of letters shows."""
_FILLS = tuple(A + kind for kind in ("solidFill", "gradFill", "pattFill", "blipFill"))


def backdrops(root: etree._Element, styles: Styles, opaque: Opaque) -> dict[etree._Element, set[str]]:
    """For each paragraph that fits on a shape behind it, by the least room that its letters take, the colours of such shapes."""
    found: dict[etree._Element, set[str]] = {}
    sizes: dict[etree._Element, int] = {}
    for node in root.iter(WP + "anchor", *SHAPES):
        colours = _colours(node, styles, opaque)
        paragraph = next(node.iterancestors(W + "p"), None) if colours else None
        if paragraph is None or next(node.iterancestors(MC + "Fallback", W + "txbxContent"), None) is not None:
            continue
        for one in _over(paragraph, *_edges(node), sizes):
            found.setdefault(one, set()).update(colours)
    return found


def _colours(node: etree._Element, styles: Styles, opaque: Opaque) -> set[str]:
    """What letters over a drawing lie on; nothing for one that is not behind the text, is clear or has no filling."""
    if node.tag != WP + "anchor":
        style = node.get("style", "").replace(" ", "")
        picture = node.find(V_IMAGE)
        behind = "position:absolute" in style and "z-index:-" in style and "visibility:hidden" not in style
        if not behind or (picture is not None and not opaque(picture.get(R + "id", ""))):
            return set()
        filled = node.get("filled", "t") not in ("f", "false", "0")
        return {UNKNOWN} if picture is not None else {old_fill(node)} if filled else set()
    named = node.find(WP + "docPr")
    hidden = named is not None and named.get("hidden") in ("1", "true")
    if node.get("behindDoc", "0") not in ("1", "true") or hidden:
        return set()
    if any(str(one.tag).startswith(A + "alpha") for one in node.iter("*")):
        return set()
    fills = {drawn_fill(shape, styles) for shape in node.iter(WPS + "wsp") if _is_filled(shape)}
    pictures = (blip for one in node.iter(PICTURE) for blip in one.iter(A_BLIP))
    return fills | {UNKNOWN for blip in pictures if opaque(blip.get(R + "embed", ""))}


def _is_filled(shape: etree._Element) -> bool:
    properties = shape.find(WPS + "spPr")
    if properties is not None:
        if properties.find(A + "noFill") is not None:
            return False
        if any(child.tag in _FILLS for child in properties):
            return True
    reference = shape.find(f"{WPS}style/{A}fillRef")
    return reference is not None and reference.get("idx") != "0"


def _edges(node: etree._Element) -> tuple[float, float]:
    """The upper and the lower edge of a shape in cm below its paragraph's top, equal where letters have no room on it."""
    if node.tag == WP + "anchor":
        extent, down = node.find(WP + "extent"), node.find(WP + "positionV")
        width, height = (0 if extent is None else (integer(extent.get(k), 0) or 0) / EMU for k in ("cx", "cy"))
        near = down is not None and down.get("relativeFrom") in ("paragraph", "line")
        top = 0.0 if down is None else (integer(down.findtext(WP + "posOffset"), 0) or 0) / EMU
    else:
        sizes = lengths(node)
        width, height, top = (sizes.get(name, 0.0) for name in ("width", "height", "margin-top"))
        near = "mso-position-vertical-relative" not in node.get("style", "")
    if width < WIDE or height < HIGH:
        return 0.0, 0.0
    if near:
        return top, top + height
    return (0.0, PAGE) if height >= WHOLE else (0.0, 0.0)


def _over(
    paragraph: etree._Element, top: float, bottom: float, sizes: dict[etree._Element, int]
) -> Iterator[etree._Element]:
    """The paragraphs from one on that fit above the lower edge, were their letters as small as any; those of one page alone."""
    ends = 0.0
    for node, letters in on_its_page(paragraph, sizes) if bottom > top else ():
        ends += LOW * max(1, ceil(letters / LONG))
        if ends > bottom + GAP:
            return
        if ends > top:
            yield node
