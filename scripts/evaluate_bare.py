"""How right verdicts are for an outline of which nothing is known but its titles: ``evaluate_bare.py [FOLDER…]``.

The corpus templates are stripped to titles and guidance, as an outline document given with ``-t`` has them, and enriched as such a
document is: short names of its own, and what the *other* bundled templates know of its titles. Folders of edited drafts may be
added. Prints the measures of ``vnreport evaluate`` and, by kind of evidence, the share of verdicts that are exactly right.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from vnreport_nlp import assess, load_template, read  # noqa: E402
from vnreport_nlp.assess import RuleSet  # noqa: E402
from vnreport_nlp.evaluation.gold import find_gold, read_gold  # noqa: E402
from vnreport_nlp.evaluation.measure import Tally, outline_tally, status_tally  # noqa: E402
from vnreport_nlp.model import MISSING, Template  # noqa: E402
from vnreport_nlp.template.kin import with_kin  # noqa: E402
from vnreport_nlp.template.short_names import with_short_names  # noqa: E402

TEMPLATES = ROOT / "corpus/templates"
FOLDERS = (ROOT / "corpus/drafts", ROOT / "corpus/annual")


@cache
def bare(name: str) -> Template:
    """A corpus template as if it were an outline document of a kind never seen."""
    known = load_template(str(TEMPLATES / f"{name}.yaml"))
    titles = tuple(replace(r, aliases=(), topic=None, voice=r.voice) for r in known.requirements)
    others = [load_template(str(p)) for p in sorted(TEMPLATES.glob("*.yaml")) if p.stem != name]
    return with_kin(replace(known, requirements=with_short_names(titles)), others)


def evaluate(folders: list[Path]) -> tuple[Tally, Counter[tuple[str, bool]], Counter[tuple[str, bool]]]:
    """Sums over all drafts; verdicts and right ones by (rung, called a gap)."""
    total, seen, right = Tally(), Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for path in find_gold(folders):
        gold = read_gold(path)
        result = assess(read(gold.path), bare(gold.template), rules=RuleSet(select=("S",)))
        total.add(status_tally(result, gold))
        total.add(outline_tally(result.outline, gold))
        for verdict in result.verdicts:
            kind = (verdict.rung, verdict.status in MISSING)
            seen[kind] += 1
            right[kind] += verdict.status == gold.status[verdict.requirement]
    return total, seen, right


def main(argv: list[str]) -> int:
    total, seen, right = evaluate([*FOLDERS, *map(Path, argv)])
    for name, value in total.figures().items():
        print(f"{name:20} {value}")
    for kind in sorted(seen):
        print(
            f"{kind[0]:8} {'gap' if kind[1] else 'there':6} {seen[kind]:5} verdicts, {right[kind] / seen[kind]:.3f} right"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
