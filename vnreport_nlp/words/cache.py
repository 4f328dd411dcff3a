"""The compiled tables in the user's cache folder; every failure to read or write only means compiling again.

Every array lies in the file as it lies in memory: numpy's own archive is read in twice the time and imports what nothing
else of a structural check needs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..cached import cache_folder, framed, unframed, write_whole
from .tables import NAMES, Tables

LAYOUT = 4
"""Raise when the tables' layout or the method changes."""
TYPES = ("<f8", "<i8", "<u8", "|u1")
"""The types of arrays that tables have."""


def table_file(digest: str) -> Path:
    """Where the tables of one model for this Python are kept."""
    python = f"py{sys.version_info.major}{sys.version_info.minor}"
    return cache_folder() / "words" / f"{digest[:32]}-{LAYOUT}-{python}.bin"


def load(path: Path) -> Tables | None:
    """Tables from a file, None when there is none or it is damaged."""
    try:
        index, content = unframed(path)
        start = 0
        arrays: dict[str, npt.NDArray[np.generic]] = {}
        for name, kind, shape, order in index:
            if kind not in TYPES:
                return None
            flat = np.frombuffer(content, np.dtype(kind), int(np.prod(shape, dtype=np.int64)), start)
            arrays[name] = flat.reshape(shape, order=order)
            start += flat.nbytes
        return Tables(**arrays) if set(arrays) == set(NAMES) else None  # type: ignore[arg-type]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def save(path: Path, tables: Tables) -> bool:
    """Write the tables; False when the folder cannot be written."""
    index, parts = [], []
    wide_first = sorted(NAMES, key=lambda name: -getattr(tables, name).itemsize)  # numbers begin at multiples of eight
    for name in wide_first:
        array = getattr(tables, name)
        order = "F" if array.ndim > 1 and array.flags.f_contiguous else "C"
        kind = array.dtype.newbyteorder("<")
        index.append([name, kind.str, array.shape, order])
        parts.append(array.astype(kind).tobytes(order))
    return write_whole(path, framed(index, b"".join(parts)))
