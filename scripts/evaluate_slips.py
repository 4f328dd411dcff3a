"""False findings of the slips of no list: evaluate_slips.py runs each draft of the corpus against the counts of all the others.

What it prints was found in a draft whose words the counts have not seen; planted slips are marked ``+``, the rest is read by a person.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
from build_contexts import planted, texts  # noqa: E402
from build_syllables import count  # noqa: E402

from vnreport_nlp.checks.wording import lexicon  # noqa: E402
from vnreport_nlp.checks.wording.unseen import unseen  # noqa: E402
from vnreport_nlp.resources import data_text  # noqa: E402


def others(left_out: str) -> None:
    """Make the check count without one text."""
    made = json.dumps(count(t for t in texts() if t != left_out))
    lexicon.data_text = lambda name: made if name == "syllables.json" else data_text(name)  # type: ignore[assignment]
    for cached in vars(lexicon).values():
        if hasattr(cached, "cache_clear"):
            cached.cache_clear()


def findings() -> Iterator[tuple[bool, str, str, str, str]]:
    """(planted, draft, wrong, right, context) of every finding."""
    for name, source, slips, clean in planted():
        others(clean)
        for start, end, wrong, right in unseen(source):
            around = source[max(0, start - 40) : end + 30]
            yield any(s in around for s in slips), name, wrong, right, around.replace("\n", " / ")


def main() -> int:
    """Print every finding and how many were not planted."""
    false = 0
    for hit, name, wrong, right, around in findings():
        false += not hit
        print("+" if hit else "-", name, f"{wrong} > {right}", "|", around)
    print(f"{false} not planted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
