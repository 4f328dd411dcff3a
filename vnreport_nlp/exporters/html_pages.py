"""The data of the pages over the cohort: frozen, plain text only; the templates add the marks. A unit's: ``html_unit_page``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Coverage
from .html_passages import Line
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
    outlines: tuple[str, ...] = ()
    """Names of files among the drafts that are the outline."""
    apart: tuple[int, int, int] = (0, 0, 0)
    """How many of the findings are of documents that follow another outline."""
    uncopied: tuple[tuple[str, str], ...] = ()
    """Readable drafts without an annotated copy: label and page, which says why."""
    looks: int = 0
    """Items of all judged drafts at which a person should look."""
    below: str = ""
    """What the last row of the matrix counts."""
    unknown: tuple[tuple[str, str], ...] = ()
    """Drafts that the previous report did not know or could not read: label and page."""


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
    unit: str
    """Its name inside a sentence."""
    why: str = ""
    """Why a person should look."""


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
    """A passage that two drafts share, side by side, line by line with the words marked that both have."""

    anchor: str
    left: str
    right: str
    left_href: str
    right_href: str
    left_where: str
    right_where: str
    left_lines: tuple[Line, ...]
    right_lines: tuple[Line, ...]
    syllables: str
    percent: str
    source: str
    shares: str = ""
    opening: str = ""
    """First words of a passage that is folded: a long one, or one more of a group."""
    group: int = 0
    """Number of the text that several pairs share; 0 where one pair has it."""


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
