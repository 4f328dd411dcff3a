"""``vnreport compare``."""

from __future__ import annotations

from collections.abc import Callable

import click

from ..messages import translate
from .common import argument, chosen_template
from .settings import find_settings
from .shown import command, option
from .targets import emit


def build(lang: str) -> click.Command:
    """The command in one language."""
    return command(
        lang,
        "compare",
        callback=_runner(lang),
        help=translate("So sánh hai dự thảo: mục nào thêm, bớt, chuyển, sửa từng chữ.", lang),
        params=[
            argument("left", metavar="LEFT"),
            argument("right", metavar="RIGHT"),
            option(lang, "-t", "--template", help="Mẫu đề cương: tên có sẵn, tệp .yaml, hoặc tệp đề cương."),
            option(
                lang,
                "--format",
                "fmt",
                help="Dạng kết quả.",
                type=click.Choice(["text", "html", "json"]),
                default="text",
            ),
            option(lang, "-o", "--output", help="Ghi kết quả vào tệp này.", type=click.Path()),
        ],
    )


def _runner(lang: str) -> Callable[..., int]:
    def run(left: str, right: str, template: str | None, fmt: str, output: str | None) -> int:
        from ..compare import compare
        from ..exporters.compare import compare_html, compare_lines, compare_object
        from ..exporters.json import dumps
        from ..outline import outline
        from ..readers import read
        from ..template import load_template

        chosen = load_template(chosen_template(template, find_settings().template))
        found = compare(outline(read(left)), outline(read(right)), template=chosen)
        given = [left, right, *([template] if template else [])]
        if fmt == "json":
            emit(dumps(compare_object(found, lang)), output, read=given)
        elif fmt == "html":
            emit(compare_html(found, lang), output, read=given)
        else:
            emit("\n".join(compare_lines(found, lang)), output, read=given)
        return 0 if found.equal else 1

    return run
