"""What a draft itself says not to concern its unit: ``Nội dung sắp xếp bộ máy không thuộc phạm vi của đơn vị``.

That a section may be left out only a person can say, so each such verdict asks for a look and shows the sentence. In the corpus
and in the drafts of five authors outside it the words below stand for no item that is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..align import Evidence
from ..align.parts import Parts
from ..align.passages import MIN_SPOKEN
from ..align.themes import SENTENCE
from ..expressions import compiled
from ..model import Span, Verdict, msg
from .absence import place

SURE = 0.6
"""Confidence in a unit's own word."""
_CLAIM = compiled(
    r"\b(?:không|chưa) (?:thuộc (?:về )?(?:phạm vi|thẩm quyền|chức năng|nhiệm vụ|diện|đối tượng|trách nhiệm)|nằm trong (?:phạm vi|chức năng|nhiệm vụ|diện)"
    r"|áp dụng (?:đối với|cho|với)|đặt ra (?:đối với|với|cho|ở)|phải (?:là )?nhiệm vụ của|phải báo cáo (?:nội dung|mục|phần) này)\b",
    re.IGNORECASE,
)
"""Words behind what a unit holds not to concern it."""


def with_claims(evidence: Evidence, parts: Parts, verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts, what is not told and said not to concern the unit excused until a person has looked."""
    open_ones = [v for v in verdicts if _open(v) and not evidence.children_of[evidence.number_of[v.requirement]]]
    found = _claims(evidence, parts, [v.requirement for v in open_ones]) if open_ones else {}
    return tuple(
        _excused(evidence, v, found[v.requirement]) if v in open_ones and v.requirement in found else v
        for v in verdicts
    )


def _open(verdict: Verdict) -> bool:
    return verdict.status == "missing" or (verdict.status in ("unheaded", "merged") and verdict.rung == "content")


def _claims(evidence: Evidence, parts: Parts, numbers: Sequence[str]) -> dict[str, Span]:
    """For requirements that are not told, the sentence of their own part, or before all parts, that says that they do not concern the unit."""
    text, out = evidence.outline.document.text, dict[str, Span]()
    if _CLAIM.search(text) is None:
        return out
    for sentence in SENTENCE.finditer(text, 0, evidence.outline.closing.start):
        claim = _CLAIM.search(sentence[0])
        if claim is None:
            continue
        spoken = evidence.index.mentions([sentence[0][: claim.start()]])[:, 0]
        span = Span(*sentence.span())
        for number in numbers:
            r = evidence.number_of[number]
            if spoken[r] >= MIN_SPOKEN and _at_home(evidence, parts, r, span):
                out.setdefault(number, span)
    return out


def _at_home(evidence: Evidence, parts: Parts, r: int, span: Span) -> bool:
    inside = [s.index for s in evidence.sections if s.whole.start <= span.start < s.whole.end]
    return not inside or parts.holds(inside[-1], evidence.root_of[r])


def _excused(evidence: Evidence, verdict: Verdict, span: Span) -> Verdict:
    """What was found elsewhere in the text stays told, unless it is the very sentence."""
    if verdict.status != "missing" and not any(span.start <= p.span.start < span.end for p in verdict.evidence):
        return verdict
    why = msg("Dự thảo nêu mục này không thuộc phạm vi của đơn vị; người thẩm định xem có đúng không.", claimed="1")
    return replace(
        verdict, status="excused", confidence=SURE, review=True, rung="content", why=why, evidence=(place(evidence, span),),
        searched=(), doubted=True,
    )  # fmt: skip
