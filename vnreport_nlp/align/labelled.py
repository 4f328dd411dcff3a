"""Text that says itself what it is, without a heading of its own: ``Về mặt được: …``, ``Về khách quan, …``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..expressions import compiled
from ..model import Span
from ..outline import count
from ..similarity import STOP_WORDS, split_words
from .evidence import Evidence
from .kinds import CAUSES, judges, kinds_of, said_of
from .passages import Passage, own_text

MIN_SAID = 8
"""Least length of what a label stands over, in syllables."""
MIN_WORDS = 2
"""Fewest words of a label that is made of the title's."""
NAMED = 0.90
"""Share of the words that tell a requirement from its siblings in a label that names it."""
SURE = 0.6
"""What such a passage says of itself: a person should look."""
_LABEL = compiled(
    r"(?:^|(?<=[.;!?]\s))[^\w\n]{0,40}+(?P<label>(?:[Vv]ề|Đối với)\s[^.;:,\n]{2,50}[,:]|[^\W\d_][^.;:,\n]{2,50}:)",
    re.MULTILINE,
)
"""``Về …,`` or a few words before a colon, at the start of a sentence, behind few signs: a run of them has many starts."""


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """What one label stands over: to the next label or the end of its paragraph."""

    label: str
    span: Span


def labelled_passage(evidence: Evidence, chosen: dict[int, int], r: int) -> Passage | None:
    """Sentences behind a label that names the requirement's kind, or what tells it from its siblings, where those are told."""
    if evidence.children_of[r]:
        return None
    text, kinds, parent = evidence.outline.document.text, evidence.wanted.kinds[r], evidence.parent_of[r]
    of = said_of(evidence.requirements[r].title)
    above = chosen.get(parent) if parent is not None else None
    for s in _hosts(evidence, chosen, r):
        told = list(labels(text, own_text(evidence, s)))
        for one in told:
            alike = bool(kinds_of(one.label) & kinds) and not (
                of and CAUSES in kinds and s not in _of(evidence, chosen, r, of)
            )
            if not alike and s == above:
                alike = _named(evidence, r, one.label)
            size = count(text[one.span.start : one.span.end]) if alike else 0
            if size >= MIN_SAID:
                return Passage(s, one.span, size, SURE)
    return None


def _named(evidence: Evidence, r: int, label: str) -> bool:
    """Whether a label says what tells a requirement from its siblings, or nothing but words of its title that no sibling's has all of."""
    if evidence.wanted.told_beside.mentions([label])[r, 0] >= NAMED:
        return True
    said = set(split_words(label)) - STOP_WORDS
    beside = (set(split_words(evidence.requirements[k].title)) for k in evidence.wanted.beside[r])
    own = set(split_words(evidence.requirements[r].title))
    return len(said) >= MIN_WORDS and said <= own and not any(said <= other for other in beside)


def labels(text: str, span: Span) -> Iterator[Labelled]:
    """The labelled runs of a stretch of text, in order."""
    found = list(_LABEL.finditer(text, span.start, span.end))
    for at, m in enumerate(found):
        stop = text.find("\n", m.end("label"), span.end)
        end = span.end if stop < 0 else stop
        after = found[at + 1].start("label") if at + 1 < len(found) else end
        label = m["label"].rstrip(",:")
        yield Labelled(label[3:] if label[:3].casefold() == "về " else label, Span(m.start("label"), min(end, after)))


def _hosts(evidence: Evidence, chosen: dict[int, int], r: int) -> list[int]:
    """The parent's section, those of siblings that are of some kind, and headings there that announce an assessment and answer nothing."""
    parent, linked = evidence.parent_of[r], set(chosen.values())
    held = [chosen[parent]] if parent is not None and parent in chosen else []
    held += [chosen[k] for k in evidence.wanted.beside[r] if k in chosen and evidence.wanted.kinds[k]]
    near = (
        range(len(evidence.sections)) if evidence.wanted.flat else evidence.sections[held[0]].children if held else ()
    )
    return list(dict.fromkeys(held + [s for s in near if s not in linked and judges(evidence.titles[s])]))


def _of(evidence: Evidence, chosen: dict[int, int], r: int, of: frozenset[str]) -> set[int]:
    """Where the causes of something are told: the parent's section, and those of siblings that are that something."""
    parent = evidence.parent_of[r]
    held = {chosen[parent]} if parent is not None and parent in chosen else set()
    return held | {chosen[k] for k in evidence.wanted.beside[r] if k in chosen and evidence.wanted.kinds[k] & of}
