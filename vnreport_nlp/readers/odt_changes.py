"""Tracked changes of an OpenDocument text: declared in its head, marked where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from .docx_content import Event, RawParagraph
from .odt_styles import TEXT

DC = "{http://purl.org/dc/elements/1.1/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(slots=True)
class Changes:
    """Tracked changes: what was deleted, who did it, and the insertions that are open."""

    deleted: dict[str, tuple[str, str]] = field(default_factory=dict)
    inserted: dict[str, str] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    removing: dict[str, str] = field(default_factory=dict)
    """What has been read of deletions that still stand in the text, as LibreOffice leaves them in flat files."""

    def mark(self, node: etree._Element, target: RawParagraph) -> None:
        """A deletion, or the start or end of an insertion, where the text stands now."""
        key = node.get(TEXT + "change-id", "")
        if node.tag == TEXT + "change" and key in self.deleted:
            text, author = self.deleted[key]
            target.events.append(Event("deleted", target.length, text, -1, author))
        elif node.tag == TEXT + "change-start" and key in self.inserted:
            self.open[key] = target.length
        elif node.tag == TEXT + "change-start" and key in self.deleted:
            self.removing[key] = ""
        elif node.tag == TEXT + "change-end" and key in self.removing:
            text = self.removing.pop(key) or self.deleted[key][0]
            target.events.append(Event("deleted", target.length, text, -1, self.deleted[key][1]))
        elif node.tag == TEXT + "change-end" and key in self.open:
            self._insertion(key, self.open.pop(key), target)

    def takes(self, text: str) -> bool:
        """Whether a text is part of a deletion that stands in its place."""
        for key in self.removing:
            self.removing[key] += text
        return bool(self.removing)

    def end_paragraph(self, target: RawParagraph) -> None:
        """What is open goes on in the next paragraph."""
        for key, start in self.open.items():
            self._insertion(key, start, target)
            self.open[key] = 0

    def _insertion(self, key: str, start: int, target: RawParagraph) -> None:
        if target.length > start:
            target.events.append(Event("inserted", start, "", target.length, self.inserted.get(key, "")))


def tracked(body: etree._Element) -> Changes:
    """The changes that the head of a text declares."""
    changes = Changes()
    for region in body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        key = region.get(TEXT + "id") or region.get(XML_ID) or ""
        author = region.findtext(f".//{DC}creator") or ""
        deletion = region.find(TEXT + "deletion")
        if deletion is not None:
            texts = ["".join(str(t) for t in p.itertext()) for p in deletion.iter(TEXT + "p", TEXT + "h")]
            changes.deleted[key] = (" ".join(t for t in texts if t) or "¶", author)
        elif region.find(TEXT + "insertion") is not None:
            changes.inserted[key] = author
    return changes
