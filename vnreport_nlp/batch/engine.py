"""Run tasks: here one after the other, here on several processes, or on a Dask cluster. The results are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ..errors import UsageError
from ..model import msg
from .tasks import Task, run_task

Engine = Literal["local", "dask"]
Done = tuple[str, bytes, bytes]


def run_tasks(
    tasks: Sequence[Task], *, workers: int = 1, engine: Engine = "local", scheduler: str | None = None
) -> Iterator[Done]:
    """Results as they come, in no particular order; the caller keys them."""
    if engine == "dask":
        return _dask(tasks, scheduler)
    if workers <= 1 or len(tasks) < 2:
        return (run_task(task) for task in tasks)
    return _processes(tasks, workers)


def _processes(tasks: Sequence[Task], workers: int) -> Iterator[Done]:
    from joblib import Parallel, delayed

    parallel = Parallel(n_jobs=workers, return_as="generator_unordered", batch_size=1, pre_dispatch="2*n_jobs")
    return iter(parallel(delayed(run_task)(task) for task in tasks))


def _dask(tasks: Sequence[Task], scheduler: str | None) -> Iterator[Done]:
    """Results from a Dask cluster; a task whose worker dies is run again elsewhere."""
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise UsageError(
            msg("Chưa cài phần Dask."), msg('Cài thêm: pip install "vnreport-nlp[dask]", hoặc dùng --engine local.')
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
