"""Finds the reader for a file's content and turns every accident inside it into ``ReadError``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TypeAlias, cast

from .. import plugins
from ..errors import ReadError, VnReportError
from ..model.document import Document
from ..model.findings import Message, msg
from ..text import is_link, shown_path
from .build import too_large
from .options import ReadOptions
from .sniff import sniff

Reader: TypeAlias = Callable[[bytes, str, ReadOptions], Document]

_OWN = {
    "md": ("lines", "read_text"),
    "txt": ("lines", "read_text"),
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "doc": ("doc", "read_doc"),
    "rtf": ("rtf", "read_rtf"),
    "html": ("html", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "mhtml": ("wrapped", "read_mhtml"),
    "flat": ("wrapped", "read_flat"),
    "fodt": ("wrapped", "read_flat_odf"),
    "word2003": ("wrapped", "read_word_xml"),
}
"""Our own readers, for a checkout whose installed metadata is older than the code."""


def find_reader(kind: str) -> Reader | None:
    """The reader declared for a type, ours when nobody declares one, None for an unknown type."""
    try:
        if kind in plugins.strangers("readers"):
            return cast(Reader, partial(plugins.call, "readers", kind))
        return cast(Reader, plugins.load("readers", kind))
    except KeyError:
        own = _OWN.get(kind)
    if own is None:
        return None
    return cast(Reader, getattr(import_module(f"{__package__}.{own[0]}"), own[1]))


def read(path: str | Path, *, options: ReadOptions | None = None) -> Document:
    """Read one draft, by its content and never by its name.

    Raises ReadError, and nothing else, for whatever cannot be read; U+FFFD in the name of a file that is not there stands for bytes
    that are no text.
    """
    options = options or ReadOptions()
    name = shown_path(path)
    if Path(path).name.startswith("~$"):
        raise ReadError(
            "wrong_type", name, msg("Đây là tệp tạm của Word, không phải dự thảo."), msg("Đóng Word rồi chạy lại với tệp gốc.")
        )  # fmt: skip
    try:
        found = Path(path).stat()
        if str(path) in options.unfollowed:
            raise _link(name)
        if found.st_size > options.limits.file_bytes:
            raise too_large(name)
        if not (S_ISREG(found.st_mode) or S_ISDIR(found.st_mode)):  # a device or a pipe may never end
            raise ReadError(
                "unsupported", name, msg("Không đọc được: đây không phải tệp thường."), msg("Chép nội dung thành một tệp rồi chạy lại.")
            )  # fmt: skip
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and "\ufffd" in name:
            raise ReadError(
                "unsupported", name, msg("Tên tệp “{path}” sai bảng mã, không ghi được vào báo cáo.", path=name),
                msg("Đổi tên tệp rồi chạy lại."),
            ) from error  # fmt: skip
        if is_link(Path(path)):
            raise ReadError(
                "unsupported", name, msg("Không mở được tệp: đây là liên kết dẫn đến nơi không có."),
                msg("Chép tệp thật vào thay cho liên kết rồi chạy lại."),
            ) from error  # fmt: skip
        raise ReadError(
            "unsupported", name, _reason(error),
            msg("Kiểm tra đường dẫn và quyền đọc; đóng tệp nếu đang mở trong Word."),
        ) from error  # fmt: skip
    return read_bytes(data, name, options=options)


def read_bytes(data: bytes, path: str, *, options: ReadOptions | None = None) -> Document:
    """Read a draft that is already in memory; ``path`` is only its name."""
    options = options or ReadOptions()
    if len(data) > options.limits.file_bytes:
        raise too_large(path)
    try:
        kind = _guest(data, path) or sniff(data, path)
        reader = find_reader(kind)
        if reader is None:
            raise ReadError(
                "unsupported", path, msg("Chưa đọc được loại tệp {kind}.", kind=kind),
                msg("Lưu lại thành .docx hoặc .pdf rồi chạy lại."),
            )  # fmt: skip
        return reader(data, path, options)
    except ReadError:
        raise
    except VnReportError as error:  # another package's sniffer or reader
        raise ReadError("unsupported", path, error.message, error.hint) from error
    except MemoryError as error:
        raise too_large(path) from error
    except Exception as error:
        raise ReadError(
            "corrupt", path, msg("Tệp bị hỏng hoặc không đúng cấu trúc ({why}).", why=type(error).__name__),
            msg("Mở tệp bằng Word hoặc LibreOffice, lưu lại thành tệp mới rồi chạy lại."),
        ) from error  # fmt: skip


def _link(path: str) -> ReadError:
    """The error for a link that nobody named."""
    return ReadError(
        "unsupported", path, msg("Không mở: đây là liên kết đến tệp khác."),
        msg("Chép tệp thật vào thay cho liên kết, hoặc nêu thẳng tệp đó trên dòng lệnh."),
    )  # fmt: skip


def _guest(data: bytes, path: str) -> str | None:
    """The type another package's sniffer recognises: ``sniffer(data, path) -> bool`` under the name of its reader."""
    for name in plugins.strangers("sniffers"):
        if plugins.call("sniffers", name, data, path):
            return name
    return None


def _reason(error: Exception) -> Message:
    if isinstance(error, FileNotFoundError):
        return msg("Không mở được tệp: không có tệp này.")
    if isinstance(error, PermissionError):
        return msg("Không mở được tệp: không có quyền đọc.")
    if isinstance(error, IsADirectoryError):
        return msg("Không mở được tệp: đây là thư mục.")
    return msg("Không mở được tệp: {why}.", why=type(error).__name__)
