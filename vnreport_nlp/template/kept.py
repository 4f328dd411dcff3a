"""Parsed templates in the user's cache folder: checking YAML takes longer than judging a draft by it.

A template is kept under the sha256 of its text. Every failure to read or write only means parsing again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from .. import __version__
from ..model import Indicator, Requirement, Template
from ..words.folder import cache_folder

LAYOUT = 2
"""Raise when templates get other fields."""


def kept_or_parsed(text: str, path: str, parse: Callable[[str, str], Template]) -> Template:
    """The template of a YAML text, parsed once for each text and version."""
    digest = sha256(f"{__version__}\x1f{LAYOUT}\x1f{text}".encode()).hexdigest()
    file = cache_folder() / "templates" / f"{digest[:32]}.json"
    try:
        return replace(_template(json.loads(file.read_text(encoding="utf-8"))), source=path)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        template = parse(text, path)
    _keep(file, template)
    return template


def _template(data: dict[str, Any]) -> Template:
    """Fields as they were written, lists as tuples again."""
    requirements = tuple(Requirement(**_tuples(r)) for r in data.pop("requirements"))
    indicators = tuple(Indicator(**_tuples(i)) for i in data.pop("indicators"))
    return Template(requirements=requirements, indicators=indicators, **_tuples(data))


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def _keep(file: Path, template: Template) -> None:
    temporary = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        import tempfile  # seldom written, and it brings much along

        handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(template), stream, ensure_ascii=False)
        Path(temporary).replace(file)
    except OSError:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
