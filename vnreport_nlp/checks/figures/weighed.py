"""F201, F202 and F203 by weight: relations of figures that no phrase tells, but many small signs together do.

Three questions are asked where the readings of phrases found nothing: which two figures is a percentage said of, which figures make
up a total, which figure is a part of which. Each is answered by a sum of weights of what stands between and beside the figures;
``data/links.json`` holds what ``scripts/train_links.py`` learned. A finding is a relation that is sure and does not compute.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ...expressions import lazy
from ...model import Document, Finding, Paragraph, Span
from ...resources import data_text
from ..context import NO_PROSE, Context
from .rates import doubting
from .rates.allowed import allowed
from .rates.bases import settled
from .reading.labels import names_a_class
from .reading.measures import other_measures
from .reading.numerals import in_digits
from .reading.parts import is_item, left_of_more
from .reading.rests import goes_on, untold
from .reading.told import impossible, shown_like, sum_finding, wrong_percentage, wrong_share
from .reading.words import NAMED
from .sums import addends, adding, holding
from .sums.cleared import of_another, whole_in_itself

RULES = frozenset({"F201", "F202", "F203"})


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by name of a measure, and the sum from which on a finding is told."""

    weights: dict[str, float]
    bias: float
    threshold: float

    def of(self, names: Iterable[str]) -> float:
        """The weight of measures that hold."""
        return self.bias + sum(self.weights.get(name, 0.0) for name in set(names))

    def of_values(self, measures: dict[str, float]) -> float:
        """The weight of measures with values."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in measures.items())


@lru_cache(maxsize=1)
def models() -> dict[str, Model]:
    """What is kept with the package."""
    kept = json.loads(data_text("links.json"))
    return {name: Model(m["weights"], m["bias"], m["threshold"]) for name, m in kept.items()}


def weighed(context: Context, known: list[Finding]) -> Iterator[Finding]:
    """Findings of running text that none of those known touches."""
    document = context.spelled
    told = [p.span for f in known if f.rule in RULES for p in f.places]
    for start, end in passages(document):
        text = in_digits(document.text[start:end])
        if len(_RUN.findall(text)) < 2:
            continue
        for found in _of(context, text, start):
            span = found.places[0].span
            if not any(s.start < span.end and span.start < s.end for s in told):
                told.append(span)
                yield found


_RUN = lazy(r"\d[\d.,]*")
_ITEM = lazy(r"[-+•*–]|\(?(?:\d{1,2}|[a-zđ])[.)]\s")
LONGEST = 1500
"""Of a longer list every item is read alone."""


def passages(document: Document) -> Iterator[tuple[int, int]]:
    """(start, end) of every paragraph of running text; a list is one passage with the line that opens it."""
    prose = [p for p in document.paragraphs if p.story not in NO_PROSE]
    at = 0
    while at < len(prose):
        first = last = at
        if document.text[prose[at].start : prose[at].end].rstrip().endswith(":"):
            while last + 1 < len(prose) and _goes_on(document, prose[first], prose[last], prose[last + 1]):
                last += 1
        yield prose[first].start, prose[last].end
        at = last + 1


def _goes_on(document: Document, first: Paragraph, last: Paragraph, item: Paragraph) -> bool:
    """Whether a paragraph is the next item of a list that a line opens."""
    if item.story != first.story or item.end - first.start > LONGEST or document.text[last.end : item.start].strip():
        return False
    return bool(item.list_item or _ITEM.match(document.text, item.start, item.end))


def _of(context: Context, text: str, base: int) -> Iterator[Finding]:
    """Findings of one paragraph, the surest first within each rule."""
    for start, end, ratio, true, printed, move in shares(text) if "%" in text else ():
        span = Span(base + start, base + end)
        if move:
            yield wrong_share(context, span, f"{ratio}: {shown_like(true, printed)}% ≠ {printed}")
        else:
            yield wrong_percentage(context, span, ratio, true, printed)
    for start, end, total, parts in sums(text):
        yield sum_finding(context, Span(base + start, base + end), total, parts, "≠")
    for start, end, arithmetic in parts_above(text):
        yield impossible(context, Span(base + start, base + end), arithmetic)


def shares(text: str) -> Iterator[tuple[int, int, str, Decimal, str, bool]]:
    """(start, end, pair, true, printed, whether it is a change) of percentages that do not come from their figures."""
    links, wrong = models()["links"], models()["wrong"]
    best: dict[int, tuple[float, doubting.Doubt]] = {}
    for doubt in doubting.all_doubts(text, links.weights):
        score = wrong.of_values(doubt.measures)
        if (
            score >= wrong.threshold
            and not of_another(text, doubt)
            and score > best.get(doubt.percent.start, (0.0,))[0]
        ):
            best[doubt.percent.start] = (score, doubt)
    for _, doubt in best.values():
        a, b, p = doubt.pair.a, doubt.pair.b, doubt.percent
        start, end = min(a.start, b.start, p.start), max(a.end, b.end, p.end + 1)
        true = Decimal(str(doubt.pair.true))
        if doubt.pair.way == "move":
            yield start, end, f"{b.text} → {a.text}", true, f"{p.text}%", True
        elif (sure := settled(text, start, end, f"{a.text}/{b.text}", true, f"{p.text}%")) and not allowed(text, *sure):
            yield *sure, False


def sums(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """(start, end, total, parts) of lists that all but make their total."""
    model = models()["sums"]
    told: set[int] = set()
    sure = [
        (score, run)
        for run in adding.candidates(text)
        if (score := model.of(addends.all_measures(text, run))) >= model.threshold
    ]
    for _, run in sorted(sure, key=lambda s: -s[0]):
        places = {run.total.start, *(p.start for p in run.parts)}
        named = run.total.text, [p.text for p in run.parts]
        if (
            not places & told
            and all(p.value <= run.total.value for p in run.parts)
            and not left_of_more(text[: min(places)], *named)
            and not goes_on(text, run.total.start, run.parts[-1].end, *named)
            and not untold(text, run.total.start, *named)
            and not other_measures(text, run.total.start, *named)
            and not is_item(text, run.total.text, run.total.start)
            and not whole_in_itself(text, run, places)
        ):
            told |= places
            first, last = min(places), max(f.end for f in (run.total, *run.parts))
            yield first, last, *named


def parts_above(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, arithmetic) of parts that exceed their whole."""
    model = models()["parts"]
    told: set[int] = set()
    sure = [
        (score, h) for h in holding.above(text) if (score := model.of(holding.all_measures(text, h))) >= model.threshold
    ]
    for _, held in sorted(sure, key=lambda s: -s[0]):
        between = (held.whole.end, held.part.start)
        elsewhere = NAMED.search(text, *between) or names_a_class(text, *between)  # "… có 8 thôn, xã Hòa Phú 9 thôn"
        if not (elsewhere or {held.whole.start, held.part.start} & told):
            told |= {held.whole.start, held.part.start}
            yield held.whole.start, held.part.end, f"{held.part.text} > {held.whole.text}"
