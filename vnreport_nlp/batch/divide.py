"""The units' pages, letters, annotated copies and entries, some units at a time: here, or on the processes that read the drafts.

Each of them needs one draft's result only, which a process reads back from the batch's cache by itself.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..exporters.tables import worst_first
from ..model import Cohort, DraftSummary, Followup, Result, Shared, Slice, Template, Twins
from .engine import run_each
from .entries import Entries
from .run import Loader

SHARE = 8
"""Units that are written together: their results are held in memory, so that each is read back once."""


@dataclass(frozen=True)
class UnitWork:
    """Some units of a cohort and what is to be written of them, as it is sent to a process."""

    template: Template
    drafts: tuple[DraftSummary, ...]
    """The units and those that their pages lead to."""
    load: Callable[[DraftSummary], Result]
    shared: tuple[Shared, ...]
    """One passage when there are any: pages only say that there are."""
    folder: Path
    pages: frozenset[str]
    letters: frozenset[str]
    annotated: frozenset[str]
    lang: str
    letterhead: Path | None
    entries: Entries
    """Those that are to be made."""
    revisions: tuple[Followup, ...] = ()
    twins: tuple[Twins, ...] = ()
    """Those of the units, whose letters say which file they are about."""
    confirmed: bool = False
    """Whether letters say only what a decision accepted."""
    state: bool = False
    """Whether letters have the State's form, as the whole cohort decides."""


def write_units(
    cohort: Cohort, folder: Path, *, pages: frozenset[str], letters: frozenset[str], annotated: frozenset[str],
    lang: str, letterhead: Path | None, workers: int, entries: Entries, confirmed: bool = False,
) -> Iterator[tuple[str, ...]]:  # fmt: skip
    """Write what the units with these slugs need; on several processes it goes on while the caller does something else.

    Along with it these ``entries`` are made.

    The work is done when the iterator has ended. It gives the names of letters and copies that were written.
    """
    new = frozenset(entries.stamps)
    todo = [d for d in cohort.drafts if d.slug in pages | letters | annotated | new]
    parts = [frozenset(d.slug for d in todo[k : k + SHARE]) for k in range(0, len(todo), SHARE)]
    near = _neighbours(cohort)
    works = []
    for part in parts:
        around = {slug for own in part for slug in near[own]}
        paths = [d.path for d in cohort.drafts if d.slug in part]
        load = cohort.load.only(paths) if isinstance(cohort.load, Loader) else cohort.load
        works.append(
            UnitWork(
                cohort.template, tuple(d for d in cohort.drafts if d.slug in around), load, cohort.shared[:1], folder,
                pages & part, letters & part, annotated & part, lang, letterhead, entries.only(new & part),
                tuple(r for d in cohort.drafts if d.slug in part and (r := cohort.revision_of(d)) is not None),
                tuple(t for t in cohort.twins if not set(paths).isdisjoint(t.paths)), confirmed,
                cohort.state,
            )
        )  # fmt: skip
    return run_each(write_some, works, workers=workers)


def spare_letters(cohort: Cohort, *, lang: str, confirmed: bool) -> frozenset[str]:
    """Slugs of drafts that are another file's copies to the byte and whose letter would ask for the same: one of the two is enough."""
    from ..exporters.letters import told_in_letter

    drafts = {d.path: d for d in cohort.drafts}

    def told(draft: DraftSummary) -> tuple[str, ...]:
        return told_in_letter(cohort.load(draft), cohort.revision_of(draft), lang=lang, confirmed=confirmed)

    pairs = ((d, drafts[first]) for d in cohort.drafts if (first := cohort.copy_of(d)) is not None)
    return frozenset(d.slug for d, first in pairs if told(d) == told(first))


def _neighbours(cohort: Cohort) -> dict[str, tuple[str, ...]]:
    """By slug a unit with those before and behind it, to which its page leads."""
    order = [d.slug for d in worst_first(cohort.drafts)]
    return {slug: tuple(order[max(0, at - 1) : at + 2]) for at, slug in enumerate(order)}


def write_some(work: UnitWork) -> tuple[str, ...]:
    """Entries, pages, letters and annotated copies of some units; the names of the latter two."""
    from ..exporters import annotated, html, letters

    cohort = Cohort(
        work.template,
        work.drafts,
        _once(work.load),
        _no_slice,
        shared=work.shared,
        twins=work.twins,
        revisions=work.revisions,
    )
    for draft in work.drafts:
        if draft.slug in work.entries.stamps:
            work.entries.keep(draft, cohort.load(draft), cohort.revision_of(draft))
    sent = letters.export(
        _of(cohort, work.letters),
        work.folder / "letters",
        lang=work.lang,
        letterhead=work.letterhead,
        confirmed=work.confirmed,
        state=work.state,
    )
    marked = annotated.export(_of(cohort, work.annotated), work.folder / "annotated", lang=work.lang)
    if work.pages:  # last: a page leads to the letter and the copy that are there
        html.export_units(cohort, work.folder, lang=work.lang, only=work.pages, confirmed=work.confirmed)
    gc.collect()  # results and Word documents refer to themselves; those of a hundred units took as much memory as all else
    return (*(f"letters/{name}" for name in sent), *(f"annotated/{name}" for name in marked))


def _of(cohort: Cohort, slugs: frozenset[str]) -> Cohort:
    return replace(cohort, drafts=tuple(d for d in cohort.drafts if d.slug in slugs))


def _once(load: Callable[[DraftSummary], Result]) -> Callable[[DraftSummary], Result]:
    """Load each draft at most once."""
    kept: dict[str, Result] = {}

    def remembered(draft: DraftSummary) -> Result:
        if draft.path not in kept:
            kept[draft.path] = load(draft)
        return kept[draft.path]

    return remembered


def _no_slice(requirement: str) -> Slice:
    """A unit's page shows no other unit's passages."""
    raise KeyError(requirement)
