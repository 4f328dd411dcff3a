"""Parts whose headings say nothing: what stands below them says which they are."""

from __future__ import annotations

import numpy as np

from ..expressions import compiled
from .assign import FORBIDDEN, assign
from .evidence import Evidence
from .kinds import AHEAD, STRENGTHS, WANTING, judges, kinds_of

_YEAR = compiled(r"(?<!\d)20\d\d(?!\d)")
MIN_PART_CONTENT = 0.55
"""Mean topic of a part's items that makes a section the part, whatever its title; chosen on the drafts of the corpus."""
MIN_PART_ITEMS = 0.45
"""Mean likeness of its items' titles to headings inside that makes the one free heading a part."""
MIN_PART_TOLD = 0.55
"""How much the text below a heading must tell of a part's items to be the part; chosen on drafts by authors outside the corpus."""
MIN_PIECE = 15
"""Least length of such a passage, in syllables."""
OTHER_VOICE = 0.75
"""Share of the other voice from which a passage tells nothing of an item."""
MOSTLY = 0.40
"""Share of the other voice in all of the text up to which single passages in that voice count as well."""
MIN_GROUPED, MIN_NAMED = 2, 0.50
"""So many headings of other parts under one, each so like its part's title, make it a unit's own grouping."""
CLEARLY_OTHER = 0.25
"""So much more must a text tell of another part for its number and place to count no more."""


def by_content(evidence: Evidence, roots: list[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts whose headings say nothing that the outline knows: the sections, in order, that hold their items' topics."""
    if evidence.topic is None:
        return []
    known = dict(pairs)
    wanting = [k for k, root in enumerate(roots) if k not in known and evidence.children_of[root]]
    gain = np.full((len(wanting), len(evidence.sections)), FORBIDDEN)
    for row, k in enumerate(wanting):
        start = max((s for other, s in known.items() if other < k), default=-1)
        stop = min((s for other, s in known.items() if other > k), default=len(evidence.sections))
        for section in evidence.sections[start + 1 : stop]:
            if section.level <= 2 and _free(evidence, section.index, set(known.values())):
                share = evidence.content[roots[k], section.index]
                bonus = 0.05 if section.level == 1 else 0.0
                gain[row, section.index] = share - MIN_PART_CONTENT + bonus if share >= MIN_PART_CONTENT else FORBIDDEN
    found = sorted((wanting[row], s) for row, s in assign(gain))
    places = [s for _, s in found]
    return found if places == sorted(places) else []


def by_items(evidence: Evidence, roots: list[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The one part wanting between two known ones, where just one free heading holds headings like its items."""
    known = dict(pairs)
    wanting = [k for k, root in enumerate(roots) if k not in known and evidence.children_of[root]]
    out: list[tuple[int, int]] = []
    for k in wanting:
        start = max((s for other, s in known.items() if other < k), default=-1)
        stop = min((s for other, s in known.items() if other > k), default=len(evidence.sections))
        fit = [
            section.index
            for section in evidence.sections[start + 1 : stop]
            if section.level <= 2
            and _free(evidence, section.index, set(known.values()))
            and evidence.support[roots[k], section.index] >= MIN_PART_ITEMS
            and not evidence.voice_against(roots[k], section.index)
        ]
        fit = [s for s in fit if evidence.sections[s].parent not in fit]
        if len(fit) == 1:
            out.append((k, fit[0]))
            known[k] = fit[0]
    return out


def by_kind(evidence: Evidence, roots: list[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts between their neighbours that one free level-1 heading names in other words: ``Mong muốn của trường`` for requests."""
    known = dict(pairs)
    out: list[tuple[int, int]] = []
    for k, root in enumerate(roots):
        if k in known:
            continue
        start = max((s for other, s in known.items() if other < k), default=-1)
        stop = min((s for other, s in known.items() if other > k), default=len(evidence.sections))
        fit = [
            s.index
            for s in evidence.sections[start + 1 : stop]
            if s.level == 1
            and not {s.index, *evidence.subtree[s.index]} & set(known.values())
            and of_kind(evidence, root, s.index)
            and not evidence.voice_against(root, s.index)
        ]
        if len(fit) == 1:
            out.append((k, fit[0]))
            known[k] = fit[0]
    return out


def of_kind(evidence: Evidence, root: int, section: int) -> bool:
    """Whether a heading names a part's kind: in its words, as the assessment of the whole, or by the years that the part is about."""
    title, wanted = evidence.titles[section], evidence.requirements[root].title
    if kinds_of(title) & evidence.wanted.kinds[root]:
        return True
    if judges(wanted) or _judged(evidence, root):
        return any(judges(thing) for thing in (title, *evidence.items[section]))
    return AHEAD in evidence.wanted.kinds[root] and _of_its_years(evidence, root, title)


def _of_its_years(evidence: Evidence, root: int, title: str) -> bool:
    """Whether a heading names the years of a part, which no other part's title has, and no others: ``Việc của năm 2026``."""
    own = set(_YEAR.findall(evidence.requirements[root].title))
    others = {
        y
        for r in evidence.requirements
        if r.parent is None and r is not evidence.requirements[root]
        for y in _YEAR.findall(r.title)
    }
    return bool(own) and not own & others and set(_YEAR.findall(title)) == own


def names_kind(evidence: Evidence, root: int, section: int) -> bool:
    """Whether a heading names a kind of matter that any report has, and not the part's."""
    title = evidence.titles[section]
    return (bool(kinds_of(title)) or judges(title)) and not of_kind(evidence, root, section)


def _judged(evidence: Evidence, root: int) -> bool:
    """Whether a part asks for strengths or shortcomings."""
    return any(evidence.wanted.kinds[k] & {STRENGTHS, WANTING} for k in evidence.children_of[root])


def _free(evidence: Evidence, section: int, taken: set[int]) -> bool:
    """A heading with headings below it, that neither holds nor lies in a known part."""
    inside = set(evidence.subtree[section])
    return bool(inside) and not inside & taken and not any(section in evidence.subtree[t] for t in taken)


def by_passages(evidence: Evidence, roots: list[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts wherever they stand: free headings over passages of their items' topics and voices, more than of any other part's."""
    taken, known = {s for _, s in pairs}, dict(pairs)
    wanting = [k for k, root in enumerate(roots) if k not in known and evidence.children_of[root]]
    free = [s.index for s in evidence.sections if s.level <= 2 and _apart(evidence, s.index, taken)]
    if not wanting or not free or evidence.reading is None:
        return []
    told = np.array([[told_of(evidence, root, s) for s in free] for root in roots])
    gain = np.full((len(wanting), len(free)), FORBIDDEN)
    for row, k in enumerate(wanting):
        for at, s in enumerate(free):
            if told[k, at] >= max(MIN_PART_TOLD, told[:, at].max()):
                gain[row, at] = told[k, at] - MIN_PART_TOLD + (0.05 if evidence.sections[s].level == 1 else 0.01)
    return sorted((wanting[row], free[at]) for row, at in assign(gain))


def _apart(evidence: Evidence, section: int, taken: set[int]) -> bool:
    """Whether a heading is no known part, holds none and lies in none."""
    inside = {section, *evidence.subtree[section]}
    return not inside & taken and not any(section in evidence.subtree[t] for t in taken)


def told_of(evidence: Evidence, root: int, section: int) -> float:
    """How much the text below a heading is a part's: of its items told there and of the text that tells of them, the harmonic mean."""
    reading, items = evidence.reading, evidence.wanted.leaves_below[root]
    if reading is None:
        return 0.0
    part = reading.inside(evidence.text_span(evidence.sections[section]))
    long, direction, topics = reading.sizes[part] >= MIN_PIECE, reading.direction[part], reading.probabilities[part]
    sizes = np.where(long, reading.sizes[part], 0)
    best, own = [], np.zeros(len(direction))
    for r in items:
        at, voice = reading.topic_index(evidence.requirements[r].topic), evidence.requirements[r].voice
        if at is None:
            best.append(0.0)
            continue
        fits = long
        if voice is not None and evidence.requirements[r].topic in evidence.wanted.twins:
            other = direction if voice == "result" else 1 - direction
            fits = long & (other < OTHER_VOICE) if float((other * sizes).sum()) > MOSTLY * sizes.sum() else long
        best.append(float(topics[:, at][fits].max(initial=0.0)))
        own = np.maximum(own, np.where(fits, topics[:, at], 0.0))
    told, share = float(np.mean(best)) if best else 0.0, float((own * sizes).sum() / max(sizes.sum(), 1))
    return 2 * told * share / max(told + share, 0.01)


def tells_other_part(evidence: Evidence, root: int, section: int) -> bool:
    """Whether the text below a heading clearly tells of another part's items."""
    if evidence.reading is None or not evidence.children_of[root]:
        return False
    others = [
        k for k, r in enumerate(evidence.requirements) if r.parent is None and k != root and evidence.children_of[k]
    ]
    most = max((told_of(evidence, k, section) for k in others), default=0.0)
    return most >= max(MIN_PART_TOLD, told_of(evidence, root, section) + CLEARLY_OTHER)


def groups_parts(evidence: Evidence, root: int, section: int) -> bool:
    """Whether a heading with nothing right under it but headings of other parts stands over those, and is not this part's name."""
    below = evidence.sections[section].children
    if len(below) < MIN_GROUPED or evidence.tells_itself(evidence.sections[section]):
        return False
    others = [k for k, r in enumerate(evidence.requirements) if r.parent is None and k != root]
    best = evidence.similarity[np.ix_(others, below)].max(axis=1, initial=0.0)
    return int((best >= MIN_NAMED).sum()) >= MIN_GROUPED
