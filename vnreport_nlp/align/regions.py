"""Which part every section lies in, once the headings of the parts are known."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .evidence import Evidence

MIN_ITEM_TOLD, ITEM_LEAD = 0.62, 0.30
"""Share of a text that is of a part's topics, and its lead on every other part's, for its level-1 heading to be an item of that part;
chosen on drafts by authors outside the corpus."""
CLEAR_VOICE = 0.80
"""Share of the next part's voice in a text before its heading that opens it."""
MIN_GOES_ON = 0.70
"""Mean likeness of the headings in it to a part's items that makes a heading after the part go on with it."""


def regions_of(evidence: Evidence, roots: list[int], chosen: dict[int, int]) -> tuple[int | None, ...]:
    """The part each section lies in: by nesting, or by document order when the outline is flat."""
    part_at, last = {s: r for r, s in chosen.items()}, None
    out: list[int | None] = []
    for section in evidence.sections:
        if section.index in part_at:
            last = section.index
            out.append(part_at[section.index])
            continue
        node = section.parent
        while node is not None and node not in part_at:
            node = evidence.sections[node].parent
        if node is not None:
            out.append(part_at[node])
        elif last is not None and goes_on(evidence, part_at[last], section.index):
            last, part_at[section.index] = section.index, part_at[last]
            out.append(part_at[last])
        elif (after := _opens_next(evidence, part_at, last, section.index)) is not None:
            last, part_at[section.index] = section.index, after
            out.append(after)
        elif section.parent is not None and out[section.parent] is None:
            out.append(None)  # below a heading of no part
        elif last is not None and _flat(evidence, last, section.index):
            out.append(part_at[last])
        else:
            out.append(None)
    return _filled(evidence, roots, out)


def _filled(evidence: Evidence, roots: list[int], found: list[int | None]) -> tuple[int | None, ...]:
    """The same, and sections of no part in the one part without a heading that stands between its neighbours in the outline."""
    out, at = list(found), 0
    while at < len(out):
        stop = at
        while stop < len(out) and out[stop] is None:
            stop += 1
        before = roots.index(out[at - 1]) if at else -1  # type: ignore[arg-type]
        after = roots.index(out[stop]) if stop < len(out) else len(roots)  # type: ignore[arg-type]
        if stop > at and after - before == 2 and stop < len(out) and evidence.children_of[roots[before + 1]]:
            out[at:stop] = [roots[before + 1]] * (stop - at)
        at = stop + 1
    return tuple(out)


def goes_on(evidence: Evidence, root: int, section: int) -> bool:
    """Whether a level-1 heading after a part holds further items of it: a part that a writer divided in two."""
    if _is_item(evidence, root, section):
        return True
    inside, own = list(evidence.sections[section].children), evidence.children_of[root]
    if evidence.sections[section].level != 1 or len(inside) < 2 or not own or evidence.voice_against(root, section):
        return False
    best = {
        r: float(np.mean(evidence.similarity[np.ix_(items, inside)].max(axis=0)))
        for r, items in enumerate(evidence.children_of)
        if items and evidence.requirements[r].parent is None
    }
    return best[root] >= MIN_GOES_ON and best[root] == max(best.values())


def _opens_next(evidence: Evidence, part_at: Mapping[int, int], last: int | None, section: int) -> int | None:
    """The part whose heading comes next at level 1, where a heading before it speaks in its voice and not in that of the part before.

    ``Đ. Phương hướng`` before ``E. Nhiệm vụ, giải pháp``, for a part that asks for both.
    """
    found, share = evidence.sections[section], evidence.direction[section]
    behind = next((s for s in evidence.sections[section + 1 :] if s.level <= found.level), found)
    after = part_at.get(behind.index)
    if last is None or after is None or found.level != 1 or share is None or not evidence.children_of[after]:
        return None
    if behind.marker and not found.marker:
        return None
    before = evidence.requirements[part_at[last]].voice
    if {before, evidence.requirements[after].voice} != {"result", "direction"}:
        return None
    return after if (share if before == "result" else 1 - share) >= CLEAR_VOICE else None


def _is_item(evidence: Evidence, root: int, section: int) -> bool:
    """Whether a level-1 heading after a part stands over what that part alone asks for: ``Hạn chế`` as a part of its own."""
    topic = evidence.topic
    if topic is None or evidence.sections[section].level != 1 or not evidence.children_of[root]:
        return False
    told: dict[int, dict[str, float]] = {}
    for k, requirement in enumerate(evidence.requirements):
        if requirement.topic and not evidence.children_of[k] and not evidence.voice_against(k, section):
            told.setdefault(evidence.root_of[k], {})[requirement.topic] = float(np.nan_to_num(topic[k, section]))
    share = {part: sum(topics.values()) for part, topics in told.items()}
    others = max((x for part, x in share.items() if part != root), default=0.0)
    return share.get(root, 0.0) >= max(MIN_ITEM_TOLD, others + ITEM_LEAD)


def _flat(evidence: Evidence, part: int, section: int) -> bool:
    """Whether document order decides: after a childless part heading, or for a heading without number or capitals."""
    found = evidence.sections[section]
    if not evidence.subtree[part]:
        return found.level >= evidence.sections[part].level or found.parent is None
    return not found.marker and not found.title.isupper() and found.level >= evidence.sections[part].level
