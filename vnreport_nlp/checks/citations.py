"""C rules: documents cited with two dates, later than the report, malformed, out of order, unlike the known ones."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Finding
from .citations_form import later, malformed
from .citations_known import differs
from .citations_read import citations
from .citations_series import out_of_order, two_dates
from .context import Context


def check(context: Context) -> Iterable[Finding]:
    """C301 to C305 of one draft."""
    found = citations(context.spelled)
    yield from two_dates(context, found)
    yield from later(context, found)
    yield from malformed(context)
    yield from out_of_order(context, found)
    yield from differs(context, found)
