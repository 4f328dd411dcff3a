"""A sample of ``scripts/fuzz_readers.py``: mutated drafts give a whole reading or an honest ReadError, in time."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from vnreport_nlp.model import Document, Paragraph
from vnreport_nlp.readers.soffice import find_soffice

SAMPLE = 250
SEED = 20251


@pytest.fixture(scope="module")
def fuzzer() -> ModuleType:
    path = Path(__file__).parent.parent / "scripts" / "fuzz_readers.py"
    spec = importlib.util.spec_from_file_location("fuzz_readers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz_readers"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def _own_rtf_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("VNREPORT_SOFFICE", "")
    find_soffice.cache_clear()
    yield
    find_soffice.cache_clear()


@pytest.mark.parametrize("kind", ["text", "html", "rtf", "docx", "odt", "pdf"])
def test_mutated_drafts_do_no_harm(fuzzer: ModuleType, kind: str) -> None:
    assert fuzzer.fuzz(kind, SAMPLE, SEED) == {}


@pytest.mark.parametrize("kind", ["text", "html", "rtf", "docx", "odt", "pdf"])
def test_an_unspoiled_seed_is_read(fuzzer: ModuleType, kind: str) -> None:
    for seed in fuzzer.seeds(kind):
        read = fuzzer.read_bytes(seed, "draft")
        assert len(read.paragraphs) >= 2


def test_the_fuzzer_sees_what_is_broken(fuzzer: ModuleType) -> None:
    late, early = Paragraph(4, 6), Paragraph(0, 2)
    with pytest.raises(AssertionError):
        fuzzer.whole(Document("draft", "txt", "a b c d", (late, early)))
