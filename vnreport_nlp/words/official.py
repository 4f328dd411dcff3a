"""The words of ``underthesea.word_tokenize`` itself: the oracle, the fallback and the exact path."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from ..expressions import compiled

Span = tuple[int, int]
_SURROGATE = compiled("[\ud800-\udfff]")
"""Halves of characters, which the core cannot take."""


def official_spans(paragraph: str) -> list[Span]:
    """Spans of the words that ``word_tokenize`` finds; importing underthesea takes more than a second."""
    from underthesea import word_tokenize
    from underthesea.pipeline.text_normalize import token_normalize
    from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text
    from underthesea.pipeline.word_tokenize.regex_tokenize import patterns

    paragraph = _SURROGATE.sub("\ufffd", paragraph)
    words: list[str] = word_tokenize(paragraph)
    normal: str = normalize_characters_in_text(paragraph)
    matches = list(patterns.finditer(normal))
    tokens = [token_normalize(match[0]) for match in matches]
    spans = [match.span() for match in matches]
    if not unicodedata.is_normalized("NFC", paragraph):
        spans = list(_back(spans, sources(paragraph, len(normal))))
    return list(join_tokens(words, tokens, spans))


def join_tokens(words: Iterable[str], tokens: Sequence[str], spans: Sequence[Span]) -> Iterator[Span]:
    """One span a word; a word is its tokens joined by spaces, and a token may hold a space itself (``Th S``)."""
    at = 0
    for word in words:
        first, length = at, len(tokens[at])
        while length < len(word):
            at += 1
            length += 1 + len(tokens[at])
        yield spans[first][0], spans[at][1]
        at += 1


def sources(text: str, length: int) -> list[int]:
    """For every character of the NFC of ``text``, and for its end, the offset in ``text`` of the cluster it comes from."""
    offsets: list[int] = []
    starts = [i for i, char in enumerate(text) if not i or not _joins(text[i - 1], char)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        cluster = unicodedata.normalize("NFC", text[start:end])
        offsets.extend([start] * len(cluster))
    if len(offsets) != length:
        raise ValueError("text does not compose cluster by cluster")
    return [*offsets, len(text)]


def _joins(before: str, char: str) -> bool:
    if char < "\u0300":
        return False
    if unicodedata.combining(char) or "\u1160" <= char <= "\u11ff":
        return True
    pair = unicodedata.normalize("NFC", before + char)
    return pair != unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)


def _back(spans: Iterable[Span], offsets: Sequence[int]) -> Iterator[Span]:
    for start, end in spans:
        yield offsets[start], offsets[end]
