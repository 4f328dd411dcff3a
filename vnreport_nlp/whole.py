"""Files written as a whole or not at all: beside their place, then moved into it.

A full disk, a target that is open in Word or Excel, a run that is stopped: what stood there before stays, and no half file does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, ENOENT, ENOTDIR
from pathlib import Path
from stat import S_ISBLK, S_ISCHR, S_ISDIR

BEGUN = (".vnreport-", ".part")
"""How names of files that are being written begin and end; they lie beside their place: only within one disk is a move a whole."""
DEVICES = ("/dev/", "/proc/")


def followed(target: Path) -> Path:
    """The file that a user means by a link; a link in the place of a file of ours is never followed."""
    return target.resolve() if target.is_symlink() else target


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Where to write a file that takes the target's place when all went well; an OSError names the target.

    A device is written straight. A pipe, which would wait for its reader, and a link, whatever it leads to, make room.
    """
    if target.as_posix().startswith(DEVICES) or _straight(target):
        yield target
        return
    temporary = target.with_name(os.urandom(6).hex().join(BEGUN))
    try:
        mode = require_writable(target)
        yield temporary
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(temporary)):
            error.filename, error.filename2 = str(target), None  # a full disk does not say whose, a move says ours
        raise


def _straight(target: Path) -> bool:
    """Whether what stands there is a device, or a folder, which says itself that it is none to write to."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return False
    return S_ISDIR(mode) or S_ISCHR(mode) or S_ISBLK(mode)


def require_place(target: Path) -> None:
    """Raise OSError where a new file cannot be written: before an hour's work, not after it."""
    folder = target.parent
    if not folder.is_dir():
        code = ENOTDIR if folder.exists() else ENOENT
        raise OSError(code, os.strerror(code), str(folder))
    if not os.access(folder, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(target))


def require_writable(target: Path) -> int | None:
    """The mode of a file that may be written, None where there is none yet; PermissionError for one that may not.

    A file that somebody has locked or made read-only is not to be replaced, though a move alone would not ask.
    """
    if target.is_symlink() or not target.is_file():
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(target))
    with target.open("r+b"):  # Windows refuses here what Word or Excel have open
        return target.stat().st_mode & 0o777


def write_bytes(target: Path, data: bytes) -> None:
    """Write a file as a whole."""
    with beside(target) as place:
        place.write_bytes(data)


def write_text(target: Path, text: str) -> None:
    """Write a text file as a whole: UTF-8, and the same bytes on every system."""
    with beside(target) as place:
        place.write_text(text, encoding="utf-8", newline="\n")


def clear_begun(folder: Path) -> None:
    """Delete what runs that were killed had begun to write in a folder."""
    for place in folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ():
        if place.name.startswith(BEGUN[0]) and place.name.endswith(BEGUN[1]) and place.is_file():
            place.unlink(missing_ok=True)
