"""Pairs and triples of syllables counted in the corpus: build_syllables.py writes vnreport_nlp/data/syllables.json.

``after`` has how often what follows each folded syllable and, from ``FORETOLD`` times on, each two (``nông 3 nghiệp 5``: numbers behind
their syllables, as one string, for sixty thousand dictionary entries would take ten times the memory), ``before`` what each one
follows; ``words`` the usual pairs that are words of the list in underthesea, ``phrases`` other usual pairs that a third syllable foretells; ``free`` the syllables that
stand outside any word, ``held`` those that never do. Texts and slips are those of build_contexts.py.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
from build_contexts import texts  # noqa: E402

from vnreport_nlp.checks.wording.lexicon import NUMBER, is_word  # noqa: E402
from vnreport_nlp.checks.wording.spots import FORETOLD, LEAST  # noqa: E402
from vnreport_nlp.text import fold  # noqa: E402

DATA = ROOT / "vnreport_nlp/data/syllables.json"
ALONE = 3
"""A syllable seen outside words so often stands alone, if that is ``SHARE`` of its places."""
SHARE = 0.04
HELD = 8
"""A syllable of so many places that hardly ever stands outside a word needs its partner."""
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,/%-]*")


def runs(text: str, printed: dict[str, str]) -> list[list[str]]:
    """Folded syllables and figures with one space or a comma between them; ``printed`` learns how each is written."""
    out: list[list[str]] = [[]]
    end = -1
    for m in _TOKEN.finditer(text):
        if text[max(0, end) : m.start()] not in (" ", ", ", "\u00a0"):
            out.append([])
        key = NUMBER if m[0][0].isdigit() else fold(m[0])
        printed.setdefault(key, NUMBER if key == NUMBER else m[0].lower())
        out[-1].append(key)
        end = m.end()
    return out


# Long because: one pass over the corpus, with its counters.
def count(corpus: Iterable[str]) -> dict[str, object]:
    """The whole file, of these texts."""
    seen, alone, pairs, triples = Counter(), Counter(), Counter(), Counter()
    printed: dict[str, str] = {}
    for run in (run for text in corpus for run in runs(text, printed) if run):
        seen.update(run)
        pairs.update(pairwise(run))
        triples.update(zip(run, run[1:], run[2:], strict=False))
        word = [is_word(f"{printed[a]} {printed[b]}") for a, b in pairwise(run)]
        alone.update(w for w, a, b in zip(run, [False, *word], [*word, False], strict=True) if not a and not b)
    usual = {k for k, n in pairs.items() if n >= LEAST and NUMBER not in k}
    words = {k for k in usual if is_word(" ".join(printed[s] for s in k))}
    foretold = {p for t, n in triples.items() if n >= FORETOLD for p in (t[:2], t[1:])}
    after, before = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for (a, b), n in sorted(pairs.items()):
        after[a].append(f"{b} {n}")
        before[b].append(f"{a} {n}")
    for (a, b, c), n in sorted(triples.items()):
        if n >= FORETOLD:
            after[f"{a} {b}"].append(f"{c} {n}")
    letters = [w for w in seen if w != NUMBER]
    return {
        "words": sorted(" ".join(printed[s] for s in k) for k in words),
        "phrases": sorted(" ".join(printed[s] for s in k) for k in (usual - words) & foretold),
        "free": " ".join(sorted(printed[w] for w in letters if alone[w] >= max(ALONE, SHARE * seen[w]))),
        "held": " ".join(sorted(printed[w] for w in letters if seen[w] >= HELD and alone[w] <= SHARE * seen[w])),
        "after": {start: " ".join(after[start]) for start in sorted(after)},
        "before": {start: " ".join(before[start]) for start in sorted(before)},
    }  # fmt: skip


def main() -> int:
    """Write the file."""
    text = json.dumps(count(texts()), ensure_ascii=False, separators=(",", ":")).replace('",', '",\n')
    DATA.write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"{len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
