"""Results as JSON and back: for the cache and for workers on other machines. Never pickle: a cache file may be handed around."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from ..errors import DamagedCacheError
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

T = TypeVar("T")
MAX_BYTES = 200_000_000
"""A record that unpacks to more than this is refused."""


def inflated(data: bytes) -> bytes:
    """Unpacked bytes; DamagedCacheError when they are none, or too many are refused."""
    try:
        return zlib.decompressobj().decompress(data, MAX_BYTES)
    except (zlib.error, TypeError) as error:
        raise DamagedCacheError from error


def checked_json(adapter: TypeAdapter[T], text: bytes) -> T:
    """What JSON says, of the adapter's kind; DamagedCacheError when it is not."""
    try:
        return adapter.validate_json(text)
    except (ValidationError, TypeError) as error:
        raise DamagedCacheError from error


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
    """The result of a record; DamagedCacheError when it is none, or does not hang together."""
    record = checked_json(_adapter(), inflated(data))
    if record.unreadable is not None:
        return record.unreadable
    if record.document is None or not _whole(record, template):
        raise DamagedCacheError
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


def _whole(record: Record, template: Template) -> bool:
    """Whether sections, links and verdicts lead to what there is; a section that is its own parent would never end."""
    count, known = len(record.sections), template.by_number
    nested = all(
        s.index == k and (s.parent is None or 0 <= s.parent < k) and all(k < c < count for c in s.children)
        for k, s in enumerate(record.sections)
    )
    linked = all(0 <= at.section < count and at.requirement in known for at in record.links)
    judged = all(v.requirement in known and all(0 <= s < count for s in v.sections) for v in record.verdicts)
    named = all(f.requirement is None or f.requirement in known for f in record.findings)
    return nested and linked and judged and named and all(0 <= k < count for k in record.extra)
