"""F204 of a goal: the value that it starts from, told otherwise where it was reached (``phấn đấu đạt 62 triệu đồng (năm 2024 là 54,6 triệu đồng)``).

A goal and what was reached are two things; but the value of a past year that the goal is set against is that of the same year told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....model import Document, Span
from ...context import NO_PROSE
from ..reading.slips import swapped
from ..reading.text import DIGITS, sentences, value_of

_CUE = lazy(r"\((?:ước |thực hiện )*năm 20\d\d|\btừ (?:mức )?\d[\d.,]*[^.;]{1,20}\snăm 20\d\d|rên cơ sở \d")
"""What begins such a value, quickly looked for."""
_UNIT = r"(?P<u>%|triệu đồng|tỷ đồng|tấn|ha|hộ|người)"
_BRACKET = lazy(
    rf"\b(?:đạt|còn|là|lên|tăng lên|giảm còn|giảm xuống còn|xuống còn|ở mức)\s(?:(?:trên|dưới|khoảng|mức|từ)\s)*(?:{DIGITS})[^().;]{{0,24}}\((?:ước |thực hiện )*năm (?P<y>20\d\d)(?:\s(?:ước|là|đạt|còn))*\s(?P<v>{DIGITS})\s?{_UNIT}"
)
_FROM = lazy(
    rf"\btừ (?:mức )?(?P<v>{DIGITS})\s?{_UNIT}\s(?:cuối |vào |của )?năm (?P<y>20\d\d)\s(?:lên|xuống|còn|tăng lên|giảm còn|đạt)"
)
_BASED = lazy(r"\b[Tt]rên cơ sở (?P<v>\d+)/(?P<b>\d+)\s(?P<what>[^\W\d_]+\s(?:đã\s)?(?:[^\W\d_]+\s){2,4})")
_GOAL = lazy(
    r"phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|nâng|đưa|giảm|tăng|đến năm|dự kiến|nghị quyết|cùng kỳ|so với", re.IGNORECASE
)
_AIM = lazy(
    r"^(?:(?:phấn|đấu|nâng|đưa|giảm|tăng|mục|tiêu|đến|cuối|năm|tỉnh|huyện|xã|để|và|là|dự|kiến|tiếp|tục|mức)\s)+",
    re.IGNORECASE,
)
"""What a goal begins with before its name."""
_ELSEWHERE = lazy(
    r"\b(?:đầu năm|giữa năm|tháng|quý|kỳ|của|cả nước|toàn quốc|toàn tỉnh|khu vực|thành thị|nông thôn|riêng|trong đó|bình quân chung)\b",
    re.IGNORECASE,
)
_YEAR = lazy(r"20\d\d")
LEAST = 3
"""Syllables of a name that is nobody else's."""
NEAR = Decimal("1.25")
"""Values further apart are two things, unless two digits changed places."""
Told = tuple[str, Span]
Prose = list[tuple[int, str]]
"""Paragraphs of running text with their offsets."""


def started(document: Document) -> Iterator[tuple[Told, Told]]:
    """(text, span) of what was reached and of another value that a goal is told to start from."""
    prose = [(p.start, document.text[p.start : p.end]) for p in document.paragraphs if p.story not in NO_PROSE]
    for base, text in prose:
        if not _CUE.search(text):
            continue
        for start, end in sentences(text):
            sentence = text[start:end]
            for m in (*_BRACKET.finditer(sentence), *_FROM.finditer(sentence)):
                if _GOAL.search(sentence):
                    at = base + start
                    yield from _paired(_reached(prose, m, at), (m["v"], Span(at + m.start("v"), at + m.end("u"))))
            for m in _BASED.finditer(sentence):
                at = base + start
                yield from _paired(_counted(prose, m, at), (m["v"], Span(at + m.start("v"), at + m.end("what") - 1)))


def _paired(found: list[Told], told: Told) -> Iterator[tuple[Told, Told]]:
    """The one value told elsewhere with the other that is told here, unless some place tells the same."""
    value = value_of(told[0])
    others = {value_of(text) for text, _ in found}
    if len(others) != 1 or value in others or not value:
        return
    low, high = sorted((value, *others))
    if low and (high <= low * NEAR or swapped(low, high)):
        yield (found[0], told) if found[0][1].start < told[1].start else (told, found[0])


def _reached(prose: Prose, m: re.Match[str], at: int) -> list[Told]:
    """The values that a name has elsewhere in a year."""
    lead = re.split(r"[,;:.(]", m.string[: m.start()])[-1].strip()
    name = _AIM.sub("", lead)
    if len(name.split()) < LEAST:
        return []
    words = rf"(?<!\w){re.escape(name)}(?!\w)(?P<gap>(?:[^.;:()\d]|20\d\d){{1,60}}?\s)(?P<v>{DIGITS})\s?{re.escape(m['u'])}(?!\w)"
    return [
        (one["v"], Span(base + one.start("v"), base + one.end()))
        for base, one, lead in _told(prose, words, name[1:], at + m.start("v"))
        if set(_YEAR.findall(lead + one["gap"])) == {m["y"]} and not _ELSEWHERE.search(lead + one["gap"])
    ]


def _counted(prose: Prose, m: re.Match[str], at: int) -> list[Told]:
    """The parts of the same whole that are told to have come so far elsewhere."""
    noun, *what = [w for w in m["what"].split() if w != "đã"][: LEAST + 1]
    words = rf"(?<![\w/.,])(?P<v>\d+)/{m['b']}\s{noun}\s(?:đã\s)?{' '.join(what)}(?!\w)"
    return [
        (one["v"], Span(base + one.start("v"), base + one.end()))
        for base, one, lead in _told(prose, words, f"/{m['b']} ", at + m.start("v"))
        if not _YEAR.search(lead)
    ]


def _told(prose: Prose, words: str, cue: str, own: int) -> Iterator[tuple[int, re.Match[str], str]]:
    """(offset of its paragraph, match, what stands before it in its sentence) of words told elsewhere and not as a goal."""
    for base, text in prose:
        for one in re.finditer(words, text, re.IGNORECASE) if cue in text else ():
            opened = max(text.rfind(". ", 0, one.start()), text.rfind(";", 0, one.start())) + 1
            if base + one.start("v") != own and not _GOAL.search(text, opened, one.end()):
                yield base, one, text[opened : one.start()]
