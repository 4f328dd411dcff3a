"""Numbered lines that are items of a list, and no headings."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise

from ..model import Document
from .candidates import Candidate
from .titles import Title

_CLOSED = (".", ";")
"""A sentence or an item of a list ends so; a heading hardly ever does."""


def without_items(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without a first item that has no second; lines that say all they have to say are text, and no titles."""
    out: list[Candidate] = []
    for _, group in groupby(_without_lone(candidates), key=lambda c: c.marker.style if c.marker else ""):
        run = list(group)
        joined = len(run) > 1 and all(b.first == a.last + 1 for a, b in pairwise(run))
        out += [_as_text(c) if joined and _says_all(document, c) else c for c in run]
    return out


def _says_all(document: Document, candidate: Candidate) -> bool:
    """Whether a line is a sentence of a list: ``Một là, giữ đoàn kết.`` - ``Hai là, làm từ dễ đến khó.``"""
    if candidate.shape != "standalone" or candidate.bold or candidate.level is not None or candidate.marker is None:
        return False
    text = document.text[candidate.start : candidate.title.body].rstrip()
    kind = candidate.marker.kind
    return kind == "ordinal" or (kind == "paren" and text.endswith(_CLOSED))


def _as_text(candidate: Candidate) -> Candidate:
    title = candidate.title
    return replace(candidate, title=Title(title.span, title.span.start, "item"))


def _without_lone(candidates: list[Candidate]) -> list[Candidate]:
    """A first item that no second follows is the start of a sentence, not of a list."""
    out = []
    for at, c in enumerate(candidates):
        lone = (
            c.marker is not None
            and c.marker.value == 1
            and c.shape != "standalone"
            and c.marker.kind in ("ordinal", "paren", "lower")
        )
        if lone and not _second(candidates[at + 1 :], c):
            continue
        out.append(c)
    return out


def _second(after: list[Candidate], first: Candidate) -> bool:
    for c in after:
        if c.marker is None or first.marker is None:
            continue
        if c.marker.style == first.marker.style:
            return c.marker.value in (2, 3)
        if c.marker.kind in ("part", "roman", "upper") and first.marker.kind != c.marker.kind:
            return False
    return False
