"""Packed streams of a PDF unpacked piece by piece, before PDFium unpacks them whole: one of a megabyte may hold hundreds."""

from __future__ import annotations

import zlib
from base64 import a85decode
from collections.abc import Iterator

from ..expressions import compiled
from .build import too_large
from .limits import Limits

CHUNK = 1 << 16
FIRST = 1 << 10
"""Bytes at a time; of most streams the first piece is the whole."""
STREAMS = 100_000
"""A thousand pages with their fonts and pictures have some thousands."""
NESTED = 4
"""So many packings, one in the other, are unpacked."""
SHOWN = 400_000
"""Operators of one stream that show text: a page full of single letters has some thousands."""
_START = compiled(rb"(?<!end)stream\r?\n")
_IMAGE = compiled(rb"/Subtype\s*/Image\b")
_FLATE = compiled(rb"/(?:FlateDecode|Fl)\b")
_TEXT85 = compiled(rb"/(?:ASCII85Decode|A85)\b")
_SHOWS = compiled(rb"[)\]>]\s*T[jJ](?![\w.])")
_EDGE = 3
"""Bytes of a piece in which an operator may begin that ends in the next piece."""
_DICTIONARY = 2_000


def check_streams(data: bytes, path: str, limits: Limits) -> None:
    """Unpack every deflated stream in pieces and forget it.

    Raises ReadError ``too_large`` when one holds more than ``limits.part_bytes`` (a picture: ``limits.total_bytes``) or
    shows text too many times, and when there are too many.
    """
    for number, match in enumerate(_START.finditer(data)):
        if number > STREAMS:
            raise too_large(path)
        entries = data[max(0, match.start() - _DICTIONARY) : match.start()]
        entries = entries[entries.rfind(b" obj") + 1 :]
        packings = len(_FLATE.findall(entries))
        if not packings:
            continue
        pieces = _packed(data, match.end(), text85=_TEXT85.search(entries) is not None)
        for _ in range(min(packings, NESTED)):
            pieces = _inflated(pieces)
        picture = _IMAGE.search(entries) is not None
        if _too_much(pieces, limits.total_bytes if picture else limits.part_bytes):
            raise too_large(path)


def _too_much(pieces: Iterator[bytes], most: int) -> bool:
    size = shown = 0
    rest = b""
    for piece in pieces:
        size += len(piece)
        shown += len(_SHOWS.findall(rest + piece))
        rest = piece[-_EDGE:]
        if size > most or shown > SHOWN:
            return True
    return False


def _packed(data: bytes, start: int, *, text85: bool) -> Iterator[bytes]:
    """The file from a stream's beginning, in pieces; what is packed says itself where it ends, ``endstream`` may stand inside."""
    if text85:
        end = data.find(b"~>", start)
        try:
            data, start = a85decode(data[start : end if end >= 0 else len(data)]), 0
        except ValueError:
            return
    step = FIRST
    while start < len(data):
        yield data[start : start + step]
        start, step = start + step, CHUNK


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for piece in pieces:
            rest = piece
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, CHUNK)
                rest = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return


def inflated(data: bytes, start: int, entries: bytes, *, most: int = 4 << 20) -> bytes:
    """What stands in one stream, unpacked as far as ``most`` bytes; nothing that is too long is unpacked here."""
    packings = len(_FLATE.findall(entries))
    if not packings:
        end = data.find(b"endstream", start)
        return data[start : end if end >= 0 else len(data)][:most]
    pieces = _packed(data, start, text85=_TEXT85.search(entries) is not None)
    for _ in range(min(packings, NESTED)):
        pieces = _inflated(pieces)
    out = bytearray()
    for piece in pieces:
        out += piece
        if len(out) > most:
            break
    return bytes(out)
