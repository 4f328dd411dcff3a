"""What a reader returns: one normalised text and the spans that lead back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Story = Literal["body", "table", "textbox", "footnote", "endnote", "header", "footer", "toc"]
PageBasis = Literal["none", "layout", "breaks", "pdf", "ocr"]


def shortened(text: str, limit: int) -> str:
    """``text`` cut with ``…`` between two words when it is longer than ``limit``; a word without end is cut in itself."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    if not text[limit - 1].isspace():
        kept = kept.rpartition(" ")[0] or kept
    return kept.rstrip(" ,;:-–") + "…"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in ``Document.text``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Location:
    """A place a reviewer can open; what a format does not have is None (all numbers from 1)."""

    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    footnote: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paragraph's characters that lies in one place of the source.

    ``source`` is the offset of the piece's first character in the decoded, NFC-normalised source: the whole file
    for text formats, the raw text of source paragraph ``paragraph`` for the others. Inside a piece offsets run in step.
    ``source`` is None for characters that the reader generated (an automatic number).
    """

    start: int
    end: int
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the draft: ``Document.text[start:end]``, without line breaks at its ends.

    ``level`` is the depth its style or mark claims (Word heading style, outline level, ``#``, ``<h2>``), from 1: evidence,
    not truth. ``label_end`` closes an automatic number that Word displays but does not store (``start`` when there is
    none); ``label_level`` is its list level from 0. ``bold`` and ``italic`` are character ranges of the text.
    ``cell`` is (table, row, column) from 1. ``centered`` is None when the format does not tell.
    """

    start: int
    end: int
    story: Story = "body"
    pieces: tuple[Piece, ...] = ()
    level: int | None = None
    label_end: int = -1
    label_level: int | None = None
    bold: tuple[Span, ...] = ()
    italic: tuple[Span, ...] = ()
    cell: tuple[int, int, int] | None = None
    centered: bool | None = None
    list_item: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def label(self) -> Span | None:
        """The automatic number, when the paragraph has one."""
        return Span(self.start, self.label_end) if self.label_end > self.start else None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: its number as printed, where it is referred to (None: nowhere) and the span of its own text."""

    number: str
    reference: int | None
    start: int
    end: int
    kind: Literal["footnote", "endnote"] = "footnote"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change, at its place in the accepted text; ``text`` is what was inserted, deleted or moved."""

    kind: Literal["inserted", "deleted", "moved"]
    start: int
    end: int
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A reviewer's comment found in the file."""

    start: int
    end: int
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something the reader could not keep, by code (see docs/messages)."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class Document:
    """A draft as one text: ``"\\n".join`` of its paragraphs, NFC, notes last; everything else is a span into it."""

    path: str
    format: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...] = ()
    comments: tuple[Comment, ...] = ()
    revisions: tuple[Revision, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    sha256: str = ""
    encoding: str = ""
    page_basis: PageBasis = "none"
    ocr: bool = False
    quality: float = 1.0
    """Share of syllables that are well-formed Vietnamese, numbers or names, in [0, 1]."""
    shifts: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """(offset in the NFC source, offset in the raw decoded source) wherever the two fall out of step."""
    pictures: tuple[int, ...] = field(default=(), repr=False)
    """Offsets behind which a picture stands that is large enough to hold text; its words are not read."""

    @cached_property
    def _starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    def paragraph_at(self, offset: int) -> int | None:
        """Index of the paragraph that holds ``offset`` (None for an empty document)."""
        if not self.paragraphs:
            return None
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraphs_in(self, span: Span) -> Iterator[tuple[int, Paragraph]]:
        """(index, paragraph) of all paragraphs that share characters with ``span``."""
        first = self.paragraph_at(span.start)
        if first is None:
            return
        for index in range(first, len(self.paragraphs)):
            paragraph = self.paragraphs[index]
            if paragraph.start >= span.end:
                return
            if paragraph.end > span.start:
                yield index, paragraph

    def piece_at(self, offset: int) -> Piece | None:
        """The source piece under one character."""
        index = self.paragraph_at(offset)
        if index is None:
            return None
        pieces = self.paragraphs[index].pieces
        for piece in pieces:
            if offset < piece.end:
                return piece
        return pieces[-1] if pieces else None

    def source_offset(self, offset: int) -> int | None:
        """Offset of a character in the raw decoded source (text formats) or raw paragraph text (others)."""
        piece = self.piece_at(offset)
        if piece is None or piece.source is None:
            return None
        at = piece.source + offset - piece.start
        index = bisect_right(self.shifts, (at, 1 << 60)) - 1
        return at if index < 0 else self.shifts[index][1] + at - self.shifts[index][0]

    def locate(self, offset: int) -> Location:
        """Line, page, paragraph and note of one character."""
        piece = self.piece_at(offset)
        note = next((n.number for n in self.footnotes if n.start <= offset < max(n.end, n.start + 1)), None)
        if piece is None:
            return Location(footnote=note)
        return Location(piece.line, piece.page, piece.paragraph, note)

    def quote(self, span: Span, *, limit: int = 200) -> str:
        """The text of ``span`` on one line, cut with ``…`` after ``limit`` characters."""
        text = " ".join(self.text[span.start : span.end].split())
        return shortened(text, limit)
