"""``vnreport batch``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ..errors import UsageError
from ..messages import translate
from ..model import msg
from ..resources import template_files
from .common import annexes_of, argument, chosen_template, draft_paths, on_terminal
from .decisions import tell_conflicts
from .folders import outside, require_drafts, unfollowed, without_outline
from .settings import LONGEST, Settings, find_settings
from .shown import command, option

if TYPE_CHECKING:
    from ..batch import BatchSummary


def build(lang: str) -> click.Command:
    """The command in one language."""
    return command(lang,
        "batch",
        callback=_runner(lang),
        help=translate("Thẩm định mọi dự thảo trong thư mục; kết quả ghi vào thư mục nêu ở -o (mở tệp index.html trong đó).", lang),
        params=[
            argument("paths", nargs=-1, required=True, metavar="PATH…"),
            option(lang, "-o", "--output", help="Thư mục báo cáo.", type=click.Path(file_okay=False), required=True),
            option(lang, "-t", "--template", help="Mẫu đề cương: tên có sẵn, tệp .yaml, hoặc tệp đề cương."),
            option(lang, "--workers", help="Số tiến trình (mặc định: số lõi, tối đa 8).", type=click.IntRange(1, 256)),
            option(lang, "--time-limit", help="Số giây tối đa cho một dự thảo, quá thì bỏ qua và ghi lý do; 0: không giới hạn (mặc định: 1800; với --workers 1 chỉ khi nêu ra; không áp dụng cho Dask).", type=click.IntRange(0, LONGEST), metavar="SECONDS"),
            option(lang, "--engine", help="Chạy ở đây hay trên cụm Dask.", type=click.Choice(["local", "dask"]), default="local"),
            option(lang, "--scheduler", help="Địa chỉ bộ điều phối Dask."),
            option(lang, "--resume/--fresh", help="Dùng lại phần đã xong, hoặc làm lại từ đầu.", default=True),
            option(lang, "--select", help="Chỉ chạy các quy tắc này.", multiple=True),
            option(lang, "--ignore", help="Bỏ các quy tắc này.", multiple=True),
            option(lang, "--decisions", help="Tệp ý kiến thẩm định: tệp đã xuất, hoặc matrix.xlsx đã ghi ý kiến (dùng nhiều lần được).", type=click.Path(), multiple=True),
            option(lang, "--previous", help="Thư mục báo cáo lần trước, để nêu việc đã sửa.", type=click.Path(), metavar="DIRECTORY"),
            option(lang, "--anonymise", help="Thay tên đơn vị bằng mã.", is_flag=True),
            option(lang, "--single-file", help="Gộp trang đơn vị vào một tệp để gửi thư.", is_flag=True),
            option(lang, "--export", help="Xuất thêm bằng gói khác, vào thư mục export của kết quả (dùng nhiều lần được).", multiple=True),
            option(lang, "--letterhead", help="Tệp Word có sẵn tiêu đề công văn.", type=click.Path()),
            option(lang, "--letters", help="Công văn nêu mọi phát hiện, hay chỉ phát hiện có ý kiến “Đúng, đề nghị sửa” (cần --decisions).", type=click.Choice(["all", "confirmed"]), default="all"),
            option(lang, "--password", help="Mật khẩu của tệp được bảo vệ."),
            option(lang, "--ocr/--no-ocr", help="Nhận dạng chữ trong bản quét (cần tesseract).", default=True),
            option(lang, "-q", "--quiet", help="Không in gì.", is_flag=True),
            option(lang, "-v", "--verbose", help="In thêm chi tiết.", is_flag=True),
        ],
    )  # fmt: skip


def _runner(lang: str) -> Callable[..., int]:
    def run(**given: object) -> int:
        return run_batch(lang, given)

    return run


def run_batch(lang: str, given: dict[str, object]) -> int:
    """Parse, call, print."""
    from ..assess import RuleSet
    from ..batch import LEAST_PEERS, BatchOptions, Peers, write_batch
    from ..readers import ReadOptions
    from ..template import load_template

    settings = find_settings()
    source = chosen_template(cast("str | None", given["template"]), settings.template)
    template = load_template(source)
    template = replace(template, formulas=(*template.formulas, *settings.formulas))
    rules = RuleSet.of(
        _many(given["select"]) or settings.select, _many(given["ignore"]) or settings.ignore, settings.severity
    )
    folder = _folder(str(given["output"]))
    paths, others, outlines = _found(given, folder, source, lang)
    workers = int(str(given["workers"] or settings.workers or min(os.cpu_count() or 1, 8)))
    options = BatchOptions(
        workers, "dask" if given["engine"] == "dask" else "local", _text(given["scheduler"]), bool(given["resume"]),
        bool(given["anonymise"]) or settings.anonymise,
        Peers(settings.thin_share, settings.thin_peers or LEAST_PEERS) if settings.thin_share else None,
        _many(given["export"]), "confirmed" if given["letters"] == "confirmed" else "all", time_limit=_limit(given["time_limit"], workers, settings.time_limit),
    )  # fmt: skip
    decisions = _many(given["decisions"])
    tell_conflicts(decisions, lang)
    units, links = _units(settings, [str(p) for p in paths], lang), unfollowed(paths, _many(given["paths"]))
    with progress_bar(lang, quiet=bool(given["quiet"])) as tick:
        summary = write_batch(
            [str(p) for p in paths], folder, template, rules=rules,
            read_options=ReadOptions(_text(given["password"]), bool(given["ocr"]), units=units, unfollowed=links),
            options=options, progress=tick,
            decisions=decisions, previous=_text(given["previous"]), lang=lang,
            single_file=bool(given["single_file"]), letterhead=_text(given["letterhead"]) or settings.letterhead, others=others, outlines=outlines,
        )  # fmt: skip
    if not given["quiet"]:
        _say(summary, lang)
    _warn(summary, lang)
    if summary.drafts == summary.unreadable:
        return 2
    return 1 if summary.errors else 0


def _limit(given: object, workers: int, setting: int | None = None) -> float | None:
    """The seconds that a draft may take: a process for one that works alone is more memory, made only when it is asked for."""
    from ..batch import TIME_LIMIT

    asked = setting if given is None else given
    if asked is None:
        return TIME_LIMIT if workers > 1 else None
    return float(str(asked)) or None


def _found(
    given: dict[str, object], folder: Path, source: str, lang: str
) -> tuple[list[Path], tuple[str, ...], tuple[str, ...]]:
    """The drafts, the annexes beside them and the outline among them; what was passed over is told."""
    named, quiet = _many(given["paths"]), bool(given["quiet"])
    paths, passed = draft_paths(named)
    paths = outside(paths, named, folder)
    require_drafts(paths)
    others = annexes_of(passed, lang, quiet=quiet)
    if given["verbose"] and passed:
        click.echo(translate("Bỏ qua {n} tệp không phải dự thảo.", lang, n=len(passed)), err=True)
    paths, outlines = _apart(paths, source, lang, quiet=quiet)
    return paths, others, outlines


def _apart(paths: Sequence[Path], source: str, lang: str, *, quiet: bool) -> tuple[list[Path], tuple[str, ...]]:
    """The drafts, and the names of the files among them that are the outline: it is told and judged by nobody."""
    drafts, outlines = without_outline(paths, "" if source in template_files() else source)
    if outlines and not quiet:
        told = ", ".join(p.name for p in outlines)
        click.echo(translate("Đề cương, không đối chiếu: {names}", lang, names=told), err=True)
    return drafts, tuple(map(str, outlines))


def _units(settings: Settings, paths: Sequence[str], lang: str) -> tuple[tuple[str, str], ...]:
    """Names given to units by file; those of no draft are told: most are slips of typing."""
    from ..readers import ReadOptions

    for file, unit in settings.units.items():
        if not any(ReadOptions(units=((file, unit),)).unit_of(path) for path in paths):
            click.echo(
                translate("vnreport.toml, [units]: không có dự thảo nào tên “{file}”.", lang, file=file), err=True
            )
    return tuple(settings.units.items())


def _say(summary: BatchSummary, lang: str) -> None:
    if summary.cleared.deleted:
        click.echo(
            translate("Đã xóa {n} tệp của lần chạy trước không còn trong báo cáo.", lang, n=summary.cleared.deleted)
        )
    if summary.cleared.edited:
        click.echo(
            translate(
                "Giữ lại {n} tệp của lần chạy trước vì đã được sửa tay, không còn trong báo cáo: {names}",
                lang, n=len(summary.cleared.edited), names=", ".join(summary.cleared.edited),
            )
        )  # fmt: skip
    if summary.cleared.aside:
        click.echo(
            translate(
                "Tệp không do công cụ ghi, hoặc đã được sửa tay, được giữ dưới tên khác: {names}",
                lang,
                names=", ".join(summary.cleared.aside),
            )
        )
    if summary.foreign:
        click.echo(translate("Khác đề cương: {n} tài liệu, không đối chiếu.", lang, n=summary.foreign))
    if summary.twins:
        click.echo(
            translate("Có nhiều tệp của cùng một đơn vị: {n} đơn vị; xem đầu trang báo cáo.", lang, n=summary.twins)
        )
    click.echo(
        translate(
            "{n} dự thảo, {bad} không đọc được. Báo cáo: {path}",
            lang,
            n=summary.drafts,
            bad=summary.unreadable,
            path=summary.index,
        )
    )


def _folder(output: str) -> Path:
    if not output.strip():
        raise UsageError(msg("Tên thư mục kết quả để trống."), msg("Ghi tên thư mục sau -o."))
    return Path(output)


def _warn(summary: BatchSummary, lang: str) -> None:
    """What must be told even with ``--quiet``."""
    if summary.drafts == summary.unreadable:
        click.echo(translate("Không đọc được dự thảo nào; lý do ghi trong {path}.", lang, path=summary.index), err=True)
    if summary.unnamed:
        click.echo(
            translate(
                "CẢNH BÁO: {n} dự thảo không đọc được tên đơn vị; trang của các dự thảo này (có ghi chú ở đầu trang) có thể còn tên "
                "đơn vị, phải rà soát kỹ trước khi gửi ra ngoài.", lang, n=summary.unnamed,
            ),
            err=True,
        )  # fmt: skip


def _many(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, (tuple, list)) else ()


def _text(value: object) -> str | None:
    return str(value) if value else None


@contextmanager
def progress_bar(lang: str, *, quiet: bool) -> Iterator[Callable[[int, int, int], None] | None]:
    """One bar on stderr: units done, failures, time left; a line at the end where stderr is no terminal."""
    if quiet:
        yield None
        return
    if not on_terminal():
        text = translate("Đã xử lý {done}/{total} tệp, trong đó {bad} tệp không đọc được", lang)

        def told(done: int, total: int, bad: int) -> None:
            if done == total or done % 50 == 0:
                click.echo(text.format(done=done, total=total, bad=bad), err=True)

        yield told
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[bad]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        job = bar.add_task(translate("Đang đọc", lang), total=None, bad="")

        def tick(done: int, total: int, bad: int) -> None:
            bar.update(
                job, completed=done, total=total, bad=translate("không đọc được {n}", lang, n=bad) if bad else ""
            )

        yield tick
