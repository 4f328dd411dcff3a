"""Neighbours of the words that slips imitate, counted in the corpus: build_contexts.py writes vnreport_nlp/data/contexts.json.

The authors' drafts are right but for their planted slips, which are left out. For every right form of the confusion sets the file
has the words seen left and right of it; ``free`` lists syllables seen beside many others, ``bound`` the syllables of right forms
that hardly ever stand beside another word; ``partners`` has the neighbours of the syllables that are not free.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from vnreport_nlp.text import fold  # noqa: E402

DATA = ROOT / "vnreport_nlp/data"
FREE = 8
"""So many different words on either side make a syllable one that stands alone."""
BOUND = 0.8
"""A syllable this often beside one partner is bound to it; seen at least ``BOUND_LEAST`` times."""
BOUND_LEAST = 5
WORD = 5
"""Two free syllables seen together this often are a word or a standing phrase."""
PARTNER = 3
"""Two syllables seen together this often are a word."""
_WORD = re.compile(r"[^\W\d_]+")
_SLIP = re.compile(r'^%defect T70\d "([^"]+)"', re.MULTILINE)


def planted() -> list[tuple[str, str, list[str], str]]:
    """(name, lines without annotations, planted slips, lines without the slips) of every draft."""
    out = []
    for path in sorted((ROOT / "corpus/sources").glob("*.src")):
        source = path.read_text(encoding="utf-8")
        slips = _SLIP.findall(source)
        lines = text = "\n".join(line for line in source.split("\n") if not line.startswith("%"))
        for slip in slips:
            text = text.replace(slip, "\n")
        out.append((path.stem, lines, slips, text))
    return out


def texts() -> list[str]:
    """The drafts' lines without annotations and planted slips, and the cases that have none."""
    out = [clean for *_, clean in planted()]
    for path in sorted((ROOT / "corpus/cases").glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            if not any(e["rule"].startswith("T70") for e in case.get("expect") or []):
                out.append(case["text"])
    return out


def runs(text: str, printed: dict[str, str]) -> list[list[str]]:
    """Folded syllables that stand one space apart, a comma between them or not; ``printed`` learns how each is written."""
    out: list[list[str]] = [[]]
    end = -1
    for m in _WORD.finditer(text):
        if text[max(0, end) : m.start()] not in (" ", ", "):
            out.append([])
        out[-1].append(fold(m[0]))
        printed.setdefault(out[-1][-1], m[0].lower())
        end = m.end()
    return out


# Long because: one pass over the corpus, with its counters.
def count() -> dict[str, object]:
    """The whole file."""
    pairs = json.loads((DATA / "confusions.json").read_text(encoding="utf-8"))["pairs"]
    right = {fold(forms[0]) for forms in pairs.values()} | {fold("để")}
    left_of, right_of = defaultdict(set), defaultdict(set)
    seen, said, pairs = Counter(), Counter(), Counter()
    printed: dict[str, str] = {}
    contexts: dict[str, tuple[set[str], set[str]]] = {r: (set(), set()) for r in sorted(right)}
    for words in (run for text in texts() for run in runs(text, printed)):
        seen.update(words)
        pairs.update(pairwise(words))
        for i, word in enumerate(words):
            if i:
                left_of[word].add(words[i - 1])
                right_of[words[i - 1]].add(word)
            for size in (1, 2):
                key = " ".join(words[i : i + size])
                if key in contexts and i + size <= len(words):
                    said[key] += 1
                    contexts[key][0].update(words[i - 1 : i] if i else ())
                    contexts[key][1].update(words[i + size : i + size + 1])
    free = {w for w in seen if len(left_of[w]) >= FREE and len(right_of[w]) >= FREE}
    bound = {
        f"{key} {i}" for key in right if " " in key
        for i, w in enumerate(key.split()) if w not in free and seen[w] >= BOUND_LEAST and said[key] >= BOUND * seen[w]
    }  # fmt: skip

    def written(key: str) -> str:
        return " ".join(printed.get(w, w) for w in key.split())

    def listed(words: Iterable[str]) -> str:
        return " ".join(sorted(map(written, words)))

    near = {written(k): [listed(a), listed(b)] for k, (a, b) in contexts.items() if a or b}
    partners = {
        written(w): sides for w in seen if w not in free and any(sides := [
            listed(v for v in left_of[w] if pairs[v, w] >= PARTNER), listed(v for v in right_of[w] if pairs[w, v] >= PARTNER)])
    }  # fmt: skip
    words = sorted(written(f"{a} {b}") for (a, b), n in pairs.items() if n >= WORD)
    return {
        "words": words,
        "free": listed(free),
        "bound": sorted(map(written, bound)),
        "contexts": dict(sorted(near.items())),
        "partners": dict(sorted(partners.items())),
    }


def main() -> int:
    """Write the file."""
    text = json.dumps(count(), ensure_ascii=False, indent=0)
    (DATA / "contexts.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"{len(text)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
