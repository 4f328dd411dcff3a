"""T701 for what no Vietnamese syllable can be: the tone on the ``u`` of ``qu`` (``qùa``), ``ươ`` with one of its horns lost (``nuớc``)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ...expressions import lazy

_CODA = r"(?:c|ng|n|t|m|p|i|u)"
_QU = lazy(r"q(?P<u>[ùúủũụ])(?P<v>[aăâeêiơy])(?P<rest>[a-zà-ỹ]{0,2})")
_UO = lazy(rf"(?P<head>[a-zđ]{{0,3}}(?<!q))(?P<uo>u[ơớờởỡợ]|ư[oóòỏõọ])(?P<coda>{_CODA})")
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
    return ""
