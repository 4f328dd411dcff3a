"""Headings that a hurried hand typed with a small letter behind their number: ``I.đặc điểm tình hình``, ``a/ dịch vụ công``.

A small letter behind a number is as a rule the rest of a sentence (``ngày\n1. tháng``) or an item of a list. Such a line is a heading
where its words are a title of the template, or where its number is the one that the headings around it lack.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..expressions import compiled
from ..model import Document
from .candidates import Candidate, Known, marked
from .markers import Marker, parse_marker
from .titles import count

MAX_SMALL = 22
"""Longest such heading, in syllables."""
MAX_LED, MIN_BEHIND, LEAST_ROW = 12, 8, 3
"""Longest title that runs into its text, least length of that text, in syllables, and so many of a style make it a draft's habit."""
IN_STEP = 0.8
"""Share of the numbers of such a row that follow the one before them; others stand before headings that are known already."""
_NUMBERED = frozenset(("roman", "arabic", "dec2", "dec3"))
WRAPPED = 50
"""A line of fewer characters is not broken by the width of a page."""
_SMALL = compiled(r"\s*(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])(?:\s?[.)/–-]{1,2}\s*|,\s+)(?=[^\W\d_])")
_OPEN_END = compiled(r"(?:[,;]|[^\W\d_]\.)\s*$")
"""What ends a piece of a sentence or an item of a list."""
_CLOSED = compiled(r"[.:;!?…)\]”\"]\s*$")


def small_marker(text: str) -> Marker | None:
    """The marker of a line whose title begins with a small letter, None for any other."""
    m = _SMALL.match(text)
    if m is None or not text[m.end()].islower():
        return None
    return parse_marker(text[: m.end()] + text[m.end()].upper() + text[m.end() + 1 :])


def lowered(
    document: Document, indexes: Sequence[int], found: Mapping[int, Candidate], known: Known | None
) -> dict[int, Candidate]:
    """Such headings among the paragraphs that are none yet; ``known`` tells the titles of a template."""
    small = {i: c for i in indexes if i not in found and (c := _short(document, i)) is not None}
    alone = {i: c for i, c in small.items() if _stands(document, c)}
    rows = _rows(document, small) | _runs(document, indexes, found, alone)
    return {
        i: c
        for i, c in small.items()
        if i in rows
        or _is_known(document, c, known)
        or (i in alone and _begins(document, indexes, found, i) and _fills(indexes, found, alone, i))
    }


def _rows(document: Document, small: Mapping[int, Candidate]) -> frozenset[int]:
    """Lines of a draft that begins all its headings so: ``4. tổ chức bộ máy : Sau khi nhập …``, several of a style with text of their own."""
    styles: dict[str, list[int]] = {}
    for i, c in small.items():
        behind = document.text[c.title.body : document.paragraphs[i].end].strip()
        if (
            c.shape == "run_in"
            and count(_words(document, c)) <= MAX_LED
            and behind[:1].isupper()
            and count(behind) >= MIN_BEHIND
        ):
            styles.setdefault(_order(c)[0], []).append(i)
    return frozenset(i for style, row in styles.items() if style in _NUMBERED and len(row) >= LEAST_ROW for i in row)


def _runs(
    document: Document, indexes: Sequence[int], found: Mapping[int, Candidate], alone: Mapping[int, Candidate]
) -> frozenset[int]:
    """Titles on lines of their own in such a draft: several of a style, in step, each with its text or its first piece right below."""
    styles: dict[str, list[int]] = {}
    for i, after in pairwise(indexes):
        if i not in alone or alone[i].shape != "standalone":
            continue
        style, below = _order(alone[i])[0], document.paragraphs[after]
        if after in alone:
            told = _order(alone[after])[0] != style and _order(alone[after])[1] == 1
        else:
            told = after not in found and count(document.text[below.start : below.end]) >= MIN_BEHIND
        if told and style in _NUMBERED:
            styles.setdefault(style, []).append(i)
    out: set[int] = set()
    for row in styles.values():
        values = [_order(alone[i])[1] for i in row]
        steps = [b in (1, a + 1) for a, b in pairwise(values)]
        if len(row) >= LEAST_ROW and values[0] == 1 and sum(steps) >= IN_STEP * len(steps):
            out |= set(row)
    return frozenset(out)


def _short(document: Document, index: int) -> Candidate | None:
    """A short title with a small letter behind its number."""
    c = marked(document, index, parse=small_marker)
    return None if c is None or count(_words(document, c)) > MAX_SMALL else c


def _stands(document: Document, c: Candidate) -> bool:
    """Whether a title is a line of its own, which ends as no piece of a sentence and no item of a list, or stands before a colon."""
    if c.shape == "run_in":
        return document.text[c.title.span.end : c.title.body].strip() == ":"
    p = document.paragraphs[c.first]
    return c.shape == "standalone" and _OPEN_END.search(document.text[p.start : p.end]) is None


def _begins(document: Document, indexes: Sequence[int], found: Mapping[int, Candidate], i: int) -> bool:
    """Whether no sentence goes on from the line before into this one."""
    at = indexes.index(i)
    if at == 0 or indexes[at - 1] in found:
        return True
    before = document.paragraphs[indexes[at - 1]]
    text = document.text[before.start : before.end]
    return len(text) < WRAPPED or _CLOSED.search(text) is not None


def _words(document: Document, c: Candidate) -> str:
    return document.text[c.title.span.start : c.title.span.end]


def _is_known(document: Document, c: Candidate, known: Known | None) -> bool:
    return known is not None and bool(known(_words(document, c)))


def _fills(indexes: Sequence[int], found: Mapping[int, Candidate], small: Mapping[int, Candidate], i: int) -> bool:
    """Whether the next heading of the style has the number behind this one's, the one before it the number in front, and none has its own.

    A list of such lines, one right behind the other, is no row of headings.
    """
    style, value = _order(small[i])
    at = indexes.index(i)
    if at + 1 < len(indexes) and indexes[at + 1] in small and _order(small[indexes[at + 1]])[0] == style:
        return False
    after = next((v for j in indexes[at + 1 :] if j in found for s, v in [_order(found[j])] if s == style), None)
    before = next((v for j in reversed(indexes[:at]) if j in found for s, v in [_order(found[j])] if s == style), None)
    return after == value + 1 and (value == 1 or before == value - 1)


def _order(c: Candidate) -> tuple[str, int]:
    return (c.marker.style, c.marker.value) if c.marker is not None else ("", 0)
