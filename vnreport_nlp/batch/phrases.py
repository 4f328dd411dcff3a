"""Phrases of a template's indicators as expressions: ``kiểm tra … {n}( lượt|) đảng viên``.

``{n}`` is the figure, ``{k}`` another figure, ``…`` words of the same clause, ``(a|b|)`` one of several wordings, ``{()}`` a remark in
brackets that may stand there, ``{,}`` punctuation or none, ``{.}`` a place where the clause or the list goes on or ends, so that
nothing narrows the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..expressions import compiled
from ..gates import Gated

_DIGITS = r"\d(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:,\d+)?)"
_WHOLE = r"(?![\w/]|[.,]\d|\s?%|\s?[-–]\s?\d)"
_GLUE = r"(?:[^\S\n]|[*_])+"
"""Between words; not from one table cell or paragraph to the next."""
_FIGURE = compiled(r"(?<![\w/.,])\d[\d.,]*(?:[^\S\n]|[*_])+(?P<word>[^\W\d_]+)")
_YEAR = compiled(r"(?:19|20)\d\d")
END = r"(?=\s*(?:[,;:.()\[\n…]|$)|\s+(?:và|theo|gồm|trong đó|đang sinh hoạt|sinh hoạt)\b)"
"""What follows a count that is complete."""
_BARE = rf"(?:(?<=\d){END}|(?<!\d)(?!\w))"
"""Behind a figure that may have its noun: without one, another noun must not follow."""
GAP = 80
"""Characters that ``…`` spans at most: a clause of an official sentence; longer ones change the subject."""
_MARKS = {
    "{n}": rf"(?P<n>{_DIGITS}){_WHOLE}",
    "{k}": _DIGITS + _WHOLE,
    "{()}": r"(?:\s*\([^()\n]*\))?",
    "{,}": r"[\s*_,:;(–-]*",
    "{.}": END,
    "(": "(?:",
    ")": ")",
    "|": "|",
}
_TOKEN = compiled(r"\{n\}|\{k\}|\{\.\}|\{\(\)\}|\s*\{,\}\s*|\s*(?:…|\.\.\.)\s*|[()|]|\s+|[^\s(){}|…]+")
_JOINED = compiled(r"[\w/.,]")
"""A match does not begin behind one of these."""
_NOUN = compiled(r"(?:ủy ban|tổ|đoàn|ban|hội đồng|công tác|cán bộ|quyết định|biên bản|cuộc|sau) $")
"""Behind one of these words a verb is part of a name or a noun: ``Ủy ban kiểm tra``, ``sau luân chuyển``."""
ASIDE = (
    "trong đó|riêng|mỗi|bình quân|hướng dẫn|thành lập|phát hiện|yêu cầu|đề nghị|qua đó|xử lý|nhắc nhở|phê bình|mục tiêu|phấn đấu|còn lại|"
    r"cấp (?:huyện|thị xã|thành phố|xã|phường|cơ sở|tỉnh)\b|nhiệm kỳ trước"
)
"""Words that ``…`` does not span: behind them another thing is counted, or a part of it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as an expression; groups ``g0``, ``g1`` … are what ``…`` spans. ``behind`` are words that may follow a leading figure."""

    gated: Gated
    gaps: tuple[str, ...]
    behind: frozenset[str]


@lru_cache(maxsize=1024)
def pattern(phrase: str) -> Phrase:
    """The expression of a phrase, for a text as ``plain`` gives it."""
    tokens = [t if t.strip() not in ("…", "...") else "…" for t in _TOKEN.findall(plain(phrase).strip())]
    parts = [_MARKS.get(t.strip(), re.escape(t)) if t.strip() else _GLUE for t in tokens]
    for k, after in enumerate(tokens[1:]):  # a figure in per cent is one where the phrase says so
        if after.startswith("%"):
            parts[k] = parts[k].replace(_WHOLE, _WHOLE.replace(r"|\s?%", ""))
    gaps = [i for i, t in enumerate(tokens) if t == "…"]
    for k, at in enumerate(gaps):
        parts[at] = rf"(?!\w)(?P<g{k}>(?:[^;.\n]|\.(?=\d)){{0,{GAP}}}?)(?<![\w.,/-])"
    bare = "{n}" in tokens and not any(t.strip() and t not in "()|" for t in _required_after(tokens))
    behind = frozenset(re.findall(r"[^\W\d_]+", plain(phrase))) if tokens[0] in ("{n}", "{k}") else frozenset()
    return Phrase(
        Gated("".join(parts) + (_BARE if bare else r"(?!\w)")), tuple(f"g{k}" for k in range(len(gaps))), behind
    )


@lru_cache(maxsize=64)
def bar(words: tuple[str, ...]) -> re.Pattern[str]:
    """What ``…`` does not span: asides, and the words given."""
    return compiled(rf"\b(?:{'|'.join([ASIDE, *map(re.escape, words)])})")


def _required_after(tokens: list[str]) -> list[str]:
    """Tokens behind the figure, without a bracket that may be empty."""
    rest = "\0".join(tokens[tokens.index("{n}") + 1 :])
    return re.sub(r"\([^()]*\|\0\)", "", rest).split("\0")


def plain(text: str) -> str:
    """The text in lower case with one form of quotation marks and tone places, character by character."""
    low = text.lower()
    if len(low) != len(text):  # a letter with a longer lower case
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for old, new in (("xoá", "xóa"), ("uỷ", "ủy"), ("khoá", "khóa"), ("“", '"'), ("”", '"')):
        low = low.replace(old, new)
    return low


@lru_cache(maxsize=4)
def _figures(text: str) -> dict[str, tuple[int, ...]]:
    """Where figures stand, by the word that follows."""
    found: dict[str, list[int]] = {}
    for m in _FIGURE.finditer(text):
        found.setdefault(m["word"], []).append(m.start())
    return {word: tuple(places) for word, places in found.items()}


def _matches(wanted: Phrase, text: str) -> Iterator[re.Match[str]]:
    """Every match, also those that overlap: a wrong one must not hide the right one."""
    expression = wanted.gated.pattern
    if wanted.behind:
        known = _figures(text)
        for at in sorted(x for word in wanted.behind for x in known.get(word, ())):
            if (found := expression.match(text, at)) is not None:
                yield found
        return
    at = 0
    while (found := expression.search(text, at)) is not None:
        at = found.start() + 1
        yield found


def occurrences(wanted: Phrase, text: str, barred: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Every match in a plain text, none right behind a word or inside the name of a body, none with a barred word in ``…``."""
    end = 0
    for m in _matches(wanted, text) if wanted.gated.may(text) else ():
        wrong = m.start() < end or (m.start() > 0 and _JOINED.match(text, m.start() - 1) is not None)
        wrong = wrong or _NOUN.search(text, max(0, m.start() - 12), m.start()) is not None
        wrong = wrong or _YEAR.fullmatch(m["n"]) is not None or any(barred.search(m[name]) for name in wanted.gaps)
        if not wrong:
            end = m.end()
            yield m


def lead_of(phrase: str) -> str:
    """The words a phrase opens with; empty when it opens with a figure."""
    return re.split(r"[{(…]|\.\.\.", plain(phrase))[0].strip(" :")


def value_of(text: str) -> float:
    """``4.470`` → 4470, ``12,5`` → 12.5, ``03`` → 3."""
    return float(text.replace(".", "").replace(",", "."))
