"""Items told under the heading of another, or of what is above them: by their kind, and by the words of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ..model import Link, Span, msg
from ..outline import count
from .evidence import Evidence
from .kinds import (
    AHEAD,
    ASSESSING,
    CAUSES,
    FORECAST,
    LESSONS,
    REQUESTS,
    STRENGTHS,
    TARGETS,
    TOLD_AT_HOME,
    WANTING,
    causes_of,
    judges,
    kinds_of,
    praised,
    said_of,
    told,
    wanted_clauses,
)
from .naming import LISTED, telling_pairs
from .passages import OPENING, Passage, own_text
from .place import nearest_above

SURE = 0.6
"""What such a link says of itself: a person should look."""
MIN_TOLD = 8
"""Least length, in syllables, of a sentence that gives causes or a forecast."""
MIN_HOME = 12
"""Least length of what is told of a kind under a heading that stands for it with others."""
_LEAST = {LESSONS: 20, STRENGTHS: 30, WANTING: 20, REQUESTS: 12}
"""The same for kinds of which a text on something else may say a word in passing."""
_TOLD_IN = {
    CAUSES: frozenset((WANTING,)),
    FORECAST: frozenset((AHEAD,)),
    LESSONS: frozenset((STRENGTHS, WANTING, CAUSES)),
    STRENGTHS: frozenset((WANTING,)),
    WANTING: frozenset((STRENGTHS,)),
    REQUESTS: frozenset((AHEAD, TARGETS, WANTING, CAUSES, LESSONS, STRENGTHS)),
}
"""Under headings of what kinds sentences of another are told."""
_SAYS: dict[str, Callable[[str, Span], Span | None]] = {STRENGTHS: praised, WANTING: wanted_clauses}
NAMES = 0.56
"""Likeness of a heading to another requirement from which it is that one's; chosen with ``scripts/evaluate_bare.py``."""


def kind_named(evidence: Evidence, chosen: dict[int, int], r: int) -> Link | None:
    """The heading of a sibling that names this requirement's kind as well, over text that tells it: ``Việc chưa tốt và lý do``."""
    for kind, s in _named_beside(evidence, chosen, r):
        if kind != CAUSES or told(kind, evidence.outline.document.text, own_text(evidence, s)):
            title = evidence.sections[s].title
            why = msg("Tiêu đề nêu cả nội dung này cùng mục khác: “{title}”.", title=title)
            return Link(evidence.requirements[r].number, s, "title", 0.8, why, whole=False)
    return None


def second_told(evidence: Evidence, chosen: dict[int, int], links: list[Link], r: int) -> Link | None:
    """The heading of the sibling before or after that lists more than its own requirement, over a paragraph that opens with this one's matter.

    Asked where no topic is known; a person should look.
    """
    wanted = evidence.wanted
    siblings = wanted.siblings[r]
    if not siblings or evidence.knows_topic(r) or evidence.children_of[r]:
        return None
    at = chosen | {evidence.number_of[link.requirement]: link.section for link in links if link.rung == "title"}
    here = siblings.index(r)
    for k in (*siblings[max(here - 1, 0) : here], *siblings[here + 1 : here + 2]):
        s = at.get(k)
        if s is None or evidence.sections[s].children or not evidence.items[s] or evidence.similarity[k, s] >= NAMES:
            continue
        held = [j for j, t in at.items() if t == s] if wanted.flat else [k]  # one list shares the report's own words
        own = wanted.named_pairs[r].difference(*(wanted.matter[j] for j in held))
        if own & telling_pairs(evidence.titles[s]) or _opens(evidence, s, own):
            return merged(evidence, r, s)
    return None


def _opens(evidence: Evidence, s: int, pairs: set[tuple[str, str]]) -> bool:
    """Whether one of several paragraphs under a heading opens with two words running that are asked for."""
    document = evidence.outline.document
    texts = [document.text[p.start : p.end] for _, p in document.paragraphs_in(own_text(evidence, s))]
    return len(texts) > 1 and any(pairs & telling_pairs(" ".join(text.split()[:OPENING])) for text in texts)


def kind_announced(evidence: Evidence, chosen: dict[int, int], r: int) -> bool:
    """Whether the heading of a sibling names this requirement's kind, whatever stands under it."""
    return next(_named_beside(evidence, chosen, r), None) is not None


def _named_beside(evidence: Evidence, chosen: dict[int, int], r: int) -> Iterator[tuple[str, int]]:
    """(kind, section) for headings that name a kind of the requirement beside a sibling's: of that sibling's section, or of nobody's."""
    kinds, of, parent = evidence.wanted.kinds[r], said_of(evidence.requirements[r].title), evidence.parent_of[r]
    if not kinds or evidence.children_of[r]:
        return
    linked = set(chosen.values())
    free = [t for t in evidence.sections[chosen[parent]].children if t not in linked] if parent in chosen else []
    if parent in chosen:
        held = [
            t
            for t in evidence.sections[chosen[parent]].children
            if t in linked and t not in map(chosen.get, evidence.wanted.beside[r])
        ]
        yield from ((kind, t) for t in held for kind in sorted(kinds_of(evidence.titles[t]) & kinds))
    for k in (*evidence.wanted.beside[r], *_beside_above(evidence, r, of)):
        own = evidence.wanted.kinds[k]
        if own == kinds and abs(k - r) == 1 and k in chosen:
            yield from ((kind, chosen[k]) for kind in sorted(kinds) if _lists_more(evidence, kind, k, chosen[k]))
        if not own - kinds or evidence.children_of[k] or (of and not of & own):
            continue
        for s in [chosen[k]] if k in chosen else free:
            named = kinds_of(evidence.titles[s])
            yield from ((kind, s) for kind in sorted(named & kinds - own) if k in chosen or named & own)


def _lists_more(evidence: Evidence, kind: str, k: int, s: int) -> bool:
    """Whether a heading lists more things of a kind than the title of its own requirement: ``Việc phải làm và cách làm`` for tasks, before measures."""
    own = LISTED.split(evidence.requirements[k].title)
    return sum(kind in kinds_of(thing) for thing in evidence.items[s]) > sum(kind in kinds_of(thing) for thing in own)


def _beside_above(evidence: Evidence, r: int, of: frozenset[str]) -> list[int]:
    """For causes of something: the items beside the one above that are that something, whose headings often name their causes."""
    parent = evidence.parent_of[r]
    if parent is None or not of or CAUSES not in evidence.wanted.kinds[r]:
        return []
    return [k for k in evidence.wanted.beside[parent] if evidence.wanted.kinds[k] & of]


def kind_passage(evidence: Evidence, chosen: dict[int, int], r: int) -> Passage | None:
    """Sentences of a kind under the heading of another: causes at the end of what is wanting, a forecast among what is ahead, lessons in an assessment.

    Or under the one heading that stands for several items, of which nothing else is known.
    """
    kinds, of = evidence.wanted.kinds[r], said_of(evidence.requirements[r].title)
    if not kinds or evidence.children_of[r]:
        return None
    kind = next((k for k in _TOLD_IN if k in kinds), None)
    hosts = _hosts(evidence, chosen, r, of if of and kind == CAUSES else _TOLD_IN[kind]) if kind else []
    says = [(s, _SAYS.get(kind, partial(told, kind))) for s in hosts if kind]
    homes = [] if evidence.knows_topics else _homes(evidence, chosen, r)
    says += [(s, partial(told, k, home=True)) for s in homes for k in sorted(kinds & TOLD_AT_HOME)]
    says += [(s, praised) for s in homes if STRENGTHS in kinds]
    text = evidence.outline.document.text
    for s, say in says:
        span = say(text, own_text(evidence, s))
        if span is None or (CAUSES in kinds and of and _of_others(text[span.start : span.end], of)):
            continue
        least = MIN_HOME if s in homes else _LEAST.get(kind or "", MIN_TOLD)
        if (size := count(text[span.start : span.end])) >= least:
            return Passage(s, span, size, SURE)
    return None


def _of_others(text: str, of: frozenset[str]) -> bool:
    """Whether causes are said to be of something else: why what went well did, where why the rest did not is asked for."""
    said = causes_of(text)
    return bool(said) and not said & of


def _homes(evidence: Evidence, chosen: dict[int, int], r: int) -> list[int]:
    """The heading of what is above where nothing stands below it; without one headings of nobody's that announce an assessment."""
    above = nearest_above(evidence, chosen, r)
    if above is not None:
        return [chosen[above]] if not evidence.sections[chosen[above]].children else []
    if not evidence.wanted.kinds[r] & ASSESSING:
        return []
    linked = set(chosen.values())
    free = (s for s in evidence.sections if s.index not in linked and not s.children)
    return [s.index for s in free if any(map(judges, (evidence.titles[s.index], *evidence.items[s.index])))]


def _hosts(evidence: Evidence, chosen: dict[int, int], r: int, of: frozenset[str]) -> list[int]:
    """Sections of siblings of some kind, and headings of it below the parent's section that answer nothing."""
    parent, linked = evidence.parent_of[r], set(chosen.values())
    if parent is None and not evidence.wanted.flat:  # a part of its own, told in another part
        named = {s.index for s in evidence.sections if kinds_of(evidence.titles[s.index]) & of}
        return sorted(named | {s for k, s in chosen.items() if evidence.wanted.kinds[k] & of})
    below = evidence.sections[chosen[parent]].children if parent in chosen else ()
    above = [chosen[parent]] if parent in chosen and not below else []  # all of it may be told under one heading
    held = [chosen[k] for k in evidence.wanted.beside[r] if k in chosen and evidence.wanted.kinds[k] & of]
    return held + above + [t for t in below if t not in linked and kinds_of(evidence.titles[t]) & of]


def merged(evidence: Evidence, r: int, s: int, passage: Span | None = None) -> Link:
    """The link with a heading that names more than one requirement, none surely; a person should look."""
    title = evidence.sections[s].title
    why = msg("Tiêu đề nêu cả nội dung này cùng mục khác: “{title}”.", title=title)
    return Link(evidence.requirements[r].number, s, "title", SURE, why, margin=0.0, whole=False, passage=passage)
