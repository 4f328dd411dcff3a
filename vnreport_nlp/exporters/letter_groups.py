"""What a letter asks for in one breath: the same request for many sections of a part is one sentence, what follows from another is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import SEVERITIES, Finding, Message, Outline, Span, msg
from ..outline import parse_marker
from .letter_fields import Asked
from .letter_numbers import MANY
from .letter_words import also_short, headless
from .tables import part_of

TOGETHER: dict[str, tuple[Message, ...]] = {
    "S101": (msg("Phần {part} chưa có các mục {titles}; đề nghị bổ sung theo đề cương."),),
    "S101?": (msg("Phần {part} chưa thấy nội dung các mục {titles}; đề nghị đơn vị kiểm tra, chỉ rõ vị trí trong báo cáo hoặc bổ sung theo đề cương."),),
    "S102": (msg("Phần {part}: các mục {numbers} mới có tiêu đề, chưa có nội dung; đề nghị bổ sung."),),
    "S104": (msg("Các mục {numbers} đang đặt trong “{inside}”; đề nghị chuyển về {above} theo đề cương."),),
    "S104?": (msg("Các mục {numbers} có thể đang đặt trong “{inside}”; đề nghị đơn vị kiểm tra, nếu đúng thì chuyển về {above} theo đề cương."),),
    "S105?": (
        msg("Phần {part}: nội dung các mục {numbers} có thể đang viết liền trong “{inside}”, chưa có tiêu đề riêng; đề nghị đơn vị kiểm tra, nếu đúng thì đặt tiêu đề theo đề cương."),
        msg("Phần {part}: nội dung các mục {numbers} có thể đang viết liền, chưa có tiêu đề riêng; đề nghị đơn vị kiểm tra, nếu đúng thì đặt tiêu đề theo đề cương."),
    ),
    "S105": (
        msg("Phần {part}: nội dung các mục {numbers} viết liền trong “{inside}”, chưa có tiêu đề riêng; đề nghị đặt tiêu đề theo đề cương."),
        msg("Phần {part}: nội dung các mục {numbers} viết liền, chưa có tiêu đề riêng; đề nghị đặt tiêu đề theo đề cương."),
    ),
}  # fmt: skip
"""By rule one sentence for all sections of a part; the first names the heading under which they stand."""
LEFT_BY = frozenset({"S101", "S104", "S105"})
"""Rules whose mending fills a gap in the numbers."""
Key = tuple[str, str, str, str]


def grouped(findings: Sequence[Finding], asked: Asked) -> Iterator[tuple[Finding, ...]]:
    """Findings that are asked for together, in the order of their first."""
    groups: dict[Key | int, list[Finding]] = {}
    for at, found in enumerate(findings):
        key = _key(found, asked)
        groups.setdefault(at if key is None else key, []).append(found)
    for group in groups.values():
        if len(group) < MANY:
            yield from ((found,) for found in group)
        else:
            yield tuple(group)


def _key(found: Finding, asked: Asked) -> Key | None:
    rule = asked.key(found)
    if rule not in TOGETHER or not found.requirement or "." not in found.requirement or also_short(found):
        return None
    fields = dict(asked.fields(found))
    if fields.get("found_numbers"):  # a whole part, which has a sentence of its own
        return None
    if rule == "S102" and any(fields.get(name) for name in ("found_left", "found_guidance", "found_words")):
        return None  # what stands under each is told
    if found.rule == "S104":
        inside = fields.get("inside", "") or fields.get("standing", "")
        return (rule, part_of(found.requirement), inside, found.requirement.rpartition(".")[0]) if inside else None
    return rule, part_of(found.requirement), fields.get("inside", "") if found.rule == "S105" else "", ""


def together(group: Sequence[Finding], asked: Asked) -> str:
    """One sentence for all of a group."""
    t, first = asked.t, group[0]
    template = asked.result.template
    numbers = [f.requirement or "" for f in group]
    fields = dict(asked.fields(first))
    inside = fields.get("inside", "") or fields.get("standing", "")
    known = TOGETHER[asked.key(first)]
    told = known[0] if inside or len(known) == 1 else known[-1]
    part = asked.number(part_of(numbers[0]))
    titles = ", ".join(
        f"{asked.number(n).replace(f', {part})', ')')} “{template.by_number[n].title}”"
        for n in numbers
        if n in template.by_number
    )
    values = {
        "part": part.removeprefix("Phần "), "numbers": asked.ranges(numbers).replace(f", {part})", ")"), "titles": titles, "inside": inside,
        "above": fields.get("part", ""),
    }  # fmt: skip
    return t.say(Message(told.id, tuple(values.items())))


def follows(found: Finding, findings: Sequence[Finding], asked: Asked) -> bool:
    """Whether one request of the same letter does what another asks for.

    A heading for a whole part brings its sections along where they stand together; a gap in the numbers is filled by
    what is added, moved or given its heading.
    """
    template = asked.result.template
    if found.rule == "S104" and found.requirement and not also_short(found):
        return any(found.requirement in headless(f) and _headed(found, f, asked) for f in findings if f.rule == "S105")
    if found.rule != "S107" or not found.requirement or found.need is None or found.found is None:
        return False
    marker = parse_marker(f"{dict(found.found.params).get('marker', '')} X")
    before = int(dict(found.need.params).get("before", "0").rpartition(".")[2])
    if marker is None or marker.value <= before + 1:
        return False
    above = found.requirement.rpartition(".")[0]
    tops = [r.number for r in template.requirements if "." not in r.number]
    gone = range(before + 1, marker.value)
    wanted = [f"{above}.{n}" for n in gone] if above else tops[before : marker.value - 1]
    mended = {f.requirement for f in findings if f.rule in LEFT_BY}
    return len(wanted) == len(gone) and all(n in mended for n in wanted)


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without shared passages that lie for the most part in another one's: a unit rewrites a text once, whoever else has it."""
    kept: list[Finding] = []
    passages = [f for f in findings if f.rule == "R601" and f.places]
    for f in sorted(
        passages,
        key=lambda f: (SEVERITIES.index(f.severity), f.places[0].span.start - f.places[0].span.end, f.fingerprint),
    ):
        if not any(_mostly_one(f.places[0].span, k.places[0].span) for k in kept):
            kept.append(f)
    own = {id(f) for f in passages} - {id(f) for f in kept}
    return [f for f in findings if id(f) not in own]


def _mostly_one(a: Span, b: Span) -> bool:
    """Whether two spans have at least half of the shorter one in common."""
    return 2 * (min(a.end, b.end) - max(a.start, b.start)) >= min(a.end - a.start, b.end - b.start)


def _headed(found: Finding, head: Finding, asked: Asked) -> bool:
    """Whether a heading for all that ``head`` lists is enough for one of them: they stand together, and are as sure as the head is."""
    sections = [asked.result.outline.section_at(p.span.start) for p in head.places]
    return len({s.parent for s in sections if s is not None}) < 2 and asked.doubtful(found) is asked.doubtful(head)


def moved_with(found: Finding, findings: Sequence[Finding], outline: Outline) -> Finding | None:
    """The request of the same letter to move a section above this one, the highest there is, which takes it along."""
    if found.rule != "S104" or not found.requirement or not found.places or also_short(found):
        return None
    above = [
        f
        for f in findings
        if f.rule == "S104" and f.requirement and f.places and found.requirement.startswith(f"{f.requirement}.")
    ]
    for head in sorted(above, key=lambda f: len(f.requirement or "")):
        section = outline.section_at(head.places[0].span.start)
        if section is not None and found.places[0].span.start in section.whole:
            return head
    return None
