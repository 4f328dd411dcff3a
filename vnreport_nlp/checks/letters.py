"""Capital letters of Vietnamese, as a character class: the one of the whole package."""

from __future__ import annotations

UPPER = "A-ZĐ" + "".join(
    c
    for c in map(chr, (*range(0xC0, 0xDE), *range(0x102, 0x1B0), *range(0x1EA0, 0x1EFA)))
    if c.isupper() and c.isalpha()
)
"""For use inside ``[…]``."""
