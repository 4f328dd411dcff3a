"""How well topic and voice of unseen units are told: by passage and by section, and how that grows with the units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from ..classify.train import Passage, folds, train

FOLDS = 8
"""Folds over units; no unit stands on both sides."""
MIN_UNITS = 3
"""A topic that fewer units write about is left out of the macro average."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a model that has not seen the unit says of one passage or section, beside the truth."""

    topic: str
    topic_said: str
    voice: str | None
    voice_said: str


def classifier_scores(passages: Sequence[Passage]) -> dict[str, float]:
    """Macro-F1 of topic and voice over grouped folds, of single passages and of whole sections.

    A section is a run of passages of one unit that carry one topic and one voice; its probabilities are the means over its
    passages, weighted by their words, as the alignment uses them.
    """
    alone, whole = held_out(passages)
    if not alone:
        return {}
    counted = _counted(passages)
    return {
        "topic_macro_f1": _macro([(s.topic, s.topic_said) for s in whole], counted),
        "voice_macro_f1": _macro([(s.voice, s.voice_said) for s in whole if s.voice], ["direction", "result"]),
        "passage_topic_macro_f1": _macro([(s.topic, s.topic_said) for s in alone], counted),
        "passage_voice_macro_f1": _macro([(s.voice, s.voice_said) for s in alone if s.voice], ["direction", "result"]),
        "passages": float(len(alone)),
        "sections": float(len(whole)),
    }


def held_out(passages: Sequence[Passage], *, count: int = FOLDS) -> tuple[list[Said], list[Said]]:
    """(passages, sections) judged by models that have not seen their unit."""
    alone: list[Said] = []
    whole: list[Said] = []
    for training, test in folds([p.group for p in passages], count):
        if not training or not test:
            continue
        model = train([passages[i] for i in training], temperature=1.0)
        topic, direction = model.predict([passages[i].words for i in test])
        sizes = np.array([max(len(passages[i].words), 1) for i in test], dtype=np.float64)
        rows = range(len(test))
        alone += [_said(passages[test[k]], model.topics, topic[k], float(direction[k])) for k in rows]
        for _, run in groupby(rows, key=lambda k: _section(passages[test[k]])):
            at = list(run)
            weight = sizes[at] / sizes[at].sum()
            whole.append(_said(passages[test[at[0]]], model.topics, weight @ topic[at], float(weight @ direction[at])))
    return alone, whole


def _section(passage: Passage) -> tuple[str, str, str | None]:
    return passage.group, passage.topic, passage.voice


def _said(
    passage: Passage, topics: Sequence[str], row: np.ndarray[tuple[int, ...], np.dtype[np.float64]], share: float
) -> Said:
    voice = "direction" if share >= 0.5 else "result"
    return Said(passage.topic, topics[int(row.argmax())], passage.voice, voice)


def _counted(passages: Sequence[Passage]) -> list[str]:
    units: dict[str, set[str]] = {}
    for p in passages:
        units.setdefault(p.topic, set()).add(p.group)
    return sorted(t for t, groups in units.items() if len(groups) >= MIN_UNITS)


def _macro(pairs: Sequence[tuple[str | None, str]], labels: Sequence[str]) -> float:
    from sklearn.metrics import f1_score

    truth, said = [str(t) for t, _ in pairs], [s for _, s in pairs]
    return round(float(f1_score(truth, said, labels=list(labels), average="macro", zero_division=0)), 4)
