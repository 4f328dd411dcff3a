"""The tables give the very words of underthesea.word_tokenize."""

from __future__ import annotations

import os
import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnreport_nlp.words.cache import load, save
from vnreport_nlp.words.evaluate import Evaluator
from vnreport_nlp.words.official import official_spans
from vnreport_nlp.words.source import package_folder, read_source
from vnreport_nlp.words.state import self_test
from vnreport_nlp.words.tables import compile_tables

ROOT = Path(__file__).parent.parent
REAL = Path(os.environ.get("VNREPORT_SHARED", ROOT.parent / "shared")) / "real" / "duc-pho-2024.md"
ODD = ["####", "…", "“", "”", "–", "%", "//", "=>", "v.v...", "Th.S", "Th S", "Th\tS", "Th.s", "ThS.", "Thus", "Those", "ThaSThas", "A.", "Đ.", "H'Mông", "T.Ư",
       "#", "3x4", "1.234,5", "18-NQ/TW", "241-KH/TU", "05-8-2024", "25/10/2017", "http://a.vn/b", "x@y.vn", ":D", "<3", "°C",
       "\u00a0", "\u200b", "\ufeff", "\ue0b7", "ð", "Ð", "ﬁ", "ß", "İ", "ΑΣ", "ǅ", "٣", "½", "2147483648", "00012", "Nghành", "hoà",
       "thuỷ", "baì", "uỷ", "BOS", "EOS", "True", "___", "a_b", "-", "--", "(", ")", "A.B.C.", "tp.HCM", "Tp.", "ʺ", "ngoài.Trong"]  # fmt: skip


@pytest.fixture(scope="module")
def evaluator(tmp_path_factory: pytest.TempPathFactory) -> Evaluator:
    path = tmp_path_factory.mktemp("words") / "tables.bin"
    assert save(path, compile_tables(read_source(package_folder())))
    tables = load(path)
    assert tables is not None
    return Evaluator(tables)


def drafts() -> list[str]:
    """Paragraphs of the made drafts and of the sources they are made from."""
    files = sorted((ROOT / "corpus").glob("drafts/*.md")) + sorted((ROOT / "corpus").glob("sources/*.src"))
    files += sorted((ROOT / "corpus").glob("drafts/*.txt"))
    return [line for path in files for line in path.read_text(encoding="utf-8", errors="replace").split("\n") if line]


def noisy(rng: random.Random, text: str) -> str:
    """One of the ways in which a draft goes wrong."""
    words = text.split(" ")
    match rng.randrange(11):
        case 0:
            return unicodedata.normalize("NFD", text)
        case 1:
            return text.upper()
        case 2:
            return text.title()
        case 3:
            return " ".join(w for w in words if rng.random() > 0.2)
        case 4:
            rng.shuffle(words)
            return " ".join(words)
        case 5:
            return "".join(c for c in text if rng.random() > 0.03)
        case 6:
            return "".join(c if rng.random() > 0.03 else c + rng.choice("abưđạ.,-/;:’'\u0301\u0323 ") for c in text)
        case 7:
            return " ".join(w if rng.random() > 0.15 else rng.choice(ODD) for w in words)
        case 8:
            return "".join(w + rng.choice([" ", " ", " ", "  ", "\t", "\n", "", " \u00a0", "."]) for w in words)
        case 9:
            return re.sub(r"[aăâeêioôơuưy]", lambda m: rng.choice([m[0], m[0], m[0].upper(), m[0] + "\u0300"]), text)
        case _:
            return (
                "#### " * rng.randrange(3)
                + " ".join(words[: rng.randrange(1, 12)])
                + rng.choice(["", ".", "\n", " ", ".\n", ". "])
            )


def differences(evaluator: Evaluator, texts: list[str]) -> list[tuple[str, object, object]]:
    found = evaluator.segment(texts)
    return [(t, a, b) for t, a in zip(texts, found, strict=True) if a != (b := official_spans(t))]


def test_self_test(evaluator):
    assert self_test(evaluator) is None


def test_drafts(evaluator):
    rng = random.Random(1)
    lines = drafts()
    assert lines
    assert differences(evaluator, rng.sample(lines, min(400, len(lines)))) == []


def test_noise(evaluator):
    rng = random.Random(2)
    lines = drafts()
    assert differences(evaluator, [noisy(rng, rng.choice(lines))[:400] for _ in range(900)]) == []


def test_odd_tokens(evaluator):
    rng = random.Random(3)
    texts = [
        "".join(rng.choice(ODD) + rng.choice([" ", " ", "", "\n"]) for _ in range(rng.randrange(1, 9)))
        for _ in range(1500)
    ]
    assert differences(evaluator, texts + ODD) == []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text(evaluator, text):
    assert differences(evaluator, [text]) == []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(st.sampled_from(ODD), st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyÁÀẢÃẠ .,-0123456789#/()", max_size=12)),
        max_size=12,
    )
)
def test_near_vietnamese(evaluator, parts):
    assert differences(evaluator, [" ".join(parts), "".join(parts)]) == []


@pytest.mark.real
@pytest.mark.skipif(not REAL.exists(), reason="the real report is not part of the repository")
def test_real_report(evaluator):
    text = REAL.read_text(encoding="utf-8")
    lines = text.split("\n")
    assert differences(evaluator, lines + [unicodedata.normalize("NFD", line) for line in lines] + [text]) == []


def test_together_and_alone(evaluator):
    lines = drafts()[:60]
    assert evaluator.segment(lines) == [evaluator.segment([line])[0] for line in lines]
