"""Build corpus/drafts, corpus/annual and corpus/outlines from their sources, or check them: build_corpus.py [--check] [FILE…]."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))
from corpus_docx import render_docx
from corpus_source import Source, SourceError, gold, parse, render_text, syllables

DEFAULT = "xdd-2020-2025"
ROOT = Path(__file__).parent.parent


def write(source, folder: Path) -> Path:
    """Write one draft and its gold; returns the draft's path."""
    fmt = source.meta["format"]
    folder.mkdir(parents=True, exist_ok=True)
    if fmt.startswith("docx"):
        path, where = folder / f"{source.name}.docx", None
        path.write_bytes(render_docx(source))
    else:
        path = folder / f"{source.name}.{fmt}"
        text, where = render_text(source, markdown=fmt == "md")
        path.write_text(text, encoding="utf-8", newline="\n")
    answer = json.dumps(gold(source, path.name, where), ensure_ascii=False, indent=1)
    (folder / f"{source.name}.gold.json").write_text(answer + "\n", encoding="utf-8", newline="\n")
    return path


def place(source: Source) -> str:
    """``drafts`` for the bundled default outline, ``annual`` for the second genre, ``outlines/NAME`` for an outline document."""
    template = source.meta["template"]
    if (ROOT / "corpus" / "outlines" / template).is_dir():
        return f"outlines/{template}"
    return "drafts" if template == DEFAULT else "annual"


def sources() -> list[Path]:
    """Every source of the corpus; those of outline documents lie beside their outline."""
    return sorted((ROOT / "corpus" / "sources").glob("*.src")) + sorted((ROOT / "corpus" / "outlines").glob("*/*.src"))


def stale(source: Source) -> bool:
    """Whether the gold file on disk is not what the source says."""
    found = ROOT / "corpus" / place(source) / f"{source.name}.gold.json"
    with TemporaryDirectory() as beside:
        write(source, Path(beside))
        wanted = (Path(beside) / found.name).read_bytes()
    if found.is_file() and found.read_bytes() == wanted:
        return False
    print(f"{found.relative_to(ROOT)} lags behind its source: run scripts/build_corpus.py", file=sys.stderr)
    return True


def main(argv: list[str]) -> int:
    only_check = "--check" in argv
    files = [Path(a) for a in argv if not a.startswith("--")] or sources()
    failed = 0
    for file in files:
        try:
            source = parse(file)
        except SourceError as error:
            print(error, file=sys.stderr)
            failed += 1
            continue
        if only_check:
            failed += stale(source)
        else:
            write(source, ROOT / "corpus" / place(source))
        heads = sum(i.kind == "heading" for i in source.items)
        print(f"{file.name}: {syllables(source)} syllables, {heads} headings, {len(source.defects)} defects")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
