"""Files of earlier runs that the report no longer has: a letter to a unit that is gone must not be sent by mistake.

Only what the folder's own receipt lists is ever deleted, only under the names that a report has, and only while it is as
it was written: what somebody edited since is his, and is told instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from ..expressions import compiled

OURS = compiled(
    r"(?:index|reuse|indicators)\.html|results\.json|matrix\.xlsx|(?:units|requirements)/[\w.-]+\.html|(?:letters|annotated)/[\w.-]+\.docx",
    re.ASCII,
)
"""Names that a report's files have, whatever a receipt says."""
EDITED = "-da-sua"
"""Put behind the name of an edited file that is kept."""
HEAD = 400
SIGNS = (b'" data-store="', b'"schema": "vnreport.')
"""One of them stands within so many bytes at the beginning of each page and JSON file of ours."""
FOLDERS = ("units", "requirements", "letters", "annotated")


@dataclass(frozen=True, slots=True)
class Cleared:
    """How many files were deleted, and the names of those that were left because somebody had edited them."""

    deleted: int = 0
    edited: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    """Names under which files that somebody had edited were put, where this run wrote its own."""


def hash_of(path: Path) -> str | None:
    """Hash of a file of our own writing; None where there is none, or a link to elsewhere."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else None


def make_room(
    folder: Path, before: Mapping[str, str | None], names: Iterable[str]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Free the names that this run may write: (new names of what somebody edited, old names of what was ours).

    An edited file is moved aside: opinions in a workbook are hours of work. Ours is deleted now, so that no page leads to a letter
    that this run does not write again. ``before`` as for ``clear_stale``.
    """
    moved: list[str] = []
    removed: set[str] = set()
    for name in sorted(names):
        path = folder / name
        found = hash_of(path) if not path.parent.is_symlink() else None
        if found is None:
            continue
        if before.get(name, "") in (None, found):
            if path.parent != folder:  # the workbook is written in any case, and may be what opinions are read from
                path.unlink()
                removed.add(name)
            continue
        moved.append(_aside(folder, path))
    return tuple(moved), frozenset(removed)


def _aside(folder: Path, path: Path) -> str:
    """Give a file a free name beside its own; the new name as seen from the folder."""
    free = (f"{path.stem}{EDITED}{n or ''}{path.suffix}" for n in count())
    to = next(path.with_name(n) for n in free if not path.with_name(n).exists())
    path.rename(to)
    return to.relative_to(folder).as_posix()


def set_aside(folder: Path, before: Mapping[str, str | None], names: Iterable[str]) -> tuple[str, ...]:
    """Move files aside that bear the name of a page of ours and are none: no receipt lists them, and they do not begin as ours.

    A page of ours that somebody edited, or whose receipt is lost, is written over.
    """
    found = (name for name in sorted(set(names) - set(before)) if (folder / name).is_file())
    return tuple(_aside(folder, folder / name) for name in found if not _ours(folder / name))


def _ours(path: Path) -> bool:
    """Whether a page or JSON file begins as those that this tool writes."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    return any(sign in head for sign in SIGNS)


def clear_stale(folder: Path, before: Mapping[str, str | None], written: Iterable[str]) -> Cleared:
    """Delete what ``before`` lists (name and hash, None where a killed run could not say it) and this run did not write."""
    deleted, edited = 0, []
    for name in sorted(set(before) - set(written)):
        path = folder / name
        if not OURS.fullmatch(name) or path.parent.is_symlink() or (found := hash_of(path)) is None:
            continue
        if before[name] not in (None, found):
            edited.append(name)
            continue
        path.unlink()
        deleted += 1
    for name in FOLDERS:
        with suppress(OSError):  # absent, or not empty
            (folder / name).rmdir()
    return Cleared(deleted, tuple(edited))
