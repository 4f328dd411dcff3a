"""Changes told between two counts (``giảm từ 38 xuống 29, giảm 9 đầu mối``): the way they go and the amount they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ...gates import Gated
from .changes import FROM
from .text import DIGITS, shown, stretches, value_of

FAR = 3
"""An amount further from the difference than this many times is told of something else (one year, one kind)."""
_COUNT = rf"(?:{DIGITS})(?!\d|[/.,]\d|\s?[%‰]|\s?[-–]\s?\d)"
_MORE = r"xã|phường|thị trấn|thôn|bản|ấp|buôn|làng|khóm|khu phố|tổ dân phố|khu dân cư|cơ quan|đơn vị|tổ chức|phòng|ban|ngành|công chức|viên chức|người lao động"
"""Nouns that go by pairs (``thôn, tổ dân phố``)."""
_WORDS = rf"(?:,\s(?=(?:{_MORE})\b)|năm \d{{4}}|\d{{1,2}}/\d{{4}}|\((?:năm \d{{4}}|[^()\d]*)\)|[^\d.,;:()])"
"""Words between two counts, with years and brackets that hold no count."""
_TO = (
    r"tăng lên|giảm xuống còn|giảm xuống|giảm còn|xuống còn|chỉ còn|(?:đến )?nay (?:là|có)|hiện (?:là|có)|lên|xuống|còn"
)
_STEP = (
    rf"từ\s+(?P<a>{_COUNT})(?P<x>{_WORDS}{{0,45}}?),?\s(?P<to>{_TO})\s+(?:tới\s|đến\s|trên\s)?(?P<b>{_COUNT})"
    rf"(?P<y>{_WORDS}{{0,50}})"
)
_WAY = r"(?P<way>tăng|giảm)\s+(?:dần\s+|mạnh\s+|nhanh\s+|liên tục\s+)?"
_TURN = Gated(rf"(?:{_WAY})?{_STEP}", re.IGNORECASE)
"""``tăng từ 45 lên 38``."""
_AMOUNT = (
    rf"(?P<verb>tăng|giảm|cắt giảm|tinh giản|bớt)(?:\s(?:thêm|được|đi|đúng|tương ứng|tổng cộng))*\s+(?P<p>{_COUNT})"
)
_THEN = re.compile(
    rf"\s?(?:[,;(]|[-–])\s*(?:(?:tức|tức là|hay|nghĩa là|như vậy|tương ứng|tương đương|đã)\s+)*{_AMOUNT}(?P<z>[^.;:()]{{0,60}})",
    re.IGNORECASE,
)
"""``… xuống 29, tức giảm 9 đầu mối``."""
_FIRST = Gated(
    rf"{_AMOUNT}\s+(?P<z>{_WORDS}{{1,80}}?)(?:\s?[(,–-]\s*)(?:cụ thể\s|tức\s|tức là\s)?(?:tăng\s|giảm\s)?{_STEP}(?=[).;]|,(?!\s*\d)|$)",
    re.IGNORECASE,
)
"""``giảm 9 đầu mối (từ 38 xuống 29)``."""
_EARLIER = Gated(
    rf"(?<![\w/.,])(?P<b>{_COUNT})(?P<y>\s[^\d.,;:()]{{2,40}}?)\s?[,(]\s*{_AMOUNT}\s+(?P<z>[^\d.,;:()]{{2,30}}?)\s?so với\s[^.;:()]{{3,40}}\((?:là\s|có\s|đạt\s)?(?P<a>{_COUNT})(?P<x>[^\d.,;:()]{{0,30}})\)",
    re.IGNORECASE,
)
"""``214 lượt, tăng 12 lượt so với năm trước (202 lượt)``."""
_THEN_ON = r"(?:(?:đến )?nay|hiện(?: nay| tại)?|(?:đến )?cuối (?:năm|kỳ|nhiệm kỳ|giai đoạn)(?: \d{4})?|đến (?:hết )?năm \d{4}|năm \d{4}|sau (?:khi )?(?:sắp xếp|sáp nhập|kiện toàn|rà soát))"
_SINCE = Gated(
    rf"(?P<x>(?:trước (?:khi )?(?:sắp xếp|sáp nhập|kiện toàn|rà soát)|đầu (?:năm|nhiệm kỳ|kỳ|giai đoạn)|năm \d{{4}})[^\d.;:()]{{0,40}}?)\s(?:có|là|còn|đạt)\s(?P<a>{_COUNT})\s(?P<u>[^\d.,;:()]{{2,30}}?)"
    rf"[,;]\s{_THEN_ON},?\s(?:huyện |xã |toàn huyện |toàn xã |chỉ |đã )*(?:còn|có|là|đạt|tăng lên|giảm còn|giảm xuống còn)\s(?P<b>{_COUNT})(?:\s(?P<v>[^\d.,;:()]{{2,30}}?))?(?P<y>)"
    rf"\s?(?:[,;(]|[-–])\s*(?:tức\s|đã\s)?{_AMOUNT}\s(?P<z>[^.;:()]{{2,60}})",
    re.IGNORECASE,
)
"""``năm 2020 có 45 hợp tác xã, đến nay có 62 hợp tác xã, tăng 17 hợp tác xã``."""
_RANKED = re.compile(r"\b(?:hạng|xếp (?:thứ|loại)|vị trí|thứ|bậc|loại|tuổi)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"cùng kỳ|kế hoạch|chỉ tiêu giao|bình quân|mỗi|hằng năm|hàng năm|trong đó|riêng|\bphần\b|\blần\b|lượt",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*((?:tỷ|triệu|nghìn|ngàn)(?: đồng| USD)?|[^\W\d]+(?: [^\W\d]+)?)")
_END = re.compile(
    r"[,;.()–]|\s-\s|\s(?:so với|do|nhờ|vì|tương ứng|tương đương|đạt|bằng|chiếm|góp phần|vượt|hoàn thành|nên|qua đó|theo đúng|trong khi|năm \d{4})\b|$"
)
_BASE = re.compile(r"\s*so với\s([^,;.()]+)")
_LISTED = re.compile(r"[^;.()]*?(?:,\s|\bvà\s)\s*\d")
_POSTS = frozenset({"biên chế", "chỉ tiêu", "người", "công chức", "viên chức", "cán bộ", "lao động", "suất"})
"""Staff is counted in posts and in persons."""


@lru_cache(maxsize=2)
def _turns(text: str) -> tuple[re.Match[str], ...]:
    """The changes of a paragraph; both questions go over them."""
    return tuple(_TURN.over(text, stretches(text))) if FROM.search(text) else ()


def turned(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, arithmetic) of every change in a paragraph that goes the other way than it says."""
    for m in _turns(text):
        a, b = value_of(m["a"]), value_of(m["b"])
        before = text[max(0, m.start() - 40) : m.start()]
        called = {m["way"].lower() == "tăng", *_called(m["to"].lower())} if m["way"] else {b > a}
        if a != b and called != {b > a} and _comparable(m, before):
            yield m.start(), m.end("b"), f"{m['way'].lower()} {m['a']} → {m['to'].lower()} {m['b']}"


def _called(to: str) -> set[bool]:
    """Which way a word between two counts goes: up or down, or neither."""
    return set() if to.endswith((" là", " có")) else {to.endswith("lên")}


def amounts(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, arithmetic) of every change in a paragraph that is told with another amount than its two counts give."""
    for m in _turns(text):
        then = _THEN.match(text, m.end("b") + len(m["y"].rstrip()))
        before = text[max(0, m.start() - 80) : m.start()]
        if then is None or _OTHER.search(m["y"]) or not _comparable(m, before[-40:]):
            continue
        if _said(then["z"], f"{before} {m['x']} {m['y']}", m["x"]) and (wrong := _wrong(m, then)):
            yield m.start(), then.end("p"), wrong
    for m in _FIRST.over(text, stretches(text)) if FROM.search(text) else ():
        if _OTHER.search(m["z"]) or not _comparable(m, text[max(0, m.start() - 40) : m.start()]):
            continue
        if _explained(m) and (wrong := _wrong(m, m)):
            yield m.start(), m.end("b"), wrong
    for m in _SINCE.over(text, stretches(text)):
        nouns = {" ".join(u[1].lower().split()[:2]) for side in "uvz" if (u := _UNIT.match(f" {m[side] or m['u']}"))}
        end = _END.search(m["z"])
        same = (m["z"][: end.start()] if end else m["z"]).strip().lower() == m["u"].strip().lower()
        told = same and len(nouns) == 1 and _said(m["z"], m[0], m[0][: m.start("a") - m.start()])
        if told and (wrong := _wrong(m, m)):
            yield m.start("a"), m.end("p"), wrong
    for m in _EARLIER.over(text, stretches(text)):
        units = {u[1].lower().split()[0] for side in "xyz" if (u := _UNIT.match(f" {m[side]}"))}
        if len(units) == 1 and (wrong := _wrong(m, m)):
            yield m.start(), m.end(), wrong


def _comparable(m: re.Match[str], before: str) -> bool:
    """Whether two figures count in one unit, and are no ranks or ages."""
    first, second = (u[1].lower() if (u := _UNIT.match(m[side])) else "" for side in ("x", "y"))
    same = (
        not first or not second or first.split()[0] in ("năm", "cuối", "đầu") or first.split()[0] == second.split()[0]
    )
    measured = {w.split()[0] for w in (first, second) if w} & {"triệu", "tỷ", "nghìn"}
    return same and not (measured and second == "") and not _RANKED.search(re.split(r"[,;:.(]", before)[-1] + m["x"])


def _said(z: str, context: str, x: str) -> bool:
    """Whether the amount counts what the change is told of, all of it and from the same base."""
    end = _END.search(z)
    stop = end.start() if end else len(z)
    phrase = z[:stop].strip().lower().split("/")[0]
    if _LISTED.match(z) or _OTHER.search(z[:stop]) or re.search(rf"\d\s+{re.escape(phrase or '-')}(?!\w)", z.lower()):
        return False
    base = _BASE.match(z, stop)
    if base and not (
        base[1].strip().lower() in x.lower() or set(re.findall(r"\d{4}", base[1])) & set(re.findall(r"\d{4}", x))
    ):
        return False
    return phrase != "điểm" and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", context.lower()) is not None


def _explained(m: re.Match[str]) -> bool:
    """Whether a change in brackets after an amount is the amount's own: bare, in its unit, or in posts of the same staff."""
    said, first, second = (u[1].lower() if (u := _UNIT.match(m[side])) else "" for side in ("z", "x", "y"))
    sides = {s for s in (first, second) if s and s.split()[0] not in ("năm", "cuối", "đầu")}
    heads = {s.split()[0] for s in sides}
    return not sides or said.split()[0] in heads or (said in _POSTS and bool(sides & _POSTS or heads & _POSTS))


def _wrong(step: re.Match[str], told: re.Match[str]) -> str:
    """The arithmetic of a wrong amount, empty when it is right or speaks of something else."""
    a, b, p = value_of(step["a"]), value_of(step["b"]), value_of(told["p"])
    if a == b or (told["verb"].lower() == "tăng") != (b > a):
        return ""
    true = abs(b - a)
    places = [len(t.partition(",")[2]) for t in (step["a"], step["b"], told["p"])]
    slack = Decimal(1).scaleb(-places[2]) if places[2] < max(places[:2]) else Decimal()
    if abs(true - p) <= slack or not true <= p * FAR <= true * FAR * FAR:
        return ""
    return f"|{step['b']} - {step['a']}| = {shown(true)} ≠ {told['p']}"
