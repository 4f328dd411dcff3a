"""Rows and cells of a Word table, through the wrappers that may stand between."""

from __future__ import annotations

from lxml import etree

from .numbering import W, integer, value_in

TRANSPARENT = frozenset(
    {W + "customXml", W + "ins", W + "moveTo", W + "smartTag", W + "sdtContent", W + "dir", W + "bdo"}
)
DELETED_ROW = (W + "del", W + "moveFrom")
_ROWS = frozenset({W + "tr", W + "sdt", *TRANSPARENT})


def of_table(table: etree._Element, name: str) -> etree._Element | None:
    """What a table says of itself before its rows (``tblPr``, ``tblGrid``); its rows, maybe thousands, are not walked for each cell."""
    for child in table:
        if child.tag == W + name:
            return child
        if child.tag in _ROWS:
            break
    return None


def _children(node: etree._Element, wanted: str) -> list[etree._Element]:
    """Children of one tag, also inside content controls and other transparent wrappers."""
    found: list[etree._Element] = []
    for child in node:
        if child.tag == wanted:
            found.append(child)
        elif child.tag == W + "sdt":
            for content in child.iterfind(W + "sdtContent"):
                found += _children(content, wanted)
        elif child.tag in TRANSPARENT:
            found += _children(child, wanted)
    return found


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table in order."""
    return _children(table, W + "tr")


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row in order."""
    return _children(row, W + "tc")


def grid(row: etree._Element, name: str) -> int:
    """Columns that a row leaves out before (``gridBefore``) or behind (``gridAfter``) its cells."""
    properties = row.find(W + "trPr")
    return 0 if properties is None else max(0, integer(value_in(properties, name), 0) or 0)


def span_of(properties: etree._Element | None) -> int:
    """Columns that a cell covers."""
    return 1 if properties is None else max(1, integer(value_in(properties, "gridSpan"), 1) or 1)


def deleted_row(row: etree._Element) -> bool:
    """Whether a tracked change takes the row away."""
    properties = row.find(W + "trPr")
    return properties is not None and any(child.tag in DELETED_ROW for child in properties)


def inserted_by(row: etree._Element) -> str | None:
    """Who put a row in by a tracked change, None where nobody did."""
    change = row.find(f"{W}trPr/{W}ins")
    return None if change is None else change.get(W + "author", "")


def is_grid(rows: list[etree._Element]) -> bool:
    """Whether a table in a text box may hold data: more rows with columns than a letterhead has."""
    return sum(len(cells_of(row)) > 1 for row in rows) > 2


def swallowed(properties: etree._Element | None) -> bool:
    """A cell that continues the one above, or that a tracked change takes away."""
    if properties is None:
        return False
    merge = properties.find(W + "vMerge")
    if merge is not None and merge.get(W + "val", "continue") == "continue":
        return True
    return properties.find(W + "cellDel") is not None
