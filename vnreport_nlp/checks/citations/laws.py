"""C305 of laws: a law that is cited by its name with another number, year or day than it has (``Luật Đất đai số 31/2023/QH15``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ...expressions import lazy
from ...model import Finding
from ...resources import data_text
from ...text import fold
from ..context import Context
from .against import other_content, wrong_day, wrong_number
from .read import Citation
from .series import AMENDING, shown

_NAMED = lazy(r"\bLuật\s(?P<name>[^.;:()\d]{2,90}?)\s(?:năm\s\d{4}\s)?\(?(?:Luật\s)?số:?\s$")
"""What stands before the number of a law."""
REACH = 120


@dataclass(frozen=True, slots=True)
class Law:
    """A law as the list has it: its name without the word itself, its number, the day it was passed, the assembly."""

    name: str
    number: int
    date: date
    assembly: int
    basis: str

    @property
    def symbol(self) -> str:
        """As it is cited."""
        return f"{self.number:02}/{self.date.year}/QH{self.assembly}"

    @property
    def by(self) -> str:
        """Who passes laws."""
        return "Quốc hội"

    @property
    def subject(self) -> str:
        """The law by its full name."""
        return f"Luật {self.name}"


@lru_cache(maxsize=1)
def known_laws() -> dict[str, tuple[Law, ...]]:
    """The laws of the list by their names, folded; several where a later one took the place of an earlier one."""
    out: dict[str, tuple[Law, ...]] = {}
    for row in json.loads(data_text("known_documents.json"))["laws"]:
        one = Law(**{**row, "date": date.fromisoformat(row["date"])})
        out[fold(one.name)] = (*out.get(fold(one.name), ()), one)
    return out


def wrong_laws(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a law and wrong number or day; a day of another year than the number's is told as such (C301)."""
    told: set[tuple[str, date | None]] = set()
    for c in found:
        named = _NAMED.search(context.spelled.text, max(0, c.span.start - REACH), c.span.start) if _is_law(c) else None
        amending = named is not None and AMENDING.search(
            context.spelled.text[max(0, c.span.start - REACH) : named.start()]
        )
        laws = known_laws().get(fold(" ".join(named["name"].split())), ()) if named and not amending else ()
        if not laws or (c.symbol, c.when) in told:
            continue
        told.add((c.symbol, c.when))
        exact = next((law for law in laws if (law.number, str(law.date.year)) == (c.number, c.year)), None)
        if exact is None and (meant := _meant(c, laws)) is not None:
            yield wrong_number(context, c, meant, other_content(c, meant))
        elif exact is not None and c.when is not None and c.when != exact.date and str(c.when.year) == c.year:
            yield wrong_day(context, c, shown(c.when), exact)


def _is_law(c: Citation) -> bool:
    return c.code == "QH" and c.state and bool(c.year)


def _meant(c: Citation, laws: tuple[Law, ...]) -> Law | None:
    """The law of that name whose number, or year, alone is told otherwise: no name has two laws of one year and one assembly."""
    of_year = [law for law in laws if str(law.date.year) == c.year]
    of_number = [law for law in laws if law.number == c.number and c.symbol.endswith(f"QH{law.assembly}")]
    alike = of_year or of_number
    return alike[0] if len(alike) == 1 else None
