"""F201 of what a plan is exceeded by, and of what a ratio leaves (``chỉ tiêu 1.200, đã thu 1.386, vượt 186``; ``263/320 chỉ tiêu, còn 57 chỉ tiêu chưa …``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.levels import Level, levels
from ..reading.slips import one_wrong, swapped
from ..reading.text import DIGITS, sentences, shown, value_of

_PLAN = lazy(
    r"\b(?:kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu|nhu cầu)\b(?:[^\d;.%,()]|(?<=năm )20\d\d\b){0,40}\(?$", re.IGNORECASE
)
"""What stands before the value of a plan."""
_LEFT = Gated(
    rf"(?<![\w/.,])(?P<a>{DIGITS})/(?P<b>{DIGITS})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?P<mid>(?:[^.;\d]|\d[\d.,]*\s?%){{0,90}}?[,;]\s)(?:số\s)?(?:hiện\s)?còn(?: lại)?\s(?P<k>{DIGITS})\s(?P=u)\s(?P<z>(?:chưa|đang)\s(?P<w>[^\W\d]+)[^.;\d]*)(?:[.;]|$)",
    re.IGNORECASE,
)
_REST = Gated(
    rf"(?<![\w/.,])(?P<a>{DIGITS})/(?P<b>{DIGITS})\s(?P<u>[^\W\d]+)(?P<mid>(?:[^.;\d]|\d[\d.,]*\s?%){{0,90}}?[,;]\s)(?:và\s|số\s)?(?P<k>{DIGITS})\s(?P=u)(?:\s[^\W\d]+){{0,2}}?\scòn lại\b(?P<z>[^.;,\d]{{0,60}})",
    re.IGNORECASE,
)
"""``19/33 vụ việc …, 14 vụ còn lại``."""
_ELSE = lazy(
    r"chuyển|phát sinh|bổ sung|\bmới\b|kỳ trước|năm trước|tồn|rút|trả lại|hủy|miễn|dừng|tăng|giảm|ngoài|khác",
    re.IGNORECASE,
)
"""Words of what came or went besides."""
FEW = 4
"""Where more figures of the unit stand, it is not sure which are meant."""
NEAR = 3
"""An amount that misses by more than its third is of another thing, unless by a slip."""
SMALL = 3
Told = tuple[int, int, str]


def surplus(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every amount over a plan, and of what is left of a ratio, that its two figures refute."""
    for start, end in sentences(text) if "vượt " in text else ():
        sentence = text[start:end]
        if "vượt " in sentence:
            yield from ((start + a, start + b, told) for a, b, told in _over(sentence))
    for m in (*_LEFT.finditer(text), *_REST.finditer(text)):
        a, b, k = (value_of(m[name]) for name in ("a", "b", "k"))
        start = text.rfind(". ", 0, m.start()) + 1
        undone = m.groupdict().get("w")
        if undone and undone not in re.findall(r"[^\W\d]+", text[start : m.start("k")]):
            continue  # of those with another thing undone
        if b > a and k != b - a and not _ELSE.search(m["mid"] + m["z"]) and _slipped(k, b - a):
            yield m.start(), m.end("k"), f"{m['b']} - {m['a']} = {shown(b - a)} ≠ {m['k']}"


def _over(sentence: str) -> Iterator[Told]:
    """The wrong amounts over the one plan of a sentence."""
    found = [f for f in levels(sentence) if f.unit != "%"]
    claims = [f for f in found if f.way == "vượt"]
    plain = [f for f in found if not f.way and claims and f.unit == claims[0].unit and f.unit]
    plans = [f for f in plain if f.start < claims[0].start and _PLAN.search(sentence[: f.start])] if claims else []
    if len(claims) != 1 or len(plans) != 1 or len(plain) > FEW or claims[0].soft:
        return
    claim, plan = claims[0], plans[0]
    done = [f for f in plain if f is not plan and f.end <= claim.start and not f.soft]
    if len(done) != 1 or plan.soft or ";" in sentence[min(plan.start, done[0].start) : claim.start]:
        return
    told = abs(done[0].value - plan.value)
    if done[0].value > plan.value and told != claim.value and _slipped(claim.value, told) and not _rounded(claim, told):
        first = min(plan.start, done[0].start)
        yield first, claim.end, f"|{done[0].text} - {plan.text}| = {shown(told)} ≠ {claim.text}"


def _rounded(claim: Level, true: Decimal) -> bool:
    """Whether an amount is the true one as it may have been rounded."""
    return abs(claim.value - true) <= Decimal(1).scaleb(-len(claim.text.partition(",")[2])) and "," in claim.text


def _slipped(told: Decimal, true: Decimal) -> bool:
    """Whether a value misses another as a slip does, or by little."""
    missed = abs(told - true)
    return swapped(told, true) or one_wrong(told, true) or missed <= SMALL or missed * NEAR <= true
