"""Shared passages of a batch, traced back to the drafts' texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import (
    Assessment,
    Finding,
    Location,
    Place,
    Result,
    Shared,
    Span,
    Template,
    finding,
    fingerprint,
    msg,
)
from ..reuse import Marks, Passage, find_passages, template_ids, unpack_marks
from .gathered import Gathered, gather, sides_of
from .passage_words import beyond, details, shown_name, told
from .store import Store


def find_shared(store: Store, paths: Sequence[str], template: Template) -> list[Shared]:
    """Every passage that two units share, with both places; two files of one unit are versions, not copies."""
    out = _numbered(_bare_ones(store, paths, template))
    by_path: dict[str, list[int]] = {}
    for k, s in enumerate(out):
        for path in (s.left, s.right):
            by_path.setdefault(path, []).append(k)
    for path in sorted(by_path):
        spans = [x for k in by_path[path] for p, x in _sides(out[k]) if p == path]
        places = store.places(path, spans)
        for k in by_path[path]:
            out[k] = _placed(out[k], path, places)
    order = {p: k for k, p in enumerate(paths)}
    return sorted(out, key=lambda s: (s.cluster, order[s.left], order[s.right], s.left_span))


def _bare_ones(store: Store, paths: Sequence[str], template: Template) -> list[Shared]:
    """The passages without their places; those between two versions are left out before a draft is opened for them."""
    marked = [(p, unpack_marks(data)) for p in paths if (data := store.marks(p))]
    passages = find_passages([m for _, m in marked], known=template_ids(template))
    found = {k for p in passages for k in (p.left, p.right)}
    units = {k: store.unit(marked[k][0]) for k in found}
    return [_bare(p, marked) for p in passages if units[p.left] != units[p.right]]


def _numbered(shared: Sequence[Shared]) -> list[Shared]:
    """The same passages, their clusters numbered by the longest passage of each, as the page and the workbook tell them."""
    numbers: dict[int, int] = {}
    for s in sorted(shared, key=lambda s: s.rank):
        numbers.setdefault(s.cluster, len(numbers) + 1)
    return [replace(s, cluster=numbers[s.cluster]) for s in shared]


def _span(marks: Marks, ends: tuple[int, int]) -> Span:
    return Span(int(marks.starts[ends[0]]), int(marks.ends[ends[1] - 1]))


def _bare(passage: Passage, marked: Sequence[tuple[str, Marks]]) -> Shared:
    left, right = marked[passage.left], marked[passage.right]
    return Shared(
        left[0], right[0], _span(left[1], passage.left_range), _span(right[1], passage.right_range), Location(), Location(),
        passage.left_range[1] - passage.left_range[0], passage.similarity, "", "", passage.cluster, None,
        _share(passage.left_range, left[1]), _share(passage.right_range, right[1]),
    )  # fmt: skip


def _share(ends: tuple[int, int], marks: Marks) -> float:
    return min(1.0, (ends[1] - ends[0]) / max(len(marks.ids), 1))


def _sides(shared: Shared) -> tuple[tuple[str, Span], tuple[str, Span]]:
    return (shared.left, shared.left_span), (shared.right, shared.right_span)


def _placed(shared: Shared, path: str, places: Mapping[Span, tuple[Location, str]]) -> Shared:
    if shared.left == path and shared.left_span in places:
        location, quote = places[shared.left_span]
        shared = replace(shared, left_location=location, quote=quote)
    if shared.right == path and shared.right_span in places:
        location, quote = places[shared.right_span]
        shared = replace(shared, right_location=location, right_quote=quote)
    return shared


def reuse_findings(shared: Sequence[Shared], names: Mapping[str, str]) -> dict[str, tuple[Finding, ...]]:
    """R601 by path: one finding a passage of the draft, all units named that share it.

    The longest passage of a pair says how much of the draft all their passages are, and is as severe as that.
    """
    by_path = sides_of(shared, names)
    return {path: _told_apart([_finding(g) for g in gather(sides)]) for path, sides in by_path.items()}


def _told_apart(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each with a fingerprint of its own: a text that stands in a draft several times is counted."""
    times: dict[str, int] = {}
    numbered: dict[int, str] = {}
    for f in sorted(found, key=lambda f: (f.fingerprint, f.places[0].span)):
        times[f.fingerprint] = n = times.get(f.fingerprint, 0) + 1
        numbered[id(f)] = f.fingerprint if n == 1 else fingerprint("R601", None, f"{f.fingerprint} {n}")
    return tuple(replace(f, fingerprint=numbered[id(f)]) for f in found)


def without_others(result: Result) -> Result:
    """The result with fingerprints of shared passages that no other unit's name is part of: codes must not be guessed from them."""
    if not isinstance(result, Assessment):
        return result
    bare = (
        replace(f, fingerprint=fingerprint("R601", None, f"{f.quote} {n}")) if f.rule == "R601" else f
        for n, f in enumerate(result.findings)
    )
    return replace(result, findings=tuple(bare))


def _finding(g: Gathered) -> Finding:
    """One passage; its fingerprint says who shares it, in whatever order."""
    head, names = g.head, {shown_name(s.unit) for s in g.units}
    score = head.similarity if len(g.units) == 1 else g.units[0].similarity
    return finding(
        "R601", told(g), places=(Place(head.span, head.location, head.quote, score), *beyond(g)),
        content=" ".join((*sorted(names), head.quote)), severity=None if g.severity == "note" else g.severity, found=details(g),
        need=msg("Nội dung riêng của đơn vị."), fix=msg("Đối chiếu hai đoạn; viết lại nếu là sao chép."),
    )  # fmt: skip
