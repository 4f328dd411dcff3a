"""Formulas in MathML, of OpenDocument texts and web pages, in one line of characters."""

from __future__ import annotations

from lxml import etree

from .docx_inline import SUPERSCRIPT
from .docx_math import is_compound

DEPTH = 60
"""Parts in one another; no formula of a report has more."""
_TOKENS = frozenset({"mi", "mn", "mo", "mtext", "ms"})
_ROWS = frozenset(
    {
        "math",
        "mrow",
        "mstyle",
        "mpadded",
        "mphantom",
        "merror",
        "menclose",
        "msub",
        "mover",
        "munder",
        "mtd",
        "mlabeledtr",
    }
)
_UNSEEN = frozenset({"annotation", "annotation-xml", "mspace", "maligngroup", "malignmark", "mprescripts", "none"})


def formula(node: etree._Element) -> str | None:
    """What a formula shows; None for what is no formula, or holds something else."""
    try:
        return " ".join(_shown(node, DEPTH).split())
    except _OtherError:
        return None


class _OtherError(Exception):
    """Something that belongs to no formula."""


def _shown(node: etree._Element, depth: int) -> str:
    if not isinstance(node.tag, str):
        return ""
    tag = etree.QName(node).localname
    if tag in _UNSEEN:
        return ""
    if not depth:
        raise _OtherError
    if tag in _TOKENS:
        return " ".join("".join(str(t) for t in node.itertext()).split())
    parts = [_shown(child, depth - 1) for child in node if isinstance(child.tag, str)]
    if tag in _ROWS:
        return _in_a_row(parts)
    if tag == "semantics":
        return parts[0] if parts else ""
    return _built(tag, node, parts)


def _built(tag: str, node: etree._Element, parts: list[str]) -> str:
    """A part whose place or sign says something: a fraction, a root, a power, a table."""
    first, second, third = [*parts, "", "", ""][:3]
    if tag == "mfrac":
        return f"{_enclosed(first)}/{_enclosed(second)}"
    if tag == "msqrt":
        return f"√{_enclosed(''.join(parts))}"
    if tag == "mroot":
        return f"{_raised(second)}√{_enclosed(first)}"
    if tag == "msup":
        return first + _raised(second)
    if tag == "msubsup":
        return first + second + _raised(third)
    if tag == "munderover":
        return f"{first}({second}; {third}) "
    if tag == "mfenced":
        return node.get("open", "(") + node.get("separators", ", ").strip().join(parts) + node.get("close", ")")
    if tag == "mtable":
        return "; ".join(parts)
    if tag == "mtr":
        return " ".join(parts)
    raise _OtherError


def _in_a_row(parts: list[str]) -> str:
    """Parts one after the other; a whole number and the fraction behind it are two numbers."""
    made = ""
    for part in parts:
        made += " " if made[-1:].isdecimal() and part[:1].isdecimal() and "/" in part else ""
        made += part
    return made


def _enclosed(text: str) -> str:
    bracketed = text[:1] == "(" and text[-1:] == ")" and "(" not in text[1:-1]
    return f"({text})" if is_compound(text) and not bracketed else text


def _raised(text: str) -> str:
    return text.translate(SUPERSCRIPT) if text.isdecimal() else text
