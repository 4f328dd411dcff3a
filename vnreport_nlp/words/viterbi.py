"""The best labels of a sequence under a two-label CRF.

With two labels only the difference ``d`` between the best path that ends in I-W and the best one that ends in B-W matters.
One step adds the token's own difference and the better of two transitions on each side, which is a clipped line:
``d' = clip(middle - d, …) + e``. A choice that is decided by less than ``slack`` may be rounding: then the answer is
None, and the caller sums in the official order.
"""

from __future__ import annotations

from collections.abc import Sequence

TIE = 1e-9
PER_TOKEN = 1e-12
"""Official scores grow along the text, and their rounding with them."""


def labels(scores: Sequence[float], transitions: Sequence[Sequence[float]]) -> list[bool] | None:
    """True where the word goes on; ``scores`` are I-W minus B-W, ``transitions`` [from, to], B-W first."""
    (bb, bi), (ib, ii) = transitions
    to_begin, to_inside = bb - ib, bi - ii
    slack = TIE + PER_TOKEN * len(scores)
    d = 0.0
    path: list[float] = []
    first = True
    for score in scores:
        if not first:
            begin = d + ib if d > to_begin else bb
            inside = d + ii if d > to_inside else bi
            score += inside - begin
        first = False
        d = score
        if -slack < d - to_begin < slack or -slack < d - to_inside < slack:
            return None
        path.append(d)
    if -slack < d < slack:
        return None
    return _back(path, to_begin, to_inside)


def _back(path: list[float], to_begin: float, to_inside: float) -> list[bool]:
    inside = path[-1] > 0.0
    out = [inside]
    for d in path[-2::-1]:
        inside = d > (to_inside if inside else to_begin)
        out.append(inside)
    out.reverse()
    return out


def exact_labels(scores: Sequence[tuple[float, float]], transitions: Sequence[Sequence[float]]) -> list[bool]:
    """The same with both labels' scores, B-W first, added up as the core adds them; the first label wins a tie."""
    (bb, bi), (ib, ii) = transitions
    back: list[tuple[bool, bool]] = []
    begin, inside = scores[0]
    for b, i in scores[1:]:
        from_begin, from_inside = begin + bb, inside + ib
        to_inside_begin, to_inside_inside = begin + bi, inside + ii
        back.append((from_inside > from_begin, to_inside_inside > to_inside_begin))
        begin = max(from_begin, from_inside) + b
        inside = max(to_inside_begin, to_inside_inside) + i
    label = inside > begin
    out = [label]
    for choice in reversed(back):
        label = choice[label]
        out.append(label)
    out.reverse()
    return out
