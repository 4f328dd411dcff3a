"""Read a document's topics: passages, their words, the classifier's probabilities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

import numpy as np

from ..errors import ModelError
from ..expressions import compiled
from ..model import Document
from ..text import fold
from ..words import segment, word_spans
from .features import Ints
from .model import SectionModel, load
from .reading import Judged, Reading

REMEMBERED = 100_000
"""Printed words whose number is kept."""
START = "^"
"""Stands before the first word of each sentence: directions open with the verb (``Tiếp tục``), results with who did it."""
_SHAPES = (
    (compiled(r"(?:19|20)\d\d"), "<year>"),
    (compiled(r"\d+/\d+/\d+"), "<date>"),
    (compiled(r"\d+/\d+"), "<ratio>"),
    (compiled(r"\d[\d.,]*"), "<number>"),
    (compiled("%"), "<percent>"),
    (compiled("[.;:!?]"), START),
)


def passage_words(text: str) -> tuple[str, ...]:
    """Folded words of one passage; figures by their shape, sentence starts marked, other punctuation left out."""
    return _words(text, word_spans(text))


def _feature(word: str) -> str:
    if any(c.isalpha() for c in word):
        return fold(word).replace(" ", "_")
    return next((name for pattern, name in _SHAPES if pattern.fullmatch(word)), "")


def _words(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return (START, *(w for a, b in spans if (w := _feature(text[a:b]))))


@lru_cache(maxsize=4)
def _numbering(model: SectionModel) -> Callable[[str], int]:
    """The number that a word as printed has in a model, -1 for what is no feature; a language has few words."""
    numbers, unknown = model.numbers, len(model.numbers)

    def number(word: str) -> int:
        feature = _feature(word)
        return numbers.get(feature, unknown) if feature else -1

    return lru_cache(maxsize=REMEMBERED)(number)


def numbered(model: SectionModel, texts: Sequence[str]) -> tuple[Ints, Ints]:
    """``passage_words`` of passages in a model's numbers: all in a row, and how many each passage has."""
    spans = segment(texts)
    words = [text[a:b] for text, each in zip(texts, spans, strict=True) for a, b in each]
    ids = np.fromiter(map(_numbering(model), words), np.int64, len(words))
    kept = ids >= 0
    rows = np.repeat(np.arange(len(texts)), np.array([len(each) for each in spans], dtype=np.int64))[kept]
    sizes = np.bincount(rows, minlength=len(texts))
    opening = model.numbers.get(START, len(model.numbers))
    return np.insert(ids[kept], np.cumsum(sizes) - sizes, opening), sizes + 1


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
    topic, direction = _judge(model, [document.text[p.start : p.end] for p in chosen])
    return Reading(
        model.topics,
        np.array([p.start for p in chosen], dtype=np.int64),
        np.array([p.end for p in chosen], dtype=np.int64),
        np.array([len(document.text[p.start : p.end].split()) for p in chosen], dtype=np.int64),
        topic,
        direction,
        document.text,
        partial(_judge, model),
    )


def _judge(model: SectionModel, texts: Sequence[str]) -> Judged:
    """Topics and direction of some texts."""
    return model.predict_of(*numbered(model, texts))
