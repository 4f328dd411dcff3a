"""Shared passages of a batch, traced back to the drafts' texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import (
    SEVERITIES,
    Assessment,
    Finding,
    Location,
    Message,
    Place,
    Result,
    Shared,
    Span,
    Template,
    finding,
    fingerprint,
    msg,
    shortened,
    whole_percent,
)
from ..reuse import Marks, Passage, find_passages, template_ids, unpack_marks
from ..text import within
from .store import Store

MUCH, WHOLE = 0.2, 0.8
"""Shares of a draft that stand in one other unit's from which the longest passage is a warning, and an error. No pair of
the corpus's 26 drafts, which were written apart, shares any; one copied with the unit's name changed shares all."""

PASSAGE = msg("Một đoạn {n} chữ giống {percent}% một đoạn trong dự thảo của {other}")
"""What every finding of ours begins with."""
WORDS = 160
"""Characters of the other draft's passage that a finding quotes."""


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
    """R601 by path: one finding a passage and side, the other unit named.

    The longest passage of a pair says how much of the draft all their passages are, and is as severe as that.
    """
    sides = [_Side(*ends) for s in shared for ends in _ends(s)]
    sums: dict[tuple[str, str], float] = {}
    longest: dict[tuple[str, str], _Side] = {}
    for side in sides:
        pair = (side.path, side.other)
        sums[pair] = min(1.0, sums.get(pair, 0.0) + side.share)
        if pair not in longest or side.shared.syllables > longest[pair].shared.syllables:
            longest[pair] = side
    out: dict[str, list[Finding]] = {}
    for side in sides:
        pair = (side.path, side.other)
        total = sums[pair] if longest[pair] is side else 0.0
        out.setdefault(side.path, []).append(_finding(side, names.get(side.other, side.other), total))
    return {path: _told_apart(found) for path, found in out.items()}


def _told_apart(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each with a fingerprint of its own: a text that stands in a draft several times is counted.

    One passage that several files of the other unit have is told once, as severely as any of them has it.
    """
    kept: dict[tuple[str, int], Finding] = {}
    for f in found:
        key = f.fingerprint, f.places[0].span.start
        before = kept.get(key)
        if before is None or SEVERITIES.index(f.severity) < SEVERITIES.index(before.severity):
            kept[key] = f
    times: dict[str, int] = {}
    numbered: dict[tuple[str, int], str] = {}
    for key in sorted(kept):
        times[key[0]] = n = times.get(key[0], 0) + 1
        numbered[key] = key[0] if n == 1 else fingerprint("R601", None, f"{key[0]} {n}")
    return tuple(replace(f, fingerprint=numbered[key]) for key, f in kept.items())


def without_others(result: Result) -> Result:
    """The result with fingerprints of shared passages that no other unit's name is part of: codes must not be guessed from them."""
    if not isinstance(result, Assessment):
        return result
    bare = (
        replace(f, fingerprint=fingerprint("R601", None, f"{f.quote} {n}")) if f.rule == "R601" else f
        for n, f in enumerate(result.findings)
    )
    return replace(result, findings=tuple(bare))


@dataclass(frozen=True, eq=False, slots=True)
class _Side:
    """A shared passage seen from one of its drafts."""

    path: str
    other: str
    span: Span
    location: Location
    quote: str
    share: float
    there: Location
    """Where the other draft's passage stands, whose words are ``words``."""
    words: str
    shared: Shared


def _ends(s: Shared) -> Iterator[tuple[str, str, Span, Location, str, float, Location, str, Shared]]:
    right = s.right_quote or s.quote
    yield s.left, s.right, s.left_span, s.left_location, s.quote, s.left_share, s.right_location, right, s
    yield s.right, s.left, s.right_span, s.right_location, s.right_quote, s.right_share, s.left_location, s.quote, s


def _finding(side: _Side, other: str, total: float) -> Finding:
    s = side.shared
    name = shown_name(other)
    n = f"{s.syllables:,}".replace(",", ".")
    said = {"n": n, "percent": whole_percent(s.similarity), "other": name}
    if total >= WHOLE:
        text = msg(
            "Một đoạn {n} chữ giống {percent}% một đoạn trong dự thảo của {other}; các đoạn giống chiếm gần như toàn bộ báo cáo", **said
        )  # fmt: skip
    elif total >= MUCH:
        text = msg(
            "Một đoạn {n} chữ giống {percent}% một đoạn trong dự thảo của {other}; các đoạn giống chiếm {share}% báo cáo",
            share=whole_percent(total), **said,
        )  # fmt: skip
    else:
        text = msg(PASSAGE.id, **said)
    return finding(
        "R601", text, places=(Place(side.span, side.location, side.quote, s.similarity),), content=f"{name} {side.quote}",
        severity="error" if total >= WHOLE else "warning" if total >= MUCH else None, found=_beside(side),
        need=msg("Nội dung riêng của đơn vị."), fix=msg("Đối chiếu hai đoạn; viết lại nếu là sao chép."),
    )  # fmt: skip


def shown_name(unit: str) -> str:
    """A unit as a finding names it: of a draft that does not say whose it is, its file."""
    return within(unit.replace("\\", "/").rsplit("/", 1)[-1])


def _beside(side: _Side) -> Message:
    """Where the other draft's passage stands, and its first words."""
    at, words = side.there, shortened(side.words, WORDS)
    if at.line is not None and at.page is not None:
        return msg("Đoạn trong dự thảo kia (trang {page}, dòng {n}): “{words}”", page=at.page, n=at.line, words=words)
    if at.line is not None:
        return msg("Đoạn trong dự thảo kia (dòng {n}): “{words}”", n=at.line, words=words)
    if at.paragraph is not None and at.page is not None:
        return msg(
            "Đoạn trong dự thảo kia (trang {page}, đoạn {n}): “{words}”", page=at.page, n=at.paragraph, words=words
        )
    if at.paragraph is not None:
        return msg("Đoạn trong dự thảo kia (đoạn {n}): “{words}”", n=at.paragraph, words=words)
    if at.page is not None:
        return msg("Đoạn trong dự thảo kia (trang {n}): “{words}”", n=at.page, words=words)
    return msg("Đoạn trong dự thảo kia: “{words}”", words=words)
