"""The model as arrays: a token's score is a sum of table entries, one for each n-gram around it.

All scores are differences: weight of I-W (the word goes on) minus weight of B-W (a word begins). A feature is a function
of one, two or three neighbouring tokens at one *placement* relative to the scored token, so each distinct n-gram has one
row, with a column for each placement:

======  =============================================  ==========================================
n-gram  placements                                     features
======  =============================================  ==========================================
1       ``T[-2]`` … ``T[2]``                           itself, lower case, digits, title, in dictionary
2       ``T[-2,-1] T[-1,0] T[0,1] T[1,2]``             itself, lower case, title, in dictionary
3       ``T[-2,0] T[-1,1] T[0,2]``                     itself, title, in dictionary
======  =============================================  ==========================================

A token is a number: its place in ``words`` plus one, 0 when the model does not know it, ``len(words) + 1`` and
``+ 2`` before the beginning and after the end. An n-gram's key packs three numbers into 64 bits. Each n-gram table has
three more rows at its end: n-gram not in the table, reaching over the beginning, reaching over the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from .source import Floats, Source, UnknownModelError

Ints = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]

ONE = ("T[-2]", "T[-1]", "T[0]", "T[1]", "T[2]")
TWO = ("T[-2,-1]", "T[-1,0]", "T[0,1]", "T[1,2]")
THREE = ("T[-2,0]", "T[-1,1]", "T[0,2]")
WIDTH = 20
"""Bits of a token number in a packed key."""
ABSENT, BEGIN, END = 0, 1, 2
TRUE, FALSE, BOS, EOS = "True", "False", "BOS", "EOS"


@dataclass(frozen=True, eq=False)
class Tables:
    """The compiled model; every field is an array, texts are UTF-8 bytes joined by newlines.

    Tables of weights keep a column, which is one placement, together in memory (``order="F"``): scores are added column by column.
    """

    words: npt.NDArray[np.uint8]
    one: Floats
    """[token, placement]: the token as it stands; the two borders with all their features."""
    one_lower: Floats
    """[token in lower case, placement], with the dictionary's word on it."""
    one_kind: Floats
    """[0 other, 1 title, 2 digits, 3 both, 4 border; placement]"""
    two_keys: Ints
    two: Floats
    two_lower_keys: Ints
    two_lower: Floats
    two_title: Floats
    """[0 not all title, 1 all title, 2 over a border; placement]"""
    three_keys: Ints
    three: Floats
    three_lower_keys: Ints
    three_lower: Floats
    """[0 in the dictionary, then the three last rows as above; placement]"""
    three_title: Floats
    transitions: Floats
    pattern: npt.NDArray[np.uint8]
    flags: Ints
    token_map: npt.NDArray[np.uint8]
    character_map: npt.NDArray[np.uint8]
    attributes: Keys
    """``text_key`` of every attribute as the CRFsuite file has it, sorted: fifty thousand strings are not made for a near tie."""
    attribute_weights: Floats
    """[attribute, label], B-W first."""
    dictionary: Keys
    """``text_key`` of every phrase, sorted."""
    features: npt.NDArray[np.uint8]


NAMES = tuple(f.name for f in fields(Tables))


def pack(strings: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Strings as bytes; none may hold a newline."""
    listed = list(strings)
    if any("\n" in s for s in listed):
        raise UnknownModelError("a newline inside a string of the model")
    return np.frombuffer("\n".join(listed).encode(), dtype=np.uint8)


def unpack(data: npt.NDArray[np.uint8]) -> list[str]:
    """The strings again."""
    return data.tobytes().decode().split("\n") if data.size else []


def text_key(text: str) -> int:
    """64 bits that stand for a text; any other has them once in so many texts as nobody writes."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _keys(texts: Iterable[str]) -> Keys:
    """The key of every text, in their order; UnknownModelError where two have one."""
    found = np.array([text_key(t) for t in texts], dtype=np.uint64)
    if len(np.unique(found)) != len(found):
        raise UnknownModelError("two strings of the model with one key")
    return found


def compile_tables(source: Source) -> Tables:
    """Sort the model's weights into n-gram tables."""
    expected = {f"{p}{f}" for p in ONE for f in ("", ".lower", ".istitle", ".is_in_dict")}
    expected |= {f"T[{i}].isdigit" for i in (-1, 0, 1)} | {"T[0,1].istitle", "T[0,2].istitle"}
    expected |= {f"{p}{f}" for p in TWO for f in ("", ".lower", ".is_in_dict")}
    expected |= {f"{p}{f}" for p in THREE for f in ("", ".is_in_dict")}
    if expected != set(source.features):
        raise UnknownModelError("other features than those we know")
    return _Compiler(source).tables()


class _Compiler:
    """Takes the weights apart once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.values: dict[str, dict[str, float]] = {name: {} for name in source.features}
        differences = (source.weights[:, 1] - source.weights[:, 0]).tolist()
        for attribute, difference in zip(source.attributes, differences, strict=True):
            name, _, value = attribute.partition("=")
            if name in self.values:
                self.values[name][value] = difference
        self.phrases = [tuple(p.split(" ")) for p in sorted(source.dictionary)]
        texts = {t for p in (*ONE, *TWO, *THREE) for f in ("", ".lower") for t in self.values.get(p + f, ())}
        known = {w for t in texts for w in t.split(" ")} | {w for p in self.phrases if len(p) <= 3 for w in p}
        self.words = sorted(known - {""})
        self.number = {w: i for i, w in enumerate(self.words, 1)}
        if len(self.words) + 3 >= 1 << WIDTH:
            raise UnknownModelError("more words than a packed key can hold")

    def constant(self, name: str, value: str) -> float:
        return self.values.get(name, {}).get(value, 0.0)

    def key(self, parts: tuple[str, ...]) -> int:
        """The packed key of an n-gram; -1 when no tokens can make it."""
        total = 0
        for part in parts:
            total = (total << WIDTH) | self.number.get(part, 0)
        return total if all(parts) else -1

    def border(self, placements: tuple[str, ...], functions: tuple[str, ...], value: str) -> Floats:
        return np.array([sum(self.constant(p + f, value) for f in functions) for p in placements])

    def ngrams(
        self, placements: tuple[str, ...], function: str, size: int, phrases: Iterable[tuple[str, ...]] = ()
    ) -> dict[int, Floats]:
        """Rows by key; ``phrases`` are those of the dictionary, to which a word for being there is added."""
        rows: dict[int, Floats] = {}
        for column, placement in enumerate(placements):
            for text, weight in self.values.get(placement + function, {}).items():
                parts = tuple(text.split(" "))
                if len(parts) == size and self.key(parts) >= 0:
                    rows.setdefault(self.key(parts), np.zeros(len(placements)))[column] += weight
        if phrases:
            absent = self.dictionary_row(placements, FALSE)
            present = self.dictionary_row(placements, TRUE) - absent
            keys = {self.key(p) for p in phrases if len(p) == size} - {-1}
            rows = {k: rows.get(k, 0.0) + absent + (present if k in keys else 0.0) for k in rows.keys() | keys}
        return rows

    def dictionary_row(self, placements: tuple[str, ...], value: str) -> Floats:
        return np.array([self.constant(f"{p}.is_in_dict", value) for p in placements])

    def table(self, rows: Mapping[int, Floats], absent: Floats, begin: Floats, end: Floats) -> tuple[Ints, Floats]:
        """(sorted keys and one that no n-gram has, rows with the three last ones)."""
        keys = sorted(rows)
        return np.array([*keys, np.iinfo(np.int64).max], dtype=np.int64), np.array(
            [*(rows[k] for k in keys), absent, begin, end], order="F"
        )

    def one(self) -> tuple[Floats, Floats, Floats]:
        size = len(self.words)
        plain, lower = np.zeros((size + 3, 5), order="F"), np.zeros((size + 3, 5), order="F")
        every = ("", ".lower", ".istitle", ".isdigit", ".is_in_dict")
        plain[size + BEGIN], plain[size + END] = self.border(ONE, every, BOS), self.border(ONE, every, EOS)
        for key, row in self.ngrams(ONE, "", 1).items():
            plain[key] = row
        lower[: size + 1] = self.dictionary_row(ONE, FALSE)
        for key, row in self.ngrams(ONE, ".lower", 1, self.phrases).items():
            lower[key] = row
        kind = np.zeros((5, 5))
        for code in range(4):
            title, digit = str(bool(code & 1)), str(bool(code & 2))
            kind[code] = self.border(ONE, (".istitle",), title) + self.border(ONE, (".isdigit",), digit)
        return plain, lower, kind

    def titles(self, placements: tuple[str, ...]) -> Floats:
        found = [self.border(placements, (".istitle",), value) for value in (FALSE, TRUE)]
        return np.array([*found, np.zeros(len(placements))])

    def tables(self) -> Tables:
        none: Callable[[tuple[str, ...]], Floats] = lambda placements: np.zeros(len(placements))  # noqa: E731
        one, one_lower, one_kind = self.one()
        two = self.table(self.ngrams(TWO, "", 2), none(TWO), none(TWO), none(TWO))
        every = ("", ".lower", ".istitle", ".is_in_dict")
        two_lower = self.table(
            self.ngrams(TWO, ".lower", 2, self.phrases),
            self.dictionary_row(TWO, FALSE), self.border(TWO, every, BOS), self.border(TWO, every, EOS),
        )  # fmt: skip
        three = self.table(self.ngrams(THREE, "", 3), none(THREE), none(THREE), none(THREE))
        three_lower_keys = np.array(
            [*sorted({self.key(p) for p in self.phrases if len(p) == 3} - {-1}), np.iinfo(np.int64).max], dtype=np.int64
        )
        ends = [self.border(THREE, every, value) for value in (BOS, EOS)]
        three_lower = np.array([self.dictionary_row(THREE, TRUE), self.dictionary_row(THREE, FALSE), *ends])
        source = self.source
        attributes = _keys(source.attributes)
        order = np.argsort(attributes)
        return Tables(
            pack(self.words), one, one_lower, one_kind, *two, *two_lower, self.titles(TWO), *three, three_lower_keys, three_lower,
            self.titles(THREE), source.transitions, np.frombuffer(source.pattern.encode(), dtype=np.uint8), np.array([source.flags]),
            pack(f"{a}\t{b}" for a, b in source.token_map.items()), pack(f"{a}\t{b}" for a, b in source.character_map.items()),
            attributes[order], source.weights[order], np.sort(_keys(source.dictionary)), pack(source.features),
        )  # fmt: skip
