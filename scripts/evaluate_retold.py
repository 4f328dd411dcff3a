"""F204 of slips: how often two figures of a draft that differ by one digit or two neighbouring ones under two headings are one.

evaluate_retold.py [FOLDER ...]   (by default the drafts of the corpus; a folder holds drafts with ``*.gold.json``)

For pairs that nothing plain tells apart it prints how many were planted as F204 and how many were not, by the score they
reach: the three thresholds of ``vnreport_nlp/data/twins.json`` (``retold``, ``alone``, ``mistyped``) were chosen on this table over 91 drafts.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
import train_twins as tt  # noqa: E402

from vnreport_nlp.checks import Context  # noqa: E402
from vnreport_nlp.checks.figures.reading.digits import LONG  # noqa: E402
from vnreport_nlp.checks.figures.reading.gathered import own_name, stated  # noqa: E402
from vnreport_nlp.checks.figures.twice.scored import FEW, apart, by_sentence, near_pairs, peers, scorer, slipped  # noqa: E402

STEPS = (-5.0, -4.0, -3.5, -3.0, -2.75, -2.0, -1.5, -1.1, -0.5, 0.0, 0.75)


def pairs(context: Context, quotes: list[str]) -> Iterator[tuple[str, float, bool]]:
    """(kind, score, whether planted) of a draft's pairs that slipped; of two of the same values only the one that scores best."""
    known, own, figures = scorer(), own_name(context), list(stated(context))
    sentences, text = by_sentence(figures), context.spelled.text
    spots = [spot for quote in quotes for spot in tt.spots_of(quote, text)]
    best: dict[tuple[str, str], tuple[str, float, bool]] = {}
    for a, b in near_pairs(figures, known):
        slip = slipped(a, b, context.heading_at)
        if not slip or apart(a, b, own, sentences, timed=False):
            continue
        score = known.sure(a, b, own, -math.inf)
        planted = any(s.span.start < end and start < s.span.end for s in (a, b) for start, end in spots)
        many = "few" if peers(a, b, figures) <= FEW else "many"
        kind = f"{slip}, {many}, {'long' if len(a.digits) >= LONG else 'two digits'}"
        key = (min(a.digits, b.digits), max(a.digits, b.digits))
        if key not in best or best[key][1] < score:
            best[key] = (kind, score, planted)
    yield from best.values()


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=tt.CORPUS)
    found = [list(pairs(s.context, s.quotes)) for s in tt.drafts(parser.parse_args().folders)]
    print(f"{len(found)} drafts; planted + not planted of the pairs that reach a score")
    print(f"{'':>28}" + "".join(f"{step:>9}" for step in STEPS))
    for kind in sorted({kind for each in found for kind, _, _ in each}):
        mine = [(score, planted) for each in found for k, score, planted in each if k == kind]
        cells = [(sum(p for s, p in mine if s >= step), sum(not p for s, p in mine if s >= step)) for step in STEPS]
        print(f"{kind:>28}" + "".join(f"{f'{p}+{n}':>9}" for p, n in cells))
    return 0


if __name__ == "__main__":
    sys.exit(main())
