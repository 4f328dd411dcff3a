"""Not built yet: this check finds nothing."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Finding
from .context import Context


def check(context: Context) -> Iterable[Finding]:
    """No findings: the rules of this family are not built yet."""
    return ()
