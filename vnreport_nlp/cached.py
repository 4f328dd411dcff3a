"""Where compiled data of this user are kept, and how they are written there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Value = TypeVar("Value")


def cache_folder() -> Path:
    """``VNREPORT_CACHE`` if set, else the user's cache folder."""
    chosen = os.environ.get("VNREPORT_CACHE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("vnreport", appauthor=False))


def write_whole(file: Path, content: bytes) -> bool:
    """Write a file as a whole or not at all, its folder with it; False when the folder cannot be written."""
    from .whole import write_bytes  # seldom written: `--help` needs it not

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(file, content)
    except OSError:
        return False
    return True


def read_regular(file: Path) -> bytes:
    """The bytes of a file; OSError for what is none: a pipe or a device in its place may never end."""
    if not file.is_file():
        raise FileNotFoundError(file)
    return file.read_bytes()


_HEAD = 8
"""Bytes in front of a framed index: the checksum of all that follows, and the length of the index."""
_UNIT = 8
"""What stands behind an index begins at a multiple of so many bytes, as numbers are read fastest."""


def framed(index: object, body: bytes) -> bytes:
    """A checksum, the length of an index, the index as JSON, and what it tells of: one file that is read in one piece."""
    import json
    import zlib

    told = json.dumps(index, ensure_ascii=False).encode("utf-8", "surrogatepass")
    told = told.ljust(-(-len(told) // _UNIT) * _UNIT)
    content = len(told).to_bytes(4, "big") + told + body
    return zlib.crc32(content).to_bytes(4, "big") + content


def unframed(file: Path) -> tuple[Any, memoryview]:
    """The index and the rest of a file that ``framed`` made; OSError for no file, ValueError for another checksum."""
    import json  # here and above: `--help` reads no such file
    import zlib

    content = memoryview(read_regular(file))  # some megabytes, which need not be copied piece by piece
    end = _HEAD + int.from_bytes(content[4:_HEAD], "big")
    if zlib.crc32(content[4:]) != int.from_bytes(content[:4], "big"):
        raise ValueError(file)
    return json.loads(str(content[_HEAD:end], "utf-8", "surrogatepass")), content[end:]


def kept(
    kind: str, source: bytes, make: Callable[[], Value], write: Callable[[Value], object], read: Callable[[Any], Value]
) -> Value:
    """What is made of a source, made once for each source and version of the package and kept as JSON in between.

    ``kind`` names the folder and says by a number which layout the value has; ``write`` gives what JSON can hold, ``read``
    the value again. A file that is damaged, edited by hand or cannot be written only means making again.
    """
    import json
    from hashlib import sha256

    from . import __version__

    file = cache_folder() / kind / f"{sha256(__version__.encode() + source).hexdigest()[:32]}.json"
    try:
        head, _, text = read_regular(file).partition(b"\n")
        if head.decode("ascii") == sha256(text).hexdigest():
            told, text = text.decode("utf-8", "surrogatepass"), b""  # megabytes, which need not be kept twice
            return read(json.loads(told))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    value = make()
    content = json.dumps(write(value), ensure_ascii=False).encode("utf-8", "surrogatepass")
    write_whole(file, sha256(content).hexdigest().encode("ascii") + b"\n" + content)
    return value
