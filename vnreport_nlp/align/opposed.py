"""Headings that say something else than a requirement's title, however like it they look."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..model import Requirement
from .kinds import pole


def opposed(requirements: Sequence[Requirement], titles: Sequence[str]) -> NDArray[np.bool_]:
    """Where a heading is of what went well and the requirement of what did not, or the reverse: requirements x sections."""
    wanted, given = ([pole(title) for title in of] for of in ((r.title for r in requirements), titles))
    return np.array([[bool(a and b and a != b) for b in given] for a in wanted], dtype=bool).reshape(
        len(wanted), len(given)
    )
