"""How findings about shares and changes are told."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from ....expressions import lazy
from ....model import Finding, Span, finding, msg
from ...context import Context
from .numerals import unpadded
from .text import shown, value_of

BRACKET_CHARS = 30
"""Characters after a share within which its bracket closes."""

Told = tuple[str, Span]
"""A figure as it is told, and where."""
_PLACES = lazy(r",(\d+)")


def shown_like(value: Decimal, printed: str) -> str:
    """A value with as many decimals as a printed one has, at least one where it is no whole number."""
    m = _PLACES.search(printed)
    places = len(m[1]) if m else 0
    text = shown(value.quantize(Decimal(1).scaleb(-max(places, 1)), ROUND_HALF_UP))
    whole, _, rest = text.partition(",")
    return f"{whole},{rest.ljust(places, '0')}" if places else text


def with_bracket(text: str, span: Span) -> Span:
    """The span with the bracket that it opens and that closes right after it."""
    inside = text[span.start : span.end]
    close = text.find(")", span.end, span.end + BRACKET_CHARS)
    opened = inside.count("(") > inside.count(")") and close >= 0 and "(" not in text[span.end : close]
    return Span(span.start, close + 1) if opened else span


def wrong_percentage(context: Context, span: Span, ratio: str, true: Decimal, printed: str) -> Finding:
    """F203: a percentage and what its figures give."""
    return wrong_share(context, span, f"{ratio} = {shown_like(true, printed)}% ≠ {printed}")


def wrong_share(context: Context, span: Span, arithmetic: str) -> Finding:
    """F203 at a place."""
    arithmetic = unpadded(arithmetic)
    span = with_bracket(context.spelled.text, span)
    return finding(
        "F203", msg("Tỷ lệ không khớp số liệu: {arithmetic}", arithmetic=arithmetic), places=(context.place(span),),
        requirement=context.requirement_at(span.start), content=arithmetic, need=msg("Tỷ lệ tính đúng từ số liệu kèm theo."),
        found=msg("{arithmetic}", arithmetic=arithmetic), fix=msg("Tính lại tỷ lệ, hoặc sửa tử số, mẫu số."),
    )  # fmt: skip


def retold_share(context: Context, span: Span, arithmetic: str) -> Finding:
    """F203 of a percentage that the table beside it gives otherwise."""
    return finding(
        "F203", msg("Tỷ lệ không khớp với bảng: {arithmetic}", arithmetic=arithmetic), places=(context.place(span),),
        requirement=context.requirement_at(span.start), content=arithmetic, need=msg("Tỷ lệ nêu trong lời khớp với số liệu trong bảng."),
        found=msg("Theo bảng: {arithmetic}", arithmetic=arithmetic), fix=msg("Tính lại tỷ lệ, hoặc sửa số liệu trong bảng."),
    )  # fmt: skip


def wrong_change(context: Context, rule: str, span: Span, arithmetic: str) -> Finding:
    """A change that does not come from its two figures."""
    arithmetic = unpadded(arithmetic)
    return finding(
        rule, msg("Mức tăng, giảm không khớp số liệu: {arithmetic}", arithmetic=arithmetic), places=(context.place(span),),
        requirement=context.requirement_at(span.start), content=arithmetic, need=msg("Tăng, giảm đúng chiều và đúng mức của hai số liệu."),
        found=msg("{arithmetic}", arithmetic=arithmetic), fix=msg("Kiểm tra lại hai số liệu và mức tăng, giảm."),
    )  # fmt: skip


def wrong_result(context: Context, span: Span, arithmetic: str) -> Finding:
    """F201 of a product, or of what is left after all that came and went."""
    arithmetic = unpadded(arithmetic)
    return finding(
        "F201", msg("Số nêu ra không khớp phép tính: {arithmetic}", arithmetic=arithmetic), places=(context.place(span, limit=300),),
        requirement=context.requirement_at(span.start), content=arithmetic, need=msg("Số nêu ra đúng với phép tính từ các số kèm theo."),
        found=msg("{arithmetic}", arithmetic=arithmetic), fix=msg("Kiểm tra lại từng số với số liệu gốc."),
    )  # fmt: skip


def below_nothing(context: Context, span: Span, fall: str) -> Finding:
    """F202 of a fall by more than all there was."""
    return finding(
        "F202", msg("Mức giảm quá 100%: {fall}", fall=fall), places=(context.place(span),),
        requirement=context.requirement_at(span.start), need=msg("Một số lượng không giảm quá chính nó."),
        found=msg("Dự thảo ghi giảm {fall}.", fall=fall), fix=msg("Tính lại mức giảm."),
    )  # fmt: skip


def impossible(context: Context, span: Span, arithmetic: str) -> Finding:
    """F202 at a place."""
    arithmetic = unpadded(arithmetic)
    span = with_bracket(context.spelled.text, span)
    return finding(
        "F202", msg("Số bộ phận lớn hơn tổng số: {arithmetic}", arithmetic=arithmetic), places=(context.place(span),),
        requirement=context.requirement_at(span.start), need=msg("Số bộ phận không vượt quá tổng số."),
        found=msg("{arithmetic}", arithmetic=arithmetic), fix=msg("Kiểm tra lại tử số và mẫu số."),
    )  # fmt: skip


def two_told(context: Context, key: str, a: Told, b: Told) -> Finding:
    """F204: one figure told twice, with two values; ``a`` is told first."""
    places = (context.phrase(b[1]), context.phrase(a[1]))
    return finding(
        "F204", msg("Cùng một số liệu, hai giá trị: {first} và {second}", first=unpadded(a[0]), second=unpadded(b[0])),
        places=places, requirement=context.requirement_at(b[1].start), content=f"{key} {a[0]} {b[0]}",
        need=msg("Một số liệu chỉ có một giá trị trong cả báo cáo."),
        found=msg("Một nơi ghi “{first}”, nơi khác ghi “{second}”.", first=places[1].quote, second=places[0].quote),
        fix=msg("Đối chiếu và thống nhất số liệu, hoặc nói rõ thời điểm, phạm vi khác nhau."),
    )  # fmt: skip


def sum_finding(context: Context, span: Span, total: str, parts: list[str], sign: str) -> Finding:
    """F201 of a total and its parts at a place; with ``>`` F202."""
    if sign == ">":
        return impossible(context, span, f"{parts[0]} > {total}")
    left = " + ".join(parts)
    reached = shown(sum((value_of(p) for p in parts), Decimal())) + ("%" if total.endswith("%") else "")
    arithmetic = unpadded(f"{left} = {reached} {sign} {total}")
    return finding(
        "F201", msg("Tổng không khớp các phần: {arithmetic}", arithmetic=arithmetic),
        places=(context.place(span, limit=300),), requirement=context.requirement_at(span.start), content=f"{arithmetic}",
        need=msg("Các phần cộng lại bằng tổng, hoặc không vượt tổng."), found=msg("{arithmetic}", arithmetic=arithmetic),
        fix=msg("Kiểm tra lại tổng và từng phần với số liệu gốc."),
    )  # fmt: skip


def miscounted(context: Context, span: Span, announced: str, items: int) -> Finding:
    """F201 of a number of things announced and the things that follow."""
    return finding(
        "F201", msg("Số nêu ra không khớp số mục kể sau đó: {total} và {items}", total=announced, items=items),
        places=(context.place(span, limit=300),), requirement=context.requirement_at(span.start), content=f"{announced} {items}",
        need=msg("Kể đủ số đã nêu."), found=msg("Nêu {total}, kể {items}.", total=announced, items=items),
        fix=msg("Bổ sung mục còn thiếu, hoặc sửa lại số."),
    )  # fmt: skip
