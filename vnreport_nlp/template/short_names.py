"""Shorter names for the titles of a derived template, as units write them: ``Cải cách thể chế`` → ``Thể chế``.

An outline document gives one title an item. Units drop what goes without saying: the verbs that every title opens with, and the
words with which all titles of a group begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..expressions import compiled
from ..model import Requirement
from ..similarity import TitleIndex, split_words
from ..text import fold
from ..words import word_spans

OPENERS = frozenset(
    fold(w)
    for w in (
        "công tác", "tình hình", "việc", "về", "kết quả", "tiếp tục", "thực hiện", "tổ chức thực hiện", "triển khai", "đổi mới", "hoàn thiện",
        "xây dựng", "phát triển", "nâng cao", "tăng cường", "củng cố", "kiện toàn", "sắp xếp", "đẩy mạnh", "phát huy", "cải cách", "quản lý",
        "rà soát", "bảo đảm", "đảm bảo", "chủ động", "tập trung", "giữ vững", "ban hành", "các", "những",
    )
)  # fmt: skip
"""What a title may open with before it names its matter; one or two syllables each."""
_RULED, _RULES = fold("quản lý"), fold("nhà nước")
"""Together one name: ``quản lý nhà nước``."""
MIN_NAME = 2
"""Least syllables of a short name that says something."""
SAME = 0.80
"""A short name this like another item's title is not given: it would be that item's."""
_JOINED = compiled(r"\s*(?:;|\bvà\b|\bgắn với\b)\s*", re.IGNORECASE)
"""Commas part no things here: ``phòng, chống`` is one."""
_WHEN = compiled(r"\b(?:nhiệm kỳ|giai đoạn|thời kỳ|năm)\b|[\d–-]+", re.IGNORECASE)
"""Words for a time: the rest of a title that has no others is the name of nothing."""
_LEADING = compiled(r"^(?:và\b|[,;])\s*", re.IGNORECASE)


def with_short_names(requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The requirements with short names among their aliases, none of which another item could claim as well."""
    titles = TitleIndex(tuple((r.title,) for r in requirements))
    named: list[tuple[str, ...]] = [_names(r, requirements) for r in requirements]
    claims: dict[str, set[str]] = {}
    for r, names in zip(requirements, named, strict=True):
        for name in names:
            claims.setdefault(fold(name), set()).add(_family(r))
    out = []
    for k, (r, names) in enumerate(zip(requirements, named, strict=True)):
        kept = [
            n
            for n in names
            if _own(titles, k, n, requirements)
            and len(claims[fold(n)]) == 1
            and not _said_by_another(r, n, requirements)
        ]
        out.append(replace(r, aliases=tuple(dict.fromkeys((*r.aliases, *kept)))))
    return tuple(out)


def _family(r: Requirement) -> str:
    """What twins share: a title that stands in two parts has its short name in both."""
    return fold(r.title)


def _own(titles: TitleIndex, k: int, name: str, requirements: Sequence[Requirement]) -> bool:
    scores = titles.scores([name])[:, 0]
    return not any(
        score >= SAME and at != k and fold(requirements[at].title) != fold(requirements[k].title)
        for at, score in enumerate(scores)
    )


def _said_by_another(r: Requirement, name: str, requirements: Sequence[Requirement]) -> bool:
    """Whether the title of another item of the part has all of a name running: ``Nước sạch`` is as much ``Cấp nước sạch nông thôn``."""
    words, part = f" {' '.join(split_words(name))} ", r.number.split(".")[0]
    others = (q for q in requirements if q.number.split(".")[0] == part and fold(q.title) != fold(r.title))
    return any(words in f" {' '.join(split_words(q.title))} " for q in others)


def _names(r: Requirement, requirements: Sequence[Requirement]) -> tuple[str, ...]:
    """Without openers, without what the siblings' titles open with too, and the first thing of several, each once."""
    words = r.title.split()
    siblings = [q.title.split() for q in requirements if q.parent == r.parent and q.number != r.number and r.parent]
    common = max((_same_start(words, other) for other in siblings), default=0)
    full = _without_openers(words)
    first = _without_openers(_JOINED.split(r.title, maxsplit=1)[0].split())
    found = (" ".join(words[common:]) if common else "", " ".join(full), " ".join(first))
    return tuple(
        dict.fromkeys(
            _capital(n)
            for n in map(_clean, found)
            if len(split_words(_WHEN.sub(" ", n))) >= MIN_NAME and fold(n) != fold(r.title)
        )
    )


def _same_start(words: Sequence[str], other: Sequence[str]) -> int:
    """How many first words two titles share; never all of one, never half of a word of two syllables."""
    n = 0
    while n < min(len(words), len(other)) - 1 and fold(words[n]) == fold(other[n]):
        n += 1
    if n == 0:
        return 0
    title, at = " ".join(words), len(" ".join(words[:n]))
    broken = next((start for start, end in word_spans(title) if start <= at < end and at != end), None)
    return n if broken is None or broken >= at else len(title[:broken].split())


def _without_openers(words: Sequence[str]) -> list[str]:
    left = [w for w in words if w]
    while len(left) > MIN_NAME:
        two, one = fold(" ".join(left[:2])).rstrip(",;"), fold(left[0]).rstrip(",;")
        if two == _RULED and fold(" ".join(left[2:4])) == _RULES:
            break
        if two in OPENERS and len(left) > MIN_NAME + 1:
            left = left[2:]
        elif one in OPENERS or one in ("và", ","):
            left = left[1:]
        else:
            break
    return left


def _clean(name: str) -> str:
    """The name without what opens or closes a list, and without a mark of quotation that lost its other."""
    bare = _LEADING.sub("", name.strip(" ,;"))
    return bare if bare.count('"') % 2 == 0 and bare.count("“") == bare.count("”") else bare.strip('"“” ')


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
