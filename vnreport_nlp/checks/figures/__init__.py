"""F rules: sums, ratios, percentages, figures that disagree, impossible dates.

The files of the family are loaded by ``check`` itself, because a batch, the periods and the units need one of them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Finding
from ..context import Context


def check(context: Context) -> Iterable[Finding]:
    """F201 to F206 of one draft."""
    from .dates import impossible_dates
    from .ratios import ratios
    from .sums import sums
    from .tables import tables
    from .values import expected, two_values
    from .weighed import weighed

    told = list(_once((*sums(context), *tables(context), *ratios(context))))
    yield from told
    yield from weighed(context, told)
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
