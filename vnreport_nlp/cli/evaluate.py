"""``vnreport evaluate``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..messages import translate
from .common import argument, on_terminal
from .shown import command, decimal, measured, option


def build(lang: str) -> click.Command:
    """The command in one language."""
    return command(lang,
        "evaluate", callback=lambda corpus, fmt, floors: _evaluate(corpus, fmt, floors, lang),
        params=[
            argument("corpus", nargs=-1, required=True, metavar="CORPUS…"),
            option(lang, "--format", "fmt", help="Dạng kết quả.", type=click.Choice(["text", "json"]), default="text"),
            option(lang, "--floors", help="Tệp mức sàn; mã thoát 1 khi dưới sàn.", type=click.Path(exists=True)),
        ],
        help=translate("Đo trên các dự thảo có đáp án; đơn vị đang đo không tham gia huấn luyện.", lang),
    )  # fmt: skip


def _evaluate(corpus: tuple[str, ...], fmt: str, floors: str | None, lang: str) -> int:
    from ..evaluation import check_floors, evaluate, read_floors
    from ..exporters.json import dumps

    if floors:
        read_floors(Path(floors))  # before an hour's work
    with click.progressbar(
        length=1, label=translate("Đang đo", lang), file=sys.stderr, hidden=not on_terminal()
    ) as bar:

        def tick(done: int, total: int) -> None:
            bar.length = total
            bar.update(1)

        report = evaluate([Path(c) for c in corpus], progress=tick)
    if fmt == "json":
        click.echo(dumps(report.as_object()))
    else:
        for name, value in {**report.total.figures(), **report.classifier}.items():
            click.echo(f"{name:20} {measured(value, lang)}")
        for name, tally in sorted(report.by_variant.items()):
            f = tally.figures()
            outline, gaps, exact = (decimal(f[k], 3, lang) for k in ("outline_f1", "gap_recall", "exact_status"))
            alarms = decimal(f["false_alarm_rate"], 4, lang)
            click.echo(f"{name:16} n={f['drafts']:<4} outline {outline}  gaps {gaps}  false {alarms}  exact {exact}")
    broken = list(check_floors(report, Path(floors))) if floors else []
    for line in broken:
        click.echo(translate("Dưới mức sàn: {what}", lang, what=line), err=True)
    return 1 if broken else 0
