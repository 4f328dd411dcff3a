"""What stands before the report itself: the cover page, its line with place and month, and a typed table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Document
from ..text import fold
from .enclosed import title_kind
from .frame import MAX_SUBJECT, MIN_BARE_TOC, entry_key, toc_title
from .markers import parse_marker
from .titleblock import heads_block
from .titles import count, is_made

MAX_COVER = 20
"""Lines of a cover and a title block together, at most."""
MIN_SAME = 0.7
"""Share of the words of the shorter title that the other has as well, at least."""
MIN_AGAIN = 0.5
"""Share of the lines of a table of contents that come again as headings, at least."""


def cover_end(document: Document, indexes: Sequence[int]) -> int:
    """Position in ``indexes`` of the report's own title where a cover with the same title comes first; else 0.

    Nothing but short lines without numbers stands between the two; ``indexes`` are without a table of contents.
    """
    texts = [
        document.text[document.paragraphs[i].start : document.paragraphs[i].end].strip() for i in indexes[:MAX_COVER]
    ]
    titles = [k for k, text in enumerate(texts) if title_kind(text) == "báo cáo"]
    if len(titles) < 2 or titles[1] == titles[0] + 1:
        return 0
    first, second = titles[:2]
    short = all(count(text) <= MAX_SUBJECT and parse_marker(text) is None for text in texts[first:second])
    return second if short and _same(_subject(texts, first), _subject(texts, second)) else 0


def _subject(texts: Sequence[str], title: int) -> set[str]:
    """The words of a title and of the lines that go on with it."""
    words = fold(texts[title]).split()[2:]
    for text in texts[title + 1 : title + 4]:
        if count(text) > MAX_SUBJECT or heads_block(text) or is_made(text) or parse_marker(text) is not None:
            break
        words += fold(text).split()
    return {w for w in words if w[:1].isalnum()}


def _same(left: set[str], right: set[str]) -> bool:
    """Whether two titles are the same; one of them may say less."""
    return len(left & right) >= MIN_SAME * min(len(left), len(right))


def made_at(document: Document, indexes: Sequence[int]) -> frozenset[int]:
    """Lines below a title, in front of the text, that only say where and when the report was made."""
    below: set[int] = set()
    titled = told = False
    for index in indexes[:MAX_COVER]:
        text = document.text[document.paragraphs[index].start : document.paragraphs[index].end].strip()
        if titled and (count(text) > MAX_SUBJECT or parse_marker(text) is not None):
            break
        if told and is_made(text):
            below.add(index)
        told = told or (titled and any(c.isdigit() for c in text))
        titled = titled or title_kind(text) == "báo cáo"
    return frozenset(below)


def without_contents(document: Document, indexes: Sequence[int], toc: frozenset[int]) -> Document:
    """The document with its typed table of contents marked as one, so that nobody takes its lines for text.

    A line with a leader and a number that stands in the text may be a figure: only what ``MỤC LỤC`` heads, or what comes again
    as headings, is marked.
    """
    paragraphs = list(document.paragraphs)
    for run in _runs(indexes, toc):
        if _is_contents(document, run, indexes):
            for index in run:
                paragraphs[index] = replace(paragraphs[index], story="toc")
    return replace(document, paragraphs=tuple(paragraphs)) if toc else document


def _runs(indexes: Sequence[int], toc: frozenset[int]) -> list[list[int]]:
    """The lines of contents that follow each other."""
    out: list[list[int]] = []
    before = None
    for index in indexes:
        if index in toc:
            if before in toc and out:
                out[-1].append(index)
            else:
                out.append([index])
        before = index
    return out


def _is_contents(document: Document, run: Sequence[int], indexes: Sequence[int]) -> bool:
    texts = {i: document.text[document.paragraphs[i].start : document.paragraphs[i].end].strip() for i in indexes}
    if any(toc_title(texts[i]) for i in run):
        return True
    inside = set(run)
    later = {entry_key(texts[i]) for i in indexes if i not in inside}
    again = sum(entry_key(texts[i]) in later for i in run)
    return len(run) >= MIN_BARE_TOC and again >= MIN_AGAIN * len(run)
