"""Tracked changes of a Word file that are told by no characters of their own: marks, notes, pictures, fields, numbers, styles."""

from __future__ import annotations

from lxml import etree

from .numbering import W

_SHOWN = {W + "tab": "\t", W + "ptab": "\t", W + "br": " ", W + "cr": " ", W + "noBreakHyphen": "-"}
_TEXT = (W + "t", W + "delText")
_NOTES = (W + "footnoteReference", W + "endnoteReference")
_PICTURES = (W + "drawing", W + "pict", W + "object")
NOTE, PICTURE, MARK = "*", "▣", "¶"
"""What a change shows as its text where a note's mark, a picture, or a paragraph's mark, number or style was changed."""


def changed_text(node: etree._Element) -> str:
    """The characters that a deletion or a move took away; signs stand for a note's mark, a picture and a field's code."""
    text = "".join(n.text or "" if n.tag in _TEXT else _SHOWN[str(n.tag)] for n in node.iter(*_TEXT, *_SHOWN))
    if text:
        return text
    code = " ".join("".join(n.text or "" for n in node.iter(W + "delInstrText", W + "instrText")).split())
    return changed_sign(node) or (f"{{{code}}}" if code else "")


def changed_sign(node: etree._Element) -> str:
    """The sign for what a change holds besides characters, an empty string for nothing."""
    if next(node.iter(*_NOTES), None) is not None:
        return NOTE
    return PICTURE if next(node.iter(*_PICTURES), None) is not None else ""


def mark_change(properties: etree._Element | None) -> tuple[str, str]:
    """How a paragraph's mark was changed (``inserted``, ``deleted``, ``moved`` or nothing) and by whom."""
    run = None if properties is None else properties.find(W + "rPr")
    if run is None:
        return "", ""
    found = {child.tag: child.get(W + "author", "") for child in run}
    for tag, kind in (("del", "deleted"), ("moveFrom", "moved"), ("ins", "inserted")):
        if W + tag in found:
            return kind, found[W + tag]
    return "", ""


def property_change(properties: etree._Element | None) -> tuple[str, str]:
    """(``inserted`` or ``deleted``, author) where a paragraph's number or style was changed; its other looks tell nothing."""
    if properties is None:
        return "", ""
    added = properties.find(f"{W}numPr/{W}ins")
    if added is not None:
        return "inserted", added.get(W + "author", "")
    change = properties.find(W + "pPrChange")
    before = None if change is None else change.find(W + "pPr")
    if change is None or before is None:
        return "", ""
    author = change.get(W + "author", "")
    if _value(properties, "numPr/numId") != _value(before, "numPr/numId"):
        return ("deleted" if _value(properties, "numPr/numId") in ("", "0") else "inserted"), author
    same = all(_value(properties, path) == _value(before, path) for path in ("pStyle", "numPr/ilvl", "outlineLvl"))
    return ("", "") if same else ("inserted", author)


def _value(properties: etree._Element, path: str) -> str:
    node = properties.find("/".join(W + name for name in path.split("/")))
    return "" if node is None else node.get(W + "val", "")
