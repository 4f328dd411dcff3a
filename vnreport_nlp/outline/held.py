"""Headings that nothing but the template's own order puts below another: no number, no style, no type of their own."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Document
from .candidates import Candidate, Known

MIN_HELD = 2
"""Fewest known titles of a container's requirements that must follow its bare heading; one could stand there by chance."""


def held(document: Document, candidates: Sequence[Candidate], known: Known | None) -> dict[int, int]:
    """For candidates that stand below a like-looking one, the position of that one.

    A heading with nothing under it (``Nhiệm vụ, giải pháp``) holds the headings after it as far as the template has their
    titles below its own; an emptied section holds none, because the template has nothing below it.
    """
    out: dict[int, int] = {}
    if known is None:
        return out
    for at, candidate in enumerate(candidates[:-1]):
        if at in out or not _bare(candidate) or candidates[at + 1].first != candidate.last + 1:
            continue
        above = known(_words(document, candidate))
        if above:
            inside = _inside(document, candidates, at, above, known)
            out |= dict.fromkeys(inside, at)
    return out


def _inside(
    document: Document, candidates: Sequence[Candidate], at: int, above: frozenset[str], known: Known
) -> list[int]:
    """Positions of the headings of one look after a container, up to the last that the template has below it."""
    seen: list[int] = []
    last, sure = at, 0
    for k in range(at + 1, len(candidates)):
        if not _bare(candidates[k]) or candidates[k].look != candidates[at].look:
            break
        numbers = known(_words(document, candidates[k]))
        below = any(n.startswith(a + ".") for a in above for n in numbers)
        if numbers and not below:
            break
        seen.append(k)
        if below:
            last, sure = k, sure + 1
    return [k for k in seen if k <= last] if sure >= MIN_HELD else []


def _bare(candidate: Candidate) -> bool:
    """Whether nothing but its words says how deep a heading stands."""
    return candidate.marker is None and candidate.level is None and candidate.title.shape == "standalone"


def _words(document: Document, candidate: Candidate) -> str:
    return document.text[candidate.title.span.start : candidate.title.span.end]
