"""Train on a whole corpus and write the model with its card and figures."""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ..classify import save
from ..classify.train import C_TOPIC, C_VOICE, MIN_DF, SEED, Passage, train
from ..errors import UsageError, VnReportError
from ..model import msg
from ..whole import write_text
from .classifier import classifier_scores
from .gold import find_gold, read_gold
from .run import passages_of, unique_clean


@dataclass(frozen=True)
class Card:
    """What a training run used and reached."""

    passages: int
    units: int
    data: str
    model: str
    scores: dict[str, float]


def data_hash(passages: list[Passage]) -> str:
    """SHA-256 over the labelled passages."""
    lines = sorted(repr((p.group, p.topic, p.voice, p.words)) for p in passages)
    return sha256("\n".join(lines).encode()).hexdigest()


def _require_room(folder: Path) -> None:
    """Raise UsageError where files of a model would be written over somebody's own, or through a link."""
    places = list(folder.iterdir()) if folder.is_dir() else []
    known = {p.name for p in places} >= {"manifest.json", "vocab.json"}
    if any(p.is_symlink() or not p.is_file() for p in places) or (places and not known):
        raise UsageError(
            msg("Thư mục {path} đã có tệp khác, không ghi mô hình vào đó.", path=folder),
            msg("Chọn thư mục mới, hoặc thư mục của lần huấn luyện trước, cho -o."),
        )


def train_corpus(folders: list[Path], output: Path) -> Card:
    """Train on every clean gold draft below the folders; write arrays, ``metrics.json`` and ``card.md``.

    Raises VnReportError when there is no gold, UsageError when the folder holds anything but an earlier model.
    """
    _require_room(output)
    golds = unique_clean([read_gold(p) for p in find_gold(folders)])
    passages = passages_of(golds)
    if not passages:
        raise VnReportError(
            msg("Không có đáp án (*.gold.json) trong {path}.", path=", ".join(map(str, folders))),
            msg("Chỉ rõ thư mục có dự thảo kèm đáp án (TÊN.gold.json); cách soạn: corpus/AUTHORING.md."),
        )
    scores = classifier_scores(passages)
    digest = save(train(passages), output)
    card = Card(len(passages), len({p.group for p in passages}), data_hash(passages), digest, scores)
    metrics = {
        "data_sha256": card.data, "model_sha256": digest, "passages": card.passages, "units": card.units, "seed": SEED,
        "c_topic": C_TOPIC, "c_voice": C_VOICE, "min_df": MIN_DF, "scores": scores,
        "versions": {n: version(n) for n in ("scikit-learn", "numpy", "underthesea")} | {"python": platform.python_version()},
    }  # fmt: skip
    write_text(output / "metrics.json", json.dumps(metrics, indent=1, sort_keys=True) + "\n")
    return card
