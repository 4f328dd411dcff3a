"""Where the title block and the preamble of a draft end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..expressions import compiled
from ..model import Document, Paragraph
from .candidates import covered
from .frame import MAX_SUBJECT, text_of
from .titleblock import heads_block, names_kind
from .titles import count, is_caps

_TITLE = compiled(r"^\W*(?:đề\s+cương|báo\s+cáo)\b", re.IGNORECASE)
MIN_TELLS = 12
"""Syllables from which a line that ends in a full stop is a paragraph."""
MAX_HEAD = 20
"""Most lines of a title block."""
BETWEEN = 4
"""Most lines between the head and the kind of a document: rules, a date in two lines."""


def front_end(document: Document, indexes: Sequence[int]) -> int:
    """Position in ``indexes`` after the title block and preamble, for drafts whose headings carry no numbers."""
    title = next(
        (k for k, i in enumerate(indexes[:40]) if _TITLE.match(text_of(document, document.paragraphs[i]))),
        None,
    )
    start = title + 1 if title is not None else _below_head(document, indexes)
    for k in range(start, min(len(indexes), start + 8)):
        paragraph = document.paragraphs[indexes[k]]
        text = text_of(document, paragraph)
        if count(text) > MAX_SUBJECT or (text.rstrip().endswith(":") and count(text) > 8):
            return k + 1
        heading = paragraph.level is not None or is_caps(text)
        if title is None and start and heading:
            return k
        if title is not None and k > start and heading and _asks(document, indexes[title:k]):
            return k
        if title is not None and ((heading and k > start + 1) or _first_heading(document, indexes, k, start=start)):
            return k
    return start if title is None else min(start + 1, len(indexes))


def _below_head(document: Document, indexes: Sequence[int]) -> int:
    """Position in ``indexes`` after the last line of a head (bodies, number, date, kind) over a text that is not titled ``BÁO CÁO``."""
    below, named = 0, False
    texts = [text_of(document, document.paragraphs[i]) for i in indexes[: MAX_HEAD + 1]]
    for k, text in enumerate(texts[:MAX_HEAD]):
        if count(text) > MAX_SUBJECT:
            break
        over_text = k + 1 < len(texts) and count(texts[k + 1]) > MAX_SUBJECT
        subject = named and below == k and (text[:1].islower() or (is_caps(text) and not over_text))
        named = subject or (0 < below >= k - BETWEEN and names_kind(text))
        below = k + 1 if named or heads_block(text) else below
    return below


def _asks(document: Document, above: Sequence[int]) -> bool:
    """Whether the lines above a heading are the title of an outline, with its subject in small letters."""
    title, subject = (text_of(document, document.paragraphs[i]) for i in (above[0], above[-1]))
    return _TITLE.match(title) is not None and "cương" in title.casefold() and not is_caps(subject)


def _first_heading(document: Document, indexes: Sequence[int], k: int, *, start: int) -> bool:
    """Whether a line right after a title of one plain line opens the text: in capitals, bold or styled, and a real paragraph follows,
    or its first item's heading and then one; remarks in brackets may stand between (``(Dự thảo lần 2)``)."""
    between = (text_of(document, document.paragraphs[i]).strip() for i in indexes[start + 1 : k])
    if k < start + 1 or k + 1 >= len(indexes) or not all(t[:1] == "(" and t[-1:] == ")" for t in between):
        return False
    subject, line, *below = (document.paragraphs[i] for i in (indexes[start], *indexes[k : k + 3]))
    apart = not _set_off(document, subject) or (line.level is not None and subject.level is None)
    if is_caps(text_of(document, line)) and not is_caps(text_of(document, below[0])) and _set_off(document, below[0]):
        below = below[1:]  # the first item's heading below the first part's
    return bool(below) and _tells(text_of(document, below[0])) and _set_off(document, line) and apart


def _tells(text: str) -> bool:
    """Whether a line is a paragraph rather than a line of a title: long, or a whole sentence."""
    return count(text) > MAX_SUBJECT or (count(text) >= MIN_TELLS and text.rstrip().endswith("."))


def _set_off(document: Document, paragraph: Paragraph) -> bool:
    """Whether a line looks like a heading: a style, capitals, or bold throughout."""
    bold = covered(paragraph, paragraph.bold, text=document.text)
    return bold or paragraph.level is not None or is_caps(text_of(document, paragraph))
