"""Objects embedded in an OpenDocument text: formulas are text, all others are pictures."""

from __future__ import annotations

from lxml import etree

from ..errors import ReadError
from .mathml import formula
from .ooxml import Package

MATH = "{http://www.w3.org/1998/Math/MathML}math"
_HREF = "{http://www.w3.org/1999/xlink}href"


class Objects:
    """The embedded objects of one file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, str] = {}

    def formula(self, node: etree._Element) -> str:
        """What a ``draw:object`` shows as a formula: its own content, in a flat file, or that of the part it names; else nothing."""
        inside = next((child for child in node if child.tag == MATH), None)
        if inside is not None:
            return formula(inside) or ""
        name = node.get(_HREF, "").removeprefix("./").rstrip("/")
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> str:
        try:
            root = self._package.xml(f"{name}/content.xml") if name else None
        except ReadError:
            return ""  # a damaged object is a picture to LibreOffice, too
        return (formula(root) or "") if root is not None and root.tag == MATH else ""
