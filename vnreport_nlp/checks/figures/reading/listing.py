"""Lists of a draft: what stands above the items of one, and the items beside an item."""

from __future__ import annotations

from ....expressions import lazy
from ....model import Document

MARKER = lazy(r"[-+•*–]|\(?(?:\d{1,2}|[a-zđ])[.)]\s")
"""What an item of a list begins with."""
MOST = 20
"""Longer lists are no list of the parts of one total."""


def is_item(document: Document, index: int) -> bool:
    """Whether a paragraph is an item of a list."""
    p = document.paragraphs[index]
    return bool(p.list_item) or MARKER.match(document.text, p.start, p.end) is not None


def list_around(document: Document, index: int) -> tuple[str, list[str]]:
    """(the line above, the other items) of the list that a paragraph is an item of; nothing for any other paragraph."""
    if not is_item(document, index):
        return "", []
    first = last = index
    while first > 0 and index - first < MOST and is_item(document, first - 1):
        first -= 1
    while last + 1 < len(document.paragraphs) and last - index < MOST and is_item(document, last + 1):
        last += 1
    texts = [document.text[p.start : p.end] for p in document.paragraphs[max(0, first - 1) : last + 1]]
    if first == 0 or not texts[0].rstrip().endswith(":"):
        return "", []
    return texts[0], [t for i, t in enumerate(texts[1:], first) if i != index]
