"""Colours of letters and of what lies behind them in a Word file: whether anything shows."""

from __future__ import annotations

from lxml import etree

from ..expressions import compiled
from .numbering import W

TINY = 4
"""Half points: letters so small are specks on paper."""
_WHITE = compiled(r"[fF][0-9a-fA-F][fF][0-9a-fA-F][fF][0-9a-fA-F]")
_PAPER = frozenset({"background1", "light1"})


def is_white(color: etree._Element) -> bool:
    """Whether a colour of letters is that of paper, or nearly so."""
    if color.get(W + "themeColor") is not None:
        return color.get(W + "themeColor") in _PAPER and color.get(W + "themeShade") is None
    return _WHITE.fullmatch(color.get(W + "val", "")) is not None


def is_shade(node: etree._Element) -> bool:
    """Whether a ``w:shd`` or ``w:highlight`` lays anything but white behind letters."""
    if node.tag == W + "highlight":
        return node.get(W + "val") not in (None, "none", "white")
    pattern, fill = node.get(W + "val", "clear"), node.get(W + "fill", "auto")
    return (
        node.get(W + "themeFill") is not None
        or pattern not in ("clear", "nil")
        or fill.upper() not in ("AUTO", "FFFFFF")
    )


def shaded(properties: etree._Element) -> bool:
    """Whether properties of a paragraph, a cell or a table lay a shade behind it."""
    node = properties.find(W + "shd")
    return node is not None and is_shade(node)
