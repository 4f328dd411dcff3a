"""Expressions that are not tried where they cannot match: words that every match must hold are looked for first.

Most expressions of the checks begin with an alternation, so that ``re`` tries each alternative at each character, while a
search for a plain word runs a hundred times faster. The words come from the parsed expression itself: of each part that
must be there, the words of which one must be in the text; the two parts that say most are kept. Compared is in lower case,
where every match still holds its words. An expression without such words is simply tried.

In a long text the words that a match can begin with are looked for instead, and the expression is tried only there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import NamedTuple

from .expressions import compiled, noted

LEAST = 2
"""A shorter word is in every text."""
MOST = 64
"""With more words than this looking for them costs as much as trying."""
PARTS = 2
"""So many parts are looked for."""
_TWO_CASES = compiled(
    "[A-HJL-RT-Za-hjl-rt-z\u00c0-\u00c4\u00c6-\u00dd\u00e0-\u00e4\u00e6-\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
"""Vietnamese letters of two cases and no more: ``re.IGNORECASE`` takes other letters for i, s and k as well."""
LONG = 500
"""From so many characters on, the places of a word are sooner found than an expression is tried everywhere."""
HEADS = 24
"""With more beginnings than this it would not be so."""
_DIGIT = compiled(r"\d")
Words = tuple[str, ...]


class Part(NamedTuple):
    """A part of a text, with its words."""

    start: int
    end: int
    words: str


class Gated:
    """An expression with groups of words: every match holds a word of each group. It is compiled when it is first tried."""

    __slots__ = ("_compiled", "_expression", "_flags", "figure", "groups", "heads")

    def __init__(self, expression: str, flags: int = 0) -> None:
        self._expression, self._flags = expression, flags
        self._compiled: re.Pattern[str] | None = None
        groups, heads, self.figure = noted("gate", expression, flags, lambda: _gate(expression, flags))
        self.groups, self.heads = tuple(map(tuple, groups)), tuple(heads)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = compiled(self._expression, self._flags)
        return self._compiled

    def may(self, text: str) -> bool:
        """Whether a match is possible at all."""
        low = _lower(text)
        for words in self.groups:  # loops, not any(): this runs for every sentence and expression
            for word in words:
                if word in low:
                    break
            else:
                return False
        return True

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As ``search`` of a compiled expression."""
        return self.pattern.search(text, start) if self.may(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As ``finditer`` of a compiled expression."""
        if self.heads and len(text) >= LONG:
            return self._tried(text, sorted(at for head in self.heads for at in places(text, head)))
        if not self.may(text):
            return iter(())
        return self._tried(text, _digits(text)) if self.figure else self.pattern.finditer(text)

    def over(self, text: str, parts: Iterable[Part]) -> Iterator[re.Match[str]]:
        """The matches in parts of a text, none of which reaches into two."""
        for part in parts:
            if not self.may(part.words):
                continue
            if self.figure:
                places = (at for at in _digits(text) if part.start <= at < part.end)
                yield from self._tried(text, places, part.end)
            else:
                yield from self.pattern.finditer(text, part.start, part.end)

    def _tried(self, text: str, places: Iterable[int], stop: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches that begin at some of these places, which are all where one can begin."""
        end = 0
        for at in places:
            match = self.pattern.match(text, at, stop) if at >= end else None
            if match:
                yield match
                end = match.end()


def _gate(expression: str, flags: int) -> tuple[tuple[Words, ...], Words, bool]:
    """The groups of words of an expression, what its matches can begin with, and whether they begin with a digit."""
    parsed = parser.parse(expression, flags)
    return _needed(parsed), _heads(parsed), _figure_first(parsed)


@lru_cache(maxsize=4)
def _digits(text: str) -> tuple[int, ...]:
    """Where the digits of a text are; several expressions ask."""
    return tuple(m.start() for m in _DIGIT.finditer(text))


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text, as it is written."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@lru_cache(maxsize=512)
def _lower(text: str) -> str:
    """The last texts in lower case: each is asked about many times, by one check after the other."""
    return _plain(text)


def _plain(text: str) -> str:
    """Lower case, with one form of the letters that equal i and s for ``re.IGNORECASE``."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


def openings(expression: str, flags: int = 0) -> tuple[str, ...]:
    """The strings that a match can begin with, each of two letters or more; none when there are others."""
    return _heads(parser.parse(expression, flags))


def _heads(parsed: parser.SubPattern) -> tuple[str, ...]:
    heads, _ = _openings(parsed, _both_cases if parsed.state.flags & re.IGNORECASE else _itself)
    return tuple(sorted(heads)) if min(map(len, heads)) >= LEAST else ()


def _itself(char: str) -> set[str]:
    return {char}


def _both_cases(char: str) -> set[str]:
    """A letter in both cases, or what has no case; nothing for other letters."""
    return {char.lower(), char.upper()} if _TWO_CASES.match(char) else set() if char.isalpha() else {char}


def _openings(parts: Sequence[tuple[object, object]], forms: Callable[[str], set[str]]) -> tuple[set[str], bool]:
    """(what the parts can begin with, whether that is all of them); what has no width is passed over."""
    heads = {""}
    for code, value in parts:
        if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            continue
        following, whole = _opening(code, value, forms)
        if not following or len(heads) * len(following) > HEADS:
            return heads, False
        heads = {head + more for head in heads for more in following}
        if not whole:
            return heads, False
    return heads, True


def _opening(code: object, value: object, forms: Callable[[str], set[str]]) -> tuple[set[str], bool]:
    """The same of one part; an empty set when it can be anything."""
    if code is codes.LITERAL and isinstance(value, int):
        return forms(chr(value)), True
    if code is codes.IN and isinstance(value, list):
        each_form = [forms(chr(v)) if c is codes.LITERAL else set[str]() for c, v in value]
        return (set().union(*each_form), True) if all(each_form) else (set(), False)
    if code is codes.SUBPATTERN and isinstance(value, tuple):
        return _openings(value[-1], forms) if not (value[1] or value[2]) else (set(), False)
    if code is codes.MAX_REPEAT and isinstance(value, tuple) and value[0]:
        return _openings(value[2], forms)[0], False
    if code is codes.BRANCH and isinstance(value, tuple):
        each = [_openings(branch, forms) for branch in value[1]]
        return set().union(*(heads for heads, _ in each)), all(whole for _, whole in each)
    return set(), False


def _figure_first(parts: Sequence[tuple[object, object]]) -> bool:
    """Whether every match begins with a digit; what has no width is passed over."""
    for code, value in parts:
        if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            continue
        if code is codes.IN:
            return bool(value == [(codes.CATEGORY, codes.CATEGORY_DIGIT)])
        if code is codes.SUBPATTERN and isinstance(value, tuple):
            return _figure_first(value[-1])
        if code is codes.MAX_REPEAT and isinstance(value, tuple):
            return value[0] > 0 and _figure_first(value[2])
        return code is codes.BRANCH and isinstance(value, tuple) and all(map(_figure_first, value[1]))
    return False


def needed(expression: str, flags: int = 0) -> tuple[Words, ...]:
    """Groups of words in lower case: every match holds at least one of each group; none when none can be named."""
    return _needed(parser.parse(expression, flags))


def _needed(parsed: parser.SubPattern) -> tuple[Words, ...]:
    found = sorted(_groups(parsed), key=_weight, reverse=True)
    return tuple(dict.fromkeys(found))[:PARTS]


def _weight(words: Words) -> tuple[int, int]:
    """How much a group says: the longer its shortest word, then the fewer words."""
    return min(map(len, words)), -len(words)


def _groups(parts: Sequence[tuple[object, object]]) -> Iterator[Words]:
    run = ""
    for code, value in (*parts, (None, None)):
        letter = _letter(code, value)
        if letter:
            run += letter
            continue
        inside = _inside(code, value)
        yield from (g for g in ((run,), *inside) if min(map(len, g)) >= LEAST and len(g) <= MOST)
        run = ""


def _letter(code: object, value: object) -> str:
    """The lower-case letter that a part stands for, empty when it may be several."""
    if code is codes.LITERAL:
        return _plain(chr(value)) if isinstance(value, int) else ""
    if code is codes.IN and isinstance(value, list):
        found = {_plain(chr(v)) if c is codes.LITERAL else "" for c, v in value}
        return found.pop() if len(found) == 1 else ""
    return ""


def _inside(code: object, value: object) -> list[Words]:
    """The groups of a bracket, an alternation, a repetition or what must follow."""
    if not isinstance(value, tuple):
        return []
    if code is codes.SUBPATTERN:
        return list(_groups(value[-1]))
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return list(_groups(value[2])) if value[0] else []
    if code is codes.ASSERT:
        return list(_groups(value[1])) if value[0] > 0 else []
    if code is codes.BRANCH:
        best = [max(_groups(branch), key=_weight, default=()) for branch in value[1]]
        return [tuple(dict.fromkeys(w for words in best for w in words))] if all(best) else []
    return []
