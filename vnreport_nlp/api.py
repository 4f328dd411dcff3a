"""The front door: read, outline, load_template, align, assess, assess_many, compare, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .align import align
from .assess import RuleSet, assess
from .decisions import apply, read_all
from .errors import ReadError
from .model import Outline, Result, Template, Unreadable
from .outline import outline
from .readers import ReadOptions, read
from .template import load_template
from .whole import followed

if TYPE_CHECKING:
    from .compare import Comparison

__all__ = ["align", "assess", "assess_many", "compare", "load_template", "outline", "read", "write"]


def assess_one(
    path: str | Path, template: Template, *, rules: RuleSet | None = None, options: ReadOptions | None = None
) -> Result:
    """Read and assess one draft; a draft that cannot be read is a value with its reason, never an exception."""
    try:
        options = options or ReadOptions()
        document = read(path, options=options)
    except ReadError as error:
        return Unreadable(error.path, error.code, error.message, error.hint)
    return assess(document, template, rules=rules, unit=options.unit_of(path))


def assess_many(
    paths: Iterable[str | Path],
    template: Template,
    *,
    rules: RuleSet | None = None,
    options: ReadOptions | None = None,
    decisions: str | Path | Sequence[str | Path] | None = None,
) -> Iterator[Result]:
    """Assess drafts one after the other, in the order given.

    ``decisions`` is a decision file, or several: one exported from a report, or its workbook with opinions typed into it.
    Raises UsageError when one cannot be understood.
    """
    given = read_all(decisions)[0]
    for path in paths:
        yield apply(assess_one(path, template, rules=rules, options=options), given)


def compare(left: str | Path | Outline, right: str | Path | Outline, *, template: Template | None = None) -> Comparison:
    """Two drafts, or two versions of one, section by section and word by word; ``template`` pairs the sections of two units."""
    from .compare import compare as compare_outlines

    sides = [side if isinstance(side, Outline) else outline(read(side)) for side in (left, right)]
    return compare_outlines(sides[0], sides[1], template=template)


def write(results: Iterable[Result], template: Template, target: str | Path, *, lang: str = "vi") -> None:
    """Write results as ``.json`` or ``.sarif``, by the target's suffix."""
    from .exporters.json import export
    from .exporters.sarif import export as export_sarif

    path = followed(Path(target))
    chosen = list(results)
    if path.suffix.lower() == ".sarif":
        export_sarif(chosen, template, path, lang=lang)
    else:
        export(chosen, template, path, lang=lang)
