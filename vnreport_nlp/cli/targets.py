"""Where results go: to stdout or to a file, and never over what somebody made."""

from __future__ import annotations

from collections.abc import Iterable
from errno import EISDIR
from os import strerror
from pathlib import Path

import click

from ..errors import UsageError
from ..model import msg
from ..whole import followed, require_place, require_writable, write_text

DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How Word and Excel files and PDFs begin; none of what is written here does."""


def emit(text: str, output: str | None, *, read: Iterable[str | Path] = ()) -> None:
    """Result text to stdout, or to a file; ``read`` are the files it was made from, as for ``require_target``."""
    if output is None or output == "-":
        click.echo(text)
        return
    require_target(output, read)
    write_text(followed(Path(output)), text + "\n")


def require_target(output: str, read: Iterable[str | Path] = ()) -> None:
    """Raise UsageError where writing would destroy what somebody made: a file that was read, or any document or workbook.

    What we write is text; a document's name behind ``-o`` is a slip of typing (``check -o *.docx``).
    """
    if not output.strip():
        raise UsageError(msg("Tên tệp kết quả để trống."), msg("Ghi tên tệp sau -o."))
    target = Path(output)
    if not target.exists():
        require_place(followed(target))
        return
    if target.is_dir():
        raise IsADirectoryError(EISDIR, strerror(EISDIR), output)
    choose = msg("Chọn tên khác cho -o.")
    if any(Path(p).exists() and target.samefile(p) for p in read):
        raise UsageError(msg("“{path}” vừa là tệp đầu vào vừa là tệp kết quả; không ghi đè.", path=output), choose)
    if (target.is_fifo() or target.is_socket()) and not output.startswith("/dev/"):  # nobody may read at its other end
        raise UsageError(msg("“{path}” không phải là một tệp.", path=output), choose)
    if target.is_file():
        if _begins_as_document(target):
            raise UsageError(msg("“{path}” đã có và là một văn bản hoặc bảng tính; không ghi đè.", path=output), choose)
        require_writable(followed(target))


def _begins_as_document(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(8).startswith(DOCUMENTS)
