"""Gold files of a corpus: what a draft's outline and verdicts truly are. A malformed gold file is refused."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..errors import VnReportError
from ..model import STATUSES, Status, msg

SCHEMA = "vnreport.gold/1"


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
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise _fail(path, f"schema {data['schema']!r}")
        gold = Gold(
            path.parent / Path(data["file"]).name, data["template"], data["unit"], data["group"], data["variant"],
            {n: _status(path, s) for n, s in data["status"].items()},
            tuple(
                GoldSection(s["number"], s["heading"], s["line"], tuple(s["requirements"]), s["topic"], s["voice"])
                for s in data["sections"]
            ),
            tuple(Labelled(p["text"], p["topic"], p["voice"]) for p in data["paragraphs"]),
            tuple(Defect(d["rule"], d["quote"], d["why"]) for d in data["defects"]),
            tuple(data["footnotes"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _fail(path, f"{type(error).__name__}: {error}".replace("{", "(")) from error
    if not gold.path.is_file():
        raise _fail(path, f"không có {gold.path.name}")
    return gold


def _status(path: Path, value: str) -> Status:
    for status in STATUSES:
        if status == value:
            return status
    raise _fail(path, f"status {value!r}")


def find_gold(folders: list[Path]) -> list[Path]:
    """All gold files below the folders, in a stable order."""
    return sorted(p for folder in folders for p in folder.rglob("*.gold.json"))
