"""Shared passages of 100 drafts: ours against what else finds copies, each with its recall and precision."""

from __future__ import annotations

import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

import made
import numpy as np
from rounds import children, ratio
from rows import Row, row

from vnreport_nlp.outline import outline
from vnreport_nlp.readers.dispatch import read_bytes
from vnreport_nlp.reuse import find_passages, fingerprint_text

DRAFTS = 100
MANY = 1_000
Pair = tuple[int, int, int, int]
Tool = Callable[[], Iterable[Pair]]
"""(draft, line, draft, line) that a tool takes for copies."""


def ordered(pairs: Iterable[Pair]) -> set[Pair]:
    """The smaller draft first, pairs inside one draft left out."""
    return {(a, i, b, j) if a < b else (b, j, a, i) for a, i, b, j in pairs if a != b}


def score(found: set[Pair], truth: made.Planted) -> str:
    """Recall by kind and precision."""
    recall = []
    for kind in ("exact", "edited", "ocr"):
        wanted = {p for p, k in truth.truth.items() if k == kind}
        recall.append(f"{kind} {len(wanted & found) / len(wanted):.2f}")
    judged = found - truth.also
    precision = len(judged & truth.truth.keys()) / len(judged) if judged else 1.0
    every = len(found & truth.truth.keys()) / len(truth.truth)
    return f"recall {every:.3f} ({', '.join(recall)}), precision {precision:.3f}"


def ours(drafts: list[list[str]]) -> Tool:
    """Fingerprints and search, from the outlined text."""
    outlines = [outline(read_bytes("\n\n".join(d).encode(), f"{k}.txt")) for k, d in enumerate(drafts)]
    edges = [np.array([p.start for p in o.document.paragraphs]) for o in outlines]

    def run() -> Iterable[Pair]:
        marks = [fingerprint_text(o) for o in outlines]
        for p in find_passages(marks):
            left = _lines(edges[p.left], marks[p.left].starts, p.left_range)
            right = _lines(edges[p.right], marks[p.right].starts, p.right_range)
            yield (p.left, left, p.right, right)

    return run


def _lines(edges: np.ndarray, starts: np.ndarray, ends: tuple[int, int]) -> int:
    middle = starts[(ends[0] + ends[1] - 1) // 2]
    return int(np.searchsorted(edges, middle, side="right")) - 1


def sim_text(drafts: list[list[str]], folder: Path, run_length: int) -> Tool:
    """Debian's similarity-tester: it reads the files itself."""
    for k, draft in enumerate(drafts):
        (folder / f"{k}.txt").write_text("\n".join(draft) + "\n", encoding="utf-8")
    names = [f"{k}.txt" for k in range(len(drafts))]
    pattern = re.compile(r"(\d+)\.txt: line (\d+)-(\d+)\s*\|(\d+)\.txt: line (\d+)-(\d+)")

    def run() -> Iterable[Pair]:
        done = subprocess.run(
            ["sim_text", "-r", str(run_length), "-n", "-w", "200", *names], cwd=folder, capture_output=True, check=True
        )
        for m in pattern.finditer(done.stdout.decode("latin-1")):
            a, i, _, b, j, _ = map(int, m.groups())
            yield a, i - 1, b, j - 1

    return run


def flat(drafts: list[list[str]]) -> list[tuple[int, int, str]]:
    """Every paragraph with its place."""
    return [(k, i, line) for k, draft in enumerate(drafts) for i, line in enumerate(draft)]


def datasketch(drafts: list[list[str]]) -> Tool:
    """MinHashLSH over 4-word shingles of paragraphs, Jaccard 0.3."""
    from datasketch import MinHash, MinHashLSH

    places = flat(drafts)

    def run() -> Iterable[Pair]:
        index = MinHashLSH(threshold=0.3, num_perm=128)
        hashes = []
        for n, (_, _, line) in enumerate(places):
            words = line.split()
            one = MinHash(num_perm=128)
            one.update_batch([" ".join(words[k : k + 4]).encode() for k in range(max(1, len(words) - 3))])
            hashes.append(one)
            index.insert(n, one)
        for n, one in enumerate(hashes):
            for m in index.query(one):
                if m > n:
                    yield (*places[n][:2], *places[m][:2])

    return run


def tfidf(drafts: list[list[str]]) -> Tool:
    """TF-IDF of word 3-grams and the ten nearest paragraphs by sparse_dot_topn, cosine 0.2."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    places = flat(drafts)

    def run() -> Iterable[Pair]:
        rows = TfidfVectorizer(ngram_range=(3, 3), token_pattern=r"\w+").fit_transform([p[2] for p in places])
        near = sp_matmul_topn(rows, rows.T.tocsr(), top_n=10, threshold=0.2).tocoo()
        for n, m in zip(near.row, near.col, strict=True):
            if m > n:
                yield (*places[n][:2], *places[m][:2])

    return run


def copydetect(drafts: list[list[str]], folder: Path) -> Tool:
    """Winnowed fingerprints of whole drafts, character offsets brought back to lines; a few drafts only."""
    import copydetect as tool

    paths = []
    for k, draft in enumerate(drafts):
        paths.append(folder / f"c{k}.txt")
        paths[-1].write_text("\n".join(draft), encoding="utf-8")
    edges = [np.cumsum([0, *(len(line) + 1 for line in draft)]) for draft in drafts]

    def run() -> Iterable[Pair]:
        prints = [tool.CodeFingerprint(str(p), 25, 1, filter=False) for p in paths]
        for a, b in combinations(range(len(prints)), 2):
            _, _, slices = tool.compare_files(prints[a], prints[b])
            for start, other in zip(slices[0][0], slices[1][0], strict=False):
                yield a, int(np.searchsorted(edges[a], start, "right")) - 1, b, int(np.searchsorted(edges[b], other, "right")) - 1  # fmt: skip

    return run


def difflib(drafts: list[list[str]]) -> Tool:
    """SequenceMatcher over words, blocks of 8 and more; a few pairs only."""
    from difflib import SequenceMatcher

    words = [[(w, i) for i, line in enumerate(draft) for w in line.split()] for draft in drafts]

    def run() -> Iterable[Pair]:
        for a, b in combinations(range(len(words)), 2):
            matcher = SequenceMatcher(None, [w for w, _ in words[a]], [w for w, _ in words[b]], autojunk=False)
            for block in matcher.get_matching_blocks():
                if block.size >= 8:
                    yield a, words[a][block.a][1], b, words[b][block.b][1]

    return run


def timed(tool: Tool) -> tuple[float, set[Pair]]:
    """Seconds of processor time, a child's too, and what was found."""
    start = time.process_time() + children()
    found = list(tool())
    return time.process_time() + children() - start, ordered(found)


def compared(tools: dict[str, Tool], rounds: int) -> tuple[dict[str, list[float]], dict[str, set[Pair]]]:
    """Interleaved rounds; what each tool found the last time."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    found: dict[str, set[Pair]] = {}
    for _ in range(rounds):
        for name, tool in tools.items():
            seconds, found[name] = timed(tool)
            times[name].append(seconds)
    return times, found


def reuse(rounds: int) -> list[Row]:
    """All tools that can do 100 drafts, then copydetect and difflib on a few."""
    truth = made.planted(DRAFTS)
    few = made.planted(12)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tools = {
            "ours": ours(truth.drafts),
            "sim_text -r 8": sim_text(truth.drafts, folder, 8),
            "datasketch MinHashLSH": datasketch(truth.drafts),
            "TF-IDF 3-grams and sparse_dot_topn": tfidf(truth.drafts),
        }
        times, found = compared(tools, rounds)
        small = {"ours": ours(few.drafts), "copydetect": copydetect(few.drafts, folder)}
        small_times, small_found = compared(small, rounds)
        two = made.planted(3)
        pair = {"ours": ours(two.drafts), "difflib": difflib(two.drafts)}
        pair_times, _ = compared(pair, 1)
    own = score(found["ours"], truth)
    rows = [
        row(
            f"reuse at {DRAFTS} drafts / datasketch LSH",
            0.10,
            ratio(times["ours"], times["datasketch MinHashLSH"]),
            note=own,
        )
    ]
    rows += [
        row(f"ours / {n}, {DRAFTS} drafts", None, ratio(times["ours"], times[n]), note=f"{n}: {score(found[n], truth)}; ours: {own}", group="reuse")
        for n in tools if n != "ours"
    ]  # fmt: skip
    note = f"copydetect: not scored, its ranges are of a cleaned text; ours: {score(small_found['ours'], few)}"
    rows.append(row("ours / copydetect, 12 drafts", None, ratio(small_times["ours"], small_times["copydetect"]), note=note, group="reuse"))  # fmt: skip
    rows.append(row("ours / difflib words, 3 drafts", None, ratio(pair_times["ours"], pair_times["difflib"]), note="its time grows with the square of the drafts", group="reuse"))  # fmt: skip
    return rows


def thousand(rounds: int) -> list[Row]:
    """As many drafts as a province may have in ten years, against the fastest of the others."""
    truth = made.planted(MANY)
    with tempfile.TemporaryDirectory() as name:
        tools = {"ours": ours(truth.drafts), "sim_text -r 8": sim_text(truth.drafts, Path(name), 8)}
        times, found = compared(tools, rounds)
    note = "; ".join(f"{n}: {score(found[n], truth)}" for n in tools)
    return [row(f"reuse at {MANY:,} drafts from text / `sim_text -r 8`", 0.85, ratio(times["ours"], times["sim_text -r 8"]), note=note)]  # fmt: skip
