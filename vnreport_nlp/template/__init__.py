"""Load, check, list and derive templates."""

from __future__ import annotations

from pathlib import Path

from ..errors import TemplateError
from ..model import Template, msg
from ..outline import outline
from ..readers import read
from ..resources import template_files
from .derive import derive_template, slug, to_yaml
from .load import TemplateFile, parse_template, read_template_file

DEFAULT = "xdd-2020-2025"

__all__ = [
    "DEFAULT", "TemplateFile", "derive_template", "load_template", "parse_template", "read_template_file", "slug", "to_yaml",
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
    return derive_template(outline(read(path)))
