"""``vnreport decisions merge``."""

from __future__ import annotations

from pathlib import Path

import click

from ..messages import translate
from .common import argument, option


def build(lang: str) -> click.Command:
    """The group in one language."""
    group = click.Group("decisions", help=translate("Gộp các tệp ý kiến thẩm định.", lang))
    group.add_command(
        click.Command(
            "merge", callback=lambda files, output: _merge(files, output, lang),
            params=[
                argument("files", nargs=-1, required=True, metavar="FILE…"),
                option(lang, "-o", "--output", help="Tệp gộp sẽ ghi.", type=click.Path(), required=True),
            ],
            help=translate("Gộp nhiều tệp ý kiến; nêu chỗ hai người khác ý. Mã thoát 1 khi có khác ý.", lang),
        )
    )  # fmt: skip
    return group


def _merge(files: tuple[str, ...], output: str, lang: str) -> int:
    from ..decisions import merge, read_decisions, write_decisions

    decisions, conflicts = merge([read_decisions(Path(f)) for f in files])
    write_decisions(decisions, Path(output))
    for c in conflicts:
        click.echo(
            translate(
                "Khác ý về {unit} {fingerprint}: {a} ({x}: {r}) và {b} ({y}: {s}); giữ ý của {kept}.", lang,
                unit=c.left.unit, fingerprint=c.left.fingerprint, a=c.left.name or "?", x=c.left.action, r=c.left.reason,
                b=c.right.name or "?", y=c.right.action, s=c.right.reason, kept=c.chosen.name or "?",
            )
        )  # fmt: skip
    click.echo(
        translate("{n} ý kiến, {m} chỗ khác ý: {path}", lang, n=len(decisions), m=len(conflicts), path=output), err=True
    )
    return 1 if conflicts else 0
