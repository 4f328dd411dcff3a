"""Parts without a heading of their own: told under that of another part, or at its end."""

from __future__ import annotations

from ..model import Link, msg
from .evidence import Evidence
from .kinds import ANYWHERE, REQUESTS, kinds_of
from .listed import MIN_LISTED
from .paired import SURE, kind_passage, merged
from .parts import Parts
from .passages import Passage
from .spoken import left, speaking
from .twofold import MIN_LISTED_PART

LISTED_LEAD = 0.30
"""So much more like a part's title is a thing that another part's heading lists than any other part's: ``Ứng phó và khắc phục``."""


def part_elsewhere(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> list[Link]:
    """Requests, as a part of their own, that are told at the end of another part; a part that another heading stands for."""
    if (s := _listed_part(evidence, chosen, r)) is not None:
        return [merged(evidence, r, s)]
    apart = any(k in chosen for k in evidence.wanted.leaves_below[r])
    if r in parts.also and (r in parts.named or not apart):
        return [_with_another(evidence, r, parts.also[r])]
    if (s := _heading_of_kind(evidence, chosen, r)) is not None:
        return [speaking(evidence, parts, chosen, r, s)]
    passage = kind_passage(evidence, chosen, r) if REQUESTS in evidence.wanted.kinds[r] else None
    return [] if passage is None else [under_another(evidence, r, passage)]


def _heading_of_kind(evidence: Evidence, chosen: dict[int, int], r: int) -> int | None:
    """The one heading left that is of the kind of a part without items, which writers put anywhere: requests, lessons, a forecast."""
    own = evidence.wanted.kinds[r] & ANYWHERE
    if not own or evidence.children_of[r]:
        return None
    found = [s for s in left(evidence, chosen, set()) if kinds_of(evidence.titles[s]) & own]
    return found[0] if len(found) == 1 else None


def _with_another(evidence: Evidence, r: int, s: int) -> Link:
    """The link of a part with the heading under which it is told with another; a person should look."""
    title = evidence.sections[s].title
    why = msg("Không có tiêu đề của phần này; nội dung viết chung dưới tiêu đề “{title}”.", title=title)
    return Link(evidence.requirements[r].number, s, "topic", SURE, why, margin=0.0, whole=False)


def _listed_part(evidence: Evidence, chosen: dict[int, int], r: int) -> int | None:
    """The heading of another part that lists this one as well: ``Đánh giá chung và nhiệm vụ năm 2026``."""
    held = [s for k, s in chosen.items() if evidence.requirements[k].parent is None and len(evidence.items[s]) > 1]
    best = max(held, key=lambda s: float(evidence.listed[r, s]), default=None)
    if best is None or evidence.opposed[r, best]:
        return None
    own = float(evidence.listed[r, best])
    tops = [k for k, q in enumerate(evidence.requirements) if q.parent is None and k != r and chosen.get(k) != best]
    lead = own - float(evidence.listed[tops, best].max(initial=0.0))
    return best if own >= MIN_LISTED or (own >= MIN_LISTED_PART and lead >= LISTED_LEAD) else None


def under_another(evidence: Evidence, r: int, passage: Passage) -> Link:
    """The link of a requirement with a text that answers it under a heading of something else."""
    title = evidence.sections[passage.section].title
    why = msg("Nội dung nằm dưới tiêu đề khác: “{title}” ({n} chữ).", title=title, n=passage.syllables)
    number, score = evidence.requirements[r].number, round(min(passage.score, 1.0), 3)
    return Link(number, passage.section, "content", score, why, whole=False, passage=passage.span)
