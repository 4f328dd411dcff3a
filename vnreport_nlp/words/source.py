"""underthesea's own files: where they are, whether we know them, what stands in them.

Nothing here imports underthesea. ``models.bin`` is a public CRFsuite file; ``dictionary.bin``, ``features.bin`` and the
rules are pickles of plain strings in plain containers, read by an unpickler that refuses everything else.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import io
import pickle
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

WORDS = "pipeline/word_tokenize"
MODEL = f"{WORDS}/models/ws_crf_vlsp2013_20230727"
REGEX = f"{WORDS}/regex_tokenize.py"
FEATURES = f"{MODEL}/features.bin"
RULES = "pipeline/text_normalize/tn_rules_2023_07_14.bin"
FILES = (f"{MODEL}/models.bin", f"{MODEL}/dictionary.bin", FEATURES, REGEX, RULES)
KNOWN = {
    REGEX: "5cb4fdc04fc806ac51842d9ec96834e9647262361bf865bacc164e96dc898a76",
    FEATURES: "cf93263c7c7973bf50122b0be76a394443ff61be00c1368713dee1b7d5b8a435",
}
"""sha256 of what our method rests on: which patterns cross white space, which features there are, in which order.
Weights, dictionary and rules may change with a release: then the tables are compiled and tested anew."""
LABELS = ["B-W", "I-W"]
SMALLEST = 1e-10
"""The core drops state weights up to this size when it loads a model."""

Floats = npt.NDArray[np.float64]
_HEADER = struct.Struct("<4sI4sIIIIIIIII")
_FEATURE = np.dtype([("type", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])


class UnknownModelError(Exception):
    """The installed underthesea is not one whose words we can compute ourselves."""


@dataclass(frozen=True, eq=False)
class Source:
    """What the installed underthesea computes words from.

    ``weights`` are [attribute, label], ``transitions`` [from, to], labels in the order of ``LABELS``: B-W, a word
    begins, I-W, it goes on.
    """

    attributes: list[str]
    weights: Floats
    transitions: Floats
    dictionary: frozenset[str]
    features: tuple[str, ...]
    pattern: str
    flags: int
    token_map: dict[str, str]
    character_map: dict[str, str]


def package_folder() -> Path:
    """Folder of the installed underthesea, without importing it."""
    spec = importlib.util.find_spec("underthesea")
    if spec is None or not spec.submodule_search_locations:
        raise UnknownModelError("underthesea is not installed")
    return Path(next(iter(spec.submodule_search_locations)))


def digest(folder: Path) -> str:
    """One sha256 over the digests of the five files; refuses code that we do not know."""
    total = hashlib.sha256()
    for name in FILES:
        try:
            with folder.joinpath(name).open("rb", buffering=0) as file:  # a piece at a time: the files are not needed
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise UnknownModelError(f"underthesea/{name} cannot be read") from error
        if KNOWN.get(name, found) != found:
            raise UnknownModelError(f"underthesea/{name} is another version than the one we know")
        total.update(found.encode())
    return total.hexdigest()


def read_source(folder: Path) -> Source:
    """Read all five files; ``UnknownModelError`` when they are not what we expect."""
    try:
        attributes, weights, transitions = _crf((folder / MODEL / "models.bin").read_bytes())
        dictionary = _plain(folder / MODEL / "dictionary.bin")
        features = _plain(folder / FEATURES)
        rules = _plain(folder / RULES)
        pattern = _pattern((folder / REGEX).read_text(encoding="utf-8"))
        token_map, character_map = rules["token"], rules["character"]
    except (OSError, ValueError, KeyError, TypeError, struct.error, pickle.UnpicklingError) as error:
        raise UnknownModelError(f"underthesea's model cannot be read: {error}") from error
    if any(len(a) != 1 or len(b) != 1 for a, b in character_map.items()):
        raise UnknownModelError("underthesea's character map changes lengths")
    if any(not v or any(c.isspace() for c in v) for v in token_map.values()):
        raise UnknownModelError("underthesea's token map splits tokens")
    return Source(
        attributes, weights, transitions, frozenset(dictionary), tuple(features), pattern.pattern, pattern.flags,
        token_map, character_map,
    )  # fmt: skip


class _Plain(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        raise pickle.UnpicklingError(f"{module_name}.{global_name} in a file of strings")


def _plain(path: Path) -> Any:
    return _Plain(io.BytesIO(path.read_bytes())).load()


def _pattern(code: str) -> re.Pattern[str]:
    """The token pattern: the module without its imports of underthesea and its functions, run (its digest is known)."""
    tree = ast.parse(code)
    tree.body = [n for n in tree.body if not isinstance(n, ast.ImportFrom | ast.FunctionDef)]
    names: dict[str, Any] = {}
    exec(compile(tree, "regex_tokenize", "exec"), names)
    found = names["patterns"]
    if not isinstance(found, re.Pattern):
        raise TypeError("no token pattern")
    return found


def _crf(data: bytes) -> tuple[list[str], Floats, Floats]:
    """(attributes, their weights for the two labels, transitions) of a CRFsuite file."""
    magic, _, kind, _, _, _, _, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(data)
    chunk, _, count = struct.unpack_from("<4sII", data, features_at)
    if (magic, kind, chunk) != (b"lCRF", b"FOMC", b"FEAT"):
        raise ValueError("not a CRFsuite file")
    if _strings(data, labels_at) != LABELS:
        raise ValueError("other labels than B-W and I-W")
    attributes = _strings(data, attributes_at)
    features = np.frombuffer(data, _FEATURE, count, features_at + 12)
    states = features[features["type"] == 0]
    table = np.zeros((len(attributes), 2))
    table[states["source"], states["target"]] = np.where(np.abs(states["weight"]) > SMALLEST, states["weight"], 0.0)
    steps = features[features["type"] == 1]
    transitions = np.zeros((2, 2))
    transitions[steps["source"], steps["target"]] = steps["weight"]
    return attributes, table, transitions


def _strings(data: bytes, at: int) -> list[str]:
    """The strings of a CQDB chunk, by number."""
    magic, _, _, _, count, links = struct.unpack_from("<4sIIIII", data, at)
    if magic != b"CQDB":
        raise ValueError("not a CQDB chunk")
    strings: list[str] = []
    for offset in struct.unpack_from(f"<{count}I", data, at + links):
        number, size = struct.unpack_from("<II", data, at + offset)
        if number != len(strings):
            raise ValueError("strings out of order")
        start = at + offset + 8
        strings.append(data[start : start + size - 1].decode("utf-8"))
    return strings
