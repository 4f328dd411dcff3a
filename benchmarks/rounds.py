"""Interleaved rounds: every round runs each job once, a ratio is taken inside a round, the median of the rounds counts."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
Job = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Ratio:
    """Median of the rounds with the least and the greatest."""

    median: float
    least: float
    most: float
    rounds: int


def interleaved(
    jobs: Mapping[str, Job], *, rounds: int, clock: Clock = time.perf_counter, warm: bool = True
) -> dict[str, list[float]]:
    """Seconds of every job, round by round, in another order each time."""
    if warm:
        for job in jobs.values():
            job()
    times: dict[str, list[float]] = {name: [] for name in jobs}
    order = list(jobs)
    for number in range(rounds):
        random.Random(number).shuffle(order)
        for name in order:
            start = clock()
            jobs[name]()
            times[name].append(clock() - start)
    return times


def ratio(ours: Sequence[float], other: Sequence[float]) -> Ratio:
    """Ours over the other's, round by round."""
    each = [a / b for a, b in zip(ours, other, strict=True)]
    return Ratio(statistics.median(each), min(each), max(each), len(each))


def environment() -> dict[str, str]:
    """What a child runs with: this checkout, UTF-8, and compiled modules as an installation has them.

    Packages are compiled when they are installed; a checkout must be able to keep what it compiles in the first round, in
    a folder of its own, or every later round would compile the whole package again.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = str(Path(tempfile.gettempdir()) / "vnreport-benchmark-compiled")
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": compiled}


def python(code: str, *args: object) -> list[str]:
    """A command that runs a few lines of Python."""
    return [sys.executable, "-c", code, *map(str, args)]


def vnreport(*args: object) -> list[str]:
    """A command that does what the installed ``vnreport`` script does."""
    return python("import sys\nfrom vnreport_nlp.__main__ import main\nmain()", *args)


def run(command: Sequence[str]) -> None:
    """Run a child to its end; exit codes 0 and 1 are answers."""
    done = subprocess.run(command, env=environment(), cwd=ROOT, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode()[-2000:])


def children() -> float:
    """Processor time of all children that have ended, in seconds: what a command took, whoever else used the machine."""
    told = os.times()
    return told.children_user + told.children_system


_WATCHER = """
import os, sys
pid = os.spawnvpe(os.P_NOWAIT, sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(pid, 0)
os.write(1, f"{os.waitstatus_to_exitcode(status)} {usage.ru_maxrss}".encode())
"""
"""Starts a command and tells its peak: a child's peak counts what its parent held before the start, so the parent is a small one."""


def peak_memory(command: Sequence[str]) -> float:
    """Greatest resident size of a command in MB, its own children apart."""
    with tempfile.TemporaryFile() as told:
        watcher = [sys.executable, "-S", "-c", _WATCHER, *(str(c) for c in command)]
        done = subprocess.run(watcher, env=environment(), cwd=ROOT, stdout=subprocess.PIPE, stderr=told, check=True)
    code, size = done.stdout.split()[-2:]
    if int(code) not in (0, 1):
        raise RuntimeError(f"exit code {int(code)}: {command}")
    return int(size) / (1024 if sys.platform != "darwin" else 1 << 20)
