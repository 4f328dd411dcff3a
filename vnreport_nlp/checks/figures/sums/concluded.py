"""F201 of what an inspection concludes of bodies and persons together, against how many of both were inspected.

``giám sát 05 chi bộ và 09 đảng viên … Qua giám sát, kết luận 03 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 03 đảng viên còn hạn chế``: the
persons add up, so that the bodies were meant to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ..reading.text import sentences

_PAIR = lazy(
    r"(?<![\w/.,])(?P<a>\d{1,4})\s(?P<x>tổ chức đảng|tổ chức|chi bộ|tập thể|đơn vị|đảng bộ)\s(?:và|,)\s?(?P<b>\d{1,4})\s(?P<y>cá nhân|đảng viên|đồng chí)\b",
    re.IGNORECASE,
)
_CONCLUDED = lazy(r"\bkết luận\b", re.IGNORECASE)
_OTHERS = lazy(r"\b(?:trong đó|cả|chưa|đang|khác|còn lại)\b", re.IGNORECASE)
"""Some of those inspected, or some of whom nothing is concluded yet."""
PAIRS = 2
"""So many pairs of a conclusion: those that did well and those that did not."""
OFF = 2
"""By more than so much one figure is hardly a slip."""
Told = tuple[int, int, str, list[str]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """So many bodies and so many persons."""

    bodies: re.Match[str]

    @property
    def counts(self) -> tuple[int, int]:
        return int(self.bodies["a"]), int(self.bodies["b"])

    @property
    def nouns(self) -> tuple[str, str]:
        return self.bodies["x"].lower(), self.bodies["y"].lower()


def concluded(text: str) -> Iterator[Told]:
    """(start, end, total, parts) of every conclusion of a paragraph that adds up for one of both and not for the other."""
    if "ết luận" not in text:
        return
    before: list[_Pair] = []
    earlier: list[_Pair] = []
    for start, end in sentences(text):
        here = [_Pair(m) for m in _PAIR.finditer(text, start, end)]
        whole = len(here) == PAIRS and not _OTHERS.search(text, start, here[-1].bodies.end())
        whole = whole and _CONCLUDED.search(text, start, here[0].bodies.start()) is not None
        if whole and not _right(earlier, here):
            yield from _against(before, here)
        before = here or before
        earlier += here


def _right(earlier: list[_Pair], here: list[_Pair]) -> bool:
    """One pair of the paragraph that the conclusion adds up to in both."""
    return tuple(map(sum, zip(*(p.counts for p in here), strict=True))) in {p.counts for p in earlier}


def _against(before: list[_Pair], here: list[_Pair]) -> Iterator[Told]:
    """The wrong figure of a conclusion, where one of the pairs right before it is right in the other."""
    if len({p.nouns for p in (*here, *before)}) != 1:
        return
    first, second = (sum(p.counts[k] for p in here) for k in (0, 1))
    for whole in before:
        apart = whole.counts[0] - first, whole.counts[1] - second
        if 0 in apart and max(map(abs, apart)) <= OFF:
            group = "a" if apart[0] else "b"
            parts = [p.bodies[group] for p in here]
            yield here[0].bodies.start(), here[-1].bodies.end(), whole.bodies[group], parts
            return
