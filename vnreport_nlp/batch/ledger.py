"""The revision ledger: what the last batch asked for, and what has become of it, by content fingerprint."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError
from ..exporters.json import Json
from ..model import FULL, MISSING, Assessment, Cohort, DraftSummary, Followup, Past, msg

FILE = "results.json"


@dataclass(frozen=True)
class Ledger:
    """Findings and statuses of the previous batch, by unit."""

    findings: dict[str, dict[str, Past]]
    statuses: dict[str, dict[str, str]]

    def against(self, cohort: Cohort) -> Json:
        """For every unit of both batches: fixed, partly fixed, still open, newly broken."""
        out: list[Json] = []
        for draft in cohort.drafts:
            result = cohort.load(draft)
            if not isinstance(result, Assessment) or (unit := self._name(result, draft)) not in self.findings:
                continue
            before, now = self.findings[unit], {f.fingerprint for f in result.findings}
            out.append(
                {
                    "unit": unit,
                    "path": draft.path,
                    "fixed": list[Json](sorted(set(before) - set(now))),
                    "open": list[Json](sorted(set(before) & set(now))),
                    "new": list[Json](sorted(set(now) - set(before))),
                    "requirements": self._moves(unit, {v.requirement: v.status for v in result.verdicts}),
                }
            )
        return out

    def revisions(self, cohort: Cohort) -> tuple[Followup, ...]:
        """The same for people: what was mended in the last report's words, and which findings are old or new."""
        return tuple(r for draft in cohort.drafts if (r := self._revision(cohort, draft)) is not None)

    def _revision(self, cohort: Cohort, draft: DraftSummary) -> Followup | None:
        result = cohort.load(draft)
        if not isinstance(result, Assessment) or (before := self.findings.get(self._name(result, draft))) is None:
            return None
        now = {f.fingerprint for f in result.findings}
        live = {f.fingerprint for f in result.findings if not f.waived}
        fixed = tuple(past for fingerprint, past in before.items() if fingerprint not in now)
        return Followup(draft.path, fixed, tuple(sorted(live & set(before))), tuple(sorted(live - set(before))))

    def _name(self, result: Assessment, draft: DraftSummary) -> str:
        """What the previous batch called the unit: by its name, or by its file where the name was not told then."""
        stem = Path(draft.path).stem
        return result.unit if result.unit and (result.unit in self.findings or stem not in self.findings) else stem

    def _moves(self, unit: str, now: dict[str, str]) -> Json:
        moves: list[Json] = []
        for number, was in self.statuses[unit].items():
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


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a previous report folder.

    Raises UsageError when it has no readable ``results.json``.
    """
    path = folder / FILE if folder.is_dir() else folder
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        drafts = [d for d in data["drafts"] if d.get("readable")]
        names = [d["unit"] or Path(d["path"]).stem for d in drafts]
        return Ledger(
            {
                n: {f["fingerprint"]: _past(f) for f in d["findings"] if not f["waived"]}
                for n, d in zip(names, drafts, strict=True)
            },
            {n: {r["number"]: r["status"] for r in d["requirements"]} for n, d in zip(names, drafts, strict=True)},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            msg("Không đọc được báo cáo lần trước ở {path}.", path=folder), msg("Chỉ thư mục -o của lần chạy trước.")
        ) from error


def _past(finding: Mapping[str, str]) -> Past:
    return Past(finding["fingerprint"], finding["rule"], finding["requirement"] or None, finding["message"])
