"""What a section says: syllables without headings, placeholders and the outline's own words, and what else stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..expressions import compiled
from ..model import Message, Outline, Section, Span, msg
from ..outline import count
from ..outline.placeholders import REMEMBERED, is_placeholder, without_placeholders
from .guided import Asked, asked_by, without_guidance

QUOTED = 120
"""Characters that are kept of what stands under a heading, to be shown."""
FEW = 60
"""Of more syllables nobody asks whether they are a sentence."""
_SIGNS = compiled(r"\W*người (?:lập|viết|soạn|tổng hợp)(?: báo cáo| biểu)?\s*:[^.;]{0,60}\W*$", re.IGNORECASE)
"""Who wrote the report is no content of its last section."""
_PREDICATE = compiled(r"\W*(?:không|chưa|có|đã|vẫn|đang|được|tiếp tục|cơ bản|thường xuyên|theo)\b", re.IGNORECASE)
"""What begins as nothing but a predicate does (``Không phát sinh``)."""
_REFERS = compiled(r"\b(?:phụ lục|biểu|biểu đồ|bảng|hình|sơ đồ|mẫu|danh sách)\b", re.IGNORECASE)
"""The caption of something, a reference to an annex: so few words point elsewhere."""


@dataclass(frozen=True, slots=True)
class Said:
    """How much is said under a heading, in syllables; the words themselves where they are few, and what stands there that says nothing."""

    syllables: int = 0
    words: str = ""
    """The first of them, as many as can be shown."""
    spoken: bool = False
    """Whether a line of running text is a sentence of its own."""
    left: str = ""
    """The first placeholder or note."""
    guidance: str = ""
    """The first of the outline's own words."""


_BULLETS = " \n\t-–—*+•"
"""A dash before the next line is nothing that somebody left."""


def said(outline: Outline, spans: list[Span], *, guidance: str = "") -> Said:
    """What is said in the spans; headings of sections, placeholders and the outline's own ``guidance`` left out."""
    total, words, spoken, left, repeated = 0, "", False, "", ""
    asked = asked_by(guidance)
    for story, text in _texts(outline, spans):
        own, size = _own(text, asked)
        total += size
        if size:
            words = words if len(words) > QUOTED else f"{words} {own}".strip()
            if total > FEW:
                continue
            spoken = spoken or (story != "table" and _tells(own))
        elif own != text:
            repeated = repeated or text
        else:
            left = left or (text if text.strip(_BULLETS) else "")
    return Said(total, _shown(words), spoken, _shown(left), _shown(repeated))


def _tells(line: str) -> bool:
    """Whether a line tells something, however short: it is closed or begins as a predicate, and neither points elsewhere nor ends in brackets."""
    end = next((k for k in range(len(line), 0, -1) if line[k - 1].isalnum() or line[k - 1] == "_"), 0)
    signs = line[end:]
    closed = line[end - 1 : end].isalnum() and signs[:1] in tuple(".!;")
    if not closed and (":" in signs or not _PREDICATE.match(line)):
        return False
    behind = end + max(signs.rfind(")"), signs.rfind("]"))
    bracketed = behind >= end and any(0 <= line.find(b) < behind for b in "([")
    return not bracketed and not _REFERS.search(line)


def _texts(outline: Outline, spans: list[Span]) -> Iterator[tuple[str, str]]:
    """The paragraphs of the spans, each with what it is part of."""
    for start, end in _disjoint(spans):
        for _, paragraph in outline.document.paragraphs_in(Span(start, end)):
            if paragraph.story in ("body", "table", "textbox"):
                yield paragraph.story, outline.document.text[max(start, paragraph.start) : min(end, paragraph.end)]


def _own(text: str, asked: Asked) -> tuple[str, int]:
    """A paragraph without the outline's words, and how many syllables it says."""
    if is_placeholder(text):
        return text, 0
    own = without_guidance(text, asked) if asked.words else text
    if _SIGNS.match(own) or (own != text and is_placeholder(own)):
        return own, 0
    return own, _size(own)


@lru_cache(maxsize=REMEMBERED)
def _size(text: str) -> int:
    """Syllables of a paragraph; asked for again by each requirement above the one that it answers."""
    return count(without_placeholders(text))


def _shown(text: str) -> str:
    """Text that fits into a message, cut between words."""
    text = " ".join(text.split()).strip()
    return text if len(text) <= QUOTED else text[:QUOTED].rpartition(" ")[0].rstrip(" ,;:(“") + "…"


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


def hollow(told: Said, *, below: bool) -> Message:
    """What stands under a heading that is empty; ``below``: something does, though nothing that counts."""
    if told.words:
        return msg("Dưới tiêu đề chỉ có {n} chữ: “{words}”.", n=told.syllables, words=told.words)
    if told.left:
        return msg("Dưới tiêu đề chỉ có ghi chú hoặc chỗ để trống: “{left}”.", left=told.left)
    if told.guidance:
        return msg("Dưới tiêu đề chỉ có lời hướng dẫn của đề cương: “{guidance}”.", guidance=told.guidance)
    if below:
        return msg("Dưới tiêu đề chỉ có ghi chú hoặc chỗ để trống, chưa có nội dung.")
    return msg("Có tiêu đề, dưới tiêu đề không có nội dung.")
