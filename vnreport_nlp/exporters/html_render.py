"""From page data to HTML text."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from ..model import Cohort
from ..whole import beside
from .html_frame import Site, environment
from .html_indicators import IndicatorsPage
from .html_pages import IndexPage, RequirementPage, ReusePage
from .html_unit_page import UnitPage
from .tables import part_of

Page = IndexPage | UnitPage | RequirementPage | ReusePage | IndicatorsPage
PIECES = 2000
"""Pieces of a page that are written together."""
FIXED_COLUMNS = 3
"""Columns of the matrix between the unit and the requirements."""


def render(name: str, page: Page, site: Site, cohort: Cohort, **more: object) -> str:
    """One page as text."""
    text: str = environment().get_template(name).render(_values(page, site, cohort), **more)
    return text


def render_into(path: Path, name: str, page: Page, site: Site, cohort: Cohort) -> None:
    """The same into a file, piece by piece: the heat map of a thousand units is a million cells."""
    stream = environment().get_template(name).stream(_values(page, site, cohort))
    stream.enable_buffering(PIECES)
    with beside(path) as place:
        stream.dump(str(place), encoding="utf-8")


def _values(page: Page, site: Site, cohort: Cohort) -> dict[str, object]:
    """What the templates are given; only the report's own style and script are taken as markup."""
    numbers = [r.number for r in cohort.template.requirements]
    return {
        "page": page,
        "_": site.t,
        "single": site.single,
        "anonymous": site.anonymous,
        "look": site.t("cần xem"),
        "width": FIXED_COLUMNS + len(numbers) + len({part_of(n) for n in numbers}),
        "css": Markup(page.frame.css),
        "js": Markup(page.frame.js),
        "suffix": "",
    }


def fragment(name: str, page: Page, site: Site, cohort: Cohort) -> str:
    """The body of a page, to stand inside another."""
    return render("fragment.html", page, site, cohort, body=name)
