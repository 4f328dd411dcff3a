"""One draft that takes endlessly long holds nothing up: its process is ended, and it is a row with a reason."""

from __future__ import annotations

import gc
import json
import os
import re
import time
from pathlib import Path

import pytest

from vnreport_nlp.batch import engine, tasks
from vnreport_nlp.batch import run as batch_run
from vnreport_nlp.batch.cache import Kept
from vnreport_nlp.batch.engine import run_each
from vnreport_nlp.batch.light import unpack_light
from vnreport_nlp.batch.watch import TIME_LIMIT, Limit, Untimely, Watch
from vnreport_nlp.cli.batch import _limit
from vnreport_nlp.cli.main import run
from vnreport_nlp.cli.settings import read_settings
from vnreport_nlp.errors import UsageError
from vnreport_nlp.messages import render

SECONDS = 2


def never_for_some(number: int) -> int:
    if number == 3:
        return bool(re.match(r"(a+)+$", "a" * 60 + "b"))  # never lets another thread run
    if number == 9:
        time.sleep(600)
    if number == 5:
        os._exit(3)
    return number * number


@pytest.mark.parametrize("workers", [1, 2])
def test_a_task_that_never_ends_is_left_out_and_nothing_else(workers: int) -> None:
    limit = Limit(SECONDS, lambda number: 1000 + int(number))
    found = run_each(never_for_some, list(range(12)), workers=workers, lost=lambda number: -number, limit=limit)
    assert sorted(found) == sorted({3: 1003, 9: 1009, 5: -5}.get(n, n * n) for n in range(12))


def test_a_task_alone_is_left_out_too() -> None:
    limit = Limit(SECONDS, lambda number: 1000 + int(number))
    assert list(run_each(never_for_some, [3], workers=2, lost=lambda number: -number, limit=limit)) == [1003]


def test_without_a_limit_a_task_alone_needs_no_process() -> None:
    assert list(run_each(lambda _: os.getpid(), [0], workers=2)) == [os.getpid()]


def test_a_task_without_outcome_is_late_only_where_the_watch_says_so(tmp_path: Path) -> None:
    watch = Watch(SECONDS, tmp_path)
    untimely = Untimely(lambda task: f"lost {task}", lambda task: f"late {task}", watch)
    (tmp_path / "1").write_bytes(b"Timeout")
    (tmp_path / "2").write_bytes(b"")
    assert [untimely.outcome(n, n) for n in (1, 2, 3)] == ["late 1", "lost 2", "lost 3"]
    assert [Untimely(untimely.lost, watch=watch).outcome(1, 1), Untimely(untimely.lost).outcome(1, 1)] == ["lost 1"] * 2


def test_a_late_draft_is_a_row_that_names_the_way_out_and_is_tried_again() -> None:
    kept = tasks.late_task(tasks.Task("a.docx", "key", None, None, None))  # type: ignore[arg-type]
    found = unpack_light(kept.light)
    assert found is not None and not found.summary.readable and tasks.for_once(found.summary)
    assert found.summary.reason is not None and "giới hạn thời gian" in render(found.summary.reason, "vi")
    assert found.summary.hint is not None and "--time-limit" in render(found.summary.hint, "vi")


def late_for_one(task: tasks.Task) -> Kept:
    if "cham" in task.path:
        re.match(r"(a+)+$", "a" * 60 + "b")
    return tasks.run_task(task)


def rows(out: Path) -> dict[str, bool]:
    found = json.loads((out / "results.json").read_text(encoding="utf-8"))["drafts"]
    return {Path(d["path"]).name: d["readable"] for d in found}


def test_a_batch_goes_on_past_a_draft_that_never_ends(
    tmp_path: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    text = (drafts / "xa-khe-ngang.md").read_text(encoding="utf-8")
    for name in ("cham.md", "nhanh.md"):
        (folder / name).write_text(text, encoding="utf-8")
    args = ["batch", str(folder), "-o", str(out), "--workers", "1", "--time-limit", "20"]
    monkeypatch.setattr(engine, "run_task", late_for_one)
    run(args)
    assert rows(out) == {"cham.md": False, "nhanh.md": True}
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "giới hạn thời gian" in page and "--time-limit" in page
    monkeypatch.undo()
    run(args)
    assert rows(out) == {"cham.md": True, "nhanh.md": True}


@pytest.mark.parametrize(
    ("given", "workers", "expected"), [(None, 2, TIME_LIMIT), (None, 1, None), (60, 1, 60), (60, 4, 60), (0, 4, None)]
)
def test_the_limit_that_holds(given: int | None, workers: int, expected: float | None) -> None:
    assert _limit(given, workers) == expected


@pytest.mark.parametrize(
    ("line", "option", "expected"),
    [
        ("time_limit = 77", [], 77.0),
        ("time_limit = 77", ["--time-limit", "99"], 99.0),
        ("time_limit = 77", ["--time-limit", "0"], None),
        ("time_limit = 0\nworkers = 2", [], None),
        ("workers = 2", [], TIME_LIMIT),
    ],
)
def test_the_limit_of_the_settings_holds_where_the_option_is_not_given(
    line: str, option: list[str], expected: float | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vnreport.toml").write_text(line + "\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("I. Tình hình", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    held = []

    def told(tasks: object, *, time_limit: float | None, **_: object) -> list[Kept]:
        held.append(time_limit)
        return []

    monkeypatch.setattr(batch_run, "run_tasks", told)
    run(["batch", "a.md", "-o", "out", *option, *([] if "workers" in line else ["--workers", "1"])])
    assert held == [expected]


@pytest.mark.parametrize("line", ["time_limit = -1", "time_limit = 90000", 'time_limit = "lâu"', "time_limit = true", "time_limit = 1.5"])  # fmt: skip
def test_a_limit_of_the_settings_that_makes_no_sense_is_refused(line: str, tmp_path: Path) -> None:
    (tmp_path / "vnreport.toml").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as told:
        read_settings(tmp_path / "vnreport.toml")
    assert "time_limit" in str(told.value.message)


def test_the_limit_that_help_tells(capsys: pytest.CaptureFixture[str]) -> None:
    run(["batch", "--help"])
    assert f"mặc định: {TIME_LIMIT}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("value", ["-1", "abc", "99999999"])
def test_a_limit_that_makes_no_sense_is_refused(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", "in", "-o", "out", "--time-limit", value]) == 2
    assert "số nguyên từ 0 đến 86400" in capsys.readouterr().err


def test_a_run_with_nothing_to_read_starts_no_process(recwarn: pytest.WarningsRecorder) -> None:
    limit = Limit(SECONDS, lambda number: int(number))
    assert list(run_each(never_for_some, [], workers=2, limit=limit)) == []
    gc.collect()
    assert not recwarn.list
