"""Where a section stands: in the right part, under the parent, beside its siblings, in its place by number."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..similarity import split_words
from .evidence import Evidence
from .kinds import kinds_of
from .parts import Parts

NAMED_ELSEWHERE = 0.56
"""Likeness of another heading beside from which that is the container's, wherever it stands."""
MIN_NAMED_ABOVE = 0.90
"""Share of a requirement's telling words in the heading above its own that names it too."""
MIN_OWN_TOPIC = 0.45
"""Topic of a heading below another's for it to be an item's own, whatever its title."""


def follows_parent(evidence: Evidence, chosen: dict[int, int], parent: int, s: int) -> bool:
    """Right under the parent's section, or after it in a flat outline with nothing of another parent between."""
    above = chosen.get(parent)
    if above is None:
        return False
    if evidence.subtree[above] or s <= above:
        return evidence.sections[s].parent == above
    head = evidence.requirements[parent].number + "."
    between = (r for r, k in chosen.items() if above < k < s)
    return all(evidence.requirements[r].number.startswith(head) for r in between)


def depth_in_part(evidence: Evidence, parts: Parts, s: int) -> int:
    """Depth of a section below its part heading, the part itself being 1."""
    region = parts.region[s]
    top = evidence.sections[parts.section_of[region]].level if region is not None and region in parts.section_of else 1
    return evidence.sections[s].level - top + 1


def under_sibling(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Below the section of another requirement at the level of this one's parent."""
    parent = evidence.parent_of[r]
    if parent is None or evidence.requirements[r].depth < 3 or parent not in chosen:
        return False
    uncles = [chosen[k] for k in evidence.children_of[evidence.parent_of[parent] or 0] if k in chosen and k != parent]
    return any(s in evidence.subtree[u] for u in uncles)


def only_child_of(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Right under the section of the requirement's own parent, below the parts."""
    parent = evidence.parent_of[r]
    return parent is not None and evidence.parent_of[parent] is not None and follows_parent(evidence, chosen, parent, s)


def shortened(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading right under the parent's, with its number, says part of a container's title and nothing of one of its items: ``1. Nước sạch``."""
    parent, own = evidence.parent_of[r], float(evidence.similarity[r, s])
    if parent is None or not evidence.same_step[r, s] or not follows_parent(evidence, chosen, parent, s):
        return False
    said, title = set(split_words(evidence.titles[s])), set(split_words(evidence.requirements[r].title))
    return said <= title and all(evidence.similarity[k, s] < own for k in evidence.wanted.descendants[r])


def in_position(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Between the same neighbours under the parent's section; or the same number among as many siblings as asked for."""
    parent = evidence.parent_of[r]
    if parent is None or parent not in chosen:
        return False
    above = evidence.sections[chosen[parent]]
    if evidence.sections[s].parent != above.index:
        return False
    wanted, found = evidence.children_of[parent], above.children
    if len(found) == len(wanted) and evidence.same_step[r, s]:
        return True
    if _in_turn(evidence, wanted, found, r, s):
        return True
    here, there = wanted.index(r), found.index(s)
    numbered = bool(evidence.sections[s].marker)
    before = (
        chosen.get(wanted[here - 1]) == found[there - 1]
        if here and there
        else here == there and (bool(evidence.same_step[r, s]) or not numbered)
    )
    after = here + 1 < len(wanted) and there + 1 < len(found) and chosen.get(wanted[here + 1]) == found[there + 1]
    return before and after


def _in_turn(evidence: Evidence, wanted: list[int], found: Sequence[int], r: int, s: int) -> bool:
    """Whether a container and a heading with headings below it hold the same place among as many of each."""
    containers = [k for k in wanted if evidence.children_of[k]]
    nested = [t for t in found if evidence.sections[t].children]
    if r not in containers or s not in nested or not 1 < len(containers) == len(nested):
        return False
    named = max((float(evidence.similarity[r, t]) for t in found if t != s), default=0.0)
    return containers.index(r) == nested.index(s) and named < NAMED_ELSEWHERE


def kept_place(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading stands in the one place open to another item: below as many headings as its container has items."""
    above = evidence.sections[s].parent
    owner = next((k for k, at in chosen.items() if at == above and evidence.children_of[k]), None)
    if above is None or owner is None or evidence.wanted.inside[r, owner]:
        return False
    wanted, found = evidence.children_of[owner], evidence.sections[above].children
    item = wanted[found.index(s)] if len(wanted) == len(found) else None
    if item is None or item in chosen or evidence.children_of[item]:
        return False
    named, own = kinds_of(evidence.titles[s]), evidence.wanted.kinds[item]
    return not (named and own and not named & own)  # a heading of another kind keeps no place


def last_unnamed(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """The one place left: as many sections as items, each of the others linked to its own."""
    parent = evidence.parent_of[r]
    if parent is None or parent not in chosen:
        return False
    wanted, found = evidence.children_of[parent], evidence.sections[chosen[parent]].children
    if len(wanted) != len(found) or len(wanted) < 2 or found[wanted.index(r)] != s:
        return False
    return all(chosen.get(k) == t for k, t in zip(wanted, found, strict=True) if k != r)


def nearest_above(evidence: Evidence, chosen: dict[int, int], r: int) -> int | None:
    """The nearest requirement above one that has a heading; None without one."""
    above = evidence.parent_of[r]
    while above is not None and above not in chosen:
        above = evidence.parent_of[above]
    return above


def beside(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a section stands where the requirement's siblings stand: under the parent's section, at their level, or as a part of its own."""
    parent = evidence.parent_of[r]
    if parent is None or parent not in chosen:
        above = nearest_above(evidence, chosen, r)
        if above is None:
            return evidence.sections[s].level <= 2
        apart = evidence.sections[s].level == 1 and evidence.parent_of[above] is None
        return apart or s in evidence.subtree[chosen[above]]
    if evidence.sections[s].level == 1 and evidence.parent_of[parent] is None:
        return True
    siblings = [chosen[k] for k in evidence.children_of[parent] if k in chosen and k != r]
    above = evidence.sections[s].parent
    return above == chosen[parent] or any(evidence.sections[k].parent == above for k in siblings)


def stands_in(evidence: Evidence, chosen: dict[int, int], parent: int, s: int) -> bool:
    """Whether a section is right below the parent's, below a grouping heading there, or a part of its own beside it."""
    above, section = chosen[parent], evidence.sections[s]
    apart = s != above and section.level == 1 and evidence.parent_of[parent] is None
    return (
        section.parent == above
        or (apart and evidence.sections[above].level == 1)
        or _in_group(evidence, chosen, above, s)
    )


def _in_group(evidence: Evidence, chosen: dict[int, int], top: int, s: int) -> bool:
    """Whether a section stands below a heading that answers nothing, and that right below another section."""
    above = evidence.sections[s].parent
    return above is not None and above not in chosen.values() and evidence.sections[above].parent == top


def misplaced(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int) -> bool:
    """Under another part, or under the section of a requirement that is not above this one."""
    root = evidence.root_of[r]
    if r in parts.section_of:
        return _inside_another_part(evidence, parts, r, s)
    if not parts.at_home(s, root):
        if r == root and _at_the_border(evidence, parts, r, s):
            return False
        return root in parts.section_of or parts.region[s] is not None
    if parts.region[s] != root:
        return False  # the heading of the part stands for both
    answered = {section: k for k, section in chosen.items()}
    node = above_in(evidence, answered, s)
    if node is None or not evidence.sections[s].marker or not evidence.sections[node].marker:
        return False
    parent = evidence.parent_of[r]
    if parent is not None and parent not in chosen and evidence.parent_of[answered[node]] == parent != root:
        return False  # the sibling's heading is the parent's as well: siblings belong together
    if evidence.named[r, node] >= MIN_NAMED_ABOVE:
        return False  # the heading above names this one as well: ``Giáo dục tư tưởng và rèn luyện đạo đức``
    above = evidence.requirements[answered[node]].number
    return not evidence.requirements[r].number.startswith(above + ".")


def _inside_another_part(evidence: Evidence, parts: Parts, r: int, s: int) -> bool:
    """Whether a part's heading stands below another part's: ``Kiến nghị`` inside the assessment."""
    part_at = {at: root for root, at in parts.section_of.items() if root != r}
    return above_in(evidence, part_at, s) is not None and not _at_the_border(evidence, parts, r, s)


def _at_the_border(evidence: Evidence, parts: Parts, r: int, s: int) -> bool:
    """A part without items that opens the part after it, or one that closes the part before it with nothing but the parts that follow.

    Then several parts were put under one heading, in their order.
    """
    above = evidence.sections[s].parent
    if above is None:
        return False
    roots = [k for k, requirement in enumerate(evidence.requirements) if requirement.parent is None]
    here, children = roots.index(r), evidence.sections[above].children
    after = roots[here + 1 :][:1]
    if not evidence.children_of[r] and children[0] == s and any(parts.section_of.get(k) == above for k in after):
        return True
    owner = {at: roots.index(root) for root, at in parts.section_of.items()}
    last = [owner.get(t) for t in children if t >= min((t for t in children if t in owner), default=s)]
    return above in owner and last == list(range(owner[above] + 1, owner[above] + 1 + len(last)))


def above_in(evidence: Evidence, known: Container[int], s: int) -> int | None:
    """The nearest section above ``s`` that is one of the known ones."""
    node = evidence.sections[s].parent
    while node is not None and node not in known:
        node = evidence.sections[node].parent
    return node


def stands_for_parent(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading over several others is the parent's: a sibling is answered below it, and another one there is open to this item."""
    parent, below = evidence.parent_of[r], evidence.sections[s].children
    if parent is None or evidence.parent_of[parent] is None or evidence.children_of[r] or len(below) < 2:
        return False
    owner = {t: k for k, t in chosen.items()}
    if not any(owner.get(t) in evidence.wanted.beside[r] for t in below):
        return False
    free = [t for t in below if owner.get(t, r) == r]
    return any(evidence.topic is None or evidence.topic[r, t] >= MIN_OWN_TOPIC for t in free)
