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
from io import BytesIO
from itertools import chain, pairwise, repeat
from pathlib import Path

import numpy as np
from numpy.lib.format import read_array
from numpy.typing import NDArray

from ..errors import ModelError
from ..model import msg
from ..resources import model_dir
from ..whole import beside, write_bytes, write_text
from .features import FeatureTable, Ints

Matrix = NDArray[np.float64]
Narrow = NDArray[np.float32]
FORMAT = "vnreport.section/1"
LINE = 16
"""Weights in a line of the processor's cache."""
GATHERED = 4096
"""Features whose weights are gathered at once: what stays in the processor's cache."""
ARRAYS = ("idf", "topic_weights", "topic_bias", "voice_weights", "voice_bias", "temperature")
"""Files of a model, without their suffix."""
MAX_BYTES = 1_000_000_000
"""A larger file is none of a model's."""
_DAMAGE = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, EOFError, RecursionError, MemoryError)
"""What reading a spoiled model raises; ``ModelError`` itself is none of these."""
MAX_FEATURES = 1_000_000
"""More features than this are refused: a model file is handed around and may be hostile (and ``features.PACK`` has room
for the words of so many)."""


@dataclass(frozen=True, eq=False)
class SectionModel:
    """Weights: vocabulary (feature → column), idf, topic weights (topics x features), voice weights (features)."""

    topics: tuple[str, ...]
    vocabulary: dict[str, int]
    idf: Matrix
    topic_weights: Narrow
    topic_bias: Matrix
    voice_weights: Matrix
    voice_bias: float
    temperature: float = 1.0
    digest: str = ""

    @cached_property
    def _table(self) -> FeatureTable:
        return FeatureTable(self.vocabulary)

    @cached_property
    def _weights(self) -> Narrow:
        """Weights by column, those of the voice behind those of the topics, then zeros to the end of a cache line."""
        topics = len(self.topics)
        out = np.zeros((len(self.voice_weights), -(-(topics + 1) // LINE) * LINE), dtype=np.float32)
        out[:, :topics], out[:, topics] = self.topic_weights.T, self.voice_weights
        return out

    @property
    def numbers(self) -> dict[str, int]:
        """Word → number, for ``scores_of``; a word that no feature has gets ``len(numbers)``."""
        return self._table.numbers

    def _numbered(self, passages: Sequence[Sequence[str]]) -> tuple[Ints, Ints]:
        """Passages of words as (numbers of all words in a row, how many each passage has)."""
        sizes = np.array([len(words) for words in passages], dtype=np.int64)
        words = chain.from_iterable(passages)
        unknown = len(self.numbers)
        return np.fromiter(map(self.numbers.get, words, repeat(unknown)), np.int64, int(sizes.sum())), sizes

    def scores_of(self, ids: Ints, sizes: Ints) -> tuple[Matrix, Matrix]:
        """(passages x topics linear scores, passages voice scores): sublinear TF times IDF, unit length, times weights.

        ``ids`` are the numbers of all passages' words in a row, ``sizes`` how many each passage has.
        """
        starts, columns, times = self._table.counted(ids, sizes, max(len(self.idf), 1))
        values = self.idf.take(columns)
        again = np.flatnonzero(times > 1)  # few
        values[again] *= 1.0 + np.log(times[again])
        weights, narrow = self._weights, values.astype(np.float32)
        out = np.zeros((len(sizes), weights.shape[1]), dtype=np.float32)
        picked = np.empty((int(np.diff(starts).max(initial=0)) + GATHERED, weights.shape[1]), dtype=np.float32)
        first = filled = 0
        for (start, end), row in zip(pairwise(starts.tolist()), out, strict=True):
            if end > filled:  # the next passages' weights, gathered at once into one place
                first, filled = start, min(max(end, start + GATHERED), len(columns))
                weights.take(columns[first:filled], axis=0, out=picked[: filled - first], mode="clip")
            np.dot(narrow[start:end], picked[start - first : end - first], out=row)
        length = np.sqrt(np.add.reduceat(np.append(values * values, 0.0), starts[:-1])) * (np.diff(starts) > 0)
        out /= np.where(length > 0, length, 1.0)[:, None]
        topics = len(self.topics)
        return out[:, :topics] + self.topic_bias, out[:, topics].astype(np.float64) + self.voice_bias

    def scores(self, passages: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
        """The same for passages of folded words."""
        return self.scores_of(*self._numbered(passages))

    def predict_of(self, ids: Ints, sizes: Ints) -> tuple[Matrix, Matrix]:
        """(topic probabilities passages x topics, probability of the directing voice) for passages of numbered words."""
        topic, voice = self.scores_of(ids, sizes)
        scaled = topic / self.temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        power = np.exp(scaled)
        return power / power.sum(axis=1, keepdims=True), 1.0 / (1.0 + np.exp(-voice))

    def predict(self, passages: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
        """The same for passages of folded words."""
        return self.predict_of(*self._numbered(passages))


def save(model: SectionModel, folder: Path) -> str:
    """Write ``model.npz``, ``vocab.json`` and ``manifest.json``; returns the hash that loading checks."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [w for w, _ in sorted(model.vocabulary.items(), key=lambda item: item[1])]
    vocab = json.dumps({"topics": list(model.topics), "features": words}, ensure_ascii=False, indent=0).encode("utf-8")
    write_bytes(folder / "vocab.json", vocab)
    arrays = {
        "idf": model.idf.astype(np.float32),
        "topic_weights": model.topic_weights.astype(np.float32),
        "topic_bias": model.topic_bias.astype(np.float32),
        "voice_weights": model.voice_weights.astype(np.float32),
        "voice_bias": np.array([model.voice_bias], dtype=np.float32),
        "temperature": np.array([model.temperature], dtype=np.float32),
    }
    for name, array in arrays.items():
        with beside(folder / f"{name}.npy") as place, place.open("wb") as stream:
            np.save(stream, array, allow_pickle=False)
    manifest = {
        "format": FORMAT,
        "files": {f"{n}.npy": _digest(folder / f"{n}.npy") for n in arrays}
        | {"vocab.json": _digest(folder / "vocab.json")},
    }
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    write_text(folder / "manifest.json", text)
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
        return _checked(place)
    except _DAMAGE as error:
        raise _broken(place, type(error).__name__) from error


def _read(place: Path, name: str) -> bytes:
    """A file of the model; OSError for what is none (a pipe may never end) or is larger than any model."""
    path = place / name
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        raise FileNotFoundError(path)
    return path.read_bytes()


def _sound(arrays: dict[str, NDArray[np.generic]], names: list[str], topics: list[str]) -> bool:
    """Whether numbers are finite, features of one or two words and not too many, and topics can be shown."""
    several = max(map(str.count, names, repeat(" ")), default=0) > 1
    finite = all(np.isfinite(array).all() for array in arrays.values())
    return finite and not several and len(names) <= MAX_FEATURES and all(map(str.isprintable, topics))


def _checked(place: Path) -> SectionModel:
    """The model of a folder, each file against its hash, each array against the words and topics."""
    manifest = json.loads(_read(place, "manifest.json").decode("utf-8"))
    if manifest.get("format") != FORMAT:
        raise _broken(place, str(manifest.get("format"))[:40])
    files = {name: _read(place, name) for name in (*(f"{n}.npy" for n in ARRAYS), "vocab.json")}
    for name, content in files.items():
        if manifest["files"].get(name) != sha256(content).hexdigest():
            raise _broken(place, name)
    vocab = json.loads(files["vocab.json"].decode("utf-8"))
    names, topics = vocab["features"], vocab["topics"]
    arrays = {n: read_array(BytesIO(files[f"{n}.npy"]), allow_pickle=False) for n in ARRAYS}
    shapes = (len(names),), (len(topics), len(names)), (len(topics),), (len(names),), (1,), (1,)
    right = all(arrays[n].shape == shape for n, shape in zip(ARRAYS, shapes, strict=True))
    if not right or (
        place != model_dir() and not _sound(arrays, names, topics)
    ):  # the package's own was looked through when it was built
        raise _broken(place, "shape")
    idf, topic_bias, voice_weights, voice_bias, temperature = (
        arrays[n].astype(np.float64) for n in ARRAYS if n != "topic_weights"
    )
    if not topics or temperature[0] <= 0:
        raise _broken(place, "shape")
    weights = arrays["topic_weights"].astype(np.float32, copy=False)
    digest = sha256(repr(manifest).encode()).hexdigest()[:16]
    return SectionModel(
        tuple(topics), {w: k for k, w in enumerate(names)}, idf, weights, topic_bias, voice_weights, float(voice_bias[0]),
        float(temperature[0]), digest,
    )  # fmt: skip
