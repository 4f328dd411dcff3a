"""The report as web pages that open from a folder: index, one page a unit, one page a requirement, indicators, shared passages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from ..model import Assessment, Cohort, DraftSummary, Message, msg
from ..whole import write_text
from .copies import uncopied
from .html_frame import Site, requirement_files
from .html_index import index_page
from .html_indicators import indicators_page
from .html_mask import coded, masker
from .html_render import render, render_into
from .html_requirement import requirement_page
from .html_reuse import reuse_page
from .html_single import single_page
from .html_unit import unit_page
from .tables import Speech, by_name, worst_first

BESIDE_INDEX = {
    "matrix.xlsx": msg("Tệp Excel"),
}
FOLDERS_BESIDE = {"letters": msg("Công văn gửi các đơn vị"), "annotated": msg("Các bản Word có bình luận")}
BESIDE_UNIT = {
    "letters/{slug}.docx": msg("Công văn gửi đơn vị"), "annotated/{slug}.docx": msg("Bản Word có bình luận"),
}  # fmt: skip
"""Files of the report that a page leads to."""


def export(
    cohort: Cohort, target: Path, *, lang: str = "vi", anonymise: bool = False, single_file: bool = False,
    kept: frozenset[str] = frozenset(), requirements: bool = True, confirmed: bool = False,
) -> tuple[str, ...]:  # fmt: skip
    """Write ``index.html``, ``units/*.html``, ``requirements/*.html``, ``indicators.html`` where the template names some, and
    ``reuse.html`` where passages are shared.

    With ``anonymise`` paths are left out and names of units become the cohort's labels, which are then codes.
    With ``single_file`` all goes into ``index.html``. Raises UsageError when that would be too large.
    Pages of units whose slugs are in ``kept`` are there already, just as they would be written,
    and those of requirements without ``requirements``.
    Returns the names of all pages that the report has.
    """
    cohort = coded(cohort) if anonymise else cohort
    speech = Speech(lang, masker(cohort)) if anonymise else Speech(lang)
    site = Site.of(cohort, speech, anonymous=anonymise, single=single_file, confirmed=confirmed)
    target.mkdir(parents=True, exist_ok=True)
    if single_file:
        write_text(target / "index.html", single_page(cohort, site))
        return page_names(cohort, single_file=True)
    files = () if anonymise else _files(target, BESIDE_INDEX, "", "", site)
    folders = () if anonymise else _folders(cohort, target, site)
    index = index_page(cohort, site, files, folders)
    index = index if anonymise else replace(index, uncopied=_uncopied(cohort, target, site))
    write_text(target / "index.html", render("index.html", index, site, cohort))
    every = frozenset(d.slug for d in cohort.drafts)
    _units(cohort, target / "units", site.below(), every - kept)
    if requirements:
        _requirements(cohort, target / "requirements", site.below())
    if site.figures:
        write_text(target / "indicators.html", render("indicators.html", indicators_page(cohort, site), site, cohort))
    if cohort.shared:
        render_into(target / "reuse.html", "reuse.html", reuse_page(cohort, site), site, cohort)
    return page_names(cohort)


def page_names(cohort: Cohort, *, single_file: bool = False) -> tuple[str, ...]:
    """Names of a report's pages, seen from its folder."""
    if single_file:
        return ("index.html",)
    units = (f"units/{d.slug}.html" for d in cohort.drafts)
    requirements = (f"requirements/{name}" for name in requirement_files(cohort.template).values())
    figures = ("indicators.html",) if cohort.template.indicators else ()
    return ("index.html", *figures, *(("reuse.html",) if cohort.shared else ()), *units, *requirements)


def export_units(
    cohort: Cohort, target: Path, *, lang: str = "vi", only: frozenset[str], confirmed: bool = False
) -> None:
    """Write ``units/*.html`` of the units with these slugs alone, under their own names."""
    site = Site.of(cohort, Speech(lang), anonymous=False, single=False, confirmed=confirmed)
    _units(cohort, target / "units", site.below(), only)


def export_requirements(cohort: Cohort, target: Path, *, lang: str = "vi") -> None:
    """Write ``requirements/*.html`` alone, the units under their own names."""
    site = Site.of(cohort, Speech(lang), anonymous=False, single=False)
    _requirements(cohort, target / "requirements", site.below())


def _units(cohort: Cohort, folder: Path, site: Site, only: frozenset[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    order = worst_first(cohort.drafts)
    for at, draft in enumerate(order):
        if draft.slug not in only:
            continue
        before, after = _neighbour(order, at - 1, site), _neighbour(order, at + 1, site)
        files = () if site.anonymous else _files(folder.parent, BESIDE_UNIT, draft.slug, "../", site)
        result = cohort.load(draft)
        page = unit_page(cohort, draft, result, site, before=before, after=after, files=files)
        if not site.anonymous and isinstance(result, Assessment) and not _copied(folder.parent, draft):
            page = replace(page, uncopied=site.t.say(uncopied(result)))
        write_text(folder / f"{draft.slug}.html", render("unit.html", page, site, cohort))


def _copied(folder: Path, draft: DraftSummary) -> bool:
    return (folder / "annotated" / f"{draft.slug}.docx").exists()


def _uncopied(cohort: Cohort, folder: Path, site: Site) -> tuple[tuple[str, str], ...]:
    """Label and page of each draft without an annotated copy; the page says why."""
    drafts = by_name(cohort.drafts)
    return tuple((site.t.text(d.label), site.unit_href(d)) for d in drafts if d.readable and not _copied(folder, d))


def _files(folder: Path, known: dict[str, Message], slug: str, root: str, site: Site) -> tuple[tuple[str, str], ...]:
    """Words and links of other files of the report that are there already."""
    names = [(name.format(slug=slug), label) for name, label in known.items()]
    return tuple((site.t.say(label), root + quote(name)) for name, label in names if (folder / name).exists())


def _folders(cohort: Cohort, folder: Path, site: Site) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The letters and annotated copies that are there, by unit: a browser's list of a folder is in no language of ours."""
    drafts = by_name(cohort.drafts)
    out = []
    for name, label in FOLDERS_BESIDE.items():
        found = [
            (site.t.text(d.label), f"{name}/{quote(d.slug)}.docx")
            for d in drafts
            if (folder / name / f"{d.slug}.docx").exists()
        ]
        if found:
            out.append((site.t.say(label), tuple(found)))
    return tuple(out)


def _requirements(cohort: Cohort, folder: Path, site: Site) -> None:
    folder.mkdir(exist_ok=True)
    for requirement in cohort.template.requirements:
        page = requirement_page(cohort, requirement, site)
        write_text(folder / site.files[requirement.number], render("requirement.html", page, site, cohort))


def _neighbour(order: tuple[DraftSummary, ...], at: int, site: Site) -> tuple[str, str] | None:
    if not 0 <= at < len(order):
        return None
    return site.t.text(order[at].label), site.unit_href(order[at])
