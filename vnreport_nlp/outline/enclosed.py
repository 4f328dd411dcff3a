"""Where a report or an outline begins that came in one file with its covering letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..expressions import compiled
from ..model import Document
from .frame import SIGNED
from .markers import parse_marker
from .titles import MAX_STANDALONE, count

_TITLE = compiled(
    r"^\W*(?:(?:mẫu|phụ lục)(?: số)?[ \w]{0,8}\W+)?(?:dự thảo\s+)?(?P<k>đề cương|báo cáo)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_REPORT = compiled(r"^\W*(?:dự thảo\s+)?báo cáo\b", re.IGNORECASE)
_ITEM = compiled(r"^\s*[-–+•*]\s")


MIN_OUTLINE = 3
"""An outline before a draft has at least so many numbered lines."""


def title_kind(text: str) -> str | None:
    """``đề cương`` or ``báo cáo`` when a line is the title of one: the word in capitals, or alone on its line."""
    m = _TITLE.match(text)
    if m is None or count(text) > MAX_STANDALONE:
        return None
    alone = re.sub(r"\W+", " ", m["rest"]).strip().lower() in ("", "báo cáo")
    return m["k"].lower() if m["k"].isupper() or alone else None


def enclosed_at(document: Document, indexes: Sequence[int]) -> int:
    """Position in ``indexes`` of the title of what a letter encloses; 0 where no letter comes first.

    An annex after a whole report is titled like that too; it is the shorter of the two. A draft may follow the outline that
    it was written from.
    """
    outlined, numbered = False, 0
    for k, index in enumerate(indexes):
        start = document.paragraphs[index].start
        line = document.text[start : document.paragraphs[index].end].strip()
        kind = title_kind(line)
        numbered += outlined and parse_marker(line) is not None
        if kind is None or (_ITEM.match(line) and not line.isupper()):
            continue
        if outlined and _REPORT.match(line) and numbered >= MIN_OUTLINE and len(document.text) - start > start:
            return k
        if outlined:
            continue
        sent = any(
            p.start < start and SIGNED.match(document.text[p.start : p.end]) for p in document.paragraphs[:index]
        )
        longer = kind == "đề cương" or len(document.text) - start > start
        if kind != "đề cương" or sent:
            return k if sent and longer else 0
        outlined = True
    return 0


def second_at(document: Document, indexes: Sequence[int]) -> int:
    """Position in ``indexes`` of the title of a second report in one file, which the reader tells; else their end.

    What the second says must not answer for the first.
    """
    if not any(w.code == "two_reports" for w in document.warnings):
        return len(indexes)
    texts = ((k, document.paragraphs[i]) for k, i in enumerate(indexes))
    titles = [k for k, p in texts if title_kind(document.text[p.start : p.end].strip()) == "báo cáo"]
    return titles[1] if len(titles) > 1 else len(indexes)
