"""A program of its own: it waits until the process that called it is gone, then ends what that left running and removes its folders.

Whatever ends a process, a time limit from outside Python, Ctrl-C, the system, its end of a pipe is closed; nothing else is sure to happen.
It imports nothing of ours, so that it starts in a moment and stands alone.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from time import sleep

STAY = "--stay"
TRIES, PAUSE = 50, 0.1
"""How often, and with what pause in seconds, a folder is tried that an ended program still holds (on Windows)."""
if sys.platform == "win32":
    FLAGS = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
else:
    FLAGS = 0
"""On Windows: no console of its caller's, which would hand on Ctrl-C and its own end."""


def end(pid: int) -> None:
    """End a program that leads a session, and what it started; one that is gone is no fault."""
    with suppress(OSError):
        if sys.platform == "win32":
            command = ["taskkill", "/F", "/T", "/PID", str(pid)]
            subprocess.run(command, capture_output=True, check=False, creationflags=subprocess.CREATE_NO_WINDOW)
        else:
            os.killpg(pid, signal.SIGKILL)


def remaining(told: bytes) -> list[bytes]:
    """What was begun (``+``) and not done (``-``) of records that end with NUL; one that was cut off is none."""
    begun: dict[bytes, None] = {}
    for record in told.split(b"\0")[:-1]:
        if record.startswith(b"+"):
            begun[record[1:]] = None
        else:
            begun.pop(record[1:], None)
    return list(begun)


def remove(folder: str) -> None:
    """Remove a folder and what is in it."""
    for _ in range(TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder):
            return
        sleep(PAUSE)


def main() -> None:
    """Start again in a session of its own, as nobody's child: whoever ends its caller's whole family must not end it."""
    if STAY not in sys.argv:
        subprocess.Popen(
            [*sys.orig_argv, STAY], stdin=0, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32", creationflags=FLAGS,
        )  # fmt: skip
        os._exit(0)
    left = remaining(sys.stdin.buffer.read())
    for one in left:
        if one.startswith(b"p"):
            end(int(one[1:]))
    for one in left:
        if one.startswith(b"f"):
            remove(os.fsdecode(one[1:]))


if __name__ == "__main__":
    main()
