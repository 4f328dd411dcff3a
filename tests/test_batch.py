"""The batch as its users run it: real processes, real kills, a real Dask cluster, byte for byte the same report."""

# Long because: all tests share one cohort that takes seconds to make.
from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, write_batch
from vnreport_nlp.batch import run as batch_run
from vnreport_nlp.batch.engine import run_each
from vnreport_nlp.batch.entries import Entries
from vnreport_nlp.batch.slugs import draft_slugs

ROOT = Path(__file__).resolve().parent.parent
NAMES = (
    "xa-khe-ngang.md",
    "huyen-nam-khuong.txt",
    "phuong-thanh-loc-ha.docx",
    "thanh-pho-hoa-lam.md",
    "huyen-phong-lam.md",
)
CACHE = ".vnreport-cache"


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory, drafts: Path) -> Path:
    """Five drafts, one that copies from another, one that is no draft, one that is broken and one that is empty."""
    folder = tmp_path_factory.mktemp("dự thảo các đơn vị")
    for name in NAMES:
        shutil.copy(drafts / name, folder / name)
    passage = "\n\n".join((drafts / "xa-khe-ngang.md").read_text(encoding="utf-8").split("\n\n")[12:18])
    copied = (drafts / "huyen-vinh-khoai.md").read_text(encoding="utf-8") + "\n\n" + passage
    (folder / "huyen-vinh-khoai.md").write_text(copied, encoding="utf-8")
    (folder / "kế hoạch.txt").write_text(
        "KẾ HOẠCH\ntổ chức hội nghị\n\n1. Mục đích\n\nChuẩn bị chu đáo.", encoding="utf-8"
    )
    (folder / "hỏng.docx").write_bytes((drafts / NAMES[2]).read_bytes()[:4000])
    (folder / "rỗng.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def reference(cohort: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of one undisturbed run in one process."""
    out = tmp_path_factory.mktemp("reference") / "report"
    write(cohort, out)
    return out


def write(cohort: Path, out: Path, **options: object) -> None:
    paths = sorted(str(p) for p in cohort.iterdir())
    write_batch(paths, out, load_template(), options=BatchOptions(**options))  # type: ignore[arg-type]


def files(folder: Path) -> dict[str, bytes]:
    """Everything a run leaves but its cache."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith(CACHE))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def same(left: Path, right: Path) -> None:
    a, b = files(left), files(right)
    assert sorted(a) == sorted(b)
    assert [name for name in a if a[name] != b[name]] == []


def command(cohort: Path, out: Path, *more: str) -> list[str]:
    paths = sorted(str(p) for p in cohort.iterdir())
    return [sys.executable, "-m", "vnreport_nlp", "batch", *paths, "-o", str(out), *more]


@pytest.fixture
def tasks_run(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """File names of the drafts that are really read; the work itself is done as always."""
    seen: list[str] = []
    real = batch_run.run_tasks

    def counted(tasks, **options):  # type: ignore[no-untyped-def]
        seen.extend(Path(t.path).name for t in tasks)
        return real(tasks, **options)

    monkeypatch.setattr(batch_run, "run_tasks", counted)
    return seen


def test_bad_files_are_rows_with_a_reason(reference: Path) -> None:
    data = json.loads((reference / "results.json").read_text(encoding="utf-8"))
    rows = {Path(d["path"]).name: d for d in data["drafts"]}
    assert len(rows) == len(NAMES) + 4
    assert rows["hỏng.docx"]["readable"] is False
    assert rows["hỏng.docx"]["code"] == "corrupt"
    assert rows["rỗng.txt"]["code"] == "empty"
    assert rows["rỗng.txt"]["hint"]
    assert rows["kế hoạch.txt"]["readable"] is True
    index = (reference / "index.html").read_text(encoding="utf-8")
    assert "rỗng" in index


def test_two_processes_give_the_same_report(cohort: Path, reference: Path, tmp_path: Path) -> None:
    write(cohort, tmp_path / "report", workers=2)
    same(reference, tmp_path / "report")


def test_an_unchanged_batch_reads_nothing_again(cohort: Path, tmp_path: Path, tasks_run: list[str]) -> None:
    write(cohort, tmp_path / "report")
    first = files(tmp_path / "report")
    assert len(tasks_run) == len(NAMES) + 4
    tasks_run.clear()
    write(cohort, tmp_path / "report")
    assert tasks_run == []
    assert files(tmp_path / "report") == first


def test_one_changed_draft_is_read_alone(cohort: Path, tmp_path: Path, tasks_run: list[str]) -> None:
    folder = tmp_path / "drafts"
    shutil.copytree(cohort, folder)
    write(folder, tmp_path / "report")
    tasks_run.clear()
    with (folder / NAMES[0]).open("a", encoding="utf-8") as stream:
        stream.write("\n\nBổ sung một câu.\n")
    before = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "report" / "units").iterdir()}
    write(folder, tmp_path / "report")
    assert tasks_run == [NAMES[0]]
    after = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "report" / "units").iterdir()}
    assert 1 <= sum(after[name] != before[name] for name in before) < len(before), "pages of the others stay"
    write(folder, tmp_path / "fresh")
    same(tmp_path / "fresh", tmp_path / "report")


def test_a_page_that_somebody_edited_is_written_anew(cohort: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    shutil.copytree(cohort, folder)
    write(folder, tmp_path / "report")
    for page in (tmp_path / "report" / "units").iterdir():
        page.write_text("edited", encoding="utf-8")
    with (folder / NAMES[0]).open("a", encoding="utf-8") as stream:
        stream.write("\n\nBổ sung một câu.\n")
    write(folder, tmp_path / "report")
    write(folder, tmp_path / "fresh")
    same(tmp_path / "fresh", tmp_path / "report")


def test_what_a_draft_adds_to_the_common_files_is_made_again_only_where_it_changed(
    cohort: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    keep = Entries.keep
    monkeypatch.setattr(
        Entries, "keep", lambda self, draft, *given: made.append(draft.slug) or keep(self, draft, *given)
    )
    folder = tmp_path / "drafts"
    shutil.copytree(cohort, folder)
    write(folder, tmp_path / "report")
    assert len(made) == len(set(made)) == len(NAMES) + 4
    made.clear()
    letters = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "report" / "letters").iterdir()}
    with (folder / NAMES[0]).open("a", encoding="utf-8") as stream:
        stream.write("\n\nBổ sung một câu.\n")
    write(folder, tmp_path / "report")
    assert Path(NAMES[0]).stem in made and len(made) < len(NAMES)
    changed = {p.name for p in (tmp_path / "report" / "letters").iterdir() if p.stat().st_mtime_ns != letters[p.name]}
    assert changed == {f"{Path(NAMES[0]).stem}.docx"}, "a letter tells of no shared passages that are notes"
    made.clear()
    write(folder, tmp_path / "report", resume=False)
    assert len(made) == len(NAMES) + 4


def test_fresh_reads_everything_again(cohort: Path, tmp_path: Path, reference: Path, tasks_run: list[str]) -> None:
    shutil.copytree(reference, tmp_path / "report")
    write(cohort, tmp_path / "report", resume=False)
    assert len(tasks_run) == len(NAMES) + 4
    same(reference, tmp_path / "report")


def test_a_damaged_cache_is_set_aside(cohort: Path, tmp_path: Path, reference: Path) -> None:
    shutil.copytree(reference, tmp_path / "report")
    for path in (tmp_path / "report").glob(CACHE + "*"):
        path.write_bytes(b"not a database" * 300)
    write(cohort, tmp_path / "report")
    same(reference, tmp_path / "report")


def test_a_batch_of_unreadable_files_says_so_for_each(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "a.docx").write_bytes(random.Random(1).randbytes(300))
    (drafts / "b.pdf").write_bytes(b"")
    run = subprocess.run(
        command(drafts, tmp_path / "report"), cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert "ngoài dự kiến" not in run.stderr
    told = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    assert "a.docx" in told
    assert "b.pdf" in told


def test_killed_at_ten_moments_it_goes_on(cohort: Path, reference: Path, tmp_path: Path) -> None:
    """Each killed run goes on where the last one stopped; one that came to its end begins anew. The last gives the undisturbed report."""
    dice = random.Random(20251123)
    out = tmp_path / "report"
    began = time.monotonic()
    subprocess.run(command(cohort, out, "-q", "--workers", "1"), cwd=ROOT, check=False)
    whole = time.monotonic() - began
    killed, runs = 0, 0
    while killed < 10 and runs < 60:
        if runs % 3 == 0:
            shutil.rmtree(out, ignore_errors=True)
        run = subprocess.Popen(command(cohort, out, "-q", "--workers", str(1 + runs % 2)), cwd=ROOT)
        try:
            run.wait(whole * dice.uniform(0.1, 0.9))
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
            killed += 1
        runs += 1
    assert killed == 10
    done = subprocess.run(command(cohort, out, "-q"), cwd=ROOT, check=False)
    assert done.returncode == 1
    same(reference, out)
    assert not list(out.rglob("*.part"))


def test_interrupted_it_says_so_and_goes_on(cohort: Path, reference: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    run = subprocess.Popen(
        command(cohort, out, "--workers", "1"), cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    until = time.monotonic() + 60
    while run.poll() is None and time.monotonic() < until and not list(out.glob(CACHE + "*")):
        time.sleep(0.02)
    time.sleep(0.3)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert "Traceback" not in told
    # 1: it had ended before the signal came. Python itself ends by the signal, whoever caught it, where it struck while a
    # dataclass or a named tuple was being made from a string.
    assert (run.returncode, "Đã dừng" in told) in ((2, True), (-signal.SIGINT, True), (1, False)), told
    subprocess.run(command(cohort, out, "-q"), cwd=ROOT, check=False)
    same(reference, out)


# Long because: a real cluster is started, waited for and stopped.
@contextmanager
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A Dask scheduler and two worker processes on this machine."""
    dask = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "20s"}
    scheduler = subprocess.Popen(dask, env=env, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    running: list[subprocess.Popen[bytes]] = []
    try:
        address = ""
        assert scheduler.stderr is not None
        for line in scheduler.stderr:
            if "Scheduler at:" in line:
                address = line.split("Scheduler at:")[1].strip()
                break
        assert address
        worker = [
            sys.executable,
            "-m",
            "distributed.cli.dask_worker",
            address,
            "--nthreads",
            "1",
            "--no-dashboard",
            "--no-nanny",
        ]
        running += [
            subprocess.Popen(worker, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)
        ]
        yield address, running
    finally:
        for process in (*running, scheduler):
            process.kill()
            process.wait()


def test_a_dask_cluster_gives_the_same_report_though_a_worker_dies(
    cohort: Path, reference: Path, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    out = tmp_path / "report"
    with cluster() as (address, workers):
        run = subprocess.Popen(command(cohort, out, "-q", "--engine", "dask", "--scheduler", address), cwd=ROOT)
        until = time.monotonic() + 60
        while run.poll() is None and time.monotonic() < until and not list(out.glob(CACHE + "*")):
            time.sleep(0.05)
        time.sleep(1.0)
        workers[0].kill()
        assert run.wait(timeout=180) == 1
    same(reference, out)


def test_no_cluster_is_told_with_a_way_out(cohort: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    told = subprocess.run(
        command(cohort, tmp_path / "r", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"), cwd=ROOT, check=False,
        capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert told.returncode == 2
    assert "127.0.0.1:9" in told.stderr
    assert "Traceback" not in told.stderr


def test_versions_are_compared_with_the_last_report(cohort: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    full = (cohort / "xa-khe-ngang.md").read_text(encoding="utf-8")
    heading = next(
        line for line in full.split("\n") if "ài học kinh nghiệm" in line and line.lstrip("#* ")[:1].isdigit()
    )
    before, after = full.split(heading)[0], full.split(heading)[1]
    stop = after.index("\n" + next(line for line in after.split("\n") if "PHƯƠNG HƯỚNG" in line))
    (folder / "xa.md").write_text(before + after[stop:], encoding="utf-8")
    write(folder, tmp_path / "first")
    (folder / "xa.md").write_text(full, encoding="utf-8")
    write_batch([str(folder / "xa.md")], tmp_path / "second", load_template(), previous=str(tmp_path / "first"))
    (revision,) = json.loads((tmp_path / "second" / "results.json").read_text(encoding="utf-8"))["revisions"]
    moved = {m["number"]: (m["was"], m["now"], m["change"]) for m in revision["requirements"]}
    assert moved["IV.3"] == ("missing", "covered", "fixed")
    write(folder, tmp_path / "third")
    (folder / "xa.md").write_text(before + after[stop:], encoding="utf-8")
    write_batch([str(folder / "xa.md")], tmp_path / "fourth", load_template(), previous=str(tmp_path / "third"))
    (revision,) = json.loads((tmp_path / "fourth" / "results.json").read_text(encoding="utf-8"))["revisions"]
    assert [m["change"] for m in revision["requirements"] if m["number"] == "IV.3"] == ["newly broken"]
    assert revision["new"]


def test_a_copied_passage_is_one_finding_in_both_drafts(reference: Path) -> None:
    data = json.loads((reference / "results.json").read_text(encoding="utf-8"))
    told = {Path(d["path"]).name for d in data["drafts"] if d["readable"] for f in d["findings"] if f["rule"] == "R601"}
    assert told == {"xa-khe-ngang.md", "huyen-vinh-khoai.md"}


def test_slugs_are_names_that_windows_takes() -> None:
    names = [
        "CON.docx",
        "nul.md",
        "a/Com1.txt",
        "LPT9",
        "aux..docx",
        "báo cáo. .docx",
        "...",
        "con.pdf",
        "x" * 59 + " y.md",
    ]
    slugs = draft_slugs((name, "") for name in names)
    assert len(set(slugs)) == len(names)
    assert not {"con", "nul", "com1", "lpt9", "aux"} & set(slugs)
    assert all(re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,70}[a-z0-9])?", s) for s in slugs), slugs
    assert slugs[5] == "bao-cao" and slugs[6] == "du-thao"


def test_processes_work_in_the_folder_of_their_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are kept for the next batch, and names of drafts and of the report's folder are mostly relative."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        found = sorted(run_each(os.path.abspath, ["a", "b", "c"], workers=2))
        assert found == [str(tmp_path / name / x) for x in ("a", "b", "c")]
