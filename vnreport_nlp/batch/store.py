"""Where a batch keeps what it needs twice: results by draft, slice rows by requirement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from pydantic import TypeAdapter

from ..assess import RuleSet
from ..checks.context import Context
from ..model import Assessment, DraftSummary, Finding, Location, Result, Slice, Span, Template
from .cache import get
from .codec import checked_json, unpack
from .light import Light, light_of, unpack_light
from .peers import Peers, Short, mark_thin
from .slices import make_slice, unpack_row

QUOTE = 300
"""Characters of a shared passage that are quoted."""
_TABLE = """create temp table if not exists slice
(requirement text, position integer, row blob, primary key (requirement, position))"""


@lru_cache(maxsize=1)
def _place() -> TypeAdapter[tuple[Location, str]]:
    return TypeAdapter(tuple[Location, str])


def in_sections(found: Iterable[Finding], result: Assessment) -> Iterator[Finding]:
    """Findings that only the cohort could show, each at the requirement in whose section it begins; fingerprints stay."""
    context = Context(result.document, result.outline, result.template, result.alignment, result.verdicts)
    for f in found:
        yield replace(f, requirement=context.requirement_at(f.places[0].span.start)) if f.places else f


class Store:
    """Results and slices of one batch, read back on demand from the open cache."""

    def __init__(self, connection: sqlite3.Connection, template: Template, keys: dict[str, str]) -> None:
        self.connection = connection
        self.file = str(connection.execute("pragma database_list").fetchone()[2])
        self.template = template
        self.keys = keys
        self.more: dict[str, tuple[Finding, ...]] = {}
        self.units: dict[str, str] = {}
        self.peers: Peers | None = None
        self.short: dict[str, dict[str, Short]] = {}
        self.rules = RuleSet()
        connection.execute(_TABLE)

    def __getstate__(self) -> dict[str, object]:
        """For another process: the cache's path without the connection, which only its own thread may touch."""
        return {name: value for name, value in self.__dict__.items() if name != "connection"}

    def __setstate__(self, state: dict[str, object]) -> None:
        """The same with a connection of its own; it has no slices."""
        self.__dict__ |= state
        self.connection = sqlite3.connect(self.file, timeout=30, isolation_level=None)

    def only(self, paths: Iterable[str]) -> Store:
        """The same of some drafts: what is sent to a process does not grow with the batch."""
        other = object.__new__(Store)
        other.__dict__ |= self.__dict__
        wanted = list(paths)
        other.keys = {p: self.keys[p] for p in wanted}
        other.more = {p: self.more[p] for p in wanted if p in self.more}
        other.units = {}
        other.short = {p: self.short[p] for p in wanted if p in self.short}
        return other

    def load(self, draft: DraftSummary) -> Result:
        """One draft's result with the findings that only the cohort could show."""
        return self.load_path(draft.path)

    def load_path(self, path: str) -> Result:
        """The same by path; KeyError for a draft that is not of the batch."""
        kept = get(self.connection, self.keys[path])
        if kept is None:
            raise KeyError(path)
        result = unpack(kept[0], self.template)
        extra: tuple[Finding, ...] = ()
        if isinstance(result, Assessment) and path in self.more:
            extra = tuple(in_sections(self.more[path], result))
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

    def light(self, path: str) -> Light | None:
        """What the cohort needs of a draft as it was kept; None when it was not."""
        row = self.connection.execute("select light from summary where key = ?", (self.keys[path],)).fetchone()
        return None if row is None else unpack_light(row[0])

    def unit(self, path: str) -> str:
        """Whose draft it is; its path where it does not say. It is read once."""
        if path not in self.units:
            kept = self.light(path)
            self.units[path] = (kept or light_of(self.load_path(path), path)).unit
        return self.units[path]

    def places(self, path: str, spans: Iterable[Span]) -> dict[Span, tuple[Location, str]]:
        """Location and quote of passages of a draft; a draft is opened only for those not asked for before."""
        key, wanted = self.keys[path], set(spans)
        rows = self.connection.execute("select start, stop, place from place where key = ?", (key,))
        found = {Span(a, b): checked_json(_place(), data) for a, b, data in rows}
        new = sorted(wanted - set(found))
        result = self.load_path(path) if new else None
        if isinstance(result, Assessment):
            made = {s: (result.document.locate(s.start), result.document.quote(s, limit=QUOTE)) for s in new}
            data = [(key, s.start, s.end, _place().dump_json(place)) for s, place in made.items()]
            self.connection.execute("begin")
            self.connection.executemany("insert or replace into place values (?, ?, ?, ?)", data)
            self.connection.execute("commit")
            found |= made
        return found

    def add_rows(self, position: int, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep one draft's slice rows (requirement, packed row)."""
        data = [(number, position, row) for number, row in rows]
        self.connection.executemany("insert into slice values (?, ?, ?)", data)

    def keep_rows(self, position: int, path: str) -> None:
        """The same of a draft whose rows are kept as they are."""
        self.connection.execute(
            "insert into slice select requirement, ?, row from passage where key = ?", (position, self.keys[path])
        )

    def slice_of(self, requirement: str) -> Slice:
        """One requirement over the cohort, in the order of the drafts."""
        found = self.connection.execute(
            "select row from slice where requirement = ? order by position", (requirement,)
        ).fetchall()
        return make_slice(requirement, [unpack_row(row[0]) for row in found])
