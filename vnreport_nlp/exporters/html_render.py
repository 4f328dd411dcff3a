"""From page data to HTML text."""

from __future__ import annotations

from markupsafe import Markup

from ..model import Cohort
from .html_frame import Site, environment
from .html_indicators import IndicatorsPage
from .html_pages import IndexPage, RequirementPage, ReusePage, UnitPage
from .tables import part_of

Page = IndexPage | UnitPage | RequirementPage | ReusePage | IndicatorsPage
FIXED_COLUMNS = 3
"""Columns of the matrix between the unit and the requirements."""


def render(name: str, page: Page, site: Site, cohort: Cohort, **more: object) -> str:
    """One page as text; only the report's own style and script are taken as markup."""
    numbers = [r.number for r in cohort.template.requirements]
    text: str = (
        environment()
        .get_template(name)
        .render(
            page=page,
            _=site.t,
            single=site.single,
            anonymous=site.anonymous,
            look=site.t("cần xem"),
            width=FIXED_COLUMNS + len(numbers) + len({part_of(n) for n in numbers}),
            css=Markup(page.frame.css),
            js=Markup(page.frame.js),
            suffix="",
            **more,
        )
    )
    return text


def fragment(name: str, page: Page, site: Site, cohort: Cohort) -> str:
    """The body of a page, to stand inside another."""
    return render("fragment.html", page, site, cohort, body=name)
