"""Lines of an outline document that became no item, so that whoever uses the template sees what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Location, Message, Outline, Paragraph, Section, msg
from ..outline import count, parse_marker
from ..outline.candidates import covered
from ..text import BULLETS
from .derive import left_out, listed_at
from .guidance import for_writer, is_remark
from .remarks import is_sent

FORM = msg("biểu mẫu, phụ lục")
BEHIND = msg("sau phần ký, nơi nhận")
LOST = msg("trùng số, không rõ mục mẹ hoặc là lời dặn")
REMARK = msg("ghi chú cho cả báo cáo")
SENT = msg("nơi gửi, hạn gửi báo cáo")
BOLD = msg("dòng in đậm, lấy làm hướng dẫn")
LISTED = msg("gạch đầu dòng, lấy làm hướng dẫn")


@dataclass(frozen=True, slots=True)
class Untaken:
    """Lines in a row that became no item for the same reason; the first of them is quoted."""

    location: Location
    text: str
    lines: int
    why: Message


def untaken(outline: Outline) -> tuple[Untaken, ...]:
    """The lines that are neither title block nor item nor plain guidance, in their order, those of one kind together."""
    out: list[Untaken] = []
    last = -2
    for at, why in _lines(outline):
        p = outline.document.paragraphs[at]
        if out and out[-1].why == why and at == last + 1:
            first = out[-1]
            out[-1] = Untaken(first.location, first.text, first.lines + 1, why)
        else:
            text = " ".join(outline.document.text[p.start : p.end].split())
            out.append(Untaken(outline.document.locate(p.start), text, 1, why))
        last = at
    return tuple(out)


def _lines(outline: Outline) -> Iterator[tuple[int, Message]]:
    """(paragraph, why it is no item)."""
    lost, bullets = left_out(outline), listed_at(outline)
    remarked: int | None = None
    annexed = False
    for at, p in enumerate(outline.document.paragraphs):
        text = outline.document.text[p.start : p.end].strip()
        section = outline.section_at(p.start)
        if not text or p.start < outline.front.end or p.story not in ("body", "toc"):
            continue
        if p.story == "toc":
            yield at, FORM
        elif p.start >= outline.closing.start:
            annexed = annexed or text.casefold().startswith("phụ lục")
            if annexed or parse_marker(text) is not None:
                yield at, BEHIND
        elif section is not None and section.index in lost:
            yield at, SENT if is_sent(outline, section) else LOST
        elif section is not None and p.start >= section.heading.end:
            remarked = section.index if is_remark(text) else remarked
            why = (
                REMARK if remarked == section.index else None if p.start in bullets else _why(outline, section, p, text)
            )
            if why is not None:
                yield at, why


def _why(outline: Outline, section: Section, p: Paragraph, text: str) -> Message | None:
    """What a line below an item is that might have been one."""
    kept = for_writer(text)
    if count(kept) < count(text):
        return SENT
    if text[0] in BULLETS:
        return LISTED
    if covered(p, p.bold, text=outline.document.text):
        return BOLD
    first = outline.sections[section.children[0]].number.rpartition(".")[2] if section.children else "1"
    if first.isdigit() and first != "1":  # an automatic number that was lost on the way, rather than guidance
        return msg("đứng trước mục mang số {n}, lấy làm hướng dẫn; nếu là một mục, hãy gõ số của mục", n=first)
    return None
