"""The compiled tables in the user's cache folder; every failure to read or write only means compiling again.

A checksum, the length of an index, the index as JSON, then every array as it lies in memory: numpy's own archive is read
in twice the time and imports what nothing else of a structural check needs.
"""

from __future__ import annotations

import json
import sys
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..cached import cache_folder, read_regular, write_whole
from .tables import NAMES, Tables

LAYOUT = 3
"""Raise when the tables' layout or the method changes."""
TYPES = ("<f8", "<i8", "<u8", "|u1")
"""The types of arrays that tables have."""
_HEAD = 8
_UNIT = 8
"""Arrays begin at multiples of so many bytes."""


def table_file(digest: str) -> Path:
    """Where the tables of one model for this Python are kept."""
    python = f"py{sys.version_info.major}{sys.version_info.minor}"
    return cache_folder() / "words" / f"{digest[:32]}-{LAYOUT}-{python}.bin"


def load(path: Path) -> Tables | None:
    """Tables from a file, None when there is none or it is damaged."""
    try:
        content = read_regular(path)
        start = _HEAD + int.from_bytes(content[4:_HEAD], "big")
        if zlib.crc32(memoryview(content)[4:]) != int.from_bytes(content[:4], "big"):
            return None
        index = json.loads(content[_HEAD:start])
        arrays: dict[str, npt.NDArray[np.generic]] = {}
        for name, kind, shape, order in index:
            if kind not in TYPES:
                return None
            flat = np.frombuffer(content, np.dtype(kind), int(np.prod(shape, dtype=np.int64)), start)
            arrays[name] = flat.reshape(shape, order=order)
            start += _padded(flat.nbytes)
        return Tables(**arrays) if set(arrays) == set(NAMES) else None  # type: ignore[arg-type]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def save(path: Path, tables: Tables) -> bool:
    """Write the tables; False when the folder cannot be written."""
    index, parts = [], []
    for name in NAMES:
        array = getattr(tables, name)
        order = "F" if array.ndim > 1 and array.flags.f_contiguous else "C"
        kind = array.dtype.newbyteorder("<")
        index.append([name, kind.str, array.shape, order])
        data = array.astype(kind).tobytes(order)
        parts.append(data.ljust(_padded(len(data)), b"\0"))
    told = json.dumps(index).encode("ascii")
    told = told.ljust(_padded(len(told)))
    content = len(told).to_bytes(4, "big") + told + b"".join(parts)
    return write_whole(path, zlib.crc32(content).to_bytes(4, "big") + content)


def _padded(size: int) -> int:
    return -(-size // _UNIT) * _UNIT
