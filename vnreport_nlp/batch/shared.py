"""Shared passages of a batch, traced back to the drafts' texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Finding, Location, Place, Shared, Span, Template, finding, msg
from ..reuse import Marks, Passage, find_passages, template_ids, unpack_marks
from .store import Store


def find_shared(store: Store, paths: Sequence[str], template: Template) -> list[Shared]:
    """Every passage that two units share, with both places; two files of one unit are versions, not copies."""
    marked = [(p, unpack_marks(data)) for p in paths if (data := store.marks(p))]
    passages = find_passages([m for _, m in marked], known=template_ids(template))
    out: list[Shared] = [_bare(p, marked) for p in passages]
    by_path: dict[str, list[int]] = {}
    for k, s in enumerate(out):
        for path in (s.left, s.right):
            by_path.setdefault(path, []).append(k)
    units: dict[str, str] = {}
    for path in sorted(by_path):
        units[path] = store.unit(path)
        spans = [x for k in by_path[path] for p, x in _sides(out[k]) if p == path]
        places = store.places(path, spans)
        for k in by_path[path]:
            out[k] = _placed(out[k], path, places)
    order = {p: k for k, p in enumerate(paths)}
    out = [s for s in out if units.get(s.left, s.left) != units.get(s.right, s.right)]
    return sorted(out, key=lambda s: (s.cluster, order[s.left], order[s.right], s.left_span))


def _span(marks: Marks, ends: tuple[int, int]) -> Span:
    return Span(int(marks.starts[ends[0]]), int(marks.ends[ends[1] - 1]))


def _bare(passage: Passage, marked: Sequence[tuple[str, Marks]]) -> Shared:
    left, right = marked[passage.left], marked[passage.right]
    return Shared(
        left[0], right[0], _span(left[1], passage.left_range), _span(right[1], passage.right_range), Location(), Location(),
        passage.left_range[1] - passage.left_range[0], passage.similarity, "", "", passage.cluster,
    )  # fmt: skip


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


def reuse_findings(shared: Sequence[Shared]) -> dict[str, tuple[Finding, ...]]:
    """R601 by path: one finding a passage and side, the other unit named."""
    out: dict[str, list[Finding]] = {}
    for s in shared:
        for path, other, span, location, quote in (
            (s.left, s.right, s.left_span, s.left_location, s.quote),
            (s.right, s.left, s.right_span, s.right_location, s.right_quote),
        ):
            name = other.replace("\\", "/").rsplit("/", 1)[-1]
            out.setdefault(path, []).append(
                finding(
                    "R601",
                    msg("Đoạn {n} âm tiết giống dự thảo “{other}”", n=s.syllables, other=name),
                    places=(Place(span, location, quote, s.similarity),),
                    content=quote,
                    need=msg("Nội dung riêng của đơn vị."),
                    found=msg(
                        "Giống {percent}% với “{other}”.",
                        percent=min(99, int(100 * s.similarity)) if s.similarity < 1 else 100,
                        other=name,
                    ),
                    fix=msg("Đối chiếu hai đoạn; viết lại nếu là sao chép."),
                )
            )
    return {path: tuple(found) for path, found in out.items()}
