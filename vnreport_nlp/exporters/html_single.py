"""All pages in one file, for e-mail: the ids of each part get a prefix of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from ..errors import UsageError
from ..expressions import compiled
from ..model import Cohort, msg
from .html_frame import Site
from .html_index import index_page
from .html_indicators import indicators_page
from .html_render import fragment, render
from .html_requirement import requirement_page
from .html_unit import unit_page
from .tables import worst_first

LIMIT = 20_000_000
"""Bytes of a single file: more is refused by most mail servers and opens slowly."""
_IDS = compiled(r'(\s(?:id|for|aria-labelledby|data-anchor)=")([^"]+)"')
_LINKS = compiled(r'(\shref="#)(?!q-|u-|main"|[^"]*--)([^"]+)"')


def single_page(cohort: Cohort, site: Site) -> str:
    """The whole report as one page.

    Raises UsageError when it would be larger than a mail takes.
    """
    sections: list[tuple[str, Markup]] = []
    size = 0
    for name, body in _bodies(cohort, site):
        size += len(body.encode())
        if size > LIMIT:
            raise UsageError(
                msg("Báo cáo một tệp sẽ lớn hơn {n} MB.", n=LIMIT // 1_000_000),
                msg("Bỏ --single-file, rồi nén cả thư mục báo cáo để gửi."),
            )
        sections.append((name, Markup(body)))
    return render("single.html", index_page(cohort, site), site, cohort, sections=sections)


def _bodies(cohort: Cohort, site: Site) -> Iterator[tuple[str, str]]:
    if site.figures:
        yield (
            "q-indicators",
            prefixed(fragment("indicators_body.html", indicators_page(cohort, site), site, cohort), "q-indicators"),
        )
    for requirement in cohort.template.requirements:
        page = requirement_page(cohort, requirement, site)
        page = replace(page, lines=tuple(replace(line, text="") for line in page.lines))
        name = site.requirement_href(requirement.number)[1:]
        yield name, prefixed(fragment("requirement_body.html", page, site, cohort), name)
    for draft in worst_first(cohort.drafts):
        page_of = unit_page(cohort, draft, cohort.load(draft), site)
        yield f"u-{draft.slug}", prefixed(fragment("unit_body.html", page_of, site, cohort), draft.slug)


def prefixed(html: str, name: str) -> str:
    """The fragment with every id and every link inside it made its own; text of drafts holds no bare quote, so it cannot match."""
    html = re.sub(r"(</?h)([1-5])(?=[\s>])", lambda m: f"{m[1]}{int(m[2]) + 1}", html)
    html = _IDS.sub(lambda m: f'{m[1]}{name}--{m[2]}"', html)
    return _LINKS.sub(lambda m: f'{m[1]}{name}--{m[2]}"', html)
