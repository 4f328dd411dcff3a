"""A draft's fingerprints: one 32-bit id a syllable, folded to letters without marks, with its place in the text."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ..errors import DamagedCacheError
from ..expressions import compiled
from ..model import Outline, Span, Template
from ..text import plain

Ids = NDArray[np.uint32]
Places = NDArray[np.int32]
MIN_FRONT = 25
"""Paragraphs before the first heading count from this length on, in syllables: letterhead and title are shorter."""
_WITHIN = r"(?:[^.\n]|\.(?=\d))"
"""A character of the same sentence."""
_FORMULA = compiled(
    rf"\s*(?:thực hiện|căn cứ|theo|trên cơ sở|tiếp theo|nhằm thực hiện)\b{_WITHIN}{{0,600}}?\b(?<!theo )báo cáo\b(?!\s(?:viên|của|số)\b){_WITHIN}{{0,300}}(?:\.|$)",
    re.IGNORECASE,
)
"""``Thực hiện Kế hoạch số …, Huyện ủy báo cáo kết quả như sau``: every unit opens so, and copies nobody; what follows
that sentence is the unit's own."""
MIN_QUOTED = 6
"""Quoted words are taken out from this length on, in syllables: titles of programmes and resolutions."""
_SYLLABLE = compiled(r"[^\W_]+")
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_BASE = 0x9E3779B97F4A7C55
"""A letter counts its power of this in the first, second, … place of a syllable."""
STEP = 1 << 16
"""Powers are kept for whole steps of so many characters."""
FORMAT = 6
"""Raise when ids are made in another way: kept ones are then worthless."""
_QUOTED = tuple(compiled(rf"{a}[^{a}{b}\n]{{20,400}}{b}") for a, b in ("“”", '""', "«»"))
"""One by one, for each begins with a sign of its own, which is sooner found."""
_KINDS = (
    "nghị quyết", "chỉ thị", "kết luận", "quyết định", "quy định", "quy chế", "thông báo", "hướng dẫn", "kế hoạch",
    "chương trình", "chương trình hành động", "đề án", "thông tri", "nghị định", "thông tư", "luật",
)  # fmt: skip
_ORGAN = compiled(
    r"(?:Văn phòng|Ban|[ỦU][yỷ] ban|Trung tâm|Phòng|Mặt trận|Hội|Đoàn)"
    r"(?:,?\s(?:-\s)?(?i:xây|dựng|đảng|tổ|chức|tuyên|giáo|dân|vận|nội|chính|kiểm|tra|nhân|mặt|trận|quốc|việt|nam|phục|vụ|hành|công|trị|kinh|tế|hạ|tầng|đô|thị|văn|hóa|xã|hội|"
    r"nông|cựu|chiến|binh|liên|hiệp|phụ|nữ|thanh|niên|cộng|sản|hồ|chí|minh|đồng|quân|sự|thường|chấp|tham|mưu|giúp|việc|và)\b){1,9}"
)
"""Names of organs, which every unit of a level has alike by law: who lists them copies nobody."""
_CLAUSE = compiled(r"[.;:!?\n](?:(?<=\n)|(?=\s))")
"""Where a sentence or a clause of its own ends."""
_NUMBER = compiled(r" \d")
_CITED = compiled(
    r"\s+(?:số\s+)?\d+[\w./-]*(?:\s*,?\s*ngày\s+\d{1,2}[/-]\d{1,2}[/-]\d{4})?(?:\s+của\s+[^,.;:\n“”()]{3,60}?(?=\s+về\b|[,.;:\n(]))?(?:\s+về\s+[^,.;:\n“”()]{3,160}?(?=\s+(?:được|đã|là|để|nhằm|thì|đang|bị|giúp|đến nay)\b|[,.;:\n“”()]|$))?",
    re.IGNORECASE,
)
"""What follows the kind of a cited document: its number, date, author, title."""
_SYMBOL = compiled(r"số\s|\d[./-]?[^\W\d_]|\d[-/]\d")
"""What tells a document's number from a count: ``kết luận 12 người`` cites nothing."""
_BEFORE = 60
"""Characters before a number in which the kind of the document stands."""


@dataclass(frozen=True)
class Marks:
    """Syllable ids of one draft's body, their character ranges, and which count (figures, quotes and citations do not);
    ``figures`` are numbers outside quotes and citations, ``heads`` begin a sentence or clause of their own."""

    ids: Ids
    starts: Places
    ends: Places
    counts: NDArray[np.bool_]
    figures: NDArray[np.bool_]
    heads: NDArray[np.bool_]


@lru_cache(maxsize=1 << 14)
def _letter(char: str) -> tuple[int, bool]:
    """(number of a letter or digit without its marks, 0 for anything else; whether it is a digit)."""
    if not char.isalnum():
        return 0, False
    return zlib.crc32((plain(char) or char).encode()) | 1, char.isdigit()


def syllables_of(text: str, spans: Iterable[Span]) -> tuple[Ids, Places, Places, NDArray[np.bool_]]:
    """(ids, starts, ends, whether figures) of all syllables inside the spans: runs of letters and digits.

    A syllable's id is the sum of its letters' numbers, each times a power for its place, so that a whole draft is a few
    array operations: the powers run on through the text and are taken back by the power of the syllable's first place.
    """
    pieces = [(span.start, text[span.start : span.end]) for span in spans if span.end > span.start]
    if not pieces:
        none = np.zeros(0, dtype=np.int32)
        return none.astype(np.uint32), none, none, none.astype(np.bool_)
    joined = "\0".join(piece for _, piece in pieces) + "\0"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters, digits = _table(codes)
    numbers = letters[codes]
    edges = np.flatnonzero(np.diff(numbers != 0, prepend=False))
    first, last = edges[::2], edges[1::2]
    powers, back = _powers(-(-len(codes) // STEP) * STEP)
    with np.errstate(over="ignore"):
        summed = np.add.reduceat(numbers * powers[: len(codes)], first) if len(first) else numbers[:0]
        ids = ((summed * back[first] * _SPREAD) >> np.uint64(32)).astype(np.uint32)
    begins = np.cumsum([0, *(len(piece) + 1 for _, piece in pieces[:-1])])
    moved = np.array([start for start, _ in pieces]) - begins
    shift = moved[np.searchsorted(begins, first, side="right") - 1]
    return ids, (first + shift).astype(np.int32), (last + shift).astype(np.int32), digits[codes[first]]


def _table(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """By character: its number, and whether it is a digit; of those that stand in the text."""
    there = np.zeros(int(codes.max()) + 1, dtype=np.bool_)
    there[codes] = True
    letters, digits = np.zeros(len(there), dtype=np.uint64), np.zeros(len(there), dtype=np.bool_)
    for code in np.flatnonzero(there).tolist():
        letters[code], digits[code] = _letter(chr(code))
    return letters, digits


@lru_cache(maxsize=2)
def _powers(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of an odd number for so many places, and of its inverse (both modulo 2 to the 64th)."""
    factors = np.ones((2, size), dtype=np.uint64)
    factors[0, 1:], factors[1, 1:] = _BASE, pow(_BASE, -1, 1 << 64)
    with np.errstate(over="ignore"):
        powers, back = np.cumprod(factors, axis=1, dtype=np.uint64)
    return powers, back


def fingerprint_text(outline: Outline) -> Marks:
    """Fingerprints of a draft's sections, headings left out, notes included."""
    text = outline.document.text
    spans = [s.body for s in outline.sections] or [Span(outline.front.end, outline.closing.start)]
    spans = _opening(outline) + spans
    spans += [n.span for n in outline.document.footnotes]
    ids, starts, ends, figures = syllables_of(text, spans)
    counts = ~figures
    for start, end in masked(text):
        inside = (starts >= start) & (starts < end)
        counts[inside] = False
        figures[inside] = False
    order = np.argsort(starts, kind="stable")  # of notes apart, they stand in order
    row = starts[order]
    organs = np.searchsorted(row, [at for m in _ORGAN.finditer(text) for at in m.span()]).tolist()
    for first, last in zip(organs[::2], organs[1::2], strict=True):
        counts[order[first:last]] = False
    heads = np.zeros(len(starts), dtype=np.bool_)
    behind = np.searchsorted(row, [m.start() for m in _CLAUSE.finditer(text)])
    heads[order[behind[behind < len(row)]]] = True
    return Marks(ids, starts, ends, counts, figures, heads)


def _opening(outline: Outline) -> list[Span]:
    """Paragraphs of running text between the letterhead and the first heading, or in the front of a draft without any."""
    text = outline.document.text
    first = outline.sections[0].heading.start if outline.sections else outline.front.end
    own = (p for p in outline.document.paragraphs if p.end <= first and p.story == "body")
    bare = (Span(m.end() if (m := _FORMULA.match(text, p.start, p.end)) else p.start, p.end) for p in own)
    return [s for s in bare if len(_SYLLABLE.findall(text, s.start, s.end)) >= MIN_FRONT]


def masked(text: str) -> list[tuple[int, int]]:
    """Quoted titles and citations with the title that follows them."""
    out = [m.span() for kind in _QUOTED for m in kind.finditer(text) if len(m[0].split()) >= MIN_QUOTED]
    return [*out, *_citations(text)]


def _citations(text: str) -> Iterator[tuple[int, int]]:
    """Citations, looked for from their numbers back: figures are rarer than words."""
    done = 0
    for number in _NUMBER.finditer(text.replace("\u00a0", " ")):
        at = number.end() - 1
        first = max(done, at - _BEFORE)
        if at < done:
            continue
        lead = text[first:at].rstrip().lower()
        bare = lead.removesuffix("số")
        if bare != lead and bare[-1:].isspace():
            lead = bare.rstrip()
        if not lead.endswith(_KINDS):
            continue
        kind = max((k for k in _KINDS if lead.endswith(k)), key=len, default="")
        m = _CITED.match(text, first + len(lead)) if kind else None
        if m is not None and _SYMBOL.search(m[0]):
            done = m.end()
            yield first + len(lead) - len(kind), done


def template_ids(template: Template) -> list[Ids]:
    """Syllable ids of everything the template itself says; what holds figures comes once more without them, as a form is before it is filled in."""
    texts = (
        [t for r in template.requirements for t in (r.title, *r.aliases, r.guidance)]
        + list(template.formulas)
        + [template.title]
    )
    known = [syllables_of(t, [Span(0, len(t))]) for t in texts]
    return [ids for ids, _, _, _ in known] + [ids[~figures] for ids, _, _, figures in known if figures.any()]


def pack_marks(marks: Marks) -> bytes:
    """Marks as bytes for the cache."""
    stream = io.BytesIO()
    np.savez(
        stream, ids=marks.ids, starts=marks.starts, ends=marks.ends, counts=marks.counts, figures=marks.figures,
        heads=marks.heads,
    )  # fmt: skip
    return zlib.compress(stream.getvalue(), 1)


def unpack_marks(data: bytes) -> Marks:
    """Marks from bytes; nothing in them is executed. Raises DamagedCacheError for others."""
    try:
        with np.load(io.BytesIO(zlib.decompress(data)), allow_pickle=False) as arrays:
            names = ("ids", "starts", "ends", "counts", "figures", "heads")
            return Marks(*(arrays[name] for name in names))
    except (zlib.error, KeyError, ValueError, TypeError, BadZipFile) as error:
        raise DamagedCacheError from error
