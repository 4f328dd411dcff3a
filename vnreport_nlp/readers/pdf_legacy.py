"""Dead encodings in a PDF: a line's characters by kind of font, decoded with their places kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from .legacy import LegacyEncoding, decode_offsets, is_legacy
from .pdf_letters import Glyph


def runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Neighbours under one kind of font."""
    for _, run in groupby(glyphs, key=lambda g: g.font.legacy):
        yield list(run)


def decoded_run(run: list[Glyph], kind: LegacyEncoding | None) -> list[Glyph]:
    """The characters that a run shows; those of a long one that is not in the encoding stay."""
    text = "".join(g.char for g in run)
    if kind is None or (not is_legacy(text, kind) and len(text) > 20):
        return run
    decoded, offsets = decode_offsets(text, kind)
    return [replace(run[offset], char=char) for char, offset in zip(decoded, offsets, strict=True)]
