"""F201 over the full stop: a total in one sentence, its parts in the next (``Đảng bộ có 45 chi bộ. Trong đó …``) or in a note."""

from __future__ import annotations

import re
from decimal import Decimal

from ....expressions import lazy
from ..reading.dims import EXHAUSTIVE, dimension
from ..reading.parts import Part, parts_of
from ..reading.text import Number, kind_after, numbers, sentences
from .judged import OPEN_END, overlapping

_OPENS = lazy(
    r"(?:[-+•*]\s*)?(?:(?P<by>(?:(?:phân|chia|xét|tính)(?: loại)? )?theo\s[^.;:,\d]{2,40}:)|(?P<list>(?:trong (?:đó|số đó|số này),?\s)?(?:bao gồm|gồm|cụ thể)\b(?: có| là)?[,:]?)|(?P<within>trong (?:đó|số đó|số này)\b[,:]?(?: có\b)?)|(?P<some>trong (?:tổng )?số (?:các |những )?[^\d.;:,]{3,60}?,?\scó(?=\s\d)))",
    re.IGNORECASE,
)
NEAR = 5
"""Parts that miss the total by more than its fifth are another list."""
SEVERAL = 3
"""So many parts where only words name the whole (``Trong số các đảng viên được tặng có …``)."""
EXCESS = 8
"""Parts within a whole may overlap; an excess of at most its eighth is a slip."""

REACH = 80
"""A note speaks of the number that stands at most so many characters before its mark."""


def carried(sentence: str, before: str, found: list[Number]) -> tuple[int, Number, list[Part]] | None:
    """(end, total, parts) where the parts that a sentence opens with contradict the total of the sentence ``before`` it."""
    opens = _OPENS.match(sentence)
    total = _head(found) if opens else None
    if opens is None or total is None:
        return None
    return _against(sentence, opens.end(), opens.lastgroup or "", total, kind_after(before, total.end))


def opened(above: str, text: str) -> tuple[int, Number, list[Part]] | None:
    """The same where the total ends the paragraph above."""
    last, first = (list(sentences(t)) for t in (above, text))
    if not last or not first or not _OPENS.match(text):
        return None
    sentence = above[slice(*last[-1])]
    return carried(text[slice(*first[0])], sentence, list(numbers(sentence)))


def noted(note: str, body: str) -> tuple[int, Number, list[Part]] | None:
    """(end, total, parts) where the parts that a note gives contradict the number of the text that it stands at."""
    left = max((s for s, _ in sentences(body)), default=0)
    found = list(numbers(body, left))
    if not found or found[-1].approx or len(body) - found[-1].end > REACH or ";" in body[found[-1].end :]:
        return None
    total, kind = found[-1], kind_after(body, found[-1].end)
    start, end = next(iter(sentences(note)), (0, 0))
    opens = _OPENS.match(note, start)
    if opens is not None:
        told = _against(note[:end], opens.end(), opens.lastgroup or "", total, kind)
        return None if told and _sum_of(told[2]) in {n.value for n in found} else told
    parts, _, _ = parts_of(note[:end], start, "list", total, -1)
    dims = {dimension(p.label) for p in parts}
    papers = kind == "paper" and all(kind_after(p.label, 0) == "paper" for p in parts)
    closed = len(dims) == 1 and dims <= EXHAUSTIVE
    return _against(note[:end], start, "list", total, kind) if papers or closed else None


def _sum_of(parts: list[Part]) -> Decimal:
    return sum((p.number.value for p in parts), Decimal())


def _against(
    sentence: str, at: int, claim: str, total: Number, kind: str | None
) -> tuple[int, Number, list[Part]] | None:
    """The contradiction of a total elsewhere and the list that begins at a place of a sentence."""
    parts, end, cut = parts_of(sentence, at, "list", total, -1)
    if len(parts) < 2 or kind is None or any(p.number.approx or p.kind not in (kind, None) for p in parts):
        return None
    dims = {dimension(p.label) for p in parts}
    if len(dims) > 1 and any(dims):
        return None
    over = _sum_of(parts) - total.value
    if claim == "some" and len(parts) < SEVERAL:
        return None
    if claim in ("within", "some"):
        wrong = 0 < over * EXCESS <= total.value and not overlapping(parts)
    else:
        wrong = over != 0 and abs(over) * NEAR <= total.value and (len(parts) >= 3 or _whole_list(parts, kind))
        wrong = wrong and (over > 0 or not (cut or OPEN_END.search(sentence)))
    return (end, total, parts) if wrong else None


def _whole_list(parts: list[Part], kind: str) -> bool:
    """Whether the two items of a list both count, by name, what its total counts."""
    return all(p.kind == kind for p in parts)


def _head(found: list[Number]) -> Number | None:
    """The number a sentence is about: its only one, or the one that the others of a list add up to."""
    if any(n.approx for n in found):
        return None
    if len(found) == 1:
        return found[0]
    for index, number in enumerate(found[:-2]):
        reached = Decimal()
        for part in found[index + 1 :]:
            reached += part.value
            if reached == number.value and part is not found[index + 1]:
                return number
    return None
