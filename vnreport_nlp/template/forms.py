"""Forms behind an outline (``BIỂU 01``, ``PHỤ LỤC 2`` over a title and a table): they are filled in beside the report, and ask for no item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..expressions import compiled
from ..model import Document
from ..outline import Marker, count, is_caps, parse_marker
from ..text import CAPITALS

_HEAD = compiled(
    r"\W*(?:biểu|phụ biểu|biểu mẫu|mẫu|mẫu biểu|bảng|phụ lục)(?:\s+số liệu)?(?:\s+số)?\s*[:.]?\s*"
    r"(?P<n>\d{1,3}[\w/.–-]*|[IVX]{1,5}|[A-ZĐ])(?![^\W_])(?P<rest>.*)",
    re.IGNORECASE,
)
_OUTLINE = compiled(r"đề cương", re.IGNORECASE)
_TITLED = compiled(rf"\s*[:.–-]\s*[{CAPITALS}][^;]*(?<![.;])$")
"""A title behind the head, on the same line."""
MIN_BEFORE = 3
"""So many numbered lines stand before the forms of an outline."""
MAX_TITLE = 4
"""Most lines between the head of a form and its table."""
MAX_HEAD = 30
"""Longest line that may head a form, in syllables."""


def without_forms(document: Document) -> Document:
    """The document with the lines and tables of forms set aside (``story`` ``toc``, which nobody takes for text)."""
    away = set(form_lines(document))
    if not away:
        return document
    kept = tuple(replace(p, story="toc") if i in away else p for i, p in enumerate(document.paragraphs))
    return replace(document, paragraphs=kept)


def form_lines(document: Document) -> list[int]:
    """Indexes of the paragraphs that belong to forms: from the head of each to where the numbers of the outline go on, or to the end."""
    shown = [i for i, p in enumerate(document.paragraphs) if p.story in ("body", "table") and _text(document, i)]
    out: list[int] = []
    seen: list[Marker] = []
    inside = tabled = False
    for at, i in enumerate(shown):
        body = document.paragraphs[i].story == "body"
        tabled = tabled or not body
        marker = parse_marker(_text(document, i)) if body else None
        if inside and body and (_OUTLINE.search(_text(document, i)) or _next(marker, seen, root=not tabled)):
            inside = False
        if not inside and body and len(seen) >= MIN_BEFORE and _opens(document, shown[at:]):
            inside, tabled = True, False
        if inside:
            out.append(i)
        elif marker is not None:
            seen.append(marker)
    return out


def _next(marker: Marker | None, seen: Sequence[Marker], *, root: bool) -> bool:
    """Whether a number goes on from the last of its kind; ``root``: only one of the outline's highest kind may."""
    if marker is None or (root and marker.style != seen[0].style):
        return False
    before = next((m.value for m in reversed(seen) if m.style == marker.style), 0)
    return marker.value == before + 1 > 1


def _text(document: Document, index: int) -> str:
    p = document.paragraphs[index]
    return " ".join(document.text[p.start : p.end].split())


def _opens(document: Document, following: Sequence[int]) -> bool:
    """Whether a form begins with the first of these paragraphs: its head or a title in capitals, with a table under it."""
    text = _text(document, following[0])
    head = _HEAD.fullmatch(text)
    if count(text) > MAX_HEAD or (head is None and not is_caps(text)) or parse_marker(text) is not None:
        return False
    for i in following[1 : MAX_TITLE + 2]:
        if document.paragraphs[i].story == "table":
            return True
        line = _text(document, i)
        if parse_marker(line) is not None or _OUTLINE.search(line) or (head is None and line[:1] != "("):
            break
    alone = head is not None and (not head["rest"].strip(" .:") or _TITLED.match(head["rest"]) is not None)
    return alone and not any(_goes_on(document, i) for i in following[1:])


def _goes_on(document: Document, index: int) -> bool:
    """Whether a line is of an outline again: a Roman number, or the title of another."""
    text = _text(document, index)
    marker = parse_marker(text)
    return (marker is not None and marker.kind in ("roman", "part")) or _OUTLINE.search(text) is not None
