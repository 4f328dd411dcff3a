"""T rules: T701 slips that leave real syllables, T702 words and sentences written twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ...model import Document, Finding
from ..context import Context
from .pasted import pasted
from .repeats import repeats
from .slips import slip_findings


def check(context: Context) -> Iterable[Finding]:
    """T701 and T702 of one draft.

    What recognition read wrongly is no slip of the unit's: T701 is silent on pages that were read by it.
    """
    read = _recognised(context.document)
    for found in slip_findings(context):
        places = tuple(p for p in found.places if not (read and (p.location.page is None or p.location.page in read)))
        if places:
            yield replace(found, places=places)
    yield from repeats(context)
    yield from pasted(context)


def _recognised(document: Document) -> frozenset[int]:
    """The pages that were read by recognition."""
    told = [w.detail for w in document.warnings if w.code == "ocr"] if document.ocr else []
    return frozenset(int(page) for detail in told for page in re.findall(r"\d+", detail))
