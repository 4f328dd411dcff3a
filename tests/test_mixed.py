"""Texts that stand under the wrong heading, or under two: a person is asked to look."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.model import Assessment

DRAFT = "thanh-pho-hoa-lam.md"


def _assessed(text: str, folder: Path) -> Assessment:
    path = folder / "du-thao.md"
    path.write_text(text.replace("\n", "\n\n"), encoding="utf-8")
    return assess(read(path), load_template("xdd-2020-2025"), rules=RuleSet(select=("S",)))


def _bodies(found: Assessment, number: str) -> str:
    section = found.outline.sections[found.verdict(number).sections[0]]
    return found.document.text[section.body.start : section.whole.end].strip()


@pytest.fixture(scope="module")
def plain(drafts: Path) -> Assessment:
    return assess(read(drafts / DRAFT), load_template("xdd-2020-2025"), rules=RuleSet(select=("S",)))


@pytest.mark.parametrize("pair", [("II.3", "II.8"), ("II.9", "II.2"), ("II.1", "II.7")])
def test_exchanged_texts_are_looked_at(plain: Assessment, tmp_path: Path, pair: tuple[str, str]) -> None:
    a, b = (_bodies(plain, number) for number in pair)
    source = plain.document.text.replace(a, "@@").replace(b, a).replace("@@", b)
    found = _assessed(source, tmp_path)
    for number, other in (pair, pair[::-1]):
        verdict = found.verdict(number)
        assert verdict.review and verdict.confidence < 0.75
        assert other in str(verdict.why)


def test_a_passage_pasted_twice_is_looked_at(plain: Assessment, tmp_path: Path) -> None:
    a, b = _bodies(plain, "II.8"), _bodies(plain, "II.5")
    found = _assessed(plain.document.text.replace(a, b), tmp_path)
    assert found.verdict("II.8").review and found.verdict("II.5").review


def test_right_texts_are_left_alone(plain: Assessment, drafts: Path) -> None:
    for name in (DRAFT, "xa-khe-ngang.md", "phuong-cam-thach.md"):
        found = assess(read(drafts / name), load_template("xdd-2020-2025"), rules=RuleSet(select=("S",)))
        assert not any("Tiêu đề đúng nhưng" in str(v.why) for v in found.verdicts)
