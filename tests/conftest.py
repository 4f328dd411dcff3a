"""Fixtures shared by the tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Documents that are not part of the repository."""
    folder = Path(os.environ.get("VNREPORT_SHARED") or ROOT.parent / "shared")
    if not (folder / "real").is_dir():
        pytest.skip("the real documents are not here (set VNREPORT_SHARED)")
    return folder


@pytest.fixture(scope="session")
def drafts() -> Path:
    """The synthetic drafts of the corpus."""
    return ROOT / "corpus" / "drafts"
