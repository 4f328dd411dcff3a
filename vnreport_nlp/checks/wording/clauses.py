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
LONG = 10
"""Several clauses of so many words are said twice by no one, with a figure or without."""


def clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of what one paragraph says twice in a row."""
    spans = list(_spans(text))
    said = [text[start:end] for start, end in spans]
    done = 0
    for i in range(1, len(said)):
        for n in range(1, min(TOGETHER, i, len(said) - i) + 1):
            if said[i] == said[i - n] and said[i : i + n] == said[i - n : i] and i - n >= done:
                first, last = spans[i - n][0], spans[i + n - 1][1]
                words = text[first : spans[i - 1][1]]
                if _telling(words, n):
                    done = i + n
                    yield first, last, words
                    break


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
