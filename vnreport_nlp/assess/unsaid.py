"""Headings that promise more than the text below them says: what was done and is only planned, or an item of two that nothing speaks of.

Both only ask for a look. In the drafts of the corpus, of nine outside authors and of a real report the first marks four verdicts,
all rightly; the second seven of 119 items that share a heading, two of them rightly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..align import Evidence, telling_pairs
from ..align.themes import themes
from ..expressions import compiled
from ..model import Message, Section, Verdict, msg

LEAST = 4
"""Words of a sentence; fewer are a label."""
_AHEAD = compiled(
    r"\b(?:sẽ|dự kiến|phấn đấu|(?:trong )?(?:thời gian|năm|quý|tháng|nhiệm kỳ) (?:tới|sau)|kế hoạch năm)\b",
    re.IGNORECASE,
)
_DONE = compiled(r"\b(?:đã|trong nhiệm kỳ|năm qua|vừa qua|so với)\b", re.IGNORECASE)
_SENTENCE = compiled(r"[^.;\n]+(?:[.;]+(?!\s)[^.;\n]+)*")


def unsaid(evidence: Evidence, verdicts: Sequence[Verdict]) -> dict[int, Message]:
    """Requirements whose heading is there and whose text may not be, by what is doubtful."""
    out: dict[int, Message] = {}
    for verdict in verdicts:
        r = evidence.number_of[verdict.requirement]
        if verdict.status not in ("covered", "merged") or evidence.children_of[r] or not verdict.sections:
            continue
        section = evidence.sections[verdict.sections[0]]
        if verdict.rung == "content":
            continue
        if _only_ahead(evidence, r, section):
            out[r] = msg("Tiêu đề đúng nhưng nội dung chỉ nói việc sẽ làm; mục này hỏi kết quả đã làm.")
        elif verdict.status == "merged" and _only_named(evidence, r, section, verdicts):
            out[r] = msg("Tiêu đề nêu cả mục này nhưng chưa thấy câu nào bên dưới nói đến.")
    return out


def _text(evidence: Evidence, section: Section) -> str:
    span = evidence.text_span(section)
    return evidence.outline.document.text[span.start : span.end]


def _only_ahead(evidence: Evidence, r: int, section: Section) -> bool:
    """Whether a text under the heading of a result opens with what will be done, tells mostly that, and nothing done."""
    text = _text(evidence, section)
    if evidence.requirements[r].voice != "result" or _AHEAD.search(text) is None or _DONE.search(text) is not None:
        return False
    sentences = [m[0] for m in _SENTENCE.finditer(text) if len(m[0].split()) >= LEAST]
    ahead = [_AHEAD.search(one) is not None for one in sentences]
    return bool(ahead) and ahead[0] and 2 * sum(ahead) >= len(ahead)


def _only_named(evidence: Evidence, r: int, section: Section, verdicts: Sequence[Verdict]) -> bool:
    """Whether the text under a heading of several items speaks neither two words running of this one's title nor of its themes.

    Asked where no topic is known, and of an item whose themes are not the others' too.
    """
    wanted = evidence.wanted
    if evidence.knows_topic(r) or wanted.kinds[r]:
        return False
    sharing = [evidence.number_of[v.requirement] for v in verdicts if section.index in v.sections]
    others = [k for k in sharing if k != r and not wanted.inside[r, k]]
    asked = wanted.asked[r].difference(*(wanted.asked[k] for k in others))
    telling = wanted.telling[r].difference(*(wanted.telling[k] for k in others))
    if not asked or not telling or not others:
        return False
    text = _text(evidence, section)
    known = themes()
    return not telling & telling_pairs(text) and not any(known.of(p) & asked for p in set(known.phrases(text)))
