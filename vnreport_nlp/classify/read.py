"""Read a document's topics: passages, their words, the classifier's probabilities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from ..errors import ModelError
from ..model import Document
from ..text import fold
from ..words import segment, word_spans
from .model import SectionModel, load
from .reading import Reading

START = "^"
"""Stands before the first word of each sentence: directions open with the verb (``Tiếp tục``), results with who did it."""
_SHAPES = (
    (re.compile(r"(?:19|20)\d\d"), "<year>"),
    (re.compile(r"\d+/\d+/\d+"), "<date>"),
    (re.compile(r"\d+/\d+"), "<ratio>"),
    (re.compile(r"\d[\d.,]*"), "<number>"),
    (re.compile("%"), "<percent>"),
    (re.compile("[.;:!?]"), START),
)


def passage_words(text: str) -> tuple[str, ...]:
    """Folded words of one passage; figures by their shape, sentence starts marked, other punctuation left out."""
    return _words(text, word_spans(text))


@lru_cache(maxsize=100_000)
def _feature(word: str) -> str:
    if any(c.isalpha() for c in word):
        return fold(word).replace(" ", "_")
    return next((name for pattern, name in _SHAPES if pattern.fullmatch(word)), "")


def _words(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return (START, *(w for a, b in spans if (w := _feature(text[a:b]))))


@lru_cache(maxsize=1)
def _bundled() -> SectionModel | None:
    try:
        return load()
    except ModelError:
        return None


def bundled_model() -> SectionModel | None:
    """The shipped classifier, None when it is absent or damaged (``vnreport doctor`` says why)."""
    return _bundled()


def read_topics(document: Document, model: SectionModel | None = None) -> Reading | None:
    """The classifier's view of a document's body paragraphs; None without a classifier."""
    model = model or bundled_model()
    if model is None:
        return None
    chosen = [p for p in document.paragraphs if p.story in ("body", "table", "textbox") and p.end > p.start]
    texts = [document.text[p.start : p.end] for p in chosen]
    words = [_words(text, spans) for text, spans in zip(texts, segment(texts), strict=True)]
    topic, direction = model.predict(words)
    return Reading(
        model.topics,
        np.array([p.start for p in chosen], dtype=np.int64),
        np.array([p.end for p in chosen], dtype=np.int64),
        np.array([len(document.text[p.start : p.end].split()) for p in chosen], dtype=np.int64),
        topic,
        direction,
    )
