"""F203 of plans: what was reached, the plan, and the per cent of it, in any order (``1.845 ha lúa, đạt 105,2% kế hoạch (1.780 ha)``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.levels import Level, levels, same_unit
from ..reading.text import DIGITS, approximate, kind_after, sentences, value_of
from ..reading.told import shown_like
from .scaled import scaled

_WORD = r"(?:kế hoạch|KH\b|dự toán|chỉ tiêu|mục tiêu|nhu cầu)"
_TIME = r"(?<=năm )20\d\d\b|(?<=\s)\d{1,2}(?= tháng)"
"""The year of a plan, or the months of a year that it is of."""
_BASE = (
    rf"(?:{_WORD}|cùng kỳ|năm trước|năm ngoái|năm (?:19|20)\d\d|nhiệm kỳ trước|kỳ trước|dân số|đầu (?:năm|nhiệm kỳ))"
)
_PLAN = Gated(
    rf"\b(?P<verb>đạt|bằng|vượt|hoàn thành|thực hiện|chiếm|phủ)\s(?:tỷ lệ\s|được\s|trên\s)?(?P<p>{DIGITS})\s?%\s(?:so với\s)?(?:tổng\s)?{_BASE}(?:(?:[^\d.;()%]|{_TIME}){{0,40}}\((?:[^()\d]{{0,30}})|(?:[^\d.;()%,]|{_TIME}){{0,40}}\s(?:là|:)\s|(?:[^\d.;:()%,]|{_TIME}){{0,40}}\s)(?P<a>{DIGITS})(?![^()]*\d[^()]*\))",
    re.IGNORECASE,
)
"""``đạt 105,2% kế hoạch (1.780 ha)``."""
_BEFORE = Gated(
    rf"(?:\(|,\s|\s)(?:so với |trên )?(?:tổng )?{_WORD}(?:[^\d.;:()%,]{{0,30}}?)(?:\slà|:)?\s(?P<a>{DIGITS})(?P<gap>[^\d;()%]{{0,30}}[,()]\s*(?:đã\s|mới\s|chỉ\s)*)(?P<verb>đạt|bằng|vượt)\s(?:tỷ lệ\s)?(?P<p>{DIGITS})\s?%",
    re.IGNORECASE,
)
"""``1.845 ha so với kế hoạch 1.780 ha, đạt 105,2%``."""
_OVER = Gated(
    rf"(?<![\w/.,])(?P<b>{DIGITS})/(?P<a>{DIGITS})(?![\d/])[^.;:()\d%]{{0,40}},\s*vượt\s+(?P<p>{DIGITS})\s?%(?!\s*so với (?:cùng kỳ|năm))"
)
"""``54/50 ha, vượt 8% kế hoạch``."""
_OF_PLAN = Gated(
    rf"\b(?P<verb>đạt|bằng|vượt|hoàn thành)\s(?:tỷ lệ\s|được\s)?(?P<p>{DIGITS})\s?%\s(?:so với\s)?(?:tổng\s)?{_WORD}(?:[^\d();.,%]|{_TIME}){{0,40}}(?=[,;.)]|$)",
    re.IGNORECASE,
)
"""``bằng 87% kế hoạch``, the plan told before."""
_BESIDE = Gated(
    rf"(?<![\w/.,])(?P<v>{DIGITS})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+){{0,4}}?)\s?\((?:{_WORD}(?:[^\d();%]|{_TIME}){{0,40}}?[\s:])(?P<a>{DIGITS})(?:\s(?P<w>[^\W\d]+)[^\d();%]{{0,16}})?\),?\s(?:đã\s|mới\s|chỉ\s)?(?P<verb>đạt|bằng|vượt|hoàn thành)\s(?:tỷ lệ\s)?(?P<p>{DIGITS})\s?%(?!\s(?:so với\s|so\s)?(?:cùng|năm|đầu|tổng|số)\b)",
    re.IGNORECASE,
)
"""``11,5 tỷ đồng (dự toán 9,5 tỷ đồng), đạt 121%``."""
_AGAINST = lazy(
    rf"So với {_WORD}\s(?:[^\d.;()%,]{{0,30}}\s)?(?P<a>{DIGITS})[^\d.;()%,]{{0,50}},\s(?:đã\s|mới\s|chỉ\s)?(?P<verb>đạt|bằng|vượt)\s(?P<p>{DIGITS})\s?%",
    re.IGNORECASE,
)
_AFTER = lazy(
    rf"{_WORD}(?:[^\d.;()%,]|{_TIME}){{0,50}}?\s(?P<a>{DIGITS})\s[^\d.;()%,]{{1,24}}\.?\s*$",
    re.IGNORECASE,
)
"""A sentence that tells the plan alone, behind the share of it (``Kế hoạch tỉnh giao là 3.600 tỷ đồng.``)."""
_SHARED = lazy(rf"\d\s?%\s(?:so với )?{_WORD}[^\d;.]*$", re.IGNORECASE)
_YEAR = lazy(r"\b20\d\d\b")
_SET = lazy(rf"(?:{_WORD}|\bgiao|đăng ký|phân bổ)\b[^\d;.]{{0,50}}$", re.IGNORECASE)
REACH = 70
"""Characters between what was reached and its share."""
FEW = 3
"""Where more figures of the unit stand, it is not sure which are meant."""
WIDE = Decimal(30)
"""Points by which a share of a plan may miss; further off it is told of something else."""
ANYONE = frozenset({"đồng chí", "đ/c", "người"})
"""Words that count persons of any post."""
Told = tuple[int, int, str]


def plans(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every share of a plan in a paragraph that its two figures refute."""
    before = 0
    for start, end in sentences(text) if "%" in text else ():
        sentence = text[start:end]
        yield from ((before + a, before + b, c) for a, b, c in _set_before(text[before:end], start - before))
        yield from _set_behind(text, start, end)
        before = start
        found: list[Level] | None = None
        for m in (*_PLAN.finditer(sentence), *_BEFORE.finditer(sentence)):
            found = levels(sentence) if found is None else found
            told = _judged(sentence, m, found)
            if told:
                yield start + told[0], start + m.end(), told[1]
        for m in _BESIDE.finditer(sentence) if "(" in sentence and "%" in sentence else ():
            soft = approximate(sentence, m.start("v")) or (m["w"] or m["u"]).lower() != m["u"].lower().split()[0]
            arithmetic = (
                "" if soft else _off(m["verb"].lower(), value_of(m["v"]), value_of(m["a"]), m["p"], m["v"], m["a"])
            )
            if arithmetic:
                yield start + m.start(), start + m.end(), arithmetic
        for m in _OVER.finditer(sentence):
            arithmetic = _off("vượt", value_of(m["b"]), value_of(m["a"]), m["p"], m["b"], m["a"])
            if arithmetic:
                yield start + m.start(), start + m.end(), arithmetic
    yield from scaled(text)


def _set_before(both: str, at: int) -> Iterator[Told]:
    """Shares of a plan in a sentence that begins at an offset, where it or the one before it tells the plan before the value."""
    yield from _against(both, at)
    for m in _OF_PLAN.finditer(both):
        if m.start() < at:
            continue
        found = [f for f in levels(both[: m.start()]) if f.unit != "%" and not f.way]
        if not found or m.start() - found[-1].end > REACH or found[-1].soft or ";" in both[found[-1].end : m.start()]:
            continue
        done = found[-1]
        alike = [f for f in found if f.unit and (f.unit == done.unit or _comrades(f, done))]
        told = [f for f in alike[:-1] if _SET.search(both[: f.start]) and not f.soft]
        if (
            len(told) != 1
            or len(alike) > FEW
            or _of_another(both, told[0].start, done.start)
            or _SET.search(both[: done.start])
        ):
            continue
        tries = [_off(m["verb"].lower(), f.value, told[0].value, m["p"], f.text, told[0].text) for f in alike]
        if all(t for f, t in zip(alike, tries, strict=True) if f is not told[0]):
            yield told[0].start, m.end(), tries[-1]


def _of_another(text: str, plan: int, done: int) -> bool:
    """Whether a plan is told with a share of its own, and another clause begins behind it."""
    return ";" in text[plan:done] and _SHARED.search(text, max(0, plan - REACH), plan) is not None


def _set_behind(text: str, start: int, end: int) -> Iterator[Told]:
    """The one share of a plan in the sentences before, where the plan is told alone in a sentence of its own."""
    m = _AFTER.match(text, start, end) if start else None
    shares = list(_OF_PLAN.finditer(text[:start])) if m else []
    plan = next((f for f in levels(text[start:end]) if m and start + f.start == m.start("a")), None)
    if m is None or plan is None or plan.soft or len(shares) != 1 or _of_other_year(text[:start], m[0]):
        return
    share = shares[0]
    earlier = [f for f in levels(text[: share.start()]) if not f.way and f.unit != "%"]
    if not earlier or earlier[-1].soft or not _alike(earlier[-1], plan) or share.start() - earlier[-1].end > REACH:
        return
    done = earlier[-1]
    others = [f for f in levels(text[:start]) if f.start != done.start and f.unit != "%" and _alike(f, plan)]
    arithmetic = _off(share["verb"].lower(), done.value, plan.value, share["p"], done.text, plan.text)
    if arithmetic and all(
        _off(share["verb"].lower(), f.value, plan.value, share["p"], f.text, plan.text) for f in others if f.value
    ):
        yield done.start, end, arithmetic


def _of_other_year(before: str, plan: str) -> bool:
    """Whether a plan names a year that nothing before it names, unless it is told to be given."""
    years, known = set(_YEAR.findall(plan)), set(_YEAR.findall(before))
    return bool(years) and not years & known and (bool(known) or "giao" not in plan)


def _alike(one: Level, other: Level) -> bool:
    """Whether two figures are told in one unit, or both count persons."""
    return same_unit(one, other) or kind_after(one.unit, 0) == kind_after(other.unit, 0) == "person"


def _comrades(one: Level, other: Level) -> bool:
    """Whether two figures count persons, one of them by a word for anyone."""
    return bool({one.unit, other.unit} & ANYONE) and _alike(one, other)


def _against(both: str, at: int) -> Iterator[Told]:
    """A sentence that begins with the plan: what was reached stands in the one before it (``mở 23 lớp. So với chỉ tiêu 20 lớp, đạt 115%``)."""
    m = _AGAINST.match(both, at) if at else None
    found = [f for f in levels(both[: m.end()]) if not f.way and f.unit != "%"] if m else []
    plan = next((f for f in found if m and f.start == m.start("a")), None)
    reached = [f for f in found if plan and f.end <= at and same_unit(f, plan) and f.unit and not f.soft]
    if m is None or plan is None or not 0 < len(reached) <= FEW:
        return
    tries = [_off(m["verb"].lower(), f.value, plan.value, m["p"], f.text, plan.text) for f in reached]
    if all(tries):
        yield reached[0].start, m.end(), tries[0]


def _judged(sentence: str, m: re.Match[str], found: list[Level]) -> tuple[int, str] | None:
    """Where the value stands that a share is of, and the arithmetic when no value of the sentence gives the share."""
    plan = next((f for f in found if f.start == m.start("a")), None)
    at = min(m.start("verb"), m.start("a"))
    reached = [f for f in found if f.end <= at and not f.way and plan and f.unit != "%" and _alike(f, plan)]
    if plan is None or plan.unit == "%" or not reached or re.search(r"[;.]\s", sentence[reached[-1].end : at]):
        return None
    told = [_off(m["verb"].lower(), f.value, plan.value, m["p"], f.text, plan.text) for f in reached]
    return (reached[-1].start, told[-1]) if all(told) and not reached[-1].soft else None


def _off(verb: str, done: Decimal, plan: Decimal, percent: str, told: str, planned: str) -> str:
    """The arithmetic of a share that two figures do not give, empty when they do or when it is far off."""
    if not plan:
        return ""
    true = 100 * (done - plan) / plan if verb == "vượt" else 100 * done / plan
    slack = Decimal(1).scaleb(-len(percent.partition(",")[2])) * Decimal("1.01")
    if abs(true - value_of(percent)) < slack or abs(true - value_of(percent)) > WIDE:
        return ""
    return f"{told} / {planned}: {shown_like(true, percent)}% ≠ {percent}%"
