"""Precision and recall of the checks on the hand-made cases: evaluate_cases.py [--family NAME] [--held-out] [--show].

Units u01 to u08, u13 on and those with b are for development, those with d, e, g, h, i, k and l by authors who came after and who had not seen the rules, u09 to u12 are held out: their figures are printed, their errors are not shown
unless ``--held-out`` asks for them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
import yaml  # noqa: E402

from vnreport_nlp.checks import Context  # noqa: E402
from vnreport_nlp.errors import ReadError  # noqa: E402
from vnreport_nlp.model import Alignment, Document, Finding, Template  # noqa: E402
from vnreport_nlp.outline import outline  # noqa: E402
from vnreport_nlp.readers import read_bytes  # noqa: E402
from vnreport_nlp.template import load_template  # noqa: E402

CASES = ROOT / "corpus/cases"
FAMILIES = ("figures", "citations", "periods", "units", "wording", "form")
CHECKS = FAMILIES
HELD_OUT = frozenset({"u09", "u10", "u11", "u12"})
LATER = frozenset("deghikl")
"""First letters of the units of authors who came later; each set was measured before it was looked at."""
UNJUDGED = frozenset({"F205"})
"""Rules that speak of a whole draft; cases are passages."""


@dataclass
class Score:
    """Counts of one rule."""

    hit: int = 0
    missed: int = 0
    false: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0


@lru_cache(maxsize=1)
def template() -> Template:
    """The template whose requirements the cases name."""
    return load_template(str(ROOT / "corpus/templates/xdd-2020-2025.yaml"))


def cases(family: str) -> list[dict[str, Any]]:
    """The cases of one family."""
    return list(yaml.safe_load((CASES / f"{family}.yaml").read_text(encoding="utf-8")))


def document(case: dict[str, Any]) -> Document:
    """A draft made of the case's title block, date and text."""
    head = ""
    if case.get("title"):
        head += f"{case['title']}\n\n"
    if case.get("date"):
        date = case["date"]
        head += f"Mẫu Sơn, ngày {date.day:02} tháng {date.month:02} năm {date.year}\n\n"
    if (case.get("title") and "BÁO CÁO" not in case["title"]) or (case.get("date") and not case.get("title")):
        head += "**BÁO CÁO**\n\n**về công tác xây dựng Đảng**\n\n"
    data = (head + case["text"]).encode()
    try:
        return read_bytes(data, f"{case['id']}.md")
    except ReadError:
        return read_bytes(b"Xem ghi ch\xc3\xba.\n\n" + data, f"{case['id']}.md")


def context(read: Document) -> Context:
    """What a check is given, without an alignment."""
    seen = outline(read)
    return Context(read, seen, template(), Alignment(template(), seen, ()), ())


def findings(case: dict[str, Any], checks: Iterable[str] = CHECKS) -> list[Finding]:
    """All findings of the checks in one case."""
    made = context(document(case))
    return [f for name in checks for f in import_module(f"vnreport_nlp.checks.{name}").check(made)]


def _same(quote: str, found: Finding, read: Document) -> bool:
    spot = re.compile(r"[\s|]+".join(re.escape(w) for w in re.split(r"[\s|]+", quote) if w)).search(read.text)
    return spot is not None and any(p.span.start < spot.end() and spot.start() < p.span.end for p in found.places)


def judge(case: dict[str, Any], scores: dict[str, Score]) -> None:
    """Add one case to the scores."""
    read = document(case)
    left = [f for f in findings(case) if f.rule not in UNJUDGED]
    for expected in case.get("expect") or []:
        score = scores.setdefault(expected["rule"], Score())
        match = next((f for f in left if f.rule == expected["rule"] and _same(expected["quote"], f, read)), None)
        if match is None:
            score.missed += 1
            score.errors.append(f"MISSED {case['id']} {case['unit']}: {expected['quote']!r} ({case.get('why', '')})")
            continue
        left.remove(match)
        score.hit += 1
    for extra in left:
        score = scores.setdefault(extra.rule, Score())
        score.false += 1
        score.errors.append(
            f"FALSE  {case['id']} {case['unit']}: {extra.message} | {extra.found} | {extra.quote!r} ({case.get('why', '')})"
        )


def half(unit: str) -> int:
    """Which scores a unit's cases count in: development, held out, later authors."""
    return 2 if unit[0] in LATER else int(unit in HELD_OUT)


def evaluate(families: Iterable[str] = FAMILIES) -> tuple[dict[str, Score], ...]:
    """Scores by rule on the development units, on those held out and on those of later authors."""
    seen: tuple[dict[str, Score], ...] = ({}, {}, {})
    for family in families:
        for case in cases(family):
            judge(case, seen[half(case["unit"])])
    return seen


def rows(scores: dict[str, Score]) -> Iterator[str]:
    """One printed line a rule."""
    for rule, s in sorted(scores.items()):
        yield f"  {rule}  precision {s.precision:5.3f}  recall {s.recall:5.3f}  hit {s.hit:3}  missed {s.missed:3}  false {s.false:3}"


def main() -> int:
    """Print the figures of each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--family", action="append", choices=FAMILIES)
    parser.add_argument("--held-out", action="store_true", help="show the errors of the held-out units too")
    parser.add_argument("--show", action="store_true", help="show the errors of the development units")
    options = parser.parse_args()
    dev, held, later = evaluate(options.family or FAMILIES)
    parts = (
        ("development", dev, options.show),
        ("held out", held, options.held_out),
        ("later authors", later, options.show),
    )
    for name, scores, show in parts:
        total = Counter({"hit": sum(s.hit for s in scores.values()), "false": sum(s.false for s in scores.values())})
        print(f"{name}: {total['hit']} found, {total['false']} false")
        print("\n".join(rows(scores)))
        if show:
            print("\n".join(f"    {rule} {e}" for rule, s in sorted(scores.items()) for e in s.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
