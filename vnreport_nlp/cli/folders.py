"""Which files of the given folders are drafts: never those of a report, and never none without a word."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import ReadError, UsageError
from ..model import msg
from ..text import is_link

RECEIPT, CACHE = ".vnreport-receipt.json", ".vnreport-cache.sqlite"
"""What a batch leaves in its report folder; by one of them a report among the drafts is known."""
REPORT = frozenset(
    {
        "index.html",
        "indicators.html",
        "reuse.html",
        "results.json",
        "matrix.xlsx",
        "units",
        "requirements",
        "letters",
        "annotated",
        "export",
    }
)
"""Files and folders of a report."""
ANNEXES = frozenset(
    {".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".pptx", ".ppt", ".odp", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp",
     ".gif", ".webp", ".heic"}
)  # fmt: skip
"""Suffixes of what units send along with their drafts."""
PAGES = frozenset({".htm", ".html"})
BESIDE_PAGE = ("_files", ".files", "_tệp", "_tep")
"""How Word and browsers call the folder of what a saved page shows, behind the page's own name."""
PAGE_PARTS = frozenset(
    {".htm", ".html", ".xml", ".thmx", ".mso", ".wmz", ".emz", ".wmf", ".emf", ".svg", ".download", ".bin", ".woff", ".woff2", ".ttf"}
)  # fmt: skip
"""Suffixes of what stands in such a folder: headers, themes, pictures, what frames show."""
TEXTS = frozenset({"docx", "odt", "doc", "rtf", "pdf"})
"""Kinds of text that stay drafts whatever they are called."""


def outside(paths: Sequence[Path], given: Sequence[str], output: Path) -> list[Path]:
    """The drafts that do not lie in the report's folder.

    Raises UsageError where the report would lie among the drafts; an older report named beside them (``folder/*``) is none.
    """
    target = _real(output)
    left = [p for p in paths if not _real(p).is_relative_to(target)]
    within = [p for p in map(Path, given) if _real(p).is_relative_to(target)]
    if within and (not left or not _is_report(target, {})):
        raise UsageError(msg("Thư mục kết quả trùng với thư mục dự thảo."), msg("Chọn thư mục khác cho -o."))
    return left


def without_outline(paths: Sequence[Path], source: str) -> tuple[list[Path], list[Path]]:
    """(drafts, files that are the outline they are held against): itself and its copies; a file alone is a draft all the same."""
    outline = Path(source)
    try:
        text = outline.read_bytes() if outline.is_file() else None
    except OSError:
        text = None
    if text is None:
        return list(paths), []
    own = [p for p in paths if _real(p) == _real(outline) or _holds(p, text)]
    return ([p for p in paths if p not in own], own) if len(own) < len(paths) else (list(paths), [])


def _holds(path: Path, text: bytes) -> bool:
    """Whether a file has these bytes; it is opened only where it is as long."""
    try:
        return path.is_file() and path.stat().st_size == len(text) and path.read_bytes() == text
    except OSError:
        return False


def _real(path: Path) -> Path:
    """Where a path leads to; ``Path.resolve`` raises for a link to itself."""
    return Path(os.path.realpath(path))


def files_below(folder: Path) -> tuple[list[Path], list[Path]]:
    """(all that is no folder below a folder, folders that were not looked into: links, and those that cannot be opened)."""
    files: list[Path] = []
    unseen: list[Path] = []

    def refused(error: OSError) -> None:
        unseen.append(Path(error.filename or folder))

    for base, names, others in os.walk(folder, onerror=refused):
        files += [Path(base, name) for name in others]
        unseen += [Path(base, name) for name in names if is_link(Path(base, name)) and not name.startswith(".")]
    return sorted(files), sorted(unseen)


def unfollowed(paths: Iterable[Path], given: Sequence[str]) -> tuple[str, ...]:
    """Those of the drafts that are links found in a folder: as links to folders they are not followed, wherever they lead."""
    named = {Path(text) for text in given}
    return tuple(sorted(str(path) for path in paths if is_link(path) and path not in named))


def page_parts(files: Iterable[Path]) -> frozenset[Path]:
    """The files that a page among them was saved with (``Bao cao_files/header.htm`` of ``Bao cao.htm``)."""
    files = list(files)
    folders = {p.with_name(p.stem + end) for p in files if p.suffix.lower() in PAGES for end in BESIDE_PAGE}
    return frozenset(p for p in files if p.suffix.lower() in PAGE_PARTS and not folders.isdisjoint(p.parents))


def without_reports(paths: Iterable[Path], given: Sequence[str]) -> list[Path]:
    """The files that are no part of an earlier report lying in one of the folders; files given by name stay."""
    named = {Path(text) for text in given}
    known: dict[Path, bool] = {}

    def reported(path: Path) -> bool:
        """Whether the file is a report's own, or lies in one of its folders."""
        if path in named:
            return False
        chain = (path, *path.parents)
        return any(chain[k].name in REPORT and _is_report(chain[k + 1], known) for k in range(len(chain) - 1))

    return [p for p in paths if not reported(p)]


def _is_report(folder: Path, known: dict[Path, bool]) -> bool:
    if folder not in known:
        try:
            known[folder] = any((folder / name).is_file() for name in (RECEIPT, CACHE))
        except OSError:  # a folder that may not be entered
            known[folder] = False
    return known[folder]


def is_annex(path: Path) -> bool:
    """Whether a file lies beside drafts without being one: a table, slides or a picture, unless it is a text under a wrong name."""
    if path.suffix.lower() not in ANNEXES:
        return False
    try:
        if not path.is_file():  # a link to nowhere, or a pipe that may never end
            return True
        with path.open("rb") as stream:
            if not stream.read(8).startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")):
                return True
        from ..readers.sniff import sniff

        return sniff(path.read_bytes(), str(path)) not in TEXTS
    except ReadError:
        return True
    except OSError:
        return False  # read as a draft it is told with its reason


def require_drafts(paths: Sequence[Path]) -> None:
    """UsageError when there is nothing to read."""
    if not paths:
        raise UsageError(
            msg("Thư mục không có dự thảo nào (.docx, .doc, .odt, .rtf, .pdf, .html, .md, .txt)."),
            msg("Kiểm tra lại đường dẫn của thư mục dự thảo."),
        )
