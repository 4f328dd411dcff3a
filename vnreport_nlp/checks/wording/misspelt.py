"""T701 for what no Vietnamese syllable can be: the tone on the ``u`` of ``qu`` (``qùa``), ``ươ`` with one of its horns lost (``nuớc``), a tone told
twice or beside the letter that bears it (``đạị``, ``nghịêp``)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ...expressions import lazy
from .near import TONES

_CODA = r"(?:c|ng|n|t|m|p|i|u)"
_QU = lazy(r"q(?P<u>[ùúủũụ])(?P<v>[aăâeêiơy])(?P<rest>[a-zà-ỹ]{0,2})")
_UO = lazy(rf"(?P<head>[a-zđ]{{0,3}}(?<!q))(?P<uo>u[ơớờởỡợ]|ư[oóòỏõọ])(?P<coda>{_CODA})")
_BEARERS = frozenset("ăâêôơ")
"""Of the vowels of a syllable such a one bears its tone; else ``ư`` does."""
LONGEST = 7
"""Letters of a syllable (``nghiêng``)."""
_HORNS = str.maketrans("uoóòỏõọ", "ươớờởỡợ")


@lru_cache(maxsize=1 << 13)
def misspelt(word: str) -> str:
    """The syllable that a word no syllable can be spelt like is meant for, in small letters; empty for any other word."""
    low = word.lower()
    if (m := _UO.fullmatch(low)) is not None:
        return m["head"] + m["uo"].translate(_HORNS) + m["coda"]
    if (m := _QU.fullmatch(low)) is not None:
        tone = unicodedata.normalize("NFD", m["u"])[1]
        return f"qu{unicodedata.normalize('NFC', m['v'] + tone)}{m['rest']}"
    return _borne(low) if len(low) <= LONGEST else ""


def _borne(low: str) -> str:
    """A syllable whose one tone stands twice, or not on the vowel with a mark that bears it, with its tone there; empty for any other."""
    letters = [unicodedata.normalize("NFD", c) for c in low]
    tones = [next((t for t in c[1:] if t in TONES), "") for c in letters]
    toned = [k for k, tone in enumerate(tones) if tone]
    if not toned or len(set(tones) - {""}) != 1:
        return ""
    plain = [unicodedata.normalize("NFC", c.replace(t, "") if t else c) for c, t in zip(letters, tones, strict=True)]
    bearers = [k for k, c in enumerate(plain) if c in _BEARERS] or [k for k, c in enumerate(plain) if c == "ư"]
    at = bearers[0] if len(bearers) == 1 else toned[0]
    if toned == [at] or len(bearers) > 1:
        return ""
    plain[at] = unicodedata.normalize("NFC", plain[at] + tones[toned[0]])
    return "".join(plain)
