"""What has become of the previous report's findings, on the index and on a unit's page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Cohort, DraftSummary, Past
from ..text import collated

if TYPE_CHECKING:  # the frame knows the pages, which hold these rows
    from .html_frame import Site


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One draft: how many findings were mended, stand as before, are new; the lines that say which."""

    label: str
    href: str
    fixed: int
    open: int
    new: int
    mended: tuple[str, ...] = ()
    standing: tuple[tuple[int, str], ...] = ()
    added: tuple[tuple[int, str], ...] = ()


def revision_rows(cohort: Cohort, site: Site) -> tuple[RevisionRow, ...]:
    """Every draft that the previous report knew, those with most left to mend first."""
    rows = [r for d in cohort.drafts if (r := revision_row(cohort, d, site)) is not None]
    return tuple(sorted(rows, key=lambda r: (-r.open, -r.new, collated(r.label))))


def revision_row(
    cohort: Cohort, draft: DraftSummary, site: Site, told: Mapping[int, tuple[str, str, str]] | None = None
) -> RevisionRow | None:
    """One draft; ``told`` are its findings on the page by number: fingerprint, requirement and message.

    What has one fingerprint is counted once, and has one line.
    """
    revision = cohort.revision_of(draft)
    if revision is None:
        return None
    lines: dict[str, list[tuple[int, str]]] = {"open": [], "new": [], "": []}
    seen: set[str] = set()
    for n, (fingerprint, number, message) in (told or {}).items():
        if fingerprint not in seen:
            lines[revision.since(fingerprint)].append((n, _numbered(number, message)))
        seen.add(fingerprint)
    return RevisionRow(
        site.t.text(draft.label), site.unit_href(draft), len(revision.fixed), len(revision.open), len(revision.new),
        tuple(_mended(past, site) for past in revision.fixed), tuple(lines["open"]), tuple(lines["new"]),
    )  # fmt: skip


def _mended(past: Past, site: Site) -> str:
    return _numbered(site.t.text(past.requirement or ""), site.t.text(past.message))


def _numbered(number: str, message: str) -> str:
    """A message with its section's number in front, where it does not name it."""
    return (
        message
        if not number or re.search(rf"(?<![\w.]){re.escape(number)}(?![\w.]*\w)", message)
        else f"{number}: {message}"
    )
