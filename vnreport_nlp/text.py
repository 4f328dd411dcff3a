"""One normal form at the door, folded keys for comparison, syllables for lengths."""

from __future__ import annotations

import re
import unicodedata

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_SYLLABLE = re.compile(r"[^\W_]+(?:[.,/-][^\W_]+)*")


def nfc(text: str) -> str:
    """NFC without zero-width marks (facts section 4: strip first, the other order is not idempotent)."""
    return unicodedata.normalize("NFC", text.translate(_ZERO_WIDTH))


def fold(text: str) -> str:
    """Lower case, white space folded, and the tone mark moved to the end of its syllable: ``Uỷ`` equals ``Ủy``."""
    parts = unicodedata.normalize("NFD", text.lower())
    return " ".join(_LETTERS.sub(_tone_last, parts).split())


def _tone_last(m: re.Match[str]) -> str:
    word = m[0]
    tone = "".join(c for c in word if c in _TONES)
    base = "".join(c for c in word if c not in _TONES)
    return unicodedata.normalize("NFC", base) + tone[:1]


def plain(text: str) -> str:
    """Lower case ASCII-like letters without any marks: the coarsest key, for noisy text."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def syllables(text: str) -> list[str]:
    """Syllables and figures of a text, as printed."""
    return _SYLLABLE.findall(text)
