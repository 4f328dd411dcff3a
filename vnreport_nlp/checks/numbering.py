"""S107: gaps and repeats among sections that are numbered alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Finding, Section, finding, msg
from ..outline import Marker, parse_marker
from ..outline.labels import parse_label, settle_romans
from ..outline.markers import LOWER, ORDINAL_WORDS, PART_WORDS, SKIPPED
from .context import Context
from .copies import copied_sections

AHEAD = 2
"""So many siblings behind a wrong number tell whether it alone is wrong: two numbers may have changed places."""
_RUN_ON = ("ordinal", "paren", "lower")
"""Kinds of markers that items within a paragraph have as well."""
_WORDS = {"ordinal-la": ORDINAL_WORDS, "ordinal-thu": PART_WORDS}


def numbering(context: Context) -> Iterator[Finding]:
    """Gaps and repeats among siblings that are numbered alike; a section that is a copy of another has no number of its own."""
    outline = context.outline
    groups = [[s for s in outline.sections if s.parent is None]]
    groups += [list(outline.children(s)) for s in outline.sections if s.children]
    copies = {copy.index for _, copy in copied_sections(context)}
    for group in groups:
        printed = [parse_marker(s.marker + " X") or parse_label(s.marker) if s.marker else None for s in group]
        yield from _of_group(context, list(zip(group, settle_romans(printed), strict=True)), copies)


def _of_group(context: Context, group: list[tuple[Section, Marker | None]], copies: set[int]) -> Iterator[Finding]:
    """The findings of siblings: each number is held against the one that was due, however its forerunner was printed."""
    previous: tuple[str, int, Section] | None = None
    for at, (section, marker) in enumerate(group):
        if marker is None:
            previous = None if not section.marker and section.kind == "none" else previous
            continue
        value = marker.value
        if previous is not None and marker.style == previous[0]:
            before = _last_within(context, previous[2], section, marker, previous[1])
            if not _follows(marker, before):
                if section.index in copies:
                    continue
                alone = _goes_on(group[at + 1 : at + 1 + AHEAD], marker, before + 1, copies)
                yield _numbering_finding(context, section, marker, before, alone=alone)
                value = before + 1 if alone else value
        previous = (marker.style, value, section)


def _goes_on(group: list[tuple[Section, Marker | None]], marker: Marker, due: int, copies: set[int]) -> bool:
    """Whether the numbers behind go on from the one that was due, not from the one that is printed."""
    printed = marker.value
    for section, other in group:
        if other is None or other.style != marker.style:
            return False
        if section.index in copies:
            continue
        due, printed = due + 1, printed + 1
        if other.value in (due, printed):
            return other.value == due
    return False


def _last_within(context: Context, previous: Section, section: Section, marker: Marker, before: int) -> int:
    """The last number before a section, of those that go on within the paragraph of the section before it: ``Hai là … Ba là …``."""
    if marker.kind not in _RUN_ON or marker.value <= before + 1:
        return before
    text = context.document.text[previous.heading.start : section.heading.start].lower()
    while before + 1 < marker.value and _printed(marker, before + 1).search(text):
        before += 1
    return before


def _printed(marker: Marker, value: int) -> re.Pattern[str]:
    """How the marker of another number of the same list is printed."""
    own = marker.printed.lower().strip()
    if words := _WORDS.get(marker.style):
        return re.compile(rf"(?<!\w){own.replace(words[marker.value - 1], words[value - 1], 1)}(?!\w)")
    step = LOWER[value - 1] if marker.step.isalpha() and len(marker.step) == 1 else str(value)
    return re.compile(rf"(?<!\w){re.escape(own.replace(marker.step, step, 1))}")


def _follows(marker: Marker, before: int) -> bool:
    """Whether a number comes next; letters may skip those that Vietnamese or Latin lists leave out."""
    if marker.kind in ("lower", "upper"):
        between = LOWER[before : marker.value - 1]
        return marker.value > before and all(c in SKIPPED for c in between)
    return marker.value == before + 1


def _numbering_finding(context: Context, section: Section, marker: Marker, before: int, *, alone: bool) -> Finding:
    """What is told of a number; ``alone`` is whether the numbers behind it are right."""
    repeat = marker.value <= before
    told = _as_printed(context, section, marker)
    text = (
        msg("Số mục lặp hoặc lùi: “{marker} {title}”", marker=told, title=section.title)
        if repeat
        else msg("Nhảy số mục trước “{marker} {title}”", marker=told, title=section.title)
    )
    above = "".join(f"{step}." for step in marker.prefix)
    return finding(
        "S107", text, places=(context.heading(section),), requirement=context.requirement_at(section.heading.start),
        need=msg("Sau số {before} là số {expected}.", expected=f"{above}{before + 1}", before=f"{above}{before}"),
        found=msg("Dự thảo ghi “{marker}”.", marker=section.marker),
        fix=msg("Sửa thành số {expected}; các số sau đã đúng.", expected=f"{above}{before + 1}") if alone else msg("Đánh lại số mục."),
    )  # fmt: skip


def _as_printed(context: Context, section: Section, marker: Marker) -> str:
    """The marker, that of an ordinal with the comma which the draft has behind it."""
    if marker.kind != "ordinal":
        return section.marker
    text = context.document.text[section.heading.start : section.heading.end]
    m = re.match(rf"\W*({re.escape(section.marker)}[,;:]?)", text)
    return m[1] if m else section.marker
