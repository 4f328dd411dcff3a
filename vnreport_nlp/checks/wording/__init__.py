"""T rules: T701 slips that leave real syllables, T702 words and sentences written twice, T703 brackets and quotation marks without their other half."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...model import Finding
from ..context import Context
from .pasted import pasted
from .repeats import repeats
from .slips import slip_findings
from .unclosed import unclosed


def check(context: Context) -> Iterable[Finding]:
    """T701, T702 and T703 of one draft.

    What recognition read wrongly is no slip of the unit's: T701 is silent on pages that were read by it.
    """
    for found in slip_findings(context):
        places = tuple(p for p in found.places if not context.recognised(p.span.start))
        if places:
            yield replace(found, places=places)
    yield from repeats(context)
    yield from pasted(context)
    yield from unclosed(context)
