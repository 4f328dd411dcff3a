"""``vnreport check``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..errors import UsageError
from ..messages import translate
from ..model import Result, Template, Unreadable, msg
from .common import annexes_of, argument, chosen_template, draft_paths, fails, on_terminal
from .decisions import tell_conflicts
from .folders import require_drafts, unfollowed
from .settings import find_settings
from .shown import command, option
from .targets import emit, require_target


def build(lang: str) -> click.Command:
    """The command in one language."""
    formats = Formats(["text", "json", "sarif"])
    return command(lang,
        "check",
        callback=_runner(lang, formats),
        help=translate("Kiểm tra dự thảo theo đề cương. Mã thoát: 0 không có lỗi, 1 có lỗi (đổi mức bằng --fail-on), 2 không làm được.", lang),
        params=[
            argument("drafts", nargs=-1, required=True, metavar="DRAFT…"),
            option(lang, "-t", "--template", help="Mẫu đề cương: tên có sẵn, tệp .yaml, hoặc tệp đề cương."),
            option(lang, "--format", "fmt", help="Dạng kết quả.", type=formats, default="text", show_default=True),
            option(lang, "-o", "--output", help="Ghi kết quả vào tệp này.", type=click.Path()),
            option(lang, "--select", help="Chỉ chạy các quy tắc này (S, F201, …).", multiple=True),
            option(lang, "--ignore", help="Bỏ các quy tắc này.", multiple=True),
            option(lang, "--fail-on", help="Có phát hiện từ mức này trở lên thì mã thoát là 1 (mặc định: error).", type=click.Choice(["error", "warning", "note", "never"])),
            option(lang, "--decisions", help="Tệp ý kiến thẩm định: tệp đã xuất, hoặc matrix.xlsx đã ghi ý kiến (dùng nhiều lần được).", type=click.Path(), multiple=True),
            option(lang, "--password", help="Mật khẩu của tệp được bảo vệ."),
            option(lang, "--ocr/--no-ocr", help="Nhận dạng chữ trong bản quét (cần tesseract).", default=True),
            option(lang, "-q", "--quiet", help="Không in gì ngoài kết quả.", is_flag=True),
            option(lang, "-v", "--verbose", help="In thêm chi tiết.", is_flag=True),
        ],
    )  # fmt: skip


def _runner(lang: str, formats: Formats) -> Callable[..., int]:
    def run(
        drafts: tuple[str, ...], template: str | None, fmt: str, output: str | None, select: tuple[str, ...], ignore: tuple[str, ...],
        fail_on: str | None, decisions: tuple[str, ...], password: str | None, ocr: bool, quiet: bool, verbose: bool,
    ) -> int:  # fmt: skip
        from ..api import assess_many
        from ..assess import RuleSet
        from ..readers import ReadOptions
        from ..template import load_template

        if fmt not in formats.choices and not output:
            raise UsageError(msg("Dạng “{name}” cần -o TỆP.", name=fmt), msg("Ghi tên tệp sau -o."))
        settings = find_settings()
        chosen = load_template(chosen_template(template, settings.template))
        rules = RuleSet.of(select or settings.select, ignore or settings.ignore, settings.severity)
        paths, passed = draft_paths(drafts)
        require_drafts(paths)
        annexes_of(passed, lang, quiet=quiet)
        if verbose and passed:
            click.echo(translate("Bỏ qua {n} tệp không phải dự thảo.", lang, n=len(passed)), err=True)
        if output is not None and output != "-":
            require_target(output, [*map(str, paths), *decisions, *([template] if template else [])])
        tell_conflicts(decisions, lang)
        units = tuple(settings.units.items())
        options = ReadOptions(password=password, ocr=ocr, units=units, unfollowed=unfollowed(paths, drafts))
        results = []
        many = assess_many([str(p) for p in paths], chosen, rules=rules, options=options, decisions=decisions)
        for result in _progress(many, len(paths), lang, quiet=quiet):
            results.append(result)
        if fmt in formats.choices:
            emit(_format(results, chosen, fmt, lang), output)
        else:
            _export(results, chosen, fmt, output, lang)
        if all(isinstance(r, Unreadable) for r in results):
            return 2
        severities = [f.severity for r in results if not isinstance(r, Unreadable) for f in r.findings if not f.waived]
        return int(fails(severities, fail_on or settings.fail_on or "error"))

    return run


class Formats(click.Choice):  # type: ignore[type-arg]
    """Our formats, and by name any exporter that another package declares."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself when another package exports it, else one of ours."""
        from ..plugins import strangers

        return (
            value
            if value not in self.choices and value in strangers("exporters")
            else super().convert(value, param, ctx)
        )


def _export(results: list[Result], template: Template, name: str, output: str | None, lang: str) -> None:
    """Hand the results to another package's exporter, which writes a file."""
    from ..plugins import call

    call("exporters", name, results, template, Path(output or ""), lang=lang)


def _progress(results, total: int, lang: str, *, quiet: bool):  # type: ignore[no-untyped-def]
    """A progress bar on stderr for more than one draft on a terminal."""
    import sys

    if quiet or total < 2 or not on_terminal():
        yield from results
        return
    with click.progressbar(results, length=total, label=translate("Đang đọc", lang), file=sys.stderr) as bar:
        yield from bar


def _format(results, template, fmt: str, lang: str) -> str:  # type: ignore[no-untyped-def]
    if fmt == "json":
        from ..exporters.json import check_object, dumps

        return dumps(check_object(results, template, lang))
    if fmt == "sarif":
        from ..exporters.json import dumps
        from ..exporters.sarif import sarif_object

        return dumps(sarif_object(results, template, lang))
    from ..exporters.text import check_lines

    return "\n".join(check_lines(results, lang))
