"""The little of CSS that Word and LibreOffice write into HTML and that decides what a reader sees."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from .docx_sight import PLAIN_SIGHT, Sight
from .html_rules import Css, StyleSheet
from .html_sight import concealed, sight_of


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of an element shows."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    pre: bool = False
    raised: bool = False
    font: str | None = None
    centered: bool = False
    list_style: str = ""
    sight: Sight = PLAIN_SIGHT


_BOLD = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"}
_ITALIC = {"i", "em", "cite", "var", "dfn", "address"}


def look_of(node: etree._Element, tag: str, above: Look, sheet: StyleSheet) -> Look:
    """The look of an element inside one that looks like ``above``."""
    css = sheet.of(node, tag)
    sight = sight_of(above.sight, css, node)
    look = above if sight is above.sight else replace(above, sight=sight)
    if tag in ("ol", "ul") and look.list_style:
        look = replace(look, list_style="")  # browsers give every list a style of its own
    if tag in _BOLD:
        look = replace(look, bold=True)
    elif tag in _ITALIC:
        look = replace(look, italic=True)
    elif tag == "center":
        look = replace(look, centered=True)
    elif tag == "pre":
        look = replace(look, pre=True)
    elif tag == "sup":
        look = replace(look, raised=True)
    elif tag == "font" and node.get("face"):
        look = replace(look, font=_family(node.get("face", "")))
    if node.get("align"):
        look = replace(look, centered=node.get("align", "").lower() == "center")
    if "hidden" in node.attrib:
        look = replace(look, hidden=True)
    return _styled(look, css) if css else look


def _styled(look: Look, css: Css) -> Look:
    if "font-family" in css:
        look = replace(look, font=_family(css["font-family"]))
    if "font-weight" in css:
        weight = css["font-weight"].lower()
        look = replace(look, bold=weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:5]) >= 600))
    if "font-style" in css:
        look = replace(look, italic=css["font-style"].lower() in ("italic", "oblique"))
    if "text-transform" in css:
        look = replace(look, caps=css["text-transform"].lower() == "uppercase")
    if "small-caps" in css.get("font-variant", "").lower():
        look = replace(look, caps=True)
    if "text-align" in css:
        look = replace(look, centered=css["text-align"].lower() == "center")
    if "vertical-align" in css:
        look = replace(look, raised=css["vertical-align"].lower() == "super")
    if "list-style-type" in css or "list-style" in css:
        look = replace(look, list_style=(css.get("list-style-type") or css.get("list-style", "")).lower())
    if "white-space" in css:
        look = replace(look, pre=css["white-space"].lower().startswith("pre"))
    if css.get("display", "").lower() == "none" or css.get("mso-hide", "").lower() == "all":
        look = replace(look, hidden=True)
    if "visibility" in css:
        look = replace(look, hidden=css["visibility"].lower() in ("hidden", "collapse"))
    if concealed(css):
        look = replace(look, hidden=True)
    return look


def _family(value: str) -> str:
    return value.split(",")[0].strip().strip("\"'")
