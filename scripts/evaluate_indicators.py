"""The indicator table against what people read in the drafts: evaluate_indicators.py [--held | --tuned] [--quiet] [GOLD].

The gold file (``corpus/indicators.yaml``) has every value that a draft tells; an indicator without a row is told nowhere. A value
shown is right when it is the draft's; a blank is a miss unless the draft contradicts itself. Quotes are looked up in the
draft, so that the gold file cannot drift away from the sources.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402

from vnreport_nlp.assess import assess  # noqa: E402
from vnreport_nlp.batch.figures import find_figures  # noqa: E402
from vnreport_nlp.model import Figure, Template  # noqa: E402
from vnreport_nlp.readers import read  # noqa: E402
from vnreport_nlp.template import load_template  # noqa: E402

Row = tuple[str, float, str]


@dataclass
class Score:
    """Counts over the drafts, with every error as a line."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    doubtful: int = 0
    errors: list[str] = field(default_factory=list)
    by_indicator: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, indicator: str, kind: str, error: str = "") -> None:
        """One judged cell."""
        setattr(self, kind, getattr(self, kind) + 1)
        self.by_indicator.setdefault(indicator, Counter())[kind] += 1
        if error:
            self.errors.append(error)

    @property
    def precision(self) -> float:
        """Right values among those shown."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Right values among those told."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def draft_of(name: str, folder: Path) -> Path:
    """The draft's file, whatever its format."""
    return next(p for p in sorted(folder.glob(f"{name}.*")) if not p.name.endswith(".json"))


def rows_of(entry: dict[str, Any], key: str) -> dict[str, Row]:
    """Rows of the gold file by indicator."""
    return {row[0]: (row[0], float(row[1]), row[2]) for row in entry.get(key) or ()}


def judge(entry: dict[str, Any], template: Template, folder: Path, score: Score) -> None:
    """Add one draft."""
    name = str(entry["draft"])
    result = assess(read(draft_of(name, folder)), template)
    told, unsure = rows_of(entry, "told"), rows_of(entry, "unsure")
    flat = " ".join(result.document.text.split())
    for _, _, quote in (*told.values(), *unsure.values()):
        if " ".join(re.sub(r"¦", "", quote).split()) not in flat:
            score.errors.append(f"QUOTE  {name}: {quote}")
    for found in find_figures(result, name):
        _cell(name, found, told.get(found.indicator), unsure.get(found.indicator), score)


def _cell(name: str, found: Figure, told: Row | None, unsure: Row | None, score: Score) -> None:
    shown = found.value  # one that a finding disputes is shown, with a mark
    quote = found.place.quote if found.place else ""
    want = told or unsure
    if shown is None:
        score.doubtful += found.doubtful
        if told:
            seen = f" (cần xem: {quote})" if found.doubtful else ""
            score.count(found.indicator, "missed", f"MISSED {name} {found.indicator}: {told[2]}{seen}")
        elif found.doubtful and not unsure:
            score.errors.append(f"LOOK   {name} {found.indicator}: {quote}")
    elif want and shown == want[1]:
        score.count(found.indicator, "right")
    else:
        score.count(found.indicator, "wrong", f"WRONG  {name} {found.indicator}: {shown:g} ({quote})")


def main() -> None:
    """Print the measures."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", nargs="?", type=Path, default=ROOT / "corpus/indicators.yaml")
    arguments.add_argument("--drafts", type=Path, default=ROOT / "corpus/drafts")
    arguments.add_argument("--template", default=str(ROOT / "corpus/templates/xdd-2020-2025.yaml"))
    group = arguments.add_mutually_exclusive_group()
    group.add_argument("--held", action="store_true", help="only drafts that no pattern was tuned on")
    group.add_argument("--tuned", action="store_true", help="only the others")
    arguments.add_argument("--quiet", action="store_true", help="no list of errors")
    options = arguments.parse_args()
    score, template = Score(), load_template(options.template)
    entries = yaml.safe_load(options.gold.read_text(encoding="utf-8"))["drafts"]
    for entry in entries:
        held = bool(entry.get("held"))
        if not (options.held and not held) and not (options.tuned and held):
            judge(entry, template, options.drafts, score)
    if not options.quiet:
        print("\n".join(sorted(score.errors)))
    for indicator, counts in score.by_indicator.items():
        print(f"{indicator:24} right {counts['right']:3} wrong {counts['wrong']:3} missed {counts['missed']:3}")
    print(f"precision {score.precision:.3f} recall {score.recall:.3f} cần xem {score.doubtful}")


if __name__ == "__main__":
    main()
