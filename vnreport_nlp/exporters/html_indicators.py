"""The page of indicators: units by figures, each with its quote; a doubtful figure is a blank that says so."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Cohort, DraftSummary, Figure, Indicator
from .html_frame import Site
from .html_pages import Frame
from .tables import by_name, judged
from .xlsx_figures import agreed, doubted, grouped, head, notes, total, units


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A figure as shown, its quote and where it stands; all empty for a gap."""

    text: str = ""
    look: bool = False
    quote: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The figures of one unit."""

    label: str
    href: str
    cells: tuple[FigureCell, ...]


@dataclass(frozen=True, slots=True)
class IndicatorsPage:
    """The indicator table with the province's sums and the number of units behind each."""

    frame: Frame
    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    sums: tuple[str, ...]
    counts: tuple[str, ...]
    notes: tuple[str, ...]


def indicators_page(cohort: Cohort, site: Site) -> IndicatorsPage:
    """Everything the page of indicators shows."""
    t, indicators, shown = site.t, cohort.template.indicators, by_name(judged(cohort.drafts))
    known = {(f.path, f.indicator): f for f in cohort.figures}
    groups = units(cohort)
    values = {i.id: agreed(groups, known, i) for i in indicators}
    return IndicatorsPage(
        site.frame(t("Chỉ tiêu của các đơn vị")),
        tuple(t.text(head(t, i)) for i in indicators),
        tuple(_row(draft, indicators, known, site) for draft in shown),
        tuple(_sum(site, i, values[i.id], len(groups)) for i in indicators),
        tuple(t("{n}/{all} đơn vị", n=len(values[i.id]), all=len(groups)) for i in indicators),
        notes(t, cohort)[2:],
    )


def _row(
    draft: DraftSummary, indicators: tuple[Indicator, ...], known: dict[tuple[str, str], Figure], site: Site
) -> FigureRow:
    cells = tuple(_cell(known.get((draft.path, i.id)), site) for i in indicators)
    return FigureRow(site.t.text(draft.label), site.unit_href(draft), cells)


def _cell(figure: Figure | None, site: Site) -> FigureCell:
    if figure is None or (figure.value is None and not figure.doubtful):
        return FigureCell()
    t, place = site.t, figure.place
    text = doubted(t, figure.value) if figure.doubtful or figure.value is None else grouped(t, figure.value)
    return FigureCell(
        text, figure.doubtful, t.text(place.quote) if place else "", t.place(place.location) if place else ""
    )


def _sum(site: Site, indicator: Indicator, found: list[float], units: int) -> str:
    whole = total(site.t, found, units) if indicator.total else None
    return grouped(site.t, whole) if isinstance(whole, float | int) else str(whole or "")
