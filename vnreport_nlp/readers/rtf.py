"""RTF: through LibreOffice when it is there, else by our own reader of its tokens."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from ..errors import ReadError
from ..model import Document, ReadWarning
from .build import Builder
from .doc import via_soffice
from .docx_emit import emit_all
from .ooxml import corrupt
from .options import ReadOptions
from .rtf_text import RtfText
from .soffice import find_soffice

DEPTH = 3000


def read_rtf(data: bytes, path: str, options: ReadOptions) -> Document:
    """The draft of an RTF file; ReadError ``corrupt``, ``too_large``, ``converter_failed`` or ``empty``."""
    whole = _check(data, path)
    document = _converted(data, path, options)
    if whole:
        return document
    return replace(document, warnings=(*document.warnings, ReadWarning("cut_short")))


def _converted(data: bytes, path: str, options: ReadOptions) -> Document:
    """By LibreOffice; without it, or where it fails, by ourselves."""
    if find_soffice():
        try:
            document = via_soffice(data, "rtf", path, options)
        except ReadError as error:
            if error.code != "converter_failed":
                raise
        else:
            return replace(document, format="rtf", sha256=sha256(data).hexdigest())
    return _by_ourselves(data, path, options)


def _check(data: bytes, path: str) -> bool:
    """Refuse what is no RTF or nests absurdly, before a foreign parser sees it; whether its outer group is closed."""
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        raise corrupt(path, "RTF")
    depth = deepest = 0
    for brace in re.finditer(rb"\\[\\{}]|[{}]", data):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        deepest = max(deepest, depth)
        if depth > DEPTH:
            raise corrupt(path, "RTF: lồng quá sâu")
    if not deepest:
        raise corrupt(path, "RTF")
    # pictures in binary hold braces of their own: only the end tells
    return depth <= 0 or data.rstrip(b"\0\r\n\t \x1a").endswith(b"}")


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
    builder.page_basis = "breaks" if reader.pages > 1 else "none"
    return builder.build()
