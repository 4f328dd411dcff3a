"""Is this a report of this template at all? Another kind of document gets one sentence instead of 41 missing sections."""

from __future__ import annotations

import numpy as np

from ..align import Evidence
from ..model import Alignment, Verdict
from ..similarity import TitleIndex

MIN_SHARE = 0.30
"""Least share of leaf requirements that have a link for a draft to be of the template, whatever its title."""
MIN_SHARE_TITLED = 0.05
"""The same when the draft's own title resembles the template's."""
MIN_SHARE_OTHER_KIND = 0.60
"""The same when the title says that it is another kind of document: a plan or a resolution names the same fields of work."""
TITLE_ALIKE = 0.60
"""Least similarity of the two titles."""
TOLD = 0.45
"""Topic that makes a section under another title count as one of this outline's."""
TITLE_SPOKEN = 0.75
"""Or this share of the words of the template's title in the draft's."""


REPORT = "báo cáo"


def is_foreign(evidence: Evidence, alignment: Alignment, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether the document answers too little of the template to be one of its reports."""
    leaves = {r.number for k, r in enumerate(evidence.requirements) if not evidence.children_of[k]}
    found = {
        v.requirement for v in verdicts if v.status not in ("missing", "excused") and not _by_place(evidence, v)
    } & leaves
    share = len(found) / max(len(leaves), 1)
    if evidence.outline.metadata.kind not in (None, REPORT):
        return share < MIN_SHARE_OTHER_KIND
    return share < (MIN_SHARE_TITLED if _titled(evidence) else MIN_SHARE)


def _by_place(evidence: Evidence, verdict: Verdict) -> bool:
    """Whether neither title nor text vouches for a section, only where it stands: any document has sections in some order."""
    if verdict.rung != "topic" or not verdict.sections:
        return False
    topic = evidence.topic
    share = (
        0.0
        if topic is None
        else float(np.nan_to_num(topic[evidence.number_of[verdict.requirement], verdict.sections[0]]))
    )
    return share < TOLD


def _titled(evidence: Evidence) -> bool:
    title = evidence.outline.metadata.subject or evidence.outline.title
    if not title:
        return False
    index = TitleIndex(((evidence.template.title,), ("báo cáo",)))
    return bool(index.scores([title])[0, 0] >= TITLE_ALIKE or index.mentions([title])[0, 0] >= TITLE_SPOKEN)
