"""What titles say: their variants, their telling words, the order their numbers claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..expressions import compiled
from ..model import Requirement, Section
from ..outline.markers import LOWER, ROMANS
from ..similarity import STOP_WORDS, split_words

_GOES_ON = compiled(r"của\b", re.IGNORECASE)
LISTED = compiled(r"[,;]|\b(?:và|gắn với|với)\b", re.IGNORECASE)

_TAIL = compiled(r"\s(?:của|trong|ở|tại|về|đối với|trên địa bàn)\s", re.IGNORECASE)
_ABOUT = frozenset(split_words(
    "công tác nhiệm kỳ năm giai đoạn thời gian vừa qua này toàn địa phương đơn vị cơ quan đảng bộ ban chấp hành tỉnh huyện thị xã "
    "thành phố phường quận đặc khu ở của trong tại về"
))  # fmt: skip
"""Words that say whose a report is and of what time, beside those of its own title."""

MIN_APART = 3
"""So many words of a title that another's lacks tell the two apart where their topic is one."""


def variants(requirement: Requirement) -> tuple[str, ...]:
    """Title, aliases, and the parts of a title that joins two with a semicolon."""
    out = [requirement.title, *requirement.aliases]
    for text in (requirement.title, *requirement.aliases):
        out += [p.strip() for p in text.split(";") if ";" in text and len(p.split()) >= 3]
    return tuple(dict.fromkeys(out))


def said_by(sections: Sequence[Section]) -> list[str]:
    """What each heading says, without what stands in brackets; one that begins with ``của`` with the heading above it."""
    own = [re.sub(r"\[[^\]]*\]", " ", s.title) for s in sections]
    own = [re.sub(r"\([^)]*\)", " ", title) if len(title) > 60 else title for title in own]
    return [
        f"{own[s.parent]} {title}" if s.parent is not None and _GOES_ON.match(title) else title
        for s, title in zip(sections, own, strict=True)
    ]


def without(texts: Sequence[str], words: set[str]) -> tuple[str, ...]:
    """The texts without some words; those left with nothing, or with function words alone, dropped."""
    left = ([w for w in split_words(t) if w not in words] for t in texts)
    return tuple(" ".join(one) for one in left if any(w not in STOP_WORDS for w in one))


def head_of(title: str, subject: str) -> str:
    """A title without a tail that only says what all of the report is about: ``Mặt mạnh | của công tác xây dựng Đảng ở huyện``.

    ``subject`` is the title of the report with the name of its unit; a tail with a year is kept.
    """
    about = _ABOUT | {w for w in split_words(subject) if not w.isdigit()}
    for m in _TAIL.finditer(title):
        if about.issuperset(split_words(title[m.end() :])):
            return title[: m.start()]
    return title


def told_apart(text: str, mine: Requirement, other: Requirement, *, least: int = MIN_APART) -> bool:
    """Whether a text speaks all the words of one of a requirement's titles that no title of the other has."""
    spoken = set(split_words(text))
    known = {w for title in variants(other) for w in split_words(title)} | STOP_WORDS
    apart = ({w for w in split_words(title) if w not in known} for title in variants(mine))
    return any(len(words) >= least and words <= spoken for words in apart)


def pairs_of(text: str) -> set[tuple[str, str]]:
    """Folded syllables that stand side by side."""
    words = split_words(text)
    return set(pairwise(words))


def telling_pairs(text: str) -> set[tuple[str, str]]:
    """The same without those that hold a function word."""
    return {(a, b) for a, b in pairwise(split_words(text)) if a not in STOP_WORDS and b not in STOP_WORDS}


def step_value(step: str, *, latin: bool = False) -> int | None:
    """The order a path step claims: II → 2, b → 2, 10 → 10; ``latin``: as Word counts letters, which knows no ``đ``."""
    if step.isdigit():
        return int(step)
    if step.upper() in ROMANS and step.isupper():
        return ROMANS[step]
    if len(step) == 1 and step.lower() in LOWER:
        return ord(step.lower()) - 96 if latin or (step.isupper() and step != "Đ") else LOWER.index(step.lower()) + 1
    return None


def steps_of(numbers: Sequence[str | None]) -> list[int | None]:
    """The order that the last step of each number path claims among those beside it; None where it has none.

    Where ``d`` is followed by ``e`` without ``đ`` between them Word has counted.
    """
    beside: dict[str, set[str]] = {}
    for number in numbers:
        if number is not None:
            above, _, step = number.rpartition(".")
            beside.setdefault(above, set()).add(step.lower())
    latin = {above for above, steps in beside.items() if {"d", "e"} <= steps and "đ" not in steps}
    return [
        None if n is None else step_value(n.rpartition(".")[2], latin=n.rpartition(".")[0] in latin) for n in numbers
    ]


def same_steps(wanted: Sequence[str | None], given: Sequence[str | None]) -> NDArray[np.float64]:
    """1 where two number paths claim the same order in their last step: wanted x given."""
    rows, columns = steps_of(wanted), steps_of(given)
    same = [[float(a is not None and a == b) for b in columns] for a in rows]
    return np.array(same).reshape(len(rows), len(columns))
