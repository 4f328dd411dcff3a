"""Paragraphs under an item's heading in another part that open with the name of what they tell.

``Việc ngăn chặn, đẩy lùi suy thoái là nhiệm vụ trọng tâm …`` under the work on ideology; ``Nhiệm kỳ tới, công tác dân vận …`` behind
what was done in it. A part speaks of another's matter for purposes of its own, so that topic alone is not enough there: the
paragraph's first sentence names the item, and says itself that it is of the other part or time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..classify import Reading
from ..expressions import compiled
from ..model import Span
from ..outline import count
from .denied import DONE
from .evidence import Evidence
from .kinds import AHEAD, ASSESSING, LESSONS, kinds_of
from .labelled import labels
from .naming import pairs_of, telling_pairs
from .parts import Parts
from .passages import MIN_CONTENT, MIN_SPOKEN, Passage, voice_fits
from .themes import SENTENCE

MIN_TOLD = 0.70
"""Topic of such a paragraph."""
_AHEAD = compiled(
    r"\b(?:sẽ|cần|phải|tiếp tục|tập trung|phấn đấu|dự kiến|(?:nhiệm kỳ|năm|giai đoạn|thời gian|những năm) (?:tới|sau|tiếp theo))\b",
    re.IGNORECASE,
)
_TIME = compiled(r"\b(?:nhiệm kỳ|giai đoạn|thời gian|những năm|các năm|năm) (?:tới|sau|tiếp theo)\b", re.IGNORECASE)
_ANYWHERE_TOLD = ASSESSING - {LESSONS}
"""Every part says something of what went well, what did not, and why."""
MIN_BESIDE = 6
"""Syllables under the same heading besides."""


def told_astray(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    """The surest paragraph of another part that opens with the requirement's name and is its own by topic, part or voice."""
    reading, requirement = evidence.reading, evidence.requirements[r]
    at = reading.topic_index(requirement.topic) if reading is not None else None
    if reading is None or at is None or evidence.children_of[r] or not requirement.required:
        return None
    if evidence.wanted.kinds[r] & _ANYWHERE_TOLD:
        return None
    found = (p for p in _named(evidence, reading, parts, chosen, r, at) if _is_its_own(evidence, parts, chosen, r, p))
    return max(found, key=lambda p: p.score, default=None)


def _named(
    evidence: Evidence, reading: Reading, parts: Parts, chosen: dict[int, int], r: int, topic: int
) -> Iterator[Passage]:
    """Paragraphs of a requirement's topic in other parts whose first sentence or label speaks its name."""
    for section in evidence.sections:
        if parts.region[section.index] is None or parts.holds(section.index, evidence.root_of[r]):
            continue
        part = reading.inside(section.body)
        likely = (reading.probabilities[part, topic] >= MIN_TOLD) & (reading.sizes[part] >= MIN_CONTENT)
        for k in likely.nonzero()[0] + part.start:
            span = Span(int(reading.starts[k]), int(reading.ends[k]))
            spoken = evidence.index.mentions([_opening(evidence, span)])[r, 0] >= MIN_SPOKEN
            if spoken or _labelled(evidence, chosen, r, section.index, span):
                yield Passage(section.index, span, int(reading.sizes[k]), float(reading.probabilities[k, topic]))


def _opening(evidence: Evidence, span: Span) -> str:
    """The first sentence of a paragraph that says something."""
    text = evidence.outline.document.text
    return next((m[0] for m in SENTENCE.finditer(text, span.start, span.end) if count(m[0]) > 1), "")


def _is_its_own(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, passage: Passage) -> bool:
    """Whether a paragraph is of a topic that no other item has, of the other voice than its part, or names the item's part."""
    requirement, region = evidence.requirements[r], parts.region[passage.section]
    leaves = (k for k, below in enumerate(evidence.children_of) if not below and k != r)
    if all(evidence.requirements[k].topic != requirement.topic for k in leaves):
        return voice_fits(evidence, r, passage.span, clear=False)
    voice = None if region is None else evidence.requirements[region].voice
    if {voice, requirement.voice} == {"result", "direction"}:
        if evidence.root_of[r] not in parts.section_of or not _says_when(evidence, r, passage):
            return False
        apart = passage.section not in chosen.values() or _beside_others(evidence, passage)
        return apart and _in_its_voice(evidence, r, passage.span)
    named = bool(_part_pairs(evidence, evidence.root_of[r]) & telling_pairs(_opening(evidence, passage.span)))
    return named or _labelled(evidence, chosen, r, passage.section, passage.span)


def _labelled(evidence: Evidence, chosen: dict[int, int], r: int, s: int, span: Span) -> bool:
    """Whether a paragraph's label speaks what no other title does: ``Quyền lực đi đôi với giám sát: …`` of ``kiểm soát quyền lực``.

    And nothing that the title of an item does under whose heading it stands.
    """
    label = next(labels(evidence.outline.document.text, span), None)
    if label is None or label.span.start != span.start:
        return False
    said = telling_pairs(label.label)
    owners = (evidence.wanted.telling[k] for k, at in chosen.items() if at == s)
    return bool(said & evidence.wanted.alone[r]) and all(map(said.isdisjoint, owners))


def _says_when(evidence: Evidence, r: int, passage: Passage) -> bool:
    """Whether a paragraph opens with the time that the requirement's part is about, or stands under a heading of what is ahead."""
    opening = _opening(evidence, passage.span)
    if AHEAD in kinds_of(evidence.titles[passage.section]) or _TIME.search(opening):
        return True
    return bool(evidence.wanted.pairs[r] & pairs_of(opening))


def _beside_others(evidence: Evidence, passage: Passage) -> bool:
    """Whether other text stands under the same heading: a paragraph alone there is that heading's own."""
    body = evidence.sections[passage.section].body
    text = evidence.outline.document.text
    return count(text[body.start : passage.span.start]) + count(text[passage.span.end : body.end]) >= MIN_BESIDE


def _in_its_voice(evidence: Evidence, r: int, span: Span) -> bool:
    """Whether a paragraph speaks in a requirement's voice, and by a word of what is done or to come."""
    says = _AHEAD if evidence.requirements[r].voice == "direction" else DONE
    return voice_fits(evidence, r, span, clear=False) and bool(
        says.search(evidence.outline.document.text[span.start : span.end])
    )


def _part_pairs(evidence: Evidence, root: int) -> set[tuple[str, str]]:
    """Two words running that the title of a part has and no other part's: ``trọng tâm``, ``đột phá``."""
    others = (k for k, q in enumerate(evidence.requirements) if q.parent is None and k != root)
    return evidence.wanted.telling[root] - set().union(*(evidence.wanted.telling[k] for k in others))
