"""Results as JSON and back: for the cache and for workers on other machines. Never pickle: a cache file may be handed around."""

from __future__ import annotations

import zlib
from functools import lru_cache

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from ..model import (
    Alignment,
    Assessment,
    Document,
    Finding,
    Metadata,
    Outline,
    Section,
    Span,
    Template,
    Unreadable,
    Verdict,
)
from ..model.assessment import Link

MAX_BYTES = 200_000_000
"""A record that unpacks to more than this is refused."""


@checked(config=ConfigDict(arbitrary_types_allowed=False))
class Record:
    """One draft's result in parts: the template is kept once for the whole batch, not in every record."""

    document: Document | None
    sections: tuple[Section, ...]
    title: str
    metadata: Metadata
    front: Span
    closing: Span
    links: tuple[Link, ...]
    extra: tuple[int, ...]
    fit: float
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    foreign: bool
    signature: str
    unreadable: Unreadable | None


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


def pack(result: Assessment | Unreadable) -> bytes:
    """One result as compressed JSON."""
    if isinstance(result, Unreadable):
        empty = Span(0, 0)
        record = Record(None, (), "", Metadata(), empty, empty, (), (), 0.0, (), (), False, "", result)
    else:
        o, a = result.outline, result.alignment
        record = Record(
            result.document, o.sections, o.title, o.metadata, o.front, o.closing, a.links, a.extra, a.fit, result.verdicts,
            result.findings, result.foreign, result.signature, None,
        )  # fmt: skip
    return zlib.compress(_adapter().dump_json(record), 1)


def unpack(data: bytes, template: Template) -> Assessment | Unreadable:
    """The result of a record; ValueError when it is damaged."""
    try:
        stream = zlib.decompressobj()
        text = stream.decompress(data, MAX_BYTES)
        record = _adapter().validate_json(text)
    except (zlib.error, ValidationError) as error:
        raise ValueError("damaged record") from error
    if record.unreadable is not None:
        return record.unreadable
    if record.document is None:
        raise ValueError("damaged record")
    outline = Outline(record.document, record.sections, record.title, record.metadata, record.front, record.closing)
    alignment = Alignment(template, outline, record.links, record.extra, record.fit)
    return Assessment(
        record.document,
        outline,
        template,
        alignment,
        record.verdicts,
        record.findings,
        record.foreign,
        record.signature,
    )
