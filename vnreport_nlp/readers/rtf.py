"""RTF: through LibreOffice when it is there, else its text by striprtf, without notes and tracked changes told apart."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from striprtf.striprtf import rtf_to_text

from ..model import Document
from .build import Builder, too_large
from .doc import via_soffice
from .docx_emit import MARKER
from .encodings import decode_text
from .ooxml import corrupt
from .options import ReadOptions
from .soffice import find_soffice

_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_NOTES = re.compile(rb"\{\\\*?\\?footnote|\\footnote\b")
_CHANGES = re.compile(rb"\\(?:deleted|revised)\b")
_FONT = re.compile(rb"\.Vn[A-Z]|VNI-")
DEPTH = 3000


def read_rtf(data: bytes, path: str, options: ReadOptions) -> Document:
    """The draft of an RTF file; ReadError ``corrupt``, ``too_large``, ``converter_failed`` or ``empty``."""
    _check(data, path)
    if find_soffice():
        document = via_soffice(data, "rtf", path, options)
        return replace(document, format="rtf", sha256=sha256(data).hexdigest())
    return _by_striprtf(data, path, options)


def _check(data: bytes, path: str) -> None:
    """Refuse what is no RTF or nests absurdly, before a foreign parser sees it."""
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


def _by_striprtf(data: bytes, path: str, options: ReadOptions) -> Document:
    page = _CODEPAGE.search(data)
    codec = f"cp{page[1].decode()}" if page else "cp1252"
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding=codec, errors="replace")
    except (LookupError, UnicodeError):
        text = rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace")
    except (ValueError, IndexError, KeyError, RecursionError) as error:
        raise corrupt(path, "RTF") from error
    if len(text) > options.limits.text_chars:
        raise too_large(path)
    builder = Builder(path, "rtf", data, options.limits, encoding=codec)
    if _FONT.search(data):
        found = decode_text(text.encode("utf-8", "replace"), path)
        text, builder.encoding = found.text, found.encoding if found.encoding != "utf-8" else codec
    if _NOTES.search(data):
        builder.warn("footnotes_lost")
    if _CHANGES.search(data):
        builder.warn("tracked_changes_unread")
    for number, line in enumerate(re.split(r"[\n\r\f\v\x85\u2028\u2029]", text), 1):
        shown = line.replace("|", " ").strip()
        draft = builder.paragraph(list_item=bool(MARKER.match(shown)) and shown[:1] in "-–+•*")
        draft.add(shown, source=0, paragraph=number)
    return builder.build()
