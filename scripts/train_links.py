"""Learns which figures belong together: train_links.py [--also FOLDER] [--write] [--show].

In a correct report a percentage is nearly always said of two figures that give it, and figures that all but make a total without
making it are nearly never its parts: the arithmetic of correct text says what belongs together, the words around say how it is told.
Learned from are the hand-made cases (``corpus/cases``), the drafts, the sentences of ``corpus/links.txt`` and ``corpus/twins.txt``, and
the filled forms of ``corpus/forms.txt``. Wrong relations are correct ones with a slip of the hand, and the planted ones of the cases;
of these only a quote is known, so that what scores best there is taken for the relation that was meant, in turns. Authors are held
out whole, and with each a fifth of the drafts. At the thresholds kept the weights alone found 45 of 86 planted F201 of the authors who
came after the rules and nothing false, 14 of 65 F202 and nothing false, 36 of 77 F203 and 2 false (both of one author); what they lack
mostly stands in tables, ratios and percentages above a hundred, which the readings of phrases tell. Needs scikit-learn and scipy; the checks themselves need neither.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
import links_learned as ll  # noqa: E402
import links_tables as lt  # noqa: E402
from links_text import AUTHORS, Text, texts  # noqa: E402

OUT = ROOT / "vnreport_nlp/data/links.json"
THRESHOLDS = {"wrong": 1.3, "sums": 2.0, "parts": 2.0}
STEPS = (0.0, 0.3, 0.6, 1.0, 1.3, 1.6, 2.0, 2.5)
RULE = {"wrong": "F203", "sums": "F201", "parts": "F202"}


def report(name: str, table: ll.Table, every: list[Text], scores: np.ndarray, show: bool) -> None:
    """By threshold: planted defects found of all, and other findings, of every author while held out."""
    planted: Counter[str] = Counter()
    for text in every:
        planted[text.group] += sum(rule == RULE[name] for rule, _ in text.expect)
    for step in STEPS:
        seen: Counter[tuple[str, bool]] = Counter()
        for text, good, shown in table.findings(scores, step):
            seen[text.group, good] += 1
            if show and step == THRESHOLDS[name] and not good:
                print("   FALSE", text.name, shown)
        line = "  ".join(f"{g} {seen[g, True]}/{planted[g]}+{seen[g, False]}" for g in (*AUTHORS, "draft"))
        print(f"  {name} {step:3.1f}  {line}")


def main() -> int:
    """Train, print what authors held out give, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--also", action="append", default=[], type=Path, help="another folder of cases, only tested")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    every = texts(options.also)
    rng = random.Random(1)
    made: dict[str, dict[str, object]] = {}
    links = ll.Links(every)
    held = {fold: links.fit([t for t in every if t.fold != fold and not t.tested]) for fold in range(len(AUTHORS))}
    tables = {
        "wrong": lt.wrong_table(every, held, rng),
        "sums": lt.sums_table(every, rng),
        "parts": lt.parts_table(every, rng),
    }
    final = links.fit([t for t in every if not t.tested])
    made["links"] = {"threshold": 0.0, "bias": 0.0, "weights": ll.rounded(final, 0.02)}
    for name, table in tables.items():
        scores = np.full(len(table.rows), -99.0)
        for fold in range(len(AUTHORS)):
            model = table.fit(lambda t, fold=fold: t.fold != fold and not t.tested)
            at = [i for i, row in enumerate(table.rows) if row.text.fold == fold]
            scores[at] = model.scores(table, at)
        report(name, table, every, scores, options.show)
        model = table.fit(lambda t: not t.tested)
        made[name] = {
            "threshold": THRESHOLDS[name],
            "bias": round(model.bias, 4),
            "weights": ll.rounded(model.weights, 0.01),
        }
    if options.write:
        OUT.write_text(json.dumps(made, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
