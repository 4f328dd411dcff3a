"""Empty headings whose matter may stand elsewhere: under the heading beside, or under the next ones that have no number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..align import Evidence
from ..align.denied import denied
from ..align.parts import Parts
from ..align.spoken import answering
from ..model import Section, Verdict, msg
from .absence import place


def with_displaced(
    evidence: Evidence, parts: Parts, chosen: Mapping[int, int], verdicts: Sequence[Verdict]
) -> tuple[Verdict, ...]:
    """The verdicts, those on empty headings marked for a look where something may answer them; ``chosen``: each requirement's section."""
    return tuple(
        _looked_at(evidence, parts, chosen, v) if v.status == "empty" and v.sections and not v.review else v
        for v in verdicts
    )


def _looked_at(evidence: Evidence, parts: Parts, chosen: Mapping[int, int], verdict: Verdict) -> Verdict:
    r = evidence.number_of[verdict.requirement]
    if _may_stand_over(evidence, evidence.sections[verdict.sections[0]]):
        return replace(
            verdict,
            review=True,
            why=msg("Dưới tiêu đề không có nội dung; có thể là tiêu đề chung của các mục ngay sau."),
        )
    others = {k: s for k, s in chosen.items() if k != r}
    passage = None if evidence.children_of[r] else answering(evidence, parts, others, r)
    if passage is None or passage.section in verdict.sections or denied(evidence, r, passage.span):
        return verdict
    shown = place(evidence, passage.span, score=passage.score)
    why = msg(
        "Dưới tiêu đề không có nội dung; có thể nội dung viết ở mục “{title}”.", title=evidence.titles[passage.section]
    )
    return replace(verdict, review=True, why=why, evidence=(*verdict.evidence, shown))


def _may_stand_over(evidence: Evidence, section: Section) -> bool:
    """Whether a heading without a number, and with nothing under it, stands right over another that is no deeper: which holds which
    only its number would say."""
    if section.body.end > section.body.start:
        return False
    after = evidence.sections[section.index + 1 : section.index + 2]
    return not section.marker and any(not s.marker and s.level == section.level for s in after)
