"""Pictures of a Word file that may hold text, and those that stand where the text of a section should be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from ..model.document import shortened
from .docx_content import RawParagraph
from .docx_diagrams import A
from .docx_lines import LONGEST_TITLE
from .numbering import W, integer

A_BLIP = A + "blip"
V_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
LEAST = (9.0, 2.5)
"""Width and height in cm of the smallest picture in which a text can be read: logos, stamps and signatures are smaller."""
QUOTE = 80
"""Characters of the line before a picture that tell its place."""
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU = 360_000
_CM = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96}
_SIZE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)")
_SENTENCE_END = re.compile(r"[.;,!?…]\W*$")


def holds_text(picture: etree._Element) -> bool:
    """Whether a picture (``a:blip`` or ``v:imagedata``) is large enough to hold text and lies neither behind the text nor over an object."""
    for node in picture.iterancestors(_WP + "inline", _WP + "anchor", W + "object", W + "pict"):
        if node.tag == W + "object":
            return False
        if node.tag == W + "pict":
            return _large(_styled(picture))
        extent = node.find(_WP + "extent")
        behind = node.get("behindDoc", "0") in ("1", "true")
        return (
            not behind
            and extent is not None
            and _large([(integer(extent.get(k), 0) or 0) / _EMU for k in ("cx", "cy")])
        )
    return False


def _styled(picture: etree._Element) -> list[float]:
    """Width and height in cm of the shape around an old picture."""
    shape = picture.getparent()
    style = "" if shape is None else shape.get("style", "")
    sizes = {
        name: float(number) * _CM[unit]
        for name, number, unit in _SIZE.findall(style)
        if number.count(".") < 2 and number != "."
    }
    return [sizes.get("width", 0.0), sizes.get("height", 0.0)]


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
