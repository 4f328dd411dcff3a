"""Commands whose ``--help`` is in the reviewer's language: click has no Vietnamese of its own."""

from __future__ import annotations

from typing import Any

import click

from ..messages import translate

PLACEHOLDERS = {
    "DRAFT": "DỰ-THẢO", "DRAFT…": "DỰ-THẢO…", "PATH…": "ĐƯỜNG-DẪN…", "LEFT": "BẢN-TRƯỚC", "RIGHT": "BẢN-SAU", "FILE": "TỆP", "FILE…": "TỆP…",
    "CORPUS…": "KHO…", "RULE…": "QUY-TẮC…", "ID": "MÃ", "OUTLINE-FILE": "TỆP-ĐỀ-CƯƠNG", "[OPTIONS]": "[TÙY-CHỌN]", "COMMAND": "LỆNH", "[ARGS]...": "[THAM-SỐ]…",
    "TEXT": "CHỮ", "DIRECTORY": "THƯ-MỤC", "INTEGER": "SỐ",
}  # fmt: skip
"""Placeholders of click and ours, as a Vietnamese reader sees them."""


def placeholder(word: str, lang: str) -> str:
    """A placeholder in the reader's language, its square brackets kept."""
    if lang == "en":
        return word
    bare = word if word in PLACEHOLDERS else word.strip("[]")
    return word.replace(bare, PLACEHOLDERS[bare]) if bare in PLACEHOLDERS else word


class Option(click.Option):
    """An option whose default and placeholder are told in one language."""

    lang = "vi"

    def make_metavar(self, *args: Any, **kwargs: Any) -> str:
        """``--output TỆP``."""
        if isinstance(self.type, click.Path) and self.metavar is None:
            return placeholder("DIRECTORY" if not self.type.file_okay else "FILE", self.lang)
        made = super().make_metavar(*args, **kwargs)
        return placeholder(made.split(" ")[0], self.lang)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's line: ``[mặc định: text]``."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        default, needed = translate("mặc định", self.lang), translate("bắt buộc", self.lang)
        text = record[1].replace("[default: ", f"[{default}: ").replace("; default: ", f"; {default}: ")
        return record[0], text.replace("[required]", f"[{needed}]").replace("; required]", f"; {needed}]")


class Shown(click.Command):
    """What a command and a group share: usage and options under their names in one language."""

    lang = "vi"

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """``Cách dùng: vnreport check [TÙY-CHỌN] DỰ-THẢO…``."""
        pieces = [placeholder(word, self.lang) for piece in self.collect_usage_pieces(ctx) for word in piece.split(" ")]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=translate("Cách dùng: ", self.lang))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options in one section."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [r for option in options if (r := option.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(translate("Tùy chọn", self.lang)):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` itself, with its words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = translate("In trợ giúp này.", self.lang)
        return option


class ShownGroup(Shown, click.Group):
    """A group in one language."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their first sentence."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(translate("Lệnh", self.lang)):
            formatter.write_dl([(name, c.get_short_help_str(80)) for name, c in found if c is not None])


def command(lang: str, name: str, **settings: Any) -> click.Command:
    """A command in one language."""
    made = Shown(name, **settings)
    made.lang = lang
    return made


def group(lang: str, name: str, **settings: Any) -> click.Group:
    """A group in one language."""
    made = ShownGroup(name, **settings)
    made.lang = lang
    return made


def option(lang: str, *names: str, help: str, **settings: Any) -> click.Option:
    """An option with its help in one language."""
    made = Option(list(names), help=translate(help, lang), **settings)
    made.lang = lang
    return made


def measured(value: float, lang: str) -> str:
    """A measure as the language writes it: a count has no decimals."""
    text = f"{value:.0f}" if float(value).is_integer() and abs(value) > 1 else f"{value:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "vi" else text


def decimal(value: float, digits: int, lang: str) -> str:
    """A number with so many decimals as the language writes it: with a full stop 1.000 were a thousand in Vietnamese."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if lang == "vi" else text
