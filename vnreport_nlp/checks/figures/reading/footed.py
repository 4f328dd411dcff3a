"""A number of the text and what its note says of it (``1.845 người[1]`` … ``[1] Chiếm 92% số công nhân``), read as one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ....model import Document, Span

_SAYS = lazy(
    r"\W*(?:chiếm|đạt|bằng|tương đương|tương ứng|tỷ lệ|tức|tăng|giảm|gấp|cao hơn|thấp hơn|vượt|so với|trong đó)\b",
    re.IGNORECASE,
)
_END = lazy(r"\.(?:\s|$)")
REACH = 300
"""Characters of the paragraph before the mark that are read."""


def footed(document: Document) -> Iterator[tuple[str, int, Span]]:
    """(text, where the note begins in it, the note's span) of every note that goes on with the sentence it stands at."""
    for note in document.footnotes:
        told = document.text[note.start : note.end]
        if note.reference is None or not _SAYS.match(told):
            continue
        home = next((p for p in document.paragraphs if p.start <= note.reference <= p.end), None)
        if home is None:
            continue
        body = document.text[max(home.start, note.reference - REACH) : note.reference].rstrip(" .;,")
        stop = _END.search(told)
        said = told[: stop.start() if stop else len(told)].strip()
        if re.search(r"\d", body) and re.search(r"\d", said):
            yield f"{body}, {said[:1].lower()}{said[1:]}", len(body) + 2, Span(note.start, note.end)
