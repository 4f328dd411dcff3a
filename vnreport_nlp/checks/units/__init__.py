"""U501: names and levels of other units left in a report about oneself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ...model import Finding, Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from .blocs import strange_blocs
from .bodies import strange_bodies, strange_kinds, strange_organs
from .cells import strange_cells
from .committees import acts_now, committees, dealt_with
from .congress import congresses
from .dealings import meets_others
from .ended import ended_bodies
from .kinds import strange_parties
from .often import told_often
from .placed import listing_columns, ours, placed, unnamed
from .profile import REFORM, Profile, front_end, is_own, key_of, leftover, profile_of
from .provincial import strange_provinces
from .strangers import strange_units
from .suspects import suspects, usual_names
from .terms import odd_terms
from .words import (
    ADDRESS,
    ANY,
    BARE,
    BEFORE_REFORM,
    CALLED,
    CITY,
    COMMITTEE,
    FORWARD,
    MEMBER,
    NAMED,
    OTHERS,
    PARTY,
    PAST,
    PLACED,
    PROVINCE,
    SIGNED,
    SUBJECT,
    TARGET,
    YOUTH,
)

RARE = 2
"""A committee of another level named more often is no slip."""
SURE = 3
"""The usual committee is named so many times as often as the odd one."""


def check(context: Context) -> Iterable[Finding]:
    """U501 of one draft whose unit, or body, is known."""
    passed: list[Span] = []
    found = list(_of_unit(context, passed))
    found += told_often(context, passed)
    yield from found
    told = [p.span for f in found for p in f.places]
    for span, why, own in (
        *strange_bodies(context),
        *strange_kinds(context),
        *strange_organs(context),
        *strange_parties(context),
        *strange_provinces(context),
        *strange_cells(context),
        *strange_blocs(context),
        *strange_units(context),
        *odd_terms(context),
        *ended_bodies(context),
    ):
        if not any(span.start < t.end and t.start < span.end for t in told):
            told.append(span)
            yield leftover(context, span, why, unit=own)


def _of_unit(context: Context, passed: list[Span]) -> Iterator[Finding]:
    """Names and levels of other units in the draft of a unit of a district's or a commune's rank.

    ``passed`` takes the places that are left out because what they name is named often.
    """
    profile = profile_of(context)
    if profile is None:
        return
    document = context.spelled
    yield from congresses(context, profile)
    yield from _headings(context, profile)
    odd = _odd_committees(context, profile)
    usual: frozenset[str] | None = None
    strange: set[str] = set()
    listed, front, where = listing_columns(context), front_end(context), suspects(document.text, profile)
    for p in document.paragraphs:
        in_list = p.cell is not None and (p.cell[0], p.cell[2]) in listed
        if in_list or p.story in NO_TEXT or p.end <= context.outline.front.start or p.start < front:
            continue
        text = document.text[p.start : p.end]
        near = [at - p.start for at in where[bisect_left(where, p.start) : bisect_left(where, p.end)]]
        found = list(_in_paragraph(text, near, profile, odd))
        if found:  # most drafts have none, and never ask which names they use
            usual = usual_names(document.text) if usual is None else usual
            often = [x for x in found if any(name in key_of(text[x[0] : x[1]]) for name in usual)]
            passed += [Span(p.start + left, p.start + right) for left, right, _ in often]
            found = [x for x in found if x not in often]
        found += [
            x
            for x in (placed(text, p.start, document.text, profile) if near else ())
            if not any(x[0] < b and a < x[1] for a, b, _ in found)
        ]
        strange.update(key_of(m[1]) for left, right, _ in found for m in ANY.pattern.finditer(text, left, right))
        found += unnamed(text, strange, profile)
        for left, right, why in found:
            yield leftover(context, Span(p.start + left, p.start + right), why)


def _in_paragraph(
    text: str, near: list[int], profile: Profile, odd: frozenset[str]
) -> Iterator[tuple[int, int, Message]]:
    """The leftovers of each sentence with a suspect place."""
    for start, end in sentences(text) if near else ():
        if any(start <= at < end for at in near):
            for left, right, why in _leftovers(text[start:end], profile, odd):
                yield start + left, start + right, why


def _stranger(m: re.Match[str], profile: Profile) -> bool:
    """Whether a match names a unit of the writer's level that is neither the writer nor above it."""
    own = is_own(m["name"], profile) or key_of(m["name"]) in profile.superiors
    return m["level"].lower() in profile.peers and not own


def _headings(context: Context, profile: Profile) -> Iterator[Finding]:
    """Headings that place a field of work in another unit of one's own level."""
    for section in context.outline.sections:
        m = PLACED.search(section.title)
        if m and _stranger(m, profile) and not OTHERS.search(section.title) and not PAST.search(section.title):
            span = Span(section.heading.start, max(section.heading.end, section.heading.start + 1))
            yield leftover(context, span, msg("Tên đơn vị khác: {name}.", name=f"{m['level']} {m['name']}"))


def _odd_committees(context: Context, profile: Profile) -> frozenset[str]:
    """Committees of another level that the whole draft names without a name once or twice, besides its usual one."""
    counts: dict[str, int] = {}
    for m in COMMITTEE.finditer(context.spelled.text):
        if not m["name"]:
            kind = m["kind"].lower()
            counts[kind] = counts.get(kind, 0) + 1
    usual = max((k for k in counts if k != "tỉnh"), key=lambda k: counts[k], default="")
    few = {k: n for k, n in counts.items() if k not in ("tỉnh", usual) and n <= RARE}
    odd = {k for k, n in few.items() if counts.get(usual, 0) >= SURE * n}
    # under a province no committee of a city is above a district
    below = "thành" in few and profile.level != "thành phố" and counts.get("tỉnh", 0) >= SURE * few["thành"]
    if below or ("thành" in counts and _no_city(context, profile)):
        odd.add("thành")
    return frozenset(odd)


def _no_city(context: Context, profile: Profile) -> bool:
    """Whether a district under a province writes, and its draft names no city whose committee could be meant."""
    under_province = profile.upper and profile.superiors and not profile.cities
    return bool(under_province) and not CITY.search(context.spelled.text)


def _leftovers(sentence: str, profile: Profile, odd: frozenset[str]) -> Iterator[tuple[int, int, Message]]:
    signed = SIGNED.search(sentence)
    if signed and _strange_hand(signed, profile):
        yield signed.start(), signed.end(), msg("Chữ ký của đơn vị khác.")
        return
    found = list(_of_others(sentence, profile, odd))  # few sentences have any, and telling the past takes longer
    if (
        found
        and not PAST.search(sentence)
        and (profile.upper or not BEFORE_REFORM.search(sentence) or FORWARD.search(sentence))
    ):
        yield from found


def _of_others(sentence: str, profile: Profile, odd: frozenset[str]) -> Iterator[tuple[int, int, Message]]:
    """Names and levels of others in one sentence, whatever time it speaks of."""
    taken: list[tuple[int, int]] = []
    for left, right, why in ours(sentence, profile):
        taken.append((left, right))
        yield left, right, why
    for left, right, why in (*_named(sentence, profile), *committees(sentence, profile, odd)):
        if any(left < b and a < right for a, b in taken) or dealt_with(sentence, left, right, profile):
            continue
        taken.append((left, right))
        yield left, right, why
    for left, right, why in _bare(sentence, profile):
        if not any(left < b and a < right for a, b in taken):
            yield left, right, why


def _strange_hand(signed: re.Match[str], profile: Profile) -> bool:
    """Whether a signature names another unit, or the committee of another level."""
    level = (signed["level"] or PARTY.get(signed["kind"].lower(), "")).lower()
    if signed["name"]:
        return not is_own(signed["name"], profile)
    return bool(level) and level != profile.level


def _named(sentence: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    for m in NAMED.finditer(sentence):
        if _stranger(m, profile):
            address = ADDRESS.match(sentence, m.end())
            if address and key_of(address["name"]) not in profile.superiors:
                continue
            yield m.start(), m.end(), msg("Tên đơn vị khác: {name}.", name=f"{m['level']} {m['name']}")
    for m in PROVINCE.finditer(sentence):
        if (
            profile.superiors
            and key_of(m["name"]) not in profile.superiors
            and not any(key_of(m["name"]).startswith(s) for s in profile.superiors)
        ):
            yield m.start(), m.end(), msg("Tên tỉnh khác: {name}.", name=m["name"])
    subject = SUBJECT.match(sentence)
    if subject and _stranger(subject, profile):
        name = f"{subject['level']} {subject['name']}"
        yield *subject.span("unit"), msg("Tên đơn vị khác: {name}.", name=name)


def _bare(sentence: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    if TARGET.search(sentence):
        return
    for m in MEMBER.finditer(sentence):
        level = PARTY[m["kind"].lower()]
        if m["kind"].islower() and (PAST.search(sentence) or meets_others(sentence, m.start(), m.end())):
            continue  # who moved here, or guests
        if profile.upper and level != profile.level and (level != "thành phố" or not profile.superiors):
            yield m.start(), m.end(), msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level)
    for m in CALLED.finditer(sentence):
        level = m["level"].lower()
        if level != profile.level and level in profile.peers and key_of(m["name"]) == key_of(profile.name):
            yield m.start(), m.end(), msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level)
    for m in YOUTH.finditer(sentence):
        level = PARTY[m["kind"].lower()]
        if profile.upper and level != profile.level and level != "thành phố":
            yield m.start(), m.end(), msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level)
    for m in BARE.finditer(sentence):
        level = m["level"]
        if level in ("huyện", "thị xã") and acts_now(sentence, profile, m.start(), m.end()):
            yield m.start(), m.end(), msg("Cấp huyện đã kết thúc hoạt động từ 01/7/2025.")
        if level == profile.level or level not in profile.peers:
            continue
        if level == "thành phố" and (profile.cities or not profile.superiors):
            continue
        if level in ("xã", "thị trấn", "phường") and profile.upper:
            continue
        if not profile.upper and profile.when is not None and profile.when >= REFORM and level == "thị trấn":
            continue
        yield m.start(), m.end(), msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level)
