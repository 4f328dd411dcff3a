"""Write everything a batch gives: pages, workbook, letters, annotated drafts, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ..assess import RuleSet
from ..decisions import apply, read_all, settled
from ..errors import UsageError
from ..exporters.entries import EntryOf
from ..model import Cohort, Decision, Template, msg
from ..readers import ReadOptions
from ..readers.programs import scratch
from ..whole import beside
from .cache import FILE as CACHE
from .divide import spare_letters, write_units
from .entries import Entries
from .guests import check_names, export_guests
from .ledger import Ledger, read_ledger
from .receipt import (
    begin,
    copy_stamps,
    good,
    letter_stamps,
    page_stamps,
    run_key,
    sign,
    still_good,
    unit_files,
    unit_stamps,
    written_before,
)
from .run import BatchOptions, Progress, draft_keys, open_batch, unnamed
from .sound import refuse_links, refuse_own, require_room, sound
from .stale import Cleared, clear_stale, make_room, set_aside
from .tasks import for_once


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What the last line of the command says."""

    drafts: int
    unreadable: int
    errors: int
    index: Path
    foreign: int = 0
    twins: int = 0
    """Units with more than one file."""
    cleared: Cleared = field(default_factory=Cleared)
    """Files of earlier runs that the report no longer has."""
    unnamed: int = 0
    """Drafts of an anonymous report whose unit's name was not found."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Slugs of units whose letters, annotated copies and pages stay as they are."""

    letters: frozenset[str]
    annotated: frozenset[str]
    pages: frozenset[str]


# Long because: each of its options is a line; it is the one call behind ``vnreport batch``.
def write_batch(
    paths: Sequence[str],
    folder: Path,
    template: Template,
    *,
    rules: RuleSet | None = None,
    read_options: ReadOptions | None = None,
    options: BatchOptions | None = None,
    progress: Progress | None = None,
    decisions: str | Sequence[str] | None = None,
    previous: str | None = None,
    lang: str = "vi",
    single_file: bool = False,
    letterhead: str | None = None,
    others: Sequence[str] = (),
    outlines: Sequence[str] = (),
) -> BatchSummary:
    """Assess the drafts and write the report into ``folder``; every file is written beside and moved into place.

    Nothing is done when the last run had the same drafts and settings and all that it wrote is still there.
    """
    options = replace(options or BatchOptions(), earlier=Path(previous) if previous else None)
    check_names(options.exporters, anonymise=options.anonymise)
    if options.anonymise and (folder / CACHE).exists():
        raise UsageError(
            msg("Thư mục {path} đã có báo cáo ghi tên đơn vị.", path=folder),
            msg("Khi dùng --anonymise, chọn thư mục khác cho -o."),
        )
    if options.letters == "confirmed" and not decisions:
        raise UsageError(
            msg("Công văn chỉ nêu phát hiện đã xác nhận thì phải có tệp ý kiến."),
            msg("Thêm --decisions và tệp ý kiến, hoặc bỏ --letters confirmed."),
        )
    refuse_links(folder)
    refuse_own(folder, previous)
    if letterhead:
        from ..exporters.letterhead import require_letterhead

        require_letterhead(Path(letterhead))
    files = (decisions,) if isinstance(decisions, str) else tuple(decisions or ())
    keys = draft_keys(paths, template, rules, read_options)
    key = run_key(
        keys,
        (
            options.anonymise,
            options.peers,
            lang,
            single_file,
            options.exporters,
            options.letters,
            *others,
            *map("outline {}".format, outlines),
        ),
        (*files, previous, letterhead),
    )
    numbers = still_good(folder, key) if options.resume else None
    cleared = Cleared()
    if numbers is None:
        given: tuple[Decision, ...] = settled(read_all(files)[0], paths)
        ledger = read_ledger(Path(previous)) if previous else None
        amend = partial(apply, decisions=given) if given else None
        require_room(folder)
        with (
            _memory(folder, options) as memory,
            sound(memory),
            open_batch(
                paths,
                memory,
                template,
                rules=rules,
                read_options=read_options,
                options=options,
                progress=progress,
                amend=amend,
                keys=keys,
            ) as opened,
        ):
            cohort = replace(opened, others=tuple(others), outlines=tuple(outlines))
            cohort = cohort if ledger is None else replace(cohort, revisions=ledger.revisions(cohort))
            common = (
                lang,
                run_key({}, (), (*files, letterhead)),
                cohort.signature if options.peers else "",
                options.peers,
                options.letters,
            )
            units = unit_stamps(cohort, keys, common)
            stamps = {
                "letters": letter_stamps(cohort, keys, (*common, cohort.state), decided=bool(given)),
                "annotated": copy_stamps(cohort, keys, common),
                "pages": page_stamps(cohort, units, (options.anonymise, single_file)),
            }
            kept = _kept(folder, stamps, options)
            before = written_before(folder)
            early = clear_stale(folder, before, _possible(cohort))
            own = set_aside(folder, before, _pages(cohort, options, single_file=single_file))
            aside, removed = make_room(folder, before, _word_and_excel(cohort, kept))
            begin(folder, _possible(cohort))
            known = {d.slug: (keys[d.path], units[d.slug]) for d in cohort.drafts}
            entries = Entries(memory / CACHE, known, lang, confirmed=options.letters == "confirmed")
            written = _write(
                cohort, folder, options, entries, ledger, kept, single_file=single_file, letterhead=letterhead
            )
            late = clear_stale(folder, written_before(folder), written)
            cleared = Cleared(
                early.deleted + late.deleted + len(removed - written),
                tuple(sorted({*early.edited, *late.edited})),
                (*own, *aside),
            )
            numbers = {
                "drafts": len(cohort.drafts),
                "unreadable": sum(not d.readable for d in cohort.drafts),
                "errors": sum(d.counts[0] for d in cohort.drafts),
                "foreign": sum(d.foreign for d in cohort.drafts),
                "twins": sum(not t.organs for t in cohort.twins),
                "unnamed": unnamed(cohort) if options.anonymise else 0,
            }
        # a failure that may pass is no reason to do nothing the next time
        sign(folder, "" if any(map(for_once, cohort.drafts)) else key, numbers, stamps, written)
    return BatchSummary(
        numbers["drafts"], numbers["unreadable"], numbers["errors"], folder / "index.html", numbers.get("foreign", 0),
        numbers.get("twins", 0), cleared, numbers.get("unnamed", 0),
    )  # fmt: skip


@contextmanager
def _memory(folder: Path, options: BatchOptions) -> Iterator[Path]:
    """Where the drafts' texts are kept: in the report's folder, but never beside an anonymous report."""
    if not options.anonymise:
        yield folder
        return
    with scratch() as temporary:
        yield temporary


def _kept(folder: Path, stamps: Mapping[str, Mapping[str, str]], options: BatchOptions) -> Kept:
    """What the last run wrote from the same; codes of an anonymous report say too little of its pages."""
    none = frozenset[str]()
    letters, annotated, pages = (good(folder, k, s) if options.resume else none for k, s in stamps.items())
    return Kept(letters, annotated, none if options.anonymise else pages)


def _possible(cohort: Cohort) -> Iterator[str]:
    """Names of all files that a run may write."""
    from ..exporters.html import page_names

    yield from ("reuse.html", "results.json", "matrix.xlsx", *page_names(cohort))
    for draft in cohort.drafts:
        yield from unit_files(draft.slug)


def _pages(cohort: Cohort, options: BatchOptions, *, single_file: bool) -> Iterator[str]:
    """Files that this run is about to write and in which nobody writes: those of that name that are not ours are somebody's own."""
    from ..exporters.html import page_names
    from ..exporters.html_mask import coded

    yield "results.json"
    yield from page_names(coded(cohort) if options.anonymise else cohort, single_file=single_file)


def _word_and_excel(cohort: Cohort, kept: Kept) -> Iterator[str]:
    """Files in which people write and which this run is about to write anew."""
    yield "matrix.xlsx"
    yield from (f"letters/{d.slug}.docx" for d in cohort.drafts if d.slug not in kept.letters)
    yield from (f"annotated/{d.slug}.docx" for d in cohort.drafts if d.slug not in kept.annotated)


def _write(
    cohort: Cohort, folder: Path, options: BatchOptions, entries: Entries, ledger: Ledger | None, kept: Kept, *,
    single_file: bool, letterhead: str | None,
) -> set[str]:  # fmt: skip
    """Everything but what is kept; the names of all files of the report."""
    from ..exporters import html, xlsx

    lang = entries.lang
    every = frozenset(d.slug for d in cohort.drafts)
    apart = every if not (options.anonymise or single_file) else frozenset[str]()
    if not options.anonymise:
        (folder / "letters").mkdir(exist_ok=True)
    new = entries.missing() if options.resume else every
    spare = spare_letters(cohort, lang=lang, confirmed=entries.confirmed)
    rest = write_units(
        cohort,
        folder,
        pages=apart - kept.pages,
        letters=frozenset() if options.anonymise else every - kept.letters - spare,
        annotated=frozenset() if options.anonymise else every - kept.annotated,
        lang=lang,
        letterhead=Path(letterhead) if letterhead else None,
        workers=options.workers if options.engine == "local" else 1,
        confirmed=options.letters == "confirmed",
        entries=entries.only(() if options.anonymise else new),
    )
    if apart:  # meanwhile
        html.export_requirements(cohort, folder, lang=lang)
    units = [name for names in rest for name in names]
    entry = None if options.anonymise else _entry_of(cohort, entries)
    xlsx.export(cohort, folder / "matrix.xlsx", lang=lang, anonymise=options.anonymise, entry=entry)
    _write_json(cohort, folder / "results.json", lang, ledger, anonymise=options.anonymise, entry=entry)
    export_guests(cohort, folder, options.exporters, lang=lang)
    held = [f"letters/{s}.docx" for s in kept.letters - spare] + [f"annotated/{s}.docx" for s in kept.annotated]
    same = [name for name in held if (folder / name).is_file()]
    pages = html.export(  # last: the index leads to what is there
        cohort, folder, lang=lang, anonymise=options.anonymise, single_file=single_file, kept=kept.pages | apart,
        requirements=not apart, confirmed=options.letters == "confirmed",
    )  # fmt: skip
    return {"results.json", "matrix.xlsx", *pages, *same, *units}


def _entry_of(cohort: Cohort, entries: Entries) -> EntryOf:
    """A draft's entry as it is kept, or anew."""
    return lambda draft: entries.find(draft) or entries.keep(draft, cohort.load(draft), cohort.revision_of(draft))


def _write_json(
    cohort: Cohort, path: Path, lang: str, ledger: Ledger | None, *, anonymise: bool, entry: EntryOf | None
) -> None:
    from ..exporters.batch_json import batch_chunks

    more = {} if ledger is None else {"revisions": ledger.against(cohort)}
    with beside(path) as place, place.open("w", encoding="utf-8", newline="\n") as stream:
        for chunk in batch_chunks(cohort, lang, anonymise=anonymise, more=more, entry=entry):
            stream.write(chunk)
