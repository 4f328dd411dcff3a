"""What the folder of a report must be: no way out of it, and a memory that can be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import DamagedCacheError, UsageError
from ..model import msg
from .cache import FILE
from .stale import FOLDERS

OWN = frozenset(
    {"index.html", "reuse.html", "indicators.html", "results.json", "results.part", "matrix.xlsx", *FOLDERS}
)
"""Names in the folder itself that a report writes, apart from those that begin with ``.vnreport``."""


def refuse_links(folder: Path) -> None:
    """Raise UsageError where a name that the report writes is a link: what it leads to would be written over."""
    if not folder.is_dir():
        return
    places = [p for p in folder.iterdir() if p.name in OWN or p.name.startswith(".vnreport")]
    inside = (p for name in FOLDERS if (folder / name).is_dir() for p in (folder / name).iterdir())
    link = next((p for p in (*places, *inside) if p.is_symlink()), None)
    if link is not None:
        raise UsageError(
            msg(
                "Trong thư mục kết quả, “{name}” là liên kết dẫn đến nơi khác.",
                name=link.relative_to(folder).as_posix(),
            ),
            msg("Xóa liên kết đó, hoặc chọn thư mục -o khác."),
        )


@contextmanager
def sound(folder: Path) -> Iterator[None]:
    """Set a damaged memory aside and raise DamagedCacheError; UsageError where the disk is full."""
    try:
        yield
    except (sqlite3.DatabaseError, DamagedCacheError) as error:
        if isinstance(error, sqlite3.OperationalError) and "full" in str(error):
            raise UsageError(
                msg("Hết chỗ trên đĩa khi ghi bộ nhớ tạm."),
                msg("Dọn đĩa hoặc chọn thư mục -o khác, rồi chạy lại: những gì đã xong vẫn còn."),
            ) from error
        for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
            if (folder / name).is_file():
                (folder / name).replace(folder / f"{name}.damaged")
        raise DamagedCacheError from error
