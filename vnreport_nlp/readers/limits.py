"""How much a file may ask of us: sizes, parts, paragraphs, pages and seconds."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds while reading one file; a file beyond them is ``too_large``.

    ``ratio`` is unpacked to packed size of an archive part and counts only when the part is larger than ``ratio_from``.
    ``text_chars`` is the text of a thousand close pages, thirty times the longest draft known; such a text takes half a minute to a minute.
    ``embedded`` counts the documents inside a Word file that are read; theirs are not.
    """

    file_bytes: int = 128 * MB
    part_bytes: int = 64 * MB
    total_bytes: int = 256 * MB
    parts: int = 5_000
    embedded: int = 8
    ratio: int = 200
    ratio_from: int = 10 * MB
    paragraphs: int = 100_000
    paragraph_chars: int = 1_000_000
    text_chars: int = 2_500_000
    depth: int = 250
    pages: int = 3_000
    page_chars: int = 200_000
    ocr_pages: int = 400
    ocr_page_seconds: float = 60.0
    converter_seconds: float = 120.0
