"""Read a document's topics: passages, their words, the classifier's probabilities."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..errors import ModelError
from ..model import Document
from ..text import fold
from ..words import word_spans
from .model import SectionModel, load
from .reading import Reading


def passage_words(text: str) -> tuple[str, ...]:
    """Folded words of one passage, figures and punctuation left out."""
    return tuple(
        fold(text[a:b]).replace(" ", "_") for a, b in word_spans(text) if any(c.isalpha() for c in text[a:b])
    )


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
    words = [passage_words(document.text[p.start : p.end]) for p in chosen]
    topic, direction = model.predict(words)
    return Reading(
        model.topics,
        np.array([p.start for p in chosen], dtype=np.int64),
        np.array([p.end for p in chosen], dtype=np.int64),
        np.array([len(document.text[p.start : p.end].split()) for p in chosen], dtype=np.int64),
        topic,
        direction,
    )
