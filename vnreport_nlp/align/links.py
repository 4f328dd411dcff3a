"""A chosen pair as a link: how sure, by which evidence, in words, and what came second."""

from __future__ import annotations

import numpy as np

from ..model import Link, Message, Rung, msg
from ..text import plain
from .evidence import Evidence, Matrix
from .naming import telling_pairs, variants
from .parts import Parts
from .place import misplaced
from .scores import MIN_SUPPORT, MIN_TITLE, title_score

MIN_ALIKE = 0.35
"""Likeness under which a heading of a requirement without a topic asks for a look; chosen with ``scripts/evaluate_bare.py`` and
outlines by an author outside the corpus: of 15 such links there 4 of the 5 wrong ones fall under it, 1 of the right ones."""
MIN_TOLD_SHARE = 8
"""A topic below this share of the text, in per cent, is no reason to be told: then the place made the link."""


def make_link(evidence: Evidence, parts: Parts, chosen: dict[int, int], scores: Matrix, r: int, s: int) -> Link:
    """The link of a requirement with the section chosen for it; the runner-up is the next best section."""
    title = float(evidence.similarity[r, s])
    near = parts.at_home(s, evidence.root_of[r])
    if r in parts.section_of:
        score, others = parts.score_of[r], np.delete(evidence.similarity[r], s)
        best = float(others.max()) if others.size else 0.0
        runner = int(np.argsort(evidence.similarity[r])[-2]) if others.size else None
        margin = max(0.0, title - best) if title < 1 else 1.0
    else:
        score = min(1.0, max(0.0, float(scores[r, s])) / 1.4)
        order = np.argsort(scores[r])
        runner = int(order[-2]) if len(order) > 1 else None
        if runner == s:
            runner = int(order[-1])
        margin = float(scores[r, s] - scores[r, runner]) if runner is not None else 1.0
    rung, why = _rung(evidence, r, s, max(title, title_score(evidence, chosen, r, s)), near)
    away = misplaced(evidence, parts, chosen, r, s)
    if rung == "topic" and _by_place(evidence, r, s):
        margin = 0.0  # a person should look
    return Link(
        evidence.requirements[r].number,
        s,
        rung,
        round(score, 3),
        why,
        runner,
        round(max(margin, 0.0), 3),
        misplaced=away,
    )


def _by_place(evidence: Evidence, r: int, s: int) -> bool:
    """Whether only its place made the link: the text under a heading is of another topic, or where none is known the heading
    is hardly like the requirement, or speaks no two words running of its titles."""
    if evidence.knows_topic(r):
        return _topic_share(evidence, r, s) < MIN_TOLD_SHARE
    said = telling_pairs(evidence.titles[s])
    shared = any(telling_pairs(title) & said for title in variants(evidence.requirements[r]))
    return not shared or evidence.similarity[r, s] < MIN_ALIKE


def _by_alias(found: str, *, near: bool, numbered: bool) -> tuple[Rung, Message]:
    """A heading that is one of a requirement's other names: nobody who reads both takes them for the same words."""
    if numbered:
        return "number", msg("Đúng số mục, đúng phần, tiêu đề khớp một tên gọi khác của mục: “{title}”.", title=found)
    if near:
        return "title", msg("Tiêu đề trong đúng phần khớp một tên gọi khác của mục: “{title}”.", title=found)
    return "title", msg("Tiêu đề khớp một tên gọi khác của mục nhưng nằm ở phần khác: “{title}”.", title=found)


def _rung(evidence: Evidence, r: int, s: int, title: float, near: bool) -> tuple[Rung, Message]:
    """The surest evidence that made the link, in words."""
    percent = min(99, round(100 * title)) if title < 1 else 100
    found = evidence.sections[s].title
    if percent == 100 and plain(found).split() != plain(evidence.requirements[r].title).split():
        return _by_alias(found, near=near, numbered=near and bool(evidence.same_step[r, s]))
    if title >= MIN_TITLE and near and evidence.same_step[r, s]:
        return "number", msg(
            "Đúng số mục, đúng phần, tiêu đề giống {percent}%: “{title}”.", percent=percent, title=found
        )
    if title >= MIN_TITLE and near:
        return "title", msg("Tiêu đề trong đúng phần giống {percent}%: “{title}”.", percent=percent, title=found)
    if title >= MIN_TITLE:
        return "title", msg("Tiêu đề giống {percent}% nhưng nằm ở phần khác: “{title}”.", percent=percent, title=found)
    if evidence.children_of[r] and max(evidence.support[r, s], evidence.content[r, s]) >= MIN_SUPPORT:
        return "parent", msg("Các mục con bên trong khớp với đề cương: “{title}”.", title=found)
    if evidence.same_step[r, s] and near and evidence.children_of[r]:
        return "number", msg("Đúng số mục và vị trí trong đề cương: “{title}”.", title=found)
    if not evidence.knows_topic(r):
        return "topic", msg(
            "Trong các mục còn lại, tiêu đề này gần nhất với mục yêu cầu (giống {percent}%): “{title}”.",
            percent=percent,
            title=found,
        )
    share = _topic_share(evidence, r, s)
    if share < MIN_TOLD_SHARE:
        return "topic", msg("Tiêu đề khác, nhưng đứng đúng chỗ giữa các mục đã khớp: “{title}”.", title=found)
    return "topic", msg("Tiêu đề khác, nhưng nội dung đúng chủ đề ({share}%): “{title}”.", share=share, title=found)


def _topic_share(evidence: Evidence, r: int, s: int) -> int:
    """How much of the text under a heading is of the requirement's topic, in per cent."""
    topic = evidence.topic
    return 0 if topic is None or np.isnan(topic[r, s]) else min(99, round(100 * float(topic[r, s])))
