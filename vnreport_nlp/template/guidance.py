"""What an outline says below an item: guidance for the writer, without what is said to the sender of the report."""

from __future__ import annotations

import re
from collections.abc import Container

from ..expressions import compiled
from ..model import Outline, Section, Span
from ..text import CAPITALS

_REMARK = compiled(r"^\W*(?:ghi chú|lưu ý)\s*:", re.I | re.M)
"""A remark on the whole report after the last item."""
_SENT = compiled(
    r"(?:(?:gửi|nộp)\b.{0,160}\b(?:trước|chậm nhất|muộn nhất|hạn cuối|không quá|xong)\b.{0,40}\d|"
    r"(?:thời (?:hạn|gian)|hạn) (?:gửi|nộp)\b|người lập (?:biểu|báo cáo)\b|(?:gửi|nộp)\b.{0,80}@)",
    re.I,
)
"""When and where to send the report, and who signs its forms: no matter of an item."""
_SENTENCE = compiled(rf"(?<=[.;])\s+(?=[{CAPITALS}(])")
_ENCLOSED = compiled(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;]?")
_EDGE = " .;:,"
"""What parts a title from the text behind it."""


def guidance(outline: Outline, section: Section, hints: Container[int]) -> str:
    """The text below an item and its ``hints``, on one line; its own title is no demand."""
    below = [s for s in (outline.sections[k] for k in section.children if k in hints) if any(map(str.isalpha, s.title))]
    texts = [told(outline, _behind_title(section)).lstrip(_EDGE), *(told(outline, part.whole) for part in below)]
    return " ".join(t for t in texts if t)


def told(outline: Outline, span: Span) -> str:
    """What stands in a span for the writer of the report, on one line."""
    document = outline.document
    pieces = [
        document.text[max(p.start, span.start) : min(p.end, span.end)].strip()
        for _, p in document.paragraphs_in(span)
        if p.story != "toc"
    ]
    lines = _REMARK.split("\n".join(pieces))[0].split("\n")
    return " ".join(filter(None, (for_writer(line) for line in lines)))


def is_remark(line: str) -> bool:
    """Whether a line opens a remark on the whole report."""
    return _REMARK.match(line) is not None


def for_writer(line: str) -> str:
    """A line without its sentences on when and where to send the report, and without brackets around all of it."""
    words = " ".join(line.split())
    enclosed = _ENCLOSED.fullmatch(words)
    words = enclosed[1].strip() if enclosed else words
    if not _SENT.search(words):
        return words
    return " ".join(s for s in _SENTENCE.split(words) if not _SENT.search(s)).strip(" -–+•")


def _behind_title(section: Section) -> Span:
    """A section's own text; where its title is the first clause of a sentence, what follows that."""
    return Span(min(max(section.body.start, section.heading.end), section.body.end), section.body.end)
