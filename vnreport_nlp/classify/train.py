"""Train the section classifier with scikit-learn and export it as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .features import features
from .model import SectionModel

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

SEED = 20250630
C_TOPIC, C_VOICE = 5.0, 160.0
"""Inverse regularisation; with classes weighted by their rarity the best of 5, 10, 20 and 40 for topic, of 10 to 160 for voice, in grouped cross-validation (models/section/card.md)."""
MIN_DF = 2
"""A feature must occur in two passages."""


@dataclass(frozen=True)
class Passage:
    """One labelled training passage: folded words, topic, voice (None: not labelled), group (the unit)."""

    words: tuple[str, ...]
    topic: str
    voice: str | None
    group: str


def identity(words: Sequence[str]) -> list[str]:
    """The analyzer: features of words that are already split."""
    return features(words)


def topic_pipeline(*, c: float = C_TOPIC) -> Pipeline:
    """TF-IDF of words and word pairs, then logistic regression: ``fit(list of word lists, topics)``."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    return make_pipeline(
        TfidfVectorizer(analyzer=identity, min_df=MIN_DF, sublinear_tf=True),
        LogisticRegression(C=c, max_iter=400, random_state=SEED, class_weight="balanced"),
    )


def train(passages: Sequence[Passage], *, temperature: float | None = None) -> SectionModel:
    """Fit topic and voice on labelled passages; the same data give the same model bit for bit.

    ``temperature`` divides the topic scores; None estimates it by grouped cross-validation.
    """
    from sklearn.linear_model import LogisticRegression

    ordered = sorted(passages, key=lambda p: (p.group, p.topic, p.words))
    topic = topic_pipeline().fit([p.words for p in ordered], [p.topic for p in ordered])
    vectorizer, linear = topic[0], topic[1]
    voiced = [p for p in ordered if p.voice in ("result", "direction")]
    voice = LogisticRegression(C=C_VOICE, max_iter=400, random_state=SEED, class_weight="balanced")
    voice.fit(vectorizer.transform([p.words for p in voiced]), [int(p.voice == "direction") for p in voiced])
    vocabulary = {str(k): int(v) for k, v in vectorizer.vocabulary_.items()}
    model = SectionModel(
        tuple(str(c) for c in linear.classes_), vocabulary, _f32(vectorizer.idf_), np.asarray(linear.coef_, dtype=np.float32), _f32(linear.intercept_),
        _f32(voice.coef_[0]), float(np.float32(voice.intercept_[0])), 1.0,
    )  # fmt: skip
    if temperature is None:
        temperature = calibrate(ordered)
    return SectionModel(
        model.topics, model.vocabulary, model.idf, model.topic_weights, model.topic_bias, model.voice_weights, model.voice_bias,
        float(np.float32(temperature)),
    )  # fmt: skip


def _f32(array: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(array, dtype=np.float32).astype(np.float64)


def folds(groups: Sequence[str], count: int) -> list[tuple[list[int], list[int]]]:
    """Grouped folds: (train, test) indexes with no group in both; deterministic."""
    names = sorted(set(groups))
    of = {name: k % count for k, name in enumerate(names)}
    out = []
    for fold in range(min(count, len(names))):
        test = [i for i, g in enumerate(groups) if of[g] == fold]
        out.append(([i for i, g in enumerate(groups) if of[g] != fold], test))
    return out


def calibrate(passages: Sequence[Passage], *, count: int = 4) -> float:
    """The temperature that gives held-out passages the greatest likelihood (Guo et al. 2017)."""
    if len({p.group for p in passages}) < 2:
        return 1.0
    scores: list[NDArray[np.float64]] = []
    truth: list[int] = []
    for training, test in folds([p.group for p in passages], count):
        model = train([passages[i] for i in training], temperature=1.0)
        known = {t: k for k, t in enumerate(model.topics)}
        kept = [i for i in test if passages[i].topic in known]
        if kept:
            scores.extend(model.scores([passages[i].words for i in kept])[0])
            truth += [known[passages[i].topic] for i in kept]
    grid = np.geomspace(0.3, 3.0, 47)
    losses = [sum(_loss(s / t, y) for s, y in zip(scores, truth, strict=True)) for t in grid]
    return float(grid[int(np.argmin(losses))])


def _loss(scores: NDArray[np.float64], truth: int) -> float:
    shifted = scores - scores.max()
    return float(np.log(np.exp(shifted).sum()) - shifted[truth])
