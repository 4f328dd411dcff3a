"""T701 of proper names told in two ways: one post held by two people, one company or village of two names, but for a slip of the pen.

Two names are one where a single syllable differs by a mark, a tone or a letter. Near names of different people and villages are
common, so something must say that one is meant: the same post, the same kind of body, or one name told again and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...expressions import lazy
from ...gates import Gated, places
from ...text import fold
from ..figures.reading.text import sentences
from ..letters import UPPER
from .letters import one_letter, variants
from .near import near

_WORD = rf"[{UPPER}][^\W\d_]*"
_NAME = rf"{_WORD}(?:\s{_WORD}){{1,4}}"
_POST = r"(?:Bí thư|Chủ tịch|Phó Bí thư Thường trực|Trưởng|Chánh|Giám đốc|Hiệu trưởng|Chủ nhiệm|Chỉ huy trưởng)(?:\s[^\W\d_]+){1,6}?"
"""Posts that one person holds at a time."""
_END = r"(?=\s?[,.;:)\n]|\s(?:đã|làm|chủ trì|trực tiếp|dự|phát biểu|phụ trách|được|là|và|nhiệm kỳ)\b|\s?$)"
_PERSON = Gated(rf"\b(?:[Đđ]ồng chí|đ/c|[Ôô]ng|[Bb]à):?\s(?P<name>{_NAME})\s?[,–-]\s(?P<post>{_POST}){_END}")
_BODY = Gated(
    rf"\b(?P<kind>Công ty (?:TNHH|CP|[Cc]ổ phần)(?: MTV)?|(?:Hợp tác xã|HTX)(?: (?:[Nn]ông nghiệp|[Dd]ịch vụ|tổng hợp|và|-))*)\s(?P<name>{_NAME})"
)
_PLACES = (
    "thôn",
    "bản",
    "ấp",
    "buôn",
    "xóm",
    "xã",
    "phường",
    "Tiểu học",
    "Mầm non",
    "THCS",
    "THPT",
    "cơ sở",
    "phổ thông",
)
_CALLED = lazy(rf"(?<![^\W\d_])(?P<name>{_NAME})")
USUAL = 3
"""So often a place is named whose near name, told once, is a slip: villages of near names are neighbours."""
Slip = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """A name as it is told, and where."""

    name: str
    start: int
    end: int


def namesakes(text: str) -> Iterator[Slip]:
    """(start, end, wrong, right) of each name that is another one but for a slip of the pen."""
    for expression, kind in ((_PERSON, "post"), (_BODY, "kind")):
        groups: dict[str, list[_Told]] = {}
        for m in expression.finditer(text):
            groups.setdefault(" ".join(m[kind].lower().split()), []).append(_Told(m["name"], *m.span("name")))
        for told in groups.values():
            yield from _slipped(text, told, 1)
    for word in _PLACES:
        yield from _slipped(text, list(_places(text, f"{word} ")), USUAL)


def _places(text: str, word: str) -> Iterator[_Told]:
    """The names behind a word for a kind of place or school."""
    for at in places(text, word):
        begin = at + len(word)
        if text[begin : begin + 1].isupper() and not text[at - 1 : at].isalpha():
            m = _CALLED.match(text, begin)
            if m is not None:
                yield _Told(m["name"], *m.span("name"))


def _slipped(text: str, told: list[_Told], least: int) -> Iterator[Slip]:
    """Each name of one kind that is told once and is nearly one that is told at least so often."""
    by_name: dict[str, list[_Told]] = {}
    for one in told:
        by_name.setdefault(fold(one.name), []).append(one)
    names = sorted(by_name, key=lambda n: (-len(by_name[n]), by_name[n][0].start)) if len(by_name) > 1 else []
    for at, wrong in enumerate(names):
        odd = by_name[wrong]
        right = next((n for n in names[:at] if len(by_name[n]) >= least and _near(n, wrong)), None)
        if right is None or len(odd) > 1 or variants(odd[0].name, by_name[right][0].name):
            continue
        if not _side_by_side(text, odd[0], by_name[right]):
            yield odd[0].start, odd[0].end, odd[0].name, by_name[right][0].name


def _near(a: str, b: str) -> bool:
    """Whether two folded names differ in one syllable, by a mark, a tone or a letter."""
    left, right = a.split(), b.split()
    wrong = [(x, y) for x, y in zip(left, right, strict=False) if x != y]
    if len(left) != len(right) or len(wrong) != 1:
        return False
    return bool(near(*wrong[0])) or one_letter(*wrong[0])


def _side_by_side(text: str, one: _Told, others: list[_Told]) -> bool:
    """Whether a sentence names both: then they are two."""
    start, end = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
    line = text[start : end if end >= 0 else len(text)]
    home = next(((start + a, start + b) for a, b in sentences(line) if a <= one.start - start < b), (start, start))
    return any(home[0] <= o.start < home[1] for o in others)
