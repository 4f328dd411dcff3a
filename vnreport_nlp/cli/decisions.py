"""``vnreport decisions merge``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import translate
from ..whole import followed
from .common import argument
from .shown import command, group, option
from .targets import require_target

if TYPE_CHECKING:
    from ..decisions import Conflict
    from ..model import Decision


def build(lang: str) -> click.Command:
    """The group in one language."""
    made = group(lang, "decisions", help=translate("Gộp các tệp ý kiến thẩm định.", lang))
    made.add_command(
        command(
            lang,
            "merge", callback=lambda files, output: _merge(files, output, lang),
            params=[
                argument("files", nargs=-1, required=True, metavar="FILE…"),
                option(lang, "-o", "--output", help="Tệp gộp sẽ ghi.", type=click.Path(), required=True),
            ],
            help=translate("Gộp nhiều tệp ý kiến, nêu chỗ khác ý. Nhận tệp đã xuất, hoặc matrix.xlsx đã ghi ý kiến. Mã thoát 1 khi hai người khác ý.", lang),
        )
    )  # fmt: skip
    return made


def _what(conflict: Conflict, lang: str) -> str:
    """The finding as a person knows it; its fingerprint where neither file says more."""
    d = conflict.left if conflict.left.message else conflict.right
    section = translate("mục {n}", lang, n=d.requirement) if d.requirement else ""
    return " ".join(x for x in (d.rule, section, f"“{d.message}”") if x) if d.message else d.fingerprint


def _said(decision: Decision, lang: str) -> str:
    """Who said what, and why."""
    from ..exporters.tables import Speech

    why = f" ({decision.reason})" if decision.reason else ""
    return f"{decision.name or '?'}: “{Speech(lang).action(decision.action)}”{why}"


def tell_conflicts(files: Sequence[str], lang: str) -> None:
    """Say on stderr where several decision files that are used together differ."""
    if len(files) > 1:
        from ..decisions import read_all

        for line in _conflict_lines(read_all(files)[1], lang):
            click.echo(line, err=True)


def _conflict_lines(conflicts: Sequence[Conflict], lang: str) -> Iterator[str]:
    for c in conflicts:
        yield translate(
            "{unit}, {what}: {left}; {right}. Giữ ý sau: {kept}.", lang,
            unit=c.left.unit, what=_what(c, lang), left=_said(c.left, lang), right=_said(c.right, lang), kept=c.chosen.name or "?",
        )  # fmt: skip


def _merge(files: tuple[str, ...], output: str, lang: str) -> int:
    from ..decisions import merge, read_signed, write_decisions

    require_target(output, files)
    decisions, conflicts = merge([read_signed(Path(f)) for f in files])
    write_decisions(decisions, followed(Path(output)))
    for line in _conflict_lines(conflicts, lang):
        click.echo(line)
    click.echo(
        translate("{n} ý kiến, {m} chỗ khác ý: {path}", lang, n=len(decisions), m=len(conflicts), path=output), err=True
    )
    return 1 if conflicts else 0
