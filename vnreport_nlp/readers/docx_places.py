"""Places of a Word file where no text is seen: off the page, in lines, rows and cells without room, in hidden rows."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from .docx_shapes import FULL, needed, shape_unseen
from .docx_styles import Styles, style_id
from .docx_tables import of_table
from .numbering import W, integer, switched_on

LINE = 80
"""Twentieths of a point: an exact height of a line below which its letters are cut off or lie on those of the next one."""
SINGLE = 60
"""The same for a height told by the line's own, of which 240 are one."""
ROW = 100
"""Twentieths of a point: an exact height of a row in which no line has room."""
CELL = 120
"""Twentieths of a point: a cell of a table with fixed columns so narrow that no letter has room."""
COLUMNS = 63
"""So many columns a table of Word has at most."""
EDGE = 1000
"""Twentieths of a point: the least margin, by which an indent that leaves nothing of the page is less than its width."""
PAGE = (11906, 16838)
"""Width and height of A4 in twentieths of a point."""


class Places:
    """Knows for each place of one document whether it is seen; each is looked at once."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[etree._Element, bool] = {}
        self._page: tuple[int, int] | None = None
        self.covered: set[etree._Element] = set()
        """Paragraphs under shapes in front of the text."""

    def unseen(self, paragraph: etree._Element) -> bool:
        """Whether nothing of a paragraph can be seen because of where it stands."""
        if paragraph in self.covered or self._lines_unseen(paragraph):
            return True
        for node in paragraph.iterancestors(W + "tc", W + "tr", W + "tbl", W + "txbxContent"):
            if node not in self._known:
                self._known[node] = self._judged(node)
            if self._known[node]:
                return True
        return False

    def _judged(self, node: etree._Element) -> bool:
        if node.tag == W + "tr":
            return _row_unseen(node)
        if node.tag == W + "tc":
            return _cell_unseen(node) or _clipped(node)
        if node.tag == W + "tbl":
            return self._table_unseen(node)
        return shape_unseen(node, *self._size(node))

    def _size(self, node: etree._Element) -> tuple[int, int]:
        """The widest page of the document and the highest."""
        if self._page is None:
            sizes = [
                (integer(one.get(W + "w"), 0) or 0, integer(one.get(W + "h"), 0) or 0)
                for one in node.getroottree().getroot().iter(W + "pgSz")
            ]
            self._page = (max([PAGE[0], *(s[0] for s in sizes)]), max([PAGE[1], *(s[1] for s in sizes)]))
        return self._page

    def _lines_unseen(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(W + "pPr")
        named = self._styles.chain(self._styles.paragraph(style_id(properties)).id)
        chain = [p for p in (properties, *(node.find(W + "pPr") for node in named)) if p is not None]
        spacing, indent, frame = (_merged(chain, name) for name in ("spacing", "ind", "framePr"))
        line = integer(spacing.get("line"))
        least = {"exact": LINE, "auto": SINGLE}.get(spacing.get("lineRule", "auto"), 0)
        if line is not None and 0 < line < least:
            return True
        if not indent and not frame:
            return False
        width, height = self._size(paragraph)
        sides = [_length(indent, *names) for names in (("left", "start"), ("right", "end"))]
        off = any(side >= width - EDGE for side in sides) or sides[0] <= -width
        low = frame.get("hRule") == "exact" and _length(frame, "h") < LINE
        return off or low or abs(_length(frame, "x")) >= width or abs(_length(frame, "y")) >= height

    def _table_unseen(self, table: etree._Element) -> bool:
        properties = of_table(table, "tblPr")
        if properties is None:
            return False
        width, height = self._size(table)
        floats, indent = _merged([properties], "tblpPr"), _merged([properties], "tblInd")
        aside = abs(_length(indent, "w")) >= width and indent.get("type", "dxa") == "dxa"
        return aside or abs(_length(floats, "tblpX")) >= width or abs(_length(floats, "tblpY")) >= height


def _merged(chain: list[etree._Element], name: str) -> dict[str, str]:
    """The attributes of one property, those nearer to the paragraph first."""
    found: dict[str, str] = {}
    for properties in chain:
        node = properties.find(W + name)
        for key, value in () if node is None else node.items():
            found.setdefault(str(key).removeprefix(W), str(value))
    return found


def _length(attributes: dict[str, str], *names: str) -> int:
    return next((integer(attributes[name], 0) or 0 for name in names if name in attributes), 0)


def _row_unseen(row: etree._Element) -> bool:
    properties = row.find(W + "trPr")
    if properties is None:
        return False
    height = _merged([properties], "trHeight")
    low = height.get("hRule") == "exact" and 0 < _length(height, "val") < ROW
    return low or switched_on(properties, "hidden")


def _clipped(cell: etree._Element) -> bool:
    """Whether a cell of a row of fixed height shows little of its text."""
    row = next(cell.iterancestors(W + "tr"), None)
    height = {} if row is None else _merged(list(row.iterchildren(W + "trPr")), "trHeight")
    if height.get("hRule") != "exact" or not _length(height, "val"):
        return False
    width = cell.find(f"{W}tcPr/{W}tcW")
    known = width is not None and width.get(W + "type", "dxa") == "dxa"
    room = (integer(width.get(W + "w"), 0) or 0) if known and width is not None else 0
    return needed(cell, room) > FULL * _length(height, "val")


def _cell_unseen(cell: etree._Element) -> bool:
    table = next(cell.iterancestors(W + "tbl"), None)
    properties = None if table is None else of_table(table, "tblPr")
    layout = None if properties is None else properties.find(W + "tblLayout")
    width = cell.find(f"{W}tcPr/{W}tcW")
    if layout is None or layout.get(W + "type") != "fixed" or width is None or width.get(W + "type") != "dxa":
        return False
    grid = None if table is None else of_table(table, "tblGrid")
    columns = [
        integer(one.get(W + "w")) for one in islice(() if grid is None else grid.iterfind(W + "gridCol"), COLUMNS)
    ]
    narrow = any(one is not None and one < CELL for one in columns)
    return narrow and 0 < (integer(width.get(W + "w"), CELL) or 0) < CELL
