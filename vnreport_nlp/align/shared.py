"""Links beyond one to one: sections that answer several requirements, requirements answered in several sections."""

from __future__ import annotations

import numpy as np

from ..model import Link, Section, msg
from ..outline import count
from ..similarity import STOP_WORDS, split_words
from .denied import denied
from .evidence import Evidence
from .listed import MIN_LISTED, MIN_MENTION_CONTENT, listed_best, on_its_side, unnamed_item, with_sibling
from .naming import told_apart, variants
from .ordered import in_order
from .paired import kind_named, second_told
from .part_links import part_elsewhere, under_another
from .parts import Parts
from .passages import (
    MIN_CONTENT,
    content_of,
    over_parts_items,
    over_siblings,
    own_text,
    spoken_of,
)
from .place import kept_place, misplaced, stands_in
from .spoken import answering, left, left_heading, speaking, stands_alone, voiced_apart
from .strange import gathered, last_left, left_empty, together, told_together
from .turns import told_in_turn

MIN_MENTION = 0.90
"""Share of a requirement's telling words that a shared heading must hold."""
MIN_SAME_NAME = 0.95
"""Similarity from which one heading may be the name of two requirements of a part: ``Nguyên nhân`` of both kinds."""
MIN_FULL_NAME = 0.85
"""The same of a thing that a heading lists, where all words that tell the requirement from others are in the heading."""
MIN_TOLD_TWICE = 0.85
"""Similarity from which a heading of another part names a requirement of its own topic as well."""
MIN_SHARED = 0.25
"""Least of an item's themes in such a text, beside the sibling of the same topic of which it tells most."""
MIN_OWN = 0.56
"""Likeness from which a heading that nothing else answers under is the requirement's own."""
MIN_KIN = 0.56
"""Least similarity of the parent's heading for a requirement that has none of its own and names nothing else."""
MIN_KIN_LISTED = 0.80
"""The same for a heading that lists things."""
MIN_SECOND = 0.60
"""Least similarity of a further section that answers an answered requirement."""


def shared_links(evidence: Evidence, parts: Parts, chosen: dict[int, int]) -> list[Link]:
    """Merged and unheaded requirements, then further sections of answered ones."""
    out: list[Link] = []
    strange = told_together(evidence, parts, chosen)
    for r, requirement in enumerate(evidence.requirements):
        if r in chosen:
            continue
        if requirement.parent is None and not evidence.wanted.flat:
            out += part_elsewhere(evidence, parts, chosen, r)
            continue
        link = (
            _kin(evidence, chosen, r)
            or _merged(evidence, parts, chosen, r)
            or listed_best(evidence, chosen, r)
            or kind_named(evidence, chosen, r)
            or (together(evidence, r, *strange[r]) if r in strange else None)
            or left_heading(evidence, parts, chosen, {link.section for link in out if link.whole}, r)
            or voiced_apart(evidence, parts, chosen, {link.section for link in out if link.whole}, r)
            or second_told(evidence, chosen, out, r)
            or _unheaded(evidence, parts, chosen, {link.section for link in out}, r)
            or _merged(evidence, parts, chosen, r, loose=True)
        )
        if link is not None:
            out.append(link)
    out += gathered(evidence, chosen, out) + left_empty(evidence, chosen, out)
    out += last_left(evidence, chosen, out)
    out += in_order(evidence, chosen, out)
    out += _in_turn(evidence, parts, chosen, out)
    out = with_sibling(evidence, chosen, out)
    out += on_its_side(evidence, chosen, out)
    return out + _further(evidence, parts, chosen, {link.section for link in out})


def _kin(evidence: Evidence, chosen: dict[int, int], r: int) -> Link | None:
    """One heading for a requirement and the only one above or below it: ``1. Ưu điểm`` for IV.1 and IV.1.1."""
    number = evidence.requirements[r].number
    parent = evidence.parent_of[r]
    if parent is None or parent not in chosen:
        return None
    for child in evidence.children_of[r]:
        if child in chosen and stands_in(evidence, chosen, parent, chosen[child]):
            title = evidence.sections[chosen[child]].title
            return Link(
                number, chosen[child], "parent", 0.7, msg("Viết chung một tiêu đề với mục con: “{title}”.", title=title)
            )
    s = chosen[parent]
    if not evidence.children_of[r] and _own_words(evidence, chosen, s) and _names_child(evidence, parent, r, s):
        title = evidence.sections[s].title
        return Link(
            number,
            s,
            "title",
            round(float(evidence.similarity[r, s]), 3),
            msg("Viết chung một tiêu đề với mục mẹ: “{title}”.", title=title),
        )
    return None


def _own_words(evidence: Evidence, chosen: dict[int, int], s: int) -> bool:
    """Whether a section says something itself, and what stands below it answers for other items: ``Hạn chế`` over ``Nguyên nhân``."""
    below = evidence.sections[s].children
    if not below:
        return True
    text = evidence.sections[s].body
    return set(below) <= set(chosen.values()) and count(evidence.outline.document.text[text.start : text.end]) > 0


def _names_child(evidence: Evidence, parent: int, r: int, s: int) -> bool:
    """Whether the parent's heading names this item alone: at least as much as the parent, and none of its other items."""
    own = float(evidence.similarity[r, s])
    others = [float(evidence.similarity[k, s]) for k in evidence.children_of[parent] if k != r]
    if own < max(MIN_KIN, float(evidence.similarity[parent, s]) - 0.005) or evidence.items[s]:
        return own >= max(MIN_KIN_LISTED, float(evidence.similarity[parent, s]))
    return own > max(others, default=0.0)


def _hosts(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> list[int]:
    """Sections that may also hold a requirement: those of its parent, siblings, and unlinked ones in its part."""
    parent = evidence.parent_of[r]
    near = [chosen[parent]] if parent is not None and parent in chosen else []
    if parent is not None:
        near += [chosen[k] for k in evidence.children_of[parent] if k in chosen]
    linked = set(chosen.values())
    leaves = {s for k, s in chosen.items() if not evidence.children_of[k]}
    near += [
        s.index
        for s in evidence.sections
        if s.index not in linked and parts.at_home(s.index, evidence.root_of[r]) and not _below(evidence, s, leaves)
    ]
    alike = [
        s
        for k, s in chosen.items()
        if evidence.root_of[k] == evidence.root_of[r]
        and (evidence.similarity[r, s] >= MIN_SAME_NAME or evidence.listed[r, s] >= MIN_LISTED)
        if evidence.sections[s].parent != chosen.get(evidence.parent_of[k] or 0)
    ]
    return list(dict.fromkeys([*near, *alike, *_told_twice(evidence, chosen, r)]))


def _told_twice(evidence: Evidence, chosen: dict[int, int], r: int) -> list[int]:
    """Sections of another part whose headings name this requirement rather than the one they answer, or its part too."""
    mine = evidence.requirements[r]
    return [
        s
        for k, s in chosen.items()
        if evidence.root_of[k] != evidence.root_of[r]
        and mine.topic is not None
        and (mine.topic, mine.voice) == (evidence.requirements[k].topic, evidence.requirements[k].voice)
        and (
            evidence.similarity[r, s] >= max(MIN_TOLD_TWICE, evidence.similarity[k, s] + 0.02)
            or (evidence.part_named[r, s] and evidence.named[r, s] >= MIN_MENTION)
            or _of_its_part(evidence, chosen, r, s)
            or (bool(evidence.items[s]) and told_apart(evidence.titles[s], mine, evidence.requirements[k]))
        )
    ]


def _of_its_part(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether the heading of another part's item of the same topic names this requirement's part: ``Sắp xếp bộ máy - khâu đột phá``."""
    mine, root = evidence.requirements[r], evidence.root_of[r]
    if not evidence.part_named[r, s] or mine.topic is None or evidence.children_of[r]:
        return False
    told = (mine.topic, mine.voice)
    alike = [
        k for k, q in enumerate(evidence.requirements) if (q.topic, q.voice) == told and not evidence.children_of[k]
    ]
    twins = [k for k in alike if evidence.root_of[k] != root]
    return len(alike) == len(twins) + 1 and any(chosen.get(k) == s for k in twins)


def _merged(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, *, loose: bool = False) -> Link | None:
    """A heading that names the requirement along with others, with text of its topic under it."""
    best: tuple[float, int] | None = None
    parent = evidence.parent_of[r]
    for s in (s for s in _hosts(evidence, parts, chosen, r) if not evidence.opposed[r, s]):
        same = evidence.similarity[r, s] >= MIN_SAME_NAME or evidence.listed[r, s] >= MIN_LISTED
        mention = max(float(evidence.named[r, s]), float(same), MIN_MENTION * _of_its_part(evidence, chosen, r, s))
        if mention < MIN_MENTION and evidence.best_other[r, s] >= MIN_LISTED and not evidence.speech.speaks_pair(r, s):
            mention = 0.0  # a heading that is another's own, with a syllable of this title
        if loose:
            mention = max(mention, unnamed_item(evidence, chosen, r, s))
        if parent is not None and s == chosen.get(parent) and evidence.requirements[parent].parent is not None:
            mention = max(mention, float(evidence.told_beside[r, s]))
        half = mention < MIN_MENTION  # a syllable or two of the title, and its topic below
        if mention < MIN_MENTION_CONTENT or (half and over_siblings(evidence, chosen, r, s)):
            continue
        if half and evidence.speech.shares[r, s] < MIN_SHARED:
            continue  # the topic is that of a sibling of which the text tells
        content = content_of(evidence, r, s, closely=mention >= MIN_MENTION)
        if (content is None and mention < MIN_MENTION) or (not loose and over_parts_items(evidence, chosen, r, s)):
            continue
        least_name = MIN_FULL_NAME if evidence.items[s] and evidence.named[r, s] >= 1.0 else MIN_SAME_NAME
        alone = not evidence.sections[s].children and evidence.listed[r, s] >= least_name
        told = alone and spoken_of(evidence, r, own_text(evidence, s))
        least = MIN_CONTENT * (0.3 if evidence.listed[r, s] >= MIN_LISTED or mention >= MIN_MENTION else 0.6)
        if content is not None and content < least and not told:
            continue
        if (best is None or mention > best[0]) and not _only_owners(evidence, chosen, r, s):
            best = (mention, s)
    return None if best is None else _named_link(evidence, parts, chosen, r, *best)


def _named_link(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, mention: float, s: int) -> Link:
    """The link with a heading that names the requirement: its own section where nobody else's, wherever it stands."""
    number, title, score = evidence.requirements[r].number, evidence.sections[s].title, round(mention, 3)
    own = float(evidence.similarity[r, s])
    if s in chosen.values() or (own < MIN_OWN and evidence.items[s]):
        why = msg("Tiêu đề nêu cả nội dung này cùng mục khác: “{title}”.", title=title)
        return Link(number, s, "title", score, why, whole=False)
    why = msg("Tiêu đề giống {percent}%: “{title}”.", percent=min(99, round(100 * own)), title=title)
    return Link(number, s, "title", score, why, misplaced=misplaced(evidence, parts, chosen, r, s))


def _only_owners(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading says nothing of the requirement that the titles of the sibling it answers do not say: ``Kết quả đạt được``."""
    owner = next((k for k in evidence.wanted.beside[r] if chosen.get(k) == s), None)
    if owner is None or evidence.children_of[owner] or evidence.similarity[r, s] >= MIN_SAME_NAME:
        return False
    if (items := evidence.items[s]) and np.any(np.diff(evidence.index.scores(list(items))[[owner, r]], axis=0) > 0):
        return False  # one of the things that it lists is this requirement rather than the other
    mine, theirs = ({w for title in variants(evidence.requirements[k]) for w in split_words(title)} for k in (r, owner))
    return not (set(split_words(evidence.titles[s])) & mine) - theirs - STOP_WORDS


def _in_turn(evidence: Evidence, parts: Parts, chosen: dict[int, int], links: list[Link]) -> list[Link]:
    """Items that nothing else was found for, told in their turn in the running text of their part."""
    answered = {evidence.number_of[link.requirement] for link in links}
    found_in = {evidence.number_of[link.requirement]: link.passage for link in links if link.passage is not None}
    held = {r: span for r, span in found_in.items() if evidence.wanted.siblings[r]}  # not parts told in another part
    placed = chosen | {
        evidence.number_of[link.requirement]: link.section for link in links if link.whole and link.rung != "content"
    }
    found = told_in_turn(evidence, parts, placed, held)
    return [
        under_another(evidence, r, passage)
        for r, passage in found.items()
        if r not in answered and not denied(evidence, r, passage.span)
    ]


def _unheaded(evidence: Evidence, parts: Parts, chosen: dict[int, int], taken: set[int], r: int) -> Link | None:
    """The link with a text that answers a requirement, or with the heading over it that is left."""
    passage = answering(evidence, parts, chosen, r)
    if passage is None or denied(evidence, r, passage.span):
        return None
    free = passage.section in left(evidence, chosen, taken) and not kept_place(evidence, chosen, r, passage.section)
    if free and stands_alone(evidence, r, passage.section):
        return speaking(evidence, parts, chosen, r, passage.section, by_text=True)
    return under_another(evidence, r, passage)


def _further(evidence: Evidence, parts: Parts, chosen: dict[int, int], used: set[int]) -> list[Link]:
    """Unlinked sections in the right place that resemble an answered requirement: its text goes on there."""
    linked = set(chosen.values()) | used
    leaves = [k for k in chosen if not evidence.children_of[k]]
    out: list[Link] = []
    for section in evidence.sections:
        above = linked.intersection(evidence.subtree[section.index])
        if section.index in linked or above or not leaves or _below(evidence, section, {chosen[k] for k in leaves}):
            continue
        column = np.array([evidence.similarity[k, section.index] for k in leaves])
        for at in np.argsort(-column):
            r = leaves[int(at)]
            if column[at] < MIN_SECOND:
                break
            if parts.at_home(section.index, evidence.root_of[r]) and not evidence.voice_against(r, section.index):
                why = msg("Mục thứ hai cùng nội dung: “{title}”.", title=section.title)
                out.append(
                    Link(evidence.requirements[r].number, section.index, "title", round(float(column[at]), 3), why)
                )
                break
    return out


def _below(evidence: Evidence, section: Section, above: set[int]) -> bool:
    node = section.parent
    while node is not None:
        if node in above:
            return True
        node = evidence.sections[node].parent
    return False
