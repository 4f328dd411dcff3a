"""Start of the command line: set the streams up for Vietnamese, then hand over."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

COLLECTED_AFTER = 100_000
"""New objects after which Python looks for cycles among them. Imports and drafts make hundreds of thousands, nearly all without
cycles and in use to the end: with Python's own 700 a check took a twelfth more processor time, and a batch of twenty as much."""


def setup_streams() -> None:
    """UTF-8 for pipes and files; a console keeps its code page but never fails on a letter it lacks.

    Without a standard error (closed, or none as under ``pythonw.exe``) what is told there goes nowhere; a file that is opened
    later does not take its place.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty() and os.name != "nt":
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def setup_threads() -> None:
    """One thread for numpy's linear algebra, unless the user says otherwise; read when numpy is first imported.

    Our matrices are small: starting and waiting for threads took more processor time than all of alignment, and in a
    batch the threads of one worker kept the others from their cores.
    """
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def command() -> NoReturn:
    """Entry point of the ``vnreport`` command: ``main``, and an end without taking all objects apart, a thirtieth of a check.

    What asked to be called at the end is called. Where other threads still run, Python ends in its own way.
    """
    try:
        main()
    except SystemExit as end:
        threads = sys.modules.get("threading")
        if not isinstance(end.code, int) or (threads is not None and threads.active_count() > 1):
            raise
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # what could not be written was told; closed, or none
                stream.flush()
        os._exit(end.code)


def main() -> NoReturn:
    """Set up, run the command line, and exit with its code."""
    gc.set_threshold(COLLECTED_AFTER)
    setup_streams()
    try:
        code = _main()
    except KeyboardInterrupt:  # before or after the command line itself, which tells it too
        code = _stopped()
    gc.freeze()  # all ends here: walking every object once more for cycles took a fifteenth of a check
    sys.exit(code)


def _main() -> int:
    if sys.argv[1:] == ["--version"]:
        from . import __version__

        with suppress(OSError, AttributeError):  # then the command line says what is wrong, or has nowhere to say it
            sys.stdout.write(f"vnreport {__version__}\n")
            sys.stdout.flush()
            return 0
    setup_threads()
    from .cli.main import run

    code = run(sys.argv[1:])
    if "vnreport_nlp.expressions" in sys.modules:
        from .expressions import keep

        keep()
    return code


def _stopped() -> int:
    """Say in one line that the work was stopped; a second Ctrl-C changes nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from .cli.main import language
    from .messages import translate

    told = translate("Đã dừng; phần đã xong được giữ lại.", language(sys.argv[1:]))
    sys.stderr.write(told + "\n")
    return 2


if __name__ == "__main__":
    command()
