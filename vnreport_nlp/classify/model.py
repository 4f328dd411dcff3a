"""The trained classifier as arrays: loads without executing code, predicts with numpy alone.

A passage's features are the TF-IDF weights of its words and word pairs; topic is a softmax over linear scores, voice a
logistic one. Trained with scikit-learn (see ``train``); a test holds these predictions against scikit-learn's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import chain, pairwise, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError
from ..model import msg
from ..resources import model_dir

Matrix = NDArray[np.float64]
FORMAT = "vnreport.section/1"
PACK = 32
"""Bits of a word's number in the key of a pair."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""A multiplier that spreads keys over the table's places."""
MAX_FEATURES = 2_000_000
"""More features than this are refused: a model file is handed around and may be hostile."""


def features(words: Sequence[str]) -> list[str]:
    """Words and pairs of neighbouring words."""
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]


class PairTable:
    """Columns of word pairs by their packed key, looked up for a whole array at once: open addressing, a tenth full."""

    def __init__(self, pairs: dict[int, int]) -> None:
        self._bits = max(10 * len(pairs), 2).bit_length()
        size = 1 << self._bits
        self._keys = np.full(size, -1, dtype=np.int64)
        self._columns = np.full(size, -1, dtype=np.int64)
        places = self._places(np.fromiter(pairs, dtype=np.int64, count=len(pairs))).tolist()
        for place, (key, column) in zip(places, pairs.items(), strict=True):
            while self._keys[place] >= 0:
                place = (place + 1) % size
            self._keys[place], self._columns[place] = key, column

    def _places(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        return ((keys.astype(np.uint64) * _SPREAD) >> np.uint64(64 - self._bits)).astype(np.int64)

    def columns(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """The column of each key, -1 where it has none."""
        places = self._places(keys)
        there = self._keys[places]
        out: NDArray[np.int64] = np.where(there == keys, self._columns[places], -1)
        rest = np.flatnonzero((there >= 0) & (there != keys))
        while len(rest):
            places[rest] = (places[rest] + 1) % len(self._keys)
            there = self._keys[places[rest]]
            out[rest] = np.where(there == keys[rest], self._columns[places[rest]], -1)
            rest = rest[(there >= 0) & (there != keys[rest])]
        return out


@dataclass(frozen=True, eq=False)
class SectionModel:
    """Weights: vocabulary (feature → column), idf, topic weights (topics x features), voice weights (features)."""

    topics: tuple[str, ...]
    vocabulary: dict[str, int]
    idf: Matrix
    topic_weights: Matrix
    topic_bias: Matrix
    voice_weights: Matrix
    voice_bias: float
    temperature: float = 1.0
    digest: str = ""

    @cached_property
    def _tables(self) -> tuple[dict[str, int], NDArray[np.int64], PairTable, Matrix]:
        """Word → number, column of each number (-1: none), columns of pairs, weights by column."""
        split = [(f.split(" "), at) for f, at in self.vocabulary.items()]
        numbers: dict[str, int] = {}
        for words, _ in split:
            for word in words:
                numbers.setdefault(word, len(numbers))
        single = np.full(len(numbers) + 1, -1, dtype=np.int64)
        pairs = {}
        for words, at in split:
            if len(words) == 1:
                single[numbers[words[0]]] = at
            else:
                pairs[numbers[words[0]] << PACK | numbers[words[1]]] = at
        weights = np.concatenate([self.topic_weights, self.voice_weights[None, :]]).T.copy()
        return numbers, single, PairTable(pairs), weights

    def columns(self, words: Sequence[str], rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(rows, columns) of all known words and pairs; ``rows`` says which passage a word belongs to."""
        numbers, single, pairs, _ = self._tables
        unknown = len(numbers)
        ids = np.fromiter(map(numbers.get, words, repeat(unknown)), dtype=np.int64, count=len(words))
        one = single[ids]
        two = pairs.columns(ids[:-1] << PACK | ids[1:])
        known, together = one >= 0, (rows[:-1] == rows[1:]) & (two >= 0)
        return np.concatenate([rows[known], rows[:-1][together]]), np.concatenate([one[known], two[together]])

    def scores(self, passages: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
        """(passages x topics linear scores, passages voice scores): sublinear TF times IDF, unit length, times weights."""
        count, width = len(passages), max(len(self.idf), 1)
        sizes = np.array([len(words) for words in passages], dtype=np.int64)
        rows, columns = self.columns(
            list(chain.from_iterable(passages)), np.repeat(np.arange(count, dtype=np.int64), sizes)
        )
        cells = rows * width + columns
        cells = np.sort(
            cells.astype(np.int32) if count * width < 1 << 31 else cells
        )  # half the bytes sort in half the time
        first = np.flatnonzero(np.diff(cells, prepend=-1))
        times = np.diff(first, append=len(cells))
        rows, columns = np.divmod(cells[first], width)
        values = (1.0 + np.log(times)) * self.idf[columns]
        norms = np.sqrt(np.bincount(rows, weights=values**2, minlength=count))
        values /= norms[rows]
        out = np.zeros((count, len(self.topics) + 1))
        weights = self._tables[-1]
        ends = np.searchsorted(rows, np.arange(count + 1)).tolist()
        for k, (start, end) in enumerate(pairwise(ends)):
            out[k] = values[start:end] @ weights[columns[start:end]]
        return out[:, :-1] + self.topic_bias, out[:, -1] + self.voice_bias

    def predict(self, passages: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
        """(topic probabilities passages x topics, probability of the directing voice) for passages of folded words."""
        topic, voice = self.scores(passages)
        scaled = topic / self.temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        power = np.exp(scaled)
        return power / power.sum(axis=1, keepdims=True), 1.0 / (1.0 + np.exp(-voice))


def save(model: SectionModel, folder: Path) -> str:
    """Write ``model.npz``, ``vocab.json`` and ``manifest.json``; returns the hash that loading checks."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [w for w, _ in sorted(model.vocabulary.items(), key=lambda item: item[1])]
    vocab = json.dumps({"topics": list(model.topics), "features": words}, ensure_ascii=False, indent=0).encode("utf-8")
    (folder / "vocab.json").write_bytes(vocab)
    arrays = {
        "idf": model.idf.astype(np.float32),
        "topic_weights": model.topic_weights.astype(np.float32),
        "topic_bias": model.topic_bias.astype(np.float32),
        "voice_weights": model.voice_weights.astype(np.float32),
        "voice_bias": np.array([model.voice_bias], dtype=np.float32),
        "temperature": np.array([model.temperature], dtype=np.float32),
    }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    manifest = {
        "format": FORMAT,
        "files": {f"{n}.npy": _digest(folder / f"{n}.npy") for n in arrays}
        | {"vocab.json": _digest(folder / "vocab.json")},
    }
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8", newline="\n")
    return sha256(text.encode()).hexdigest()


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _broken(folder: Path, why: str) -> ModelError:
    return ModelError(
        msg("Bộ phân loại ở {path} không dùng được: {why}", path=folder, why=why),
        msg("Cài lại vnreport, hoặc huấn luyện lại: vnreport train CORPUS -o DIR"),
    )


def load(folder: Path | None = None) -> SectionModel:
    """The bundled model, or one from a folder; every file is checked against its hash first.

    Raises ModelError when a file is absent, damaged or of another format.
    """
    return _load(folder or model_dir())


@lru_cache(maxsize=4)
def _load(place: Path) -> SectionModel:
    try:
        manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        if manifest.get("format") != FORMAT:
            raise _broken(place, str(manifest.get("format")))
        for name, digest in manifest["files"].items():
            if Path(name).name != name or _digest(place / name) != digest:
                raise _broken(place, name)
        vocab = json.loads((place / "vocab.json").read_text(encoding="utf-8"))
        arrays = {
            n: np.load(place / f"{n}.npy", allow_pickle=False).astype(np.float64)
            for n in ("idf", "topic_weights", "topic_bias", "voice_weights", "voice_bias", "temperature")
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _broken(place, type(error).__name__) from error
    names = vocab["features"]
    shape = (len(vocab["topics"]), len(names))
    if len(names) > MAX_FEATURES or arrays["topic_weights"].shape != shape or arrays["idf"].shape != (shape[1],):
        raise _broken(place, "shape")
    return SectionModel(
        tuple(vocab["topics"]), {w: k for k, w in enumerate(names)}, arrays["idf"], arrays["topic_weights"], arrays["topic_bias"],
        arrays["voice_weights"], float(arrays["voice_bias"][0]), float(arrays["temperature"][0]), sha256(repr(manifest).encode()).hexdigest()[:16],
    )  # fmt: skip
