"""Save the corpus's Word drafts in every other format and list what changes: ``compare_formats.py [--docs docs/formats.md]``.

LibreOffice writes them; outline (number and title of every heading), verdicts and findings are held against the Word file's.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation_tables import put

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.model import Result, Template
from vnreport_nlp.readers.soffice import find_soffice

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FILTERS = {"doc": "doc", "odt": "odt", "rtf": "rtf", "pdf": "pdf", "html": "html", "txt": "txt:Text (encoded):UTF8"}
TEMPLATES = {"drafts": None, "annual": CORPUS / "templates" / "bao-cao-nam-xa.yaml"}


@dataclass(frozen=True)
class Change:
    """What a draft in another format says otherwise than its Word file."""

    draft: str
    kind: str
    numbers: int
    """Headings whose number path differs, or that one side has alone."""
    titles: int
    """Headings with the same path and other words."""
    verdicts: tuple[str, ...]
    """``III.1 covered → unheaded`` for every verdict that differs."""
    rules: tuple[str, ...]
    """Rules whose findings are more (+) or fewer (-)."""

    @property
    def same(self) -> bool:
        """Whether outline and verdicts are the same; findings may differ."""
        return not (self.numbers or self.titles or self.verdicts)


def save(sources: Sequence[Path], folder: Path) -> None:
    """Every draft in every format, one run of LibreOffice for each format."""
    soffice = find_soffice()
    if not soffice:
        raise SystemExit("LibreOffice is not here")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for how in FILTERS.values():
        command = [soffice, profile, "--headless", "--convert-to", how, "--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, capture_output=True, timeout=300, check=False, env={**os.environ, "HOME": str(folder)})


def template_of(source: Path) -> Template:
    """The outline that a corpus draft answers to."""
    path = TEMPLATES[source.parent.name]
    return load_template(str(path)) if path else load_template()


def change(first: Result, other: Result, *, draft: str, kind: str) -> Change:
    """What differs between two results of one draft."""
    before, after = ([(s.number, s.title) for s in r.outline.sections] for r in (first, other))
    paths = Counter(n for n, _ in before), Counter(n for n, _ in after)
    numbers = max((paths[0] - paths[1]).total(), (paths[1] - paths[0]).total())
    titles = sum(a != b for a, b in zip(before, after, strict=True)) if not numbers and len(before) == len(after) else 0
    now = {v.requirement: v.status for v in other.verdicts}
    verdicts = [
        f"{v.requirement} {v.status} → {now[v.requirement]}" for v in first.verdicts if now[v.requirement] != v.status
    ]
    found = Counter(f.rule for f in first.findings), Counter(f.rule for f in other.findings)
    rules = [f"+{r}" for r in sorted((found[1] - found[0]).elements())]
    rules += [f"-{r}" for r in sorted((found[0] - found[1]).elements())]
    return Change(draft, kind, numbers, titles, tuple(verdicts), tuple(rules))


def compare(sources: Sequence[Path], folder: Path) -> list[Change]:
    """All changes of these drafts, saved in a folder before."""
    found = []
    for source in sources:
        template = template_of(source)
        first = assess(read(source), template)
        for kind in FILTERS:
            other = assess(read(folder / f"{source.stem}.{kind}"), template)
            found.append(change(first, other, draft=source.stem, kind=kind))
    return found


def table(changes: Sequence[Change]) -> str:
    """How many drafts of each format are the same, then every change."""
    rows = ["| saved as | drafts | same outline and verdicts | same findings too |", "| --- | --- | --- | --- |"]
    for kind in FILTERS:
        own = [c for c in changes if c.kind == kind]
        rows.append(
            f"| {kind} | {len(own)} | {sum(c.same for c in own)} | {sum(c.same and not c.rules for c in own)} |"
        )
    rows += [
        "",
        "| draft | saved as | numbers | titles | verdicts | findings |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for c in changes:
        if not c.same or c.rules:
            rows.append(
                f"| {c.draft} | {c.kind} | {c.numbers} | {c.titles} | {'; '.join(c.verdicts)} | {' '.join(c.rules)} |"
            )
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=Path, help="page whose table is replaced")
    args = parser.parse_args()
    sources = sorted(CORPUS.glob("*/*.docx"))
    with tempfile.TemporaryDirectory() as folder:
        save(sources, Path(folder))
        made = table(compare(sources, Path(folder)))
    if args.docs:
        put(args.docs, "formats", made)
    else:
        print(made)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
