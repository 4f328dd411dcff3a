"""Shares as a sentence tells them: a part, its percentage, and their total where it is said (``44 trong 52 chi bộ, đạt 84,6%``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ....expressions import lazy
from ..reading.text import DIGITS, MEASURED, Number, kind_after, noun_after, numbers, off, value_of
from .rows_of_shares import in_row

SURE_DIGITS = 3
"""In a percentage of fewer digits one wrong digit is no sign of a slip."""
CLOSE = 70
"""Characters between a part and its share, where the whole is not told with it."""
REACH = 260
_WORDS = r"(?:[^\d.;:()%]|(?<=lớp )\d{1,2}|(?<=khối )\d{1,2}|(?<=năm )\d{4}|\d\d(?= tuổi))"
"""Words between a part and its share, with classes, years and ages."""
_SHARE = lazy(
    rf"(?P<gap>{_WORDS}{{0,130}}?)(?P<stop>,\s*|\s?\(|\s[-–]\s|\s)(?:(?P<verb>(?:(?:chiếm|đạt|bằng|tương đương|tương ứng|ứng|tức|nghĩa|hay|là|với|tỷ lệ|tỉ lệ)\s+)+)|(?<=\())"
    rf"(?P<p>{DIGITS})\s?%(?P<after>[^.;,)]{{0,40}})"
)
_FIRST = lazy(rf"(?<![\w/.,])(?P<p>{DIGITS})\s?%(?P<gap>[^\d.;:()%,]{{2,60}})\((?:tức |tương đương |là |với |có )*$")
"""``17,4% cấp ủy viên là nữ (08 đồng chí)``, up to the part."""
_PLAIN = ("là", "với", "hay", "ứng", "nghĩa", "tức")
"""Verbs that tell a share only after a mark."""
_OUT_OF = lazy(
    rf"(?<![\w/.,])(?P<a>{DIGITS})(?P<w>(?:\s[^\W\d]+){{0,8}}?),?\s(?:trong|trên)\s(?P<of>(?:tổng(?:\ssố)?|số)\s)?$"
)
"""``44 trong 52``, up to the whole."""
_OF_TOTAL = lazy(
    rf"\s?%\s(?:(?:trong|trên|so với|của)\s)?(?:tổng(?:\ssố)?|số)(?:\s[^\W\d]+){{0,4}}?\s\(?(?:là\s)?(?P<b>{DIGITS})(?![\w/]|[.,]\d|\s?%)"
)
_TOTAL_BEHIND = lazy(r"[^\d.;:%]{0,30}\)?\s(?:trong|trên)\s(?:tổng(?:\ssố)?|số)\s$")
_OF = lazy(
    r"\s*(?:$|(?:(?:so với|trong|trên|của)\s)?(?:tổng số|tổng mức|tổng|số)(?:\s(?P<base>[^\W\d]+(?:\s[^\W\d]+)+))?\s*$|và\s)"
)
"""What may follow a share of the total before it, its name too; ``của …``, ``kế hoạch`` and the like name another base."""
_GOES_ON = lazy(r"\svà\s(?:tăng|giảm|vượt)\b.*$", re.IGNORECASE)
"""``chiếm 8,2% tổng mức và tăng 6,5%``: the share ends before it."""
_OTHER = lazy(
    r"\btỷ (?:lệ|trọng)\s\w|,\s*(?:số|tổng|độ|mức|bình quân|thu nhập|diện tích|dân số|sản lượng|giá trị|\w+ suất)\s"
)
"""Another quantity begins, which the percentage belongs to."""
ELSE = lazy(
    r"\b(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|cùng kỳ|so với|năm trước|kỳ trước|bình quân|mỗi|tăng|giảm|vượt|tỷ trọng|lượt)\b",
    re.IGNORECASE,
)
_CHANGED = lazy(r"(?:tăng|giảm|vượt|thêm|còn|(?<!trở )lên|xuống|đến|từ|mỗi|bình quân)\s*$", re.IGNORECASE)


SHARED = lazy(rf"[^\d.;,()]{{0,40}}(?:[(,–-]\s?|\s)(?:(?:chiếm|đạt|tỷ lệ|bằng|là)\s){{0,2}}(?P<p>{DIGITS})\s?%")
"""What stands behind a part that its share follows: ``96 học sinh giỏi (chiếm 23,2%)``."""
_ANOTHER = lazy(r"\s(?!trong|trên|so với|của|tổng|số|và|là|đã|được|có|cao|thấp|tăng|giảm|vượt|đạt|ở)[^\W\d_]+\s[^\W_]+")


@dataclass(frozen=True, slots=True)
class Share:
    """A part with the percentage that is told of it, and its whole where that is said; offsets into the sentence."""

    part: Number
    percent: str
    start: int
    end: int
    base: str = ""
    whole: Number | None = None

    def names_another(self, sentence: str) -> bool:
        """Whether a share goes on with what it is of, and that is no total told before (``81,8% trẻ 2 tuổi``)."""
        return self.whole is None and not self.base and _ANOTHER.match(sentence, self.end) is not None

    def of(self, whole: Number) -> Decimal:
        """The true percentage."""
        return 100 * self.part.value / whole.value

    def fits(self, whole: Decimal) -> bool:
        """Whether the percentage is the part's share of a number."""
        return whole > 0 and not off(self.percent, 100 * self.part.value / whole)

    def slipped(self, whole: Number) -> bool:
        """The same of a number told."""
        return self.slipped_of(whole.value)

    def slipped_of(self, whole: Decimal) -> bool:
        """Whether the true percentage has the printed digits but one, or in another order, or its comma at another place."""
        places, true = len(self.percent.partition(",")[2]), 100 * self.part.value / whole if whole else Decimal()
        if whole and not (off(self.percent, true * 10) and off(self.percent, true / 10)):
            return True
        meant, told = f"{round(true, places):f}".replace(".", ""), self.percent.replace(",", "")
        if len(meant) != len(told) or meant == told:
            return False
        apart = sum(a != b for a, b in zip(meant, told, strict=True))
        return (apart == 2 and sorted(meant) == sorted(told)) or (apart == 1 and len(told) >= SURE_DIGITS)


@lru_cache(maxsize=64)
def implied(text: str) -> tuple[tuple[int, float], ...]:
    """(where a part begins, the whole that its share is of), told or not (``82.140 người (98,9%), 80.966 người (97,5%)``)."""
    out = []
    for number in numbers(text) if "%" in text else ():
        m = SHARED.match(text, number.end)
        if m and len(m["p"].replace(",", "")) >= SURE_DIGITS and value_of(m["p"]):
            out.append((number.start, float(100 * number.value / value_of(m["p"]))))
    return tuple(out)


def shares_of(sentence: str, found: list[Number]) -> list[Share]:
    """Every share of a sentence whose part is told; a class (``lớp 9``) is no part."""
    out = []
    for index, number in enumerate(found):
        if not sentence[: number.start].endswith(("lớp ", "khối ")):
            later = found[index + 1] if index + 1 < len(found) else None
            share = _behind(sentence, number) or _ahead(sentence, number, later)
            if share:
                out.append(share)
    return out


def _behind(sentence: str, number: Number) -> Share | None:
    """A share that follows its part, or the whole that its part is told to be of."""
    m = _SHARE.match(sentence, number.end)
    if m is None or in_row(sentence, m.start("p"), m.end("p")):
        return None
    if whole := _told_after(sentence, number, m):
        return Share(number, m["p"], number.start, whole.end, "", whole)
    part = _out_of(sentence, number)
    if part is None and len(m["gap"]) > CLOSE:
        return None
    if not _is_share(m, explicit=part is not None):
        return None
    if part:
        return Share(part, m["p"], part.start, m.end("p") + 1, "", number)
    if number.approx or _CHANGED.search(sentence[: number.start]):
        return None
    told = _OF.match(_GOES_ON.sub("", m["after"]))
    return Share(number, m["p"], number.start, m.end("p") + 1, (told and told["base"]) or "")


def _told_after(sentence: str, part: Number, m: re.Match[str]) -> Number | None:
    """The whole that is told right after a share (``chiếm 45% trong tổng dư nợ 102,7 tỷ đồng``), of the part's noun."""
    told = _OF_TOTAL.match(sentence, m.end("p"))
    if told is None or part.approx or ELSE.search(m["gap"]) or _CHANGED.search(sentence[: part.start]):
        return None
    whole = next(numbers(sentence, told.start("b")), None)
    same = noun_after(sentence, part.end).split()[:1] == noun_after(sentence, told.end("b")).split()[:1]
    return whole if whole and whole.start == told.start("b") and same and whole.value > part.value > 0 else None


def _ahead(sentence: str, number: Number, later: Number | None) -> Share | None:
    """A share whose part follows in brackets, and then perhaps the whole."""
    first = None if number.approx else _FIRST.search(sentence[: number.start])
    if first is None or ELSE.search(first["gap"]) or value_of(first["p"]) > 100 or sentence.startswith("/", number.end):
        return None
    whole = later if later and _TOTAL_BEHIND.fullmatch(sentence[number.end : later.start]) else None
    return Share(number, first["p"], first.start(), (whole or number).end, "", whole)


def _out_of(sentence: str, whole: Number) -> Number | None:
    """The part that is told to be of a number (``44 trong 52``), counted by the same noun or by none."""
    m = _OUT_OF.search(sentence[max(0, whole.start - REACH) : whole.start])
    if m is None:
        return None
    at = whole.start - len(m.string) + m.start("a")
    part = next((n for n in numbers(sentence, at, whole.start) if n.start == at), None)
    if part is None or part.approx or not 0 < part.value <= whole.value or ELSE.search(m[0]):
        return None
    kinds = {kind_after(sentence, n.end) for n in (part, whole)} - {None}
    if len(kinds) > 1:
        return None
    nouns = [noun_after(sentence, n.end).split()[:1] for n in (part, whole)]
    return part if m["of"] or not m["w"] or nouns[0] == nouns[1] else None


def _is_share(m: re.Match[str], *, explicit: bool) -> bool:
    """Whether a percentage is told of the number before it, and not of a plan, another quantity or a level that each reached."""
    verb = m["verb"] or ""
    if (
        not _OF.match(_GOES_ON.sub("", m["after"]))
        or ELSE.search(m["gap"].removeprefix(" lượt"))
        or _OTHER.search(m["gap"])
        or value_of(m["p"]) > 100
    ):
        return False
    if verb.startswith(("đạt", *_PLAIN)) and not m["stop"].strip():
        return False
    # what is measured reaches a share of its plan more often than of the total before it
    measured = kind_after(m.string, m.start()) in MEASURED
    return explicit or not (measured and verb.split()[:1] in (["đạt"], ["bằng"], ["tương"]))
