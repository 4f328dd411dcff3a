"""Shared passages seen from one draft: those that several units share at the same place are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Location, Severity, Shared, Span

MUCH, WHOLE = 0.2, 0.8
"""Shares of a draft that stand in one other unit's from which the longest passage is a warning, and an error. No pair of
the corpus's 26 drafts, which were written apart, shares any; one copied with the unit's name changed shares all."""


@dataclass(frozen=True, eq=False, slots=True)
class Side:
    """A shared passage seen from one of its drafts."""

    path: str
    unit: str
    """Whose the other draft is; its path where it does not say."""
    span: Span
    location: Location
    quote: str
    there: Location
    """Where the other draft's passage stands, whose words are ``words``."""
    words: str
    syllables: int
    similarity: float
    total: float
    """Share of the draft that all passages with the other draft are."""
    longest: bool
    """Whether it is the longest of them, which says so."""

    @property
    def weight(self) -> float:
        """The share by which it is judged."""
        return self.total if self.longest else 0.0

    @property
    def size(self) -> int:
        return len(self.span)

    def reaches(self, span: Span) -> int:
        """How many characters it goes beyond a span, at the end where it goes further."""
        return max(span.start - self.span.start, self.span.end - span.end)


@dataclass(frozen=True, eq=False, slots=True)
class Gathered:
    """One passage of a draft with all sides of it; ``units`` has one side a unit, the closest first."""

    sides: tuple[Side, ...]
    units: tuple[Side, ...]

    @property
    def head(self) -> Side:
        """The side whose place and length are told: the longest; of one unit's several files the one that weighs most."""
        if len(self.units) > 1:
            return max(self.sides, key=lambda s: (s.size, s.similarity))
        return max(self.sides, key=lambda s: (s.weight, s.size, s.similarity))

    @property
    def heaviest(self) -> Side:
        """The side that decides how severe it is."""
        return max(self.sides, key=lambda s: s.weight)

    @property
    def severity(self) -> Severity:
        weight = self.heaviest.weight
        return "error" if weight >= WHOLE else "warning" if weight >= MUCH else "note"

    @property
    def totals(self) -> dict[str, float]:
        """Share of the draft that all passages with each unit are, of its several files the most."""
        out: dict[str, float] = {}
        for side in self.sides:
            out[side.unit] = max(side.total, out.get(side.unit, 0.0))
        return out


def sides_of(shared: Sequence[Shared], names: Mapping[str, str]) -> dict[str, list[Side]]:
    """Both sides of every passage by draft, in the order of the passages."""
    sums: dict[tuple[str, str], float] = {}
    longest: dict[tuple[str, str], Shared] = {}
    for s in shared:
        for path, other, share in ((s.left, s.right, s.left_share), (s.right, s.left, s.right_share)):
            sums[path, other] = min(1.0, sums.get((path, other), 0.0) + share)
            if (path, other) not in longest or s.syllables > longest[path, other].syllables:
                longest[path, other] = s
    out: dict[str, list[Side]] = {}
    for s in shared:
        for path, other, here, there in _ends(s):
            pair = path, other
            unit = names.get(other, other)
            out.setdefault(path, []).append(
                Side(path, unit, *here, *there, s.syllables, s.similarity, sums[pair], longest[pair] is s)
            )
    return out


def _ends(s: Shared) -> Iterator[tuple[str, str, tuple[Span, Location, str], tuple[Location, str]]]:
    """Both drafts with the other one, their own passage and the other's."""
    yield s.left, s.right, (s.left_span, s.left_location, s.quote), (s.right_location, s.right_quote or s.quote)
    yield s.right, s.left, (s.right_span, s.right_location, s.right_quote), (s.left_location, s.quote)


def gather(sides: Sequence[Side]) -> Iterator[Gathered]:
    """The passages of one draft, in the order of their first sides.

    The longest opens a passage; another side is of it where more than half of the longer one is common. Held against the
    shorter one a paragraph would be of a copied report, and so would be two that stand apart in it. With more than half of
    the same longest side any two have words in common, and so all of them have: one place of the draft is in every side.
    Below that a side stays apart, unless it lies within a longer one of its own unit: a part of that, which was found twice.
    """
    order = {id(s): k for k, s in enumerate(sides)}
    groups: list[list[Side]] = []
    known: dict[Span, int] = {}
    held: dict[str, list[tuple[Span, int]]] = {}
    for side in sorted(sides, key=lambda s: (-s.size, s.span.start)):
        own = held.setdefault(side.unit, [])
        at = next((k for span, k in own if span.start <= side.span.start and side.span.end <= span.end), None)
        if at is None and (at := known.get(side.span)) is None:
            at = _mostly(side.span, groups)
            at = len(groups) if at is None else at
            known[side.span] = at
        if at == len(groups):
            groups.append([])
        groups[at].append(side)
        own.append((side.span, at))
    for group in groups:
        group.sort(key=lambda s: order[id(s)])
    for group in sorted(groups, key=lambda g: order[id(g[0])]):
        yield Gathered(tuple(group), _by_unit(group))


def _mostly(span: Span, groups: Sequence[Sequence[Side]]) -> int | None:
    """The passage whose longest side has the most, and more than half of itself, in common with a span that is no longer."""
    best, most = None, 0
    for k, (head, *_) in enumerate(groups):
        common = min(span.end, head.span.end) - max(span.start, head.span.start)
        if 2 * common > head.size and common > most:
            best, most = k, common
    return best


def _by_unit(group: Sequence[Side]) -> tuple[Side, ...]:
    """The longest side of each unit, the one that is most alike first."""
    best: dict[str, Side] = {}
    for side in group:
        before = best.get(side.unit)
        if before is None or (side.size, side.similarity) > (before.size, before.similarity):
            best[side.unit] = side
    return tuple(sorted(best.values(), key=lambda s: (-s.similarity, -s.size)))
