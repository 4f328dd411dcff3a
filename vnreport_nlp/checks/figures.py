"""F rules: sums, ratios, percentages, figures that disagree, impossible dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Finding
from .context import Context
from .figures_dates import impossible_dates
from .figures_ratios import ratios
from .figures_sums import sums
from .figures_tables import tables
from .figures_values import expected, two_values


def check(context: Context) -> Iterable[Finding]:
    """F201 to F206 of one draft."""
    yield from _once((*sums(context), *tables(context), *ratios(context)))
    yield from two_values(context)
    yield from expected(context)
    yield from impossible_dates(context)


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
