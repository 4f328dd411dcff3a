"""Long texts held against each other: what both share is found without trying every pair of words."""

from __future__ import annotations

import random
import time

import pytest

from vnreport_nlp.compare import word_diff
from vnreport_nlp.differences import MOST_WORK, RUN, shared_runs

MOST = 8
"""Seconds of processor time; each pair took a minute and more."""
WORDS = [f"{a}{b}{c}" for a in ("b", "ch", "d", "g", "kh", "ng", "th") for b in ("a", "e", "i", "o", "u") for c in ("", "m", "n")]  # fmt: skip


def prose(length: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(length)]


def sides(left: str, right: str) -> tuple[str, str, float]:
    """Both texts put together from their difference, and the share of the left that is equal."""
    pieces = word_diff(left, right)
    equal = sum(len(p.text) for p in pieces if p.op == "equal")
    return (
        "".join(p.text for p in pieces if p.op != "insert"),
        "".join(p.text for p in pieces if p.op != "delete"),
        equal / max(1, len(left)),
    )


def test_a_long_section_edited_here_and_there_stays_one() -> None:
    words = prose(12_000, 1)
    edited = list(words)
    for at in range(50, len(words), 400):
        edited[at] = "SỬA"
    del edited[7000:7300]
    left, right = " ".join(words), " ".join(edited)
    start = time.process_time()
    before, after, equal = sides(left, right)
    assert time.process_time() - start < MOST
    assert (before, after) == (left, right)
    assert equal > 0.96
    assert [p.text for p in word_diff(left, right) if p.op == "insert"] == ["SỬA"] * edited.count("SỬA")


@pytest.mark.parametrize(
    ("left", "right", "least"),
    [
        ("mốc " * 20_000, "mốc " * 20_000 + "hết", 0.99),
        ("đầu " + "mốc " * 20_000, "mốc " * 20_000, 0.99),
        (" ".join(prose(9_000, 2)), " ".join(prose(9_000, 3)), 0.0),
        ("một hai ba. " * 4_000, "ba một hai. " * 3_900, 0.0),
        (" ".join(random.Random(4).choices("abc", k=20_000)), " ".join(random.Random(5).choices("abc", k=20_000)), 0.0),
    ],
    ids=["one word", "another head", "unlike", "one sentence", "three words"],
)
def test_texts_made_to_be_alike_everywhere_take_no_longer(left: str, right: str, least: float) -> None:
    start = time.process_time()
    before, after, equal = sides(left, right)
    assert time.process_time() - start < MOST
    assert (before, after) == (left, right)
    assert equal >= least


def test_runs_are_equal_in_order_and_do_not_overlap() -> None:
    chance = random.Random(6)
    for _ in range(30):
        words = prose(chance.randrange(1_500, 4_000), chance.randrange(1_000))
        other = words[: chance.randrange(len(words))] + prose(200, 9) + words[chance.randrange(len(words)) :]
        left, right = [t for w in words for t in (w, " ")], [t for w in other for t in (w, " ")]
        a = b = 0
        for i, j, size in shared_runs(left, right):
            assert i >= a and j >= b and size > 0
            assert left[i : i + size] == right[j : j + size]
            a, b = i + size, j + size


def test_short_texts_are_held_against_each_other_word_by_word() -> None:
    assert MOST_WORK > RUN
    assert shared_runs(["a", " ", "b", " ", "c"], ["a", " ", "x", " ", "c"]) == [(0, 0, 2), (3, 3, 2)]
    assert shared_runs([], ["a"]) == shared_runs(["a"], []) == []
