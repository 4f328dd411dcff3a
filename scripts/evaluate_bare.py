"""How right verdicts are for an outline of which nothing is known but its titles: ``evaluate_bare.py [--show] [FOLDER…]``.

The corpus templates are stripped to titles and guidance, as an outline document given with ``-t`` has them, and enriched as such a
document is: short names of its own, and what the *other* bundled templates know of its titles. Folders of edited drafts may be
added. The outline documents of ``corpus/outlines`` are taken as they are. Prints, for both, the measures of ``vnreport evaluate`` and, by kind of evidence, the share of verdicts that are exactly right.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
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

TEMPLATES, OUTLINES = ROOT / "corpus/templates", ROOT / "corpus/outlines"
FOLDERS = (ROOT / "corpus/drafts", ROOT / "corpus/annual")


@cache
def bare(name: str) -> Template:
    """A corpus template as if it were an outline document of a kind never seen."""
    known = load_template(str(TEMPLATES / f"{name}.yaml"))
    titles = tuple(replace(r, aliases=(), topic=None) for r in known.requirements)
    others = [load_template(str(p)) for p in sorted(TEMPLATES.glob("*.yaml")) if p.stem != name]
    return with_kin(replace(known, requirements=with_short_names(titles)), others)


@cache
def document(name: str) -> Template:
    """The template derived from an outline document of the corpus."""
    return load_template(next((OUTLINES / name).glob("de-cuong.*")))


@dataclass
class Sums:
    """Measures of some drafts; verdicts and right ones by (rung, called a gap); wrong ones in words."""

    total: Tally = field(default_factory=Tally)
    seen: Counter[tuple[str, bool]] = field(default_factory=Counter)
    right: Counter[tuple[str, bool]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def evaluate(folders: list[Path], template: Callable[[str], Template]) -> Sums:
    """Every draft with a gold file below the folders, held against the template that ``template`` gives for its name."""
    out = Sums()
    for path in find_gold(folders):
        gold = read_gold(path)
        result = assess(read(gold.path), template(gold.template), rules=RuleSet(select=("S",)))
        out.total.add(status_tally(result, gold))
        out.total.add(outline_tally(result.outline, gold))
        for verdict in result.verdicts:
            truth, kind = gold.status[verdict.requirement], (verdict.rung, verdict.status in MISSING)
            out.seen[kind] += 1
            out.right[kind] += verdict.status == truth
            if verdict.status != truth:
                out.wrong.append(
                    f"{gold.path.stem}: {verdict.requirement} is {truth}, said {verdict.status} ({verdict.rung})"
                )
    return out


def main(argv: list[str]) -> int:
    folders = [Path(a) for a in argv if not a.startswith("--")]
    for title, sums in (
        ("templates stripped to their titles", evaluate([*FOLDERS, *folders], bare)),
        ("outline documents", evaluate([OUTLINES], document)),
    ):
        print(f"{title}:")
        for name, value in sums.total.figures().items():
            print(f"  {name:20} {value}")
        for kind in sorted(sums.seen):
            said = "gap" if kind[1] else "there"
            print(
                f"  {kind[0]:8} {said:6} {sums.seen[kind]:5} verdicts, {sums.right[kind] / sums.seen[kind]:.3f} right"
            )
        if "--show" in argv:
            print("\n".join(f"    {line}" for line in sums.wrong))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
