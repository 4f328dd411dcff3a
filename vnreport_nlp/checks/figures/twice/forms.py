"""Which sentences of a draft repeat one form over and over with other figures: a list, where each tells of another thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ....expressions import lazy
from ....model import Document
from ...context import NO_PROSE, Context
from ..reading.text import sentences

OFTEN = 6
"""So many sentences of one form are held against each other; in 349 drafts and real reports none stands more than four times."""
WORDS = 8
"""Shorter ones have a form by chance (``Ví dụ 12:``, a row that was typed as ``| 3 | 4 |``)."""
_FIGURE = lazy(r"\d[\d.,/]*")
_DIGIT = lazy(r"\d")


def without_repeats(context: Context) -> Context:
    """The draft without the figures of sentences beyond the first ``OFTEN`` of one form: the work would grow with their square."""
    document = context.document
    text, at, parts = document.text, 0, []
    for start, end in _repeats(document):
        parts += [text[at:start], _DIGIT.sub("…", text[start:end])]
        at = end
    return replace(context, document=replace(document, text="".join([*parts, text[at:]]))) if parts else context


def _repeats(document: Document) -> Iterator[tuple[int, int]]:
    seen: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        if paragraph.story in NO_PROSE:
            continue
        text = document.text[paragraph.start : paragraph.end]
        for start, end in sentences(text):
            form = form_of(text[start:end])
            seen[form] += bool(form)
            if seen[form] > OFTEN:
                yield paragraph.start + start, paragraph.start + end


def form_of(sentence: str) -> str:
    """A sentence without its figures; nothing where it has none, or few words."""
    if not _FIGURE.search(sentence):
        return ""
    words = _FIGURE.sub("#", sentence.lower()).split()
    return " ".join(words) if sum(word.isalpha() for word in words) >= WORDS else ""
