"""What the folder of a report must be: no way out of it, files where files are written, and a memory that can be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from stat import S_ISDIR, S_ISLNK, S_ISREG

from ..errors import DamagedCacheError, UsageError
from ..model import msg
from ..whole import beside, require_place, require_writable
from .cache import FILE
from .receipt import FILE as RECEIPT
from .stale import FOLDERS, OURS

DIRECTORIES = frozenset({*FOLDERS, "export"})
OWN = DIRECTORIES | {"index.html", "reuse.html", "indicators.html", "results.json", "matrix.xlsx"}
"""Names in the folder itself that a report writes, apart from those that begin with ``.vnreport``."""


def refuse_links(folder: Path) -> None:
    """Raise UsageError where a name that the report writes is a link, or no file: what it leads to would be written over, or
    nothing could be.

    A file that has another name elsewhere (a hard link, as some backups are made) gets a copy of its own.
    """
    if not folder.is_dir():
        return
    places = [p for p in folder.iterdir() if p.name in OWN or p.name.startswith(".vnreport")]
    for place in places:
        _require(place, folder, S_ISDIR if place.name in DIRECTORIES else _PLACED.get(place.name, S_ISREG))
    for name in FOLDERS:
        for place in (folder / name).iterdir() if (folder / name).is_dir() else ():
            _require(place, folder, S_ISREG if OURS.fullmatch(f"{name}/{place.name}") else _harmless)


def _harmless(mode: int) -> bool:
    """Whether a stranger's file in a folder of ours does no harm: a pipe would be listed with our files."""
    return S_ISREG(mode) or S_ISDIR(mode)


_PLACED: dict[str, Callable[[int], bool]] = {RECEIPT: lambda mode: not S_ISDIR(mode)}
"""A receipt is moved into its place, whatever stood there but a folder; the rest is written where it lies."""


def _require(place: Path, folder: Path, right: Callable[[int], bool]) -> None:
    found, name = place.lstat(), place.relative_to(folder).as_posix()
    if S_ISLNK(found.st_mode):
        raise UsageError(
            msg("Trong thư mục kết quả, “{name}” là liên kết dẫn đến nơi khác.", name=name),
            msg("Xóa liên kết đó, hoặc chọn thư mục -o khác."),
        )
    if not right(found.st_mode):
        what = msg("Trong thư mục kết quả, “{name}” không phải là thư mục.", name=name)
        what = what if right is S_ISDIR else msg("Trong thư mục kết quả, “{name}” không phải là tệp thường.", name=name)
        raise UsageError(what, msg("Đổi tên hoặc xóa nó, hoặc chọn thư mục -o khác."))
    if S_ISREG(found.st_mode) and found.st_nlink > 1:
        with beside(place) as copy:
            copyfile(place, copy)


def refuse_own(folder: Path, previous: str | None) -> None:
    """Raise UsageError where the previous report lies in the folder itself: it would be written over, and what it told be lost."""
    if previous and folder.is_dir():
        place = Path(previous) if Path(previous).is_dir() else Path(previous).parent
        if place.is_dir() and place.samefile(folder):
            raise UsageError(
                msg("Báo cáo lần trước nằm ngay trong thư mục kết quả {path} và sẽ bị ghi đè.", path=folder),
                msg("Chọn thư mục khác cho -o, giữ nguyên báo cáo lần trước."),
            )


def require_room(folder: Path) -> None:
    """Make the folder; PermissionError where it takes no file, or its workbook is open in Excel: told now, not when all is read."""
    folder.mkdir(parents=True, exist_ok=True)
    require_place(folder / "matrix.xlsx")
    require_writable(folder / "matrix.xlsx")


@contextmanager
def sound(folder: Path) -> Iterator[None]:
    """Set a damaged memory aside and raise DamagedCacheError; UsageError where it is not the memory's fault: a full disk,
    another run at work.
    """
    try:
        yield
    except (sqlite3.DatabaseError, DamagedCacheError) as error:
        if isinstance(error, sqlite3.OperationalError) and (told := _hindrance(error, folder)) is not None:
            raise told from error
        for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
            if (folder / name).is_file():
                (folder / name).replace(folder / f"{name}.damaged")
        raise DamagedCacheError from error


def _hindrance(error: sqlite3.OperationalError, folder: Path) -> UsageError | None:
    """What kept a sound memory from being used; None where it is damaged."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return UsageError(
            msg("Hết chỗ trên đĩa khi ghi bộ nhớ tạm."),
            msg("Dọn đĩa hoặc chọn thư mục -o khác, rồi chạy lại: những gì đã xong vẫn còn."),
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return UsageError(
            msg("Thư mục kết quả {path} đang được một lần chạy khác dùng.", path=folder),
            msg("Đợi lần chạy kia xong rồi chạy lại, hoặc chọn thư mục -o khác."),
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return UsageError(
            msg("Không mở được bộ nhớ tạm {path}.", path=folder / FILE), msg("Chọn thư mục -o khác, ghi được.")
        )
    return None
