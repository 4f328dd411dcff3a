"""Percentages among thousands of figures: what they may be said of is found without trying every pair, and is the same."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from vnreport_nlp.checks.figures.rates.doubting import BESIDE, SHARED, _of_more, _sides
from vnreport_nlp.checks.figures.rates.linking import loose, of_points, percents
from vnreport_nlp.checks.figures.rates.shares import implied
from vnreport_nlp.checks.figures.reading.nearby import Fig, figures
from vnreport_nlp.checks.figures.reading.text import value_of


def paragraph(seed: int, length: int) -> str:
    chance = random.Random(seed)
    pieces = []
    for _ in range(length):
        count, share = chance.randrange(2, 90), chance.choice(["12,5", "8,33", "50", "2,7", "33,3", "0,4"])
        pieces.append(
            chance.choice(
                [
                    f"{count} thôn",
                    f"{count} hộ ({share}%)",
                    f"tăng {share}%",
                    f"{count}/{count + 9} xã",
                    f"{share}% số hộ",
                    f"{count} hộ.",
                ]
            )
        )
    return "Có " + ", ".join(pieces) + "."


def slowly_of_points(text: str, printed: str) -> bool:
    others, value = [f.value for f in percents(text) if f.text != printed], float(value_of(printed))
    return any(abs(abs(a - b) - value) < loose(printed) for i, a in enumerate(others) for b in others[:i])


def slowly_of_more(text: str, p: Fig, part: Fig) -> bool:
    told = [f for f in figures(text) if not f.percent and f.value > 0]
    near = [f for f in told if f.start < p.start]
    wholes = [value for at, value in _sides(text) if at < p.start] + [f.value for f in near]
    wholes += [a.value + b.value for a, b in pairwise(near) if b.start - a.end <= BESIDE]
    listed = [f for f in told if f.sentence == p.sentence and SHARED.match(text, f.end)]
    wholes.append(sum(f.value for f in listed) if part in listed and len(listed) > 2 else 0.0)
    wholes += [whole for at, whole in implied(text) if at != part.start]
    return any(w > part.value and abs(100 * part.value / w - p.value) < loose(p.text) for w in wholes)


@pytest.mark.parametrize("seed", range(12))
def test_what_a_percentage_may_be_said_of_is_what_every_pair_would_tell(seed: int) -> None:
    text = paragraph(seed, 25)
    parts = [f for f in figures(text) if not f.percent]
    for p in percents(text):
        assert of_points(text, p.text) == slowly_of_points(text, p.text)
        assert [_of_more(text, p, part) for part in parts] == [slowly_of_more(text, p, part) for part in parts]


def test_thousands_of_figures_in_a_paragraph_are_asked_in_seconds() -> None:
    text = "Có " + ", ".join(f"{k % 700 + 1} thôn ({k % 97}%)" for k in range(1_500)) + "."
    parts = [f for f in figures(text) if not f.percent]
    start = time.process_time()
    for k, p in enumerate(percents(text)):
        of_points(text, p.text)
        for part in parts[k : k + 8]:
            _of_more(text, p, part)
    assert time.process_time() - start < 10
