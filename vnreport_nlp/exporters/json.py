"""The JSON contract (design section 6): ``vnreport.check/1``, ``vnreport.outline/1``; schemas lie in ``data/schemas``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from ..messages import render
from ..model import (
    Assessment,
    Coverage,
    Finding,
    Location,
    Outline,
    Place,
    Result,
    Section,
    Template,
    Unreadable,
    Verdict,
)
from ..outline import count
from ..whole import write_text

_text = json.encoder.encode_basestring

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def dumps(value: Json, *, indent: int | None = 1) -> str:
    """JSON text, Vietnamese letters kept, keys in the order of the contract."""
    if indent is None:
        return json.dumps(value, ensure_ascii=False)
    return _spread(value, "\n", " " * indent)


def _spread(value: Json, line: str, step: str) -> str:
    """As ``json.dumps`` writes with an indent, in a fifth of the time: with one, the library leaves its fast encoder."""
    if isinstance(value, str):
        return _text(value)
    inner = line + step
    if isinstance(value, dict) and value:
        body = f",{inner}".join([f"{_text(k)}: {_spread(v, inner, step)}" for k, v in value.items()])
        return f"{{{inner}{body}{line}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([_spread(v, inner, step) for v in value])}{line}]"
    return json.dumps(value)


def location_object(location: Location) -> Json:
    """``{"line", "page", "paragraph", "footnote"}``, absent ones null."""
    return {
        "line": location.line, "page": location.page, "paragraph": location.paragraph, "footnote": location.footnote,
    }  # fmt: skip


def place_object(place: Place, lang: str) -> dict[str, Json]:
    """A quoted place with its score and, when there is one, why it was rejected."""
    out: dict[str, Json] = {"location": location_object(place.location), "quote": place.quote, "score": place.score}
    if place.note is not None:
        out["why"] = render(place.note, lang)
    return out


def finding_object(finding: Finding, lang: str) -> dict[str, Json]:
    """One finding in the reviewer's language."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "requirement": finding.requirement,
        "message": render(finding.message, lang),
        "need": render(finding.need, lang),
        "found": render(finding.found, lang),
        "fix": render(finding.fix, lang),
        "location": location_object(finding.location),
        "quote": finding.quote,
        "places": [place_object(p, lang) for p in finding.places],
        "fingerprint": finding.fingerprint,
        "waived": finding.waived,
        "decision": None
        if finding.decision is None
        else {"action": finding.decision.action, "reason": finding.decision.reason, "name": finding.decision.name},
    }


def coverage_object(coverage: Coverage) -> dict[str, Json]:
    """Counts and whole per cent."""
    return {
        "full": coverage.full, "partial": coverage.partial, "missing": coverage.missing, "excused": coverage.excused,
        "percent": coverage.percent,
    }  # fmt: skip


def section_object(outline: Outline, section: Section) -> dict[str, Json]:
    """Number, marker, title and place of a section."""
    return {
        "number": section.number,
        "marker": section.marker,
        "title": section.title,
        "location": location_object(outline.document.locate(section.heading.start)),
    }


def requirement_object(assessment: Assessment, verdict: Verdict, lang: str) -> dict[str, Json]:
    """One verdict with its sections, evidence and proof of absence."""
    requirement = assessment.template.by_number[verdict.requirement]
    return {
        "number": requirement.number,
        "title": requirement.title,
        "required": requirement.required,
        "status": verdict.status,
        "confidence": verdict.confidence,
        "review": verdict.review,
        "rung": verdict.rung,
        "why": render(verdict.why, lang),
        "syllables": verdict.syllables,
        "sections": [section_object(assessment.outline, assessment.outline.sections[k]) for k in verdict.sections],
        "evidence": [place_object(p, lang) for p in verdict.evidence],
        "searched": [place_object(p, lang) for p in verdict.searched],
    }


def draft_object(result: Result, lang: str = "vi") -> dict[str, Json]:
    """One draft: verdicts and findings, or the reason it could not be read."""
    if isinstance(result, Unreadable):
        return {
            "path": result.path, "readable": False, "code": result.code, "reason": render(result.message, lang),
            "hint": render(result.hint, lang),
        }  # fmt: skip
    document = result.document
    return {
        "path": document.path,
        "unit": result.unit,
        "title": result.outline.title,
        "readable": True,
        "foreign": result.foreign,
        "format": document.format,
        "warnings": [{"code": w.code, "detail": w.detail} for w in document.warnings],
        "coverage": coverage_object(result.coverage),
        "requirements": [requirement_object(result, v, lang) for v in result.verdicts],
        "findings": [finding_object(f, lang) for f in result.findings],
        "extra_sections": [section_object(result.outline, result.outline.sections[k]) for k in result.alignment.extra],
        "signature": result.signature,
    }


def check_object(results: Sequence[Result], template: Template, lang: str = "vi") -> dict[str, Json]:
    """The object of ``check --format json``."""
    return {
        "schema": "vnreport.check/1",
        "template": {"id": template.id, "title": template.title},
        "signature": run_signature(results, template),
        "drafts": [draft_object(r, lang) for r in results],
    }


def run_signature(results: Sequence[Result], template: Template) -> str:
    """16 hex digits over the template and every draft of the run."""
    parts = [repr(template)] + [r.signature if isinstance(r, Assessment) else f"{r.path}{r.code}" for r in results]
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def outline_object(outline: Outline) -> dict[str, Json]:
    """The object of ``outline --format json``."""
    meta = outline.metadata
    document = outline.document
    return {
        "schema": "vnreport.outline/1",
        "path": document.path,
        "unit": meta.unit,
        "title": outline.title,
        "metadata": {
            "body": meta.body, "level": meta.level, "superior": meta.superior, "symbol": meta.symbol, "place": meta.place,
            "date": meta.date, "subject": meta.subject, "congress": meta.congress, "draft": meta.draft, "kind": meta.kind,
            "format": document.format, "encoding": document.encoding, "ocr": document.ocr,
            "quality": round(document.quality, 3), "warnings": [{"code": w.code, "detail": w.detail} for w in document.warnings],
        },
        "sections": [_tree(outline, s) for s in outline.roots],
        "footnotes": [
            {
                "number": note.number,
                "reference": None if note.reference is None else location_object(document.locate(note.reference)),
                "location": location_object(document.locate(note.start)),
                "text": " ".join(document.text[note.start : note.end].split()),
            }
            for note in document.footnotes
        ],
    }  # fmt: skip


def _tree(outline: Outline, section: Section) -> dict[str, Json]:
    out = section_object(outline, section)
    out["level"] = section.level
    out["syllables"] = count(outline.document.text[section.whole.start : section.whole.end])
    out["children"] = [_tree(outline, child) for child in outline.children(section)]
    return {k: out[k] for k in ("number", "marker", "title", "level", "location", "syllables", "children")}


def export(results: Sequence[Result], template: Template, target: Path, *, lang: str = "vi") -> None:
    """Write ``check`` results as JSON to a file."""
    write_text(target, dumps(check_object(results, template, lang)) + "\n")
