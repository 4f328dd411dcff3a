"""Years and spans of years among the times that figures are told with."""

from __future__ import annotations

from ....expressions import lazy

YEAR = lazy(r"(?:19|20)\d\d")
_PAIR = lazy(r"(?:19|20)\d\d-(?:19|20)\d\d")


def years(times: frozenset[str]) -> frozenset[str]:
    """The years that times name."""
    return frozenset(y for t in times for y in YEAR.findall(t))


def school_years(times: frozenset[str]) -> frozenset[str]:
    """The times that are a year and the next one (``2024-2025``): two of them that share a year are two."""
    found = (t.split("-") for t in times if _PAIR.fullmatch(t))
    return frozenset("-".join(pair) for pair in found if int(pair[1]) == int(pair[0]) + 1)


def spans(times: frozenset[str]) -> bool:
    """Whether a time spans years."""
    return any(_PAIR.fullmatch(t) for t in times)
