"""Evaluate on a corpus with gold, units held out whole from the classifier's training."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, FiniteFloat

from ..assess import RuleSet, assess, title_test
from ..classify import SectionModel, passage_words, read_topics
from ..classify.train import Passage, folds, train
from ..errors import UsageError, VnReportError
from ..exporters.json import Json
from ..model import Template, msg
from ..outline import outline
from ..readers import read
from ..template import load_template
from .classifier import FOLDS, classifier_scores
from .gold import Gold, find_gold, read_gold
from .measure import Tally, crash_tally, outline_tally, rule_tally, status_tally

FAMILIES = ("F", "C", "P", "U", "T")


@dataclass(frozen=True)
class Report:
    """Sums by variant (clean, drop, ocr1 …), over all, and the classifier's held-out scores."""

    by_variant: dict[str, Tally]
    total: Tally
    classifier: dict[str, float]

    def as_object(self) -> Json:
        """The object of ``evaluate --format json``."""
        return {
            "schema": "vnreport.evaluation/1",
            "total": dict(self.total.figures()),
            "classifier": dict(self.classifier),
            "variants": {name: dict(tally.figures()) for name, tally in sorted(self.by_variant.items())},
            "confusion": [[t, s, n] for (t, s), n in sorted(self.total.confusion.items())],
            "reliability": [
                [k / 10, self.total.reliability[k, True], self.total.reliability[k, False]] for k in range(10)
            ],
            "rules": {r: {"hits": c[0], "found": c[1], "true": c[2]} for r, c in sorted(self.total.rules.items())},
        }


def passages_of(golds: list[Gold]) -> list[Passage]:
    """Labelled training passages of clean gold drafts."""
    return [
        Passage(passage_words(p.text), p.topic, p.voice, gold.group)
        for gold in golds if gold.variant in ("", "clean") for p in gold.paragraphs
    ]  # fmt: skip


def unique_clean(golds: list[Gold]) -> list[Gold]:
    """One clean gold a unit."""
    seen: dict[str, Gold] = {}
    for gold in golds:
        if gold.variant in ("", "clean"):
            seen.setdefault(gold.group, gold)
    return list(seen.values())


def evaluate(folders: list[Path], *, progress: Callable[[int, int], None] | None = None) -> Report:
    """Assess every gold draft with a classifier that has not seen its unit.

    Raises GoldError for malformed gold, VnReportError when there is none.
    """
    golds = [read_gold(p) for p in find_gold(folders)]
    if not golds:
        raise VnReportError(
            msg("Không có đáp án (*.gold.json) trong {path}.", path=", ".join(map(str, folders))),
            msg("Chỉ rõ thư mục có dự thảo kèm đáp án (TÊN.gold.json); cách soạn: corpus/AUTHORING.md."),
        )
    clean = unique_clean(golds)
    passages = passages_of(clean)
    units = sorted({g.group for g in golds})
    report = Report({}, Tally(), classifier_scores(passages))
    done = 0
    for training, test in folds(units, FOLDS):
        inside = {units[i] for i in test}
        known = [p for p in passages if p.group not in inside]
        model = train(known) if training and known else None
        for gold in (g for g in golds if g.group in inside):
            tally = _measure(gold, model)
            report.by_variant.setdefault(gold.variant or "clean", Tally()).add(tally)
            report.total.add(tally)
            done += 1
            if progress is not None:
                progress(done, len(golds))
    return report


def _measure(gold: Gold, model: SectionModel | None) -> Tally:
    """One draft; anything it raises counts as a full miss."""
    try:
        template: Template = load_template(gold.template)
        document = read(gold.path)
        found = outline(document, known=title_test(template))
        reading = read_topics(document, model) if model is not None else None
        result = assess(found, template, rules=RuleSet(), reading=reading)
    except Exception:  # noqa: BLE001 - the evaluation must survive what it measures
        return crash_tally(gold)
    tally = status_tally(result, gold)
    tally.add(outline_tally(found, gold))
    if gold.variant in ("", "clean"):
        tally.add(rule_tally(result, gold, FAMILIES))
    return tally


class _Floors(BaseModel):
    floors: dict[str, dict[str, FiniteFloat]]


def read_floors(path: Path) -> dict[str, dict[str, float]]:
    """Limits by scope and measure.

    Raises UsageError for a file that is none; a floor that is no number would let everything pass.
    """
    try:
        if not path.is_file():  # a pipe or a device may never end
            raise ValueError(path)
        return _Floors.model_validate_json(path.read_bytes()).floors
    except (OSError, ValueError) as error:
        raise UsageError(
            msg("Tệp mức sàn {path} không đọc được.", path=path), msg("Viết như corpus/floors.json của bộ công cụ.")
        ) from error


def check_floors(report: Report, floors: Path) -> Iterator[str]:
    """One line for every measure below its floor (or above its ceiling) in ``floors.json``. Raises UsageError as ``read_floors``."""
    wanted = read_floors(floors)
    figures = {"total": report.total.figures(), "classifier": report.classifier}
    figures.update({name: tally.figures() for name, tally in report.by_variant.items()})
    for scope, limits in wanted.items():
        for name, limit in limits.items():
            value = figures.get(scope, {}).get(name)
            if value is None:
                yield f"{scope}.{name}: không đo được"
            elif name in ("false_alarm_rate", "crashes"):
                if value > limit:
                    yield f"{scope}.{name}: {value} > {limit}"
            elif value < limit:
                yield f"{scope}.{name}: {value} < {limit}"
