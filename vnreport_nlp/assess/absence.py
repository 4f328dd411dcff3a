"""Proof of absence: what was searched for a missing requirement, and why the nearest passages are not it."""

from __future__ import annotations

import numpy as np

from ..align import Evidence
from ..model import Alignment, Message, Place, Span, msg

NEAREST = 3
"""Passages shown for each missing requirement (design section 4)."""


def place(evidence: Evidence, span: Span, *, score: float | None = None, note: Message | None = None) -> Place:
    """A span with its location and a quote of at most 200 characters."""
    document = evidence.outline.document
    return Place(span, document.locate(span.start), document.quote(span), score, note)


def nearest(evidence: Evidence, alignment: Alignment, r: int) -> tuple[Place, ...]:
    """The three nearest passages of a missing requirement with scores and the reason each was rejected."""
    if not evidence.sections:
        return ()
    title = evidence.similarity[r]
    topic = evidence.topic
    content = np.nan_to_num(topic[r]) if topic is not None else np.zeros_like(title)
    score = np.maximum(title, 0.9 * content)
    out = []
    for s in np.argsort(-score, kind="stable")[:NEAREST]:
        section = evidence.sections[int(s)]
        note = _why_not(evidence, alignment, r, int(s), float(title[s]), float(content[s]))
        span = Span(section.heading.start, max(section.heading.end, section.heading.start + 1))
        out.append(place(evidence, span, score=round(float(score[s]), 3), note=note))
    return tuple(out)


def _why_not(evidence: Evidence, alignment: Alignment, r: int, s: int, title: float, content: float) -> Message:
    other = next((link.requirement for link in alignment.links if link.section == s and link.whole), None)
    percent, share = min(99, round(100 * title)), min(99, round(100 * content))
    if other is not None:
        wanted = alignment.template.by_number[other]
        return msg("Mục này đã trả lời yêu cầu {number} “{title}”.", number=other, title=wanted.title)
    if evidence.voice_against(r, s):
        return msg("Mục này nói giọng khác (kết quả / phương hướng) với yêu cầu.")
    if content > title:
        return msg("Nội dung chỉ gần chủ đề {share}%, tiêu đề giống {percent}%.", share=share, percent=percent)
    return msg("Tiêu đề chỉ giống {percent}%, dưới mức chấp nhận.", percent=percent)
