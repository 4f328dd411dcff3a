"""Many drafts: one process against bare ``word_tokenize``, two against one, again, one changed, peak memory."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from math import log
from pathlib import Path
from statistics import linear_regression

import made
from rounds import children, interleaved, peak_memory, python, ratio, run, vnreport
from rows import Row, row

DRAFTS = 100
SIZES = (50, 200, 1000)
BARE = """
import sys
from pathlib import Path
from underthesea import word_tokenize
for path in sorted(Path(sys.argv[1]).iterdir()):
    for line in path.read_text(encoding="utf-8").split("\\n"):
        word_tokenize(line)
"""


def command(source: Path, target: Path, *more: object) -> list[str]:
    """One batch as the command line does it."""
    return vnreport("batch", source, "-o", target, "-q", *more)


def fingerprint(folder: Path) -> str:
    """Hash of every file of a report, the memory of the batch apart."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def texts(source: Path, target: Path) -> Path:
    """The drafts' texts as plain files: what bare ``word_tokenize`` reads."""
    target.mkdir()
    for path in source.iterdir():
        (target / f"{path.stem}.txt").write_text("\n".join(made.text_of(path)), encoding="utf-8")
    return target


# Long because: one measured run from first to last.
def batch(rounds: int) -> list[Row]:
    """Cold, two processes, unchanged, one changed; every round writes into a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "drafts"
        first = made.write_drafts(source, DRAFTS)[0]
        plain = texts(source, folder / "texts")
        one, two = folder / "one", folder / "two"
        kept: list[str] = []
        revision = iter(range(9000, 10_000))

        def cold(target: Path, workers: int) -> None:
            shutil.rmtree(target, ignore_errors=True)
            run(command(source, target, "--workers", workers))

        def again() -> None:
            kept.append(fingerprint(one))
            run(command(source, one, "--workers", 1))
            kept.append(fingerprint(one))

        def changed() -> None:
            made.write_draft(source, 0, made.draft(next(revision)), docx=first.suffix == ".docx")
            run(command(source, one, "--workers", 1))

        wall: dict[str, list[float]] = {}
        times: dict[str, list[float]] = {}
        jobs = {
            "bare": lambda: run(python(BARE, plain)),
            "one": lambda: cold(one, 1),
            "two": lambda: cold(two, 2),
            "again": again,
            "changed": changed,
        }
        for _ in range(rounds):  # in this order: again and changed need the first run's folder
            for key, job in jobs.items():
                start, used = time.perf_counter(), children()
                job()
                wall.setdefault(key, []).append(time.perf_counter() - start)
                times.setdefault(key, []).append(children() - used)
    same = all(a == b for a, b in zip(kept[::2], kept[1::2], strict=True))
    return [
        row(f"batch of {DRAFTS} drafts, everything on, one process / bare `word_tokenize` of their text", 0.35,
            ratio(times["one"], times["bare"]), note="half of them Word files; HTML, Excel, letters, annotated copies, JSON"),
        row("two processes / one", 0.70, ratio(wall["two"], wall["one"]), note="wall-clock time"),
        row("unchanged batch again / first run", 0.05, ratio(times["again"], times["one"]), note="byte-equal" if same else "**bytes differ**"),
        row(f"one draft of {DRAFTS} changed / first run", 0.10, ratio(times["changed"], times["one"])),
    ]  # fmt: skip


def memory(rounds: int) -> list[Row]:
    """Peak memory of one draft, of a hundred, and of each further one."""
    del rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = made.write_drafts(folder / "drafts", 2 * DRAFTS)
        half = folder / "half"
        half.mkdir()
        for path in paths[:DRAFTS]:
            shutil.copy(path, half)
        single = peak_memory(vnreport("check", "-q", paths[0]))
        hundred = peak_memory(command(half, folder / "a", "--workers", 1))
        more = peak_memory(command(folder / "drafts", folder / "b", "--workers", 1))
    return [
        Row("peak memory, one draft", 120, single, "MB"),
        Row(f"peak memory, batch of {DRAFTS} drafts", 450, hundred, "MB"),
        Row("peak memory, each further draft", 1.0, (more - hundred) / DRAFTS, "MB", note=f"from {DRAFTS} to {2 * DRAFTS}"),
    ]  # fmt: skip


def growth(rounds: int) -> list[Row]:
    """How time and memory of a first run grow from 50 drafts to 1,000; each size runs once, in one process."""
    del rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = made.write_drafts(folder / "drafts", SIZES[-1])
        seconds, peaks = [], []
        for size in SIZES:
            some = folder / f"some-{size}"
            some.mkdir()
            for path in paths[:size]:
                shutil.copy(path, some)
            used = children()
            peaks.append(peak_memory(command(some, folder / f"report-{size}", "--workers", 1)))
            seconds.append(children() - used)
            shutil.rmtree(folder / f"report-{size}")
    (power, _), more = linear_regression(list(map(log, SIZES)), list(map(log, seconds))), SIZES[-1] - SIZES[0]
    times = " and ".join(f"{s / seconds[0]:.3g}" for s in seconds[1:])
    drafts = " and ".join(f"{n / SIZES[0]:.3g}" for n in SIZES[1:])
    return [
        Row(f"power of the time of a first run, {SIZES[0]} to {SIZES[-1]:,} drafts", 1.05, power,
            note=f"{drafts} times as many drafts take {times} times as long"),
        Row(f"peak memory, each further draft of {SIZES[-1]:,}", 1.0, (peaks[-1] - peaks[0]) / more, "MB", note=f"{peaks[-1]:.0f} MB for {SIZES[-1]:,}"),
    ]  # fmt: skip


def headings(rounds: int) -> list[Row]:
    """The title comparison of a draft's headings against thefuzz and difflib on the same pairs."""
    from difflib import SequenceMatcher

    from rapidfuzz import process
    from rapidfuzz.distance import Indel
    from thefuzz import fuzz

    from vnreport_nlp.align import variants
    from vnreport_nlp.similarity import TitleIndex
    from vnreport_nlp.template import load_template

    groups = tuple(variants(r) for r in load_template().requirements)
    lines = [line.lstrip("#* ") for base in made.bases() for line in base if len(line.split()) <= made.SHORT]
    titles = [v for g in groups for v in g]
    index = TitleIndex(groups)
    times = interleaved(
        {
            "ours": lambda: index.scores(lines),
            "cdist": lambda: process.cdist(titles, lines, scorer=Indel.normalized_similarity),
            "thefuzz": lambda: [fuzz.ratio(a, b) for a in titles for b in lines],
            "difflib": lambda: [SequenceMatcher(None, a, b).ratio() for a in titles[:20] for b in lines],
        },
        rounds=rounds,
        clock=time.process_time,
    )
    every = [t * len(titles) / 20 for t in times["difflib"]]
    note = f"{len(titles)} titles x {len(lines)} lines; characters and weighted words"
    return [
        row("titles against headings / thefuzz `ratio`", None, ratio(times["ours"], times["thefuzz"]), note=note, group="peers"),
        row("titles against headings / difflib `ratio`", None, ratio(times["ours"], every), note="difflib on 20 of the titles, scaled", group="peers"),
        row("titles against headings / rapidfuzz `cdist` alone", None, ratio(times["ours"], times["cdist"]), note="what the word weights cost", group="peers"),
    ]  # fmt: skip
