"""From the collected paragraphs of a Word file to the builder: old fonts decoded, numbers put in front, lines cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .build import Builder, Mark, ParagraphDraft
from .docx_content import Chunk, RawParagraph
from .docx_fonts import FontDecoder
from .numbering import Label

_NEW_LINE = re.compile(
    r"\n(?=\s*(?:[-–+•*]\s|\d{1,2}(?:\.\d{1,2}){0,4}[.)]\s|(?:[IVX]{1,5}|[A-Z])[.)–-]\s|[a-zđ]\)\s|\(\d{1,2}\)\s))"
)


class Emitter:
    """Hands paragraphs to the builder and remembers where their events came to lie."""

    def __init__(self, builder: Builder, fonts: FontDecoder) -> None:
        self.builder = builder
        self.fonts = fonts
        self.comments: dict[str, list[Mark]] = {}

    def emit(self, raw: RawParagraph) -> None:
        """Add one paragraph with its notes, revisions and comment edges."""
        draft = self._draft(raw)
        cuts = sorted({at for e in raw.events for at in (e.at, e.end if e.end >= 0 else e.at)})
        places: dict[int, Mark] = {}
        if raw.label is not None and raw.label.text:
            self._add_label(draft, raw, raw.label)
        offset = 0
        for chunk in raw.chunks:
            for part in _cut(chunk, offset, cuts):
                start = offset
                self._places(places, cuts, start, draft)
                draft = self._add(draft, raw, part)
                offset += len(part.text)
        self._places(places, cuts, offset, draft, last=True)
        self._events(raw, places)

    def _draft(self, raw: RawParagraph) -> ParagraphDraft:
        label = raw.label if raw.label is not None and raw.label.text else None
        draft = ParagraphDraft(
            raw.story, raw.level, None if label is None else label.level, raw.cell, raw.centered,
            label is not None and label.bullet,
        )  # fmt: skip
        self._place(raw, draft)
        return draft

    def _place(self, raw: RawParagraph, draft: ParagraphDraft) -> None:
        kind, _, _ = raw.note.partition(":")
        if kind in ("footnote", "endnote") and raw.note in self.builder.notes:
            draft.story = "footnote" if kind == "footnote" else "endnote"
            self.builder.notes[raw.note].paragraphs.append(draft)
        else:
            self.builder.append(draft)

    def _add_label(self, draft: ParagraphDraft, raw: RawParagraph, label: Label) -> None:
        look = raw.chunks[0].run if raw.chunks else raw.label_run
        text, _ = self.fonts.decode(label.text, label.font or raw.label_run.font)
        number = raw.chunks[0].number if raw.chunks else None
        bold, italic = bool(look.bold), bool(look.italic)
        draft.add(text, page=raw.page, paragraph=number, bold=bold, italic=italic, label=True)
        draft.add(" ", page=raw.page, paragraph=number, bold=bold, italic=italic)

    def _add(self, draft: ParagraphDraft, raw: RawParagraph, chunk: Chunk) -> ParagraphDraft:
        text, offsets = self.fonts.decode(chunk.text, chunk.run.font)
        if chunk.run.caps:
            text = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
        at = 0
        for match in _NEW_LINE.finditer(text) if "\n" in text and draft.length + len(text) else ():
            self._run(draft, chunk, text, offsets, at, match.start())
            at = match.end()
            if draft.text.strip():
                draft = ParagraphDraft(raw.story, raw.level, None, raw.cell, raw.centered)
                self._place(raw, draft)
        self._run(draft, chunk, text, offsets, at, len(text))
        return draft

    def _run(
        self, draft: ParagraphDraft, chunk: Chunk, text: str, offsets: Sequence[int] | None, start: int, end: int
    ) -> None:
        where: int | list[int] = chunk.source + start
        if offsets is not None:
            where = [chunk.source + o for o in offsets[start:end]]
        draft.add(
            text[start:end].replace("\n", " "), source=where, page=chunk.page, paragraph=chunk.number,
            bold=bool(chunk.run.bold), italic=bool(chunk.run.italic),
        )  # fmt: skip

    def _places(
        self, places: dict[int, Mark], cuts: list[int], offset: int, draft: ParagraphDraft, *, last: bool = False
    ) -> None:
        for cut in cuts:
            if cut not in places and (cut == offset or (last and cut >= offset)):
                places[cut] = draft.here()

    def _events(self, raw: RawParagraph, places: dict[int, Mark]) -> None:
        text = raw.raw
        for event in raw.events:
            start = places[event.at]
            if event.kind == "note":
                start.paragraph.references.append((event.key, start.offset))
            elif event.kind == "comment_start" or event.kind == "comment_end":
                edges = self.comments.setdefault(event.key, [])
                if len(edges) == (event.kind == "comment_end"):
                    edges.append(start)
            else:
                end = places[event.end] if event.end >= 0 else start
                changed = text[event.at : event.end] if event.end >= 0 else event.key
                self.builder.revision(event.kind, start, end, changed, event.author)


def _cut(chunk: Chunk, offset: int, cuts: list[int]) -> list[Chunk]:
    """The chunk cut at the offsets where events lie."""
    inside = [c - offset for c in cuts if offset < c < offset + len(chunk.text)]
    if not inside:
        return [chunk]
    edges = [0, *inside, len(chunk.text)]
    return [
        Chunk(chunk.text[a:b], chunk.run, chunk.page, chunk.number, chunk.source + a)
        for a, b in pairwise(edges)
    ]
