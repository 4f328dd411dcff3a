"""F201: figures behind ``trong đó`` that are no parts of one total: another measure behind a semicolon, cases and people together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....expressions import lazy
from .dims import dimension
from .text import MEASURED, Number, kind_after, numbers, sentences

_WITHIN = lazy(r"\btrong (?:đó|số đó|số này)\b(?P<mark>\s?[:,])?", re.IGNORECASE)
_WEAK = frozenset(
    ["có", "là", "số", "được", "đã", "và", "còn", "của", "cho", "các", "về", "với", "ở", "tại", "trong", "đạt", "thì"]
)
_WORD = lazy(r"[^\W\d_]+")
_PEOPLE = lazy(r"\s(?:bị can|bị cáo|đối tượng|nghi phạm|phạm nhân)\b", re.IGNORECASE)
_CASES = lazy(r"\s(?:vụ|đơn|hồ sơ|tin|cuộc)\b", re.IGNORECASE)
LEAST = 2
"""So many words of its own name another measure; crops and goods have one."""


def other_measures(text: str, at: int, total: str, parts: Sequence[str]) -> bool:
    """Whether figures behind a total, which begins at a place, are of several measures and so are not to be added."""
    stop = next((e for s, e in sentences(text) if s <= at < e), len(text))
    listed = _listed(text, at + len(total), stop, parts)
    if len(listed) < len(parts):
        return False
    return _of_two_kinds(text, listed) or _behind_one(text, at + len(total), listed)


def _listed(text: str, start: int, stop: int, parts: Sequence[str]) -> list[Number]:
    """The figures of a list in its order."""
    out: list[Number] = []
    for n in numbers(text, start, stop):
        if len(out) < len(parts) and n.text == parts[len(out)]:
            out.append(n)
    return out


def _of_two_kinds(text: str, listed: list[Number]) -> bool:
    """Whether some items count cases and others the people in them (``khởi tố 13 vụ, 19 bị can``)."""
    cases = [n for n in listed if _CASES.match(text, n.end)]
    people = [n for n in listed if _PEOPLE.match(text, n.end) or kind_after(text, n.end) == "person"]
    return bool(cases and people)


def _behind_one(text: str, start: int, listed: list[Number]) -> bool:
    """Whether ``trong đó`` opens one part, and a semicolon behind it another measure (``trong đó nữ 98 lượt; điều trị nội trú 25 lượt``)."""
    first, second = listed[:2]
    opened = next(iter(_WITHIN.finditer(text, start, first.start)), None)
    between = text[first.end : second.start]
    if opened is None or (opened["mark"] or "").strip() == ":" or between.count(";") != 1:
        return False
    behind = between.partition(";")[2]
    label, other = (_words(words) for words in (text[opened.end() : first.start], behind))
    if len(other) < LEAST or kind_after(text, second.end) in MEASURED:
        return False
    one = dimension(text[opened.end() : first.start]) == dimension(behind) != ""
    return bool(label) and not one and not label & other


def _words(text: str) -> set[str]:
    """The words that tell an item from others."""
    return {w.lower() for w in _WORD.findall(text)} - _WEAK
