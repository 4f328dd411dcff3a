"""F rules: sums, ratios, percentages, figures that disagree, impossible dates."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Finding
from .context import Context
from .figures_dates import impossible_dates
from .figures_ratios import ratios
from .figures_sums import sums
from .figures_tables import tables
from .figures_values import expected, two_values


def check(context: Context) -> Iterable[Finding]:
    """F201 to F206 of one draft."""
    yield from sums(context)
    yield from tables(context)
    yield from ratios(context)
    yield from two_values(context)
    yield from expected(context)
    yield from impossible_dates(context)
