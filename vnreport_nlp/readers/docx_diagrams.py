"""The words of SmartArt: they lie in a part of their own, as points that a list of connections puts in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from .numbering import W, integer

DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHOWN = ("node", "asst", None)
"""Types of points that hold words of the author; the others are joints and layout."""


def diagram_lines(root: etree._Element) -> list[str]:
    """One line for each paragraph of each shape, parents before their children, siblings in the diagram's order."""
    points = {p.get("modelId", ""): p for p in root.iterfind(f"{DGM}ptLst/{DGM}pt")}
    below: dict[str, list[tuple[int, str]]] = defaultdict(list)
    children: set[str] = set()
    for link in root.iterfind(f"{DGM}cxnLst/{DGM}cxn"):
        source, target = link.get("srcId", ""), link.get("destId", "")
        if link.get("type", "parOf") == "parOf" and source in points and target in points and target not in children:
            below[source].append((integer(link.get("srcOrd"), 0) or 0, target))
            children.add(target)
    order: list[str] = []
    seen: set[str] = set()
    # what hangs on nothing comes first; a ring of points hangs on itself and comes last
    for start in [*(key for key in points if key not in children), *points]:
        stack = [start]
        while stack:
            key = stack.pop()
            if key not in seen:
                seen.add(key)
                order.append(key)
                stack += [child for _, child in sorted(below[key], reverse=True)]
    return [line for key in order if points[key].get("type") in _SHOWN for line in _lines(points[key])]


def _lines(point: etree._Element) -> list[str]:
    lines = ["".join(t.text or "" for t in p.iter(A + "t")).strip() for p in point.iterfind(f"{DGM}t/{A}p")]
    return [line for line in lines if line]


def text_box(lines: Sequence[str]) -> etree._Element:
    """A text box made of plain lines."""
    box = etree.Element(W + "txbxContent")
    for line in lines:
        run = etree.SubElement(etree.SubElement(box, W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = line
    return box


def drawn(node: etree._Element) -> etree._Element:
    """Words in the shapes of a drawing that is no text box of Word's own, as one."""
    return text_box(["".join(t.text or "" for t in p.iter(A + "t")) for p in node.iterfind(A + "p")])
