"""What several commands share: files to read, rules to run, options."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from ..errors import UsageError
from ..messages import render, translate
from ..model import Severity, msg
from ..text import is_link, shown_path
from .folders import ANNEXES, files_below, is_annex, page_parts, without_reports

NOT_DRAFTS = frozenset(
    {".json", ".yaml", ".yml", ".toml", ".lock", ".src", ".log", ".ini", ".db", ".py", ".css", ".js"}
)
"""Files that lie beside drafts and are none."""
TOLD = 5
"""Names of files that a line tells."""
RANK: dict[str, int] = {"error": 0, "warning": 1, "note": 2, "never": -1}


def on_terminal() -> bool:
    """Whether somebody sees the standard error; there is none under ``pythonw.exe``, or where it was closed."""
    return sys.stderr is not None and sys.stderr.isatty()


def chosen_template(given: str | None, kept: str | None) -> str:
    """The outline of the command line, else that of the settings, else the package's own; UsageError for an empty name, which is a slip."""
    from ..template import DEFAULT

    if given is not None and not given.strip():
        raise UsageError(msg("Tên mẫu đề cương để trống."), msg("Ghi tên mẫu hoặc tệp đề cương sau -t."))
    return given or kept or DEFAULT


def draft_paths(paths: Sequence[str]) -> tuple[list[Path], list[Path]]:
    """(drafts, passed over): files as given, folders searched in depth but for reports in them, in a stable order.

    What bears a draft's name and is no file (a link to nowhere, a pipe) is a draft that cannot be read; folders that were not
    looked into are passed over. Raises UsageError for a path that does not exist; one whose name is no text becomes one that
    cannot be read.
    """
    found: list[Path] = []
    passed: list[Path] = []
    for text in paths:
        if not text.strip():
            raise UsageError(msg("Đường dẫn của dự thảo để trống."), msg("Ghi tên tệp hoặc thư mục dự thảo."))
        path = Path(text)
        if path.is_dir():
            files, unseen = files_below(path)
            passed.extend(unseen)
            parts = page_parts(files)
            for file in files:
                (passed if file in parts or _is_none(file, path) else found).append(file)
        elif path.suffix.lower() in NOT_DRAFTS and path.is_file():
            raise UsageError(
                msg("“{path}” không phải dự thảo.", path=text),
                msg("Dự thảo là tệp .docx, .doc, .pdf, .odt, .rtf, .html, .md hoặc .txt."),
            )
        elif path.exists():
            found.append(path)
        else:
            raise UsageError(msg("Không có tệp hay thư mục “{path}”.", path=text), msg("Kiểm tra lại đường dẫn."))
    once: dict[str, Path] = {}
    for path in found:
        once.setdefault(os.path.normpath(Path.cwd() / path), path)
    drafts = without_reports(once.values(), paths)
    left = without_reports(passed, paths)  # a report's workbook is nobody's annex
    return list(_named(drafts)), [*left, *sorted(set(once.values()) - set(drafts))]


def _is_none(file: Path, folder: Path) -> bool:
    """Whether a file below a folder is none of the drafts."""
    hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
    return hidden or file.suffix.lower() in NOT_DRAFTS or file.name == "Thumbs.db" or is_annex(file)


def _named(paths: Iterable[Path]) -> Iterator[Path]:
    """The files by names that are text, each its own: one whose bytes are none is a draft that cannot be read, with its reason."""
    paths = list(paths)
    taken = {str(path) for path in paths}
    for path in paths:
        named, count = shown_path(path), 1
        while named != str(path) and named in taken:
            count += 1
            named = shown_path(path.with_stem(f"{path.stem} ({count})"))
        taken.add(named)
        yield Path(named)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a folder that may not be entered
        return False


def annexes_of(passed: Iterable[Path], lang: str, *, quiet: bool) -> tuple[str, ...]:
    """What was passed over though it is no file of the system or of ours: told, since a unit may have sent nothing else.

    Folders that were not looked into are told even with ``--quiet``: whole drafts may lie there.
    """
    passed = list(passed)
    unseen = [p for p in passed if _is_folder(p)]
    for folder in unseen:
        why = msg("là liên kết đến thư mục khác; hãy nêu thẳng thư mục đó trên dòng lệnh")
        why = why if is_link(folder) else msg("không có quyền mở")
        what = translate("Bỏ qua thư mục {path}: {why}.", lang, path=shown_path(folder), why=render(why, lang))
        click.echo(what, err=True)
    passed = [p for p in passed if p not in unseen]
    names = tuple(shown_path(p) for p in passed if p.suffix.lower() in ANNEXES and not p.name.startswith((".", "~$")))
    if names and not quiet:
        told = ", ".join(Path(n).name for n in names[:TOLD]) + (", …" if len(names) > TOLD else "")
        click.echo(translate("Tệp khác, không đối chiếu: {n} ({names})", lang, n=len(names), names=told), err=True)
    return (*names, *map(shown_path, unseen))


def fails(severities: Iterable[Severity], fail_on: str) -> bool:
    """Whether any finding is at or above the level."""
    return fail_on != "never" and any(RANK[s] <= RANK[fail_on] for s in severities)


def argument(name: str, **settings: object) -> click.Argument:
    """A click argument."""
    return click.Argument([name], **settings)  # type: ignore[arg-type]
