"""One paragraph's normal form: NFC, clean characters (Đ for its look-alikes, usual letters for full-width ones and for twins of other scripts), stripped ends, and every offset led through."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..expressions import compiled
from ..model.document import Piece
from ..text import latin, narrow, nfc_shifts, plain_spaces

_CONTROL = dict.fromkeys((*range(9), *range(10, 32), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
_CONTROL_MARKS = compiled(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_DOUBLED = compiled(r"(?<=[^ ]) {2}(?=[^ ])")
Shifts = tuple[tuple[int, int], ...]
_SURROGATE = compiled("[\ud800-\udfff]")
_STROKES = str.maketrans("\u00d0\u00f0\u0189\u0256", "ĐđĐđ")
"""Letters of other languages that look like Đ and đ: eth and the African D."""
_STROKE = compiled("[\u00d0\u00f0\u0189\u0256]")
_VIETNAMESE = compiled("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that share their look and lie together in the source."""

    text: str
    source: int | Sequence[int] | None
    line: int | None
    page: int | None
    paragraph: int | None
    bold: bool
    italic: bool
    label: bool

    def source_of(self, index: int) -> int | None:
        """Source offset of one character of the run."""
        if self.source is None:
            return None
        return self.source + index if isinstance(self.source, int) else self.source[index]


@dataclass(frozen=True, slots=True)
class Normal:
    """The normal form of one paragraph's runs; ``where`` leads an offset of the given text into it."""

    text: str
    runs: Sequence[Run]
    starts: tuple[int, ...]
    shifts: tuple[tuple[int, int], ...]
    lead: int
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    label_end: int = 0

    def origin(self, offset: int) -> int:
        """Offset in the given text of a character of the normal form."""
        return _given(self.shifts, offset + self.lead)

    def where(self, offset: int) -> int:
        """First offset of the normal form that comes from ``offset`` of the given text or later."""
        if not self.shifts:
            return min(max(offset - self.lead, 0), len(self.text))
        return bisect_left(range(len(self.text)), offset, key=self.origin)

    def pieces(self, start: int) -> tuple[Piece, ...]:
        """Pieces of the paragraph when it begins at ``start`` of the document."""
        cuts = self._cuts()
        found: list[Piece] = []
        for begin, end in pairwise(cuts):
            raw = self.origin(begin)
            index = bisect_right(self.starts, raw) - 1
            run = self.runs[index]
            source = run.source_of(raw - self.starts[index])
            piece = Piece(start + begin, start + end, run.line, run.page, run.paragraph, source)
            if found and _continues(found[-1], piece):
                piece = Piece(found[-1].start, piece.end, piece.line, piece.page, piece.paragraph, found[-1].source)
                found.pop()
            found.append(piece)
        return tuple(found)

    def _cuts(self) -> list[int]:
        """Offsets where a new piece may begin."""
        cuts = {0, len(self.text)}
        cuts.update(n - self.lead for n, _ in self.shifts)
        for start, run in zip(self.starts, self.runs, strict=True):
            cuts.add(self.where(start))
            if run.source is not None and not isinstance(run.source, int):
                cuts.update(
                    self.where(start + i) for i in range(1, len(run.text)) if run.source[i] != run.source[i - 1] + 1
                )
        return sorted(c for c in cuts if 0 <= c <= len(self.text))


def _continues(left: Piece, right: Piece) -> bool:
    if (left.line, left.page, left.paragraph) != (right.line, right.page, right.paragraph):
        return False
    if left.source is None or right.source is None:
        return left.source is right.source
    return left.source + left.end - left.start == right.source


def clean(text: str) -> str:
    """Control characters become spaces and lone surrogates U+FFFD, one for one."""
    if _CONTROL_MARKS.search(text):
        text = text.translate(_CONTROL)
    return _SURROGATE.sub("\ufffd", text)


def stroked(text: str) -> str:
    """NFC text with the letters that only look like Đ made Đ, one for one: beside Vietnamese letters, or ASCII alone.

    Among other letters of Latin-1 they may be codes of an old font, which stay as they are.
    """
    if _STROKE.search(text) is None:
        return text
    turned = text.translate(_STROKES)
    return turned if _VIETNAMESE.search(text) or _STROKE.sub("", text).isascii() else text


def normalise(runs: Sequence[Run]) -> Normal:
    """Join runs into one paragraph's normal form."""
    starts: list[int] = []
    length = 0
    for run in runs:
        starts.append(length)
        length += len(run.text)
    full, shifts = nfc_shifts(latin(narrow(clean("".join(run.text for run in runs)))))
    full, shifts = _single_spaces(stroked(plain_spaces(full)), shifts)
    lead = len(full) - len(full.lstrip())
    plain = Normal(full.strip(), runs, tuple(starts), shifts, lead)
    labels = [start + len(run.text) for start, run in zip(starts, runs, strict=True) if run.label]
    return Normal(
        plain.text, runs, plain.starts, shifts, lead, _ranges(plain, "bold"), _ranges(plain, "italic"),
        plain.where(max(labels)) if labels else -1,
    )  # fmt: skip


def _given(shifts: Shifts, at: int) -> int:
    """Offset in the given text of a character that shifts lead to."""
    index = bisect_right(shifts, (at, 1 << 60)) - 1
    return at if index < 0 else shifts[index][1] + at - shifts[index][0]


def _single_spaces(text: str, shifts: Shifts) -> tuple[str, Shifts]:
    """One blank where two stand between words, as in justified or scanned text; more of them part columns and stay."""
    doubled = [m.start() + 1 for m in _DOUBLED.finditer(text)]
    if not doubled:
        return text, shifts
    cuts, gone = {at for at, _ in shifts} | {at + 1 for at in doubled}, frozenset(doubled)
    found: list[tuple[int, int]] = []
    for at in sorted(cut for cut in cuts if cut < len(text) and cut not in gone):
        found.append((at - bisect_left(doubled, at), _given(shifts, at)))
    return _DOUBLED.sub(" ", text), tuple(found)


def _ranges(normal: Normal, look: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the normal form that are bold (or italic), neighbours joined."""
    found: list[tuple[int, int]] = []
    for start, run in zip(normal.starts, normal.runs, strict=True):
        if not getattr(run, look):
            continue
        begin, end = normal.where(start), normal.where(start + len(run.text))
        if found and found[-1][1] == begin:
            found[-1] = (found[-1][0], end)
        elif begin < end:
            found.append((begin, end))
    return tuple(found)
