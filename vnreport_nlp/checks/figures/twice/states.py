"""F204: one thing in two states: aimed at and reached, what there was and what is left of it."""

from __future__ import annotations

import re

from ....expressions import lazy
from ....model import Document
from ...context import Context
from ..reading.text import DIGITS, numbers, sentences, value_of
from ..reading.told import Told
from .twins import transposed

_GOAL = lazy(r"\W*(?:phấn đấu|mục tiêu|chỉ tiêu|dự kiến|định hướng)\b", re.IGNORECASE)
_AIM = lazy(
    r"(?<!nỗ lực )(?<!thi đua )(?<!tinh thần )(?<!năm )\b(?:phấn đấu(?! của| vươn)|quyết tâm|dự kiến|sẽ|(?<!so với )(?<!vượt )kế hoạch (?:đặt ra|đề ra))\s",
    re.IGNORECASE,
)
"""What follows in the sentence, and in those behind it, is aimed at …"""
_REACHED = lazy(
    r"\b(?:đã|kết quả|đến nay|hiện nay|hiện có|tính đến|trong năm qua|năm qua|thực hiện được)\b|^\W*(?:năm|tháng|quý)\s\d|\bso với[^,;\d]*$",
    re.IGNORECASE,
)
"""… until something is told as reached."""
_LEFT = lazy(r"\b(?:(?:đến|hiện) nay|hiện|nay|chỉ|vẫn|giảm|rút xuống)(?: chỉ)? còn(?: lại)?\s*$", re.IGNORECASE)
"""The figure is what is left."""
_PLAIN = lazy(DIGITS)
WITHIN = 40
"""A goal that so many sentences before a figure tell is none of its own any more."""
SHORT = 2
"""Figures of so few digits are near each other by chance."""


def aimed_or_left(context: Context, first: Told, second: Told) -> bool:
    """Whether one figure is aimed at and the other was reached, or one is what is left of the other."""
    return _aimed(context, first, second) or _left(context.spelled, first, second)


def _aimed(context: Context, first: Told, second: Told) -> bool:
    """Whether one is aimed at and the other was reached: two values of one thing only where two digits changed places and no goal opens its sentence."""
    goals = [_is_goal(context.spelled, span.start) for _, span in (first, second)]
    ahead = context.is_ahead(first[1].start) != context.is_ahead(second[1].start)
    return goals[0] != goals[1] or (ahead and not transposed(first[0], second[0]))


def _is_goal(document: Document, at: int) -> bool:
    """Whether the sentence of a figure, or one before it in its paragraph, tells a goal, and nothing since then a result."""
    before = _before(document, at)
    aimed = False
    for start, end in sentences(before)[-WITHIN:]:
        sentence = before[start:end]
        if _GOAL.match(sentence):
            return True
        aims = [m.end() for m in _AIM.finditer(sentence)]
        if aims:
            aimed = not _REACHED.search(sentence, aims[-1])
        elif _REACHED.search(sentence):
            aimed = False
    return aimed


def _before(document: Document, at: int) -> str:
    """A paragraph up to a place; nothing of a cell."""
    index = document.paragraph_at(at)
    if index is None or document.paragraphs[index].cell is not None:
        return ""
    return document.text[document.paragraphs[index].start : at]


def _left(document: Document, first: Told, second: Told) -> bool:
    """Whether one figure is told as what is left and the other is not, and either the difference is told beside it or both are short."""
    if not all(_PLAIN.fullmatch(text) for text, _ in (first, second)) or transposed(first[0], second[0]):
        return False
    texts = [_before(document, span.start) for _, span in (first, second)]
    left = [bool(text) and _LEFT.search(text) is not None for text in texts]
    if left[0] == left[1] or not all(texts):
        return False
    if max(len(text) for text, _ in (first, second)) <= SHORT:
        return True
    start, _ = sentences(texts[left[1]])[-1]
    apart = abs(value_of(first[0]) - value_of(second[0]))
    return any(n.value == apart for n in numbers(texts[left[1]][start:]))
