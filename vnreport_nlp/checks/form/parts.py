"""The parts of a document's form as far as its text still has them: title block, recipients, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...expressions import lazy
from ...gates import Gated
from ...model import Document, Outline, Paragraph, Span
from ...text import syllables
from ..letters import UPPER
from .packs import System

STORIES = frozenset({"body", "table", "textbox"})
MAX_LINE = 30
"""A line of the title block has at most this many syllables."""
MAX_SUBJECT = 60
"""A subject has at most this many syllables; a longer paragraph after the kind is the preamble."""
BLOCK_LINES = 14
"""The title block ends within this many lines."""
PARTY_HEAD = lazy(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
STATE_HEAD = lazy(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM")
PARTY_BODY = lazy(r"\b(?P<b>(?:TỈNH|THÀNH|THỊ|HUYỆN|QUẬN|ĐẢNG)\s+(?:ỦY|UỶ)|CHI\s+BỘ|ĐẢNG\s+BỘ)\b")
STATE_BODY = lazy(r"^\W*(?P<b>(?:ỦY|UỶ)\s+BAN\s+NHÂN\s+DÂN|UBND|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|HĐND|SỞ\s|PHÒNG\s)")
NUMBER = lazy(
    r"^\W*Số\s*(?P<colon>:?)\s*(?P<n>\d{1,5}|[…._\s]*)\s*(?P<first>[-–/])\s*"
    rf"(?P<code>[A-ZĐ][A-ZĐa-z]*)\s*(?P<second>[-–/])\s*(?P<by>[{UPPER}][\w.-]*)(?=\s|$)",
    re.IGNORECASE,
)
NUMBER_LINE = lazy(r"^\W*Số\s*:?\s*(?:\d|[…._/-]|$)", re.IGNORECASE)
DATE_LINE = lazy(r"(?:^|[,\s])ngày\s*(?:\d|[…._]|\s{2,}|tháng)", re.IGNORECASE)
KIND = lazy(
    r"^\W*(?P<k>BÁO\s+CÁO|KẾ\s+HOẠCH|TỜ\s+TRÌNH|THÔNG\s+BÁO|NGHỊ\s+QUYẾT|CHƯƠNG\s+TRÌNH|KẾT\s+LUẬN|HƯỚNG\s+DẪN|ĐỀ\s+ÁN)\b(?P<rest>.*)$"
)
_ADDRESS = lazy(r"^\W*kính\s+(?:gửi|trình)\b", re.IGNORECASE)
_DRAFT = lazy(r"^\W*(?:dự\s+thảo|mục\s+lục)", re.IGNORECASE)
_NUMBERED = lazy(r"^\W*(?:[IVX]{1,5}|\d{1,2}|[A-Z])\s*[.)-]\s*\S|^\W*(?:Phần|PHẦN)\s")
_LETTER = lazy(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the block with its place in the text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """The title block: the lines before the kind of document, the line that names it, and the line after it."""

    lines: tuple[Line, ...]
    kind: Line | None
    below: Line | None
    system: System | None

    @property
    def issuers(self) -> tuple[Line, ...]:
        """Lines in capitals that name bodies, from the top; the last is the issuing body."""
        return tuple(line for line in self.lines if _issuer(line.text))

    def find(self, pattern: re.Pattern[str]) -> Line | None:
        """The first line where the pattern matches."""
        return next((line for line in self.lines if pattern.search(line.text)), None)


def line_of(document: Document, paragraph: Paragraph) -> Line:
    """A paragraph as one line; runs of white space stay, they are what is left of columns."""
    return Line(paragraph.span, document.text[paragraph.start : paragraph.end].strip())


def title_block(outline: Outline) -> Block:
    """The title block of a draft; without a kind in capitals there is none to speak of."""
    lines: list[Line] = []
    shown = [p for p in outline.document.paragraphs if p.story in STORIES and len(p.span)]
    for index, paragraph in enumerate(shown[: BLOCK_LINES + 1]):
        line = line_of(outline.document, paragraph)
        if KIND.match(line.text) and len(syllables(line.text)) <= MAX_SUBJECT:
            after = (line_of(outline.document, p) for p in shown[index + 1 : index + 5])
            below = next((x for x in after if _LETTER.search(x.text) and not _DRAFT.match(x.text)), None)
            return Block(tuple(lines), line, below, _system(lines))
        if len(syllables(line.text)) > MAX_LINE:
            break
        lines.append(line)
    return Block(tuple(lines), None, None, _system(lines))


def is_subject(line: Line | None) -> bool:
    """Whether the line below the kind of document can be its subject."""
    if line is None or len(syllables(line.text)) > MAX_SUBJECT:
        return False
    if line.text.endswith(".") and len(syllables(line.text)) > MAX_LINE:
        return False
    return not (_ADDRESS.match(line.text) or _NUMBERED.match(line.text) or line.text.endswith((":", ";")))


def _issuer(text: str) -> bool:
    if PARTY_HEAD.search(text) or STATE_HEAD.search(text) or NUMBER_LINE.match(text):
        return False
    return bool(PARTY_BODY.search(text) or STATE_BODY.match(text) or re.match(r"^\W*(?:BCH|BAN|VĂN\s+PHÒNG)\b", text))


def _system(lines: list[Line]) -> System | None:
    """Party or State: the heading says it, else the bodies; nothing when they do not agree."""
    for party, state in ((PARTY_HEAD, STATE_HEAD), (PARTY_BODY, STATE_BODY)):
        said = {
            name for name, pattern in (("party", party), ("state", state)) if any(pattern.search(x.text) for x in lines)
        }
        if len(said) == 1:
            return "party" if "party" in said else "state"
        if said:
            return None
    return None


@dataclass(frozen=True, slots=True)
class Recipients:
    """``Nơi nhận``: its head and, where each recipient has a line of its own with a dash, those lines."""

    head: Line
    items: tuple[Line, ...]


_RECIPIENTS = lazy(r"^\W*Nơi\s+nhận\b", re.IGNORECASE)
_ITEM = lazy(r"^[-–+•*]\s*\S")
_COLUMN = lazy(rf"\S(?:\t|\s{{3,}})\S|[{UPPER}]{{2,}}\s+[{UPPER}]{{2,}}$")
"""A line that conversion joined with the signature beside it."""


def recipients(outline: Outline) -> Recipients | None:
    """The last list of recipients; without items where conversion joined or wrapped its lines or they carry no dash.

    After the list only a line in capitals may follow: anything else can be the rest of a wrapped line.
    """
    document = outline.document
    shown = [p for p in document.paragraphs if p.story in STORIES and document.text[p.start : p.end].strip()]
    at = next((k for k in reversed(range(len(shown))) if _RECIPIENTS.match(line_of(document, shown[k]).text)), None)
    if at is None or shown[at].start < outline.front.end:
        return None
    head, items = shown[at], []
    for paragraph in shown[at + 1 :]:
        line = line_of(document, paragraph)
        if _cell(paragraph) != _cell(head) or not (_ITEM.match(line.text) or paragraph.list_item):
            if _cell(paragraph) == _cell(head) and not line.text.isupper():
                return Recipients(line_of(document, head), ())
            break
        if _COLUMN.search(line.text):
            return Recipients(line_of(document, head), ())
        items.append(line)
    return Recipients(line_of(document, head), tuple(items))


def _cell(paragraph: Paragraph) -> tuple[int, int, int] | None:
    return paragraph.cell


SIGNED = Gated(
    rf"(?:^|\t|\s{{3,}})\W*(?P<mark>T/M|TM\.|TM|K/T|KT\.|KT|T/L|TL\.|TL|TUQ\.)\s+(?P<who>[{UPPER}][{UPPER}\s]+)"
)


def signatures(outline: Outline) -> list[tuple[Line, re.Match[str]]]:
    """Lines of the second half that say by what authority somebody signs."""
    document = outline.document
    half = max(outline.front.end, len(document.text) // 2)
    shown = (line_of(document, p) for p in document.paragraphs if p.story in STORIES and p.start >= half)
    return [(line, m) for line in shown if len(syllables(line.text)) <= MAX_LINE and (m := SIGNED.search(line.text))]
