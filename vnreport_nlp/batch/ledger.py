"""The revision ledger: what the last batch asked for, and what has become of it, by content fingerprint."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path, PurePath
from typing import Any

from ..decisions import former_fingerprint, sharing
from ..errors import UsageError
from ..exporters.json import Json
from ..expressions import compiled
from ..model import FULL, MISSING, Assessment, Cohort, DraftSummary, Finding, Followup, Past, msg
from ..text import shown_path
from .passage_words import names_unit, shown_name

FILE = "results.json"
SHARED = "R601"
"""The rule of what two drafts have in common: by itself no change of either is a new fault of the other, nor mends it."""
LEAST_WORDS = 2
"""A quote is known again without its figures by so many words at least."""
MAX_BYTES = 500_000_000
"""A larger report is refused unread; a thousand drafts make a tenth of it."""
_FIGURE = compiled(r"\d(?:[\d.,]*\d)?%?")
_WORD = compiled(r"(?<![\w/.-])[^\W\d_]{2,}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Before:
    """A draft of the previous batch: whose it was (its file where it did not say), its findings but notes, its statuses."""

    path: str
    unit: str
    findings: dict[str, Past]
    statuses: dict[str, str]
    told: frozenset[str] = frozenset()
    """Fingerprints of what its letter told."""
    foreign: bool = False


@dataclass(frozen=True)
class Ledger:
    """The drafts of the previous batch."""

    drafts: tuple[Before, ...]

    def against(self, cohort: Cohort) -> Json:
        """For every unit of both batches: fixed, partly fixed, still open, newly broken."""
        out: list[Json] = []
        units = self._units(cohort)
        for draft in cohort.drafts:
            result = cohort.load(draft)
            if not isinstance(result, Assessment) or (last := self._last(result, draft)) is None:
                continue
            before = last.findings
            again = _again(before, result.findings)
            past = set(before) - set(again.values())
            told = {f.fingerprint for f in result.findings if f.severity != "note"}
            own = {f.fingerprint for f in result.findings if f.rule != SHARED}
            out.append(
                {
                    "unit": result.unit or last.unit,
                    "path": draft.path,
                    "fixed": list[Json](sorted(p.fingerprint for p in _fixed(before, again, result, units))),
                    "open": list[Json](sorted((past & told) | set(again))),
                    "new": list[Json](sorted((told & own) - past - set(again))),
                    "requirements": _moves(last.statuses, {v.requirement: v.status for v in result.verdicts}),
                }
            )
        return out

    def revisions(self, cohort: Cohort) -> tuple[Followup, ...]:
        """The same for people: what was mended in the last report's words, and which findings are old or new."""
        units = self._units(cohort)
        return tuple(r for draft in cohort.drafts if (r := self._revision(cohort, draft, units)) is not None)

    def _units(self, cohort: Cohort) -> tuple[str, ...]:
        """Whose drafts the batch has, as findings name them; none where the last report told of no shared passage."""
        if not any(past.rule == SHARED for draft in self.drafts for past in draft.findings.values()):
            return ()
        results = map(cohort.load, cohort.drafts)
        return tuple(
            sorted(
                {
                    shown_name((not r.foreign and r.unit) or r.document.path)
                    for r in results
                    if isinstance(r, Assessment)
                }
            )
        )

    def _revision(self, cohort: Cohort, draft: DraftSummary, units: Sequence[str]) -> Followup | None:
        result = cohort.load(draft)
        if not isinstance(result, Assessment) or (last := self._last(result, draft)) is None:
            return None
        before = last.findings
        now = {f.fingerprint for f in result.findings}
        live = {f.fingerprint for f in result.findings if not f.waived and f.severity != "note"}
        again = _again(before, result.findings)
        fixed = _fixed(before, again, result, units)
        old = set(before) | set(again)
        fresh = {f.fingerprint for f in result.findings if f.rule != SHARED} - old
        told = {key for key in now if key in last.told or again.get(key) in last.told}
        return Followup(draft.path, fixed, tuple(sorted(live & old)), tuple(sorted(live & fresh)), tuple(sorted(told)))

    def _last(self, result: Assessment, draft: DraftSummary) -> Before | None:
        """The same unit's draft in the previous batch, by its name, by its file where the name was not told then.

        Of several the one that lies where this one does, else the last: what one draft never had, another cannot have mended.
        """
        path = PurePath(draft.path)
        for known in (result.unit, path.stem, draft.path):
            if same := self._called.get(known or "", ()):
                return max(reversed(same), key=lambda b: (b.foreign is result.foreign, _alike(PurePath(b.path), path)))
        return None

    @cached_property
    def _called(self) -> dict[str, list[Before]]:
        """The drafts by unit and by path."""
        found: dict[str, list[Before]] = {}
        for draft in self.drafts:
            found.setdefault(draft.unit, []).append(draft)
            found.setdefault(draft.path, []).append(draft)
        return found


def _alike(one: PurePath, other: PurePath) -> int:
    """How many parts of two paths are the same, from the file's name upwards."""
    pairs = zip(reversed(one.parts), reversed(other.parts), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _moves(before: Mapping[str, str], now: Mapping[str, str]) -> Json:
    moves: list[Json] = []
    for number, was in before.items():
        status = now.get(number)
        if status is None or status == was:
            continue
        if status in FULL or status == "excused":
            kind = "fixed"
        elif was in MISSING and status not in MISSING:
            kind = "partly fixed"
        elif was in FULL:
            kind = "newly broken"
        else:
            kind = "changed"
        moves.append({"number": number, "was": was, "now": status, "change": kind})
    return moves


def _fixed(
    before: Mapping[str, Past], again: Mapping[str, str], result: Assessment, units: Sequence[str]
) -> tuple[Past, ...]:
    """What the last report told and this one does not."""
    gone = {f.fingerprint for f in result.findings} | set(again.values())
    return tuple(
        past for key, past in before.items()
        if key not in gone and (past.rule != SHARED or _rewritten(past, before.keys() | again.keys(), result, units))
    )  # fmt: skip


def _rewritten(past: Past, known: Container[str], result: Assessment, units: Sequence[str]) -> bool:
    """Whether a unit has put other words for a passage that it shared.

    That nobody knows where the other unit's draft is not there; nor has it where the words still stand, and the other unit
    changed them, or where the two share one that the last report did not know, which may be the same in other words.
    """
    others = [unit for unit in units if names_unit(past.message, unit)]
    now = {name for f in result.findings if f.rule == SHARED and f.fingerprint not in known for name in _sharing(f)}
    quote = " ".join(past.quote.removesuffix("…").split())
    return bool(others) and quote not in " ".join(result.document.text.split()) and now.isdisjoint(others)


def _sharing(found: Finding) -> tuple[str, ...]:
    """All units that a finding says share the passage."""
    return sharing(found) or (dict(found.message.params).get("other", ""),)


def _again(before: Mapping[str, Past], now: Iterable[Finding]) -> dict[str, str]:
    """New fingerprint → old one, of findings that stand on with other figures: a sum put right wrongly is no new error.

    So are shared passages that other units share now, or that a report told pair by pair or without the other unit in their
    fingerprints. The others are of one rule at one requirement, and their quotes are the same but for figures, with words
    enough to know them by.
    """
    found = {f.fingerprint: f for f in now}
    left: dict[tuple[str, str | None, str], list[str]] = {}
    for past in before.values():
        if past.fingerprint not in found and past.rule != SHARED and (words := _words(past.quote)):
            left.setdefault((past.rule, past.requirement, words), []).append(past.fingerprint)
    gone = {past.quote: key for key, past in reversed(list(before.items())) if past.rule == SHARED and key not in found}
    out = {
        f.fingerprint: key
        for f in found.values()
        if f.rule == SHARED
        and f.fingerprint not in before
        and (key := (k if (k := former_fingerprint(f)) in before else gone.get(f.quote, "")))
    }
    for f in found.values() if left else ():
        if f.fingerprint not in before and (same := left.get((f.rule, f.requirement, _words(f.quote)))):
            out[f.fingerprint] = same.pop(0)
    return out


def _words(quote: str) -> str:
    """A quote without its figures; nothing where too few words are left: a symbol or a date is known by its figures."""
    text = " ".join(_FIGURE.sub("#", quote.lower()).split())
    return text if len(_WORD.findall(text)) >= LEAST_WORDS and "#" in text else ""


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a previous report folder.

    Raises UsageError when it has no readable ``results.json``.
    """
    path = folder / FILE if folder.is_dir() else folder
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:  # a pipe or a device may never end
            raise ValueError(path)
        data = json.loads(path.read_text(encoding="utf-8"))
        drafts = [d for d in data["drafts"] if d.get("readable")]
        return Ledger(tuple(map(_before, drafts)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(
            msg("Không đọc được báo cáo lần trước ở {path}.", path=folder), msg("Chỉ rõ thư mục -o của lần chạy trước.")
        ) from error


def _before(draft: Mapping[str, Any]) -> Before:
    return Before(
        _text(draft["path"]),
        _text(draft["unit"] or Path(draft["path"]).stem),
        {_text(f["fingerprint"]): _past(f) for f in draft["findings"] if not f["waived"] and f["severity"] != "note"},
        {_text(r["number"]): _text(r["status"]) for r in draft["requirements"]},
        frozenset(map(_text, draft.get("letter", ()))),
        draft.get("foreign") is True,
    )


def _text(value: object) -> str:
    """A value that is text without halves of characters, which no file can hold; TypeError for another."""
    if not isinstance(value, str):
        raise TypeError(value)
    return shown_path(value)


def _past(finding: Mapping[str, object]) -> Past:
    number = finding["requirement"]
    return Past(
        _text(finding["fingerprint"]),
        _text(finding["rule"]),
        _text(number) if number else None,
        _text(finding["message"]),
        _text(finding["quote"]),
    )
