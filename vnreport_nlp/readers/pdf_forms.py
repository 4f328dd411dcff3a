"""Forms drawn inside forms of a PDF: PDFium draws each anew, and a dozen of them, one in the other, keep it busy for ever."""

from __future__ import annotations

import re

from ..expressions import compiled
from .build import too_large
from .pdf_streams import inflated

MOST = 20_000
"""Times that one form may draw others; a letterhead or a stamp does so a few times."""
_FORM = compiled(rb"/Subtype\s*/Form\b")
_OBJECT = compiled(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_STREAM = compiled(rb"(?<!end)stream\r?\n")
_DRAWS = compiled(rb"(?<![^\s\])>])Do(?![^\s\[(</%])")
_REFERENCE = compiled(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+R\b")
_INSIDE = compiled(rb"/Type\s*/ObjStm\b")
_HEX = compiled(rb"#([0-9a-fA-F]{2})")
_NAMED = compiled(rb"/[A-Za-z]*#[0-9a-fA-F]{2}")
"""A name written with the codes of its letters."""
_STEPS = 3
"""From a form to its resources, to their list of forms, to the form."""


def check_forms(data: bytes, path: str) -> None:
    """Raises ReadError ``too_large`` when a form draws itself, or others far too many times."""
    objects, draws = _objects(data) if _FORM.search(data) or _NAMED.search(data) else ({}, {})
    if not draws:
        return
    below = {form: _drawn(form, objects, draws) for form in draws}
    costs: dict[int, int] = {}
    for _ in range(len(draws) + 1):
        left = [form for form in draws if form not in costs]
        ready = [form for form in left if below[form] <= costs.keys()]
        for form in ready:
            costs[form] = 1 + draws[form] * max((costs[child] for child in below[form]), default=1)
        if any(costs[form] > MOST for form in ready) or (left and not ready):
            raise too_large(path)
        if not left:
            return


def _objects(data: bytes) -> tuple[dict[int, bytes], dict[int, int]]:
    """The dictionaries of all objects by number, and how often each form that draws anything does so."""
    objects: dict[int, bytes] = {}
    draws: dict[int, int] = {}
    starts = list(_OBJECT.finditer(data))
    for at, start in enumerate(starts):
        stop = starts[at + 1].start() if at + 1 < len(starts) else len(data)
        stream = _STREAM.search(data, start.end(), stop)
        entries = _HEX.sub(lambda m: bytes([int(m[1], 16)]), data[start.end() : stream.start() if stream else stop])
        number = int(start[1])
        objects[number] = entries
        if stream is None:
            continue
        if _INSIDE.search(entries):
            objects.update(_packed(inflated(data, stream.end(), entries)))
        elif _FORM.search(entries):
            found = len(_DRAWS.findall(inflated(data, stream.end(), entries)))
            if found:
                draws[number] = found
    return objects, draws


def _packed(content: bytes) -> dict[int, bytes]:
    """The objects inside an object stream; numbers and offsets come first."""
    head = re.match(rb"[\d\s]*", content)
    numbers = [int(n[:9]) for n in (head[0] if head else b"").split()]
    first = head.end() if head else 0
    pairs = [*zip(numbers[::2], numbers[1::2], strict=False)]
    ends = [at for _, at in pairs[1:]] + [len(content)]
    return {number: content[first + at : first + end] for (number, at), end in zip(pairs, ends, strict=True)}


def _drawn(form: int, objects: dict[int, bytes], draws: dict[int, int]) -> set[int]:
    """The forms that a form may draw, of those that draw on: what its resources name."""
    seen: set[int] = set()
    found: set[int] = set()
    layer = {form}
    for _ in range(_STEPS):
        layer = {int(n) for at in layer for n in _REFERENCE.findall(objects.get(at, b""))} - seen
        seen |= layer
        found |= layer & draws.keys()
        layer -= draws.keys()
    return found
