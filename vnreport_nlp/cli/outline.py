"""``vnreport outline``."""

from __future__ import annotations

from collections.abc import Callable

import click

from ..messages import translate
from .common import argument
from .shown import command, option
from .targets import emit


def build(lang: str) -> click.Command:
    """The command in one language."""
    return command(
        lang,
        "outline",
        callback=_runner(lang),
        help=translate("In bố cục đọc được từ một dự thảo.", lang),
        params=[
            argument("draft", metavar="DRAFT"),
            option(lang, "--format", "fmt", help="Dạng kết quả.", type=click.Choice(["text", "json"]), default="text"),
            option(lang, "-o", "--output", help="Ghi kết quả vào tệp này.", type=click.Path()),
            option(lang, "--password", help="Mật khẩu của tệp được bảo vệ."),
            option(lang, "--ocr/--no-ocr", help="Nhận dạng chữ trong bản quét (cần tesseract).", default=True),
        ],
    )


def _runner(lang: str) -> Callable[..., int]:
    def run(draft: str, fmt: str, output: str | None, password: str | None, ocr: bool) -> int:
        from ..exporters.json import dumps, outline_object
        from ..exporters.text import outline_lines
        from ..outline import outline
        from ..readers import ReadOptions, read

        found = outline(read(draft, options=ReadOptions(password=password, ocr=ocr)))
        emit(
            dumps(outline_object(found)) if fmt == "json" else "\n".join(outline_lines(found, lang)),
            output,
            read=[draft],
        )
        return 0

    return run
