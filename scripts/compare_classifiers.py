"""Families of classifiers and a learning curve on the same folds: ``compare_classifiers.py [FOLDER]``, Markdown on stdout.

Units are held out whole. Topic and voice are macro-F1 over single passages, over topics that three units or more write about.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from vnreport_nlp.classify.train import C_TOPIC, C_VOICE, SEED, Passage, folds, identity, topic_pipeline
from vnreport_nlp.evaluation import find_gold, read_gold
from vnreport_nlp.evaluation.classifier import FOLDS, MIN_UNITS
from vnreport_nlp.evaluation.run import passages_of, unique_clean

Words = Sequence[str]
Predict = Callable[[list[Words], list[str], list[Words]], list[str]]
EPOCHS = 12


def words(*, only: bool = False) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=list if only else identity, min_df=2, sublinear_tf=True)


def characters() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", preprocessor=" ".join, ngram_range=(2, 5), min_df=2, sublinear_tf=True)


def logistic(c: float, *, weighted: bool = True) -> LogisticRegression:
    return LogisticRegression(C=c, max_iter=400, random_state=SEED, class_weight="balanced" if weighted else None)


def sklearn_family(make: Callable[[], object]) -> Predict:
    def predict(train: list[Words], labels: list[str], test: list[Words]) -> list[str]:
        return [str(s) for s in make().fit(train, labels).predict(test)]

    return predict


def textcat(train: list[Words], labels: list[str], test: list[Words]) -> list[str]:
    """spaCy's bag-of-words text categoriser on the same words."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(SEED)
    nlp = spacy.blank("xx")
    model = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": True,
        "ngram_size": 2,
        "length": 262144,
        "no_output_layer": False,
    }
    pipe = nlp.add_pipe("textcat", config={"model": model})
    kinds = sorted(set(labels))
    examples = [
        Example.from_dict(Doc(nlp.vocab, words=list(w) or ["^"]), {"cats": {k: float(k == y) for k in kinds}})
        for w, y in zip(train, labels, strict=True)
    ]
    optimizer = nlp.initialize(lambda: examples)
    dice = random.Random(SEED)
    for _ in range(EPOCHS):
        dice.shuffle(examples)
        for batch in minibatch(examples, size=32):
            nlp.update(batch, sgd=optimizer)
    docs = [pipe(Doc(nlp.vocab, words=list(w) or ["^"])) for w in test]
    return [max(d.cats, key=lambda k: (d.cats[k], k)) for d in docs]


FAMILIES: dict[str, tuple[Predict, Predict]] = {
    "**words and pairs, logistic regression (shipped)**": (
        sklearn_family(topic_pipeline),
        sklearn_family(lambda: make_pipeline(words(), logistic(C_VOICE))),
    ),
    "the same, classes not weighted": (
        sklearn_family(lambda: make_pipeline(words(), logistic(C_TOPIC, weighted=False))),
        sklearn_family(lambda: make_pipeline(words(), logistic(C_VOICE, weighted=False))),
    ),
    "words alone, logistic regression": (
        sklearn_family(lambda: make_pipeline(words(only=True), logistic(C_TOPIC))),
        sklearn_family(lambda: make_pipeline(words(only=True), logistic(C_VOICE))),
    ),
    "characters 2 to 5, logistic regression": (
        sklearn_family(lambda: make_pipeline(characters(), logistic(C_TOPIC))),
        sklearn_family(lambda: make_pipeline(characters(), logistic(C_VOICE))),
    ),
    "words, pairs and characters": (
        sklearn_family(lambda: make_pipeline(make_union(words(), characters()), logistic(C_TOPIC))),
        sklearn_family(lambda: make_pipeline(make_union(words(), characters()), logistic(C_VOICE))),
    ),
    "words and pairs, linear SVM": (
        sklearn_family(lambda: make_pipeline(words(), LinearSVC(C=0.5, class_weight="balanced", random_state=SEED))),
        sklearn_family(lambda: make_pipeline(words(), LinearSVC(C=0.5, class_weight="balanced", random_state=SEED))),
    ),
    "words and pairs, complement naive Bayes": (
        sklearn_family(lambda: make_pipeline(words(), ComplementNB())),
        sklearn_family(lambda: make_pipeline(words(), ComplementNB())),
    ),
    "spaCy textcat, bag of words and pairs": (textcat, textcat),
}


def score(passages: list[Passage], predict: Predict, kind: str, *, units: int | None = None) -> float:
    """Macro-F1 over the folds; ``units`` limits how many units a fold may train on."""
    label = {"topic": lambda p: p.topic, "voice": lambda p: p.voice}[kind]
    truth: list[str] = []
    said: list[str] = []
    for training, test in folds([p.group for p in passages], FOLDS):
        known = sorted({passages[i].group for i in training})
        kept = set(random.Random(SEED).sample(known, units)) if units else set(known)
        train = [passages[i] for i in training if passages[i].group in kept and label(passages[i])]
        held = [passages[i] for i in test if label(passages[i])]
        truth += [str(label(p)) for p in held]
        said += predict([p.words for p in train], [str(label(p)) for p in train], [p.words for p in held])
    groups = defaultdict(set)
    for p in passages:
        groups[str(label(p))].add(p.group)
    counted = sorted(t for t, g in groups.items() if len(g) >= MIN_UNITS and t != "None")
    return float(f1_score(truth, said, labels=counted, average="macro", zero_division=0))


def main(argv: list[str]) -> int:
    golds = unique_clean([read_gold(p) for p in find_gold([Path(a) for a in argv or ["corpus/drafts"]])])
    passages = passages_of(golds)
    print(
        f"{len(passages)} passages of {len(golds)} units, {FOLDS} folds\n\n| features and model | topic | voice |\n| --- | --- | --- |"
    )
    for name, (topic, voice) in FAMILIES.items():
        print(f"| {name} | {score(passages, topic, 'topic'):.3f} | {score(passages, voice, 'voice'):.3f} |", flush=True)
    print("\n| units trained on | topic | voice |\n| --- | --- | --- |")
    topic, voice = next(iter(FAMILIES.values()))
    least = min(len({passages[i].group for i in training}) for training, _ in folds([p.group for p in passages], FOLDS))
    for units in sorted({2, 4, 8, 12, 16, least}):
        if units <= least:
            row = [
                score(passages, predict, kind, units=units) for kind, predict in (("topic", topic), ("voice", voice))
            ]
            print(f"| {units} | {row[0]:.3f} | {row[1]:.3f} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
