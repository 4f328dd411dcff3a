"""How letters and paragraphs of an RTF file meet the eye: colours, sizes, squeezed letters, lines and indents without room."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .docx_shades import UNKNOWN
from .docx_styles import RunProps

LINE = 80
"""Twentieths of a point, as in a Word file: an exact height of a line below which nothing shows."""
WIDE = 10900
"""Twentieths of a point: an indent that leaves nothing of a page of A4."""
_SHADES = frozenset({"cb", "chcbpat", "highlight"})


@dataclass(slots=True)
class Colours:
    """The colour table of a file while it is read and afterwards."""

    known: list[str | None] = field(default_factory=list)
    _parts: dict[str, int] = field(default_factory=dict)

    def word(self, word: str, value: int | None) -> None:
        """One of ``red``, ``green`` and ``blue``."""
        if word in ("red", "green", "blue"):
            self._parts[word] = min(max(value or 0, 0), 255)

    def text(self, text: str) -> None:
        """Each semicolon ends a colour; one that says nothing is the program's own."""
        for _ in range(text.count(";")):
            parts = [self._parts.get(name, 0) for name in ("red", "green", "blue")]
            self.known.append("".join(f"{p:02X}" for p in parts) if self._parts else None)
            self._parts.clear()

    def get(self, index: int | None) -> str | None:
        """A colour by its number; None for the program's own."""
        return self.known[index] if index is not None and 0 <= index < len(self.known) else None


@dataclass(slots=True)
class Look:
    """What a paragraph says of its place until ``\\pard``."""

    shade: int | None = None
    pattern: bool = False
    left: int = 0
    right: int = 0
    line: int = 0
    multiple: bool = False

    def word(self, word: str, value: int | None) -> bool:
        """Take one control word; whether it was one of a paragraph's look."""
        number = value or 0
        if word == "cbpat":
            self.shade = number
        elif word in ("shading", "cfpat"):
            self.pattern = True
        elif word in ("li", "lin"):
            self.left = number
        elif word in ("ri", "rin"):
            self.right = number
        elif word == "sl":
            self.line = number
        elif word == "slmult":
            self.multiple = number == 1
        else:
            return False
        return True

    def behind(self, colours: Colours, *, shaded: bool) -> str:
        """What lies behind the paragraph; ``shaded`` when its cell or shape may have a colour of its own."""
        if self.pattern or (shaded and self.shade is None):
            return UNKNOWN
        return colours.get(self.shade) or ""

    def off(self) -> bool:
        """Whether nothing of the paragraph shows."""
        exact = -LINE < self.line < 0 and not self.multiple
        return exact or self.left <= -WIDE or max(self.left, self.right) >= WIDE


def seen(run: RunProps, word: str, value: int | None, colours: Colours) -> RunProps:
    """The run with one control word of its look."""
    sight, number = run.sight, value or 0
    if word == "cf":
        sight = replace(sight, colour=colours.get(number) or UNKNOWN)
    elif word in _SHADES:
        sight = replace(sight, behind=colours.get(number) or "")
    elif word == "fs":
        sight = replace(sight, size=number)
    elif word == "charscalex":
        sight = replace(sight, scale=number)
    elif word == "expndtw":
        sight = replace(sight, spacing=number)
    else:
        return run
    return run if sight == run.sight else replace(run, sight=sight)
