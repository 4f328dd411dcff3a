"""Regular expressions, kept between runs as ``re`` compiles them.

``re`` works an expression out in Python, to a list of numbers, and hands that to the interpreter, which examines it and
makes the pattern. The first takes a hundred times as long as the second: with the eight hundred expressions of a check it
was a quarter of all work on one draft. So the numbers are kept in the user's cache folder, one file for each Python and
version of the package, with a checksum. ``keep`` writes it at the end of a command that had to work some out. A file that
is missing, damaged or of another layout, and a Python that does it otherwise, only mean working out again.

An expression that is made of words of a draft is ``re.compile``d where it is made, so that nothing of a draft is kept.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import AnyStr, TypeVar, cast

from . import __version__
from .cached import cache_folder, framed, unframed, write_whole

try:
    from _sre import compile as _made  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # a Python that compiles in another way
    _made = None

LAYOUT = 2
"""Raise when the file's layout, or what ``noted`` is asked for, changes."""
MOST = 8_000
"""With more expressions than this the file is begun anew: those of states of the package that are gone are in it."""
_Told = tuple[int, int, dict[str, int], int, int]
"""Of one expression: flags, number of groups, their names, where its numbers begin and end."""
Value = TypeVar("Value")


class _Store:
    """What the file has, and what this run adds to it."""

    __slots__ = ("added", "file", "kept", "more", "notes", "told")

    def __init__(self, file: Path, told: dict[str, _Told], notes: dict[str, object], kept: memoryview) -> None:
        self.file, self.told, self.notes = file, told, notes
        self.kept, self.more = kept.cast("I"), array("I")
        self.added = 0

    def numbers(self, start: int, end: int) -> list[int]:
        """Those of one expression; what this run works out stands behind what the file has."""
        before = len(self.kept)
        return (self.kept[start:end] if end <= before else self.more[start - before : end - before]).tolist()

    def add(self, numbers: list[int]) -> tuple[int, int]:
        """Where they stand from now on."""
        start = len(self.kept) + len(self.more)
        self.more.extend(numbers)
        return start, start + len(numbers)


@lru_cache(maxsize=1)
def _store() -> _Store:
    """The file of this Python, read once."""
    python = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}"
    file = cache_folder() / "expressions" / f"{__version__}-{LAYOUT}-{python}.bin"
    try:
        (told, notes), kept = unframed(file)
        if isinstance(told, dict) and isinstance(notes, dict) and len(told) <= MOST:
            return _Store(file, told, notes, kept)
    except (OSError, ValueError, TypeError, RecursionError):  # no file, or a damaged one
        pass
    return _Store(file, {}, {}, memoryview(b""))


def compiled(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, from what an earlier run worked out if there is any; an expression that is wrong raises ``re.error``."""
    if _made is None:
        return re.compile(text, flags)
    store = _store()
    key = _key("", int(flags), text) if isinstance(text, str) else _key("b", int(flags), text.decode("latin-1"))
    told = store.told.get(key)
    if told is None:
        told = store.told[key] = _worked_out(store, text, int(flags))
    try:
        final, groups, names, start, end = told
        by_number: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            by_number[number] = name
        pattern: re.Pattern[AnyStr] = _made(text, final, store.numbers(start, end), groups, names, tuple(by_number))
    except (
        ValueError,
        TypeError,
        IndexError,
        AttributeError,
        OverflowError,
        RuntimeError,
    ):  # a file with a right checksum and wrong content
        return re.compile(text, flags)
    return pattern


def _key(what: str, flags: int, text: str) -> str:
    """The name in the index: of one length, for expressions are long and reading the index was a fiftieth of a structural check."""
    from hashlib import blake2b

    return blake2b(f"{what} {flags} {text}".encode("utf-8", "surrogatepass"), digest_size=15).hexdigest()


def _worked_out(store: _Store, text: str | bytes, flags: int) -> _Told:
    """What ``re`` makes of an expression, its numbers behind the others of the store."""
    parsed = _parser.parse(text, flags)
    place = store.add([int(n) for n in _compiler._code(parsed, flags)])
    store.added += 1
    return flags | parsed.state.flags, parsed.state.groups - 1, dict(parsed.state.groupdict), *place


def noted(what: str, text: str, flags: int, make: Callable[[], Value]) -> Value:
    """What else is worked out of an expression, kept beside it under the name ``what``: a value that JSON gives back as it was."""
    store, key = _store(), _key(what, int(flags), text)
    if key not in store.notes:
        store.notes[key] = make()
        store.added += 1
    value: Value = store.notes[key]  # type: ignore[assignment]
    return value


class _Lazy:
    """An expression that is compiled when it is first asked for anything; then its methods are the compiled one's own."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        pattern = compiled(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "flags", "groupindex")


def lazy(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As ``compiled``, but at first use: one draft needs half of the checks' expressions.

    An expression that is wrong raises ``re.error`` then.
    """
    return cast("re.Pattern[str]", _Lazy(expression, flags))


def keep() -> bool:
    """Write what this run worked out; False when there was nothing, or the folder cannot be written."""
    if not _store.cache_info().currsize or not _store().added:
        return False
    store = _store()
    store.added = 0
    return write_whole(store.file, framed([store.told, store.notes], store.kept.tobytes() + store.more.tobytes()))
