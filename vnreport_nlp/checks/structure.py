"""S rules: what the verdicts say, numbering, extra sections, placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..expressions import compiled
from ..model import MISSING, Finding, Message, Requirement, Section, Span, Verdict, finding, msg
from ..outline import count
from ..outline.placeholders import is_left, placeholders
from ..text import fold
from .context import NO_TEXT, Context
from .copies import copied_sections, repeated_sections
from .numbering import numbering

RULE_OF = {
    "missing": "S101", "empty": "S102", "thin": "S103", "misplaced": "S104", "unheaded": "S105", "merged": "S106",
}  # fmt: skip

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
    """S101 to S109 and S111 of one draft."""
    yield from _verdict_findings(context)
    yield from numbering(context)
    yield from repeated_sections(context)
    yield from _extra(context)
    left = list(_placeholders(context))
    yield from left
    yield from _left_empty(context, {context.heading_at(f.places[0].span.start) for f in left})


def _verdict_findings(context: Context) -> Iterator[Finding]:
    status = {v.requirement: v.status for v in context.verdicts}
    for verdict in context.verdicts:
        requirement = context.template.by_number[verdict.requirement]
        parent = requirement.parent
        if verdict.status == "missing" and parent is not None and status.get(parent) in MISSING:
            continue
        rule = RULE_OF.get(verdict.status)
        if rule == "S105" and verdict.rung == "parent":
            yield _headless(context, requirement, verdict)
        elif rule is not None:
            yield _BUILD[verdict.status](context, requirement, verdict)


def _needed(requirement: Requirement) -> str:
    return requirement.guidance or requirement.title


def _missing(context: Context, r: Requirement, v: Verdict) -> Finding:
    below = [c.number for c in context.template.requirements if c.number.startswith(r.number + ".")]
    found = v.why
    if below:
        found = msg("Thiếu cả phần, gồm các mục: {numbers}.", numbers=", ".join(below))
    said, fix = (
        (msg("Chưa thấy nội dung mục {number} “{title}”", number=r.number, title=r.title),
         msg("Xem các chỗ gần nhất; nếu đúng là chưa có, bổ sung mục “{title}” theo đề cương.", title=r.title))
        if v.review else
        (msg("Thiếu mục {number} “{title}”", number=r.number, title=r.title), msg("Bổ sung mục “{title}” theo đề cương.", title=r.title))
    )  # fmt: skip
    return finding(
        "S101", said, requirement=r.number, content=r.title, places=v.searched,
        need=msg("{need}", need=_needed(r)), found=found, fix=fix,
    )  # fmt: skip


def _empty(context: Context, r: Requirement, v: Verdict) -> Finding:
    return finding(
        "S102", _hollow(r, v), requirement=r.number, content=r.title, places=v.evidence,
        need=msg("{need}", need=_needed(r)), found=v.why,
        fix=msg("Viết nội dung cho mục này."),
    )  # fmt: skip


def _hollow(r: Requirement, v: Verdict) -> Message:
    """What stands under a heading that says nothing, in a few words."""
    what = {"number": r.number, "title": r.title}
    stands = dict(v.why.params)
    if "words" in stands:
        return msg("Mục {number} “{title}” mới ghi “{words}”, chưa thành nội dung", words=stands["words"], **what)
    if "left" in stands:
        return msg("Mục {number} “{title}” chỉ có ghi chú hoặc chỗ để trống, chưa có nội dung", **what)
    if "guidance" in stands:
        return msg("Mục {number} “{title}” chỉ có lời hướng dẫn của đề cương, chưa có nội dung", **what)
    if "picture" in stands:
        return msg("Mục {number} “{title}” chỉ có ảnh, chưa đọc được nội dung", **what)
    if v.review:
        return msg("Dưới tiêu đề mục {number} “{title}” chưa thấy nội dung", **what)
    return msg("Mục {number} “{title}” chỉ có tiêu đề, chưa có nội dung", **what)


def _thin(context: Context, r: Requirement, v: Verdict) -> Finding:
    told = dict(v.why.params)
    words, least = told.get("words"), int(told.get("least", r.min_syllables))
    what = {"number": r.number, "title": r.title, "n": v.syllables}
    if words is not None:
        said = msg("Mục {number} “{title}” chỉ ghi “{words}” ({n} chữ)", words=words, **what)
    else:
        said = msg("Mục {number} “{title}” quá ngắn: {n} chữ (tối thiểu {least})", least=least, **what)
    return finding(
        "S103", said, requirement=r.number, content=r.title, places=v.evidence, found=v.why,
        need=msg("Ít nhất {least} chữ: {need}", least=least, need=_needed(r)) if v.syllables < least else msg("{need}", need=_needed(r)),
        fix=msg("Bổ sung nội dung, số liệu theo hướng dẫn của đề cương; nếu không phát sinh, viết rõ.") if words is not None
        else msg("Bổ sung nội dung, số liệu theo hướng dẫn của đề cương."),
    )  # fmt: skip


def _misplaced(context: Context, r: Requirement, v: Verdict) -> Finding:
    above = r.number.rpartition(".")[0]
    return finding(
        "S104", msg("Mục {number} “{title}” đặt sai chỗ: đang ở {where}", number=r.number, title=r.title, where=_where(context, r, v)),
        requirement=r.number, content=r.title, places=v.evidence,
        need=msg("Đề cương xếp mục này ở {number}.", number=r.number), found=_under(context, v),
        fix=msg("Chuyển về mục {above} theo đề cương.", above=above) if "." in above
        else msg("Chuyển về phần {above} theo đề cương.", above=above) if above
        else msg("Chuyển mục về đúng phần của đề cương."),
    )  # fmt: skip


def _under(context: Context, v: Verdict) -> Message:
    """The heading right above a section, where there is one: where the section itself stands is said already."""
    parent = context.outline.sections[v.sections[0]].parent
    heading = context.outline.sections[parent] if parent is not None else None
    if heading is None or not heading.title:
        return v.why
    return msg("Mục này nằm dưới tiêu đề “{heading}”.", heading=f"{heading.marker} {heading.title}".strip())


def _where(context: Context, r: Requirement, v: Verdict) -> str:
    """Where a section stands by the markers above it and its own; its title once more only where it has another one."""
    section = context.outline.sections[v.sections[0]]
    own = section.marker.strip(" .-–:/")
    if not own or fold(section.title) != fold(r.title):
        return context.outline.printed(section)
    return " › ".join(filter(None, (context.outline.above(section), own)))


def _unheaded(context: Context, r: Requirement, v: Verdict) -> Finding:
    return finding(
        "S105", msg("Mục {number} “{title}” không có tiêu đề riêng", number=r.number, title=r.title),
        requirement=r.number, content=r.title, places=v.evidence,
        need=msg("Có tiêu đề riêng “{title}”.", title=r.title), found=v.why,
        fix=msg("Đặt tiêu đề riêng cho phần nội dung này."),
    )  # fmt: skip


def _headless(context: Context, r: Requirement, v: Verdict) -> Finding:
    return _unheaded(context, r, v)


def _merged(context: Context, r: Requirement, v: Verdict) -> Finding:
    return finding(
        "S106", msg("Mục {number} “{title}” viết chung với mục khác", number=r.number, title=r.title),
        requirement=r.number, content=r.title, places=v.evidence, found=v.why,
        need=msg("Đề cương nêu mục này riêng."),
        fix=msg("Đọc lại phần này: chưa có nội dung của mục thì viết bổ sung; có rồi thì chấp nhận được.") if v.review
        else msg("Chấp nhận được; chỉ tách khi tỉnh bắt buộc viết riêng."),
    )  # fmt: skip


_BUILD = {
    "missing": _missing, "empty": _empty, "thin": _thin, "misplaced": _misplaced, "unheaded": _unheaded, "merged": _merged,
}  # fmt: skip


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
