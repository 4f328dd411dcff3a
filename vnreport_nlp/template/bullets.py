"""Lists with bullets below an item of an outline: items of their own where all name a matter, guidance where they tell what to write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..expressions import compiled
from ..model import Document, Outline, Paragraph, Section, Span
from ..outline import count, parse_marker
from ..outline.candidates import covered
from ..text import BULLETS, CAPITALS
from .brackets import without_instructions
from .guidance import for_writer, is_remark
from .tells import TELLS

_BULLET = compiled(rf"\s*(?P<sign>[{BULLETS}])\s*(?=[^\W_])")
_NAME_END = compiled(rf":|[.;]\s+(?=[{CAPITALS}])|[.;]\s*$")
_ASPECT = compiled(
    r"(?:các |những |một số )?(?:số(?! hóa| liệu hóa)|tổng số|tổng|tỷ lệ|tỉ lệ|mức|hình thức|nội dung|đối tượng|thời gian|thời điểm|địa điểm|thành phần|"
    r"phương pháp|cách thức|cách làm|quy mô|cơ cấu(?! lại)|chất lượng|tiến độ|hiệu quả|diện tích|sản lượng|doanh thu|giá trị|danh mục|danh sách|vai trò|"
    r"trách nhiệm|ý thức|ý kiến|lý do|tên|ngày|tình trạng|kết luận|căn cứ|cơ sở pháp lý|với|đối với)\b",
    re.I,
)
"""Figures and aspects of the item above: they are parts of its text, as are those whom a proposal is addressed to."""
_PARTS = compiled(
    r"(?:các |những |một số )?(mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|ưu điểm|kết quả|hạn chế|tồn tại|khuyết điểm|nguyên nhân|bài học|thuận lợi|khó khăn|"
    r"phương hướng|kiến nghị|đề xuất)\b",
    re.I,
)
"""Parts that every report tells apart: two of them are a list."""
_PROPOSALS = compiled(r"kiến nghị|đề xuất", re.I)
_PROPOSED = compiled(r"(?:(?:những |các )?(?:kiến nghị|đề xuất)(?:,| và|\s)*){1,2}", re.I)
"""The name of that part, and no verb for the writer."""
MIN_ITEMS, MIN_SURE = 3, 2
"""Fewest bullets that are items: of plain ones, and of bold ones or ones that name parts of a report."""
MIN_NAME, MAX_NAME = 2, 24
"""Syllables of the name of a matter."""
MAX_PART = 6
"""Longest name of a part on a line without a colon, in syllables."""
_INSIDE = frozenset({"lower", "paren", "ordinal"})
"""Items so small that what stands in a list below them is their text."""


MAX_MEAN = 20
"""Syllables of the paragraphs of an outline, on average: those of the corpus have 9 to 14, reports and forms that say at length what to write 22 and more."""


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet that is an item: its line without the bullet and what is asked below it; ``starts`` are the offsets of its lines."""

    title: str
    told: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    sign: tuple[str, int | None] | None
    bold: bool
    span: Span


def lists_items(document: Document) -> bool:
    """Whether the lists of an outline may be of items: not where its paragraphs are as long as those of a report."""
    sizes = [
        count(document.text[p.start : p.end]) for p in document.paragraphs if p.story == "body" and p.end > p.start
    ]
    return sum(sizes) < MAX_MEAN * len(sizes)


def listed(outline: Outline, section: Section) -> tuple[tuple[Item, ...], str]:
    """(items, guidance of the section itself) where a list below a section is of items; else none and an empty text.

    A list has bullets, or names of parts in lines of their own. The sign of the first bullet is that of the items; lines below it with other signs are theirs.
    """
    lines = _lines(outline, section)
    first = next((k for k, line in enumerate(lines) if line.sign is not None), None)
    if first is None and _are_parts(lines):
        return tuple(_item([line]) for line in lines), ""
    if first is None or (first and lines[first - 1].text.endswith(":")):
        return (), ""
    sign = lines[first].sign
    heads = [k for k in range(first, len(lines)) if lines[k].sign == sign]
    if lines[first].text[:1].isupper():  # one in small letters below goes on from it
        heads = [k for k in heads if not lines[k].text[:1].islower()]
    bold = [k for k in heads if lines[k].bold]
    if len(bold) >= MIN_SURE and not any(TELLS.match(lines[k].text) for k in bold):
        heads = [k for k in bold if _name(lines[k].text)]
    elif not _are_items([lines[k].text for k in heads], section):
        return (), ""
    if len(heads) < MIN_SURE:
        return (), ""
    told = any(
        lines[k].sign is None for k in range(heads[0], heads[-1])
    )  # the lines below the last one are its own too
    stop = next((k for k in range(heads[-1] + 1, len(lines)) if lines[k].sign is None and not told), len(lines))
    ends = [*heads[1:], stop]
    items = tuple(_item(lines[k:end]) for k, end in zip(heads, ends, strict=True))
    own = [line.text for line in (*lines[: heads[0]], *lines[stop:])]
    return items, " ".join(filter(None, (for_writer(text) for text in own)))


def _lines(outline: Outline, section: Section) -> list[_Line]:
    """The paragraphs of a section's own text, bullets apart, up to a remark on the whole report."""
    document = outline.document
    out: list[_Line] = []
    for _, p in document.paragraphs_in(section.body):
        start = max(p.start, section.body.start, section.heading.end)
        text = " ".join(document.text[start : min(p.end, section.body.end)].split())
        if p.story != "body" or not text:
            continue
        if is_remark(text):
            break
        m = _BULLET.match(document.text, p.start, p.end) if start == p.start else None
        if m is not None and not for_writer(text):
            continue
        sign = (m["sign"], p.label_level) if m is not None else None
        words = " ".join(document.text[m.end() : p.end].split()) if m is not None else text
        out.append(_Line(words, sign, m is not None and _is_bold(document, p, m.end()), p.span))
    return out


def _is_bold(document: Document, p: Paragraph, start: int) -> bool:
    """Whether the name that a bullet opens with, up to its colon or full stop, is in bold type."""
    end = _NAME_END.search(document.text, start, p.end)
    name = replace(p, start=start, end=end.start() if end is not None else p.end)
    return covered(name, p.bold, text=document.text)


def _are_items(texts: Sequence[str], section: Section) -> bool:
    """Whether plain bullets are items: all name a matter, and they are many enough."""
    if section.kind in _INSIDE or not all(_name(t) for t in texts):
        return False
    parts = [m[1].lower() for t in texts if (m := _PARTS.match(t))]
    all_parts = len(parts) == len(texts)
    if _PROPOSALS.search(section.title) and not (all_parts and len(set(parts)) > 1):
        return False
    return len(texts) >= (MIN_SURE if all_parts else MIN_ITEMS)


def _are_parts(lines: Sequence[_Line]) -> bool:
    """Whether plain lines are items (``Ưu điểm:``, ``Hạn chế:``): each names another part that every report tells apart, and little else."""
    parts = [m[1].lower() for line in lines if (m := _PARTS.match(line.text)) and _name(line.text)]
    alone = all(":" in line.text or (count(line.text) <= MAX_PART and line.text[-1] not in ".;,") for line in lines)
    return len(lines) >= MIN_SURE and len(set(parts)) == len(lines) and alone


def _name(text: str) -> str:
    """The name of a matter that a bullet's line opens with; empty where it tells what to write, or goes on from another line."""
    title, _ = without_instructions(text)
    name = _NAME_END.split(title, maxsplit=1)[0].strip(" .;,")
    if _PROPOSED.fullmatch(name) and name[:1].isupper():
        return name
    if not name[:1].isupper() or TELLS.match(name) or _ASPECT.match(name) or "?" in text or parse_marker(text):
        return ""
    return name if MIN_NAME <= count(name) <= MAX_NAME else ""


def _item(lines: Sequence[_Line]) -> Item:
    """A bullet with the lines below it."""
    first, *below = (line.text for line in lines)
    end = _NAME_END.search(first)
    at = end.start() if end is not None and end[0] != ":" else len(first)
    told = " ".join(filter(None, (for_writer(t) for t in (first[at:].strip(" .;"), *below))))
    return Item(first[:at].strip(" .;"), told, tuple(line.span.start for line in lines))
