"""F203 by weight: a percentage that the figures it is surely said of do not give, and no other figures near it do."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ....expressions import lazy
from ..reading.nearby import Fig, figures
from ..reading.text import noun_of, value_of
from .exceeding import DECIMAL_RATIO
from .linking import CLOSE, Pair, alone, loose, measures, of_points, pairs, percents, precise, proved, window
from .rows_of_shares import in_row
from .shares import SHARED, implied
from .yearly import told_of_a_year

FAR = 0.4
"""By more than so much of the larger one a percentage does not miss what was meant, unless by a slip."""
LEAST = -4.0
"""Pairs for which words speak less are not weighed."""
PRECISE = 3
"""A percentage of so many digits that figures beside it give is surely theirs."""
AROUND = 200
_ROUND = lazy(r"\b(gần|dưới|trên|hơn|khoảng|xấp xỉ)\s*$", re.IGNORECASE)
_PART = lazy(r"\btrong (?:đó|số đó),?\s$", re.IGNORECASE)
_NAMED = lazy(r"\bt[ỷỉ] lệ(?:\s[^\W\d]+){1,6}\scủa\s", re.IGNORECASE)
"""``tỷ lệ hài lòng của phụ huynh 78,4%``."""
_RATE = lazy(
    r"(?:\bt[ỷỉ] lệ|[,;]\s(?:trong đó,?\s)?|\btrong đó,?\s)(?P<of>\s?[^\W\d]+(?:\s[^\W\d]+){0,7}?)(?:\s(?:đạt|là|bằng|chiếm|còn|ước|trên|hơn|gần|khoảng|được))*\s$",
    re.IGNORECASE,
)
"""``tỷ lệ giải quyết đúng hạn đạt``, ``, trước và đúng hạn``: what a percentage is the rate of."""
_ANY = frozenset({"tính", "ra", "nghĩa", "như", "vậy", "bao", "phủ", "chung", "này", "đó", "tham", "gia", "hoàn", "thành", "thực", "hiện", "tỷ", "tỉ", "lệ", "đạt", "chiếm", "bằng", "tương", "đương", "ứng", "tăng", "giảm", "vượt", "thấp", "cao", "hơn", "còn", "mới", "chỉ", "đã", "khoảng", "gần", "trên", "dưới", "ước", "tức", "hay", "mức"})  # fmt: skip
"""Words of rates of whatever was told before."""
_REACHED = lazy(r"(?:\s[^\W\d]+){0,4}\s(?:đạt|có|được|đủ)(?:\s(?:trên|hơn|từ))?\s")
"""``12 thôn đạt 95% hộ gia đình văn hóa``: with another noun behind the percentage each of them has it."""
_RAISED = lazy(r"\b(?:nâng|đưa)\b[^.;\d]*\blên\s$", re.IGNORECASE)
"""``kết nạp 1.812 đảng viên, nâng tổng số lên 64.318``: a share told before is of what there was before."""
_BASE = lazy(r"\s?((?:so với |trên |trong )?(?:tổng )?(?:số )?(?:[^\W\d_]+\s?){1,4})")
_NARROWED = lazy(r"\s?(?:\s[^\W\d_]+){1,7}?\s(chưa|không|thuộc diện|phải|đủ điều kiện)\b")
"""``28% lao động chưa qua đào tạo``: of some of those told."""
_PLAN = lazy(r"\s(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết)", re.IGNORECASE)
_PLANNED = lazy(r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|giao", re.IGNORECASE)
"""Of a plan a percentage is the share only where the whole is told as one."""
_THEN = lazy(r"%?\s(?:so với|so)\s(?:cùng|năm|đầu|cuối|kỳ|nhiệm kỳ|tháng|quý|giai đoạn)\b", re.IGNORECASE)
"""A percentage that names another time is no change from a plan."""
_WEAK = frozenset(["so", "với", "trên", "trong", "tổng", "số", "của", "các", "và", "là", "kế", "hoạch", "chỉ", "tiêu", "dự", "toán", "năm", "người", "đạt", "tăng", "giảm", "cả", "toàn"])  # fmt: skip
"""Words that name no base of their own."""
_GROWN = lazy(r"(?:\s[^\W\d_]+){0,3},\s(?:chiếm [\d,]+%, )?(?:tăng|giảm)\s[\d,]+\s?%", re.IGNORECASE)
_MARK = lazy(r"[,;(]|\)|\.\s")
_DATED = lazy(r"\b(?:năm|tháng|quý|kỳ|nhiệm kỳ|(?<!dịch )(?<!nhiệm )(?<!phục )vụ|đầu(?! tư)|cuối)\b", re.IGNORECASE)
BESIDE = 60
"""Characters between two figures that are told side by side."""
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A percentage, the pair it seems to be said of, and measures of whether it is wrong."""

    percent: Fig
    pair: Pair
    measures: dict[str, float]


def doubts(text: str, p: Fig, weights: Weights) -> Iterator[Doubt]:
    """The pairs that a percentage may be said of and does not come from; none where other figures explain it."""
    if in_row(text, p.start, p.end) or told_of_a_year(text, p.start, p.end):
        return
    found = window(text, p)
    every = list(pairs(found)) if len(found) > 1 and 0 < p.value != 100 else []
    held = [pair for pair in every if pair.holds(p)]
    if not every or explained(text, p, found, held):
        return
    wrong = [pair for pair in every if not pair.holds(p) and _misses(text, p, pair) and not _elsewhere(text, p, pair)]
    wrong = [pair for pair in wrong if not (pair.way == "share" and _of_more(text, p, pair.a))]
    if not wrong:
        return
    none = _sum(weights, alone(text, p, found))
    others = [_sum(weights, measures(text, p, pair, found)) for pair in held]
    taken = {(pair.way, pair.a.start, pair.b.start) for other, pair in proved(text) if other is not p}
    for pair in wrong:
        if (pair.way, pair.a.start, pair.b.start) in taken:
            continue
        told = _sum(weights, measures(text, p, pair, found)) - none
        if told >= LEAST:
            rival = max(others, default=told + none - 8) - told - none
            yield Doubt(p, pair, _sizes(text, p, pair, told, rival, len(held), len(every)))


def _sum(weights: Weights, names: list[str]) -> float:
    return sum(weights.get(name, 0.0) for name in set(names))


def explained(text: str, p: Fig, found: list[Fig], held: list[Pair]) -> bool:
    """Whether figures give a percentage for certain: a pair beside a precise one, a ratio, a change and what it left."""
    digits = precise(p.text)
    if digits >= PRECISE and any(
        min(abs(pair.a.start - p.start), abs(pair.b.start - p.start)) < CLOSE for pair in held
    ):
        return True
    wholes = {pair.b.start for other, pair in proved(text) if other is not p and pair.way == "share"}
    if any(pair.way == "share" and pair.b.start in wholes for pair in held):
        return True
    near = loose(p.text)
    for m in DECIMAL_RATIO.finditer(text[max(0, p.start - AROUND) : p.end + AROUND]):
        below = float(value_of(m[2]))
        quotient = 100 * float(value_of(m[1])) / below if below else 0.0
        if min(abs(quotient - p.value), abs(abs(quotient - 100) - p.value)) < near:
            return True
    for d in found:
        for a in found if d.soft or digits >= PRECISE else ():
            bases = (a.value - d.value, a.value + d.value)
            if a is not d and any(base > 0 and abs(100 * d.value / base - p.value) < near for base in bases):
                return True
    return False


def _elsewhere(text: str, p: Fig, pair: Pair) -> bool:
    """Whether words beside a percentage give it a subject of its own: a level that each reached, a part of the later figure."""
    if _PART.search(text, max(0, p.start - 12), p.start) and pair.way == "move":
        return True
    plan = _PLAN.match(text, p.end)
    if plan and not _PLANNED.search(_around(text, pair.b, plan)):
        return True
    if pair.way == "move" and _THEN.match(text, p.end) and _PLANNED.search(_lead(text, pair.b)):
        return True
    if pair.way == "share" and _of_named(text, p, pair.b):
        return True
    if pair.way == "move" and (of_points(text, p.text) or _both_grew(text, pair)):
        return True
    if pair.way == "share" and _RAISED.search(text, max(0, pair.b.start - 60), pair.b.start):
        return True
    if _NAMED.search(text, min(max(pair.a.end, pair.b.end), p.start), p.start):
        return True
    if pair.way == "share" and _rate_of_else(text, p, pair.a):
        return True
    if pair.a.end > p.start or not _REACHED.fullmatch(text, pair.a.end, p.start):
        return False
    noun = noun_of(text, p.end + 1)
    return bool(noun) and noun != pair.a.noun


def _rate_of_else(text: str, p: Fig, part: Fig) -> bool:
    """Whether a percentage is called the rate of something of which no word stands beside the part."""
    m = _RATE.search(text, part.end, p.start) if part.end < p.start else None
    words = {w for w in m["of"].lower().split() if w not in _WEAK} - _ANY if m else set()
    beside = f"{_lead(text, part)} {_MARK.split(text[part.end : p.start])[0]}".lower().split()
    return bool(words) and words.isdisjoint(beside)


def _around(text: str, one: Fig, without: re.Match[str]) -> str:
    """What stands beside a figure, a match left out."""
    start, end = max(0, one.start - BESIDE), one.end + BESIDE // 2
    left, right = text[start : min(end, without.start())], text[max(start, without.end()) : end]
    return f"{left} {right}"


def _lead(text: str, one: Fig) -> str:
    """What stands before a figure since the last figure or mark, an opening bracket left aside."""
    return re.split(r"[\d%,;.:)]", text[max(0, one.start - BESIDE) : one.start])[-1]


def _of_named(text: str, p: Fig, whole: Fig) -> bool:
    """Whether a percentage names what it is of (``2,14% số phải thu``, ``81,8% trẻ 2 tuổi``), and that is not named beside the whole."""
    m = _BASE.match(text, p.end)
    words = [w for w in m[1].lower().split() if w not in _WEAK] if m else []
    end = min(whole.end + BESIDE, p.start) if whole.start < p.start else whole.end + BESIDE
    around = text[max(0, whole.start - BESIDE) : end].lower()
    if words and m and text[m.end() : m.end() + 1].isdigit():
        return True  # of a class
    narrow = _NARROWED.match(text, p.end)
    if narrow and narrow[1] not in around:
        return True
    return bool(words) and not all(w in around for w in words)


def _both_grew(text: str, pair: Pair) -> bool:
    """Whether two figures are items of a list, each with its own growth and without a year (``A 2.894 tỷ đồng, tăng 16,1%; B …``)."""
    both = (pair.a, pair.b)
    dated = any(_DATED.search(_MARK.split(text[max(0, f.start - BESIDE) : f.start])[-1]) for f in both)
    return not dated and all(_GROWN.match(text, f.end) for f in both)


def _of_more(text: str, p: Fig, part: Fig) -> bool:
    """Whether a part is the share of more than one figure tells: of an earlier figure, of two told side by side, of a whole list of shares."""
    told, reach = _wholes(text), loose(p.text)

    def fits(whole: float) -> bool:
        return whole > part.value and abs(100 * part.value / whole - p.value) < reach

    # the wholes that may fit are a stretch of those in order; a little wider than what decides
    least = 100 * part.value / (p.value + 2 * reach)
    most = 100 * part.value / (p.value - 2 * reach) if p.value > 2 * reach else float("inf")
    near = told[bisect_left(told, (least, -1)) : bisect_right(told, (most, len(text)))]
    if any(at < p.start and fits(whole) for whole, at in near):
        return True
    listed = [f for f in _listed(text) if f.sentence == p.sentence]
    if part in listed and len(listed) > 2 and fits(sum(f.value for f in listed)):
        return True
    return any(at != part.start and fits(whole) for at, whole in implied(text))


@lru_cache(maxsize=64)
def _wholes(text: str) -> tuple[tuple[float, int], ...]:
    """What a part may be a share of, in order, with the first place it is told: figures, sides of ratios, sums of two side by side."""
    told = [f for f in figures(text) if not f.percent and f.value > 0]
    found = [(value, at) for at, value in _sides(text)] + [(f.value, f.start) for f in told]
    found += [(a.value + b.value, b.start) for a, b in pairwise(told) if b.start - a.end <= BESIDE]
    first: dict[float, int] = {}
    for value, at in found:
        first[value] = min(at, first.get(value, at))
    return tuple(sorted(first.items()))


@lru_cache(maxsize=64)
def _listed(text: str) -> tuple[Fig, ...]:
    """The figures whose share is told right behind them."""
    return tuple(f for f in figures(text) if not f.percent and f.value > 0 and SHARED.match(text, f.end))


@lru_cache(maxsize=64)
def _sides(text: str) -> tuple[tuple[int, float], ...]:
    """(where a ratio begins, a side of it) of the ratios of a paragraph."""
    found = DECIMAL_RATIO.finditer(text) if "/" in text else ()
    return tuple((m.start(), float(value_of(side))) for m in found for side in m.groups())


def _misses(text: str, p: Fig, pair: Pair) -> bool:
    """Whether a pair gives clearly another percentage, and still one that may have been meant."""
    true, told, places = pair.true, p.value, len(p.text.partition(",")[2])
    apart = abs(true - told)
    if true <= 0 or apart < pair.slack + 1.5 * 10.0**-places:
        return False
    slip = slipped(p.text, true, places)
    if (apart > FAR * max(true, told) or (true > 100) != (told > 100)) and not slip:
        return False
    word = _ROUND.search(text, max(0, p.start - 14), p.start)
    return word is None or _beyond(word[1].lower(), told, true)


def _beyond(word: str, told: float, true: float) -> bool:
    """Whether a percentage is wrong though a word rounds it."""
    if word == "gần":
        return not told - 8 <= true < told + 1
    if word == "dưới":
        return true >= told + 1
    return not told - 1 <= true <= told + 12 if word in ("trên", "hơn") else abs(true - told) > 5


MOVED = 3
"""A comma moved shows in percentages of so many digits."""


def slipped(told: str, true: float, places: int) -> int:
    """2 where two neighbouring digits of a percentage stand in changed places or its comma was moved, 1 where one is wrong, else 0."""
    if precise(told) >= MOVED and any(abs(true * by - float(value_of(told))) < loose(told) for by in (0.1, 10.0)):
        return 2
    x, y = told.replace(",", ""), f"{true:.{places}f}".replace(".", "")
    wrong = [i for i in range(len(x)) if x[i] != y[i]] if len(x) == len(y) else []
    if len(wrong) == 2:
        return 2 if wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]] else 0
    return int(len(wrong) == 1)


def _sizes(text: str, p: Fig, pair: Pair, told: float, rival: float, held: int, every: int) -> dict[str, float]:
    """Measures of a pair that does not give its percentage: how surely it is meant, what else may be, by how much it misses."""
    digits = precise(p.text)
    slip = slipped(p.text, pair.true, len(p.text.partition(",")[2]))
    missed = abs(pair.true - p.value) / max(pair.true, p.value)
    return {
        "told": told, "told little": min(told, 2.0), "told at all": float(told > 0), "told surely": float(told > 3),
        "rival": max(rival, -8.0), "rival near": max(rival, -2.0), "held": float(min(held, 3)), "pairs": float(min(every, 60)) / 20,
        "held precise": float(held > 0 and digits == 2), "held loose": float(held > 0 and digits == 1),
        "missed": missed, "missed little": float(missed < 0.05), "missed some": float(missed < 0.15), "missed more": float(missed < 0.3),
        "missed unslipped": missed * (slip == 0), "precise": float(digits >= 3), "precise near": float(digits >= 3 and missed < 0.1), "loose": float(digits <= 1),
        "one digit": float(slip == 1), "swapped": float(slip == 2), "slip precise": float(slip > 0 and digits >= 3),
        "rounded": float(_ROUND.search(text, max(0, p.start - 14), p.start) is not None), "move": float(pair.way == "move"),
    }  # fmt: skip


def all_doubts(text: str, weights: Weights) -> Iterator[Doubt]:
    """The doubts about every percentage of a paragraph."""
    for p in percents(text):
        yield from doubts(text, p, weights)
