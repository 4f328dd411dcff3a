"""Which paragraphs may be headings: by marker first, then by style, capitals or a short line of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

from ..expressions import compiled
from ..model import Document, Paragraph, Span
from ..text import BULLETS
from .labels import parse_label
from .markers import Marker, parse_marker
from .placeholders import is_placeholder
from .titles import MAX_STANDALONE, Title, count, find_title, is_caps, is_list_intro, text_behind, trim

Known = Callable[[str], frozenset[str]]
"""Numbers of the requirements of the template at hand that have these words for a title; empty for other words."""
MAX_PLAIN = 22
"""Longest unmarked, unstyled line that may be a heading, in syllables."""
_BULLET = compiled(rf"[{BULLETS}]\s*")
_DECIMAL = compiled(r"\d{1,2}(?:\.\d{1,2})+[.)\s-]")
"""``- 2.1- Về tư tưởng``: a number of several steps after a bullet is the heading's."""
_ORNAMENT = compiled(r"[❖➢✓✔✧➔→■□◻◆◇❑☑]")
"""Signs of Wingdings that stand before headings; one in front of a number is no list's bullet."""
_ENDS_SENTENCE = compiled(r"[.;,…!?]\s*$|\./\.\s*$")
_CAPTION = compiled(r"\((?:xem\s+)?(?:bảng|biểu|hình|phụ lục)\b|(?<!hình )\bảnh\s*:\s*\w", re.IGNORECASE)
"""What a line of text refers to, and who took the picture that a line is about."""
_NOT_HEADING = compiled(
    r"^(?:nơi nhận|t/m|tm\.|k/t|kt\.|t/l|tl\.|kính gửi|số[ :]|\(?ký|\[|https?:|(?:phụ )?(?:biểu|bảng)(?:\s(?:mẫu|số))*\s?\d|biểu số|đơn vị(?: tính|\s?:)|đvt|(?:ghi chú|nguồn)\s*[:.]|(?:tổng )?cộng\W*$|tổng (?:số|cộng)\W*$|s?tt\s|[A-ZĐ]\.[^\W\d_]+$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph (or several, for a split heading) that may open a section."""

    first: int
    last: int
    marker: Marker | None
    title: Title
    start: int
    level: int | None
    caps: bool
    bold: bool
    confidence: float
    label_level: int | None = None
    """The list level of its automatic number."""
    listed: bool = False
    """A bullet's line of its own: it stands below the heading over its list."""

    @property
    def shape(self) -> str:
        return self.title.shape

    @property
    def look(self) -> tuple[bool, bool, int | None, bool, bool]:
        """What siblings of an unnumbered heading share: capitals, bold, style level, run-in, bullet."""
        return (self.caps, self.bold, self.level, self.title.shape != "standalone", self.listed)


def covered(paragraph: Paragraph, marks: Sequence[Span], *, text: str) -> bool:
    """Whether the marks cover at least nine tenths of the paragraph's letters."""
    if not marks:
        return False
    letters = sum(map(str.isalnum, text[paragraph.start : paragraph.end]))
    inside = sum(c.isalnum() for m in marks for c in text[max(m.start, paragraph.start) : min(m.end, paragraph.end)])
    return letters > 0 and inside >= 0.9 * letters


def marked(
    document: Document, index: int, *, parse: Callable[[str], Marker | None] = parse_marker, typed: Marker | None = None
) -> Candidate | None:
    """A candidate by its marker; ``typed`` is one that stands behind another number and counts in its place."""
    paragraph = document.paragraphs[index]
    text = document.text[paragraph.start : paragraph.end]
    lead = len(text) - len(text.lstrip())
    marker = typed or _label(document, paragraph)
    bullet = _BULLET.match(text, lead) if marker is None else None
    offset = 0 if typed else lead
    if bullet and (paragraph.bold or _ORNAMENT.match(bullet[0]) or _DECIMAL.match(text, bullet.end())):
        offset = bullet.end()
    marker = marker or parse(text[offset:])
    if marker is None:
        return None
    title = find_title(document.text, paragraph, paragraph.start + offset + marker.end)
    if title.shape != "standalone" and ((bullet and marker.kind != "decimal") or _listed(text, paragraph)):
        return None
    body = document.text[title.span.start : title.span.end]
    bold = covered(paragraph, paragraph.bold, text=document.text)
    sure = paragraph.level is not None or bold or is_caps(body) or paragraph.label is not None
    confidence = {"standalone": 0.95, "run_in": 0.9, "item": 0.75}[title.shape] + (0.04 if sure else 0.0)
    return Candidate(
        index, index, marker, title, paragraph.start + offset, paragraph.level, is_caps(body), bold,
        confidence - (0.1 if marker.repaired else 0.0), paragraph.label_level,
    )  # fmt: skip


def _label(document: Document, paragraph: Paragraph) -> Marker | None:
    """The marker that Word's automatic number makes, with what is typed right behind it; its end is where the words begin."""
    if paragraph.label is None or paragraph.list_item:
        return None
    marker = parse_label(document.text[paragraph.start : paragraph.label_end])
    rest = document.text[paragraph.label_end : paragraph.end]
    if rest[:1].strip():
        whole = parse_marker(document.text[paragraph.start : paragraph.end])
        if whole is not None and whole.end > paragraph.label_end - paragraph.start:
            return whole
    return None if marker is None else replace(marker, end=marker.end + len(rest) - len(rest.lstrip()))


def _listed(text: str, paragraph: Paragraph) -> bool:
    """An item of an automatic list that goes on in small letters, as no heading typed by hand does."""
    rest = text[paragraph.label_end - paragraph.start :].lstrip() if paragraph.label is not None else ""
    return rest[:1].islower() and parse_marker(text) is None


_FIGURE = compiled(r"\d[\d.,/]*")
MAX_FIGURES = 2
"""A plain line that ends with a colon and holds as many figures opens a table or a list."""


WORN, LEAST_WORN, TOLD = 0.2, 3, 12
"""Such a share of the paragraphs of a heading style, and so many, are text, as none of the corpus are; a sentence of more syllables than ``TOLD`` is text."""


def worn_levels(document: Document, indexes: Sequence[int]) -> frozenset[int]:
    """Levels of heading styles that text stands in as well: they say nothing of a paragraph."""
    told: dict[int, list[bool]] = {}
    for p in (document.paragraphs[i] for i in indexes):
        if p.level is not None:
            text = document.text[p.start : p.end].rstrip()
            size = count(text)
            told.setdefault(p.level, []).append(size > MAX_STANDALONE or (size > TOLD and text.endswith(".")))
    return frozenset(level for level, text in told.items() if sum(text) >= max(LEAST_WORN, WORN * len(text)))


def _behind_bullet(document: Document, paragraph: Paragraph) -> int:
    """Where a paragraph begins; behind its bullet where its style, or bold type throughout, says that it is a heading."""
    m = _BULLET.match(document.text, paragraph.start, paragraph.end)
    if m is None or (paragraph.level is None and not covered(paragraph, paragraph.bold, text=document.text)):
        return paragraph.start
    return m.end()


def unmarked(
    document: Document, index: int, *, numbered: bool, known: Known | None = None, worn: Container[int] = ()
) -> Candidate | None:
    """A candidate without a marker: styled, capitals, bold, run-in bold, a known title, or a short line before a longer text.

    ``worn`` are the ``worn_levels``.
    """
    paragraph = document.paragraphs[index]
    start = _behind_bullet(document, paragraph)
    text = document.text[start : paragraph.end].strip()
    if (
        not text
        or _NOT_HEADING.match(text)
        or _CAPTION.search(text)
        or is_placeholder(text)
        or not text.lstrip('“"*').strip()[:1].isupper()
    ):
        return _starred(document, index) if text.startswith("*") else None
    size = count(text)
    bold = covered(paragraph, paragraph.bold, text=document.text)
    caps = is_caps(text)
    whole = Title(trim(document.text, start, paragraph.end), paragraph.end, "standalone")
    listed = start > paragraph.start
    if size <= MAX_STANDALONE and paragraph.level is not None and paragraph.level not in worn:
        if text_behind(document.text, paragraph, start):
            whole = find_title(document.text, paragraph, start)
        return Candidate(index, index, None, whole, start, paragraph.level, caps, bold, 0.9)
    run_in = _bold_run_in(document, paragraph)
    if run_in is not None and not bold:
        return Candidate(index, index, None, run_in, paragraph.start, None, False, True, 0.7)
    asks = (bold or caps) and text.endswith("?")
    if (_ENDS_SENTENCE.search(text) and not asks) or (is_list_intro(text) and not caps) or size > MAX_PLAIN:
        return None
    if caps or bold:
        return Candidate(index, index, None, whole, start, None, caps, bold, 0.8 if size > 1 else 0.5, listed=listed)
    if text.endswith(":") and len(_FIGURE.findall(text)) >= MAX_FIGURES:
        return None
    if _stands_alone(document, index, size, numbered=numbered) or (known is not None and size > 1 and known(text)):
        return Candidate(index, index, None, whole, paragraph.start, None, False, False, 0.5 if numbered else 0.6)
    return None


def _opens_list(document: Document, index: int) -> bool:
    """Whether a line ends with a colon and a list of numbers begins right below: ``Ban soạn thảo kiến nghị:``."""
    paragraph = document.paragraphs[index]
    if not document.text[paragraph.start : paragraph.end].rstrip().endswith(":"):
        return False
    after = _neighbour(document, index, 1)
    marker = parse_marker(after.lstrip()) if after is not None else None
    return marker is not None and marker.value == 1 and marker.kind not in ("part", "roman", "upper")


def _starred(document: Document, index: int) -> Candidate | None:
    """``* Ưu điểm:`` on a line of its own."""
    paragraph = document.paragraphs[index]
    text = document.text[paragraph.start : paragraph.end]
    m = re.match(r"\s*\*+\s*", text)
    rest = text[m.end() :] if m else ""
    if not rest[:1].isupper() or count(rest) > MAX_PLAIN or _ENDS_SENTENCE.search(rest) or is_list_intro(rest):
        return None
    start = paragraph.start + (m.end() if m else 0)
    title = Title(trim(document.text, start, paragraph.end), paragraph.end, "standalone")
    return Candidate(index, index, None, title, start, None, False, False, 0.6)


def _bold_run_in(document: Document, paragraph: Paragraph) -> Title | None:
    """``**Về tư tưởng:** Công tác …``: bold from the first letter to a colon or full stop, text after it."""
    if not paragraph.bold or paragraph.bold[0].start > paragraph.start + 1:
        return None
    found = find_title(document.text, paragraph, paragraph.start)
    first = document.text[paragraph.bold[0].start : paragraph.bold[0].end].rstrip()
    after = document.text[paragraph.bold[0].end : paragraph.end].lstrip()
    if not (first.endswith((":", ".")) or after.startswith(":")):
        return None
    return found if found.shape == "run_in" and count(first) <= MAX_PLAIN else None


def _stands_alone(document: Document, index: int, size: int, *, numbered: bool) -> bool:
    """A short plain line after a finished paragraph and before a longer one.

    In a numbered draft it must open a real paragraph, or the note of one to come, and no list: runs of short lines are tables that
    lost their cells.
    """
    if size < 2 or size > MAX_PLAIN or (numbered and _opens_list(document, index)):
        return False
    before = _neighbour(document, index, -1)
    after = _neighbour(document, index, 1)
    if after is None:
        return False
    finished = before is None or bool(_ENDS_SENTENCE.search(before)) or before.rstrip().endswith((":", "”", '"'))
    if numbered:
        headed = before is not None and (parse_marker(before.lstrip()) is not None or is_caps(before))
        return (finished or headed) and (count(after) > MAX_PLAIN or is_placeholder(after))
    if not finished and before is not None and count(before) > MAX_PLAIN:
        return False
    return count(after) > size or parse_marker(after.lstrip()) is not None or count(after) <= MAX_PLAIN


def _neighbour(document: Document, index: int, step: int) -> str | None:
    at = index + step
    while 0 <= at < len(document.paragraphs):
        paragraph = document.paragraphs[at]
        if paragraph.story == "body" and paragraph.end > paragraph.start:
            return document.text[paragraph.start : paragraph.end]
        if paragraph.story in ("footnote", "endnote"):
            return None
        at += step
    return None
