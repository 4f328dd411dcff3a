"""Learns which two figures are of one thing: train_twins.py [--also FOLDER] [--threshold X] [--write] [--show].

Learned from are the hand-made cases (``corpus/cases``), the pairs of ``corpus/twins.txt``, and all pairs of figures within the
drafts but those at a planted F204. Of a planted defect only its quote is known, so the pair that scores best there is taken for
the positive one, in turns. Authors are held out whole, and with each a fifth of the drafts; what is printed for an author was
found by weights that never saw one of their cases. Needs scikit-learn and scipy; the checks themselves need neither.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
import evaluate_cases as ec  # noqa: E402
import evaluate_defects as ed  # noqa: E402
import yaml  # noqa: E402

from vnreport_nlp.checks import Context  # noqa: E402
from vnreport_nlp.checks.figures.reading.gathered import own_name, stated  # noqa: E402
from vnreport_nlp.checks.figures.twice.compared import STAGES, Weights, weights_of  # noqa: E402
from vnreport_nlp.checks.figures.twice.scored import Scorer, apart, by_sentence, near_pairs  # noqa: E402
from vnreport_nlp.model import Alignment  # noqa: E402
from vnreport_nlp.outline import outline  # noqa: E402
from vnreport_nlp.readers import read  # noqa: E402

OUT = ROOT / "vnreport_nlp/data/twins.json"
CORPUS = [ROOT / folder for folder in ed.FOLDERS]
STRENGTH = 0.05
"""Inverse strength of the penalty; of 0.02, 0.05, 0.2 the best at precision 0.95 on authors held out."""
DRAFT = 0.6
"""Weight of a pair of a draft: there are twenty of them for each of a case."""
SLIPPED = {"retold": -1.1, "alone": -2.75, "mistyped": -1.75}
"""Thresholds for digits that slipped (``scripts/evaluate_retold.py``)."""
SLACK = 0.5
"""A pair that was never seen may owe a later stage this much more than the pair that owes it most."""
ROUNDS = 3
FOLDS = 5
SAME = frozenset("ub")
"""First letters of units of one author (``b`` are the later units of the first)."""
WRITERS = "tvw"
"""Letters for the authors of ``corpus/twins*.txt``."""
Spans = tuple[tuple[int, int], tuple[int, int]]


@dataclass
class Pair:
    """Two figures of one text: measures, how many there are after each stage, planted defects they touch, places."""

    measures: dict[str, float]
    stages: tuple[int, ...]
    hits: tuple[int, ...]
    spans: Spans
    shown: str


@dataclass
class Source:
    """A case or a draft."""

    name: str
    author: str
    draft: bool
    planted: int
    context: Context
    quotes: list[str]
    pairs: list[Pair] = field(default_factory=list)


def drafts(folders: Iterable[Path]) -> Iterator[Source]:
    """The drafts of some folders; their authors stand for folds."""
    known = ed.templates()
    for folder in folders:
        for gold in sorted(folder.glob("*.gold.json")):
            answer = json.loads(gold.read_text(encoding="utf-8"))
            document, template = read(gold.parent / answer["file"]), known[answer["template"]]
            seen = outline(document)
            made = Context(document, seen, template, Alignment(template, seen, ()), ())
            quotes = [d["quote"] for d in answer["defects"] if d["rule"] == "F204"]
            yield Source(gold.name, str(sum(map(ord, gold.name)) % FOLDS), True, len(quotes), made, quotes)


def _source(case: dict[str, Any]) -> Source:
    quotes = [e["quote"] for e in case.get("expect") or [] if e["rule"] == "F204"]
    author = "u" if case["unit"][0] in SAME else case["unit"][0]
    return Source(f"{case['id']} {case['unit']}", author, False, len(quotes), ec.context(ec.document(case)), quotes)


def hand_made(folders: list[Path]) -> Iterator[Source]:
    """The cases of every folder."""
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            yield from map(_source, yaml.safe_load(path.read_text(encoding="utf-8")))


def written() -> Iterator[Source]:
    """The pairs of ``corpus/twins*.txt``, each file of an author: P or N, and two passages, tables with NL for line ends."""
    for letter, path in zip(WRITERS, sorted((ROOT / "corpus").glob("twins*.txt")), strict=False):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            kind, _, rest = line.partition("|")
            first, second = rest.rsplit("||", 1) if rest.startswith("|") else rest.split("||", 1)
            parts = (first, "Công tác tuyên truyền được duy trì, nền nếp sinh hoạt được giữ vững.", second)
            text = "\n\n".join("\n".join(x.strip() for x in part.split("NL")) for part in parts)
            quote = (second.split("NL")[1] if "NL" in second else second).strip().removeprefix("[^1]: ")
            expect = [{"rule": "F204", "quote": quote}] if kind == "P" else []
            yield _source({"id": f"{letter}{number:03}", "unit": f"{letter}01", "text": text, "expect": expect})


def measure(source: Source, words: Weights) -> None:
    """Fill in the pairs of a source."""
    text, own = source.context.spelled.text, own_name(source.context)
    bare = Scorer({}, 0.0, 0.0, 0.0, 0.0, 0.0, words, ())
    spots = [spots_of(q, text) for q in source.quotes]
    figures = list(stated(source.context))
    sentences = by_sentence(figures)
    for a, b in ((a, b) for a, b in near_pairs(figures, bare) if not apart(a, b, own, sentences)):
        spans = ((a.span.start, a.span.end), (b.span.start, b.span.end))
        hits = tuple(k for k, spot in enumerate(spots) if any(s < e and b < t for s, t in spans for b, e in spot))
        shown = " <> ".join(f"{s.text}{s.unit}|{s.beside}|{s.object}" for s in (a, b))
        measures: dict[str, float] = {}
        stages = []
        for stage in STAGES:
            stage(a, b, words, own, measures)
            stages.append(len(measures))
        source.pairs.append(Pair(measures, tuple(stages), hits, spans, shown))


def spots_of(quote: str, text: str) -> list[tuple[int, int]]:
    """Where a quote stands in a text, its words on whatever lines and cells."""
    words = [re.escape(w) for w in re.split(r"[\s|]+", quote) if w]
    return [m.span() for m in re.finditer(r"[\s|]+".join(words), text)]


@dataclass
class Learned:
    """Weights of the measures as they are, and the summand."""

    weights: np.ndarray
    bias: float

    def of(self, x: np.ndarray) -> np.ndarray:
        return x @ self.weights + self.bias


def learn(sources: list[Source], names: list[str]) -> Learned:
    """Weights from some sources."""
    pairs = [(s, p) for s in sources for p in s.pairs]
    x = np.array([[p.measures[n] for n in names] for _, p in pairs])
    mean, spread = x.mean(0), np.where(x.std(0) > 0, x.std(0), 1)
    z = (x - mean) / spread
    at: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, (s, p) in enumerate(pairs):
        for hit in p.hits:
            at[s.name, hit].append(i)
    score = np.array([_guess(p.measures) for _, p in pairs])
    for _ in range(ROUNDS):
        chosen = {max(ix, key=lambda i: score[i]) for ix in at.values()}
        kept = [i for i, (_, p) in enumerate(pairs) if not p.hits or i in chosen]
        weight = [1.0 if i in chosen or not pairs[i][0].draft else DRAFT for i in kept]
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        model.fit(z[kept], [int(i in chosen) for i in kept], sample_weight=weight)
        score = model.decision_function(z)
    raw = model.coef_[0] / spread
    return Learned(raw, float(model.intercept_[0] - raw @ mean))


def rooms_of(sources: list[Source], weights: dict[str, float]) -> list[float]:
    """For each stage the most that the measures after it add in any pair, and ``SLACK``; nothing after the last."""
    most = [0.0 for _ in STAGES]
    for pair in (pair for s in sources for pair in s.pairs):
        said = [weights.get(name, 0.0) * value for name, value in pair.measures.items()]
        most = [max(m, sum(said[n:])) for m, n in zip(most, pair.stages, strict=True)]
    return [round(m + SLACK, 4) for m in most[:-1]] + [0.0]


def _guess(f: dict[str, float]) -> float:
    """Which pair at a planted defect is meant, before anything is learned."""
    alike = 3 * f["near told"] + f["pairs share"] + f["said share"] + 1.5 * f["same noun"]
    return alike + f["swapped"] + (f["one digit"] + f["close"]) / 2 + 0.3 * f["table"]


def found(source: Source, scores: np.ndarray, threshold: float) -> list[Pair]:
    """The pairs told of a source, the surest first, each figure once."""
    told: set[tuple[int, int]] = set()
    out = []
    for i in np.argsort(-scores):
        pair = source.pairs[i]
        if scores[i] >= threshold and not told & set(pair.spans):
            told |= set(pair.spans)
            out.append(pair)
    return out


def held_out(sources: list[Source], names: list[str]) -> dict[str, np.ndarray]:
    """Scores of every source by weights that did not see its author or fold."""
    authors = sorted({s.author for s in sources if not s.draft})
    out: dict[str, np.ndarray] = {}
    for k, author in enumerate(authors):
        test = [s for s in sources if s.author == author or (s.draft and s.author == str(k))]
        names_out = {s.name for s in test}
        learned = learn([s for s in sources if s.name not in names_out], names)
        for s in test:
            if s.pairs:
                out[s.name] = learned.of(np.array([[p.measures[n] for n in names] for p in s.pairs]))
    return out


def counts_of(sources: list[Source], scores: dict[str, np.ndarray], threshold: float, show: bool) -> Counter[str]:
    """Planted, hit, false of some sources."""
    seen: Counter[str] = Counter()
    for s in sources:
        seen["planted"] += s.planted
        got: set[int] = set()
        for pair in found(s, scores[s.name], threshold) if s.name in scores else ():
            new = [h for h in pair.hits if h not in got]
            got |= set(new[:1])
            seen["hit" if new else "false"] += 1
            if show and not new:
                print(f"    FALSE {s.name}: {pair.shown}")
        for k in sorted(set(range(s.planted)) - got) if show else ():
            near = [i for i, pair in enumerate(s.pairs) if k in pair.hits]
            best = max(near, key=lambda i: scores[s.name][i], default=None)
            print(
                f"    MISSED {s.name}: {s.quotes[k]} | "
                + ("no pair" if best is None else f"{scores[s.name][best]:.1f} {s.pairs[best].shown}")
            )
    return seen


def report(sources: list[Source], scores: dict[str, np.ndarray], threshold: float, show: bool) -> str:
    """One line: hits of planted and false findings, by author held out."""
    parts = []
    for author in sorted({s.author for s in sources if not s.draft}):
        c = counts_of([s for s in sources if s.author == author and not s.draft], scores, threshold, show)
        parts.append(f"{author} {c['hit']}/{c['planted']}+{c['false']}")
    c = counts_of([s for s in sources if s.draft], scores, threshold, show)
    return f"{threshold:5.2f}  " + "  ".join(parts) + f"  drafts {c['hit']}/{c['planted']}+{c['false']}"


def main() -> int:
    """Train, print what authors held out give, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--also", action="append", default=[], type=Path, help="another folder of cases")
    parser.add_argument("--threshold", type=float, default=0.75)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    sources = [*drafts(CORPUS), *hand_made([ec.CASES, *options.also]), *written()]
    seen: Counter[str] = Counter()
    figures = 0
    for s in sources:
        if s.draft:
            for one in stated(s.context):
                seen.update(one.near | one.named)
                figures += 1
    words = weights_of(seen, figures)
    for s in sources:
        measure(s, words)
    names = sorted(next(p.measures for s in sources for p in s.pairs))
    print(f"{sum(len(s.pairs) for s in sources)} pairs, {len(names)} measures")
    scores = held_out(sources, names)
    for threshold in (0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0):
        print(report(sources, scores, threshold, options.show and threshold == options.threshold))
    if options.write:
        learned = learn(sources, names)
        weights = {n: round(float(w), 4) for n, w in zip(names, learned.weights, strict=True) if abs(w) >= 0.001}
        kept = {w: n for w, n in sorted(seen.items()) if n > 1}
        made = {
            "threshold": options.threshold,
            **SLIPPED,
            "bias": round(learned.bias, 4),
            "rooms": rooms_of(sources, weights),
            "weights": weights,
            "figures": figures,
            "seen": kept,
        }
        OUT.write_text(json.dumps(made, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
