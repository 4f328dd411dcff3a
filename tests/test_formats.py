"""One draft saved as doc, odt, rtf, pdf, html and text gives the same outline and the same verdicts."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.model import MISSING
from vnreport_nlp.readers.soffice import find_soffice

SAVED = {"doc": "doc", "odt": "odt", "rtf": "rtf", "pdf": "pdf", "html": "html", "txt": "txt:Text (encoded):UTF8"}
LOSSES = {"html"}
"""LibreOffice's HTML keeps ``<ol>`` lists but not multi-level numbers (1.1. becomes 1.), so paths and merged pairs may differ."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, drafts: Path) -> Path:
    soffice = find_soffice()
    if not soffice:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("formats")
    shutil.copy(drafts / "huyen-suoi-lenh.docx", folder / "draft.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for how in SAVED.values():
        command = [
            soffice,
            profile,
            "--headless",
            "--convert-to",
            how,
            "--outdir",
            str(folder),
            str(folder / "draft.docx"),
        ]
        subprocess.run(command, capture_output=True, timeout=180, check=False, env={**os.environ, "HOME": str(folder)})
    return folder


@pytest.mark.soffice
@pytest.mark.parametrize("kind", SAVED)
def test_every_format_says_the_same(saved: Path, kind: str) -> None:
    template = load_template()
    first, other = (assess(read(saved / f"draft.{k}"), template) for k in ("docx", kind))
    gaps = {v.requirement for v in first.verdicts if v.status in MISSING}
    assert {v.requirement for v in other.verdicts if v.status in MISSING} == gaps
    if kind not in LOSSES:
        assert [s.number for s in other.outline.sections] == [s.number for s in first.outline.sections]
        assert [v.status for v in other.verdicts] == [v.status for v in first.verdicts]
