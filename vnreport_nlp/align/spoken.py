"""Where the text cannot be held against a topic: headings that are left, and passages, which speak two words of a title running.

One word alone is of many things (``chính``); two that stand side by side and that few titles have (``kinh phí``, ``bộ máy``)
name theirs. Thresholds were chosen with ``scripts/evaluate_bare.py`` on 61 drafts held against titles alone: of 246
requirements called missing before, 143 of them there, 17 headings and 20 passages are found so, and none of a true gap.
"""

from __future__ import annotations

from collections import Counter
from math import log

from ..model import Link, Span, msg
from ..outline import count
from .astray import told_astray
from .elsewhere import told_elsewhere
from .evidence import Evidence
from .kinds import ANYWHERE, ASSESSING, judges, kinds_of
from .labelled import labelled_passage
from .naming import telling_pairs
from .paired import kind_passage
from .parts import Parts
from .passages import MIN_CONTENT, OPENING, Passage, find_passage, shares_topic, voice_fits
from .place import above_in, kept_place, misplaced
from .rivals import by_place_alone
from .themed import themed_passage
from .themes import NAME, themes
from .told_briefly import points_away, told_briefly

Pair = tuple[str, str]
FEW = 2
"""So many titles at most have the two words that name a heading."""
MIN_SHARE = 0.19
"""Share of a title that a heading speaks, each pair the more the fewer titles have it."""
MIN_PASSAGE_SHARE = 0.30
"""The same for a paragraph; there each pair counts the more the fewer paragraphs have it."""
SAID = 2
"""So many such words in a paragraph, with the guidance's, may be said in passing."""
MIN_OF_THEME = 2.0
"""What the text under a heading that is left must say of a requirement's themes to be its own; no other item's says as much."""
MIN_APART = 0.50
"""Topic of a text in a part of the other voice whose heading is of the requirement's kind."""
SURE = 0.6
"""What such a link says of itself: a person should look."""


def answering(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    """Text that answers a requirement under a heading of something else: by its topic, else by the words of its title."""
    found = _answering(evidence, parts, chosen, r)
    return None if found is not None and points_away(evidence, r, found.span) else found


def _answering(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    asked = evidence.requirements[r].required and not evidence.children_of[r]
    if evidence.knows_topic(r):
        found = find_passage(evidence, parts, chosen, r) or _said(evidence, chosen, r)
        found = found or (told_briefly(evidence, parts, chosen, r) if asked else None)
        found = found or told_astray(evidence, parts, chosen, r)
        by_theme = found is None and asked and shares_topic(evidence, r)
        return themed_passage(evidence, parts, chosen, r) if by_theme else found
    found = (_spoken(evidence, parts, r) or _said(evidence, chosen, r)) if asked else None
    by_theme = found is None and asked and not evidence.knows_topics
    return themed_passage(evidence, parts, chosen, r) if by_theme else found


def _said(evidence: Evidence, chosen: dict[int, int], r: int) -> Passage | None:
    """Text that says by its own words of what kind it is."""
    return labelled_passage(evidence, chosen, r) or kind_passage(evidence, chosen, r) or told_elsewhere(evidence, r)


def left_heading(evidence: Evidence, parts: Parts, chosen: dict[int, int], taken: set[int], r: int) -> Link | None:
    """The heading that answers nothing and speaks most of the title of a requirement without a topic; in its own part first."""
    if evidence.knows_topic(r) or evidence.children_of[r]:
        return None
    best: tuple[bool, float, int] | None = None
    for s in left(evidence, chosen, taken):
        if judges(evidence.titles[s]):  # over what went well and what did not, of which it names nothing
            continue
        if kept_place(evidence, chosen, r, s):
            continue
        asked = _asked(evidence, r, s) if parts.at_home(s, evidence.root_of[r]) else 0.0
        alone = _alone_of_kind(evidence, r, s) or (
            parts.at_home(s, evidence.root_of[r]) and _of_its_theme(evidence, r, s)
        )
        share = asked or _share(evidence, parts, r, s) or (MIN_SHARE if alone else 0.0)
        if share and (asked or not evidence.voice_against(r, s)):
            best = max(best or (False, 0.0, -1), (parts.at_home(s, evidence.root_of[r]), share, s))
    if best is None:
        return None
    return speaking(evidence, parts, chosen, r, best[2])


def _alone_of_kind(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading is of a kind that this item alone asks for, wherever a writer puts it: ``Biểu dương người tốt, việc tốt`` in the assessment."""
    kinds = evidence.wanted.kinds
    named = kinds[r] & kinds_of(evidence.titles[s]) & ANYWHERE
    return any(sum(kind in own for own in kinds) == 1 for kind in named)


def voiced_apart(evidence: Evidence, parts: Parts, chosen: dict[int, int], taken: set[int], r: int) -> Link | None:
    """The heading left in a part of the other voice that is of the requirement's kind, as no other open item is, over text in its own voice.

    In a part of any voice where writers put what is of that kind now here, now there, and the text is of the requirement's topic.
    """
    kinds, region_of = evidence.wanted.kinds, parts.region
    if not kinds[r] or evidence.children_of[r]:
        return None
    rivals = [k for k in range(len(kinds)) if k != r and k not in chosen and not evidence.children_of[k]]
    for s in left(evidence, chosen, taken):
        own, region = kinds[r] & kinds_of(evidence.titles[s]), region_of[s]
        if not own or region is None or any(kinds[k] & own for k in rivals) or evidence.opposed[r, s]:
            continue
        voices = {evidence.requirements[r].voice, evidence.requirements[region].voice}
        fits = voices == {"result", "direction"} and voice_fits(evidence, r, evidence.sections[s].body, clear=True)
        if evidence.knows_topic(r):
            told = evidence.topic is not None and bool(evidence.topic[r, s] >= MIN_APART)
            fits = told and (fits or bool(own & ANYWHERE))
        if fits and not kept_place(evidence, chosen, r, s):
            return speaking(evidence, parts, chosen, r, s)
    return None


def _of_its_theme(evidence: Evidence, r: int, s: int) -> bool:
    """Whether heading and text are of the requirement's themes rather than of any other item's of its part: ``Xóa nhà dột nát`` for housing."""
    if evidence.knows_topics or evidence.wanted.kinds[r] or evidence.sections[s].children:
        return False
    asked, known = evidence.wanted.asked, themes()
    if not asked[r]:
        return False
    others = [asked[k] for k in evidence.wanted.leaves_beside[r]]
    named = {t for t, worth in known.named(evidence.titles[s]).items() if worth == NAME}
    if named & asked[r] and not any(named & of for of in others):
        return True
    said = {p for one in evidence.sentences if one.section == s for p in one.phrases}
    return known.worth(said, asked[r]) >= MIN_OF_THEME > max((known.worth(said, of) for of in others), default=0.0)


def stands_alone(evidence: Evidence, r: int, s: int) -> bool:
    """Whether all the text under a heading can be a requirement's whose words it speaks: no heading below, none of a topic, none of another kind."""
    own, named = evidence.wanted.kinds[r], kinds_of(evidence.titles[s])
    if evidence.knows_topic(r) or evidence.sections[s].children or (own and named and not own & named):
        return False
    if judges(evidence.titles[s]):
        return False
    return not by_place_alone(evidence, {}, r, s)


def speaking(
    evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int, *, by_text: bool = False
) -> Link:
    """The link with a heading that is left, whose words, or the text under it, speak of the requirement."""
    title = evidence.sections[s].title
    away = misplaced(evidence, parts, chosen, r, s)
    why = msg("Trong các mục còn lại, chỉ tiêu đề này nói đến nội dung yêu cầu: “{title}”.", title=title)
    if by_text:
        why = msg("Trong các mục còn lại, nội dung dưới tiêu đề này nói đến mục yêu cầu: “{title}”.", title=title)
    return Link(evidence.requirements[r].number, s, "topic", SURE, why, margin=0.0, misplaced=away)


def left(evidence: Evidence, chosen: dict[int, int], taken: set[int]) -> list[int]:
    """Headings that answer nothing, over nothing that answers, and not inside what answers an item."""
    linked = {*chosen.values(), *taken}
    items = {s for k, s in chosen.items() if not evidence.children_of[k]} | taken
    free = (s.index for s in evidence.sections if s.index not in linked)
    return [s for s in free if not linked.intersection(evidence.subtree[s]) and above_in(evidence, items, s) is None]


def _share(evidence: Evidence, parts: Parts, r: int, s: int) -> float:
    """How much of a title a heading speaks, 0 where that does not name it."""
    own, said, seen = evidence.wanted.telling[r], telling_pairs(evidence.titles[s]), evidence.wanted.telling_seen
    shared = own & said
    if not shared or (not parts.at_home(s, evidence.root_of[r]) and _at_home(evidence, parts.region[s], shared)):
        return 0.0
    share = sum(1 / seen[p] for p in shared) / sum(1 / seen[p] for p in own)
    whole = shared == said and not _others(evidence, r, shared)
    return share if whole or (share >= MIN_SHARE and min(seen[p] for p in shared) <= FEW) else 0.0


def _asked(evidence: Evidence, r: int, s: int) -> float:
    """How much of what the guidance names a heading of the part speaks, where the text under it speaks of that too; else 0."""
    hints = evidence.wanted.matter[r] - evidence.wanted.telling[r]
    head, text = hints & telling_pairs(evidence.titles[s]), hints & evidence.speech.under[s]
    return len(head) / len(hints) if len(head) > 1 or (head and text) else 0.0


def _at_home(evidence: Evidence, part: int | None, shared: set[Pair]) -> bool:
    """Whether a requirement of the part where a heading stands has the same words."""
    wanted = evidence.wanted
    return any(root == part and shared & own for own, root in zip(wanted.telling, wanted.root_of, strict=True))


def _others(evidence: Evidence, r: int, shared: set[Pair]) -> bool:
    """Whether another item of the part has all these words too."""
    return any(shared <= evidence.wanted.telling[k] for k in evidence.wanted.leaves_beside[r])


def _spoken(evidence: Evidence, parts: Parts, r: int) -> Passage | None:
    """The paragraph of the requirement's own part that speaks most of its matter, measured by its title."""
    own, document = evidence.wanted.matter[r], evidence.outline.document
    told = [(s, p, own & spoken) for s, p, spoken in evidence.told]
    seen = Counter(pair for _, _, shared in told for pair in shared)
    weight = {p: log((len(told) + 1) / (seen[p] + 0.5)) / evidence.wanted.matter_seen[p] for p in own}
    whole, best = sum(weight[p] for p in evidence.wanted.named_pairs[r]), None
    for s, p, shared in told:
        if kinds_of(evidence.titles[s]) & ASSESSING and not evidence.wanted.kinds[r]:
            continue  # a mention in the assessment of the whole is no report
        enough = whole and shared and _enough(document.text[p.start : p.end], shared, evidence.wanted.named_pairs[r])
        share = sum(weight[x] for x in shared) / whole if enough else 0.0
        size = count(document.text[p.start : p.end]) if share >= MIN_PASSAGE_SHARE else 0
        if size >= MIN_CONTENT and parts.at_home(s, evidence.root_of[r]) and (best is None or share > best[0]):
            best = share, Passage(s, Span(p.start, p.end), size, SURE)
    return best[1] if best else None


def _enough(text: str, shared: set[Pair], titles: set[Pair]) -> bool:
    """Whether two words running are more than said in passing: others stand in the paragraph too, or it opens with them.

    ``titles`` are those of the requirement's title; what its guidance names tells less, so more of it must be said.
    """
    named = shared & titles
    return len(named) > 1 or len(shared) > SAID or bool(named & telling_pairs(" ".join(text.split()[:OPENING])))
