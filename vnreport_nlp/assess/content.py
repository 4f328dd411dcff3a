"""How much a section says: syllables without headings and placeholders."""

from __future__ import annotations

import re
from functools import lru_cache

from ..expressions import compiled
from ..model import Outline, Section, Span
from ..outline import count
from ..outline.placeholders import REMEMBERED, is_placeholder, without_placeholders
from ..text import fold

MAX_GUIDANCE = 60
"""Longest guidance, in syllables, whose words in a draft are what the outline says, not what the unit says."""
_ASKS = compiled(
    r"\W*(?:cần |phải |đề nghị )?(?:nêu|trình bày|đánh giá|phân tích|làm rõ|báo cáo|thống kê|liệt kê|khái quát|ghi|xác định|tập trung|chỉ ra|rút ra|tóm tắt|mô tả|giải thích)\b(?!.*\d)",
    re.IGNORECASE | re.DOTALL,
)
"""How an instruction begins, and it gives no figure: a report taken for an outline has sentences of its own under its headings."""
_SIGNS = compiled(r"\W*người (?:lập|viết|soạn|tổng hợp)(?: báo cáo| biểu)?\s*:[^.;]{0,60}\W*$", re.IGNORECASE)
"""Who wrote the report is no content of its last section."""
_LETTERS = compiled(r"[\W_]+")


def said(outline: Outline, spans: list[Span], *, guidance: str = "") -> int:
    """Syllables of text in the spans; headings of sections, placeholders and the outline's own ``guidance`` left out."""
    total = 0
    asked = _LETTERS.sub("", fold(guidance)) if count(guidance) <= MAX_GUIDANCE else ""
    instruction = bool(_ASKS.match(guidance))
    for start, end in _disjoint(spans):
        for _, paragraph in outline.document.paragraphs_in(Span(start, end)):
            if paragraph.story not in ("body", "table", "textbox"):
                continue
            text = outline.document.text[max(start, paragraph.start) : min(end, paragraph.end)]
            repeated = asked and (instruction or text.lstrip()[:1] in "([") and _LETTERS.sub("", fold(text)) == asked
            if not is_placeholder(text) and not repeated and not _SIGNS.match(text):
                total += _size(text)
    return total


@lru_cache(maxsize=REMEMBERED)
def _size(text: str) -> int:
    """Syllables of a paragraph; asked for again by each requirement above the one that it answers."""
    return count(without_placeholders(text))


def _disjoint(spans: list[Span]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for span in sorted(spans):
        if out and span.start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span.end))
        else:
            out.append((span.start, span.end))
    return out


def own_spans(outline: Outline, section: Section) -> list[Span]:
    """The bodies of a section and all sections below it: everything it says but headings."""
    return [s.body for s in outline.subtree(section) if s.body.end > s.body.start] + [
        Span(s.heading.start, s.heading.end) for s in outline.subtree(section) if s.run_in and s.index != section.index
    ]
