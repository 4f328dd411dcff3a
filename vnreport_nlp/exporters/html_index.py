"""The index page: the matrix of units and requirements with its summary."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from ..messages import render
from ..model import MISSING, PARTIAL, STATUSES, Cohort, Coverage, DraftSummary, Status
from .html_frame import Site
from .html_pages import Bar, Column, Group, IndexPage, Legend, PartCells, Row, State
from .html_revisions import revision_rows
from .tables import (
    STATUS_HELP,
    apart_of,
    below_common,
    by_name,
    by_requirement,
    judged,
    last_row,
    parts,
    total,
    worst_first,
)

BARS = 10
"""Requirements in the chart of those most often not in full."""
SHOWN: tuple[Status, ...] = STATUSES


Links = tuple[tuple[str, str], ...]


def index_page(cohort: Cohort, site: Site, files: Links = (), folders: tuple[tuple[str, Links], ...] = ()) -> IndexPage:
    """Everything the index shows."""
    readable = judged(cohort.drafts)
    counts = [sum(d.counts[k] for d in readable) for k in range(3)]
    apart = apart_of(cohort.drafts)
    unreadable = sum(not d.readable for d in cohort.drafts)
    shown = below_common(d.path for d in cohort.drafts)
    return IndexPage(
        site.frame(site.t("Ma trận đơn vị × mục yêu cầu")),
        _groups(cohort, readable, site),
        tuple(_row(d, cohort, site, shown[d.path]) for d in worst_first(cohort.drafts)),
        tuple(Legend(State(s, site.t.status(s)), render(STATUS_HELP[s], site.lang)) for s in SHOWN),
        total(readable),
        (counts[0], counts[1], counts[2]),
        len(cohort.drafts),
        len(readable),
        unreadable,
        len(cohort.drafts) - unreadable - len(readable),
        _bars(cohort, readable, site),
        len(cohort.shared),
        tuple(_twins(cohort, site)),
        revision_rows(cohort, site),
        files,
        folders,
        tuple("" if site.anonymous else site.t.text(Path(p).name) for p in cohort.others),
        tuple(site.t.text(Path(p).name) for p in cohort.outlines),
        apart,
        looks=sum(review for d in readable for _, _, review in d.statuses),
        below=last_row(site.t, apart),
        unknown=tuple(
            (site.t.text(d.label), site.unit_href(d)) for d in by_name(readable) if cohort.revision_of(d) is None
        ),
    )


def _twins(cohort: Cohort, site: Site) -> Iterator[tuple[str, str]]:
    labels = {d.path: site.t.text(d.label) for d in cohort.drafts}
    for twins in cohort.twins:
        kind = (
            site.t("các tệp giống hệt nhau")
            if twins.identical
            else site.t("báo cáo của các cơ quan khác nhau trong cùng đơn vị, không phải các phiên bản của một dự thảo")
            if twins.organs
            else site.t("các tệp khác nhau, có thể là nhiều phiên bản")
        )
        same = (
            "" if twins.identical or twins.organs else "; ".join(" = ".join(labels[p] for p in c) for c in twins.copies)
        )
        yield (
            " · ".join(labels[p] for p in twins.paths),
            kind + "; " + site.t("trong đó giống hệt nhau: {names}", names=same) if same else kind,
        )


def _groups(cohort: Cohort, drafts: tuple[DraftSummary, ...], site: Site) -> tuple[Group, ...]:
    sums = by_requirement(cohort.template, drafts)
    known = cohort.template.by_number
    out = []
    for part, numbers in parts(cohort.template).items():
        columns = tuple(
            Column(n, site.t.text(known[n].title), part, site.requirement_href(n), sums[n]) for n in numbers
        )
        head = known.get(part)
        out.append(Group(part, site.t.text(head.title) if head else "", columns, _sum(c.coverage for c in columns)))
    return tuple(out)


def _sum(items: Iterable[Coverage]) -> Coverage:
    return sum(items, Coverage())


def _row(draft: DraftSummary, cohort: Cohort, site: Site, file: str) -> Row:
    label = site.t.text(draft.label)
    path = site.path(file)
    href = site.unit_href(draft)
    base = site.unit_base(draft)
    if not draft.readable or draft.foreign:
        kind = site.t("Không đọc được") if not draft.readable else site.t("Khác đề cương")
        reason = site.t.sentence(draft.reason) or (
            site.t("Tài liệu không phải báo cáo theo đề cương này.") if draft.foreign else site.t("Không rõ lý do.")
        )
        return Row(
            label, path, href, base, False, Coverage(), draft.counts, (), "", kind, reason, site.t.say(draft.hint)
        )
    states = {n: State(s, site.t.status(s), review) for n, s, review in draft.statuses}
    absent = State("none", "–")
    cells = []
    for part, numbers in parts(cohort.template).items():
        share = Coverage.of(s for n, s, _ in draft.statuses if n in set(numbers))
        cells.append(PartCells(part, share, tuple((site.anchor(n), states.get(n, absent)) for n in numbers)))
    own = "" if site.anonymous else label
    return Row(label, path, href, base, True, draft.coverage, draft.counts, tuple(cells), own)


def _bars(cohort: Cohort, drafts: tuple[DraftSummary, ...], site: Site) -> tuple[Bar, ...]:
    """Requirements most often not in full, those missing more often first; the template's order among equals."""
    sums = by_requirement(cohort.template, drafts)
    folded = _folded(cohort, drafts)
    lacking = [(r, sums[r.number]) for r in cohort.template.requirements if r.number not in folded]
    lacking = [(r, c) for r, c in lacking if c.missing or c.partial]
    lacking.sort(key=lambda rc: (-rc[1].missing - rc[1].partial, -rc[1].missing))
    most = max(len(drafts), 1)
    return tuple(
        Bar(
            r.number,
            site.t.text(r.title),
            site.requirement_href(r.number),
            round(100 * c.missing / most, 2),
            round(100 * c.partial / most, 2),
            _lacking(c, site),
        )
        for r, c in lacking[:BARS]
    )


def _folded(cohort: Cohort, drafts: tuple[DraftSummary, ...]) -> frozenset[str]:
    """Items that are lacking nowhere but where a part above them is missing whole: the part's own line tells of them."""
    absent: dict[str, set[str]] = {}
    lacking: dict[str, set[str]] = {}
    for draft in drafts:
        for number, status, _ in draft.statuses:
            if status in MISSING:
                absent.setdefault(number, set()).add(draft.path)
            if status in MISSING | PARTIAL:
                lacking.setdefault(number, set()).add(draft.path)
    known = cohort.template.by_number
    return frozenset(n for n, paths in lacking.items() if any(paths <= absent.get(a, set()) for a in _above(n, known)))


def _above(number: str, known: Container[str]) -> Iterator[str]:
    """The items above one, the nearest first."""
    while number := number.rpartition(".")[0]:
        if number in known:
            yield number


def _lacking(c: Coverage, site: Site) -> str:
    if not c.partial:
        return site.t("{missing}/{n} dự thảo thiếu", missing=c.missing, n=c.counted)
    if not c.missing:
        return site.t("{partial}/{n} dự thảo đạt một phần", partial=c.partial, n=c.counted)
    return site.t(
        "{missing}/{n} dự thảo thiếu, {partial} đạt một phần", missing=c.missing, partial=c.partial, n=c.counted
    )
