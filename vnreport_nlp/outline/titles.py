"""Where a heading's title ends: standalone headings, run-in titles, numbered items without a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from ..expressions import compiled
from ..model import Paragraph, Span
from ..text import CAPITALS

Shape = Literal["standalone", "run_in", "item"]
MAX_STANDALONE = 45
"""Longest heading in syllables: the longest of the corpus sources has 41."""
MAX_RUN_IN = 40
"""Longest run-in title before its colon, in syllables."""
MAX_SENTENCE_TITLE = 16
"""Longest run-in title that ends in a full stop, in syllables."""

_COUNTED = compiled(r"[^\W_]")
_CLAUSE = compiled(r"[;.](?=\s|$)")
_SENTENCE = compiled(r"(?<!\.)\.\s+(?=\S)")
"""Where a sentence may end and another begin; an ellipsis stands for words."""
_DASHED = compiled(
    r"\W*(?P<t>(?i:(?:về |những |các |một số )?(?:thuận lợi|khó khăn|ưu điểm|hạn chế|tồn tại|khuyết điểm|nguyên nhân|kết quả|bài học|mục tiêu|mục đích|"
    rf"yêu cầu|nhiệm vụ|giải pháp|kiến nghị|đề xuất))(?:,?\s[^\W\d_]+){{0,6}}?)\s+[-–—]\s+(?=[{CAPITALS}])"
)
"""``1. Thuận lợi – Được sự quan tâm …``: a dash between the name of a part and its text; other dashes join names."""
_COMMA = compiled(r"[,;]")
_COLON = compiled(r":(?!\w)")
_ABBREVIATION = compiled(r"\b(?:TP|Tp|tp|TX|Th\.?S|T\.?S|GS|PGS|BS|Q|P|số)$")
_LIST_INTRO = compiled(
    r"(?:như sau|sau đây|sau|cụ thể|trong đó|gồm|bao gồm|là|gồm có|ví dụ|đó là|nội dung|như)$", re.IGNORECASE
)

_MADE = compiled(
    r"^[\W_]*(?:[^\W\d_]+(?:[\s’'-]+[^\W\d_]+){0,5}\s*[,–—-]\s*)?"
    r"(?:(?:tháng\s*[\d.…]{1,3}\s*(?:[/-]|năm)\s*|năm\s+)\d{4}|(?P<year>\d{4}))[\W_]*$",
    re.IGNORECASE,
)
"""``Khe Ngang, tháng 10 năm 2025``, ``NĂM 2025``, ``KHE NGANG - 2025``: where and when a report was made, at the foot of its cover."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title's span, where its own text starts, and how it stands in the paragraph."""

    span: Span
    body: int
    shape: Shape


def count(text: str) -> int:
    """Syllables: runs of non-space characters that hold a letter or digit."""
    words = text.split()
    return len(words) - sum(1 for word in words if not word[0].isalnum() and not _COUNTED.search(word))


_YEAR = compiled(r"\b20\d\d\b")


def is_caps(text: str) -> bool:
    """Whether at least four letters are there, three with a year (``NĂM 2026``), and nine in ten are capitals."""
    most = len(text) // 10
    if sum(1 for _ in islice(filter(str.islower, text), most + 1)) > most:  # most texts end here, after a tenth of them
        return False
    letters = [c for c in text if c.isalpha()]
    least = 3 if _YEAR.search(text) else 4
    return len(letters) >= least and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_made(line: str) -> bool:
    """Whether a line only says where and when a report was made; a bare year needs a place in capitals before it."""
    m = _MADE.match(line)
    return m is not None and (m["year"] is None or is_caps(line))


def is_list_intro(title: str) -> bool:
    """``… như sau:`` announces a list, it is no title."""
    return bool(_LIST_INTRO.search(title.rstrip(" :")))


def trim(text: str, start: int, end: int) -> Span:
    """The span without surrounding spaces and closing punctuation of a title."""
    while start < end and text[start] in " \t*_“\"'" and text[start] not in '“"':
        start += 1
    end -= next((len(mark) for mark in ("./.", "./") if text.endswith(mark, start, end)), 0)
    while end > start and text[end - 1] in " \t:;.,*_-–—":
        if text[end - 1] == "." and text[:end].endswith("..."):
            break
        end -= 1
    return Span(start, end)


def _marked_extent(paragraph: Paragraph, start: int) -> int | None:
    """End of the bold or italic run that opens the title and stops before the paragraph ends."""
    for marks in (paragraph.bold, paragraph.italic):
        end = start
        for mark in marks:
            if mark.start <= end + 1 and mark.end > end:
                end = mark.end
        if start < end < paragraph.end - 1:
            return end
    return None


def _stop(text: str, start: int, end: int) -> int | None:
    """The first full stop that ends a short sentence, before ``end``."""
    for m in _CLAUSE.finditer(text, start, end):
        if m[0] == "." and not _ABBREVIATION.search(text[start : m.start()]):
            return m.start()
        if m[0] == ";":
            return None
    return None


def find_title(text: str, paragraph: Paragraph, start: int) -> Title:
    """The title of a numbered paragraph whose marker ends at ``start`` (offsets into the document text)."""
    end = paragraph.end
    rest = text[start:end]
    total = count(rest)
    closed = rest.rstrip().endswith((".", ";", ",")) and not rest.rstrip().endswith("...")
    if not rest.strip():
        return Title(Span(start, start), end, "standalone")
    whole = not closed and total <= MAX_STANDALONE and not text_behind(text, paragraph, start)
    if whole and _all_heading(text, paragraph, start):
        return Title(trim(text, start, end), end, "standalone")
    extent = _marked_extent(paragraph, start)
    if extent is not None and count(text[extent:end]) > 0:
        tail = text[start:extent].rstrip()
        joined = tail.endswith((":", ".", ",")) or text[extent:end].lstrip()[:1] in ":.–-"
        if joined and count(tail) <= MAX_STANDALONE:
            return Title(trim(text, start, extent), _body_start(text, extent, end), "run_in")
    colon = _COLON.search(text, start, end)
    if colon and colon.end() < len(text[:end].rstrip()) and count(text[start : colon.start()]) <= MAX_RUN_IN:
        before = text[start : colon.start()]
        parted = _CLAUSE.search(before)
        listed = parted is not None and parted[0] == ";" and "." not in before and count(before) <= MAX_SENTENCE_TITLE
        if (parted is None or listed) and not is_list_intro(before) and _closed(before):
            return Title(trim(text, start, colon.start()), _body_start(text, colon.end(), end), "run_in")
    if whole:
        return Title(trim(text, start, end), end, "standalone")
    dashed = _DASHED.match(text, start, end)
    if dashed and count(text[dashed.end() : end]) > MAX_SENTENCE_TITLE:
        return Title(trim(text, start, dashed.end("t")), dashed.end(), "run_in")
    stop = _stop(text, start, end)
    if stop is not None and count(text[start:stop]) <= MAX_SENTENCE_TITLE:
        if count(text[stop:end]) == 0:
            return Title(trim(text, start, stop), end, "standalone")
        return Title(trim(text, start, stop), _body_start(text, stop + 1, end), "run_in")
    return Title(_first_clause(text, start, end), start, "item")


def _closed(words: str) -> bool:
    """Whether no bracket is open at the end of the words."""
    return words.count("(") <= words.count(")") and words.count("[") <= words.count("]")


def text_behind(text: str, paragraph: Paragraph, start: int) -> bool:
    """Whether sentences follow a short title in a heading style, which makes a heading of the title alone.

    Where only the title is bold one sentence is enough; else there are two, for a heading may have a full stop inside.
    """
    if paragraph.level is None or is_caps(text[start : paragraph.end]):
        return False
    ends = [
        m.start()
        for m in _SENTENCE.finditer(text, start, paragraph.end)
        if text[m.end()].isupper() and not _ABBREVIATION.search(text[start : m.start()])
    ]
    extent = _marked_extent(paragraph, start)
    if extent is not None and text[start:extent].rstrip().endswith((":", ".")):
        return text.endswith(".", extent, paragraph.end) or any(end >= extent for end in ends)
    return len(ends) > 1 and count(text[start : ends[0]]) <= MAX_SENTENCE_TITLE


def _all_heading(text: str, paragraph: Paragraph, start: int) -> bool:
    """Whether the whole line is a heading, colon and all: in capitals, in a heading style, or bold from end to end."""
    if is_caps(text[start : paragraph.end]) or paragraph.level is not None:
        return True
    return any(b.start <= start and b.end >= start + len(text[start : paragraph.end].rstrip()) for b in paragraph.bold)


def _body_start(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t:.–-*":
        start += 1
    return start


def _first_clause(text: str, start: int, end: int) -> Span:
    """The first sentence of an item without a title, or its first clause when the sentence is long."""
    stop = _stop(text, start, end) or end
    if count(text[start:stop]) > MAX_RUN_IN:
        bracket = text.find("(", start, stop)
        if (
            bracket > start
            and text.find(")", bracket, stop) in (-1, stop - 1)
            and count(text[start:bracket]) <= MAX_SENTENCE_TITLE
        ):
            return trim(text, start, bracket)
        commas = [m.start() for m in _COMMA.finditer(text, start + 20, stop)]
        short = [at for at in commas if count(text[start:at]) <= MAX_SENTENCE_TITLE]  # ``phòng, chống`` is one
        stop = max(short, default=min(commas, default=stop))
    return trim(text, start, stop)
