"""U501 of another unit that is named often: no slip of the pen then, but a report that was copied whole or in long passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Finding, Span, finding, msg
from ...text import within
from ..context import NO_TEXT, Context
from .bodies import usual_bodies
from .placed import listing_columns
from .profile import front_end, key_of
from .strangers import USUAL, Writer, heard, mentions, named_itself, rank_of, writer_of
from .suspects import made_of

LEAST = 2
"""Places that tell of a unit as of the writer; one is enough where nothing else explains why the unit is named and a third of its places are such."""
SHARE = 3


@dataclass(frozen=True, slots=True)
class _Named:
    """A place where a unit is named: where its organs begin, whether it stands for the writer, whether something explains it."""

    span: Span
    unit: str
    told: bool
    explained: bool


def told_often(context: Context, passed: list[Span]) -> Iterator[Finding]:
    """One finding for each unit or body that is named often and told of as the writer; ``passed`` are places that another check found."""
    yield from _units(context, passed)
    for name, writer, places in usual_bodies(context):
        yield _finding(context, name, places, writer, None)


def _units(context: Context, passed: list[Span]) -> Iterator[Finding]:
    """Units of the writer's rank."""
    writer = writer_of(context)
    if writer is None:
        return
    text, start = context.spelled.text, max(front_end(context), context.outline.front.start)
    found = [m for m in mentions(text, writer) if m.start() >= start and rank_of(m) == writer.rank]
    counts = Counter(key_of(m["name"]) for m in found)
    often = {name for name, n in counts.items() if n >= USUAL}
    often -= {name for name in often if any(f"{source} ".startswith(f"{name} ") for source in made_of(text))}
    said = _said(context, [m for m in found if often], often, writer, passed)
    for places in said.values():
        if _is_copied(places):
            left = sorted((p for p in places if not p.explained), key=lambda p: not p.told)
            yield _finding(
                context, left[0].unit, [p.span for p in left], writer.said, named_itself(text[start:], writer)
            )


def _said(
    context: Context, found: list[re.Match[str]], often: set[str], writer: Writer, passed: list[Span]
) -> dict[str, list[_Named]]:
    """The places of running text by the name of their unit."""
    text, listed = context.spelled.text, listing_columns(context)
    said: dict[str, list[_Named]] = {}
    for p in context.spelled.paragraphs if often else ():
        here = [m for m in found if p.start <= m.start() < p.end]
        if not here or p.story in NO_TEXT or (p.cell is not None and (p.cell[0], p.cell[2]) in listed):
            continue
        told = heard(text[p.start : p.end], p.start, here, writer)
        dealt = {name for name, why, _, _ in told if why}
        for name, why, m, at in (t for t in told if t[0] in often):
            stands = name not in dealt and (at >= 0 or any(s.start <= m.start() < s.end for s in passed))
            span = Span(at if at >= 0 else m.start(), m.end())
            said.setdefault(name, []).append(_Named(span, f"{m['level']} {m['name']}", stands, why))
    return said


def _is_copied(places: list[_Named]) -> bool:
    """Whether a unit is told of as the writer, and oftener than as another."""
    told, explained = sum(p.told for p in places), sum(p.explained for p in places)
    if not explained:
        return told >= LEAST or 0 < len(places) <= SHARE * told
    return told >= LEAST and told > explained


def _finding(context: Context, name: str, spans: list[Span], writer: str, own: int | None) -> Finding:
    """What is told of a unit, the surest place first; an error where the draft names it oftener than its writer (``own`` times)."""
    many, first = len(spans), context.whole(spans[0])
    named = context.outline.metadata.unit or ""
    unit = named if key_of(writer) in key_of(named) else writer
    found = msg("Tên đơn vị khác: {name}, {n} chỗ; tên đơn vị báo cáo {own} chỗ.", name=name, n=many, own=own)
    if not own:
        found = msg("Tên đơn vị khác: {name}, {n} chỗ.", name=name, n=many)
    return finding(
        "U501", msg("Có thể còn sót từ báo cáo khác: “{quote}” ({n} chỗ)", quote=context.document.quote(first, limit=80), n=many),
        places=tuple(context.place(context.whole(s)) for s in (spans[0], *sorted(spans[1:], key=lambda s: s.start))),
        content=context.document.quote(spans[0]), requirement=context.requirement_at(first.start),
        severity="error" if own is not None and many > own else None,
        need=msg("Báo cáo nói về {unit}.", unit=within(unit)), found=found,
        fix=msg("Rà soát cả nội dung và số liệu, có thể đã chép từ báo cáo của đơn vị đó; sửa tên đơn vị."),
    )  # fmt: skip
