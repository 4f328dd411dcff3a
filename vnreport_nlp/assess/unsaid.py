"""Headings that promise more than the text below them says: a plan where results are asked for, an item of two that nothing
speaks of, matters of no item of the outline, words that only point elsewhere.

All of it only asks for a look. Chosen on the corpus, its edited drafts, a real report and drafts by three authors outside the
corpus: there the plans, the causes and the strange matters mark nothing wrongly; of 119 items that share a heading seven are marked as
named alone, two of them rightly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ..align import Evidence, telling_pairs
from ..align.denied import COMING, DONE
from ..align.kinds import CAUSES, TARGETS
from ..align.passages import spoken_of
from ..align.themes import themes
from ..expressions import compiled
from ..model import Message, Section, Verdict, msg
from ..outline import count
from ..outline.owed import refers_elsewhere

LEAST = 4
"""Words of a sentence; fewer are a label."""
POINTING, BESIDE = 25, 6
"""Syllables of a text that only points elsewhere, and of what it says besides."""
_CLAUSE = compiled(r"[,.;:]\s")
NO_TRACE = 0.30
"""Topic of a sentence below which it says nothing of an item."""
NOT_OWN, STRANGE = 0.05, 0.60
"""Topic of a text that is surely not the item's, and that of no item of the outline from which it is strange to it."""
_SENTENCE = compiled(r"[^.;\n]+(?:[.;]+(?!\s)[^.;\n]+)*")
_AIM = compiled(
    r"\b(?:mục tiêu|chỉ tiêu|phấn đấu|đích|trở thành|đạt (?:từ |trên |ít nhất )?\d|(?:đến|tới) (?:hết |cuối )?năm 20\d\d|tối thiểu|ít nhất)\b|\d\s?%",
    re.IGNORECASE,
)
"""Some word or figure that may set a target."""
_BECAUSE = compiled(
    r"\b(?:nhờ|do|vì|bởi|tại|nguyên nhân|lý do|sở dĩ|bắt nguồn|xuất phát|căn nguyên|có được|yếu tố|quyết định|tác động|dẫn đến|ảnh hưởng)\b",
    re.IGNORECASE,
)
"""Some word that may tell a cause."""


def unsaid(evidence: Evidence, verdicts: Sequence[Verdict]) -> dict[int, Message]:
    """Requirements whose heading is there and whose text may not be, by what is doubtful."""
    out: dict[int, Message] = {}
    for verdict in verdicts:
        r = evidence.number_of[verdict.requirement]
        if verdict.status not in ("covered", "merged", "thin") or verdict.rung == "content" or evidence.children_of[r]:
            continue
        why = _doubt(evidence, r, verdict, verdicts) if verdict.sections else None
        if why is not None:
            out[r] = why
    return out


def _doubt(evidence: Evidence, r: int, verdict: Verdict, verdicts: Sequence[Verdict]) -> Message | None:
    section = evidence.sections[verdict.sections[0]]
    span = evidence.text_span(section)
    text = evidence.outline.document.text[span.start : span.end]
    if _only_points(text):
        return msg("Dưới tiêu đề chỉ có lời dẫn sang chỗ khác, chưa có nội dung.")
    if verdict.status == "thin":
        return None
    if _only_ahead(evidence, r, text):
        return msg("Tiêu đề đúng nhưng nội dung chỉ nói việc sẽ làm; mục này hỏi kết quả đã làm.")
    if _strange(evidence, r, section):
        return msg("Tiêu đề đúng nhưng nội dung nói về việc khác, ngoài các mục của đề cương.")
    if verdict.status == "merged" and (
        _only_named(evidence, r, section, text, verdicts)
        or _untold(evidence, r, section)
        or _causeless(evidence, r, text)
        or _aimless(evidence, r, text)
    ):
        return msg("Tiêu đề nêu cả mục này nhưng chưa thấy câu nào bên dưới nói đến.")
    return None


def _only_points(text: str) -> bool:
    """Whether a text says that its matter is told elsewhere, and hardly a word besides."""
    if count(text) > POINTING or not refers_elsewhere(text):
        return False
    return sum(count(part) for part in _CLAUSE.split(text) if not refers_elsewhere(part)) <= BESIDE


def _only_ahead(evidence: Evidence, r: int, text: str) -> bool:
    """Whether a text under the heading of a result opens with what will be done, tells mostly that, and nothing done."""
    if evidence.requirements[r].voice != "result" or COMING.search(text) is None or DONE.search(text) is not None:
        return False
    sentences = [m[0] for m in _SENTENCE.finditer(text) if len(m[0].split()) >= LEAST]
    ahead = [COMING.search(one) is not None for one in sentences]
    return bool(ahead) and ahead[0] and 2 * sum(ahead) >= len(ahead)


def _strange(evidence: Evidence, r: int, section: Section) -> bool:
    """Whether a text is surely not of the item's topic, but of one that no item has of an outline all of whose topics are known."""
    reading = evidence.reading if evidence.knows_topics else None
    at = reading.topic_index(evidence.requirements[r].topic) if reading is not None else None
    mean = reading.mean(evidence.text_span(section)) if reading is not None and at is not None else None
    if reading is None or mean is None or mean[at] >= NOT_OWN:
        return False
    best = int(np.argmax(mean))
    return bool(mean[best] >= STRANGE) and all(q.topic != reading.topics[best] for q in evidence.requirements)


def _causeless(evidence: Evidence, r: int, text: str) -> bool:
    """Whether causes that share a heading with what they are of are told by no word that tells one."""
    return CAUSES in evidence.wanted.kinds[r] and _BECAUSE.search(text) is None


def _aimless(evidence: Evidence, r: int, text: str) -> bool:
    """Whether targets that share a heading with tasks are told by no word and no figure that sets one."""
    return evidence.wanted.kinds[r] == {TARGETS} and _AIM.search(text) is None


def _untold(evidence: Evidence, r: int, section: Section) -> bool:
    """Whether no sentence under a heading of several items has anything of the topic of this one, nor the words that tell it."""
    reading = evidence.reading
    at = reading.topic_index(evidence.requirements[r].topic) if reading is not None else None
    if at is None or not evidence.items[section.index] or section.children or spoken_of(evidence, r, section.body):
        return False
    read = evidence.pieces.sentences(section.body)
    return read is not None and bool(read.probabilities[:, at].max(initial=0.0) < NO_TRACE)


def _only_named(evidence: Evidence, r: int, section: Section, text: str, verdicts: Sequence[Verdict]) -> bool:
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
    known = themes()
    return not telling & telling_pairs(text) and not any(known.of(p) & asked for p in set(known.phrases(text)))
