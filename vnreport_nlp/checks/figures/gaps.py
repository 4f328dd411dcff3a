"""F201 of changes whose later value stands in a sentence before: told with two digits in changed places (``1.052 đảng viên … tăng 29 người so với … (960 người)``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .levels import Level, levels
from .move_words import DOWN, ELSE
from .slips import swapped
from .text import kind_after, sentences, shown

_AGAINST = re.compile(r"\bso với\b", re.IGNORECASE)
REACH = 80
"""Characters from ``so với`` to the value that it names."""
LEAST = 12
"""Smaller differences are met by chance."""
MOST = 12
"""Where more figures stand, some pair of them differs by anything."""
Told = tuple[int, int, str]


def gaps(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every change against a value told with it that no value before gives, but one nearly."""
    before = 0
    for start, end in sentences(text):
        held = _AGAINST.search(text, start, end)
        if held:
            yield from _of(text[before:end], before, held.end() - before)
        before = start


def _of(both: str, at: int, held: int) -> Iterator[Told]:
    """The wrong change of two sentences whose comparison stands at an offset."""
    found = levels(both)
    base = next((f for f in found if f.start >= held and not f.way), None)
    if base is None or base.start - held > REACH or base.unit == "%" or base.soft or len(found) > MOST:
        return
    kind = kind_after(both, base.end)
    earlier = [f for f in found if f.end < held and not f.way and not f.soft and _alike(both, f, base, kind)]
    for claim in (f for f in found if f.way and f.unit != "%" and not f.soft and f.value >= LEAST):
        near = abs(claim.start - base.start) <= 2 * REACH and claim.end > both.rfind(". ", 0, held)
        if not near or not _alike(both, claim, base, kind) or ELSE.search(both[held : base.start]):
            continue
        true = [(f, abs(f.value - base.value)) for f in earlier if (f.value < base.value) == (claim.way in DOWN)]
        if any(value == claim.value for _, value in true):
            continue
        for f, value in true:
            if value >= LEAST and swapped(claim.value, value):
                span = sorted((f.start, claim.end, base.end))
                yield at + span[0], at + span[-1], f"|{f.text} - {base.text}| = {shown(value)} ≠ {claim.text}"
                break


def _alike(text: str, one: Level, base: Level, kind: str | None) -> bool:
    """Whether a figure counts what the base counts, or both count persons."""
    return one.unit == base.unit or (kind == "person" and kind_after(text, one.end) == kind)
