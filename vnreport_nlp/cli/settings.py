"""``vnreport.toml``, found upwards from the working folder; flags win."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import UsageError
from ..model import msg

FILE = "vnreport.toml"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "template": str, "select": list, "ignore": list, "fail_on": str, "severity": dict, "workers": int,
    "anonymise": bool, "letterhead": str, "formulas": list,
}  # fmt: skip


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
    source: str | None = None


def find_settings(start: Path | None = None) -> Settings:
    """The nearest ``vnreport.toml`` at or above ``start``; defaults when there is none.

    Raises UsageError for faulty TOML, unknown keys and wrong types, naming the file.
    """
    folder = (start or Path.cwd()).resolve()
    for place in (folder, *folder.parents):
        path = place / FILE
        if path.is_file():
            return read_settings(path)
    return Settings()


def read_settings(path: Path) -> Settings:
    """Settings of one file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            msg("Tệp cài đặt {path} sai cú pháp: {why}", path=path, why=str(error).replace("{", "("))
        ) from error
    for key, value in data.items():
        if key not in _TYPES:
            raise UsageError(
                msg("Tệp cài đặt {path} có khóa lạ “{key}”.", path=path, key=key),
                msg("Các khóa: {keys}", keys=", ".join(_TYPES)),
            )
        if not isinstance(value, _TYPES[key]) or (
            isinstance(value, list) and not all(isinstance(v, str) for v in value)
        ):
            raise UsageError(msg("Tệp cài đặt {path}: “{key}” sai kiểu.", path=path, key=key))

    def text(key: str) -> str | None:
        return data.get(key)

    return Settings(
        text("template"), tuple(data.get("select", ())), tuple(data.get("ignore", ())), text("fail_on"), dict(data.get("severity", {})),
        data.get("workers"), bool(data.get("anonymise", False)), text("letterhead"), tuple(data.get("formulas", ())), str(path),
    )  # fmt: skip
