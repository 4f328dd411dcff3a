"""S111: a section that stands in the draft twice, with its heading and its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import Finding, Section, finding, msg
from ..text import fold
from .context import Context

LEAST = 14
"""Words of the text that comes again; less may well stand under two headings of one name."""
SHARE = 0.8
"""Of the words of the longer text so many stand in the other as well."""
MOST = 12
"""Sections of one heading that a further one is held against."""


def copied_sections(context: Context) -> tuple[tuple[Section, Section], ...]:
    """(the first, the copy) in the order of the copies; what stands in a copied section is not told by itself."""
    first: dict[str, list[Section]] = {}
    out: list[tuple[Section, Section]] = []
    for section in context.outline.sections:
        if section.run_in or any(section.heading.start in copy.whole for _, copy in out):
            continue
        known = first.setdefault(fold(section.title), [])
        original = next((s for s in known if _alike(context, s, section)), None)
        if original is not None:
            out.append((original, section))
        elif len(known) < MOST:
            known.append(section)
    return tuple(out)


def _alike(context: Context, one: Section, other: Section) -> bool:
    """Whether two sections have nearly the same words; texts of unlike length are not read."""
    text, spans = context.spelled.text, [(s.heading.end, s.whole.end) for s in (one, other)]
    short, long = sorted(b - a for a, b in spans)
    if short < SHARE * long:
        return False
    left, right = (Counter(text[a:b].lower().split()) for a, b in spans)
    longer = max(left.total(), right.total())
    return min(left.total(), right.total()) >= LEAST and (left & right).total() >= SHARE * longer


def repeated_sections(context: Context) -> Iterator[Finding]:
    """One finding a copy, at its heading."""
    for original, copy in copied_sections(context):
        shown = f"{copy.marker} {copy.title}".strip()
        yield finding(
            "S111", msg("Mục viết hai lần: “{title}”", title=shown), places=(context.heading(copy), context.heading(original)),
            requirement=context.requirement_at(copy.heading.start), need=msg("Mỗi mục viết một lần."),
            found=msg("Tiêu đề và nội dung đã có ở mục “{title}”.", title=f"{original.marker} {original.title}".strip()),
            fix=msg("Bỏ một mục, hoặc viết đúng nội dung của mục còn thiếu; đánh lại số mục."),
        )  # fmt: skip
