"""Items told in a sentence or two of a paragraph that tells others as well, under a heading of the part or of several items.

A paragraph is of the topic of most of it, so that what it says in passing of another item is lost. Its sentences are read one
by one instead, and the clauses of long ones. In drafts held against the outline that the classifier knows, of 720 items that
were not told one had such sentences and none such clauses, of those told so nearly all; the drafts of two authors who had seen
neither the corpus nor these rules are among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..classify import Reading
from ..model import Span
from ..outline import count
from ..outline.owed import refers_elsewhere
from .evidence import Evidence
from .parts import Parts
from .passages import MIN_TRACE, Passage, owner_of, shares_topic, spoken_of, voice_fits
from .themes import SENTENCE

MIN_PIECE = 0.55
"""Least topic probability of each sentence."""
MIN_SURE, MIN_SAID = 0.80, 10
"""Mean probability of sentences in a row that answer an item, and their syllables."""
MIN_NAMED = 15
"""Their syllables where they are less sure, and speak the item's name."""
MIN_CLAUSES = 0.90
"""The same probability of clauses in a row: of so many of them one is soon of any topic."""
MIN_STRAYED, LONG_STRAYED = 0.90, 18
"""Topic and syllables of sentences in another part that may have strayed there; of 251 items missing in known drafts seven have such."""
MIN_HINT = 8
"""Syllables of sentences from which a person should look."""


def told_briefly(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    """The surest sentences or clauses that tell a requirement, in its own part, under a heading that is no other item's own."""
    runs = (p for p in _runs(evidence, parts, chosen, r) if _enough(evidence, r, p))
    best = max(runs, key=lambda p: (p.score, p.syllables), default=None)
    return best or max(_clauses(evidence, parts, chosen, r), key=lambda p: p.score, default=None)


def hinted(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, *, prose: bool) -> bool:
    """Whether a few words may be what seems to be missing: of its topic, less surely so in ``prose``, or by its name there."""
    least = MIN_PIECE if prose else MIN_SURE
    if any(p.syllables >= MIN_HINT and p.score >= least for p in _runs(evidence, parts, chosen, r)):
        return True
    return (prose and _named(evidence, parts, chosen, r)) or _strayed(evidence, parts, chosen, r)


def _strayed(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> bool:
    """Whether sentences in a row under the heading of another topic's item in another part are clearly a requirement's, in its voice."""
    at, reading = _topic(evidence, r), evidence.reading
    if at is None or reading is None or shares_topic(evidence, r):
        return False
    owner = {s: k for k, s in chosen.items() if not evidence.children_of[k]}
    for section in evidence.sections:
        held = owner_of(evidence, owner, section)
        same = held is not None and evidence.requirements[held].topic == evidence.requirements[r].topic
        if held is None or same or parts.holds(section.index, evidence.root_of[r]):
            continue
        part = reading.inside(section.body)
        traces = (reading.probabilities[part, at] >= MIN_TRACE) & (reading.sizes[part] >= LONG_STRAYED)
        for k in traces.nonzero()[0] + part.start:
            text = Span(int(reading.starts[k]), int(reading.ends[k]))
            read = evidence.pieces.sentences(text)
            for start, end, size, mean in read.runs(text, at, least=MIN_STRAYED) if read is not None else ():
                share = read.direction_of(Span(start, end)) if read is not None else None
                if size >= LONG_STRAYED and mean >= MIN_STRAYED and _is_own(evidence, r, Span(start, end), share):
                    return True
    return False


def _named(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> bool:
    """Whether a sentence there speaks the requirement's name, whatever its topic."""
    texts = [evidence.pieces.sentences(text) for _, text in _shared_texts(evidence, parts, chosen, r)]
    bounds = (bound for read in texts if read for bound in zip(read.starts.tolist(), read.ends.tolist(), strict=True))
    return any(spoken_of(evidence, r, Span(start, end)) for start, end in bounds)


def points_away(evidence: Evidence, r: int, span: Span) -> bool:
    """Whether a sentence of a text names the requirement to say that it is told elsewhere: ``Riêng nội dung … báo cáo tại văn bản khác``."""
    text = evidence.outline.document.text
    found = (Span(m.start(), m.end()) for m in SENTENCE.finditer(text, span.start, span.end))
    return any(refers_elsewhere(text[s.start : s.end]) and spoken_of(evidence, r, s) for s in found)


def _enough(evidence: Evidence, r: int, passage: Passage) -> bool:
    if passage.score >= MIN_SURE:
        return passage.syllables >= MIN_SAID
    return passage.syllables >= MIN_NAMED and spoken_of(evidence, r, passage.span)


def _runs(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Iterator[Passage]:
    """Sentences in a row of the requirement's topic, in its voice."""
    at = _topic(evidence, r)
    if at is None:
        return
    for s, text in _shared_texts(evidence, parts, chosen, r):
        read = evidence.pieces.sentences(text)
        if read is None:
            continue
        for start, end, size, mean in read.runs(text, at, least=MIN_PIECE):
            span = Span(start, end)
            if _is_own(evidence, r, span, read.direction_of(span)):
                yield Passage(s, span, size, mean)


def _clauses(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Iterator[Passage]:
    """Clauses in a row that are surely of the requirement's topic, in its voice."""
    at = _topic(evidence, r)
    if at is None:
        return
    for s, text in _shared_texts(evidence, parts, chosen, r):
        read = evidence.pieces.clauses(text)
        if read is None:
            continue
        for k in (read.topics[:, at] >= MIN_CLAUSES).nonzero()[0].tolist():
            span = read.spans[k]
            if _is_own(evidence, r, span, float(read.direction[k])):
                size = count(evidence.outline.document.text[span.start : span.end])
                yield Passage(s, span, size, float(read.topics[k, at]))


def _topic(evidence: Evidence, r: int) -> int | None:
    """The column of a requirement's topic; None for one with items below it, or without a topic that is known."""
    reading: Reading | None = None if evidence.children_of[r] else evidence.reading
    return None if reading is None else reading.topic_index(evidence.requirements[r].topic)


def _shared_texts(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> list[tuple[int, Span]]:
    """The text of each section of the requirement's part that is not announced as that of one item.

    Headings below that answer nothing belong to it: they are items of a list.
    """
    leaves = {k: s for k, s in chosen.items() if not evidence.children_of[k]}
    above = {s for k, s in chosen.items() if k not in leaves or _rather_above(evidence, k, s)}
    alone = {s for s in leaves.values() if s not in above}
    linked, out = alone | above, list[tuple[int, Span]]()
    for section in evidence.sections:
        node: int | None = section.index
        while node is not None and node not in linked:
            node = evidence.sections[node].parent
        if parts.holds(section.index, evidence.root_of[r]) and (node is None or node in above):
            whole = not linked.intersection(evidence.subtree[section.index])
            out.append((section.index, Span(section.body.start, section.whole.end) if whole else section.body))
    return out


def _rather_above(evidence: Evidence, r: int, s: int) -> bool:
    """Whether the heading that answers an item is more like the name of what is above it: ``Khâu đột phá``."""
    above = [k for k in range(len(evidence.requirements)) if evidence.wanted.inside[r, k] and k != r]
    return float(evidence.similarity[above, s].max(initial=0.0)) > float(evidence.similarity[r, s])


def _is_own(evidence: Evidence, r: int, span: Span, share: float | None) -> bool:
    """Whether a piece is the requirement's: by name where its topic is another item's too; it, or else the paragraph that it
    stands in, in the requirement's voice, of which a short piece tells little."""
    if shares_topic(evidence, r) and not spoken_of(evidence, r, span):
        return False
    if refers_elsewhere(evidence.outline.document.text[span.start : span.end]):
        return False
    voice = evidence.requirements[r].voice
    if voice is None or share is None or (share >= 0.5) == (voice == "direction"):
        return True
    _, paragraph = next(iter(evidence.outline.document.paragraphs_in(span)), (0, span))
    return voice_fits(evidence, r, Span(paragraph.start, paragraph.end), clear=False)
