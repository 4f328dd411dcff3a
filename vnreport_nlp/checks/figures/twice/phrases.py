"""F204 by phrases: the same thing, named by the same words at the same time for the whole unit, with two values.

What is counted is read in whichever order it is told (``toàn huyện có 31 trường đạt chuẩn quốc gia``, ``số trường đạt chuẩn quốc gia của
huyện là 29``, a row of a table) and brought to one form; a word more or less on one side makes it another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ....gates import Gated
from ....model import Span
from ...context import Context
from ...letters import UPPER
from ..reading.grid import TOTAL, Row, caption, label_of
from ..reading.pairs import pairs
from ..reading.quantity import Quantity, near, times_of
from ..reading.text import DIGITS
from ..reading.words import NAMED, RESERVED
from .same import slip

NEAR, SLIPPED = 1.5, 1.9
"""The factor two values may lie apart: a whole and one of its parts lie further, slips may lie so far."""
LEAST_WORDS, MOST_WORDS = 3, 11
"""A noun alone counts many things; longer runs of words are no names."""
CAPTION = 160
_UNIT = r"(?:đảng bộ(?: (?:tỉnh|huyện|xã|phường|thị xã|thành phố))?|thị xã|thành phố|tỉnh|huyện|xã|phường|đặc khu)"
_WHOLE = lazy(rf"\b(?i:toàn|của|cả|trên địa bàn|trong|ở)\s(?:toàn\s)?(?P<a>{_UNIT})(?!\w|\s[{UPPER}])")
_HAS = lazy(rf"(?:^|[\s,;:])((?i:{_UNIT}))\s(?:hiện |nay |đã |vẫn )*(?:có|đạt)\s*$")
_TIME = r"(?:(?:tính\s|vào\s)?(?:đến\s)?(?:hết\s|cuối\s|đầu\s)*(?:năm học|năm|tháng|ngày|quý|giai đoạn|nhiệm kỳ)\s[\dIV/]+(?:\s?[-–]\s?\d{4}|/\d{4}| năm \d{4})?)"
_TAIL = lazy(
    rf"(?:\s*(?:,\s)?(?:(?:của|trong|trên địa bàn|toàn|cả|ở|tại|trên)\s(?:toàn\s)?{_UNIT}(?!\w|\s[{UPPER}])|{_TIME}|hiện nay|hiện))*\s*\.?$"
)
"""What may follow the name of a thing without narrowing it: the whole unit, a time."""
_CUT = lazy(
    r"[,;:()]|\.(?!\d)|\s(?=(?:của|trên địa bàn|trong|tại|ở|toàn|cả|năm|ngày|tháng|quý|giai đoạn|đến|tính|vào|thuộc|theo|cho|trên|hiện)\b)|\s(?<!tốc độ )(?<!mức )(?=(?:nên|do|để|và|với|nhờ|so với|tăng|giảm|chiếm|là|đã|đi vào|nhưng|mà|trở thành|góp phần|bảo đảm|qua đó)\b)",
    re.IGNORECASE,
)
_OPEN = lazy(
    r"(?:của|trên địa bàn|trong|tại|ở|toàn|cả|thuộc|theo|cho|trên|năm|ngày|tháng|quý|giai đoạn|đến|tính|vào|hiện)\b",
    re.IGNORECASE,
)
_NUMBER_OF = lazy(
    r"(?:^|[\s,;:])(?:tổng\s)?số(?:\slượng)?\s(?P<p>[^,;:()]+?)\s(?:hiện\s|chỉ\s|đã\s)*(?:là|đạt|có|còn|lên tới|ở mức)\s*$",
    re.IGNORECASE,
)
_HEADED = lazy(
    r"(?:^|[\s,;:])(?P<p>(?:tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|mức tăng|độ che phủ|năng suất|sản lượng|diện tích|thu nhập|tổng thu|giá trị|kim ngạch|tổng đàn|doanh thu|chỉ số|dân số|mật độ)\b"
    r"(?:(?!\b(?:tỷ lệ|tốc độ|sản lượng|tỷ trọng)\b)[^,;:()])*?)\s(?:hiện\s|chỉ\s|đã\s|vẫn\s)*(?:là|đạt|còn|chiếm|ở mức|lên tới|đạt mức)\s*$",
    re.IGNORECASE,
)
_SECTOR = lazy(
    r"nông nghiệp|công nghiệp|dịch vụ|thương mại|xây dựng|thủy sản|lâm nghiệp|chăn nuôi|trồng trọt|du lịch|\bnam\b|\bnữ\b|nông thôn|thành thị|đô thị|công lập|\briêng\b|trong đó|số này",
    re.IGNORECASE,
)
"""Words around a statement that make its thing another one though its own words do not say so."""
_OTHER = Gated(
    r"chuẩn cũ|theo chuẩn|tiêu chí (?:cũ|mới)|trước (?:khi )?(?:sáp nhập|sắp xếp)|sau (?:khi )?(?:sáp nhập|sắp xếp)|đăng ký",
    re.IGNORECASE,
)
_GENERIC = lazy(
    r"^(?:giá trị|số lượng|kết quả|thực hiện|số liệu|tổng số|trị số|kết quả thực hiện|(?:thực hiện |kết quả |số liệu )?(?:cuối |đến hết |hết |đến )*(?:năm|tháng|quý) [\dIV/]+)\s*(?:\([^()]*\))?$",
    re.IGNORECASE,
)
_INDICATOR = lazy(r"^\W*(?:các )?chỉ tiêu\b", re.IGNORECASE)
"""What a table calls its rows."""
_BRACKET = lazy(r"\s*\((?P<u>[^()]*)\)\s*$")
_LEAD = lazy(r"^(?:[-+*•]\s*|\d+[.)]\s*)?(?:(?:tổng\s)?số(?:\slượng)?\s)?", re.IGNORECASE)
_STARS = lazy(r"\btừ (\d+) sao trở lên")
_WORD = lazy(r"\w+")


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of one thing: its name in one form, its time, the unit it is told of, its place."""

    name: str
    text: str
    percent: bool
    times: frozenset[str]
    whole: str
    span: Span
    sentence: int
    cell: bool = False

    @property
    def digits(self) -> str:
        return self.text.replace(".", "")


def phrased(context: Context, told: list[Quantity]) -> Iterator[tuple[Stated, Stated]]:
    """Pairs of statements (earlier, later) that name one thing by the same words and give it two values."""
    groups: dict[str, list[Stated]] = {}
    for stated in (*_in_text(told), *_in_tables(context)):
        groups.setdefault(stated.name, []).append(stated)
    for group in groups.values():
        for a, b in pairs(sorted(group, key=lambda s: s.span.start)):
            if a.percent == b.percent and _same(a, b) and _differ(a, b):
                yield a, b


def _same(a: Stated, b: Stated) -> bool:
    """Whether two statements of one name are of one time and one unit, at two places."""
    if a.sentence == b.sentence or (a.cell and b.cell) or len(a.times) != 1 or a.times != b.times:
        return False
    return a.whole == b.whole or (a.cell and not a.whole) or (b.cell and not b.whole)


def _differ(a: Stated, b: Stated) -> bool:
    return near(a.text, b.text, SLIPPED if slip(a.digits, b.digits) else NEAR)


def _in_text(told: list[Quantity]) -> Iterator[Stated]:
    known: dict[int, frozenset[str]] = {}
    for q in told:
        if "20" not in q.sentence:  # only statements of one time are compared
            continue
        if q.at not in known:
            known[q.at] = _wholes(q.sentence)
        at = q.span.start - q.at
        before, after = q.sentence[:at], q.sentence[at + len(q.text) :]
        whole = _whole(known[q.at], before)
        if not whole:
            continue
        percent = after.startswith((" %", "%"))
        name = "" if percent else _after(after)
        left = re.split(r"[;:(]|\.\s", before)[-1]
        around = left if name else q.inherited + left
        if not name and (m := _NUMBER_OF.search(left) or _HEADED.search(left)):
            name = _named(m["p"], LEAST_WORDS if m.re is _NUMBER_OF else LEAST_WORDS + 1)
        if not name or _reserved(left, after, name) or _SECTOR.search(around.lower().replace(name, " ")):
            continue
        if NAMED.search(q.sentence) is None and not _OTHER.search(q.sentence):
            yield Stated(name, q.text, percent, _times(left, q.sentence), whole, q.span, q.at)


def _wholes(sentence: str) -> frozenset[str]:
    """The units that a sentence speaks of as wholes."""
    return frozenset(m["a"].lower() for m in _WHOLE.finditer(sentence) if m["a"])


def _whole(found: frozenset[str], before: str) -> str:
    """The unit that a statement is of as a whole, empty when of none or of two."""
    if last := _HAS.search(before[-40:]):
        found |= {last[1].lower()}
    return next(iter(found)) if len(found) == 1 else ""


def _times(left: str, sentence: str) -> frozenset[str]:
    own = times_of(left)
    return own if len(own) == 1 else times_of(sentence)


def _reserved(left: str, after: str, name: str) -> bool:
    """Whether a plan, a change, a part or another set is told, outside the name of the thing."""
    around = _joined(f"{left} | {after[:60].split(',')[0]}".lower())
    return RESERVED.search(around.replace(name, " ")) is not None


def _joined(text: str) -> str:
    """``từ 3 sao trở lên`` belongs to a name, its number with it."""
    return _STARS.sub(r"hạng \1sao", text)


def _after(after: str) -> str:
    """The name of what a number counts, right of it, when nothing narrows it further."""
    words = _joined(after)
    cut = _CUT.search(words, 1)
    name = words[: cut.start()] if cut else words
    rest = (
        re.split(r"[,;:()]|\.(?!\d)|\s(?:nên|do|để|và|nhờ|là|đã|với|đi vào)\s", words[cut.start() :])[0] if cut else ""
    )
    if rest and _OPEN.match(rest.lstrip()) and not _TAIL.fullmatch(rest):
        return ""
    return _form(name, LEAST_WORDS)


def _named(told: str, least: int) -> str:
    """The name of what a value is of, left of it, when only the whole unit and a time follow."""
    cut = _CUT.search(told)
    name, rest = (told[: cut.start()], told[cut.start() :]) if cut else (told, "")
    return _form(name, least) if not rest or _TAIL.fullmatch(rest) else ""


def _form(name: str, least: int) -> str:
    """The words of a name in lower case, empty when they are too few, too many, or hold a number."""
    words = _WORD.findall(name.lower())
    named = least <= len(words) <= MOST_WORDS and not any(w.isdigit() for w in words)
    return " ".join(words) if named and (name.strip()[:1].islower() or least > LEAST_WORDS) else ""


def _in_tables(context: Context) -> Iterator[Stated]:
    """Rows whose names tell the thing, below a heading that only says that there is a value."""
    for rows in context.tables:
        first = min(rows[0], default=0)
        for column, head in rows[0].items():
            if column == first or not _GENERIC.match(head.text.strip()):
                continue
            around = f"{caption(context.spelled.text, rows, reach=CAPTION)} {rows[0][first].text} {head.text}"
            if RESERVED.search(f"{_INDICATOR.sub('', rows[0][first].text)} {head.text}"):
                continue
            yield from _rows(
                rows,
                column,
                times_of(f"{rows[0][first].text} {head.text}") or times_of(around),
                _whole(_wholes(around), ""),
            )


def _rows(rows: list[Row], column: int, times: frozenset[str], whole: str) -> Iterator[Stated]:
    for row in rows[1:]:
        cell, label = row.get(column), label_of(row)
        if cell is None or TOTAL.match(label) or not (told := re.fullmatch(rf"({DIGITS})\s?(%?)", cell.text)):
            continue
        plain = _LEAD.sub("", _BRACKET.sub("", label), count=1)
        name = _form(_joined(plain[:1].lower() + plain[1:]), LEAST_WORDS)
        percent = bool(told[2]) or "%" in label
        if name and not RESERVED.search(
            label.lower().replace("trở lên", " ").replace("từ 3 sao", " ").replace("tăng", " ")
        ):
            yield Stated(
                name,
                told[1],
                percent,
                times,
                whole,
                Span(cell.start, cell.end),
                min(c.start for c in row.values()),
                True,
            )
