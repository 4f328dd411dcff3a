"""Write everything a batch gives: pages, workbook, letters, annotated drafts, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..assess import RuleSet
from ..decisions import apply, read_decisions
from ..exporters import annotated, html, letters, xlsx
from ..exporters.batch_json import batch_chunks
from ..model import Cohort, Decision, Template
from ..readers import ReadOptions
from .ledger import Ledger, read_ledger
from .run import BatchOptions, Progress, open_batch


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What the last line of the command says."""

    drafts: int
    unreadable: int
    errors: int
    index: Path


def write_batch(
    paths: Sequence[str],
    folder: Path,
    template: Template,
    *,
    rules: RuleSet | None = None,
    read_options: ReadOptions | None = None,
    options: BatchOptions | None = None,
    progress: Progress | None = None,
    decisions: str | None = None,
    previous: str | None = None,
    lang: str = "vi",
    single_file: bool = False,
    letterhead: str | None = None,
) -> BatchSummary:
    """Assess the drafts and write the report into ``folder``; every file is written beside and moved into place."""
    given: tuple[Decision, ...] = read_decisions(Path(decisions)) if decisions else ()
    ledger = read_ledger(Path(previous)) if previous else None
    options = options or BatchOptions()
    amend = partial(apply, decisions=given) if given else None
    with open_batch(
        paths, folder, template, rules=rules, read_options=read_options, options=options, progress=progress, amend=amend
    ) as cohort:
        html.export(cohort, folder, lang=lang, anonymise=options.anonymise, single_file=single_file)
        xlsx.export(cohort, folder / "matrix.xlsx", lang=lang, anonymise=options.anonymise)
        if not options.anonymise:
            letters.export(cohort, folder / "letters", lang=lang, letterhead=Path(letterhead) if letterhead else None)
            annotated.export(cohort, folder / "annotated", lang=lang)
        _write_json(cohort, folder / "results.json", lang, ledger)
        bad = [d for d in cohort.drafts if not d.readable]
        errors = sum(d.counts[0] for d in cohort.drafts)
    return BatchSummary(len(cohort.drafts), len(bad), errors, folder / "index.html")


def _write_json(cohort: Cohort, path: Path, lang: str, ledger: Ledger | None) -> None:
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="utf-8", newline="\n") as stream:
        for chunk in _with_ledger(batch_chunks(cohort, lang), cohort, ledger, lang):
            stream.write(chunk)
    Path(beside).replace(path)


def _with_ledger(chunks: Iterator[str], cohort: Cohort, ledger: Ledger | None, lang: str) -> Iterator[str]:
    if ledger is None:
        yield from chunks
        return
    from ..exporters.json import dumps

    last = ""
    for chunk in chunks:
        yield last
        last = chunk
    yield last.rstrip().removesuffix("}") + ',\n"revisions": ' + dumps(ledger.against(cohort)) + "\n}\n"
