"""Load, check, list and derive templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import TemplateError
from ..model import Outline, Template, msg
from ..resources import template_files
from .kept import kept_or_parsed

if TYPE_CHECKING:
    from .derive import derive_template, slug, to_yaml
    from .lines_left import Untaken, untaken
    from .load import TemplateFile

DEFAULT = "xdd-2020-2025"
MAX_BYTES = 2_000_000
"""A template larger than this is refused unread (the largest bundled one has 40 kB)."""

__all__ = [
    "DEFAULT", "TemplateFile", "Untaken", "derive_template", "is_outline", "load_template", "parse_template", "read_outline", "read_template_file", "slug", "template_of", "to_yaml", "untaken",
]  # fmt: skip


def load_template(source: str | Path = DEFAULT) -> Template:
    """A template by bundled id, from a ``.yaml`` file, or derived from an outline document.

    Raises TemplateError (unknown id, faulty YAML, no headings) or ReadError (outline document unreadable).
    """
    bundled = template_files()
    if str(source) in bundled:
        return read_template_file(bundled[str(source)])
    path = Path(source)
    if not path.exists():
        raise TemplateError(
            msg("Không có mẫu đề cương “{source}”.", source=source),
            hint=msg("Mẫu có sẵn: {ids}. Hoặc chỉ đường dẫn tới tệp .yaml hay tệp đề cương.", ids=", ".join(bundled)),
        )
    if path.suffix.lower() in (".yaml", ".yml"):
        return read_template_file(path)
    return template_of(read_outline(path))


def read_outline(path: str | Path) -> Outline:
    """The items of an outline document, in numbered lines or in the rows of a table.

    Raises ReadError when it cannot be read.
    """
    from ..readers import read
    from .forms import without_forms
    from .stops import without_stops
    from .tabled import read_rolled_out

    return read_rolled_out(without_stops(without_forms(read(path))))


OTHER_KINDS = frozenset({"giấy mời", "biên bản", "hợp đồng", "diễn văn", "thông cáo", "công điện", "lời kêu gọi"})
"""Documents that enclose no outline."""


def is_outline(found: Outline) -> bool:
    """Whether a document looks like an outline: some of its items are numbered, and it is not of a kind that encloses none."""
    return any(s.marker for s in found.sections) and found.metadata.kind not in OTHER_KINDS


def template_of(found: Outline) -> Template:
    """The template that an outline document asks for, with what the bundled templates know of its titles.

    Raises TemplateError when the document has no headings.
    """
    from .derive import derive_template
    from .kin import with_kin

    return with_kin(derive_template(found), [read_template_file(p) for p in template_files().values()])


def parse_template(text: str, path: str) -> Template:
    """A template from YAML text.

    Raises TemplateError with every problem as ``path:line:column: what``.
    """
    from .load import parse_template as parse

    return parse(text, path)


def read_template_file(path: Path) -> Template:
    """A template from a YAML file; TemplateError when it cannot be read or used."""
    if path.exists() and not path.is_file():  # a device or a pipe may never end
        raise TemplateError(
            msg("Mẫu đề cương phải là một tệp: {path}", path=path), hint=msg("Kiểm tra lại đường dẫn và quyền đọc.")
        )
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        why = {FileNotFoundError: msg("không có tệp này"), PermissionError: msg("không có quyền đọc")}.get(type(error))
        raise TemplateError(
            msg("Không mở được mẫu đề cương: {path} ({why})", path=path, why=str(why or error.strerror or error)),
            hint=msg("Kiểm tra lại đường dẫn và quyền đọc."),
        ) from error
    if len(raw) > MAX_BYTES:
        raise TemplateError(
            msg("Mẫu đề cương quá lớn: {path}", path=path),
            hint=msg("Kiểm tra xem có nêu nhầm tệp không; mẫu .yaml của một đề cương chỉ vài chục KB."),
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError(
            msg("Mẫu đề cương không phải UTF-8: {path}", path=path), hint=msg("Lưu lại tệp với bảng mã UTF-8.")
        ) from error
    return kept_or_parsed(text, str(path), parse_template)


def __getattr__(name: str) -> object:
    """``TemplateFile`` needs pydantic, which a run with a kept template does not; no more does it derive one."""
    if name == "TemplateFile":
        from .load import TemplateFile

        return TemplateFile
    if name in ("Untaken", "untaken"):
        from . import lines_left

        return getattr(lines_left, name)
    if name in ("derive_template", "slug", "to_yaml"):
        from . import derive

        return getattr(derive, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
