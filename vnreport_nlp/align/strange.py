"""Headings in words of their own over the text of several requirements: topics and voices say which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ..model import Link, Span, msg
from ..outline import count
from ..outline.placeholders import is_placeholder
from ..similarity import STOP_WORDS, split_words
from .evidence import Evidence
from .naming import LISTED, variants
from .parts import Parts
from .passages import own_text, shares_topic, spoken_of

MIN_TOLD = 0.35
"""Topic of a passage, above every topic that is answered nowhere else, from which it tells of a requirement; chosen on drafts by authors outside the corpus."""
MIN_TOLD_BESIDE = 0.12
"""The same for a sibling next to the requirement that the heading answers, where the heading lists a thing that is the name of nothing."""
MIN_PIECE = 15
"""Least length of such a passage, in syllables."""
OTHER_VOICE = 0.75
"""Share of the other voice from which a passage tells nothing of a requirement."""
MIN_NAMES = 0.56
"""Likeness from which a heading names one requirement and no more."""
MIN_OWN = 0.80
"""Likeness from which a heading is its owner's in nearly the outline's words: one strange word in it lists nothing."""
MAX_UNLISTED = 3
"""A heading that lists nothing stands for no more requirements than this; over more it is a container's."""
MIN_LEFT = 0.25
"""Topic of the text under the one heading left for it to be the one item left; chosen on drafts by authors outside the corpus."""
ALL_NAMED = 0.90
"""Share of a requirement's telling words in one of the things that a heading lists from which that is its name."""
MIN_EVEN = 0.40
"""Share of the text that a further requirement needs where the heading lists no more things than its owner's title does."""


def told_together(evidence: Evidence, parts: Parts, chosen: Mapping[int, int]) -> dict[int, tuple[int, float]]:
    """For requirements without a section: the section in their part whose strange heading stands for them and others, and their topic there."""
    out: dict[int, tuple[int, float]] = {}
    if evidence.reading is None:
        return out
    wanting = {evidence.root_of[k] for k, below in enumerate(evidence.children_of) if not below and k not in chosen}
    for section in evidence.sections:
        s, root = section.index, parts.region[section.index]
        if root not in wanting or root is None or not _strange(evidence, chosen, s):
            continue
        owner = _owner(evidence, chosen, s)
        found = {r: share for r, share in _told(evidence, chosen, root, s, owner).items() if r not in chosen}
        if owner is not None:
            alike = [
                k
                for k in evidence.wanted.leaves_beside[owner]
                if evidence.requirements[k].depth == evidence.requirements[owner].depth
            ]
            found = {r: x for r, x in found.items() if r in alike and _may_mean(evidence, r, s)}
            found = {r: x for r, x in found.items() if _has_room(evidence, owner, r, s)}
        most = MAX_UNLISTED if not evidence.items[s] else len(found) + 1
        if not 2 <= len(found) + (owner is not None) <= most:
            continue
        out |= {r: (s, share) for r, share in found.items() if share > out.get(r, (0, 0.0))[1]}
    return out


def together(evidence: Evidence, r: int, s: int, share: float) -> Link:
    """The link of a requirement with a strange heading that it shares with others."""
    title = evidence.sections[s].title
    why = msg(
        "Tiêu đề khác, nhưng nội dung đúng chủ đề ({share}%): “{title}”.",
        share=min(99, round(100 * share)),
        title=title,
    )
    return Link(evidence.requirements[r].number, s, "topic", round(share, 3), why, whole=False)


def gathered(evidence: Evidence, chosen: Mapping[int, int], links: list[Link]) -> list[Link]:
    """Containers without a heading whose items were all told under one: it is theirs as well."""
    at = {evidence.number_of[link.requirement]: link for link in reversed(links)}
    out = []
    for r, below in enumerate(evidence.children_of):
        if len(below) < 2 or r in chosen or r in at or evidence.requirements[r].parent is None:
            continue
        places = {at[k].section if k in at and at[k].rung != "content" else None for k in below}
        s = places.pop()
        if places or s is None:
            continue
        title = evidence.sections[s].title
        why = msg("Viết chung một tiêu đề với mục con: “{title}”.", title=title)
        out.append(Link(evidence.requirements[r].number, s, "parent", 0.7, why))
    return out


def left_empty(evidence: Evidence, chosen: Mapping[int, int], links: list[Link]) -> list[Link]:
    """The headings left below a container, with nothing under them, for as many items left: they were put off."""
    linked = {*chosen.values(), *(link.section for link in links)}
    answered = {*chosen, *(evidence.number_of[link.requirement] for link in links)}
    tops = [s.index for s in evidence.sections if s.level == 1]
    roots = [k for k, r in enumerate(evidence.requirements) if r.parent is None]
    held = [
        (below, evidence.sections[chosen[r]].children) for r, below in enumerate(evidence.children_of) if r in chosen
    ]
    out = []
    for below, found in [(roots, tops), *held]:
        items, free = [k for k in below if k not in answered], [t for t in found if t not in linked]
        if len(items) != len(free) or len(below) < 2 or any(evidence.children_of[k] for k in items):
            continue
        if not all(evidence.sections[t].marker or len(free) == 1 for t in free) or not all(
            _bare(evidence, t) for t in free
        ):
            continue
        for r, t in zip(items, free, strict=True):
            title = evidence.sections[t].title
            why = msg("Tiêu đề khác, nhưng đứng đúng chỗ giữa các mục đã khớp: “{title}”.", title=title)
            out.append(Link(evidence.requirements[r].number, t, "topic", 0.5, why))
    return out


def last_left(evidence: Evidence, chosen: Mapping[int, int], links: list[Link]) -> list[Link]:
    """The one heading below a container that answers nothing, for its one item without an answer whose topic its text is near."""
    linked = {*chosen.values(), *(link.section for link in links)}
    answered = {*chosen, *(evidence.number_of[link.requirement] for link in links)}
    out = []
    for above, below in enumerate(evidence.children_of):
        if above not in chosen or len(below) < 2 or evidence.topic is None:
            continue
        items = [k for k in below if k not in answered]
        free = [t for t in evidence.sections[chosen[above]].children if t not in linked]
        if len(items) != 1 or len(free) != 1 or evidence.children_of[items[0]] or evidence.sections[free[0]].children:
            continue
        r, t = items[0], free[0]
        share = float(np.nan_to_num(evidence.topic[r, t]))
        if share >= MIN_LEFT and not evidence.voice_against(r, t) and not evidence.tells_another(r, t):
            out.append(replace(together(evidence, r, t, share), whole=True))
    return out


def _bare(evidence: Evidence, s: int) -> bool:
    """Whether nothing but a placeholder stands under a heading."""
    span = evidence.text_span(evidence.sections[s])
    return is_placeholder(evidence.outline.document.text[span.start : span.end].strip())


def _owner(evidence: Evidence, chosen: Mapping[int, int], s: int) -> int | None:
    """The requirement without items below it that has this section to itself."""
    return next((k for k, at in chosen.items() if at == s and not evidence.children_of[k]), None)


def _strange(evidence: Evidence, chosen: Mapping[int, int], s: int) -> bool:
    """Whether a heading with text right under it names nothing that the outline knows, or something strange beside what it answers."""
    held = [k for k, at in chosen.items() if at == s]
    if evidence.sections[s].children or any(evidence.requirements[k].parent is None for k in held):
        return False
    owner = _owner(evidence, chosen, s)
    if owner is not None:
        if float(evidence.similarity[owner, s]) >= MIN_OWN:
            return False
        known = {w for text in variants(evidence.requirements[owner]) for w in split_words(text)}
        return any(not set(split_words(item)) <= known for item in evidence.items[s])
    leaves = [k for k, below in enumerate(evidence.children_of) if not below]
    return bool(evidence.items[s]) or float(evidence.similarity[leaves, s].max(initial=0.0)) < MIN_NAMES


def _may_mean(evidence: Evidence, r: int, s: int) -> bool:
    """Whether one of the things that a heading lists is the name of no requirement, or of this one."""
    items = list(evidence.items[s])
    named = (evidence.wanted.named.mentions(items) >= ALL_NAMED) | (evidence.index.scores(items) >= MIN_NAMES)
    for k, requirement in enumerate(evidence.requirements):
        known = {w for text in variants(requirement) for w in split_words(text)} | STOP_WORDS
        named[k] |= [set(split_words(item)) <= known for item in items]
    return bool((~named.any(axis=0) | named[r]).any())


def _told(evidence: Evidence, chosen: Mapping[int, int], root: int, s: int, owner: int | None) -> dict[int, float]:
    """Requirements of a part that passages under a heading tell of: nearest to their topic, those apart that are answered elsewhere.

    Where the heading lists more things than were found, a sibling next to one of those may be what the rest means. What only
    some units report of is not told by its topic alone.
    """
    leaves = [k for k, below in enumerate(evidence.children_of) if not below and evidence.root_of[k] == root]
    elsewhere = {evidence.requirements[k].topic for k in leaves if k in chosen and chosen[k] != s}
    told = [
        r
        for r in leaves
        if evidence.requirements[r].required
        and not (shares_topic(evidence, r) and not spoken_of(evidence, r, own_text(evidence, s)))
    ]
    out: dict[int, float] = {}
    aside = elsewhere | ({evidence.requirements[k].topic for k in leaves if k != owner} if evidence.items[s] else set())
    for r in told:
        share = _share(evidence, r, s, aside)
        if share >= MIN_TOLD:
            out[r] = share
    found = {*out, *([owner] if owner is not None else [])}
    if len(evidence.items[s]) > len(found):
        every = set(evidence.reading.topics) if evidence.reading is not None else set()
        near = {r for r in told if any(abs(r - k) == 1 and r in evidence.wanted.beside[k] for k in found)}
        beside = {r: _share(evidence, r, s, every) for r in near - found}
        out |= {r: share for r, share in beside.items() if share >= MIN_TOLD_BESIDE}
    return out


def _share(evidence: Evidence, r: int, s: int, aside: set[str | None] | set[str]) -> float:
    """The topic of a requirement in the passage that tells most of it, no topic being above but those put aside; 0 without one."""
    reading, requirement = evidence.reading, evidence.requirements[r]
    at = reading.topic_index(requirement.topic) if reading is not None else None
    if reading is None or at is None:
        return 0.0
    open_to = [k for k, topic in enumerate(reading.topics) if k == at or topic not in aside]
    part = reading.inside(own_text(evidence, s))
    best = 0.0
    for k in range(part.start, part.stop):
        share, voice = float(reading.probabilities[k, at]), float(reading.direction[k])
        against = voice < 1 - OTHER_VOICE if requirement.voice == "direction" else voice > OTHER_VOICE
        against = against and requirement.topic in evidence.wanted.twins and requirement.voice is not None
        nearest = share >= float(reading.probabilities[k, open_to].max())
        if reading.sizes[k] >= MIN_PIECE and nearest and not against:
            best = max(best, share)
    return best


def _has_room(evidence: Evidence, owner: int, r: int, s: int) -> bool:
    """Whether a heading that hardly names its owner lists more things than its title, or the further requirement has as much text."""
    more = len(evidence.items[s]) > len(LISTED.split(evidence.requirements[owner].title))
    if more and evidence.similarity[owner, s] < MIN_NAMES:
        return True
    span, reading = own_text(evidence, s), evidence.reading
    at = reading.topic_index(evidence.requirements[r].topic) if reading is not None else None
    if reading is None or at is None:
        return False
    part = reading.inside(span)
    told = reading.probabilities[part, at] >= MIN_TOLD
    return bool((reading.sizes[part] * told).sum() >= MIN_EVEN * max(_size(evidence, span), 1))


def _size(evidence: Evidence, span: Span) -> int:
    return count(evidence.outline.document.text[span.start : span.end])
