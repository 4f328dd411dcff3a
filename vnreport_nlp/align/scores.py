"""Which links of a requirement with a section may be made, and what each is worth."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .assign import FORBIDDEN
from .evidence import Evidence, Matrix
from .groupings import (
    MIN_TITLE_LEAF,
    for_container_beside,
    groups_several,
    groups_siblings,
    holds_siblings_items,
    of_siblings_alike,
    tells_an_item,
    tells_items,
)
from .parts import MIN_TITLE_ELSEWHERE, Parts
from .place import (
    beside,
    depth_in_part,
    follows_parent,
    in_position,
    last_unnamed,
    only_child_of,
    shortened,
    stands_for_parent,
    under_sibling,
)
from .rivals import (
    anothers_own,
    by_place_alone,
    each_others_best,
    each_others_topic,
    listed_beside,
    names_another,
    piece_of_another,
    sole_of_kind,
    stray_text,
)
from .worth import parent_worth

MIN_TITLE = 0.56
"""Least similarity of a title in the right part."""
MIN_TITLE_CHILD = 0.45
"""The same right under the parent's own section, where few others compete."""
CONTAINED_TITLE = 0.60
"""What a title counts that holds the other's words, or is held by it, right under the parent's section."""
MIN_TITLE_TOPIC, MIN_TOPIC = 0.34, 0.45
"""Least similarity of a title whose text is of the requirement's topic, and what that topic must reach."""
MIN_TITLE_POSITION, MIN_TOPIC_POSITION = 0.25, 0.08
"""Least title or topic of a section that stands just where the template has the requirement, number and all."""
MIN_TOPIC_PART = 0.25
"""Topic of a section in another part whose heading names the requirement's part (``Khâu đột phá`` inside each field)."""
MIN_TOPIC_ALONE = 0.62
"""Topic that links a section in the right place whose title says something else."""
MIN_TITLE_STRAY, MIN_TOPIC_STRAY = 0.45, 0.90
"""The same for a section of its own at level 2 that answers nothing in its part and whose text is clearly of the topic."""
SAME_TITLE = 0.02
"""Titles that fit this nearly as well fit as well."""
MIN_TITLE_ALONE, ALONE_LEAD = 0.70, 0.25
"""Least similarity of a title in another part that says nothing which the requirement's own does not, and its lead on every other requirement."""
MIN_NAMED = 0.90
"""Share of a requirement's telling words in a heading elsewhere that names its part as well: ``Phương hướng dân vận`` inside ``Dân vận``."""
MIN_SAID = 0.30
"""Share of a container's telling words in a heading over items of several kinds that makes the heading its own."""
GROUP_SHARE = 0.7
"""What the title of a grouping heading counts for an item that has a heading of its own below it."""
MIN_SUPPORT = 0.62
"""Sub-headings that link a container whatever its title."""


def below_scores(evidence: Evidence, parts: Parts, chosen: dict[int, int], fixed: Matrix) -> tuple[Matrix, Matrix]:
    """(score, gain) of every requirement below level 1 with every section; gain is negative where a link is refused.

    ``fixed`` is what ``fixed_worth`` gave for these parts.
    """
    titles = _title_scores(evidence, chosen)
    score = titles + fixed + parent_worth(evidence, parts, chosen)
    gain = np.full(score.shape, FORBIDDEN)
    roots = [k for k, r in enumerate(evidence.requirements) if r.parent is None]
    taken = list(parts.section_of.values())
    score[roots] = score[:, taken] = -1.0
    open_to = _open_pairs(evidence, parts, titles)
    open_to[roots] = open_to[:, taken] = False
    open_to &= ~evidence.opposed
    for r, s in np.argwhere(open_to).tolist():
        least = _least(evidence, parts, chosen, r, s, float(titles[r, s]))
        if least is not None:
            gain[r, s] = max(score[r, s] - least + 0.5, 0.01)
    return score, gain


def _title_scores(evidence: Evidence, chosen: dict[int, int]) -> Matrix:
    """``title_score`` of every pair; only held titles and headings with headings below them are looked at one by one."""
    out = evidence.similarity.copy()
    nested = np.array([bool(s.children) for s in evidence.sections], dtype=bool)
    special = (evidence.contained > 0) | (nested[None, :] & (out >= MIN_TITLE_POSITION))
    for r, s in np.argwhere(special).tolist():
        out[r, s] = title_score(evidence, chosen, r, s)
    return out


def _open_pairs(evidence: Evidence, parts: Parts, titles: Matrix) -> NDArray[np.bool_]:
    """Pairs that some rule may link: those in the requirement's own part, and likely ones in another."""
    at_home = parts.homes(evidence.root_of)
    likely = titles >= MIN_TITLE_STRAY
    if evidence.topic is not None:
        likely |= np.nan_to_num(evidence.topic) >= MIN_TOPIC_PART
    return np.asarray(at_home | likely)


def title_score(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> float:
    """Similarity of the titles; right under the parent's section a title inside the other is enough."""
    title = float(evidence.similarity[r, s])
    parent = evidence.parent_of[r]
    if evidence.contained[r, s] and parent is not None and follows_parent(evidence, chosen, parent, s):
        return max(title, CONTAINED_TITLE)
    return title * GROUP_SHARE if _grouping(evidence, r, s) else title


def _grouping(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading stands for several requirements and one right below it names this one: ``Nguyên nhân`` of both kinds."""
    below = evidence.sections[s].children
    if not below or evidence.children_of[r]:
        return False
    title = float(evidence.similarity[r, s])
    if evidence.items[s]:
        return any(evidence.similarity[r, t] >= max(MIN_TITLE, title) for t in below)
    alike = [k for k in evidence.wanted.leaves_beside[r] if evidence.similarity[k, s] >= title - SAME_TITLE]
    return bool(alike) and any(evidence.similarity[r, t] >= MIN_TITLE for t in below)


def _least(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int, title: float) -> float | None:
    """The score a link must reach, None when it is refused whatever its score."""
    topic = None if evidence.topic is None or np.isnan(evidence.topic[r, s]) else float(evidence.topic[r, s])
    if parts.at_home(s, evidence.root_of[r]):
        if _named_above(evidence, parts, chosen, r, s):
            return None
        return MIN_TITLE if _enough_near(evidence, chosen, r, s, title, topic) else None
    return None if evidence.voice_against(r, s) else _least_elsewhere(evidence, parts, chosen, r, s, title, topic)


def _enough_near(evidence: Evidence, chosen: dict[int, int], r: int, s: int, title: float, topic: float | None) -> bool:
    """Whether title, place or topic may link a section that stands in the requirement's own part."""
    placed, against = in_position(evidence, chosen, r, s), evidence.voice_against(r, s)
    container, nested = bool(evidence.children_of[r]), bool(evidence.subtree[s])
    if under_sibling(evidence, chosen, r, s):
        return title >= MIN_TITLE_ELSEWHERE
    if piece_of_another(evidence, chosen, r, s) or (container and of_siblings_alike(evidence, r, s)):
        return False
    if container and nested and holds_siblings_items(evidence, r, s, said=MIN_SAID):
        return False
    others = (groups_siblings, stands_for_parent, for_container_beside)
    if nested and any(other(evidence, chosen, r, s) for other in others):
        return False
    said = title >= MIN_TITLE or evidence.mention[r, s] >= MIN_SAID
    if container and not said and groups_several(evidence, chosen, r, s):
        return False
    if container and not nested:
        told = placed and (_child_topic(evidence, r, s) >= MIN_TOPIC or tells_an_item(evidence, r, s))
        return title >= MIN_TITLE_LEAF or told or (title >= MIN_TITLE_CHILD and shortened(evidence, chosen, r, s))
    if title >= (MIN_TITLE_CHILD if only_child_of(evidence, chosen, r, s) else MIN_TITLE):
        return container or not anothers_own(evidence, r, s)
    if container:
        held = max(evidence.support[r, s], evidence.content[r, s]) >= MIN_SUPPORT
        return bool(held) or (not against and (placed or _containers_own(evidence, chosen, r, s)))
    return _items_own(evidence, chosen, r, s, title, topic, placed=placed)


def _containers_own(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading beside a container's siblings is its own by likeness, by its kind or by what stands below it."""
    likely = each_others_best(evidence, chosen, r, s) or sole_of_kind(evidence, chosen, r, s)
    return beside(evidence, chosen, r, s) and (likely or tells_items(evidence, r, s))


def _items_own(
    evidence: Evidence, chosen: dict[int, int], r: int, s: int, title: float, topic: float | None, *, placed: bool
) -> bool:
    """Whether place and text may link a heading little like an item's title."""
    against = evidence.voice_against(r, s)
    if names_another(evidence, r, s) or listed_beside(evidence, r, s):
        return False
    sole = last_unnamed(evidence, chosen, r, s)
    if sole and title >= MIN_TITLE_CHILD and not by_place_alone(evidence, chosen, r, s):
        return True  # whatever voice its text seems to have: it stands between headings of its part
    by_place = sole or (placed and (title >= MIN_TITLE_POSITION if topic is None else topic >= MIN_TOPIC_POSITION))
    fits = (by_place and not against and not evidence.tells_another(r, s)) or (
        not against and beside(evidence, chosen, r, s) and _told(evidence, chosen, r, s, title, topic)
    )
    return fits and not by_place_alone(evidence, chosen, r, s)


def _told(evidence: Evidence, chosen: dict[int, int], r: int, s: int, title: float, topic: float | None) -> bool:
    """Whether text and title together, or either against its rivals, link a section that stands beside the siblings."""
    if topic is None:
        return each_others_best(evidence, chosen, r, s) or sole_of_kind(evidence, chosen, r, s)
    if topic >= MIN_TOPIC_ALONE or (title >= MIN_TITLE_TOPIC and topic >= MIN_TOPIC):
        return True
    if title >= MIN_TITLE_CHILD and not evidence.tells_itself(evidence.sections[s]):
        return each_others_best(evidence, chosen, r, s)
    return each_others_topic(evidence, chosen, r, s)


def _least_elsewhere(
    evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int, title: float, topic: float | None
) -> float | None:
    """The score a section of another part must reach, None when it is refused."""
    if _childs_own(evidence, r, s) or _holds_others(evidence, chosen, r, s) or r in parts.listed:
        return None
    if evidence.root_of[r] not in parts.section_of:
        if topic is not None and topic >= MIN_TOPIC_PART and _part_named(evidence, r, s):
            return MIN_TITLE
        if not _voice_known(evidence, parts, r, s):
            return None
        if topic is not None and topic >= MIN_TOPIC_ALONE and title >= MIN_TITLE:
            return MIN_TITLE
    if title >= MIN_TITLE_ELSEWHERE:
        return MIN_TITLE_ELSEWHERE
    clear = topic is not None and title >= MIN_TITLE_STRAY and topic >= MIN_TOPIC_STRAY
    both = topic is not None and title >= MIN_TITLE and topic >= MIN_TOPIC_ALONE and evidence.named[r, s] >= MIN_NAMED
    stray = (clear or both) and not evidence.children_of[r]
    free = all(k == r for k, at in chosen.items() if at == s)
    if free and evidence.part_named[r, s] and evidence.named[r, s] >= MIN_NAMED and not evidence.children_of[r]:
        return MIN_TITLE_STRAY
    stray = stray or stray_text(evidence, r, s, parts.region[s])
    if stray and free and depth_in_part(evidence, parts, s) == 2:
        return MIN_TITLE_STRAY
    return MIN_TITLE_ALONE if free and _like_no_other(evidence, r, s) else None


def _like_no_other(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading is a shorter form of an item's title and like no other's: ``Cải cách hành chính gắn với dân chủ``."""
    own = float(evidence.similarity[r, s])
    if own < MIN_TITLE_ALONE or not evidence.contained[r, s] or evidence.children_of[r]:
        return False
    return own >= ALONE_LEAD + float(np.delete(evidence.similarity[:, s], r).max(initial=0.0))


def _childs_own(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading is rather that of one of the container's items."""
    below = [float(evidence.similarity[k, s]) for k in evidence.children_of[r]]
    return max(below, default=0.0) > float(evidence.similarity[r, s])


def _holds_others(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether sections below this one answer requirements that are not below this requirement."""
    head, inside = evidence.requirements[r].number + ".", set(evidence.subtree[s])
    return any(
        at in inside and not evidence.requirements[k].number.startswith(head) for k, at in chosen.items() if k != r
    )


def _named_above(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int) -> bool:
    """The section right above, at the requirement's own depth, carries its title just as well: this is a piece of it."""
    above, parent = evidence.sections[s].parent, evidence.parent_of[r]
    if above is None or above in parts.section_of.values() or (parent is not None and chosen.get(parent) == above):
        return False
    if depth_in_part(evidence, parts, above) != evidence.requirements[r].depth:
        return False
    titles = evidence.similarity[r]
    return bool(titles[above] >= max(MIN_TITLE_ELSEWHERE, titles[s] - 0.1))


def _child_topic(evidence: Evidence, r: int, s: int) -> float:
    """Share of a section's text that is of the topics of a requirement's children."""
    if evidence.topic is None or evidence.voice_against(r, s):
        return 0.0
    return float(np.nan_to_num(evidence.topic[evidence.children_of[r], s]).sum())


def _part_named(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading carries the name of the requirement's part, its text being nearest to this one of its items."""
    root = evidence.root_of[r]
    if evidence.topic is None or evidence.children_of[r] or evidence.similarity[root, s] < MIN_TITLE_ELSEWHERE:
        return False
    return bool(evidence.topic[r, s] >= np.nan_to_num(evidence.topic[evidence.children_of[root], s]).max(initial=0.0))


def _voice_known(evidence: Evidence, parts: Parts, r: int, s: int) -> bool:
    """When a whole part has no heading, its items need their voice heard before a like-named section may stand for them."""
    voice = evidence.requirements[r].voice
    region = parts.region[s]
    if voice is None:
        return False
    if region is not None and evidence.requirements[region].voice == voice:
        return True
    share = evidence.direction[s]
    return share is not None and (share >= 0.6 if voice == "direction" else share <= 0.4)
