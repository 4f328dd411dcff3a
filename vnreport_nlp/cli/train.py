"""``vnreport train``."""

from __future__ import annotations

from pathlib import Path

import click

from ..messages import translate
from .common import argument
from .shown import command, measured, option


def build(lang: str) -> click.Command:
    """The command in one language."""
    return command(lang,
        "train", callback=lambda corpus, output: _train(corpus, output, lang),
        params=[
            argument("corpus", nargs=-1, required=True, metavar="CORPUS…"),
            option(lang, "-o", "--output", help="Thư mục mô hình.", type=click.Path(file_okay=False), required=True),
        ],
        help=translate("Huấn luyện bộ phân loại từ các dự thảo có đáp án.", lang),
    )  # fmt: skip


def _train(corpus: tuple[str, ...], output: str, lang: str) -> int:
    from ..evaluation import train_corpus

    card = train_corpus([Path(c) for c in corpus], Path(output))
    click.echo(
        translate(
            "Đã huấn luyện trên {n} đoạn của {m} đơn vị: {path}", lang, n=card.passages, m=card.units, path=output
        )
    )
    for name, value in sorted(card.scores.items()):
        click.echo(f"{name}: {measured(value, lang)}")
    return 0
