"""F rules: sums, ratios, percentages, figures that disagree, impossible dates.

The files of the family are loaded by ``check`` itself, because a batch, the periods and the units need one of them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Finding, Span
from ..context import Context


def check(context: Context) -> Iterable[Finding]:
    """F201 to F206 of one draft."""
    from .ratios import ratios
    from .results import results
    from .sums.sums import sums
    from .tabular.tables import tables
    from .times.dates import impossible_dates
    from .twice.retold import retold
    from .twice.unmet import unmet
    from .twice.values import expected, two_values
    from .weighed import weighed

    worked = list(results(context))
    taken = [f.places[0].span for f in worked]
    told = [*worked, *_once(_beside(taken, (*sums(context), *tables(context), *ratios(context))))]
    yield from told
    doubted = list(weighed(context, told))
    twice = list(two_values(context))
    yield from doubted
    yield from twice
    yield from unmet(context)
    yield from _new([*told, *doubted, *twice], retold(context))
    yield from expected(context)
    yield from impossible_dates(context)


def _beside(taken: list[Span], findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that touch none of the spans: what was computed as a whole is no list as well."""
    for found in findings:
        span = found.places[0].span
        if not any(span.start < t.end and t.start < span.end for t in taken):
            yield found


def _new(known: list[Finding], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those of the findings that tell of no figure of which a percentage or a second value is told already, each figure once."""
    told = [place.span for f in known if f.rule in ("F203", "F204") for place in f.places]
    for found in findings:
        spans = [place.span for place in found.places]
        if not any(a.start < b.end and b.start < a.end for a in spans for b in told):
            told += spans
            yield found


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each impossible share once, though several readings of its words may find it."""
    told: list[tuple[int, int]] = []
    for found in findings:
        span = found.places[0].span
        if found.rule == "F202":
            if any(span.start < end and start < span.end for start, end in told):
                continue
            told.append((span.start, span.end))
        yield found
