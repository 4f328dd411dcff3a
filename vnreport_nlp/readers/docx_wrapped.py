"""Word files with a paragraph for every printed line, as pasted from a PDF or written by text recognition: joined as lines of a text are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .docx_content import Chunk, RawParagraph
from .joins import Unit, glue_for, is_spaced, wrap_width, wraps
from .marks import Bit, Line

LEAST = 12
"""Fewer paragraphs of the body show no width at which they were broken."""


def joined(paragraphs: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The paragraphs, those joined that are lines of one; all of them as they are where the file was not broken into lines.

    A paragraph keeps the place of its first line, each of its characters its own.
    """
    lines = [_line(k, p) for k, p in enumerate(paragraphs)]
    width = wrap_width(lines) if sum(line is not None for line in lines) >= LEAST else 0
    if not width:
        return list(paragraphs)
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
        left.chunks.append(Chunk(glue, last.run, last.page, last.number, last.source + len(last.text)))
        left.length += len(glue)
    shift = left.length
    left.chunks += right.chunks
    left.length += right.length
    left.events += [replace(e, at=e.at + shift, end=e.end + shift if e.end >= 0 else e.end) for e in right.events]
