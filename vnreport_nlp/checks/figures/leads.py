"""F203 in lists: shares of a total that stands before them (``kết nạp 226 đảng viên, trong đó nữ 78 đồng chí, chiếm 34,5%``).

Of which number a percentage is the share is seldom said. It is taken for a share of the total that its list opens with, and told to
be wrong only when no other number of the paragraph makes it right and it misses by little, as a slip does, or when the other shares
of the list prove the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .text import DIGITS, MEASURED, Number, kind_after, noun_after, noun_of, numbers, off, sentences, value_of

NEAR = Decimal(6)
"""Points by which a lone share may miss and still be taken for a slip; shares of other things seldom come so near."""
FAR = Decimal(20)
"""Points by which one of several shares may miss while another proves the total."""
BESIDE = 60
"""Characters on each side of a number that may name it."""
_AUXILIARY = frozenset({"đã", "được", "có", "bị", "phải", "là"})
REACH = 260
_SHARE = re.compile(
    rf"(?P<gap>[^\d.;:()%]{{0,70}}?)(?P<stop>,\s*|\s?\(|\s[-–]\s|\s)(?:(?P<verb>chiếm(?:\stỷ lệ)?|đạt(?:\stỷ lệ)?|bằng|tỷ lệ|tương đương|tương ứng|tức)\s+|(?<=\())"
    rf"(?P<p>{DIGITS})\s?%(?P<after>[^.;,)]{{0,40}})"
)
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
    """A part with the percentage that is told of it; offsets into the sentence."""

    part: Number
    percent: str
    end: int
    base: str = ""

    def of(self, whole: Number) -> Decimal:
        """The true percentage."""
        return 100 * self.part.value / whole.value

    def fits(self, whole: Number) -> bool:
        """Whether the percentage is the part's share of a number."""
        return whole.value > 0 and not off(self.percent, self.of(whole))


def lead_shares(text: str) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """(start, end, ``part/whole``, true, printed) of every share in a paragraph that misses the total before it."""
    known: list[Number] | None = None
    for start, end in sentences(text):
        sentence = text[start:end]
        if "%" not in sentence:
            continue
        found = list(numbers(sentence))
        shares = _shares(sentence, found)
        known = list(numbers(text)) if known is None and shares else known
        for share in shares:
            whole = _named(text, share, start, known or []) if share.base else _whole(sentence, share, shares, found)
            if whole and _misses(share, whole, shares, known or []):
                at = whole.start if share.base else start + min(whole.start, share.part.start)
                yield at, start + share.end, f"{share.part.text}/{whole.text}", share.of(whole), f"{share.percent}%"


def _shares(sentence: str, found: list[Number]) -> list[Share]:
    out = []
    for number in found:
        m = None if number.approx else _SHARE.match(sentence, number.end)
        if m and _is_share(m) and not _CHANGED.search(sentence[: number.start]):
            told = _OF.match(m["after"])
            out.append(Share(number, m["p"], m.end("p") + 1, (told and told["base"]) or ""))
    return out


def _is_share(m: re.Match[str]) -> bool:
    """Whether a percentage is told of the number before it, and not of a plan, another quantity or a level that each reached."""
    verb = m["verb"] or ""
    if not _OF.match(m["after"]) or _ELSE.search(m["gap"]) or _OTHER.search(m["gap"]) or value_of(m["p"]) > 100:
        return False
    if verb.startswith("đạt") and not m["stop"].strip():
        return False
    # what is measured reaches a share of its plan more often than of the total before it
    measured = kind_after(m.string, m.start()) in MEASURED
    return not (measured and verb.split()[:1] in (["đạt"], ["bằng"], ["tương"]))


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
            return None if _ELSE.search(between.rpartition(";")[2]) else number
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


def _misses(share: Share, whole: Number, shares: list[Share], known: list[Number]) -> bool:
    """Whether a share is neither of the total nor of any other number, and a slip or refuted by its neighbours."""
    if any(share.fits(n) for n in known if n.value >= share.part.value):
        return False
    others = [s for s in shares if s is not share and s.part.value < whole.value]
    missed = abs(share.of(whole) - value_of(share.percent))
    if share.base:
        decimals = len(share.percent.partition(",")[2])
        meant = f"{round(share.of(whole), decimals)}".replace(".", "")
        return missed <= FAR or sorted(meant) == sorted(share.percent.replace(",", ""))
    if others:
        return any(s.fits(whole) for s in others) and missed <= FAR
    return missed <= NEAR
