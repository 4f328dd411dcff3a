"""The report in one file in a real browser: links land at a unit's title, its buttons work, and its findings print alone."""

from __future__ import annotations

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
UNIT = "u-don-vi-06"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("single")
    html.export(cohorts.small(), target, single_file=True)
    with playwright.sync_playwright() as runner:
        browser = runner.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        tab.goto((Path(target) / "index.html").as_uri() + f"#{UNIT}")
        yield tab
        browser.close()


def test_a_link_lands_at_the_title_of_the_unit(page: Any) -> None:
    top = page.eval_on_selector(f"#{UNIT}", "e => e.getBoundingClientRect().top")
    assert 0 <= top < 30


def test_the_findings_of_one_unit_print_alone(page: Any) -> None:
    page.evaluate("window.print = () => { window.asked = document.querySelectorAll('.printed').length; }")
    one = page.locator(f"#{UNIT}")
    one.locator("[id$='--print-list']").click()
    assert page.evaluate("window.asked") == 1
    page.emulate_media(media="print")
    shown = page.eval_on_selector_all("main > *", "all => all.filter(e => e.getClientRects().length).map(e => e.id)")
    assert shown == [UNIT] and one.locator(".card").first.is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#mx").is_visible()


def test_buttons_of_a_unit_go_through_its_own_findings(page: Any) -> None:
    one = page.locator(f"#{UNIT}")
    one.locator("[id$='--next']").click()
    assert one.locator("[id$='--at']").inner_text().startswith("1/")
    assert page.locator(".card.now").count() == 1 and one.locator(".card.now").count() == 1
    one.locator("[id$='--q']").fill("cong tac")
    assert one.locator("[id$='--q-count']").inner_text()
