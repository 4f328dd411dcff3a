"""What every check is given, and the small helpers that checks share."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Alignment, Document, Message, Outline, Place, Span, Template, Verdict


@dataclass(frozen=True)
class Context:
    """One assessed draft: text, outline, template, alignment and verdicts."""

    document: Document
    outline: Outline
    template: Template
    alignment: Alignment
    verdicts: tuple[Verdict, ...]

    def place(self, span: Span, *, note: Message | None = None, limit: int = 200) -> Place:
        """A span with its location and quote."""
        return Place(span, self.document.locate(span.start), self.document.quote(span, limit=limit), None, note)

    def requirement_at(self, offset: int) -> str | None:
        """The requirement whose section holds a character; a note counts where its reference stands."""
        section = self.outline.section_at(offset)
        answered = {s: v.requirement for v in self.verdicts for s in v.sections}
        while section is not None:
            if section.index in answered:
                return answered[section.index]
            section = self.outline.sections[section.parent] if section.parent is not None else None
        return None
