"""F203 of shares: a part, its percentage and their total, in any order (``kết nạp 226 đảng viên, trong đó nữ 78 đồng chí, chiếm 34,5%``).

Of which number a percentage is the share is seldom said. Where it is (``44 trong 52 chi bộ``), the share must be right. Else it is
taken for a share of the total that its list opens with, or of one told earlier in the paragraph or above the list, and told to be
wrong only when no other number there makes it right and it misses as a slip does, or when the other shares prove the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .text import CLOSED, DIGITS, MEASURED, Number, kind_after, noun_after, noun_of, numbers, off, sentences, value_of

NEAR = Decimal(6)
"""Points by which a lone share may miss and still be taken for a slip; shares of other things seldom come so near."""
FAR = Decimal(20)
"""Points by which one of several shares may miss while another proves the total."""
SURE_DIGITS = 3
"""In a percentage of fewer digits one wrong digit is no sign of a slip."""
MOST_TOTALS = 3
"""So many earlier numbers are tried as the total of a share."""
BESIDE = 60
"""Characters on each side of a number that may name it."""
_AUXILIARY = frozenset({"đã", "được", "có", "bị", "phải", "là"})
REACH = 260
_WORDS = r"(?:[^\d.;:()%]|(?<=lớp )\d{1,2}|(?<=khối )\d{1,2}|(?<=năm )\d{4}|\d\d(?= tuổi))"
"""Words between a part and its share, with classes, years and ages."""
_SHARE = re.compile(
    rf"(?P<gap>{_WORDS}{{0,70}}?)(?P<stop>,\s*|\s?\(|\s[-–]\s|\s)(?:(?P<verb>(?:(?:chiếm|đạt|bằng|tương đương|tương ứng|ứng|tức|nghĩa|hay|là|với|tỷ lệ|tỉ lệ)\s+)+)|(?<=\())"
    rf"(?P<p>{DIGITS})\s?%(?P<after>[^.;,)]{{0,40}})"
)
_FIRST = re.compile(
    rf"(?<![\w/.,])(?P<p>{DIGITS})\s?%(?P<gap>[^\d.;:()%,]{{2,60}})\((?:tức |tương đương |là |với |có )*$"
)
"""``17,4% cấp ủy viên là nữ (08 đồng chí)``, up to the part."""
_PLAIN = ("là", "với", "hay", "ứng", "nghĩa", "tức")
"""Verbs that tell a share only after a mark."""
_OUT_OF = re.compile(
    rf"(?<![\w/.,])(?P<a>{DIGITS})(?P<w>(?:\s[^\W\d]+){{0,8}}?),?\s(?:trong|trên)\s(?P<of>(?:tổng(?:\ssố)?|số)\s)?$"
)
"""``44 trong 52``, up to the whole."""
_OF_TOTAL = re.compile(
    rf"\s?%\s(?:(?:trong|trên|so với|của)\s)?(?:tổng(?:\ssố)?|số)(?:\s[^\W\d]+){{0,4}}?\s(?:là\s)?(?P<b>{DIGITS})(?![\w/]|[.,]\d|\s?%)"
)
_TOTAL_BEHIND = re.compile(r"[^\d.;:%]{0,30}\)?\s(?:trong|trên)\s(?:tổng(?:\ssố)?|số)\s$")
_OF = re.compile(
    r"\s*(?:$|(?:(?:so với|trong|trên|của)\s)?(?:tổng số|tổng|số)(?:\s(?P<base>[^\W\d]+(?:\s[^\W\d]+)+))?\s*$|và\s)"
)
"""What may follow a share of the total before it, its name too; ``của …``, ``kế hoạch`` and the like name another base."""
_OPENER = re.compile(
    r"\btrong (?:đó|số đó|số này)\b|\b(?:bao gồm|gồm|cụ thể|như sau|chia ra)\b|[:;(]|,\s(?:đã|có|số|nữ|nam|hoàn thành|giải quyết)\b|\bđã\b",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\b(?:trong|trên)\s(?:tổng\s)?số\s$", re.IGNORECASE)
_OTHER = re.compile(
    r"\btỷ (?:lệ|trọng)\s\w|,\s*(?:số|tổng|độ|mức|bình quân|thu nhập|diện tích|dân số|sản lượng|giá trị|\w+ suất)\s"
)
"""Another quantity begins, which the percentage belongs to."""
_ELSE = re.compile(
    r"\b(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|cùng kỳ|so với|năm trước|kỳ trước|bình quân|mỗi|tăng|giảm|vượt|tỷ trọng|lượt)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:tăng|giảm|vượt|thêm|còn|(?<!trở )lên|xuống|đến|từ|mỗi|bình quân)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """A part with the percentage that is told of it, and its whole where that is said; offsets into the sentence."""

    part: Number
    percent: str
    start: int
    end: int
    base: str = ""
    whole: Number | None = None

    def of(self, whole: Number) -> Decimal:
        """The true percentage."""
        return 100 * self.part.value / whole.value

    def fits(self, whole: Number) -> bool:
        """Whether the percentage is the part's share of a number."""
        return whole.value > 0 and not off(self.percent, self.of(whole))

    def slipped(self, whole: Number) -> bool:
        """Whether the true percentage has the printed digits but one, or in another order, or its comma at another place."""
        places = len(self.percent.partition(",")[2])
        if whole.value and not (off(self.percent, self.of(whole) * 10) and off(self.percent, self.of(whole) / 10)):
            return True
        meant, told = f"{round(self.of(whole), places):f}".replace(".", ""), self.percent.replace(",", "")
        if len(meant) != len(told) or meant == told:
            return False
        apart = sum(a != b for a, b in zip(meant, told, strict=True))
        return (apart == 2 and sorted(meant) == sorted(told)) or (apart == 1 and len(told) >= SURE_DIGITS)


def lead_shares(text: str, head: str = "", beside: Sequence[str] = ()) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """(start, end, ``part/whole``, true, printed) of every share in a paragraph that misses its total.

    ``head`` is what stands above an item of a list, ``beside`` the other items.
    """
    known: list[Number] | None = None
    for start, end in sentences(text):
        sentence = text[start:end]
        if "%" not in sentence:
            continue
        found = list(numbers(sentence))
        shares = _shares(sentence, found)
        if known is None and shares:
            known = [*numbers(text), *numbers(head)]
        for share in shares:
            told = known or []
            sure = share.whole is not None
            if share.whole:
                whole = share.whole if not share.fits(share.whole) else None
            elif share.base:
                whole = _named(text, share, start, told)
            else:
                whole = _whole(sentence, share, shares, found)
            most = FAR if whole and _AMONG.search(sentence[: whole.start]) else NEAR
            if whole and (sure or _misses(share, whole, shares, told, most=most)):
                at = whole.start if share.base else start + min(whole.start, share.start)
                yield at, start + share.end, f"{share.part.text}/{whole.text}", share.of(whole), f"{share.percent}%"
            elif whole is None and not (share.whole or share.base):
                far = _further(text, start, share, shares, told, head, beside)
                if far:
                    yield (
                        start + share.start,
                        start + share.end,
                        f"{share.part.text}/{far.text}",
                        share.of(far),
                        f"{share.percent}%",
                    )


def _shares(sentence: str, found: list[Number]) -> list[Share]:
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
    if m is None:
        return None
    if whole := _told_after(sentence, number, m):
        return Share(number, m["p"], number.start, whole.end, "", whole)
    part = _out_of(sentence, number)
    if not _is_share(m, explicit=part is not None):
        return None
    if part:
        return Share(part, m["p"], part.start, m.end("p") + 1, "", number)
    if number.approx or _CHANGED.search(sentence[: number.start]):
        return None
    told = _OF.match(m["after"])
    return Share(number, m["p"], number.start, m.end("p") + 1, (told and told["base"]) or "")


def _told_after(sentence: str, part: Number, m: re.Match[str]) -> Number | None:
    """The whole that is told right after a share (``chiếm 45% trong tổng dư nợ 102,7 tỷ đồng``), of the part's noun."""
    told = _OF_TOTAL.match(sentence, m.end("p"))
    if told is None or part.approx or _ELSE.search(m["gap"]) or _CHANGED.search(sentence[: part.start]):
        return None
    whole = next(numbers(sentence, told.start("b")), None)
    same = noun_after(sentence, part.end).split()[:1] == noun_after(sentence, told.end("b")).split()[:1]
    return whole if whole and whole.start == told.start("b") and same and whole.value >= part.value > 0 else None


def _ahead(sentence: str, number: Number, later: Number | None) -> Share | None:
    """A share whose part follows in brackets, and then perhaps the whole."""
    first = None if number.approx else _FIRST.search(sentence[: number.start])
    if (
        first is None
        or _ELSE.search(first["gap"])
        or value_of(first["p"]) > 100
        or sentence.startswith("/", number.end)
    ):
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
    if part is None or part.approx or not 0 < part.value <= whole.value or _ELSE.search(m[0]):
        return None
    nouns = [noun_after(sentence, n.end).split()[:1] for n in (part, whole)]
    return part if m["of"] or not m["w"] or nouns[0] == nouns[1] else None


def _is_share(m: re.Match[str], *, explicit: bool) -> bool:
    """Whether a percentage is told of the number before it, and not of a plan, another quantity or a level that each reached."""
    verb = m["verb"] or ""
    if (
        not _OF.match(m["after"])
        or _ELSE.search(m["gap"].removeprefix(" lượt"))
        or _OTHER.search(m["gap"])
        or value_of(m["p"]) > 100
    ):
        return False
    if verb.startswith(("đạt", *_PLAIN)) and not m["stop"].strip():
        return False
    # what is measured reaches a share of its plan more often than of the total before it
    measured = kind_after(m.string, m.start()) in MEASURED
    return explicit or not (measured and verb.split()[:1] in (["đạt"], ["bằng"], ["tương"]))


def _whole(sentence: str, share: Share, shares: list[Share], found: list[Number]) -> Number | None:
    """The number that a list opens with: the nearest that may hold the part, no share itself, with an opener between."""
    kind, noun = kind_after(sentence, share.part.end), noun_of(sentence, share.part.end)
    parts = {s.part.start for s in shares}
    for number in reversed([n for n in found if n.end <= share.part.start]):
        between = sentence[number.end : share.part.start]
        if len(between) > REACH:
            return None
        if number.value <= share.part.value or number.start in parts:
            continue
        ours = kind_after(sentence, number.end)
        told = _OPENER.search(between) or _AMONG.search(sentence[: number.start])
        first, second = (noun_after(sentence, n.end).split()[:1] for n in (number, share.part))
        if (
            (ours is None and (not first or first != second))
            or not told
            or number.approx
            or _ELSE.search(sentence[max(0, number.start - 30) : number.start])
        ):
            continue
        if kind is None or (
            kind == ours and (ours not in ("case", "event", "paper") or noun == noun_of(sentence, number.end))
        ):
            return None if _ELSE.search(between.rpartition(";")[2].removeprefix(" lượt")) else number
    return None


def _named(text: str, share: Share, start: int, known: list[Number]) -> Number | None:
    """The last number before a share, of its kind, beside which its base is named (``xét xử 214 vụ … 18,7% số vụ đã xét xử``)."""
    kind = kind_after(text, start + share.part.end)
    words = [w for w in share.base.lower().split() if w not in _AUXILIARY]
    for number in reversed([n for n in known if n.end <= start + share.part.start and n.value > share.part.value]):
        around = text[max(0, number.start - BESIDE) : number.end + BESIDE].lower()
        if kind_after(text, number.end) in (kind, None) and all(w in around for w in words) and not number.approx:
            return number
    return None


def _misses(share: Share, whole: Number, shares: list[Share], known: list[Number], *, most: Decimal) -> bool:
    """Whether a share is neither of the total nor of any other number, and a slip or refuted by its neighbours."""
    if any(share.fits(n) for n in known if n.value >= share.part.value):
        return False
    if share.slipped(whole):
        return True
    others = [s for s in shares if s is not share and s.part.value < whole.value]
    missed = abs(share.of(whole) - value_of(share.percent))
    if share.base:
        return missed <= FAR
    if others:
        return any(s.fits(whole) for s in others) and missed <= FAR
    return missed <= most


def _further(
    text: str, start: int, share: Share, shares: list[Share], known: list[Number], head: str, beside: Sequence[str]
) -> Number | None:
    """A total elsewhere that a share misses by a slip: without an opener, in the sentences before, or above its list."""
    if any(share.fits(n) for n in known if n.value >= share.part.value):
        return None
    noun, kind = noun_after(text, start + share.part.end).split()[:1], kind_after(text, start + share.part.end)
    told = [(n, text) for n in numbers(text, 0, start + share.start)][::-1] + [(n, head) for n in numbers(head)][::-1]
    others = [s for s in shares if s is not share]
    for one, at in ((s, t) for t in beside for s in sentences(t)):
        others += _shares(at[slice(*one)], list(numbers(at[slice(*one)])))
    for whole, home in [(n, h) for n, h in told if _may_hold(n, h, share, kind, noun)][:MOST_TOTALS]:
        missed = abs(share.of(whole) - value_of(share.percent))
        proved = any(s.fits(whole) and s.part.value != share.part.value for s in others)
        if share.slipped(whole) or (missed <= (FAR if proved else NEAR) and (proved or home is head)):
            return whole
    return None


def _may_hold(whole: Number, home: str, share: Share, kind: str | None, noun: list[str]) -> bool:
    """Whether a number counts what a part counts, is larger, and no plan, change or rounded figure."""
    if whole.value <= share.part.value or whole.approx or _ELSE.search(home[max(0, whole.start - 30) : whole.start]):
        return False
    ours = kind_after(home, whole.end)
    if ours is None or kind is None:
        return noun != [] and noun_after(home, whole.end).split()[:1] == noun
    return ours == kind and (kind in CLOSED or noun_after(home, whole.end).split()[:1] == noun)
