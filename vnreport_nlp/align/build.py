"""Align an outline with a template: parts first, then everything below as one assignment, then shared sections."""

from __future__ import annotations

from ..classify import Reading
from ..model import Alignment, Link, Outline, Template
from .assign import assign
from .evidence import Evidence, Matrix
from .links import make_link
from .parts import Parts, find_parts, opening
from .place import above_in
from .scores import below_scores
from .shared import shared_links
from .unparted import unparted
from .worth import fixed_worth

ROUNDS = 8
"""Assignments are repeated until links settle: parents are evidence for children and the reverse."""


def align(template: Template, outline: Outline, reading: Reading | None = None) -> Alignment:
    """Which sections answer which requirements, chosen as a whole.

    ``reading`` is what the classifier says of the text; without it titles, aliases, order and structure decide alone.
    """
    return align_by(Evidence(template, outline, reading))


def align_by(evidence: Evidence, *, parts: Parts | None = None) -> Alignment:
    """The same from evidence that is at hand, and from what ``find_parts`` found in it."""
    without = unparted(evidence)
    if without is not None:
        inner = align_by(Evidence(without.template, evidence.outline, evidence.reading))
        return without.original(evidence.template, inner)
    parts = parts or find_parts(evidence)
    fixed = fixed_worth(evidence, parts)
    chosen, scores = _settled(evidence, parts, fixed)
    chosen |= opening(evidence, parts, chosen)
    links = [make_link(evidence, parts, chosen, scores, r, s) for r, s in sorted(chosen.items())]
    links += shared_links(evidence, parts, chosen)
    return Alignment(evidence.template, evidence.outline, tuple(links), _extra(evidence, links), _fit(evidence, links))


def _settled(evidence: Evidence, parts: Parts, fixed: Matrix) -> tuple[dict[int, int], Matrix]:
    """The assignment that gives itself again; where rounds go in a circle, the one of them that its own links speak for most."""
    chosen = dict(parts.section_of)
    seen: list[tuple[float, dict[int, int], Matrix]] = []
    for _ in range(ROUNDS):
        scores, gain = below_scores(evidence, parts, chosen, fixed)
        own = sum(float(gain[r, s]) for r, s in chosen.items() if r not in parts.section_of)
        seen.append((own, chosen, scores))
        found = {**parts.section_of, **{r: s for r, s in assign(gain) if r not in parts.section_of}}
        if found == chosen:
            return chosen, scores
        if any(found == before for _, before, _ in seen):
            break
        chosen = found
    _, chosen, scores = max(seen[1:] or seen, key=lambda state: state[0])
    return dict(chosen), scores


def _extra(evidence: Evidence, links: list[Link]) -> tuple[int, ...]:
    """Sections that answer nothing: neither linked, nor above or below a linked section that is not a container."""
    linked = {link.section for link in links}
    number = {link.section: link.requirement for link in links}
    containers = {evidence.requirements[k].number for k, c in enumerate(evidence.children_of) if c}
    above = set()
    for s in linked:
        node = evidence.sections[s].parent
        while node is not None:
            above.add(node)
            node = evidence.sections[node].parent
    out = []
    for section in evidence.sections:
        if section.index in linked or section.index in above:
            continue
        node = above_in(evidence, linked, section.index)
        inside = node is not None and number[node] not in containers
        if not inside:
            out.append(section.index)
    return tuple(out)


def _fit(evidence: Evidence, links: list[Link]) -> float:
    """Share of requirements with a link of their own."""
    return len({link.requirement for link in links}) / max(len(evidence.requirements), 1)
