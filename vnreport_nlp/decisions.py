"""Reviewers' decisions: kept in one JSON file or the workbook, merged with conflicts shown, laid over findings by fingerprint."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from .decision_book import book_decisions, is_workbook
from .errors import ReadError, UsageError
from .messages import LANGUAGES, render
from .model import MISSING, Assessment, Decision, Finding, Message, Result, Status, Verdict, fingerprint, msg
from .whole import write_text

SCHEMA = "vnreport.decisions/1"
SETTLING = frozenset({"S101", "S102", "S103", "S104", "S105", "S112"})
"""Rules that say what a verdict says."""
SEVERAL = "sharing"
"""The value of a shared passage's message that names all units where several share it, U+001F between them."""
MAX_BYTES = 20_000_000
"""A decision file larger than this is refused unread."""


@dataclass(frozen=True)
class Conflict:
    """Two files that say different things of one finding; ``chosen`` is the later one."""

    left: Decision
    right: Decision
    chosen: Decision


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of one file, JSON or the workbook of a report, in its order.

    Raises UsageError when it cannot be read or is no decision file.
    """
    if not path.is_file():
        what = msg("“{path}” không phải là một tệp.", path=path)
        raise UsageError(
            what if path.exists() else msg("Không có tệp ý kiến {path}.", path=path), msg("Kiểm tra lại đường dẫn.")
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(
                msg("Tệp ý kiến {path} quá lớn.", path=path), msg("Dùng tệp xuất từ trang báo cáo, hoặc matrix.xlsx.")
            )
        data = path.read_bytes()
        return book_decisions(data, str(path), path.name) if is_workbook(data) else _json_decisions(data, path)
    except (OSError, ReadError, ValueError) as error:  # what is no UTF-8 and what fails pydantic are ValueErrors
        raise UsageError(
            msg("Tệp ý kiến {path} không đọc được.", path=path),
            msg("Dùng tệp xuất từ trang báo cáo (nút “Xuất ý kiến”) hoặc matrix.xlsx, không đặt mật khẩu."),
        ) from error


def _json_decisions(data: bytes, path: Path) -> tuple[Decision, ...]:
    """Raises UsageError that names the first faulty decision; ValueError for what is none of our files."""
    from .decision_file import DecisionFile, faulty

    try:
        entries = DecisionFile.model_validate_json(data.decode("utf-8-sig")).decisions
    except ValueError as error:
        place = faulty(error)
        if place is None:
            raise
        raise UsageError(
            msg("Tệp ý kiến {path} không đọc được: ý kiến thứ {n} có “{key}” không đúng.", path=path, n=place[0], key=place[1]),
            msg("Sửa hoặc xóa ý kiến đó trong tệp, hoặc xuất lại từ trang báo cáo (nút “Xuất ý kiến”)."),
        ) from error  # fmt: skip
    return tuple(
        Decision(e.unit, e.fingerprint, e.action, e.reason, e.name, e.at, e.rule, e.requirement, e.message)
        for e in entries
    )


def read_signed(path: Path) -> tuple[Decision, ...]:
    """The decisions of one file among several: the file stands for a reviewer whom it does not name, as that of a workbook does."""
    return tuple(d if d.name else replace(d, name=path.name) for d in read_decisions(path))


def write_decisions(decisions: Iterable[Decision], path: Path) -> None:
    """One file, sorted, so that the same decisions give the same bytes."""
    ordered = sorted(decisions, key=lambda d: (d.unit, d.fingerprint, d.at, d.name))
    data = {
        "schema": SCHEMA,
        "decisions": [
            {
                "unit": d.unit,
                "fingerprint": d.fingerprint,
                "action": d.action,
                "reason": d.reason,
                "name": d.name,
                "at": d.at,
                "rule": d.rule,
                "requirement": d.requirement,
                "message": d.message,
            }
            for d in ordered
        ],
    }
    write_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def merge(files: Sequence[Sequence[Decision]]) -> tuple[tuple[Decision, ...], tuple[Conflict, ...]]:
    """(decisions, conflicts): the last word by time wins; two reviewers who disagree are a conflict to be shown."""
    kept: dict[tuple[str, str], Decision] = {}
    conflicts: list[Conflict] = []
    for decisions in files:
        for new in decisions:
            key = (new.unit, new.fingerprint)
            old = kept.get(key)
            if old is None:
                kept[key] = new
                continue
            chosen = max(old, new, key=lambda d: (d.at, d.action, d.name, d.reason))
            if (old.action, old.reason) != (new.action, new.reason) and old.name != new.name:
                conflicts.append(Conflict(old, new, chosen))
            kept[key] = chosen
    return tuple(kept[k] for k in sorted(kept)), tuple(conflicts)


def read_all(paths: str | Path | Sequence[str | Path] | None) -> tuple[tuple[Decision, ...], tuple[Conflict, ...]]:
    """The decisions of one file as they are, or of several merged, with the conflicts."""
    given = (paths,) if isinstance(paths, str | Path) else tuple(paths or ())
    if len(given) == 1:
        return read_decisions(Path(given[0])), ()
    return merge([read_signed(Path(path)) for path in given])


def settled(decisions: Iterable[Decision], paths: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions on one of several drafts of a unit (``Xã A (v1.docx)``) as words on the unit where no draft has that name any more."""
    names = {PurePath(path).name for path in paths}
    return tuple(_settled(d, names) for d in decisions)


def _settled(decision: Decision, names: Container[str]) -> Decision:
    ends = [at for at in range(len(decision.unit)) if decision.unit.startswith(" (", at)]
    files = [PurePath(decision.unit[at + 2 : -1]) for at in ends] if decision.unit.endswith(")") else []
    if not any(file.suffix for file in files) or any(file.name in names for file in files):
        return decision
    return replace(decision, unit=decision.unit[: ends[0]])


def apply(result: Result, decisions: Sequence[Decision]) -> Result:
    """The result with decisions laid over its findings: waived findings stay visible and are not counted.

    A waived structure finding settles its requirement: the section is there and good enough, or need not be there. Where a
    reviewer confirms that a text is not what its heading says, the section is there in part.
    """
    if not isinstance(result, Assessment) or not decisions:
        return result
    path = PurePath(result.document.path)
    unit = result.unit or path.stem
    common = (result.unit or "", result.document.path, path.stem)
    own = (f"{unit} ({path.name})", f"{unit} ({path.parent.name}/{path.name})")
    known = {d.fingerprint: d for d in decisions if not d.unit or d.unit in common}
    known |= {d.fingerprint: d for d in decisions if d.unit in own}  # a word on this very draft
    known = _of_passages(result.findings, known) | _of_pairs(result.findings, known) | known
    findings = tuple(replace(f, decision=known.get(f.fingerprint)) for f in result.findings)
    waived = {f.requirement for f in findings if f.waived and f.rule in SETTLING}
    doubted = {f.requirement: f.decision for f in findings if f.accepted and f.rule == "S112" and f.decision}
    verdicts = tuple(_settle(v, findings) if v.requirement in waived else v for v in result.verdicts)
    verdicts = tuple(_short(v, doubted[v.requirement]) if v.requirement in doubted else v for v in verdicts)
    return replace(result, findings=findings, verdicts=verdicts)


def _of_passages(findings: Iterable[Finding], known: Mapping[str, Decision]) -> dict[str, Decision]:
    """Decisions on shared passages from when a fingerprint did not say who shares them, each for the one finding that it tells of; what several units share none told of."""
    alike: dict[str, list[Finding]] = {}
    for f in findings:
        if f.rule == "R601" and (former := former_fingerprint(f)) in known:
            alike.setdefault(former, []).append(f)
    meant = ((known[former], _meant(known[former].message, found)) for former, found in alike.items())
    return {f.fingerprint: decision for decision, f in meant if f is not None}


def _of_pairs(findings: Iterable[Finding], known: Mapping[str, Decision]) -> dict[str, Decision]:
    """Decisions on passages that several units share from when each pair was a finding, where all pairs had the same; the latest."""
    out: dict[str, Decision] = {}
    for f in findings:
        names = sharing(f)
        given = [d for name in names if (d := known.get(fingerprint(f.rule, None, f"{name} {f.quote}"))) is not None]
        if names and len(given) == len(names) and len({d.action for d in given}) == 1:
            out[f.fingerprint] = max(given, key=lambda d: (d.at, d.name, d.reason))
    return out


def sharing(found: Finding) -> tuple[str, ...]:
    """The units with which a passage is shared, where they are several."""
    return tuple(filter(None, dict(found.message.params).get(SEVERAL, "").split("\x1f")))


def former_fingerprint(found: Finding) -> str:
    """What a shared passage's fingerprint was made of before the other unit was part of it."""
    return fingerprint(found.rule, None, found.quote)


def _meant(told: str, found: Sequence[Finding]) -> Finding | None:
    """The finding that a decision's message tells of; without one the only one that there is."""
    if not told:
        return found[0] if len(found) == 1 and not sharing(found[0]) else None
    same = [f for f in found if any(told == render(f.message, lang) for lang in LANGUAGES)]
    return next(iter((*same, *(f for f in found if tells_of(told, f.message)))), None)


def tells_of(told: str, passage: Message) -> bool:
    """Whether a sentence, in any of our languages, is of a passage that is shared with the same unit, however long it is."""
    bare = Message(passage.id.partition(";")[0], (*passage.params, ("n", "§"), ("percent", "§")))
    forms = (re.escape(render(bare, lang)).replace("§", r"[\d.]+") for lang in LANGUAGES)
    return any(re.fullmatch(rf"{form}(?:;.*)?", told, re.DOTALL) for form in forms)


def _settle(verdict: Verdict, findings: Sequence[Finding]) -> Verdict:
    """What a reviewer found no fault in is met, whether the tool had seen it in part or was not sure to have seen nothing.

    Only what is surely not there stays so: the unit is excused from it.
    """
    given = next(
        f.decision
        for f in findings
        if f.waived and f.rule in SETTLING and f.requirement == verdict.requirement and f.decision
    )
    said = {"name": given.name or "—", "reason": given.reason or "—"}
    if verdict.status == "excused" or (verdict.status in MISSING and not verdict.review):
        why = msg("Được miễn theo ý kiến của {name}: {reason}", **said)
        return replace(verdict, status="excused", review=False, why=why)
    why = msg("Đạt theo ý kiến của {name}: {reason}", **said)
    return replace(verdict, status="covered", confidence=1.0, review=False, why=why)


def _short(verdict: Verdict, given: Decision) -> Verdict:
    """What a reviewer has confirmed to fall short is met in part; what the unit holds not to concern it, and does, is missing."""
    why = msg("Chưa đạt theo ý kiến của {name}: {reason}", name=given.name or "—", reason=given.reason or "—")
    status: Status = "missing" if verdict.status == "excused" else "thin"
    return replace(verdict, status=status, confidence=1.0, review=False, why=why)
