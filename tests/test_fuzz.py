"""Samples of ``scripts/fuzz_readers.py`` and ``fuzz_files.py``: mutated drafts give a whole reading or an honest ReadError, in time,
and mutated files that are no drafts are good or told.
"""

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
FILES = 40
SEED = 20251


def script(name: str) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent.parent / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fuzzer() -> ModuleType:
    return script("fuzz_readers")


@pytest.fixture(scope="module")
def files() -> ModuleType:
    return script("fuzz_files")


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


@pytest.mark.parametrize("kind", ["template", "decisions", "workbook", "previous", "receipt", "gold"])
def test_mutated_files_do_no_harm(files: ModuleType, kind: str) -> None:
    assert files.fuzz(kind, FILES, SEED) == {}


def test_the_fuzzer_of_files_sees_what_is_broken(files: ModuleType) -> None:
    def broken(_rng: object) -> None:
        raise KeyError("x")

    assert files.accident(broken, files.random.Random(1)) == "KeyError: 'x'"
    values = {repr(files.mutated({"a": [1, {"b": 2}]}, files.random.Random(k))) for k in range(50)}
    assert len(values) > 30
