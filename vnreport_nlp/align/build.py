"""Align an outline with a template: parts first, then everything below as one assignment, then shared sections."""

from __future__ import annotations

import numpy as np

from ..classify import Reading
from ..model import Alignment, Link, Message, Outline, Rung, Template, msg
from .assign import FORBIDDEN, assign
from .evidence import Evidence, Matrix
from .parts import Parts, find_parts, opening
from .shared import shared_links

W_REGION, W_NO_REGION, W_OTHER_REGION = 0.25, 0.05, -0.10
W_PARENT, W_OTHER_PARENT = 0.12, -0.10
W_NUMBER, W_ORDER, W_TOPIC, W_SUPPORT, W_LEVEL, W_SHAPE = 0.05, 0.05, 0.20, 0.10, 0.10, 0.10
"""What place, number, order and content add to the title's similarity; chosen on the edited corpus (docs/evaluation.md)."""
MIN_TITLE = 0.56
"""Least similarity of a title in the right part."""
MIN_TITLE_CHILD = 0.45
"""The same right under the parent's own section, where few others compete."""
MIN_TITLE_LEAF = 0.72
"""Least similarity of a heading without sub-headings for a requirement that has children."""
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
MIN_TITLE_ELSEWHERE = 0.80
"""Least similarity of a title that stands in another part."""
MIN_SUPPORT = 0.62
"""Sub-headings that link a container whatever its title."""
ROUNDS = 4
"""Assignments are repeated until links settle: parents are evidence for children and the reverse."""


def align(template: Template, outline: Outline, reading: Reading | None = None) -> Alignment:
    """Which sections answer which requirements, chosen as a whole.

    ``reading`` is what the classifier says of the text; without it titles, aliases, order and structure decide alone.
    """
    evidence = Evidence(template, outline, reading)
    parts = find_parts(evidence)
    chosen: dict[int, int] = dict(parts.section_of)
    scores = np.zeros_like(evidence.similarity)
    for _ in range(ROUNDS):
        scores, gain = below_scores(evidence, parts, chosen)
        found = {**parts.section_of, **{r: s for r, s in assign(gain) if r not in parts.section_of}}
        if found == chosen:
            break
        chosen = found
    chosen |= opening(evidence, parts, chosen)
    links = [_link(evidence, parts, chosen, scores, r, s) for r, s in sorted(chosen.items())]
    links += shared_links(evidence, parts, chosen)
    return Alignment(template, outline, tuple(links), _extra(evidence, links), _fit(evidence, links))


def below_scores(evidence: Evidence, parts: Parts, chosen: dict[int, int]) -> tuple[Matrix, Matrix]:
    """(score, gain) of every requirement below level 1 with every section; gain is negative where a link is refused."""
    shape = evidence.similarity.shape
    score = np.full(shape, -1.0)
    gain = np.full(shape, FORBIDDEN)
    taken = set(parts.section_of.values())
    answered = {s: r for r, s in chosen.items()}
    for r, requirement in enumerate(evidence.requirements):
        if requirement.parent is None:
            continue
        for section in evidence.sections:
            s = section.index
            if s in taken:
                continue
            score[r, s] = _title(evidence, chosen, r, s) + _place(evidence, parts, chosen, answered, r, s)
            least = _least(evidence, parts, chosen, r, s)
            if least is not None:
                gain[r, s] = max(score[r, s] - least + 0.5, 0.01)
    return score, gain


def _title(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> float:
    """Similarity of the titles; right under the parent's section a title inside the other is enough."""
    title = float(evidence.similarity[r, s])
    parent = evidence.parent_of[r]
    if evidence.contained[r, s] and parent is not None and _follows_parent(evidence, chosen, parent, s):
        return max(title, CONTAINED_TITLE)
    return title


def _follows_parent(evidence: Evidence, chosen: dict[int, int], parent: int, s: int) -> bool:
    """Right under the parent's section, or after it in a flat outline with nothing of another parent between."""
    above = chosen.get(parent)
    if above is None:
        return False
    if evidence.subtree[above] or s <= above:
        return evidence.sections[s].parent == above
    head = evidence.requirements[parent].number + "."
    between = (r for r, k in chosen.items() if above < k < s)
    return all(evidence.requirements[r].number.startswith(head) for r in between)


def _place(evidence: Evidence, parts: Parts, chosen: dict[int, int], answered: dict[int, int], r: int, s: int) -> float:
    """What place, number, order and content add."""
    root, region = evidence.root_of[r], parts.region[s]
    out = W_REGION if region == root else W_NO_REGION if region is None else W_OTHER_REGION
    out += _parent(evidence, chosen, answered, r, s)
    out += W_NUMBER * evidence.same_step[r, s]
    out -= W_LEVEL * min(2, abs(_depth_in_part(evidence, parts, s) - evidence.requirements[r].depth))
    out -= W_ORDER * abs(r / max(len(evidence.requirements) - 1, 1) - s / max(len(evidence.sections) - 1, 1))
    if evidence.children_of[r]:
        out += W_SUPPORT * evidence.support[r, s]
        out += W_SHAPE if evidence.subtree[s] else -W_SHAPE
    if evidence.topic is not None and not np.isnan(evidence.topic[r, s]) and not evidence.children_of[r]:
        out += W_TOPIC * (float(evidence.topic[r, s]) - 0.3)
    return float(out)


def _depth_in_part(evidence: Evidence, parts: Parts, s: int) -> int:
    """Depth of a section below its part heading, the part itself being 1."""
    region = parts.region[s]
    top = evidence.sections[parts.section_of[region]].level if region is not None and region in parts.section_of else 1
    return evidence.sections[s].level - top + 1


def _parent(evidence: Evidence, chosen: dict[int, int], answered: dict[int, int], r: int, s: int) -> float:
    """Under the section of the requirement's parent, or under the section of something else."""
    parent = evidence.parent_of[r]
    if parent is not None and parent in chosen and s in evidence.territory[chosen[parent]]:
        direct = evidence.sections[s].parent == chosen[parent]
        return W_PARENT if direct else W_PARENT * 0.6
    node = evidence.sections[s].parent
    while node is not None and node not in answered:
        node = evidence.sections[node].parent
    if node is not None:
        above = evidence.requirements[answered[node]].number
        if not evidence.requirements[r].number.startswith(above + "."):
            return W_OTHER_PARENT
    return 0.0


def _least(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int) -> float | None:
    """The score a link must reach, None when it is refused whatever its score."""
    title = _title(evidence, chosen, r, s)
    topic = None if evidence.topic is None or np.isnan(evidence.topic[r, s]) else float(evidence.topic[r, s])
    near = parts.region[s] == evidence.root_of[r]
    if near:
        if _named_above(evidence, parts, chosen, r, s):
            return None
        if _under_sibling(evidence, chosen, r, s):
            return MIN_TITLE if title >= MIN_TITLE_ELSEWHERE else None
        if evidence.children_of[r] and not evidence.subtree[s]:
            placed = _in_position(evidence, chosen, r, s) and _child_topic(evidence, r, s) >= MIN_TOPIC
            return MIN_TITLE if title >= MIN_TITLE_LEAF or placed else None
        if title >= (MIN_TITLE_CHILD if _only_child_of(evidence, chosen, r, s) else MIN_TITLE):
            return MIN_TITLE
        if _in_position(evidence, chosen, r, s) and not evidence.voice_against(r, s):
            if evidence.children_of[r] and evidence.subtree[s]:
                return MIN_TITLE
            if title >= MIN_TITLE_POSITION if topic is None else topic >= MIN_TOPIC_POSITION:
                return MIN_TITLE
        if evidence.children_of[r]:
            return MIN_TITLE if evidence.support[r, s] >= MIN_SUPPORT else None
        if evidence.voice_against(r, s) or topic is None or not _beside(evidence, chosen, r, s):
            return None
        if title >= MIN_TITLE_TOPIC and topic >= MIN_TOPIC:
            return MIN_TITLE
        return MIN_TITLE if topic >= MIN_TOPIC_ALONE else None
    if evidence.voice_against(r, s):
        return None
    headless = evidence.root_of[r] not in parts.section_of
    if headless and topic is not None and topic >= MIN_TOPIC_PART and _part_named(evidence, r, s):
        return MIN_TITLE
    if headless and not _voice_known(evidence, parts, r, s):
        return None
    if headless and topic is not None and topic >= MIN_TOPIC_ALONE and title >= MIN_TITLE:
        return MIN_TITLE
    if title >= MIN_TITLE_ELSEWHERE:
        return MIN_TITLE_ELSEWHERE
    stray = topic is not None and topic >= MIN_TOPIC_STRAY and title >= MIN_TITLE_STRAY and not evidence.children_of[r]
    free = all(k == r for k, at in chosen.items() if at == s)
    return MIN_TITLE_STRAY if stray and free and evidence.sections[s].level == 2 else None


def _named_above(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int) -> bool:
    """The section right above, at the requirement's own depth, carries its title just as well: this is a piece of it."""
    above, parent = evidence.sections[s].parent, evidence.parent_of[r]
    if above is None or above in parts.section_of.values() or (parent is not None and chosen.get(parent) == above):
        return False
    if _depth_in_part(evidence, parts, above) != evidence.requirements[r].depth:
        return False
    titles = evidence.similarity[r]
    return bool(titles[above] >= max(MIN_TITLE_ELSEWHERE, titles[s] - 0.1))


def _under_sibling(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Below the section of another requirement at the level of this one's parent."""
    parent = evidence.parent_of[r]
    if parent is None or evidence.requirements[r].depth < 3 or parent not in chosen:
        return False
    uncles = [chosen[k] for k in evidence.children_of[evidence.parent_of[parent] or 0] if k in chosen and k != parent]
    return any(s in evidence.subtree[u] for u in uncles)


def _only_child_of(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Right under the section of the requirement's own parent, below the parts."""
    parent = evidence.parent_of[r]
    return (
        parent is not None and evidence.parent_of[parent] is not None and _follows_parent(evidence, chosen, parent, s)
    )


def _in_position(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Same number under the parent's section, among as many siblings as the template asks for or between the same neighbours."""
    parent = evidence.parent_of[r]
    if parent is None or parent not in chosen or not evidence.same_step[r, s]:
        return False
    above = evidence.sections[chosen[parent]]
    if evidence.sections[s].parent != above.index:
        return False
    wanted, found = evidence.children_of[parent], above.children
    if len(found) == len(wanted):
        return True
    here, there = wanted.index(r), found.index(s)
    before = chosen.get(wanted[here - 1]) == found[there - 1] if here and there else here == there
    after = here + 1 < len(wanted) and there + 1 < len(found) and chosen.get(wanted[here + 1]) == found[there + 1]
    return before and after


def _child_topic(evidence: Evidence, r: int, s: int) -> float:
    """Share of a section's text that is of the topics of a requirement's children."""
    if evidence.topic is None or evidence.voice_against(r, s):
        return 0.0
    return float(np.nan_to_num(evidence.topic[evidence.children_of[r], s]).sum())


def _beside(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a section stands where the requirement's siblings stand: under the parent's section, at their level."""
    parent = evidence.parent_of[r]
    if parent is None or parent not in chosen:
        return evidence.sections[s].level <= 2
    siblings = [chosen[k] for k in evidence.children_of[parent] if k in chosen and k != r]
    above = evidence.sections[s].parent
    return above == chosen[parent] or any(evidence.sections[k].parent == above for k in siblings)


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


def _link(evidence: Evidence, parts: Parts, chosen: dict[int, int], scores: Matrix, r: int, s: int) -> Link:
    title = float(evidence.similarity[r, s])
    near = parts.region[s] == evidence.root_of[r]
    if r in parts.section_of:
        score, others = parts.score_of[r], np.delete(evidence.similarity[r], s)
        best = float(others.max()) if others.size else 0.0
        runner = int(np.argsort(evidence.similarity[r])[-2]) if others.size else None
        margin = max(0.0, title - best) if title < 1 else 1.0
    else:
        score = min(1.0, max(0.0, float(scores[r, s])) / 1.4)
        order = np.argsort(scores[r])
        runner = int(order[-2]) if len(order) > 1 else None
        if runner == s:
            runner = int(order[-1])
        margin = float(scores[r, s] - scores[r, runner]) if runner is not None else 1.0
    rung, why = _rung(evidence, r, s, max(title, _title(evidence, chosen, r, s)), near)
    away = r not in parts.section_of and _misplaced(evidence, parts, chosen, r, s)
    return Link(
        evidence.requirements[r].number,
        s,
        rung,
        round(score, 3),
        why,
        runner,
        round(max(margin, 0.0), 3),
        misplaced=away,
    )


def _misplaced(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int) -> bool:
    """Under another part, or under the section of a requirement that is not above this one."""
    root = evidence.root_of[r]
    if parts.region[s] != root:
        if r == root and _at_the_border(evidence, parts, r, s):
            return False
        return root in parts.section_of or parts.region[s] is not None
    answered = {section: k for k, section in chosen.items()}
    node = evidence.sections[s].parent
    while node is not None and node not in answered:
        node = evidence.sections[node].parent
    if node is None or not evidence.sections[s].marker or not evidence.sections[node].marker:
        return False
    above = evidence.requirements[answered[node]].number
    return not evidence.requirements[r].number.startswith(above + ".")


def _at_the_border(evidence: Evidence, parts: Parts, r: int, s: int) -> bool:
    """A part without items that opens the part after it or closes the part before it: both were put under one heading."""
    above = evidence.sections[s].parent
    if above is None or evidence.children_of[r]:
        return False
    roots = [k for k, requirement in enumerate(evidence.requirements) if requirement.parent is None]
    here, children = roots.index(r), evidence.sections[above].children
    before, after = roots[:here][-1:], roots[here + 1 :][:1]
    opens = children[0] == s and any(parts.section_of.get(k) == above for k in after)
    return opens or (children[-1] == s and any(parts.section_of.get(k) == above for k in before))


def _rung(evidence: Evidence, r: int, s: int, title: float, near: bool) -> tuple[Rung, Message]:
    """The surest evidence that made the link, in words."""
    percent = min(99, round(100 * title)) if title < 1 else 100
    found = evidence.sections[s].title
    if title >= MIN_TITLE and near and evidence.same_step[r, s]:
        return "number", msg(
            "Đúng số mục, đúng phần, tiêu đề giống {percent}%: “{title}”.", percent=percent, title=found
        )
    if title >= MIN_TITLE and near:
        return "title", msg("Tiêu đề trong đúng phần giống {percent}%: “{title}”.", percent=percent, title=found)
    if title >= MIN_TITLE:
        return "title", msg("Tiêu đề giống {percent}% nhưng nằm ở phần khác: “{title}”.", percent=percent, title=found)
    if evidence.children_of[r] and evidence.support[r, s] >= MIN_SUPPORT:
        return "parent", msg("Các mục con bên trong khớp với đề cương: “{title}”.", title=found)
    if evidence.same_step[r, s] and near and evidence.children_of[r]:
        return "number", msg("Đúng số mục và vị trí trong đề cương: “{title}”.", title=found)
    topic = evidence.topic
    share = 0 if topic is None or np.isnan(topic[r, s]) else min(99, round(100 * float(topic[r, s])))
    return "topic", msg("Tiêu đề khác, nhưng nội dung đúng chủ đề ({share}%): “{title}”.", share=share, title=found)


def _extra(evidence: Evidence, links: list[Link]) -> tuple[int, ...]:
    """Sections that answer nothing: neither linked, nor above or below a linked section that is not a container."""
    linked = {link.section for link in links}
    number = {link.section: link.requirement for link in links}
    containers = {evidence.requirements[k].number for k, c in enumerate(evidence.children_of) if c}
    above = set()
    for s in linked:
        node = evidence.sections[s].parent
        while node is not None:
            above.add(node)
            node = evidence.sections[node].parent
    out = []
    for section in evidence.sections:
        if section.index in linked or section.index in above:
            continue
        node = section.parent
        while node is not None and node not in linked:
            node = evidence.sections[node].parent
        inside = node is not None and number[node] not in containers
        if not inside:
            out.append(section.index)
    return tuple(out)


def _fit(evidence: Evidence, links: list[Link]) -> float:
    """Share of requirements with a link of their own."""
    return len({link.requirement for link in links}) / max(len(evidence.requirements), 1)
