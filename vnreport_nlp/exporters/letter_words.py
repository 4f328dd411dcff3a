"""Small things that a letter does with the words it quotes."""

from __future__ import annotations

from ..expressions import compiled

YEARS = compiled(r"(?<=\d{4})\s*[-–—]\s*(?=\d{4})")
WORD = compiled(r"[^\W\d_]{2,}")


def is_bare(text: str) -> bool:
    """Whether a quote is a figure without a word."""
    return any(c.isdigit() for c in text) and WORD.search(text) is None


def spaced(period: str) -> str:
    """``2020 - 2025`` however it is printed."""
    return YEARS.sub(" - ", period)


def low(text: str) -> str:
    """A sentence that goes on another: its first letter small, unless the word is all capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def cut(text: str, most: int) -> str:
    """A text that fits, cut between words."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0].rstrip(" ,;:(“") + "…"
