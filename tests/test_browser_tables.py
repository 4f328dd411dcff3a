"""Tables of the web report in a real browser: what stays in sight when they are scrolled, filtered and printed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import cohorts
import pytest
from test_browser import CHROMIUM, QUIET, playwright

from vnreport_nlp.exporters import html

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (set CHROMIUM to its path)"),
]
LAPTOP = {"width": 1280, "height": 720}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("tables")
    html.export(cohorts.small(), target)
    return target


@pytest.fixture
def page(site: Path) -> Any:
    with playwright.sync_playwright() as runner:
        browser = runner.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser.new_page(viewport=LAPTOP)
        browser.close()


def test_names_of_units_lie_above_the_figures_that_are_scrolled_past_them(page: Any, site: Path) -> None:
    page.goto((site / "indicators.html").as_uri())
    box = page.locator(".scroll:has(.figures)")
    box.evaluate("box => { box.style.width = '14rem'; box.scrollIntoView(); box.scrollLeft = 400; }")
    seen = page.evaluate(
        """() => [...document.querySelectorAll('.figures tr > th:first-child')].slice(0, 6).map((th) => {
          const box = th.getBoundingClientRect(), y = box.top + box.height / 2;
          return [box.right - 8, box.left + 8].map((x) => th.contains(document.elementFromPoint(x, y)));
        })"""
    )
    assert len(seen) == 6 and all(all(pair) for pair in seen)


def test_a_sum_and_its_number_of_units_stay_on_one_line(page: Any, tmp_path: Path) -> None:
    cohort = cohorts.small()
    figures = tuple(replace(f, value=1_234_567.0) if f.value is not None else f for f in cohort.figures)
    html.export(replace(cohort, figures=figures), tmp_path)
    page.goto((tmp_path / "indicators.html").as_uri())
    page.locator(".scroll:has(.figures)").evaluate("box => { box.style.width = '20rem'; }")
    sums = page.evaluate(
        """() => [...document.querySelectorAll('.figures tfoot tr:first-child td')].map((td) => {
          const text = document.createRange(); text.selectNodeContents(td);
          return [td.textContent, new Set([...text.getClientRects()].map((r) => r.top)).size];
        })"""
    )
    long = [(said, lines) for said, lines in sums if "đơn vị)" in said]
    assert long and all(lines == 1 for _, lines in long)


def test_a_filter_shows_only_parts_with_something_of_what_is_looked_for(page: Any, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.select_option("#f-status", "misplaced")
    heads, parts = page.evaluate(
        """() => { const seen = (th) => !th.hidden, rows = document.getElementById('mx').tHead.rows;
          return [[...rows[1].cells].filter(seen).map((th) => [th.dataset.part, th.className]), [...rows[0].cells].slice(4).filter(seen).map((th) => th.dataset.part)]; }"""
    )
    assert (
        {part for part, name in heads if name == "sub"} == {part for part, name in heads if name != "sub"} == set(parts)
    )
    cell = page.locator("#mx tbody tr:not([hidden]) td.s-misplaced:not([hidden])").first.bounding_box()
    assert cell["x"] + cell["width"] <= LAPTOP["width"]
    page.select_option("#f-status", "")
    assert page.evaluate("[...document.getElementById('mx').tHead.rows[1].cells].every((th) => !th.hidden)")


def test_titles_of_parts_make_no_column_wider(page: Any, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.select_option("#f-status", "missing,empty")
    widths = page.evaluate(
        "[...document.querySelectorAll('#mx thead tr:nth-child(2) th:not([hidden])')].map((th) => th.offsetWidth)"
    )
    assert max(widths) < 120


def test_the_printed_sums_fit_their_cells(page: Any, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.set_viewport_size({"width": 1050, "height": 720})  # what is left of a landscape page
    page.emulate_media(media="print")
    over = page.evaluate(
        """() => [...document.querySelectorAll('#mx tfoot td a')].filter((a) => {
          const own = a.getBoundingClientRect(), cell = a.closest('td').getBoundingClientRect();
          return own.left < cell.left - 1 || own.right > cell.right + 1; }).map((a) => a.textContent)"""
    )
    assert over == []


def test_a_requirement_is_printed_with_the_texts_that_were_opened_and_no_empty_lines(page: Any, site: Path) -> None:
    page.goto((site / "requirements" / "II.1.html").as_uri())
    rows = page.locator("tr:has(> td > details)")
    rows.nth(1).locator("summary").click()
    page.emulate_media(media="print")
    assert [rows.nth(k).is_visible() for k in range(3)] == [False, True, False]


def test_opinions_of_two_files_are_told_apart_by_their_names(page: Any, site: Path, tmp_path: Path) -> None:
    page.goto((site / "index.html").as_uri())
    for name, action, reason in (("an", "waive", "đã có"), ("binh", "accept", "còn thiếu")):
        said = {
            "unit": "Xã A",
            "fingerprint": "0123456789abcdef",
            "action": action,
            "reason": reason,
            "name": name.title(),
            "at": f"2026-01-0{len(name)}T00:00:00Z",
        }
        text = json.dumps({"schema": "vnreport.decisions/1", "decisions": [said]})
        (tmp_path / f"y-kien-{name}.json").write_text(text, encoding="utf-8")
    page.set_input_files("#load-file", sorted(tmp_path.glob("*.json")))
    page.wait_for_selector("#clashes label")
    told = page.locator("#clashes label").all_inner_texts()
    assert [line.strip().partition(" — ")[0] for line in told] == [
        "Trong tệp y-kien-an.json",
        "Trong tệp y-kien-binh.json",
    ]
