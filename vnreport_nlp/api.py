"""The front door: read, outline, load_template, align, assess, assess_many, compare, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from .align import align
from .assess import RuleSet, assess
from .errors import ReadError
from .model import Result, Template, Unreadable
from .outline import outline
from .readers import ReadOptions, read
from .template import load_template

__all__ = ["align", "assess", "assess_many", "load_template", "outline", "read"]


def assess_one(path: str | Path, template: Template, *, rules: RuleSet | None = None, options: ReadOptions | None = None) -> Result:
    """Read and assess one draft; a draft that cannot be read is a value with its reason, never an exception."""
    try:
        document = read(path, options=options or ReadOptions())
    except ReadError as error:
        return Unreadable(str(path), error.code, error.message, error.hint)
    return assess(document, template, rules=rules)


def assess_many(
    paths: Iterable[str | Path],
    template: Template,
    *,
    rules: RuleSet | None = None,
    options: ReadOptions | None = None,
    decisions: str | Path | None = None,
) -> Iterator[Result]:
    """Assess drafts one after the other, in the order given."""
    for path in paths:
        yield assess_one(path, template, rules=rules, options=options)
