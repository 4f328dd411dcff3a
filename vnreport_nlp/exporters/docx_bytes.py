"""Word files with equal bytes for equal content: a fixed date in the archive, parts in a fixed order."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED = (1980, 1, 1, 0, 0, 0)
CREATED = datetime(2025, 1, 1)
"""A fixed date, so that equal input gives equal bytes."""


def save(document: Any, target: Path) -> None:
    """Save a python-docx document without the clock."""
    buffer = BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as source, ZipFile(target, "w", ZIP_DEFLATED) as out:
        for name in source.namelist():
            info = ZipInfo(name, FIXED)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            out.writestr(info, source.read(name))


def stamp(document: Any, *, title: str, author: str) -> None:
    """Fixed properties of a new document."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:250], author, author
    properties.created = properties.modified = CREATED
    properties.comments = ""
