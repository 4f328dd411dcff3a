"""Runs of a Word paragraph: which of them hold some words, and cutting them there, so that a comment stands at its words alone.

A run is cut only where nothing can be lost by it: it holds plain text, its formatting is not tracked, and it stands in the
paragraph itself, in an insertion or in a link. A field is commented on as a whole.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from docx.text.run import Run

_TEXT, _PROPERTIES, _TRACKED = qn("w:t"), qn("w:rPr"), qn("w:rPrChange")
_PASSIVE = frozenset((_PROPERTIES, _TEXT, qn("w:lastRenderedPageBreak")))
"""What a run may hold to be cut."""
_PARENTS = frozenset(qn(f"w:{name}") for name in ("p", "ins", "moveTo", "hyperlink"))
_FIELD, _KIND = qn("w:fldChar"), qn("w:fldCharType")
_SPACE = qn("xml:space")


def fold(text: str) -> str:
    """Letters and signs alone, small."""
    return "".join(text.split()).lower()


def stretch(runs: list[Run], wanted: str, which: int = 0) -> list[Run] | None:
    """First and last run of some folded words, cut so that they hold nothing else; ``which`` of them counts from 0, the last at most.

    None when they are not there.
    """
    texts = [run.text for run in runs]  # each is put together of all its nodes when it is asked for
    spots = [(k, at) for k, text in enumerate(texts) for at, c in enumerate(text) if not c.isspace()]
    joined = "".join(texts[k][at].lower() for k, at in spots)
    if not wanted or len(joined) != len(spots):  # a letter whose small form is two
        return None
    found, at = -1, joined.find(wanted)
    while at >= 0 and which >= 0:
        found, which, at = at, which - 1, joined.find(wanted, at + 1)
    if found < 0:
        return None
    (first, start), (last, end) = spots[found], spots[found + len(wanted) - 1]
    begun, ended = _field(runs, first), _field(runs, last)
    right = runs[ended[1]] if ended else _cut(runs[last], end + 1)[0]
    if begun:
        return [runs[begun[0]], right]
    left, rest = _cut(runs[first], start)
    return [rest or left, (rest or left) if first == last and not ended else right]


def _field(runs: list[Run], at: int) -> tuple[int, int] | None:
    """First and last run of the field in which a run stands; none where it began or ends in another paragraph."""
    depth, start = 0, 0
    for k, run in enumerate(runs):
        kinds = [mark.get(_KIND) for mark in run._r.iter(_FIELD)]
        if "begin" in kinds:
            start = start if depth else k
            depth += 1
        if "end" in kinds:
            depth -= 1
            if not depth and start <= at <= k:
                return start, k
    return None


def _cut(run: Run, at: int) -> tuple[Run, Run | None]:
    """The run up to a character and, where it could be cut there, the new run with the rest."""
    element: Any = run._r
    if not 0 < at < len(run.text) or not _plain(element):
        return run, None
    rest = deepcopy(element)
    left = at
    for own, copy in zip(element.findall(_TEXT), rest.findall(_TEXT), strict=True):
        text = own.text or ""
        for node, part in ((own, text[:left]), (copy, text[left:])):
            node.text = part
            node.set(_SPACE, "preserve")
        left = max(0, left - len(text))
    element.addnext(rest)
    return run, Run(rest, run._parent)


def _plain(element: Any) -> bool:
    known = all(child.tag in _PASSIVE for child in element)
    return known and element.getparent().tag in _PARENTS and not any(True for _ in element.iter(_TRACKED))
