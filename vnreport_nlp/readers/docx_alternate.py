"""Content written in two ways (``mc:AlternateContent``): which of them Word shows."""

from __future__ import annotations

from lxml import etree

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KNOWN = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")
"""Where the names of Office's own extensions begin; no Word understands another program's."""


def chosen_content(node: etree._Element) -> etree._Element | None:
    """The first choice whose extensions Office has, else the fallback, None for nothing to show."""
    for choice in node.iterfind(MC + "Choice"):
        spaces = choice.nsmap
        if all(spaces.get(prefix, _KNOWN[0]).startswith(_KNOWN) for prefix in choice.get("Requires", "").split()):
            return choice
    return node.find(MC + "Fallback")
