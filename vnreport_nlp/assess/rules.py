"""Which rules run, and how severe they are: defaults, then settings, then the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..errors import UsageError
from ..expressions import compiled
from ..model import RULES, SEVERITIES, Finding, Severity, msg
from ..plugins import strangers

_ID = compiled(r"[A-Z]\d{0,4}")


@dataclass(frozen=True)
class RuleSet:
    """Selected rules: ids or id prefixes (``S``, ``F2``, ``S101``), and severities set by the user."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    @classmethod
    def of(
        cls, select: Iterable[str] = (), ignore: Iterable[str] = (), severity: Mapping[str, str] | None = None
    ) -> RuleSet:
        """Check the names; UsageError names the unknown one and the known ones."""
        chosen, refused = (
            tuple(_prefix(p) for text in group for p in text.replace(",", " ").split()) for group in (select, ignore)
        )
        levels: dict[str, Severity] = {}
        for rule, level in (severity or {}).items():
            if level not in SEVERITIES or not (rule in RULES or _strange(rule)):
                raise UsageError(
                    msg("Mức độ không hợp lệ: {rule} = {level}", rule=rule, level=level),
                    msg('Viết ví dụ: S103 = "note" (error, warning, note).'),
                )
            levels[rule] = next(s for s in SEVERITIES if s == level)
        return cls(chosen, refused, levels)

    def on(self, rule: str) -> bool:
        """Whether a rule runs; naming it turns on one that is off by default."""
        if any(rule.startswith(p) for p in self.ignore):
            return False
        if self.select:
            return any(rule.startswith(p) for p in self.select) and (_enabled(rule) or rule in self.select)
        return _enabled(rule)

    def needs(self, prefixes: Iterable[str]) -> bool:
        """Whether any rule with one of the prefixes runs."""
        return any(self.on(rule) for rule in RULES if rule.startswith(tuple(prefixes)))

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of rules that run, with the user's severities."""
        out = []
        for found in findings:
            if self.on(found.rule):
                level = self.severity.get(found.rule)
                out.append(replace(found, severity=level) if level else found)
        return out


def _enabled(rule: str) -> bool:
    return rule not in RULES or RULES[rule].enabled


def _strange(name: str) -> bool:
    """Whether a name can be a rule of another package's check: a letter that none of ours has, and such a check is there."""
    ours = {rule[0] for rule in RULES}
    return bool(_ID.fullmatch(name)) and name[0] not in ours and bool(strangers("checks"))


def _prefix(text: str) -> str:
    name = text.strip().upper()
    by_name = {r.name.upper(): r.id for r in RULES.values()}
    name = by_name.get(name, name)
    if name == "ALL":
        return ""
    if not any(rule.startswith(name) for rule in RULES) and not _strange(name):
        raise UsageError(
            msg("Không có quy tắc “{name}”.", name=text),
            msg("Các quy tắc: {rules}", rules=", ".join(RULES)),
        )
    return name
