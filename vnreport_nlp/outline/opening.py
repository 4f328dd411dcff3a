"""Where the outline begins: behind title block and preamble, at the first heading."""

from __future__ import annotations

from collections.abc import Container

from ..model import Document
from .candidates import MAX_PLAIN, Candidate, unmarked
from .front import front_end
from .titles import count, is_caps

MIN_NUMBERED = 3
"""A draft with fewer numbered headings than this counts as unnumbered."""
MIN_OWN_CAPS = 2
"""So many lines in capitals without a number, after a text, are headings of their own wherever such lines stand."""


def opening(document: Document, indexes: list[int], numbered: dict[int, Candidate], boxed: Container[int] = ()) -> int:
    """Position of the first paragraph that may be a heading, as the labels of drawings (``boxed``) may not."""
    plain = front_end(document, indexes)
    first = _first_number(document, indexes, numbered)
    if first is None:
        return plain
    if len(numbered) < MIN_NUMBERED:
        return min(first, plain)
    before = _plain_before(document, indexes[:first], boxed)
    if before is None and indexes[first - 1] not in boxed and _capitals_before(document, indexes, first):
        return first - 1
    return first if before is None else before


def _first_number(document: Document, indexes: list[int], numbered: dict[int, Candidate]) -> int | None:
    """Position of the first number of the outline: a part, a 1, or a later one in a piece of a report that has no 1."""
    tops = {c.marker.kind for c in numbered.values() if c.marker and c.shape == "standalone"} & {
        "part",
        "upper",
        "roman",
    }
    for k, index in enumerate(indexes):
        candidate = numbered.get(index)
        if candidate is None or candidate.marker is None:
            continue
        kind = candidate.marker.kind
        if (candidate.shape == "standalone" and kind in tops) or (
            candidate.marker.value == 1 and (kind in ("arabic", "decimal", "roman") or kind in tops)
        ):
            return k
        if _of_a_piece(candidate, numbered, index):
            return k
    return None


def _of_a_piece(candidate: Candidate, numbered: dict[int, Candidate], index: int) -> bool:
    """Whether a heading begins a piece of a report in which no list starts from 1: ``4.`` with ``4.1.`` next, or with ``5.`` and ``6.``."""
    marker = candidate.marker
    if marker is None or marker.kind != "arabic" or candidate.shape != "standalone":
        return False
    others = [(i, c.marker) for i, c in sorted(numbered.items()) if c.marker is not None]
    if any(m.kind == "arabic" and m.value == 1 for _, m in others):
        return False
    after = [m for i, m in others if i > index and m.kind in ("arabic", "decimal")]
    if not after:
        return False
    values = {m.value for m in after if m.kind == "arabic"}
    return after[0].prefix == (marker.step,) or {marker.value + 1, marker.value + 2} <= values


def _plain_before(document: Document, before: list[int], boxed: Container[int]) -> int | None:
    """An unnumbered heading over a text, or a part's in capitals over such a one, between the preamble and the first number."""
    stop = front_end(document, before)
    if stop == 0:
        return None
    for k in (k for k in range(stop, len(before) - 1) if before[k] not in boxed):
        candidate = _surely(document, before[k])
        if candidate is None:
            continue
        below = _surely(document, before[k + 1]) if candidate.caps and k + 2 < len(before) else None
        item = below is not None and not below.caps and before[k + 1] not in boxed
        under = document.paragraphs[before[k + 2 if item else k + 1]]
        if count(document.text[under.start : under.end]) > MAX_PLAIN:
            return k
    return None


def _surely(document: Document, index: int) -> Candidate | None:
    """The unnumbered heading that a paragraph looks like."""
    candidate = unmarked(document, index, numbered=True)
    return candidate if candidate is not None and candidate.confidence >= 0.8 else None


def _capitals_before(document: Document, indexes: list[int], first: int) -> bool:
    """Whether a line in capitals between the preamble, or the subject, and the first number is a heading: such lines stand over later numbers too."""
    if first < 2 or front_end(document, indexes[:first]) > first - 1:
        return False
    above = document.paragraphs[indexes[first - 2]]
    candidate = unmarked(document, indexes[first - 1], numbered=True)
    if candidate is None or not candidate.caps or is_caps(document.text[above.start : above.end]):
        return False
    later = (unmarked(document, i, numbered=True) for i in indexes[first + 1 :])
    return sum(1 for c in later if c is not None and c.look == candidate.look) >= MIN_OWN_CAPS
