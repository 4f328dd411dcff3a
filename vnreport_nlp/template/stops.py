"""Headings of an outline that end like sentences: ``Ưu điểm.`` in bold type is an item as ``Ưu điểm`` is, whatever is asked in brackets behind it."""

from __future__ import annotations

from dataclasses import replace

from ..expressions import compiled
from ..model import Document, Paragraph
from ..outline import count, parse_marker
from ..outline.candidates import MAX_PLAIN, covered
from ..text import BULLETS
from .brackets import CONDITION, is_guidance
from .guidance import for_writer, is_remark
from .tells import TELLS

_BRACKET = compiled(r"\s*\((?P<words>[^()]*)\)$")
_INSIDE = compiled(r"[.;:?!](?=\s)")


def without_stops(document: Document) -> Document:
    """The document with a blank for what ends a short line in bold type like a sentence, and guidance in brackets as a line of its own.

    All offsets stay.
    """
    text, paragraphs = list(document.text), []
    for p in document.paragraphs:
        end = _heading_end(document, p)
        if end is None:
            paragraphs.append(p)
            continue
        behind = len(document.text[end : p.end]) - len(document.text[end : p.end].lstrip(" .;"))
        text[end : end + behind] = " " * behind
        paragraphs.append(replace(p, end=end))
        if end + behind < p.end:
            paragraphs.append(replace(p, start=end + behind, bold=(), level=None, label_end=-1))
    return replace(document, text="".join(text), paragraphs=tuple(paragraphs))


def _heading_end(document: Document, p: Paragraph) -> int | None:
    """Where the name ends in a bold line without a number that is a heading but for its stop or its bracket."""
    if p.story != "body" or not p.bold or p.level is not None or not covered(p, p.bold, text=document.text):
        return None
    line = document.text[p.start : p.end]
    words = line.rstrip(" .;")
    if covered(p, p.italic, text=document.text) or parse_marker(line) is not None or line[:1] in BULLETS:
        return None
    bracket = _BRACKET.search(words)
    if bracket is not None and is_guidance(bracket["words"].strip()) and not CONDITION.fullmatch(bracket[0].strip()):
        words = words[: bracket.start()]
    if len(words) == len(line) or _INSIDE.search(words) or not 0 < count(words) <= MAX_PLAIN:
        return None
    told = TELLS.match(words) or is_remark(words) or not for_writer(line)
    return None if told else p.start + len(words)
