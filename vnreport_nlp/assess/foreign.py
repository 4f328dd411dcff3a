"""Is this a report of this template at all? Another kind of document gets one sentence instead of 41 missing sections."""

from __future__ import annotations

import numpy as np

from ..align import Evidence
from ..align.links import MIN_ALIKE
from ..align.rivals import MIN_HINTED
from ..expressions import compiled
from ..model import Alignment, Outline, Template, Verdict
from ..resources import template_files
from ..similarity import TitleIndex, split_words
from ..template import load_template
from .verdicts import judged

W_SUBJECT, W_TOLD, W_TITLED, W_LINKED, W_SHAPE = 3.5, 4.0, 2.5, 3.0, 2.0
"""What five shares weigh in whether a report is of an outline: words of its title's subject that the report's title has; items
that only this outline asks for which are told; those under a title of theirs; headings that answer something; number paths
that both have. What any report has (shortcomings, causes, lessons …) counts for nothing."""
MIN_SUM = 4.9
"""Least sum of these. Weights and bound were chosen on 81 reports held against their own outline and 650 pairs of a report with
another one: none of the first is refused (1 was before), 31 of the second pass, mostly of a neighbouring field (170 before)."""
MIN_SHARE = 0.30
"""Least share of leaf requirements that have a link, for outlines with fewer items of their own than ``FEWEST``."""
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
FEWEST = 8
"""Of fewer items of an outline's own their share says little."""
_ANY = frozenset(split_words(
    "báo cáo kết quả công tác chuyên đề tổng kết sơ kết đánh giá tình hình thực hiện triển khai nhiệm vụ phương hướng mục tiêu giải pháp trọng tâm "
    "năm giai đoạn nhiệm kỳ tháng quý đầu cuối kế hoạch chỉ tiêu đề cương của và các về với gắn trên địa bàn xã phường huyện tỉnh thị thành phố nội "
    "dung theo nghị quyết chương trình thời gian tới qua sau số kỳ bảo tồn phát huy giá trị phát triển bảo đảm nâng cao tăng cường đẩy mạnh hiệu quả chất lượng"
))  # fmt: skip
"""Words of any report's title."""
_INITIALS = compiled(r"\b[A-ZĐ]{2,6}\b")

REPORT = "báo cáo"


def is_foreign(evidence: Evidence, alignment: Alignment, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether the document answers too little of the template to be one of its reports."""
    share = _share(evidence, verdicts)
    if evidence.outline.metadata.kind not in (None, REPORT):
        return share < MIN_SHARE_OTHER_KIND
    alike, spoken = _titles(evidence)
    if evidence.outline.metadata.kind == REPORT and alike >= TITLE_SAME:
        return False
    own = [k for k in range(len(evidence.requirements)) if _own(evidence, k)]
    if len(own) < FEWEST:
        return share < (MIN_SHARE_TITLED if alike >= TITLE_ALIKE or spoken >= TITLE_SPOKEN else MIN_SHARE)
    return _sum(evidence, alignment, verdicts, own) < MIN_SUM


def _own(evidence: Evidence, k: int) -> bool:
    """Whether an item is of this outline and of no report whatever."""
    return evidence.requirements[k].parent is not None and not evidence.children_of[k] and not evidence.wanted.kinds[k]


def _sum(evidence: Evidence, alignment: Alignment, verdicts: tuple[Verdict, ...], own: list[int]) -> float:
    """How much speaks for a report of the outline: the weighted shares."""
    given = {v.requirement: v for v in verdicts}
    mine = [given[evidence.requirements[k].number] for k in own]
    told = sum(_told(evidence, v) for v in mine)
    titled = sum(v.status not in ("missing", "excused") and v.rung in ("number", "title") for v in mine)
    asked, found = {r.number for r in evidence.requirements}, {s.number for s in evidence.sections}
    return (
        W_SUBJECT * _subject(evidence)
        + W_TOLD * told / len(own)
        + W_TITLED * titled / len(own)
        + W_LINKED * (1 - len(alignment.extra) / max(len(evidence.sections), 1))
        + W_SHAPE * len(asked & found) / len(asked | found)
    )


def _subject(evidence: Evidence) -> float:
    """How much of what the template's title is about the draft's title has, in words or in their initials (``CCHC``)."""
    words = split_words(evidence.template.title)
    about = {w for w in words if w not in _ANY and not any(map(str.isdigit, w))}
    title = evidence.outline.metadata.subject or evidence.outline.title or ""
    said = set(split_words(title)).union(*(_spelled(m[0], words) for m in _INITIALS.finditer(title)))
    return len(about & said) / len(about) if about else 0.0


def _spelled(initials: str, words: list[str]) -> list[str]:
    """The words in a row that begin with these letters."""
    n = len(initials)
    runs = (words[i : i + n] for i in range(len(words) - n + 1))
    return next((run for run in runs if [w[0] for w in run] == [*initials.lower()]), [])


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
        evidence = Evidence(other, outline, None)
        alignment, verdicts = judged(evidence)
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
