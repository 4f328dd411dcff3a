"""Paragraphs → underthesea's tokens, as numbers with their spans.

The token pattern looks no further than the next white space (the one alternative that does, ``Th.S``, is sent to the
exact path), so a draft is cut at white space and each distinct piece is tokenised once. Only the dot of an abbreviation
asks whether the text ends behind it: the last piece of a paragraph is a piece of its own when it ends in a dot.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .tables import Ints

CROSSING = re.compile(r"Th[^\S\n][Ss]")
"""The pattern's unescaped dot in ``Th.S`` takes any letter (``Thus``), and a white space character too."""
INTEGER = re.compile(r"[+-]?0*([0-9]{1,10})")
TITLE, DIGIT, BORDER = 1, 2, 4
PRIME = "\u02ba"
"""The only letter that the pattern knows as punctuation; other letters alone make one token (but see ``Thus`` above)."""


@dataclass(frozen=True)
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

    def token(self, found: str) -> str:
        """The token that the model sees: short ones get their tone mark and spelling in the usual place."""
        return self.token_map.get(found, found) if len(found) <= 6 else found


@dataclass(frozen=True)
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
    return all(part[0] == part[0].upper() for part in token.split(" "))


def is_digit(token: str) -> bool:
    """As the core sees it: ASCII digits that make a 32-bit number."""
    match = INTEGER.fullmatch(token)
    return match is not None and -(1 << 31) <= int(token[:1].replace("+", "") * (token[0] == "-") + match[1]) < 1 << 31


def doubtful(token: str) -> bool:
    """Whether a newer Unicode than Python's may know an upper case of its first letter."""
    first = token[0]
    return first > "\u017f" and unicodedata.category(first) in ("Cn", "Ll") and first.upper() == first


class _Pieces:
    """The distinct pieces of a batch and their distinct tokens."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.first: list[int] = []
        self.token: list[int] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.known: dict[str, int] = {}
        self.attributes: list[tuple[int, int, int]] = []

    def add(self, piece: str) -> None:
        """Tokenise one piece; a newline at its end marks the end of the text."""
        self.first.append(len(self.token))
        if piece.isalpha() and PRIME not in piece and not piece.startswith("Th"):
            self.one(piece, 0, len(piece))
            return
        for match in self.rules.pattern.finditer(piece[:-1] if piece[-1] == "\n" else piece + " "):
            self.one(match[0], *match.span())

    def one(self, found: str, start: int, end: int) -> None:
        number = self.known.get(found)
        if number is None:
            number = self.known[found] = len(self.attributes)
            token = self.rules.token(found)
            numbers = self.rules.numbers
            kind = TITLE * is_title(token) | DIGIT * is_digit(token)
            self.attributes.append((numbers.get(token, 0), numbers.get(token.lower(), 0), kind))
        self.token.append(number)
        self.start.append(start)
        self.end.append(end)


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
    table = _Pieces(rules)
    for piece in order:
        table.add(piece)
    ids = np.fromiter(map(order.__getitem__, every), np.int64, len(every))
    return _lay_out(table, ids, _offsets(every, counts, where), np.array(counts, dtype=np.int64))


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


def _lay_out(table: _Pieces, ids: Ints, offsets: Ints, counts: Ints) -> Tokens:
    """Write the pieces' tokens in a row, with borders."""
    bounds = np.array([*table.first, len(table.token)], dtype=np.int64)
    sizes = np.diff(bounds)[ids]
    behind = np.concatenate(([0], np.cumsum(sizes)))
    total = int(behind[-1])
    flat = np.repeat(bounds[ids] - behind[:-1], sizes) + np.arange(total)
    paragraph = np.concatenate(([0], np.cumsum(counts)))
    count = np.diff(behind[paragraph])
    first = behind[paragraph[:-1]] + 4 * np.arange(len(counts)) + 2
    place = np.repeat(first - behind[paragraph[:-1]], count) + np.arange(total)
    size = total + 4 * len(counts)
    words = len(table.rules.numbers)
    attributes = np.array(table.attributes, dtype=np.int64).reshape(-1, 3)[np.array(table.token, dtype=np.int64)[flat]]
    raw, kind = np.full(size, words + 1), np.full(size, BORDER)
    raw[(first + count)[:, None] + [0, 1]] = words + 2
    lower = raw.copy()
    raw[place], lower[place], kind[place] = attributes.T
    start, end = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    base = np.repeat(offsets, sizes)
    start[place] = base + np.array(table.start, dtype=np.int64)[flat]
    end[place] = base + np.array(table.end, dtype=np.int64)[flat]
    return Tokens(raw, lower, kind, start, end, first, count)
