"""Capital letters of Vietnamese, as a character class."""

from __future__ import annotations

from ..text import CAPITALS as UPPER

__all__ = ["UPPER"]
