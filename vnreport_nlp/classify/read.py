"""Read a document's topics: passages, their words, the classifier's probabilities."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from ..errors import ModelError
from ..model import Document
from ..text import fold
from ..words import segment, word_spans
from .model import SectionModel, load
from .reading import Reading


def passage_words(text: str) -> tuple[str, ...]:
    """Folded words of one passage, figures and punctuation left out."""
    return _words(text, word_spans(text))


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return fold(word).replace(" ", "_") if any(c.isalpha() for c in word) else ""


def _words(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(w for a, b in spans if (w := _folded(text[a:b])))


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
