"""U501: whether a clause speaks of dealings with another unit, which may be named."""

from __future__ import annotations

from .words import (
    AID,
    BOARD,
    COMMITTEE,
    DIRECTS,
    GIVES,
    JOINED,
    JOINT,
    LISTED,
    LISTS_ON,
    OTHERS,
    PEOPLE,
    REPORTS,
    TOWARDS,
)


def meets_others(sentence: str, left: int, right: int) -> bool:
    """Whether a clause speaks of dealings with another unit; who directs us is no such dealing."""
    if AID.search(sentence, max(0, left - 90), left) or beside_others(sentence, left):
        return True
    if DIRECTS.search(sentence, 0, left) or REPORTS.search(sentence, 0, left):
        return False
    start, end = sentence.rfind(";", 0, left) + 1, sentence.find(";", right)
    near = sentence[max(start, left - 70) : min(right + 60, end if end >= 0 else len(sentence))]
    if BOARD.search(sentence, 0, left) and _alone(sentence, left):
        near = JOINT.sub("", near)  # a board of one's own works with one's own offices
    towards = TOWARDS.search(sentence, max(0, left - 24), left) or LISTED.search(sentence, 0, left)
    if LISTS_ON.match(sentence, right) or GIVES.match(sentence, right):
        return True
    joined = towards and towards[0].strip() == "và" and PEOPLE.match(sentence, left)
    return bool(OTHERS.search(near) or (towards and not joined))


def _alone(sentence: str, left: int) -> bool:
    """Whether a committee stands here without a name."""
    committee = COMMITTEE.pattern.match(sentence, left)
    return committee is not None and not committee["name"]


def beside_others(sentence: str, left: int) -> bool:
    """Whether a committee without a name is one of several."""
    return _alone(sentence, left) and bool(JOINED.search(sentence, max(0, left - 30), left + 24))
