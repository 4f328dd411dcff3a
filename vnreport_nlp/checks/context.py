"""What every check is given, and the small helpers that checks share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ..expressions import lazy
from ..model import Alignment, Document, Message, Outline, Place, Section, Span, Template, Verdict
from ..text import one_spelling
from ..words import word_spans

if TYPE_CHECKING:
    from .figures.reading.grid import Row
    from .figures.reading.timed import Lead

NO_TEXT = frozenset({"toc", "header", "footer"})
"""Kinds of paragraph that repeat what the text says, or stand on every page."""
NO_PROSE = NO_TEXT | {"table"}
"""The same for checks of sentences: cells are read as tables, by other checks."""

CLAUSE = 48
"""Characters by which a quoted phrase is read on to the end of its clause."""
LONGEST_LINE = 20_000
"""Characters of a paragraph that is cut into words for a quote's sake."""
_CLAUSE_END = lazy(r"\s*(?:[,;:.!?](?=\s|$)|[()\n]|\s[-–]\s)")


def _token_end(text: str, end: int) -> int:
    """Where the number or syllable ends that a span breaks off in: ``1.240 m`` is read on to ``1.240 m2``."""
    while 0 < end < len(text) and text[end - 1].isalnum() and (
        text[end].isalnum() or (text[end] in ".," and text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit())
    ):  # fmt: skip
        end += 1
    return end


def word_end(text: str, start: int, end: int) -> int:
    """Where the word ends that a quote breaks off in: ``đạt tiêu`` is read on to ``đạt tiêu chuẩn``."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    if text[end : end + 1] != " " or len(line) > LONGEST_LINE:
        return end
    return next((first + b for a, b in _words(line) if first + a < end < first + b), end)


@lru_cache(maxsize=4)
def _words(line: str) -> tuple[tuple[int, int], ...]:
    """The words of a paragraph; findings of one paragraph ask for them one after the other."""
    return tuple((a, b) for a, b in word_spans(line))


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
        from .figures.reading.numerals import whole_amounts

        return replace(self.document, text=whole_amounts(one_spelling(self.document.text)))

    @cached_property
    def tables(self) -> list[list[Row]]:
        """Every table of the draft in one spelling, as rows of cells: read once for all checks that ask."""
        from .figures.reading.grid import rows_of_tables

        return rows_of_tables(self.spelled)

    @cached_property
    def time_leads(self) -> tuple[Lead, ...]:
        """The lines of the draft that give what stands below them a time."""
        from .figures.reading.timed import time_leads

        return time_leads(self)

    @cached_property
    def _recognised(self) -> frozenset[int]:
        """The pages that were read by recognition."""
        told = [w.detail for w in self.document.warnings if w.code == "ocr"] if self.document.ocr else []
        return frozenset(int(page) for detail in told for page in re.findall(r"\d+", detail))

    def recognised(self, offset: int) -> bool:
        """Whether a character comes from recognition, which reads ``XIII`` as ``XII`` and ``bô`` for ``bộ``."""
        if not self._recognised:
            return False
        page = self.document.locate(offset).page
        return page is None or page in self._recognised

    def place(self, span: Span, *, note: Message | None = None, limit: int = 200) -> Place:
        """A span with its location and quote."""
        return Place(span, self.document.locate(span.start), self.document.quote(span, limit=limit), None, note)

    def heading(self, section: Section) -> Place:
        """A section's heading as a place."""
        return self.place(Span(section.heading.start, max(section.heading.end, section.heading.start + 1)))

    def whole(self, span: Span) -> Span:
        """A span that ends with a whole word."""
        text = self.document.text
        return Span(span.start, word_end(text, span.start, _token_end(text, span.end)))

    def phrase(self, span: Span) -> Place:
        """A span read on to the end of its clause; where that is far as many whole words as fit, and the quote ends with ``…``."""
        text = self.document.text
        end = _token_end(text, span.end)
        stop = _CLAUSE_END.search(text, end, min(len(text), end + CLAUSE))
        if stop is not None or end + CLAUSE >= len(text):
            return self.place(Span(span.start, stop.start() if stop is not None else len(text.rstrip())))
        found = self.place(Span(span.start, max(end, text.rfind(" ", end, end + CLAUSE))))
        return replace(found, quote=found.quote.removesuffix("…") + "…")

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

    def is_ahead(self, offset: int) -> bool:
        """Whether the section that holds a character tells what is to be done."""
        requirement = self.template.by_number.get(self.requirement_at(offset) or "")
        return requirement is not None and requirement.voice == "direction"
