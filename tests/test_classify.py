"""The classifier: scikit-learn's predictions from arrays, the same from words and from their numbers."""

from __future__ import annotations

import json
import random
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT

from vnreport_nlp import read
from vnreport_nlp.classify import bundled_model, passage_words
from vnreport_nlp.classify.features import FeatureTable, features
from vnreport_nlp.classify.model import load, save
from vnreport_nlp.classify.read import numbered
from vnreport_nlp.classify.train import Passage, topic_pipeline, train
from vnreport_nlp.errors import ModelError

DRAFT = ROOT / "corpus" / "drafts" / "huyen-phong-lam.md"


def _passages(count: int, seed: int) -> list[Passage]:
    rng = random.Random(seed)
    out = []
    for k in range(count):
        topic = f"topic {k % 3}"
        words = tuple(
            f"{rng.choice('abcdefgh')}{k % 3 if rng.random() < 0.4 else ''}" for _ in range(rng.randrange(30))
        )
        out.append(Passage(words, topic, ("result", "direction")[k % 2], str(k % 4)))
    return out


def test_predictions_are_those_of_scikit_learn() -> None:
    training = _passages(90, 1)
    ordered = sorted(training, key=lambda p: (p.group, p.topic, p.words))
    official = topic_pipeline().fit([p.words for p in ordered], [p.topic for p in ordered])
    model = train(training, temperature=1.0)
    unseen = [p.words for p in _passages(200, 2)] + [(), ("x",), ("x", "y")]
    ours, _ = model.predict(unseen)
    theirs = official.predict_proba(unseen)
    assert np.allclose(ours, theirs, atol=1e-5)
    assert [model.topics[k] for k in ours.argmax(axis=1)] == list(official.predict(unseen))


def test_numbers_of_words_say_what_the_words_say() -> None:
    model = bundled_model()
    assert model is not None
    document = read(DRAFT)
    texts = ["", *(document.text[p.start : p.end] for p in document.paragraphs), "?"]
    for ours, theirs in zip(
        model.predict_of(*numbered(model, texts)), model.predict([passage_words(t) for t in texts]), strict=True
    ):
        assert np.array_equal(ours, theirs)
    assert model.predict_of(*numbered(model, []))[0].shape == (0, len(model.topics))


def test_features_are_counted_as_they_stand() -> None:
    rng = random.Random(3)
    vocabulary = {f: k for k, f in enumerate(sorted({f for p in _passages(20, 4) for f in features(p.words)}))}
    table = FeatureTable(vocabulary)
    passages = [[rng.choice("abcdefghx") for _ in range(rng.randrange(40))] for _ in range(50)]
    ids = np.array([table.numbers.get(w, len(table.numbers)) for p in passages for w in p], dtype=np.int64)
    sizes = np.array([len(p) for p in passages], dtype=np.int64)
    found = table.counted(ids, sizes, len(vocabulary))
    rows = np.repeat(np.arange(len(passages)), np.diff(found.starts)).tolist()
    cells = dict(zip(zip(rows, found.columns.tolist(), strict=True), found.times.tolist(), strict=True))
    wanted: dict[tuple[int, int], int] = {}
    for row, words in enumerate(passages):
        for feature in features(words):
            if feature in vocabulary:
                cell = (row, vocabulary[feature])
                wanted[cell] = wanted.get(cell, 0) + 1
    assert cells == wanted
    assert len(rows) == len(cells)


@pytest.mark.parametrize("honest", [True, False])
@pytest.mark.parametrize("features_of", [["one", "two of three"], ["one"], ["one", "two", "three"]])
def test_a_strange_model_is_refused(tmp_path: Path, features_of: list[str], honest: bool) -> None:
    model = train(_passages(30, 5), temperature=1.0)
    save(model, tmp_path)
    assert load(tmp_path).topics == model.topics
    strange = tmp_path / "strange"
    save(model, strange)
    vocab = strange / "vocab.json"
    rest = list(model.vocabulary)[2:]
    content = json.dumps({"topics": list(model.topics), "features": [*features_of, *rest]}).encode()
    vocab.write_bytes(content)
    if honest:  # the hashes are those of the strange files
        manifest = strange / "manifest.json"
        held = json.loads(manifest.read_text(encoding="utf-8"))
        held["files"]["vocab.json"] = sha256(content).hexdigest()
        manifest.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(ModelError):
        load(strange)
