"""A whole batch: assess every draft (or take it from the cache), then say what only the cohort shows."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Literal

from ..assess import RuleSet
from ..model import Assessment, Cohort, DraftSummary, Figure, Result, Shared, Template, Twins, Verdict
from ..readers import ReadOptions
from .borrow import borrow
from .cache import FILE, Cache, draft_key, has, prune, put, settings_key
from .engine import Engine, run_tasks
from .light import Light, counted, light_of, unpack_light
from .peers import Peers, short_sections
from .shared import find_shared, reuse_findings, without_others
from .slices import pack_rows
from .slugs import draft_slugs
from .store import Store
from .tasks import Task, for_once

Letters = Literal["all", "confirmed"]
Progress = Callable[[int, int, int], None]
"""Called with (done, total, failures)."""
Amend = Callable[[Result], Result]
"""What decisions do to a result when it is loaded."""


@dataclass(frozen=True)
class BatchOptions:
    """How a batch runs: processes, engine, cluster address, cache use, what it holds against the cohort."""

    workers: int = 1
    engine: Engine = "local"
    scheduler: str | None = None
    resume: bool = True
    anonymise: bool = False
    peers: Peers | None = None
    """Hold lengths against those of the other units; None leaves the template's minimum alone."""
    exporters: tuple[str, ...] = ()
    """Other packages' exporters that write of the whole batch, by name."""
    letters: Letters = "all"
    """What the letters ask for: all findings, or those that a decision confirmed."""
    earlier: Path | None = None
    """A report's folder whose memory may have some of the drafts already."""
    time_limit: float | None = None
    """Seconds that a draft may take, in a process of its own that is ended then; None lets each take its time."""


@dataclass(frozen=True)
class Loader:
    """Brings a draft's result back with what decisions do to it; another process opens the cache for itself."""

    store: Store
    amend: Amend | None

    def __call__(self, draft: DraftSummary) -> Result:
        """The result of one draft."""
        found = self.store.load(draft)
        return self.amend(found) if self.amend is not None else found

    def only(self, paths: Iterable[str]) -> Loader:
        """The same for some drafts."""
        return Loader(self.store.only(paths), self.amend)


def draft_keys(
    paths: Sequence[str], template: Template, rules: RuleSet | None, read_options: ReadOptions | None
) -> dict[str, str]:
    """The cache key of every draft by path."""
    options = read_options or ReadOptions()
    settings = settings_key(template, rules or RuleSet(), options)
    return {path: draft_key(Path(path), settings, options) for path in paths}


@contextmanager
def open_batch(
    paths: Sequence[str],
    folder: Path,
    template: Template,
    *,
    rules: RuleSet | None = None,
    read_options: ReadOptions | None = None,
    options: BatchOptions | None = None,
    progress: Progress | None = None,
    amend: Amend | None = None,
    keys: dict[str, str] | None = None,
) -> Iterator[Cohort]:
    """Assess the drafts into ``folder``'s cache and open the cohort over it; ``keys`` are their ``draft_keys`` if known.

    What is finished is kept at any moment: a batch that was killed goes on where it stopped.
    """
    rules, read_options, options = rules or RuleSet(), read_options or ReadOptions(), options or BatchOptions()
    folder.mkdir(parents=True, exist_ok=True)
    keys = keys if keys is not None else draft_keys(paths, template, rules, read_options)
    with Cache(folder / FILE).connect() as connection:
        if options.resume and options.earlier is not None:
            borrow(connection, options.earlier, keys.values(), template)
        again = _fill(connection, paths, keys, template, rules, read_options, options, progress)
        prune(connection, set(keys.values()))
        yield _cohort(connection, paths, keys, template, rules, options, amend)
        prune(connection, set(keys.values()) - again)


def _fill(
    connection: sqlite3.Connection, paths: Sequence[str], keys: dict[str, str], template: Template, rules: RuleSet,
    read_options: ReadOptions, options: BatchOptions, progress: Progress | None,
) -> set[str]:  # fmt: skip
    """Run what the cache does not have; the keys of drafts that the next run is to try again."""
    todo = [p for p in paths if not (options.resume and has(connection, keys[p]))]
    tasks = [Task(p, keys[p], template, rules, read_options) for p in todo]
    done, failures, again = len(paths) - len(todo), 0, set()
    for kept in run_tasks(
        tasks,
        workers=options.workers,
        engine=options.engine,
        scheduler=options.scheduler,
        time_limit=options.time_limit,
    ):
        put(connection, kept)
        done += 1
        told = unpack_light(kept.light)
        failures += told is None or not told.summary.readable
        if told is not None and for_once(told.summary):
            again.add(kept.key)
        if progress is not None:
            progress(done, len(paths), failures)
    return again


def _cohort(
    connection: sqlite3.Connection, paths: Sequence[str], keys: dict[str, str], template: Template, rules: RuleSet,
    options: BatchOptions, amend: Amend | None,
) -> Cohort:  # fmt: skip
    store = Store(connection, template, keys)
    if options.anonymise:
        paths = unordered(paths, keys)
    shared: list[Shared] = []
    if rules.on("R601") and len(paths) > 1:
        shared = find_shared(store, paths, template)
        names = {path: store.unit(path) for path in sorted({p for s in shared for p in (s.left, s.right)})}
        store.more = {p: tuple(rules.apply(found)) for p, found in reuse_findings(shared, names).items()}
    if options.peers is not None:
        store.peers, store.rules = options.peers, rules
        store.short = short_sections(_verdicts(store, paths), options.peers)
    figures: list[Figure] = []
    drafts: list[DraftSummary] = []
    files: dict[str, list[Light]] = {}
    for position, path in enumerate(paths):
        light = _light(store, position, path, amend)
        code = f"don-vi-{position + 1:03d}", f"Đơn vị {position + 1:02d}"
        name, label = code if options.anonymise else (light.unit, light.summary.label)
        drafts.append(replace(light.summary, slug=name, label=label))
        figures += light.figures
        if light.content:
            files.setdefault(light.unit, []).append(light)
    signature = sha256("\x1f".join(keys[p] for p in paths).encode()).hexdigest()[:16]

    return Cohort(
        template,
        tuple(drafts if options.anonymise else _named(drafts)),
        Loader(store, partial(_nameless, amend=amend) if options.anonymise else amend),
        store.slice_of,
        tuple(figures),
        tuple(shared),
        signature,
        tuple(_twins(files)),
    )


def _nameless(result: Result, amend: Amend | None) -> Result:
    return without_others(amend(result) if amend is not None else result)


def unordered(paths: Sequence[str], keys: Mapping[str, str]) -> list[str]:
    """The drafts in an order that only their contents decide: by file name a code would tell whose draft it is."""
    return sorted(paths, key=lambda path: sha256(f"code\x1f{keys[path]}".encode()).digest())


def _twins(files: dict[str, list[Light]]) -> Iterator[Twins]:
    """Units with more than one file: the versions of each of their committees' drafts, then all where several committees write."""
    for found in files.values():
        organs = {x.organ for x in found if x.organ}
        groups = [[x for x in found if x.organ == o] for o in sorted(organs)] if len(organs) > 1 else [found]
        for group in groups:
            if len(group) > 1:
                copies = tuple(_copies(group))
                yield Twins(tuple(x.summary.path for x in group), len({x.content for x in group}) == 1, copies=copies)
        if len(organs) > 1:
            yield Twins(tuple(x.summary.path for x in found), identical=False, organs=True)


def _copies(files: Iterable[Light]) -> Iterator[tuple[str, ...]]:
    """Files of a unit that are the same to the byte."""
    same: dict[str, list[str]] = {}
    for x in files:
        same.setdefault(x.content, []).append(x.summary.path)
    yield from (tuple(paths) for paths in same.values() if len(paths) > 1)


def _light(store: Store, position: int, path: str, amend: Amend | None) -> Light:
    """What the cohort needs of one draft: as it was kept, or anew where decisions or other units change the result.

    Its slice rows are put at its position.
    """
    kept = store.light(path) if amend is None and store.peers is None else None
    if kept is None:
        result = store.load_path(path)
        result = amend(result) if amend is not None else result
        store.add_rows(position, pack_rows(result, path))
        return light_of(result, path)
    store.keep_rows(position, path)
    more = counted(store.more.get(path, ()))
    a, b = kept.summary.counts, more
    return replace(kept, summary=replace(kept.summary, counts=(a[0] + b[0], a[1] + b[1], a[2] + b[2])))


def _verdicts(store: Store, paths: Sequence[str]) -> Iterator[tuple[str, tuple[Verdict, ...]]]:
    """Every draft's verdicts, one draft at a time."""
    for path in paths:
        result = store.load_path(path)
        if isinstance(result, Assessment) and not result.foreign:
            yield path, result.verdicts


def _named(drafts: Sequence[DraftSummary]) -> Iterator[DraftSummary]:
    """Drafts with slugs of their units, which they have so far by name (by path where none is told)."""
    slugs = draft_slugs((d.path, "" if d.slug == d.path else d.slug) for d in drafts)
    yield from (replace(d, slug=name) for d, name in zip(_distinct(drafts), slugs, strict=True))


def _distinct(drafts: Iterable[DraftSummary]) -> Iterator[DraftSummary]:
    """Labels that name one draft each: of several each has its file name, with its folder where that is the same too.

    A unit's one report has the unit's name, whatever else of it lies there.
    """
    drafts = list(drafts)
    named = Counter(d.label for d in drafts)
    reports = Counter(d.label for d in drafts if d.readable and not d.foreign)
    filed = Counter((d.label, PurePath(d.path).name) for d in drafts)
    for draft in drafts:
        path = PurePath(draft.path)
        tail = path.name if filed[draft.label, path.name] == 1 else f"{path.parent.name}/{path.name}"
        alone = named[draft.label] == 1 or (reports[draft.label] == 1 and draft.readable and not draft.foreign)
        yield draft if alone else replace(draft, label=f"{draft.label} ({tail})")


def unnamed(cohort: Cohort) -> int:
    """How many drafts do not say whose they are."""
    from ..exporters.html_mask import nameless

    results = (cohort.load(d) for d in cohort.drafts if d.readable)
    return sum(isinstance(r, Assessment) and nameless(r.outline) for r in results)
