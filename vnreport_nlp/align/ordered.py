"""What is left below a heading and below its requirement, paired by kind and at last by order."""

from __future__ import annotations

from ..model import Link, msg
from ..outline import count
from .evidence import Evidence
from .kinds import kinds_of
from .naming import telling_pairs
from .paired import NAMES, SURE, merged
from .sequence import between
from .speech import OUTLINES_WORDS

MOST_LEFT = 4
"""More headings in a row that nothing but their order speaks for are not taken for as many requirements."""
CLEAR_TOPIC = 0.90
"""Share of a text that is clearly of some topic, from which order says nothing; chosen on drafts by authors outside the corpus."""
NOTHING = 6
"""A heading with fewer syllables under it than this says nothing."""


def in_order(evidence: Evidence, chosen: dict[int, int], links: list[Link]) -> list[Link]:
    """As many headings left right below a section as items of its requirement, in their order, where the draft has words of its own.

    Where it follows the outline's wording, a heading in other words is of something else.
    """
    answered = {*chosen, *(evidence.number_of[link.requirement] for link in links)}
    announced = {*chosen.values(), *(link.section for link in links if link.rung != "content")}
    chosen = chosen | _unnamed(evidence, chosen, links)
    every = announced | {link.section for link in links}
    out: list[Link] = []
    for above in sorted(chosen):
        items = [k for k in _asked_below(evidence, chosen, above) if k not in answered]
        if not items:
            continue
        for linked in (
            every,
            announced,
        ):  # a text found in passing leaves its heading free, or is what its heading is for
            free = [t for t in evidence.sections[chosen[above]].children if t not in linked]
            found = _given(evidence, chosen, items, free, step=_in_step(evidence, chosen, above))
            if found := found or _between(evidence, chosen, items, free):
                out += found
                break
    return out


def _between(evidence: Evidence, chosen: dict[int, int], items: list[int], free: list[int]) -> list[Link]:
    """The one item and the one heading left between the same two that answer each other, or before the first such, or behind the last."""
    if evidence.speech.follows or not items or not free:
        return []
    above = evidence.sections[free[0]].parent
    known = sorted(
        (k, s) for k, s in chosen.items() if evidence.sections[s].parent == above and not evidence.children_of[k]
    )
    if not known or [s for _, s in known] != sorted(s for _, s in known):
        return []
    rows, columns = sorted([*items, *(k for k, _ in known)]), sorted([*free, *(s for _, s in known)])
    gaps = between({rows.index(k): columns.index(s) for k, s in known}, len(rows), len(columns))
    pairs = [(rows[left[0]], columns[here[0]]) for left, here in gaps if len(left) == 1]
    return [_ordered(evidence, r, t) for r, t in pairs if _may_pair(evidence, chosen, r, t, step=True)]


def _unnamed(evidence: Evidence, chosen: dict[int, int], links: list[Link]) -> dict[int, int]:
    """Containers without a heading of their own, each with the one that answers nothing right above all headings of its items."""
    own = [link for link in links if link.rung not in ("content", "parent")]
    at = chosen | {evidence.number_of[link.requirement]: link.section for link in own}
    taken, out = set(at.values()), dict[int, int]()
    for r, below in enumerate(evidence.children_of):
        parent = evidence.parent_of[r]
        if r in at or len(below) < 2 or parent not in chosen:
            continue
        above = {evidence.sections[at[k]].parent for k in below if k in at} - taken
        s = above.pop() if len(above) == 1 else None
        if s is not None and evidence.sections[s].parent == chosen[parent]:
            out[r] = s
    return out


def _asked_below(evidence: Evidence, chosen: dict[int, int], above: int) -> list[int]:
    """The items that may have headings right below that of their requirement: its own, and those of one that has no heading itself."""
    out: list[int] = []
    for k in evidence.children_of[above]:
        out += _asked_below(evidence, chosen, k) if evidence.children_of[k] and k not in chosen else [k]
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
