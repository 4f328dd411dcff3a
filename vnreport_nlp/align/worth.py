"""What place, number, order and content add to a title's similarity: matrices requirements x sections."""

from __future__ import annotations

import numpy as np

from .evidence import Evidence, Matrix
from .parts import Parts
from .place import above_in, depth_in_part

W_REGION, W_NO_REGION, W_OTHER_REGION = 0.25, 0.05, -0.10
W_PARENT, W_PARENT_FURTHER, W_OTHER_PARENT = 0.12, 0.072, -0.10
W_NUMBER, W_ORDER, W_TOPIC, W_SUPPORT, W_LEVEL, W_SHAPE = 0.05, 0.05, 0.20, 0.10, 0.10, 0.10
"""Chosen on the edited corpus (docs/evaluation.md)."""
TOPIC_ZERO = 0.3
"""Topic that speaks neither for nor against."""


def fixed_worth(evidence: Evidence, parts: Parts) -> Matrix:
    """What does not change while links settle: part, number, level, order, content."""
    rows, columns = evidence.similarity.shape
    regions = np.array([-1 if r is None else r for r in parts.region])
    out = np.where(regions[None, :] < 0, W_NO_REGION, W_OTHER_REGION)
    out = np.where(parts.homes(evidence.root_of), W_REGION, out)
    out += W_NUMBER * evidence.same_step
    depths = np.array([depth_in_part(evidence, parts, s) for s in range(columns)])
    wanted = np.array([r.depth for r in evidence.requirements])
    out -= W_LEVEL * np.minimum(2, np.abs(depths[None, :] - wanted[:, None]))
    order = np.arange(rows)[:, None] / max(rows - 1, 1) - np.arange(columns)[None, :] / max(columns - 1, 1)
    out -= W_ORDER * np.abs(order)
    container = np.array([bool(c) for c in evidence.children_of])[:, None]
    nested = np.array([bool(t) for t in evidence.subtree])[None, :]
    out += container * (
        W_SUPPORT * np.maximum(evidence.support, evidence.content) + np.where(nested, W_SHAPE, -W_SHAPE)
    )
    if evidence.topic is not None:
        told = W_TOPIC * (evidence.topic - TOPIC_ZERO)
        out += np.where(container | np.isnan(told), 0.0, told)
    return np.asarray(out, dtype=np.float64)


def parent_worth(evidence: Evidence, parts: Parts, chosen: dict[int, int]) -> Matrix:
    """Under the section of the requirement's parent, or under the section of something else."""
    out = np.zeros_like(evidence.similarity)
    answered = {s: r for r, s in chosen.items()}
    for section in evidence.sections:
        node = above_in(evidence, answered, section.index)
        if node is not None:
            owners = [answered[node], *(root for root in parts.named if parts.also[root] == node)]
            out[:, section.index] = np.where(evidence.wanted.inside[:, owners].any(axis=1), 0.0, W_OTHER_PARENT)
    above = {**{root: parts.also[root] for root in parts.named}, **chosen}
    for r, parent in enumerate(evidence.parent_of):
        if parent is None or parent not in above:
            continue
        held = evidence.territory[above[parent]]
        out[r, held] = W_PARENT_FURTHER
        out[r, [s for s in held if evidence.sections[s].parent == above[parent]]] = W_PARENT
    return out
