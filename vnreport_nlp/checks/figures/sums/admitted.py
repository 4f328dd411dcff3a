"""F201: which of the sums that do not hold are told: each once, and none where the words say that the figures are no list of parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..reading.measures import other_measures
from ..reading.parts import is_process, left_of_more
from ..reading.rests import an_item, goes_on, in_own_bracket, of_what_they_have, untold

Told = tuple[int, int, str, list[str], str]
WHOLE = "100%"
"""The total of shares, which words do not change."""


def admitted(text: str, told: Iterable[Told]) -> Iterator[Told]:
    """Those of the sums of a paragraph that are a total and all its parts, one for the same figures at one place."""
    known: list[tuple[int, int, str, tuple[str, ...]]] = []
    for start, end, total, parts, sign in told:
        again = any(start < e and s < end and (total, tuple(parts)) == (other, others) for s, e, other, others in known)
        if again or (total != WHOLE and _no_parts(text, start, end, total, parts, sign)):
            continue
        known.append((start, end, total, tuple(parts)))
        yield start, end, total, parts, sign


def _no_parts(text: str, start: int, end: int, total: str, parts: list[str], sign: str) -> bool:
    """Whether what stands around says that figures are not the parts of a total."""
    at = max(start, 0)
    own = in_own_bracket(text, at, total, parts)
    if (not own and an_item(text, at, total, parts)) or is_process(text, at, end):
        return True
    return sign == "≠" and (
        (not own and left_of_more(text[:at], total, parts))
        or goes_on(text, start, end, total, parts)
        or untold(text, at, total, parts)
        or of_what_they_have(text, at, total, parts)
        or other_measures(text, at, total, parts)
    )
