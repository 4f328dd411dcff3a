"""The index page of a hundred units in Chromium: seconds until it can be used."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from rounds import ROOT
from rows import Row

sys.path.insert(0, str(ROOT / "tests"))

QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOADED = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def pages(rounds: int) -> list[Row]:
    """The least of the rounds counts: a disturbed round says nothing of the page."""
    import cohorts
    from playwright.sync_api import sync_playwright

    from vnreport_nlp.exporters import html

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as runner:
        html.export(cohorts.large(), Path(folder))
        index = Path(folder) / "index.html"
        browser = runner.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        seconds = []
        for _ in range(rounds):
            page = browser.new_page()
            page.goto(index.as_uri())
            seconds.append(page.evaluate(LOADED) / 1000)
            page.close()
        browser.close()
        size = index.stat().st_size / 1e6
    name = "index page of 100 units x 41 requirements"
    return [
        Row(f"{name}, until usable in Chromium", 1, min(seconds), "s", min(seconds), max(seconds), rounds),
        Row(f"{name}, size", 1.5, size, "MB"),
    ]
