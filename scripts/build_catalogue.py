"""Extract every message, merge it into the English catalogue, compile it: ``build_catalogue.py [--check]``.

Calls of ``msg``, ``translate``, ``t`` and ``_`` are found in the syntax tree of a module (Babel's own reader of Python takes a
subscript ``t["name"]`` for a call in some versions) and by Babel in a page; strings that reach a call through a table or through
``help=`` of an option are found here too. ``--check`` writes nothing and fails when the catalogue lags behind the code.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "vnreport_nlp"
PO = PACKAGE / "data" / "locale" / "en" / "LC_MESSAGES" / "vnreport.po"
MO = PO.with_suffix(".mo")
KEYWORDS = dict.fromkeys(("msg", "translate", "t", "_"))
TABLES = frozenset({"SHORT", "OPTIONAL", "LABELS"})
"""Module-level dictionaries whose Vietnamese values are translated where they are used."""
HEADER = "# English catalogue of vnreport; the source language is Vietnamese.\n# Made by scripts/build_catalogue.py.\n"


def is_vietnamese(text: str) -> bool:
    """Whether a string has a letter outside ASCII that Vietnamese uses."""
    return any(c.isalpha() and ord(c) > 127 for c in text)


def _literals(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value


def table_strings(source: str) -> Iterator[str]:
    """Strings of the known tables and of ``help=`` in calls of ``option``; constants that JavaScript needs come by ``_``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named = any(isinstance(t, ast.Name) and t.id in TABLES for t in targets)
            if named and isinstance(node.value, ast.Dict):
                for value in node.value.values:
                    yield from (s for s in _literals(value) if is_vietnamese(s))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "option":
            for keyword in node.keywords:
                if keyword.arg == "help":
                    yield from _literals(keyword.value)


def call_strings(source: str) -> Iterator[str]:
    """First argument of each call of a keyword in Python; a call without a literal has none."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in KEYWORDS:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                yield first.value


def _name(func: ast.expr) -> str:
    return str(getattr(func, "id", getattr(func, "attr", "")))


def page_strings(source: bytes) -> Iterator[str]:
    """First argument of each call of a keyword in a page template."""
    for _line, found, _comments, _context in extract(
        "jinja2", BytesIO(source), KEYWORDS, options={"encoding": "utf-8"}
    ):
        text = found if isinstance(found, str) else next((f for f in found if f), "")
        if text:
            yield text


def messages() -> dict[str, list[str]]:
    """Every message with the files that use it, in a stable order."""
    out: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        source = path.read_text(encoding="utf-8")
        found = {*call_strings(source), *table_strings(source)}
        if "<!doctype" in source and ("{{ _(" in source or "{{ t(" in source):  # a page template inside a module
            found |= set(page_strings(path.read_bytes()))
        for text in found:
            out.setdefault(text, []).append(name)
    for path in sorted((PACKAGE / "data" / "html").glob("*.html")):
        for text in set(page_strings(path.read_bytes())):
            out.setdefault(text, []).append(path.relative_to(ROOT).as_posix())
    return {text: sorted(set(out[text])) for text in sorted(out)}


def translations() -> dict[str, str]:
    """What the .po already says."""
    if not PO.is_file():
        return {}
    with PO.open("rb") as stream:
        return {str(m.id): str(m.string) for m in read_po(stream, locale="en") if m.id and m.string}


class English(Catalog):
    """A catalogue whose header has no date and no tool version: the same messages give the same bytes."""

    mime_headers = property(
        lambda self: [("Project-Id-Version", "vnreport"), ("Content-Type", "text/plain; charset=utf-8"), ("Language", "en"),
                      ("Content-Transfer-Encoding", "8bit"), ("Plural-Forms", "nplurals=2; plural=(n != 1);")],
        Catalog.mime_headers.fset,
    )  # fmt: skip


def build(known: dict[str, str]) -> tuple[bytes, bytes]:
    """Bytes of .po and .mo: sorted, without dates, so that the same messages give the same files."""
    catalogue = English(locale="en", charset="utf-8", header_comment=HEADER.rstrip("\n"), fuzzy=False)
    for text, files in messages().items():
        catalogue.add(
            text,
            known.get(text, ""),
            locations=[(name, 0) for name in files],
            flags=["python-brace-format"] if "{" in text else [],
        )
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalogue, width=120, sort_output=True, include_lineno=False)
    write_mo(mo, catalogue)
    return po.getvalue(), mo.getvalue()


def main(argv: list[str]) -> int:
    known = translations()
    po, mo = build(known)
    missing = [text for text in messages() if not known.get(text)]
    if "--check" in argv:
        stale = PO.read_bytes() != po or MO.read_bytes() != mo
        for text in missing:
            print(f"no English: {text!r}")
        if stale:
            print("the catalogue lags behind: run scripts/build_catalogue.py")
        return int(stale or bool(missing))
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po)
    MO.write_bytes(mo)
    print(f"{len(messages())} messages, {len(missing)} without English")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
