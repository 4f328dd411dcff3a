"""What one draft adds to the files of the whole batch: made beside its own page, so that its result is brought back once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ..checks import Cited, cited_documents
from ..decision_book import base_of
from ..model import Assessment, Cohort, DraftSummary, Finding, Result, Unreadable
from .html_text import standing
from .json import Json, draft_object, dumps
from .tables import NAMED, Speech, also, elsewhere

Row: TypeAlias = tuple[str, tuple[str, ...]]
"""A row of the workbook's findings: severity, cells."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One draft's object of ``results.json`` as text, its leftovers likewise, its rows of the workbook.

    ``cited`` is None for a draft that is not judged.
    """

    draft: str
    leftovers: tuple[str, ...]
    rows: tuple[Row, ...]
    cited: tuple[Cited, ...] | None


EntryOf: TypeAlias = Callable[[DraftSummary], Entry]


def entry_of(draft: DraftSummary, result: Result, lang: str, letter: Sequence[str] | None = None) -> Entry:
    """Everything of one draft, under its own name; ``letter`` are fingerprints of what its unit's letter tells, where it is known."""
    found = draft_json(draft, result, lang)
    if letter is not None and isinstance(result, Assessment):
        found["letter"] = list[Json](letter)
    return Entry(
        dumps(found), tuple(map(dumps, leftovers_of(found))), tuple(finding_rows(draft, result, Speech(lang))),
        cited_of(result),
    )  # fmt: skip


def entries_of(cohort: Cohort, lang: str) -> EntryOf:
    """Entries that are made when they are asked for."""
    return lambda draft: entry_of(draft, cohort.load(draft), lang)


def draft_json(draft: DraftSummary, result: Result, lang: str) -> dict[str, Json]:
    """A draft's object of ``results.json``."""
    found = draft_object(result, lang)
    found["path"] = draft.path
    return found


def leftovers_of(found: dict[str, Json]) -> Iterator[Json]:
    """The leftovers among the findings of such an object, each with its draft."""
    findings = found.get("findings")
    for f in findings if isinstance(findings, list) else []:
        if isinstance(f, dict) and f["rule"] == "U501":
            yield {"path": found["path"], **f}


def cited_of(result: Result) -> tuple[Cited, ...] | None:
    """What a judged draft cites."""
    return cited_documents(result.outline) if isinstance(result, Assessment) and not result.foreign else None


def finding_rows(draft: DraftSummary, result: Result, t: Speech) -> Iterator[Row]:
    """The draft's rows of the workbook's findings, in the order of the heads in ``xlsx_findings``."""
    if isinstance(result, Unreadable):
        why, way = t.say(result.message), t.say(result.hint)
        before = (draft.label, t("Không đọc được"), "", "", "", "", why, "", "", "", "", "", way, "", "")
        yield "error", (*before, draft.path, result.code, "", "")
        return
    for found in result.findings:
        yield found.severity, _cells(draft, result, found, t)


def _cells(draft: DraftSummary, result: Assessment, f: Finding, t: Speech) -> tuple[str, ...]:
    here, d = f.places and f.rule != "S101", f.decision
    shown = replace(d, reason=t.text(d.reason), name=t.text(d.name)) if d else None
    return (
        draft.label, t.severity(f.severity), t.group(f.rule), f.rule, t.rule(f), f.requirement or "", t.say(f.message),
        t.action(d.action) if d else "", d.reason if d else "", d.name if d else "",
        t.say(f.need), t.say(f.found), t.say(f.fix), "; ".join(x for x in (t.place(f.location), also(f, t)) if x) if here else _awaited(result, f, t),
        "\n".join((f.quote, *_other_quotes(f, t))) if here else _nearest(f, t), draft.path, f.fingerprint,
        draft.label, base_of(shown),
    )  # fmt: skip


def _awaited(result: Assessment, found: Finding, t: Speech) -> str:
    """Where the outline expects a section that is missing."""
    at = standing(result, found)
    where = "" if at is None else t.place(result.document.locate(result.document.paragraphs[at].start))
    return t("phải có sau {place}", place=where) if where else ""


def _nearest(found: Finding, t: Speech) -> str:
    """The place that comes nearest to a missing section."""
    return next((t("gần nhất, {place}: {quote}", place=t.place(p.location), quote=p.quote) for p in found.places), "")


def _other_quotes(found: Finding, t: Speech) -> Iterator[str]:
    """The words at a finding's other places, each with where it is; the same words are not told again."""
    for place in elsewhere(found)[:NAMED]:
        if place.quote != found.quote:
            yield f"{t.place(place.location)}: {place.quote}"
