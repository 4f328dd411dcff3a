"""What every check is given, and the small helpers that checks share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Alignment, Document, Message, Outline, Place, Span, Template, Verdict
from ..text import one_spelling

NO_TEXT = frozenset({"toc", "header", "footer"})
"""Kinds of paragraph that repeat what the text says, or stand on every page."""
NO_PROSE = NO_TEXT | {"table"}
"""The same for checks of sentences: cells are read as tables, by other checks."""


@dataclass(frozen=True)
class Context:
    """One assessed draft: text, outline, template, alignment and verdicts."""

    document: Document
    outline: Outline
    template: Template
    alignment: Alignment
    verdicts: tuple[Verdict, ...]

    @cached_property
    def spelled(self) -> Document:
        """The document in one spelling, offsets unchanged: what expressions read; quotes come from the document."""
        return replace(self.document, text=one_spelling(self.document.text))

    def place(self, span: Span, *, note: Message | None = None, limit: int = 200) -> Place:
        """A span with its location and quote."""
        return Place(span, self.document.locate(span.start), self.document.quote(span, limit=limit), None, note)

    @cached_property
    def _answered(self) -> dict[int, str]:
        """The requirement of each section: the one its heading stands for before one merely written inside it."""
        own = [v for v in self.verdicts if v.rung not in ("content", "parent")]
        inside = [v for v in self.verdicts if v.rung in ("content", "parent")]
        out: dict[int, str] = {}
        for verdict in (*own, *inside):
            for section in verdict.sections:
                out.setdefault(section, verdict.requirement)
        return out

    def heading_at(self, offset: int) -> int:
        """The index of the section that holds a character, -1 before the first."""
        section = self.outline.section_at(offset)
        return -1 if section is None else section.index

    def requirement_at(self, offset: int) -> str | None:
        """The requirement whose section holds a character; a note counts where its reference stands."""
        section = self.outline.section_at(offset)
        answered = self._answered
        while section is not None:
            if section.index in answered:
                return answered[section.index]
            section = self.outline.sections[section.parent] if section.parent is not None else None
        return None
