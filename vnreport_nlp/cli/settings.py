"""``vnreport.toml``, found upwards from the working folder; flags win."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..model import Message, msg

FILE = "vnreport.toml"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "template": str, "select": list, "ignore": list, "fail_on": str, "severity": dict, "workers": int,
    "anonymise": bool, "letterhead": str, "formulas": list,
    "units": dict, "thin_share": (int, float), "thin_peers": int, "time_limit": int,
}  # fmt: skip


_EXAMPLES = {
    "template": 'template = "xdd-2020-2025"', "select": 'select = ["S", "F201"]', "ignore": 'ignore = ["T701"]', "fail_on": 'fail_on = "warning"',
    "severity": '[severity] S103 = "note"', "workers": "workers = 4", "anonymise": "anonymise = true", "letterhead": 'letterhead = "tieu-de.docx"',
    "formulas": 'formulas = ["…"]', "units": '[units] "bao-cao.docx" = "Xã A"', "thin_share": "thin_share = 0.5", "thin_peers": "thin_peers = 10",
    "time_limit": "time_limit = 3600",
}  # fmt: skip
"""A right line for each key."""
LONGEST = 86_400
"""Seconds of a day: the longest time limit that makes sense."""
_RANGES: dict[str, tuple[float, float]] = {
    "thin_share": (0.01, 1.0), "thin_peers": (2, 10_000), "workers": (1, 256), "time_limit": (0, LONGEST),
}  # fmt: skip
"""Least and greatest sensible value of a number."""
_LEVELS = ("error", "warning", "note", "never")
MAX_BYTES = 1_000_000
"""A larger file of settings is refused unread."""


@dataclass(frozen=True)
class Settings:
    """What ``vnreport.toml`` may say; see docs/reference/settings."""

    template: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    severity: Mapping[str, str] = field(default_factory=dict)
    workers: int | None = None
    anonymise: bool = False
    letterhead: str | None = None
    formulas: tuple[str, ...] = ()
    thin_share: float | None = None
    """Share of the cohort's median below which a section is thin; None: only the template's minimum counts."""
    thin_peers: int | None = None
    source: str | None = None
    units: Mapping[str, str] = field(default_factory=dict)
    """Names of units by the names of their files."""
    time_limit: int | None = None
    """Seconds that a draft of a batch may take, 0: as long as it likes; None: as the command has it."""


def find_settings(start: Path | None = None) -> Settings:
    """The nearest ``vnreport.toml`` at or above ``start``; defaults when there is none.

    Raises UsageError for faulty TOML, unknown keys and wrong types, naming the file.
    """
    folder = (start or Path.cwd()).resolve()
    for place in (folder, *folder.parents):
        path = place / FILE
        if path.exists() or path.is_symlink():
            return read_settings(path)
    return Settings()


def _text_of(path: Path) -> str:
    """The file's text; UsageError for what is no file, cannot be opened or is larger than any settings."""
    try:
        if not path.is_file():  # a pipe or a device may never end; settings that are lost must not be so in silence
            raise UsageError(
                msg("Tệp cài đặt {path} không phải là tệp, hoặc là liên kết dẫn đến nơi không có.", path=path),
                msg("Xóa nó đi, hoặc thay bằng tệp thật."),
            )
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(
            msg("Không mở được tệp cài đặt {path}.", path=path), msg("Kiểm tra quyền đọc của tệp.")
        ) from error
    if len(raw) > MAX_BYTES:
        raise UsageError(msg("Tệp cài đặt {path} quá lớn.", path=path), msg("Xóa nó đi, hoặc thay bằng tệp thật."))
    return raw.decode("utf-8-sig")


def _parsed(path: Path) -> dict[str, Any]:
    """What the file says; UsageError where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(_text_of(path))
    except UnicodeDecodeError as error:
        raise UsageError(
            msg("Tệp cài đặt {path} không phải UTF-8.", path=path), msg("Lưu lại tệp với bảng mã UTF-8.")
        ) from error
    except RecursionError as error:
        raise UsageError(
            msg("Tệp cài đặt {path} lồng quá sâu.", path=path), msg("Sửa tệp, hoặc xóa nó để dùng cài đặt mặc định.")
        ) from error
    except ValueError as error:  # a number of five thousand digits is a ValueError too
        raise UsageError(
            msg("Tệp cài đặt {path} sai cú pháp: {why}", path=path, why=str(error).replace("{", "(")),
            msg("Sửa dòng đó, hoặc xóa tệp để dùng cài đặt mặc định."),
        ) from error


def _within(value: object, low: float, high: float) -> bool:
    """Whether a value is a number of the range; true and false are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high


def _says(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _right(key: str) -> Message:
    """The way out for a wrong value."""
    return msg("Viết ví dụ: {example}; hoặc xóa dòng đó để dùng mặc định.", example=_EXAMPLES[key])


def read_settings(path: Path) -> Settings:
    """Settings of one file."""
    data = _parsed(path)
    for key, value in data.items():
        if key not in _TYPES:
            raise UsageError(
                msg("Tệp cài đặt {path} có khóa lạ “{key}”.", path=path, key=key),
                msg("Các khóa: {keys}", keys=", ".join(_TYPES)),
            )
        if (
            not isinstance(value, _TYPES[key])
            or (isinstance(value, list) and not all(isinstance(v, str) for v in value))
            or (key == "units" and isinstance(value, dict) and not all(map(_says, value.values())))
        ):
            raise UsageError(msg("Tệp cài đặt {path}: “{key}” sai kiểu.", path=path, key=key), _right(key))
        if key == "fail_on" and value not in _LEVELS:
            raise UsageError(
                msg("Tệp cài đặt {path}: “{key}” chỉ nhận: {all}.", path=path, key=key, all=", ".join(_LEVELS)),
                _right(key),
            )
        if key in _RANGES and not _within(value, *_RANGES[key]):
            low, high = _RANGES[key]
            raise UsageError(
                msg("Tệp cài đặt {path}: “{key}” phải từ {low} đến {high}.", path=path, key=key, low=low, high=high),
                _right(key),
            )

    def text(key: str) -> str | None:
        return data.get(key)

    return Settings(
        text("template"), tuple(data.get("select", ())), tuple(data.get("ignore", ())), text("fail_on"), dict(data.get("severity", {})),
        data.get("workers"), bool(data.get("anonymise", False)), text("letterhead"), tuple(data.get("formulas", ())), data.get("thin_share"),
        data.get("thin_peers"), str(path), dict(data.get("units", {})), data.get("time_limit"),
    )  # fmt: skip
