"""The batch's memory: one SQLite file keyed by content, so that a second run reads nothing again and a killed one goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from .. import __version__
from ..assess import RuleSet
from ..classify import bundled_model
from ..errors import DamagedCacheError, UsageError
from ..model import Template, msg
from ..plugins import GROUPS, owner, strangers
from ..readers import ReadOptions
from ..readers.depends import HEAD, depends_on
from ..reuse import FORMAT

FILE = ".vnreport-cache.sqlite"
_SCHEMA = """
create table if not exists record (key text primary key, result blob not null, marks blob not null);
create table if not exists summary (key text primary key, light blob not null);
create table if not exists passage (key text, requirement text, row blob not null, primary key (key, requirement));
create table if not exists place (key text, start integer, stop integer, place blob not null, primary key (key, start, stop));
create table if not exists entry (key text primary key, stamp text not null, draft blob not null, rest blob not null);
"""


@dataclass(frozen=True)
class Kept:
    """Everything that is kept of one draft: packed result, fingerprints, light part, and its slice rows by requirement."""

    key: str
    result: bytes
    marks: bytes
    light: bytes
    rows: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Cache:
    """Records by key; ``marks`` are the draft's fingerprints for the reuse search."""

    path: Path

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """An open, journalled connection; a damaged file is set aside and begun anew."""
        try:
            connection = self._open()
        except sqlite3.OperationalError:  # not the file's fault: another run at work, a full disk
            raise
        except sqlite3.DatabaseError:
            self.path.replace(self.path.with_suffix(".damaged"))
            connection = self._open()
        with closing(connection):
            yield connection

    def _open(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        except sqlite3.OperationalError as error:
            raise UsageError(
                msg("Không mở được bộ nhớ tạm {path}.", path=self.path), msg("Chọn thư mục -o khác, ghi được.")
            ) from error
        connection.execute("pragma trusted_schema=off")
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=normal")
        connection.executescript(_SCHEMA)
        if not is_ours(connection):
            connection.close()
            raise DamagedCacheError
        return connection


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a memory declares what ours do and nothing else."""
    return _tables(connection) == _own_tables()


def _tables(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """All that a memory declares; a view or a trigger in it would work without end in our name."""
    found = connection.execute("select type, name, sql from sqlite_master where sql is not null order by name")
    return [(str(kind), str(name), str(sql)) for kind, name, sql in found]


@lru_cache(maxsize=1)
def _own_tables() -> list[tuple[str, str, str]]:
    """What ours declare."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_SCHEMA)
        return _tables(connection)


def put(connection: sqlite3.Connection, kept: Kept) -> None:
    """Keep one record; it counts when its last part is there."""
    key = kept.key
    connection.execute("begin")
    connection.executemany("insert or replace into passage values (?, ?, ?)", [(key, *row) for row in kept.rows])
    connection.execute("insert or replace into summary values (?, ?)", (key, kept.light))
    connection.execute("insert or replace into record values (?, ?, ?)", (key, kept.result, kept.marks))
    connection.execute("commit")


def get(connection: sqlite3.Connection, key: str) -> tuple[bytes, bytes] | None:
    """(result, marks) of a key."""
    row = connection.execute("select result, marks from record where key = ?", (key,)).fetchone()
    return None if row is None else (row[0], row[1])


def has(connection: sqlite3.Connection, key: str) -> bool:
    """Whether a key is kept, with all its parts."""
    found = connection.execute("select 1 from record join summary using (key) where key = ?", (key,))
    return found.fetchone() is not None


def prune(connection: sqlite3.Connection, keys: set[str]) -> None:
    """Forget records of drafts that are no longer in the batch."""
    known = [row[0] for row in connection.execute("select key from record")]
    old = [(k,) for k in known if k not in keys]
    for table in ("record", "summary", "passage", "place", "entry"):
        connection.executemany(f"delete from {table} where key = ?", old)


def settings_key(template: Template, rules: RuleSet, options: ReadOptions) -> str:
    """What besides the file decides a result: version, model, template, rules, options."""
    model = bundled_model()
    guests = [
        (g, n, owner(p), p.value, p.dist.version if p.dist else "") for g in GROUPS for n, p in strangers(g).items()
    ]
    parts = (
        __version__,
        repr(guests),
        model.digest if model else "",
        repr(template),
        repr(rules),
        repr(options),
        str(FORMAT),
    )
    return sha256("\x1f".join(parts).encode()).hexdigest()


def draft_key(path: Path, settings: str, options: ReadOptions) -> str:
    """Key of one draft: its path as given, its bytes, the settings, and what the machine must have to read it."""
    digest = sha256(f"{settings}\x1f{path}\x1f".encode())
    try:
        if str(path) in options.unfollowed:
            return digest.hexdigest()
        if not S_ISREG(path.stat().st_mode):  # a pipe or a device may never end; reading tells that it is none
            return digest.hexdigest()
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            digest.update(head + depends_on(head, options).encode())
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        digest.update(repr(error.errno).encode())
    return digest.hexdigest()
