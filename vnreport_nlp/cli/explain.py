"""``vnreport explain``."""

from __future__ import annotations

import click

from ..errors import UsageError
from ..messages import translate
from ..model import RULES, msg
from .common import argument


def build(lang: str) -> click.Command:
    """The command in one language."""
    return click.Command(
        "explain", callback=lambda rules: _explain(rules, lang), params=[argument("rules", nargs=-1, metavar="RULE…")],
        help=translate("Giải thích quy tắc: là gì, vì sao, ví dụ sai và đúng, cách sửa.", lang),
    )  # fmt: skip


def _explain(rules: tuple[str, ...], lang: str) -> int:
    from ..rules import rule_page

    if not rules:
        for rule in RULES.values():
            click.echo(f"{rule.id}  {rule.severity:8}{'' if rule.enabled else '(off) '}{rule.name}")
        return 0
    by_name = {r.name: r.id for r in RULES.values()}
    for number, text in enumerate(rules):
        name = by_name.get(text.lower(), text.upper())
        if name not in RULES:
            raise UsageError(
                msg("Không có quy tắc “{name}”.", name=text), msg("Các quy tắc: {rules}", rules=", ".join(RULES))
            )
        if number:
            click.echo()
        click.echo(rule_page(name, lang))
    return 0
