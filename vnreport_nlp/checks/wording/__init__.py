"""T rules: T701 slips that leave real syllables, T702 words written twice."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Finding
from ..context import Context
from .repeats import repeats
from .slips import slip_findings


def check(context: Context) -> Iterable[Finding]:
    """T701 and T702 of one draft."""
    yield from slip_findings(context)
    yield from repeats(context)
