"""What the caller may say about how a file is read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePath

from .limits import Limits


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of ``read``; ``encoding`` overrules detection for text formats (``tcvn3``, ``vni`` or a Python codec)."""

    password: str | None = field(default=None, repr=False)
    ocr: bool = True
    encoding: str | None = None
    limits: Limits = field(default_factory=Limits)
    units: tuple[tuple[str, str], ...] = ()
    """Whose draft a file is, by the file's name: it stands above what the draft's title block says."""
    unfollowed: tuple[str, ...] = ()
    """Paths of links that are not opened: they lay in a folder, and nobody named the file that they lead to."""

    def unit_of(self, path: str | PurePath) -> str | None:
        """The name given to the unit of one file; its name counts with or without what is behind the last dot."""
        names = {unicodedata.normalize("NFC", n) for n in (PurePath(path).name, PurePath(path).stem)}
        return next((unit for file, unit in self.units if unicodedata.normalize("NFC", file) in names), None)
