"""RTF: through LibreOffice when it is there, else by our own reader of its tokens."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from ..errors import ReadError
from ..expressions import compiled
from ..model import Document, ReadWarning
from .build import Builder
from .doc import via_soffice
from .docx_emit import emit_all
from .ooxml import corrupt
from .options import ReadOptions
from .rtf_text import RtfText
from .soffice import find_soffice

DEPTH = 3000
_FRONT = b"\xef\xbb\xbf \r\n\t"
"""What programs leave in front of the first brace."""
_MARK = compiled(rb"\\bin(?P<length>\d{1,10}) ?|\\[\\{}]|[{}]")
"""Braces, and binary data that may hold braces of their own."""
_STREAMS = compiled(
    rb"\\bin(?P<length>\d{1,10}) ?|\\[\\{}]|(?P<brace>[{}])|\\uc(?P<count>\d{1,2})(?!\d)"
    rb"|\\(?P<stream>footnote(?:\s*\\ftnalt)?|annotation|(?:header|footer)[lrf]?)(?![a-z]) ?"
)
"""Texts beside the main one, for which LibreOffice forgets how many characters stand behind a ``\\uN`` for those that do not know it."""

_IN_LIST = compiled(rb"\\ls\d+(?!\d)")
_LAST = compiled(rb"\\par(?:d(?:\s*\\plain)?)?[\s}]*(?:\{\\\*|\Z)")
"""The mark of the last paragraph, with nothing but unseen groups behind it."""


def read_rtf(data: bytes, path: str, options: ReadOptions) -> Document:
    """The draft of an RTF file; ReadError ``corrupt``, ``too_large``, ``converter_failed`` or ``empty``."""
    # behind a mark or a line break LibreOffice takes the whole file for plain text
    data = data.lstrip(_FRONT)
    whole, honest = _check(data, path)
    # LibreOffice counts through every byte that binary data claim: a file of a hundred bytes costs it minutes
    document = _converted(data, path, options) if honest else _by_ourselves(data, path, options)
    if whole:
        return document
    return replace(document, warnings=(*document.warnings, ReadWarning("cut_short")))


def _converted(data: bytes, path: str, options: ReadOptions) -> Document:
    """By LibreOffice; without it, or where it fails, by ourselves."""
    if find_soffice():
        try:
            document = via_soffice(_counted(_finished(_restarted(_numbered(data)))), "rtf", path, options)
        except ReadError as error:
            if error.code != "converter_failed":
                raise
        else:
            return replace(document, format="rtf", sha256=sha256(data).hexdigest())
    return _by_ourselves(data, path, options)


def _numbered(data: bytes) -> bytes:
    """The file of an old program (WordPad, Word 6) with the numbers that it stored for others as text.

    LibreOffice makes numbers of its own for them, and Arabic ones of all.
    """
    if b"{\\pntext" not in data or b"\\listtable" in data or b"\\bin" in data:
        return data
    return data.replace(b"{\\pntext", b"{").replace(b"{\\*\\pn\\", b"{\\*\\pnold\\")


def _restarted(data: bytes) -> bytes:
    """The file whose lists begin anew somewhere with the numbers that Word stored with them as text.

    LibreOffice gives the first paragraph of such a list the number that comes next, and lets the second begin anew.
    """
    if b"\\listoverridestartat" not in data or b"{\\listtext" not in data or b"\\bin" in data:
        return data
    start = max(0, data.find(b"{\\*\\listoverridetable"))
    end = _group_end(data, start)
    before, behind = (_IN_LIST.sub(rb"\\ls0", part) for part in (data[:start], data[end:]))
    return before + data[start:end] + behind.replace(b"{\\listtext", b"{")


def _group_end(data: bytes, start: int) -> int:
    """Where the group that begins at ``start`` ends."""
    depth = 0
    for mark in _MARK.finditer(data, start):
        depth += {b"{": 1, b"}": -1}.get(mark[0], 0)
        if depth == 0 and mark[0] == b"}":
            return mark.end()
    return len(data)


def _finished(data: bytes) -> bytes:
    """The file with an empty paragraph at its end: LibreOffice takes the last one for an item of the first level."""
    end = data.rfind(b"}")
    if not _IN_LIST.search(data) or end < 0 or not _LAST.match(data, data.rfind(b"\\par", 0, end)):
        return data
    return data[:end] + b"\\pard\\plain\\par}" + data[end + 1 :]


def _counted(data: bytes) -> bytes:
    """The file with the ``\\uc`` in force said again at the beginning of every text beside the main one, where it is not the usual 1."""
    if b"\\uc" not in data:
        return data
    made, counts, at, done = bytearray(), [1], 0, 0
    while (mark := _STREAMS.search(data, at)) is not None:
        at = mark.end() + int(mark["length"] or 0)
        if mark["brace"] == b"{":
            counts.append(counts[-1])
        elif mark["brace"] and len(counts) > 1:
            counts.pop()
        elif mark["count"]:
            counts[-1] = int(mark["count"])
        elif mark["stream"] and counts[-1] != 1:
            made += data[done : mark.end()] + b"\\uc%d " % counts[-1]
            done = mark.end()
    return bytes(made + data[done:])


def _check(data: bytes, path: str) -> tuple[bool, bool]:
    """Whether the outer group is closed, and whether binary data end inside the file.

    Refuses what is no RTF or nests absurdly, before a foreign parser sees it.
    """
    if not data.startswith(b"{\\rtf"):
        raise corrupt(path, "RTF")
    depth = deepest = at = 0
    while (mark := _MARK.search(data, at)) is not None:
        at = mark.end() + int(mark["length"] or 0)
        depth += {b"{": 1, b"}": -1}.get(mark[0], 0)
        deepest = max(deepest, depth)
        if depth > DEPTH:
            raise corrupt(path, "RTF: lồng quá sâu")
    if not deepest:
        raise corrupt(path, "RTF")
    honest = at <= len(data)
    return honest and (depth <= 0 or data.rstrip(b"\0\r\n\t \x1a").endswith(b"}")), honest


def _by_ourselves(data: bytes, path: str, options: ReadOptions) -> Document:
    builder = Builder(path, "rtf", data, options.limits)
    reader = RtfText(builder)
    reader.read(data)
    if (unseen := reader.hidden.told()) is not None:
        builder.warn("unseen_text", unseen)
    emitter = emit_all(builder, reader.found)
    for key, edges in emitter.comments.items():
        text, author = reader.comments[key]
        builder.comment(edges[0], edges[-1], " ".join(text.split()), author.strip())
    if reader.listed and not reader.labelled:
        builder.warn("automatic_numbers_lost")
    builder.page_basis = "breaks" if reader.pages > 1 else "none"
    return builder.build()
