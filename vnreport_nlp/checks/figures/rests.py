"""F201: a list that goes on behind its last item: after a semicolon, or with a rest (``…; ngoài ra còn 8 hội viên``, ``riêng mục tiêu về …``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from ...expressions import lazy
from .nearby import Fig, figures
from .text import kind_after, noun_after, noun_of, numbers, sentences, value_of

_REST = lazy(
    r"[^,;.()]{0,60}[,;]\s*(?:và\s+)?(?:riêng|ngoài ra|còn lại|còn|số còn lại|bên cạnh đó)(?:\s(?:các|một|những|là))?\s(?P<what>[^;.\d]*)",
    re.IGNORECASE,
)
"""Behind a list, a rest that is told without a number."""
_NEXT = lazy(r"[^,;.()\d]{0,60}[,;]\s")
"""Behind a list, something more."""
_ITEM = lazy(r"^[^,;:()]*[,;]\s[^,;:()\d]{2,40}:\s$")
"""Between two items of a bracket: the name of the second (``…: 1 nhà; Nà Tồng: 33 nhà``)."""
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


def is_longer(text: str, parts: tuple[Fig, ...]) -> bool:
    """Whether items that each stand in a bracket of their own, or in one bracket behind a name and a colon, are followed by another such one."""
    later = (f for f in figures(text) if f.start > parts[-1].start and f.sentence == parts[-1].sentence)
    after = next(later, None)
    if after is None or after.noun != parts[-1].noun:
        return False
    if all(text.endswith("(", 0, p.start) for p in parts):
        return text.endswith("(", 0, after.start)
    return _ITEM.search(text[parts[-1].end : after.start]) is not None and open_at(text, parts[-1].start) > 0


def open_at(text: str, at: int) -> int:
    """Brackets open at a place."""
    return text.count("(", 0, at) - text.count(")", 0, at)
