"""U501 without a name: the level of another unit that stands for the writer, and the name of another unit's home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..gates import Gated
from ..model import Message, msg
from .figures_text import sentences
from .units_profile import UPPER_LEVELS, WORD, Profile, is_own, key_of
from .units_words import BEFORE_REFORM, HOME, LONE, OTHERS, PAST, TARGET

NEARBY = 1500
"""So many characters back a unit that was named may still be meant by its level."""


@lru_cache(maxsize=16)
def _weak(level: str) -> Gated:
    """Words that place something in a unit of the writer's rank but not of its level; people go to school in any commune (``ở``)."""
    if level in UPPER_LEVELS:
        return Gated(rf"\b(?:của|ở|trong)\s(?P<level>{'|'.join(sorted({'huyện', 'thị xã', 'quận'} - {level}))}){LONE}")
    return Gated(rf"\b(?:của|trong)\s(?P<level>{'|'.join(sorted({'xã', 'phường', 'đặc khu'} - {level}))}){LONE}")


def placed(text: str, at: int, whole: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    """Levels that stand for the writer (``nguồn lực của huyện``) where no unit of that level was spoken of."""
    found = list(_weak(profile.level).finditer(text))
    if not found:
        return
    before = whole[max(0, at - NEARBY) : at + len(text)]
    for start, end in sentences(text):
        sentence = text[start:end]
        here = [m for m in found if start <= m.start() < end]
        if not here or PAST.search(sentence) or OTHERS.search(sentence) or TARGET.search(sentence):
            continue
        if not profile.upper and BEFORE_REFORM.search(sentence):
            continue
        for m in here:
            if not _spoken_of(m["level"], before):
                why = msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=m["level"])
                yield m.start(), m.end(), why


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
