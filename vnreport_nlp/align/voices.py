"""Texts that clearly speak in the other voice than a requirement asks for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..classify import Reading
from ..model import Requirement, Span

MIN_VOICE = 22
"""Syllables from which the voice of a text is heard; chosen on drafts by authors outside the corpus."""
RESULT, DIRECTION = 0.25, 0.75
"""Share of directions in a text from which it clearly reports, and clearly sets directions."""


def against(
    requirements: Sequence[Requirement],
    twins: frozenset[str],
    reading: Reading | None,
    direction: Sequence[float | None],
    texts: Sequence[Span],
) -> list[list[bool]]:
    """Whether each text speaks against each requirement's voice: requirements x sections.

    ``twins``: topics that are asked for in both voices; of another topic the voice tells nothing. ``direction``: each text's
    share of directions, None without text.
    """  # fmt: skip
    shares = np.array([np.nan if d is None else d for d in direction], dtype=np.float64)
    if reading is not None:
        sizes = [reading.sizes[reading.inside(text)].sum() for text in texts]
        shares[np.array(sizes, dtype=np.int64) < MIN_VOICE] = np.nan
    other = {"direction": (shares < RESULT).tolist(), "result": (shares > DIRECTION).tolist()}
    silent = [False] * len(shares)
    return [other[r.voice] if r.voice and (r.topic is None or r.topic in twins) else silent for r in requirements]
