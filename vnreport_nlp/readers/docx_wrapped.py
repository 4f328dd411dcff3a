"""Word files with a paragraph for every printed line, as pasted from a PDF or written by text recognition: joined as lines of a text are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..expressions import compiled
from .docx_content import Chunk, RawParagraph
from .joins import Unit, glue_for, is_spaced, opens_block, title_goes_on, wrap_width, wraps
from .marks import Bit, Line

MOST = 30
"""Words of a title at most."""
_NUMBER = compiled(r"(?:[IVX]{1,5}|[A-HKLMNĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,4})\s?[.)/]|\d{1,2}(?:\.\d{1,2}){1,4}")
_SENTENCE = compiled(r"[.;:…!?]\W*$")
FULL = 0.8
"""Of the width, from which a line is a full one."""
LEAST = 12
"""Fewer paragraphs of the body show no width at which they were broken."""


def joined(paragraphs: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The paragraphs, those joined that are lines of one; all of them as they are where the file was not broken into lines.

    A paragraph keeps the place of its first line, each of its characters its own.
    """
    lines = [_line(k, p) for k, p in enumerate(paragraphs)]
    width = wrap_width(lines) if sum(line is not None for line in lines) >= LEAST else 0
    full = [line.text for line in lines if line is not None and len(line.text) > FULL * width]
    if not width or all(_SENTENCE.search(text) for text in full):
        return list(paragraphs)  # a printed line seldom ends where a sentence does
    spaced, out = is_spaced(lines, width), list[RawParagraph]()
    unit: Unit | None = None
    for raw, line in zip(paragraphs, lines, strict=True):
        if line is not None and unit is not None and raw.label is None and wraps(unit, line, width, spaced=spaced):
            _append(out[-1], raw, glue_for(unit.lines[-1].text, line.text))
            unit.take(Unit([line], [""]))
            continue
        out.append(raw)
        unit = Unit([line], [""]) if line is not None else None
    return out


def headings_mended(paragraphs: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The paragraphs, a number that stands alone joined with its title, and a bold heading that ends openly with the bold words after it."""
    out: list[RawParagraph] = []
    for raw in paragraphs:
        if out and _plain(out[-1]) and _plain(raw) and (_number_of(out[-1], raw) or _cut_heading(out[-1], raw)):
            level, centered = raw.level, raw.centered
            _append(out[-1], raw, " ")
            out[-1].level, out[-1].centered = level if out[-1].level is None else out[-1].level, centered
        else:
            out.append(raw)
    return out


def _plain(raw: RawParagraph) -> bool:
    """Whether a paragraph is one of the body with words."""
    return raw.story == "body" and raw.cell is None and bool(raw.raw.strip()) and "\n" not in raw.raw


def _number_of(left: RawParagraph, right: RawParagraph) -> bool:
    """Whether the first paragraph is nothing but a number, and the second a title without one."""
    alone = left.label is None and _NUMBER.fullmatch(left.raw.strip()) is not None
    return alone and right.label is None and _title(right.raw) and not opens_block(right.raw.strip())


def _cut_heading(left: RawParagraph, right: RawParagraph) -> bool:
    """Whether a bold heading stops at a word or mark that something follows, and more of it follows: no heading of another level."""
    before, after = left.raw.strip(), right.raw.strip()
    if left.level is not None and right.level not in (None, left.level):
        return False
    headed = left.label is not None or left.level is not None or opens_block(before)
    if not headed or right.label is not None or opens_block(after) or not _title(before):
        return False
    return _bold(left) and _bold(right) and _title(after) and title_goes_on(before, after) and before[-1] not in "([“"


def _title(text: str) -> bool:
    return 0 < len(text.split()) <= MOST and _SENTENCE.search(text) is None


def _bold(raw: RawParagraph) -> bool:
    """Whether all that shows is bold or in capitals."""
    told = [c for c in raw.chunks if c.text.strip()]
    return bool(told) and (all(bool(c.run.bold) for c in told) or raw.raw.isupper())


def _line(number: int, raw: RawParagraph) -> Line | None:
    """A paragraph of the body as a line of text, with its automatic number in front; None for all others and blank ones."""
    text = raw.raw.strip()
    if raw.story != "body" or raw.cell is not None or not text or "\n" in text:
        return None
    shown = f"{raw.label.text} {text}" if raw.label is not None and raw.label.text else text
    bold = all(bool(c.run.bold) for c in raw.chunks if c.text.strip())
    bits = [Bit(shown, None, bold, False)]
    first = len(shown.split(maxsplit=1)[0])
    return Line(number, raw.page, 0, bits, level=raw.level, width=len(shown), first=first)


def _append(left: RawParagraph, right: RawParagraph, glue: str) -> None:
    """Put a line behind another: a blank between them, unless one stands there, and what happens in it moved along."""
    last = left.chunks[-1]
    if glue and not last.text[-1:].isspace() and not right.raw[:1].isspace():
        left.chunks.append(Chunk(glue, last.run, last.page, None, 0))  # it stands in neither line
        left.length += len(glue)
    shift = left.length
    left.chunks += right.chunks
    left.length += right.length
    left.events += [replace(e, at=e.at + shift, end=e.end + shift if e.end >= 0 else e.end) for e in right.events]
