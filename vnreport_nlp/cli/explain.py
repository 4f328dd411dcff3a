"""``vnreport explain``."""

from __future__ import annotations

import click

from ..errors import UsageError
from ..messages import translate
from ..model import RULES, msg
from ..plugins import call, owner, strangers
from .common import argument
from .shown import command


def build(lang: str) -> click.Command:
    """The command in one language."""
    return command(lang,
        "explain", callback=lambda rules: _explain(rules, lang), params=[argument("rules", nargs=-1, metavar="RULE…")],
        help=translate("Giải thích quy tắc: là gì, vì sao, ví dụ sai và đúng, cách sửa.", lang),
    )  # fmt: skip


def _explain(rules: tuple[str, ...], lang: str) -> int:
    from ..rules import SEVERITIES, rule_page, rule_texts

    if not rules:
        for rule in RULES.values():
            off = "" if rule.enabled else translate(" (tắt)", lang)
            level = translate(SEVERITIES[rule.severity], lang)
            click.echo(f"{rule.id}  {level:9} {rule_texts(lang)[rule.id].title}{off}  [{rule.name}]")
        for name, point in strangers("explanations").items():
            click.echo(translate("{rule}  của gói {owner}", lang, rule=name, owner=owner(point)))
        return 0
    by_name = {r.name: r.id for r in RULES.values()}
    for number, text in enumerate(rules):
        name = by_name.get(text.lower(), text.upper())
        guest = text.upper() in strangers("explanations")
        if name not in RULES and not guest:
            raise UsageError(
                msg("Không có quy tắc “{name}”.", name=text), msg("Các quy tắc: {rules}", rules=", ".join(RULES))
            )
        if number:
            click.echo()
        click.echo(str(call("explanations", text.upper(), lang)) if guest else rule_page(name, lang))
    return 0
