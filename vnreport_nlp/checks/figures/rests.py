"""F201: a list that goes on behind its last item: after a semicolon, or with a rest (``…; ngoài ra còn 8 hội viên``, ``riêng mục tiêu về …``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from ...expressions import lazy
from .text import kind_after, noun_after, noun_of, numbers, sentences, value_of

_REST = lazy(
    r"[^,;.()]{0,60}[,;]\s*(?:và\s+)?(?:riêng|ngoài ra|còn lại|còn|số còn lại|bên cạnh đó)(?:\s(?:các|một|những|là))?\s(?P<what>[^;.\d]*)",
    re.IGNORECASE,
)
"""Behind a list, a rest that is told without a number."""
_NEXT = lazy(r"[^,;.()\d]{0,60}[,;]\s")
"""Behind a list, something more."""
FEW = 4
"""So many numbers may go on with it."""


def goes_on(text: str, start: int, end: int, total: str, parts: Sequence[str]) -> bool:
    """Whether the words behind a list (from ``end``) tell what it lacks of its total, which stands at ``start``: in figures, or by name."""
    short = value_of(total) - sum(map(value_of, parts), Decimal()) if "%" not in total else Decimal()
    if short <= 0:
        return False
    stop = next((e for s, e in sentences(text) if s < end <= e), len(text))
    rest = _REST.match(text, end, stop)
    at = start + len(total) if text.startswith(total, max(start, 0)) else -1
    noun = (noun_of(text, at) or noun_after(text, at)) if at >= 0 else ""
    if rest and noun and rest["what"].lower().startswith(noun):
        return True
    if _NEXT.match(text, end, stop) is None:
        return False
    kind = kind_after(text, at) if at >= 0 else None
    more = list(numbers(text, end, stop))
    ways = ({kind}, {kind, None}) if kind else ({None},)
    return any(short in accumulate([n.value for n in more if kind_after(text, n.end) in way][:FEW]) for way in ways)
