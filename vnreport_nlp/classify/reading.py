"""What the classifier says of a document, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..expressions import compiled
from ..model import Span

Matrix = NDArray[np.float64]
Judged = tuple[Matrix, Matrix]
"""Topics (texts x topics) and direction (texts)."""
MIN_SYLLABLES = 6
"""Passages shorter than this say nothing of topic or voice."""
_SENTENCE = compiled(r"[^.;]+(?:[.;]+(?!\s)[^.;]+)*[.;]*")
"""Up to a full stop or semicolon with a space behind it."""


@dataclass(frozen=True, eq=False)
class Reading:
    """Topic and voice of passages: ``topics`` names the columns of ``probabilities`` (passages x topics).

    ``starts`` and ``ends`` are character offsets, ``sizes`` syllables, ``direction`` the probability that a passage sets
    directions. Passages lie in document order and do not overlap. ``judge`` reads further pieces of ``text``.
    """

    topics: tuple[str, ...]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sizes: NDArray[np.int64]
    probabilities: Matrix
    direction: Matrix
    text: str = ""
    judge: Callable[[Sequence[str]], Judged] | None = None

    def sentences(self, span: Span) -> Reading | None:
        """The passages of a span read sentence by sentence, None where they cannot be read again.

        A passage that tells of several things is of the topic of most of it; its sentences tell of the others as well.
        """
        part = self.inside(span)
        if self.judge is None or part.stop <= part.start:
            return None
        found = [
            m.span()
            for start, end in zip(self.starts[part].tolist(), self.ends[part].tolist(), strict=True)
            for m in _SENTENCE.finditer(self.text, max(start, span.start), min(end, span.end))
        ]
        texts = [self.text[start:end] for start, end in found]
        if not texts:
            return None
        topics, direction = self.judge(texts)
        bounds = np.array(found, dtype=np.int64)
        sizes = np.array([len(text.split()) for text in texts], dtype=np.int64)
        return replace(
            self, starts=bounds[:, 0], ends=bounds[:, 1], sizes=sizes, probabilities=topics, direction=direction
        )

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {t: k for k, t in enumerate(self.topics)}

    @cached_property
    def _middles(self) -> list[int]:
        middles: list[int] = ((self.starts + self.ends) // 2).tolist()
        return middles

    def topic_index(self, topic: str | None) -> int | None:
        """Column of a topic, None when the classifier does not know it."""
        return self._columns.get(topic) if topic else None

    def inside(self, span: Span) -> slice:
        """The passages that lie in a span (by their middle)."""
        return slice(bisect_left(self._middles, span.start), bisect_left(self._middles, span.end))

    def first(self, span: Span) -> int | None:
        """Where the first passage inside a span starts, None when it holds none."""
        part = self.inside(span)
        return int(self.starts[part.start]) if part.stop > part.start else None

    def mean(self, span: Span) -> Matrix | None:
        """Mean topic probabilities over a span, weighted by syllables; None when it holds too little text."""
        part = self.inside(span)
        sizes = self.sizes[part]
        if sizes.sum() < MIN_SYLLABLES:
            return None
        mean: Matrix = (self.probabilities[part] * sizes[:, None]).sum(axis=0) / sizes.sum()
        return mean

    def direction_of(self, span: Span) -> float | None:
        """Share of a span's syllables in the directing voice; None when it holds too little text."""
        part = self.inside(span)
        sizes = self.sizes[part]
        if sizes.sum() < MIN_SYLLABLES:
            return None
        return float((self.direction[part] * sizes).sum() / sizes.sum())

    def runs(self, span: Span, topic: int, *, least: float) -> list[tuple[int, int, int, float]]:
        """Maximal runs of passages of a topic inside a span: (start, end, syllables, mean probability)."""
        part = self.inside(span)
        out: list[tuple[int, int, int, float]] = []
        open_run: list[int] = []
        for k in [*range(part.start, part.stop), -1]:
            if k >= 0 and (self.probabilities[k, topic] >= least or (open_run and self.sizes[k] < MIN_SYLLABLES)):
                open_run.append(k)
                continue
            if open_run:
                sizes = self.sizes[open_run]
                mean = float((self.probabilities[open_run, topic] * sizes).sum() / max(sizes.sum(), 1))
                out.append((int(self.starts[open_run[0]]), int(self.ends[open_run[-1]]), int(sizes.sum()), mean))
            open_run = []
        return out
