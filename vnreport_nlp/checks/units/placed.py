"""U501 by place: another level that stands for the writer, the name of another unit's home, another unit called ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, msg
from ..context import Context
from ..figures.reading.text import sentences
from .dealings import meets_others
from .profile import NAME, UPPER_LEVELS, WORD, Profile, is_own, key_of
from .words import (
    ACTS,
    ANY,
    BEFORE_REFORM,
    CALLED,
    HOME,
    LEVEL,
    LONE,
    NO_COURT,
    OLD_THING,
    ORGAN,
    OTHERS,
    PAST,
    PLEDGED,
    TARGET,
)


def listing_columns(context: Context) -> frozenset[tuple[int, int]]:
    """(table, column) of columns that list units by name."""
    names: dict[tuple[int, int], set[str]] = {}
    for p in context.spelled.paragraphs:
        if p.cell is not None:
            found = ANY.pattern.search(context.spelled.text, p.start, p.end)
            names.setdefault((p.cell[0], p.cell[2]), set()).update({key_of(found[1])} if found else ())
    return frozenset(column for column, told in names.items() if len(told) > 1)


NEARBY = 1500
"""So many characters back a unit that was named may still be meant by its level."""


_PEOPLE = rf"{NO_COURT}(?<!ban )(?<!đồng )nhân dân|(?i:đồng bào(?: các dân tộc)?|người dân|bà con|cử tri|đảng viên|tuổi trẻ|quê hương|hệ thống chính trị)"
_HOLDS = lazy(rf"\b(?:(?P<place>của|ở|trong)|{_PEOPLE}|(?P<organ>{ORGAN}))\s$")
"""Before a level: what is placed in the unit."""
REACH = 90
"""The longest name of an organ."""


@lru_cache(maxsize=16)
def _others(level: str) -> Gated:
    """Levels of the writer's rank that are not its own."""
    peers = {"huyện", "thị xã", "quận"} if level in UPPER_LEVELS else {"xã", "phường", "đặc khu"}
    return Gated(rf"(?<= )(?P<level>{'|'.join(sorted(peers - {level}))}){LONE}")


@dataclass(frozen=True, slots=True)
class _Meant:
    """Another level that stands for the writer: what is placed in it and the level, or the level as the subject of a sentence."""

    start: int
    end: int
    level: str
    organ: bool = False
    acts: bool = False


def _meant(text: str, profile: Profile) -> Iterator[_Meant]:
    """Every other level of the writer's rank; people go to school in any commune (``ở``)."""
    for m in _others(profile.level).finditer(text):
        held = _HOLDS.search(text, max(0, m.start() - REACH), m.start())
        if held and not (held["place"] == "ở" and not profile.upper):
            yield _Meant(held.start(), m.end(), m["level"], bool(held["organ"]))
    for start, end in sentences(text) if len(profile.peers) > 1 else ():
        acts = ACTS.match(text[start:end])
        if acts and acts["level"].lower() in profile.peers and acts["level"].lower() != profile.level:
            yield _Meant(start + acts.start("level"), start + acts.end(), acts["level"].lower(), acts=True)


def placed(text: str, at: int, whole: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    """Levels that stand for the writer (``nguồn lực của huyện``) where no unit of that level was spoken of."""
    found = list(_meant(text, profile))
    if not found:
        return
    for start, end in sentences(text):
        sentence = text[start:end]
        here = [one for one in found if start <= one.start < end]
        if not here or TARGET.search(sentence) or _past(sentence, here[0].end - start):
            continue
        dealings = bool(OTHERS.search(sentence))
        if not profile.upper and BEFORE_REFORM.search(sentence):
            continue
        for one in here:
            before = whole[max(0, at - NEARBY) : at + (start if one.acts else len(text))]
            if (one.organ or not dealings) and not _spoken_of(one.level, before):
                why = msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=one.level)
                yield one.start, one.end, why


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


_OURS = Gated(rf"\b(?P<level>{LEVEL})[ \xa0](?P<name>{NAME})\s(?:ta|chúng ta|chúng tôi)\b(?! thán)")
_SELF = (" ta", " mình", " tôi", " nhà", "nghị")
_SPOKEN = lazy(rf"\b(?:{LEVEL}|Đảng bộ|quê hương|địa phương|chúng)\s(?:ta|mình|tôi)\b")
"""The writer speaks of itself."""


_HOME = lazy(rf"\b(?P<level>{LEVEL}) nhà\b(?! (?:nước|văn|máy|trường|thầu|ở|dân|nghèo))")
"""The writer's own unit: ``huyện nhà``."""
_ASKED = Gated(
    rf"(?:[Đđ]ề nghị|[Kk]iến nghị|[Đđ]ề xuất)\s[^.;]{{3,120}}?\scho\s(?P<level>{LEVEL})[ \xa0](?P<name>{NAME})"
)
"""Something asked of those above for a unit."""
_BETWEEN = lazy(r"\b(?:nối|giáp|giữa|sang|liên|và|với|đến)\b[^.;]{0,30}$")


def _meant_as_ours(sentence: str, profile: Profile) -> Iterator[re.Match[str]]:
    """Another unit beside ``huyện nhà``, or for whom something is asked, where the own name is not said."""
    if key_of(profile.name) in key_of(sentence):
        return
    home = any(m["level"] == profile.level for m in _HOME.finditer(sentence))
    found = [*_ASKED.finditer(sentence), *(CALLED.finditer(sentence) if home else ())]
    for m in found:
        between = _BETWEEN.search(sentence, max(0, m.start("level") - 40), m.start("level"))
        if not between and not meets_others(sentence, m.start("level"), m.end("name")):
            yield m


def ours(sentence: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    """Another unit's name with ``ta``, or that set the aims which the writer's own organisation carries out."""
    if not any(word in sentence for word in _SELF):
        return
    found = list(_OURS.finditer(sentence))
    if _SPOKEN.search(sentence):
        found += PLEDGED.finditer(sentence)
    found += _meant_as_ours(sentence, profile)
    for m in found:
        if m["level"].lower() in profile.peers and not is_own(m["name"], profile) and not PAST.search(sentence):
            why = msg("Tên đơn vị khác: {name}.", name=f"{m['level']} {m['name']}")
            yield m.start("level"), m.end("name"), why
