"""F204 over two sentences: a rate whose first sentence says of what, told again in one sentence with two digits in changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ....expressions import lazy
from ..reading.quantity import Quantity, content
from ..reading.words import HEADED, NAMED, RESERVED
from .twins import transposed

LEAST_DIGITS = 3
"""Rates with so many digits are seldom twins by chance."""
LEAST_WORDS = 4
"""So many words must both tell besides those of the rate itself."""
_RIGHT = lazy(r"[,;:()]|\.(?!\d)|\s(?:còn lại|nên|do|nhờ|tăng|giảm|trong đó)\b")


def spread(told: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs (earlier, later) of one rate: all words of the one-sentence form stand in the other sentence and the one before it."""
    rates = [q for q in told if q.unit == "%" and len(q.digits.replace(",", "")) >= LEAST_DIGITS]
    twice = Counter("".join(sorted(q.digits)) for q in rates)
    rates = [q for q in rates if twice["".join(sorted(q.digits))] > 1]
    split = [q for q in rates if q.inherited and HEADED.search(q.left)]
    for q in split:
        for other in rates:
            if other is q or q.at == other.at or not transposed(q.text.replace(",", ""), other.text.replace(",", "")):
                continue
            if q.text.find(",") == other.text.find(",") and _one(q, other):
                yield (q, other) if q.span.start < other.span.start else (other, q)


def _one(split: Quantity, whole: Quantity) -> bool:
    """Whether one sentence tells what two tell: nothing that they do not say, and all that the rate is of."""
    if RESERVED.search(split.left) or RESERVED.search(whole.left):
        return False
    at = whole.span.start - whole.at + len(whole.text) + 1
    said = content(_RIGHT.split(whole.sentence[at:].lstrip(" %"), maxsplit=1)[0], "")
    headed = HEADED.search(split.left)
    rate = content(headed[0] if headed else "", "") - {"tỷ", "tỉ", "lệ"}
    before = content(split.inherited, "")
    names = [
        {m[1].strip() for m in NAMED.finditer(text)} for text in (split.inherited + split.sentence, whole.sentence)
    ]
    times = not (split.times and whole.times) or split.times == whole.times
    return (
        len(said - rate) >= LEAST_WORDS - 1
        and rate <= said
        and said <= rate | before
        and names[0] == names[1]
        and times
    )
