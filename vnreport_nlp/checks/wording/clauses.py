"""T702 of clauses that stand right behind themselves (``dịch vụ tăng 3,8%; dịch vụ tăng 3,8%``), one with a figure or several together."""

from __future__ import annotations

from collections.abc import Iterator

from ...expressions import lazy

_MARK = lazy(r"[,;]\s+|(?<=[^\W\d_]{2})\.\s+(?=[^\W_])")
"""Between two clauses; a full stop is between sentences, the last clause of which no one follows with itself."""
_END = lazy(r"[.…]*\s*$")
LEAST = 5
"""A clause of fewer words may be told of two things."""
TOGETHER = 3
"""So many clauses are compared with as many behind them."""
FILLER = 3
"""What follows itself more often is no slip: it fills."""
LONG = 10
"""Several clauses of so many words are said twice by no one, with a figure or without."""


def clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of what one paragraph says twice in a row."""
    spans = list(_spans(text))
    said = [text[start:end] for start, end in spans]
    i = 1
    while i < len(said):
        n = next((n for n in range(1, min(TOGETHER, i, len(said) - i) + 1) if _again(said, i, n)), 0)
        if not n:
            i += 1
            continue
        first, words = spans[i - n][0], text[spans[i - n][0] : spans[i - 1][1]]
        times = 2
        while _again(said, i + n * (times - 1), n):
            times += 1
        end = i + n * (times - 1)
        if times <= FILLER and _telling(words, n):
            yield first, spans[end - 1][1], words
        i = end + 1  # what comes next is held against nothing of these


def _again(said: list[str], i: int, n: int) -> bool:
    """Whether so many clauses from a place on are those right before them."""
    return i + n <= len(said) and said[i] == said[i - n] and said[i : i + n] == said[i - n : i]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a paragraph are, the last without its full stop."""
    start = 0
    for m in _MARK.finditer(text):
        yield start, m.start()
        start = m.end()
    yield start, len(_END.sub("", text)) if start < len(text) else len(text)


def _telling(words: str, together: int) -> bool:
    """Whether so many words are said twice by a slip."""
    many = len(words.split())
    return many >= LEAST and (any(map(str.isdigit, words)) or (together > 1 and many >= LONG))
