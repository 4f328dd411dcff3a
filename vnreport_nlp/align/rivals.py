"""A heading and a requirement that fit each other best among those beside them that are still open: weak titles, sure by elimination."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .evidence import Evidence
from .kinds import kinds_of
from .themes import NAME, themes

SETTLED = 0.56
"""A link whose title is this like is settled: neither side is a rival any more."""
MIN_MUTUAL, MUTUAL_MARGIN = 0.20, 0.06
"""Least likeness of such a pair and its least advantage over every rival; chosen on bare outlines (scripts/evaluate_bare.py)."""
MIN_TOPIC, TOPIC_MARGIN = 0.50, 0.10
"""Least topic of such a pair where titles say nothing, and its least advantage over every rival; chosen on drafts by authors outside the corpus."""
MIN_TOPIC_STRAY = 0.95
"""Topic that makes a heading of another part the requirement's own whatever its title; chosen on drafts by authors outside the corpus."""

MIN_ALONE, MIN_HINTED = 0.45, 0.15
"""Likeness from which a heading is more than in its place, and words of the requirement's matter that make it so; chosen with ``scripts/evaluate_bare.py``."""
MIN_OWN_FIELD = 0.08
"""Topic under which a text has nothing of a requirement's."""
MIN_ANOTHERS = 0.80
"""Similarity from which a heading plainly carries another requirement's name."""
MIN_WORD_FOR_WORD, FAR_BEHIND = 0.95, 0.20
"""A title is another requirement's own, and this one's so much less."""
ALL_SAID = 0.97
"""Share of a title's telling words in a heading that counts as all of them."""
CLEARLY_NEARER = 0.10
"""A title is another's by this much."""


def each_others_best(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether neither an open sibling of the requirement nor an open heading beside this one comes near."""
    own = _near(evidence, r, s)
    if (
        own < MIN_MUTUAL
        or _by_letters(evidence, r, s, own)
        or _items_elsewhere(evidence, chosen, r, s)
        or _numbered_for_another(evidence, chosen, r, s)
    ):
        return False
    rivals = [_near(evidence, k, s) for k in _open_siblings(evidence, chosen, r, s)]
    others = [_near(evidence, r, t) for t in _open_beside(evidence, chosen, r, s)]
    return own >= MUTUAL_MARGIN + max([*rivals, *others], default=0.0)


def _by_letters(evidence: Evidence, r: int, s: int, own: float) -> bool:
    """Whether a heading is little like an item and speaks no two words of its matter: ``bản`` is a village as well as a paper."""
    if own >= MIN_ALONE or evidence.children_of[r] or evidence.knows_topic(r):
        return False
    return not evidence.speech.hinted[r, s] and not evidence.speech.speaks_pair(r, s)


def _items_elsewhere(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether an item of a container has a heading that stands beside this one: then this one is not the container's."""
    return any(
        k in chosen and chosen[k] != s and evidence.sections[chosen[k]].parent == evidence.sections[s].parent
        for k in evidence.children_of[r]
    )


def _numbered_for_another(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading little like a requirement has the number of an open sibling, and a sibling numbered as asked stands across."""
    steps, parent = evidence.same_step, evidence.parent_of[r]
    if parent is None or evidence.knows_topic(r) or steps[r, s] or evidence.similarity[r, s] >= MIN_ALONE:
        return False
    beside = [k for k in evidence.children_of[parent] if k != r]
    open_one = any(steps[k, s] and k not in chosen for k in beside)
    return open_one and any(k in chosen and steps[k, chosen[k]] and (k < r) != (chosen[k] < s) for k in beside)


def _near(evidence: Evidence, r: int, s: int) -> float:
    """Likeness of the titles, where no topic is known with what the texts say; of a container, half of it that of what stands below."""
    title = float(evidence.similarity[r, s])
    if not evidence.children_of[r] and not evidence.knows_topic(r):
        return title + float(evidence.speech.hinted[r, s])
    if not evidence.children_of[r] or not evidence.subtree[s]:
        return title
    return 0.5 * title + 0.5 * float(max(evidence.support[r, s], evidence.content[r, s]))


def _open_siblings(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> Iterator[int]:
    parent = evidence.parent_of[r]
    for k in evidence.children_of[parent] if parent is not None else ():
        at = chosen.get(k)
        if k != r and (at is None or at == s or _near(evidence, k, at) < SETTLED):
            yield k


def _open_beside(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> Iterator[int]:
    above = evidence.sections[s].parent
    owner = {t: k for k, t in chosen.items()}
    for section in evidence.sections:
        t = section.index
        if t == s or section.parent != above:
            continue
        k = owner.get(t)
        if k is None or k == r or _near(evidence, k, t) < SETTLED:
            yield t


def sole_of_kind(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading is of the requirement's kind, of which no open sibling is, and the first such that is open: ``Việc phải làm`` before ``Cách làm``."""
    own = evidence.wanted.kinds[r] & kinds_of(evidence.titles[s])
    if not own or evidence.opposed[r, s]:
        return False
    rivals = any(evidence.wanted.kinds[k] & own for k in _open_siblings(evidence, chosen, r, s))
    return not rivals and not any(
        kinds_of(evidence.titles[t]) & own for t in _open_beside(evidence, chosen, r, s) if t < s
    )


def each_others_topic(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading's text is nearest to the requirement's topic, and no heading beside it that is open comes near."""
    topic = evidence.topic
    if topic is None or np.isnan(topic[r, s]) or topic[r, s] < MIN_TOPIC:
        return False
    rivals = [
        float(topic[k, s])
        for k in range(len(topic))
        if evidence.requirements[k].topic != evidence.requirements[r].topic
    ]
    others = [float(np.nan_to_num(topic[r, t])) for t in _open_beside(evidence, chosen, r, s)]
    return bool(topic[r, s] >= TOPIC_MARGIN + max([*np.nan_to_num(rivals), *others], default=0.0))


def stray_text(evidence: Evidence, r: int, s: int, region: int | None) -> bool:
    """Whether a heading of another part, in words of nobody's, stands over a text of the requirement's topic that is none of that part's."""
    topic = evidence.topic
    if topic is None or np.isnan(topic[r, s]) or topic[r, s] < MIN_TOPIC_STRAY or evidence.children_of[r]:
        return False
    section, mine = evidence.sections[s], evidence.requirements[r].topic
    at_home = any(q.topic == mine and evidence.root_of[k] == region for k, q in enumerate(evidence.requirements))
    said, voice = evidence.direction[s], evidence.requirements[r].voice
    other_voice = said is not None and voice is not None and (said > 0.5) is (voice == "result")
    twice = any(
        k != r and q.topic == mine and (q.voice == voice or other_voice) for k, q in enumerate(evidence.requirements)
    )
    return not (at_home or twice or section.children) and evidence.tells_itself(section)


def by_place_alone(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether only its place speaks for a heading, and its own words against that: it is hardly like the title, and of no such topic.

    A draft that has all other headings in the outline's words has this one in its own because it is of something else. So has one
    whose heading is far nearer to a requirement that is answered nowhere else.
    """
    own, known = float(evidence.similarity[r, s]), evidence.knows_topic(r)
    if evidence.children_of[r] or own >= (SETTLED if known else MIN_ALONE):
        return False
    if evidence.wanted.kinds[r] & kinds_of(evidence.titles[s]):
        return False
    if known:
        return _of_another_field(evidence, r, s)
    if evidence.speech.follows and evidence.speech.hinted[r, s] < MIN_HINTED:
        return True
    nearer = np.flatnonzero(evidence.similarity[:, s] >= max(SETTLED, own + FAR_BEHIND)).tolist()
    return any(
        not evidence.children_of[k]
        and (k not in chosen or evidence.similarity[k, chosen[k]] < evidence.similarity[k, s])
        for k in nearer
    )


def _of_another_field(evidence: Evidence, r: int, s: int) -> bool:
    """Whether the text under a heading has nothing of the requirement's topic, and its words name a field that is not asked for there.

    In a draft that has all other headings in the outline's words any strange one is of something else.
    """
    share = 0.0 if evidence.topic is None else float(np.nan_to_num(evidence.topic[r, s]))
    if share >= MIN_OWN_FIELD or not evidence.tells_itself(evidence.sections[s]):
        return False
    if evidence.speech.follows:
        return True
    named = {theme for theme, worth in themes().named(evidence.titles[s]).items() if worth == NAME}
    return bool(named) and not named & evidence.wanted.asked[r]


def listed_beside(evidence: Evidence, r: int, s: int) -> bool:
    """Whether another heading lists all that this title says, and all of a sibling's of its topic: it answers both (``Giáo dục, đào tạo và y tế, dân số``).

    Siblings of topics of their own are told apart by what stands under the headings; of no known topic nothing is told there.
    """
    topic = evidence.requirements[r].topic
    alike = [k for k in evidence.wanted.beside[r] if topic is None or evidence.requirements[k].topic in (topic, None)]
    if not alike:
        return False
    return any(
        t != s
        and s not in evidence.subtree[t]
        and bool(evidence.items[t])
        and any(evidence.mention[k, t] >= ALL_SAID for k in alike)
        for t in np.flatnonzero(evidence.mention[r] >= ALL_SAID).tolist()
    )


def names_another(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading plainly carries the name of another requirement, neither above nor below this one."""
    return bool(evidence.best_other[r, s] >= MIN_ANOTHERS > evidence.similarity[r, s])


def anothers_own(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading is word for word that of another requirement: ``Xây dựng Đảng về chính trị`` is none for ``… về đạo đức``."""
    other, own = float(evidence.best_other[r, s]), float(evidence.similarity[r, s])
    return other >= MIN_WORD_FOR_WORD and own <= other - FAR_BEHIND


def piece_of_another(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading right below another requirement's section is nearer to that requirement's title: a piece of it."""
    above = evidence.sections[s].parent
    owner = next((k for k, at in chosen.items() if at == above), None)
    if (
        owner is None
        or owner == r
        or evidence.requirements[r].number.startswith(evidence.requirements[owner].number + ".")
    ):
        return False
    return bool(evidence.similarity[owner, s] >= evidence.similarity[r, s] + CLEARLY_NEARER)
