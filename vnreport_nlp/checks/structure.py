"""S rules: what the verdicts say, numbering, extra sections, placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..expressions import compiled
from ..model import Finding, Message, Section, Span, Verdict, finding, msg
from ..outline import count
from ..outline.placeholders import is_left, placeholders
from .context import NO_TEXT, Context
from .copies import copied_sections, repeated_sections
from .numbering import numbering
from .told import verdict_findings

MIN_BARE, MAX_BARE, MIN_BESIDE = 2, 16, 12
"""Syllables of a heading that may stand over nothing, and least of the text below the headings beside it: 13 of 305 drafts have such headings, all left empty."""
MAX_BEFORE, MAX_BEHIND = 100, 60
"""Letters of a clause that are quoted before and behind a placeholder."""
BEYOND = 20
"""Letters farther than those, where the signs between two clauses may stand."""
_STOP = compiled(r"(?:(?<![.…])[.!?…;](?![.…])|;)\s+(?=[^\W\d_]|[(\[“])|\n")
"""Between two clauses; dots in a row are a placeholder."""
MIN_MEANT = 0.30
"""Likeness from which an extra heading may be what a missing item misses."""


def check(context: Context) -> Iterable[Finding]:
    """S101 to S109, S111 and S112 of one draft."""
    yield from verdict_findings(context)
    yield from numbering(context)
    yield from repeated_sections(context)
    yield from _extra(context)
    left = list(_placeholders(context))
    yield from left
    yield from _left_empty(context, {context.heading_at(f.places[0].span.start) for f in left})


def _extra(context: Context) -> Iterator[Finding]:
    extra = set(context.alignment.extra)
    copies = {copy.index for _, copy in copied_sections(context)}
    for index in context.alignment.extra:
        section = context.outline.sections[index]
        if section.parent in extra or section.kind == "ordinal" or index in copies:
            continue
        yield finding(
            "S108", msg("Mục ngoài đề cương: “{title}”", title=section.title), places=(context.heading(section),),
            need=msg("Đề cương không có mục này."),
            found=_matches_none(context, section),
            fix=msg("Kiểm tra xem có cần giữ, hay nhập vào mục liên quan."),
        )  # fmt: skip


def _matches_none(context: Context, section: Section) -> Message:
    """That a section answers nothing, with the missing items whose nearest passage it is, and that this is no verdict."""
    number = context.outline.printed(section)
    meant = [v.requirement for v in context.verdicts if v.status == "missing" and v.review and _nearest(v, section)]
    if meant:
        return msg(
            "Mục {number} của dự thảo không khớp yêu cầu nào. Trong các yêu cầu đang báo thiếu, gần mục này nhất là {meant}; chưa đủ căn cứ để tính là một.",
            number=number, meant=", ".join(meant),
        )  # fmt: skip
    return msg("Mục {number} của dự thảo không khớp yêu cầu nào.", number=number)


def _nearest(verdict: Verdict, section: Section) -> bool:
    """Whether a heading is the nearest passage that answers nothing else, of those that were looked at for a missing item."""
    free = [p for p in verdict.searched if p.note is None or "number" not in dict(p.note.params)]
    return bool(free) and free[0].span.start == section.heading.start and (free[0].score or 0.0) >= MIN_MEANT


def _placeholders(context: Context) -> Iterator[Finding]:
    """Placeholders left in sections that have other text; a section of nothing else is S102."""
    empty = {s for v in context.verdicts if v.status == "empty" for s in v.sections}
    for paragraph in context.document.paragraphs:
        if paragraph.story in NO_TEXT or paragraph.start < context.outline.front.end:
            continue
        if paragraph.story == "body" and paragraph.start >= context.outline.closing.start:
            continue
        text = context.document.text[paragraph.start : paragraph.end]
        found = placeholders(text)
        if not found and paragraph.story == "body" and is_left(text):
            found = [(0, len(text))]
        for start, end in found:
            at = paragraph.start + start  # a heading may stand before it in its own paragraph
            section = context.outline.section_at(at)
            if section is not None and section.index in empty:
                continue
            left, right = _clause(text, start, end)
            yield finding(
                "S109", msg("Còn chỗ để trống hoặc ghi chú chưa hoàn thiện"),
                places=(context.place(Span(paragraph.start + left, paragraph.start + right)),),
                requirement=context.requirement_at(at), need=msg("Nội dung hoàn chỉnh."),
                found=msg("“{text}”", text=text[start:end]), fix=msg("Điền nội dung hoặc xóa ghi chú."),
            )  # fmt: skip


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause that a placeholder stands in; so many whole words before and behind it where it is long."""
    near = max(0, start - MAX_BEFORE - BEYOND)  # a paragraph of nothing but placeholders is not walked anew for each
    left = max((m.end() for m in _STOP.finditer(text, near, start + 1)), default=0)  # looks at the first sign behind
    far = end + MAX_BEHIND + BEYOND
    stop = _STOP.search(text, end, far)
    right = stop.start() if stop is not None else end + len(text[end:far].rstrip())
    if start - left > MAX_BEFORE:
        left = text.find(" ", start - MAX_BEFORE, start) + 1 or start
    if right - end > MAX_BEHIND:
        right = max(end, text.rfind(" ", end, end + MAX_BEHIND))
    return left, right


def _left_empty(context: Context, left: set[int]) -> Iterator[Finding]:
    """A heading below another with nothing under it, where most beside it have text; what answers a requirement is S102.

    The placeholder in one of the sections ``left`` has been told, and with it that nothing else stands there.
    """
    outline = context.outline
    told = left.union(*(v.sections for v in context.verdicts))
    for section in outline.sections:
        if section.index in told or not _is_bare(context, section) or section.parent is None:
            continue
        beside = [
            s for s in outline.children(outline.sections[section.parent]) if s.kind == section.kind and s != section
        ]
        full = [s for s in beside if s.children or _said(context, s) >= MIN_BESIDE]
        if full and 2 * len(full) >= len(beside):
            yield finding(
                "S109", msg("Tiêu đề “{title}” để trống, chưa có nội dung", title=section.title), places=(context.heading(section),),
                requirement=context.requirement_at(section.heading.start), need=msg("Nội dung hoàn chỉnh."),
                found=msg("Dưới tiêu đề không có nội dung."), fix=msg("Điền nội dung hoặc bỏ tiêu đề."),
            )  # fmt: skip


def _is_bare(context: Context, section: Section) -> bool:
    """Whether a section is a short heading without figures and nothing else, no picture either."""
    short = MIN_BARE <= count(section.title) <= MAX_BARE and not any(c.isdigit() for c in section.title)
    if section.children or section.run_in or not short or _said(context, section):
        return False
    if section.kind == "ordinal" or (section.kind == "none" and section.title.isupper()):
        return False  # as well a sentence of its own: ``Hai là, …``, a line in capitals
    return not any(section.heading.start <= at <= section.whole.end for at in context.document.pictures)


def _said(context: Context, section: Section) -> int:
    return count(context.document.text[section.body.start : section.body.end])
