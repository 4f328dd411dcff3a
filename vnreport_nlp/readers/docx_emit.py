"""From the collected paragraphs of a Word file to the builder: old fonts decoded, numbers put in front, lines cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

from .build import Builder, Mark, ParagraphDraft
from .docx_boxes import join_boxed, settle_frames
from .docx_content import Chunk, RawParagraph
from .docx_fonts import FontDecoder
from .docx_layout import settle_report
from .docx_lines import own_lines
from .docx_wrapped import headings_mended, joined
from .numbering import Label


def emit_all(
    builder: Builder, paragraphs: Sequence[RawParagraph], *, more: Sequence[tuple[str | None, str]] = ()
) -> Emitter:
    """Hand all paragraphs over, old fonts decoded run by run, a report in a table as body; footnotes come before endnotes.

    ``more`` is further text (font, characters) that tells which old fonts the file has.
    """
    join_boxed(paragraphs)
    settle_report(paragraphs)
    paragraphs = headings_mended(joined(paragraphs))
    settle_frames(paragraphs)
    fonts = FontDecoder(chain(((c.run.font, c.text) for p in paragraphs for c in p.chunks), more))
    emitter = Emitter(builder, fonts)
    builder.notes = dict(sorted(builder.notes.items(), key=lambda item: item[1].kind == "endnote"))
    for paragraph in paragraphs:
        emitter.emit(paragraph)
    builder.encoding = fonts.encoding
    if fonts.hidden is not None:
        builder.warn("legacy_encoding", fonts.hidden)
    if fonts.scrambled:
        builder.warn("mojibake", fonts.encoding)
    return emitter


class Emitter:
    """Hands paragraphs to the builder and remembers where their events came to lie."""

    def __init__(self, builder: Builder, fonts: FontDecoder) -> None:
        self.builder = builder
        self.fonts = fonts
        self.comments: dict[str, list[Mark]] = {}

    def emit(self, raw: RawParagraph) -> None:
        """Add one paragraph with its notes, revisions and comment edges."""
        draft = self._draft(raw)
        lines = own_lines(raw)
        events = {at for e in raw.events for at in (e.at, e.end if e.end >= 0 else e.at)}
        cuts = sorted(events | lines.keys())
        places: dict[int, Mark] = {}
        if raw.label is not None and raw.label.text:
            self._add_label(draft, raw, raw.label)
        offset = 0
        for chunk in self.fonts.whole_letters(raw.chunks):
            for part in _cut(chunk, offset, cuts):
                if offset in lines and draft.text.strip():
                    level = raw.level if lines[offset] else None
                    draft = ParagraphDraft(raw.story, level, None, raw.cell, raw.centered)
                    self._place(raw, draft)
                if offset in events and offset not in places:
                    places[offset] = draft.here()
                self._add(draft, part, raw.number)
                offset += len(part.text)
        for at in events:
            places.setdefault(at, draft.here())
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
        text = text.upper() if raw.label_run.caps else text
        number = (raw.chunks[0].number if raw.chunks else None) or raw.number
        # the number stands beside the first characters, which may be the first of a page
        page = raw.chunks[0].page if raw.chunks else raw.page
        bold, italic = bool(look.bold), bool(look.italic)
        draft.add(text, page=page, paragraph=number, bold=bold, italic=italic, label=True)
        if not (label.glued and _closed_up(text[-1:], raw.raw[:1])):
            draft.add(" ", page=page, paragraph=number, bold=bold, italic=italic)

    def _add(self, draft: ParagraphDraft, chunk: Chunk, number: int | None) -> None:
        """Add characters; those of no paragraph of this file stand at its paragraph ``number``, and nowhere in it."""
        text, offsets = self.fonts.decode(chunk.text, chunk.run.font)
        if chunk.run.caps:
            text = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
        source: int | list[int] | None = chunk.source if offsets is None else [chunk.source + o for o in offsets]
        if chunk.number is None and number is not None:
            source = None
        draft.add(
            text.replace("\n", " "),
            source=source,
            page=chunk.page,
            paragraph=chunk.number or number,
            bold=bool(chunk.run.bold),
            italic=bool(chunk.run.italic),
        )

    def _events(self, raw: RawParagraph, places: dict[int, Mark]) -> None:
        text, ends = raw.raw, list(accumulate(len(c.text) for c in raw.chunks))
        for event in raw.events:
            start = places[event.at]
            if event.kind == "note":
                start.paragraph.references.append((event.key, start.offset))
            elif event.kind == "picture":
                self.builder.pictures.append(start)
            elif event.kind == "comment_start" or event.kind == "comment_end":
                edges = self.comments.setdefault(event.key, [])
                if len(edges) == (event.kind == "comment_end"):
                    edges.append(start)
            else:
                end = places[event.end] if event.end >= 0 else start
                if event.end >= 0:
                    changed = self.fonts.decode(
                        text[event.at : event.end], raw.chunks[bisect_right(ends, event.at)].run.font
                    )[0]
                else:
                    changed = self.fonts.decode(event.key, event.font)[0]
                self.builder.revision(event.kind, start, end, changed, event.author)


def _closed_up(last: str, first: str) -> bool:
    """Whether a number and the words behind it may stand without a blank: two words run together are read as neither."""
    return not (last.isalnum() and first.isalnum()) or (last.isdigit() and first.isdigit())


def _cut(chunk: Chunk, offset: int, cuts: list[int]) -> list[Chunk]:
    """The chunk cut at the offsets where events lie."""
    inside = [c - offset for c in cuts[bisect_right(cuts, offset) : bisect_left(cuts, offset + len(chunk.text))]]
    if not inside:
        return [chunk]
    edges = [0, *inside, len(chunk.text)]
    return [Chunk(chunk.text[a:b], chunk.run, chunk.page, chunk.number, chunk.source + a) for a, b in pairwise(edges)]
