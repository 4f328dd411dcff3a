"""Work is counted, never timed: what is imported, read, cut into words and compared, however busy the machine is."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import vnreport_nlp.batch.tasks as batch_tasks
import vnreport_nlp.reuse.search as search
from vnreport_nlp import outline, read
from vnreport_nlp.align import Evidence
from vnreport_nlp.batch import write_batch
from vnreport_nlp.batch.store import Store
from vnreport_nlp.reuse import find_passages, fingerprint_text
from vnreport_nlp.similarity import TitleIndex
from vnreport_nlp.template import load_template
from vnreport_nlp.words.evaluate import Evaluator

ROOT = Path(__file__).parent.parent
DRAFTS = ROOT / "corpus" / "drafts"
NAMES = ("huyen-da-ban-tay.txt", "huyen-ea-ro-lang.docx", "huyen-phong-lam.md")
MODELS = {"underthesea", "spacy", "sklearn", "scipy", "joblib"}
"""What costs more to import than one draft costs to check."""
HEAVY = MODELS | {"pydantic", "yaml", "jinja2", "docx", "xlsxwriter"}


def modules(*args: object, cwd: Path) -> set[str]:
    """Names of all modules that a command has imported when it ends."""
    code = (
        "import json, sys\n"
        "from vnreport_nlp.cli.main import run\n"
        "code = run(sys.argv[1:])\n"
        "assert code in (0, 1), code\n"
        "sys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, args)],
        cwd=cwd, env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(json.loads(done.stderr.rsplit("\n", 1)[-1]))


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, key: Callable[..., object]) -> Counter[object]:
    """Counts the calls of a function by ``key``; the function itself runs as always."""
    calls: Counter[object] = Counter()
    real = getattr(owner, name)

    def wrapper(*args: object, **options: object) -> object:
        calls[key(*args)] += 1
        return real(*args, **options)

    monkeypatch.setattr(owner, name, wrapper)
    return calls


def test_help_imports_its_own_few_modules(tmp_path: Path) -> None:
    loaded = modules("--help", cwd=tmp_path)
    assert not {m.partition(".")[0] for m in loaded} & {*HEAVY, "numpy", "lxml", "rapidfuzz", "rich"}
    own = {m for m in loaded if m.startswith("vnreport_nlp")}
    assert own == {
        f"vnreport_nlp{m}"
        for m in (
            "",
            ".cached",
            ".cli",
            ".cli.main",
            ".cli.shown",
            ".errors",
            ".expressions",
            ".messages",
            ".resources",
        )
    }


def test_a_structural_check_loads_no_model_and_no_exporter(tmp_path: Path) -> None:
    args = ("check", "-q", "--select", "S", DRAFTS / "huyen-phong-lam.md")
    modules(*args, cwd=tmp_path)  # compiles tables and templates where nobody has
    loaded = modules(*args, cwd=tmp_path)
    assert not {m.partition(".")[0] for m in loaded} & HEAVY
    assert not {m for m in loaded if m.startswith("vnreport_nlp.checks.") and "figures" in m}
    assert not {m for m in loaded if m.startswith(("vnreport_nlp.readers.docx", "vnreport_nlp.readers.pdf"))}
    assert not loaded & {"importlib.metadata", "email", "numpy.ma", "tomllib"}
    own = {"checks.citations.cited", "compare", "exporters.sarif", "model.cohort", "template.derive"}
    assert not loaded & {f"vnreport_nlp.{m}" for m in own}


def test_a_structural_check_of_distinct_topics_loads_no_theme() -> None:
    """Themes tell apart items of one topic; the outline of party work has none of them."""
    code = (
        "from vnreport_nlp import assess, load_template, read\n"
        "from vnreport_nlp.align.themes import themes\n"
        "from vnreport_nlp.assess import RuleSet\n"
        f"assess(read({str(DRAFTS / 'thi-xa-go-sai.md')!r}), load_template(), rules=RuleSet(select=('S',)))\n"
        "print(themes.cache_info().misses)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.split() == ["0"]


def test_a_full_check_loads_no_model(tmp_path: Path) -> None:
    args = ("check", "-q", DRAFTS / "huyen-phong-lam.md")
    modules(*args, cwd=tmp_path)
    assert not {m.partition(".")[0] for m in modules(*args, cwd=tmp_path)} & MODELS


@pytest.mark.parametrize(("given", "wanted"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_linear_algebra_has_one_thread_unless_told_otherwise(given: dict[str, str], wanted: str) -> None:
    code = (
        "import os, sys\n"
        "from vnreport_nlp.__main__ import main\n"
        "sys.argv[1:] = ['explain', 'S101']\n"
        "try:\n    main()\nfinally:\n    sys.stderr.write(os.environ['OPENBLAS_NUM_THREADS'])\n"
    )
    kept = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    done = subprocess.run(
        [sys.executable, "-c", code], env={**kept, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **given},
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == wanted


def test_what_only_the_template_says_is_made_once() -> None:
    template = load_template()
    made = [Evidence(template, outline(read(DRAFTS / name))) for name in NAMES]
    assert len({id(e.wanted) for e in made}) == 1
    assert len({id(e.index) for e in made}) == 1
    assert made[0].similarity.shape[0] == len(template.requirements)


def test_titles_of_several_things_are_compared_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = Evidence(load_template(), outline(read(DRAFTS / NAMES[0])))
    calls = counted(monkeypatch, TitleIndex, "scores", lambda *_: "scores")
    assert (evidence.listed > 0).any()
    assert calls["scores"] == 2  # the titles themselves, then what they list


def test_every_paragraph_is_cut_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from vnreport_nlp.assess import assess

    cut: list[str] = []
    real = Evaluator.segment

    def noted(self: Evaluator, paragraphs: list[str]) -> object:
        cut.extend(paragraphs)
        return real(self, paragraphs)

    monkeypatch.setattr(Evaluator, "segment", noted)
    document = read(DRAFTS / "huyen-phong-lam.md")
    result = assess(document, load_template())
    there = Counter(document.text[p.start : p.end] for p in document.paragraphs)
    assert cut
    quoted = [p.span for f in result.findings if f.rule in ("F204", "U501") for p in f.places]
    again = Counter(cut) - there
    ended = [
        line for line in again if any(document.text[s.start : s.end] in line for s in quoted)
    ]  # a quote must end with a word
    assert len(ended) <= len(quoted)
    rest = [line for line in again if line not in ended]  # sentences of which an item that is missing may have one
    assert any(v.status == "missing" for v in result.verdicts) or not rest
    assert all(again[line] == 1 and line in document.text for line in rest)
    assert sum(map(len, rest)) * 10 <= len(document.text)


def test_a_batch_reads_every_draft_once_and_then_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [shutil.copy(DRAFTS / name, tmp_path) for name in NAMES]
    reads = counted(monkeypatch, batch_tasks, "read", lambda path: Path(path).name)
    loads = counted(monkeypatch, Store, "load_path", lambda _store, path: Path(path).name)
    report = tmp_path / "report"

    def run() -> dict[str, int]:
        write_batch([str(p) for p in paths], report, load_template())
        return {p.name: p.stat().st_mtime_ns for p in report.rglob("*") if p.is_file() and p.suffix != ".sqlite"}

    first = run()
    assert reads == dict.fromkeys(NAMES, 1)
    assert max(loads.values()) <= 7  # summary, shared passages, pages, workbook, letters, copies, JSON
    reads.clear()
    loads.clear()
    assert run() == first
    assert not reads
    assert not loads
    (report / "units" / "huyen-phong-lam.html").write_text("edited", encoding="utf-8")
    assert run().keys() == first.keys()
    assert not reads
    assert (report / "units" / "huyen-phong-lam.html").read_text(encoding="utf-8") != "edited"


def test_an_unchanged_batch_loads_no_exporter(tmp_path: Path) -> None:
    shutil.copy(DRAFTS / NAMES[0], tmp_path)
    args = ("batch", tmp_path / NAMES[0], "-o", tmp_path / "report", "-q", "--workers", "1")
    modules(*args, cwd=tmp_path)
    loaded = modules(*args, cwd=tmp_path)
    assert not {m.partition(".")[0] for m in loaded} & {*MODELS, "jinja2", "docx", "xlsxwriter"}
    assert "vnreport_nlp.exporters.html" not in loaded


def copies(count: int, shared: str) -> list[str]:
    """Texts without a word in common but one passage that all of them have."""
    pick = random.Random(count)
    letters = "bcdghklmnpqrstvx"
    made = []
    for _ in range(count):
        words = [
            pick.choice(letters) + pick.choice("aeiou") + pick.choice(letters) + str(pick.randrange(10))
            for _ in range(400)
        ]
        made.append(" ".join(words[:200]) + ".\n\n" + shared + "\n\n" + " ".join(words[200:]) + ".")
    return made


@pytest.mark.parametrize("count", [20, 40, 80])
def test_pairs_verified_grow_with_the_drafts_not_their_square(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified = counted(monkeypatch, search, "common_share", lambda *_: "pair")
    source = (DRAFTS / NAMES[0]).read_text(encoding="utf-8").split("\n")
    shared = max(source, key=len)
    marks = []
    for k, text in enumerate(copies(count, shared)):
        path = tmp_path / f"{k}.txt"
        path.write_text(text, encoding="utf-8")
        marks.append(fingerprint_text(outline(read(path))))
    passages = find_passages(marks)
    assert {p.left for p in passages} | {p.right for p in passages} == set(range(count))
    assert len({p.cluster for p in passages}) == 1
    assert verified["pair"] <= 2 * count


def test_one_changed_draft_writes_its_own_word_files_only(tmp_path: Path) -> None:
    paths = [Path(shutil.copy(DRAFTS / name, tmp_path)) for name in NAMES]
    report = tmp_path / "report"

    def run() -> dict[str, int]:
        write_batch([str(p) for p in paths], report, load_template())
        return {p.relative_to(report).as_posix(): p.stat().st_mtime_ns for p in report.rglob("*.docx")}

    first = run()
    with paths[2].open("a", encoding="utf-8") as stream:
        stream.write("\n\nBổ sung một câu.\n")
    second = run()
    assert {name for name in second if second[name] != first.get(name)} == {"letters/huyen-phong-lam.docx"}
    (report / "letters" / "huyen-phong-lam.docx").write_bytes(b"edited")
    paths[0].write_text(paths[0].read_text(encoding="utf-8") + "\n\nBổ sung.\n", encoding="utf-8")
    third = run()
    changed = {name for name in third if third[name] != second.get(name)}
    kept = "letters/huyen-phong-lam-da-sua.docx"
    assert changed == {"letters/huyen-phong-lam.docx", "letters/huyen-da-ban-tay.docx", kept}
    assert (report / kept).read_bytes() == b"edited"


@pytest.mark.parametrize("thread", [False, True])
def test_what_asked_to_be_called_at_the_end_is_called(thread: bool) -> None:
    code = (
        "import atexit, sys, threading, time\n"
        "from vnreport_nlp.__main__ import command\n"
        "sys.argv[1:] = ['explain', 'S101', 'S999']\n"
        "atexit.register(lambda: sys.stdout.write('called\\n'))\n"
        f"if {thread}:\n    threading.Thread(target=lambda: (time.sleep(0.5), print('waited for'))).start()\n"
        "command()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2 and done.stdout.endswith("called\n")
    assert ("waited for" in done.stdout) is thread


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to")
@pytest.mark.parametrize("args", [("--version",), ("--help",), ("explain", "S101")])
def test_what_cannot_be_written_is_no_success(args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vnreport_nlp", *args], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert done.returncode not in (0, 1) and b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a closed pipe is another error on Windows")
@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize("args", [("--version",), ("--help",), ("check", "-q", DRAFTS / "huyen-phong-lam.md")])
def test_a_closed_pipe_ends_the_work_without_a_word(args: tuple[str | Path, ...], buffered: bool) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            [sys.executable, *([] if buffered else ["-u"]), "-m", "vnreport_nlp", *map(str, args)],
            stdout=closed, stderr=subprocess.PIPE, cwd=ROOT, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, b"")
