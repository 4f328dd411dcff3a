"""A draft's fingerprints: one 32-bit id a syllable, folded to letters without marks, with its place in the text."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..model import Outline, Span, Template
from ..text import plain

Ids = NDArray[np.uint32]
Places = NDArray[np.int32]
MIN_FRONT = 25
"""Paragraphs before the first heading count from this length on, in syllables: letterhead and title are shorter."""
MIN_QUOTED = 6
"""Quoted words are taken out from this length on, in syllables: titles of programmes and resolutions."""
_SYLLABLE = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^“”\n]{20,400}”|\"[^\"\n]{20,400}\"|«[^«»\n]{20,400}»")
_CITED = re.compile(
    r"(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|quy chế|thông báo|hướng dẫn|kế hoạch|chương trình(?: hành động)?|đề án|thông tri|nghị định|thông tư|luật)"
    r"\s+(?:số\s+)?\d+[\w./-]*(?:\s*,?\s*ngày\s+\d{1,2}[/-]\d{1,2}[/-]\d{4})?(?:\s+của\s+[^,.;:\n“”()]{3,60}?(?=\s+về\b|[,.;:\n(]))?(?:\s+về\s+[^,.;:\n“”()]{3,160})?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Marks:
    """Syllable ids of one draft's body, their character ranges, and which count (figures, quotes and citations do not);
    ``figures`` are numbers outside quotes and citations."""

    ids: Ids
    starts: Places
    ends: Places
    counts: NDArray[np.bool_]
    figures: NDArray[np.bool_]


@lru_cache(maxsize=200_000)
def syllable_id(word: str) -> int:
    """A stable 32-bit id of a syllable without its marks."""
    return zlib.crc32(plain(word).encode())


def fingerprint_text(outline: Outline) -> Marks:
    """Fingerprints of a draft's sections, headings left out, notes included."""
    text = outline.document.text
    spans = [s.body for s in outline.sections] or [Span(outline.front.end, outline.closing.start)]
    if outline.sections:
        spans = _opening(outline) + spans
    spans += [n.span for n in outline.document.footnotes]
    places = [m.span() for span in spans for m in _SYLLABLE.finditer(text, span.start, span.end)]
    ids = np.fromiter((syllable_id(text[a:b]) for a, b in places), dtype=np.uint32, count=len(places))
    starts, ends = np.array(places, dtype=np.int32).reshape(-1, 2).T.copy()
    figures = np.array([text[a].isdigit() for a, _ in places], dtype=np.bool_)
    counts = ~figures
    for start, end in masked(text):
        inside = (starts >= start) & (starts < end)
        counts[inside] = False
        figures[inside] = False
    return Marks(ids, starts, ends, counts, figures)


def _opening(outline: Outline) -> list[Span]:
    """Paragraphs of running text between the letterhead and the first heading."""
    text, first = outline.document.text, outline.sections[0].heading.start
    own = (p for p in outline.document.paragraphs if p.end <= first and p.story == "body")
    return [Span(p.start, p.end) for p in own if len(_SYLLABLE.findall(text, p.start, p.end)) >= MIN_FRONT]


def masked(text: str) -> list[tuple[int, int]]:
    """Quoted titles and citations with the title that follows them."""
    out = [m.span() for m in _QUOTED.finditer(text) if len(m[0].split()) >= MIN_QUOTED]
    out += [m.span() for m in _CITED.finditer(text)]
    return out


def template_ids(template: Template) -> list[Ids]:
    """Syllable ids of everything the template itself says."""
    texts = (
        [t for r in template.requirements for t in (r.title, *r.aliases, r.guidance)]
        + list(template.formulas)
        + [template.title]
    )
    return [np.array([syllable_id(w) for w in _SYLLABLE.findall(t)], dtype=np.uint32) for t in texts]


def pack_marks(marks: Marks) -> bytes:
    """Marks as bytes for the cache."""
    stream = io.BytesIO()
    np.savez(stream, ids=marks.ids, starts=marks.starts, ends=marks.ends, counts=marks.counts, figures=marks.figures)
    return zlib.compress(stream.getvalue(), 1)


def unpack_marks(data: bytes) -> Marks:
    """Marks from bytes; nothing in them is executed."""
    with np.load(io.BytesIO(zlib.decompress(data)), allow_pickle=False) as arrays:
        return Marks(arrays["ids"], arrays["starts"], arrays["ends"], arrays["counts"], arrays["figures"])
