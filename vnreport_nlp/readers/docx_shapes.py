"""Shapes of a Word file whose text is not seen: hidden, off the page, or without room for it."""

from __future__ import annotations

from lxml import etree

from .docx_diagrams import A
from .docx_drawings import EMU, WP, lengths
from .numbering import W, integer

SHAPE = 0.25
"""Width or height in cm below which a shape shows nothing of its text."""
FULL = 3
"""Times the room of a row or shape of fixed height that its text needs at least: most of it is cut off."""
SMALL, SHARE = 200, 0.4
"""Twentieths of a point: the least height of a line, and the share of it that a letter is wide."""
WIDE = 11906
"""Twentieths of a point: A4, for a place of unknown width."""
_TWIP = 2.54 / 1440
_GROUP = "{urn:schemas-microsoft-com:vml}group"
_SHAPES = tuple("{urn:schemas-microsoft-com:vml}" + kind for kind in ("shape", "rect", "roundrect", "oval"))


def needed(place: etree._Element, width: float) -> float:
    """The least height, in twentieths of a point, that the text of a cell or a shape of that width takes."""
    texts = ["".join(t.text or "" for t in p.iter(W + "t")) for p in place.iterchildren(W + "p")]
    return sum(SMALL * max(1, len(text) * SHARE * SMALL // (width or WIDE)) for text in texts if text.strip())


def shape_unseen(box: etree._Element, page_width: int, page_height: int) -> bool:
    """Whether the shape around a ``w:txbxContent`` is not seen or shows little of its text; the page in twentieths of a point."""
    width, height = page_width * _TWIP, page_height * _TWIP
    for node in box.iterancestors(WP + "anchor", WP + "inline", _GROUP, *_SHAPES):
        if node.tag in (WP + "anchor", WP + "inline"):
            return _drawing_unseen(node, box, width, height)
        if _old_unseen(node, box, width, height):
            return True
    return False


def _drawing_unseen(drawing: etree._Element, box: etree._Element, width: float, height: float) -> bool:
    named = drawing.find(WP + "docPr")
    if named is not None and named.get("hidden") in ("1", "true"):
        return True
    offsets = [
        abs(integer(drawing.findtext(f"{WP}{axis}/{WP}posOffset"), 0) or 0) / EMU for axis in ("positionH", "positionV")
    ]
    if drawing.tag == WP + "anchor" and (offsets[0] >= width or offsets[1] >= height):
        return True
    if any(_grows(str(node.tag)) for node in drawing.iter("*")):
        return False
    extent = drawing.find(WP + "extent")
    sides = [] if extent is None else [(integer(extent.get(k), 0) or 0) / EMU for k in ("cx", "cy")]
    alone = sum(1 for _ in drawing.iter(W + "txbxContent")) == 1  # the shapes of a group share its size
    return bool(sides) and (min(sides) < SHAPE or (alone and _overfull(box, sides)))


def _grows(tag: str) -> bool:
    """Whether a part of a drawing says that its size is not the one that is noted."""
    return tag == A + "spAutoFit" or tag.endswith(("}sizeRelH", "}sizeRelV", "}linkedTxbx"))


def _old_unseen(shape: etree._Element, box: etree._Element, width: float, height: float) -> bool:
    sizes, style = lengths(shape), shape.get("style", "").replace(" ", "")
    if "visibility:hidden" in style or "display:none" in style:
        return True
    if shape.tag == _GROUP or next(shape.iterancestors(_GROUP), None) is not None:
        return False  # inside a group lengths are the group's own
    if abs(sizes.get("margin-left", 0)) >= width or abs(sizes.get("margin-top", 0)) >= height:
        return True
    inside = "".join(one.get("style", "") for one in shape).replace(" ", "")
    if "mso-fit-shape-to-text:t" in inside or "mso-next-textbox" in inside or "percent" in style:
        return False
    sides = [sizes.get("width", SHAPE), sizes.get("height", SHAPE)]
    return min(sides) < SHAPE or (min(sides) > SHAPE and _overfull(box, sides))


def _overfull(box: etree._Element, sides: list[float]) -> bool:
    """Whether a shape of fixed size shows little of its text."""
    return needed(box, sides[0] / _TWIP) > FULL * sides[1] / _TWIP
