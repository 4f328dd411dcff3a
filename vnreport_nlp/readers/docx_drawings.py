"""Drawings of a Word file by size and place: pictures that may hold text, text boxes above their own paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..expressions import compiled
from ..model.document import shortened
from .docx_content import RawParagraph
from .docx_diagrams import A
from .docx_lines import LONGEST_TITLE
from .numbering import W, integer

A_BLIP = A + "blip"
V_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
LEAST = (9.0, 2.5)
"""Width and height in cm of the smallest picture in which a text can be read: logos, stamps and signatures are smaller."""
FIRST_LINE = 0.5
"""A box whose wrap leaves no text beside it and that begins so near its paragraph's top, in cm, pushes the whole paragraph down."""
QUOTE = 80
"""Characters of the line before a picture that tell its place."""
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_WRAP = "{urn:schemas-microsoft-com:office:word}wrap"
EMU = 360_000
_CM = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96}
_LENGTH = compiled(r"(?:^|;)\s*(width|height|margin-top|margin-left)\s*:\s*(-?(?:\d+\.?\d*|\.\d+))(pt|in|cm|mm|px)")
_SENTENCE_END = compiled(r"[.;,!?…]\W*$")


def holds_text(picture: etree._Element) -> bool:
    """Whether a picture (``a:blip`` or ``v:imagedata``) is large enough to hold text and lies neither behind the text nor over an object."""
    for node in picture.iterancestors(WP + "inline", WP + "anchor", W + "object", W + "pict"):
        if node.tag == W + "object":
            return False
        if node.tag == W + "pict":
            return _large(_styled(picture))
        extent = node.find(WP + "extent")
        behind = node.get("behindDoc", "0") in ("1", "true")
        return (
            not behind and extent is not None and _large([(integer(extent.get(k), 0) or 0) / EMU for k in ("cx", "cy")])
        )
    return False


def _styled(picture: etree._Element) -> list[float]:
    """Width and height in cm of the shape around an old picture."""
    shape = picture.getparent()
    sizes = {} if shape is None else lengths(shape)
    return [sizes.get("width", 0.0), sizes.get("height", 0.0)]


def lengths(shape: etree._Element) -> dict[str, float]:
    """Lengths in cm that the style of an old shape gives."""
    found = _LENGTH.findall(shape.get("style", ""))
    return {name: float(number) * _CM[unit] for name, number, unit in found}


def _large(size: Sequence[float]) -> bool:
    return all(side >= least for side, least in zip(size, LEAST, strict=True))


def in_place_of_text(found: Sequence[RawParagraph]) -> list[str]:
    """For each large picture of the body right under a heading or a line that announces it: that line."""
    lines: list[str] = []
    before = ""
    for paragraph in found:
        if paragraph.story not in ("body", "textbox"):
            continue
        text = paragraph.raw.strip()
        shown = text or before
        if shown and any(e.kind == "picture" for e in paragraph.events) and _announces(shown):
            lines.append(shortened(" ".join(shown.split()), QUOTE))
        before = shown
    return lines


def _announces(text: str) -> bool:
    return len(text.split()) <= LONGEST_TITLE and _SENTENCE_END.search(text) is None


def stands_above(box: etree._Element) -> bool:
    """Whether a text box is seen above the paragraph that it is anchored in, by its offset and its wrap."""
    for node in box.iterancestors(WP + "inline", WP + "anchor", W + "pict"):
        if node.tag == WP + "anchor":
            return _anchored_above(node)
        return node.tag == W + "pict" and any(
            map(_shaped_above, node.iterchildren(_V + "shape", _V + "rect", _V + "group"))
        )
    return False


def _anchored_above(anchor: etree._Element) -> bool:
    vertical, extent = anchor.find(WP + "positionV"), anchor.find(WP + "extent")
    if vertical is None or vertical.get("relativeFrom") != "paragraph":
        return False
    top = integer(vertical.findtext(WP + "posOffset"))
    height = 0 if extent is None else integer(extent.get("cy"), 0) or 0
    return top is not None and _above(top / EMU, height / EMU, alone=anchor.find(WP + "wrapTopAndBottom") is not None)


def _shaped_above(shape: etree._Element) -> bool:
    style, wrap = shape.get("style", ""), shape.find(_WRAP)
    floats = "position:absolute" in style.replace(" ", "") and "mso-position-vertical-relative" not in style
    sizes = lengths(shape)
    alone = wrap is not None and wrap.get("type") == "topAndBottom"
    return floats and _above(sizes.get("margin-top", 0.0), sizes.get("height", 0.0), alone=alone)


def _above(top: float, height: float, *, alone: bool) -> bool:
    """``alone``: no text stands beside the box."""
    return top < FIRST_LINE if alone else 0 < height <= FIRST_LINE - top and top < 0
