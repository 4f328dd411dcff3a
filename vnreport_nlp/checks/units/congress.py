"""U501 of a congress: the number of the unit's own congress that differs from all its other mentions, or that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Span, msg
from ..context import Context
from .profile import NAME, REFORM, Profile, is_own, leftover
from .words import LEVEL

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_NTH = "[IVXL]+|nhất"
_CONGRESS = Gated(
    rf"[Đđ]ại hội (?:đại biểu )?(?:(?:lần thứ )?(?P<a>{_NTH}) )?(?:của )?Đảng bộ (?P<level>{LEVEL})(?: (?P<name>{NAME}))?(?:,? (?:lần thứ|khóa|khoá) (?P<b>{_NTH})\b)?"
)
_TERM = lazy(r",?\s\(?(?:nhiệm kỳ\s)?(20\d\d)\s?[-–]\s?20\d\d")
YEARS = 5
"""Between two congresses."""
_FORMED = lazy(
    rf"\b(?i:{LEVEL}|Đảng bộ)\b[^.;\n]{{0,60}}thành lập[^.;\n]{{0,80}}(?:2025|1\d{{3}}/NQ-UBTVQH15|hợp nhất|sáp nhập|\bnhập)"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One mention: its number, the first year of its term where told, its place."""

    number: int
    term: int | None
    span: Span


def roman(text: str) -> int:
    """The value of a Roman numeral, or of ``nhất``."""
    if text == "nhất":
        return 1
    total = 0
    for i, c in enumerate(text):
        value = _ROMAN[c]
        total += -value if i + 1 < len(text) and _ROMAN[text[i + 1]] > value else value
    return total


def congresses(context: Context, profile: Profile) -> Iterator[Finding]:
    """Mentions of the unit's own congress whose number is far from the usual one, or no first congress of a new unit.

    A number that was recognised is no evidence: strokes of Roman numerals get lost.
    """
    said = [s for s in _mentions(context.spelled.text, profile) if not context.recognised(s.span.start)]
    for one in said:
        if _no_first(one, said, context, profile):
            yield leftover(context, one.span, msg("Đại hội nhiệm kỳ này của đơn vị mới là lần thứ I."))
        elif _far(one, said) or _clashing(one, said):
            yield leftover(context, one.span, msg("Số thứ tự đại hội khác các chỗ còn lại."))


def _mentions(text: str, profile: Profile) -> Iterator[_Said]:
    for m in _CONGRESS.finditer(text):
        number = m["a"] or m["b"]
        if number and m["level"] == profile.level and (not m["name"] or is_own(m["name"], profile)):
            term = _TERM.match(text, m.end())
            yield _Said(roman(number), int(term[1]) if term else None, Span(m.start(), m.end()))


def _no_first(one: _Said, said: list[_Said], context: Context, profile: Profile) -> bool:
    """Whether a commune of 2025 gives its first congress another number; the communes it was made of had theirs before."""
    if profile.upper or one.term != REFORM.year or one.number == 1:
        return False
    if any(s.number == 1 and s.term in (None, REFORM.year) for s in said):
        return True
    formed = _FORMED.search(context.spelled.text)
    return formed is not None and sum(s.number == one.number for s in said) == 1


def _clashing(one: _Said, said: list[_Said]) -> bool:
    """Whether the only two mentions with one term give its congress two numbers; the later is told."""
    same = [s for s in said if s.term and s.term == one.term]
    return len(same) == 2 and one is same[1] and same[0].number != one.number and 1 not in (one.number, same[0].number)


def _far(one: _Said, said: list[_Said]) -> bool:
    """Whether the number is not that of the other mentions, the years between two terms counted."""
    counts: dict[int, int] = {}
    for s in said:
        counts[s.number] = counts.get(s.number, 0) + 1
    usual = max(counts, key=lambda n: counts[n])
    if counts[usual] < 2 or counts[one.number] > 1 or 1 in (one.number, usual):
        return False
    base = next((s.term for s in said if s.number == usual and s.term), None)
    later = (one.term - base) // YEARS if one.term and base else 0
    return abs(one.number - usual - later) > 1
