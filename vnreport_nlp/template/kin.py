"""What the bundled templates know about a title: other names for it, its topic, whether it reports or plans.

An outline document has titles only. Where one of them is a title of a bundled template as well, units word it in the ways
that are known there, and the classifier knows its topic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..expressions import compiled
from ..model import Requirement, Template
from ..similarity import STOP_WORDS, Matrix, TitleIndex, split_words
from ..text import fold

MIN_KIN = 0.70
"""Least similarity of titles in parts that are kin, or of the parts themselves."""
MIN_KIN_ELSEWHERE = 0.85
"""The same where the parts are not."""

MIN_LEAD = 0.10
"""Lead in likeness to a known title over any other item of the part, without which it is no item's own."""
_SEVERAL = compiled(r"[,;:(]")
CLOSEST = 0.05
"""Advantage of the template that has the most of these titles, where two know one title."""

_ANY_REPORT = STOP_WORDS | set(split_words(
    "báo cáo nội dung tổng kết sơ kết kết quả tình hình thực hiện nhiệm vụ phương hướng xây dựng phát triển năm"
))  # fmt: skip
"""Words of a report's title that do not say what it is about."""


def with_kin(template: Template, known: Sequence[Template]) -> Template:
    """The template with the names, topics and voices that ``known`` templates have for its titles."""
    theirs = [(t, q) for t in known for q in t.requirements]
    if not theirs:
        return template
    index = TitleIndex(tuple((q.title, *q.aliases) for _, q in theirs))
    scores = index.scores([r.title for r in template.requirements])
    scores = scores + CLOSEST * _closest(scores, theirs)
    strange = {t.id: _subject(t) - _said(template) for t in known}
    kin = _kin(template, scores, theirs)
    out: list[Requirement] = []
    for column, r in enumerate(template.requirements):
        if column not in kin or _is_anothers(template, scores, kin, column):
            out.append(r)
            continue
        owner, q = _told(*theirs[kin[column]], theirs)
        out.append(_enriched(r, q, strange[owner.id]))
    return replace(template, requirements=tuple(out))


def _kin(template: Template, scores: Matrix, theirs: list[tuple[Template, Requirement]]) -> dict[int, int]:
    """For the requirements that have one, the known requirement of the nearest title."""
    roots: dict[str, tuple[str, str]] = {}
    out: dict[int, int] = {}
    for column, r in enumerate(template.requirements):
        at = _nearest(scores, column, r, theirs, roots)
        if at is None or _says_more(r, theirs[at][1]) or _is_whole(template, r, theirs[at][1]):
            continue
        out[column] = at
        if r.parent is None:
            owner, q = theirs[at]
            roots[r.number] = (owner.id, q.number)
    return out


def _subject(template: Template) -> set[str]:
    """The words that say what the reports of a template are about."""
    return {w for w in split_words(template.title) if not w.isdigit()} - _ANY_REPORT


def _said(template: Template) -> set[str]:
    """All words of a template's titles, its own with them."""
    return {w for text in (template.title, *(r.title for r in template.requirements)) for w in split_words(text)}


def _closest(scores: Matrix, theirs: list[tuple[Template, Requirement]]) -> Matrix:
    """1 in the rows of the template that has the most of the titles."""
    owners = [owner.id for owner, _ in theirs]
    rows = {name: [k for k, o in enumerate(owners) if o == name] for name in owners}
    share = {name: float((scores[at].max(axis=0) >= MIN_KIN).sum()) for name, at in rows.items()}
    best = max(share, key=lambda name: share[name])
    return np.array([[float(o == best)] for o in owners])


def _nearest(
    scores: Matrix,
    column: int,
    r: Requirement,
    theirs: list[tuple[Template, Requirement]],
    roots: dict[str, tuple[str, str]],
) -> int | None:
    """The requirement whose title is nearest: below the kin of its own part first, then anywhere in the same voice."""
    root = roots.get(r.number.split(".")[0])
    best: tuple[float, int] | None = None
    for at in np.argsort(-scores[:, column])[:20]:
        owner, q = theirs[int(at)]
        score = float(scores[at, column])
        if r.voice and q.voice and r.voice != q.voice:
            continue
        if (r.parent is None) != (q.parent is None) and score < MIN_KIN_ELSEWHERE:
            continue
        near = r.parent is None or (root is not None and (owner.id, q.number.split(".")[0]) == root)
        if score >= (MIN_KIN if near else MIN_KIN_ELSEWHERE) and (best is None or score + 0.1 * near > best[0]):
            best = (score + 0.1 * near, int(at))
    return best[1] if best else None


def _says_more(r: Requirement, q: Requirement) -> bool:
    """Whether a title is another's name with further words behind it that this never has: ``Kinh tế số`` is no ``Kinh tế``."""
    words = [w for w in split_words(r.title) if w not in _ANY_REPORT]
    names = [[w for w in split_words(title) if w not in _ANY_REPORT] for title in (q.title, *q.aliases)]
    known = {w for name in names for w in name}
    more = next((k for k, w in enumerate(words) if w not in known), 0)
    one_thing = len(split_words(r.title)) == len(words) and not _SEVERAL.search(r.title)
    return one_thing and more > 0 and known.isdisjoint(words[more:]) and words[:more] in names


def _is_whole(template: Template, r: Requirement, q: Requirement) -> bool:
    """Whether another template's title is what this one's reports are about as a whole: then it is the name of none of their items."""
    about = set(split_words(q.title)) - _ANY_REPORT
    return bool(about) and about <= _subject(template) and not about <= set(split_words(r.title))


def _is_anothers(template: Template, scores: Matrix, kin: dict[int, int], column: int) -> bool:
    """Whether the known names are another item's of this outline, or nobody's.

    Of one above that is as near to them: ``Thủy sản`` below ``Sản xuất nông, lâm nghiệp, thủy sản``. Nobody's, where another of the
    part that has none of its own is nearly as near: ``Văn hóa, thể thao`` of ``Thiết chế văn hóa, thể thao`` and of ``Thể thao``.
    """
    at, mine = kin[column], template.requirements[column]
    near = float(scores[at, column])
    others = [(k, q) for k, q in enumerate(template.requirements) if k != column]
    above = [k for k, q in others if mine.number.startswith(f"{q.number}.")]
    if any(kin.get(k) == at and scores[at, k] >= near for k in above):
        return True
    part = f"{mine.number.partition('.')[0]}."
    below = f"{mine.number}."
    beside = (k for k, q in others if q.number.startswith(part) and not q.number.startswith(below) and k not in above)
    return any(k not in kin and scores[at, k] > near - MIN_LEAD for k in beside)


def _told(owner: Template, q: Requirement, theirs: list[tuple[Template, Requirement]]) -> tuple[Template, Requirement]:
    """The requirement, or one of the same title in another template where that alone knows its topic."""
    if q.topic is not None:
        return owner, q
    same = ((t, k) for t, k in theirs if k.topic and k.voice == q.voice and fold(k.title) == fold(q.title))
    return next(same, (owner, q))


def _enriched(r: Requirement, q: Requirement, strange: set[str]) -> Requirement:
    """The requirement with what is known of its title, except names with ``strange`` words: those of another kind of report.

    A title with such a word and a topic is a matter that only that kind of report has: nothing is known then.
    """
    if q.topic is not None and strange.intersection(split_words(q.title)):
        return r
    names = (*r.aliases, *(n for n in (q.title, *q.aliases) if not strange.intersection(split_words(n))))
    return replace(
        r, aliases=tuple(dict.fromkeys(n for n in names if n != r.title)), topic=r.topic or q.topic, voice=r.voice or q.voice
    )  # fmt: skip
