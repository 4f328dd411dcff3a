"""F204: figures that their frames tell apart: of two places or groups, of two times, of two doers, or rates that two subjects have.

A frame is carried on to the clauses and sentences that follow it (``frames``). Where two figures both have one of a kind and the
frames differ, they are two figures, however alike the words beside them are; what only one of them has says nothing.
"""

from __future__ import annotations

import re

from ....expressions import lazy
from ....model import Document
from ..rates.exceeding import RATIO
from ..reading.frames import LEVEL_WORDS, PLURAL, Words, clauses, frame_at
from ..reading.stated import content
from ..reading.text import DIGITS, sentences
from ..reading.told import Told
from ..reading.words import RATING

_HEAD = 2
"""So many syllables name what kind of body a subject is."""
BESIDE = 70
"""Characters between a part with its whole and the rate that they give."""
_RATE = lazy(rf"({DIGITS})\s?%")
_BRACKET = lazy(r"[^.;,()\d]{0,40}(\([^()]{3,60}\))")
_LEVELS = frozenset({"thôn", "bản", "xã", "phường", "huyện", "tỉnh", "sở", "ngành"})
_WORD = lazy(r"[^\W\d_]+")
_CHANGED = lazy(
    r"\b(?:tăng|giảm|bằng|vượt|đạt|hoàn thành)(?: thêm| được| trên| gần| khoảng| hơn)?\s*$",
    re.IGNORECASE,
)
_AGAINST = lazy(
    r"\s?%\s(?:so|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|cùng kỳ|KH|NQ)\b",
    re.IGNORECASE,
)
"""A percentage that says nothing but how far something changed, or how much of its plan was done."""
_IDLE = RATING | frozenset({"so", "với", "kỳ", "kế", "hoạch", "dự", "toán", "tiêu", "nghị", "quyết", "đồng", "triệu", "nghìn", "trước", "usd", "ha", "tấn", "bình", "quân", "tổng", "trị", "giá", "trên", "hoàn", "vượt", "trong"})  # fmt: skip


def of_two_frames(document: Document, first: Told, second: Told, own: str) -> bool:
    """Whether the frames of two figures of running text differ; ``own`` is the name of the report's unit."""
    found = [_placed(document, told) for told in (first, second)]
    if found[0] is None or found[1] is None:
        return False
    names = frozenset(own.lower().split())
    (a, i), (b, j) = found[0], found[1]
    one, other = frame_at(a, i, names), frame_at(b, j, names)
    if (
        _of_two_ratios(found[0], found[1], (first, second))
        or _two_places(one.place, other.place)
        or one.times.other(other.times)
    ):
        return True
    return _two_doers(one.subject, other.subject, names) or _two_rates(found[0], found[1], (first, second))


def _placed(document: Document, told: Told) -> tuple[str, int] | None:
    """The paragraph of a figure and its place therein; None for a cell."""
    index = document.paragraph_at(told[1].start)
    if index is None or document.paragraphs[index].cell is not None:
        return None
    p = document.paragraphs[index]
    return document.text[p.start : p.end], told[1].start - p.start


def _two_places(a: Words | None, b: Words | None) -> bool:
    """Whether two places or groups are told, neither a shorter name of the other; the whole is none of its parts."""
    if a is None or b is None:
        return False
    return bool(a) != bool(b) or not (a <= b or b <= a)


def _of_two_ratios(a: tuple[str, int], b: tuple[str, int], told: tuple[Told, Told]) -> bool:
    """Whether two rates have each a part and a whole beside it that are not the other's (``9.120/11.250 vụ, đạt 81,1%``)."""
    x, y = (_ratio(text, at, figure) for (text, at), (figure, _) in zip((a, b), told, strict=True))
    return x != y and "" not in (x, y)


def _ratio(text: str, at: int, figure: str) -> str:
    """The part and the whole right before or right behind a rate; empty of anything else and where none are told."""
    rate = _RATE.match(text, at)
    if rate is None or figure.rstrip("% ") != rate[1]:
        return ""
    start = next((s for s, e in sentences(text) if s <= at < e), 0)
    before = list(RATIO.finditer(text, max(start, at - BESIDE), at))
    behind = _BRACKET.match(text, rate.end())
    last = before[-1] if before and "%" not in text[before[-1].end() : at] else None
    found = last or (RATIO.search(text, behind.start(1), behind.end(1)) if behind else None)
    return found[0] if found else ""


def _two_doers(a: str, b: str, own: Words) -> bool:
    """Whether two subjects are bodies of one kind, but one and several, of two levels or of two names."""
    x, y = (_WORD.findall(s) for s in (a, b))
    if len(x) <= _HEAD or len(y) <= _HEAD or [w.lower() for w in x[:_HEAD]] != [w.lower() for w in y[:_HEAD]]:
        return False
    ours, theirs = ({w.lower() for w in words[_HEAD:]} for words in (x, y))
    if bool(ours & PLURAL) != bool(theirs & PLURAL):
        return True
    levels = ours & _LEVELS, theirs & _LEVELS
    if levels[0] and levels[1] and not levels[0] & levels[1]:
        return True
    names = [{w.lower() for w in words[_HEAD:] if w[0].isupper()} - LEVEL_WORDS - own for words in (x, y)]
    return bool(names[0] and names[1]) and not names[0] & names[1]


def _two_rates(a: tuple[str, int], b: tuple[str, int], told: tuple[Told, Told]) -> bool:
    """Whether two rates of change or of a plan are said of subjects that have no word in common."""
    if not all(_is_rate(text, at, figure) for (text, at), (figure, _) in zip((a, b), told, strict=True)):
        return False
    x, y = _rated(*a), _rated(*b)
    return not x & y


def _is_rate(text: str, at: int, figure: str) -> bool:
    number = figure.split()[0].rstrip("%") if figure else ""
    return _CHANGED.search(text, 0, at) is not None and _AGAINST.match(text, at + len(number)) is not None


def _rated(text: str, at: int) -> Words:
    """The words of the subject that a rate is said of: those of its clause, else of the clauses before it."""
    words: Words = frozenset()
    for clause in reversed([c for c in clauses(text) if c.start < at]):
        words = content(text[clause.start : min(clause.end, at)]) - _IDLE
        if words:
            break
    return words
