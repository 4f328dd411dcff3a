"""C302: documents later than the report; C303: symbols that follow neither the Party's nor the State's form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...expressions import lazy
from ...model import Finding, Span, finding, msg
from ..context import Context
from ..form.packs import dates_meant
from .loose import loosely_wrong
from .read import PARTY, TYPES, WORDS, Citation
from .series import shown, shown_month

_STATE = "UBND|HĐND|CP|TTg|NĐ-CP|BNV"
_BEFORE = r"(?<![\w/.\\-])"
_AFTER = r"(?![\w/\\])"
_BAD: tuple[tuple[str, str], ...] = (
    (rf"(?P<n>\d{{1,5}})/(?P<t>{TYPES})(?:[-/–—]|\s[-–—]\s?|[-–—]\s)(?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})-(?P<t>{TYPES})-(?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})(?:[-–]{{2,}}|\s?–\s?|—)(?P<t>{TYPES})/(?P<i>[A-ZĐ]+)", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})-(?P<t>{TYPES})(?:\\|//|\.|_|\|)(?P<i>[A-ZĐ]{{2,}})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})//(?P<t>{TYPES})-(?P<i>[A-ZĐ]{{2}}[A-Za-zĐ-]*)", "{n}/{t}-{i}"),
    (rf"(?P<n>\d{{1,5}})[-/.](?P<t>{TYPES})(?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})(?P<t>{TYPES})[-/](?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<t>{TYPES})[-/.]?(?P<n>\d{{1,5}})[-/](?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})-(?P<t>{TYPES})/(?P<i>UBND|HĐND)", "{n}/{t}-{i}"),
    (rf"(?P<n>\d{{1,5}})/(?P<t>{TYPES})/(?P<i>UBND|HĐND)", "{n}/{t}-{i}"),
    (rf"(?P<n>\d{{1,5}})-(?P<t>{TYPES})-(?P<i>UBND|HĐND)", "{n}/{t}-{i}"),
    (rf"(?P<n>\d{{1,5}})[-/](?P<i>UBND|HĐND)[-/](?P<t>{TYPES})", "{n}/{t}-{i}"),
    (rf"(?P<n>(?:\d*[OoIl]\d+|\d+[OoIl]\d*|[Oo]\d+))-(?P<t>{TYPES})/(?P<i>[A-ZĐ]{{2,}})", "{n}-{t}/{i}"),
    (rf"(?P<i>{PARTY})[-/](?P<n>\d{{1,5}})[-/](?P<t>{TYPES})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})-(?P<i>{PARTY})/(?P<t>NQ|CT|KL|QĐ|QC|TB|HD|BC|KH|CTr)", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})\.(?P<t>{TYPES})[-/](?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})(?:\s-\s?|-\s)(?P<t>{TYPES})/(?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})-(?P<t>{TYPES})(?:\s/\s?|/\s)(?P<i>{PARTY})", "{n}-{t}/{i}"),
    (rf"(?P<n>\d{{1,5}})-(?P<t>nq|Nq|ct|kl|Kl|qđ|qd|QD|Qđ|QÐ|tb|Tb|hd|Hd|bc|Bc|kh|Kh|ctr|DA|Đa)/(?P<i>{PARTY})", "{n}-{t}/{i}"),
)  # fmt: skip
_MALFORMED = tuple((lazy(_BEFORE + p + _AFTER), right) for p, right in _BAD)
_TYPELESS = lazy(rf"{_BEFORE}(?P<n>\d{{1,5}})-/(?P<i>{PARTY}){_AFTER}")
"""The letters of the type are missing: ``77-/TU``."""
_NAMED = lazy(
    rf"\b(?:{WORDS})(?:\s(?:hành động|liên tịch|phối hợp|toàn khóa|toàn khoá))?\s+(?:số\s*:?\s*)?$", re.IGNORECASE
)
_PIECE = lazy(r"[^,;:()]+")
_DIGIT = lazy(r"\d")
_CANDIDATE = lazy(
    rf"(?<![\w/\\.–—-])[\w/\\.–—-]*(?:\d\s?[-–—]\s)?(?:{TYPES}|(?<=-)(?:nq|Nq|ct|kl|Kl|qđ|qd|QD|Qđ|QÐ|tb|Tb|hd|Hd|bc|Bc|kh|Kh|ctr|DA|Đa)(?=/))(?:\s?[/–—-]\s)?[\w/\\.|–—-]*"
)


def later(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """C302: dates after the report's own; a month counts from its first day, an open day of the report to its last."""
    written = context.outline.metadata.date
    _, own = dates_meant(written, ())
    if written is None or own == date.max:
        return
    stated = shown(own) if written[:1].isdigit() else written.lstrip("…/")
    for c in found:
        if c.when is not None and c.when > own:
            when = shown(c.when)
        elif c.month is not None and c.month > own:
            when = shown_month(c.month)
        else:
            continue
        yield finding(
            "C302", msg("{symbol} ngày {when} sau ngày báo cáo {own}", symbol=c.symbol, when=when, own=stated),
            places=(context.place(c.span),), requirement=context.requirement_at(c.span.start), content=f"{c.symbol} {c.when or c.month}",
            need=msg("Văn bản được viện dẫn phải có trước báo cáo."), found=msg("Ngày {when}, báo cáo ngày {own}.", when=when, own=stated),
            fix=msg("Kiểm tra lại ngày của văn bản, hoặc ngày của báo cáo."),
        )  # fmt: skip


def malformed(context: Context) -> Iterator[Finding]:
    """C303: one finding a wrong symbol, with all its places."""
    groups: dict[str, list[Finding]] = {}
    for found in _malformed(context):
        groups.setdefault(found.places[0].quote, []).append(found)
    for same in groups.values():
        yield replace(same[0], places=tuple(p for f in same for p in f.places))


def _malformed(context: Context) -> Iterator[Finding]:
    text = context.spelled.text
    seen: set[int] = set()
    for candidate in _candidates(text):
        left, right = max(0, candidate.start() - 1), min(len(text), candidate.end() + 1)
        for pattern, form in _MALFORMED:
            m = pattern.search(text, left, right)
            if m is None or m.start() in seen:
                continue
            if any(c in m["n"] for c in "OolI") and not _NAMED.search(text, max(0, m.start() - 40), m.start()):
                continue
            seen.add(m.start())
            number = re.sub("[Oo]", "0", re.sub("[Il]", "1", m["n"]))
            yield _form(context, Span(m.start(), m.end()), m[0], form.format(n=number, t=m["t"], i=m["i"]))
            break
    for m in _TYPELESS.finditer(text):
        seen.add(m.start())
        yield _form(context, Span(m.start(), m.end()), m[0], f"{m['n']}-…/{m['i']}")
    for wrong in loosely_wrong(text):
        if wrong.start not in seen:
            seen.add(wrong.start)
            yield _form(context, Span(wrong.start, wrong.start + len(wrong.text)), wrong.text, wrong.right)


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """What may be a symbol: it holds a figure and none of the signs that part pieces, so only pieces with a figure are read."""
    for piece in _PIECE.finditer(text):
        if _DIGIT.search(text, piece.start(), piece.end()):
            for candidate in _CANDIDATE.finditer(text, piece.start(), piece.end()):
                if any(c.isdigit() for c in candidate[0]):
                    yield candidate


def _form(context: Context, span: Span, symbol: str, right: str) -> Finding:
    return finding(
        "C303", msg("Ký hiệu viết sai thể thức: {symbol}", symbol=symbol), places=(context.place(span),),
        requirement=context.requirement_at(span.start), need=msg("Dạng đúng: {right}", right=right), found=msg("“{symbol}”", symbol=symbol),
        fix=msg("Viết “{right}”, hoặc theo đúng văn bản gốc.", right=right),
    )  # fmt: skip
