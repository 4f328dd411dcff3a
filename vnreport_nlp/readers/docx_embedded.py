"""Documents inside a Word file (``w:altChunk``): whole files of another kind, whose text Word takes over where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from ..errors import ReadError
from ..expressions import compiled
from ..model import Document, Paragraph, ReadWarning, Span, Story
from .docx_content import Event, RawParagraph
from .docx_styles import RunProps
from .numbering import Label
from .ooxml import Package, Relationship
from .options import ReadOptions

_MARKUP = compiled(rb"(?:\xef\xbb\xbf)?\s*<")
TYPES = "[Content_Types].xml"
_KEPT: tuple[Story, ...] = ("body", "table", "textbox", "toc")


class Embedded:
    """Reads embedded documents; ``notes`` holds the paragraphs of their notes by key, ``warnings`` what they lost."""

    def __init__(self, package: Package, links: Mapping[str, Relationship], options: ReadOptions) -> None:
        self.notes: dict[str, list[RawParagraph]] = {}
        self.warnings: list[ReadWarning] = []
        self._package = package
        self._links = links
        self._options = options
        self._count = 0

    def read(self, key: str) -> list[RawParagraph] | None:
        """The paragraphs of the part behind a link; None when it cannot be read, or too many were read before."""
        link = self._links.get(key)
        if link is None or link.external or link.target not in self._package:
            return None
        self._count += 1
        if self._count > self._options.limits.embedded:
            return None
        try:
            document = self._document(self._package.read(link.target), link.target)
        except ReadError as error:
            # an empty part loses nothing
            return [] if error.code == "empty" else None
        self.warnings += [w for w in document.warnings if w not in self.warnings]
        return self._paragraphs(document)

    def _document(self, data: bytes, name: str) -> Document:
        from .dispatch import find_reader, read_bytes

        limits = self._options.limits
        inner = replace(limits, embedded=0, total_bytes=limits.total_bytes // max(1, limits.embedded))
        options = replace(self._options, limits=inner, encoding=None)
        html = find_reader("html")
        # a fragment of a page may begin with anything
        if html is not None and self._is_page(name) and _MARKUP.match(data):
            return html(data, name, options)
        return read_bytes(data, name, options=options)

    def _is_page(self, name: str) -> bool:
        """Whether the package or the part's name calls a part HTML."""
        named = name.lower().endswith(("html", ".htm"))
        types = self._package.xml(TYPES)
        for node in () if types is None else types:
            if node.get("PartName", "").lstrip("/").lower() == name.lower():
                named = named or "html" in node.get("ContentType", "")
        return named

    def _paragraphs(self, document: Document) -> list[RawParagraph]:
        references: dict[int, list[str]] = {}
        for index, note in enumerate(document.footnotes):
            key = f"{note.kind}:{self._count}/{index}"
            if note.reference is not None:
                references.setdefault(note.reference, []).append(key)
                inside = [p for _, p in document.paragraphs_in(note.span)]
                self.notes[key] = [_raw(document, p, {}, note.kind, key) for p in inside]
        shown = [p for p in document.paragraphs if p.story in _KEPT]
        return [_raw(document, p, references, p.story) for p in shown]


def _raw(
    document: Document, paragraph: Paragraph, references: Mapping[int, list[str]], story: Story, note: str = ""
) -> RawParagraph:
    """A paragraph as the walk through a Word file collects it; its characters lie in no paragraph of the outer file."""
    raw = RawParagraph(story, paragraph.cell, level=paragraph.level, centered=bool(paragraph.centered), note=note)
    start = paragraph.start
    label = paragraph.label
    if label is not None:
        bullet = paragraph.list_item and not any(map(str.isalnum, document.text[label.start : label.end]))
        raw.label = Label(document.text[label.start : label.end].strip(), paragraph.label_level or 0, bullet)
        start = label.end
    while start < paragraph.end and document.text[start] == " ":
        start += 1
    marks = [at + 1 for at in references if start <= at < paragraph.end]
    edges = [e for span in (*paragraph.bold, *paragraph.italic) for e in (span.start, span.end)]
    cuts = sorted({start, paragraph.end, *(e for e in (*edges, *marks) if start < e < paragraph.end)})
    for a, b in pairwise(cuts):
        run = RunProps(_holds(paragraph.bold, a), _holds(paragraph.italic, a))
        raw.add(document.text[a:b], run, None, None, a - start)
    raw.events = [Event("note", at - start, key) for at in sorted(marks) for key in references[at - 1]]
    return raw


def _holds(spans: tuple[Span, ...], offset: int) -> bool:
    return any(offset in span for span in spans)
