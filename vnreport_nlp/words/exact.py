"""The same model summed in the official order: for near ties, and for tokens that hold a white space character.

Slow, and only for the few paragraphs that need it: every token's 43 features are spelled out, looked up and added up for
each label in the order of the feature list, so that even the rounding is the core's.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..expressions import compiled
from .official import Span
from .source import Floats
from .tables import BOS, EOS, Keys, Tables, text_key, unpack
from .tokens import Rules, is_digit, is_title
from .viterbi import exact_labels

_FEATURE = compiled(r"T\[(-?\d+)(?:,(-?\d+))?](?:\.(\w+))?")


@dataclass(frozen=True, eq=False)
class Exact:
    """The model by attribute, as the CRFsuite file has it."""

    attributes: array[int]
    """Their keys, sorted."""
    weights: Floats
    """[attribute, label], B-W first."""
    dictionary: array[int]
    features: tuple[tuple[str, int, int, str], ...]
    """(name and ``=``, first offset, last offset, function) in the official order."""
    transitions: list[list[float]]
    rules: Rules

    @classmethod
    def of(cls, tables: Tables, rules: Rules) -> Exact:
        return cls(
            _sorted(tables.attributes),
            tables.attribute_weights,
            _sorted(tables.dictionary),
            tuple(_features(unpack(tables.features))),
            tables.transitions.tolist(),
            rules,
        )

    def spans(self, text: str) -> list[Span]:
        """Word spans of a text in normal form."""
        matches = list(self.rules.pattern.finditer(text))
        if not matches:
            return []
        tokens = [self.rules.token(match[0]) for match in matches]
        inside = exact_labels(self._all_scores(tokens), self.transitions)
        return merge(inside, [m.start() for m in matches], [m.end() for m in matches])

    def _all_scores(self, tokens: Sequence[str]) -> list[tuple[float, float]]:
        """What each token weighs; the same neighbours weigh the same, and a row of one sign is weighed once."""
        before, after = min(f for _, f, _, _ in self.features), max(f for _, _, f, _ in self.features)
        padded = [""] * -min(before, 0) + list(tokens) + [""] * max(after, 0)  # no token is empty
        width = max(after, 0) - min(before, 0) + 1
        known: dict[tuple[str, ...], tuple[float, float]] = {}
        found: list[tuple[float, float]] = []
        for at in range(len(tokens)):
            near = tuple(padded[at : at + width])
            if near not in known:
                known[near] = self._scores(tokens, at)
            found.append(known[near])
        return found

    def _scores(self, tokens: Sequence[str], at: int) -> tuple[float, float]:
        begin = inside = 0.0
        for name, first, last, function in self.features:
            number = _find(self.attributes, name + self._value(tokens, at + first, at + last, function))
            if number >= 0:
                begin += self.weights[number, 0]
                inside += self.weights[number, 1]
        return float(begin), float(inside)

    def _value(self, tokens: Sequence[str], first: int, last: int, function: str) -> str:
        if first < 0:
            return BOS
        if last >= len(tokens):
            return EOS
        text = " ".join(tokens[first : last + 1])
        match function:
            case "lower":
                return text.lower()
            case "isdigit":
                return str(is_digit(text))
            case "istitle":
                return str(is_title(text))
            case "is_in_dict":
                return str(_find(self.dictionary, text.lower()) >= 0)
        return text


def _sorted(keys: Keys) -> array[int]:
    """Keys as ``bisect`` reads them fastest."""
    return array("Q", keys.tobytes())


def _find(keys: array[int], text: str) -> int:
    """Where a text's key stands, -1 where it does not."""
    wanted = text_key(text)
    at = bisect_left(keys, wanted)
    return at if at < len(keys) and keys[at] == wanted else -1


def merge(inside: Sequence[bool], starts: Sequence[int], ends: Sequence[int]) -> list[Span]:
    """One span for each word; the first token begins one whatever its label."""
    spans: list[Span] = []
    begin = end = -1
    for goes_on, start, stop in zip(inside, starts, ends, strict=True):
        if not goes_on or begin < 0:
            if begin >= 0:
                spans.append((begin, end))
            begin = start
        end = stop
    if begin >= 0:
        spans.append((begin, end))
    return spans


def _features(names: Sequence[str]) -> Iterator[tuple[str, int, int, str]]:
    for name in names:
        match = _FEATURE.fullmatch(name)
        if match is None:
            raise ValueError(name)
        yield name + "=", int(match[1]), int(match[2] or match[1]), match[3] or ""
