"""Words in text boxes that are no headings: the labels of a chart, a stamp, a note in the margin."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import groupby

from ..model import Document
from .candidates import MAX_PLAIN, Candidate, Known
from .titles import count, is_caps

MIN_TEXT = 0.5
"""Share of the characters of boxes that stand together from which they hold text, with its headings, and no drawing."""


def labels(
    document: Document, indexes: Sequence[int], numbered: dict[int, Candidate], known: Known | None, *, many: bool
) -> frozenset[int]:
    """Short lines of boxes that have neither number nor style and stand over no text of their box.

    ``many``: the draft's headings are numbered. A box on its own may hold the heading of a draft without numbers, a title of
    the template, or capitals over a new list of numbers.
    """
    found: set[int] = set()
    for boxed, places in groupby(range(len(indexes)), lambda k: document.paragraphs[indexes[k]].story == "textbox"):
        if not boxed:
            continue
        run = list(places)
        short = _short(document, [indexes[k] for k in run], numbered)
        if len(run) == 1 and short and _may_head(document, indexes, run[0], numbered, known, many=many):
            continue
        found.update(short)
    return frozenset(found)


def _short(document: Document, run: Sequence[int], numbered: Container[int]) -> list[int]:
    """The lines of boxes that stand together which may be labels; none where most of what they hold is text."""
    texts = {i: document.text[document.paragraphs[i].start : document.paragraphs[i].end] for i in run}
    prose = sum(len(text) for text in texts.values() if count(text) > MAX_PLAIN)
    if prose >= MIN_TEXT * sum(map(len, texts.values())):
        return []
    plain = (i for i in run if i not in numbered and document.paragraphs[i].level is None)
    return [i for i in plain if count(texts[i]) <= MAX_PLAIN]


def _may_head(
    document: Document, indexes: Sequence[int], at: int, numbered: dict[int, Candidate], known: Known | None, *, many: bool
) -> bool:  # fmt: skip
    """Whether a line that is alone in its box may be a heading."""
    paragraph = document.paragraphs[indexes[at]]
    text = document.text[paragraph.start : paragraph.end].strip()
    if known is not None and count(text) > 1 and known(text):
        return True
    if at > 0 and indexes[at - 1] in numbered:
        return False  # it stands beside that heading
    following = numbered.get(indexes[at + 1]) if at + 1 < len(indexes) else None
    first = following is not None and following.marker is not None and following.marker.value == 1
    return not many or (first and is_caps(text))
