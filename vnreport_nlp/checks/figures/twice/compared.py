"""Two stated figures, measured: how alike their words are, how their values lie, what only one of them says."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..reading.nouns import PERSON
from ..reading.roles import ROLES
from ..reading.spans import YEAR, years
from ..reading.stated import Stated, content
from .exchanged import exchanges


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a syllable says: the rarer among those that name figures, the more (natural logarithms)."""

    known: Mapping[str, float]
    unknown: float

    def of(self, words: frozenset[str]) -> float:
        """What all the words together say."""
        known, unknown = self.known, self.unknown
        return sum(known.get(w, unknown) for w in words)

    def most(self, words: frozenset[str]) -> float:
        """What the word says that says most."""
        return max((self.known.get(w, self.unknown) for w in words), default=0.0)


def weights_of(seen: Mapping[str, int], figures: int) -> Weights:
    """Weights from the number of figures that each syllable names."""
    return Weights({w: math.log(figures / (1 + n)) for w, n in seen.items()}, math.log(figures))


@lru_cache(maxsize=1)
def _unit(own: str) -> frozenset[str]:
    """The syllables of the unit's own name."""
    return frozenset(own.lower().split())


def _time(a: frozenset[str], b: frozenset[str]) -> dict[str, float]:
    """How the times of two figures lie."""
    x, y = years(a), years(b)
    fa, fb = (frozenset(t for t in s if not YEAR.fullmatch(t)) for s in (a, b))
    return {
        "same year": float(bool(x & y)),
        "other year": float(bool(x and y and not x & y)),
        "same moment": float(bool(fa & fb)),
        "other moment": float(bool(fa and fb and not fa & fb)),
        "one moment": float(bool(fa) != bool(fb)),
        "one timed": float(bool(a) != bool(b)),
        "untimed": float(not a and not b),
    }


def _nearest(a: Stated, b: Stated, w: Weights, own: str, f: dict[str, float]) -> None:
    """Values, times and places, what both sides share, what is counted: all that costs little."""
    _values(a, b, f)
    _places(a, b, f)
    _common(a, b, w, f)
    _sets(a, b, w, own, f)
    _noun(a, b, w, f)
    f.update(_time(a.times, b.times))
    x, y = years(a.times_wide), years(b.times_wide)
    f["wide other year"] = float(bool(x and y and not x & y))


def _further(a: Stated, b: Stated, w: Weights, own: str, f: dict[str, float]) -> None:
    """Whose they are and which part they play."""
    del w
    _scope(a, b, own, f)
    _roles(a, b, f)


def _wording(a: Stated, b: Stated, w: Weights, own: str, f: dict[str, float]) -> None:
    """All other words, and the measures that count only with others."""
    _words(a, b, w, own, f)
    _together(f)


STAGES = (_nearest, _further, _wording)
"""The measures of a pair by what they cost; each stage adds its own to those before it, by name."""


_TELLING = ("plan lead", "change lead", "other time lead", "staged lead", "rate lead", "rest lead", "part one", "replaced", "tails", "restricted", "marks lone", "other act", "one level", "wide other year", "rank part", "one name")  # fmt: skip
"""Measures of which one alone may tell two figures apart."""


def _together(f: dict[str, float]) -> None:
    """Measures that count only with others: nothing tells two apart, and much is shared."""
    clean = float(not any(f[name] for name in _TELLING))
    f["clean"] = clean
    f["clean and told"] = clean * f["told least"]
    f["clean and alike"] = clean * f["near jaccard"]
    f["clean and dated"] = clean * max(f["same year"], f["same moment"])
    f["clean and started"] = clean * f["same start"]
    slipped = max(f["swapped"], f["one digit long"], f["turned"])
    f["slipped and told"] = slipped * f["told least"]
    f["slipped and shared"] = slipped * f["near shared"]
    f["clean and slipped"] = clean * slipped
    f["clean and near"] = clean * max(f["close"], f["step"])
    f["unclean"] = math.log1p(sum(bool(f[name]) for name in _TELLING))


def _common(a: Stated, b: Stated, w: Weights, f: dict[str, float]) -> None:
    """What stands on both sides: the rarest word, pairs of words, capitals, other figures."""
    f["rarest shared"] = w.most(a.near & b.said | b.near & a.said)
    pairs = len(a.pairs & b.pairs)
    f["pairs"] = math.log1p(pairs)
    f["pairs share"] = pairs / max(1, min(len(a.pairs), len(b.pairs)))
    f["capital lone"] = float(len(a.capitals - b.said) + len(b.capitals - a.said))
    f["capital shared"] = float(len(a.capitals & b.said | b.capitals & a.said) > 0)
    f["numbers shared"] = min(2.0, float(len(a.numbers & b.numbers)))
    named = w.of(a.named & b.said) + w.of(b.named & a.said)
    whole = w.of(a.named) + w.of(b.named)
    f["named told"] = named / whole if whole else 0.5


def _words(a: Stated, b: Stated, w: Weights, own: str, f: dict[str, float]) -> None:
    unit, whole = _unit(own), w.of(a.near) + w.of(b.near)
    f["near told"] = (w.of(a.near & b.said) + w.of(b.near & a.said)) / whole if whole else 0.0
    f["told least"] = min(w.of(x.near & y.said) / max(1.0, w.of(x.near)) for x, y in ((a, b), (b, a)))
    f["clause told least"] = min(w.of(x.clause & y.said) / max(1.0, w.of(x.clause)) for x, y in ((a, b), (b, a)))
    union = w.of(a.near | b.near)
    f["near jaccard"] = w.of(a.near & b.near) / union if union else 0.0
    f["near shared"] = math.log1p(w.of(a.near & b.near))
    f["said shared"] = math.log1p(w.of(a.said & b.said))
    least = min(w.of(a.said), w.of(b.said))
    f["said share"] = w.of(a.said & b.said) / least if least else 0.0
    more, less = a.near - b.said - unit, b.near - a.said - unit
    f["lone least"], f["lone most"] = sorted((math.log1p(w.of(more)), math.log1p(w.of(less))))
    f["replaced"], f["inserted"] = exchanges(a, b, unit)
    more, less = a.named - b.said - unit, b.named - a.said - unit
    f["tails"] = float(bool(more) and bool(less))
    f["named lone least"], f["named lone most"] = sorted((math.log1p(w.of(more)), math.log1p(w.of(less))))
    more, less = a.clause - b.said - unit, b.clause - a.said - unit
    f["clause lone least"], f["clause lone most"] = sorted((math.log1p(w.of(more)), math.log1p(w.of(less))))
    f["words least"] = math.log1p(min(w.of(a.near), w.of(b.near)))
    f["loneliest"] = w.most((a.near - b.said | b.near - a.said) - unit)
    f["named loneliest"] = w.most(a.named - b.said | b.named - a.said)


def _noun(a: Stated, b: Stated, w: Weights, f: dict[str, float]) -> None:
    f["measured"] = float(bool(a.unit and a.unit != "%"))
    f["percent"] = float(a.unit == "%")
    counted = not (a.unit or b.unit) and a.noun and b.noun
    f["same noun"] = float(bool(counted and a.noun == b.noun))
    f["other noun"] = float(bool(counted and a.noun != b.noun))
    f["told noun"] = float(bool(counted and a.noun != b.noun and ({a.noun, b.noun} & PERSON)))
    f["persons"] = float(bool(counted and {a.noun, b.noun} <= PERSON))
    f["noun rare"] = w.most(frozenset(a.noun.split())) if counted and a.noun == b.noun else 0.0
    f["no noun"] = float(not counted and not a.unit and not b.unit and "table" not in (a.place, b.place))
    run, extra = _continued(a, b)
    f["same start"] = float(min(run, 4))
    f["narrowed"] = math.log1p(w.of(content(" ".join(extra)))) if extra else 0.0
    f["restricted"] = float(bool(extra) and extra[0] in _RESTRICTING)


_RESTRICTING = frozenset({"được", "bị", "đủ", "chưa", "không", "tham", "diện", "đạt", "hoàn", "có", "mới", "qua", "đang", "nữ", "hoạt", "thuộc"})  # fmt: skip
"""With such a word begins what makes some of all."""


def _continued(a: Stated, b: Stated) -> tuple[int, list[str]]:
    """How many words both names of what is counted begin with, and what one goes on with that the other side never says."""
    ours, theirs = a.object_words, b.object_words
    run = next((i for i, (x, y) in enumerate(zip(ours, theirs, strict=False)) if x != y), min(len(ours), len(theirs)))
    if not run or run < min(len(ours), len(theirs)):
        return run, []
    extra, other = (ours[run:], b) if len(ours) > len(theirs) else (theirs[run:], a)
    return run, extra if content(" ".join(extra)) - other.said else []


def _scope(a: Stated, b: Stated, own: str, f: dict[str, float]) -> None:
    x, y = (frozenset(n for n in s.names if n not in own) for s in (a, b))
    f["same name"] = float(bool(x & y))
    f["other name"] = float(bool(x and y and not x & y))
    f["one name"] = float(bool(x) != bool(y))
    for name, p, q in (("body", a.bodies, b.bodies), ("level", a.levels, b.levels), ("act", a.acts, b.acts)):
        f[f"same {name}"] = float(bool(p & q))
        f[f"other {name}"] = float(bool(p and q and not p & q))
        f[f"one {name}"] = float(bool(p) != bool(q))
    more, less = a.marks - b.marks, b.marks - a.marks
    f["marks one"] = float(bool(more) != bool(less))
    f["marks both"] = float(bool(more and less))
    ma = frozenset(m for m in more if not set(m.split()) <= b.said)
    mb = frozenset(m for m in less if not set(m.split()) <= a.said)
    f["marks lone"] = float(len(ma) + len(mb))


def _roles(a: Stated, b: Stated, f: dict[str, float]) -> None:
    for role in ROLES:
        x, y = role in a.roles, role in b.roles
        f[f"{role} one"] = float(x != y)
        f[f"{role} both"] = float(x and y)
        f[f"{role} wide"] = float((role in a.roles_wide) != (role in b.roles_wide))
        f[f"{role} lead"] = float((role in a.roles_lead) != (role in b.roles_lead))
    f["rank part"] = float(a.part != b.part)
    f["parts alike"] = float(bool(a.part and a.part == b.part and a.part != "%"))
    f["of against whole"] = float({a.part, b.part} == {"of", "whole"})


def _values(a: Stated, b: Stated, f: dict[str, float]) -> None:
    x, y = a.digits.replace(",", ""), b.digits.replace(",", "")
    if a.unit and x != y and (a.text.find(",") >= 0 or b.text.find(",") >= 0):  # digits of units converted
        x, y = x.strip("0"), y.strip("0")
    x, y = x.lstrip("0"), y.lstrip("0")
    wrong = [i for i in range(len(x)) if x[i] != y[i]] if len(x) == len(y) else []
    swapped = len(wrong) == 2 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]] and wrong[1] == wrong[0] + 1
    long = min(len(x), len(y))
    f["swapped"] = float(swapped)
    f["swapped long"] = float(swapped and long >= 3)
    f["swapped longer"] = float(swapped and long >= 4)
    f["turned"] = float(not swapped and sorted(x) == sorted(y) and len(x) > 2)
    f["one digit"] = float(len(wrong) == 1)
    f["one digit long"] = float(len(wrong) == 1 and long >= 3)
    f["one digit longer"] = float(len(wrong) == 1 and long >= 4)
    f["lost digit"] = float(abs(len(x) - len(y)) == 1 and long >= 2 and _lost(x, y))
    ratio = float(max(a.value, b.value) / min(a.value, b.value))
    f["apart"] = min(1.0, math.log(ratio))
    f["close"] = float(ratio <= 1.1)
    f["step"] = float(long <= 2 and abs(a.value - b.value) <= 3)
    f["single"] = float(long == 1)
    f["short"] = float(long == 2)
    f["round"] = float(x.endswith("0") + y.endswith("0")) / 2
    f["decimals differ"] = float(len(a.text.partition(",")[2]) != len(b.text.partition(",")[2]))


def _sets(a: Stated, b: Stated, w: Weights, own: str, f: dict[str, float]) -> None:
    """Whether both count one set by one name, there with what there is, here as something known."""
    x, y = a.core, b.core
    counted = not (a.unit or b.unit) and bool(x and y)
    told = counted and a.core_words <= b.said and b.core_words <= a.said
    same = counted and (told if "table" in (a.place, b.place) else x == y)
    within = counted and not same and (x == y[: len(x)] or y == x[: len(y)])
    f["set same"] = float(same)
    f["set within"] = float(within)
    f["set words"] = math.log1p(w.of(a.core_words)) if same else 0.0
    known = {a.definite, b.definite}
    f["set known"] = float(same and True in known)
    f["set met again"] = float(same and known == {True, False} and (a.existing or b.existing))
    f["set whole"] = float(same and (a.part == "whole") != (b.part == "whole"))
    f["set known within"] = float(within and True in known)
    f["told of it"] = math.log1p(w.of(a.predicate & b.predicate)) if counted else 0.0
    unit = _unit(own)
    p, q = a.rated - unit, b.rated - unit
    rate = a.unit == "%" and b.unit == "%" and bool(p and q)
    f["rate same"] = float(rate and p == q)
    f["rate within"] = float(rate and p != q and p <= b.said and q <= a.said)
    f["rate other"] = float(rate and bool(p - b.said) and bool(q - a.said))
    f["apart unslipped"] = 0.0 if f["swapped"] else f["apart"]
    f["one digit step"] = float(bool(f["one digit"] and (f["set same"] or f["rate same"])))
    f["close same"] = float(bool(f["close"] and (f["set same"] or f["rate same"])))


def _lost(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _places(a: Stated, b: Stated, f: dict[str, float]) -> None:
    places = {a.place, b.place}
    f["table"] = float("table" in places and len(places) == 2)
    f["tables"] = float(places == {"table"})
    f["note"] = float("note" in places)
    f["crowd"] = math.log(max(a.crowd, b.crowd))
    f["crowd both"] = math.log(min(a.crowd, b.crowd))
