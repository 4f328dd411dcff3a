"""Paragraphs → underthesea's tokens, as numbers with their spans.

The token pattern looks no further than the next white space (the one alternative that does, ``Th.S``, is sent to the
exact path), so a draft is cut at white space and each distinct piece is tokenised once. Only the dot of an abbreviation
asks whether the text ends behind it: the last piece of a paragraph is a piece of its own when it ends in a dot.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain

import numpy as np

from ..expressions import compiled
from .tables import Ints

CROSSING = compiled(r"Th[^\S\n][Ss]")
"""The pattern's unescaped dot in ``Th.S`` takes any letter (``Thus``), and a white space character too."""
INTEGER = compiled(r"[+-]?0*([0-9]{1,10})")
TITLE, DIGIT, BORDER = 1, 2, 4
FIELDS = 5
REMEMBERED = 1 << 16
"""Pieces between white space whose tokens are kept, some 20 MB at most; a draft has two or three thousand."""
PRIME = "\u02ba"
"""The only letter that the pattern knows as punctuation; other letters alone make one token (but see ``Thus`` above)."""


@dataclass(frozen=True, eq=False)
class Rules:
    """What turns a text into tokens, read from the tables once."""

    pattern: re.Pattern[str]
    token_map: dict[str, str]
    character_map: dict[int, str]
    numbers: dict[str, int]
    """Token → its number in the tables."""

    def normal(self, text: str) -> str:
        """The text as the pattern sees it: NFC, and characters that look like ``đ`` made ``đ``."""
        return unicodedata.normalize("NFC", text).translate(self.character_map)

    @cached_property
    def piece(self) -> Callable[[str], tuple[int, ...]]:
        """``_piece`` of these rules, remembered for the pieces that were asked for last."""
        return lru_cache(maxsize=REMEMBERED)(partial(_piece, self))

    def token(self, found: str) -> str:
        """The token that the model sees: short ones get their tone mark and spelling in the usual place."""
        return self.token_map.get(found, found) if len(found) <= 6 else found


@dataclass(frozen=True, eq=False)
class Tokens:
    """The tokens of many paragraphs in one row, two border tokens before and behind each paragraph.

    ``raw`` and ``lower`` are numbers in the tables, ``kind`` is ``TITLE | DIGIT`` or ``BORDER``; ``start`` and ``end`` are
    offsets in the paragraph's normal form. ``first`` and ``count`` say where a paragraph's own tokens are.
    """

    raw: Ints
    lower: Ints
    kind: Ints
    start: Ints
    end: Ints
    first: Ints
    count: Ints


def is_title(token: str) -> bool:
    """As the core sees it: every part begins with a character that is its own upper case."""
    if " " in token:
        return all(part[0] == part[0].upper() for part in token.split(" "))
    return token[0] == token[0].upper()


def is_digit(token: str) -> bool:
    """As the core sees it: ASCII digits that make a 32-bit number."""
    match = INTEGER.fullmatch(token) if "0" <= token[-1] <= "9" else None
    return match is not None and int(match[1]) < (1 << 31) + (token[0] == "-")


def doubtful(token: str) -> bool:
    """Whether a newer Unicode than Python's may know an upper case of its first letter."""
    first = token[0]
    return first > "\u017f" and unicodedata.category(first) in ("Cn", "Ll") and first.upper() == first


LONGEST = 1000
"""A piece of more characters without white space is no writing, and underthesea's pattern takes ever longer for it: it is cut."""


def _piece(rules: Rules, piece: str) -> tuple[int, ...]:
    """(raw, lower, kind, start, end) of each token of one piece, in a row; a newline at its end marks the end of the text."""
    if len(piece) > LONGEST:
        return _cut(rules, piece)
    if piece.isalpha() and PRIME not in piece and not piece.startswith("Th"):
        return (*_attributes(rules, piece), 0, len(piece))
    matches = rules.pattern.finditer(piece[:-1] if piece[-1] == "\n" else piece + " ")
    return tuple(chain.from_iterable((*_attributes(rules, match[0]), *match.span()) for match in matches))


def _cut(rules: Rules, piece: str) -> tuple[int, ...]:
    """The tokens of a piece that is too long, part by part."""
    out: list[int] = []
    for at in range(0, len(piece), LONGEST):
        found = _piece(rules, piece[at : at + LONGEST])
        out += (x + at if k % 5 > 2 else x for k, x in enumerate(found))
    return tuple(out)


def _attributes(rules: Rules, found: str) -> tuple[int, int, int]:
    token = rules.token(found)
    kind = TITLE * is_title(token) | DIGIT * is_digit(token)
    return rules.numbers.get(token, 0), rules.numbers.get(token.lower(), 0), kind


def pieces_of(text: str) -> tuple[list[str], list[int] | None]:
    """(pieces between white space, their offsets, None when single spaces are all that parts them)."""
    pieces = text.split()
    if not pieces:
        return [], None
    starts = None if " ".join(pieces) == text else [m.start() for m in re.finditer(r"\S+", text)]
    tail = text[len(text.rstrip()) :]
    if pieces[-1][-1] == "." and tail in ("", "\n"):
        pieces[-1] += "\n"
    return pieces, starts


def tokenize(texts: Sequence[str], rules: Rules) -> Tokens:
    """Tokens of texts in normal form."""
    every: list[str] = []
    where: list[tuple[int, list[int]]] = []
    counts: list[int] = []
    for text in texts:
        pieces, starts = pieces_of(text)
        if starts is not None:
            where.append((len(every), starts))
        counts.append(len(pieces))
        every += pieces
    order = {piece: number for number, piece in enumerate(dict.fromkeys(every))}
    ids = np.fromiter(map(order.__getitem__, every), np.int64, len(every))
    return _lay_out(
        list(map(rules.piece, order)),
        ids,
        _offsets(every, counts, where),
        np.array(counts, dtype=np.int64),
        len(rules.numbers),
    )


def _offsets(pieces: list[str], counts: list[int], where: list[tuple[int, list[int]]]) -> Ints:
    """Offset of every piece in its paragraph."""
    ends = np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)) + 1)
    starts = np.concatenate(([0], ends))
    count = np.array(counts, dtype=np.int64)
    first = np.cumsum(count) - count
    offsets: Ints = starts[:-1] - np.repeat(starts[first], count)
    for at, known in where:
        offsets[at : at + len(known)] = known
    return offsets


def _lay_out(pieces: list[tuple[int, ...]], ids: Ints, offsets: Ints, counts: Ints, words: int) -> Tokens:
    """Write the pieces' tokens in a row, with borders."""
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces)) // FIELDS
    bounds = np.concatenate(([0], np.cumsum(lengths)))
    fields = np.fromiter(chain.from_iterable(pieces), np.int64).reshape(-1, FIELDS)
    sizes = np.diff(bounds)[ids]
    behind = np.concatenate(([0], np.cumsum(sizes)))
    total = int(behind[-1])
    flat = np.repeat(bounds[ids] - behind[:-1], sizes) + np.arange(total)
    paragraph = np.concatenate(([0], np.cumsum(counts)))
    count = np.diff(behind[paragraph])
    first = behind[paragraph[:-1]] + 4 * np.arange(len(counts)) + 2
    place = np.repeat(first - behind[paragraph[:-1]], count) + np.arange(total)
    size = total + 4 * len(counts)
    raw, kind = np.full(size, words + 1), np.full(size, BORDER)
    raw[(first + count)[:, None] + [0, 1]] = words + 2
    lower, start, end = raw.copy(), np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    base = np.repeat(offsets, sizes)
    raw[place], lower[place], kind[place], start[place], end[place] = fields[flat].T
    start[place] += base
    end[place] += base
    return Tokens(raw, lower, kind, start, end, first, count)
