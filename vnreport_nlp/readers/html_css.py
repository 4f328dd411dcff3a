"""The little of CSS that Word and LibreOffice write into HTML and that decides what a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from ..expressions import compiled

LONGEST = 500_000
_SELECTOR = compiled(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
Css = dict[str, str]


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


def declarations(text: str) -> Css:
    """``name: value`` pairs, lower-case but for the font names."""
    found: Css = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def _without_comments(text: str) -> str:
    first, *others = text.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


class StyleSheet:
    """Rules for tags and classes; other selectors are left alone."""

    def __init__(self, text: str) -> None:
        self._rules: dict[tuple[str, str], Css] = {}
        for part in _without_comments(text[:LONGEST]).split("}"):
            head, _, body = part.partition("{")
            head = head.rpartition(";")[2].strip()
            if not body or head.startswith("@"):
                continue
            css = declarations(body)
            for selector in head.split(","):
                simple = _SELECTOR.fullmatch(selector.strip())
                if simple and selector.strip():
                    key = ((simple[1] or "").lower(), simple[2] or "")
                    self._rules.setdefault(key, {}).update(css)

    def of(self, tag: str, classes: str, style: str) -> Css:
        """What applies to one element, the element's own style last."""
        found: Css = dict(self._rules.get((tag, ""), ()))
        for name in classes.split():
            found.update(self._rules.get(("", name), ()))
            found.update(self._rules.get((tag, name), ()))
        if style:
            found.update(declarations(style))
        return found


_BOLD = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"}
_ITALIC = {"i", "em", "cite", "var", "dfn", "address"}


def look_of(node: etree._Element, tag: str, above: Look, sheet: StyleSheet) -> Look:
    """The look of an element inside one that looks like ``above``."""
    css = sheet.of(tag, node.get("class", ""), node.get("style", ""))
    look = above
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
    return look


def _family(value: str) -> str:
    return value.split(",")[0].strip().strip("\"'")
