"""Headings that list several things: which requirement each thing is."""

from __future__ import annotations

import numpy as np

from ..model import Link, msg
from ..similarity import STOP_WORDS, split_words
from .evidence import Evidence
from .kinds import kinds_of
from .naming import LISTED, variants
from .paired import NAMES, merged
from .passages import MIN_CONTENT, content_of, own_text, shares_topic, spoken_of
from .rivals import by_place_alone
from .themes import NAME, themes

MIN_LISTED = 0.75
"""Similarity from which an item of a heading that lists several names a requirement."""
MIN_ITEM, ITEM_LEAD = 0.40, 0.10
"""Least likeness of such an item where topics say nothing, and its least advantage over the requirement's siblings."""
MIN_WORDS = 2
"""Fewest syllables of such an item that is word for word a thing in the requirement's title."""
MIN_OF_THEME = 2.0
"""What the text under such a heading must say of themes that no sibling asks for."""
_LEADS = frozenset(split_words("công tác việc tình hình"))
MIN_MENTION_CONTENT = 0.40
"""Share of a requirement's telling words that a shared heading must hold when text of the requirement's topic stands under the heading."""


def listed_best(evidence: Evidence, chosen: dict[int, int], r: int) -> Link | None:
    """A heading beside the requirement's place that lists several things, one of which is this requirement's rather than any sibling's."""
    parent, siblings = evidence.parent_of[r], evidence.wanted.siblings[r]
    if not siblings or evidence.children_of[r]:
        return None
    near = {chosen[k] for k in siblings if k in chosen}
    if parent is not None:
        near |= {s.index for s in evidence.sections if s.parent is not None and s.parent == chosen.get(parent)}
    for s in sorted(near):
        if s not in chosen.values() and by_place_alone(evidence, chosen, r, s):
            continue
        score = (
            _item_score(evidence, chosen, siblings, r, s)
            or _same_thing(evidence, chosen, siblings, r, s)
            or _same_theme(evidence, chosen, siblings, r, s)
        )
        if score is None:
            continue
        content = content_of(evidence, r, s, closely=True) if evidence.knows_topic(r) else None
        if content is None or content >= MIN_CONTENT:
            why = msg("Tiêu đề nêu cả nội dung này cùng mục khác: “{title}”.", title=evidence.sections[s].title)
            return Link(evidence.requirements[r].number, s, "title", round(score, 3), why, whole=False)
    return None


def _item_score(evidence: Evidence, chosen: dict[int, int], siblings: list[int], r: int, s: int) -> float | None:
    """How like an item of a heading is to the requirement, None where every item is nearer to a sibling or like nobody's."""
    items = _strange_items(evidence, chosen, s)
    scores = evidence.index.scores(list(items))[siblings] if items else np.zeros((len(siblings), 0))
    for column_at, column in enumerate(scores.T):
        order = np.argsort(-column)
        best = float(column[order[0]])
        lead = best - (float(column[order[1]]) if len(order) > 1 else 0.0)
        sure = best >= MIN_LISTED or _shares_word(evidence, r, items[column_at])
        if siblings[int(order[0])] == r and best >= MIN_ITEM and lead >= ITEM_LEAD and sure:
            return best
    return None


def _same_thing(evidence: Evidence, chosen: dict[int, int], siblings: list[int], r: int, s: int) -> float | None:
    """What counts an item that is word for word one of the things in the requirement's title, and in no sibling's.

    ``Quán triệt, tuyên truyền và kiện toàn Ban Chỉ đạo`` for ``Quán triệt, tuyên truyền, phổ biến Luật …``.
    """
    things = _things(evidence.requirements[r].title)
    said = {_content(item) for item in _strange_items(evidence, chosen, s)} & things if len(things) > 1 else set()
    beside = [set(split_words(evidence.requirements[k].title)) for k in siblings if k != r]
    own = (words for words in said if len(words) >= MIN_WORDS and not any(words <= other for other in beside))
    return MIN_LISTED if any(own) else None


def _same_theme(evidence: Evidence, chosen: dict[int, int], siblings: list[int], r: int, s: int) -> float | None:
    """What counts an item that names a theme which the requirement asks for and no sibling, over a text that tells its themes.

    ``Trường học và đời sống văn hóa`` for ``Giáo dục và đào tạo`` beside ``Văn hóa, thể thao``: asked where the heading's own item
    has the same topic, which tells the two from all others and not from each other.
    """
    wanted = evidence.requirements
    owners = [k for k in siblings if chosen.get(k) == s and k != r]
    if not evidence.knows_topic(r) or all(wanted[k].topic != wanted[r].topic for k in owners):
        return None
    asked = evidence.wanted.asked
    others = frozenset().union(*(asked[k] for k in siblings if k != r))
    named = {
        t for item in _strange_items(evidence, chosen, s) for t, worth in themes().named(item).items() if worth == NAME
    }
    if not (named & asked[r]) - others:
        return None
    said = {p for one in evidence.sentences if one.section == s for p in one.phrases}
    return MIN_LISTED if themes().worth(said, asked[r] - others) >= MIN_OF_THEME else None


def _things(title: str) -> set[frozenset[str]]:
    return {_content(thing) for thing in LISTED.split(title)}


def _content(thing: str) -> frozenset[str]:
    return frozenset(split_words(thing)) - STOP_WORDS - _LEADS


def _shares_word(evidence: Evidence, r: int, item: str) -> bool:
    """Whether an item has a content word of the requirement's titles: likeness of letters alone names nothing."""
    mine = {w for text in variants(evidence.requirements[r]) for w in split_words(text)}
    return bool((set(split_words(item)) & mine) - STOP_WORDS)


def unnamed_item(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> float:
    """What a heading counts that lists more than its requirement, next to this one: ``Việc chưa làm được và nguyên nhân``."""
    owner = next((k for k, at in chosen.items() if at == s), None)
    if owner is None or evidence.parent_of[owner] != evidence.parent_of[r] or abs(owner - r) > 1:
        return 0.0
    items = evidence.items[s]
    if not _strange_items(evidence, chosen, s) or (
        shares_topic(evidence, r) and not spoken_of(evidence, r, own_text(evidence, s))
    ):
        return 0.0
    named = evidence.index.scores(list(items)).max(axis=0) >= MIN_LISTED
    return MIN_MENTION_CONTENT if 0 < int(named.sum()) < len(items) else 0.0


def with_sibling(evidence: Evidence, chosen: dict[int, int], links: list[Link]) -> list[Link]:
    """The links, a text found under a sibling's heading being that heading's too where it lists as many things more as are told there.

    ``Chỉ đạo, điều hành và tuyên truyền`` over what was led and over what was made known. Asked where no topic is known.
    """
    told: dict[int, list[Link]] = {}
    for link in links:
        r = evidence.number_of[link.requirement]
        owner = next((k for k in evidence.wanted.beside[r] if chosen.get(k) == link.section), None)
        if link.rung == "content" and owner is not None and not evidence.knows_topic(r) and not evidence.children_of[r]:
            told.setdefault(link.section, []).append(link)
    found = {
        link.requirement: merged(evidence, evidence.number_of[link.requirement], s, link.passage)
        for s, those in told.items()
        for link in those
        if not evidence.sections[s].children
        and (len(those) <= len(_strange_items(evidence, chosen, s)) or _general(evidence, chosen, s, link))
    }
    return [found.get(link.requirement, link) if link.rung == "content" else link for link in links]


def _general(evidence: Evidence, chosen: dict[int, int], s: int, link: Link) -> bool:
    """Whether a heading names neither its own item nor the one beside it that is told there: a word for both."""
    r = evidence.number_of[link.requirement]
    siblings = evidence.wanted.siblings[r]
    beside = [k for k in siblings if chosen.get(k) == s and abs(siblings.index(k) - siblings.index(r)) == 1]
    kinds = evidence.wanted.kinds
    named = kinds_of(evidence.titles[s])
    return any(evidence.similarity[k, s] < NAMES and not (kinds[k] & named and not kinds[r] & named) for k in beside)


def on_its_side(evidence: Evidence, chosen: dict[int, int], links: list[Link]) -> list[Link]:
    """Links of items that nothing was found for with the heading of the sibling right before or behind, which lists something else there.

    ``Đào tạo, xúc tiến thương mại`` for the training that the outline asks for before the promotion of trade: lists follow the
    outline's order. Asked where no topic is known; a person should look.
    """
    if evidence.knows_topics:
        return []
    answered = {*chosen, *(evidence.number_of[link.requirement] for link in links)}
    out: list[Link] = []
    for k, s in chosen.items():
        siblings = evidence.wanted.siblings[k]
        if not siblings or evidence.sections[s].children or not evidence.items[s] or _sentences(evidence, s) < 2:
            continue
        here = siblings.index(k)
        before, behind = _beside_own(evidence, k, s)
        sides = ((siblings[:here][::-1], before), (siblings[here + 1 :], behind))
        for beside, things in sides:
            r = next(iter(beside), None)
            if r is None or r in answered or not things or evidence.children_of[r] or evidence.knows_topic(r):
                continue
            if evidence.requirements[r].required and any(_may_be(evidence, r, thing) for thing in things):
                out.append(merged(evidence, r, s))
                answered.add(r)
    return out


def _sentences(evidence: Evidence, s: int) -> int:
    return sum(1 for one in evidence.sentences if one.section == s)


def _beside_own(evidence: Evidence, k: int, s: int) -> tuple[list[str], list[str]]:
    """What a heading lists before and behind the things that its own requirement's titles share words with: two, one syllable is of many."""
    own = {w for text in variants(evidence.requirements[k]) for w in split_words(text)} - STOP_WORDS
    items = evidence.items[s]
    words = [set(split_words(item)) - STOP_WORDS for item in items]
    at = [i for i, said in enumerate(words) if said and len(said & own) >= min(2, len(said))]
    return (list(items[: at[0]]), list(items[at[-1] + 1 :])) if at else ([], [])


def _may_be(evidence: Evidence, r: int, thing: str) -> bool:
    """Whether a thing in a heading is the name of no other requirement, and of a theme that this one asks for."""
    scores = evidence.index.scores([thing])[:, 0]
    scores[r] = 0.0
    return float(scores.max(initial=0.0)) < NAMES and not evidence.wanted.asked[r].isdisjoint(themes().named(thing))


def _strange_items(evidence: Evidence, chosen: dict[int, int], s: int) -> list[str]:
    """What a heading lists beside what its own requirement's titles say."""
    own = {
        w
        for k, at in chosen.items()
        if at == s
        for text in variants(evidence.requirements[k])
        for w in split_words(text)
    }
    return [item for item in evidence.items[s] if not set(split_words(item)) <= own]
