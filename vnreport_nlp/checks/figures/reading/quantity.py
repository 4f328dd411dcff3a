"""What a figure says: the words, acts, times, places and reservations around one number, so that two can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ....expressions import lazy
from ....model import Document, Span
from ...context import NO_PROSE
from .text import PERCENT, approximate, counts, kind_after, noun_of, value_of
from .words import (
    ACTS,
    BESIDE,
    BODIES,
    EMPTY,
    FREE_MARKS,
    HEADED,
    LEVELS,
    MARKS,
    NAMED,
    PREDICATE,
    RESERVED,
    TIMES,
    WINDOW,
    WORD,
)


@dataclass(frozen=True)
class Quantity:
    """One number with the clause around it; everything else is read when asked for."""

    text: str
    unit: str
    kind: str | None
    left: str
    right: str
    sentence: str
    span: Span
    at: int
    inherited: str = ""

    @cached_property
    def digits(self) -> str:
        return self.text.replace(".", "")

    @cached_property
    def clause(self) -> str:
        return f"{self.left} | {self.right}"

    @cached_property
    def reserved(self) -> bool:
        return RESERVED.search(self.clause) is not None

    @cached_property
    def times(self) -> frozenset[str]:
        return times_of(self.clause) or times_of(self.sentence) or times_of(self.inherited)

    @cached_property
    def moments(self) -> frozenset[str]:
        """The times of its own clause that are finer than a year."""
        return frozenset(t for t in times_of(self.clause) if "/" in t or " " in t)

    @cached_property
    def words(self) -> frozenset[str]:
        headed = HEADED.search(self.left) if self.unit == "%" else None
        return content(headed[0] if headed else f"{self.left} | {PREDICATE.split(self.right)[0]}", self.unit)

    def apart(self, other: Quantity) -> frozenset[str]:
        """What only this statement says, introductions that have nothing in common with the other left out."""
        if self.unit == "%" and HEADED.search(self.left):
            return self.words - other.words
        *opening, last = self.left.split(",")
        told = [last, *(s for s in opening if content(s, self.unit) & other.words), PREDICATE.split(self.right)[0]]
        acts = frozenset(w for act in ACTS.finditer(self.clause) for w in act[0].lower().split())
        return content(" ".join(told), self.unit) - other.words - acts - content(other.clause, self.unit)

    @cached_property
    def acts(self) -> frozenset[str]:
        plain = BODIES.sub(" ", self.clause)
        return frozenset(m[0].lower() if m.lastgroup == "other" else m.lastgroup or "" for m in ACTS.finditer(plain))

    @cached_property
    def bodies(self) -> frozenset[str]:
        found = BODIES.finditer(self.clause)
        return frozenset(m[0].lower() if m.lastgroup == "organ" else m.lastgroup or "" for m in found) - LEVELS

    @cached_property
    def levels(self) -> frozenset[str]:
        return frozenset(m.lastgroup or "" for m in BODIES.finditer(self.clause)) & LEVELS

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(m[0].lower() for m in MARKS.finditer(self.clause)) - FREE_MARKS

    @cached_property
    def near_marks(self) -> frozenset[str]:
        """Those that stand at the number itself."""
        beside = f"{' '.join(self.left.split()[-BESIDE:])} | {self.right}"
        return frozenset(m[0].lower() for m in MARKS.finditer(beside)) & self.marks

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(m[1].strip() for m in NAMED.finditer(self.clause))


def times_of(text: str) -> frozenset[str]:
    """The times a clause names, each in one form."""
    found: set[str] = set()
    for form, pattern in TIMES:
        if form == "at" and found:
            break
        here = {form.format(*m.groups()).lower() for m in pattern.finditer(text)}
        text = pattern.pattern.sub(" ", text) if here else text
        found |= here
    return frozenset(found)


def content(text: str, unit: str) -> frozenset[str]:
    """The syllables that say what is counted, without particles, levels and times."""
    return frozenset(WORD.findall(text.lower())) - EMPTY - frozenset(unit.split())


def quantities(document: Document) -> Iterator[Quantity]:
    """Every count and rate in running text and notes, rounded ones left out."""
    for p in document.paragraphs:
        if p.story in NO_PROSE:
            continue
        text = document.text[p.start : p.end]
        before = ""
        for start, end, found in counts(text):
            sentence = text[start:end]
            yield from _of_sentence(
                sentence, before, p.start + start, [(n.start - start, n.end - start, n.text, n.approx) for n in found]
            )
            before = sentence


def _of_sentence(sentence: str, before: str, at: int, found: list[tuple[int, int, str, bool]]) -> Iterator[Quantity]:
    if "%" in sentence:
        found += [(m.start(), m.end(), m[1], approximate(sentence, m.start())) for m in PERCENT.finditer(sentence)]
        found.sort()
    for index, (start, end, text, approx) in enumerate(found):
        if approx:
            continue
        left = _left(sentence, start, found[index - 1][1] if index else 0)
        stop = found[index + 1][0] if index + 1 < len(found) else len(sentence)
        right = own_right(sentence[end:stop])
        percent = sentence[end - 1] == "%"
        unit = "%" if percent else noun_of(sentence, end) or " ".join(right.lower().split()[:2])
        yield Quantity(
            text, unit, "rate" if percent else kind_after(sentence, end), left, " ".join(right.split()[:WINDOW]), sentence,
            Span(at + start, at + end + min(len(right.rstrip()), 60)), at, before,
        )  # fmt: skip


_RATE_OF = lazy(r"\s*t[ỷỉ] lệ\b", re.IGNORECASE)


def own_right(after: str) -> str:
    """The words after a number that are its own: to the next comma that does not go on with another noun."""
    first, *more = re.split(r"[;:()]|\.(?!\d)|\svà\s*$", after, maxsplit=1)[0].split(",")
    for segment in more:
        if kind_after(segment, 0) is None or _RATE_OF.match(segment):
            break
        first += segment
    return first


def _left(sentence: str, start: int, last: int) -> str:
    """The words before a number that are its own: those the list shares, and those since the end of the number before it."""
    bound = max(sentence.rfind(c, 0, start) for c in ";(") + 1
    colon = sentence.rfind(":", bound, start)
    if colon >= 0 and sentence[colon + 1 : start].strip():
        bound = colon + 1
    if last <= bound:
        return " ".join(sentence[bound:start].split()[-2 * WINDOW :])
    since = re.split(r",|\svà\s|\svới\s", sentence[last:start], maxsplit=1)
    head = re.split(r"\d", sentence[bound:start], maxsplit=1)[0]
    return " ".join(f"{head} {since[-1] if len(since) > 1 else ''}".split()[-2 * WINDOW :])


def share_of(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set the other one holds."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def near(a: str, b: str, most: float) -> bool:
    """Whether two values differ by at most a factor."""
    low, high = sorted((float(value_of(a)), float(value_of(b))))
    return low != high and high <= low * most
