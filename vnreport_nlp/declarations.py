"""The entry points of installed packages, read from their own files.

``importlib.metadata`` finds the same; importing it, with the parser for mail that it brings along, costs more than aligning
a draft. Where packages lie in archives, it is asked all the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from .expressions import lazy

INFO = (".dist-info", ".egg-info")
FILE = "entry_points.txt"
_RUN = lazy(r"[-_.]+")


class Dist(NamedTuple):
    """The package that declares an entry point."""

    name: str
    version: str


class Point(NamedTuple):
    """One entry point; ``value`` is ``module:function``. ``dist`` is None for our own in a checkout that is not installed."""

    name: str
    value: str
    group: str
    dist: Dist | None = None


def points_of(groups: Iterable[str]) -> tuple[Point, ...]:
    """The entry points of some groups; of two installations of a package the first on the path counts."""
    wanted = frozenset(groups)
    if any(Path(place).is_file() or place.endswith(".egg") for place in sys.path if place):
        return _asked(wanted)
    found: list[Point] = []
    for info in _infos():
        try:
            with open(f"{info}{os.sep}{FILE}", encoding="utf-8") as stream:  # noqa: PTH123 - one for every package
                text = stream.read()
        except OSError:
            continue
        if any(group in text for group in wanted):
            dist = _dist(Path(info))
            found += [Point(name, value, group, dist) for group, name, value in parsed(text) if group in wanted]
    return tuple(found)


def _infos() -> Iterator[str]:
    """The folder of facts of every installed package; plain strings, for there are hundreds."""
    seen: set[str] = set()
    for place in sys.path:
        try:
            names = sorted(name for name in os.listdir(place or ".") if name.endswith(INFO))  # noqa: PTH208
        except OSError:
            continue
        for name in names:
            package = _RUN.sub("_", name.rpartition(".")[0].partition("-")[0]).lower()
            if package not in seen:
                seen.add(package)
                yield os.path.join(place, name)  # noqa: PTH118


def _dist(info: Path) -> Dist:
    """Name and version as the package states them, or as its folder is called."""
    stem = info.name.rpartition(".")[0]
    facts = {"Name": stem.partition("-")[0], "Version": stem.partition("-")[2]}
    for name in ("METADATA", "PKG-INFO"):
        if (info / name).is_file():
            head = (info / name).read_text(encoding="utf-8", errors="replace").partition("\n\n")[0]
            lines = (line.partition(":") for line in head.splitlines())
            facts |= {key: value.strip() for key, _, value in lines if key in facts}
            break
    return Dist(facts["Name"], facts["Version"])


def parsed(text: str) -> Iterator[tuple[str, str, str]]:
    """(group, name, value) of each line of an ``entry_points.txt``."""
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1].strip()
        elif line and not line.startswith(("#", ";")):
            name, sign, value = line.partition("=")
            if sign:
                yield group, name.strip(), value.strip()


def _asked(groups: frozenset[str]) -> tuple[Point, ...]:
    from importlib.metadata import entry_points

    found = (p for group in sorted(groups) for p in entry_points(group=group))
    return tuple(Point(p.name, p.value, p.group, Dist(p.dist.name, p.dist.version) if p.dist else None) for p in found)
