"""F203 and F201 of changes: two values of one thing at two times, and what is said of the way from one to the other.

The values are read in any order and wording (``từ 612 vụ xuống 388 vụ``, ``năm 2021 đạt 245 tỷ đồng; đến năm 2024 đã là 312 tỷ đồng``,
``186 tỷ đồng, tăng so với mức 194 tỷ đồng của năm 2022``); then each claim is tested: the way, the per cent, the amount, the multiple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ....expressions import lazy
from ..reading.given import of_another, of_earlier, of_others, percent_told, slack
from ..reading.levels import EARLY, JOINED, LATE, MEMBERS, PART, Level, Move, levels, neighbours, same_unit
from ..reading.move_words import (
    AGAINST,
    AHEAD,
    BASE_YEAR,
    BASED,
    BEHIND,
    BRACKET,
    CALLED,
    DIRECT,
    DOWN,
    ELSE,
    END,
    FALL,
    FROM,
    GATE,
    MEASURE,
    NEVER,
    RANK,
    REACHED,
    RISE,
    STAFF,
    STEP,
    TIMES,
    TO,
    TURNED,
    UNTOLD,
)
from ..reading.multiples import BEYOND, Multiple, multiples, of_another_year
from ..reading.slips import slipped_change, swapped_difference
from ..reading.text import sentences, shown

REACH = 160
"""Characters between two values and a claim of them."""
BESIDE = 2
"""With more figures of the unit in the sentence one of them is alike by chance."""
MOST = 24
"""A sentence with more figures is a table that lost its cells."""
Told = tuple[int, int, str, str]


def moves(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every claim about a change in a paragraph that its two values refute."""
    before = -1
    for start, end in sentences(text):
        sentence = text[start:end]
        if GATE.search(sentence):
            yield from _of_sentence(sentence, start)
            if before >= 0 and _looks_back(text[before:start], sentence):
                yield from _of_sentence(text[before:end], before, over=start - before)
        before = start


def _looks_back(previous: str, sentence: str) -> bool:
    """Whether a sentence begins with a comparison, or is held against a year that the one before it tells of."""
    if sentence.startswith("So với"):
        return True
    years = {y for m in BASE_YEAR.finditer(sentence) for y in m.groups()}
    return bool(years) and any(f"năm {y}" in previous.lower() for y in years)


def _of_sentence(sentence: str, start: int, *, over: int = -1) -> Iterator[Told]:
    """The wrong claims of a sentence, or those of two whose pair stands on both sides of the offset ``over``."""
    found = levels(sentence)
    if not 2 <= len(found) <= MOST:
        return
    said = multiples(sentence)
    for move in _pairs(sentence, found):
        if over >= 0 and not move.span[0] < over < move.span[1]:
            continue
        told = _judged(sentence, move, found, said)
        if told is not None:
            yield start + told[0], start + told[1], told[2], told[3]


def _pairs(sentence: str, found: list[Level]) -> Iterator[Move]:
    """The pairs of a sentence: ``từ … lên …``, ``… so với …``, ``năm X … năm Y …``."""
    for first, second in neighbours(sentence, found, over=_compares):
        if not same_unit(first, second) or (first.unit == "%") != (second.unit == "%") or first.soft or second.soft:
            continue
        lead, between = sentence[: first.start], sentence[first.end : second.start]
        if RANK.search(re.split(r"[,;.:]", lead)[-1]) or len(between) > 140 or "lần" in (first.unit, second.unit):
            continue
        if BASED.search(lead) or any(p.search(between) for p in UNTOLD) or of_another(found, first, second, between):
            continue
        if _compares(between) or (second.time is not None and DIRECT.search(between)):
            if not ELSE.search(re.split(r"[,;)]|\svà\s", between)[-1]) and (
                _timed(second, first) or second.unit == first.unit or {first.unit, second.unit} <= MEMBERS
            ):
                yield Move(_dated(second, between), first, True)
        elif FROM.search(lead):
            if ";" not in between and (TO.search(between) or _timed(first, second)):
                yield Move(first, second, True)
        elif (
            _timed(first, second)
            and not ELSE.search(between)
            and STEP.search(between)
            and _one_unit(first, second, between)
        ):
            yield Move(first, second, False)


def _one_unit(first: Level, second: Level, between: str) -> bool:
    """Whether two values are told in one unit, which the later one need not repeat."""
    return first.unit == second.unit or (not second.unit and TURNED.search(between) is not None)


def _compares(between: str) -> bool:
    """Whether words between two values hold the first against the second."""
    return any(p.search(between) for p in (AGAINST, BRACKET, TIMES))


def _dated(level: Level, between: str) -> Level:
    """A level with the year that the comparison with it names, where it stands in a bracket after that."""
    years = re.findall(r"\b(?:19|20)\d\d\b", re.split(r"so với|hơn", between)[-1])
    return replace(level, time=int(years[-1])) if years else level


def _timed(a: Level, b: Level) -> bool:
    """Whether the first value is told of an earlier time than the second."""
    if a.time is None or b.time is None:
        return False
    return a.time < b.time


def _judged(sentence: str, move: Move, found: list[Level], said: list[Multiple]) -> tuple[int, int, str, str] | None:
    """The first claim about a pair that does not hold."""
    start, end = move.span
    claims: list[Level] = []
    for f in found:
        if f.way and (
            _about(sentence, f.start, f.end, move) or (claims and BEHIND.fullmatch(sentence[claims[-1].end : f.start]))
        ):
            claims.append(f)
    for claim in (
        c for c in claims if not (of_earlier(sentence, move, c, found) or of_others(sentence, move.span[1], c.start))
    ):
        later = (c for c in claims if c.unit == claim.unit and "so với" in sentence[claim.end : c.start])
        if any(_claim(sentence, move, c) is None for c in later):
            continue  # it compares with something of its own, the later one with these: ``tăng 7% so với quý II và 12% so với quý III/2024 (412)``
        wrong = _claim(sentence, move, claim)
        if wrong and not _elsewhere(sentence, move, claim, found):
            return min(start, claim.start), max(end, claim.end), wrong[0], wrong[1]
    for multiple in said:
        about = _about(sentence, multiple.start, multiple.end, move) and not of_another_year(
            sentence, multiple, move, found
        )
        if about and (arithmetic := multiple.refuted(move.before, move.after)):
            return min(start, multiple.start), max(end, multiple.end), arithmetic, "F203"
    direction = _direction(sentence, move, claims)
    # between two sentences two digits are exchanged by chance sooner than by a slip
    return direction or (None if ". " in sentence[slice(*move.span)] else _told_otherwise(move, found))


def _about(sentence: str, left: int, right: int, move: Move) -> bool:
    """Whether a claim stands between its two values, right behind them, or right before ``từ``."""
    start, end = move.span
    if start <= left < end:
        return True
    if left >= end:
        return left - end <= REACH and BEHIND.fullmatch(sentence[end:left]) is not None
    return right <= start <= right + REACH and AHEAD.fullmatch(sentence[right:start]) is not None


def _elsewhere(sentence: str, move: Move, claim: Level, found: list[Level]) -> bool:
    """Whether other figures of the sentence give what is claimed, or a second change makes up the rest (``tăng 30, giải thể 7``)."""
    plain = [f for f in found if not f.way and same_unit(f, move.after) and f.value and f is not claim]
    for a in plain:
        for b in plain:
            risen = (b.value > a.value) == (claim.way not in DOWN) and a.value != b.value
            if claim.unit == "%" and risen and percent_told(Move(a, b, True), claim) is None:
                return True
            own = move.has(a) and move.has(b)
            if claim.unit != "%" and not own and abs(a.value - b.value) == claim.value:
                return True
    told = abs(move.after.value - move.before.value)
    changes = (f for f in found if f is not claim and not move.has(f) and f.unit != "%")
    others = (f.value for f in changes if not PART.search(sentence[: f.start]))
    return claim.unit != "%" and any(told in (abs(claim.value - x), claim.value + x) for x in others)


def _claim(sentence: str, move: Move, claim: Level) -> tuple[str, str] | None:
    """(arithmetic, rule) of a change that is not what its two values give."""
    a, b = move.before, move.after
    if _IN.match(sentence, claim.end) or claim.unit in _RANKS:
        return None  # of ranks, or of one of several measures: "giảm 4,7% về lượng nhưng tăng 6,5% về trị giá"
    if ELSE.search(around(sentence, claim)) or claim.way == "vượt" or not a.value or not _base(sentence, move, claim):
        return None
    rise = claim.way not in DOWN
    if a.value == b.value or rise != (b.value > a.value):
        if not move.sure and a.value != b.value and (claim.unit != "%" or abs(b.value - a.value) * 4 > a.value * 3):
            return None
        return (f"{claim.way} {a.text} → {b.text}", "F203") if a.value != b.value else None
    if claim.unit == "%":
        return percent_told(move, claim)
    difference = abs(b.value - a.value)
    if claim.unit.startswith("điểm"):
        if a.unit == "%" and abs(difference - claim.value) > slack(a, b, claim):
            return f"|{b.text} - {a.text}| = {shown(difference)} ≠ {claim.text}", "F203"
        return None
    kin = any({claim.unit, b.unit} <= kin for kin in (STAFF, MEMBERS))
    alike = claim.unit in (a.unit, b.unit) or _bare(a) or _bare(b) or kin
    named = not claim.soft and (claim.end <= move.span[0] or same_thing(sentence, claim))
    near = difference / 3 <= claim.value <= difference * 3 or slipped_change(a.value, b.value, claim.value)
    if alike and named and near and abs(difference - claim.value) > slack(a, b, claim):
        return f"|{b.text} - {a.text}| = {shown(difference)} ≠ {claim.text}", "F201"
    return None


_RANKS = frozenset({"bậc", "hạng", "thứ", "vị"})
_IN = lazy(r"\s?%?\s?về (?!đích|nước|nhà)")


def around(sentence: str, claim: Level) -> str:
    """The words around a change up to the marks on both sides, its unit left out."""
    left = re.split(r"[,;.(]", sentence[max(0, claim.start - 25) : claim.start])[-1]
    rest = sentence[claim.end : claim.end + 60].removeprefix(" ").removeprefix(claim.unit)
    return f"{left} | {re.split(r'[,;.)]', rest)[0]}"


def same_thing(sentence: str, claim: Level) -> bool:
    """Whether the words behind an amount and its unit name nothing narrower than what was named before."""
    rest = sentence[claim.end : claim.end + 60].removeprefix(" ").removeprefix(claim.unit)
    named = END.split(rest)[0].strip().lower()
    return not named or named in sentence[: claim.start].lower()


def _bare(level: Level) -> bool:
    """Whether a value stands without a unit."""
    return not level.unit or level.unit in JOINED


def _base(sentence: str, move: Move, claim: Level) -> bool:
    """Whether the change is told from the earlier value: no other year or time is named as its base."""
    after = re.split(r"[;.]|,\s(?!so với)|\svà\s", sentence[claim.end : claim.end + 70])[0]
    m = re.search(r"so với\s(.*)", after)
    if m is None:
        return True
    if claim.start > max(move.span) and move.span[0] < move.before.start:
        return False  # told behind both values, with a base of its own: "giảm 3,9% so với tháng trước (298,1) và tăng 13,8% so với …"
    if MEASURE.search(m[1]):
        return False
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", m[1])]
    a, b = move.before.time, move.after.time
    if years:
        return a is None or a in (*years, EARLY) or (a == years[-1])
    if re.search(r"cùng kỳ|năm trước|năm ngoái|kỳ trước", m[1]):
        return a is None or a == EARLY or (b is not None and b != LATE and b - a == 1)
    return True


def _told_otherwise(move: Move, found: list[Level]) -> tuple[int, int, str, str] | None:
    """The difference of a pair, told by other words than a change and with two digits in changed places (``254 hộ thoát nghèo``)."""
    difference = abs(move.after.value - move.before.value)
    others = [f for f in found if not move.has(f) and f.unit == move.before.unit and not f.soft]
    others = [f for f in others if not _of_others(f, [x for x in found if x is not f and not move.has(x)])]
    alone = move.sure and len(others) <= BESIDE
    f = swapped_difference(difference, {f.value: f for f in others}) if alone else None
    if f is None:
        return None
    start, end = min(move.span[0], f.start), max(move.span[1], f.end)
    return start, end, f"|{move.after.text} - {move.before.text}| = {shown(difference)} ≠ {f.text}", "F201"


def _direction(sentence: str, move: Move, claims: list[Level]) -> tuple[int, int, str, str] | None:
    """The way told without an amount, against the two values."""
    a, b = move.before, move.after
    far = max(a.value, b.value) > BEYOND * min(a.value, b.value)
    if a.value == b.value or claims or far or not move.sure:
        return None
    between, start = move.between(sentence), move.span[0]
    called = CALLED.search(sentence[max(0, start - 60) : start]) if a.start < b.start else None
    reached = REACHED.search(sentence[max(0, start - 30) : start]) if a.start > b.start else None
    called = called or reached
    words = called["way"] if called else between if a.start < b.start else re.split(r"[,;(]", between, maxsplit=1)[-1]
    up, down = bool(RISE.search(words)), bool(FALL.search(words))
    if up == down or up == (b.value > a.value) or ELSE.search(words) or NEVER.search(words):
        return None
    return *move.span, f"{'tăng' if up else 'giảm'} {a.text} → {b.text}", "F203"


def _of_others(one: Level, others: list[Level]) -> bool:
    """Whether a figure is the difference of two others, or one of two with another as their difference."""
    values = {x.value for x in others}
    return any(abs(one.value - x) in values or one.value + x in values for x in values)
