"""Shared passages one by one: a word on one decides no other, whoever else has it, and old words find the passage they were said of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cohorts
import pytest

from vnreport_nlp.batch.shared import reuse_findings, without_others
from vnreport_nlp.decisions import apply, former_fingerprint
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.letters import asked_for
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.messages import render
from vnreport_nlp.model import Assessment, Decision, Finding, Location, Shared, Span

TEXT = "Tự phê bình và phê bình ở một số chi bộ còn nể nang"


def passage(right: str, syllables: int, share: float, at: int = 0, name: str = "a") -> Shared:
    span = Span(at, at + 10)
    return Shared(
        name, right, span, span, Location(), Location(), syllables, 1.0, TEXT, TEXT, left_share=share, right_share=0.01
    )


NAMES = {
    "a": "Xã Gò Me",
    "b": "Xã Bàu Sen",
    "c": "Trường Cao đẳng Bàu Sen",
    "b2": "Xã Bàu Sen",
    "d": "Phường 1",
    "e": "Phường 2",
}


def told(*shared: Shared) -> tuple[Finding, ...]:
    return reuse_findings(shared, NAMES)["a"]


def decided(result: Assessment, found: Sequence[Finding], **given: str) -> list[bool]:
    values = {
        "fingerprint": former_fingerprint(found[0]),
        "action": "waive",
        "reason": "câu chung",
        "name": "An",
        **given,
    }
    done = apply(replace(result, findings=tuple(found)), [Decision(result.unit or "", **values)])  # type: ignore[arg-type]
    assert isinstance(done, Assessment)
    return [f.waived for f in done.findings]


@pytest.fixture(scope="module")
def result() -> Assessment:
    cohort = cohorts.small()
    return next(r for d in cohort.drafts if isinstance(r := cohort.load(d), Assessment))


def test_the_same_words_shared_with_two_units_at_two_places_are_two_findings() -> None:
    found = told(passage("b", 250, 0.4), passage("c", 61, 0.02, 90), passage("b", 61, 0.02, 50))
    assert len({f.fingerprint for f in found}) == 3
    again = told(passage("c", 61, 0.02, 97), passage("b", 260, 0.42, 7), passage("b", 61, 0.02, 57))
    assert {f.fingerprint for f in again} == {f.fingerprint for f in found}, "neither order nor place decides"


def test_two_files_of_the_other_unit_are_one_finding_as_severe_as_the_worse() -> None:
    (found,) = told(passage("b", 61, 0.02), passage("b2", 250, 0.4))
    assert found.severity == "warning" and "250" in str(found.message)


def test_a_word_on_one_passage_leaves_the_others(result: Assessment) -> None:
    found = told(passage("b", 250, 0.4), passage("c", 61, 0.02, 50))
    assert decided(result, found, fingerprint=found[1].fingerprint) == [False, True]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_old_word_is_for_the_passage_that_its_message_tells_of(result: Assessment, lang: str) -> None:
    found = told(passage("b", 250, 0.4), passage("c", 61, 0.02, 50))
    for k, f in enumerate(found):
        wanted = [n == k for n in range(2)]
        assert decided(result, found, message=render(f.message, lang)) == wanted
        longer = told(passage("b", 1250, 0.1), passage("c", 58, 0.3, 50))
        assert decided(result, longer, message=render(f.message, lang)) == wanted, "other figures in the next round"


def test_an_old_word_of_a_unit_that_shares_nothing_now_is_for_nobody(result: Assessment) -> None:
    (old,) = told(passage("d", 61, 0.02))
    assert decided(result, told(passage("e", 61, 0.02)), message=render(old.message)) == [False]
    assert decided(result, told(passage("d", 61, 0.02)), message=render(old.message)) == [True]


def test_an_old_word_without_a_message_is_not_guessed(result: Assessment) -> None:
    assert decided(result, told(passage("b", 250, 0.4), passage("c", 61, 0.02, 50))) == [False, False]
    assert decided(result, told(passage("b", 250, 0.4))) == [True]


def test_a_word_of_today_counts_before_an_old_one(result: Assessment) -> None:
    found = told(passage("b", 250, 0.4), passage("c", 61, 0.02, 50))
    given = [
        Decision(
            result.unit or "", former_fingerprint(found[0]), "waive", "cũ", "An", message=render(found[0].message)
        ),
        Decision(result.unit or "", found[0].fingerprint, "accept", "", "Bình"),
    ]
    done = apply(replace(result, findings=found), given)
    assert isinstance(done, Assessment) and done.findings[0].accepted and done.findings[1].decision is None


def test_a_letter_says_a_passage_once(result: Assessment) -> None:
    """In the words of the finding that weighs most, however many units have the text."""
    found = told(passage("b", 250, 0.4), passage("c", 61, 0.02, 5), passage("c", 70, 0.03, 900))
    accepted = tuple(replace(f, decision=Decision("", f.fingerprint, "accept")) for f in reversed(found))
    asked, _ = asked_for(Asked(replace(result, findings=accepted), Speech("vi")), confirmed=True)
    assert {f.fingerprint for f in asked} == {found[0].fingerprint, found[2].fingerprint}


def test_an_anonymous_report_has_no_fingerprint_that_names_can_be_tried_on(result: Assessment) -> None:
    found = told(passage("b", 250, 0.4), passage("c", 61, 0.02, 50))
    bare = without_others(replace(result, findings=found))
    other = without_others(replace(result, findings=told(passage("d", 250, 0.4), passage("e", 61, 0.02, 50))))
    assert isinstance(bare, Assessment) and isinstance(other, Assessment)
    assert [f.fingerprint for f in bare.findings] == [f.fingerprint for f in other.findings]
    assert len({f.fingerprint for f in bare.findings}) == 2
