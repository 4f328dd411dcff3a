"""Words with spans against bare ``underthesea.word_tokenize``: time as a ratio, words compared one by one.

    python benchmarks/bench_words.py                 ratios, interleaved rounds, median
    python benchmarks/bench_words.py --equal 1000000 so many tokens of drafts and noise, 0 differences expected

Drafts are made from the corpus: paragraphs shuffled, every tenth word replaced by one of another paragraph, so that
n-grams are new as in an unseen draft. Both sides run in one thread, so processor time is compared: a busy machine does
not matter. Loading (tables, underthesea) is not counted.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT), str(ROOT / "tests")]

from rounds import Ratio, ratio  # noqa: E402
from test_words_equal import drafts, noisy  # noqa: E402

from vnreport_nlp.words import engine, segment  # noqa: E402
from vnreport_nlp.words.official import official_spans  # noqa: E402


def made_draft(rng: random.Random, lines: list[str], tokens: int = 10_000) -> list[str]:
    """Paragraphs of one unseen draft."""
    pool = [w for line in rng.sample(lines, min(200, len(lines))) for w in line.split()]
    made: list[str] = []
    size = 0
    while size < tokens:
        words = rng.choice(lines).split()
        made.append(" ".join(w if rng.random() > 0.1 else rng.choice(pool) for w in words))
        size += len(words)
    return made


def speed(rounds: int, seed: int) -> dict[str, Ratio]:
    """Ratios to ``word_tokenize`` of three ways to get the words, on drafts that nobody has seen."""
    from underthesea import word_tokenize

    rng = random.Random(seed)
    lines = [line for line in drafts() if len(line.split()) > 8]
    segment(["khởi động", "địa --- | --- | --- | --- |"])
    word_tokenize("khởi động")
    times: dict[str, list[float]] = {"together": [], "one by one": [], "fallback": [], "base": []}
    for _ in range(rounds):
        draft = made_draft(rng, lines)
        times["base"].append(_timed(lambda d=draft: [word_tokenize(p) for p in d]))
        times["together"].append(_timed(lambda d=draft: segment(d)))
        times["one by one"].append(_timed(lambda d=draft: [segment([p]) for p in d]))
        times["fallback"].append(_timed(lambda d=draft: [official_spans(p) for p in d]))
    return {name: ratio(times[name], times["base"]) for name in ("together", "one by one", "fallback")}


def _timed(job: object) -> float:
    start = time.process_time()
    job()  # type: ignore[operator]
    return time.process_time() - start


def equality(tokens: int, seed: int) -> dict[str, object]:
    """Compare so many tokens word by word."""
    rng = random.Random(seed)
    lines = drafts()
    seen = texts = 0
    different: list[str] = []
    while seen < tokens:
        batch = [
            noisy(rng, rng.choice(lines)) if rng.random() < 0.6 else rng.choice(made_draft(rng, lines, 300))
            for _ in range(200)
        ]
        for text, spans in zip(batch, segment(batch), strict=True):
            official = official_spans(text)
            seen += sum(len(text[a:b].split()) for a, b in official)
            texts += 1
            if spans != official:
                different.append(text)
    return {
        "engine": engine()[0],
        "texts": texts,
        "tokens": seen,
        "differences": len(different),
        "examples": different[:3],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--equal", type=int, default=0, metavar="TOKENS")
    options = parser.parse_args()
    result: dict[str, object] = (
        equality(options.equal, options.seed)
        if options.equal
        else {name: asdict(found) for name, found in speed(options.rounds, options.seed).items()}
    )
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    return 1 if result.get("differences") else 0


if __name__ == "__main__":
    raise SystemExit(main())
