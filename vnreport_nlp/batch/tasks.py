"""One task is one draft: read, assess, fingerprint. A task returns a record, it never raises."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..assess import RuleSet, assess
from ..errors import ReadError, VnReportError
from ..model import Assessment, DraftSummary, Template, Unreadable, msg
from ..readers import ReadOptions, read
from ..reuse import fingerprint_text, pack_marks
from .cache import Kept
from .codec import pack
from .light import light_of, pack_light
from .slices import pack_rows


@dataclass(frozen=True)
class Task:
    """What a worker needs for one draft."""

    path: str
    key: str
    template: Template
    rules: RuleSet
    options: ReadOptions


LOST = msg("Đọc tệp này làm chương trình dừng đột ngột, hoặc máy không đủ bộ nhớ.")
AGAIN = frozenset({"converter_failed", "too_slow"})
"""Codes of failures that may be gone the next time."""


def run_task(task: Task) -> Kept:
    """Everything that is kept of one draft."""
    return _kept(task, assess_safely(task))


def lost_task(task: Task) -> Kept:
    """The same of a draft whose process has ended without a word."""
    hint = msg("Mở tệp bằng Word, lưu lại rồi chạy lại; nếu vẫn lỗi, gửi tệp cho người phát triển.")
    return _kept(task, Unreadable(task.path, "corrupt", LOST, hint))


def late_task(task: Task) -> Kept:
    """The same of a draft that took longer than it may."""
    said = msg("Đọc tệp này lâu quá giới hạn thời gian nên đã bỏ qua.")
    hint = msg(
        "Mở tệp bằng Word, lưu lại dạng .docx (bớt ảnh, tách phụ lục) rồi chạy lại; hoặc đặt --time-limit dài hơn."
    )
    return _kept(task, Unreadable(task.path, "too_slow", said, hint))


def for_once(summary: DraftSummary) -> bool:
    """Whether a draft that could not be read is worth another try in the next run."""
    return summary.code in AGAIN or summary.reason == LOST


def _kept(task: Task, result: Assessment | Unreadable) -> Kept:
    marks = b""
    if isinstance(result, Assessment) and not result.foreign:
        marks = pack_marks(fingerprint_text(result.outline))
    return Kept(task.key, pack(result), marks, pack_light(light_of(result, task.path)), pack_rows(result, task.path))


def assess_safely(task: Task) -> Assessment | Unreadable:
    """The assessment, or the reason there is none."""
    try:
        document = read(Path(task.path), options=task.options)
        return assess(document, task.template, rules=task.rules, unit=task.options.unit_of(task.path))
    except ReadError as error:
        return Unreadable(task.path, error.code, error.message, error.hint)
    except VnReportError as error:
        return Unreadable(task.path, "unsupported", error.message, error.hint)
    except Exception as error:  # noqa: BLE001 - one draft must never stop the batch
        return Unreadable(
            task.path, "corrupt", msg("Lỗi ngoài dự kiến khi đọc ({kind}).", kind=type(error).__name__),
            msg("Mở tệp bằng Word, lưu lại rồi chạy lại; nếu vẫn lỗi, gửi tệp cho người phát triển."),
        )  # fmt: skip
