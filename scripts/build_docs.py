"""Write the pages of docs/reference that come from the code: ``build_docs.py [--check]``; also the hook of mkdocs.

``--check`` writes nothing and fails when a page lags behind.
"""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WIDTH = 100
NOTE = "<!-- Written by scripts/build_docs.py; change the code instead. -->\n"
MODEL = {
    "Reading": ("Document", "Paragraph", "Footnote", "Span", "Location", "ReadWarning"),
    "Outline and template": ("Outline", "Section", "Metadata", "Template", "Requirement", "Indicator"),
    "Assessment": ("Assessment", "Alignment", "Link", "Verdict", "Coverage", "Unreadable"),
    "Findings": ("Finding", "Place", "Message", "Rule", "Decision"),
}


def on_config(config: Any) -> Any:
    """mkdocs: leave pages out of the menu that are not written yet."""
    config["nav"] = [entry for entry in map(_present, config["nav"]) if entry]
    return config


def _present(entry: Any) -> Any:
    if isinstance(entry, str):
        return entry if (DOCS / entry).is_file() else None
    kept = {}
    for title, target in entry.items():
        if isinstance(target, list):
            inner = [e for e in map(_present, target) if e]
            if inner:
                kept[title] = inner
        elif (DOCS / target).is_file():
            kept[title] = target
    return kept or None


def _helps(command: Any, name: str, parent: Any = None) -> Iterator[tuple[str, str]]:
    import click

    with click.Context(
        command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
    ) as context:
        context.help_option_names = ["-h", "--help"]
        yield context.command_path, command.get_help(context)
        if isinstance(command, click.Group):
            for child in command.list_commands(context):
                found = command.get_command(context, child)
                if found is not None:
                    yield from _helps(found, child, context)


def cli_page() -> str:
    """Every command's ``--help``, in English."""
    from vnreport_nlp.cli.main import LazyGroup

    out = [
        NOTE,
        "# Command line\n",
        "What `--help` prints, in English (`--lang en`). Settings and exit codes: [Settings](settings.md).\n",
    ]
    for path, text in _helps(LazyGroup("en"), "vnreport"):
        out.append(f"## {path}\n\n```text\n{text.rstrip()}\n```\n")
    return "\n".join(out)


def rules_page() -> str:
    """Every rule with its text, from ``vnreport_nlp/data/rules``."""
    from vnreport_nlp.model import RULES
    from vnreport_nlp.resources import data_path

    out = [
        NOTE,
        "# Rules\n",
        "Ids are a public promise. `vnreport explain RULE` prints the same in the reviewer's language.\n",
    ]
    out += ["| rule | name | severity | by default |", "| --- | --- | --- | --- |"]
    out += [f"| {r.id} | {r.name} | {r.severity} | {'on' if r.enabled else 'off'} |" for r in RULES.values()]
    source = data_path("rules", "rules.en.json")
    if source.is_file():
        texts: dict[str, dict[str, str]] = json.loads(source.read_text(encoding="utf-8"))
        heads = {
            "what": "What",
            "why": "Why",
            "wrong": "Wrong",
            "right": "Right",
            "fix": "Cure",
            "regulation": "Regulation",
        }
        for rule in RULES.values():
            text = texts.get(rule.id)
            if text is None:
                continue
            out.append(f"\n## {rule.id} {rule.name}\n\n**{text.get('title', '')}** ({rule.severity})\n")
            out += [f"- **{head}:** {_inline(text[key])}" for key, head in heads.items() if text.get(key)]
    return "\n".join(out).rstrip() + "\n"


def _inline(text: str) -> str:
    return " ".join(text.replace("<", "&lt;").replace("_", "\\_").replace("*", "\\*").replace("[", "\\[").split())


def _doc(thing: object) -> str:
    return (inspect.getdoc(thing) or "").replace("``", "`")


def _signature(thing: Any) -> str:
    text = re.sub(r"<object object at \w+>", "…", str(inspect.signature(thing)))
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", text)


def python_page() -> str:
    """The front door, then the data it returns."""
    import vnreport_nlp
    from vnreport_nlp import errors, model
    from vnreport_nlp.assess import RuleSet
    from vnreport_nlp.readers import Limits, ReadOptions

    out = [
        NOTE,
        "# Python API\n",
        "`from vnreport_nlp import …`; the package is typed (`py.typed`).\n",
        "## Functions\n",
    ]
    for name in vnreport_nlp.__all__:
        thing = getattr(vnreport_nlp, name)
        if not isinstance(thing, type):
            out.append(f"### {name}\n\n```python\n{name}{_signature(thing)}\n```\n\n{_doc(thing)}\n")
    out.append("## Errors\n")
    for kind in (errors.VnReportError, errors.ReadError, errors.TemplateError, errors.UsageError, errors.ModelError):
        out.append(f"### {kind.__name__}\n\n{_doc(kind)}\n")
    out.append("## Options\n")
    for kind in (RuleSet, ReadOptions, Limits):
        out.append(_type(kind, kind.__module__))
    for title, names in MODEL.items():
        out.append(f"## {title}\n")
        out += [_type(getattr(model, name), "vnreport_nlp.model") for name in names]
    return "\n".join(out).rstrip() + "\n"


def _type(kind: Any, module: str) -> str:
    lines = [f"### {kind.__name__}\n\n`{module}.{kind.__name__}`\n\n{_doc(kind)}\n"]
    fields = [f for f in getattr(kind, "__dataclass_fields__", {}).values() if not f.name.startswith("_")]
    if fields:
        lines += ["| field | type |", "| --- | --- |"]
        lines += [f"| `{f.name}` | `{str(f.type).replace('|', chr(92) + '|')}` |" for f in fields]
        lines.append("")
    members = [(n, m) for n, m in vars(kind).items() if not n.startswith("_") and _doc_of(m)]
    lines += [f"- `{n}`: {_doc_of(m)}" for n, m in members]
    return "\n".join(lines) + "\n"


def _doc_of(member: Any) -> str:
    if (
        isinstance(member, property)
        or inspect.isfunction(member)
        or isinstance(member, classmethod)
        or hasattr(member, "func")
    ):
        return " ".join(_doc(member).split("\n\n")[0].split())
    return ""


def json_page() -> str:
    """The fields of every schema."""
    out = [
        NOTE, "# JSON\n",
        "The schemas lie in `vnreport_nlp/data/schemas` (JSON Schema 2020-12), and tests hold real output against them. Absent values are `null`. A `location` is\n"
        "`{\"line\", \"page\", \"paragraph\", \"footnote\"}`; numbers count from 1, and `line` is the line of the source for text formats.\n",
    ]  # fmt: skip
    for path in sorted((ROOT / "vnreport_nlp" / "data" / "schemas").glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        name = schema["properties"].get("schema", {}).get("const", path.stem)
        out.append(f"## {name}\n\n{schema.get('title', '')} (`{path.name}`)\n")
        out.append(_fields(schema))
        for part, inner in schema.get("$defs", {}).items():
            if "properties" in inner:
                out.append(f"### {part} in {name}\n\n{_fields(inner)}")
    return "\n".join(out).rstrip() + "\n"


def _fields(schema: dict[str, Any]) -> str:
    rows = ["| field | type | always |", "| --- | --- | --- |"]
    for name, inner in schema["properties"].items():
        rows.append(f"| `{name}` | {_kind(inner)} | {'yes' if name in schema.get('required', ()) else 'no'} |")
    return "\n".join(rows) + "\n"


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return ", ".join(f"`{v}`" for v in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_kind(s) for s in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("type", "any"))


FAMILIES = {
    "structure": "S: structure", "figures": "F: figures", "citations": "C: citations", "periods": "P: periods", "units": "U: units",
    "wording": "T: wording", "form": "D: form", "": "Shared by several families",
}  # fmt: skip
"""Folders of ``vnreport_nlp/checks``; structure is one file."""


def checks_page() -> str:
    """Every file of ``vnreport_nlp/checks``: what it is for, which rules it tells, who calls it."""
    folder = ROOT / "vnreport_nlp" / "checks"
    paths = [p for p in sorted(folder.rglob("*.py")) if p != folder / "__init__.py"]
    sources = {_check_name(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in paths}
    uses = {name: _uses(p.relative_to(folder), sources) for name, p in zip(sources, paths, strict=True)}
    out = [
        NOTE, "# Map of the checks\n",
        "A check is one folder a family: the entry in its `__init__.py` (`check(context) -> findings`, declared in `pyproject.toml`) and the files that it calls. Names are paths below "
        "`vnreport_nlp/checks`. To change what a rule finds, look the rule up here, read the file's head, and run its family's cases before and after: `python scripts/evaluate_cases.py --family figures --show`. Cases are in `corpus/cases`, tests in "
        "`tests/test_checks.py` and its neighbours. R601 (shared passages) is told by `vnreport_nlp/batch/shared.py` (`gathered.py`: what is one passage, `passage_words.py`: its words), S110 by `vnreport_nlp/assess/run.py`.\n",
    ]  # fmt: skip
    for family, title in FAMILIES.items():
        out += [f"## {title}\n", "| file | tells | what | called by |", "| --- | --- | --- | --- |"]
        for name, source in sources.items():
            if _family(name) == family:
                callers = ", ".join(f"`{n}`" for n in sources if name in uses[n]) or ("entry" if name == family else "")
                head = (ast.get_docstring(ast.parse(source)) or "").split("\n")[0]
                rules = sorted({*re.findall(r'"([SFCPUTD]\d{3})"', source), *re.findall(r"\b[SFCPUTD]\d{3}\b", head)})
                what = _inline(head.replace("``", "`"))
                out.append(f"| `{name}` | {', '.join(rules)} | {what} | {callers} |")
        out.append("")
    return "\n".join(out).rstrip() + "\n"


def _family(name: str) -> str:
    first = name.split("/")[0]
    return first if first in FAMILIES else ""


def _check_name(path: Path) -> str:
    """``figures/sums.py`` → ``figures/sums``, ``figures/__init__.py`` → ``figures``."""
    return path.with_suffix("").as_posix().removesuffix("/__init__")


def _uses(path: Path, sources: dict[str, str]) -> set[str]:
    """The files of the checks that one of them imports."""
    found = set()
    for node in ast.walk(ast.parse(sources[_check_name(path)])):
        if isinstance(node, ast.ImportFrom) and 0 < node.level <= len(path.parts):
            base = [*path.parts[: len(path.parts) - node.level], *(node.module or "").split(".")]
            whole = "/".join(part for part in base if part)
            found |= {whole} if node.module else {f"{whole}/{alias.name}".lstrip("/") for alias in node.names}
    return found & sources.keys()


def pages() -> dict[str, str]:
    """Page → text."""
    os.environ.pop("VNREPORT_LANG", None)
    return {
        "cli": cli_page(),
        "rules": rules_page(),
        "python": python_page(),
        "json": json_page(),
        "checks": checks_page(),
    }


def main(argv: list[str]) -> int:
    sys.path.insert(0, str(ROOT))
    stale = 0
    for name, text in pages().items():
        path = DOCS / "reference" / f"{name}.md"
        if "--check" not in argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)} lags behind: run scripts/build_docs.py")
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
