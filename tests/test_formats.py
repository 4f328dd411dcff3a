"""Drafts saved as doc, odt, rtf, pdf, html and text give the same outline and the same verdicts; what a format loses is listed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp import assess, read
from vnreport_nlp.model import MISSING
from vnreport_nlp.readers.soffice import find_soffice

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import compare_formats

NAMES = ("drafts/huyen-suoi-lenh", "drafts/huyen-ba-rung", "drafts/thanh-pho-van-trach", "annual/xa-con-vinh-loi")
LOSSES = {("huyen-suoi-lenh", "html"): 1, ("huyen-ba-rung", "txt"): 7}
"""Verdicts that may differ, and why: docs/formats.md. Lists of HTML have one level, plain text has no bold leads."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], Path]:
    if find_soffice() is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("formats")
    sources = [compare_formats.CORPUS / f"{name}.docx" for name in NAMES]
    compare_formats.save(sources, folder)
    return sources, folder


@pytest.mark.soffice
def test_every_format_says_the_same(saved: tuple[list[Path], Path]) -> None:
    sources, folder = saved
    changes = compare_formats.compare(sources, folder)
    assert len(changes) == len(NAMES) * len(compare_formats.FILTERS)
    for one in changes:
        allowed = LOSSES.get((one.draft, one.kind), 0)
        assert one.same or len(one.verdicts) <= allowed > 0, one


@pytest.mark.soffice
def test_no_format_makes_a_gap(saved: tuple[list[Path], Path]) -> None:
    sources, folder = saved
    for source in sources:
        template = compare_formats.template_of(source)
        gaps = [
            {v.requirement for v in assess(read(path), template).verdicts if v.status in MISSING}
            for path in (source, *(folder / f"{source.stem}.{kind}" for kind in compare_formats.FILTERS))
        ]
        assert gaps == [gaps[0]] * len(gaps), source.name
