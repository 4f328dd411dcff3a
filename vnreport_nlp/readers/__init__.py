"""From a file to a ``Document``: ``read`` sniffs the content, finds the reader and turns every accident into ``ReadError``."""

from __future__ import annotations

from .dispatch import Reader, read, read_bytes
from .limits import Limits
from .options import ReadOptions

__all__ = ["Limits", "ReadOptions", "Reader", "read", "read_bytes"]
