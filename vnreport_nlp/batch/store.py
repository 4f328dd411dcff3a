"""Where a batch keeps what it needs twice: results by draft, slice rows by requirement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from pydantic import TypeAdapter

from ..assess import RuleSet
from ..model import Assessment, DraftSummary, Finding, Result, Slice, SliceRow, Template
from .cache import get
from .codec import unpack
from .peers import Peers, Short, mark_thin
from .slices import make_slice

_TABLE = "create temp table if not exists slice (requirement text, position integer, row blob)"


@lru_cache(maxsize=1)
def _rows() -> TypeAdapter[SliceRow]:
    return TypeAdapter(SliceRow)


class Store:
    """Results and slices of one batch, read back on demand from the open cache."""

    def __init__(self, connection: sqlite3.Connection, template: Template, keys: dict[str, str]) -> None:
        self.connection = connection
        self.template = template
        self.keys = keys
        self.more: dict[str, tuple[Finding, ...]] = {}
        self.labels: dict[str, str] = {}
        self.peers: Peers | None = None
        self.short: dict[str, dict[str, Short]] = {}
        self.rules = RuleSet()
        connection.execute(_TABLE)

    def load(self, draft: DraftSummary) -> Result:
        """One draft's result with the findings that only the cohort could show."""
        return self.load_path(draft.path)

    def load_path(self, path: str) -> Result:
        """The same by path; KeyError for a draft that is not of the batch."""
        kept = get(self.connection, self.keys[path])
        if kept is None:
            raise KeyError(path)
        result = unpack(kept[0], self.template)
        extra = self.more.get(path, ())
        if isinstance(result, Assessment) and self.peers is not None and path in self.short:
            result, told = mark_thin(result, self.short[path], self.peers)
            extra = (*self.rules.apply(told), *extra)
        if isinstance(result, Assessment) and extra:
            return replace(result, findings=(*result.findings, *extra))
        return result

    def marks(self, path: str) -> bytes:
        """A draft's packed fingerprints; empty for unreadable ones."""
        kept = get(self.connection, self.keys[path])
        return kept[1] if kept is not None else b""

    def add_rows(self, position: int, rows: Iterable[tuple[str, SliceRow]]) -> None:
        """Keep one draft's slice rows."""
        data = [(number, position, _rows().dump_json(row)) for number, row in rows]
        self.connection.executemany("insert into slice values (?, ?, ?)", data)

    def slice_of(self, requirement: str) -> Slice:
        """One requirement over the cohort, in the order of the drafts."""
        found = self.connection.execute(
            "select row from slice where requirement = ? order by position", (requirement,)
        ).fetchall()
        return make_slice(requirement, [_rows().validate_json(row[0]) for row in found])


RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{k}" for port in ("com", "lpt") for k in range(10))})
"""Names that Windows keeps for devices, whatever the suffix."""


def distinct_slugs(paths: Sequence[str]) -> list[str]:
    """A safe, unique ASCII file name for every draft, from its path's last part."""
    from pathlib import PurePath

    from ..template import slug

    seen: dict[str, int] = {}
    out = []
    for path in paths:
        name = slug(PurePath(path.replace("\\", "/")).stem)[:60].strip("-") or "du-thao"
        name = f"{name}-du-thao" if name in RESERVED else name
        seen[name] = seen.get(name, 0) + 1
        candidate = name if seen[name] == 1 else f"{name}-{seen[name]}"
        while candidate in seen and seen[name] > 1 and candidate != name:
            seen[name] += 1
            candidate = f"{name}-{seen[name]}"
        seen.setdefault(candidate, 1)
        out.append(candidate)
    return out
