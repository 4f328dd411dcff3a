"""How much a section says: syllables without headings and placeholders."""

from __future__ import annotations

from ..model import Outline, Section, Span
from ..outline import count
from ..outline.placeholders import is_placeholder, without_placeholders


def said(outline: Outline, spans: list[Span]) -> int:
    """Syllables of text in the spans, headings of sections and placeholders left out."""
    total = 0
    for start, end in _disjoint(spans):
        for _, paragraph in outline.document.paragraphs_in(Span(start, end)):
            if paragraph.story not in ("body", "table", "textbox"):
                continue
            text = outline.document.text[max(start, paragraph.start) : min(end, paragraph.end)]
            if not is_placeholder(text):
                total += count(without_placeholders(text))
    return total


def _disjoint(spans: list[Span]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for span in sorted(spans):
        if out and span.start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span.end))
        else:
            out.append((span.start, span.end))
    return out


def own_spans(outline: Outline, section: Section) -> list[Span]:
    """The bodies of a section and all sections below it: everything it says but headings."""
    return [s.body for s in outline.subtree(section) if s.body.end > s.body.start] + [
        Span(s.heading.start, s.heading.end) for s in outline.subtree(section) if s.run_in and s.index != section.index
    ]
