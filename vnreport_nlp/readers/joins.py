"""Puts together what a page end or a hard line width has cut: lines that are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..expressions import compiled
from ..text import BULLETS, CAPITALS
from .marks import Line

MIN_CUT = 60
"""A page line holds more: what was cut at its end is at least this long."""
LONG_ITEM = 160
"""A line with a marker may go on with a capital when it is longer than any heading."""
MAX_WIDTH = 140
"""Longest line of a text that was wrapped by hand."""
SLACK = 3
FEW_LETTERS = 3
"""With fewer letters a line is no line in capitals."""
TAIL = 400
"""How much of a paragraph's end tells whether it is one: a paragraph of many lines is asked anew with each."""
WRAPPED_SHARE = 0.55

ENDS = compiled(r"(?:[.;:!?…]|\./\.)[\s”\"’»)\]*]*$")
_BULLET = compiled(rf"[{BULLETS}]\s")
_MARKER = compiled(
    r"(?:(?:[IVXLC]{1,7}|[A-ZĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)/:]\s?(?=\D)|\s?[-–]\s(?=[^\W\d_]))"
    r"|[IVX]{1,5}(?:\.\d{1,2}){1,4}[.)/:]?\s(?=[^\W\d_])"
    rf"|(?:[IVX]{{1,5}}|[a-zđ]|\d{{1,2}}),\s(?=[{CAPITALS}])"
    rf"|(?:[IVX]{{1,5}}|\d{{1,2}})[-–](?=[{CAPITALS}][^\W\d_]*\s)"
    r"|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s|\((?:\d{1,2}|[a-zđ])\)"
    r"|\d{1,2}(?:\.\d{1,2})+\.?\s(?=[^\W\d_])"
    r"|(?:phần|mục|chương|điều|phụ lục)\s+(?:thứ\s+[^\W\d_]+|[IVXLC]+|\d+|[A-Z])\b"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|thứ\s+[^\W\d_]+)\s+là\b"
    r"|thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s*[,:])",
)
_MARKER_ANY = compiled(_MARKER.pattern[_MARKER.pattern.index(r"|(?:phần") + 1 : -1], re.IGNORECASE)
_ORDINAL = compiled(r"(?:[-–+•]|[^\W\d_]+(?:\s[^\W\d_]+)?\slà\b|thứ\s[^\W\d_]+\s*[,:])", re.IGNORECASE)
_FRAME = compiled(
    r"(?:nơi nhận|t/m\b|tm\.|k/t\b|kt\.|t/l\b|tl\.|kính gửi|số\s*:?\s*\d*\s*[-–/]|đảng cộng sản|cộng hòa xã hội|độc lập|phụ lục|mục lục|biểu số)",
    re.IGNORECASE,
)
_LEAD = compiled(
    r"(?!(?:cụ thể|trong đó|gồm|bao gồm|kết quả|ví dụ|như|đó là|theo đó|riêng)\b)[^\W\d_]+(?:\s[^\W\d_]+){1,4}:\s",
    re.IGNORECASE,
)
"""A few words and a colon: at the beginning of a line, behind a full stop, rather a paragraph's title than the middle of one."""
_NOTED = compiled(r"\[\d{1,3}\]\s")
_NUMBER_LINE = compiled(r"[-–\s]*(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
OPEN_END = compiled(
    r"(?:,|[(\[“]|\s[-–]|(?:^|\s)(?:và|của|các|những|để|cho|với|trong|về|là|được|từ|tại|theo|hoặc|như|do|bởi|đến|giữa|trên|có|không|"
    r"phải|cần|đã|đang|sẽ|số|ngày|tháng|năm|một|nhằm|vào|ra|khi|nếu|vì|hay|cùng|đối với|thực hiện|tiếp tục|khóa|lần thứ))$",
    re.IGNORECASE,
)

_CLOSING = compiled(r"[^\s()]{1,7}\)")
_WEAK_END = compiled(
    r"(?:^|\s)(?:có|không|được|cùng|ra|vào|đến|trên|phải|cần|năm|một|thực hiện|tiếp tục)$", re.IGNORECASE
)
"""Open ends that close many a title as well: ``… những thử thách chưa từng có``."""
_FIGURE_END = compiled(r"(?:^|\s)(?:số|ngày|tháng|năm)$", re.IGNORECASE)
"""A title that ends so is cut only before a figure: ``… thấm vào đời sống hằng ngày`` is whole."""


def title_goes_on(before: str, after: str) -> bool:
    """Whether a title stops at a mark or word behind which it goes on in the next line.

    A word that closes many a title as well (``Những kết quả đạt được``, ``Chuyển đổi số``) is open only before a small letter
    or a figure.
    """
    if OPEN_END.search(before) is None:
        return False
    if _FIGURE_END.search(before):
        return after[:1].isdigit()
    return _WEAK_END.search(before) is None or after[:1].islower() or after[:1].isdigit()


@dataclass(slots=True)
class Unit:
    """Lines that make one paragraph; ``glue`` joins each line to the one before (a space, or nothing inside a symbol)."""

    lines: list[Line]
    glue: list[str]
    gap: int = 0
    notes: int = 0
    """Blank lines and note definitions between this unit and the one before."""
    broken: bool = False
    """A form feed or a page number stands before it."""
    _whole: str = field(default="", init=False, repr=False)
    _known: int = field(default=0, init=False, repr=False)
    """How many lines what is kept of them has seen: a paragraph of many lines is asked anew with each."""
    _letters: int = field(default=0, init=False, repr=False)
    _capital: bool = field(default=True, init=False, repr=False)
    _plain: bool = field(default=True, init=False, repr=False)

    @property
    def text(self) -> str:
        """What the paragraph reads."""
        self._look()
        return self._whole.strip()

    @property
    def plain(self) -> bool:
        """Prose of the body: no heading mark, no table cell."""
        self._look()
        return self._plain

    @property
    def capitals(self) -> bool:
        """All letters are capitals, and there are enough to tell."""
        self._look()
        return self._capital and self._letters >= FEW_LETTERS

    def _look(self) -> None:
        """Take up the lines that have come since the last look."""
        for glue, line in zip(self.glue[self._known :], self.lines[self._known :], strict=True):
            letters, capital = _capitals(line.text)
            self._whole += glue + line.text
            self._letters += letters
            self._capital = self._capital and capital
            self._plain = self._plain and line.level is None and line.cell is None
        self._known = len(self.lines)

    def take(self, other: Unit) -> None:
        """Append what belongs to this paragraph."""
        first = glue_for(self.lines[-1].text, other.lines[0].text)
        self.lines += other.lines
        self.glue += [first, *other.glue[1:]]


def glue_for(left: str, right: str) -> str:
    """Nothing when a document symbol was cut at its hyphen (``21-`` ``KL/TW``), else a space."""
    if left[-1:].isspace() or right[:1].isspace():
        return ""
    return "" if re.search(r"\w[-/]$", left) and re.match(r"\w", right) else " "


def opens_block(text: str) -> bool:
    """Whether a line begins something of its own: a marker, a bullet, a line of the frame."""
    return bool(_BULLET.match(text) or _MARKER.match(text) or _MARKER_ANY.match(text) or _FRAME.match(text))


def counts_in_words(text: str) -> bool:
    """Whether a line begins with a number in words, as sentences of a paragraph do as well: ``Thứ hai, …``, ``Hai là …``."""
    return text[:1].isalpha() and _ORDINAL.match(text) is not None


def closes(before: str, after: str) -> bool:
    """Whether what looks like a marker (``15)``) closes a bracket that stands open before it."""
    return before.count("(") > before.count(")") and _CLOSING.match(after) is not None


def is_caps(text: str) -> bool:
    """All letters are capitals, and there are enough to tell."""
    letters, capital = _capitals(text) if text.isupper() else (0, False)
    return capital and letters >= FEW_LETTERS


def _capitals(text: str) -> tuple[int, bool]:
    """How many letters a text has, and whether all of them are capitals."""
    if not text.isupper() and any(c.isalpha() for c in text):
        return 0, False
    letters = [c for c in text if c.isalpha()]
    return len(letters), all(c.isupper() for c in letters)


def page_number(text: str) -> int | None:
    """The number, when a line holds nothing but a page number."""
    match = _NUMBER_LINE.fullmatch(text)
    return int(match[1]) if match else None


def wrap_width(lines: Sequence[Line | None]) -> int:
    """Width at which the text was wrapped by hand; 0 when every line is a paragraph. None stands for a blank line."""
    own = (line for line in lines if line is not None and line.cell is None and line.note is None)
    lengths = sorted(line.width for line in own if not _NOTED.match(line.text))  # notes are often left in one line
    if len(lengths) < 6:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    if not 40 <= width <= MAX_WIDTH:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and a.cell is None and b.cell is None]
    inner = [(a, b) for a, b in pairs if not opens_block(b.text) and b.level is None and a.level is None]
    full = sum(is_full(a, b, width) for a, b in inner)
    return width if full >= 4 and full >= WRAPPED_SHARE * len(inner) else 0


def is_full(line: Line, following: Line, width: int) -> bool:
    """The first word of the next line would not have fitted."""
    return line.width + 1 + following.first > width - SLACK


def is_spaced(lines: Sequence[Line | None], width: int) -> bool:
    """Whether a hand-wrapped text keeps its paragraphs apart by blank lines: short lines are hardly ever followed at once."""
    short = [b is None for a, b in pairwise(lines) if a and a.width < width // 2]
    return bool(short) and sum(short) >= 0.7 * len(short)


def wraps(unit: Unit, line: Line, width: int, *, spaced: bool, after: Line | None = None) -> bool:
    """Whether an adjacent line goes on with the paragraph in a hand-wrapped text; ``after`` is the line right under it."""
    last = unit.lines[-1]
    if line.level is not None or line.cell is not None or last.cell is not None or not is_full(last, line, width):
        return False
    if last.level is not None:
        return line.text[:1].islower()
    if line.indent > last.indent + 1 and len(unit.lines) > 1:
        return False
    ended = bool(ENDS.search(last.text))
    if ended and not spaced and line.text[:1].isupper() and _LEAD.match(line.text):
        return False
    if opens_block(line.text) and not closes(unit.text, line.text) and not (spaced and counts_in_words(line.text)):
        return not ended and (len(unit.lines) > 1 or not opens_block(unit.text) or spaced)
    capitals = line.text.isupper() if unit.capitals else is_caps(line.text)
    if unit.capitals != capitals and not spaced and any(c.isalpha() for c in line.text):
        return False
    heading = (
        len(unit.lines) == 1
        and opens_block(unit.text)
        and ":" not in unit.text
        and not ended
        and not _ORDINAL.match(unit.text)
    )
    # prose under a heading fills its first line or ends its sentence; the rest of a heading does neither
    rest = not ENDS.search(line.text) and (after is None or not is_full(line, after, width))
    return spaced or not heading or not line.text[:1].isupper() or rest or bool(OPEN_END.search(last.text))


def cut(left: Unit, right: Unit, *, front: bool) -> bool:
    """Whether a page end cut one paragraph into these two; ``front`` says that no heading has come yet."""
    before, after = left.text, right.text
    if not (left.plain and right.plain) or ENDS.search(before[-TAIL:]):
        return False
    if opens_block(after) and not closes(before, after):
        return False
    if len(before) < MIN_CUT or left.capitals or is_caps(after) or _FRAME.match(before):
        return False
    if all(line.bold or line.italic for line in left.lines) or right.lines[0].bold:
        return False
    small = after[:1].islower() or after[:1] in ",;.)”" or not glue_for(before, after)
    if front:
        return small and len(before) >= LONG_ITEM
    return small or _goes_on_with_capital(left, right)


def _goes_on_with_capital(left: Unit, right: Unit) -> bool:
    """A half that starts with a capital or a figure needs more evidence: notes or a page end between, or an open end."""
    before, after = left.text, right.text
    if len(after) < MIN_CUT and not ENDS.search(after):
        return False
    titled = opens_block(before) and not _BULLET.match(before) and len(before) < LONG_ITEM
    if titled and _FIGURE_END.search(before):
        return after[:1].isdigit()
    end = before[-TAIL:]
    if OPEN_END.search(end) and not (titled and _WEAK_END.search(end)):
        return True
    if titled:
        return False
    return right.notes > 0 or right.broken or (right.gap >= 3 and len(before) >= LONG_ITEM)
