"""Headings that say something else than a requirement's title, however like it they look."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..expressions import compiled
from ..model import Requirement
from .kinds import SITUATION, kinds_of, pole

_CARRIED_OUT = compiled(
    r"\W*(?:(?:về|các|những)\s+)*(?:tình hình|kết quả|quá trình|việc)\s+(?:tổ chức\s+|triển khai\s+)*(?:thực hiện|triển khai)\b",
    re.IGNORECASE,
)
"""How a heading over what was done begins: ``Tình hình thực hiện`` is no situation."""


def opposed(requirements: Sequence[Requirement], titles: Sequence[str]) -> NDArray[np.bool_]:
    """Where a heading is of what went well and the requirement of what did not, or the reverse, or of what was done instead of the
    situation: requirements x sections."""
    wanted, given = ([pole(title) for title in of] for of in ((r.title for r in requirements), titles))
    situation = [SITUATION in kinds_of(r.title) and not _CARRIED_OUT.match(r.title) for r in requirements]
    done = [_CARRIED_OUT.match(title) is not None and SITUATION not in kinds_of(title) for title in titles]
    poles = [[bool(a and b and a != b) for b in given] for a in wanted]
    found = np.array(poles, dtype=bool).reshape(len(wanted), len(given))
    return found | np.logical_and.outer(situation, done).reshape(found.shape)
