"""T703: a bracket or a quotation mark that a paragraph opens and never closes, or closes and never opened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...expressions import lazy
from ...model import Finding, Span, finding, msg
from ..context import Context
from ..form import LOW_QUALITY
from ..letters import UPPER

REACH = 40
"""So many paragraphs may lie between a mark and its other half: a quoted list, a text that was cut into lines."""
MANY = 8
"""So many marks without their other half were not forgotten by a hand: the file lost them on its way here."""
SHORT = 6
"""A paragraph of fewer words is a label or a line of a form."""
QUOTE = 60
"""Characters of a quote."""
_OTHER = {"(": ")", ")": "(", "[": "]", "]": "[", "“": "”", "”": "“", "«": "»", "»": "«", "„": "”"}
_PAIRS = {"(": ")", "[": "]"}
_KIND = {mark: kind for kind, end in _PAIRS.items() for mark in (kind, end)}
_MARK = lazy(r"[()\[\]“”„‟\"]|(?<![^\W\d_])«|»(?![^\W\d_])|''|‘‘|’’|``")
_ITEM = lazy(
    r"(?:^|(?<=[\s(\[,;:.“”«\"/–-]))(?:\d{0,2}[^\W\d_]|[ivxIVX]{2,5}|\d{1,3}|(?:[^\W_]{1,2}\.)+[^\W_]{1,2}|[+*•o–-]{1,3})[ .]?$"
)
"""What makes a closing bracket the end of a list's mark: ``a)``, ``iv)``, ``1.2)``, ``+)``; it may close a bracket as well."""
_FIRST = lazy(r"\W*\w{0,5}$")
"""Before the mark of a list with which a paragraph begins: it closes nothing of another paragraph."""
ITEM = 12
_RANGE = lazy(r"[(\[]\s?[-+]?[\d.,]{1,20}\s?[;,]\s?(?:[-+]?[\d.,]{1,20}|[-+]?∞)\s?[)\]]")
"""An interval, which may be closed on one side only: ``[0; 5)``."""
_FACE = lazy(r"[:;=8]['-]?$")
_QUOTES = frozenset('“”„«"')
_STRAIGHT = ('"', "''")
_BLANK = lazy(r"\s*(?:\.{2,}|…|_{2,})")
"""What a form leaves to be filled in."""
_ENDED = lazy(r"(?<![.…])[.;][”\"»’)\]]?\s*$")
"""The end of a whole sentence: what ends otherwise may go on in the next paragraph."""
_BEGUN = lazy(rf"[^\w]*(?:[{UPPER}\d]|[^\W\d_]\d?[).])")
"""The beginning of a sentence, behind the marks of a list: what begins otherwise may go on from the paragraph before."""
_LEFT_OPEN = lazy(r"(?:^|[\s(\[–/-])$")


class Loose(NamedTuple):
    """A mark without its other half: paragraph, place, kind (``"`` for every quotation mark), whether it opens, whether it may be something else."""

    paragraph: int
    at: int
    kind: str
    opens: bool
    unsure: bool


def unclosed(context: Context) -> Iterator[Finding]:
    """One finding a mark; silent on text that recognition or an old encoding made."""
    document = context.document
    if document.ocr or document.quality < LOW_QUALITY:
        return
    told = [m for m in _alone(_loose(context)) if _told(context, m)]
    for mark in told if len(told) < MANY else ():
        yield _finding(context, mark)


def _loose(context: Context) -> list[Loose]:
    """The marks without their other half in their own paragraph, the first of each."""
    text, found = context.document.text, list[Loose]()
    for i, p in enumerate(context.document.paragraphs):
        if p.story in ("body", "footnote", "endnote") and p.cell is None:
            marks = loose_marks(text[p.start : p.end])[: 2 * MANY]
            found += (Loose(i, p.start + at, kind, opens, unsure) for at, kind, opens, unsure in marks)
    return found


def _where(mark: Loose) -> int:
    return mark.paragraph


def loose_marks(text: str) -> list[tuple[int, str, bool, bool]]:
    """(place, kind, whether it opens, whether it may be something else) of the marks of one text that have no other half there."""
    text = _RANGE.sub(lambda m: " " * len(m[0]), text)
    marks = [(m.start(), m[0]) for m in _MARK.finditer(text)]
    out = [found for kind in _PAIRS for found in _brackets(text, kind, [m for m in marks if _KIND.get(m[1]) == kind])]
    return sorted((*out, *_quotes(text, [m for m in marks if m[1] not in _KIND])))


def _brackets(text: str, kind: str, marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, bool, bool]]:
    """Of one kind: what stays open though every mark of a list closes something, what closes nothing though none of them does."""
    sure, free, possible = list[int](), list[int](), list[int]()
    for at, mark in marks:
        item = mark == ")" and _is_item(text, at)
        if mark == kind:
            sure.append(at)
            free.append(at)
            continue
        if not item and not free:
            yield at, kind, False, False
        if not item and free:
            free.pop()
        if sure:
            sure.pop()
        elif item and not _FIRST.match(text[:at]):
            possible.append(at)
    for at in sure:
        yield at, kind, True, _BLANK.match(text, at + 1) is not None
    for at in possible:
        yield at, kind, False, True


def _is_item(text: str, at: int) -> bool:
    """Whether a closing bracket may end the mark of a list, or a face."""
    before = text[max(0, at - ITEM) : at]
    return _ITEM.search(before) is not None or _FACE.search(before) is not None


def _quotes(text: str, marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, bool, bool]]:
    """Quotation marks of any form close each other, for many are printed the wrong way round; an odd one is left over."""
    if len(marks) % 2 == 0:
        return
    unsure = any(mark in _STRAIGHT and _measures(text, at) for at, mark in marks)
    at, opens = _left_over(text, marks)
    yield at, '"', opens, unsure


def _measures(text: str, at: int) -> bool:
    """Whether a straight mark may be one of inches, seconds or repetition."""
    return text[max(0, at - 1) : at].isdigit() or (
        text[at - 1 : at].strip() == "" and text[at + 1 : at + 2].strip() == ""
    )


def _left_over(text: str, marks: Sequence[tuple[int, str]]) -> tuple[int, bool]:
    """The mark without another half, and whether it opens: one that opens while one is open, or closes while none is."""
    held: int | None = None
    for at, _ in marks:
        opens = _opens(text, at)
        if opens and held is not None:
            return held, True
        if not opens and held is None:
            return at, False
        held = at if opens else None
    return (marks[-1][0], True) if held is None else (held, True)


def _opens(text: str, at: int) -> bool:
    return _LEFT_OPEN.search(text[max(0, at - 1) : at]) is not None


def _alone(found: Sequence[Loose]) -> Iterator[Loose]:
    """The marks whose other half stands nowhere near, in no form."""
    for mark in found:
        if mark.unsure:
            continue
        first = bisect_left(found, mark.paragraph - REACH, key=_where)
        last = bisect_right(found, mark.paragraph + REACH, key=_where)
        if not any(m is not mark and _halves(mark, m) for m in found[first:last]):
            yield mark


def _halves(one: Loose, other: Loose) -> bool:
    """Whether two marks may belong together: one opens, the other closes behind it; of two forms, only within a paragraph."""
    if one.paragraph == other.paragraph and one.kind != other.kind:
        return one.opens != other.opens
    first, second = sorted((one, other))
    return first.kind == second.kind and (first.kind == '"' or (first.opens and not second.opens))


def _told(context: Context, mark: Loose) -> bool:
    """Whether a mark stands in a whole sentence of running text, whose end, or beginning, was not cut away."""
    document = context.document
    p = document.paragraphs[mark.paragraph]
    if p.start >= context.outline.closing.start or context.recognised(p.start):
        return False
    text = document.text[p.start : p.end]
    if len(text.split()) < SHORT or not _ENDED.search(text):
        return False
    if not mark.opens:
        return _BEGUN.match(text) is not None
    behind = document.paragraphs[mark.paragraph + 1 : mark.paragraph + 2]
    return not any(_goes_on(document.text[q.start : q.start + 2], mark) for q in behind)


def _goes_on(opening: str, mark: Loose) -> bool:
    """Whether a paragraph that opens with these two characters goes on with a sentence, which no mark of a list does, or with a quotation."""
    if mark.kind == '"' and opening[:1] in _QUOTES:
        return True
    return opening[:1].islower() and opening[1:] not in (")", ".", "/")


def _finding(context: Context, mark: Loose) -> Finding:
    text, p = context.document.text, context.document.paragraphs[mark.paragraph]
    sign = text[mark.at : mark.at + 1]
    span = (
        Span(mark.at, _ahead(text, mark.at, p.end)) if mark.opens else Span(_back(text, mark.at, p.start), mark.at + 1)
    )
    message = (
        msg("Dấu {opened} mở mà không đóng", opened=sign)
        if mark.opens
        else msg("Dấu {closed} đóng mà không mở", closed=sign)
    )
    return finding(
        "T703", message, places=(context.place(span),), requirement=context.requirement_at(mark.at), need=msg("Dấu ngoặc đi thành cặp."),
        found=msg("“{quote}”", quote=context.document.quote(span)), fix=msg("Thêm dấu {other}, hoặc bỏ dấu {sign}.", other=_OTHER.get(sign, sign), sign=sign),
    )  # fmt: skip


def _ahead(text: str, at: int, end: int) -> int:
    """Where the words behind a mark end that are quoted."""
    if end - at <= QUOTE:
        return end
    return max(at + 1, text.rfind(" ", at, at + QUOTE))


def _back(text: str, at: int, start: int) -> int:
    """Where the words before a mark begin that are quoted."""
    if at - start <= QUOTE:
        return start
    return text.find(" ", at - QUOTE, at) + 1 or at - QUOTE
