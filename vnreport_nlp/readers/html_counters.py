"""Numbers that a page's style sheet writes before the items of its lists, as Google Docs saves every list."""

from __future__ import annotations

from lxml import etree

from ..expressions import compiled
from .docx_formats import format_number
from .html_rules import LONGEST
from .numbering import Label

MOST = 500
"""Lists of one page beyond which no rules are kept."""
_BEFORE = compiled(
    r"\.([\w-]{1,100})\s{0,9}>\s{0,9}li::?before\s{0,9}\{(?:[^{};]{0,200};){0,9}\s{0,9}content\s{0,9}:([^{};]{1,300})"
)
_COUNTED = compiled(r"\.([\w-]{1,100})\s{0,9}>\s{0,9}li\s{0,9}\{\s{0,9}counter-increment\s{0,9}:\s{0,9}([\w-]{1,100})")
_PIECE = compiled(
    r'"([^"]{0,40})"|\'([^\']{0,40})\'|counter\(\s{0,9}([\w-]{1,100})\s{0,9}(?:,\s{0,9}([\w-]{1,30})\s{0,9})?\)'
)
_DEPTH = compiled(r"-(\d)$")
_FORMATS = {
    "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip


class ListCounters:
    """What stands before the items of each list, by the list's class, and how far each counter is."""

    def __init__(self, sheet: str = "") -> None:
        sheet = sheet[:LONGEST]
        self._contents: dict[str, str] = {}
        for rule in _BEFORE.finditer(sheet):
            if len(self._contents) < MOST:
                self._contents.setdefault(rule[1], rule[2])
        self._names = {rule[1]: rule[2] for rule in _COUNTED.finditer(sheet)} if self._contents else {}
        self._reached: dict[str, int] = {}

    def of(self, node: etree._Element) -> str:
        """The class by which the list of an item has its numbers, an empty string for none."""
        above = node.getparent()
        classes = above.get("class", "").split() if above is not None and self._contents else ()
        return next((name for name in classes if name in self._contents), "")

    def label(self, name: str, number: int, level: int) -> Label | None:
        """The number or bullet of the item ``number`` of a list; None where the sheet writes nothing before it."""
        self._reached[self._names.get(name, name)] = number
        depth = _DEPTH.search(name)
        text, counted = "", False
        for piece in _PIECE.finditer(self._contents[name]):
            counted = counted or bool(piece[3])
            if piece[3]:
                text += format_number(self._reached.get(piece[3], 1), _FORMATS.get(piece[4] or "", "decimal"))
            text += piece[1] or piece[2] or ""
        text = text.strip()
        return Label(text, int(depth[1]) if depth else level, not counted) if text else None
