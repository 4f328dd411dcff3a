"""F204: one quantity, two values; F205: a section that must give figures and gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ....expressions import lazy
from ....model import Finding, Span, finding, msg
from ...context import Context
from ..reading.gathered import heading_numbers, own_name, stated
from ..reading.pairs import FAR, LISTING
from ..reading.quantity import quantities
from ..reading.stated import Stated
from ..reading.text import DIGITS, numbers, value_of
from ..reading.timed import of_two_times
from ..reading.told import Told, two_told
from .again import told_again
from .alike import alike
from .apart import of_two_states
from .borne import borne_out
from .cells import cells_told
from .echo import echoes
from .forms import without_repeats
from .framed import of_two_frames
from .hours import of_two_hours
from .owned import of_others
from .phrases import phrased
from .rows import rows_told
from .said import Said, statements
from .same import contradict, same
from .scored import by_sentence, scored
from .spread import spread
from .started import started
from .states import aimed_or_left
from .tabled import tells_another_cell
from .twins import figures_of, transposed, twins

NEAR = Decimal("1.5")
"""Two values further apart than this are taken for two quantities (a set and one of its parts)."""
_RATIO = lazy(r"\d+/\d+(?!/)")
_PLAIN = lazy(DIGITS)
_BESIDES = lazy(r"\b[Nn]goài (?:số )?\d[^.;]{4,120}", re.IGNORECASE)
_JOINED = lazy(r"(?: ?%| ?\w+(?: \w+){0,2})?\s?(?:[,;]| và)\s")
_BRACKET = lazy(r"[^.;()\n]{0,30}\([^()\n]{2,80}\)")


def two_values(context: Context) -> Iterator[Finding]:
    """Figures of the whole unit that two places state differently; one finding a quantity."""
    shown, context = context, without_repeats(context)
    groups: dict[str, list[Said]] = {}
    figures, own, headed = list(stated(context)), own_name(context), heading_numbers(context)
    for said in statements(context.spelled):
        if said.span.start not in headed:
            groups.setdefault(said.key, []).append(said)
    told, spans = set[int](), list[Span]()
    known, beside = {one.span.start: one for one in figures}, by_sentence(figures)
    for group in groups.values():
        if len(group) > LISTING:
            continue
        pair = next(((a, b) for i, b in enumerate(group) for a in group[max(0, i - FAR) : i] if _differ(a, b)), None)
        if pair is None:
            continue
        first, second = ((s.number.text, s.span) for s in pair)
        if second[1].start not in told and not _apart(context, own, known, beside, first, second):
            told.add(second[1].start)
            spans += (first[1], second[1])
            yield two_told(shown, pair[0].key, first, second)
    for key, first, second in _pairs(context, own):
        apart = key not in ("again", "started", "cell") and _apart(context, own, known, beside, first, second)
        if apart or {first[1].start, second[1].start} & headed:
            continue
        if not {first[1].start, second[1].start} & told:
            told.add(second[1].start)
            spans += (first[1], second[1])
            yield two_told(shown, key, first, second)
    passages = {
        (known[s.start].at, known[t.start].at)
        for s, t in zip(spans[::2], spans[1::2], strict=True)
        if {s.start, t.start} <= known.keys()
    }
    for a, b in scored(figures, own, context.heading_at):
        again = (a.at, b.at) in passages or _apart(context, own, known, beside, (a.text, a.span), (b.text, b.span))
        if not again and not any(s.start < one.span.end and one.span.start < s.end for one in (a, b) for s in spans):
            spans += (a.span, b.span)
            passages.add((a.at, b.at))
            yield two_told(shown, f"scored:{b.noun or b.unit}", (a.text, a.span), (b.text, b.span))


def _apart(
    context: Context,
    own: str,
    known: Mapping[int, Stated],
    beside: Mapping[int, list[Stated]],
    first: Told,
    second: Told,
) -> bool:
    """Whether two figures are plainly of two things."""
    one, other = known.get(first[1].start), known.get(second[1].start)
    return (
        (one is not None and other is not None and (of_two_states(one, other) or of_others(one, other, beside)))
        or aimed_or_left(context, first, second)
        or of_two_frames(context.spelled, first, second, own)
        or of_two_times(context, first, second)
        or of_two_hours(context.spelled, first, second)
        or _one_value(first, second)
        or _borne_out(context, first, second)
        or _left_out(context, first, second)
        or _told_beside(context, first, second)
        or _besides(context, first, second)
        or _in_a_row(context, first, second)
        or tells_another_cell(context.spelled, first, second)
    )


def _one_value(first: Told, second: Told) -> bool:
    """Whether two figures are but written otherwise (``5 tỷ 400 triệu`` and ``5,4 tỷ``), or one is the other told more roughly."""
    if not all(_PLAIN.fullmatch(text) for text, _ in (first, second)):
        return False
    rough, exact = sorted((value_of(text) for text, _ in (first, second)), key=lambda v: -int(v.as_tuple().exponent))
    return rough == exact or (rough % 1 != 0 and round(exact, -int(rough.as_tuple().exponent)) == rough)


def _told_beside(context: Context, first: Told, second: Told) -> bool:
    """Whether one is a cell and the text tells its value beside the other one (``giữa năm có 582 hộ nghèo, cuối năm còn 528 hộ``)."""
    document = context.spelled
    held = [
        (document.paragraphs[i], text)
        for text, span in (first, second)
        if (i := document.paragraph_at(span.start)) is not None
    ]
    if len(held) < 2 or (held[0][0].cell is None) == (held[1][0].cell is None):
        return False
    (prose, told), (_, cell) = sorted(held, key=lambda one: one[0].cell is not None)
    return told != cell and any(n.text == cell for n in numbers(document.text[prose.start : prose.end]))


def _left_out(context: Context, first: Told, second: Told) -> bool:
    """Whether a bracket right behind one figure tells so many as the two differ by (``128 … 126 đảng viên (02 chưa xếp loại)``)."""
    if not all(_PLAIN.fullmatch(text) for text, _ in (first, second)):
        return False
    apart = abs(value_of(first[0]) - value_of(second[0]))
    for _, span in (first, second):
        m = _BRACKET.match(context.spelled.text, span.end)
        if m is not None and any(n.value == apart for n in numbers(m[0])):
            return True
    return False


def _besides(context: Context, first: Told, second: Told) -> bool:
    """Whether the paragraph tells the smaller one and what makes the larger one of it (``6 đảng viên … Ngoài 4 đảng viên qua kiểm tra, 2 trường hợp …``)."""
    if not all(_PLAIN.fullmatch(text) for text, _ in (first, second)):
        return False
    small, large = sorted((value_of(first[0]), value_of(second[0])))
    index = context.spelled.paragraph_at(second[1].start)
    if index is None or large == small:
        return False
    paragraph = context.spelled.paragraphs[index]
    for m in _BESIDES.finditer(context.spelled.text[paragraph.start : paragraph.end]):
        if [n.value for n in numbers(m[0])][:2] == [small, large - small]:
            return True
    return False


def _in_a_row(context: Context, first: Told, second: Told) -> bool:
    """Whether the two stand side by side in one list: ``2.450 triệu đồng và 2.400 triệu đồng theo thứ tự nêu trên``."""
    one, other = sorted((first[1], second[1]), key=lambda span: span.start)
    return _JOINED.fullmatch(context.spelled.text, one.end, other.start) is not None


def _borne_out(context: Context, first: Told, second: Told) -> bool:
    """Whether other figures of their own sentences bear out both."""
    return all(_is_borne_out(context, span.start) for _, span in (first, second))


def _is_borne_out(context: Context, at: int) -> bool:
    index = context.spelled.paragraph_at(at)
    if index is None:
        return False
    paragraph = context.spelled.paragraphs[index]
    return at - paragraph.start in borne_out(context.spelled.text[paragraph.start : paragraph.end])


def _pairs(context: Context, own: str) -> Iterator[tuple[str, Told, Told]]:
    """(key, earlier, later) of every pair of statements that some reading of the draft takes for one figure."""
    known = {q.span.start: q for q in quantities(context.spelled)}
    told = list(known.values())
    for one, other in same(context, told):
        yield f"same:{one.unit}", (one.text, one.span), (other.text, other.span)
    for said, again in phrased(context, told):
        yield f"named:{said.name}", (said.text, said.span), (again.text, again.span)
    for one, other in spread(told):
        yield "spread", (one.text, one.span), (other.text, other.span)
    for one, cell in rows_told(context, told):
        pair = sorted(((one.text, one.span), (cell.text, cell.span)), key=lambda t: t[1].start)
        yield f"row:{cell.row}", pair[0], pair[1]
    for ends in cells_told(context, told):
        start, end = sorted(ends, key=lambda t: t[1].start)
        yield "cell", start, end
    for early, late in echoes(context.spelled, own):
        yield f"echo:{early.unit}", (early.text, early.span), (late.text, late.span)
    yield from (("again", *pair) for pair in told_again(context.spelled) if not _in_a_row(context, *pair))
    yield from (("started", *pair) for pair in started(context.spelled))
    figures = list(figures_of(context))
    for first, second in (*twins(figures), *alike(figures)):
        a, b = known.get(first.span.start), known.get(second.span.start)
        if not (a and b and contradict(a, b, own)):
            yield f"twin:{first.noun}", (first.text, first.span), (second.text, second.span)


def _differ(a: Said, b: Said) -> bool:
    """Whether two statements of one quantity contradict each other."""
    if a.number.value == b.number.value or (a.years and b.years and a.years != b.years) or a.sentence == b.sentence:
        return False
    if a.level and b.level and a.level != b.level:
        return False
    low, high = sorted((a.number.value, b.number.value))
    if high > low * NEAR:
        return False
    swapped = transposed(a.number.text, b.number.text)
    if a.key.startswith("all:"):
        return b.strict and not a.strict and b.span.start - a.span.end < 400
    if a.years != b.years and not swapped and a.key.startswith("same:"):
        return False
    return (a.strict and b.strict) or (swapped and (a.strict or b.strict))


def expected(context: Context) -> Iterator[Finding]:
    """F205: sections without a figure where the template asks for figures."""
    for verdict in context.verdicts:
        requirement = context.template.by_number[verdict.requirement]
        if not requirement.figures or verdict.status not in ("covered", "merged") or not verdict.sections:
            continue
        if any(_has_figure(context, index) for index in verdict.sections):
            continue
        heading = context.outline.sections[verdict.sections[0]].heading
        yield finding(
            "F205", msg("Mục {number} “{title}” không có số liệu nào", number=requirement.number, title=requirement.title),
            requirement=requirement.number, places=(context.place(Span(heading.start, max(heading.end, heading.start + 1))),),
            content=requirement.title, severity="note", need=msg("Đề cương yêu cầu số liệu ở mục này."), found=msg("Không có con số nào trong mục."),
            fix=msg("Bổ sung số liệu."),
        )  # fmt: skip


def _has_figure(context: Context, index: int) -> bool:
    """Whether the text of a section, or a note it refers to, holds a count, a ratio or a percentage."""
    section, document = context.outline.sections[index], context.spelled
    spans = (
        [section.whole] if section.run_in else [Span(min(section.heading.end, section.whole.end), section.whole.end)]
    )
    spans += [n.span for n in document.footnotes if n.reference is not None and n.reference in section.whole]
    texts = (document.text[s.start : s.end] for s in spans)
    return any("%" in t or next(numbers(t), None) is not None or _RATIO.search(t) for t in texts)
