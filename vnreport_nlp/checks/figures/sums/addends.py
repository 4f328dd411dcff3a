"""What holds of a total and its possible parts: measures of the words between and beside them, of their nouns, and of what is missed."""

from __future__ import annotations

import re
from itertools import pairwise

from ....expressions import lazy
from ..reading.dims import EXHAUSTIVE, dimension
from ..reading.nearby import between, figures, left_of, right_of
from .adding import LABEL, Run, exact, fits

_PLAIN = frozenset({",", ";", "len0", "len1", "len2", "len3", "len4", "len5", "và", "người", "hộ", "loại"})
"""Where nothing else stands between, a figure is an item of a list itself."""
_OPEN = lazy(
    r"\b(?:một số|chủ yếu|tiêu biểu|nhất là|như|bình quân|mỗi|kiêm|vừa|lượt|trùng|trừ|đồng thời|cả)\b|\.\.\.|…",
    re.IGNORECASE,
)


def measures(text: str, run: Run) -> list[str]:
    """Names of what holds of a total and its possible parts."""
    total, parts, way = run.total, run.parts, "f" if run.behind else "b"
    size = min(len(parts), 5)
    out = [way, f"{way}{run.lists}", f"{way}n{size}", f"n{size}"]
    gap = (
        text[total.end : parts[-1 if run.lists == "mid0" else 0].start]
        if run.behind
        else text[parts[-1].end : total.start]
    )
    told = between(gap)
    way = "m" if run.lists == "mid0" else way
    out += [f"{way}plain"] if all(cue in _PLAIN for cue in told) else []
    out += ["mid"] if run.lists == "mid0" else []
    out += [f"{way}t|{cue}" for cue in told] + [f"{way}{'2' if size == 2 else '3'}t|{cue}" for cue in told]
    out += [f"{way}t{w}" for w in (*left_of(text, total.start), *right_of(text, total.end))]
    gaps = [between(text[a.end : b.start]) for a, b in pairwise(parts)]
    every = set(gaps[0]).intersection(*gaps)
    out += [f"all|{cue}" for cue in every] + [f"{way}some|{cue}" for cue in set().union(*gaps) - every]
    out += [f"first{w}" for w in left_of(text, parts[0].start)] + [f"last{w}" for w in right_of(text, parts[-1].end)]
    out += _nouns(way, run) + _company(text, way, run)
    return out


def _nouns(way: str, run: Run) -> list[str]:
    total, parts = run.total, run.parts
    same = sum(p.noun == total.noun and bool(p.noun) for p in parts) / len(parts)
    bare = sum(not p.noun for p in parts) / len(parts)
    other = sum(bool(p.kind and total.kind and p.kind != total.kind) for p in parts)
    out = [
        f"same{'0' if same == 0 else '1' if same < 1 else '2'}",
        f"bare{'0' if bare == 0 else '1' if bare < 1 else '2'}",
        f"other{min(other, 2)}",
    ]
    out += [f"{way}kind{total.kind}", "total bare" if not total.noun else "total named"]
    out += ["parts alike"] if len({p.noun for p in parts}) == 1 else []
    out += ["soft total"] if total.soft else []
    out += [f"soft{min(sum(p.soft for p in parts), 2)}"]
    out += ["zero"] if any(p.text.startswith("0") for p in parts) else []
    return out


def _company(text: str, way: str, run: Run) -> list[str]:
    """What stands between and behind the parts: other figures, percentages, full stops; what the parts are called."""
    first, last = (run.total, run.parts[-1]) if run.behind else (run.parts[0], run.total)
    inside = [f for f in figures(text) if first.start < f.start < last.start and f not in run.parts]
    out = [
        f"{way}inside{min(sum(not f.percent for f in inside), 3)}",
        f"inside%{min(sum(f.percent for f in inside), 1)}",
    ]
    out += [
        f"{way}stops{min(run.parts[-1].sentence - run.total.sentence if run.behind else run.total.sentence - run.parts[0].sentence, 1)}"
    ]
    later = (
        next((f for f in figures(text) if f.start > run.parts[-1].start and not f.percent), None)
        if run.behind
        else None
    )
    earlier = (
        next((f for f in reversed(figures(text)) if f.start < run.parts[0].start and not f.percent), None)
        if not run.behind
        else None
    )
    if later is not None:
        out += [f"next|{cue}" for cue in between(text[run.parts[-1].end : later.start])] + [
            f"next fits{fits(run.total, later)}"
        ]
    if later is not None and later.sentence == run.parts[-1].sentence and fits(run.total, later):
        out += ["goes on"] if all(cue in _PLAIN for cue in between(text[run.parts[-1].end : later.start])) else []
    if earlier is not None:
        out += [f"before|{cue}" for cue in between(text[earlier.end : run.parts[0].start])] + [
            f"before fits{fits(run.total, earlier)}"
        ]
    out += ["open"] if _OPEN.search(text[first.start : last.end + 12]) else []
    return [*out, _names(text, run)]


def _names(text: str, run: Run) -> str:
    """By what the parts are told apart."""
    dims = {
        dimension(
            f"{LABEL.split(text[max(0, p.start - 30) : p.start])[-1].strip()} {LABEL.split(text[p.end : p.end + 40])[0].strip()}"
        )
        for p in run.parts
    }
    return (
        "dims many" if len(dims) > 1 else "dims whole" if dims <= EXHAUSTIVE else "dim" if dims != {""} else "dim none"
    )


def sizes(run: Run, reached: float, total: float) -> list[str]:
    """Measures of how a list misses its total."""
    missed = abs(reached - total)
    share = missed / max(reached, total)
    way = "over" if reached > total else "under"
    near = "0" if share < 0.01 else "1" if share < 0.03 else "2" if share < 0.07 else "3" if share < 0.12 else "4"
    x, y = f"{total:.2f}".replace(".", ""), f"{reached:.2f}".replace(".", "")
    wrong = [i for i in range(len(x)) if x[i] != y[i]] if len(x) == len(y) else []
    digits = len(str(int(total)))
    out = [way, f"near{near}", f"{way}{near}", f"digits{min(digits, 4)}", f"digits{min(digits, 3)}near{near}"]
    if len(wrong) == 1:
        out += ["one digit", f"one digit{min(digits, 4)}"]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]]:
        out += ["swapped", f"swapped{min(digits, 4)}"]
    if run.slack and missed <= 2.5 * run.slack:
        out.append("rounding")
    return out


def all_measures(text: str, run: Run) -> list[str]:
    """The measures of a run as it stands."""
    used = {p.start for other in exact(text) for p in other.parts}
    out = measures(text, run) + sizes(run, run.reached, run.total.value)
    return [*out, "used"] if all(p.start in used for p in run.parts) else out
