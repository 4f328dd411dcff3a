"""The compiled tables in the user's cache folder; every failure to read or write only means compiling again."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib
from pathlib import Path

import numpy as np

from ..cached import cache_folder, write_whole
from .tables import NAMES, Tables

LAYOUT = 2
"""Raise when the tables' layout or the method changes."""


def table_file(digest: str) -> Path:
    """Where the tables of one model for this Python are kept."""
    python = f"py{sys.version_info.major}{sys.version_info.minor}"
    return cache_folder() / "words" / f"{digest[:32]}-{LAYOUT}-{python}.npz"


def load(path: Path) -> Tables | None:
    """Tables from a file, None when there is none or it is damaged."""
    try:
        if not path.is_file():  # a pipe or a device in its place may never end
            return None
        with np.load(path, allow_pickle=False) as arrays:
            if set(arrays.files) != set(NAMES):
                return None
            return Tables(**{name: arrays[name] for name in NAMES})
    except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return None


def save(path: Path, tables: Tables) -> bool:
    """Write the tables; False when the folder cannot be written."""
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **{name: getattr(tables, name) for name in NAMES})
    return write_whole(path, content.getvalue())
