"""Outlines whose parts only hold parts (``Phần thứ nhất`` over ``I.`` to ``VI.``), and drafts that leave those out.

Such a draft numbers on through what the outline divides: its ``VII.`` is the outline's ``Phần thứ hai``. It is aligned with the
outline as it would be without those parts, which then have no heading of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Alignment, Template
from ..outline.markers import ROMANS, to_roman
from .evidence import Evidence

HELD = 2
"""So many parts with Roman numbers and items below them make the part above them one that only holds parts."""
OWN_TITLE = 0.50
"""Likeness of a first-level heading to the title of such a part from which the draft has it."""
SHARE = 0.5
"""So many numbered headings of the first level for the parts that are then there; with fewer the draft is divided otherwise."""


@dataclass(frozen=True, eq=False)
class Unparted:
    """An outline without the parts that only hold parts, and what its numbers are in the outline as it is."""

    template: Template
    number_of: dict[str, str]

    def original(self, template: Template, alignment: Alignment) -> Alignment:
        """The alignment in the numbers of the outline as it is."""
        links = tuple(replace(link, requirement=self.number_of[link.requirement]) for link in alignment.links)
        told = len({link.requirement for link in links})
        return replace(alignment, template=template, links=links, fit=told / max(len(template.requirements), 1))


def unparted(evidence: Evidence) -> Unparted | None:
    """The outline without such parts as the draft leaves out; None where it leaves out none."""
    left_out = [k for k, r in enumerate(evidence.requirements) if r.parent is None and _left_out(evidence, k)]
    if not left_out:
        return None
    tops = [
        t
        for k, r in enumerate(evidence.requirements)
        if r.parent is None
        for t in (evidence.children_of[k] if k in left_out else [k])
    ]
    firsts = [s for s in evidence.sections if s.level == 1 and s.marker]
    if len(tops) >= len(ROMANS) or len(firsts) < SHARE * len(tops) or len(firsts) <= len(tops) - len(left_out) - 1:
        return None
    numbers: dict[str, str] = {}
    for place, top in enumerate(tops, start=1):
        old = evidence.requirements[top].number
        for r in evidence.requirements:
            if r.number == old or r.number.startswith(f"{old}."):
                numbers[r.number] = to_roman(place) + r.number[len(old) :]
    kept = tuple(replace(r, number=numbers[r.number]) for r in evidence.requirements if r.number in numbers)
    return Unparted(replace(evidence.template, requirements=kept), {new: old for old, new in numbers.items()})


def _left_out(evidence: Evidence, root: int) -> bool:
    """Whether a part only holds parts and no first-level heading is like its title rather than like one of theirs."""
    below = evidence.children_of[root]
    numbered = all(evidence.requirements[k].number.rpartition(".")[2] in ROMANS for k in below)
    if not numbered or sum(bool(evidence.children_of[k]) for k in below) < HELD:
        return False
    firsts = [s.index for s in evidence.sections if s.level == 1]
    return all(
        evidence.similarity[root, s] < max(OWN_TITLE, float(evidence.similarity[below, s].max())) for s in firsts
    )
