"""F201: a total against its parts, in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ....expressions import lazy
from ....gates import Gated
from ....model import Finding, Span
from ...context import NO_PROSE, Context
from ...letters import UPPER
from ..rates.amounts import in_one_unit
from ..rates.last_total import sums_to_last
from ..reading.dims import EXHAUSTIVE, complementary, dimension
from ..reading.numerals import all_of, in_digits
from ..reading.parts import NESTED, Part, depth, of_closed, parts_of
from ..reading.text import (
    CLOSED,
    Number,
    by_sentence,
    kind_after,
    noun_of,
    numbers,
    sentences,
    several,
    worded,
)
from ..reading.told import miscounted, sum_finding
from .admitted import admitted
from .afterwards import afterwards
from .carried import carried, noted, opened
from .complements import complements
from .concluded import concluded
from .contributed import contributions
from .counted import counted
from .headed import headed_lists
from .hundred import hundreds
from .judged import sign_of
from .lists import near_lists
from .partitions import partitions
from .series import equations, series
from .sides import sides

_OPEN = lazy(
    r"(?P<within>\btrong (?:đó|số đó|số này)\b[,:]?|(?<=\w)\s(?:có|thì)(?=\s(?:[^\d.;:,]{2,40}\s)?\d))|(?P<list>\b(?:bao gồm|gồm có|gồm|chia ra|cụ thể(?! hóa| hoá))\b(?: các)?[,:]?)|(?P<bracket>\()|"
    r"(?P<colon>:(?=\s)|\s(?:theo|phân theo)\s[^.;:,]{3,40}\sthì(?=\s))|(?P<closed>[;,](?=\s))",
    re.IGNORECASE,
)
_AMONG = Gated(r"(?:^|[;:,]\s*)Trong (?:tổng số |số )?\d[\d.]*\s[^\d.;:,]{2,80}$", re.IGNORECASE)
"""``Trong 31 chi bộ`` before ``có``: what follows are parts of the 31 …"""
_NONE_LEFT = lazy(r"[^.;\d]{0,60}[,;]\s*(?:và\s+)?không (?:có|còn)\s")
"""… and all of them, when the list ends with the category that none is in."""
_GATHERS = Gated(r"\b(?:gồm|bao gồm|gồm có|chia ra|trong đó gồm|cụ thể|như sau)\b[^.;]{0,20}:\s*$", re.IGNORECASE)
_LABELLED = lazy(r":\s$")
_LABEL = lazy(r"(?:\s[^\W\d_]+){1,3}?\s(?:tổng\s)?số(?:\s[^\W\d_]+){1,6}", re.IGNORECASE)
"""``số dự thi: 458 người số đỗ: 303 người``: a row of labels with their values, nothing opens a list."""
_NEARER = lazy(r"(?:,|\bvà|\bcùng)\s\d[\d.]*\s[^\W\d_]")
"""A bracket is of the figure right before it, though that one was not read as a count (``31 trụ sở và 35 điểm trường (…)``)."""
_NAME = lazy(rf"\s[-–]\s[{UPPER}]")
"""A number with a dash and a name behind it ends a name itself (``Vụ 5 - Viện …``)."""
_MARKER = lazy(r"[-+•*–]|\(?(?:\d{1,2}|[a-zđ])[.)]\s")
"""What an item of a list begins with."""


def sums(context: Context) -> Iterator[Finding]:
    """F201 and the within-F202 of every paragraph that is no table cell."""
    document = context.spelled
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.story in NO_PROSE:
            continue
        text = all_of(in_digits(document.text[paragraph.start : paragraph.end]))
        if not any(map(str.isdigit, text)):
            continue
        told = [*contradictions(text), *((*one, "≠") for one in (*series(text), *sides(text), *headed_lists(text)))]
        told += [t for t in near_lists(text) if not any(t[0] < end and start < t[1] for start, end, *_ in told)]
        for further in (*complements(text), *partitions(text), *sums_to_last(text)):
            if not any(further[0] < end and start < further[1] for start, end, *_ in told):
                told.append((*further, "≠"))
        told += [(start, end, "100%", shares, "≠") for start, end, shares in hundreds(text)]
        for start, end, total, parts, sign in admitted(text, told):
            yield sum_finding(context, Span(paragraph.start + start, paragraph.start + end), total, parts, sign)
        for start, end, total, parts in (*contributions(text), *concluded(text)):
            yield sum_finding(context, Span(paragraph.start + start, paragraph.start + end), total, parts, "≠")
        for start, end, announced, items in counted(text):
            yield miscounted(context, Span(paragraph.start + start, paragraph.start + end), announced, items)
        if text.rstrip().endswith(":"):
            yield from _bullets(context, index, text)
    yield from _notes(context)
    yield from _under_totals(context)


def _notes(context: Context) -> Iterator[Finding]:
    """A number of the text, its parts in the note that stands at it."""
    document = context.spelled
    for note in document.footnotes:
        if note.reference is None:
            continue
        home = next((p for p in document.paragraphs if p.start <= note.reference <= p.end), None)
        told = home and noted(document.text[note.start : note.end], document.text[home.start : note.reference + 1])
        if home and told:
            end, total, parts = told
            found = sum_finding(
                context, Span(note.start, note.start + end), total.text, [p.number.text for p in parts], "≠"
            )
            place = context.place(Span(home.start + total.start, note.reference + 1))
            yield replace(found, places=(place, *found.places), requirement=context.requirement_at(place.span.start))


def _under_totals(context: Context) -> Iterator[Finding]:
    """Parts that open a paragraph of the body, their total in the last sentence of the one above."""
    text = context.spelled.text
    body = [p for p in context.spelled.paragraphs if p.story == "body"]
    for above, paragraph in pairwise(body):
        over = opened(text[above.start : above.end], in_digits(text[paragraph.start : paragraph.end]))
        if over is not None:
            parts = [p.number.text for p in over[2]]
            yield sum_finding(context, Span(paragraph.start, paragraph.start + over[0]), over[1].text, parts, "≠")


def _bullets(context: Context, index: int, head: str) -> Iterator[Finding]:
    """A total that ends in a colon, its parts as bullets in the paragraphs below."""
    document = context.spelled
    start = next((s for s, _ in reversed(sentences(head))), 0)
    found = [n for n in numbers(head, start) if not n.approx]
    if not found or not _GATHERS.search(head[found[-1].end :]):
        return
    total, kind = found[-1], kind_after(head, found[-1].end)
    parts: list[Number] = []
    more = Decimal()
    end = index
    for paragraph in document.paragraphs[index + 1 : index + 20]:
        text = document.text[paragraph.start : paragraph.end]
        marker = _MARKER.match(text)
        if not (paragraph.list_item or marker):
            break
        first = next(numbers(text, marker.end() if marker else 0), None)
        if first is None or first.approx or first.start > 100 or kind_after(text, first.end) not in (kind, None):
            return
        parts.append(first)
        more += _behind(text, first, kind)
        end += 1
    reached = sum((p.value for p in parts), Decimal())
    if (
        kind
        and len(parts) >= 2
        and total.value not in (reached, reached + more)
        and abs(reached - total.value) * 4 <= total.value
    ):
        here = document.paragraphs
        yield sum_finding(
            context, Span(here[index].start + total.start, here[end].end), total.text, [p.text for p in parts], "≠"
        )


def _behind(text: str, first: Number, kind: str | None) -> Decimal:
    """What further items of a bullet come to, each behind a semicolon (``Điều dưỡng: 178 người; hộ sinh: 26 người``)."""
    items = (next(numbers(text, first.end + m.end()), None) for m in re.finditer(";", text[first.end :]))
    return sum((n.value for n in items if n is not None and kind_after(text, n.end) == kind), Decimal())


MANY = 3
"""So many parts and the category without any make a list that is whole."""
MAX_NUMBERS = 120
"""A sentence with more numbers than this is a table that lost its cells: its work would grow with their square."""


def contradictions(text: str) -> Iterator[tuple[int, int, str, list[str], str]]:
    """(start, end, total, parts, sign) of every total in one paragraph that its parts contradict."""
    before: list[Number] = []
    previous = ""
    done: set[int] = set()
    for start, sentence, found in by_sentence(text):
        if len(found) > MAX_NUMBERS:
            before, previous = [], ""
            continue
        told = carried(sentence, previous, before) if previous else None
        if told is not None:
            yield start, start + told[0], told[1].text, [p.number.text for p in told[2]], "≠"
        previous = sentence
        yield from equations(sentence, start)
        if len(found) >= 2 or (found and (before or next(worded(sentence), None))):
            for s, e, total, parts, sign in _of_sentence(sentence, found, before):
                key = total.start if s >= 0 else -1
                if s >= 0 and key in done:
                    continue
                done.add(key)
                yield start + max(s, 0), start + e, total.text, parts, sign
        done = set()
        before = found


def _of_sentence(
    sentence: str, found: list[Number], before: list[Number]
) -> Iterator[tuple[int, int, Number, list[str], str]]:
    for m in _OPEN.finditer(sentence):
        claim = m.lastgroup or ""
        if (not found or found[0].end > m.start()) and not (claim == "colon" and before):
            continue
        at = m.start() if claim == "bracket" else len(sentence[: m.start()].rstrip(" ("))
        earlier = [
            n for n in found if n.end <= at and not (depth(sentence, n.end, at) or of_closed(sentence, n.end, at))
        ]
        if claim == "colon" and not earlier and before and _partition_start(sentence[: m.end()]):
            earlier, offset = before, -1
        else:
            offset = earlier[-1].start if earlier else -1
        if claim == "within" and "trong" not in m[0].lower() and not _AMONG.search(sentence[: m.start()]):
            continue
        if not earlier or not _adjacent(sentence, earlier[-1], m.start(), claim, offset):
            continue
        total = earlier[-1]
        if claim == "colon" and _of_label(sentence, total, m.start()):
            continue
        if claim == "closed" and (kind_after(sentence, total.end) is None or not several(sentence, m.end())):
            continue
        parts, end, cut = parts_of(sentence, m.end(), claim, total, offset)
        if (len(parts) < 2 or cut) and (counted := _other_total(sentence, earlier, m.end(), claim)):
            more, behind, cut_again = parts_of(sentence, m.end(), claim, counted, counted.start)
            if len(more) > len(parts):
                total, offset, parts, end, cut = counted, counted.start, more, behind, cut_again
        if claim == "closed" and not (_closed_list(parts) and _outside(sentence, total, parts)):
            continue
        if claim == "within" and len(parts) >= MANY and _NONE_LEFT.match(sentence, parts[-1].number.end):
            claim, cut = "list", False
        one = in_one_unit(sentence, total, parts) if offset >= 0 else None
        total, parts, slack = one or (total, parts, Decimal())
        sign = sign_of(sentence, total, parts, claim, cut, earlier, offset)
        if sign and abs(sum((p.number.value for p in parts), Decimal()) - total.value) > slack:
            yield offset, end, total, [p.number.text for p in parts], sign
    yield from afterwards(sentence, found)


def _of_label(sentence: str, total: Number, colon: int) -> bool:
    """Whether a colon stands behind a label or a number of its own (``năm 2023: …``, ``khối 11: …``), not behind a total."""
    if sentence[colon - 1].isdigit() and total.end != colon:
        return True
    labelled = _LABELLED.search(sentence[: total.start]) is not None
    return labelled and _LABEL.fullmatch(sentence, total.end, colon) is not None


def _other_total(sentence: str, earlier: list[Number], at: int, claim: str) -> Number | None:
    """The number before the last one, when the items count what it counts (``27 dự án với 1.250 tỷ đồng, gồm 14 dự án …``)."""
    if len(earlier) < 2 or claim == "closed" or earlier[-2].approx:
        return None
    told, first = earlier[-2], next(numbers(sentence, at), None)
    between = sentence[told.end : earlier[-1].start]
    noun = noun_of(sentence, told.end)
    if first is None or not noun or re.search(r"[,;:()]", between) or not re.search(r"\s(?:với|có|cho)\s", between):
        return None
    return told if noun_of(sentence, first.end) in (noun, "") else None


def _partition_start(words: str) -> bool:
    return bool(
        re.match(
            r"(?:chia|phân|xét|tính)(?: loại)? theo\b|trong đó\b|bao gồm\b|gồm\b|cụ thể\b", words.strip(), re.IGNORECASE
        )
    )


def _adjacent(sentence: str, total: Number, at: int, claim: str, offset: int) -> bool:
    """Whether an opener speaks of the number before it."""
    if _NAME.match(sentence, total.end):
        return False
    if total.approx or ("," in total.text and kind_after(sentence, total.end) in CLOSED):
        return False  # of people and bodies only an average has decimals
    if offset < 0:
        return True
    gap = NESTED.sub("", sentence[total.end : at])
    if claim in ("list", "within"):
        gap = gap.rstrip(" ;")  # "94 lượt; cụ thể gồm …"
    if (";" in gap and not sentence[at : at + 30].lstrip(" ").startswith(("theo", "phân theo"))) or len(gap) > 110:
        return False
    if claim == "bracket":
        return len(gap) <= 80 and gap.count(",") <= 2 and not _NEARER.search(gap)
    return True


def _closed_list(parts: list[Part]) -> bool:
    """Three or more items of one closed set of categories, numbers last; of two only men and women."""
    if [p.label.lower().split()[:1] for p in parts] in ([["nam"], ["nữ"]], [["nữ"], ["nam"]]) or complementary(
        [p.label for p in parts]
    ):
        return True
    if len(parts) < 3:
        return False
    dims = {dimension(p.label) for p in parts}
    return len(dims) == 1 and next(iter(dims)) in EXHAUSTIVE


def _outside(sentence: str, total: Number, parts: list[Part]) -> bool:
    """Whether a number counts something, rather than being an item of the list itself."""
    left = max(sentence.rfind(c, 0, total.start) for c in ",;:(.")
    return kind_after(sentence, total.end) is not None and dimension(sentence[left + 1 : total.start]) != dimension(
        parts[0].label
    )
