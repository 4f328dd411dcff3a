"""Other programs that readers run, and the folders for them: both end with this process, however it ends.

Open is only the instant between a program's start and the word of it to the keeper, should we be killed just then.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock

from . import keeper

_ONE_KEEPER = Lock()


def run_program(
    command: Sequence[str], *, seconds: float, given: bytes | None = None, heard: bool = False,
    env: Mapping[str, str] | None = None,
) -> tuple[int, bytes]:  # fmt: skip
    """Exit code and, where it is heard, what a program says; OSError, or TimeoutExpired when it and all it started were ended.

    A session of its own: no Ctrl-C reaches it but by us, and what it starts can be ended with it.
    """
    pipe = _pipe()
    with ExitStack() as last:
        with _undisturbed():
            process = last.enter_context(
                subprocess.Popen(
                    command, stdin=subprocess.DEVNULL if given is None else subprocess.PIPE, env=env, stderr=subprocess.DEVNULL,
                    stdout=subprocess.PIPE if heard else subprocess.DEVNULL, start_new_session=sys.platform != "win32",
                )
            )  # fmt: skip
            last.enter_context(_kept(pipe, b"p%d" % process.pid, lambda: process.poll() is not None))
            last.callback(_end, process)
        said, _ = process.communicate(given, timeout=seconds)
    return process.returncode, said or b""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and what it started."""
    if process.poll() is None:
        keeper.end(process.pid)
        with suppress(OSError):
            process.kill()
        process.wait()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A Ctrl-C comes when we have left: none between a program's start and what ends it. Windows cannot hold one back."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def scratch(prefix: str = "vnreport-") -> Iterator[Path]:
    """A folder of ours until we leave it."""
    pipe = _pipe()
    folder = tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)
    with _kept(pipe, b"f" + os.fsencode(folder.name), lambda: not Path(folder.name).exists()), folder as name:
        yield Path(name)


@contextmanager
def _kept(pipe: int | None, what: bytes, gone: Callable[[], bool]) -> Iterator[None]:
    """Have the keeper end what is not gone when we leave here: we may be ended before, or stopped again while we tidy up."""
    _tell(pipe, b"+" + what)
    try:
        yield
    finally:
        if gone():
            _tell(pipe, b"-" + what)


def _tell(pipe: int | None, record: bytes) -> None:
    if pipe is not None:
        with suppress(OSError):  # without its keeper all goes on, only less tidily at a violent end
            os.write(pipe, record + b"\0")


def _pipe() -> int | None:
    """The pipe to the keeper of this process, which is started when it is first needed."""
    with _ONE_KEEPER:
        return _keeper(os.getpid())


@lru_cache(maxsize=1)
def _keeper(_pid: int) -> int | None:
    """The pipe to the keeper of this process, and of no other that was forked from it; None where there can be none."""
    if not sys.executable or getattr(sys, "frozen", False):  # the program is no Python that could run it
        return None
    read, write = os.pipe()
    try:
        subprocess.run(
            [sys.executable, "-I", "-S", keeper.__file__], stdin=read, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=tempfile.gettempdir(), creationflags=keeper.FLAGS, start_new_session=sys.platform != "win32", check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        os.close(write)
        return None
    finally:
        os.close(read)
    return write
