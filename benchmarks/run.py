"""Measure everything and write docs/benchmarks.md: ``python benchmarks/run.py [--rounds 5] [--only NAME …]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

import big  # noqa: E402
import many  # noqa: E402
import pages  # noqa: E402
import passages  # noqa: E402
import single  # noqa: E402
from rows import Row, figure, keep  # noqa: E402

PARTS: dict[str, Callable[[int], list[Row]]] = {
    "startup": single.startup,
    "words": single.words,
    "classify": single.classify,
    "read": single.readers,
    "big": big.big,
    "peers": many.headings,
    "reuse": passages.reuse,
    "thousand": passages.thousand,
    "memory": many.memory,
    "batch": many.batch,
    "growth": many.growth,
    "pages": pages.pages,
}


def main() -> int:
    """Exit code 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=list(PARTS), default=list(PARTS), metavar="NAME")
    options = parser.parse_args()
    good = True
    for name in options.only:
        rows = PARTS[name](options.rounds)
        keep(rows)
        for r in rows:
            good &= r.holds
            print(f"{r.name}: {figure(r.measured, r.unit)} (at most {figure(r.target, r.unit)}) {r.note}", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
