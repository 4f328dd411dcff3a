"""F202 in words: a part told to be larger than its whole (``trong số 45 kiến nghị, đã giải quyết 51 kiến nghị``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ....gates import Gated
from ..reading.text import (
    DIGITS,
    MEASURED,
    Number,
    kind_after,
    noun_after,
    noun_of,
    numbers,
    sentences,
    stretches,
    value_of,
)

_N = rf"(?:{DIGITS})(?![\d/]|[.,]\d|\s?[%‰]|\s?[-–]\s?\d)"
_AMONG = Gated(
    rf"(?:\b(?:trong|trên)\s(?:tổng\s)?số|(?:(?<=^)|(?<=[.;:!?] ))trong|\bqua\s(?P<by>rà soát|khảo sát|thẩm định))\s(?P<b>{_N})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?P<mid>[^\d.;:()]{{0,90}}?)\s(?P<a>{_N})\s(?P<v>[^\W\d]+(?:\s[^\W\d]+)?)(?P<z>[^\d.;:()]{{0,40}})",
    re.IGNORECASE,
)
_CUE = lazy(r"[Tt]r(?:ong|ên) (?:tổng )?số \d|Trong \d|[Qq]ua (?:rà soát|khảo sát|thẩm định) \d")
"""What every match begins with, quickly looked for."""
_SURE = lazy(r"^\W*trong(?: tổng)? số|^trên|,|\b(?:đã|có|hiện)\b", re.IGNORECASE)
_ANYONE = frozenset({"đồng chí", "đ/c", "người"})
"""Comrades and people of any post."""
_TIME = frozenset({"năm", "tháng", "ngày", "tuần", "quý", "giờ", "phút", "nhiệm", "kỳ", "đợt", "giai", "khóa", "lần"})
ELSE = Gated(
    r"kế hoạch|chỉ tiêu|(?<!bàn )(?<!chuyển )\bgiao\b(?! thông| lưu| dịch| tiếp| ban)|dự toán|mục tiêu|\bvượt\b|kỳ trước|năm trước|chuyển sang|chuyển nguồn|kéo dài|\bthêm\b|(?<!nước )\bngoài\b|ngoài ra|\bkhác\b|phát sinh|\bnâng\b|tổng cộng|lũy kế|luỹ kế|(?<!trở )\blên\b|\bđưa\b|"
    r"\blượt\b|thành phần|hợp phần|toàn (?:tỉnh|quốc|huyện)|cả (?:tỉnh|nước|huyện)|\bmỗi\b|bình quân|\btăng\b|\bgiảm\b|so với|cùng kỳ|\bcòn\b.*\bcòn\b|đăng ký|thành lập|chia (?:tách|thành)|sắp xếp|sáp nhập",
    re.IGNORECASE,
)
"""Another set than the one the part is of, or work that may exceed its plan."""
_INSIDE = Gated(
    rf"(?<![\w/.,])(?P<b>{_N})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?P<mid>[^\d.;:()]{{0,70}}?[,;]?\s?trong (?:đó|số đó|số này)\b[,:]?\s[^\d.;:()]{{0,60}}?)\s?(?P<a>{_N})\s(?P<v>[^\W\d]+(?:\s[^\W\d]+)?)",
    re.IGNORECASE,
)
"""``5.934 hồ sơ, trong đó đúng hạn 5.984 hồ sơ``."""
_OPENED = lazy(r"\b[Tt]rong (?:đó|số đó|số này)\b[,:]?\s(?:có\s|gồm\s)?(?=\d)")
_HELD = lazy(rf"(?<![\w/.,])(?P<b>{_N})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?:\s[^\W\d]+){{0,5}}?,?\s?$")
_LATER = lazy(
    rf"{_N}\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?:[^.;:()]|\([^\W\d_]{{2,8}}\)){{0,120}}?(?:,|\svà)\s(?:có\s)?(?P<a>{_N})\s(?P<v>(?P=u))\b"
)
"""``356 dự án, trong đó có 27 dự án … và 359 dự án …``: the later items of a list are parts as well."""
_ABOVE = Gated(
    rf"(?<![\w/.,])(?P<a>{_N})\s(?P<v>[^\W\d]+(?:\s[^\W\d]+)?)\strong (?:(?:tổng )?số (?:này|trên|nêu trên|đó|vừa nêu)|tổng đàn)\b",
    re.IGNORECASE,
)
"""``551 người trong tổng số nêu trên``: of the number of the sentence before."""
_BALLOT = Gated(
    rf"\b(?:phát ra|phát đi|gửi đi|triệu tập|mời|phát hành|dự thi|xét tuyển|dự tuyển|đăng ký dự thi)(?:\s[^\W\d]+){{0,3}}?\s(?:là\s)?(?P<b>{_N})(?:\s[^\W\d]+)?(?:(?!tổng)[^\d.:()]){{0,40}}\b(?:thu về|thu lại|nhận về|có mặt|dự họp|đỗ|trúng tuyển)(?: được| tốt nghiệp)?(?: là)?\s(?P<a>{_N})(?!\s?%)",
    re.IGNORECASE,
)
"""``phát ra 3.716, thu về 3.721``."""
_RETURNED = Gated(
    rf"\bthu về\s(?P<b>{_N})\s(?P<u>phiếu|ý kiến|bản)(?P<mid>[^\d.:()]{{0,30}}\bcó\s)(?P<a>{_N})\s(?P<v>phiếu|ý kiến|bản)",
    re.IGNORECASE,
)
_SAT = Gated(
    rf"(?P<b>{_N})\s(?P<u>học sinh|thí sinh|em|học viên|người)\s(?:dự thi|dự|thi|đăng ký thi|tham gia thi)\b(?P<mid>[^\d.:()]{{0,40}})\s(?P<a>{_N})\s(?P<v>học sinh|thí sinh|em|học viên|người)\s(?:đỗ|đạt|trúng tuyển|tốt nghiệp)",
    re.IGNORECASE,
)
"""``472 học sinh dự thi, 479 em đỗ``."""
_TAKEN = Gated(
    rf"\b(?:tiếp nhận|thụ lý|nhận|rà soát|khảo sát|thẩm định|thẩm tra|xác minh|kiểm tra|thu thập|phát ra|triệu tập|lập)(?: mới| được)?\s(?P<b>{_N})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?P<mid>[^\d.:()]{{0,70}}?(?:[,;]|\svà)\s(?:đã\s)?(?:giải quyết|xử lý|trả lời|thu về|hoàn thành|kết luận|phát hiện|(?<!;\s)(?:thi hành )?kỷ luật|phê duyệt|cấp(?! (?:tỉnh|huyện|xã|ủy|trên|dưới|cơ sở|trung ương))|trả|có mặt|hòa giải)\b[^\d.:();]{{0,30}}?)\s(?P<a>{_N})\s(?P<v>[^\W\d]+(?:\s[^\W\d]+)?)",
    re.IGNORECASE,
)
"""``tiếp nhận 412 hồ sơ, đã giải quyết 438 hồ sơ``: no more can be dealt with than came in …; behind a semicolon others are disciplined as well."""
_DEALT = Gated(
    rf"(?<![\w/.,])(?P<b>{_N})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?P<mid>[^\d.:()]{{0,70}}?[,;]\s(?:đến nay,?\s|trong đó\s)?đã\s[^\d.:();]{{2,50}}?)\s(?P<a>{_N})\s(?P<v>[^\W\d]+(?:\s[^\W\d]+)?)",
    re.IGNORECASE,
)
"""``312 trường hợp vi phạm, đã xử lý dứt điểm 321 trường hợp``."""
LEFT_OVER = lazy(
    r"(?<!còn )\btồn\b|chuyển sang|chính thức|kỳ trước|năm trước|tồn đọng|kể cả|bao gồm cả|trước đó|\b(?:tiếp nhận|thụ lý|nhận|phát sinh) mới\b|\bđến hạn\b",
    re.IGNORECASE,
)
"""… unless some were left from before; where what is new is counted, there were."""
NONE = lazy(r"\bkhông [^.;]*", re.IGNORECASE)
_BACKWARD = lazy(
    r"\b(?:trong (?:tổng )?số|trong các|trong những|nằm trong|thuộc các|thuộc số|của các)\s(?:[^\W\d]+\s){0,7}?(?:này|đó|ấy|nêu trên|nói trên|kể trên|vừa nêu|vừa kể|trên)\b",
    re.IGNORECASE,
)
"""Words that speak of what the sentence before counts (``trong số các đơn vị nói trên``)."""
_CLOSE = lazy(r"(?:\s[^\W\d]+){1,4}\s")
_NUMBER_OF = Gated(
    rf"(?<![\w/.,])(?P<b>{_N})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?P<mid>[^\d.:()]{{0,60}}[,;]\s(?:trong đó,?\s)?(?:tổng )?số\s(?P=u)\s(?!mới|khác|năm|của)[^\d.;:()]{{2,80}}?\s(?:là|đạt|có|lên tới)\s)(?P<a>{_N})(?P<v>\s[^\W\d]+(?:\s[^\W\d]+)?)?",
    re.IGNORECASE,
)
"""``620 hội viên, số hội viên được vay vốn là 684 hội viên``."""
_FINISHED = Gated(
    rf"(?<![\w/.,])(?P<b>{_N})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)(?P<mid>[^\d.:()]{{0,80}}(?:[,;]|\snhưng|\smà)\s[^\d.;:()]{{0,50}}\b(?:có|đã có|có tới|có đến)\s)(?P<a>{_N})\s(?P<v>[^\W\d]+(?:\s[^\W\d]+){{0,3}}?)\s(?:được cấp|đạt|hoàn thành|tốt nghiệp|đỗ|trúng|có mặt|dự thi|được công nhận|tham gia)\b",
    re.IGNORECASE,
)
"""``86 học viên tham gia; kết thúc khóa học có 93 học viên được cấp chứng nhận``."""
NEAR = 2
"""A figure more than so many times as large is of another set."""
_CARRIED = lazy(
    r"(?:[-+•*]\s*)?trong (?:đó|số đó|số này),?\s(?P<lead>[^\d.;:()]{0,40}?)(?P<a>" + _N + r")\s", re.IGNORECASE
)
FAR = 80
"""Characters after such words within which their part is told."""
_BASE = lazy(r"\d\s?%\s[^()%;.]{2,70}\(\s?$")
Told = tuple[int, int, str]


def is_base(text: str, start: int) -> bool:
    """Whether a number in a bracket is what the percentage before it is of (``bằng 64,1% số học sinh tốt nghiệp (14.028 em)``)."""
    return _BASE.search(text, max(0, start - FAR), start) is not None


def within(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every part of a paragraph that exceeds its whole."""
    for m in _AMONG.over(text, stretches(text)) if _CUE.search(text) else ():
        a, b = value_of(m["a"]), value_of(m["b"])
        if a > b and not _outside(m) and _one_noun(m["u"], m["v"], m["mid"]):
            yield m.start(), m.end("v"), f"{m['a']} > {m['b']}"
    yield from _parts(text)
    yield from _repeated(text)
    for m in _TAKEN.over(text, stretches(text)):
        a, b = value_of(m["a"]), value_of(m["b"])
        if (
            b < a <= b * NEAR
            and not ELSE.search(m[0])
            and not LEFT_OVER.search(NONE.sub(" ", text))
            and _one_noun(m["u"], m["v"], m["mid"])
        ):
            yield m.start("b"), m.end("v"), f"{m['a']} > {m['b']}"
    low = text.lower()
    if "trong " not in low and "thuộc " not in low:
        return
    previous = ""
    for start, end in sentences(text):
        sentence = text[start:end]
        if previous:
            yield from _of_those(sentence, previous, start)
        told = _CARRIED.match(sentence)
        if told and previous and not ELSE.search(previous + sentence):
            yield from _carried(told, previous, start)
        previous = sentence


def _parts(text: str) -> Iterator[Told]:
    """Parts within a sentence, ballots that came back, and parts of the number that the sentence before tells."""
    yield from _later(text)
    for m in (*_INSIDE.over(text, stretches(text)), *_RETURNED.over(text, stretches(text))):
        said = text[max(0, m.start("b") - 20) : m.end() + 12]
        if ";" in m["mid"] and _larger(text, m):
            continue  # the last item of a list, and behind the semicolon a part of all that it makes
        if value_of(m["a"]) > value_of(m["b"]) and not ELSE.search(said) and _one_noun(m["u"], m["v"], m["mid"]):
            yield m.start("b"), m.end("v"), f"{m['a']} > {m['b']}"
    for m in (*_BALLOT.over(text, stretches(text)), *_SAT.over(text, stretches(text))):
        if value_of(m["a"]) > value_of(m["b"]):
            yield m.start("b"), m.end("a"), f"{m['a']} > {m['b']}"
    for m in _ABOVE.over(text, stretches(text)):
        noun = noun_after(text, m.end("a")).split()[0]
        wholes = [
            n for n in numbers(text, 0, m.start()) if noun_after(text, n.end).split()[:1] == [noun] and not n.approx
        ]
        if wholes and wholes[-1].value < value_of(m["a"]):
            yield m.start(), m.end(), f"{m['a']} > {wholes[-1].text}"


def _later(text: str) -> Iterator[Told]:
    """Items behind the first of a list of parts that exceed the whole right before it."""
    for m in _OPENED.finditer(text) if "rong đó" in text or "rong số" in text else ():
        part = _LATER.match(text, m.end())
        whole = _HELD.search(text, max(0, m.start() - FAR), m.start()) if part is not None else None
        if whole is None or part is None or value_of(part["a"]) <= value_of(whole["b"]):
            continue
        said = text[max(0, whole.start("b") - 20) : part.end() + 12]
        if not ELSE.search(said) and _one_noun(whole["u"], part["v"], ""):
            yield whole.start("b"), part.end("v"), f"{part['a']} > {whole['b']}"


def _repeated(text: str) -> Iterator[Told]:
    """A noun told again with a larger figure, after words that make the second a part of the first."""
    dealt = _DEALT.finditer(text) if " đã " in text else ()
    for m in (*_NUMBER_OF.finditer(text), *_FINISHED.finditer(text), *dealt):
        a, b = value_of(m["a"]), value_of(m["b"])
        if not b < a <= b * NEAR or kind_after(m["u"], 0) in MEASURED:
            continue
        said = text[max(0, m.start("b") - 25) : m.end() + 12]
        other = ELSE.search(said) or LEFT_OVER.search(NONE.sub(" ", text)) or _larger(text, m) or _told_alike(text, m)
        if not other and _one_noun(m["u"], (m["v"] or m["u"]).strip(), m["mid"]):
            yield m.start("b"), m.end("a"), f"{m['a']} > {m['b']}"


def _larger(text: str, m: re.Match[str]) -> bool:
    """Whether an earlier number of the paragraph counts such things and may hold the part, or several of its clause do together."""
    kind, noun = kind_after(text, m.end("b")), noun_after(text, m.end("b")).split()[:1]
    earlier = list(numbers(text, 0, m.start("a")))
    beside = [n for n in earlier if n.end > text.rfind(". ", 0, m.start("b")) and not n.approx]
    if sum(n.value for n in beside if noun_after(text, n.end).split()[:1] == noun) >= value_of(m["a"]):
        return True
    told = (n for n in earlier if n.value >= value_of(m["a"]))
    return any(kind_after(text, n.end) == kind if kind else noun_after(text, n.end).split()[:1] == noun for n in told)


def _told_alike(text: str, m: re.Match[str]) -> bool:
    """Whether what was reached is told of both figures (``19 người trúng cử; số do xã giới thiệu có 30 người trúng cử``): they are items."""
    return m.re is _FINISHED.pattern and text.startswith(text[m.end("a") : m.end()], m.end("b"))


def _outside(m: re.Match[str]) -> bool:
    """Whether a figure is of other things than those of the whole, or the whole is a span of time."""
    if m["u"].lower().split()[0] in _TIME or ELSE.search(m[0]):
        return True
    if m["by"] and not re.search(r",\s(?:có|đã|phát hiện)\b", m["mid"]):
        return True
    return not _SURE.search(m[0][: m.start("a") - m.start()])


def _one_noun(whole: str, part: str, between: str) -> bool:
    """Whether both figures count by the same noun: one that the kinds know, or the same two words, or the same before a verb."""
    ours, theirs = whole.lower().split(), part.lower().split()
    known = noun_of(whole, 0), noun_of(part, 0)
    if kind_after(whole, 0) == "person" and known[1] in _ANYONE:
        return True
    if any(known):
        return known[0] == known[1] and kind_after(whole, 0) not in ("turn", "event", "money")
    return ours == theirs or (ours[0] == theirs[0] and (" này" in between or len(theirs) == 1 or len(ours) == 1))


def _carried(told: re.Match[str], previous: str, start: int) -> Iterator[Told]:
    """A part that opens a sentence against the numbers of its noun in the sentence before."""
    noun = noun_after(told.string, told.end("a"))
    wholes = [n for n in numbers(previous) if noun_after(previous, n.end) == noun and not n.approx]
    if noun and wholes and noun.split()[0] not in _TIME and all(n.value < value_of(told["a"]) for n in wholes):
        largest = max(wholes, key=lambda n: n.value)
        yield start, start + told.end("a"), f"{told['a']} > {largest.text}"


def _of_those(sentence: str, previous: str, start: int) -> Iterator[Told]:
    """A part of what the sentence before counts (``27 đồng chí trong số này``) against all its numbers of that kind."""
    found = list(_BACKWARD.finditer(sentence))
    for m in found if found and not ELSE.search(sentence) else ():
        part = _part(sentence, m)
        if part is None or part.approx:
            continue
        kind, noun = kind_after(sentence, part.end), noun_after(sentence, part.end).split()[:1]
        wholes = [n for n in numbers(previous) if _alike(previous, n, kind, noun)]
        if (kind or noun) and wholes and not any(n.approx or n.value >= part.value for n in wholes):
            largest = max(wholes, key=lambda n: n.value)
            if part.value <= NEAR * largest.value:
                yield (
                    start + min(part.start, m.start()),
                    start + max(part.end, m.end()),
                    f"{part.text} > {largest.text}",
                )


def _part(sentence: str, m: re.Match[str]) -> Number | None:
    """The number that is told to be of those: right before the words, or after them with no other subject in their clause."""
    before = list(numbers(sentence, 0, m.start()))
    if before and _CLOSE.fullmatch(sentence[before[-1].end : m.start()]):
        return before[-1]
    lead = re.split(r"[,;:]", sentence[: m.start()])[-1]
    after = next(numbers(sentence, m.end()), None)
    if (
        after is None
        or after.start - m.end() > FAR
        or (lead.strip() and not re.search(r"\bsố\b|\bcó\b", lead, re.IGNORECASE))
    ):
        return None
    return after


def _alike(text: str, number: Number, kind: str | None, noun: list[str]) -> bool:
    """Whether a number counts persons, as the part does, or things of the part's noun."""
    if kind == "person":
        return kind_after(text, number.end) == kind
    return noun_after(text, number.end).split()[:1] == noun
