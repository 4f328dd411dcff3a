"""What the last run wrote and from what, so that an unchanged batch writes nothing again.

The key says what went in: every draft's bytes, settings, decisions, language. The hashes say what came out: a page that
somebody edited, or a run that was killed while writing, is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..exporters.tables import worst_first
from ..model import Cohort, DraftSummary
from .stale import hash_of

FILE = ".vnreport-receipt.json"
FORMAT = 2
"""Since 2 ``files`` are those that the run wrote, and no others that lie beside them."""
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


def _kept(folder: Path) -> dict[str, Any]:
    """The last receipt; empty where there is none, or one of an older kind."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    good = isinstance(kept, dict) and kept.get("format") == FORMAT
    return (
        kept if good and all(isinstance(kept.get(k, {}), dict) for k in ("files", "units", "pages", "numbers")) else {}
    )


def _hashes(folder: Path, names: Iterable[str]) -> dict[str, str | None]:
    return {name: hash_of(folder / name) for name in sorted(names)}


def still_good(folder: Path, key: str) -> Numbers | None:
    """The numbers of the last run when it had the same key and all it wrote is still there; None otherwise."""
    kept = _kept(folder)
    if kept.get("key") != key or kept["files"] != _hashes(folder, kept["files"]):
        return None
    with suppress(KeyError, ValueError, TypeError):
        return {name: int(number) for name, number in kept["numbers"].items()}
    return None


def written_before(folder: Path) -> dict[str, str | None]:
    """Names and hashes of what earlier runs wrote here; no hash for what a run that was killed may have written anew."""
    kept = _kept(folder)
    before: dict[str, str | None] = dict(kept.get("files", {}))
    begun = kept.get("begun")
    return before | dict.fromkeys(n for n in begun if isinstance(n, str)) if isinstance(begun, list) else before


def begin(folder: Path, names: Iterable[str]) -> None:
    """Say before anything is written what this run may write, so that the run after a killed one knows its files.

    A file that somebody made or edited before is not among them.
    """
    kept = _kept(folder)
    before = written_before(folder)
    ours = {n for n, found in before.items() if found in (None, hash_of(folder / n))}
    begun = sorted(ours | {n for n in names if n not in before and not (folder / n).exists()})
    _put(
        folder,
        {"format": FORMAT, "units": {}, "pages": {}, "files": {}, "numbers": {}, **kept, "key": "", "begun": begun},
    )


def unit_stamp(cohort: Cohort, draft: DraftSummary, keys: Mapping[str, str], more: Sequence[object]) -> str:
    """Hash of everything that a unit's letter and annotated copy are made from; ``more`` is what all units have in common."""
    names = {d.path: d.label for d in cohort.drafts}
    shared = [
        (other, names.get(other), span, location, quote, s.syllables, s.similarity, share)
        for s in cohort.shared
        for path, other, span, location, quote, share in (
            (s.left, s.right, s.left_span, s.left_location, s.quote, s.left_share),
            (s.right, s.left, s.right_span, s.right_location, s.right_quote, s.right_share),
        )
        if path == draft.path
    ]
    return sha256(repr((keys[draft.path], draft, shared, cohort.revision_of(draft), list(more))).encode()).hexdigest()[
        :32
    ]


def good_units(folder: Path, stamps: Mapping[str, str]) -> frozenset[str]:
    """Slugs of units whose letter and annotated copy were made from the same and are still as they were written."""
    kept = _kept(folder)
    before, files = kept.get("units", {}), kept.get("files", {})
    return frozenset(
        slug for slug, stamp in stamps.items()
        if before.get(slug) == stamp and all(hash_of(folder / name) == files.get(name) for name in unit_files(slug))
    )  # fmt: skip


def unit_files(slug: str) -> tuple[str, str]:
    """Names of a unit's letter and annotated copy, whether it has them or not."""
    return f"letters/{slug}.docx", f"annotated/{slug}.docx"


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
    kept = _kept(folder)
    before, files = kept.get("pages", {}), kept.get("files", {})
    names = {slug: f"units/{slug}.html" for slug, stamp in stamps.items() if before.get(slug) == stamp}
    return frozenset(s for s, name in names.items() if name in files and hash_of(folder / name) == files[name])


def sign(
    folder: Path, key: str, numbers: Numbers, units: Mapping[str, str], pages: Mapping[str, str], written: Iterable[str]
) -> None:
    """Say what was written from what."""
    data = {"format": FORMAT, "key": key, "numbers": numbers, "units": dict(units), "pages": dict(pages)}
    _put(folder, {**data, "files": _hashes(folder, written)})


def _put(folder: Path, data: Mapping[str, object]) -> None:
    beside = folder / (FILE + ".part")
    beside.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8", newline="\n")
    beside.replace(folder / FILE)
