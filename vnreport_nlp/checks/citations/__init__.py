"""C rules: documents cited with two dates, later than the report, malformed, out of order, unlike the known ones.

The files of the family are loaded by ``check`` itself, because a batch and the periods need one of them alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Finding
from ..context import Context


def check(context: Context) -> Iterable[Finding]:
    """C301 to C305 of one draft."""
    from .form import later, malformed
    from .issuers import of_other_issuer
    from .kinds import of_other_kind
    from .known import differs
    from .laws import wrong_laws
    from .numbers import numbers_of_a_day, two_numbers
    from .read import citations
    from .series import out_of_order, two_dates
    from .titles import turned_numbers, two_titles, two_years

    found = citations(context.spelled)
    yield from two_dates(context, found)
    yield from two_numbers(context, found)
    yield from numbers_of_a_day(context, found)
    yield from two_titles(context, found)
    yield from two_years(context, found)
    yield from turned_numbers(context, found)
    yield from later(context, found)
    yield from malformed(context)
    yield from of_other_kind(context, found)
    yield from of_other_issuer(context, found)
    yield from out_of_order(context, found)
    yield from differs(context, found)
    yield from wrong_laws(context, found)
