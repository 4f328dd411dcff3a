"""What a cohort needs of every draft, kept beside its result: an unchanged draft is not opened again for it."""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from ..checks.form.parts import title_block
from ..errors import DamagedCacheError
from ..model import SEVERITIES, Assessment, DraftSummary, Figure, Finding, Result, Unreadable
from ..outline import organ
from .codec import checked_json, inflated
from .figures import find_figures


@checked
class Light:
    """A draft's row of the matrix under its own name, and its indicators.

    ``unit`` is whose draft it is (its path where it does not say), ``content`` the hash of a draft that is judged, ``organ``
    which of the unit's committees writes, where it is one.
    """

    summary: DraftSummary
    figures: tuple[Figure, ...]
    unit: str
    content: str
    organ: str = ""


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Light]:
    return TypeAdapter(Light)


def light_of(result: Result, path: str) -> Light:
    """The light part of a result."""
    label = (result.unit if isinstance(result, Assessment) else "") or Path(path).stem
    if isinstance(result, Unreadable) or result.foreign:
        return Light(summary(result, path, "", label), (), path, "")
    return Light(
        summary(result, path, "", label),
        tuple(find_figures(result, path)),
        result.unit or path,
        result.document.sha256,
        organ(result.outline.metadata.body or ""),
    )


def pack_light(light: Light) -> bytes:
    """As compressed JSON."""
    return zlib.compress(_adapter().dump_json(light), 1)


def unpack_light(data: bytes) -> Light | None:
    """The light part that was packed; None when it is damaged."""
    try:
        return checked_json(_adapter(), inflated(data))
    except DamagedCacheError:
        return None


def counted(findings: tuple[Finding, ...]) -> tuple[int, int, int]:
    """Unwaived findings by severity."""
    errors, warnings, notes = (sum(f.severity == s and not f.waived for f in findings) for s in SEVERITIES)
    return errors, warnings, notes


def summary(result: Result, path: str, slug: str, label: str) -> DraftSummary:
    """The light row of a result."""
    if isinstance(result, Unreadable):
        return DraftSummary(path, slug, label, False, reason=result.message, hint=result.hint, code=result.code)
    return DraftSummary(
        path, slug, label, True, result.foreign, result.coverage, tuple((v.requirement, v.status, v.review) for v in result.verdicts),
        counted(result.findings),
        reason=result.findings[0].message if result.foreign else None,
        hint=result.findings[0].fix if result.foreign else None,
        system=title_block(result.outline).system or "",
    )  # fmt: skip
