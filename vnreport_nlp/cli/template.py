"""``vnreport template list | show | lint | derive``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..messages import render, translate
from ..model import Outline, msg
from ..model.document import shortened
from .common import argument
from .shown import command, group, option
from .targets import emit

VOICES = {"result": msg("kết quả"), "direction": msg("phương hướng")}
DOCUMENTS = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".md", ".txt"})
"""Outlines that a template is derived from, by their files' names."""

QUOTED = 90
"""Characters of a line that is quoted."""


def build(lang: str) -> click.Command:
    """The group in one language."""
    made = group(lang, "template", help=translate("Liệt kê, xem, kiểm tra, tạo mẫu đề cương.", lang))
    made.add_command(command(lang, "list", callback=lambda: _list(lang), help=translate("Các mẫu có sẵn.", lang)))
    made.add_command(
        command(
            lang,
            "show",
            callback=lambda template: _show(template, lang),
            params=[argument("template", metavar="ID")],
            help=translate("Xem một mẫu.", lang),
        )
    )
    made.add_command(
        command(
            lang,
            "lint", callback=lambda file: _lint(file, lang), params=[argument("file", metavar="FILE")],
            help=translate("Kiểm tra một tệp mẫu, nêu mọi lỗi cùng dòng và cột.", lang),
        )
    )  # fmt: skip
    made.add_command(
        command(
            lang,
            "derive", callback=lambda file, output: _derive(file, output, lang),
            params=[
                argument("file", metavar="OUTLINE-FILE"),
                option(lang, "-o", "--output", help="Tệp .yaml sẽ ghi.", type=click.Path()),
            ],
            help=translate("Tạo mẫu từ một tệp đề cương (Word, PDF, văn bản).", lang),
        )
    )  # fmt: skip
    return made


def _list(lang: str) -> int:
    from ..resources import template_files
    from ..template import read_template_file

    for name, path in template_files().items():
        template = read_template_file(path)
        click.echo(f"{name}  {template.title}  ({translate('{n} mục yêu cầu', lang, n=len(template.requirements))})")
    return 0


def _show(template: str, lang: str) -> int:
    from ..exporters.text import clean
    from ..resources import template_files
    from ..template import load_template, read_outline, template_of

    outline = None
    if Path(template).suffix.lower() in DOCUMENTS and template not in template_files() and Path(template).exists():
        outline = read_outline(template)
    found = load_template(template) if outline is None else template_of(outline)
    click.echo(clean(f"{found.id}: {found.title}"))
    for r in found.requirements:
        marks = [
            translate(VOICES[r.voice].id, lang) if r.voice else "",
            "" if r.required else translate("không bắt buộc", lang),
            translate("từ {n} chữ", lang, n=r.min_syllables) if r.min_syllables else "",
            r.period or "",
        ]
        tail = "  ".join(m for m in marks if m)
        click.echo(clean(f"{'  ' * (r.depth - 1)}{r.number}  {r.title}  {tail}".rstrip()))
        if r.when:
            click.echo(clean(f"{'  ' * r.depth}[{r.when}]"))
    for line in _untaken(outline, lang) if outline is not None else ():
        click.echo(clean(line))
    return 0


def _untaken(outline: Outline, lang: str) -> Iterator[str]:
    """The lines of an outline document that became no item, for whoever looks a template through."""
    from ..template import untaken

    for n, line in enumerate(untaken(outline)):
        if n == 0:
            yield translate("Dòng của đề cương không lấy làm mục yêu cầu:", lang)
        at = line.location
        place = translate("dòng {n}", lang, n=at.line) if at.line else ""
        place = place or (translate("đoạn {n}", lang, n=at.paragraph) if at.paragraph else "")
        more = translate("và {n} dòng tiếp", lang, n=line.lines - 1) if line.lines > 1 else ""
        words = " ".join(filter(None, (f"{place}:" if place else "", f"“{shortened(line.text, QUOTED)}”", more)))
        yield f"  {words} ({render(line.why, lang)})"


def _lint(file: str, lang: str) -> int:
    from ..errors import TemplateError, UsageError
    from ..messages import problem_lines, render
    from ..template import read_template_file

    if Path(file).suffix.lower() in DOCUMENTS:
        raise UsageError(
            msg("“{path}” không phải tệp .yaml; lint chỉ kiểm tra mẫu đề cương .yaml.", path=file),
            msg("Tạo mẫu từ tệp đề cương trước: vnreport template derive \"{path}\" -o mau.yaml, rồi kiểm tra mau.yaml.", path=file),
        )  # fmt: skip
    try:
        template = read_template_file(Path(file))
    except TemplateError as error:
        for line in [*problem_lines(error.problems, lang)] or [render(error.message, lang)]:
            click.echo(line)
        return 1 if error.problems else 2
    click.echo(translate("{file}: dùng được, {n} mục yêu cầu.", lang, file=file, n=len(template.requirements)))
    return 0


def _derive(file: str, output: str | None, lang: str) -> int:
    from ..exporters.text import clean
    from ..template import is_outline, read_outline, template_of, to_yaml

    found = read_outline(file)
    if not is_outline(found):
        what = translate(
            "“{file}” không giống một đề cương (mục không đánh số, hoặc là loại văn bản khác); xem lại mẫu vừa tạo trước khi dùng.", lang, file=file
        )  # fmt: skip
        click.echo(what, err=True)
    emit(to_yaml(template_of(found)).rstrip("\n"), output, read=[file])
    for line in _untaken(found, lang):
        click.echo(clean(line), err=True)
    return 0
