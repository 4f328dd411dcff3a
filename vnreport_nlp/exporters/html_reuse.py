"""The page of shared passages: a heat map of units, then the passages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Assessment, Cohort, DraftSummary, Shared, Span
from ..text import within
from .html_frame import Site
from .html_pages import HeatCell, Passage, ReusePage
from .html_passages import Bare, Line, alike, bare_lines
from .tables import Speech, by_name, per_cent

SHOWN = 300
"""Passages shown side by side, the longest first; the rest are in the workbook."""
HEAT = 100
"""Units in the heat map, those that share most: its size grows with the square of them, and no screen shows more."""
LONG = 300
"""Syllables from which a passage is folded behind its first words: a draft copied whole is many screens."""
OPENING = 40
"""Words of a folded passage that are shown."""
Texts = dict[tuple[str, Span], tuple[Bare, ...]]
"""Passages by draft and place, line by line."""
LEVELS = (1, 60, 200, 600)
"""Shared syllables from which a cell of the heat map takes the next colour."""


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
        tuple(_passages(shown, drafts, texts, site, sizes)),
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


def _passages(
    shown: Sequence[Shared], drafts: dict[str, DraftSummary], texts: Texts, site: Site, sizes: Counter[int]
) -> Iterator[Passage]:
    """All passages; of those that are one text in several units the first is open, the others are folded."""
    seen: set[int] = set()
    for k, s in enumerate(shown, 1):
        yield _passage(k, s, drafts, texts, site, s.cluster if sizes[s.cluster] > 1 else 0, again=s.cluster in seen)
        seen |= {s.cluster} - {0}


def _texts(cohort: Cohort, drafts: dict[str, DraftSummary], shown: Sequence[Shared]) -> Texts:
    """The passages in full line by line, one draft opened at a time."""
    spans: dict[str, set[Span]] = {}
    for s in shown:
        spans.setdefault(s.left, set()).add(s.left_span)
        spans.setdefault(s.right, set()).add(s.right_span)
    out: Texts = {}
    for path in sorted(spans):
        result = cohort.load(drafts[path])
        if isinstance(result, Assessment):
            out |= {(path, span): bare_lines(result, span) for span in sorted(spans[path])}
    return out


def _passage(
    k: int, s: Shared, drafts: dict[str, DraftSummary], texts: Texts, site: Site, group: int, *, again: bool
) -> Passage:
    t = site.t
    left, right = alike(
        _shown(texts.get((s.left, s.left_span)), s.quote, t),
        _shown(texts.get((s.right, s.right_span)), s.right_quote or s.quote, t),
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
        _opening(left) if again or s.syllables > LONG else "", group,
    )  # fmt: skip


def _shown(lines: Sequence[Bare] | None, quote: str, t: Speech) -> list[Bare]:
    """The lines of a passage as the page may tell them; its quote where the draft cannot be opened."""
    return [(t.text(text), heading) for text, heading in lines or ((quote, False),)]


def _opening(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text for line in lines if not line.heading).split()[:OPENING])
