"""Proof of absence: what was searched for a missing requirement, and why the nearest passages are not it."""

from __future__ import annotations

import numpy as np

from ..align import Evidence
from ..align.evidence import NO_TITLE
from ..model import Alignment, Message, Place, Span, msg, shortened

NEAREST = 3
"""Passages shown for each missing requirement (design section 4)."""
TITLE_CHARS = 80
"""Characters of a heading that a sentence quotes."""


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
        if evidence.requirements[r].number.startswith(f"{other}."):
            return msg(
                "Là mục mẹ {above} “{title}”; không thấy câu nào nói rõ nội dung này.", above=other, title=wanted.title
            )
        return msg("Đã tính cho mục {number} “{title}”.", number=other, title=wanted.title)
    if evidence.voice_against(r, s):
        if evidence.template.requirements[r].voice == "result":
            return msg("Viết theo hướng khác: phương hướng thay vì kết quả.")
        return msg("Viết theo hướng khác: kết quả thay vì phương hướng.")
    if content > title:
        return msg("Nội dung chỉ gần chủ đề {share}%, tiêu đề giống {percent}%.", share=share, percent=percent)
    return msg("Tiêu đề chỉ giống {percent}%, dưới mức chấp nhận.", percent=percent)


def taken_by(note: Message | None) -> str | None:
    """The requirement that a rejected passage answers already, None when it answers none."""
    given = dict(note.params) if note is not None else {}
    return given.get("number") or given.get("above")


def told(headings: int, searched: tuple[Place, ...]) -> Message:
    """What was looked through, which passage came nearest, and why it is not the one that is missing."""
    if not searched:
        return msg("Dự thảo không có tiêu đề nào; đã tìm trong toàn bộ nội dung.")
    nearest_one = searched[0]
    if (nearest_one.score or 0.0) < NO_TITLE:
        return msg("Đã xem {n} tiêu đề và toàn bộ nội dung; không tiêu đề nào gần với mục này.", n=headings)
    title, other = shortened(nearest_one.quote, TITLE_CHARS), taken_by(nearest_one.note)
    if nearest_one.note is not None and "above" in dict(nearest_one.note.params):
        return msg(
            "Đã xem {n} tiêu đề và toàn bộ nội dung. Gần nhất là mục mẹ “{title}”, nhưng trong đó không thấy câu nào nói rõ nội dung này.",
            n=headings, title=title,
        )  # fmt: skip
    if other is not None:
        return msg(
            "Đã xem {n} tiêu đề và toàn bộ nội dung. Gần nhất là “{title}”, nhưng mục này đã tính cho {number}.",
            n=headings, title=title, number=other,
        )  # fmt: skip
    return msg(
        "Đã xem {n} tiêu đề và toàn bộ nội dung. Gần nhất là “{title}”, nhưng chưa đủ căn cứ là nội dung này.",
        n=headings, title=title,
    )  # fmt: skip
