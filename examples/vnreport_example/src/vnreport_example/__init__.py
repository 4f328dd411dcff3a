"""A reader, a check and an exporter of a stranger: plain functions that ``pyproject.toml`` declares as entry points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from vnreport_nlp.checks import Context
from vnreport_nlp.errors import ReadError
from vnreport_nlp.model import Assessment, Document, Finding, Result, Span, Template, fingerprint, msg
from vnreport_nlp.readers import ReadOptions
from vnreport_nlp.readers.build import Builder


def is_vnx(data: bytes, path: str) -> bool:
    """Whether the content is ours; names lie, so only the bytes are asked."""
    return data.startswith(b"%vnx\n")


def read_vnx(data: bytes, path: str, options: ReadOptions) -> Document:
    """A made-up format: UTF-8, one paragraph a line, headings begin with ``@``, a first line ``%vnx`` is a mark.

    Raises ReadError ``corrupt`` for bytes that are not UTF-8, ``empty`` (by the builder) for nothing.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            "corrupt", path, msg("Tệp .vnx không phải UTF-8."), msg("Lưu lại với bảng mã UTF-8.")
        ) from error
    builder = Builder(path, "vnx", data, options.limits, encoding="utf-8")
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if number > 1 or line != "%vnx":
            heading = line.startswith("@")
            paragraph = builder.paragraph(level=1 if heading else None)
            paragraph.add(line[heading:], source=at + heading, line=number)
        at += len(line) + 1
    return builder.build()


def check_exclamation(context: Context) -> Iterable[Finding]:
    """X901: an exclamation mark in the body of a report, once for each sentence that ends with one."""
    text = context.document.text
    at = text.find("!")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        place = context.place(Span(start, at + 1))
        requirement = context.requirement_at(at)
        yield Finding(
            "X901",
            "exclamation",
            "note",
            msg("Dấu chấm than trong báo cáo"),
            need=msg("Văn phong hành chính."),
            found=msg("“{quote}”", quote=place.quote),
            fix=msg("Thay bằng dấu chấm."),
            requirement=requirement,
            places=(place,),
            fingerprint=fingerprint("X901", requirement, place.quote),
        )
        at = text.find("!", at + 1)


def explain_exclamation(lang: str) -> str:
    """What ``vnreport explain X901`` prints."""
    if lang == "en":
        return "X901 Exclamation mark\n\nWrong\n  A great step forward!\n\nRight\n  Output rose by 12 per cent."
    return "X901 Dấu chấm than trong báo cáo\n\nVí dụ sai\n  Một bước tiến dài!\n\nVí dụ đúng\n  Sản lượng tăng 12%."


def export_statuses(results: Sequence[Result], template: Template, target: Path, *, lang: str = "vi") -> None:
    """One line a requirement: unit, number, status; tabs between."""
    lines = [
        f"{result.unit or result.document.path}\t{verdict.requirement}\t{verdict.status}"
        for result in results
        if isinstance(result, Assessment)
        for verdict in result.verdicts
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
