"""Numbers of the lists of a page, as a browser shows them; LibreOffice's lists as their author saw them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .docx_formats import format_number
from .html_counters import ListCounters
from .numbering import Label, integer

_COUNTERS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "decimal": "decimal",
    "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip


def item_label(number: int, kind: str, style: str) -> str:
    """The number that a browser shows before an item of ``<ol type=kind>``; the style wins."""
    named = next((word for word in style.split() if word in _COUNTERS or word == "none"), "")
    if named == "none":
        return ""
    return format_number(number, _COUNTERS.get(named or kind, "decimal")) + "."


@dataclass(slots=True)
class PageList:
    """One ``<ol>`` or ``<ul>`` that is open."""

    ordered: bool
    kind: str
    next: int
    step: int = 1


def is_libreoffice(root: etree._Element) -> bool:
    """Whether the page says that LibreOffice wrote it."""
    names = (m.get("content", "") for m in root.iter("meta") if m.get("name", "").lower() == "generator")
    return any(name.lower().startswith(("libreoffice", "openoffice")) for name in names)


class ListNumbers:
    """Opens lists and counts their items.

    LibreOffice (``office``) closes all lists before a paragraph of text and opens them again behind it, with ``start`` only where
    the next item is one of that list: where a deeper item comes first, the list goes on from the number it had.
    """

    def __init__(self, *, office: bool = False) -> None:
        self.office = office
        self.counters = ListCounters()
        self._reached: dict[int, tuple[str, int]] = {}

    def open(self, node: etree._Element, above: tuple[PageList, ...]) -> tuple[PageList, ...]:
        """The lists open inside one more ``<ol>`` or ``<ul>``."""
        back = "reversed" in node.attrib
        start = integer(node.get("start"), len(node.findall("li")) if back else 1) or 0
        kind = node.get("type", "1")
        reached = self._reached.get(len(above))
        first = node[0].tag if len(node) else ""
        if self.office and first in ("ol", "ul") and "start" not in node.attrib and reached and reached[0] == kind:
            start = reached[1] + 1
        return (*above, PageList(node.tag == "ol", kind, start, -1 if back else 1))

    def item(self, node: etree._Element, lists: tuple[PageList, ...], style: str) -> Label | None:
        """The number or bullet of one ``<li>``, None where none is shown."""
        items = lists[-1] if lists else None
        level = max(0, len(lists) - 1)
        if items is not None and (name := self.counters.of(node)):
            number = integer(node.get("value"), items.next) or 0
            items.next = number + items.step
            return self.counters.label(name, number, level)
        if items is None or not items.ordered:
            return None if style == "none" else Label("•", level, True)
        items.next = integer(node.get("value"), items.next) or 0
        text = item_label(items.next, node.get("type", items.kind), style)
        self._reached = {depth: known for depth, known in self._reached.items() if depth < level}
        self._reached[level] = (items.kind, items.next)
        items.next += items.step
        return Label(text, level, False) if text else None
