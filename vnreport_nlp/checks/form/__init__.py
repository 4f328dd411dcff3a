"""D rules: tracked changes, comments, quality of the text, and the form of the document.

The files of the family are loaded by ``check`` itself, because the citations need one of them alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from ...model import Finding, Span, finding, msg
from ...outline import MAX_SECTIONS
from ..context import Context

LOW_QUALITY = 0.92
"""Below this share of well-formed syllables the text is not fit to be judged word by word."""
ENOUGH = 200
"""In fewer words than this a handful of names in another language weighs too much; only ``BROKEN`` text is told of."""
BROKEN = 0.8
KINDS: tuple[Literal["inserted", "deleted", "moved"], ...] = ("inserted", "deleted", "moved")


def check(context: Context) -> Iterable[Finding]:
    """D801 to D809 of one draft."""
    from . import rules

    yield from _revisions(context)
    yield from _comments(context)
    yield from _quality(context)
    yield from rules.check(context)


def _span(context: Context, start: int, end: int) -> Span:
    size = len(context.document.text)
    return Span(min(start, size), min(max(end, start + 1), size))


def _revisions(context: Context) -> Iterator[Finding]:
    """One finding a draft, with how many changes of which kind."""
    changes = context.document.revisions
    if not changes:
        return
    count = Counter(c.kind for c in changes)
    yield finding(
        "D801", msg("Còn {n} thay đổi chưa duyệt", n=len(changes)), places=tuple(context.place(_span(context, c.start, c.end)) for c in changes[:20]),
        content="tracked changes", need=msg("Bản cuối không còn thay đổi chưa duyệt."),
        found=msg("{inserted} chỗ thêm, {deleted} chỗ xóa, {moved} chỗ chuyển.", **{k: count[k] for k in KINDS}),
        fix=msg("Chấp nhận hoặc từ chối từng thay đổi trong Word (thẻ Xem lại, tiếng Anh là Review)."),
    )  # fmt: skip


def _comments(context: Context) -> Iterator[Finding]:
    """One finding a comment."""
    for comment in context.document.comments:
        yield finding(
            "D802", msg("Còn bình luận: “{text}”", text=" ".join(comment.text.split())[:120]), places=(context.place(_span(context, comment.start, comment.end)),),
            requirement=context.requirement_at(comment.start), content=comment.text, need=msg("Bản cuối không còn bình luận."),
            found=msg("Bình luận của {author}.", author=comment.author or "?"), fix=msg("Xử lý rồi xóa bình luận."),
        )  # fmt: skip


def _quality(context: Context) -> Iterator[Finding]:
    """One note a draft whose text was recognised from images or is badly formed, or has more headings than any report."""
    document = context.document
    percent = int(document.quality * 100)
    if document.ocr:
        found = msg("Văn bản lấy từ nhận dạng ảnh; {percent}% số chữ đúng dạng.", percent=percent)
    elif document.quality < (LOW_QUALITY if len(document.text.split()) >= ENOUGH else BROKEN):
        found = msg("Chỉ {percent}% số chữ đúng dạng tiếng Việt.", percent=percent)
    elif len(context.outline.sections) >= MAX_SECTIONS:
        found = msg("Hơn {n} dòng có dạng tiêu đề; phần sau không tách mục.", n=MAX_SECTIONS)
    else:
        return
    yield finding(
        "D803", msg("Chất lượng chữ của tệp thấp"), places=(context.place(_span(context, 0, min(len(document.text), 120))),), content="quality",
        need=msg("Tệp có chữ rõ, tốt nhất là bản Word gốc."), found=found, fix=msg("Xin bản Word gốc; thận trọng với các phát hiện về câu chữ và số liệu."),
    )  # fmt: skip
