"""From the bytes of a page to its tree: which encoding it is in, whatever it says of itself."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from lxml import etree

from ..errors import ReadError
from ..expressions import compiled
from .encodings import decode_text
from .ooxml import corrupt
from .options import ReadOptions

_CHARSET = compiled(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_KNOWN = compiled(
    rb"(?:utf-?8|windows-|cp|iso-8859|us-ascii|latin|x-user-defined|mac|koi8|gb|big5|shift|euc)", re.IGNORECASE
)
_OLD_FONT = compiled(rb"\.Vn[A-Z]|VNI-", re.IGNORECASE)
_OPENED = compiled(r"<(?:html|body)[\s>]", re.IGNORECASE)
_CLOSED = compiled(r"</(?:html|body)\s*>", re.IGNORECASE)
_HEAD = 5000
"""Characters in which a page begins."""
_XML_HEAD = compiled(r"^\s*<\?xml[^>]*\?>")


def decode_page(data: bytes, path: str, options: ReadOptions) -> tuple[str, str]:
    """By byte mark, by the declared charset when the bytes bear it out, else by detection.

    Where the page names old fonts they decide run by run; else a text that makes no sense is repaired as plain text is.
    """
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]
    if options.encoding is None and not marked:
        declared = _CHARSET.search(data[:8192])
        names = [declared[1].decode("ascii").lower()] if declared and _KNOWN.match(declared[1]) else []
        for name in [*names, "utf-8"]:
            try:
                name = codecs.lookup("cp1252" if name == "x-user-defined" else name).name
                text = data.decode(name)
            except (LookupError, UnicodeError):
                continue
            if _OLD_FONT.search(data):
                return text, name
            with suppress(ReadError):
                found = decode_text(text.encode("utf-8", "replace"), path)
                return found.text, found.encoding if found.encoding != "utf-8" else name
            return text, name
    found = decode_text(data, path, options.encoding)
    return found.text, found.encoding


def cut_short(text: str) -> bool:
    """Whether a page that was begun as a whole is never ended: programs write both, a broken copy only the one."""
    return bool(_OPENED.search(text, 0, _HEAD)) and not _CLOSED.search(text)


def parse_page(text: str, path: str) -> etree._Element:
    """The tree of a page, mended as a browser mends it: what stands behind the end of a page, or of the first of several, is shown too."""
    clean = _CLOSED.sub("", _XML_HEAD.sub("", text.replace("\0", ""))).encode("utf-8", "replace")
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        root = etree.fromstring(clean, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise corrupt(path, "HTML") from error
    if root is None or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise corrupt(path, "HTML: lồng quá sâu" if root is not None else "HTML")
    return root
