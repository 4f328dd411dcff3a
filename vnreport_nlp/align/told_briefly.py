"""Items told in a sentence or two of a paragraph that tells others as well, under a heading of the part or of several items.

A paragraph is of the topic of most of it, so that what it says in passing of another item is lost. Its sentences are read one
by one instead: in drafts held against the outline that the classifier knows, of 612 items that were not told one had such
sentences, of those told so nearly all.
"""

from __future__ import annotations

from ..classify import Reading
from ..model import Span
from .evidence import Evidence
from .parts import Parts
from .passages import Passage, shares_topic, spoken_of, voice_fits

MIN_PIECE = 0.55
"""Least topic probability of each sentence."""
MIN_SURE, MIN_SAID = 0.80, 18
"""Mean probability of sentences in a row that answer an item, and their syllables: the outline asks for twenty of a direction."""
MIN_HINTED, MIN_HINT = 0.80, 8
"""Mean probability and syllables of sentences from which a person should look."""


def told_briefly(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    """The surest sentences that tell a requirement, in its own part, under a heading that is no other item's own."""
    found = [p for p in _runs(evidence, parts, chosen, r) if p.syllables >= MIN_SAID and p.score >= MIN_SURE]
    return max(found, key=lambda p: (p.score, p.syllables), default=None)


def hinted(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> bool:
    """Whether a few words of such sentences may be what seems to be missing."""
    return any(p.syllables >= MIN_HINT and p.score >= MIN_HINTED for p in _runs(evidence, parts, chosen, r))


def named_in_passing(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> bool:
    """Whether a sentence there speaks the requirement's name, whatever its topic."""
    texts = [evidence.in_sentences(s) for s in _shared_texts(evidence, parts, chosen, r)]
    bounds = (bound for read in texts if read for bound in zip(read.starts.tolist(), read.ends.tolist(), strict=True))
    return any(spoken_of(evidence, r, Span(start, end)) for start, end in bounds)


def _runs(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> list[Passage]:
    """Sentences in a row of the requirement's topic, in its voice; by name where the topic is another item's too."""
    reading = evidence.reading
    at = reading.topic_index(evidence.requirements[r].topic) if reading is not None else None
    if reading is None or at is None or evidence.children_of[r]:
        return []
    named, out = shares_topic(evidence, r), []
    for s in _shared_texts(evidence, parts, chosen, r):
        pieces = evidence.in_sentences(s)
        for start, end, size, mean in pieces.runs(evidence.sections[s].body, at, least=MIN_PIECE) if pieces else ():
            span = Span(start, end)
            if pieces is not None and _fits(evidence, pieces, r, span) and (not named or spoken_of(evidence, r, span)):
                out.append(Passage(s, span, size, mean))
    return out


def _shared_texts(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> list[int]:
    """Sections of the requirement's part whose own text is not announced as that of one item."""
    alone = {s for k, s in chosen.items() if not evidence.children_of[k]}
    above = {s for k, s in chosen.items() if evidence.children_of[k]}
    out = []
    for section in evidence.sections:
        node: int | None = section.index
        while node is not None and node not in alone | above:
            node = evidence.sections[node].parent
        if parts.region[section.index] == evidence.root_of[r] and (node is None or node in above):
            out.append(section.index)
    return out


def _fits(evidence: Evidence, pieces: Reading, r: int, span: Span) -> bool:
    """Whether sentences, or else the paragraph that they stand in, speak in a requirement's voice: a short one tells little of it."""
    voice, share = evidence.requirements[r].voice, pieces.direction_of(span)
    if voice is None or share is None or (share >= 0.5) == (voice == "direction"):
        return True
    _, paragraph = next(iter(evidence.outline.document.paragraphs_in(span)), (0, span))
    return voice_fits(evidence, r, Span(paragraph.start, paragraph.end), clear=False)
