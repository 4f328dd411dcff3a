"""Colours of letters and of what lies behind them in a Word file, as six hexadecimal digits."""

from __future__ import annotations

from lxml import etree

from ..expressions import compiled
from .numbering import W

PAPER = "FFFFFF"
UNKNOWN = "?"
"""A colour that shows, whatever it is: a pattern, one that the file leaves to the program."""
ALIKE = 15
"""Steps of 255 that letters differ from what lies behind them, in each of the three colours, and still do not show."""
_HEX = compiled(r"#?([0-9A-Fa-f]{6})")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ROLES = {
    "background1": "lt1", "background2": "lt2", "text1": "dk1", "text2": "dk2", "light1": "lt1", "light2": "lt2", "dark1": "dk1",
    "dark2": "dk2", "bg1": "lt1", "bg2": "lt2", "tx1": "dk1", "tx2": "dk2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_PLAIN = {"lt1": PAPER, "dk1": "000000"}
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGray": "808080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "green": "00FF00",
    "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000", "white": PAPER, "yellow": "FFFF00",
}  # fmt: skip


def alike(letters: str, behind: str) -> bool:
    """Whether letters of a colour do not show on another."""
    if UNKNOWN in (letters, behind):
        return False
    return all(abs(int(letters[i : i + 2], 16) - int(behind[i : i + 2], 16)) <= ALIKE for i in (0, 2, 4))


def theme_colours(theme: etree._Element | None) -> dict[str, str]:
    """The colours of a theme by the names of their roles: ``lt1``, ``accent1`` …"""
    scheme = None if theme is None else theme.find(f".//{_DRAWN}clrScheme")
    found: dict[str, str] = {}
    for role in () if scheme is None else scheme.iterchildren("*"):
        for colour in role.iterchildren("*"):
            found[etree.QName(role).localname] = hexed(colour.get("lastClr") or colour.get("val")) or UNKNOWN
    return found


def hexed(value: str | None) -> str | None:
    """Six digits in capitals; None for what is no such colour."""
    match = _HEX.fullmatch(value or "")
    return match[1].upper() if match else None


def themed(name: str, themes: dict[str, str], *, tint: str | None = None, shade: str | None = None) -> str:
    """A colour of the theme, nearer to white by its tint and to black by its shade (``w:themeTint``, ``w:themeShade``)."""
    role = _ROLES.get(name, name)
    colour = themes.get(role) or _PLAIN.get(role, UNKNOWN)
    if colour == UNKNOWN:
        return colour
    parts = [int(colour[i : i + 2], 16) for i in (0, 2, 4)]
    if (part := _share(tint)) is not None:
        parts = [round(255 - (255 - p) * part) for p in parts]
    if (part := _share(shade)) is not None:
        parts = [round(p * part) for p in parts]
    return "".join(f"{p:02X}" for p in parts)


def _share(value: str | None) -> float | None:
    try:
        return None if value is None else min(max(int(value, 16) / 255, 0.0), 1.0)
    except ValueError:
        return None


def colour_of(node: etree._Element, themes: dict[str, str]) -> str:
    """The colour of letters that a ``w:color`` gives; UNKNOWN where the program chooses one that shows."""
    name = node.get(W + "themeColor")
    if name is not None and name != "none":
        return themed(name, themes, tint=node.get(W + "themeTint"), shade=node.get(W + "themeShade"))
    return hexed(node.get(W + "val")) or UNKNOWN


def fill_of(node: etree._Element, themes: dict[str, str]) -> str | None:
    """The colour that a ``w:shd`` or ``w:highlight`` lays behind letters, None for nothing."""
    if node.tag == W + "highlight":
        return _HIGHLIGHTS.get(node.get(W + "val", "none"))
    pattern = node.get(W + "val", "clear")
    kind = "fill" if pattern in ("clear", "nil") else "color"
    if pattern not in ("clear", "nil", "solid"):
        return UNKNOWN
    name = node.get(W + ("themeFill" if kind == "fill" else "themeColor"))
    if name is not None and name != "none":
        return themed(name, themes, tint=node.get(f"{W}{_theme(kind)}Tint"), shade=node.get(f"{W}{_theme(kind)}Shade"))
    return hexed(node.get(W + kind)) or (None if kind == "fill" else UNKNOWN)


def _theme(kind: str) -> str:
    return "themeFill" if kind == "fill" else "theme"


def shade_of(properties: etree._Element | None, themes: dict[str, str]) -> str | None:
    """The colour that properties of a paragraph, a cell or a table lay behind it."""
    node = None if properties is None else properties.find(W + "shd")
    return None if node is None else fill_of(node, themes)
