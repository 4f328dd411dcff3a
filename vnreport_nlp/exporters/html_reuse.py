"""The page of shared passages: a heat map of units, then the passages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..model import Assessment, Cohort, DraftSummary, Shared, Span
from ..text import within
from .html_frame import Site
from .html_pages import HeatCell, Passage, ReusePage
from .tables import by_name, per_cent

SHOWN = 300
"""Passages shown side by side, the longest first; the rest are in the workbook."""
HEAT = 100
"""Units in the heat map, those that share most: its size grows with the square of them, and no screen shows more."""
WORDS = 800
"""Words that are compared at a time: a longer passage goes on from the last words that agree."""
LONG = 300
"""Syllables from which a passage is folded behind its first words: a draft copied whole is many screens."""
OPENING = 40
"""Words of a folded passage that are shown."""
FULL = 200_000
"""Characters of a passage that are shown; none is longer but in a file made to be."""
LEVELS = (1, 60, 200, 600)
"""Shared syllables from which a cell of the heat map takes the next colour."""

Runs = tuple[tuple[str, bool], ...]


def reuse_page(cohort: Cohort, site: Site) -> ReusePage:
    """Everything the page of shared passages shows."""
    drafts = {d.path: d for d in cohort.drafts}
    known = [s for s in cohort.shared if s.left in drafts and s.right in drafts]
    known.sort(key=lambda s: s.rank)
    shown = known[:SHOWN]
    sizes = Counter(s.cluster for s in known)
    texts = _texts(cohort, drafts, shown)
    involved = Counter[str]()
    for passage in known:
        involved.update({passage.left: passage.syllables, passage.right: passage.syllables})
    most = {path for path, _ in involved.most_common(HEAT)}
    rows = by_name(d for d in cohort.drafts if d.path in most)
    return ReusePage(
        site.frame(site.t("Đoạn trùng lặp giữa các đơn vị")),
        tuple(site.t.text(d.label) for d in rows),
        _heat(rows, known, shown, site),
        tuple(
            _passage(k, s, drafts, texts, site, s.cluster if sizes[s.cluster] > 1 else 0)
            for k, s in enumerate(shown, 1)
        ),
        len(known) - len(shown),
        len(involved) - len(rows),
    )


def _heat(
    rows: Sequence[DraftSummary], known: Sequence[Shared], shown: Sequence[Shared], site: Site
) -> Iterator[tuple[HeatCell | None, ...]]:
    """Row by row, as they are written."""
    sums: dict[frozenset[str], int] = {}
    first: dict[frozenset[str], int] = {}
    for passage in known:
        pair = frozenset((passage.left, passage.right))
        sums[pair] = sums.get(pair, 0) + passage.syllables
    for k, passage in enumerate(shown, 1):
        first.setdefault(frozenset((passage.left, passage.right)), k)

    names = {d.path: site.t.text(d.label) for d in rows}

    def cell(left: DraftSummary, right: DraftSummary) -> HeatCell | None:
        pair = frozenset((left.path, right.path))
        if len(pair) == 1:
            return None
        size = sums.get(pair, 0)
        title = f"{names[left.path]} – {names[right.path]}"
        return HeatCell(
            sum(size >= level for level in LEVELS),
            site.t.count(size) if size else "",
            f"#x-{first[pair]}" if pair in first else "",
            title,
        )

    return (tuple(cell(left, right) for right in rows) for left in rows)


def _texts(cohort: Cohort, drafts: dict[str, DraftSummary], shown: Sequence[Shared]) -> dict[tuple[str, Span], str]:
    """The passages in full, one draft opened at a time."""
    spans: dict[str, set[Span]] = {}
    for s in shown:
        spans.setdefault(s.left, set()).add(s.left_span)
        spans.setdefault(s.right, set()).add(s.right_span)
    out: dict[tuple[str, Span], str] = {}
    for path in sorted(spans):
        result = cohort.load(drafts[path])
        if isinstance(result, Assessment):
            out |= {(path, span): result.document.quote(span, limit=FULL) for span in sorted(spans[path])}
    return out


def _passage(
    k: int, s: Shared, drafts: dict[str, DraftSummary], texts: dict[tuple[str, Span], str], site: Site, group: int
) -> Passage:
    t = site.t
    left, right = common(
        t.text(texts.get((s.left, s.left_span)) or s.quote),
        t.text(texts.get((s.right, s.right_span)) or s.right_quote or s.quote),
    )
    source = drafts.get(s.source) if s.source else None
    shares = s.left_share and t(
        "chiếm {a} báo cáo của {left}, {b} báo cáo của {right}", a=per_cent(s.left_share), b=per_cent(s.right_share),
        left=t.text(within(drafts[s.left].label)), right=t.text(within(drafts[s.right].label)),
    )  # fmt: skip
    return Passage(
        f"x-{k}", t.text(drafts[s.left].label), t.text(drafts[s.right].label), site.unit_href(drafts[s.left]),
        site.unit_href(drafts[s.right]), t.place(s.left_location), t.place(s.right_location), left, right,
        t.count(s.syllables), per_cent(s.similarity), t.text(within(source.label)) if source else "", shares or "",
        _opening(left) if s.syllables > LONG else "", group,
    )  # fmt: skip


def _opening(runs: Runs) -> str:
    words = " ".join(text for text, _ in runs[: OPENING + 1]).split()
    return " ".join(words[:OPENING])


def common(left: str, right: str) -> tuple[Runs, Runs]:
    """Both texts in runs of words, marked where they agree."""
    a, b = left.split(), right.split()
    blocks = list(_blocks(a, b))
    return _runs(a, [(i, size) for i, _, size in blocks]), _runs(b, [(j, size) for _, j, size in blocks])


def _blocks(a: list[str], b: list[str]) -> Iterator[tuple[int, int, int]]:
    """(start in a, start in b, length) of equal runs, some words at a time, so that a whole report takes no longer than its parts."""
    i = j = 0
    while i < len(a) and j < len(b):
        found = SequenceMatcher(None, a[i : i + WORDS], b[j : j + WORDS], autojunk=False).get_matching_blocks()[:-1]
        yield from ((i + m.a, j + m.b, m.size) for m in found)
        if not found:
            return
        i, j = i + found[-1].a + found[-1].size, j + found[-1].b + found[-1].size


def _runs(words: list[str], blocks: list[tuple[int, int]]) -> Runs:
    out: list[tuple[str, bool]] = []
    at = 0
    for start, size in blocks:
        if start > at:
            out.append((" ".join(words[at:start]), False))
        out.append((" ".join(words[start : start + size]), True))
        at = start + size
    if at < len(words):
        out.append((" ".join(words[at:]), False))
    return tuple(out)
