"""T702 of whole sentences: what a draft says twice word for word was pasted twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...model import Finding, Span, finding, msg
from ..context import Context
from ..copies import copied_sections
from ..figures.reading.text import sentences

LEAST = 14
"""A shorter sentence may well be said twice; none so long was in 1.1 million characters of right reports."""
_ENDS = (".", ";", ":")


class _Said(NamedTuple):
    """A sentence: its place, and which one of the draft's it is."""

    span: Span
    at: int


class _Run(NamedTuple):
    """Sentences that come again in the order of the first time: both places, and how many."""

    first: _Said
    again: _Said
    many: int


def pasted(context: Context) -> Iterator[Finding]:
    """One finding for what comes again, however often; sections that stand twice with their headings are told by S111."""
    copies: dict[int, list[_Run]] = {}
    sections = [copy.whole for _, copy in copied_sections(context)]
    for run in _runs(context):
        if any(run.again.span.start in whole for whole in sections):
            continue
        copies.setdefault(run.first.at, []).append(run)
    for again, *more in copies.values():
        span, first = again.again.span, again.first.span
        yield finding(
            "T702", msg("Câu viết hai lần trong báo cáo ({n} câu)", n=again.many),
            places=tuple(map(context.place, (span, first, *(run.again.span for run in more)))), requirement=context.requirement_at(span.start),
            content=context.document.quote(span), need=msg("Mỗi nội dung nêu một lần."), found=msg("“{quote}”", quote=context.document.quote(span)),
            fix=msg("Bỏ câu chép lặp, hoặc viết nội dung của mục này."),
        )  # fmt: skip


def _runs(context: Context) -> Iterator[_Run]:
    first: dict[str, _Said] = {}
    run: _Run | None = None
    for said, words in _sentences(context):
        known = first.setdefault(words, said)
        if known is said:
            continue
        if run and said.at == run.again.at + run.many and known.at == run.first.at + run.many:
            run = run._replace(many=run.many + 1)
            continue
        if run:
            yield run
        run = _Run(known, said, 1)
    if run:
        yield run


def _sentences(context: Context) -> Iterator[tuple[_Said, str]]:
    """The whole sentences of running text that are long enough, in one spelling."""
    text, at = context.spelled.text, 0
    for p in context.spelled.paragraphs:
        if p.story != "body" or p.cell is not None or p.start < context.outline.front.end:
            continue
        if p.start >= context.outline.closing.start:
            continue
        for start, end in sentences(text[p.start : p.end]):
            words = text[p.start + start : p.start + end].lower().split()
            if len(words) >= LEAST and words[-1].endswith(_ENDS):
                yield _Said(Span(p.start + start, p.start + end), at), " ".join(words)
                at += 1
