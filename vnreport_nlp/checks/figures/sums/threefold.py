"""F201 of work in three states: what is done, under way and not begun makes all there is (``trong 8 kiến nghị đã xong 6, đang làm 1, chưa làm 1``)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ....expressions import lazy
from ..reading.parts import depth
from ..reading.text import Number, by_sentence, noun_of

_DONE, _UNDER_WAY, _NOT = (
    lazy(r"\b(?:đã|xong|hoàn thành|hoàn tất|(?<!không )thành)\b"),
    lazy(r"\bđang\b"),
    lazy(r"\b(?:chưa|không thành|không đạt)\b"),
)
_ELSE = lazy(r"trong đó|lượt|bình quân|mỗi|thêm|cùng kỳ|so với|\btăng\b|\bgiảm\b|\bcòn\b")
"""Another figure begins, or some are counted twice."""
NEAR = 3
"""States that miss their whole by more than its third are of another whole."""
REACH = 60
"""Characters between two figures that are told side by side."""
Told = tuple[int, int, str, list[str]]


def threefold(text: str) -> Iterator[Told]:
    """(start, end, whole, states) of every whole of a paragraph that its three states contradict."""
    if "đang " not in text or not _NOT.search(text):
        return
    for start, sentence, every in by_sentence(text):
        found = [n for n in every if not depth(sentence, 0, n.start)]
        for at in range(len(found) - 3):
            whole, *states = found[at : at + 4]
            if _of_states(sentence, whole, states) and _missed(whole, states, every):
                yield start + whole.start, start + states[-1].end, whole.text, [n.text for n in states]


def _of_states(sentence: str, whole: Number, states: list[Number]) -> bool:
    """Whether three figures in a row are told of one thing in its three states, right behind the figure of all."""
    if any(n.approx for n in (whole, *states)):
        return False
    noun = noun_of(sentence, whole.end)
    if not noun or any(noun_of(sentence, n.end) not in ("", noun) for n in states):
        return False
    said = [sentence[a.end : b.start] for a, b in pairwise((whole, *states))]
    if any(len(words) > REACH or "." in words or _ELSE.search(words) for words in said):
        return False
    first, *rest = said
    orders = (rest, rest[::-1])
    return _DONE.search(first) is not None and any(_UNDER_WAY.search(a) and _NOT.search(b) for a, b in orders)


def _missed(whole: Number, states: list[Number], every: list[Number]) -> bool:
    """Whether the states miss their whole by little and make no other figure of the sentence."""
    reached = sum((n.value for n in states[1:]), states[0].value)
    short = abs(reached - whole.value)
    larger = all(n.value < whole.value for n in states)
    return larger and 0 < short * NEAR <= whole.value and all(n.value != reached for n in every)
