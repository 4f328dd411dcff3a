"""Numbers of an outline's items as a letter tells them: neighbours as a range, and within parts as the outline prints them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ..expressions import compiled
from ..model import Template
from ..outline.markers import PART_WORDS

MANY = 3
"""Sections of a part from which requests are one sentence, and neighbours are told as a range."""
_ROMAN = compiled(r"[IVXLC]+")


def in_parts(template: Template) -> bool:
    """Whether the outline's main items are parts (``PHẦN THỨ NHẤT``), told by Roman numbers below Arabic ones: nothing else prints these."""
    steps = [r.number.split(".") for r in template.requirements]
    return any(len(s) > 1 and s[0].isdigit() and _ROMAN.fullmatch(s[1]) for s in steps)


def told(number: str, *, parted: bool) -> str:
    """``II.2`` as it is; of an outline in parts ``2.a (phần II, Phần thứ nhất)`` instead of ``1.II.2.a``, which it prints nowhere."""
    part, *below = number.split(".")
    if not parted or not part.isdigit() or not 0 < int(part) <= len(PART_WORDS):
        return number
    top = f"Phần thứ {PART_WORDS[int(part) - 1]}"
    if not below:
        return top
    if len(below) == 1 or not _ROMAN.fullmatch(below[0]):
        return f"{'.'.join(below)} ({top})"
    return f"{'.'.join(below[1:])} (phần {below[0]}, {top})"


def ranges(numbers: Iterable[str], template: Template, *, parted: bool = False) -> str:
    """``II.1 - II.5, II.8``: three and more neighbours of the outline as a range."""
    order = {r.number: k for k, r in enumerate(template.requirements)}
    runs: list[list[str]] = []
    for number in sorted(numbers, key=lambda n: order.get(n, len(order))):
        if runs and _next(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    out: list[str] = []
    for where, same in groupby(runs, key=lambda run: _where(told(run[0], parted=parted))):
        out.append(", ".join(_run([told(n, parted=parted).removesuffix(where) for n in run]) for run in same) + where)
    return ", ".join(out)


def _where(number: str) -> str:
    _, bracket, rest = number.partition(" (")
    return bracket + rest


def _run(run: list[str]) -> str:
    return f"{run[0]} - {run[-1]}" if len(run) >= MANY else ", ".join(run)


def _next(before: str, number: str) -> bool:
    (above, _, a), (own, _, b) = before.rpartition("."), number.rpartition(".")
    return above == own and a.isdigit() and b.isdigit() and int(b) == int(a) + 1
