"""The command line: a group whose commands are built when they are called for."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from .. import __version__
from ..errors import ReadError, TemplateError, VnReportError
from ..messages import LANGUAGES, problem_lines, render, translate
from .shown import ShownGroup, option

COMMANDS = {
    "check": "check", "batch": "batch", "compare": "compare", "outline": "outline", "template": "template",
    "decisions": "decisions", "explain": "explain", "doctor": "doctor", "train": "train", "evaluate": "evaluate",
}  # fmt: skip
SHORT = {
    "check": "Kiểm tra một hay nhiều dự thảo, in phát hiện ra màn hình.",
    "batch": "Thẩm định cả thư mục dự thảo, viết báo cáo HTML, Excel, Word.",
    "compare": "So sánh hai đơn vị, hoặc hai bản của một dự thảo.",
    "outline": "Xem bố cục mà công cụ đọc được từ một dự thảo.",
    "template": "Liệt kê, xem, kiểm tra, tạo mẫu đề cương.",
    "decisions": "Gộp các tệp ý kiến thẩm định.",
    "explain": "Giải thích một quy tắc: vì sao, ví dụ, cách sửa.",
    "doctor": "Xem máy có những gì và thiếu gì.",
    "train": "Huấn luyện bộ phân loại mục từ kho ngữ liệu.",
    "evaluate": "Đo độ chính xác trên kho ngữ liệu có đáp án.",
}


def language(args: list[str]) -> str:
    """The language asked for on the command line or in VNREPORT_LANG; Vietnamese otherwise."""
    asked = _asked(args) or os.environ.get("VNREPORT_LANG", "vi")
    return asked if asked in LANGUAGES else "vi"


def _asked(args: list[str]) -> str | None:
    """What stands after ``--lang``, known or not."""
    for at, arg in enumerate(args):
        if arg.startswith("--lang="):
            return arg.partition("=")[2]
        if arg == "--lang" and at + 1 < len(args):
            return args[at + 1]
    return None


class LazyGroup(ShownGroup):
    """Commands are modules of this package, each with ``build(lang)``; listing them imports none."""

    def __init__(self, lang: str) -> None:
        super().__init__(
            name="vnreport",
            help=translate("Đối chiếu dự thảo báo cáo của các đơn vị với đề cương của tỉnh.", lang),
            params=[
                option(lang, "--lang", help="Ngôn ngữ: vi hoặc en.", type=click.Choice(LANGUAGES), default=lang),
                option(lang, "--version", help="In phiên bản.", is_flag=True, is_eager=True, expose_value=False, callback=_version),
            ],
            callback=lambda lang: None,
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
        )  # fmt: skip
        self.lang = lang

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of a reviewer's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and build one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name]}", __package__)
        command: click.Command = module.build(self.lang)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section(translate("Lệnh", self.lang)):
            formatter.write_dl([(name, translate(SHORT[name], self.lang)) for name in COMMANDS])


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"vnreport {__version__}")
        ctx.exit()


def _misused(error: click.ClickException, lang: str) -> int:
    """A mistake in the command line, or no command at all; the words are loaded only now."""
    if type(error).__name__ == "NoArgsIsHelpError":  # of click from 8.2 on: older ones print the help by themselves
        click.echo(error.format_message(), err=True)
        return 2
    from .usage import usage_lines

    click.echo("\n".join(usage_lines(error, lang)), err=True)
    return 2


def _unknown_language(name: str, lang: str) -> int:
    what = translate("Không có ngôn ngữ “{name}”; chọn vi hoặc en.", lang, name=name)
    click.echo(translate("Lỗi: {what}", lang, what=what), err=True)
    return 2


def run(args: list[str]) -> int:
    """Run the command line; every known failure is a message and exit code 2."""
    lang = language(args)
    if (_asked(args) or lang) not in LANGUAGES:
        return _unknown_language(_asked(args) or "", lang)
    try:
        code = LazyGroup(lang).main(args=_without_lang(args), prog_name="vnreport", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk or a closed pipe is told here, not when Python ends
        return int(code or 0)
    except click.ClickException as error:
        return _misused(error, lang)
    except VnReportError as error:
        _show(error, lang)
        return 2
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo(translate("Đã dừng; phần đã xong được giữ lại.", lang), err=True)
        return 2
    except (BrokenPipeError, SystemExit):  # a closed pipe; click exits for one, with the code of findings
        return 2
    except OSError as error:
        return _refused(error, lang)
    except MemoryError:
        return _short_of_memory(lang)
    except Exception as error:
        if os.environ.get("VNREPORT_DEBUG"):
            raise
        click.echo(
            translate("Lỗi ngoài dự kiến ({kind}: {why}). Đặt VNREPORT_DEBUG=1 để xem chi tiết và gửi người phát triển.", lang,
                      kind=type(error).__name__, why=error),
            err=True,
        )  # fmt: skip
        return 2


def _refused(error: OSError, lang: str) -> int:
    """What the system did not let us do."""
    from .usage import system_lines

    click.echo("\n".join(system_lines(error, lang)), err=True)
    return 2


def _short_of_memory(lang: str) -> int:
    what = translate("Máy không đủ bộ nhớ cho việc này.", lang)
    hint = translate("Đóng bớt chương trình khác, dùng --workers 1, hoặc chia nhỏ tệp rồi chạy lại.", lang)
    click.echo(translate("Lỗi: {what}", lang, what=what), err=True)
    click.echo(translate("Cách xử lý: {hint}", lang, hint=hint), err=True)
    return 2


def _without_lang(args: list[str]) -> list[str]:
    """``--lang`` may stand anywhere."""
    out: list[str] = []
    skip = False
    for arg in args:
        if skip:
            skip = False
        elif arg == "--lang":
            skip = True
        elif not arg.startswith("--lang="):
            out.append(arg)
    return out


def _show(error: VnReportError, lang: str) -> None:
    what = render(error.message, lang)
    if isinstance(error, ReadError) and error.path not in what:  # of several files and a template it may be any
        what = f"{error.path}: {what}"
    click.echo(translate("Lỗi: {what}", lang, what=what), err=True)
    if isinstance(error, TemplateError):
        for line in problem_lines(error.problems, lang):
            click.echo(f"  {line}", err=True)
    if error.hint is not None:
        click.echo(translate("Cách xử lý: {hint}", lang, hint=render(error.hint, lang)), err=True)
