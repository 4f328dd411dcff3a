"""F202 of lists: an item behind ``trong đó`` that exceeds its total, whatever stands between, and what is done beyond a plan of which some is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ....gates import Gated
from ..reading.nearby import Fig, figures
from ..reading.text import DIGITS, kind_after, noun_of, value_of
from .bases import compared
from .exceeding import RATIO, UNBOUND
from .within import ELSE, LEFT_OVER, NEAR, NONE

_WITHIN = Gated(r"\btrong (?:đó|số đó|số này)\b,?:?|(?<=, )chủ yếu là\b", re.IGNORECASE)
_AMONG = Gated(r"(?:^|[.;] )trong (?:tổng )?số (?=\d)", re.IGNORECASE)
_HAS = lazy(r"[^\d.;:()]{2,80}?(?:,\s|\s)(?:đã )?có\s$")
_FIRST = lazy(r"[^\d.;:()%]{0,40}\s?$")
_AGAIN = lazy(r"[,;]\s(?:và\s)?(?:có\s)?$|\svà\s$")
"""An item that begins with its number, as its total does."""
_WORK = lazy(
    r"\b(?:tổng|số|trồng|chăm sóc|chuyển|đã|thu|chi|doanh thu|lợi nhuận|sản lượng|giá trị|kim ngạch|kinh phí|năng suất|diện tích (?!rừng|đất|cây|lúa)|huy động|tiếp nhận|lũy kế|đến nay|hiện|cả|toàn|nâng|đưa|từ|đến|trên|hơn|gồm|giao)\b",
    re.IGNORECASE,
)
"""What begins to tell of another quantity."""
_END = lazy(r"\.\s|;")
_SHARED = lazy(r",\s(?:đạt|bằng|tăng|giảm|vượt)(?:\s(?:hơn|gần|trên))?\s[\d.,]+\s?%[^,;]*|\([^()]*\)", re.IGNORECASE)
"""How a total stands to its plan and to the year before."""
_NOUNS = lazy(r"\s([^\W\d_]+(?:\s[^\W\d_]+)?)")
_LEFT = Gated(
    rf"\b(?:được giao|giao|được (?:phân bổ|bố trí|cấp)|kế hoạch(?: vốn)?(?: năm| được giao)?|cần|phải)\s(?:[^\W\d]+\s){{0,3}}?(?P<b>{DIGITS})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)[,;]\s(?:đến nay,?\s|đến hết [^,;.]{{2,20}},?\s)?(?:mới\s|đã\s)+(?:[^\W\d]+\s){{1,4}}?(?:được\s)?(?P<a>{DIGITS})\s(?P=u)[,;]\s(?:số\s)?(?:[^\W\d]+\s){{0,3}}?(?:còn lại|chưa (?:giải ngân|thực hiện|thanh toán|giải quyết|hoàn thành))\b",
    re.IGNORECASE,
)
"""``được giao 42 tỷ đồng, đã giải ngân 45 tỷ đồng, số còn lại …``: of what is exceeded nothing is left."""
_DEBT = Gated(
    rf"\bdư nợ\b[^\d.;:()]{{0,60}}\s(?P<b>{DIGITS})\s(?P<u>tỷ đồng|triệu đồng)\b(?:(?!dư nợ|\.\s).){{0,200}}?\bnợ (?:xấu|quá hạn)(?: là| còn| chiếm)?\s(?P<a>{DIGITS})\s(?P=u)",
    re.IGNORECASE,
)
"""Debt that is overdue is a part of the debt."""
_EVERYWHERE = lazy(r"\b(?:(?:toàn|cả) (?:tỉnh|huyện)|l[uũ][ỹy] kế)\b", re.IGNORECASE)
_NAMES = lazy(r"\b(?:nâng cao|tăng huyết áp|tăng cường|giảm nghèo|tăng gia)\b", re.IGNORECASE)
"""Names that tell of no change."""
_COMRADES = frozenset({"đồng chí", "đ/c"})
REACH = 160
MOST = 300
"""A paragraph of more figures is no prose: each list would be held against all of them."""
Told = tuple[int, int, str]


def beyond(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every item of a paragraph's lists that exceeds the total, and of plans exceeded though some is left."""
    if len(figures(text)) > MOST:
        return
    for m in (*_LEFT.finditer(text), *_DEBT.finditer(text)):
        if value_of(m["b"]) < value_of(m["a"]) <= NEAR * value_of(m["b"]) and not _further(text):
            yield m.start("b"), m.end("a"), f"{m['a']} > {m['b']}"
    for m in _WITHIN.finditer(text):
        whole = _total(text, m.start())
        if whole is not None:
            yield from _items(text, whole, m.end(), list(_before(text, m.start())))
    for m in _AMONG.finditer(text):
        whole = next((f for f in figures(text) if f.start == m.end()), None)
        later = whole and next((f for f in figures(text) if f.start > whole.start), None)
        if whole and later and _HAS.fullmatch(text, whole.end, later.start):
            yield from _items(text, whole, later.start - len("có "), [whole])


def _further(text: str) -> bool:
    """Whether something was left from before or came besides."""
    return LEFT_OVER.search(NONE.sub(" ", text)) is not None or "kéo dài" in text or "bổ sung" in text


def _before(text: str, at: int) -> Iterator[Fig]:
    """The counts of a sentence before a place."""
    start = max((m.end() for m in re.finditer(r"[.;]\s", text[:at])), default=0)
    yield from (f for f in figures(text) if start <= f.start and f.end <= at and not f.percent)


def _total(text: str, at: int) -> Fig | None:
    """The number that ``trong đó`` divides: the last before it that is no plan, no change and stands in no bracket."""
    known = [f for f in _before(text, at) if not compared(text, f)]
    known = [f for f in known if text.rfind("(", 0, f.start) <= text.rfind(")", 0, f.start)]
    ratio = next((m for m in reversed(list(RATIO.finditer(text, max(0, at - REACH), at)))), None)
    if ratio and (not known or known[-1].end < ratio.start()):
        value, noun = float(value_of(ratio[1])), noun_of(text, ratio.end())
        return Fig(ratio.start(), ratio.end(), ratio[1], value, False, kind_after(text, ratio.end()), noun, 0, 0.0)
    whole = known[-1] if known else None
    return None if whole is None or whole.soft or at - whole.end > REACH else whole


def _items(text: str, whole: Fig, at: int, before: list[Fig]) -> Iterator[Told]:
    """The items from a place on that exceed their total: the first by any name, later ones that count by the total's noun."""
    stop = _END.search(text, at)
    end = stop.start() if stop else len(text)
    listed = [f for f in figures(text) if at <= f.start < end and not f.percent]
    listed = [f for f in listed if text.count("(", at, f.start) == text.count(")", at, f.start)]
    if (
        not listed
        or whole.kind in UNBOUND
        or _outside(text, whole, at)
        or any(f.value >= whole.value * NEAR for f in listed)
    ):
        return
    for index, item in enumerate(listed):
        lead = text[at if not index else listed[index - 1].end : item.start]
        own = re.split(r"[,;:)]", lead)[-1]
        named = _FIRST.fullmatch(lead) if not index else _AGAIN.search(lead)
        if (
            ELSE.search(own)
            or not named
            or item.soft
            or not _one(text, whole, item)
            or _WORK.search(own)
            or ELSE.search(_behind(text, item))
        ):
            return
        if index and sum(f.value for f in listed[:index]) >= whole.value:
            return  # they are all there are
        if item.value > whole.value and not any(f.value >= item.value for f in before):
            yield whole.start, item.end, f"{item.text} > {whole.text}"
            return


def _outside(text: str, whole: Fig, at: int) -> bool:
    """Whether the total is one of several works, was reached with what came besides, or other things are named behind it."""
    lead = re.split(r"[.;]\s", text[max(0, whole.start - 40) : whole.start])[-1]
    lead, gap = _EVERYWHERE.sub("", lead), text[whole.end : at]
    return ELSE.search(f"{lead}|{_SHARED.sub('', gap).removeprefix(f' {whole.noun}')}") is not None or _further(text)


def _behind(text: str, item: Fig) -> str:
    """The words of an item behind its number."""
    words = re.split(r"[,;.(]", text[item.end : item.end + 60])[0]
    return _NAMES.sub("", words.removeprefix(f" {item.noun}"))


def _one(text: str, whole: Fig, item: Fig) -> bool:
    """Whether an item counts by the total's noun, by the same two words where no kind is known, or persons among persons."""
    if whole.kind == item.kind == "person" and item.noun in _COMRADES:
        return True
    if not whole.noun or whole.noun != item.noun:
        return False
    if whole.kind is not None:
        return True
    first, second = (_NOUNS.match(text, f.end) for f in (whole, item))
    return first is not None and second is not None and first[1] == second[1]
