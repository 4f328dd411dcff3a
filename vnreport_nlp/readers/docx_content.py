"""What the walk through a Word file collects before it becomes a Document: paragraphs of chunks with events between them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from ..model import Story
from .docx_styles import RunProps
from .numbering import Label

LONGEST = 4000
"""Characters after which a chunk is not joined with the next: joining without end costs the square of the length."""
EventKind = Literal["note", "comment_start", "comment_end", "inserted", "deleted", "moved", "picture"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters of one run; ``number`` counts the ``w:p`` of the part from 1, ``source`` is the offset in that paragraph."""

    text: str
    run: RunProps
    page: int | None
    number: int | None
    source: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens at a raw offset of a paragraph: a note's reference, a comment's edge, a change, a large picture."""

    kind: EventKind
    at: int
    key: str = ""
    """``footnote:3``, a comment's id, or the text of a deletion."""
    end: int = -1
    author: str = ""
    font: str | None = None
    """The font of deleted text, which may be an old one."""


@dataclass(slots=True)
class RawParagraph:
    """One displayed paragraph, possibly of several ``w:p`` whose marks were deleted."""

    story: Story
    cell: tuple[int, int, int] | None = None
    chunks: list[Chunk] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    length: int = 0
    level: int | None = None
    centered: bool = False
    label: Label | None = None
    label_run: RunProps = field(default_factory=RunProps)
    page: int | None = None
    note: str = ""
    """The note that this paragraph belongs to, as in ``Event.key``."""
    section: int = 0
    """The section of the document that it stands in, from 0."""
    number: int | None = None
    """The ``w:p`` that tells the place of characters without one of their own: automatic numbers, embedded documents."""
    run_on: bool = False
    """Whether its mark is hidden, so that the next paragraph begins in its last line."""
    framed: bool = False
    """Whether it floats in a frame beside the text."""

    def add(
        self, text: str, run: RunProps, page: int | None, number: int | None, source: int, *, by_sight: bool = False
    ) -> None:
        """Append characters of a run, joined with the chunk before when that is of the same make, and look ``by_sight``."""
        last = self.chunks[-1] if self.chunks else None
        self.length += len(text)
        if (
            last is not None
            and last.run == run
            and last.page == page
            and last.number == number
            and last.source + len(last.text) == source
            and len(last.text) < LONGEST
            and not (by_sight and last.run.sight != run.sight)
        ):
            self.chunks[-1] = Chunk(last.text + text, run, page, number, last.source)
        else:
            self.chunks.append(Chunk(text, run, page, number, source))

    def happen(self, event: Event) -> None:
        """Remember a change, joined with the one before when that is the same author's and touches it."""
        last = self.events[-1] if self.events else None
        if last is not None and last.kind == event.kind and last.author == event.author:
            if event.end >= 0 and last.end == event.at:
                self.events[-1] = Event(event.kind, last.at, "", event.end, event.author)
                return
            if event.end < 0 and last.end < 0 and last.at == event.at and event.kind in ("deleted", "moved"):
                self.events[-1] = replace(last, key=last.key + event.key)
                return
        self.events.append(event)

    @property
    def ends_with_figure(self) -> bool:
        """Whether the last character is a digit."""
        return bool(self.chunks) and self.chunks[-1].text[-1:].isdecimal()

    @property
    def raw(self) -> str:
        """The characters as stored."""
        return "".join(c.text for c in self.chunks)


def settle_moves(paragraphs: list[RawParagraph], *, moved_to: bool) -> None:
    """A move is told where its text arrived; text that was moved away and arrives nowhere counts as deleted."""
    for paragraph in paragraphs:
        if not any(e.kind == "moved" and e.end < 0 for e in paragraph.events):
            continue
        left = [e for e in paragraph.events if not (moved_to and e.kind == "moved" and e.end < 0)]
        paragraph.events = [replace(e, kind="deleted") if e.kind == "moved" and e.end < 0 else e for e in left]
