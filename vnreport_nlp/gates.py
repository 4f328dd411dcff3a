"""Expressions that are not tried where they cannot match: words that every match must hold are looked for first.

Most expressions of the checks begin with an alternation, so that ``re`` tries each alternative at each character, while a
search for a plain word runs a hundred times faster. The words come from the parsed expression itself: of each part that
must be there, the words of which one must be in the text; the two parts that say most are kept. Compared is in lower case,
where every match still holds its words. An expression without such words is simply tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

LEAST = 2
"""A shorter word is in every text."""
MOST = 64
"""With more words than this looking for them costs as much as trying."""
PARTS = 2
"""So many parts are looked for."""
Words = tuple[str, ...]


class Gated:
    """A compiled expression with groups of words: every match holds a word of each group."""

    __slots__ = ("groups", "pattern")

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern = re.compile(expression, flags)
        self.groups = needed(expression, flags)

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
        return self.pattern.finditer(text) if self.may(text) else iter(())


@lru_cache(maxsize=16)
def _lower(text: str) -> str:
    """The last few texts in lower case: each is asked about many times."""
    return _plain(text)


def _plain(text: str) -> str:
    """Lower case, with one form of the letters that equal i and s for ``re.IGNORECASE``."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


def needed(expression: str, flags: int = 0) -> tuple[Words, ...]:
    """Groups of words in lower case: every match holds at least one of each group; none when none can be named."""
    found = sorted(_groups(parser.parse(expression, flags)), key=_weight, reverse=True)
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
