"""F203 of shares whose base one clause of the paragraph tells with the same words (``gieo cấy 38.460 ha … 29.840 ha, bằng 77,6% diện tích gieo cấy``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.nearby import Fig, figures
from ..reading.text import DIGITS, approximate, off, sentences, value_of
from .bases import compared
from .rows_of_shares import in_row
from .shares import implied

_SHARE = lazy(
    rf"(?P<gap>[^\d.;:%()]{{0,60}}?(?:,\s(?:đạt|bằng)\s[\d,]+\s?%\s[^\d.;:%()]{{3,40}}?)?)(?:,\s|\s?\(|\svà\s|\s)(?:chiếm|bằng|đạt)\s(?P<p>{DIGITS})\s?%\s(?:so với\s|trong\s|trên\s)?(?P<w>[^\W\d_]+(?:\s[^\W\d_]+){{1,6}})(?=[,.;)]|$)"
)
_CUE = lazy(r"%\s[^\W\d_]+\s[^\W\d_]+")
_ELSE = lazy(
    r"\b(?:kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu|cùng kỳ|năm|kỳ|tháng|quý|nhu cầu|tăng|giảm|vượt|hơn|nghị quyết|bình quân|mỗi|định mức|so với|lượt)\b",
    re.IGNORECASE,
)
"""Bases of another time or of a plan, and changes."""
_WEAK = frozenset({"số", "tổng", "các", "của", "đã", "được", "có", "và", "trong", "toàn", "diện", "tích", "sản", "lượng", "giá", "trị", "đó", "này", "trên"})  # fmt: skip
"""Words that name no base of their own."""
_MARK = lazy(r"[,;:()]|\.\s|\.$")
_YEAR = lazy(r"\b20\d\d\b")
LEAST = 2
"""Words of a base that no other clause has by chance."""
NEAR = Decimal(6)
"""Points by which a share may miss the base that its words name."""
Told = tuple[int, int, str, Decimal, str]


def spoken_bases(text: str) -> Iterator[Told]:
    """(start, end, ``part/whole``, true, printed) of shares of a paragraph that are not those of the base they speak of."""
    counts = [f for f in figures(text) if not f.percent] if _CUE.search(text) else []
    for part in counts:
        m = _SHARE.match(text, part.end)
        if m is None or part.soft or _ELSE.search(m["w"]) or _ELSE.search(re.sub(r"\d[\d,]*\s?%[^,]*$", "", m["gap"])):
            continue
        if in_row(text, m.start("p"), m.end("p")) or approximate(text, m.start("p")):
            continue
        words = [w for w in m["w"].lower().split() if w not in _WEAK]
        whole = _spoken(text, part, words, counts, m.end()) if len(words) >= LEAST else None
        if whole is None or _right(text, part, m["p"], counts):
            continue
        true = 100 * value_of(part.text) / value_of(whole.text)
        if off(m["p"], true) and abs(true - value_of(m["p"])) <= NEAR:
            yield (
                min(part.start, whole.start),
                max(m.end("p") + 1, whole.end),
                f"{part.text}/{whole.text}",
                true,
                f"{m['p']}%",
            )


def _spoken(text: str, part: Fig, words: list[str], counts: list[Fig], end: int) -> Fig | None:
    """The one figure that counts what a part counts, is larger, and in whose clause all the words stand."""
    found = [
        f
        for f in counts
        if f.noun == part.noun
        and f.value > part.value
        and not (f.soft or compared(text, f))
        and not part.start <= f.start < end
        and all(re.search(rf"\b{re.escape(w)}\b", _clause(text, f)) for w in words)
    ]
    if len({f.value for f in found}) != 1 or not _latest(text, found[0]):
        return None
    return found[0]


def _clause(text: str, one: Fig) -> str:
    """The words of a figure between the marks on both sides."""
    left = [m.end() for m in _MARK.finditer(text, 0, one.start)]
    right = _MARK.search(text, one.end)
    return text[left[-1] if left else 0 : right.start() if right else len(text)].lower()


def _latest(text: str, one: Fig) -> bool:
    """Whether a figure is of the last year that the paragraph names, or no year is told with it."""
    start, end = sentences(text)[one.sentence]
    years = _YEAR.findall(text, start, one.start) or _YEAR.findall(text, one.end, min(end, one.end + 20))
    return not years or years[-1] == max(_YEAR.findall(text))


def _right(text: str, part: Fig, percent: str, counts: list[Fig]) -> bool:
    """Whether another number of the paragraph, told or implied by its shares, makes a share right."""
    value = value_of(part.text)
    wholes = [value_of(f.text) for f in counts if f.value > part.value]
    wholes += [Decimal(whole) for at, whole in implied(text) if at != part.start]
    return any(w and not off(percent, 100 * value / w) for w in wholes)
