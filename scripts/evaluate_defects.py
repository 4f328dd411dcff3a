"""Planted defects of whole drafts against what the checks find: evaluate_defects.py [--rule F2] [--quiet] [FOLDER…].

Each gold file (``NAME.gold.json`` beside the draft) lists the defects its author planted, with words that stand at each. A finding
of the same rule whose places touch those words finds it; every other finding is printed as false, to be looked at by a person.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
from evaluate_cases import Score  # noqa: E402

from vnreport_nlp.assess import RuleSet, assess  # noqa: E402
from vnreport_nlp.model import RULES, Document, Finding, Template  # noqa: E402
from vnreport_nlp.readers import read  # noqa: E402
from vnreport_nlp.template import load_template  # noqa: E402

FOLDERS = ("corpus/drafts", "corpus/annual")
PREFIXES = ("F2", "C3", "P4", "T7", "U5")
UNJUDGED = frozenset({"F205"})
"""Rules whose findings the authors did not answer for."""


def templates() -> dict[str, Template]:
    """Every template of the corpus by name."""
    return {p.stem: load_template(str(p)) for p in sorted((ROOT / "corpus/templates").glob("*.yaml"))}


def stands_at(quote: str, document: Document, found: Finding) -> bool:
    """Whether a place of the finding touches words of the draft; table cells count as words."""
    words = [re.escape(w) for w in re.split(r"[\s|]+", quote) if w]
    spots = list(re.finditer(r"[\s|]+".join(words), document.text))
    return any(p.span.start < s.end() and s.start() < p.span.end for p in found.places for s in spots)


def judge(gold: Path, known: dict[str, Template], rules: RuleSet, scores: dict[str, Score]) -> None:
    """Add one draft to the scores."""
    answer: dict[str, Any] = json.loads(gold.read_text(encoding="utf-8"))
    result = assess(read(gold.parent / answer["file"]), known[answer["template"]], rules=rules)
    left = [f for f in result.findings if f.rule not in UNJUDGED and rules.on(f.rule)]
    name = gold.name.removesuffix(".gold.json")
    for planted in answer["defects"]:
        if not rules.on(planted["rule"]) or planted["rule"] in UNJUDGED:
            continue
        score = scores.setdefault(planted["rule"], Score())
        hits = [f for f in left if f.rule == planted["rule"] and stands_at(planted["quote"], result.document, f)]
        if hits:
            score.hit += 1
            left.remove(hits[0])
        else:
            score.missed += 1
            score.errors.append(f"MISSED {name}: {planted['quote']} ({planted['why']})")
    for extra in left:
        score = scores.setdefault(extra.rule, Score())
        score.false += 1
        quotes = " || ".join(p.quote for p in extra.places)
        score.errors.append(f"FALSE  {name}: {extra.message} | {extra.found} | {quotes}")


def evaluate(folders: Iterable[str | Path] = FOLDERS, prefixes: Iterable[str] = PREFIXES) -> dict[str, Score]:
    """Scores by rule over the drafts of some folders; rules that are off by default count too."""
    rules = RuleSet(select=tuple(r for r in RULES if r.startswith(tuple(prefixes))))
    known, scores = templates(), {}
    for folder in folders:
        for gold in sorted((ROOT / folder).glob("*.gold.json")):
            judge(gold, known, rules, scores)
    return scores


def rows(scores: dict[str, Score]) -> Iterator[str]:
    """One printed line a rule."""
    for rule, s in sorted(scores.items()):
        yield f"  {rule}  planted {s.hit + s.missed:3}  found {s.hit:3}  false {s.false:3}  precision {s.precision:5.3f}  recall {s.recall:5.3f}"


def main() -> int:
    """Print the figures and the quotes behind every miss and every false finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=FOLDERS)
    parser.add_argument("--rule", action="append", help="a rule or the beginning of its name")
    parser.add_argument("--quiet", action="store_true", help="figures only")
    options = parser.parse_args()
    scores = evaluate(options.folders, options.rule or PREFIXES)
    print("\n".join(rows(scores)))
    if not options.quiet:
        print("\n".join(f"{rule} {e}" for rule, s in sorted(scores.items()) for e in s.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
