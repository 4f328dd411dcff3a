"""Where figures stand: running text, brackets, notes, title pages, cells of tables; counts, rates, both sides of ratios, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ....expressions import lazy
from ....model import Document, Paragraph, Span
from ...context import NO_TEXT, Context
from ...letters import UPPER
from .grid import Cell, Row, label_of
from .inwords import in_words
from .pairs import few
from .stated import Stated, content
from .text import DIGITS, PERCENT, counts, noun_of, value_of
from .words import ADMITTED, EMPTY

REACH = 22
"""So many syllables on each side of a number may tell of it."""
_RATIO = lazy(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})+|\d+)/(\d{1,3}(?:\.\d{3})+|\d+)(?![\d/.,-]*[/\d-])")
_DATED = lazy(r"\b(?:ngày|tháng|đến hết|từ|số|đến|hẻm|Quốc lộ|kỳ họp)\s*$", re.IGNORECASE)
_SCALE = {
    "tỷ": ("đồng", Decimal(1000)), "tỉ": ("đồng", Decimal(1000)), "triệu": ("đồng", Decimal(1)),
    "tấn": ("tấn", Decimal(1)), "tạ": ("tấn", Decimal("0.1")), "kg": ("tấn", Decimal("0.001")), "ha": ("ha", Decimal(1)), "héc": ("ha", Decimal(1)),
    "km²": ("ha", Decimal(100)), "km2": ("ha", Decimal(100)), "m²": ("ha", Decimal("0.0001")), "m2": ("ha", Decimal("0.0001")),
    "km": ("km", Decimal(1)), "m": ("km", Decimal("0.001")),
}  # fmt: skip
"""Units of measure: the one they are compared in, and its multiple."""
_UNIT = lazy(
    r"\s*\(?\s*([^\W\d_]+[²2]?)(?!\w)(?:\sđồng\b)?(\s?/\s?(?:ha|năm|người|tháng|ngày|vụ|hộ)\b)?", re.IGNORECASE
)
_THOUSANDS = lazy(r"\s*(nghìn|ngàn|triệu|tỷ|tỉ)\b(?!\s*(?:đồng|USD))\s*(?=[^\W\d_])", re.IGNORECASE)
_COMMUNES = lazy(
    r"^\s*(?:đơn vị hành chính(?: trực thuộc)?(?: cấp xã)?|(?:xã, phường|xã, thị trấn|phường, xã)(?:, (?:thị trấn|phường|xã|đặc khu))?|xã và thị trấn)",
    re.IGNORECASE,
)
_OF_ALL = lazy(r"^(?:tổng )?cộng$", re.IGNORECASE)
_SHOWN = lazy(r"\s?%|(?:\s[^\W\d_]+(?:/[^\W\d_]+)?){1,5}")
"""So many words are shown with a number."""
_OUT_OF = lazy(
    r"^\s*(?:[^\W\d_]+\s)?(?:trong|trên)(?: tổng)? số\s+(?:[\d.]+|(?:mười|mươi|trăm|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|lăm|mốt|linh|\s)+)",
    re.IGNORECASE,
)
"""``12 trong số 18 chỉ tiêu``: what the first counts stands behind the second."""


_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "đầu", "nhì", "tam", "bốn")
_RANKED = lazy(
    rf"\b(?:(?:xếp|đứng|xếp hạng|vị trí|xếp vị trí|ở vị trí)(?: hạng)? thứ|xếp hạng|đứng hạng)\s({'|'.join(_ORDINALS)}|\d{{1,2}})\b",
    re.IGNORECASE,
)
"""``xếp thứ ba``, ``đứng thứ 3/10``, ``vị trí thứ năm``."""


_PLACE = lazy(rf"\b(xã|phường|thị trấn|huyện|thành phố|thị xã|tỉnh)\s+((?:[{UPPER}][^\W\d_]*\s?)+)")


def own_name(context: Context) -> str:
    """The name of the unit; where the draft does not say whose it is, the places of its first paragraph that have no like."""
    if context.outline.metadata.unit:
        return context.outline.metadata.unit
    text, names = context.spelled.text, dict[str, set[str]]()
    for m in _PLACE.finditer(text):
        names.setdefault(m[1], set()).add(m[2].strip())
    first = next((text[p.start : p.end] for p in context.spelled.paragraphs if p.end > p.start), "")
    return " ".join(name for found in names.values() if len(found) == 1 for name in found if name in first)


def heading_numbers(context: Context) -> frozenset[int]:
    """Where the numbers of headings stand, which count nothing even where no sign ends them (``2 Công tác …``)."""
    return frozenset(s.heading.start for s in context.outline.sections if s.marker[:1].isdecimal())


def stated(context: Context) -> Iterator[Stated]:
    """Every figure of a draft; the number of a heading is none."""
    document = context.spelled
    numbers = heading_numbers(context)
    for p in document.paragraphs:
        if p.story not in NO_TEXT and p.story != "table":
            yield from (s for s in _of_paragraph(document, p) if s.span.start not in numbers)
    yield from _of_tables(document, context.tables)


def _of_paragraph(document: Document, p: Paragraph) -> Iterator[Stated]:
    text = document.text[p.start : p.end]
    place = "note" if p.story == "footnote" else "text"
    before = ""
    spans = [(s, e) for s, e, _ in counts(text)] or [(0, len(text))]
    for start, end in spans:
        sentence = text[start:end]
        found = few(tuple(sorted(_numbers(sentence), key=lambda n: n[0])))
        told = _lent([_one(sentence, f, p.start + start, before, place) for f in found])
        crowd = Counter((s.unit, s.noun) for s in told)
        yield from (replace(s, crowd=crowd[s.unit, s.noun]) for s in told)
        before = sentence


def _lent(told: list[Stated]) -> list[Stated]:
    """Bare nouns take over what the same noun had with it before in the sentence (``143 hộ nghèo, cuối năm còn 96 hộ``)."""
    full: dict[str, str] = {}
    out = []
    for one in told:
        if one.noun and one.noun in full and one.object.strip().lower() == one.noun:
            one = replace(one, right=one.right.replace(one.object.strip(), full[one.noun], 1))
        elif one.noun and one.object.strip().lower().startswith(f"{one.noun} "):
            full[one.noun] = one.object.strip()
        out.append(one)
    return out


def _numbers(sentence: str) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """(start, end, text, value, part) of counts, rates, both sides of ratios, numbers in words."""
    for _, _, found in counts(sentence):
        for n in found:
            if sentence[n.end : n.end + 1] == ":":
                continue  # ``Khu công nghiệp số 4: …``
            yield n.start, n.end, n.text, n.value, ""
    if "%" in sentence:
        for m in PERCENT.finditer(sentence):
            yield m.start(1), m.end(1), m[1], value_of(m[1]), "%"
    if "/" in sentence:
        for m in _RATIO.finditer(sentence):
            a, b = value_of(m[1]), value_of(m[2])
            if a <= b and b > 3 and not _DATED.search(sentence[: m.start()]) and not (1990 <= b <= 2050 and a <= 12):
                yield m.start(1), m.end(2), m[1], a, "of"
                yield m.start(2), m.end(2), m[2], b, "whole"
    if "thứ" in sentence or "hạng" in sentence:
        for m in _RANKED.finditer(sentence):
            value = Decimal(m[1]) if m[1].isdigit() else Decimal(_ORDINALS.index(m[1].lower()) % 10 + 1)
            yield m.start(1), m.end(1), str(value), value, "rank"
    yield from ((n.start, n.end, n.text, n.value, "") for n in in_words(sentence))


def _one(sentence: str, f: tuple[int, int, str, Decimal, str], at: int, before: str, place: str) -> Stated:
    start, end, text, value, part = f
    left = max(sentence.rfind(c, 0, start) for c in ";") + 1
    right = min((i for c in ";" if (i := sentence.find(c, end)) >= 0), default=len(sentence))
    after = sentence[end:right]
    out_of = _OUT_OF.match(after)
    if out_of and not part:
        after, part = after[out_of.end() :], "of"
    unit, value, taken = (
        ("%", value, 1) if part == "%" else ("hạng", value, 0) if part == "rank" else _unit(after, value)
    )
    communes = _COMMUNES.match(after)
    noun = "" if unit else "đơn vị cấp xã" if communes else noun_of(after, 0) or _head(after)
    if communes:
        after = f" đơn vị cấp xã{after[communes.end() :]}"
    lead = " ".join(sentence[left:start].split()[-REACH:])
    rest = " ".join(after[taken if unit != "%" else 0 :].split()[:REACH])
    return Stated(
        text, value, unit, noun, _admitted(lead), _admitted(f" {rest}"), before,
        Span(at + start, at + _shown(sentence, end)), at, place, part,
    )  # fmt: skip


def _admitted(words: str) -> str:
    """The same, admission to the Party called by one name."""
    return ADMITTED.sub("kết nạp", words) if "Đảng" in words else words


def _shown(sentence: str, end: int) -> int:
    """Where the words that show what a number counts end: with their part of the sentence."""
    words = _SHOWN.match(sentence, end)
    return words.end() if words else end


def _head(after: str) -> str:
    m = re.match(r"\s*([^\W\d_]+)", after)
    return m[1].lower() if m and m[1].lower() not in EMPTY else ""


def _unit(after: str, value: Decimal) -> tuple[str, Decimal, int]:
    """(unit of measure, value in it, characters) right of a number; no unit when it counts things."""
    thousand = _THOUSANDS.match(after)
    if thousand and thousand[1].lower() in ("nghìn", "ngàn"):
        return "", value * 1000, thousand.end()
    m = _UNIT.match(after)
    known = _SCALE.get(m[1].lower()) if m else None
    if m is None or known is None:
        return "", value, 0
    per = re.sub(r"\s", "", m[2] or "").lower()
    return known[0] + (per if known[0] != "đồng" else ""), value * known[1], m.end()


def _of_tables(document: Document, tables: list[list[Row]]) -> Iterator[Stated]:
    """Cells that hold a number alone, or a rate: the row's name left of it, the column's head right."""
    for rows in tables:
        if not rows or not rows[0]:
            continue
        heads = rows[0]
        top = min(c.start for c in heads.values())
        corner = heads[min(heads)].text
        caption = f"{document.text[max(0, top - 200) : top].strip().rpartition(chr(10))[2]} | {corner}"
        for row in rows[1:]:
            label = label_of(row)
            others = " ".join(c.text for c in row.values() if c.text != label and not re.search(r"\d", c.text))
            year = re.fullmatch(r"(?:[Nn]ăm )?((?:19|20)\d\d)", row[min(row)].text) if row else None
            name = f"{corner} năm {year[1]}" if year else _OF_ALL.sub("tổng số", label)
            for column, cell in row.items():
                if cell is not (row[min(row)] if year else None) and column in heads:
                    yield from _cell(cell, name, heads[column].text, others, caption, row)


def _cell(cell: Cell, label: str, head: str, others: str, caption: str, row: Row) -> Iterator[Stated]:
    m = re.fullmatch(rf"({DIGITS})\s?(%?)", cell.text.strip())
    if m is None or len(content(f"{label} {head}")) < 1 or head.lower().strip(".") in ("stt", "tt", "số tt"):
        return
    said = f"{label} {head} {others}"
    unit, value = ("%", value_of(m[1])) if m[2] or "%" in said else ("", value_of(m[1]))
    if not unit:
        for scale in re.finditer(
            r"\(([^()]+)\)|\s(tấn|tạ|ha|km|tỷ đồng|triệu đồng)\b", f" {head} {label} {others}".lower()
        ):
            unit, value, _ = _unit(scale[1] or scale[2], value_of(m[1]))
            if unit:
                break
    yield Stated(
        m[1], value, unit, "", label, f" {head} {others}", caption,
        Span(cell.start, cell.end), min(c.start for c in row.values()), "table",
    )  # fmt: skip
