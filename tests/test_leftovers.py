"""A batch that is killed outright leaves no process behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROC = Path("/proc")
LIMIT = 60
"""Seconds that anything here may take on a busy machine; idle workers of joblib would stay for 300."""


def family(parent: int) -> set[int]:
    """All processes below one."""
    above: dict[int, int] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            try:
                above[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
    found: set[int] = set()
    while more := {p for p, up in above.items() if (up == parent or up in found) and p not in found}:
        found |= more
    return found


def lives(process: int) -> bool:
    try:
        return (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.skipif(not (PROC / "self" / "stat").exists(), reason="asks the kernel for parents and children")
@pytest.mark.parametrize("later", [0.0, 1.5])
def test_workers_end_with_a_parent_that_is_killed(drafts: Path, tmp_path: Path, later: float) -> None:
    command = [
        sys.executable,
        "-m",
        "vnreport_nlp",
        "batch",
        str(drafts),
        "-o",
        str(tmp_path / "r"),
        "-q",
        "--workers",
        "2",
    ]
    run = subprocess.Popen(command, cwd=ROOT)
    until = time.monotonic() + LIMIT
    while run.poll() is None and len(family(run.pid)) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(later)
    workers = family(run.pid)
    assert workers, "the batch has to work on two processes to show anything"
    run.send_signal(signal.SIGKILL)
    run.wait()
    until = time.monotonic() + LIMIT
    while any(map(lives, workers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [p for p in workers if lives(p)]
