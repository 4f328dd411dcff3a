"""The page of one requirement: what every unit wrote for it."""

from __future__ import annotations

from ..model import Cohort, Coverage, DraftSummary, Requirement, SliceRow
from ..text import within
from .html_frame import Site
from .html_pages import RequirementPage, SliceLine, State
from .tables import WORST, against, part_of

TEXT_LIMIT = 6_000
"""Characters of one unit's text on the page; the whole text is on the unit's page."""


def requirement_page(cohort: Cohort, requirement: Requirement, site: Site) -> RequirementPage:
    """Everything one requirement's page shows, the worst first."""
    cut = cohort.slice_of(requirement.number)
    drafts = {d.path: d for d in cohort.drafts}
    rows = sorted(
        (r for r in cut.rows if r.path in drafts), key=lambda r: (WORST[r.status], r.syllables, drafts[r.path].slug)
    )
    longest = max((r.syllables for r in rows), default=0) or 1
    known = cohort.template.requirements
    at = known.index(requirement)
    part = cohort.template.by_number.get(part_of(requirement.number))
    return RequirementPage(
        site.frame(f"{requirement.number} {site.t.text(requirement.title)}"),
        site.t.text(requirement.number),
        site.t.text(requirement.title),
        "" if part is None or part is requirement else f"{part.number}. {site.t.text(part.title)}",
        site.t.text(requirement.guidance),
        requirement.min_syllables,
        cut.median,
        Coverage.of(r.status for r in rows),
        tuple(_line(r, drafts[r.path], requirement, longest, site) for r in rows),
        _neighbour(known, at - 1, site),
        _neighbour(known, at + 1, site),
    )


def _line(row: SliceRow, draft: DraftSummary, requirement: Requirement, longest: int, site: Site) -> SliceLine:
    return SliceLine(
        site.t.text(draft.label),
        site.unit_base(draft) + site.anchor(requirement.number),
        State(row.status, site.t.status(row.status), row.review),
        row.syllables,
        "" if row.share is None else against(row.share),
        round(100 * row.syllables / longest, 2),
        site.t.number(row.figures) if row.syllables else "–",
        site.t.number(row.citations) if row.syllables else "–",
        row.outlier,
        site.t.place(row.location),
        site.t.text(row.text[:TEXT_LIMIT]),
        len(row.text) > TEXT_LIMIT,
        site.t.text(within(draft.label)),
        site.t.say(row.why) if row.review else "",
    )


def _neighbour(known: tuple[Requirement, ...], at: int, site: Site) -> tuple[str, str] | None:
    if not 0 <= at < len(known):
        return None
    return site.t.text(known[at].number), site.requirement_href(known[at].number)
