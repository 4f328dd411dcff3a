"""Items told in running text, paragraph after paragraph in the outline's order, under the heading of their part.

A writer who gives a part one heading tells its items in words of their own, one after the other. No paragraph need say much of its
item: of the items and paragraphs that stand between two that are sure, each likely pair is made likelier by the others. So a
part's items and its paragraphs are aligned as two sequences, each item with one paragraph at most. Asked where no topic of an
outline is known; a person should look at what is found.

Weights and thresholds were chosen with ``scripts/evaluate_bare.py`` and eight drafts by an author outside the corpus.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from ..model import Span
from ..outline import count
from .evidence import Evidence
from .kinds import ASSESSING, STRENGTHS, WANTING, judges, kinds_of
from .likeness import Likeness, Told, tell
from .parts import Parts
from .passages import Passage
from .sequence import between, in_order
from .themed import MERGED
from .themes import SENTENCE
from .voices import DIRECTION, RESULT

MIN_TOLD = 15
"""Least length of a paragraph that may tell an item, in syllables; a shorter one goes on with the one before."""
CHANCE = 0.3
"""What any paragraph says of any item."""
LIKE, LIKE_BELOW, LIKE_UNDER = 0.8, 1.3, 2.0
"""Least likeness of a paragraph for an item where few items have a heading; under that of another item; and where most have one."""
SOMETHING = 0.3
"""The same at the ends of a part, where the paragraphs left are as many as the items left."""
LIKE_PIECE, MIN_PIECE = 1.0, 6
"""Least likeness, and syllables, of a sentence that tells an item in passing, in a paragraph of others under the heading of the part."""
HELD = 2.0
"""What it counts that an item was found in a paragraph before."""
SURE = 0.6
"""What such a passage says of itself: a person should look."""
_GOES_ON = ("-", "+", "•", "*", "–")


def told_in_turn(
    evidence: Evidence, parts: Parts, chosen: Mapping[int, int], held: Mapping[int, Span]
) -> dict[int, Passage]:
    """The paragraphs that tell items without a heading, by requirement; ``chosen`` have one, ``held`` were found in a text."""
    out: dict[int, Passage] = {}
    if evidence.knows_topics:
        return out
    for root in sorted(set(evidence.root_of)):
        items = [k for k, r in enumerate(evidence.root_of) if r == root and not evidence.children_of[k]]
        if len(items) > 1 and any(k not in chosen and k not in held for k in items):
            out |= _Part(evidence, parts, chosen, held, root, tuple(items)).found()
    return out


def few_headed(items: Sequence[int], chosen: Container[int]) -> bool:
    """Whether so few of some items have headings that the others must be told together, where they are told."""
    return sum(k in chosen for k in items) <= MERGED * len(items)


@dataclass(frozen=True, eq=False)
class _Part:
    """The items of one part and its paragraphs."""

    evidence: Evidence
    parts: Parts
    chosen: Mapping[int, int]
    held: Mapping[int, Span]
    root: int
    items: tuple[int, ...]

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The paragraphs in the order of the draft."""
        document = self.evidence.outline.document
        spans: list[tuple[int, Span]] = []
        for s, p, _ in self.evidence.told:
            body = self.evidence.sections[s].body  # what a heading that runs into its text leaves of the paragraph
            start, end = max(p.start, body.start), min(p.end, body.end)
            if not self.parts.at_home(s, self.root) or start >= end:
                continue
            text = document.text[start:end]
            same = bool(spans) and spans[-1][0] == s
            lead = same and document.text[: spans[-1][1].end].rstrip().endswith(":")
            if same and (lead or text.lstrip().startswith(_GOES_ON) or count(text) < MIN_TOLD):
                spans[-1] = (s, Span(spans[-1][1].start, end))
            else:
                spans.append((s, Span(start, end)))
        return tuple(one for s, span in spans if (one := tell(document.text, s, span)).syllables >= MIN_TOLD)

    @cached_property
    def owner(self) -> list[int | None]:
        """The item, of this part or another, whose own heading each paragraph stands under."""
        below, own = self.evidence.children_of, dict[int, int]()
        for k, s in self.chosen.items():
            if not below[k]:
                own |= dict.fromkeys((s, *self.evidence.subtree[s]), k)
        return [own.get(one.section) for one in self.told]

    @cached_property
    def free(self) -> list[bool]:
        """Whether a paragraph stands right under a heading of several items, and nothing was found in it."""
        above = {s for k, s in self.chosen.items() if self.evidence.children_of[k]}
        return [one.section in above and not any(map(one.holds, self.held.values())) for one in self.told]

    @cached_property
    def first(self) -> dict[int, int]:
        """The first paragraph under the heading of each item that has one."""
        out: dict[int, int] = {}
        for at, k in enumerate(self.owner):
            if k is not None:
                out.setdefault(k, at)
        return out

    @cached_property
    def in_prose(self) -> bool:
        """Whether the others must be told between those that have headings: else a text before the first is an introduction."""
        return few_headed(self.items, self.chosen)

    def found(self) -> dict[int, Passage]:
        """The paragraphs that tell items without a heading."""
        if not self.told:
            return {}
        likeness = Likeness(self.evidence, self.items, self.told)
        pairs = self._aligned(likeness)
        sure = {r: at for r, at in pairs.items() if self._known(r) or likeness.of(r, at) > self._least(at)}
        sure |= self._between(likeness, sure)
        out: dict[int, Passage] = {}
        for r, at in sure.items():
            one = self.told[at]
            if not self._known(r) and self._may_speak(r, one.span):
                out[r] = Passage(one.section, one.span, one.syllables, SURE)
        return out | self._in_passing([r for r in self.items if r not in out and not self._known(r)])

    def _in_passing(self, items: Sequence[int]) -> dict[int, Passage]:
        """Items told in a sentence of a paragraph of others: one that says more of the item than of any other."""
        pieces = self._pieces() if items and self.in_prose else ()
        likeness, out = Likeness(self.evidence, self.items, pieces), dict[int, Passage]()
        for r in items:
            at = max(range(len(pieces)), key=lambda k: likeness.of(r, k), default=None)
            if at is None or likeness.of(r, at) < LIKE_PIECE or self._judges(r, pieces[at].section):
                continue
            one, rivals = pieces[at], (likeness.of(k, at) for k in self.items if k != r)
            if max(rivals, default=0.0) < likeness.of(r, at) and self._may_speak(r, one.span):
                out[r] = Passage(one.section, one.span, one.syllables, SURE)
        return out

    def _pieces(self) -> tuple[Told, ...]:
        """The sentences of the paragraphs that stand under no item's own heading."""
        text = self.evidence.outline.document.text
        shared = [one for one, owner in zip(self.told, self.owner, strict=True) if owner is None]
        told = (
            tell(text, one.section, Span(m.start(), m.end()))
            for one in shared
            for m in SENTENCE.finditer(text, one.span.start, one.span.end)
        )
        return tuple(one for one in told if one.syllables >= MIN_PIECE)

    def _may_speak(self, r: int, span: Span) -> bool:
        """Whether a text does not clearly speak in the other voice; its place says that it is of this part."""
        voice, reading = self.evidence.requirements[r].voice, self.evidence.reading
        share = reading.direction_of(span) if reading is not None else None
        if voice is None or share is None:
            return True
        return share > RESULT if voice == "direction" else share < DIRECTION

    def _known(self, r: int) -> bool:
        """Whether an item was found before, or need not be told."""
        return r in self.chosen or r in self.held or not self.evidence.requirements[r].required

    def _least(self, at: int) -> float:
        """How much a paragraph must say of an item to be its own."""
        if not self.in_prose:
            return LIKE_UNDER
        return LIKE if self.owner[at] is None else LIKE_BELOW

    def _between(self, likeness: Likeness, sure: Mapping[int, int]) -> dict[int, int]:
        """As many paragraphs as items between two that are sure; at the ends of a part, where writers introduce and conclude, they must say something."""
        out: dict[int, int] = {}
        rows = {self.items.index(r): at for r, at in sure.items()}
        for items, texts in between(rows, len(self.items), len(self.told)) if self.in_prose else ():
            inside = (items.start > 0 and items.stop < len(self.items)) or self._before_the_turn(items)
            pairs = [(self.items[k], at) for k, at in zip(items, texts, strict=True)]
            if all(self.free[at] and likeness.of(r, at) >= (0.0 if inside else SOMETHING) for r, at in pairs):
                out |= dict(pairs)
        return out

    def _before_the_turn(self, items: range) -> bool:
        """Whether what is left is the first item, on what went well, before one on what did not."""
        kinds = self.evidence.wanted.kinds
        return items == range(1) and STRENGTHS in kinds[self.items[0]] and WANTING in kinds[self.items[1]]

    def _aligned(self, likeness: Likeness) -> dict[int, int]:
        """The pairs of items and paragraphs, both in their order, that say most together; none where headings stand in another order."""
        worth = [[self._gain(likeness, r, at) for at in range(len(self.told))] for r in self.items]
        bound = frozenset(k for k, r in enumerate(self.items) if r in self.first)
        return {self.items[k]: at for k, at in in_order(worth, bound).items()}

    def _judges(self, r: int, section: int) -> bool:
        """Whether a text stands under a heading of an assessment, where what was done is mentioned and not reported."""
        title = self.evidence.titles[section]
        return not self.evidence.wanted.kinds[r] and (judges(title) or bool(kinds_of(title) & ASSESSING))

    def _gain(self, likeness: Likeness, r: int, at: int) -> float:
        """What a pair adds; a heading's first paragraph is its item's, and whatever has a heading is told there."""
        if r in self.first:
            return 2 * len(self.told) * HELD if self.first[r] == at else -inf
        owner = self.owner[at]
        if (owner is not None and self.first.get(owner) == at) or self._judges(r, self.told[at].section):
            return -inf
        held = self.held.get(r)
        known = held is not None and self.told[at].holds(held)
        return likeness.of(r, at) - CHANCE + (HELD if known else 0.0) - (self._least(at) - LIKE)
