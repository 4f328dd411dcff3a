"""Text of an OpenDocument file that nobody sees on its page: hidden, as pale as what lies behind, a speck, or off the page."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .docx_shades import PAPER, UNKNOWN, alike, hexed
from .docx_styles import RunProps
from .odt_styles import DRAW, FO, STYLE, SVG, TABLE, TEXT, OdtStyles, centimetres, per_cent
from .unseen import Hidden, is_prose

LINE = 0.15
"""cm: a fixed height of a line below which its letters lie on those of the next one."""
SINGLE = 25
"""Per cent of a line's own height below which the same holds."""
LITTLE = 0.25
"""cm: a row of fixed height or a frame of fixed size below which nothing of its text shows."""
PAGE = (21.0, 29.7)
EDGE = 1.7
"""cm by which an indent that leaves nothing of the page is less than its width."""
_FILLED = {
    TABLE + "table-cell": ("table-cell", "table-cell-properties"), TABLE + "table-row": ("table-row", "table-row-properties"),
    TABLE + "table": ("table", "table-properties"), TEXT + "section": ("section", "section-properties"),
}  # fmt: skip
_BOXES = frozenset(DRAW + kind for kind in ("frame", "custom-shape", "rect", "ellipse", "path", "polygon"))


@dataclass(slots=True)
class _Place:
    """A paragraph that is being read."""

    node: etree._Element
    style: str
    gone: bool
    behind: str | None = None
    prose: bool | None = None


class OdtUnseen:
    """Decides for each text of a file whether it shows, and remembers what does not."""

    def __init__(self, styles: OdtStyles) -> None:
        self.hidden = Hidden()
        self._styles = styles
        self._open: list[_Place] = []
        self._known: dict[etree._Element, bool] = {}

    def enter(self, node: etree._Element, style: str) -> None:
        """Look at the place of a paragraph that is read next; paragraphs stand inside others."""
        self._open.append(_Place(node, style, self._off(node, style)))

    def leave(self) -> None:
        """Go back to the paragraph around."""
        self._open.pop()

    def section(self, node: etree._Element) -> bool:
        """Whether a section is hidden; its words are remembered."""
        shown = node.get(TEXT + "display")
        gone = shown == "none" or (shown == "condition" and node.get(TEXT + "is-hidden") == "true")
        if gone:
            self.hidden.note(" ".join("".join(map(str, p.itertext())) for p in node.iter(TEXT + "p", TEXT + "h")))
        return gone

    def whole(self, node: etree._Element) -> bool:
        """Whether a field hides the whole paragraph that it stands in; its words are remembered."""
        gone = any(mark.get(TEXT + "is-hidden") == "true" for mark in node.iterchildren(TEXT + "hidden-paragraph"))
        if gone:
            self.hidden.note("".join(map(str, node.itertext())))
        return gone

    def swallows(self, text: str, run: RunProps) -> bool:
        """Whether a text is left out: it cannot be seen, and is hidden by itself or part of a paragraph of prose."""
        if run.hidden or run.sight.speck:
            self.hidden.note(text)
            return True
        place = self._open[-1] if self._open else None
        if place is None or not (place.gone or self._pale(place, run)):
            return False
        self.hidden.note(text)
        if place.prose is None:
            place.prose = is_prose("".join(map(str, place.node.itertext())))
        return place.prose

    def _pale(self, place: _Place, run: RunProps) -> bool:
        colour = run.sight.colour
        if colour is None or colour == UNKNOWN:
            return False
        if run.sight.behind:
            return alike(colour, run.sight.behind)
        if place.behind is None:
            place.behind = self._behind(place)
        return alike(colour, place.behind)

    def _behind(self, place: _Place) -> str:
        """The colour that lies behind a paragraph, UNKNOWN where it cannot be told."""
        get = self._styles.prop
        if fill := _fill(get("paragraph", place.style, "paragraph-properties", FO + "background-color")):
            return fill
        for node in place.node.iterancestors("*"):
            if node.tag in _BOXES:
                return self._box_fill(node)
            if node.tag in _FILLED:
                family, group = _FILLED[str(node.tag)]
                if fill := _fill(
                    get(family, node.get(f"{_space(node)}style-name", ""), group, FO + "background-color")
                ):
                    return fill
        return self._styles.page_colour or PAPER

    def _box_fill(self, node: etree._Element) -> str:
        name = node.get(DRAW + "style-name", "")
        kind = self._styles.prop("graphic", name, "graphic-properties", DRAW + "fill")
        names = (DRAW + "fill-color",) if kind == "solid" else (FO + "background-color",) if kind is None else ()
        return next(
            (f for n in names if (f := _fill(self._styles.prop("graphic", name, "graphic-properties", n)))), UNKNOWN
        )

    def _off(self, node: etree._Element, style: str) -> bool:
        if any(one.get(TEXT + "is-hidden") == "true" for one in node.iter(TEXT + "hidden-paragraph")):
            return True
        width = self._styles.page[0] or PAGE[0]

        def get(name: str) -> str | None:
            return self._styles.prop("paragraph", style, "paragraph-properties", FO + name)

        height, share = centimetres(get("line-height")), per_cent(get("line-height"))
        if (height is not None and height < LINE) or (share is not None and share < SINGLE):
            return True
        left, right = centimetres(get("margin-left")) or 0.0, centimetres(get("margin-right")) or 0.0
        if left <= -width or max(left, right) >= width - EDGE:
            return True
        return any(self._around(one) for one in node.iterancestors(TABLE + "table-row", *_BOXES))

    def _around(self, node: etree._Element) -> bool:
        if node not in self._known:
            self._known[node] = self._row(node) if node.tag == TABLE + "table-row" else self._box(node)
        return self._known[node]

    def _row(self, row: etree._Element) -> bool:
        if row.get(TABLE + "visibility") in ("collapse", "filter"):
            return True
        height = self._styles.prop(
            "table-row", row.get(TABLE + "style-name", ""), "table-row-properties", STYLE + "row-height"
        )
        tall = centimetres(height)
        return tall is not None and tall < LITTLE

    def _box(self, node: etree._Element) -> bool:
        wide, high = self._styles.page[0] or PAGE[0], self._styles.page[1] or PAGE[1]
        x, y = (abs(centimetres(node.get(SVG + name)) or 0.0) for name in ("x", "y"))
        if x >= wide or y >= high:
            return True
        inner = node.find(DRAW + "text-box")
        grows = inner is not None and any(f"{FO}min-{side}" in inner.attrib for side in ("width", "height"))
        sides = [] if grows else [centimetres(node.get(SVG + name)) for name in ("width", "height")]
        return node.tag == DRAW + "frame" and any(side is not None and side < LITTLE for side in sides)


def _fill(value: str | None) -> str | None:
    return None if value in (None, "transparent") else hexed(value) or UNKNOWN


def _space(node: etree._Element) -> str:
    return TEXT if node.tag == TEXT + "section" else TABLE
