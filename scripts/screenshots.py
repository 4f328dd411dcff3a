"""Take the screenshots of docs/img from a cohort of fictional units: screenshots.py [FOLDER]; needs Chromium and playwright."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT))

import cohorts  # noqa: E402

from vnreport_nlp.exporters import html  # noqa: E402

SHOTS = (
    ("index.png", "index.html", (1400, 1000), "light", ""),
    ("index-dark.png", "index.html", (1400, 1000), "dark", "#h-mx"),
    ("unit.png", "units/don-vi-06.html", (1400, 1000), "light", "#f-3"),
    ("unit-phone.png", "units/don-vi-06.html", (390, 844), "light", "#f-3"),
    ("requirement.png", "requirements/IV.3.html", (1400, 900), "light", ""),
    ("reuse.png", "reuse.html", (1200, 700), "light", ""),
)


def main(folder: Path) -> None:
    """Write all screenshots."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as runner:
        html.export(cohorts.small(), Path(made))
        browser = runner.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, page, (width, height), scheme, anchor in SHOTS:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            tab = context.new_page()
            tab.goto((Path(made) / page).as_uri() + anchor)
            tab.screenshot(path=str(folder / name))
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "img")
