"""What the caller may say about how a file is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from .limits import Limits


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of ``read``; ``encoding`` overrules detection for text formats (``tcvn3``, ``vni`` or a Python codec)."""

    password: str | None = field(default=None, repr=False)
    ocr: bool = True
    encoding: str | None = None
    limits: Limits = field(default_factory=Limits)
