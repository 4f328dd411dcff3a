"""Cohort slices: what every unit wrote for one requirement, with its length and density beside the cohort's median."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from statistics import median

from pydantic import TypeAdapter

from ..expressions import compiled
from ..model import MISSING, Assessment, Location, Result, Section, Slice, SliceRow, Unreadable, Verdict
from ..outline import count
from .codec import checked_json, inflated

SHORT, LONG = 0.4, 2.5
"""A passage shorter or longer than this share of the median is an outlier."""
MIN_COHORT = 3
"""Fewer passages than this have no median worth showing."""
MAX_TEXT = 20_000
"""Characters of a passage kept for the slice page; the unit's page has the rest."""
_FIGURE = compiled(r"\d+(?:[.,]\d+)*")
_ITEM = compiled(r"(?m)^[ \t–+•*-]*(?:\(?\d{1,2}(?:\.\d{1,2})*\)|\d{1,2}(?:\.\d{1,2})*\.)[ \t]+(?=[^\W\d_])")
"""The number that a line begins with."""
_CITATION = compiled(r"\b\d+[-/]\s?[A-ZĐ][\wĐđ]*(?:[-/][A-ZĐ]\w*)+")


def _sections(assessment: Assessment, verdict: Verdict) -> list[Section]:
    """The sections of a verdict, without those that stand inside another of them."""
    taken: list[Section] = []
    for section in (assessment.outline.sections[index] for index in verdict.sections):
        if not any(section.whole.start >= t.whole.start and section.whole.end <= t.whole.end for t in taken):
            taken.append(section)
    return taken


def _in_passage(verdict: Verdict) -> bool:
    return verdict.status == "unheaded" and verdict.rung == "content"


def _text(assessment: Assessment, verdict: Verdict) -> str:
    text = assessment.document.text
    if _in_passage(verdict):
        return "\n".join(text[p.span.start : p.span.end] for p in verdict.evidence)
    return "\n".join(text[s.whole.start : s.whole.end].strip() for s in _sections(assessment, verdict))


def _said(assessment: Assessment, verdict: Verdict) -> str:
    """The text below the headings, without the numbers of its items: what figures and citations are counted in."""
    if _in_passage(verdict):
        return _ITEM.sub("", _text(assessment, verdict))
    text, out = assessment.document.text, []
    for top in _sections(assessment, verdict):
        at = top.whole.start
        for section in assessment.outline.subtree(top):
            out.append(text[at : section.heading.start])
            at = max(at, section.heading.end)
        out.append(text[at : top.whole.end])
    return _ITEM.sub("", "\n".join(out))


def rows_of(assessment: Assessment, path: str) -> list[tuple[str, SliceRow]]:
    """(requirement, row) for every requirement of one draft; shares are filled in later."""
    out = []
    for verdict in assessment.verdicts:
        text = "" if verdict.status in ("missing", "excused") else _text(assessment, verdict)
        syllables = count(text)
        size = max(verdict.syllables, 0) or (syllables if verdict.status not in MISSING else 0)
        rest, citations = _CITATION.subn(" ", _said(assessment, verdict) if text else "")
        figures = len(_FIGURE.findall(rest))
        per = 100 / max(syllables, 1)
        location = verdict.evidence[0].location if verdict.evidence else Location()
        row = SliceRow(
            path, verdict.status, verdict.review, size, None, round(figures * per, 1), round(citations * per, 1), False,
            text[:MAX_TEXT], location, verdict.why if verdict.review else None,
        )  # fmt: skip
        out.append((verdict.requirement, row))
    return out


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[SliceRow]:
    return TypeAdapter(SliceRow)


def pack_rows(result: Result, path: str) -> tuple[tuple[str, bytes], ...]:
    """The rows of one draft as compressed JSON by requirement; none of a draft that is not judged."""
    if isinstance(result, Unreadable) or result.foreign:
        return ()
    return tuple((number, zlib.compress(_adapter().dump_json(row), 1)) for number, row in rows_of(result, path))


def unpack_row(data: bytes) -> SliceRow:
    """A row that was packed; DamagedCacheError when it is none."""
    return checked_json(_adapter(), inflated(data))


def make_slice(requirement: str, rows: Sequence[SliceRow]) -> Slice:
    """The rows with their share of the median; outliers marked."""
    lengths = [r.syllables for r in rows if r.syllables > 0]
    middle = int(median(lengths)) if len(lengths) >= MIN_COHORT else 0
    done = []
    for row in rows:
        share = round(row.syllables / middle, 2) if middle and row.syllables else None
        done.append(replace(row, share=share, outlier=share is not None and not SHORT <= share <= LONG))
    return Slice(requirement, middle, tuple(done))
