"""F202 and F203: shares above one, percentages against their figures, increases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Span
from ..context import NO_PROSE, Context
from .rates.allowed import allowed
from .rates.attained import of_plan_alone
from .rates.bases import settled
from .rates.beyond import beyond
from .rates.exceeding import DECIMAL_RATIO, RATIO, STATIC_NOUN, UNBOUND, exceeds
from .rates.gaps import gaps
from .rates.grown import grown
from .rates.last_total import shares_of_last
from .rates.leads import lead_shares
from .rates.linking import of_points
from .rates.moves import moves
from .rates.named import named_bases
from .rates.plans import plans
from .rates.rates import PLAN, rates
from .rates.rowed import rows_of_changes
from .rates.rows_of_shares import in_row, rows_of_shares
from .rates.shares import SURE_DIGITS
from .rates.spoken import spoken_bases
from .rates.surpassed import surpassed
from .rates.surplus import surplus
from .rates.traits import traits
from .rates.within import within
from .reading.footed import footed
from .reading.listing import list_around
from .reading.numerals import in_digits
from .reading.slips import swapped
from .reading.text import CLOSED, DIGITS, FIGURE, kind_after, off, stretches, value_of
from .reading.told import impossible, wrong_change, wrong_percentage, wrong_share
from .sums.headed import headed_shares, paragraph_above, shares_above

_DATED = lazy(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|dịp|trước|sau|hết|từ|đến|tháng|và|-|,|số|hộp|tờ|thửa|lớp|tỷ lệ|tỷ số|tỉ số)\s*$",
    re.IGNORECASE,
)
_SHARE = lazy(
    rf"(?P<gap>(?:\([^()%/]*\)|năm \d{{4}}|(?<=\s)\dG\b|(?!\d|[;.:!?]|\bcòn\b).){{0,90}}?)(?:[(,–-]\s*|\s)(?P<verb>(?:đạt tỷ lệ (?:bao phủ|tham gia|hoàn thành)|tỷ lệ (?:bao phủ|tham gia|hoàn thành)(?: là| đạt)?|tỷ lệ đạt|đạt tỷ lệ:?|tức là|=|đạt tỷ lệ|chiếm tỷ lệ|đạt tỉ lệ|với tỷ lệ|tỷ lệ|đạt|chiếm|bằng|tương đương(?: với)?|(?:tương )?ứng(?: với)?|tức|hay|là)\s+|(?<=\())"
    rf"(?:(?P<round>trên|hơn|gần|khoảng|dưới|xấp xỉ)\s+)?(?P<p>{DIGITS})\s?%(?P<after>[^.;,)]{{0,40}})"
)
_BEFORE = lazy(
    rf"(?:(?P<round>[Tt]rên|[Hh]ơn|[Gg]ần|[Kk]hoảng|[Dd]ưới|[Xx]ấp xỉ)\s+)?(?<![\w/.,])(?P<p>{DIGITS})\s?%\s*(?:(?:[^\W\d]+\s){{0,8}}\((?:tức là |tức |tương đương |là |với )*|,?\s*(?:với|tức là|tức|(?:tương )?ứng(?: với)?|tương đương(?: với)?|hay)\s+(?:có\s+|là\s+)?)"
    rf"(?P<a>{DIGITS})(?:\s(?:tỷ đồng|triệu đồng|tấn|ha|km|[^\W\d]+))?/(?P<b>{DIGITS})(?![\d/]|[.,]\d)"
)
_OWN_BEFORE = lazy(r"%\s?\((?:[^\W\d]+\s){0,2}$")
"""Its percentage stands before it already (``năm 2022 là 91,9% (4.312/4.690 hộ)``)."""
_DAY = lazy(r"\b(?:ngày|thời điểm|thời hạn|mốc)\b[^,;.()\d]*\($", re.IGNORECASE)
_RESPECTIVE = lazy(r"%\s?(?:,|và|;)\s*$")
"""Percentages in a row, their figures in another."""
_NEXT_RATIO = lazy(r"[^\d%.;()]{0,20}(?:,|\svà)\s\d[\d.]*/\d")
_AMOUNT = Gated(
    rf"(?<![\w/.,])(?P<a>{DIGITS})(?:\s+(?P<u>[^\W\d]+(?:\s[^\W\d]+){{0,2}}?))?\s(?:(?:trong|trên)\s(?:tổng số|tổng|số)|(?<=\d )trên)\s+(?P<b>{DIGITS})\s(?P<v>[^\W\d]+)"
)
_AMONG = Gated(
    rf"\btrong\s+(?:tổng số\s+|số\s+)?(?P<b>{DIGITS})\s+(?P<u>[^\W\d]+(?:\s[^\W\d]+){{1,5}}?)\s*,?\s*(?:có|đã có)\s+(?P<a>{DIGITS})\s+(?P<v>[^\W\d]+\s[^\W\d]+)",
    re.IGNORECASE,
)

_PERSON = lazy(r"(?:đồng chí|đ/c|người|cán bộ|đảng viên|nữ)\b(?! (?:con|thân|dân))", re.IGNORECASE)
_ELSE = lazy(
    r"vượt|tăng|(?<!cắt )(?<!tinh )(?<!miễn )giảm|trong đó|\bt[ỷỉ] (?:lệ|trọng)\s\w|,\s*(?:số|tổng|độ|mức|bình quân|thu nhập|diện tích|dân số|sản lượng|giá trị)\s"
)
"""Between a ratio and a percentage: another quantity begins, which the percentage belongs to."""
_THE_PLAN = lazy(r"\s*(?:so với\s+)?(?:kế hoạch|chỉ tiêu|dự toán)(?:\s(?:năm|giao|được giao|đề ra))?\s*$")
"""``1.315/1.250 tấn (102,5% kế hoạch)``: the plan is what it is divided by."""
_POINTS = lazy(r"≠ ([\d,]+)%$")
_IN = lazy(r"\s*về (?:số )?([^\W\d]+)")
_ANOTHER_BASE = lazy(r"\s*(?:so với|của|kế hoạch|chỉ tiêu|dự toán)\b")
BESIDE = 20
"""Characters behind a ratio that say what it counts."""
_PART_YEAR = lazy(r"\btháng\b|\bquý\b|đến nay|\bước\b", re.IGNORECASE)
_OF_ALL = lazy(r"\s*(?:kế hoạch|chỉ tiêu|dự toán|so với|tổng số|số|và|trong)\b")


def ratios(context: Context) -> Iterator[Finding]:
    """F202 and F203 outside tables."""
    for index, paragraph in enumerate(context.spelled.paragraphs):
        if paragraph.story in NO_PROSE:
            continue
        text = in_digits(context.spelled.text[paragraph.start : paragraph.end])
        if not FIGURE.search(text):
            continue
        if "/" in text:
            yield from _ratios(context, text, paragraph.start)
        told: list[Finding] = []
        if "%" in text or "điểm" in text or " lần " in text:
            told = list({f.places[0].span.end: f for f in _percents(context, text, paragraph.start)}.values())
            told += _of_leads(context, text, index, told)
            yield from told
        yield from _changes(context, text, paragraph.start, told)
        for m in _AMOUNT.over(text, stretches(text)):
            if (
                value_of(m["a"]) > value_of(m["b"])
                and (not m["u"] or _same_people(m["u"], m["v"]))
                and (kind_after(text, m.start("v")) in CLOSED or STATIC_NOUN.match(text, m.start("v")) or m["u"])
                and kind_after(text, m.start("v")) not in UNBOUND
            ):
                yield impossible(
                    context, Span(paragraph.start + m.start(), paragraph.start + m.end()), f"{m['a']} > {m['b']}"
                )
        seen: set[int] = set()
        for m in _AMONG.over(text, stretches(text)):
            if value_of(m["a"]) > value_of(m["b"]) and _member(m["u"], m["v"]):
                seen.add(m.end("a"))
                yield impossible(
                    context, Span(paragraph.start + m.start(), paragraph.start + m.end()), f"{m['a']} > {m['b']}"
                )
        for start, end, arithmetic in (*within(text), *traits(text), *beyond(text), *surpassed(text)):
            if not any(start < at <= end for at in seen):
                yield impossible(context, Span(paragraph.start + start, paragraph.start + end), arithmetic)
    yield from _noted(context)


def _noted(context: Context) -> Iterator[Finding]:
    """Shares, changes and parts that a note tells of the number it stands at."""
    for text, at, span in footed(context.spelled):
        for _, end, ratio, true, printed in lead_shares(text):
            if end > at:
                yield wrong_percentage(context, span, ratio, true, printed)
        for start, end, arithmetic, rule in moves(text):
            if start < at < end:
                yield wrong_change(context, rule, span, arithmetic)
        for start, end, arithmetic in within(text):
            if start < at < end:
                yield impossible(context, span, arithmetic)


def _changes(context: Context, text: str, base: int, known: list[Finding]) -> Iterator[Finding]:
    """Changes that go another way, or by another amount, than their two values give; each once."""
    told = [f.places[0].span for f in known]
    over = ((*found, "F201") for found in surplus(text))
    for start, end, arithmetic, rule in (*moves(text), *gaps(text), *rows_of_changes(text), *grown(text), *over):
        span = Span(base + start, base + end)
        points = _POINTS.search(arithmetic)
        if points and of_points(text, points[1]):
            continue
        if not any(t.start < span.end and span.start < t.end for t in told):
            told.append(span)
            yield wrong_change(context, rule, span, arithmetic)


def _member(whole: str, part: str) -> bool:
    """Whether a part counts what its whole counts: the same words, or persons of any name among persons."""
    if whole.lower().split()[:2] == part.lower().split()[:2]:
        return True
    return kind_after(whole, 0) == "person" and _PERSON.match(part) is not None


def _same_people(part: str, whole: str) -> bool:
    """Whether a part counts what its whole counts: the same noun, or comrades for people of any post."""
    head = part.split()[0].lower()
    return head == whole.lower() or part.lower().startswith(("đồng chí", "đ/c"))


def _ratios(context: Context, text: str, base: int) -> Iterator[Finding]:
    for m in DECIMAL_RATIO.finditer(text):
        a, b = value_of(m[1]), value_of(m[2])
        unit = text[m.end(1) : m.start(2) - 1]
        if (
            _is_day(text, m, a, b)
            or (a <= 12 and 1900 <= b <= 2100 and "." not in m[2])
            or (unit and not text.startswith(unit, m.end()))
        ):
            continue  # a month of a year, or so much money for so many (``5 tỷ đồng/12 xã``)
        share = None if _OWN_BEFORE.search(text, max(0, m.start() - 24), m.start()) else _SHARE.match(text, m.end())
        alone = share is not None and not in_row(text, share.start("p"), share.end("p"))
        near = share if alone and share and b and RATIO.search(share["gap"]) is None else None
        told = near if near and (_turned(near, 100 * a / b) or _is_share(text, m, near)) else None
        if told and _untrue(told["round"], told["p"], 100 * a / b):
            printed = f"{told['round'] or ''} {told['p']}%".strip()
            yield wrong_percentage(
                context, Span(base + m.start(), base + told.end("p") + 1), f"{m[1]}/{m[2]}", 100 * a / b, printed
            )
            continue
        surpassed = (
            near is not None and b and not off(near["p"], 100 * a / b) and "bao phủ" not in near["verb"]
        )  # told so: more was reached than asked for
        if exceeds(text, m) and not surpassed:
            end = _words_end(text, m.end())
            yield impossible(context, Span(base + m.start(), base + end), f"{m[1]} > {m[2]}")
    for start, end, ratio, true, printed in rows_of_shares(text):
        yield wrong_percentage(context, Span(base + start, base + end), ratio, true, printed)
    for m in _BEFORE.finditer(text) if "%" in text else ():
        a, b = value_of(m["a"].rstrip(".")), value_of(m["b"].rstrip("."))
        listed = _RESPECTIVE.search(text, max(0, m.start() - 16), m.start()) or _NEXT_RATIO.match(text, m.end())
        changed = _CHANGED.search(text, max(0, m.start() - 16), m.start()) and b and not off(m["p"], 100 * (b - a) / b)
        if b and a <= b and not (listed or changed) and _untrue(m["round"], m["p"], 100 * a / b):
            printed = f"{m['round'] or ''} {m['p']}%".strip()
            yield wrong_percentage(
                context, Span(base + m.start(), base + m.end()), f"{m['a']}/{m['b']}", 100 * a / b, printed
            )


_CHANGED = lazy(r"\bgiảm(?: được| tới| đến)? $", re.IGNORECASE)
"""``giảm 25% (30/40 đơn)``: by so much, from the second to the first."""


def _is_day(text: str, m: re.Match[str], a: Decimal, b: Decimal) -> bool:
    """Whether a stroke parts a day and a month (``so với 31/12 năm trước``, ``đến ngày kết thúc hoạt động (30/6)``)."""
    if a > 31 or b > 12:
        return False
    named = text.startswith(")", m.end()) and _DAY.search(text, max(0, m.start() - 60), m.start())
    return text.startswith((" năm", " hằng năm", " hàng năm"), m.end()) or bool(named)


def _turned(share: re.Match[str], true: Decimal) -> bool:
    """Whether a percentage of three digits is the true one with two of them in changed places, and names no other base: it is meant."""
    percent = share["p"]
    turned = swapped(value_of(percent), round(true, len(percent.partition(",")[2])))
    return turned and len(percent.replace(",", "")) >= SURE_DIGITS and not _ANOTHER_BASE.match(share["after"])


def _is_share(text: str, m: re.Match[str], share: re.Match[str]) -> bool:
    """Whether the percentage after a ratio is its value: a count follows, and no plan or other total comes between."""
    if _DATED.search(text, max(0, m.start() - 10), m.start()) and int(value_of(m[2])) <= 12:
        return False
    if share["round"] and share["verb"].strip() == "đạt" and _THE_PLAN.match(share["after"]):
        return False  # "5/12 chỉ tiêu đạt trên 90% kế hoạch"
    if share["after"].lstrip().startswith(("trở lên", "trở xuống")):
        return False  # a bound that each of them keeps
    joined = "đạt" in share["verb"] and not re.search(r"[,(–-]\s*$", text[m.end() : share.start("verb")])
    each = share["p"] == "100" or share["round"] or (share["after"].strip() and not _OF_ALL.match(share["after"]))
    if joined and each:
        return False  # "12/45 xã đạt 100%", "12/45 xã đạt tỷ lệ dưới 10%", "… đạt 90% hộ văn hóa": a level each of them reached
    if _THE_PLAN.match(share["after"]) and value_of(m[1]) > value_of(m[2]):
        part = _PART_YEAR.search(text[max(0, m.start() - 80) : m.start()])
        return value_of(share["p"]) > 100 and not (part or share["round"] or PLAN.search(share["gap"]))
    if _another_thing(text, m.end(), share["gap"]) or of_plan_alone(text, m, share):
        return False
    named = _IN.match(share["after"])
    if named and named[1] not in text[m.end() : m.end() + BESIDE]:
        return False  # "1.284/1.317 bị cáo, đạt 98,1% về số vụ": of another ratio
    words = share["gap"] + share["after"]
    if re.search(r"dân số|cùng kỳ|so với", share["after"]) or _ELSE.search(share["gap"]):
        return False
    return not (PLAN.search(words) and value_of(m[1]) > value_of(m[2])) and not (
        re.search(r"kế hoạch|chỉ tiêu", share["after"]) and len(share["gap"]) > 40
    )


def _another_thing(text: str, at: int, gap: str) -> bool:
    """Whether a thing of another kind is named after a comma between a ratio and a percentage."""
    kind = kind_after(text, at)
    named = (kind_after(gap, comma.end()) for comma in re.finditer(",", gap))
    return any(k not in (None, kind) for k in named)


def _untrue(word: str | None, percent: str, true: Decimal) -> bool:
    """Whether a printed percentage does not hold, with a word before it (``trên 90%``, ``gần 80%``) or without."""
    return not _about(word.lower(), percent, true) if word else off(percent, true)


def _about(word: str, percent: str, true: Decimal) -> bool:
    """Whether ``trên 90%``, ``gần 80%`` and the like hold."""
    p = value_of(percent)
    if word in ("trên", "hơn"):
        return p - 1 < true
    if word in ("gần", "dưới"):
        return true < p + 1
    return abs(true - p) <= 5


def _words_end(text: str, at: int) -> int:
    m = re.match(r"(?:\s[^\W\d_]+){0,4}", text[at:])
    return at + (m.end() if m else 0)


def _percents(context: Context, text: str, base: int) -> Iterator[Finding]:
    for start, end, arithmetic in plans(text):
        yield wrong_share(context, Span(base + start, base + end), arithmetic)
    for start, end, ratio, true, printed in (*named_bases(text), *spoken_bases(text)):
        if not allowed(text, start, end, ratio, true, printed):
            yield wrong_percentage(context, Span(base + start, base + end), ratio, true, printed)
    yield from rates(context, text, base)


def _of_leads(context: Context, text: str, index: int, known: list[Finding]) -> Iterator[Finding]:
    """Shares of the totals that lists open with, unless told already."""
    base = context.spelled.paragraphs[index].start
    ends = [f.places[0].span for f in known]
    head, beside = list_around(context.spelled, index) if "%" in text else ("", [])
    last = [*shares_of_last(text), *headed_shares(text), *shares_above(text, paragraph_above(context, index))]
    for told in (*lead_shares(text, head, beside), *last):
        sure = told if told in last else settled(text, *told)
        if sure is None or allowed(text, *sure):
            continue
        start, end, ratio, true, printed = sure
        if not any(span.start < base + end <= span.end for span in ends):
            ends.append(Span(base + start, base + end))
            yield wrong_percentage(context, ends[-1], ratio, true, printed)
