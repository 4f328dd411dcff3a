"""How the digits of two figures lie."""

from __future__ import annotations

from .stated import Stated

LONG = 3
"""A digit is lost of a figure so long; shorter ones are alike by chance."""


def rounded(a: Stated, b: Stated) -> bool:
    """Whether one value is the other one rounded."""
    low, high = (a, b) if len(a.digits) <= len(b.digits) else (b, a)
    digits = low.digits.replace(",", "").rstrip("0")
    full = high.digits.replace(",", "")
    if not digits or len(full) <= len(digits):
        return False
    if abs(a.value - b.value) * 20 > max(a.value, b.value):
        return False
    return full.startswith(digits) or str(int(full[: len(digits)]) + 1) == digits


def lost(a: Stated, b: Stated) -> bool:
    """Whether the digits of one are those of the other without one of them (``1.218`` and ``128``); the first digit stands."""
    short, long = sorted((a.digits, b.digits), key=len)
    if a.unit or len(long) != len(short) + 1 or len(short) < LONG or short[0] != long[0]:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long)))
