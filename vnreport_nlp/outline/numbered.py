"""All headings with a number: those that need others of their list to vouch for them after those that do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Document
from .candidates import Candidate, marked
from .doubled import typed_markers
from .labels import settle_romans
from .markers import bare_marker


def all_marked(document: Document, indexes: Sequence[int]) -> dict[int, Candidate]:
    """The candidates by marker among some paragraphs, small Roman numerals told from letters by their neighbours."""
    typed = typed_markers(document, indexes)
    found = {i: c for i in indexes if (c := marked(document, i, typed=typed.get(i))) is not None}
    found |= _bare(document, [i for i in indexes if i not in found])
    initials = _initials(document, found)
    found = {i: found[i] for i in indexes if i in found and i not in initials}
    settled = settle_romans([c.marker for c in found.values()])
    return {
        i: replace(c, marker=m) if m is not c.marker else c for (i, c), m in zip(found.items(), settled, strict=True)
    }


BEFORE = 2
"""The letter of a list stands at most so far behind the one before it: some leave out Đ, all F and J."""


def _initials(document: Document, found: dict[int, Candidate]) -> set[int]:
    """Initials of names (``H.Đông Sơn``): a capital, a full stop and no blank, where no letter of a list stands before it."""
    initials: set[int] = set()
    letters: set[int] = set()
    for i, c in sorted(found.items()):
        if c.marker is None or c.marker.kind != "upper":
            continue
        value = c.marker.value
        glued = c.marker.printed.endswith(".") and document.text.endswith(".", 0, c.title.span.start)
        if glued and value > 1 and letters.isdisjoint(range(value - BEFORE, value)):
            initials.add(i)
        else:
            letters.add(value)
    return initials


def _bare(document: Document, indexes: Sequence[int]) -> dict[int, Candidate]:
    """Headings whose numbers no sign ends: bold, styled or in capitals, and with a first and a second of their kind."""
    found = {
        i: c for i in indexes
        if (c := marked(document, i, parse=bare_marker)) is not None
        and c.shape == "standalone" and (c.bold or c.caps or c.level is not None)
    }  # fmt: skip
    values: dict[str, set[int]] = {}
    for c in found.values():
        if c.marker is not None:
            values.setdefault(c.marker.style, set()).add(c.marker.value)
    return {i: c for i, c in found.items() if c.marker is not None and {1, 2} <= values[c.marker.style]}
