"""F201: a total against its parts, in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..gates import Gated
from ..model import Finding, Span, finding, msg
from .context import Context
from .figures_carried import carried
from .figures_dims import EXHAUSTIVE, dimension
from .figures_parts import NESTED, Part, label_end, parts_of
from .figures_text import Number, kind_after, noun_after, numbers, sentences, shown, value_of

_OPEN = re.compile(
    r"(?P<within>\btrong (?:đó|số đó|số này)\b[,:]?|(?<=\w)\s(?:có|thì)(?=\s[^\d.;:,]{2,40}\s\d))|(?P<list>\b(?:bao gồm|gồm có|gồm|chia ra|cụ thể(?! hóa| hoá))\b(?: các)?[,:]?)|(?P<bracket>\()|"
    r"(?P<colon>(?<!\d):(?=\s)|\s(?:theo|phân theo)\s[^.;:,]{3,40}\sthì(?=\s))|(?P<closed>[;,:](?=\s))",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"\.\.\.|…|\bv\.v|\bmột số\b|\bchủ yếu\b|\bnhư\b|\briêng\b|\bnhất là\b|\bcòn lại\b|\bhầu hết\b|\bnhiều\b|\bnổi bật\b|\btiêu biểu\b",
    re.IGNORECASE,
)
_REST = re.compile(r"[\s,;]*(?:và\s+)?(?:(?:số\s+)?còn lại|ngoài ra|số khác)\b", re.IGNORECASE)
_DOUBLE = Gated(r"\b(?:kiêm|tính trùng|một người|cùng lúc|đồng thời|vừa|cả hai|trùng|trong cùng)\b", re.IGNORECASE)
_AFTERWARDS = Gated(r"[,;]\s*(?:tổng\s+)?cộng(?:\s+(?:là|lại là|có|lại))?\s+(?=\d)", re.IGNORECASE)
_AMONG = Gated(r"(?:^|[;:]\s*)Trong (?:tổng số |số )?\d[\d.]*\s[^\d.;:,]{2,40}$", re.IGNORECASE)
"""``Trong 31 chi bộ`` before ``có``: what follows are parts of the 31."""
_GATHERS = Gated(r"\b(?:gồm|bao gồm|gồm có|chia ra|trong đó gồm|cụ thể|như sau)\b[^.;]{0,20}:\s*$", re.IGNORECASE)
_EQUATION = re.compile(r"(?<![\w.,/+])(\d[\d.,]*(?:\s*\+\s*\d[\d.,]*)+)\s*=\s*(\d[\d.]*(?:,\d+)?)")


def sums(context: Context) -> Iterator[Finding]:
    """F201 and the within-F202 of every paragraph that is no table cell."""
    document = context.document
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.story in ("toc", "header", "footer", "table"):
            continue
        text = document.text[paragraph.start : paragraph.end]
        if not any(map(str.isdigit, text)):
            continue
        for start, end, total, parts, sign in contradictions(text):
            yield _finding(context, Span(paragraph.start + start, paragraph.start + end), total, parts, sign)
        if text.rstrip().endswith(":"):
            yield from _bullets(context, index, text)


def _finding(context: Context, span: Span, total: str, parts: list[str], sign: str) -> Finding:
    left = " + ".join(parts)
    reached = shown(sum((value_of(p) for p in parts), Decimal()))
    arithmetic = f"{left} = {reached} {sign} {total}" if len(parts) > 1 else f"{left} {sign} {total}"
    return finding(
        "F201", msg("Tổng không khớp các phần: {arithmetic}", arithmetic=arithmetic),
        places=(context.place(span, limit=300),), requirement=context.requirement_at(span.start), content=f"{arithmetic}",
        need=msg("Các phần cộng lại bằng tổng, hoặc không vượt tổng."), found=msg("{arithmetic}", arithmetic=arithmetic),
        fix=msg("Kiểm tra lại tổng và từng phần với số liệu gốc."),
    )  # fmt: skip


def _bullets(context: Context, index: int, head: str) -> Iterator[Finding]:
    """A total that ends in a colon, its parts as bullets in the paragraphs below."""
    document = context.document
    start = next((s for s, _ in reversed(list(sentences(head)))), 0)
    found = [n for n in numbers(head, start) if not n.approx]
    if not found or not _GATHERS.search(head[found[-1].end :]):
        return
    total, kind = found[-1], kind_after(head, found[-1].end)
    parts: list[Number] = []
    end = index
    for paragraph in document.paragraphs[index + 1 : index + 20]:
        text = document.text[paragraph.start : paragraph.end]
        if not (paragraph.list_item or text[:1] in "-+•*–"):
            break
        first = next(numbers(text), None)
        if first is None or first.approx or first.start > 60 or kind_after(text, first.end) not in (kind, None):
            return
        parts.append(first)
        end += 1
    reached = sum((p.value for p in parts), Decimal())
    if kind and len(parts) >= 2 and reached != total.value and abs(reached - total.value) * 4 <= total.value:
        here = document.paragraphs
        yield _finding(
            context, Span(here[index].start + total.start, here[end].end), total.text, [p.text for p in parts], "≠"
        )


def contradictions(text: str) -> Iterator[tuple[int, int, str, list[str], str]]:
    """(start, end, total, parts, sign) of every total in one paragraph that its parts contradict."""
    before: list[Number] = []
    previous = ""
    done: set[int] = set()
    for start, end in sentences(text):
        sentence = text[start:end]
        found = list(numbers(sentence))
        told = carried(sentence, previous, before) if previous else None
        if told is not None:
            yield start, start + told[0], told[1].text, [p.number.text for p in told[2]], "≠"
        previous = sentence
        yield from _equations(sentence, start)
        if len(found) >= 2 or (found and before):
            for s, e, total, parts, sign in _of_sentence(sentence, found, before):
                key = total.start if s >= 0 else -1
                if s >= 0 and key in done:
                    continue
                done.add(key)
                yield start + max(s, 0), start + e, total.text, parts, sign
        done = set()
        before = found


def _equations(sentence: str, start: int) -> Iterator[tuple[int, int, str, list[str], str]]:
    for m in _EQUATION.finditer(sentence):
        parts = [p.strip().rstrip(".,") for p in m[1].split("+")]
        if sum((value_of(p) for p in parts), Decimal()) != value_of(m[2]):
            yield start + m.start(), start + m.end(), m[2], parts, "≠"


def _of_sentence(
    sentence: str, found: list[Number], before: list[Number]
) -> Iterator[tuple[int, int, Number, list[str], str]]:
    for m in _OPEN.finditer(sentence):
        claim = m.lastgroup or ""
        at = m.start() if claim == "bracket" else len(sentence[: m.start()].rstrip(" ("))
        earlier = [n for n in found if n.end <= at and _depth(sentence, n.end, at) == 0]
        if claim == "colon" and not earlier and before and _partition_start(sentence[: m.end()]):
            earlier, offset = before, -1
        else:
            offset = earlier[-1].start if earlier else -1
        if claim == "within" and "trong" not in m[0].lower() and not _AMONG.search(sentence[: m.start()]):
            continue
        if not earlier or not _adjacent(sentence, earlier[-1], m.start(), claim, offset):
            continue
        total = earlier[-1]
        parts, end, cut = parts_of(sentence, m.end(), claim, total, offset)
        if claim == "closed" and not (_closed_list(parts) and _outside(sentence, total, parts)):
            continue
        sign = _judge(sentence, total, parts, claim, cut, earlier, offset)
        if sign:
            yield offset, end, total, [p.number.text for p in parts], sign
    yield from _afterwards(sentence, found)


def _partition_start(words: str) -> bool:
    return bool(
        re.match(
            r"(?:chia|phân|xét|tính)(?: loại)? theo\b|trong đó\b|bao gồm\b|gồm\b|cụ thể\b", words.strip(), re.IGNORECASE
        )
    )


def _depth(text: str, start: int, end: int) -> int:
    """Brackets left open or closed between two offsets."""
    part = text[start:end]
    return abs(part.count("(") - part.count(")"))


def _adjacent(sentence: str, total: Number, at: int, claim: str, offset: int) -> bool:
    """Whether an opener speaks of the number before it."""
    if total.approx:
        return False
    if offset < 0:
        return True
    gap = NESTED.sub("", sentence[total.end : at])
    if (";" in gap and not sentence[at : at + 30].lstrip(" ").startswith(("theo", "phân theo"))) or len(gap) > 110:
        return False
    if claim == "bracket":
        return len(gap) <= 80 and gap.count(",") <= 2
    return True


def _closed_list(parts: list[Part]) -> bool:
    """Three or more items of one closed set of categories, numbers last; of two only men and women."""
    if [p.label.lower().split()[:1] for p in parts] in ([["nam"], ["nữ"]], [["nữ"], ["nam"]]):
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


def _judge(
    sentence: str, total: Number, parts: list[Part], claim: str, cut: bool, earlier: list[Number], offset: int
) -> str:
    """The sign that contradicts (``≠`` or ``>``), empty when all is well or in doubt."""
    if not parts or any(p.number.approx for p in parts) or _DOUBLE.search(_about(sentence, parts)):
        return ""
    values = [p.number.value for p in parts]
    if len(parts) == 1:
        return _single(sentence, total, parts[0], claim)
    dims = {dimension(p.label) for p in parts}
    one = len(dims) == 1
    whole = claim == "bracket" or (one and next(iter(dims)) in EXHAUSTIVE)
    others = [n.value for n in earlier[:-1]]
    if any(_sums_to(values, t, whole) for t in (total.value, *others, *(total.value + o for o in others))):
        return ""
    known = dims - {""}
    if (
        not one
        and known
        and not (claim == "list" and len(known) == 1 and known <= EXHAUSTIVE and sum(values) > total.value)
    ):
        return ""
    reached = sum(values, Decimal())
    if total.value in values and reached == 2 * total.value:  # the total said again, then its parts
        return ""
    exhaustive = one and next(iter(dims)) in EXHAUSTIVE
    if reached > total.value:
        return _over(claim, total, parts, exhaustive, sentence, offset)
    if cut or claim == "within" or (one and any(dims) and not exhaustive):
        return ""
    last = label_end(sentence, parts[-1].number.end, len(sentence))
    if _OPEN_END.search(sentence[max(0, parts[0].number.start - 12) : last + 4]) or _REST.match(sentence, last):
        return ""
    return _under(claim, total, parts, exhaustive, sentence, offset)


def _about(sentence: str, parts: list[Part]) -> str:
    """The sentence as far as it speaks of the list: up to the semicolon after the last part."""
    end = sentence.find(";", parts[-1].number.end)
    return sentence[: end if end >= 0 else len(sentence)]


def _sums_to(values: list[Decimal], total: Decimal, whole: bool) -> bool:
    """Whether the values, or unless ``whole`` the first two or more of them, make the total (decimals rounded)."""
    reached = Decimal()
    slack = Decimal("0.05") * len(values) if any(v % 1 for v in values) or total % 1 else Decimal()
    for index, value in enumerate(values):
        reached += value
        if index and (not whole or index == len(values) - 1) and abs(reached - total) <= slack:
            return True
    return False


def _single(sentence: str, total: Number, part: Part, claim: str) -> str:
    """A part larger than its whole: only when both count the same noun."""
    if claim != "within" or part.number.value <= total.value:
        return ""
    same = noun_after(sentence, total.end) == noun_after(sentence, part.number.end)
    one = kind_after(sentence, total.end)
    near = part.number.start - total.end <= 60
    nouns = noun_after(sentence, total.end).split()[:2], noun_after(sentence, part.number.end).split()[:2]
    comrades = one == "person" and nouns[1] == ["đồng", "chí"]
    return ">" if one and near and (same or nouns[0] == nouns[1] or comrades) else ""


def _over(claim: str, total: Number, parts: list[Part], exhaustive: bool, sentence: str, offset: int) -> str:
    kind = kind_after(sentence, total.end) if offset >= 0 else None
    if claim == "colon" and not exhaustive and not _alike(parts, kind):
        return ""
    if any(p.number.value > total.value * 3 for p in parts) and not exhaustive:
        return ""
    excess = sum((p.number.value for p in parts), Decimal()) - total.value
    if claim == "within" and not exhaustive and excess * 8 > total.value:
        return ""
    return "≠"


def _alike(parts: list[Part], kind: str | None) -> bool:
    """Whether the items count what the total counts, or stand without a noun."""
    return all(p.kind == kind or p.kind is None for p in parts) and (kind is not None)


def _under(claim: str, total: Number, parts: list[Part], exhaustive: bool, sentence: str, offset: int) -> str:
    short = total.value - sum((p.number.value for p in parts), Decimal())
    kind = kind_after(sentence, total.end) if offset >= 0 else None
    near = short * 5 <= total.value
    if exhaustive:
        return "≠" if near or claim != "closed" else ""
    if claim in ("bracket", "list"):
        return "≠" if short * 20 <= total.value * (6 if claim == "list" or len(parts) > 2 else 3) else ""
    return "≠" if claim == "colon" and near and _alike(parts, kind) else ""


def _afterwards(sentence: str, found: list[Number]) -> Iterator[tuple[int, int, Number, list[str], str]]:
    """Parts first, ``cộng`` and their total after them."""
    for m in _AFTERWARDS.finditer(sentence):
        total = next((n for n in found if n.start >= m.end()), None)
        if total is None or total.start != m.end():
            continue
        opened = max(sentence.rfind(c, 0, m.start()) for c in ":;(")
        parts = [n for n in found if opened < n.start < m.start()]
        values = [n.value for n in found if n.start < m.start()]
        if len(parts) < 2 or any(n.approx for n in parts):
            continue
        if any(sum(values[i:], Decimal()) == total.value for i in range(len(values) - 1)):
            continue
        kinds = {kind_after(sentence, n.end) for n in parts} - {None, kind_after(sentence, total.end)}
        if not kinds:
            yield parts[0].start, total.end, total, [n.text for n in parts], "≠"
