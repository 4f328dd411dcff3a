"""What is left below a heading and below its requirement: by kind, by the words of the text, at last by order."""

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
from .naming import telling_pairs
from .passages import OPENING, Passage, own_text
from .speech import OUTLINES_WORDS

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
NOTHING = 6
"""A heading with fewer syllables under it than this says nothing."""
CLEAR_TOPIC, NAMES = 0.90, 0.56
"""Share of a text that is clearly of some topic, and likeness of a heading to another requirement, from which order says nothing;
chosen on drafts by authors outside the corpus and with ``scripts/evaluate_bare.py``."""
MOST_LEFT = 4
"""More headings in a row that nothing but their order speaks for are not taken for as many requirements."""


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
        if not own - kinds or evidence.children_of[k] or (of and not of & own):
            continue
        for s in [chosen[k]] if k in chosen else free:
            named = kinds_of(evidence.titles[s])
            yield from ((kind, s) for kind in sorted(named & kinds - own) if k in chosen or named & own)


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


def nearest_above(evidence: Evidence, chosen: dict[int, int], r: int) -> int | None:
    """The nearest requirement above one that has a heading; None without one."""
    above = evidence.parent_of[r]
    while above is not None and above not in chosen:
        above = evidence.parent_of[above]
    return above


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


def in_order(evidence: Evidence, chosen: dict[int, int], links: list[Link]) -> list[Link]:
    """As many headings left right below a section as items of its requirement, in their order, where the draft has words of its own.

    Where it follows the outline's wording, a heading in other words is of something else.
    """
    answered = {*chosen, *(evidence.number_of[link.requirement] for link in links)}
    announced = {*chosen.values(), *(link.section for link in links if link.rung != "content")}
    every = announced | {link.section for link in links}
    out: list[Link] = []
    for above, below in enumerate(evidence.children_of):
        items = [k for k in below if k not in answered]
        if above not in chosen or not items:
            continue
        for linked in (
            every,
            announced,
        ):  # a text found in passing leaves its heading free, or is what its heading is for
            free = [t for t in evidence.sections[chosen[above]].children if t not in linked]
            if found := _given(evidence, chosen, items, free, step=_in_step(evidence, chosen, above)):
                out += found
                break
    return out


def _in_step(evidence: Evidence, chosen: dict[int, int], above: int) -> bool:
    """Whether as many headings stand below a section as items are asked for, each that answers one in its place."""
    wanted, found = evidence.children_of[above], evidence.sections[chosen[above]].children
    return len(wanted) == len(found) and all(
        chosen[k] == t or chosen[k] not in found for k, t in zip(wanted, found, strict=True) if k in chosen
    )


def _given(
    evidence: Evidence, chosen: dict[int, int], items: list[int], free: list[int], *, step: bool = False
) -> list[Link]:
    """The headings left for the items left: of one kind, then the others in their order, at last one for two.

    ``step``: what is left stands in the places that are left.
    """
    alike = _of_one_kind(evidence, chosen, items, free)
    out = [_ordered(evidence, r, t) for r, t in alike.items()]
    items, free = [r for r in items if r not in alike], [t for t in free if t not in alike.values()]
    if evidence.speech.follows or not free:
        return out
    if len(items) == len(free) <= MOST_LEFT:
        pairs = list(zip(items, free, strict=True))
        fit = all(_may_pair(evidence, chosen, r, t, step=step) for r, t in pairs)
        return out + [_ordered(evidence, *p) for p in pairs if fit]
    if len(free) == 1 and _lists_both(evidence, chosen, items, free[0]):
        out += [merged(evidence, r, free[0]) for r in items]
    return out


def _of_one_kind(evidence: Evidence, chosen: dict[int, int], items: list[int], free: list[int]) -> dict[int, int]:
    """The items and headings of a kind of which no other item and no other heading is left."""
    kinds = evidence.wanted.kinds
    named = {t: kinds_of(evidence.titles[t]) for t in free}
    fit = [(r, t) for r in items for t in free if kinds[r] & named[t] and _may_pair(evidence, chosen, r, t)]
    return {r: t for r, t in fit if sum(r == x for x, _ in fit) == 1 == sum(t == y for _, y in fit)}


def merged(evidence: Evidence, r: int, s: int) -> Link:
    """The link with a heading that names more than one requirement, none surely; a person should look."""
    title = evidence.sections[s].title
    why = msg("Tiêu đề nêu cả nội dung này cùng mục khác: “{title}”.", title=title)
    return Link(evidence.requirements[r].number, s, "title", SURE, why, margin=0.0, whole=False)


def _lists_both(evidence: Evidence, chosen: dict[int, int], items: list[int], t: int) -> bool:
    """Whether the one heading left lists as many things as there are items left, one after the other, and names one of them."""
    listed, named = evidence.items[t], telling_pairs(evidence.titles[t])
    return (
        len(items) == 2
        and items[1] == items[0] + 1
        and len(listed) > 1
        and any(evidence.wanted.named_pairs[r] & named for r in items)
        and all(not evidence.knows_topic(r) and _may_pair(evidence, chosen, r, t) for r in items)
    )


def _may_pair(evidence: Evidence, chosen: dict[int, int], r: int, t: int, *, step: bool = False) -> bool:
    """Whether nothing speaks against a heading that only its order gives to a requirement.

    ``step``: it stands in the one place left, where a topic that some other template knows says little.
    """
    own, named = evidence.wanted.kinds[r], kinds_of(evidence.titles[t])
    if evidence.children_of[r] or evidence.sections[t].children or (own and named and not own & named):
        return False
    if evidence.opposed[r, t]:
        return False
    body = evidence.sections[t].body
    if count(evidence.outline.document.text[body.start : body.end]) < NOTHING:
        return False
    if own & named:
        return True
    foreign = evidence.foreign_topic[t] >= CLEAR_TOPIC and (evidence.knows_topic(r) or not step)
    elsewhere = foreign or evidence.best_other[r, t] >= NAMES
    return not (elsewhere or _literal_beside(evidence, chosen, r) or evidence.voice_against(r, t))


def _literal_beside(evidence: Evidence, chosen: dict[int, int], r: int) -> bool:
    """Whether the headings of half the siblings that have one are in the outline's words."""
    held = [bool(evidence.similarity[k, chosen[k]] >= OUTLINES_WORDS) for k in evidence.wanted.beside[r] if k in chosen]
    return 2 * sum(map(int, held)) >= max(len(held), 1)


def _ordered(evidence: Evidence, r: int, t: int) -> Link:
    title = evidence.sections[t].title
    why = msg("Tiêu đề khác, nhưng đứng đúng chỗ giữa các mục đã khớp: “{title}”.", title=title)
    return Link(evidence.requirements[r].number, t, "topic", SURE, why, margin=0.0)
