"""What the memory of an earlier report has of the same drafts: a scan that did not change is not recognised again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from ..errors import DamagedCacheError
from ..model import Template
from ..reuse.marks import unpack_marks
from .cache import FILE, Kept, get, has, is_ours, put
from .codec import unpack
from .light import unpack_light
from .slices import unpack_row


def borrow(connection: sqlite3.Connection, earlier: Path, keys: Iterable[str], template: Template) -> None:
    """Keep what ``earlier``, a report's folder or a file in it, has under keys that are not kept yet; it is left as it is.

    A memory that is damaged, or of another make, gives nothing: the drafts are read again.
    """
    path = (earlier if earlier.is_dir() else earlier.parent) / FILE
    wanted = [key for key in keys if not has(connection, key)]
    if not wanted or path.is_symlink() or not path.is_file():
        return
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as other:
            other.execute("pragma trusted_schema=off")
            for key in wanted if is_ours(other) else ():
                kept = _whole(other, key, template)
                if kept is not None:
                    put(connection, kept)
    except sqlite3.DatabaseError:
        return


def _whole(other: sqlite3.Connection, key: str, template: Template) -> Kept | None:
    """A record with all its parts, each of which can be read; None without one."""
    found = get(other, key)
    light = other.execute("select light from summary where key = ?", (key,)).fetchone()
    if found is None or light is None:
        return None
    rows = tuple(other.execute("select requirement, row from passage where key = ?", (key,)))
    try:
        unpack(found[0], template)
        unpack_marks(found[1])
        for _, row in rows:
            unpack_row(row)
    except DamagedCacheError:
        return None
    return Kept(key, *found, light[0], rows) if unpack_light(light[0]) is not None else None
