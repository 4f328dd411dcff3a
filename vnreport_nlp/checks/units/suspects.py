"""Where a draft may speak of another unit at all: plain words are looked for, so that few sentences are read closely.

Every match of the expressions of this family, in a sentence, holds one of these places; what it means is told by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...expressions import lazy
from ...gates import places
from ..figures.reading.text import sentences
from .profile import NAME, REFORM, Profile, is_own, key_of
from .words import ANY, LIST, MADE, MADE_OF, PARTY

USUAL = 3
"""A unit named so often is no slip."""
_NAME = lazy(rf"\s({NAME})")
_KINDS = ("Huyện", "Thị", "Thành", "Quận", "Tỉnh")
_COMMITTEE = ("ủy", "uỷ", "Ủy", "Uỷ")
_MEMBERS = ("ủy viên", "uỷ viên")
_YOUTH = "đoàn"
_SIGNATURE = "T/M"


def suspects(text: str, profile: Profile) -> list[int]:
    """The places in order, each once."""
    found = {*_units(text, profile), *_provinces(text, profile), *_bodies(text, profile), *places(text, _SIGNATURE)}
    return sorted(found)


def _units(text: str, profile: Profile) -> Iterator[int]:
    """Other levels of the writer's rank, those that ended with the reform, and units of the writer's rank by a name that is not its own."""
    ended = ("huyện", "thị xã") if not profile.upper and profile.when and profile.when >= REFORM else ()
    for level in (*profile.peers, *ended):
        for word in (level, level.capitalize()):
            for at in places(text, word):
                if level != profile.level or _strange(text, at + len(word), profile):
                    yield at


def _strange(text: str, at: int, profile: Profile) -> bool:
    """Whether a name that is not the unit's own stands at a place."""
    m = _NAME.match(text, at)
    return m is not None and not is_own(m[1], profile)


def _provinces(text: str, profile: Profile) -> Iterator[int]:
    """Provinces that are not above the unit, where it tells which is."""
    for at in places(text, "tỉnh") if profile.superiors else ():
        m = _NAME.match(text, at + len("tỉnh"))
        if m and not any(key_of(m[1]).startswith(s) for s in profile.superiors):
            yield at


def _bodies(text: str, profile: Profile) -> Iterator[int]:
    """Committees, their members and youth unions; of the writer's own level only those with a strange name."""
    for kind in _KINDS:
        own = profile.upper and PARTY[kind.lower()] == profile.level
        for at in places(text, kind):
            end = at + len(kind) + 1
            if text.startswith(_COMMITTEE, end):
                if not own or _strange(text, end + 2, profile):
                    yield at
            elif text.startswith(_YOUTH, end) and not own:
                yield at
        for at in () if own else places(text, f"{kind.lower()} "):
            if text.startswith(_MEMBERS, at + len(kind) + 1):
                yield at


@lru_cache(maxsize=2)
def usual_names(text: str) -> frozenset[str]:
    """Names of units that the draft mentions three times or more, and of those it was made of: no slips of a pen."""
    counts: dict[str, int] = {}
    for m in ANY.finditer(text):
        counts[key_of(m[1])] = counts.get(key_of(m[1]), 0) + 1
    return made_of(text) | {name for name, n in counts.items() if n >= USUAL}


@lru_cache(maxsize=2)
def made_of(text: str) -> frozenset[str]:
    """Names of units in the sentences that tell of a merger or a division, but for the one that such a sentence says was made."""
    names: set[str] = set()
    for line in text.split("\n"):
        for start, end in sentences(line) if MADE_OF.search(line) else ():
            if MADE_OF.pattern.search(line, start, end):
                made = MADE.match(line[start:end])
                start += made.end("name") if made else 0
                names.update(key_of(m[1]) for m in ANY.pattern.finditer(line, start, end))
                lists = LIST.finditer(line, start, end)
                names.update(key_of(name) for m in lists for name in re.split(r",?\svà\s|,\s", m[1]))
    return frozenset(names)
