"""Opening a PDF, with what is said where that fails."""

from __future__ import annotations

import pypdfium2 as pdfium

from ..errors import ReadError
from ..expressions import compiled
from ..model import msg
from .options import ReadOptions

_RIGHT_TO_LEFT = compiled(rb"(/Direction\s{0,9}/)R2L\b")


def open_pdf(data: bytes, path: str, options: ReadOptions) -> pdfium.PdfDocument:
    """The file opened; ReadError ``encrypted`` or ``corrupt``."""
    try:
        # PDFium turns the words of a line round where a file asks for pages from right to left
        return pdfium.PdfDocument(_RIGHT_TO_LEFT.sub(rb"\1L2R", data), password=options.password)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            given = options.password is not None
            raise ReadError(
                "encrypted", path, msg("Mật khẩu không đúng.") if given else msg("Tệp PDF có mật khẩu."),
                msg("Chạy lại với --password, hoặc xin bản không đặt mật khẩu."),
            ) from error  # fmt: skip
        raise broken(path) from error


def broken(path: str) -> ReadError:
    """The error for a file that PDFium gives up."""
    return ReadError(
        "corrupt",
        path,
        msg("Tệp PDF bị hỏng."),
        msg("Mở bằng trình đọc PDF, in lại thành PDF rồi chạy lại, hoặc xin đơn vị gửi lại tệp."),
    )
