"""Dated rule packs of the form: which regulation holds for a document of this kind and date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ...expressions import lazy
from ...gates import Gated

System = Literal["party", "state"]
ALL = frozenset({"D804", "D805", "D806", "D807", "D808", "D809"})
"""The rules that a pack dates."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One regulation: from when to when it holds, what it asks, and which of its rules were held against its own text.

    ``separators`` are the marks that may end a recipient's line. A rule outside ``verified`` rests on reports about the
    regulation; its notes say so.
    """

    name: str
    system: System
    since: datetime.date
    until: datetime.date
    separators: str
    verified: frozenset[str]


PACKS = (
    Pack("Hướng dẫn 36-HD/VPTW", "party", datetime.date(2018, 4, 3), datetime.date(2026, 5, 26), ",", ALL),
    Pack("Hướng dẫn 05-HD/VPTW", "party", datetime.date(2026, 5, 27), datetime.date.max, ",;", frozenset()),
    Pack(
        "Nghị định 30/2020/NĐ-CP", "state", datetime.date(2020, 3, 5), datetime.date.max, ";",
        frozenset({"D804", "D805", "D806", "D809"}),
    ),
)  # fmt: skip
_DATED = lazy(r"(?P<d>\d{1,2})?\D*/(?P<m>\d{1,2})?\D*/(?P<y>\d{4})")
_MONTH = Gated(r"tháng\s+(?P<m>\d{1,2})?\D{0,12}năm\s+(?P<y>\d{4})", re.IGNORECASE)
_DECEMBER = 12


def dates_meant(metadata_date: str | None, lines: Iterable[str]) -> tuple[datetime.date, datetime.date]:
    """First and last day the document may bear; a blank day or month leaves the whole month or year open."""
    found = _DATED.match(metadata_date or "") or next((m for line in lines if (m := _MONTH.search(line))), None)
    if found is None:
        return datetime.date.min, datetime.date.max
    given = found.groupdict()
    year, month, day = (int(given.get(part) or 0) for part in ("y", "m", "d"))
    try:
        if day:
            return (exact := datetime.date(year, month, day)), exact
        if month:
            after = datetime.date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
            return datetime.date(year, month, 1), after - datetime.timedelta(days=1)
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    except ValueError:
        return datetime.date.min, datetime.date.max


def pack_for(system: System, first: datetime.date, last: datetime.date) -> Pack | None:
    """The regulation of these days; where several may hold, what they agree on; None before the oldest."""
    held = [p for p in PACKS if p.system == system and p.since <= last and first <= p.until]
    if not held:
        return None
    one, *others = held
    for other in others:
        one = replace(
            one,
            name=f"{one.name}, {other.name}",
            separators="".join(sorted({*one.separators, *other.separators})),
            verified=one.verified & other.verified,
        )
    return one
