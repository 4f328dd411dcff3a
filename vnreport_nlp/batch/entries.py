"""What each draft adds to the batch's common files, kept in the cache: made where its page is made, taken from there."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from ..checks import Cited
from ..errors import DamagedCacheError
from ..exporters.entries import Entry, Row, entry_of
from ..model import DraftSummary, Followup, Result
from .codec import checked_json, inflated


@lru_cache(maxsize=1)
def _rest() -> TypeAdapter[tuple[tuple[str, ...], tuple[Row, ...], tuple[Cited, ...] | None]]:
    return TypeAdapter(tuple[tuple[str, ...], tuple[Row, ...], tuple[Cited, ...] | None])


@dataclass(frozen=True)
class Entries:
    """Entries in the cache file by slug: the draft's key and the stamp of all that an entry is made from."""

    file: Path
    stamps: Mapping[str, tuple[str, str]]
    lang: str
    confirmed: bool = False
    """Whether letters say only what a decision accepted."""

    def only(self, slugs: Iterable[str]) -> Entries:
        """Those of some drafts, to be sent to a process."""
        return replace(self, stamps={s: self.stamps[s] for s in slugs if s in self.stamps})

    def missing(self) -> frozenset[str]:
        """Slugs of drafts whose entry is not kept, or was made from something else."""
        with closing(self._open()) as connection:
            kept = dict(connection.execute("select key, stamp from entry"))
        return frozenset(slug for slug, (key, stamp) in self.stamps.items() if kept.get(key) != stamp)

    def keep(self, draft: DraftSummary, result: Result, revision: Followup | None = None) -> Entry:
        """Make a draft's entry and keep it; ``revision`` is what the last report says to it."""
        from ..exporters.letters import told_in_letter

        letter = told_in_letter(result, revision, lang=self.lang, confirmed=self.confirmed)
        made = entry_of(draft, result, self.lang, letter)
        key, stamp = self.stamps[draft.slug]
        rest = _rest().dump_json((made.leftovers, made.rows, made.cited))
        with closing(self._open()) as connection:
            connection.execute(
                "insert or replace into entry values (?, ?, ?, ?)",
                (key, stamp, zlib.compress(made.draft.encode("utf-8", "surrogatepass"), 1), zlib.compress(rest, 1)),
            )
        return made

    def find(self, draft: DraftSummary) -> Entry | None:
        """A draft's entry; None when none is kept, or a damaged one."""
        key, stamp = self.stamps[draft.slug]
        with closing(self._open()) as connection:
            row = connection.execute(
                "select draft, rest from entry where key = ? and stamp = ?", (key, stamp)
            ).fetchone()
        if row is None:
            return None
        try:
            return Entry(inflated(row[0]).decode("utf-8", "surrogatepass"), *checked_json(_rest(), inflated(row[1])))
        except (DamagedCacheError, UnicodeDecodeError):
            return None

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=30, isolation_level=None)
        connection.execute("pragma synchronous=normal")
        return connection
