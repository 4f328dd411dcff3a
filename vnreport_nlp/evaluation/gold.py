"""Gold files of a corpus: what a draft's outline and verdicts truly are. A malformed gold file is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import VnReportError
from ..model import STATUSES, Status, msg

MAX_BYTES = 50_000_000
"""A larger gold file is refused unread."""


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")


class _Section(_Strict):
    number: str
    heading: str
    line: int | None
    requirements: list[str]
    topic: str | None
    voice: str | None


class _Paragraph(_Strict):
    text: str
    topic: str
    voice: str | None


class _Defect(_Strict):
    rule: str
    quote: str
    why: str


class _File(_Strict):
    """A gold file as it is written."""

    schema_: Literal["vnreport.gold/1"] = Field(alias="schema")
    file: str
    template: str
    unit: str
    group: str
    variant: str
    status: dict[str, str]
    sections: list[_Section]
    paragraphs: list[_Paragraph]
    defects: list[_Defect]
    footnotes: list[str]


class GoldError(VnReportError):
    """A gold file that does not say what it must."""


@dataclass(frozen=True, slots=True)
class GoldSection:
    """A true heading: its number path, its words as printed, its line (text formats), what it answers."""

    number: str
    heading: str
    line: int | None
    requirements: tuple[str, ...]
    topic: str | None
    voice: str | None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with its topic and voice."""

    text: str
    topic: str
    voice: str | None


@dataclass(frozen=True, slots=True)
class Defect:
    """A planted defect: the rule it breaks and words that stand at it."""

    rule: str
    quote: str
    why: str


@dataclass(frozen=True)
class Gold:
    """The truth about one draft."""

    path: Path
    template: str
    unit: str
    group: str
    variant: str
    status: dict[str, Status]
    sections: tuple[GoldSection, ...]
    paragraphs: tuple[Labelled, ...]
    defects: tuple[Defect, ...]
    footnotes: tuple[str, ...]


def _fail(path: Path, what: str) -> GoldError:
    return GoldError(
        msg("Đáp án {path} sai: {what}", path=path.name, what=what), msg("Chạy lại scripts/build_corpus.py.")
    )


def read_gold(path: Path) -> Gold:
    """One gold file.

    Raises GoldError when it is malformed, its draft is absent, a heading is not on its line or a quote not in the text.
    """
    data = _read(path)
    gold = Gold(
        path.parent / Path(data.file).name, data.template, data.unit, data.group, data.variant,
        {n: _status(path, s) for n, s in data.status.items()},
        tuple(GoldSection(s.number, s.heading, s.line, tuple(s.requirements), s.topic, s.voice) for s in data.sections),
        tuple(Labelled(p.text, p.topic, p.voice) for p in data.paragraphs),
        tuple(Defect(d.rule, d.quote, d.why) for d in data.defects),
        tuple(data.footnotes),
    )  # fmt: skip
    if not gold.path.is_file():
        raise _fail(path, f"không có {gold.path.name}")
    return gold


def _read(path: Path) -> _File:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:  # a pipe or a device may never end
            raise _fail(path, "không phải là tệp, hoặc quá lớn")
        return _File.model_validate_json(path.read_bytes().decode("utf-8"))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(x)[:40] for x in first["loc"]) or "JSON"
        raise _fail(path, place.replace("{", "(")) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _fail(path, type(error).__name__) from error


def _status(path: Path, value: str) -> Status:
    for status in STATUSES:
        if status == value:
            return status
    raise _fail(path, f"status {value!r}")


def find_gold(folders: list[Path]) -> list[Path]:
    """All gold files below the folders, in a stable order."""
    return sorted(p for folder in folders for p in folder.rglob("*.gold.json"))
