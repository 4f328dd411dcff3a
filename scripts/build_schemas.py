"""Write the JSON Schemas of everything vnreport reads and prints: ``build_schemas.py [--check]``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnreport_nlp.model import SEVERITIES, STATUSES  # noqa: E402
from vnreport_nlp.template.load import TemplateFile  # noqa: E402

FOLDER = ROOT / "vnreport_nlp" / "data" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
FLAG: Schema = {"type": "boolean"}
DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{16}$"}


def maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def many(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def record(fields: Schema, *, optional: Schema | None = None) -> Schema:
    """An object with exactly these fields."""
    return {
        "type": "object", "properties": {**fields, **(optional or {})}, "required": list(fields), "additionalProperties": False,
    }  # fmt: skip


NUMBER = maybe({"type": "integer", "minimum": 1})
WARNING = record({"code": TEXT, "detail": TEXT})
FINDING: Schema = {
    "rule": {"type": "string", "pattern": "^[A-Z]+[0-9]+$"}, "name": TEXT, "severity": {"enum": list(SEVERITIES)},
    "requirement": maybe(TEXT), "message": TEXT, "need": TEXT, "found": TEXT, "fix": TEXT, "location": ref("location"), "quote": TEXT,
    "places": many(ref("place")), "fingerprint": DIGEST, "waived": FLAG,
    "decision": maybe(record({"action": {"enum": ["accept", "waive", "reopen"]}, "reason": TEXT, "name": TEXT})),
}  # fmt: skip
DEFS: Schema = {
    "location": record({"line": NUMBER, "page": NUMBER, "paragraph": NUMBER, "footnote": maybe(TEXT)}),
    "place": record({"location": ref("location"), "quote": TEXT, "score": maybe({"type": "number"})}, optional={"why": TEXT}),
    "section": record({"number": TEXT, "marker": TEXT, "title": TEXT, "location": ref("location")}),
    "finding": record(FINDING),
    "coverage": record(
        {**dict.fromkeys(("full", "partial", "missing", "excused"), COUNT), "percent": {"type": "integer", "minimum": 0, "maximum": 100}}
    ),
    "requirement": record(
        {
            "number": TEXT, "title": TEXT, "required": FLAG, "status": {"enum": list(STATUSES)}, "confidence": SHARE, "review": FLAG,
            "rung": {"enum": ["number", "title", "alias", "topic", "content", "parent", "none"]}, "why": TEXT, "syllables": COUNT,
            "sections": many(ref("section")), "evidence": many(ref("place")), "searched": many(ref("place")),
        }
    ),
    "readable": record(
        {
            "path": TEXT, "unit": maybe(TEXT), "title": TEXT, "readable": {"const": True}, "foreign": FLAG, "format": TEXT,
            "warnings": many(WARNING), "coverage": ref("coverage"), "requirements": many(ref("requirement")),
            "findings": many(ref("finding")), "extra_sections": many(ref("section")), "signature": DIGEST,
        },
        optional={"letter": many(DIGEST)},
    ),
    "unreadable": record({"path": TEXT, "readable": {"const": False}, "code": TEXT, "reason": TEXT, "hint": TEXT}),
    "draft": {"oneOf": [ref("readable"), ref("unreadable")]},
}  # fmt: skip


def top(
    name: str, title: str, fields: Schema, defs: tuple[str, ...], optional: Schema | None = None, **more: Schema
) -> Schema:
    body = record({"schema": {"const": name}, **fields}, optional=optional)
    return {"$schema": DIALECT, "title": title, **body, "$defs": {d: DEFS[d] for d in defs} | more}


# Long because: the schemas are literals.
def schemas() -> dict[str, Schema]:
    """File name → schema."""
    template = record({"id": TEXT, "title": TEXT})
    run = {"template": template, "signature": DIGEST, "drafts": many(ref("draft"))}
    leftover = record({"path": TEXT, **FINDING})
    figure = record(
        {
            "indicator": TEXT,
            "path": TEXT,
            "value": maybe({"type": "number"}),
            "review": FLAG,
            "evidence": maybe(ref("place")),
        }
    )
    shared = record(
        {
            "left": TEXT, "right": TEXT, "left_location": ref("location"), "right_location": ref("location"), "syllables": COUNT,
            "similarity": SHARE, "quote": TEXT, "right_quote": TEXT, "cluster": COUNT, "source": maybe(TEXT),
            "left_share": SHARE, "right_share": SHARE,
        }
    )  # fmt: skip
    move = record(
        {
            "number": TEXT,
            "was": TEXT,
            "now": TEXT,
            "change": {"enum": ["fixed", "partly fixed", "newly broken", "changed"]},
        }
    )
    revision = record(
        {
            "unit": TEXT,
            "path": TEXT,
            "fixed": many(DIGEST),
            "open": many(DIGEST),
            "new": many(DIGEST),
            "requirements": many(move),
        }
    )
    tree = record(
        {
            "number": TEXT, "marker": TEXT, "title": TEXT, "level": {"type": "integer", "minimum": 1}, "location": ref("location"),
            "syllables": COUNT, "children": many(ref("tree")),
        }
    )  # fmt: skip
    words = dict.fromkeys(
        ("body", "level", "superior", "symbol", "place", "date", "subject", "congress", "kind"), maybe(TEXT)
    )
    metadata = record(
        {
            **words,
            "draft": FLAG,
            "format": TEXT,
            "encoding": TEXT,
            "ocr": FLAG,
            "quality": SHARE,
            "warnings": many(WARNING),
        }
    )
    note = record({"number": TEXT, "reference": maybe(ref("location")), "location": ref("location"), "text": TEXT})
    pair = record(
        {
            "change": {"enum": ["same", "edited", "moved", "moved and edited", "added", "removed"]}, "left": maybe(TEXT),
            "right": maybe(TEXT), "title": TEXT, "similarity": SHARE, "left_location": maybe(ref("location")),
            "right_location": maybe(ref("location")),
            "pieces": many(record({"op": {"enum": ["equal", "insert", "delete"]}, "text": TEXT})),
        }
    )  # fmt: skip
    decision = record(
        {
            "unit": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{8,64}$"},
            "action": {"enum": ["accept", "waive", "reopen"]},
        },
        optional={"reason": TEXT, "name": TEXT, "at": TEXT, "rule": TEXT, "requirement": TEXT, "message": TEXT},
    )
    indicator = record(
        {"id": TEXT, "title": TEXT, "unit": TEXT, "total": FLAG, "period": {"enum": ["term", "year", "now", None]}}
    )
    every = tuple(DEFS)
    return {
        "check.json": top("vnreport.check/1", "vnreport check --format json", run, every),
        "batch.json": top(
            "vnreport.batch/1", "results.json of vnreport batch",
            {**run, "indicators": many(indicator), "figures": many(figure), "reuse": many(shared), "leftovers": many(leftover),
             "twins": many(record({"paths": many(TEXT), "identical": FLAG, "organs": FLAG}, optional={"copies": many(many(TEXT))}))},
            every, optional={"revisions": many(revision)},
        ),
        "outline.json": top(
            "vnreport.outline/1", "vnreport outline --format json",
            {"path": TEXT, "unit": maybe(TEXT), "title": TEXT, "metadata": metadata, "sections": many(ref("tree")), "footnotes": many(note)},
            ("location",), tree=tree,
        ),
        "compare.json": top(
            "vnreport.compare/1", "vnreport compare --format json", {"left": TEXT, "right": TEXT, "sections": many(pair)}, ("location",)
        ),
        "decisions.json": top("vnreport.decisions/1", "decisions exported from a report page", {"decisions": many(decision)}, ()),
        "template.json": {"$schema": DIALECT, **TemplateFile.model_json_schema(), "title": "A vnreport template (.yaml)"},
    }  # fmt: skip


def main(argv: list[str]) -> int:
    stale = 0
    for name, schema in schemas().items():
        path, text = FOLDER / name, json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        if "--check" not in argv:
            FOLDER.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)} lags behind: run scripts/build_schemas.py")
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
