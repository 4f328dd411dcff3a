"""The relations that ``train_links.py`` judges: those that do not compute in a text, and correct ones after a slip of the hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from links_learned import Row, Table
from links_text import Text

from vnreport_nlp.checks.figures.rates import doubting, linking
from vnreport_nlp.checks.figures.reading.nearby import Fig
from vnreport_nlp.checks.figures.sums import addends, adding, holding


def worth(text: str) -> float:
    """The value of a figure."""
    return float(text.replace(".", "").replace(",", "."))


def slip(rng: random.Random, text: str) -> str:
    """A figure with two neighbouring digits in changed places, or one wrong."""
    at = [i for i, c in enumerate(text) if c.isdigit()]
    out = list(text)
    if rng.random() < 0.45 and len(at) > 1:
        i = rng.randrange(len(at) - 1)
        out[at[i]], out[at[i + 1]] = out[at[i + 1]], out[at[i]]
    elif rng.random() < 0.6:
        i = rng.choice(at)
        out[i] = str(min(9, max(0, int(out[i]) + rng.choice((-2, -1, 1, 2)))))
    else:
        out[rng.choice(at)] = str(rng.randrange(10))
    return "".join(out)


def _row(
    rule: str, text: Text, base: int, figures: tuple[Fig, ...], told: dict[str, float], wrong: bool, shown: str
) -> Row:
    start, end = base + min(f.start for f in figures), base + max(f.end for f in figures) + 1
    hits = tuple(n for s, e, n in text.spots(rule) if s < end and start < e)
    planted = any(s < end and start < e for s, e, _ in text.spots())
    return Row(
        text,
        base,
        frozenset(f.start for f in figures),
        told,
        True if wrong else None if planted else False,
        () if wrong else hits,
        planted,
        shown,
    )


def wrong_table(every: list[Text], held: dict[int, dict[str, float]], rng: random.Random) -> Table:
    """Percentages that no figures near them give, as they stand and after a slip; links weighed without their author."""
    rows = []
    for text in (t for t in every if not t.made):
        weights = held[text.fold]
        for base, told in text.paragraphs:
            for p in linking.percents(told) if "%" in told else ():
                for doubt in doubting.doubts(told, p, weights):
                    pair = doubt.pair
                    shown = f"{pair.way} {pair.a.text}/{pair.b.text} = {pair.true:.1f} != {p.text} | {told[max(0, p.start - 120) : p.end + 20]}"
                    rows.append(_row("F203", text, base, (p,), doubt.measures, False, shown))
                if rows and any(s < base + p.end and base + p.start < e for s, e, _ in text.spots()):
                    continue
                rows += _slips(text, base, told, p, weights, rng)
    return Table("wrong", rows)


def _slips(text: Text, base: int, told: str, p: Fig, weights: dict[str, float], rng: random.Random) -> Iterator[Row]:
    found = linking.window(told, p)
    held = [pair for pair in linking.pairs(found) if pair.holds(p)] if len(found) > 1 else []
    if not held or not p.value:
        return
    meant = max(held, key=lambda pair: sum(weights.get(n, 0.0) for n in set(linking.measures(told, p, pair, found))))
    for turn in range(3):
        places = len(p.text.partition(",")[2])
        other = (
            slip(rng, p.text)
            if turn < 2
            else f"{p.value * rng.choice((0.8, 0.88, 0.93, 1.07, 1.14, 1.22)):.{places}f}".replace(".", ",")
        )
        if other != p.text and 0.4 < worth(other) / p.value < 2.5:
            for doubt in doubting.doubts(told, replace(p, text=other, value=worth(other)), weights):
                same = (doubt.pair.way, doubt.pair.a.start, doubt.pair.b.start) == (
                    meant.way,
                    meant.a.start,
                    meant.b.start,
                )
                if same:
                    yield Row(text, base, frozenset((p.start,)), doubt.measures, True, (), False, "")


def sums_table(every: list[Text], rng: random.Random) -> Table:
    """Lists that all but make a total, and lists that make it with a slip."""
    rows = []
    for text in every:
        bad = text.spots()
        for base, told in text.paragraphs:
            for run in adding.candidates(told):
                names = dict.fromkeys(addends.all_measures(told, run), 1.0)
                shown = f"{'+'.join(p.text for p in run.parts)} != {run.total.text} | {told[:160]}"
                rows.append(_row("F201", text, base, (run.total, *run.parts), names, False, shown))
            for run in adding.exact(told):
                start, end = (
                    base + min(run.total.start, run.parts[0].start),
                    base + max(run.total.end, run.parts[-1].end),
                )
                if (
                    run.total.value < adding.LARGE
                    or any(s < end and start < e for s, e, _ in bad)
                    or (text.made and rng.random() < 0.5)
                ):
                    continue
                rows += _missed(text, base, told, run, rng)
    return Table("sums", rows)


def _missed(text: Text, base: int, told: str, run: adding.Run, rng: random.Random) -> Iterator[Row]:
    made = 0
    for _ in range(6):
        part = rng.choice(run.parts)
        total, reached = run.total.value, run.reached
        if rng.random() < 0.5:
            total = worth(slip(rng, run.total.text))
        else:
            reached += worth(slip(rng, part.text)) - part.value
        if made < 2 and total > 0 and abs(total - reached) > run.slack + 1e-6 and adding.misses(reached, total):
            made += 1
            names = dict.fromkeys(addends.measures(told, run) + addends.sizes(run, reached, total), 1.0)
            yield Row(text, base, frozenset((run.total.start,)), names, True, (), False, "")


def parts_table(every: list[Text], rng: random.Random) -> Table:
    """Parts that exceed their whole, and parts that the arithmetic proves to be such, made larger."""
    rows = []
    for text in every:
        form = text.name.startswith("W")
        for base, told in text.paragraphs:
            for held in () if form else holding.above(told):
                shown = (
                    f"{held.part.text} > {held.whole.text} | {told[max(0, held.whole.start - 60) : held.part.end + 40]}"
                )
                names = dict.fromkeys(holding.all_measures(told, held), 1.0)
                rows.append(_row("F202", text, base, (held.whole, held.part), names, False, shown))
            rows += _enlarged(text, base, told, form, rng)
    return Table("parts", rows)


def _enlarged(text: Text, base: int, told: str, form: bool, rng: random.Random) -> Iterator[Row]:
    sure = _parts(told, form)
    for held in holding.near(told) if sure else ():
        whole, part = held.whole, held.part
        start, end = base + whole.start, base + part.end
        if (whole.start, part.start) not in sure or whole.value < 5 or part.value >= whole.value:
            continue
        if any(s < end and start < e for s, e, _ in text.spots()) or (text.made and rng.random() < 0.4):
            continue
        value = _exceeding(rng, whole.value)
        names = holding.measures(told, held, value) + holding.sizes(whole.value, value)
        yield Row(text, base, frozenset((whole.start,)), dict.fromkeys(names, 1.0), True, (), False, "")


def _parts(told: str, form: bool) -> set[tuple[int, int]]:
    """Pairs (whole, part) that percentages and sums prove; of a filled form of a whole and its part the first pair."""
    out = {
        (pair.b.start, pair.a.start)
        for p, pair in linking.proved(told)
        if pair.way == "share" and pair.a.value < pair.b.value and len(p.text.replace(",", "")) >= 3
    }
    for run in adding.exact(told):
        if run.behind and run.lists != "mid0" and run.total.value >= adding.LARGE:
            out |= {(run.total.start, p.start) for p in run.parts}
    first = next(iter(holding.near(told)), None) if form else None
    return out | ({(first.whole.start, first.part.start)} if first else set())


def _exceeding(rng: random.Random, whole: float) -> float:
    digits = str(int(whole))
    turned = [
        digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        for i in range(len(digits) - 1)
        if digits[i] < digits[i + 1]
    ]
    near = [float(t) for t in turned if whole < float(t) < 2 * whole]
    if near and rng.random() < 0.5:
        return rng.choice(near)
    return whole + max(1, int(whole * rng.choice((0.01, 0.02, 0.05, 0.08, 0.12, 0.2, 0.3))))
