"""SARIF 2.1.0: the findings for tools that read it; no clock, no absolute path."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from .. import __version__
from ..messages import render
from ..model import RULES, Assessment, Finding, Place, Result, Rule, Template, Unreadable
from ..rules import rule_texts
from ..whole import write_text
from .json import Json, dumps
from .tables import UNPLACED, safe

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
UNREADABLE = Rule("E001", "unreadable-draft", "error")
"""Not a rule of the checks: how an unreadable draft appears among results."""


def sarif_object(results: Sequence[Result], template: Template, lang: str = "vi") -> dict[str, Json]:
    """One run over all drafts; waived findings stay, marked as suppressed."""
    rules = [*RULES.values(), UNREADABLE]
    index = {r.id: k for k, r in enumerate(rules)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "vnreport",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(r, lang) for r in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "language": lang,
                "artifacts": [{"location": {"uri": _uri(_path(r))}} for r in results],
                "results": [x for k, r in enumerate(results) for x in _results(k, r, index, lang)],
                "properties": {"template": {"id": template.id, "title": template.title}},
            }
        ],
    }


def _rule(rule: Rule, lang: str) -> Json:
    told = rule_texts(lang).get(rule.id)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": told.title if told else rule.name},
        "fullDescription": {"text": told.what if told else rule.name},
        "defaultConfiguration": {"level": rule.severity, "enabled": rule.enabled},
    }


def _path(result: Result) -> str:
    return result.path if isinstance(result, Unreadable) else result.document.path


def _uri(path: str) -> str:
    """A relative reference; of an absolute path only the file's name."""
    pure = PurePath(path)
    return quote(pure.name if pure.is_absolute() else pure.as_posix())


def _results(artifact: int, result: Result, index: dict[str, int], lang: str) -> list[Json]:
    if isinstance(result, Unreadable):
        text = f"{render(result.message, lang)} {render(result.hint, lang)}".strip()
        where: Json = {"physicalLocation": {"artifactLocation": {"uri": _uri(result.path), "index": artifact}}}
        return [
            {
                "ruleId": UNREADABLE.id,
                "ruleIndex": index[UNREADABLE.id],
                "level": "error",
                "message": {"text": safe(text)},
                "locations": [where],
            }
        ]
    return [_result(artifact, result, f, index, lang) for f in result.findings]


def _result(artifact: int, result: Assessment, found: Finding, index: dict[str, int], lang: str) -> dict[str, Json]:
    parts = [render(m, lang) for m in (found.message, found.need, found.found, found.fix) if m is not None]
    places = found.places
    main = places[:1] if found.rule not in UNPLACED else ()
    out: dict[str, Json] = {
        "ruleId": found.rule,
        "level": found.severity,
        "message": {"text": safe("\n".join(p for p in parts if p))},
        "locations": [_location(artifact, result, p) for p in main] or [_location(artifact, result, None)],
        "relatedLocations": [_location(artifact, result, p) for p in places[len(main) :]],
        "partialFingerprints": {"vnreport/v1": found.fingerprint},
        "properties": {"requirement": found.requirement, "unit": result.unit},
    }
    if found.rule in index:
        out["ruleIndex"] = index[found.rule]
    if found.waived and found.decision is not None:
        out["suppressions"] = [{"kind": "external", "status": "accepted", "justification": safe(found.decision.reason)}]
    return out


def _location(artifact: int, result: Assessment, place: Place | None) -> Json:
    physical: dict[str, Json] = {"artifactLocation": {"uri": _uri(result.document.path), "index": artifact}}
    if place is None:
        return {"physicalLocation": physical}
    if place.location.line is not None:
        physical["region"] = {"startLine": place.location.line, "snippet": {"text": safe(place.quote)}}
    out: dict[str, Json] = {"physicalLocation": physical}
    if place.location.paragraph is not None:
        out["logicalLocations"] = [{"name": f"paragraph {place.location.paragraph}", "kind": "element"}]
    return out


def export(results: Sequence[Result], template: Template, target: Path, *, lang: str = "vi") -> None:
    """Write the SARIF log to a file."""
    write_text(target, dumps(sarif_object(results, template, lang)) + "\n")
