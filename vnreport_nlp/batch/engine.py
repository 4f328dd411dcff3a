"""Run tasks: here one after the other, here on several processes, or on a Dask cluster. The results are the same."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Literal, TypeVar

from ..errors import UsageError
from ..model import msg
from .cache import Kept
from .tasks import Task, late_task, lost_task, run_task
from .watch import Limit, Untimely, Watch, watched

Engine = Literal["local", "dask"]
Work = TypeVar("Work")
Outcome = TypeVar("Outcome")
COLLECTED = 4
"""Tasks after which cycles are looked for: without it a batch of a hundred drafts took twice the memory."""
AHEAD = 2
"""Tasks handed to each process before it asks."""
PARENT_WATCH = 0.5
"""Seconds between two looks of a worker at whether its parent still lives."""


def run_tasks(
    tasks: Sequence[Task],
    *,
    workers: int = 1,
    engine: Engine = "local",
    scheduler: str | None = None,
    time_limit: float | None = None,
) -> Iterator[Kept]:
    """Results as they come, in no particular order; the caller keys them. A cluster has time limits of its own."""
    if engine == "dask":
        return _dask(tasks, scheduler)
    limit = None if time_limit is None else Limit(time_limit, late_task)
    return run_each(run_task, tasks, workers=workers, lost=lost_task, limit=limit)


def run_each(
    function: Callable[[Work], Outcome],
    tasks: Sequence[Work],
    *,
    workers: int,
    lost: Callable[[Work], Outcome] | None = None,
    limit: Limit[Work, Outcome] | None = None,
) -> Iterator[Outcome]:
    """What a function gives for each task as it comes, here or on as many processes, which begin at once.

    ``lost`` gives the outcome of a task that ends its process; without it such a task ends everything. A task that has a
    ``limit`` works in a process in any case: only that can be ended.
    """
    if limit is not None and tasks:
        return _limited(function, tasks, min(workers, len(tasks)), lost, limit)
    if workers <= 1 or len(tasks) < 2:
        return _here(function, tasks)
    left = dict(enumerate(tasks))
    untimely = None if lost is None else Untimely(lost)
    return _gathered(_processes(function, left, workers), left, function, workers, untimely)


def _limited(
    function: Callable[[Work], Outcome], tasks: Sequence[Work], workers: int, lost: Callable[[Work], Outcome] | None,
    limit: Limit[Work, Outcome],
) -> Iterator[Outcome]:  # fmt: skip
    with watched(limit.seconds) as watch:
        left = dict(enumerate(tasks))
        untimely = None if lost is None else Untimely(lost, limit.late, watch)
        yield from _gathered(_processes(function, left, workers, watch), left, function, workers, untimely)


def _here(function: Callable[[Work], Outcome], tasks: Sequence[Work]) -> Iterator[Outcome]:
    """Outcomes one after the other, and cycles among what they leave looked for now and then.

    A draft's objects refer to each other and hold its text and tables: few objects and much memory, so that Python's own count of
    objects comes too late. What the first task loaded is to stay; set aside, it is not looked through again.
    """
    for k, task in enumerate(tasks):
        yield function(task)
        if k % COLLECTED == 0:
            gc.collect()
        if k == 0:
            gc.freeze()


def _gathered(
    running: Iterator[tuple[int, Outcome]], left: dict[int, Work], function: Callable[[Work], Outcome], workers: int,
    untimely: Untimely[Work, Outcome] | None,
) -> Iterator[Outcome]:  # fmt: skip
    """Outcomes as they come; when a process has ended, the tasks that it may have had are run one at a time."""
    from concurrent.futures.process import BrokenProcessPool

    while left:
        try:
            for index, outcome in running:
                del left[index]
                yield outcome
        except BrokenProcessPool:
            if untimely is None:
                raise
            yield from _ended(left, function, workers, untimely)
            running = _processes(function, left, workers, untimely.watch) if left else iter(())


def _ended(
    left: dict[int, Work], function: Callable[[Work], Outcome], workers: int, untimely: Untimely[Work, Outcome]
) -> Iterator[Outcome]:
    """Outcomes of the tasks, taken out of those left, that the process which ended may have had.

    A process that took too long has said so: only its task is left out, and the others begin anew.
    """
    from concurrent.futures.process import BrokenProcessPool

    late = [index for index in left if untimely.took_too_long(index)]
    for index in late or list(left)[: AHEAD * workers]:
        task = left.pop(index)
        if late:
            yield untimely.outcome(index, task)
            continue
        try:
            ((_, outcome),) = _processes(function, {index: task}, workers, untimely.watch)
        except BrokenProcessPool:
            outcome = untimely.outcome(index, task)
        yield outcome


def _numbered(
    function: Callable[[Work], Outcome], index: int, task: Work, watch: Watch | None = None
) -> tuple[int, Outcome]:
    if not os.environ.get("VNREPORT_DEBUG"):  # a process that a library ends would print where it was
        faulthandler.disable()
    with nullcontext() if watch is None else watch.over(index):
        return index, function(task)


def _processes(
    function: Callable[[Work], Outcome], tasks: Mapping[int, Work], workers: int, watch: Watch | None = None
) -> Iterator[tuple[int, Outcome]]:
    from joblib import Parallel, delayed

    begin = (os.getpid(), gc.get_threshold()[0], Path.cwd())
    if workers <= 1:
        return _one_process(function, tasks, begin, watch)
    parallel = Parallel(
        n_jobs=workers, return_as="generator_unordered", batch_size=1, pre_dispatch=AHEAD * workers,
        initializer=_begin, initargs=begin,
    )  # fmt: skip
    with _held_back():
        return iter(parallel([delayed(_numbered)(function, index, task, watch) for index, task in tasks.items()]))


def _one_process(
    function: Callable[[Work], Outcome], tasks: Mapping[int, Work], begin: tuple[int, int, Path], watch: Watch | None
) -> Iterator[tuple[int, Outcome]]:
    """The same on one process beside this one, which joblib would not make."""
    from joblib.externals.loky import ProcessPoolExecutor

    pool = ProcessPoolExecutor(1, initializer=_begin, initargs=begin)
    try:
        with _held_back():
            pool.submit(int)
        for index, task in list(tasks.items()):  # what is done is taken out of them meanwhile
            yield pool.submit(_numbered, function, index, task, watch).result()
    finally:
        pool.shutdown(kill_workers=True)


@contextmanager
def _held_back() -> Iterator[None]:
    """Start processes that a Ctrl-C does not reach while they still import: each would print where it was.

    Here it comes a moment later. Where signals cannot be held back (Windows) nothing is done.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    with suppress(
        ImportError, AttributeError
    ):  # started later, Python's and joblib's helpers would let signals through again
        from multiprocessing import resource_tracker

        from joblib.externals.loky.backend.resource_tracker import ensure_running

        resource_tracker.ensure_running()
        ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(parent: int, collected_after: int, folder: Path) -> None:
    """Make a worker collect as often as its parent, work in the folder that relative names mean, and end with its parent: killed outright
    that cannot end it, and idle it would wait for minutes.

    Only where a process learns of its parent's death by its number; elsewhere the pool's own limit ends idle workers.
    """
    gc.set_threshold(collected_after)
    os.chdir(folder)
    with suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGINT, lambda *_: os._exit(1))  # the parent says that all has stopped
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    if os.name == "posix":
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(PARENT_WATCH)
    os._exit(1)


def _dask(tasks: Sequence[Task], scheduler: str | None) -> Iterator[Kept]:
    """Results from a Dask cluster; a task whose worker dies is run again elsewhere."""
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise UsageError(
            msg("Chưa cài phần Dask."), msg('Cài thêm: pip install "dask[distributed]", hoặc dùng --engine local.')
        ) from error
    if not scheduler:
        raise UsageError(msg("--engine dask cần --scheduler ĐỊA-CHỈ."), msg("Ví dụ: --scheduler tcp://127.0.0.1:8786"))
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise UsageError(
            msg("Không nối được bộ điều phối Dask {address}.", address=scheduler),
            msg("Kiểm tra địa chỉ và máy đang chạy."),
        ) from error
    with client:
        futures = client.map(run_task, tasks, pure=False, retries=2)
        for future in as_completed(futures, loop=client.loop):
            try:
                yield future.result()
            finally:
                future.release()
