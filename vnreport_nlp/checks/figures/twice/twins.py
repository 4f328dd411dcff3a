"""F204 by digits: two figures of one thing that differ by two digits in changed places (27.480 and 27.840).

Such a slip of the keyboard is the commonest way in which one quantity gets two values. Two unrelated figures are twins now and
then, so what they count must be the same, and the longer the figure the less else must agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ....gates import Gated
from ....model import Document, Span
from ...context import NO_PROSE, Context
from ...letters import UPPER
from ..reading.grid import TOTAL, Cell
from ..reading.pairs import pairs
from ..reading.text import SEEN, Number, counts, kind_after, moved, noun_of
from ..reading.words import LINKING, WORD

LEAST_DIGITS = 3
"""Shorter figures are twins by chance too often."""
SURE_DIGITS = 4
"""Of figures this long fewer than one pair in a thousand are twins by chance: the noun alone must agree."""
NEAR = 1.35
"""The factor that figures with the same digits may lie apart."""
NAMED_SHARE = 0.5
"""So many of the words of a table's row and column must stand in the text that tells of it."""
_FIRM = frozenset(
    {"đảng viên", "hộ", "thôn", "bản", "ấp", "buôn", "làng", "khu phố", "tổ dân phố", "chi bộ", "nhân khẩu", "ha"}
)
"""Nouns that a report of one unit counts once; others (người, cuộc, trường hợp) count many things."""
_SAME = {"người": "nhân khẩu", "héc ta": "ha"}
_ADMITTED = Gated(
    r"(?<!trước khi )(?<!xem xét )(?<!đề nghị )(?<!chuẩn bị )(?<!điều kiện )kết nạp|(?:vào|đứng trong) hàng ngũ|đảng viên mới",
    re.IGNORECASE,
)
"""The many words for one thing: members admitted."""
_SUMMED = lazy(r"\b(?:cộng(?: lại| chung)?|tổng cộng)\b", re.IGNORECASE)
_MEMBERS = lazy(r"\b(?:tổng )?số đảng viên\b[^,;]*$", re.IGNORECASE)
"""``tổng số đảng viên … lên 4.162 đồng chí``."""
_PLAN = Gated(
    r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|phấn đấu|dự kiến|nhiệm kỳ trước|cùng kỳ|\bmỗi\b|bình quân|(?<!bàn )\bgiao\b|so với",
    re.IGNORECASE,
)
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_NAMED = Gated(
    rf"\b(?:xã|phường|thị trấn|thôn|bản|ấp|buôn|làng|khu phố|[Cc]hi bộ|[Đđ]ảng bộ|[Đđ]ảng ủy)\s+((?:[{UPPER}]\w*\s?)+)"
)
_NEUTRAL = frozenset(
    ["của", "trong", "toàn", "vào", "với", "ở", "tại", "mới", "ưu", "tú", "sinh", "đã", "và", "nay", "hiện", "thuộc"]
)
_STANDARD = Gated(r"theo chuẩn|chuẩn (?:cũ|mới)", re.IGNORECASE)
"""The poor by one standard and by another are two counts."""
_NARROWING = frozenset({"được", "bị", "chưa", "không"})
"""Such a word behind a noun makes the figure one of some of them, which no table of all of them tells."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its digits, what it counts, and the words around it."""

    text: str
    span: Span
    sentence: int
    noun: str
    kind: str | None
    next_word: str
    words: frozenset[str]
    years: frozenset[str]
    names: frozenset[str]
    cell: bool = False
    total: bool = False
    narrowed: bool = False

    @property
    def digits(self) -> str:
        return self.text.replace(".", "").replace(",", "")


def twins(figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures (earlier, later) that must be one and differ by two digits in changed places."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if len(figure.digits) >= LEAST_DIGITS or (len(figure.digits) == 2 and figure.years):
            groups.setdefault(_sorted_digits(figure.text), []).append(figure)
    for group in groups.values():
        for a, b in pairs(sorted(group, key=lambda f: f.span.start)):
            if (transposed(a.text, b.text) or _turned(a, b)) and _one_thing(a, b):
                yield a, b


def figures_of(context: Context) -> Iterator[Figure]:
    """The figures of a draft that count something, in running text and in tables, but those that can be held against no other."""
    cells = list(_in_tables(context))
    told = list(_in_text(context.spelled))
    often = Counter(_sorted_digits(n.text) for _, _, n in told) + Counter(_sorted_digits(c.text) for c in cells)
    totals, unit = any(c.total for c in cells), context.outline.metadata.unit or ""
    for sentence, at, number in told:
        same = _sorted_digits(number.text)
        long = len(same) >= LEAST_DIGITS or (len(same) == 2 and _YEAR.search(sentence))
        if totals or (long and often[same] > 1):
            yield _figure(sentence, number, at, unit)
    yield from cells


def transposed(a: str, b: str) -> bool:
    """Whether two figures are the same but for two neighbouring digits that changed places."""
    x, y = a.replace(".", ""), b.replace(".", "")
    if len(x) != len(y):
        return False
    wrong = [i for i in range(len(x)) if x[i] != y[i]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]]


def _turned(a: Figure, b: Figure) -> bool:
    """Whether two long figures of what is counted once have the same digits in another order, and lie near."""
    if a.noun not in _FIRM or len(a.digits) < SURE_DIGITS or "," in a.text + b.text:
        return False
    low, high = sorted((int(a.digits), int(b.digits)))
    return low < high <= low * NEAR


def _one_thing(a: Figure, b: Figure) -> bool:
    if a.sentence == b.sentence or a.noun != b.noun or not a.noun or a.kind == "turn" or a.names != b.names:
        return False
    if a.years and b.years and a.years != b.years:
        return False
    if a.next_word != b.next_word and not {a.next_word, b.next_word} & _NEUTRAL and a.next_word and b.next_word:
        return False
    shared = len(a.words & b.words)
    if a.cell or b.cell:  # a row is told of by its name
        cell, said = (a, b) if a.cell else (b, a)
        if said.next_word and said.next_word not in cell.words | _NEUTRAL and not cell.total:
            return False  # ``hộ cận nghèo`` are not ``hộ nghèo``
        if (
            (a.narrowed or b.narrowed)
            or (not cell.total and shared < NAMED_SHARE * len(cell.words))
            or (a.cell and b.cell and a.words != b.words)
        ):
            return False
    if len(a.digits) < LEAST_DIGITS:  # told of one and the same year, of one thing, in the same words
        return a.years == b.years and len(a.years) == 1 and a.noun in _FIRM and shared >= 2
    if a.kind == "money" or a.noun not in _FIRM:
        return shared >= (2 if len(a.digits) >= SURE_DIGITS or a.kind == "money" else 3)
    return shared >= (0 if len(a.digits) >= SURE_DIGITS else 1)


def _sorted_digits(text: str) -> str:
    """What twins and figures in another order share; ``totals`` of tables are also held against figures without it."""
    return "".join(sorted(text.replace(".", "").replace(",", "")))


def _in_text(document: Document) -> Iterator[tuple[str, int, Number]]:
    """(sentence, its place, count with offsets into the sentence) of running text."""
    for p in document.paragraphs:
        if p.story in NO_PROSE:
            continue
        text = document.text[p.start : p.end]
        for start, end, found in counts(text):
            for number in found:
                if not number.approx or text[max(0, number.start - SEEN) : number.start].rstrip().endswith("thêm"):
                    yield text[start:end], p.start + start, moved(number, start)


def _figure(sentence: str, n: Number, place: int, unit: str) -> Figure:
    at, end = n.start, n.end
    left = max(sentence.rfind(c, 0, at) for c in ";:.(") + 1
    right = min((i for c in ";:.(" if (i := sentence.find(c, end)) >= 0), default=len(sentence))
    noun = noun_of(sentence, end)
    clause = sentence[left:right]
    after = sentence[end:right].split(",")[0]
    rest = WORD.findall(after.lower().partition(noun)[2]) if noun else []
    part = sentence[max(left, sentence.rfind(",", left, at)) : end] + after
    if _SUMMED.search(part):  # what is added up stands at the head of the list
        part = f"{sentence[:at]} {part}"
    if noun in ("đồng chí", "người") and _MEMBERS.search(clause[: at - left]):
        noun = "đảng viên"
    if _ADMITTED.search(part):
        noun, rest = "đảng viên", ["kết nạp"]
    planned = bool(_PLAN.search(part) or _STANDARD.search(clause))
    return Figure(
        n.text, Span(place + at, place + end + (len(after) if len(after) < 60 else 0)), place,
        "" if planned else _SAME.get(noun, noun), kind_after(sentence, end), rest[0] if rest else "",
        _content(" ".join((sentence[left:at].split()[-12:]) + sentence[end:right].split()[:12] + rest[:1]), noun),
        frozenset(_YEAR.findall(part) or _YEAR.findall(clause)), frozenset(m[1].strip() for m in _NAMED.finditer(clause) if m[1].strip() not in unit),
        narrowed=bool(_NARROWING & set(rest[:4])),
    )  # fmt: skip


def _content(text: str, noun: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower())) - LINKING - frozenset(noun.split())


def _in_tables(context: Context) -> Iterator[Figure]:
    """Cells of tables: what they count stands in the row's name and over the column."""
    for rows in context.tables:
        heads = rows[0]
        for row in rows[1:]:
            label = " ".join(c.text for k, c in row.items() if c.value is None or k == min(row))
            for column, cell in row.items():
                if cell.value is not None and column in heads:
                    yield _cell(cell, f"{label} {heads[column].text}", min(c.start for c in row.values()))


def _cell(cell: Cell, said: str, row: int) -> Figure:
    low = said.lower()
    noun = (
        "đảng viên"
        if _ADMITTED.search(low)
        else next((n for n in sorted(_FIRM, key=len, reverse=True) if re.search(rf"\b{n}\b", low)), "")
    )
    return Figure(
        cell.text, Span(cell.start, cell.end), row, "" if _PLAN.search(low) else noun, None, "", _content(said, noun),
        frozenset(_YEAR.findall(said)), frozenset(), True, bool(TOTAL.match(low)),
    )  # fmt: skip
