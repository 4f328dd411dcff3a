"""What besides its bytes decides what is read of a file: programs and packages of this machine, the password that was given."""

from __future__ import annotations

from importlib.util import find_spec

from .ocr import tesseract
from .options import ReadOptions
from .soffice import find_soffice

HEAD = 1024
"""Bytes of a file that tell."""
_OLE = b"\xd0\xcf\x11\xe0"
_FRONT = b"\xef\xbb\xbf \r\n\t"


def depends_on(head: bytes, options: ReadOptions) -> str:
    """A text that differs where a file that begins so may be read otherwise than before; empty for one that needs nothing.

    A draft that could not be read for want of a program or a password is read anew once there is one.
    """
    found: list[str] = []
    if head.startswith(_OLE):
        found += [f"{name} {find_spec(name) is not None}" for name in ("office_oxide", "msoffcrypto")]
    if head.startswith(_OLE) or head.lstrip(_FRONT).startswith(b"{\\rtf"):
        found.append(f"soffice {find_soffice() is not None}")
    if b"%PDF-" in head:
        found.append(f"tesseract {tesseract() is not None}")
    if options.password and (head.startswith(_OLE) or b"%PDF-" in head or b"opendocument" in head):
        found.append(f"password {options.password}")
    return "\x1f".join(found)
