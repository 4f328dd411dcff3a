"""F203 and F201 of changes: two values of one thing at two times, and what is said of the way from one to the other.

The values are read in any order and wording (``từ 612 vụ xuống 388 vụ``, ``năm 2021 đạt 245 tỷ đồng; đến năm 2024 đã là 312 tỷ đồng``,
``186 tỷ đồng, tăng so với mức 194 tỷ đồng của năm 2022``); then each claim is tested: the way, the per cent, the amount, the multiple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .levels import EARLY, JOINED, LATE, Level, levels, neighbours, same_unit
from .multiples import Multiple, multiples
from .text import sentences, shown

_GATE = re.compile(r"tăng|giảm|gấp|\blên\b|\bxuống\b|hơn", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s(?:mức\s|chỗ\s|con số\s|chỉ\s|có\s|khoảng\s)*(?:năm \d{4}\s(?:là|có)\s)?$", re.IGNORECASE)
_RISE = re.compile(r"\b(?:tăng|lên|nâng|vượt|(?:cao|nhiều) hơn)\b", re.IGNORECASE)
_FALL = re.compile(r"\b(?:giảm|xuống|tụt|sụt|chỉ còn|(?:thấp|ít|kém) hơn)\b|\bhạ (?:xuống|còn)", re.IGNORECASE)
_TO = re.compile(
    r"\s(?:tăng lên|giảm xuống|giảm còn|giảm xuống còn|xuống còn|lên|xuống|còn|chỉ còn|tới|thành|nay|hiện(?: nay| tại)?)(?:\s(?:mức|đến|tới|là|còn|chỉ|đạt))*\s$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:so với|(?:cao|thấp|nhiều|ít|kém) hơn)\s(?:(?:con số|mức|kết quả|số|cùng kỳ|năm trước|năm ngoái|kỳ trước|nhiệm kỳ trước|đầu nhiệm kỳ|đầu năm|của|năm \d{4}|là|chỉ|đạt|có)\s?)*(?:\(\s*(?:là |đạt |có |chỉ )*|\b(?:mức|con số|số|là|có|đạt|chỉ)\s)$",
    re.IGNORECASE,
)
"""What stands before an earlier value that a later one is held against."""
_STEP = re.compile(r"[,;]|\sthì\s")
"""Two statements, one for each time."""
_CALLED = re.compile(r"\b(?P<way>tăng|giảm)(?:\s[^\W\d]+){0,3},?\s+từ\s(?:mức\s|chỗ\s|con số\s)?$", re.IGNORECASE)
"""The way told before ``từ``."""
_DIRECT = re.compile(r"\bso với\s$")
"""Right before a value whose own time is told behind it."""
_REACHED = re.compile(
    r"\b(?P<way>tăng lên|giảm còn|giảm xuống(?: còn)?|xuống còn)\s(?:mức\s|đến\s|tới\s|chỉ\s)?$", re.IGNORECASE
)
"""The way told before a value that is then held against an earlier one."""
_BRACKET = re.compile(
    r"\((?:cùng kỳ|năm trước|kỳ trước|nhiệm kỳ trước|đầu nhiệm kỳ|đầu năm|năm \d{4})(?:[^\d()]|năm \d{4}){0,30}$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\bgấp\s[^;.]*\((?:[^()\d]|năm \d{4})*$")
_ELSE = re.compile(
    r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|\bgiao\b(?! thông| lưu| dịch| tiếp| ban)|bình quân|mỗi|hằng năm|hàng năm|trong đó|riêng|\blượt\b.*\bngười\b|\btháng\b.*\bcùng kỳ\b",
    re.IGNORECASE,
)
MORE = r"xã|phường|thị trấn|thôn|bản|ấp|buôn|làng|khóm|khu phố|tổ dân phố|khu dân cư|cơ quan|đơn vị|tổ chức|phòng|ban|ngành|công chức|viên chức|người lao động"
"""Nouns that go by pairs (``thôn, tổ dân phố``)."""
_LINK = (
    r"(?:tức|là|hay|nghĩa|tương ứng|tương đương|với|mức|như vậy|đã|bằng|có|toàn|huyện|xã|tỉnh|cụ thể|và|mới|chỉ|vẫn)"
)
_WAY = r"(?:tăng|giảm|tinh giản|vượt|nhiều hơn|cao hơn|thấp hơn|ít hơn|bớt|tụt|sụt|gấp)"
_BEHIND = re.compile(
    rf"(?:(?!\b(?:nhưng|trong khi|song|còn|trong đó|riêng|và|tăng|giảm)\b)(?:[^,;:.()]|,\s(?=(?:{MORE})\b))|(?:19|20)\d\d)*\)?(?:[,;(]|\s[-–])?\s*(?:{_LINK}\s)*(?:{_WAY}\s(?:[^\W\d]+\s){{0,3}})?",
    re.IGNORECASE,
)
"""Between two values and a claim of them: the unit and its time, a mark, words that link."""
_AHEAD = re.compile(
    rf"(?:(?!\b(?:nhưng|trong khi|song|còn|trong đó|riêng|tăng|giảm)\b)[^,;:.()\d]|(?:19|20)\d\d)*[,;(:]?\s*(?:{_LINK}\s)*(?:{_WAY}\s)?từ\s(?:mức\s|chỗ\s)?",
    re.IGNORECASE,
)
"""Between a claim and the first value: what is counted, what it is held against, ``từ``."""
_END = re.compile(
    r"[,;.:()–]|\s-\s|(?:^|\s)(?:so với|do|nhờ|vì|tương ứng|tương đương|đạt|bằng|chiếm|góp phần|vượt|nên|qua đó|theo|trong khi|sau|trong|năm \d{4}|và|là)\b"
)
"""Where the name of what an amount counts ends."""
_NEVER = re.compile(r"\b(?:không|chưa|chống|phòng|thay vì)\b", re.IGNORECASE)
_RANK = re.compile(r"\b(?:hạng|thứ|vị trí|bậc|tuổi|thời gian|xuống cấp|tiến độ)\b", re.IGNORECASE)
_STAFF = frozenset({"biên", "chỉ tiêu", "người", "công chức", "viên chức", "cán bộ", "lao động", "suất"})
"""Staff is counted in posts (``biên chế``) and in persons; first words of nouns that the kinds do not know."""
_DOWN = frozenset({"giảm", "tinh giản", "thấp hơn", "ít hơn", "bớt", "tụt", "sụt"})
MOST = 24
"""A sentence with more figures is a table that lost its cells."""
WIDE = Decimal(25)
"""Points by which a percentage may miss where the pair is only inferred; further off it is told of something else."""
Told = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Move:
    """Two values of one thing, the earlier first, and how surely they are a pair."""

    before: Level
    after: Level
    sure: bool

    @property
    def span(self) -> tuple[int, int]:
        return min(self.before.start, self.after.start), max(self.before.end, self.after.end)

    def between(self, sentence: str) -> str:
        """The words between the two values."""
        a, b = sorted((self.before, self.after), key=lambda level: level.start)
        return sentence[a.end : b.start]


def moves(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every claim about a change in a paragraph that its two values refute."""
    for start, end in sentences(text):
        sentence = text[start:end]
        if not _GATE.search(sentence):
            continue
        found = levels(sentence)
        if not 2 <= len(found) <= MOST:
            continue
        said = multiples(sentence)
        for move in _pairs(sentence, found):
            told = _judged(sentence, move, found, said)
            if told is not None:
                yield start + told[0], start + told[1], told[2], told[3]


def _pairs(sentence: str, found: list[Level]) -> Iterator[Move]:
    """The pairs of a sentence: ``từ … lên …``, ``… so với …``, ``năm X … năm Y …``."""
    for first, second in neighbours(sentence, found, over=_compares):
        if not same_unit(first, second) or (first.unit == "%") != (second.unit == "%") or first.soft or second.soft:
            continue
        lead, between = sentence[: first.start], sentence[first.end : second.start]
        if _RANK.search(re.split(r"[,;.:]", lead)[-1]) or len(between) > 140 or "lần" in (first.unit, second.unit):
            continue
        if _compares(between) or (second.time is not None and _DIRECT.search(between)):
            if not _ELSE.search(re.split(r"[,;)]|\svà\s", between)[-1]) and (
                _timed(second, first) or second.unit == first.unit
            ):
                yield Move(_dated(second, between), first, True)
        elif _FROM.search(lead):
            if ";" not in between and (_TO.search(between) or _timed(first, second)):
                yield Move(first, second, True)
        elif (
            _timed(first, second) and not _ELSE.search(between) and _STEP.search(between) and first.unit == second.unit
        ):
            yield Move(first, second, False)


def _compares(between: str) -> bool:
    """Whether words between two values hold the first against the second."""
    return any(p.search(between) for p in (_AGAINST, _BRACKET, _TIMES))


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
            _about(sentence, f.start, f.end, move) or (claims and _BEHIND.fullmatch(sentence[claims[-1].end : f.start]))
        ):
            claims.append(f)
    for claim in claims:
        wrong = _claim(sentence, move, claim)
        if wrong and not _elsewhere(move, claim, found):
            return min(start, claim.start), max(end, claim.end), wrong[0], wrong[1]
    for multiple in said:
        if _about(sentence, multiple.start, multiple.end, move) and (
            arithmetic := multiple.refuted(move.before, move.after)
        ):
            return min(start, multiple.start), max(end, multiple.end), arithmetic, "F203"
    return _direction(sentence, move, claims)


def _about(sentence: str, left: int, right: int, move: Move) -> bool:
    """Whether a claim stands between its two values, right behind them, or right before ``từ``."""
    start, end = move.span
    if start <= left < end:
        return True
    if left >= end:
        return _BEHIND.fullmatch(sentence[end:left]) is not None
    return right <= start and _AHEAD.fullmatch(sentence[right:start]) is not None


def _elsewhere(move: Move, claim: Level, found: list[Level]) -> bool:
    """Whether other figures of the sentence give what is claimed, or a second change makes up the rest (``tăng 30, giải thể 7``)."""
    plain = [f for f in found if not f.way and f.unit == move.after.unit and f.value and f is not claim]
    for a in plain:
        for b in plain:
            risen = (b.value > a.value) == (claim.way not in _DOWN) and a.value != b.value
            if claim.unit == "%" and risen and _percent(Move(a, b, True), claim) is None:
                return True
            if claim.unit != "%" and abs(a.value - b.value) == claim.value:
                return True
    told = abs(move.after.value - move.before.value)
    others = (f.value for f in found if f not in (move.before, move.after, claim) and f.unit != "%")
    return claim.unit != "%" and any(told in (abs(claim.value - x), claim.value + x) for x in others)


def _claim(sentence: str, move: Move, claim: Level) -> tuple[str, str] | None:
    """(arithmetic, rule) of a change that is not what its two values give."""
    a, b = move.before, move.after
    if _ELSE.search(_around(sentence, claim)) or claim.way == "vượt" or not a.value or not _base(sentence, move, claim):
        return None
    rise = claim.way not in _DOWN
    if a.value == b.value or rise != (b.value > a.value):
        if not move.sure and a.value != b.value and (claim.unit != "%" or abs(b.value - a.value) * 4 > a.value * 3):
            return None
        return (f"{claim.way} {a.text} → {b.text}", "F203") if a.value != b.value else None
    if claim.unit == "%":
        return _percent(move, claim)
    difference = abs(b.value - a.value)
    if claim.unit.startswith("điểm"):
        if a.unit == "%" and abs(difference - claim.value) > _slack(a, b, claim):
            return f"|{b.text} - {a.text}| = {shown(difference)} ≠ {claim.text}", "F203"
        return None
    if (
        (claim.unit in (a.unit, b.unit) or _bare(a) or _bare(b) or {claim.unit, b.unit} <= _STAFF)
        and not claim.soft
        and (claim.end <= move.span[0] or _same_thing(sentence, claim))
        and abs(difference - claim.value) > _slack(a, b, claim)
    ) and difference / 3 <= claim.value <= difference * 3:
        return f"|{b.text} - {a.text}| = {shown(difference)} ≠ {claim.text}", "F201"
    return None


def _around(sentence: str, claim: Level) -> str:
    """The words around a change up to the marks on both sides, its unit left out."""
    left = re.split(r"[,;.(]", sentence[max(0, claim.start - 25) : claim.start])[-1]
    rest = sentence[claim.end : claim.end + 60].removeprefix(" ").removeprefix(claim.unit)
    return f"{left} | {re.split(r'[,;.)]', rest)[0]}"


def _same_thing(sentence: str, claim: Level) -> bool:
    """Whether the words behind an amount and its unit name nothing narrower than what was named before."""
    rest = sentence[claim.end : claim.end + 60].removeprefix(" ").removeprefix(claim.unit)
    named = _END.split(rest)[0].strip().lower()
    return not named or named in sentence[: claim.start].lower()


def _bare(level: Level) -> bool:
    """Whether a value stands without a unit."""
    return not level.unit or level.unit in JOINED


def _slack(a: Level, b: Level, claim: Level) -> Decimal:
    """Nothing where all three have as many places, else what rounding the claim to fewer may take."""
    places = [len(f.text.partition(",")[2]) for f in (a, b, claim)]
    return Decimal(1).scaleb(-places[2]) if places[2] < max(places[:2]) else Decimal("0.0001")


def _base(sentence: str, move: Move, claim: Level) -> bool:
    """Whether the change is told from the earlier value: no other year or time is named as its base."""
    after = re.split(r"[;.]|,\s(?!so với)|\svà\s", sentence[claim.end : claim.end + 70])[0]
    m = re.search(r"so với\s(.*)", after)
    if m is None:
        return True
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", m[1])]
    a, b = move.before.time, move.after.time
    if years:
        return a is None or a in (*years, EARLY) or (a == years[-1])
    if re.search(r"cùng kỳ|năm trước|năm ngoái|kỳ trước", m[1]):
        return a is None or a == EARLY or (b is not None and b != LATE and b - a == 1)
    return True


def _percent(move: Move, claim: Level) -> tuple[str, str] | None:
    """The arithmetic of a percentage that neither the values nor what they were rounded from give."""
    a, b, p = move.before, move.after, claim.value
    true = 100 * abs(b.value - a.value) / a.value
    rounded = (
        (a.value - a.half, b.value),
        (a.value + a.half, b.value),
        (a.value, b.value - b.half),
        (a.value, b.value + b.half),
    )
    bounds = [100 * abs(y - x) / x for x, y in rounded if x > 0]
    places = len(claim.text.partition(",")[2])
    slack = max(Decimal("1.5"), p / 6) if claim.soft else Decimal(1).scaleb(-places) * Decimal("1.01")
    if min(bounds) - slack < p < max(bounds) + slack:
        return None
    points = abs(b.value - a.value)
    if a.unit == "%" and abs(points - p) < slack:
        return None
    if not move.sure and abs(true - p) > WIDE:
        return None
    told = f"{shown(points)} điểm phần trăm" if a.unit == "%" else f"{shown(round(true, 1))}%"
    return f"{a.text} → {b.text}: {told} ≠ {claim.text}%", "F203"


def _direction(sentence: str, move: Move, claims: list[Level]) -> tuple[int, int, str, str] | None:
    """The way told without an amount, against the two values."""
    a, b = move.before, move.after
    if a.value == b.value or claims or not move.sure:
        return None
    between, start = move.between(sentence), move.span[0]
    called = _CALLED.search(sentence[max(0, start - 60) : start]) if a.start < b.start else None
    reached = _REACHED.search(sentence[max(0, start - 30) : start]) if a.start > b.start else None
    called = called or reached
    words = called["way"] if called else between if a.start < b.start else re.split(r"[,;(]", between, maxsplit=1)[-1]
    up, down = bool(_RISE.search(words)), bool(_FALL.search(words))
    if up == down or up == (b.value > a.value) or _ELSE.search(words) or _NEVER.search(words):
        return None
    return *move.span, f"{'tăng' if up else 'giảm'} {a.text} → {b.text}", "F203"
