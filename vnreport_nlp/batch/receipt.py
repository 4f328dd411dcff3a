"""What the last run wrote and from what, so that an unchanged batch writes nothing again.

The key says what went in: every draft's bytes, settings, decisions, language. The hashes say what came out: a page that
somebody edited, or a run that was killed while writing, is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from ..exporters.tables import worst_first
from ..model import Cohort, DraftSummary

FILE = ".vnreport-receipt.json"
WRITTEN = (
    "index.html",
    "indicators.html",
    "reuse.html",
    "results.json",
    "matrix.xlsx",
    "units",
    "requirements",
    "letters",
    "annotated",
)
"""Files and folders of a report; others in the folder are not ours."""
Numbers = dict[str, int]


def run_key(keys: Mapping[str, str], options: Sequence[object], files: Sequence[str | Path | None]) -> str:
    """Hash of everything that decides the report: draft keys in order, options, files that are read besides."""
    digest = sha256(repr((list(keys.items()), list(options))).encode())
    for file in files:
        digest.update(_content(Path(file)).encode() if file else b"-")
    return digest.hexdigest()


def _content(path: Path) -> str:
    path = path / "results.json" if path.is_dir() else path
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else "absent"


def _outputs(folder: Path) -> Iterator[Path]:
    for name in WRITTEN:
        path = folder / name
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.is_file())
        elif path.is_file():
            yield path


def _hashes(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): sha256(p.read_bytes()).hexdigest() for p in _outputs(folder)}


def still_good(folder: Path, key: str) -> Numbers | None:
    """The numbers of the last run when it had the same key and all it wrote is still there; None otherwise."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if kept["key"] != key or kept["files"] != _hashes(folder):
            return None
        return {name: int(number) for name, number in kept["numbers"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def unit_stamp(cohort: Cohort, draft: DraftSummary, keys: Mapping[str, str], more: Sequence[object]) -> str:
    """Hash of everything that a unit's letter and annotated copy are made from; ``more`` is what all units have in common."""
    shared = [
        (other, span, location, quote, s.syllables, s.similarity)
        for s in cohort.shared
        for path, other, span, location, quote in (
            (s.left, s.right, s.left_span, s.left_location, s.quote),
            (s.right, s.left, s.right_span, s.right_location, s.right_quote),
        )
        if path == draft.path
    ]
    return sha256(repr((keys[draft.path], draft, shared, list(more))).encode()).hexdigest()[:32]


def good_units(folder: Path, stamps: Mapping[str, str]) -> frozenset[str]:
    """Slugs of units whose letter and annotated copy were made from the same and are still as they were written."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        before, files = dict(kept["units"]), dict(kept["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset(
        slug for slug, stamp in stamps.items()
        if before.get(slug) == stamp and all(_hash(folder / name) == files.get(name) for name in (f"letters/{slug}.docx", f"annotated/{slug}.docx"))
    )  # fmt: skip


def page_stamps(cohort: Cohort, units: Mapping[str, str], more: Sequence[object]) -> dict[str, str]:
    """By slug a hash of everything that a unit's page is made from: as its letter, and the units it leads to."""
    order = worst_first(cohort.drafts)
    named = [None, *((d.slug, d.label) for d in order), None]
    given = [bool(cohort.shared), cohort.template.id, cohort.template.title, *more]
    return {
        d.slug: sha256(repr((units[d.slug], named[at], named[at + 2], given)).encode()).hexdigest()[:32]
        for at, d in enumerate(order)
    }


def good_pages(folder: Path, stamps: Mapping[str, str]) -> frozenset[str]:
    """Slugs of units whose page was made from the same and is still as it was written."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        before, files = dict(kept["pages"]), dict(kept["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    names = {slug: f"units/{slug}.html" for slug, stamp in stamps.items() if before.get(slug) == stamp}
    return frozenset(s for s, name in names.items() if name in files and _hash(folder / name) == files[name])


def _hash(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def sign(folder: Path, key: str, numbers: Numbers, units: Mapping[str, str], pages: Mapping[str, str]) -> None:
    """Say what was written from what."""
    data = {"key": key, "numbers": numbers, "units": dict(units), "pages": dict(pages), "files": _hashes(folder)}
    beside = folder / (FILE + ".part")
    beside.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8", newline="\n")
    beside.replace(folder / FILE)
