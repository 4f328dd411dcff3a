"""Names of persons, whose syllables are no words."""

from __future__ import annotations

from ...expressions import lazy
from ..letters import UPPER

_PERSON = lazy(
    rf"(?:\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]ô|[Cc]hú|[Ee]m|[Bb]ác|[Cc]háu|chí)|[{UPPER}]\w*\s[{UPPER}][^\W\d_]*)[ \u00a0]$"
)
"""Before a person's name stands a title, before its last part two others."""


def ends_person(text: str, at: int) -> bool:
    """Whether a word with a capital ends a person's name."""
    before = _PERSON.search(text, max(0, at - 24), at) if text[at].isupper() else None
    return before is not None and all(w[0].isupper() for w in before[0].split()[-2:] if " " in before[0].strip())
