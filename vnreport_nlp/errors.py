"""One base error and its few children: what the command line turns into a message and exit code 2.

The data types are imported when an error is raised: ``--help`` needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from .model.findings import Message

ReadCode = Literal[
    "empty", "wrong_type", "corrupt", "encrypted", "too_large", "unsafe_xml", "no_text_layer", "ocr_missing",
    "converter_missing", "converter_failed", "unsupported", "partial", "too_slow",
]  # fmt: skip


class VnReportError(Exception):
    """A job that could not be done; ``message`` says what, ``hint`` the way out."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint if hint is not None else _see_doctor()


def _see_doctor() -> Message:
    from .model.findings import msg

    return msg("Xem “vnreport doctor” hoặc docs/messages.")


class ReadError(VnReportError):
    """A draft that cannot be read; ``code`` is one of design section 9."""

    def __init__(self, code: ReadCode, path: str, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.code: ReadCode = code
        self.path = path


class Problem(NamedTuple):
    """One error in a template: where it stands, and what to write instead."""

    path: str
    line: int
    column: int
    what: Message


class TemplateError(VnReportError):
    """A template that cannot be used; ``problems`` are all its errors, in the order of the file."""

    def __init__(self, message: Message, problems: tuple[Problem, ...] = (), hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.problems = problems


class UsageError(VnReportError):
    """Options or settings that do not make sense together."""


class DamagedCacheError(VnReportError):
    """A record of a batch's memory that cannot be used: spoiled on the disk, by hand, or written by another version."""

    def __init__(self) -> None:
        from .model.findings import msg

        super().__init__(
            msg("Bộ nhớ tạm của thư mục kết quả bị hỏng, hoặc do phiên bản khác ghi."),
            msg("Chạy lại lệnh; bộ nhớ cũ đã được để riêng (.damaged), không mất báo cáo nào."),
        )


class ModelError(VnReportError):
    """A classifier that is absent, damaged or made by another version."""
