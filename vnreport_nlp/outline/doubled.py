"""Headings with two numbers: a program's own (``pandoc -N``, a numbered style) before the one that the author typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..expressions import compiled
from ..model import Document, Paragraph
from .labels import parse_label
from .markers import Marker, parse_marker

LEAST, SHARE = 4, 0.9
"""So many headings, and such a share of those with a number, have two: of 349 drafts and real reports without doubled numbers none has any."""
_NUMBER = compiled(r"\d{1,2}(?:\.\d{1,2}){0,5}\.?[ \t\u2002\u2003\xa0]+")


def typed_markers(document: Document, indexes: Sequence[int]) -> dict[int, Marker]:
    """The typed numbers behind others, by paragraph, where the headings of the whole document have them; ends count from the line's start.

    Only where a style, a mark or an automatic number makes the heading it is sure which number is the program's.
    """
    first: dict[int, int] = {}
    for i in indexes:
        paragraph = document.paragraphs[i]
        if (paragraph.level is not None or paragraph.label is not None) and (end := _first(document, paragraph)):
            first[i] = end
    found = {i: m for i, end in first.items() if (m := _second(document, document.paragraphs[i], end)) is not None}
    styles: dict[str, set[int]] = {}
    for marker in found.values():
        styles.setdefault(marker.style, set()).add(marker.value)
    counted = any({1, 2} <= values for values in styles.values())
    return found if counted and len(found) >= max(LEAST, SHARE * len(first)) else {}


def _first(document: Document, paragraph: Paragraph) -> int:
    """Where the first number of a heading ends, counted from the heading's start; 0 where it has none."""
    if paragraph.label is not None:
        label = document.text[paragraph.start : paragraph.label_end]
        return 0 if paragraph.list_item or parse_label(label) is None else paragraph.label_end - paragraph.start
    m = _NUMBER.match(document.text, paragraph.start, paragraph.end)
    return m.end() - paragraph.start if m is not None else 0


def _second(document: Document, paragraph: Paragraph, end: int) -> Marker | None:
    """The number behind it."""
    rest = document.text[paragraph.start + end : paragraph.end]
    blank = len(rest) - len(rest.lstrip())
    marker = parse_marker(rest[blank:])
    return None if marker is None else replace(marker, end=end + blank + marker.end)
