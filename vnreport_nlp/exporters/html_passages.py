"""Two shared passages line by line as their drafts print them: headings in lines of their own, the words that both share marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, islice

from ..model import Assessment, Document, Outline, Span

WORDS = 800
"""Words that are compared at a time: a longer passage goes on from the last words that agree."""
FULL = 200_000
"""Characters of a passage that are shown; none is longer but in a file made to be."""

Runs = tuple[tuple[str, bool], ...]
Bare = tuple[str, bool]
"""A line's words, and whether they are a heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a passage in runs of words, each with whether the other passage has it too; a heading has none that counts."""

    runs: Runs
    heading: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(text for text, _ in self.runs)


def headings_in(outline: Outline, span: Span) -> list[Span]:
    """The headings of sections within a stretch of the text, in order."""
    own = (s.heading for s in outline.sections if s.heading.start < span.end and s.heading.end > span.start)
    return sorted(Span(max(h.start, span.start), min(h.end, span.end)) for h in own)


def bare_lines(assessment: Assessment, span: Span) -> tuple[Bare, ...]:
    """The lines of a passage: a paragraph each, a heading at its head apart."""
    document = assessment.document
    heads = headings_in(assessment.outline, Span(span.start, min(span.end, span.start + FULL)))
    out: list[Bare] = []
    at = span.start
    for head in heads:
        out += ((line, False) for line in _paragraphs(document, Span(at, max(at, head.start))))
        out += ((line, True) for line in _paragraphs(document, head))
        at = max(at, head.end)
    out += ((line, False) for line in _paragraphs(document, Span(at, max(at, min(span.end, span.start + FULL)))))
    return tuple(out)


def _paragraphs(document: Document, span: Span) -> Iterator[str]:
    """The text of a stretch, each paragraph on one line."""
    for _, paragraph in document.paragraphs_in(span):
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        if line := " ".join(document.text[start:end].split()):
            yield line


def alike(left: Sequence[Bare], right: Sequence[Bare]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Both passages with the words marked that they share, headings left out as the count leaves them out."""
    a, b = _words(left), _words(right)
    blocks = list(_blocks(a, b))
    ours, theirs = [False] * len(a), [False] * len(b)
    for i, j, size in blocks:
        ours[i : i + size] = theirs[j : j + size] = [True] * size
    return _marked(left, ours), _marked(right, theirs)


def _words(lines: Iterable[Bare]) -> list[str]:
    return [word for text, heading in lines if not heading for word in text.split()]


def _blocks(a: list[str], b: list[str]) -> Iterator[tuple[int, int, int]]:
    """(start in a, start in b, length) of equal runs, some words at a time, so that a whole report takes no longer than its parts."""
    i = j = 0
    while i < len(a) and j < len(b):
        found = SequenceMatcher(None, a[i : i + WORDS], b[j : j + WORDS], autojunk=False).get_matching_blocks()[:-1]
        yield from ((i + m.a, j + m.b, m.size) for m in found)
        if not found:
            return
        i, j = i + found[-1].a + found[-1].size, j + found[-1].b + found[-1].size


def _marked(lines: Sequence[Bare], same: Sequence[bool]) -> tuple[Line, ...]:
    """The lines again, their words in runs of what is shared and what is not."""
    flags = iter(same)
    out = []
    for text, heading in lines:
        if heading:
            out.append(Line(((text, False),), heading=True))
            continue
        words = text.split()
        told = zip(words, islice(flags, len(words)), strict=True)
        runs = ((" ".join(w for w, _ in run), flag) for flag, run in groupby(told, key=lambda pair: pair[1]))
        out.append(Line(tuple(runs)))
    return tuple(out)
