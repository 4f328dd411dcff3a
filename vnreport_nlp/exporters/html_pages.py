"""The data of each page: frozen, plain text only; the templates add the marks."""

# Long because: the data of all pages, side by side.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Coverage
from .html_revisions import RevisionRow


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has: title, way back to the index, style and script with their hashes."""

    lang: str
    title: str
    report: str
    root: str
    store: str
    reuse: bool
    css: str
    js: str
    csp: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A status: ``key`` for icon and colour, ``word`` for the reader."""

    key: str
    word: str
    review: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A requirement as a column of the matrix."""

    number: str
    title: str
    part: str
    href: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Group:
    """A main part: its columns, and its subtotal over the cohort."""

    number: str
    title: str
    columns: tuple[Column, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class PartCells:
    """One draft's cells under a main part."""

    part: str
    coverage: Coverage
    cells: tuple[tuple[str, State], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A draft in the matrix; ``reason`` instead of cells when it could not be judged."""

    label: str
    path: str
    href: str
    base: str
    judged: bool
    coverage: Coverage
    counts: tuple[int, int, int]
    parts: tuple[PartCells, ...] = ()
    unit: str = ""
    """What decisions are filed under."""
    kind: str = ""
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: two lengths out of ``width``, and the words beside it."""

    label: str
    title: str
    href: str
    first: float
    second: float
    text: str


@dataclass(frozen=True, slots=True)
class Legend:
    """One status explained."""

    state: State
    meaning: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The matrix and its summary."""

    frame: Frame
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    legend: tuple[Legend, ...]
    total: Coverage
    counts: tuple[int, int, int]
    drafts: int
    judged: int
    unreadable: int
    foreign: int
    bars: tuple[Bar, ...]
    shared: int
    twins: tuple[tuple[str, str], ...] = ()
    """Units with more than one file: their labels, and whether the files are the same."""
    revisions: tuple[RevisionRow, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """The workbook, where it lies beside the page: words and link."""
    folders: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """Letters and annotated drafts likewise: what they are, then unit and link of each."""
    others: tuple[str, ...] = ()
    """Names of files beside the drafts that are none; empty texts in an anonymous report."""
    apart: tuple[int, int, int] = (0, 0, 0)
    """How many of the findings are of documents that follow another outline."""
    uncopied: tuple[tuple[str, str], ...] = ()
    """Readable drafts without an annotated copy: label and page, which says why."""


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
    severity: str
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
    """All of them for the list at the top, in the order of the page."""
    files: tuple[tuple[str, str], ...] = ()
    """The unit's letter and annotated copy, where they lie beside the page: words and link."""
    held: tuple[int, ...] = ()
    """Numbers of the findings, notes apart, that the unit's letter does not tell yet."""
    uncopied: str = ""
    """Why there is no annotated copy."""


@dataclass(frozen=True, slots=True)
class SliceLine:
    """What one unit wrote for a requirement."""

    label: str
    href: str
    state: State
    syllables: int
    share: str
    bar: float
    figures: str
    citations: str
    outlier: bool
    where: str
    text: str
    cut: bool


@dataclass(frozen=True, slots=True)
class RequirementPage:
    """One requirement over the cohort."""

    frame: Frame
    number: str
    title: str
    part: str
    guidance: str
    least: int
    median: int
    coverage: Coverage
    lines: tuple[SliceLine, ...]
    previous: tuple[str, str] | None = None
    next: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that two drafts share, side by side; runs are (text, is it common to both)."""

    anchor: str
    left: str
    right: str
    left_href: str
    right_href: str
    left_where: str
    right_where: str
    left_runs: tuple[tuple[str, bool], ...]
    right_runs: tuple[tuple[str, bool], ...]
    syllables: str
    percent: str
    source: str
    shares: str = ""
    opening: str = ""
    """First words of a passage that is long and folded."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How much two drafts share: ``level`` 0 to 4 for the colour, the number of syllables, a link to the first passage."""

    level: int
    syllables: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class ReusePage:
    """Shared passages: heat map, then the passages."""

    frame: Frame
    labels: tuple[str, ...]
    heat: Iterable[tuple[HeatCell | None, ...]]
    """To be gone through once."""
    passages: tuple[Passage, ...]
    hidden: int
    outside: int
    """Units that share less than those in the heat map."""
