"""Thin beside the others: a section far shorter than the cohort's median, where the user's settings ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median

from ..checks.told import to_supplement
from ..model import Assessment, Finding, Message, Template, Verdict, finding, msg

LEAST_PEERS = 5
"""Other units that must have written the section before its length is held against theirs, unless the settings say."""
JUDGED = frozenset({"covered", "thin"})
"""Statuses whose length counts: a whole section of one's own."""


@dataclass(frozen=True, slots=True)
class Peers:
    """``thin_share`` and ``thin_peers`` of ``vnreport.toml``."""

    share: float
    least: int = LEAST_PEERS


@dataclass(frozen=True, slots=True)
class Short:
    """One section below the share of its peers: its length, their median, how many they are."""

    syllables: int
    median: int
    peers: int

    @property
    def percent(self) -> int:
        return round(100 * self.syllables / self.median)


def short_sections(verdicts: Iterable[tuple[str, Iterable[Verdict]]], asked: Peers) -> dict[str, dict[str, Short]]:
    """By draft and requirement: covered sections shorter than the asked share of the cohort's median."""
    lengths: dict[str, dict[str, int]] = {}
    covered: set[tuple[str, str]] = set()
    for path, given in verdicts:
        for verdict in given:
            if verdict.status in JUDGED and verdict.syllables:
                lengths.setdefault(verdict.requirement, {})[path] = verdict.syllables
            if verdict.status == "covered":
                covered.add((path, verdict.requirement))
    found: dict[str, dict[str, Short]] = {}
    for requirement, by_path in lengths.items():
        peers = len(by_path) - 1
        middle = int(median(by_path.values()))
        for path, size in by_path.items():
            if peers >= asked.least and size < asked.share * middle and (path, requirement) in covered:
                found.setdefault(path, {})[requirement] = Short(size, middle, peers)
    return found


def mark_thin(result: Assessment, short: Mapping[str, Short], asked: Peers) -> tuple[Assessment, list[Finding]]:
    """The draft with those sections thin, and one S103 for each that says the figures."""
    verdicts = tuple(
        replace(v, status="thin", why=_why(short[v.requirement])) if v.requirement in short else v
        for v in result.verdicts
    )
    template = result.alignment.template
    told = [_finding(v, short[v.requirement], asked, template) for v in verdicts if v.requirement in short]
    return replace(result, verdicts=verdicts), told


def _why(short: Short) -> Message:
    return msg(
        "{n} chữ, bằng {percent}% độ dài trung vị của các đơn vị ({median} chữ); {peers} đơn vị khác có mục này.",
        n=short.syllables, percent=short.percent, median=short.median, peers=short.peers,
    )  # fmt: skip


def _finding(verdict: Verdict, short: Short, asked: Peers, template: Template) -> Finding:
    requirement = template.by_number[verdict.requirement]
    return finding(
        "S103",
        msg("Mục {number} “{title}” ngắn hơn hẳn các đơn vị khác: {n} chữ", number=requirement.number, title=requirement.title, n=short.syllables),
        requirement=requirement.number, content=requirement.title, places=verdict.evidence,
        need=msg("Ít nhất {share}% độ dài trung vị của các đơn vị, tức {least} chữ.", share=round(100 * asked.share), least=round(asked.share * short.median)),
        found=_why(short), fix=to_supplement(requirement),
    )  # fmt: skip
