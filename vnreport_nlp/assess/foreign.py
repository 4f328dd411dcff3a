"""Is this a report of this template at all? Another kind of document gets one sentence instead of 41 missing sections."""

from __future__ import annotations

import numpy as np

from ..align import Evidence, align
from ..align.links import MIN_ALIKE
from ..align.rivals import MIN_HINTED
from ..model import Alignment, Outline, Template, Verdict
from ..resources import template_files
from ..similarity import TitleIndex
from ..template import load_template
from .verdicts import Judge

MIN_SHARE = 0.30
"""Least share of leaf requirements that have a link for a draft to be of the template, whatever its title."""
MIN_SHARE_TITLED = 0.05
"""The same when the draft's own title resembles the template's."""
MIN_SHARE_OTHER_KIND = 0.60
"""The same when the title says that it is another kind of document: a plan or a resolution names the same fields of work."""
MIN_SHARE_OTHER = 0.50
"""Least share of another template's leaf requirements for that template to be named."""
TITLE_ALIKE, TITLE_SAME = 0.60, 0.85
"""Least similarity of the two titles; a report with the template's own title is judged by it, however little it answers."""
TOLD = 0.45
"""Topic that makes a section under another title count as one of this outline's."""
TITLE_SPOKEN = 0.75
"""Or this share of the words of the template's title in the draft's."""
MIN_MATTER, MIN_SECTIONS, FEWEST = 0.42, 0.70, 8
"""A report of any title is of the outline from this share of what only this outline asks for and of the report's own headings, both
answered; of fewer such items nothing is told. Of 39 reports held against their own and 12 other outlines, 1 was refused by its title
and has 0.46 and 0.96; of the others that are refused the nearest has 0.40 and 0.67."""

REPORT = "báo cáo"


def is_foreign(evidence: Evidence, alignment: Alignment, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether the document answers too little of the template to be one of its reports."""
    share = _share(evidence, verdicts)
    if evidence.outline.metadata.kind not in (None, REPORT):
        return share < MIN_SHARE_OTHER_KIND
    alike, spoken = _titles(evidence)
    if evidence.outline.metadata.kind == REPORT and alike >= TITLE_SAME:
        return False
    if share >= (MIN_SHARE_TITLED if alike >= TITLE_ALIKE or spoken >= TITLE_SPOKEN else MIN_SHARE):
        return False
    return not _answers(evidence, alignment, verdicts)


def _answers(evidence: Evidence, alignment: Alignment, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether most of a document's headings answer the outline, and enough of what not every report has, in whatever words."""
    asked = {
        r.number
        for k, r in enumerate(evidence.requirements)
        if r.parent is not None and not evidence.children_of[k] and not evidence.wanted.kinds[k]
    }
    told = {v.requirement for v in verdicts if v.requirement in asked and _told(evidence, v)}
    linked = 1 - len(alignment.extra) / max(len(evidence.sections), 1)
    return len(asked) >= FEWEST and len(told) >= MIN_MATTER * len(asked) and linked >= MIN_SECTIONS


def _told(evidence: Evidence, verdict: Verdict) -> bool:
    """Whether title or text vouches for a section; where no topic is known, two words running of the title or the guidance's."""
    if verdict.status in ("missing", "excused") or not verdict.sections:
        return False
    r, s = evidence.number_of[verdict.requirement], verdict.sections[0]
    if not _by_place(evidence, verdict) or evidence.knows_topic(r):
        return not _by_place(evidence, verdict)
    likeness = evidence.similarity[r, s]
    return bool(
        evidence.speech.hinted[r, s] >= MIN_HINTED or (likeness >= MIN_ALIKE and evidence.speech.speaks_pair(r, s))
    )


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


def _share(evidence: Evidence, verdicts: tuple[Verdict, ...]) -> float:
    """Share of the leaf requirements that the document answers."""
    leaves = {r.number for k, r in enumerate(evidence.requirements) if not evidence.children_of[k]}
    found = {
        v.requirement for v in verdicts if v.status not in ("missing", "excused") and not _by_place(evidence, v)
    } & leaves
    return len(found) / max(len(leaves), 1)


def fitting(outline: Outline, template: Template) -> Template | None:
    """The bundled template that the document is a report of, when it is not one of ``template``; headings alone tell."""
    best: tuple[float, Template] | None = None
    for name in template_files():
        other = load_template(name)
        if other.id == template.id:
            continue
        evidence, alignment = Evidence(other, outline, None), align(other, outline, None)
        verdicts = Judge(evidence, alignment).verdicts()
        share = _share(evidence, verdicts)
        if (
            share >= MIN_SHARE_OTHER
            and not is_foreign(evidence, alignment, verdicts)
            and (best is None or share > best[0])
        ):
            best = share, other
    return best[1] if best is not None else None


def _titles(evidence: Evidence) -> tuple[float, float]:
    """How alike the document's title and the template's are, the word for a report left out, and how much of the one the other has."""
    title = evidence.outline.metadata.subject or evidence.outline.title
    if not title:
        return 0.0, 0.0
    index = TitleIndex(((evidence.template.title,), (REPORT,)))
    return float(index.scores([title])[0, 0]), float(index.mentions([title])[0, 0])
