"""Gates: an expression behind its words finds what the bare expression finds."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re

import pytest
from conftest import ROOT

from vnreport_nlp import checks
from vnreport_nlp.checks.wording.slips import confusions
from vnreport_nlp.expressions import lazy
from vnreport_nlp.gates import LONG, Gated, needed, openings


def _gated() -> list[Gated]:
    """Every gated expression of the checks."""
    modules = [importlib.import_module(f"{checks.__name__}.{m.name}") for m in pkgutil.iter_modules(checks.__path__)]
    found = [v for m in modules for v in vars(m).values() if isinstance(v, Gated)]
    return [*found, *(pattern for pattern, *_ in confusions().patterns)]


def test_the_checks_expressions_have_words_and_lose_no_match() -> None:
    gated = _gated()
    assert len(gated) > 90
    assert sum(bool(g.groups) for g in gated) > 0.9 * len(gated)
    matches = 0
    for path in sorted((ROOT / "corpus" / "drafts").glob("*.md"))[:8]:
        whole = path.read_text(encoding="utf-8")
        for line in (whole, *whole.split("\n")):
            for text in (line, line.upper()):
                for g in gated:
                    bare = [m.span() for m in g.pattern.finditer(text)]
                    assert [m.span() for m in g.finditer(text)] == bare
                    matches += len(bare)
    assert matches > 1000


@pytest.mark.parametrize(
    ("expression", "groups"),
    [
        (r"\bso với\b|cùng kỳ", (("so với", "cùng kỳ"),)),
        (r"[Tt]rong\s+\d+", (("trong",),)),
        (r"(?:tăng|giảm)?\s+từ", (("từ",),)),
        (r"(?!không) \d+", ()),
        (r"(?=đạt) \w{0,3}", (("đạt",),)),
        (r"(?<=ngày )\d+", ()),
        (r"\d+|năm", ()),
        (r"(?:xã|phường) (?:khác|bên)", (("khác", "bên"), ("phường", "xã"))),
    ],
)
def test_the_words_are_those_that_must_be_there(expression: str, groups: tuple[tuple[str, ...], ...]) -> None:
    assert [set(g) for g in needed(expression)] == [set(g) for g in groups]


@pytest.mark.parametrize(
    ("expression", "flags", "heads"),
    [
        (r"\b(?:ngày|Ngày)\s+\d", 0, {"ngày", "Ngày"}),
        (r"(?<!lương )[Tt]háng \d", 0, {"Tháng ", "tháng "}),
        (r"(?:ab|cd)?ef", 0, set()),
        (r"(?:ab)+c", 0, {"ab"}),
        (r"từ\s", re.IGNORECASE, {"từ", "Từ", "tỪ", "TỪ"}),
        (r"sự", re.IGNORECASE, set()),
        (r"(?i:từ)\s", 0, set()),
        (r"a\d", 0, set()),
    ],
)
def test_the_beginnings_are_all_there_are(expression: str, flags: int, heads: set[str]) -> None:
    assert set(openings(expression, flags)) == heads


def test_expressions_that_begin_with_a_figure() -> None:
    assert Gated(r"(?<![\w/])(?P<a>\d{1,3}(?:\.\d{3})+|\d+)\s").figure
    assert not Gated(r"(?:\d+|[a-z])\s").figure
    assert not Gated(r"\d*x").figure


def test_letters_that_only_ignorecase_takes_for_others() -> None:
    for text in ("ſo với", "SO VỚI", "İt nhất", "ıt nhất"):
        g = Gated("so với|it nhất", re.IGNORECASE)
        assert (g.search(text) is None) == (g.pattern.search(text) is None)


def test_words_that_stand_by_chance() -> None:
    """Random alternations of random letters against random texts."""
    rng = random.Random(5)
    letters = "abAB đĐ"
    for _ in range(2000):
        parts = ["".join(rng.choices(letters, k=rng.randint(1, 3))) for _ in range(3)]
        expression = rng.choice(["{}|{}|{}", "(?:{}|{})?{}", "(?:{}|{}){}", "{}(?!{}){}", "[{}]{}|{}"]).format(*parts)
        g = Gated(expression, rng.choice([0, 2]))
        for length in (12, LONG):
            text = "".join(rng.choices(letters, k=length))
            assert [m.span() for m in g.finditer(text)] == [m.span() for m in g.pattern.finditer(text)]


def test_an_expression_is_compiled_when_it_is_first_used() -> None:
    """Its source is known before; then it does what the compiled one does, also where it is part of another."""
    found = lazy(r"(?P<n>\d+) (?:xã|phường)", re.IGNORECASE)
    assert "search" not in vars(found) and found.pattern == r"(?P<n>\d+) (?:xã|phường)"
    assert [m["n"] for m in found.finditer("12 XÃ, 5 phường")] == ["12", "5"]
    assert "search" in vars(found) and found.sub("-", "3 xã") == "-" and found.flags & re.IGNORECASE
    assert found.groupindex == {"n": 1} and found.groups == 1


def test_every_expression_of_the_checks_compiles() -> None:
    """One that is wrong would be seen only where it is first used."""
    for info in pkgutil.walk_packages(checks.__path__, "vnreport_nlp.checks."):
        for value in vars(importlib.import_module(info.name)).values():
            if type(value).__name__ == "_Lazy":
                assert value.groups >= 0
