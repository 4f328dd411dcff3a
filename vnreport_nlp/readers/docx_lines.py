"""Line breaks inside one Word paragraph (Shift+Enter): which of them begin a line that is a paragraph of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from ..expressions import compiled
from ..text import BULLETS
from .docx_content import RawParagraph

_PART = r"(?i:phần|chương|mục)\s+(?i:thứ\s+)?(?:[IVX]{1,5}|\d{1,2}|(?i:nhất|một|hai|ba|tư|bốn|năm|sáu))\s*(?:[-–—.:/)]|\n|$)"
MARKER = compiled(
    rf"[^\S\n]*(?:[{BULLETS}]\s|\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}[.)/]\s|\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}[^\S\n](?=[^\W\d_]*[^\W\d_a-z])"
    rf"|\d{{1,2}}(?:\s[–-])?[^\S\n](?=[^\W\d_]*[A-ZĐ][^\W\d_]*[A-ZĐ])|\d{{1,2}}\s[–-]\s(?=[^\W\d_]*[^\W\d_a-z])"
    rf"|(?:[IVX]{{1,5}}|[A-Z])(?:[.)/:–-]|\s[–-])\s|[IVX]{{1,5}}(?:\.(?:\d{{1,2}}|[a-zđ])){{1,4}}[.)/]?\s|[a-zđ][.)/]\s|\(\d{{1,2}}\)\s|{_PART})"
)
"""What begins a line of its own, in the forms that the outline knows (this room cannot ask it)."""
_NO_NUMBER = compiled(rf"[^\S\n]*(?:[{BULLETS}]\s|[OPQRSTUWYZ]\.)")
"""Bullets, and letters that shorten a word: ``Q. CHÁNH VĂN PHÒNG`` signs for another."""
TITLE_ROWS = 3
LONGEST_TITLE = 45
"""Longest heading before a line break, in words; more is a paragraph that somebody wrapped by hand."""
LONGEST_LINE = 500
"""The same in characters: what is longer is not looked at."""
SURE_TITLE = 20
"""Longest heading that the look of the next line alone tells from it."""
MANY_LINES = 8
PRINTED = 160
"""No line that somebody wrapped by hand is longer: so many line breaks between longer lines end the paragraphs of a whole text."""
MOST_TITLE_LINES = 12
LONGEST_TITLE_LINE = 120
"""Lines of a title block, and characters of one."""
_TITLE_LINE = compiled(
    r"\W*số\s*:?\s*[\d…._]*\s*[-/][\w./-]*[^\W\d_]\W*|[^.;:]{2,60},\s*ngày\s[^;:]{0,40}\bnăm\s*(?:\d{4}|[…._]+)\W*", re.IGNORECASE
)  # fmt: skip
_PROSE_END = compiled(r"[.;:!?…]\W*$")
_WITH_PIECE = compiled(
    r"\s*(?P<whole>[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)/–-]\s*(?P<title>[^.;:!?…]{8,200}?)(?P<gap>\s+)"
    r"(?P<piece>\d{1,2}(?:\.\d{1,2}){0,4})[.)/]\s+(?P<rest>[^\W\d_a-z][^.;:!?…]{4,200}\W*)"
)
"""A heading and behind it, in the same line, that of its first piece."""
_COUNTED = compiled(
    r"\b(?:quý|kho[áa]|khóa|lần|kỳ|năm|tháng|đoạn|phần|số|đợt|thôn|khu|phố|tổ|cụm|bản|ấp|xóm|chương|mục|điều|bước|vùng|loại|nhóm|cấp"
    r"|điểm|bảng|biểu|hạng|tuần|ngày|án|khoản|lục)$",
    re.IGNORECASE,
)
"""Words whose own number follows them."""
_OPEN_END = compiled(r"[,;(–-]\s*$|\b(?:và|của|về|với|trong|cho|là|các|những)\s*$", re.IGNORECASE)


def own_lines(raw: RawParagraph) -> dict[int, bool]:
    """Raw offsets of the line breaks that begin a line of their own, and whether it is no text under a heading.

    Such lines are items, the text under a heading, and the lines of a title block.
    """
    if not any("\n" in chunk.text for chunk in raw.chunks):
        return _second_heading(raw) if raw.length <= LONGEST_LINE else {}
    text = raw.raw
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    if raw.cell is not None and raw.cell[0] == 1 and raw.cell[1] <= TITLE_ROWS:
        return dict.fromkeys(breaks, True)
    if len(breaks) >= MANY_LINES and 2 * sum(len(line) for line in text.split("\n") if len(line) > PRINTED) > len(text):
        return dict.fromkeys(breaks, False)
    found = dict.fromkeys(_title_lines(text, breaks), True)
    ends = list(accumulate(len(c.text) for c in raw.chunks))
    headed = raw.level is not None or (raw.label is not None and not raw.label.bullet)
    start = max(found, default=-1) + 1
    for at, stop in pairwise([*breaks[len(found) :], len(text)]):
        item = bool(MARKER.match(text, at + 1))
        headed = headed or _numbered(text, start)
        if item or (headed and at - start <= LONGEST_LINE and _text_under(raw, ends, (start, at), (at + 1, stop))):
            found[at] = item
            start, headed = at + 1, False
        elif found and _PROSE_END.search(text, max(start, at - 10), at) and text[at + 1 : stop].lstrip()[:1].isupper():
            # under a heading set apart so, the other sentences that begin a line are paragraphs too
            found[at] = False
            start = at + 1
    return found


def _second_heading(raw: RawParagraph) -> dict[int, bool]:
    """The blank before the heading of the first piece that somebody left on the line of its whole's: ``II. KẾT QUẢ 1. Về đạo đức``."""
    label = f"{raw.label.text} " if raw.label is not None and not raw.label.bullet else ""
    match = _WITH_PIECE.fullmatch(label + raw.raw)
    if match is None or _COUNTED.search(match["title"].strip()):
        return {}
    nested = match["piece"] == f"{match['whole']}.1"
    first = (
        match["whole"].isalpha()
        and match["piece"] == "1"
        and _capitals(match["title"])
        and not _capitals(match["rest"])
    )
    return {match.start("gap") - len(label): True} if nested or first else {}


def _title_lines(text: str, breaks: Sequence[int]) -> Sequence[int]:
    """The breaks among the first lines when they are a title block: one is the document's number or its place and date."""
    head = text[:LONGEST_LINE].lower()
    if "ngày" not in head and "số" not in head:
        return []
    start, titled = 0, False
    for k, stop in enumerate([*breaks[:MOST_TITLE_LINES], len(text)]):
        if stop - start > LONGEST_TITLE_LINE or MARKER.match(text, start):
            return breaks[:k] if titled else []
        titled = titled or any(_TITLE_LINE.fullmatch(part) for part in text[start:stop].split("\t"))
        start = stop + 1
    return breaks[:MOST_TITLE_LINES] if titled else []


def _numbered(text: str, start: int) -> bool:
    return bool(MARKER.match(text, start)) and not _NO_NUMBER.match(text, start)


def _text_under(raw: RawParagraph, ends: list[int], above: tuple[int, int], below: tuple[int, int]) -> bool:
    """Whether a line is the text under a heading: another weight, no capitals any more, or a sentence."""
    text = raw.raw
    title, line = text[slice(*above)].strip(), text[slice(*below)].strip()
    size = len(title.split())
    if not line or not title or size > LONGEST_TITLE or _OPEN_END.search(title):
        return False
    if _bold(raw, ends, *above) and not _bold(raw, ends, *below, every=False):
        return True
    if _capitals(title) and not _capitals(line) and sum(c.islower() for c in line) > 1 and line[0] != "(":
        return True
    begins = line.lstrip("“\"'( ")[:1]
    prose = bool(_PROSE_END.search(line)) and len(line) > len(title) and (begins.isupper() or begins.isdigit())
    return prose and size <= SURE_TITLE and not _PROSE_END.search(title)


def _capitals(text: str) -> bool:
    return sum(map(str.isupper, text)) >= 4 and sum(map(str.isupper, text)) > 0.9 * sum(map(str.isalpha, text))


def _bold(raw: RawParagraph, ends: list[int], start: int, stop: int, *, every: bool = True) -> bool:
    """Whether every letter of a range (or any at all) is bold."""
    first, last = bisect_right(ends, start), bisect_right(ends, max(start, stop - 1))
    looks = [
        bool(chunk.run.bold)
        for chunk, end in zip(raw.chunks[first : last + 1], ends[first : last + 1], strict=True)
        if any(map(str.isalnum, chunk.text[max(0, start - end + len(chunk.text)) : stop - end + len(chunk.text)]))
    ]
    return bool(looks) and (all(looks) if every else any(looks))
