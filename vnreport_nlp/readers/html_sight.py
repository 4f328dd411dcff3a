"""What CSS says of how letters meet the eye: colour, size, and whether an element is seen at all."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..expressions import compiled
from .docx_shades import PAPER, UNKNOWN, hexed
from .docx_sight import USUAL, Sight
from .html_rules import Css

ASIDE = 400.0
"""Points to the left or above beyond which nothing is seen."""
NOTHING = 1.5
"""Points: a box so small that cuts off what does not fit shows nothing."""
CLEAR = 0.1
"""Opacity below which letters do not show."""
_LENGTH = compiled(r"([+-]?(?:\d+\.?\d*|\.\d+))(pt|px|in|cm|mm|pc|em|rem|%)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "rem": 12.0}
_RGB = compiled(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)")
_SHORT = compiled(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
_NAMES = {
    "white": PAPER, "black": "000000", "red": "FF0000", "lime": "00FF00", "blue": "0000FF", "yellow": "FFFF00", "aqua": "00FFFF",
    "cyan": "00FFFF", "fuchsia": "FF00FF", "magenta": "FF00FF", "silver": "C0C0C0", "gray": "808080", "grey": "808080",
    "maroon": "800000", "olive": "808000", "green": "008000", "purple": "800080", "teal": "008080", "navy": "000080",
    "snow": "FFFAFA", "ivory": "FFFFF0", "ghostwhite": "F8F8FF", "whitesmoke": "F5F5F5", "floralwhite": "FFFAF0", "azure": "F0FFFF",
    "mintcream": "F5FFFA", "window": PAPER, "canvas": PAPER, "windowtext": "000000",
}  # fmt: skip
_NONE = frozenset({"", "transparent", "none", "inherit", "initial", "unset", "auto", "currentcolor"})
_SHIFTS = ("left", "top", "margin-left", "margin-top", "text-indent", "right", "bottom")
_GONE = compiled(
    r"scale\(\s*0(?:\.0+)?\s*[,)]|translate[xy]?\(\s*-\s*\d{4,}|rect\(\s*[01](?:px|pt)?\s*[, ]\s*[01]|inset\(\s*(?:50|100)%|circle\(\s*0"
)


def colour(value: str) -> str | None:
    """A colour of CSS as six digits; None where none is given, UNKNOWN for one that is not known."""
    value = value.strip().lower()
    if value in _NONE:
        return None
    if short := _SHORT.fullmatch(value):
        return "".join(2 * short[i] for i in (1, 2, 3)).upper()
    if match := _RGB.fullmatch(value):
        return "".join(f"{min(int(match[i]), 255):02X}" for i in (1, 2, 3))
    return hexed(value) or _NAMES.get(value, UNKNOWN)


def points(value: str, size: float = 0.0) -> float | None:
    """A length in points; ``size`` is what ``em`` and per cent are of. None for what is no length."""
    match = _LENGTH.fullmatch(value.strip().lower())
    if match is None or (match[2] is None and float(match[1])):
        return None
    unit = match[2] or "pt"
    return float(match[1]) * (size if unit == "em" else size / 100 if unit == "%" else _POINTS[unit])


def sight_of(above: Sight, css: Css, node: etree._Element) -> Sight:
    """The look of an element's letters inside an element that looks like ``above``."""
    found = above
    shade = colour(node.get("bgcolor", ""))
    if shade is not None:
        found = replace(found, behind=shade)
    inked = colour(node.get("color", "") if node.tag == "font" else node.get("text", "") if node.tag == "body" else "")
    if inked is not None:
        found = replace(found, colour=inked)
    return _styled(found, css) if css else found


def _styled(sight: Sight, css: Css) -> Sight:
    size = (USUAL if sight.size is None else sight.size) / 2
    if "color" in css:
        value = css["color"].strip().lower()
        faint = _RGB.fullmatch(value)
        clear = value == "transparent" or (faint is not None and faint[4] is not None and _share(faint[4]) < CLEAR)
        sight = replace(sight, colour=colour(value) or sight.colour, clear=clear)
    for name in ("background", "background-color", "background-image"):
        if (shade := _background(css.get(name, ""))) is not None:
            sight = replace(sight, behind=shade)
    said = css.get("font-size", css.get("font", "").strip().partition("/")[0].rpartition(" ")[2])
    if said and (high := points(said, size)) is not None:
        sight = replace(sight, size=round(2 * high))
        size = high
    if "letter-spacing" in css and (apart := points(css["letter-spacing"], size)) is not None:
        sight = replace(sight, spacing=round(20 * apart))
    return sight


def _background(value: str) -> str | None:
    if "url(" in value.lower() or "gradient(" in value.lower():
        return UNKNOWN
    words = [value] if "(" in value else value.split()
    found = [shade for word in words if (shade := colour(word)) is not None and shade != UNKNOWN]
    return found[0] if found else None


def _share(value: str) -> float:
    try:
        return float(value.rstrip("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        return 1.0


def concealed(css: Css) -> bool:
    """Whether an element is not seen: clear, far off the screen, cut off or without room."""
    if _share(css.get("opacity", "1").strip()) < CLEAR:
        return True
    moved = css.get("position", "").lower() in ("absolute", "fixed", "relative")
    for name in _SHIFTS:
        length = points(css.get(name, ""))
        if length is None or not (moved or name in ("text-indent", "margin-left")):
            continue
        if length < -ASIDE or (moved and length > 5 * ASIDE):
            return True
    if any(_GONE.search(css.get(name, "").lower()) for name in ("transform", "clip", "clip-path")):
        return True
    sides = [points(css.get(name, "")) for name in ("width", "height", "max-width", "max-height")]
    hides = css.get("overflow", css.get("overflow-y", "")).lower() in ("hidden", "clip")
    return hides and any(side is not None and side <= NOTHING for side in sides)
