"""Parsed templates in the user's cache folder: checking YAML takes longer than judging a draft by it.

A template is kept under the sha256 of its text. Every failure to read or write only means parsing again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from ..cached import kept
from ..model import Indicator, Requirement, Template

KIND = "templates-3"
"""Another number when templates get other fields, or something that was good is refused."""


def kept_or_parsed(text: str, path: str, parse: Callable[[str, str], Template]) -> Template:
    """The template of a YAML text, parsed once for each text and version."""
    template = kept(KIND, text.encode("utf-8", "surrogatepass"), lambda: parse(text, path), asdict, _template)
    return replace(template, source=path)


def _template(data: dict[str, Any]) -> Template:
    """Fields as they were written, lists as tuples again."""
    requirements = tuple(Requirement(**_tuples(r)) for r in data.pop("requirements"))
    indicators = tuple(Indicator(**_tuples(i)) for i in data.pop("indicators"))
    return Template(requirements=requirements, indicators=indicators, **_tuples(data))


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
