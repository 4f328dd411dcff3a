"""Sections in the making, and which open one a heading goes on from where numbering is mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .candidates import Candidate
from .markers import Marker, rank

MAX_GAP = 4
"""A number that skips more than this is no sibling."""
DEEPEST = 24
"""Levels beyond which numbers make no sense any more: what would stand below stands beside. The corpus has five."""


@dataclass(eq=False)
class Node:
    """A section in the making: its candidate, its parent, its number path and the style its siblings have.

    Nodes are equal to themselves only: to compare all below them would take for ever where numbers make no sense.
    """

    candidate: Candidate
    parent: Node | None
    style: str
    value: int
    step: str
    held: bool = False
    """Below a heading of its own look, because the template has it there."""
    children: list[Node] = field(default_factory=list)
    depth: int = field(init=False)
    path: str = field(init=False)

    def __post_init__(self) -> None:
        self.depth = 1 if self.parent is None else self.parent.depth + 1
        self.path = self.step if self.parent is None else f"{self.parent.path}.{self.step}"

    @property
    def tail(self) -> tuple[str, ...]:
        """The decimal steps that a child's marker would repeat: ``6`` for II.6, ``6 1`` for II.6.1."""
        marker = self.candidate.marker
        if marker is not None and marker.kind == "decimal":
            return (*marker.prefix, marker.step)
        if marker is None and self.candidate.title.shape != "standalone":
            return ()
        return (str(self.value),) if self.style.startswith(("arabic", "roman", "part")) else (self.step,)


def in_another_style(
    at: int, marker: Marker, candidates: Sequence[Candidate], open_nodes: Sequence[Node]
) -> Node | None:
    """The open heading whose number a marker goes on from though it is written otherwise: ``5.1``, ``b)``; ``1.``, ``2)``.

    Neither its own style nor the other's may have a better claim to the number.
    """
    if marker.value == 1 or (at > 0 and candidates[at].first == candidates[at - 1].last + 1):
        return None
    if any(n.style == marker.style and 0 < marker.value - n.value <= MAX_GAP for n in open_nodes):
        return None
    for node in reversed(open_nodes):
        other = node.candidate.marker
        if other is not None and node.value + 1 == marker.value and node.candidate.look == candidates[at].look:
            return None if _own_next(candidates[at + 1 :], other, marker.value) else node
    return None


def _own_next(after: Sequence[Candidate], other: Marker, value: int) -> bool:
    """Whether the number comes later in the other's own style, before anything higher."""
    for c in after:
        if c.marker is not None and rank(c.marker.style) < rank(other.style):
            return False
        if c.marker is not None and c.marker.style == other.style and c.marker.prefix == other.prefix:
            return c.marker.value <= value
    return False


def beside_its_like(candidate: Candidate, open_nodes: Sequence[Node]) -> Node | None:
    """An open section with headings like this one, without number, among its numbered ones: some of its numbers were lost."""
    for node in reversed(open_nodes):
        children = node.children
        first = next((k for k, child in enumerate(children) if child.candidate.marker is not None), len(children))
        if any(c.candidate.marker is None and c.candidate.look == candidate.look for c in children[first:]):
            return node
    return None
