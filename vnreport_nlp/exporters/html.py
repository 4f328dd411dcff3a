"""The report as web pages that open from a folder: index, one page a unit, one page a requirement, shared passages."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from ..model import Cohort, DraftSummary
from ..resources import data_text
from .html_frame import Site, environment, requirement_file
from .html_index import index_page
from .html_pages import IndexPage, RequirementPage, ReusePage, UnitPage
from .html_requirement import requirement_page
from .html_reuse import reuse_page
from .html_unit import unit_page
from .tables import Speech, worst_first

Page = IndexPage | UnitPage | RequirementPage | ReusePage
FIXED_COLUMNS = 3
"""Columns of the matrix between the unit and the requirements."""


def export(cohort: Cohort, target: Path, *, lang: str = "vi", anonymise: bool = False, single_file: bool = False) -> None:
    """Write ``index.html``, ``units/*.html``, ``requirements/*.html`` and, where passages are shared, ``reuse.html``."""
    t = Speech(lang)
    site = Site.of(cohort, t, anonymous=anonymise, single=single_file)
    (target / "units").mkdir(parents=True, exist_ok=True)
    _write(target / "index.html", render("index.html", index_page(cohort, site), site, cohort))
    _units(cohort, target / "units", site)
    _requirements(cohort, target / "requirements", site.below())
    if cohort.shared:
        _write(target / "reuse.html", render("reuse.html", reuse_page(cohort, site), site, cohort))


def _requirements(cohort: Cohort, folder: Path, site: Site) -> None:
    folder.mkdir(exist_ok=True)
    for requirement in cohort.template.requirements:
        page = requirement_page(cohort, requirement, site)
        _write(folder / requirement_file(requirement.number), render("requirement.html", page, site, cohort))


def _units(cohort: Cohort, folder: Path, site: Site) -> None:
    inner = site.below()
    order = worst_first(cohort.drafts)
    for at, draft in enumerate(order):
        before, after = _neighbour(order, at - 1, inner), _neighbour(order, at + 1, inner)
        page = unit_page(draft, cohort.load(draft), inner, before=before, after=after)
        _write(folder / f"{draft.slug}.html", render("unit.html", page, inner, cohort))


def _neighbour(order: tuple[DraftSummary, ...], at: int, site: Site) -> tuple[str, str] | None:
    if not 0 <= at < len(order):
        return None
    return site.t.text(order[at].label), site.unit_href(order[at])


def render(name: str, page: Page, site: Site, cohort: Cohort) -> str:
    """One page as text."""
    template: Template = environment().get_template(name)
    columns = len(cohort.template.requirements) + len({r.number.split(".")[0] for r in cohort.template.requirements})
    return template.render(
        page=page,
        _=site.t,
        single=site.single,
        look=site.t("cần xem"),
        suffix="",
        width=FIXED_COLUMNS + columns,
        css=Markup(data_text("html", "report.css")),
        js=Markup(data_text("html", "report.js")),
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n", errors="replace")


__all__ = ["export", "render", "requirement_file"]
