"""Measures of one draft against its gold, and their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model import MISSING, Assessment, Outline
from ..outline import parse_marker
from ..text import plain
from .gold import Gold, GoldSection


@dataclass
class Tally:
    """Counts that add up over drafts; ratios are derived."""

    drafts: int = 0
    crashes: int = 0
    wholly_right: int = 0
    heading_hits: int = 0
    heading_found: int = 0
    heading_true: int = 0
    number_hits: int = 0
    gaps: int = 0
    gaps_called: int = 0
    present: int = 0
    false_alarms: int = 0
    verdicts: int = 0
    exact: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    reliability: Counter[tuple[int, bool]] = field(default_factory=Counter)
    rules: dict[str, list[int]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for name in self.__dataclass_fields__:
            mine, theirs = getattr(self, name), getattr(other, name)
            if isinstance(mine, int):
                setattr(self, name, mine + theirs)
            elif isinstance(mine, Counter):
                mine.update(theirs)
            else:
                for rule, counts in theirs.items():
                    have = mine.setdefault(rule, [0, 0, 0])
                    for k in range(3):
                        have[k] += counts[k]

    @staticmethod
    def _ratio(part: int, whole: int) -> float:
        return part / whole if whole else 1.0

    @property
    def outline_f1(self) -> float:
        """F1 of headings on the right line with the right number."""
        return self._ratio(2 * self.number_hits, self.heading_found + self.heading_true)

    @property
    def heading_f1(self) -> float:
        """F1 of headings on the right line, whatever their number."""
        return self._ratio(2 * self.heading_hits, self.heading_found + self.heading_true)

    @property
    def gap_recall(self) -> float:
        """Share of true gaps (missing or empty) that are called so."""
        return self._ratio(self.gaps_called, self.gaps)

    @property
    def false_alarm_rate(self) -> float:
        """Share of all verdicts that call a present requirement missing or empty."""
        return self.false_alarms / self.verdicts if self.verdicts else 0.0

    @property
    def exact_status(self) -> float:
        """Share of verdicts with exactly the right status."""
        return self._ratio(self.exact, self.verdicts)

    def figures(self) -> dict[str, float]:
        """The measures by name, rounded to four places."""
        return {
            "outline_f1": round(self.outline_f1, 4), "heading_f1": round(self.heading_f1, 4), "gap_recall": round(self.gap_recall, 4),
            "false_alarm_rate": round(self.false_alarm_rate, 4), "exact_status": round(self.exact_status, 4),
            "wholly_right": round(self._ratio(self.wholly_right, self.drafts), 4), "crashes": self.crashes, "drafts": self.drafts,
        }  # fmt: skip


def key(text: str) -> str:
    """Letters and digits of a heading, without marks: equal whatever its punctuation."""
    return "".join(c for c in plain(text) if c.isalnum())


def outline_tally(outline: Outline, gold: Gold) -> Tally:
    """Headings found against true headings, by line where the gold has lines, else by their words in order.

    Ordinals (``Một là``) count only where the gold marks them: authors differ on whether they are headings.
    """
    marked = {s.number for s in gold.sections}
    sections = [s for s in outline.sections if s.kind != "ordinal" or s.number in marked]
    out = Tally(heading_found=len(sections), heading_true=len(gold.sections))
    found: dict[object, list[str]] = {}
    for section in sections:
        at = outline.document.locate(section.heading.start).line
        name: object = at if gold.sections and gold.sections[0].line is not None else key(section.title)[:40]
        if section.kind == "ordinal" and not isinstance(name, int):
            name = section.marker.lower()
        found.setdefault(name, []).append(section.number)
    for true in gold.sections:
        name = true.line if true.line is not None else _title_key(true)
        numbers = found.get(name) or []
        if numbers:
            out.heading_hits += 1
            if true.number in numbers:
                out.number_hits += 1
                numbers.remove(true.number)
            else:
                numbers.pop(0)
    return out


def _title_key(section: GoldSection) -> str:
    """What a Word heading is known by: the letters of its title, or its marker for ordinals."""
    marker = parse_marker(section.heading)
    if marker is not None and marker.kind == "ordinal":
        return marker.printed.lower()
    return key(section.heading[marker.end :] if marker else section.heading)[:40]


def status_tally(assessment: Assessment, gold: Gold) -> Tally:
    """Verdicts against true statuses."""
    out = Tally(drafts=1)
    said = {v.requirement: v for v in assessment.verdicts}
    for number, truth in gold.status.items():
        verdict = said.get(number)
        status = verdict.status if verdict is not None else "missing"
        out.verdicts += 1
        out.exact += status == truth
        out.confusion[truth, status] += 1
        if truth in MISSING:
            out.gaps += 1
            out.gaps_called += status in MISSING
        elif truth != "excused":
            out.present += 1
            out.false_alarms += status in MISSING
        if verdict is not None:
            out.reliability[min(9, int(verdict.confidence * 10)), status == truth] += 1
    out.wholly_right = int(out.exact == out.verdicts)
    return out


def crash_tally(gold: Gold) -> Tally:
    """A draft that could not be assessed: a full miss."""
    gaps = sum(s in MISSING for s in gold.status.values())
    return Tally(
        drafts=1, crashes=1, heading_true=len(gold.sections), gaps=gaps, verdicts=len(gold.status),
        present=len(gold.status) - gaps, false_alarms=len(gold.status) - gaps,
    )  # fmt: skip


def rule_tally(assessment: Assessment, gold: Gold, families: Iterable[str]) -> Tally:
    """Findings of rule families against planted defects: hits, found, true per rule."""
    out = Tally()
    text = " ".join(assessment.document.text.split())
    open_defects = [d for d in gold.defects if d.rule.startswith(tuple(families))]
    for finding in assessment.findings:
        if not finding.rule.startswith(tuple(families)):
            continue
        counts = out.rules.setdefault(finding.rule, [0, 0, 0])
        counts[1] += 1
        quotes = [" ".join(assessment.document.text[p.span.start : p.span.end].split()) for p in finding.places]
        for defect in open_defects:
            if defect.rule == finding.rule and any(_near(text, q, defect.quote) for q in quotes):
                counts[0] += 1
                open_defects.remove(defect)
                break
    for defect in (d for d in gold.defects if d.rule.startswith(tuple(families))):
        out.rules.setdefault(defect.rule, [0, 0, 0])[2] += 1
    return out


def _near(text: str, quote: str, wanted: str) -> bool:
    """Whether two quotes share text."""
    wanted = " ".join(wanted.split())
    return wanted in quote or (len(quote) > 1 and quote in wanted) or _overlap(text, quote, wanted)


def _overlap(text: str, quote: str, wanted: str) -> bool:
    a, b = text.find(quote), text.find(wanted)
    return a >= 0 and b >= 0 and a < b + len(wanted) and b < a + len(quote)
