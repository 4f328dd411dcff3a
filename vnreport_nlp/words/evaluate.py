"""underthesea's words from the tables: numpy for the scores, a two-label Viterbi for the choice."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..expressions import compiled
from .exact import Exact, merge
from .official import Span, official_spans, sources
from .source import Floats
from .tables import BEGIN, END, WIDTH, Ints, Tables, unpack
from .tokens import CROSSING, TITLE, Rules, Tokens, doubtful, tokenize
from .viterbi import labels

_RARE = compiled("[^\u0000-\u017f\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1e00-\u1eff\u2000-\u20ff\ue000-\uf8ff]+")
BLOCK = 1 << 17
"""Characters that are worked on at once; bounds the memory of a call."""


@dataclass(frozen=True, eq=False)
class Evaluator:
    """The compiled model, ready to cut texts into words; holds nothing that changes but what it derives once."""

    tables: Tables

    @cached_property
    def rules(self) -> Rules:
        t = self.tables
        pairs = [dict(line.split("\t") for line in unpack(m)) for m in (t.token_map, t.character_map)]
        return Rules(
            compiled(t.pattern.tobytes().decode(), int(t.flags[0])),
            pairs[0],
            {ord(a): b for a, b in pairs[1].items()},
            {w: i for i, w in enumerate(unpack(t.words), 1)},
        )

    @cached_property
    def transitions(self) -> list[list[float]]:
        """[from, to], B-W first."""
        found: list[list[float]] = self.tables.transitions.tolist()
        return found

    @cached_property
    def exact(self) -> Exact:
        return Exact.of(self.tables, self.rules)

    @cached_property
    def columns(self) -> tuple[Floats, ...]:
        """The n-gram tables with placements first: the large ones are kept so that this copies nothing."""
        t = self.tables
        used = (t.one, t.one_lower, t.one_kind, t.two, t.two_lower, t.two_title, t.three, t.three_lower, t.three_title)
        return tuple(np.ascontiguousarray(table.T) for table in used)

    def segment(self, paragraphs: Sequence[str]) -> list[list[Span]]:
        """The word spans of every paragraph."""
        spans: list[list[Span]] = []
        block: list[str] = []
        size = 0
        for paragraph in paragraphs:
            block.append(paragraph)
            size += len(paragraph)
            if size >= BLOCK:
                spans += self._block(block)
                block, size = [], 0
        return spans + self._block(block)

    def _block(self, paragraphs: Sequence[str]) -> list[list[Span]]:
        if not paragraphs:
            return []
        normal = [self.rules.normal(p) for p in paragraphs]
        tokens = tokenize(["" if CROSSING.search(text) else text for text in normal], self.rules)
        scores, starts, ends = self.scores(tokens).tolist(), tokens.start.tolist(), tokens.end.tolist()
        transitions = self.transitions
        spans: list[list[Span]] = []
        for paragraph, text, first, count in zip(
            paragraphs, normal, tokens.first.tolist(), tokens.count.tolist(), strict=True
        ):
            if _is_doubtful(text):
                spans.append(official_spans(paragraph))
                continue
            last = first + count
            inside = labels(scores[first:last], transitions) if count else None
            found = self.exact.spans(text) if inside is None else merge(inside, starts[first:last], ends[first:last])
            spans.append(found if unicodedata.is_normalized("NFC", paragraph) else moved(found, paragraph, text))
        return spans

    def scores(self, tokens: Tokens) -> Floats:
        """Weight of I-W minus weight of B-W, for every token."""
        one, one_lower, one_kind, two, two_lower, two_title, three, three_lower, three_title = self.columns
        t, raw, lower = self.tables, tokens.raw, tokens.lower
        size = len(raw)
        words = len(self.rules.numbers)
        begin, end, title = raw == words + BEGIN, raw == words + END, (tokens.kind & TITLE).astype(np.int64)
        total: Floats = np.zeros(max(size - 4, 0))
        for p in range(5):
            here = slice(p, size - 4 + p)
            total += one[p][raw[here]] + one_lower[p][lower[here]] + one_kind[p][tokens.kind[here]]
        rows = _rows(t.two_keys, raw[:-1] << WIDTH | raw[1:])
        rows_lower = _rows(t.two_lower_keys, lower[:-1] << WIDTH | lower[1:], begin[:-1], end[1:])
        for p in range(4):
            here = slice(p, size - 4 + p)
            total += two[p][rows[here]] + two_lower[p][rows_lower[here]]
        codes = title[:-1] & title[1:]
        codes[begin[:-1] | end[1:]] = 2
        total += two_title[2][codes[2 : size - 2]]
        triple, triple_lower = _triples(raw), _triples(lower)
        rows = _rows(t.three_keys, triple)
        rows_lower = _rows(t.three_lower_keys, triple_lower, begin[:-2], end[2:]) - (len(t.three_lower_keys) - 2)
        rows_lower = np.maximum(rows_lower, 0)
        for p in range(3):
            here = slice(p, size - 4 + p)
            total += three[p][rows[here]] + three_lower[p][rows_lower[here]]
        codes = title[:-2] & title[1:-1] & title[2:]
        codes[begin[:-2] | end[2:]] = 2
        total += three_title[2][codes[2:]]
        return np.concatenate(([0.0, 0.0], total, [0.0, 0.0]))


def _triples(numbers: Ints) -> Ints:
    packed: Ints = (numbers[:-2] << 2 * WIDTH) | (numbers[1:-1] << WIDTH) | numbers[2:]
    return packed


def _rows(
    keys: Ints, wanted: Ints, begin: npt.NDArray[np.bool_] | None = None, end: npt.NDArray[np.bool_] | None = None
) -> Ints:
    """Row of every wanted key: where it is, or one of the three last rows."""
    at = np.searchsorted(keys, wanted)
    rows: Ints = np.where(keys[at] == wanted, at, len(keys) - 1)
    if end is not None:
        rows[end] = len(keys) - 1 + END
    if begin is not None:
        rows[begin] = len(keys) - 1 + BEGIN
    return rows


def _is_doubtful(text: str) -> bool:
    return any(doubtful(char) for found in _RARE.finditer(text) for char in found[0])


def moved(spans: Sequence[Span], paragraph: str, normal: str) -> list[Span]:
    """Spans of the normal form as spans of the paragraph."""
    offsets = sources(paragraph, len(normal))
    return [(offsets[a], offsets[b]) for a, b in spans]
