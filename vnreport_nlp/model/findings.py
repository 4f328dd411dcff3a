"""Findings and the messages they carry, free of any language until they are written."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from .document import Location, Span

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the reviewer: the Vietnamese source text with ``{name}`` fields, and their values."""

    id: str
    params: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.id.format(**dict(self.params))


def msg(text: str, /, **params: object) -> Message:
    """Mark ``text`` for the catalogue (Babel extracts calls of ``msg``) and bind its fields."""
    return Message(text, tuple(sorted((k, str(v)) for k, v in params.items())))


@dataclass(frozen=True, slots=True)
class Place:
    """A quoted span of the draft with where it is."""

    span: Span
    location: Location
    quote: str
    score: float | None = None
    note: Message | None = None
    """Why it counts, or why it was rejected."""


LONGEST_TEXT = 32_767
"""Characters of a text of a decision: what a cell of Excel holds at most; nothing that a reviewer wrote is cut."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's word on a finding; ``unit`` and ``fingerprint`` say which, the last three fields say it to a person.

    Of a unit with several drafts ``unit`` ends with the draft's file in brackets.
    """

    unit: str
    fingerprint: str
    action: Literal["accept", "waive", "reopen"]
    reason: str = ""
    name: str = ""
    at: str = ""
    rule: str = ""
    requirement: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what was needed, what was found, how to mend it, where.

    ``fingerprint`` is made of the rule, the requirement and the content (of a shared passage: who else has it), never of the
    line, so that a decision follows the finding into the next version. ``places`` are all spans that bear on it, the first
    being the main one.
    """

    rule: str
    name: str
    severity: Severity
    message: Message
    need: Message | None = None
    found: Message | None = None
    fix: Message | None = None
    requirement: str | None = None
    places: tuple[Place, ...] = ()
    fingerprint: str = ""
    decision: Decision | None = None

    @property
    def location(self) -> Location:
        return self.places[0].location if self.places else Location()

    @property
    def quote(self) -> str:
        return self.places[0].quote if self.places else ""

    @property
    def accepted(self) -> bool:
        return self.decision is not None and self.decision.action == "accept"

    @property
    def waived(self) -> bool:
        return self.decision is not None and self.decision.action == "waive"


def fingerprint(rule: str, requirement: str | None, content: str) -> str:
    """16 hex digits of SHA-256 over rule, requirement and whitespace-folded content."""
    key = "\x1f".join((rule, requirement or "", " ".join(content.lower().split())))
    return sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's public identity; ``enabled`` is False for rules that are off by default."""

    id: str
    name: str
    severity: Severity
    enabled: bool = True


RULES: dict[str, Rule] = {
    r.id: r
    for r in (
        Rule("S101", "missing-section", "error"),
        Rule("S102", "empty-section", "error"),
        Rule("S103", "thin-section", "warning"),
        Rule("S104", "misplaced-section", "warning"),
        Rule("S105", "unheaded-content", "warning"),
        Rule("S106", "merged-section", "note"),
        Rule("S107", "numbering", "warning"),
        Rule("S108", "extra-section", "note"),
        Rule("S109", "placeholder", "warning"),
        Rule("S110", "other-document", "error"),
        Rule("S111", "repeated-section", "warning"),
        Rule("S112", "doubtful-content", "warning"),
        Rule("F201", "sum", "warning"),
        Rule("F202", "impossible-ratio", "warning"),
        Rule("F203", "percentage", "warning"),
        Rule("F204", "same-figure-two-values", "warning"),
        Rule("F205", "figures-expected", "warning"),
        Rule("F206", "impossible-date", "warning"),
        Rule("C301", "one-symbol-two-dates", "warning"),
        Rule("C302", "later-than-report", "warning"),
        Rule("C303", "malformed-symbol", "warning"),
        Rule("C304", "number-and-date-out-of-order", "warning"),
        Rule("C305", "differs-from-known-document", "warning"),
        Rule("P401", "wrong-period", "warning"),
        Rule("P402", "cut-off-dates-differ", "note"),
        Rule("U501", "leftover", "warning"),
        Rule("R601", "shared-passage", "note"),
        Rule("T701", "likely-slip", "note"),
        Rule("T702", "repeated-word", "note"),
        Rule("T703", "unclosed-mark", "note"),
        Rule("D801", "unresolved-tracked-change", "warning"),
        Rule("D802", "comment", "note"),
        Rule("D803", "text-quality", "note"),
        Rule("D804", "number-line", "note"),
        Rule("D805", "place-and-date", "note"),
        Rule("D806", "issuing-body", "note"),
        Rule("D807", "subject-line", "note"),
        Rule("D808", "recipients", "note"),
        Rule("D809", "signing-authority", "note"),
    )
}
"""Every rule id is a public promise (design section 8)."""


def finding(
    rule: str,
    message: Message,
    *,
    places: tuple[Place, ...] = (),
    content: str | None = None,
    requirement: str | None = None,
    severity: Severity | None = None,
    need: Message | None = None,
    found: Message | None = None,
    fix: Message | None = None,
) -> Finding:
    """Build a finding with the rule's name, default severity and fingerprint (``content`` defaults to the first quote)."""
    known = RULES[rule]
    key = content if content is not None else (places[0].quote if places else "")
    return Finding(
        rule,
        known.name,
        severity or known.severity,
        message,
        need,
        found,
        fix,
        requirement,
        places,
        fingerprint(rule, requirement, key),
    )
