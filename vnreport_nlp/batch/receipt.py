"""What the last run wrote and from what, so that an unchanged batch writes nothing again.

The key says what went in: every draft's bytes, settings, decisions, language. The hashes say what came out: a page that
somebody edited, or a run that was killed while writing, is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..exporters.tables import worst_first
from ..model import Cohort
from ..whole import clear_begun, write_text
from .stale import FOLDERS, hash_of

FILE = ".vnreport-receipt.json"
FORMAT = 3
"""Since 2 ``files`` are those that the run wrote, and no others that lie beside them; since 3 letters have their own stamps."""
FILES = {"letters": "letters/{slug}.docx", "annotated": "annotated/{slug}.docx", "pages": "units/{slug}.html"}
"""A unit's files by kind."""
Numbers = dict[str, int]
NUMBERS = ("drafts", "unreadable", "errors")
"""Those that every receipt has."""
MOST = 1 << 53
"""No number of a receipt is as great."""


def run_key(keys: Mapping[str, str], options: Sequence[object], files: Sequence[str | Path | None]) -> str:
    """Hash of everything that decides the report: draft keys in order, options, files that are read besides."""
    digest = sha256(repr((list(keys.items()), list(options))).encode())
    for file in files:
        digest.update(_content(Path(file)).encode() if file else b"-")
    return digest.hexdigest()


def _content(path: Path) -> str:
    path = path / "results.json" if path.is_dir() else path
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else "absent"


def _kept(folder: Path) -> dict[str, Any]:
    """The last receipt; empty where there is none, or one of an older kind."""
    file = folder / FILE
    try:
        kept: Any = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return {}
    good = isinstance(kept, dict) and kept.get("format") == FORMAT
    return kept if good and all(isinstance(kept.get(k, {}), dict) for k in ("files", "numbers", *FILES)) else {}


def _hashes(folder: Path, names: Iterable[str]) -> dict[str, str | None]:
    return {name: hash_of(folder / name) for name in sorted(names)}


def still_good(folder: Path, key: str) -> Numbers | None:
    """The numbers of the last run when it had the same key and all it wrote is still there; None otherwise."""
    kept = _kept(folder)
    files, numbers = kept.get("files", {}), kept.get("numbers", {})
    if kept.get("key") != key or not files or files != _hashes(folder, files):
        return None
    whole = all(type(n) is int and 0 <= n < MOST for n in numbers.values()) and all(n in numbers for n in NUMBERS)
    return dict(numbers) if whole else None


def written_before(folder: Path) -> dict[str, str | None]:
    """Names and hashes of what earlier runs wrote here; no hash for what a run that was killed may have written anew."""
    kept = _kept(folder)
    before: dict[str, str | None] = dict(kept.get("files", {}))
    begun = kept.get("begun")
    return before | dict.fromkeys(n for n in begun if isinstance(n, str)) if isinstance(begun, list) else before


def begin(folder: Path, names: Iterable[str]) -> None:
    """Say before anything is written what this run may write, so that the run after a killed one knows its files.

    A file that somebody made or edited before is not among them. What such a run had begun to write is cleared away.
    """
    for place in (folder, *(folder / name for name in FOLDERS)):
        clear_begun(place)
    kept = _kept(folder)
    before = written_before(folder)
    ours = {n for n, found in before.items() if found in (None, hash_of(folder / n))}
    begun = sorted(ours | {n for n in names if n not in before and not (folder / n).exists()})
    _put(
        folder,
        {
            "format": FORMAT,
            **{kind: {} for kind in FILES},
            "files": {},
            "numbers": {},
            **kept,
            "key": "",
            "begun": begun,
        },
    )


Side = tuple[object, ...]
"""All that is said in one draft of a passage that it shares."""


def unit_stamps(cohort: Cohort, keys: Mapping[str, str], more: Sequence[object]) -> dict[str, str]:
    """By slug a hash of all that a unit's entry is made from; ``more`` is what units have in common."""
    sides = _sides(cohort)
    return {d.slug: _stamp(keys[d.path], d, sides.get(d.path, ()), cohort.revision_of(d), more) for d in cohort.drafts}


def letter_stamps(cohort: Cohort, keys: Mapping[str, str], more: Sequence[object], *, decided: bool) -> dict[str, str]:
    """The same of a letter: it tells of a shared passage only where a reviewer has ``decided`` so, and then of any."""
    sides = _sides(cohort) if decided else {}
    out = {}
    for d in cohort.drafts:
        versions = cohort.has_versions(d), cohort.copy_of(d)
        out[d.slug] = _stamp(
            keys[d.path], replace(d, counts=(0, 0, 0)), sides.get(d.path, ()), cohort.revision_of(d), versions, more
        )
    return out


def copy_stamps(cohort: Cohort, keys: Mapping[str, str], more: Sequence[object]) -> dict[str, str]:
    """The same of an annotated copy, which goes back to its unit and tells of no other's draft."""
    return {
        d.slug: _stamp(keys[d.path], replace(d, counts=(0, 0, 0)), cohort.revision_of(d), more) for d in cohort.drafts
    }


def _stamp(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:32]


def _sides(cohort: Cohort) -> dict[str, list[Side]]:
    """The shared passages of each draft, as it is told of them."""
    names = {d.path: d.label for d in cohort.drafts}
    out: dict[str, list[Side]] = {}
    for s in cohort.shared:
        same = s.syllables, s.similarity
        left, right = (s.left_location, s.quote), (s.right_location, s.right_quote)
        out.setdefault(s.left, []).append(
            (s.right, names.get(s.right), s.left_span, *left, *right, *same, s.left_share)
        )
        out.setdefault(s.right, []).append(
            (s.left, names.get(s.left), s.right_span, *right, *left, *same, s.right_share)
        )
    return out


def good(folder: Path, kind: str, stamps: Mapping[str, str]) -> frozenset[str]:
    """Slugs of units whose file of a kind of ``FILES`` was made from the same and is still as it was written, or absent."""
    kept = _kept(folder)
    before, files = kept.get(kind, {}), kept.get("files", {})
    names = {slug: FILES[kind].format(slug=slug) for slug, stamp in stamps.items() if before.get(slug) == stamp}
    return frozenset(slug for slug, name in names.items() if hash_of(folder / name) == files.get(name))


def unit_files(slug: str) -> tuple[str, str]:
    """Names of a unit's letter and annotated copy, whether it has them or not."""
    return FILES["letters"].format(slug=slug), FILES["annotated"].format(slug=slug)


def page_stamps(cohort: Cohort, units: Mapping[str, str], more: Sequence[object]) -> dict[str, str]:
    """By slug a hash of everything that a unit's page is made from: as its letter, and the units it leads to."""
    order = worst_first(cohort.drafts)
    named = [None, *((d.slug, d.label) for d in order), None]
    given = [bool(cohort.shared), cohort.template.id, cohort.template.title, *more]
    return {
        d.slug: sha256(repr((units[d.slug], named[at], named[at + 2], given)).encode()).hexdigest()[:32]
        for at, d in enumerate(order)
    }


def sign(
    folder: Path, key: str, numbers: Numbers, stamps: Mapping[str, Mapping[str, str]], written: Iterable[str]
) -> None:
    """Say what was written from what; ``stamps`` by kind."""
    data = {"format": FORMAT, "key": key, "numbers": numbers} | {kind: dict(found) for kind, found in stamps.items()}
    _put(folder, {**data, "files": _hashes(folder, written)})


def _put(folder: Path, data: Mapping[str, object]) -> None:
    write_text(folder / FILE, json.dumps(data, indent=0) + "\n")
