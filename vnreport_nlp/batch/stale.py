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

OURS = re.compile(
    r"(?:index|reuse)\.html|results\.json|matrix\.xlsx|(?:units|requirements)/[\w.-]+\.html|(?:letters|annotated)/[\w.-]+\.docx",
    re.ASCII,
)
"""Names that a report's files have, whatever a receipt says."""
EDITED = "-da-sua"
"""Put behind the name of an edited file that is kept."""
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


def set_aside(folder: Path, before: Mapping[str, str | None], names: Iterable[str]) -> tuple[str, ...]:
    """Move what somebody edited out of the way of what this run writes: opinions in a workbook are hours of work.

    ``before`` as for ``clear_stale``. Returns the new names; the old ones are free then.
    """
    moved = []
    for name in sorted(names):
        path = folder / name
        found = hash_of(path) if not path.parent.is_symlink() else None
        if found is None or before.get(name, "") in (None, found):
            continue
        free = (f"{path.stem}{EDITED}{n or ''}{path.suffix}" for n in count())
        to = next(path.with_name(n) for n in free if not path.with_name(n).exists())
        path.rename(to)
        moved.append(to.relative_to(folder).as_posix())
    return tuple(moved)


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
