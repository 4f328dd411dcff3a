"""U501 of committees: another unit's committee, one of another level, one of the districts that ended; and which of them are partners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Message, msg
from .claims import acts, appointed, beside_writer, blamed, committee_of, explained, managed, opens, quoted, with_organs
from .dealings import beside_others, meets_others
from .profile import REFORM, Profile, is_own, key_of
from .words import ASKS, COMMITTEE, FORWARD, GOES_ON, HABIT, PARTY, PEOPLE

_LEADS = lazy(
    r"\s(?:đã\s|luôn\s|thường xuyên\s|tập trung\s)*(?:lãnh đạo|chỉ đạo|ban hành|quán triệt|kết luận|xác định|phê duyệt|phân công)\b"
)
"""What a committee does in its own unit, whatever the matter."""
_FEW_WORDS = lazy(r"(?:\s+[^\s,.;:]+){0,5}")


def committees(sentence: str, profile: Profile, odd: frozenset[str]) -> Iterator[tuple[int, int, Message]]:
    """Committees that are neither the writer's nor above it, in one sentence."""
    for m in COMMITTEE.finditer(sentence):
        level, name = PARTY[m["kind"].lower()], m["name"]
        if level == "tỉnh":  # a province named as one's own superior
            if name and profile.superiors and key_of(name) not in profile.superiors:
                yield m.start(), m.end(), msg("Tên cấp trên khác: {name}.", name=m[0])
        elif name and not is_own(name, profile):
            superior = not profile.upper and (
                key_of(name) in profile.superiors or not profile.cities or level != "thành phố"
            )
            above = profile.superiors if level != profile.level else profile.cities
            if not superior and key_of(name) not in above:
                yield m.start(), m.end(), msg("Tên đơn vị khác: {name}.", name=m[0])
        elif not name and profile.upper and level != profile.level:
            if level != "thành phố" or profile.superiors == frozenset() or m["kind"].lower() in odd:
                yield (
                    m.start(),
                    _words_on(sentence, m.end()),
                    msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level),
                )
        elif not name and m["kind"] == "Huyện" and _of_town(profile):
            yield m.start(), _words_on(sentence, m.end()), msg("Phường không trực thuộc huyện.")
        elif (
            not name
            and not profile.upper
            and (
                _dead(sentence, profile, kind := m["kind"].lower(), odd)
                or (kind in ("huyện", "thị") and acts_now(sentence, profile, m.start(), m.end()))
            )
        ):
            yield m.start(), _words_on(sentence, m.end()), msg("Cấp huyện đã kết thúc hoạt động từ 01/7/2025.")


def _of_town(profile: Profile) -> bool:
    """Whether a ward wrote before the reform: it was never part of a rural district."""
    return profile.level == "phường" and profile.when is not None and profile.when < REFORM


def _words_on(sentence: str, at: int) -> int:
    """The end of a few whole words further on, so that the quote can be read; a clause is not left."""
    m = _FEW_WORDS.match(sentence, at)
    return m.end() if m else at


def _dead(sentence: str, profile: Profile, kind: str, odd: frozenset[str]) -> bool:
    """Whether a commune's report after the reform speaks of a district committee as of something alive, or of one never its own."""
    if profile.when is None or profile.when < REFORM:
        return False
    if kind == "thành" and profile.superiors:
        return False
    return kind in odd or (
        kind in ("huyện", "thị") and bool(FORWARD.search(sentence)) and not re.search(r"202[0-5]", sentence)
    )


def acts_now(sentence: str, profile: Profile, start: int, end: int) -> bool:
    """Whether a body of the district is the subject of what goes on after the reform, or is asked for something."""
    if profile.upper or profile.when is None or profile.when < REFORM or re.search(r"20[01]\d|202[0-5]", sentence):
        return False
    if ASKS.match(sentence[:start]):
        return True
    if not opens(sentence[:start]) or not GOES_ON.match(sentence, end):
        return False
    return profile.reformed or (profile.yearly and HABIT.search(sentence) is not None)


def dealt_with(sentence: str, left: int, right: int, profile: Profile) -> bool:
    """Whether a sentence says why another unit is named; a committee without a name that acts at its head is no partner."""
    m = COMMITTEE.pattern.match(sentence, left)
    met = meets_others(sentence, left, right)
    if m is None or m["name"]:
        if m is not None and _LEADS.match(sentence, m.end()) and opens(sentence[: with_organs(sentence, left)]):
            return quoted(sentence, left) or beside_writer(sentence, left, right, committee_of(profile.level))
        if met or quoted(sentence, left) or blamed(sentence) or appointed(sentence, left):
            return True
        if m is not None:
            return m["kind"] != "Tỉnh" and beside_writer(sentence, left, right, committee_of(profile.level))
        # people of another level who give to the writer's fund are no neighbours; its organs deal with the writer
        alike = not PEOPLE.match(sentence, left) or f" {profile.level} " in sentence[left:right]
        return (
            m is None
            and alike
            and sentence[left : left + 1].isupper()
            and beside_writer(sentence, left, right, profile.level)
        )
    if met and (
        managed(sentence, left, m.end()) or (opens(sentence[: with_organs(sentence, left)]) and acts(sentence, m.end()))
    ):
        return beside_others(sentence, left) or explained(sentence, left, right)
    return met
