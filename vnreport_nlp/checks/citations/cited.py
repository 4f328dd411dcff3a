"""The documents a draft cites, one entry a document and date, and what several drafts say of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Location, Outline
from .cited_issuer import issuer_of, profile_of
from .known import known_documents
from .read import Citation, citations, lower
from .series import same_document

Key = tuple[int, str, str, bool, str]
NATIONAL = frozenset({"CP", "TTg", "QH", "QH13", "QH14", "QH15", "UBTVQH", "BNV", "CTN"})
"""Behind a State symbol: bodies of which there is one in the country."""
_TOWNS = ("thành phố", "thị xã")


@dataclass(frozen=True, slots=True)
class Cited:
    """One document as one draft cites it with one date; ``first`` is a mention, ``places`` are all of them in order."""

    first: Citation
    places: tuple[Location, ...]
    town: bool = False
    """Whether the draft is a town's, whose own committee signs with the province's letters (``TU``)."""
    issuer: str = ""
    """The body's name as the draft says it or as the symbol tells it, empty when neither does."""

    @property
    def key(self) -> Key:
        """What makes two mentions candidates for one document."""
        c = self.first
        return c.number, c.code, c.issuer, c.state, c.year

    @property
    def common(self) -> bool:
        """Whether other units may cite the very same document: the country's or the province's, not the unit's own."""
        c = self.first
        if c.state:
            return c.level in ("tw", "tinh") or c.issuer in NATIONAL
        return (
            c.issuer == "TW" or c.level in ("tw", "tinh") or (c.issuer.endswith("TU") and not c.level and not self.town)
        )


@dataclass(frozen=True, slots=True)
class Agreed:
    """A document that several drafts cite; ``when`` is the date most give, or the one that is known to be right.

    ``by`` holds (draft's position, entry); ``odd`` the positions whose date is another. ``sure`` is False when no date has
    a majority, so that nobody can be called odd.
    """

    first: Citation
    when: date | None
    by: tuple[tuple[int, Cited], ...]
    odd: frozenset[int]
    sure: bool


def cited_documents(outline: Outline) -> tuple[Cited, ...]:
    """Every document a draft cites, in the order of first mention; the draft's own number is none."""
    document = outline.document
    town = lower(outline.metadata.unit or "").startswith(_TOWNS)
    profile = profile_of(outline)
    groups: dict[tuple[Key, date | None], list[Citation]] = {}
    for c in citations(document):
        own_number = outline.front.start <= c.span.start < outline.front.end and not c.word and c.when is None
        if not own_number:
            groups.setdefault(((c.number, c.code, c.issuer, c.state, c.year), c.when), []).append(c)
    entries = []
    for found in groups.values():
        first = max(found, key=lambda c: bool(c.word) + bool(c.by))
        issuer = next((name for c in found if c.by and (name := issuer_of(c, profile))), issuer_of(first, profile))
        entries.append(Cited(first, tuple(document.locate(c.span.start) for c in found), town, issuer))
    return tuple(entries)


def compared(drafts: Sequence[Sequence[Cited]]) -> tuple[Agreed, ...]:
    """Documents that at least two drafts cite: those with unlike dates first, then the most cited."""
    groups: dict[Key, list[tuple[int, Cited]]] = {}
    for position, entries in enumerate(drafts):
        for entry in entries:
            if entry.common:
                groups.setdefault(entry.key, []).append((position, entry))
    found = [one for group in groups.values() for one in _documents(group)]
    found = [one for one in found if len({position for position, _ in one.by}) > 1]
    return tuple(sorted(found, key=lambda one: (not one.odd, not one.sure, -len(one.by), one.first.symbol)))


def _documents(group: list[tuple[int, Cited]]) -> Iterable[Agreed]:
    """One number may stand for several documents (numbers begin anew each term): dates that are near belong together."""
    left = [item for item in group if item[1].first.when is not None]
    undated = [item for item in group if item[1].first.when is None]
    while left:
        votes = Counter(entry.first.when for _, entry in left if entry.first.when is not None)
        known = _known(left[0][1].first)
        main = max(votes, key=lambda d: (d in known, votes[d], -d.toordinal()))
        model = next(entry.first for _, entry in left if entry.first.when == main)
        mine = [(p, e) for p, e in left if e.first.when == main or _same(model, main, e.first)]
        left = [item for item in left if item not in mine]
        rivals = max((n for d, n in votes.items() if d != main and any(e.first.when == d for _, e in mine)), default=0)
        sure = main in known or votes[main] > rivals
        odd = frozenset(p for p, e in mine if e.first.when != main)
        yield Agreed(model, main, tuple(sorted([*mine, *(undated if not left else [])], key=lambda i: i[0])), odd, sure)
        undated = undated if left else []
    if undated:
        yield Agreed(undated[0][1].first, None, tuple(undated), frozenset(), True)


def _same(model: Citation, main: date, other: Citation) -> bool:
    return other.when is not None and same_document(model, main, other, other.when)


def _known(c: Citation) -> frozenset[date]:
    """Dates that the list of national documents has for a symbol."""
    if c.issuer != "TW" or c.state:
        return frozenset()
    return frozenset(entry.date for entry in known_documents().get((c.code, c.number), ()))
