"""Text in any part that speaks several of the things that a requirement's guidance names, and that no other requirement's does."""

from __future__ import annotations

from ..expressions import compiled
from ..model import Span
from ..outline import count
from .evidence import Evidence
from .naming import telling_pairs
from .passages import Passage, voice_fits
from .themes import SENTENCE

MIN_THINGS = 2
"""Fewest things of the guidance that such sentences speak: one is said in passing (``thanh toán không dùng tiền mặt``)."""
MIN_OF_THING = 0.6
"""Share of a thing's words running that speak it."""
MIN_SAID, MIN_FIGURES = 25, 2
"""Least length of such sentences, in syllables, and the figures that a result has among them."""
SURE = 0.6
"""What such a passage says of itself: a person should look."""
_FIGURE = compiled(r"\d[\d.,/]*")


def told_elsewhere(evidence: Evidence, r: int) -> Passage | None:
    """The sentences, under whatever heading, that speak most of what a requirement's guidance asks for, in its voice."""
    requirement, wanted = evidence.requirements[r], evidence.wanted
    things = wanted.things[r]
    if evidence.children_of[r] or not requirement.required or len(things) < MIN_THINGS:
        return None
    own, best = set().union(*things), None
    for s, p, spoken in evidence.told:
        if sum(_speaks(thing, spoken) for thing in things) < MIN_THINGS:
            continue
        span = _sentences(evidence.outline.document.text, Span(p.start, p.end), own)
        said = telling_pairs(evidence.outline.document.text[span.start : span.end])
        number = sum(_speaks(thing, said) for thing in things)
        if number >= MIN_THINGS and _reports(evidence, r, span) and (best is None or number > best[0]):
            size = count(evidence.outline.document.text[span.start : span.end])
            best = number, Passage(s, span, size, SURE)
    return best[1] if best else None


def _speaks(thing: set[tuple[str, str]], spoken: set[tuple[str, str]]) -> bool:
    return len(thing & spoken) >= MIN_OF_THING * len(thing)


def _sentences(text: str, span: Span, own: set[tuple[str, str]]) -> Span:
    """From the first sentence that speaks of the matter to the last."""
    found = [m for m in SENTENCE.finditer(text, span.start, span.end) if own & telling_pairs(m[0])]
    return Span(found[0].start(), found[-1].end()) if found else Span(span.start, span.start)


def _reports(evidence: Evidence, r: int, span: Span) -> bool:
    """Whether sentences are long enough and speak in the requirement's voice; results have figures."""
    text = evidence.outline.document.text[span.start : span.end]
    figures = len(_FIGURE.findall(text)) >= MIN_FIGURES or evidence.requirements[r].voice != "result"
    return count(text) >= MIN_SAID and figures and voice_fits(evidence, r, span, clear=False)
