"""Vietnamese words by underthesea, as spans of our own text.

The words are those of ``underthesea.word_tokenize(paragraph)``: one paragraph a call, token normalisation on (its default),
so that the segmentation does not depend on where a writer puts the tone mark (``hoà`` or ``hòa``). What it re-spells is
never kept: a word is a span of the text as it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .official import official_spans

Span = tuple[int, int]

__all__ = ["Span", "segment", "word_spans", "words_of"]


def word_spans(paragraph: str) -> list[Span]:
    """(start, end) of every word in one NFC paragraph, in characters."""
    return official_spans(paragraph)


def segment(paragraphs: Iterable[str]) -> list[list[Span]]:
    """The word spans of many paragraphs."""
    return [word_spans(paragraph) for paragraph in paragraphs]


def words_of(text: str, spans: Iterable[Sequence[int]]) -> list[str]:
    """The words as printed in the text."""
    return [text[span[0] : span[1]] for span in spans]
