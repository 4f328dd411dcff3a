"""Words and numbers that a narrow cell of a PDF breaks over its lines (``quyề`` / ``n``, ``20.47`` / ``7``)."""

from __future__ import annotations

from ..expressions import compiled
from .pdf_letters import TextLine

_GROUPED = compiled(r"\d{1,3}(?:\.\d{3})*\.\d{0,2}")
_WHOLE = compiled(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = compiled(r"\d{1,3}(?:\.\d{3})*,\d*")
_REST = compiled(r"(?:ch|ng|nh|[cmnpthiou])(?=[\s,;.):]|$)")
"""What may end a syllable and is none: a line of a text does not begin with it."""
_ONSET = compiled(r"(?:[Nn]gh|[Nn]g|[Nn]h|[Tt]h|[Tt]r|[Cc]h|[Kk]h|[Pp]h|[Gg]h)")
"""What begins a syllable and is none."""
_CLOSING = compiled(r"[,;.:)\]%](?:\s|$)")
HAIR = 0.5
"""Points that a line may miss its cell's edge by and still be full."""


def torn(above: TextLine, line: TextLine) -> bool:
    """Whether a line begins with the rest of the one word that the line above it holds."""
    word, rest = above.text.strip(), line.text.strip()
    first = rest.split(" ", maxsplit=1)[0]
    if not word or not first or " " in word:
        return False  # a word that is broken stands alone in its line
    if _CLOSING.match(rest):
        return True
    if word[-1].isalpha():
        return _REST.match(rest) is not None or (_ONSET.fullmatch(word) is not None and rest[0].islower())
    if not first.isdigit() or first != rest:
        return False
    if _GROUPED.fullmatch(word):
        return _WHOLE.fullmatch(word + first) is not None
    return _DECIMAL.fullmatch(word) is not None and above.x1 + _width(line) >= above.room - HAIR


def _width(line: TextLine) -> float:
    """How wide the first character is."""
    return next((g.x1 - g.x0 for g in line.glyphs if g.char != " "), 0.0)
