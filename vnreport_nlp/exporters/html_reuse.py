"""The page of shared passages: a heat map of units, then the passages side by side."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from ..model import Cohort, DraftSummary, Shared
from .html_frame import Site
from .html_pages import HeatCell, Passage, ReusePage
from .tables import per_cent

SHOWN = 300
"""Passages shown side by side, the longest first; the rest are in the workbook."""
WORDS = 800
"""Words of a passage that are compared."""
LEVELS = (1, 60, 200, 600)
"""Shared syllables from which a cell of the heat map takes the next colour."""

Runs = tuple[tuple[str, bool], ...]


def reuse_page(cohort: Cohort, site: Site) -> ReusePage:
    """Everything the page of shared passages shows."""
    drafts = {d.path: d for d in cohort.drafts}
    known = [s for s in cohort.shared if s.left in drafts and s.right in drafts]
    known.sort(key=lambda s: (-s.syllables, s.left, s.right, s.left_span))
    shown = known[:SHOWN]
    involved = {p for s in known for p in (s.left, s.right)}
    rows = [d for d in cohort.drafts if d.path in involved]
    return ReusePage(
        site.frame(site.t("Đoạn trùng lặp giữa các đơn vị")),
        tuple(site.t.text(d.label) for d in rows),
        _heat(rows, known, shown, site),
        tuple(_passage(k, s, drafts, site) for k, s in enumerate(shown, 1)),
        len(known) - len(shown),
    )


def _heat(
    rows: Sequence[DraftSummary], known: Sequence[Shared], shown: Sequence[Shared], site: Site
) -> tuple[tuple[HeatCell | None, ...], ...]:
    sums: dict[frozenset[str], int] = {}
    first: dict[frozenset[str], int] = {}
    for passage in known:
        pair = frozenset((passage.left, passage.right))
        sums[pair] = sums.get(pair, 0) + passage.syllables
    for k, passage in enumerate(shown, 1):
        first.setdefault(frozenset((passage.left, passage.right)), k)

    def cell(left: DraftSummary, right: DraftSummary) -> HeatCell | None:
        pair = frozenset((left.path, right.path))
        if len(pair) == 1:
            return None
        size = sums.get(pair, 0)
        title = f"{site.t.text(left.label)} – {site.t.text(right.label)}"
        return HeatCell(
            sum(size >= level for level in LEVELS), size, f"#x-{first[pair]}" if pair in first else "", title
        )

    return tuple(tuple(cell(left, right) for right in rows) for left in rows)


def _passage(k: int, s: Shared, drafts: dict[str, DraftSummary], site: Site) -> Passage:
    left, right = common(site.t.text(s.quote), site.t.text(s.right_quote or s.quote))
    source = drafts.get(s.source) if s.source else None
    return Passage(
        f"x-{k}", site.t.text(drafts[s.left].label), site.t.text(drafts[s.right].label), site.unit_href(drafts[s.left]),
        site.unit_href(drafts[s.right]), site.t.place(s.left_location), site.t.place(s.right_location), left, right,
        s.syllables, per_cent(s.similarity), site.t.text(source.label) if source else "",
    )  # fmt: skip


def common(left: str, right: str) -> tuple[Runs, Runs]:
    """Both texts in runs of words, marked where they agree."""
    a, b = left.split(), right.split()
    cut_a, cut_b = a[:WORDS], b[:WORDS]
    blocks = SequenceMatcher(None, cut_a, cut_b, autojunk=False).get_matching_blocks()
    return (
        _runs(a, [(m.a, m.size) for m in blocks], len(a) > WORDS),
        _runs(b, [(m.b, m.size) for m in blocks], len(b) > WORDS),
    )


def _runs(words: list[str], blocks: list[tuple[int, int]], longer: bool) -> Runs:
    out: list[tuple[str, bool]] = []
    at = 0
    for start, size in blocks:
        if start > at:
            out.append((" ".join(words[at:start]), False))
        if size:
            out.append((" ".join(words[start : start + size]), True))
        at = start + size
    if longer and at < len(words):
        out.append((" ".join(words[at:]), False))
    return tuple(out)
