"""F204: two figures that stand under lines of two times.

A line of nothing but a time (``a) Năm 2023``, ``Quý I:``) holds for what stands below it, up to the next one or to the end of its
section. So do headings, and lines before a list, that are the same words but for their time (``Kết quả năm 2023 như sau:``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....expressions import lazy
from ....model import Document, Span
from ...context import NO_PROSE, Context
from .frames import Times, frame_at, times_named
from .told import Told

LONGEST = 90
"""A line of more characters tells more than a time."""
_RANK = r"(?:\d{1,2}|[IVX]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|trước|sau|này|đầu|cuối)"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:\s?[/-]\s?{_YEAR}|,?\snăm\s{_YEAR})?"
_SEASON = r"(?:đông xuân|hè thu|thu đông|xuân hè|mùa|đông|xuân|hè|chiêm)"
_KINDS = (
    rf"(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa|khoá)\s(?:{_YEAR}\s?(?:[-–]|đến)\s?(?:năm\s)?{_YEAR}|{_RANK})(?!\w)",
    rf"(?:năm(?:\shọc|\stài chính|\sngân sách)?|niên độ)\s{_YEAR}(?:\s?[-–]\s?{_YEAR})?(?!\w)",
    rf"(?:(?:quý|quí|học kỳ|đợt|vụ|lần(?:\sthứ)?|kỳ)\s(?:{_RANK}|{_SEASON})|(?:\d{{1,2}}|ba|sáu|chín)\stháng(?:\s(?:đầu|cuối)(?:\snăm)?)?"
    rf"|(?:đầu|giữa|cuối)\s(?:năm|kỳ|nhiệm kỳ|giai đoạn)|(?:trước|sau)\s(?:khi\s)?(?:sắp xếp|sáp nhập|hợp nhất|kiện toàn)){_OF_YEAR}(?!\w)",
    rf"tháng\s\d{{1,2}}{_OF_YEAR}(?!\w)",
    rf"tuần\s{_RANK}(?!\w)",
    rf"(?:ngày\s)?\d{{1,2}}\s?/\s?\d{{1,2}}(?:\s?/\s?{_YEAR})?(?!\w)|ngày\s\d{{1,2}}(?:\stháng\s\d{{1,2}})?{_OF_YEAR}(?!\w)",
)
"""Times from long to short: a line of one ends those of its own kind and of shorter ones."""
_TIME = lazy("|".join(f"(?P<k{i}>(?<![\\w/]){kind})" for i, kind in enumerate(_KINDS)), re.IGNORECASE)
_DATED = lazy(rf"(?:{_YEAR})")
_MARKER = lazy(r"[\s\-+•*–]*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)[.)]\s*)?", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_]+")
_JOINING = frozenset(
    {"trong", "của", "cả", "đến", "tính", "hết", "từ", "và", "riêng", "ở", "vào", "là", "về", "kết", "quả"}
)
"""What may stand beside a time in a line that tells nothing else."""
_AGAINST = lazy(r"so với|cùng kỳ|năm trước|kế hoạch|phương hướng|mục tiêu|nhiệm vụ", re.IGNORECASE)
"""What is held against another time, or is yet to come, is another matter (``is_ahead``)."""


Held = dict[str, dict[int, str]]
"""Times by their kind, by the other words of their lines."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A time that a line gives to what stands below it; ``words`` are those of the line without it."""

    words: str
    kind: int
    time: str
    start: int
    holds: Span


def time_leads(context: Context) -> tuple[Lead, ...]:
    """The lines of a draft that give what stands below them a time."""
    headings = {s.heading.start: s.whole.end for s in context.outline.sections}
    found: list[Lead] = []
    for p in context.spelled.paragraphs:
        if p.story in NO_PROSE or not 0 < p.end - p.start <= LONGEST:
            continue
        line = context.spelled.text[p.start : p.end]
        told = _told(line, leads=p.start in headings or line.rstrip().endswith(":"))
        if told is not None:
            end = headings.get(p.start) or _section_end(context, p.start)
            found.append(Lead(*told, p.start, Span(p.end, end)))
    return tuple(_over_finer(found))


def _over_finer(leads: list[Lead]) -> list[Lead]:
    """The same, each holding for the sections of shorter times that follow its own (``Năm 2021``, ``Quý I``, ``Quý II``)."""
    out: dict[int, Lead] = {}
    for lead in reversed(leads):
        while (finer := out.get(lead.holds.end)) and finer.words == lead.words and finer.kind > lead.kind:
            lead = replace(lead, holds=Span(lead.holds.start, finer.holds.end))
        out[lead.start] = lead
    return list(reversed(out.values()))


def _told(line: str, *, leads: bool) -> tuple[str, int, str] | None:
    """(other words, kind, time) of a line that tells a time alone, or one that ``leads`` over to what stands below."""
    times = [] if _AGAINST.search(line) else list(_TIME.finditer(line))
    if not times:
        return None
    marker = _MARKER.match(line)
    rest = _TIME.sub(" ", line[marker.end() if marker and marker.end() <= times[0].start() else 0 :])
    words = [w for w in _WORD.findall(rest.lower()) if w not in _JOINING]
    if any(map(str.isdigit, rest)) or (words and not leads):
        return None
    said = " ".join(" ".join(m[0] for m in times).lower().split())
    return " ".join(words), max(int((m.lastgroup or "k0")[1:]) for m in times), re.sub(r"\s?([/–-])\s?", r"\1", said)


def _section_end(context: Context, at: int) -> int:
    section = context.outline.section_at(at)
    later = (s.heading.start for s in context.outline.sections if s.heading.start > at)
    return section.whole.end if section is not None else min(later, default=len(context.spelled.text))


def _above(leads: Sequence[Lead], at: int) -> Held:
    """The times in force at a place, by the other words of their lines."""
    held: Held = {}
    for lead in leads:
        if lead.holds.start > at:
            break
        own = held.setdefault(lead.words, {})
        for kind in [k for k in own if k >= lead.kind or _DATED.search(lead.time)]:
            del own[kind]
        if at < lead.holds.end:
            own[lead.kind] = lead.time
    return {words: own for words, own in held.items() if own}


def of_two_times(context: Context, first: Told, second: Told) -> bool:
    """Whether two figures stand under lines of two times, or one under such a line and the other tells another time."""
    leads = context.time_leads
    if not leads:
        return False
    a, b = (_above(leads, span.start) for _, span in (first, second))
    own = [_own(context.spelled, span.start) for _, span in (first, second)]
    shared = a.keys() & b.keys()
    if shared:
        return any(a[words] != b[words] for words in shared) and not (own[0] and own[0] == own[1])
    return _other(leads, a, own[1]) or _other(leads, b, own[0])


def _other(leads: Sequence[Lead], above: Held, told: Times) -> bool:
    """Whether what stands under lines of times is not of the time that is told elsewhere; where none is, whether it is of one of several."""
    if told:
        return any(times_named(" ".join(times.values())).other(told) for times in above.values())
    return any(len({lead.time for lead in leads if lead.words == words}) > 1 for words in above)


def _own(document: Document, at: int) -> Times:
    """The time that the sentence of a figure tells itself; none of a cell."""
    index = document.paragraph_at(at)
    if index is None or document.paragraphs[index].cell is not None:
        return Times()
    p = document.paragraphs[index]
    return frame_at(document.text[p.start : p.end], at - p.start, frozenset()).times
