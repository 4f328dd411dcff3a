"""Sentences that tell a requirement's themes, under whatever heading, where no topic of the outline is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..expressions import compiled
from ..model import Span
from .evidence import Evidence
from .kinds import kinds_of
from .parts import Parts
from .passages import Passage, voice_fits
from .themes import Sentence, themes

MIN_SAID, MIN_SAID_FREE = 3.0, 1.5
"""What sentences in a row must say of a requirement's themes under the heading of another requirement, and under one of nobody's."""
MIN_RUN = 20
"""Least length of such sentences, in syllables."""
SURE = 0.6
"""What such a passage says of itself: a person should look."""
_FIGURE = compiled(r"\d")


def themed_passage(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    """The sentences in a row of the requirement's part that say most of its themes, and more of them than of any other item's."""
    own = evidence.wanted.asked[r]
    if not own or evidence.children_of[r] or evidence.wanted.kinds[r]:
        return None
    held = {s: evidence.wanted.asked[k] for k, s in chosen.items() if not evidence.children_of[k]}
    best: tuple[float, Passage] | None = None
    for run in _runs(evidence, parts, chosen, r):
        span, size = Span(run[0].span.start, run[-1].span.end), sum(one.syllables for one in run)
        said = _said(own, run)
        anothers = held.get(run[0].section)
        if anothers is not None and anothers & own:
            continue  # that heading's own text
        least = MIN_SAID_FREE if anothers is None else MIN_SAID
        if size < MIN_RUN or said < least or (best is not None and said <= best[0]):
            continue
        if _reports(evidence, r, span):
            best = said, Passage(run[0].section, span, size, SURE)
    return best[1] if best else None


def _reports(evidence: Evidence, r: int, span: Span) -> bool:
    """Whether sentences speak in the requirement's voice; results have figures."""
    figures = evidence.requirements[r].voice == "direction" or _FIGURE.search(
        evidence.outline.document.text, span.start, span.end
    )
    return bool(figures) and voice_fits(evidence, r, span, clear=False)


def _said(wanted: frozenset[str], run: Sequence[Sentence]) -> float:
    """How much sentences say of some themes."""
    return themes().worth((p for one in run for p in one.phrases), wanted)


def _runs(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Iterator[list[Sentence]]:
    """Sentences in a row that say more of the requirement than of another item; one that says nothing of any may stand between two."""
    run: list[Sentence] = []
    between: list[Sentence] = []
    for one in evidence.sentences:
        if run and one.section != run[-1].section:
            yield run
            run, between = [], []
        mine, other = _shares(evidence, r, one) if _open(evidence, parts, chosen, r, one.section) else (0.0, 0.0)
        if mine and mine >= other:
            run, between = [*run, *between, one], []
        elif run and not between and not mine and not other:
            between = [one]
        elif run:
            yield run
            run, between = [], []
    if run:
        yield run


def _shares(evidence: Evidence, r: int, one: Sentence) -> tuple[float, float]:
    """How much a sentence says of the requirement, and of that other item of the part of which it says most."""
    asked = evidence.wanted.asked
    others = (_said(asked[k], [one]) for k in evidence.wanted.leaves_beside[r])
    return _said(asked[r], [one]), max(others, default=0.0)


def _open(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether the text under a heading may be the requirement's: of its part, of none, or under a heading of nobody's; not of any report's kinds."""
    if kinds_of(evidence.titles[s]):
        return False
    region, root = parts.region[s], evidence.root_of[r]
    if region == root:
        return True
    if not evidence.wanted.asked[r] - evidence.wanted.asked_elsewhere[root]:
        return False
    if region is None:
        return True
    voices = {evidence.requirements[region].voice, evidence.requirements[r].voice or evidence.requirements[root].voice}
    if "direction" in voices and len(voices) > 1:
        return False
    return s not in chosen.values() or (root not in parts.section_of and not _judges(evidence, region))


def _judges(evidence: Evidence, root: int) -> bool:
    """Whether a part is made of what any report has: strengths, shortcomings, causes."""
    kinds = evidence.wanted.kinds
    below = evidence.children_of[root]
    return bool(kinds[root]) or (bool(below) and 2 * sum(bool(kinds[k]) for k in below) >= len(below))
