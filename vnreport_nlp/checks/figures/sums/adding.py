"""Which figures may be the parts of a total, weighed by words: runs of figures before or behind it, and measures of each."""

# Long because: whether figures in a row make a total is judged by many small signs, each a function of its own.

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ....expressions import lazy
from ..reading.dims import dimension
from ..reading.nearby import Fig, figures
from ..reading.parts import NESTED, is_process, others_behind, own_units
from ..reading.rests import is_longer, open_at
from ..reading.text import MEASURED

REACH = 420
"""Characters from a total within which its first part stands, and from each part to the next: a list is read to its end, for less of it never adds up."""
LARGE = 10
"""Two figures make a smaller total by chance."""
WIDE = 0.12
"""By so much of its total a list may miss it."""
SMALL = 3
"""Or by so many."""
CROWD = 40
"""A passage with more figures is a table that lost its cells."""
_DIGITS = lazy(r"(?<![\d.,/])\d+(?:[.,]\d+)*(?![/\d])")
_CHANGED = lazy(r"\b(?:tăng|giảm|thêm)\s$", re.IGNORECASE)
"""The amount of a change is no total of a list."""
_PAID = lazy(r"\b(?:giải ngân|thanh toán|quyết toán|đã chi)\b", re.IGNORECASE)
"""What was done of a plan."""
_SOME = lazy(r"\btrong (?:đó|số đó|số này),? có\b", re.IGNORECASE)
"""Some of all."""
_MOSTLY = lazy(
    r"\((?:[^()]*\b(?:chủ yếu|nhất là|như|điển hình|tiêu biểu|nổi bật|riêng|ví dụ)\b|trong đó\b)", re.IGNORECASE
)
"""What a bracket opens with that holds the most or some examples."""
_ROUGH = lazy(
    r"\b(?:khoảng|hơn|gần|trên|dưới|ước|xấp xỉ|bình quân|trung bình|mỗi|ít nhất|tối thiểu|tối đa)\s*$", re.IGNORECASE
)
_UP_TO = lazy(r"[^,;.\d]{0,30}\b(?:trở lên|trở xuống|đến \d)", re.IGNORECASE)
_BESIDE = lazy(r"chuyển sang|chuyển tiếp|kỳ trước|ngoài ra|khách mời|cùng với", re.IGNORECASE)
"""What is told beside a total."""
_TOTAL = lazy(r"\s*(?:và\s)?(?:tổng|tổng số)\s", re.IGNORECASE)
_OPENER = lazy(r"\b(?:trong (?:đó|số)|gồm|cụ thể|chia)\b|[:(]", re.IGNORECASE)
_NESTED = lazy(r"\btrong (?:đó|số đó|số này)\b", re.IGNORECASE)
"""Behind it stand parts of a part."""
_FROM = lazy(r"\btừ\s$", re.IGNORECASE)
"""``từ 08 phòng xuống 05 phòng`` are an earlier and a later value."""
_RATIO = lazy(r"\d/\d")
_OF_YEAR = lazy(r"(?:\s[^\W\d_]+){0,3}\s(?:năm|tháng|quý)\s((?:19|20)\d\d|\d{1,2}|[IVX]+)\b")
_TIME = lazy(r"\s?(?:%|tuổi|tháng|năm|ngày|giờ|lần|[-–]\s?\d|đến \d)")
_SUMMED = lazy(
    r"\b(?:tổng|cộng|cả|nâng|đưa|đạt|thành|lên|là|được|còn|như vậy|tất cả|chung|toàn|có|giảm|tăng|lại)\b", re.IGNORECASE
)
"""What comes before a total that stands behind its parts."""
_YEAR = lazy(r"(?:19|20)\d\d$|/\s?\d+$")
_REST = lazy(r"\b(?:còn lại|ngoài ra|số khác|các loại|và nhiều|v\.v)|\.\.\.|…", re.IGNORECASE)
REST = 70
"""Characters behind a list in which it may say that it is not all."""
LABEL = lazy(r"[,;:.()]|\s(?:và|cùng|còn)\s")


@dataclass(frozen=True, slots=True)
class Run:
    """A total and figures that may be its parts."""

    total: Fig
    parts: tuple[Fig, ...]
    behind: bool
    lists: str
    """How the parts were chosen; ``mid`` are one before and one behind the total (``từ 40 lên 52, tăng 12``)."""

    @property
    def reached(self) -> float:
        return sum(p.value for p in self.parts)

    @property
    def slack(self) -> float:
        return self.total.slack * 1.02 + sum(p.slack for p in self.parts)

    def holds(self) -> bool:
        """Whether the parts make the total, as they may have been rounded."""
        return abs(self.reached - self.total.value) <= self.slack + 1e-6


def misses(reached: float, total: float) -> bool:
    """Whether a sum misses a total by little."""
    missed = abs(reached - total)
    return missed <= WIDE * total or (missed <= SMALL and missed * 3 <= total)


@lru_cache(maxsize=64)
def runs(text: str) -> tuple[Run, ...]:
    """Every total of a paragraph with the runs of figures right before or behind it that make it, or all but make it."""
    counts = [f for f in figures(text) if not f.percent and f.value > 0]
    return tuple(_runs_of(text, counts)) if 3 <= len(counts) <= CROWD else ()


def _runs_of(text: str, counts: list[Fig]) -> Iterator[Run]:
    for before, total, later in zip(counts, counts[1:], counts[2:], strict=False):
        if later.sentence == before.sentence and misses(before.value + later.value, total.value):
            yield Run(total, (before, later), True, "mid0")
    depth = _depths(text, counts)
    for t, total in enumerate(counts):
        seen: set[tuple[int, ...]] = set()
        for behind in (True, False):
            side = range(t + 1, len(counts)) if behind else range(t - 1, -1, -1)
            near = _near(counts, t, side)
            for name, order in _orders(counts, depth, t, near):
                for length in _lengths(counts, order, total):
                    run = tuple(order[:length])
                    if run not in seen:
                        seen.add(run)
                        yield Run(total, tuple(counts[i] for i in (run if behind else run[::-1])), behind, name)


def _near(counts: list[Fig], t: int, side: range) -> list[int]:
    """The figures on one side of a total, each within reach of the one before it, no more than a sentence away."""
    out, last = [], counts[t]
    for i in side:
        if abs(counts[i].start - last.start) > REACH or abs(counts[i].sentence - counts[t].sentence) > 1:
            break
        out.append(i)
        last = counts[i]
    return out


def _orders(counts: list[Fig], depth: list[int], t: int, near: list[int]) -> Iterator[tuple[str, list[int]]]:
    """Ways to go through the figures near a total: all, without the first, those of its kind, of its bracket, of the next one."""
    if len(near) < 2:
        return
    yield "all0", near
    yield "all1", near[1:]
    yield "kind0", [i for i in near if fits(counts[t], counts[i])]
    if any(depth[i] != depth[t] for i in near):
        yield "level0", [i for i in near if depth[i] == depth[t]]
        yield "inner0", _inner(near, depth, depth[t])


def _lengths(counts: list[Fig], order: list[int], total: Fig) -> Iterator[int]:
    """How many figures of an order make the total, or all but make it."""
    reached, most = 0.0, total.value * (1 + WIDE) + SMALL
    for length, i in enumerate(order, 1):
        reached += counts[i].value
        if reached > most:
            return
        if length > 1 and misses(reached, total.value):
            yield length


def _depths(text: str, counts: list[Fig]) -> list[int]:
    """How many brackets each figure stands in."""
    if "(" not in text:
        return [0] * len(counts)
    return [open_at(text, f.start) for f in counts]


def _inner(near: list[int], depth: list[int], own: int) -> list[int]:
    """The figures of the bracket that opens behind a total."""
    out = []
    for i in near:
        if depth[i] <= own:
            break
        out.append(i)
    return out


def fits(total: Fig, part: Fig) -> bool:
    """Whether a figure may count what a total counts."""
    return part.noun == total.noun or part.kind == total.kind or not part.noun or part.kind is None


def sound(text: str, run: Run) -> bool:
    """Whether nothing plain speaks against a list: a number that was not read, another set, words that it is not all."""
    parts = run.parts
    first, last = (run.total, parts[-1]) if run.behind else (parts[0], run.total)
    if _unread(text, first.end, last.start) or any(_rough(text, f) or _bounds(text, f) for f in (run.total, *parts)):
        return False
    if len(parts) > 2 and any(abs(run.reached - 2 * p.value) <= run.slack + 1e-6 for p in parts):
        return False  # one of them is the sum of the others
    if all(p.kind and run.total.kind and p.kind != run.total.kind for p in parts):
        return False
    if any(
        p.kind in MEASURED and p.noun.split()[:1] != run.total.noun.split()[:1]
        for p in parts
        if p.kind == run.total.kind
    ):
        return False  # in several units
    if len({p.kind in MEASURED for p in parts}) > 1:
        return False  # lengths and houses
    if run.reached < run.total.value and (_narrowed(text, parts) or _leaves(text, parts[-1].end)):
        return False
    if own_units(text, [(p.start, p.end) for p in parts]):
        return False
    if is_process(text, first.end, last.start):
        return False
    if any(
        len({dimension(name) for name in names} - {""}) > 1 for names in (_names(text, run), _nouns(text, run.parts))
    ):
        return False
    if run.lists == "mid0":
        return True
    if run.behind and (is_longer(text, parts) or _changes_apart(text, run) or _totals(text, run)):
        return False
    depths = {open_at(text, p.start) for p in parts}
    nested = any(_NESTED.search(text, a.end, b.start) for a, b in pairwise(parts))
    if len(depths) > 1 or nested:
        return False
    return _leads(text, run) if run.behind else _SUMMED.search(_bare(text[parts[-1].end : run.total.end])) is not None


def _bare(text: str) -> str:
    """A stretch of text without its brackets: what one of them says is of the figure before it."""
    return NESTED.sub(" ", text) if "(" in text else text


def _totals(text: str, run: Run) -> bool:
    """Whether each part is told as a total itself and nothing opens a list (``tổng số vào viện 942, tổng số ra viện 864 …``)."""
    opened = _OPENER.search(text, run.total.end, run.parts[0].start)
    return opened is None and all(_TOTAL.match(name) for name in _names(text, run))


def _changed(text: str, one: Fig) -> bool:
    """Whether a figure is the amount of a change."""
    return _CHANGED.search(text, max(0, one.start - 8), one.start) is not None


def _changes_apart(text: str, run: Run) -> bool:
    """Whether a total is the amount of a change and its first part is none, or one of its parts is and it is none."""
    if _changed(text, run.total):
        return not _changed(text, run.parts[0])
    return any(_changed(text, p) for p in run.parts)


def _unread(text: str, start: int, end: int) -> bool:
    """Whether a number that is no time stands in a stretch of text and was not taken for a count."""
    read = {f.start for f in figures(text)}
    for m in _DIGITS.finditer(text, start, end):
        year = _YEAR.search(text, max(0, m.end() - 8), m.end())
        if m.start() not in read and not year and not _TIME.match(text, m.end()):
            return True
    return False


def _rough(text: str, one: Fig) -> bool:
    return one.soft and _ROUGH.search(text, max(0, one.start - 16), one.start) is not None


def _bounds(text: str, one: Fig) -> bool:
    """Whether a figure bounds a class (``từ 10 lao động trở lên``, ``từ 5 đến 9 lao động``) and counts nothing."""
    return text.endswith("từ ", 0, one.start) and _UP_TO.match(text, one.end) is not None


def _leaves(text: str, end: int) -> bool:
    """Whether words right behind a list tell of a rest."""
    return _REST.search(text[end : end + REST].partition(". ")[0]) is not None or others_behind(text, end)


def _leads(text: str, run: Run) -> bool:
    """Whether what stands between a total and its first part may open a list of all."""
    start = run.parts[0].start
    gap = text[run.total.end : start]
    if _RATIO.search(gap) or _BESIDE.search(gap) or _closes(gap) or _own_years(text, run):
        return False
    if run.reached < run.total.value and (_PAID.search(gap) or _SOME.search(gap) or _MOSTLY.search(gap)):
        return False
    return len(run.parts) > 2 or not _FROM.search(text, max(0, start - 6), start)


def _own_years(text: str, run: Run) -> bool:
    """Whether a total and its possible parts are told of years of their own (``1.204 hồ sơ năm 2022 còn 986 hồ sơ năm 2023``)."""
    own, other = (_OF_YEAR.match(text, f.end) for f in (run.total, run.parts[0]))
    return bool(own and other and own[1] != other[1])


def _narrowed(text: str, parts: tuple[Fig, ...]) -> bool:
    """Whether the names of all parts end in the same two words, which make each of them less than it may be."""
    names = [name.split() for name in _nouns(text, parts)]
    return all(len(n) > 3 for n in names) and len({tuple(n[-2:]) for n in names}) == 1


def _names(text: str, run: Run) -> list[str]:
    """What stands before each part of a list behind its total, back to the part before it."""
    if not run.behind:
        return []
    return [LABEL.split(text[a.end : b.start].rstrip(" :"))[-1] for a, b in pairwise((run.total, *run.parts))]


def _nouns(text: str, parts: tuple[Fig, ...]) -> list[str]:
    """What stands right behind each part, up to a mark."""
    return [LABEL.split(text[p.end : p.end + 60])[0] for p in parts]


def _closes(gap: str) -> bool:
    """Whether a bracket closes that does not open in a stretch of text."""
    return ")" in gap and (")" in gap.partition("(")[0])


def candidates(text: str) -> Iterator[Run]:
    """Sound runs that all but make a total that no run makes, nor they with a figure that stands among them."""
    made = {run.total.start for run in exact(text)}
    whole = [(run.total, set(run.parts)) for run in runs(text) if run.holds()]
    for run in runs(text):
        more = any(total == run.total and parts > set(run.parts) for total, parts in whole)
        if run.total.start not in made and not more and not run.holds() and sound(text, run):
            yield run


@lru_cache(maxsize=16)
def exact(text: str) -> tuple[Run, ...]:
    """Sound runs that make their total."""
    return tuple(
        run
        for run in runs(text)
        if run.holds() and sound(text, run) and (run.total.value >= LARGE or len(run.parts) > 2)
    )
