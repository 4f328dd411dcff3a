"""Text that answers a requirement under a heading that belongs to something else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..classify import Reading
from ..model import Section, Span
from ..outline import count
from .evidence import Evidence
from .kinds import AHEAD, kinds_of
from .naming import told_apart
from .parts import Parts

MIN_PASSAGE = 0.55
"""Least topic probability of each passage that answers a requirement under another's heading."""
MIN_RUN = 0.65
"""Least mean probability of such a passage run in its own part."""
MIN_RUN_ELSEWHERE = 0.90
"""The same in another part, where like-named topics abound."""
MIN_HALF = 0.35
"""Topic probability of a passage from which it may be what seems to be missing; chosen on drafts by authors outside the corpus."""
MIN_TRACE = 0.05
"""Topic probability of a long passage from which it is read sentence by sentence; chosen on drafts by authors outside the corpus."""
MIN_SPOKEN = 0.80
"""Share of a requirement's telling words in a passage whose topic it shares with other requirements."""
MIN_CONTENT = 25
"""Least length of such a run, in syllables."""
MIN_CONTENT_ELSEWHERE = 50
"""The same in another part."""
OPENING = 14
"""Syllables at the start of a paragraph that say what it is about."""
MIN_SHARE = 0.25
"""A passage counts for a shared heading from this topic probability on."""
MIN_SHARE_SENTENCE = 0.40
"""The same for a sentence, of which single words say more."""
CLEAR_VOICE = 0.8
"""Share of the right voice that such a run in another part needs."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that answers a requirement under a heading that belongs to something else."""

    section: int
    span: Span
    syllables: int
    score: float


def find_passage(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    """The best run of passages of the requirement's topic and voice under headings of other topics."""
    reading = evidence.reading
    requirement = evidence.requirements[r]
    if reading is None or evidence.children_of[r] or (at := reading.topic_index(requirement.topic)) is None:
        return None
    owner = {s: k for k, s in chosen.items()}
    best: Passage | None = None
    common = shares_topic(evidence, r)
    kept = any(k in chosen and parts.at_home(chosen[k], evidence.root_of[r]) for k in evidence.wanted.beside[r])
    for section in evidence.sections:
        other, region = owner_of(evidence, owner, section), parts.region[section.index]
        near = parts.holds(section.index, evidence.root_of[r])
        away = section.index not in owner and region is not None and _other_voice(evidence, r, region)
        away = away and (kept or _goes_ahead(evidence, r, section))
        if other is not None and evidence.requirements[other].topic == requirement.topic and not away:
            continue
        if not near and region is not None and not away:  # another part speaks of it for a purpose of its own
            continue
        announced = section.index in owner and not evidence.children_of[owner[section.index]]
        for start, end, size, mean in reading.runs(section.body, at, least=MIN_PASSAGE):
            span = Span(start, end)
            if size < (MIN_CONTENT if near or away else MIN_CONTENT_ELSEWHERE) or mean < (
                MIN_RUN if near else MIN_RUN_ELSEWHERE
            ):
                continue
            told = mean >= MIN_RUN_ELSEWHERE and spoken_of(evidence, r, span)
            if announced and not away and _belongs(evidence, owner[section.index], section, span, told=told):
                continue
            if not (near and told) and not voice_fits(evidence, r, span, clear=not near):
                continue
            if common and not spoken_of(evidence, r, span):
                continue
            score = mean + (0.2 if near else 0.0)
            if best is None or score > best.score:
                best = Passage(section.index, span, size, score)
    return best or _opened(evidence, chosen, r) or _led_in(evidence, reading, parts, r, at)


def _goes_ahead(evidence: Evidence, r: int, section: Section) -> bool:
    """Whether a heading inside a field of results says that it goes on with what will be, as a writer does who tells both field by field."""
    return evidence.requirements[r].voice == "direction" and AHEAD in kinds_of(evidence.titles[section.index])


def half_told(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> bool:
    """Whether a passage of the requirement's own part may be of its topic without being clearly of it: then a person should look."""
    reading, requirement = evidence.reading, evidence.requirements[r]
    at = reading.topic_index(requirement.topic) if reading is not None else None
    if reading is None or at is None or evidence.children_of[r]:
        return False
    if shares_topic(evidence, r):
        return _over_others(evidence, reading, chosen, r, at)
    owner = {s: k for k, s in chosen.items()}
    for section in evidence.sections:
        other = owner_of(evidence, owner, section)
        same = other is not None and evidence.requirements[other].topic == requirement.topic
        if not parts.holds(section.index, evidence.root_of[r]) or same:
            continue
        if _half(evidence, reading, r, at, section.body) or _in_sentences(evidence, reading, r, at, section.body):
            return True
    return False


def _in_sentences(evidence: Evidence, reading: Reading, r: int, topic: int, span: Span) -> bool:
    """Whether sentences in a row of a long passage that has some of the topic are of it, in a voice that fits."""
    part = reading.inside(span)
    mixed = (reading.probabilities[part, topic] >= MIN_TRACE) & (reading.sizes[part] >= 2 * MIN_CONTENT)
    for k in mixed.nonzero()[0] + part.start:
        passage = Span(int(reading.starts[k]), int(reading.ends[k]))
        pieces = evidence.pieces.sentences(passage)
        runs = pieces.runs(passage, topic, least=MIN_HALF) if pieces is not None else []
        if any(n >= MIN_CONTENT and voice_fits(evidence, r, Span(a, b), clear=False) for a, b, n, _ in runs):
            return True
    return False


def _over_others(evidence: Evidence, reading: Reading, chosen: dict[int, int], r: int, topic: int) -> bool:
    """Whether the parent's heading stands over headings for other items and over a text of its own: that text is of none of those."""
    above = _over_answers(evidence, chosen, r)
    return above is not None and _half(evidence, reading, r, topic, evidence.sections[above].body)


def _over_answers(evidence: Evidence, chosen: dict[int, int], r: int) -> int | None:
    """The parent's section where headings right below it answer other items of the parent."""
    parent = evidence.parent_of[r]
    above = chosen.get(parent) if parent is not None else None
    if parent is None or above is None:
        return None
    below = evidence.sections[above].children
    return above if any(chosen.get(k) in below for k in evidence.children_of[parent]) else None


def _half(evidence: Evidence, reading: Reading, r: int, topic: int, span: Span) -> bool:
    """Whether a passage of a span has the topic by half or more, in a voice that fits."""
    part = reading.inside(span)
    enough = (reading.probabilities[part, topic] >= MIN_HALF) & (reading.sizes[part] >= MIN_CONTENT)
    return any(
        voice_fits(evidence, r, Span(int(reading.starts[k]), int(reading.ends[k])), clear=False)
        for k in enough.nonzero()[0] + part.start
    )


def _opened(evidence: Evidence, chosen: dict[int, int], r: int) -> Passage | None:
    """A paragraph under the heading of a like topic in another part that opens with what tells this requirement from that one."""
    mine = evidence.requirements[r]
    for k, s in chosen.items():
        other = evidence.requirements[k]
        if evidence.root_of[k] == evidence.root_of[r] or (other.topic, other.voice) != (mine.topic, mine.voice):
            continue
        for _, p in evidence.outline.document.paragraphs_in(evidence.sections[s].body):
            text = evidence.outline.document.text[p.start : p.end]
            opening = " ".join(text.split()[:OPENING])
            if count(text) >= MIN_CONTENT and told_apart(opening, mine, other):
                return Passage(s, Span(p.start, p.end), count(text), MIN_RUN_ELSEWHERE)
    return None


def _led_in(evidence: Evidence, reading: Reading, parts: Parts, r: int, topic: int) -> Passage | None:
    """Text of a topic that nothing else has, in a part of the other voice, which itself or the paragraph before calls it by name.

    ``Mấy bài học kinh nghiệm:`` with its bullets, under a heading of the directions.
    """
    mine = evidence.requirements[r].topic
    if any(k != r and q.topic == mine for k, q in enumerate(evidence.requirements)):
        return None
    for section in evidence.sections:
        region = parts.region[section.index]
        if region is None or parts.at_home(section.index, evidence.root_of[r]) or not _other_voice(evidence, r, region):
            continue
        for start, end, size, mean in reading.runs(section.body, topic, least=MIN_PASSAGE):
            before = reading.inside(Span(section.body.start, start))
            lead = int(reading.starts[before.stop - 1]) if before.stop > before.start else start
            span, enough = Span(start, end), size >= MIN_CONTENT_ELSEWHERE and mean >= MIN_RUN
            if enough and voice_fits(evidence, r, span, clear=True) and spoken_of(evidence, r, Span(lead, end)):
                return Passage(section.index, span, size, mean)
    return None


def shares_topic(evidence: Evidence, r: int) -> bool:
    """Whether another requirement of the part has the same topic: then the topic alone tells nothing."""
    topic, root = evidence.requirements[r].topic, evidence.root_of[r]
    alike = (k for k, q in enumerate(evidence.requirements) if q.topic == topic and evidence.root_of[k] == root)
    return any(k != r and not evidence.children_of[k] for k in alike)


def spoken_of(evidence: Evidence, r: int, span: Span) -> bool:
    """Whether a stretch of text speaks the words that tell the requirement from others."""
    text = evidence.outline.document.text[span.start : span.end]
    return bool(evidence.index.mentions([text])[r, 0] >= MIN_SPOKEN)


def _belongs(evidence: Evidence, r: int, section: Section, run: Span, *, told: bool) -> bool:
    """Whether a run inside a requirement's own section is that requirement's: right under its heading, or its text goes on.

    ``told``: the run is clearly of the other topic and speaks its words; then a place right under the heading does not claim it.
    """
    reading = evidence.reading
    if reading is None:
        return True
    if reading.first(section.body) == run.start:
        return not told
    at, after = reading.topic_index(evidence.requirements[r].topic), Span(run.end, section.body.end)
    return at is not None and bool(reading.runs(after, at, least=MIN_PASSAGE))


def _other_voice(evidence: Evidence, r: int, root: int) -> bool:
    """Whether a part speaks in the other voice: what there clearly speaks in this one is no text of that part's own items.

    Asked only of headings that answer nothing, and where items beside the requirement stand in its own part: without them, single sentences of its voice do not make up for the whole.
    """
    voices = {evidence.requirements[r].voice, evidence.requirements[root].voice}
    return voices == {"result", "direction"}


def owner_of(evidence: Evidence, owner: dict[int, int], section: Section) -> int | None:
    """The requirement whose heading a section is or stands under; ``owner`` tells it by section."""
    node: int | None = section.index
    while node is not None and node not in owner:
        node = evidence.sections[node].parent
    return owner[node] if node is not None else None


def voice_fits(evidence: Evidence, r: int, span: Span, *, clear: bool) -> bool:
    """Whether a text speaks in a requirement's voice rather than in the other, ``clear``: surely."""
    voice = evidence.requirements[r].voice
    share = evidence.reading.direction_of(span) if evidence.reading is not None else None
    if voice is None or share is None:
        return True
    least = CLEAR_VOICE if clear else 0.5
    return share >= least if voice == "direction" else share <= 1 - least


def own_text(evidence: Evidence, s: int) -> Span:
    """What stands under a section's heading and under no other: its body, or all of it where nothing is below."""
    section = evidence.sections[s]
    return section.body if section.children else evidence.text_span(section)


def content_of(evidence: Evidence, r: int, s: int, *, closely: bool) -> float | None:
    """Syllables of the requirement's topic in a section's passages; None when nothing is known of topics.

    ``closely``: where the passages are of other topics, their sentences are asked; for a heading that names the requirement.
    """
    reading = evidence.reading
    section = evidence.sections[s]
    if reading is None or (at := reading.topic_index(evidence.requirements[r].topic)) is None:
        text = section.body.end - section.body.start
        return None if text > 40 else 0.0
    own = own_text(evidence, s)
    told = _of_topic(reading, own, at, MIN_SHARE)
    if told or not closely or (pieces := reading.sentences(own)) is None:
        return told
    return _of_topic(pieces, own, at, MIN_SHARE_SENTENCE)


def _of_topic(reading: Reading, span: Span, topic: int, least: float) -> float:
    """Syllables of a topic in the passages of a span, each by its share of it."""
    part = reading.inside(span)
    share = reading.probabilities[part, topic]
    return float((reading.sizes[part] * np.where(share >= least, share, 0.0)).sum())


def over_parts_items(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading is that of the whole part, over headings of its items: text between them has no heading of its own."""
    parent = evidence.parent_of[r]
    return (
        parent is not None
        and chosen.get(parent) == s
        and parent == evidence.root_of[r]
        and bool(evidence.sections[s].children)
    )


def over_siblings(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading is the parent's, over headings for its siblings, and what it says itself has their topic but not this name."""
    told = _over_answers(evidence, chosen, r) == s and shares_topic(evidence, r)
    return told and not spoken_of(evidence, r, own_text(evidence, s))
