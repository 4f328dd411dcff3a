"""The data of a unit's page: frozen, plain text only; the templates add the marks."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Coverage, Severity
from .html_pages import Frame, State
from .html_revisions import RevisionRow


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted place: where in words, a link into the text, why it counts or was rejected."""

    text: str
    where: str
    href: str = ""
    score: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A requirement in the tree of the unit page."""

    number: str
    title: str
    depth: int
    state: State
    why: str
    confidence: str
    sections: tuple[Quote, ...]
    evidence: tuple[Quote, ...]
    searched: tuple[Quote, ...]
    findings: tuple[int, ...]
    href: str
    runner_up: Quote | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding beside the text; ``n`` numbers the findings of a page from 1."""

    n: int
    rule: str
    title: str
    group: str
    severity: Severity
    word: str
    message: str
    need: str
    found: str
    fix: str
    requirement: str
    fingerprint: str
    quote: Quote | None
    others: tuple[Quote, ...]
    proof: bool
    decision: str = ""
    reason: str = ""
    name: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the draft's text; ``severity`` is empty where nothing was found."""

    text: str
    severity: str = ""
    anchors: tuple[int, ...] = ()
    refs: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()
    """Of paragraphs that begin here and are no element of their own: in a cell, or left out of a long text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table or gap of the draft, and the findings that stand in it."""

    kind: str
    anchor: str
    level: int = 0
    section: str = ""
    segments: tuple[Segment, ...] = ()
    rows: tuple[tuple[tuple[Segment, ...], ...], ...] = ()
    chips: tuple[tuple[str, State], ...] = ()
    cards: tuple[Card, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One draft: requirements beside its own text."""

    frame: Frame
    label: str
    unit: str
    path: str
    heading: str
    foreign: bool
    reason: str
    hint: str
    coverage: Coverage
    counts: tuple[int, int, int]
    warnings: tuple[str, ...]
    items: tuple[Item, ...]
    loose: tuple[Card, ...]
    blocks: tuple[Block, ...]
    previous: tuple[str, str] | None = None
    next: tuple[str, str] | None = None
    revision: RevisionRow | None = None
    findings: tuple[Card, ...] = ()
    """All of them for the list at the top, errors first; their numbers are in the order of the page."""
    files: tuple[tuple[str, str], ...] = ()
    """The unit's letter and annotated copy, where they lie beside the page: words and link."""
    held: tuple[int, ...] = ()
    """Numbers of the findings, notes apart, that the unit's letter does not tell yet."""
    uncopied: str = ""
    """Why there is no annotated copy."""
