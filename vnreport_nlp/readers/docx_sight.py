"""How the letters of a run in a Word file meet the eye: colour, what lies behind them, size, and whether they are squeezed."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .docx_shades import colour_of, fill_of
from .numbering import W, integer

TINY = 4
"""Half points: letters so small are specks on paper."""
NARROW = 15
"""Per cent of a letter's width: Word's own list ends at 33, and strokes run into one at so few."""
CLOSE = 0.3
"""Share of the size by which letters are pulled together until they lie on one another; honest text is condensed by a point at most."""
CLEAR = 90_000
"""Thousandths of a per cent of transparency beyond which letters do not show."""
USUAL = 20
"""Half points of letters of which nothing is said."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@dataclass(frozen=True, slots=True)
class Sight:
    """What is said of a run's look, None where nothing is said."""

    colour: str | None = None
    behind: str | None = None
    """An empty string where what lies behind is taken away."""
    size: int | None = None
    """Half points."""
    scale: int | None = None
    """Per cent of the usual width."""
    spacing: int | None = None
    """Twentieths of a point between letters."""
    clear: bool | None = None

    def over(self, base: Sight) -> Sight:
        """This look, completed from ``base``."""
        if base is PLAIN_SIGHT:
            return self
        if self is PLAIN_SIGHT:
            return base
        return Sight(
            base.colour if self.colour is None else self.colour,
            base.behind if self.behind is None else self.behind,
            base.size if self.size is None else self.size,
            base.scale if self.scale is None else self.scale,
            base.spacing if self.spacing is None else self.spacing,
            base.clear if self.clear is None else self.clear,
        )

    @property
    def speck(self) -> bool:
        """Whether the letters are too small, too narrow, too close or too clear to be any."""
        size = USUAL if self.size is None else self.size
        return (
            bool(self.clear)
            or size <= TINY
            or 0 < (100 if self.scale is None else self.scale) <= NARROW
            or -(self.spacing or 0) > CLOSE * 10 * size
        )


PLAIN_SIGHT = Sight()
_READ = frozenset(
    W + name for name in ("color", "highlight", "shd", "sz", "w", "spacing")
) | {_W14 + "textFill", _W14 + "textOutline"}  # fmt: skip


def read_sight(node: etree._Element, themes: dict[str, str]) -> Sight:
    """The look that one ``w:rPr`` gives."""
    found = {child.tag: child for child in node if child.tag in _READ}
    if not found:
        return PLAIN_SIGHT
    colour, shade, light = (found.get(W + name) for name in ("color", "shd", "highlight"))
    fills = [fill_of(one, themes) or "" for one in (light, shade) if one is not None]
    return Sight(
        None if colour is None else colour_of(colour, themes),
        next((fill for fill in fills if fill), "") if fills else None,
        _number(found.get(W + "sz")),
        _number(found.get(W + "w")),
        _number(found.get(W + "spacing")),
        _clear(found.get(_W14 + "textFill"), found.get(_W14 + "textOutline")),
    )


def _number(node: etree._Element | None) -> int | None:
    return None if node is None else integer(node.get(W + "val", "").removesuffix("%"))


def _clear(fill: etree._Element | None, outline: etree._Element | None) -> bool | None:
    """Whether letters have neither a filling nor a line around them."""
    if fill is None:
        return None
    if outline is not None and outline.find(_W14 + "noFill") is None and len(outline):
        return False
    alphas = [integer(alpha.get(_W14 + "val"), 0) or 0 for alpha in fill.iterfind(f"{_W14}solidFill/*/{_W14}alpha")]
    return fill.find(_W14 + "noFill") is not None or any(alpha >= CLEAR for alpha in alphas)
