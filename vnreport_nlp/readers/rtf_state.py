"""What an RTF reader remembers: a group between its braces, the properties of a paragraph, the look of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from .docx_content import EventKind, RawParagraph
from .docx_styles import PLAIN_RUN, RunProps
from .rtf_look import Look

TOGGLES = frozenset({"b", "i", "caps", "scaps", "v", "super"})


def toggled(run: RunProps, word: str, value: bool) -> RunProps:
    """The run with one of ``TOGGLES`` on or off."""
    if word == "b":
        return replace(run, bold=value)
    if word == "i":
        return replace(run, italic=value)
    if word in ("caps", "scaps"):
        return replace(run, caps=value)
    return replace(run, hidden=value) if word == "v" else replace(run, raised=value)


@dataclass(slots=True)
class Group:
    """What a brace opens: it ends with the closing brace."""

    run: RunProps = PLAIN_RUN
    font: int = -1
    skip: int = 1
    change: EventKind | None = None
    place: str = ""
    """Empty for visible text, ``unseen``, ``fonttbl``, ``listtext``, ``annotation`` or ``atnauthor``."""
    restore: Callable[[], None] | None = None


@dataclass(slots=True)
class Para:
    """Paragraph properties until ``\\pard``."""

    centered: bool = False
    table: bool = False
    level: int | None = None
    style: int = 0
    num: str | None = None
    """The list that the paragraph names, ``0`` for none; None where it leaves that to its style."""
    list_level: int | None = None
    look: Look = field(default_factory=Look)

    def word(self, word: str, value: int | None) -> bool:
        """Take one control word of the paragraph's properties; whether it was one."""
        if word == "intbl":
            self.table = True
        elif word in ("qc", "ql", "qr", "qj"):
            self.centered = word == "qc"
        elif word == "outlinelevel":
            self.level = (value or 0) + 1 if (value or 0) < 9 else None
        elif word == "ilvl":
            self.list_level = value or 0
        elif word == "ls":
            self.num = str(value or 0)
        elif word == "s":
            self.style = value or 0
        else:
            return self.look.word(word, value)
        return True


def settle_frames(found: Sequence[RawParagraph]) -> None:
    """A table of one cell is a frame around body text."""
    cells: dict[int, set[tuple[int, int, int]]] = {}
    for paragraph in found:
        if paragraph.cell is not None:
            cells.setdefault(paragraph.cell[0], set()).add(paragraph.cell)
    for paragraph in found:
        if paragraph.cell is not None and cells[paragraph.cell[0]] == {(paragraph.cell[0], 1, 1)}:
            paragraph.story, paragraph.cell = "body", None
