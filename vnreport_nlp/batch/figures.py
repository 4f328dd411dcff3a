"""The indicator table: figures that every unit reports for the same thing, found by the template's phrases.

A wrong attribution is worse than a gap: a figure that may be another one, or that the draft tells in two ways, stays blank with its
quote and asks the reviewer to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..checks.figures.reading.grid import Row, rows_of_tables
from ..model import Assessment, Document, Figure, Finding, Indicator, Place, Span
from .figures_guards import Judgement, around, judge
from .figures_tables import table_figures
from .phrases import bar, lead_of, occurrences, pattern, plain, value_of

ALIKE = 0.8
"""Figures of one indicator this near are one figure told in two ways (a slip), others are of two things."""
DISPUTING = frozenset({"F201", "F204"})
"""Rules that say that a figure is wrong, here or where it is told again."""
PART = ("trong đó", "riêng", "cụ thể", "gồm", "bao gồm")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One figure that may be an indicator's; ``near`` when it stands in the requirement's own section."""

    value: float
    place: Place
    near: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft, read once for all indicators: its plain text, its name, its tables and the sections that set directions."""

    assessment: Assessment
    low: str
    own: str
    tables: list[list[Row]]
    ahead: frozenset[int]


@lru_cache(maxsize=8)
def leads_of(indicators: tuple[Indicator, ...]) -> dict[str, tuple[str, ...]]:
    """For each indicator the words that open the phrases of others: behind them another thing is counted.

    Not those of standing numbers (``Đảng bộ có …``), which open any sentence.
    """
    own = {i.id: frozenset(map(lead_of, i.patterns)) if i.period != "now" else frozenset() for i in indicators}
    counted = {i.unit.lower() for i in indicators}
    everything = frozenset(x for xs in own.values() for x in xs if " " in x and x not in counted)
    return {
        name: tuple(sorted(x for x in everything if not any(x in mine or mine in x for mine in leads if mine)))
        for name, leads in own.items()
    }


def own_name(assessment: Assessment) -> str:
    """What the draft calls its own unit, in small letters."""
    meta = assessment.outline.metadata
    return plain(" ".join(filter(None, (meta.unit, meta.body, assessment.unit))))


def sections_of(assessment: Assessment, indicator: Indicator) -> frozenset[int]:
    """Sections that answer the indicator's requirement or one below it."""
    number = indicator.requirement
    return frozenset(
        s for v in assessment.verdicts
        if number and (v.requirement == number or v.requirement.startswith(number + "."))
        for s in v.sections
    )  # fmt: skip


def directions(assessment: Assessment) -> frozenset[int]:
    """Sections that set directions: figures there are targets."""
    known = assessment.template.by_number
    return frozenset(
        s for v in assessment.verdicts
        if (r := known.get(v.requirement)) is not None and r.voice == "direction"
        for s in v.sections
    )  # fmt: skip


def within(assessment: Assessment, at: int, sections: frozenset[int]) -> bool:
    """Whether a place lies in one of the sections or below it."""
    section = assessment.outline.section_at(at)
    node = section.index if section is not None else None
    while node is not None and node not in sections:
        node = assessment.outline.sections[node].parent
    return node is not None


def place_of(document: Document, start: int, end: int) -> Place:
    """A span with the words around it."""
    text = document.text
    left = max(text.rfind("\n", 0, start) + 1, start - 60)
    while left and text[left - 1].isalnum():  # no word is cut in two
        left -= 1
    right = min(len(text), end + 60)
    while right < len(text) and text[right].isalnum():
        right += 1
    return Place(Span(start, end), document.locate(start), document.quote(Span(left, right)))


def candidates(reading: Reading, indicator: Indicator) -> Iterator[Candidate]:
    """Figures of every phrase that matches and of tables whose head names the indicator."""
    assessment, low = reading.assessment, reading.low
    document = assessment.document
    leads = leads_of(assessment.template.indicators)[indicator.id]
    barred = bar((*leads, *(plain(w) for w in indicator.without)))
    found: dict[int, tuple[int, float, Judgement]] = {}
    for phrase in indicator.patterns:
        for m in occurrences(pattern(phrase), low, barred):
            if m.start("n") not in found:
                verdict = judge(document.text, low, m, indicator, reading.own, leads)
                found[m.start("n")] = m.end("n"), value_of(m["n"]), verdict
    for cell in table_figures(reading.tables, indicator):
        found[cell.start] = cell.end, value_of(cell.text), "take"
    sections = sections_of(assessment, indicator)
    for start, (end, value, verdict) in sorted(found.items()):
        if verdict != "drop" and not within(assessment, start, reading.ahead) and not _part(low, start, value, found):
            near = within(assessment, start, sections)
            yield Candidate(value, place_of(document, start, end), near, verdict == "take")


def _part(low: str, start: int, value: float, found: Mapping[int, tuple[int, float, Judgement]]) -> bool:
    """Whether a larger figure of the same indicator stands before it in its sentence, and then ``trong đó`` or the like."""
    left, _ = around(low, start, start, clause=False)
    return any(
        start - len(left) <= other < start and more > value and any(w in low[other:start] for w in PART)
        for other, (_, more, _) in found.items()
    )


def chosen(found: list[Candidate]) -> tuple[float | None, Candidate] | None:
    """The value and where it stands, no value where a person must look; None for a gap."""
    if not found:
        return None
    near = [c for c in found if c.near] or found
    first = next((c for c in near if c.sure), near[0])
    rivals = {c.value for c in near} | {c.value for c in found if _alike(c.value, first.value)}
    if len(rivals) == 1 and first.sure:
        return first.value, first
    return None, first


def _alike(a: float, b: float) -> bool:
    return a != b and min(a, b) >= ALIKE * max(a, b)


def find_figures(assessment: Assessment, path: str) -> list[Figure]:
    """One figure an indicator: the only value found (in its own section first); without a value where it is not clear,
    doubtful there and where a finding disputes it."""
    if not assessment.template.indicators:
        return []
    document = assessment.document
    reading = Reading(
        assessment, plain(document.text), own_name(assessment), rows_of_tables(document), directions(assessment)
    )
    disputes = [f for f in assessment.findings if f.rule in DISPUTING and not f.waived]
    out = []
    for indicator in assessment.template.indicators:
        picked = chosen(list(candidates(reading, indicator)))
        if picked is None:
            out.append(Figure(indicator.id, path, None))
        else:
            value, place = picked[0], picked[1].place
            disputed = any(_disputes(f, place.span) for f in disputes)
            out.append(Figure(indicator.id, path, value, disputed or value is None, place))
    return out


def _disputes(found: Finding, span: Span) -> bool:
    """Whether a finding is about a figure: a sum about all of its words, a pair of values about the first number of each."""
    if found.rule == "F201":
        return any(p.span.start < span.end and span.start < p.span.end for p in found.places)
    return any(p.span.start in span for p in found.places)
