"""How long one draft may take: a process that works on one for longer is ended from outside Python, whatever holds it there."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from ..readers.programs import scratch

Work = TypeVar("Work")
Outcome = TypeVar("Outcome")
TIME_LIMIT = 1800
"""Seconds that a draft may take where nobody says otherwise. The longest that is known takes a minute, but a scan of a hundred pages that is
recognised on an old laptop a quarter of an hour."""


@dataclass(frozen=True)
class Limit(Generic[Work, Outcome]):
    """The seconds that a task may take, and the outcome of one that took longer."""

    seconds: float
    late: Callable[[Work], Outcome]


@dataclass(frozen=True)
class Watch:
    """The seconds that a task may take, and a folder where each that is at work has a file by its number."""

    seconds: float
    folder: Path

    @contextmanager
    def over(self, index: int) -> Iterator[None]:
        """End this process when what is done within takes too long.

        A thread or a signal would have to wait for Python: an expression that never ends does not let it run, and Windows has no
        alarm. The watch of ``faulthandler`` waits outside Python, on every system; what it tells before the end marks the task.
        """
        place = self._place(index)
        with place.open("wb") as told:
            faulthandler.dump_traceback_later(self.seconds, exit=True, file=told)
            try:
                yield
            finally:
                faulthandler.cancel_dump_traceback_later()

    def ended(self, index: int) -> bool:
        """Whether a task's process was ended because it took too long."""
        place = self._place(index)
        return place.is_file() and place.stat().st_size > 0

    def _place(self, index: int) -> Path:
        return self.folder / str(index)


@dataclass(frozen=True)
class Untimely(Generic[Work, Outcome]):
    """What becomes of a task that ends its process: it is lost, or late where the watch ended the process."""

    lost: Callable[[Work], Outcome]
    late: Callable[[Work], Outcome] | None = None
    watch: Watch | None = None

    def took_too_long(self, index: int) -> bool:
        """Whether the watch ended the process of a task."""
        return self.watch is not None and self.watch.ended(index)

    def outcome(self, index: int, task: Work) -> Outcome:
        """The outcome of a task whose process has ended."""
        late = self.late if self.took_too_long(index) else None
        return self.lost(task) if late is None else late(task)


@contextmanager
def watched(seconds: float | None) -> Iterator[Watch | None]:
    """A watch with a folder of its own; none without a limit. Windows keeps what a process that still works has open."""
    if seconds is None:
        yield None
        return
    with scratch() as folder:
        yield Watch(seconds, folder)
