"""File names of what a batch writes of each draft: safe, short, unique, of the unit where it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from ..text import is_device

LONGEST = 60
"""Letters of a name, and of them those of the unit where its file is named as well."""
OF_UNIT = 40


def draft_slugs(drafts: Iterable[tuple[str, str]]) -> list[str]:
    """Names of drafts by path and unit: that of the unit, of several files of a unit with the file's own; of the file where no unit is told."""
    from ..template import slug

    stems = [(slug(_stem(path)), slug(unit)) for path, unit in drafts]
    units = Counter(unit for _, unit in stems)
    names = []
    for stem, unit in stems:
        alone = unit and units[unit] == 1
        names.append(unit if alone else stem if not unit or unit in stem else f"{unit[:OF_UNIT].strip('-')}-{stem}")
    return distinct(names)


def _stem(path: str) -> str:
    return PurePath(path.replace("\\", "/")).stem


def distinct(names: Sequence[str]) -> list[str]:
    """The names, numbered where they are the same, none that a system keeps for a device."""
    seen: dict[str, int] = {}
    out = []
    for given in names:
        name = given[:LONGEST].strip("-") or "du-thao"
        name = f"{name}-du-thao" if is_device(name) else name
        seen[name] = seen.get(name, 0) + 1
        candidate = name if seen[name] == 1 else f"{name}-{seen[name]}"
        while candidate in seen and seen[name] > 1 and candidate != name:
            seen[name] += 1
            candidate = f"{name}-{seen[name]}"
        seen.setdefault(candidate, 1)
        out.append(candidate)
    return out
