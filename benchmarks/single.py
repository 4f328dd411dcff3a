"""One draft: words, start-up, classifier, readers, and what else people use for them."""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import bench_words
import made
from rounds import interleaved, python, ratio, run, vnreport
from rows import Row, row

EQUAL_TOKENS = 1_000_000
BARE = """
import sys
from pathlib import Path
from underthesea import word_tokenize
for line in Path(sys.argv[1]).read_text(encoding="utf-8").split("\\n"):
    word_tokenize(line)
"""
"""The script to beat: import underthesea, cut a text into words, paragraph by paragraph."""


def words(rounds: int) -> list[Row]:
    """Words with spans, words by the fallback, differences, pyvi."""
    found = bench_words.speed(rounds, 7)
    equal = bench_words.equality(EQUAL_TOKENS, 7)
    from pyvi import ViTokenizer
    from underthesea import word_tokenize

    text = made.draft(11)
    times = interleaved(
        {
            "pyvi": lambda: [ViTokenizer.tokenize(p) for p in text],
            "bare": lambda: [word_tokenize(p) for p in text],
        },
        rounds=rounds,
        clock=time.process_time,
    )
    differences = f"{equal['differences']} differences in {equal['tokens']:,} tokens of drafts and noise"
    return [
        row("words with spans, unseen drafts / `word_tokenize`", 0.12, found["together"], note=differences),
        row("fallback / `word_tokenize`", 1.15, found["fallback"]),
        row("words with spans, one paragraph a call / `word_tokenize`", None, found["one by one"], group="peers"),
        row("pyvi `ViTokenizer` / `word_tokenize`", None, ratio(times["pyvi"], times["bare"]), note="another model, other words", group="peers"),
    ]  # fmt: skip


def startup(rounds: int) -> list[Row]:
    """``--help`` and ``check`` as commands, from start to exit."""
    with tempfile.TemporaryDirectory() as folder:
        path = made.write_draft(Path(folder), 1, made.draft(12), docx=False)
        commands = {
            "pass": python("pass"),
            "click": python("import click"),
            "help": vnreport("--help"),
            "version": vnreport("--version"),
            "structure": vnreport("check", "--select", "S", "-q", path),
            "check": vnreport("check", "-q", path),
            "bare": python(BARE, path),
        }
        jobs = {name: lambda c=command: run(c) for name, command in commands.items()}
        light = interleaved({n: jobs[n] for n in ("pass", "click", "help", "version")}, rounds=4 * rounds)
        heavy = interleaved({n: jobs[n] for n in ("structure", "check", "bare")}, rounds=rounds)
    script = "a script that imports underthesea and cuts it into words"
    return [
        row('`--help` / `python -c "import click"`', 1.3, ratio(light["help"], light["click"])),
        row('`--version` / `python -c "pass"`', None, ratio(light["version"], light["pass"]), group="peers"),
        row(f"`check --select S` of one draft / {script}", 0.40, ratio(heavy["structure"], heavy["bare"])),
        row("full `check` of one draft / the same", 1.4, ratio(heavy["check"], heavy["bare"])),
    ]


def _labelled() -> list[Any]:
    """Paragraphs of the corpus with thirty invented topics and two voices."""
    from vnreport_nlp.classify.read import passage_words
    from vnreport_nlp.classify.train import Passage

    training = [
        Passage(passage_words(line), f"topic {k % 30}", None, str(number))
        for number, base in enumerate(made.bases())
        for k, line in enumerate(base)
        if len(line.split()) > made.SHORT
    ]
    training = [p if k % 2 else Passage(p.words, p.topic, "result", p.group) for k, p in enumerate(training)]
    training[0] = Passage(training[0].words, training[0].topic, "direction", training[0].group)
    return training


def classify(rounds: int) -> list[Row]:
    """The exported weights against scikit-learn's own ``predict`` on the same passages."""
    from sklearn.linear_model import LogisticRegression

    from vnreport_nlp.classify.read import numbered, passage_words
    from vnreport_nlp.classify.train import topic_pipeline, train

    training = _labelled()
    model = train(training, temperature=1.0)
    ordered = sorted(training, key=lambda p: (p.group, p.topic, p.words))
    official = topic_pipeline().fit([p.words for p in ordered], [p.topic for p in ordered])
    weigh, topics = official[:-1], official[-1]
    voiced = [p for p in ordered if p.voice]
    voices = LogisticRegression(max_iter=400).fit(weigh.transform([p.words for p in voiced]), [p.voice for p in voiced])

    def both(passages: list[Any]) -> tuple[list[str], list[str]]:
        weights = weigh.transform(passages)
        return topics.predict(weights), voices.predict(weights)

    lines = [line for seed in range(4) for line in made.draft(seed)]
    unseen, (ids, sizes) = [passage_words(line) for line in lines], numbered(model, lines)
    jobs = {
        "ours": lambda: model.predict_of(ids, sizes),
        "strings": lambda: model.predict(unseen),
        "official": lambda: both(unseen),
    }
    times = interleaved(jobs, rounds=rounds, clock=time.process_time)
    labels = [model.topics[k] for k in model.predict_of(ids, sizes)[0].argmax(axis=1)]
    different = sum(a != b for a, b in zip(labels, both(unseen)[0], strict=True))
    note = f"{different} other labels in {len(unseen)} passages; topic and voice on both sides, ours from words as numbers, which is what the reading gives"
    return [
        row("section inference / scikit-learn's `predict`", 0.10, ratio(times["ours"], times["official"]), note=note),
        row("section inference from words as strings / scikit-learn's `predict`", None, ratio(times["strings"], times["official"]), group="peers"),
    ]  # fmt: skip


def readers(rounds: int) -> list[Row]:
    """A Word file and a PDF, each already in memory on disk's cache."""
    import docx
    import pdfplumber

    from vnreport_nlp import read

    def python_docx(path: Path) -> list[tuple[str, str]]:
        return [(p.text, p.style.name) for p in docx.Document(str(path)).paragraphs]

    def plumbed(path: Path) -> list[str]:
        with pdfplumber.open(path) as pdf:
            return [page.extract_text() for page in pdf.pages]

    with tempfile.TemporaryDirectory() as folder:
        word = made.write_draft(Path(folder), 1, made.draft(13), docx=True)
        convert = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]  # fmt: skip
        subprocess.run(convert, check=True, capture_output=True)
        pdf = word.with_suffix(".pdf")
        times = interleaved(
            {
                "docx": lambda: read(word),
                "python-docx": lambda: python_docx(word),
                "pdf": lambda: read(pdf),
                "pdfplumber": lambda: plumbed(pdf),
            },
            rounds=rounds,
            clock=time.process_time,
        )
    return [
        row(
            "docx reading / python-docx text and styles", 1.0, ratio(times["docx"], times["python-docx"]),
            note="with numbering, notes and tracked changes",
        ),
        row("pdf reading / pdfplumber", None, ratio(times["pdf"], times["pdfplumber"]), note="with lines joined to paragraphs", group="peers"),
    ]  # fmt: skip
