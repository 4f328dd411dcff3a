"""Which two figures a percentage is said of, weighed by words alone: the pairs near it, and measures of each.

A percentage is a part of a whole (``share``) or a change (``move``, told from the second figure to the first). ``links.json`` holds
weights of the measures below, learned from reports in which the arithmetic says which pair is meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from ..reading.nearby import Fig, between, figures, left_of, right_of
from ..reading.text import value_of

BEFORE, AFTER, FIRST = 6, 3, 2
"""So many figures before and behind a percentage are tried, and the first ones of its sentence and of the one before."""
REACH = 420
"""Characters from a percentage within which its figures stand."""
PROOF, CLOSE = 2, 90
"""A percentage of so many digits with one of its figures so near was hardly met by chance."""
_START = attrgetter("start")
CUT = 1.01
"""A percentage may be rounded or cut."""


def loose(printed: str) -> float:
    """By how much a printed percentage may differ from the true one."""
    return CUT * 10.0 ** -len(printed.partition(",")[2])


def precise(printed: str) -> int:
    """How many digits of a printed percentage count."""
    return len(printed.replace(",", "").lstrip("0"))


@dataclass(frozen=True, slots=True)
class Pair:
    """What a percentage may be said of: the part (or the later value) and the whole (or the earlier one)."""

    way: str
    a: Fig
    b: Fig
    true: float
    slack: float

    def holds(self, p: Fig) -> bool:
        """Whether the pair gives a percentage, as it may have been rounded or cut."""
        return abs(self.true - p.value) < loose(p.text) + self.slack


def percents(text: str) -> list[Fig]:
    """The percentages of a paragraph."""
    return [f for f in figures(text) if f.percent]


def of_points(text: str, printed: str) -> bool:
    """Whether a percentage is the difference of two others of its paragraph (``9,94% … 7,16%, giảm 2,78%``)."""
    value, reach = float(value_of(printed)), loose(printed)
    told = _told_percents(text)
    values = [v for v, _ in told]
    for at, (high, of) in enumerate(told):
        if of == printed:
            continue
        # a little wider than the sum that decides: a binary fraction may fall on either side
        first = bisect_left(values, high - value - 2 * reach)
        last = bisect_right(values, high - value + 2 * reach)
        for low, other in told[first : min(last, at)]:
            if other != printed and abs(abs(high - low) - value) < reach:
                return True
    return False


@lru_cache(maxsize=64)
def _told_percents(text: str) -> tuple[tuple[float, str], ...]:
    """The percentages of a paragraph by their values, each as it is printed."""
    return tuple(sorted((f.value, f.text) for f in percents(text)))


def window(text: str, p: Fig) -> list[Fig]:
    """The figures near a percentage in the order in which they stand."""
    found = figures(text)
    first = bisect_left(found, p.start - REACH, key=_START)
    last = bisect_right(found, p.start + REACH, key=_START)
    near = [f for f in found[first:last] if not f.percent and p.sentence - 1 <= f.sentence <= p.sentence]
    before = [f for f in near if f.start < p.start]
    own = [f for f in before if f.sentence == p.sentence]
    chosen = {*before[-BEFORE:], *own[:FIRST], *before[:1]}
    behind = [f for f in near if f.start > p.start and f.sentence == p.sentence][:AFTER]
    return sorted(chosen, key=lambda f: f.start) + behind


def pairs(found: list[Fig]) -> Iterator[Pair]:
    """Every pair of some figures in both directions."""
    for b in found:
        if b.value <= 0:
            continue
        scale = 100 / b.value
        loose = b.slack / b.value
        for a in found:
            if a is b or a.value == 0:
                continue
            if not _alike(a, b):
                continue
            quotient = a.value * scale
            slack = quotient * (loose + a.slack / a.value)
            yield Pair("share", a, b, quotient, slack)
            yield Pair("move", a, b, abs(quotient - 100), slack)


def _alike(a: Fig, b: Fig) -> bool:
    """Whether one may be divided by the other: both count the same, or people of two names, or one stands without a known noun."""
    return (
        a.noun == b.noun or a.kind is None or b.kind is None or (a.kind == b.kind and a.kind not in ("money", "area"))
    )


def measures(text: str, p: Fig, pair: Pair, found: list[Fig]) -> list[str]:
    """Names of what holds of a percentage and a pair; nothing here looks at the value of the percentage."""
    a, b, way = pair.a, pair.b, pair.way
    line = sorted(((a.start, "a", a), (b.start, "b", b), (p.start, "p", p)))
    order = way + "".join(name for _, name, _ in line)
    out = [order]
    for (_, x, left), (_, y, right) in ((line[0], line[1]), (line[1], line[2])):
        slot = f"{way[0]}{x}{y}"
        told = between(text[left.end : right.start])
        out += [f"{slot}|{cue}" for cue in told]
        out += [f"{way[0]}{'p' if 'p' in (x, y) else '~'}|{cue}" for cue in told]
        passed = _within(text, left, right)
        out += [f"{slot}|passed{min(len(passed), 4)}", f"{order}|{x}{y}passed{min(len(passed), 2)}"]
        out += [f"{slot}|passed%"] if any(f.percent for f in passed) else []
    for name, one in (("a", a), ("b", b)):
        role = way[0] + name
        out += [f"{role}{w}" for w in (*left_of(text, one.start), *right_of(text, one.end))]
        out += [f"{role}soft"] if one.soft else []
        out += [f"{role}kind{one.kind}"]
        out += [f"{role}far"] if one.sentence != p.sentence else []
        out += [
            f"{role}{name2}"
            for name2, held in (("first", one is found[0]), ("most", one.value == max(f.value for f in found)))
            if held
        ]
    out += [f"{way[0]}p{w}" for w in (*left_of(text, p.start), *right_of(text, p.end))]
    out += _compared(way[0], a, b, pair, found)
    out += _elsewhere(text, p, pair)
    if way == "move":
        out += _way(text, pair, max(line[0][2].end, p.start - 60), p.start)
    return out


def _within(text: str, left: Fig, right: Fig) -> tuple[Fig, ...]:
    """The figures between two others."""
    found = figures(text)
    return found[bisect_right(found, left.start, key=_START) : bisect_left(found, right.start, key=_START)]


def _compared(way: str, a: Fig, b: Fig, pair: Pair, found: list[Fig]) -> list[str]:
    """Whether both figures count the same, and which of them is larger."""
    out = []
    if a.noun and b.noun:
        out.append(
            f"{way}same noun"
            if a.noun == b.noun
            else f"{way}same kind"
            if a.kind and a.kind == b.kind
            else f"{way}other noun"
        )
    else:
        out.append(f"{way}no noun" if not (a.noun or b.noun) else f"{way}one noun")
    if a.kind and b.kind and a.kind != b.kind:
        out.append(f"{way}other kind")
    size = pair.true if way == "s" else pair.true + 100
    out.append(
        f"{way}size"
        + (
            "0"
            if size < 3
            else "1"
            if size < 40
            else "2"
            if size <= 100
            else "3"
            if size <= 130
            else "4"
            if size < 200
            else "5"
        )
    )
    rivals = sum(1 for f in found if f is not a and f is not b and f.noun and f.noun == b.noun and f.value > a.value)
    out.append(f"{way}rivals{min(rivals, 3)}")
    return out


def _way(text: str, pair: Pair, start: int, end: int) -> list[str]:
    """Whether the words before a percentage tell of the way that its figures go."""
    said = {"tăng", "giảm", "vượt", "xuống", "lên"} & set(between(text[start:end]))
    if not said:
        return []
    return ["way agrees" if (pair.a.value > pair.b.value) == (not said & {"giảm", "xuống"}) else "way differs"]


@lru_cache(maxsize=64)
def proved(text: str) -> tuple[tuple[Fig, Pair], ...]:
    """The percentages of a paragraph with those pairs near them that give them."""
    out = []
    for p in percents(text):
        if len(p.text.replace(",", "").strip("0")) >= PROOF:
            out += [
                (p, pair)
                for pair in pairs(window(text, p))
                if pair.holds(p) and min(abs(pair.a.start - p.start), abs(pair.b.start - p.start)) < CLOSE
            ]
    return tuple(out)


def _elsewhere(text: str, p: Fig, pair: Pair) -> list[str]:
    """Whether the figures of a pair give another percentage of the paragraph."""
    out = set()
    for other, told in proved(text):
        if other is p or abs(other.start - p.start) > REACH:
            continue
        if told.a is pair.a and told.b is pair.b and told.way == pair.way:
            out.add("pair elsewhere")
        elif told.b is pair.b and told.way == pair.way:
            out.add("whole elsewhere")
        elif told.a is pair.a:
            out.add("part elsewhere")
        elif told.a is pair.b and told.way == "share":
            out.add("whole is part")
    return [f"{pair.way[0]}{name}" for name in sorted(out)]


def alone(text: str, p: Fig, found: list[Fig]) -> list[str]:
    """Measures of a percentage that is said of no two figures near it."""
    out = ["none", f"none few{min(len(found), 4)}"]
    out += [f"n{w}" for w in (*left_of(text, p.start), *right_of(text, p.end))]
    before = [f for f in figures(text) if f.start < p.start]
    if before:
        out += [f"n|{cue}" for cue in between(text[before[-1].end : p.start])] + [f"n last{before[-1].percent}"]
    return out
