"""U501 by place: another level that stands for the writer, the name of another unit's home, another unit called ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...gates import Gated
from ...model import Message, msg
from ..figures.text import sentences
from .profile import NAME, UPPER_LEVELS, WORD, Profile, is_own, key_of
from .words import BEFORE_REFORM, HOME, LEVEL, LONE, NO_COURT, OLD_THING, ORGAN, OTHERS, PAST, PLEDGED, TARGET

NEARBY = 1500
"""So many characters back a unit that was named may still be meant by its level."""


_PEOPLE = rf"{NO_COURT}(?<!ban )(?<!đồng )nhân dân|(?i:đồng bào(?: các dân tộc)?|người dân|bà con|cử tri|đảng viên|tuổi trẻ|quê hương|hệ thống chính trị)"
_HOLDS = re.compile(rf"\b(?:(?P<place>của|ở|trong)|{_PEOPLE}|(?P<organ>{ORGAN}))\s$")
"""Before a level: what is placed in the unit."""
REACH = 90
"""The longest name of an organ."""


@lru_cache(maxsize=16)
def _others(level: str) -> Gated:
    """Levels of the writer's rank that are not its own."""
    peers = {"huyện", "thị xã", "quận"} if level in UPPER_LEVELS else {"xã", "phường", "đặc khu"}
    return Gated(rf"(?<= )(?P<level>{'|'.join(sorted(peers - {level}))}){LONE}")


def _holders(text: str, profile: Profile) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """(what is placed, level) of every other level; people go to school in any commune (``ở``)."""
    for m in _others(profile.level).finditer(text):
        held = _HOLDS.search(text, max(0, m.start() - REACH), m.start())
        if held and not (held["place"] == "ở" and not profile.upper):
            yield held, m


def placed(text: str, at: int, whole: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    """Levels that stand for the writer (``nguồn lực của huyện``) where no unit of that level was spoken of."""
    found = list(_holders(text, profile))
    if not found:
        return
    before = whole[max(0, at - NEARBY) : at + len(text)]
    for start, end in sentences(text):
        sentence = text[start:end]
        here = [(held, m) for held, m in found if start <= held.start() < end]
        if not here or TARGET.search(sentence) or _past(sentence, here[0][1].end() - start):
            continue
        dealings = bool(OTHERS.search(sentence))
        if not profile.upper and BEFORE_REFORM.search(sentence):
            continue
        for held, m in here:
            if (held["organ"] or not dealings) and not _spoken_of(m["level"], before):
                why = msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=m["level"])
                yield held.start(), m.end(), why


def _past(sentence: str, at: int) -> bool:
    """Whether a sentence tells of former units; an old thing told of after a place is none."""
    return bool(PAST.search(sentence[:at]) or PAST.search(OLD_THING.sub("", sentence[at:])))


def _spoken_of(level: str, text: str) -> bool:
    """Whether a text names a unit of a level, or tells of several."""
    return bool(
        re.search(rf"(?i:\b(?:các|những|mỗi|từng|một|hai|ba|\d+|,|và)\s{level}\b)|(?i:\b{level})\s{WORD}", text)
    )


def unnamed(text: str, strange: set[str], profile: Profile) -> Iterator[tuple[int, int, Message]]:
    """A strange unit's name without its level, where its people or land are called one's own."""
    for m in HOME.finditer(text) if strange else ():
        if key_of(m["name"]) in strange and not is_own(m["name"], profile):
            yield m.start(), m.end(), msg("Tên đơn vị khác: {name}.", name=m["name"])


_OURS = Gated(rf"\b(?P<level>{LEVEL})\s(?P<name>{NAME})\s(?:ta|chúng ta|chúng tôi)\b(?! thán)")
_SELF = (" ta", " mình", " tôi")
_SPOKEN = re.compile(rf"\b(?:{LEVEL}|Đảng bộ|quê hương|địa phương|chúng)\s(?:ta|mình|tôi)\b")
"""The writer speaks of itself."""


def ours(sentence: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    """Another unit's name with ``ta``, or that set the aims which the writer's own organisation carries out."""
    if not any(word in sentence for word in _SELF):
        return
    found = list(_OURS.finditer(sentence))
    if _SPOKEN.search(sentence):
        found += PLEDGED.finditer(sentence)
    for m in found:
        if m["level"].lower() in profile.peers and not is_own(m["name"], profile) and not PAST.search(sentence):
            why = msg("Tên đơn vị khác: {name}.", name=f"{m['level']} {m['name']}")
            yield m.start("level"), m.end("name"), why
