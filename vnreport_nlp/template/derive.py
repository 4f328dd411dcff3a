"""Make a template from an outline document: same reader, same outliner as for drafts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Set

from ..errors import TemplateError
from ..expressions import compiled
from ..model import Outline, Requirement, Section, Template, Voice, msg
from ..outline import count
from ..outline.candidates import covered
from ..text import plain
from .bounds import MOST_REQUIREMENTS
from .brackets import CONDITION, OPTIONAL, without_instructions
from .bullets import MAX_NAME, MIN_NAME, Item, listed, lists_items
from .guidance import guidance
from .outline_title import outline_title
from .prescribed import forms_of
from .remarks import is_remarks, said_aside
from .short_names import with_short_names
from .tells import TELLS

DIRECTION = compiled(
    r"phương hướng|định hướng|nhiệm vụ.{0,40}(?:kỳ tiếp theo|thời gian tới|trọng tâm)|kỳ tiếp theo|mục tiêu", re.I
)
_RESULT = compiled(r"\W*(?:những |các )?(?:kết quả|tình hình|đánh giá|đặc điểm|khái quát|nhận xét|kiểm điểm)", re.I)
"""How parts that report begin, whatever tasks they name after that."""
_CARRIED_OUT = compiled(
    r"(?:thực hiện|triển khai|hoàn thành|chỉ đạo)\s+(?:các |những |một số )?"
    r"(?:(?:mục tiêu|chỉ tiêu|chủ trương|nội dung|chính sách|chương trình|nhiệm vụ|giải pháp)\b(?:,| và|\s)*(?:các |những )?)+",
    re.I,
)
"""Aims and tasks that a part says were carried out: ``Kết quả thực hiện các mục tiêu, nhiệm vụ`` announces no new ones."""
_PERIOD = compiled(r"\b(20\d\d)\s*[-–]\s*(20\d\d)\b")
_FIGURES = compiled(r"số liệu|biểu số|tổng số|số lượng|số cuộc|số người|số tiền", re.I)
_TELLS = compiled(
    r"(?:số(?: lượng)?|tổng số|tỷ lệ|mức|nêu|ghi|liệt kê|thống kê|làm rõ|trình bày|phân tích|cần|chú ý)\b", re.I
)
_CLOSED = compiled(r"[;.]\s*$")
"""How a line for the writer begins, or ends: ``Số người đã kê khai;``."""
_OPEN = compiled(r"[\W_]+|\[[^\]]*\][\s.;]*")
"""Dots, or words in square brackets, behind a number: a line for whoever fills the outline in."""
_LEAST = compiled(
    r"(?:tối thiểu|ít nhất|không dưới|không ít hơn)\s+(?:khoảng\s+)?(\d{1,4})\s+(?:từ|chữ|tiếng|âm tiết)\b", re.I
)
"""How long the outline itself wants an item to be."""
_LABEL = compiled(r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s(?:\d{1,2}|[IVX]{1,4})")
"""``Mục tiêu 1``, ``Tiêu chí số 3``: words that only count."""
_CLAUSE_END = compiled(r"[.;(\[]")
LEAF_SYLLABLES = 20
"""Minimum of a derived leaf, about two lines: nobody set it by hand, and reports on many small things say each in a sentence."""

BULLET_SYLLABLES = 12
"""The same for an item of a list with bullets, which a line answers."""


def slug(text: str) -> str:
    """ASCII id of a title: ``Đề cương báo cáo`` → ``de-cuong-bao-cao``."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")[:60].strip("-")


def _hints(outline: Outline) -> set[int]:
    """Numbered lines that are no items of their own: left open, or in italics, under headings that are not, and telling the writer what to state."""
    sections = outline.sections
    leaves = [s for s in sections if s.parent is not None and not s.children]
    return {s.index for s in leaves if _OPEN.fullmatch(s.title)} | {
        s.index for s in leaves
        if s.parent is not None and (line := _slanted(outline, s)) and not _slanted(outline, sections[s.parent])
        and (_TELLS.match(line) or (_CLOSED.search(line) and outline.document.text[s.heading.start : s.whole.end].strip().endswith(line)))
    }  # fmt: skip


def _slanted(outline: Outline, section: Section) -> str:
    """The line of a heading that stands in italics and is not bold, without its number; else nothing."""
    document = outline.document
    at = document.paragraph_at(section.heading.start)
    p = document.paragraphs[at] if at is not None else None
    if p is None or not covered(p, p.italic, text=document.text) or covered(p, p.bold, text=document.text):
        return ""
    return document.text[section.heading.start : p.end].removeprefix(section.marker).strip()


def _is_remark(section: Section) -> bool:
    """Whether a heading without a number only opens a remark to whoever writes the report."""
    return not section.marker and is_remarks(section.title)


def _voice(outline: Outline, section: Section) -> Voice | None:
    root = section
    while root.parent is not None:
        root = outline.sections[root.parent]
    title = _CARRIED_OUT.sub("thực hiện ", root.title)
    if _RESULT.match(title) and not re.search(
        r"(?:và|,|;|thực hiện) (?:phương hướng|định hướng|nhiệm vụ)", title, re.I
    ):
        return "result"
    return "direction" if DIRECTION.search(title) else None


def _period(outline: Outline, section: Section) -> str | None:
    node: Section | None = section
    while node is not None:
        if m := _PERIOD.search(node.title):
            return f"{m[1]}-{m[2]}"
        node = outline.sections[node.parent] if node.parent is not None else None
    return None


def _least(guidance: str, *, usual: int) -> int:
    """Syllables that the outline asks for, or the usual minimum."""
    asked = _LEAST.search(guidance)
    return int(asked[1]) if asked else usual


def _requirement(
    outline: Outline, section: Section, number: str, heading: str, below: str, *, least: int
) -> Requirement:
    """An item by the line that heads it and what stands ``below``; ``section`` is its own or the one that it is listed in."""
    title, asked = without_instructions(heading)
    if section.kind == "none" or ":" in title:
        title, _, tail = title.partition(":")
        asked = f"{tail.strip()} {asked}".strip()
    told = f"{asked} {below}".strip()
    condition = CONDITION.search(title)
    optional = bool(OPTIONAL.search(title)) or condition is not None
    clean = CONDITION.sub("", OPTIONAL.sub("", title))
    return Requirement(
        number=number,
        title=" ".join(clean.split()).strip(" :.-") or heading or f"Mục {number}",
        aliases=_behind_label(title, told),
        voice=_voice(outline, section),
        required=not optional,
        when=condition[1].strip() if condition else None,
        min_syllables=_least(told, usual=least),
        figures=bool(_FIGURES.search(f"{heading} {told}")),
        period=_period(outline, section),
        guidance=told[:1500],
    )


def _behind_label(title: str, told: str) -> tuple[str, ...]:
    """The name behind a title that only counts (``Dự án 2: Nước sạch``), by which units know the item as well."""
    if _LABEL.fullmatch(title.strip()) is None:
        return ()
    name = _CLAUSE_END.split(told, maxsplit=1)[0].strip()
    return (name,) if MIN_NAME <= count(name) <= MAX_NAME and TELLS.match(name) is None else ()


def _listed(outline: Outline, section: Section, hints: Container[int], *, lists: bool) -> tuple[tuple[Item, ...], str]:
    """The items in a list below a section that has no others."""
    leaf = all(k in hints for k in section.children)
    return listed(outline, section) if leaf and lists else ((), "")


def _item(outline: Outline, section: Section, hints: Set[int], away: Set[int], *, lists: bool) -> list[Requirement]:
    """The requirement of a section, and those of a list with bullets below it, numbered in their order."""
    number, leaf = section.number, hints | away >= set(section.children)
    items, own = _listed(outline, section, hints | away, lists=lists)
    below = own if items else guidance(outline, section, hints)
    first = _requirement(
        outline, section, number, section.title, below, least=LEAF_SYLLABLES if leaf and not items else 0
    )
    return [
        first,
        *(
            _requirement(outline, section, f"{number}.{k}", item.title, item.told, least=BULLET_SYLLABLES)
            for k, item in enumerate(items, 1)
        ),
    ]


def _taken(outline: Outline, aside: Container[int]) -> Iterator[Section]:
    """The sections that are items: each number once, below a number that is one, and none that is put ``aside``."""
    seen: set[str] = set()
    numbered = {s.number for s in outline.sections if s.marker}
    for section in outline.sections:
        if (section.run_in and section.kind in ("ordinal",)) or _is_remark(section) or section.index in aside:
            continue
        if not section.marker and section.number in numbered:  # its place among its siblings is no number of its own
            continue
        parent = section.number.rpartition(".")[0]
        if section.number in seen or (parent and parent not in seen):
            continue
        seen.add(section.number)
        yield section


def left_out(outline: Outline) -> frozenset[int]:
    """Sections of an outline that are neither items nor guidance of one."""
    hints = _hints(outline)
    kept = {s.index for s in _taken(outline, hints | said_aside(outline))} | hints
    return frozenset(s.index for s in outline.sections if s.index not in kept)


def listed_at(outline: Outline) -> frozenset[int]:
    """Offsets of the lines of lists that are items, with those that stand below their bullets."""
    aside, lists = _hints(outline) | said_aside(outline), lists_items(outline.document)
    items = (i for s in _taken(outline, aside) for i in _listed(outline, s, aside, lists=lists)[0])
    return frozenset(start for item in items for start in item.starts)


def derive_template(outline: Outline) -> Template:
    """The template that an outline document asks for.

    Raises TemplateError when the document has no headings.
    """
    if not outline.sections:
        raise TemplateError(
            msg("Không tìm thấy mục nào trong đề cương {path}.", path=outline.document.path),
            hint=msg("Kiểm tra bằng: vnreport outline {path}", path=outline.document.path),
        )
    hints, away, lists = _hints(outline), said_aside(outline), lists_items(outline.document)
    taken = _taken(outline, hints | away)
    requirements = [r for section in taken for r in _item(outline, section, hints, away, lists=lists)]
    if len(requirements) > MOST_REQUIREMENTS:
        raise TemplateError(
            msg("Đề cương {path} có quá nhiều mục: {n}, tối đa {most}.", path=outline.document.path, n=len(requirements), most=MOST_REQUIREMENTS),
            hint=msg("Kiểm tra bằng: vnreport outline {path}", path=outline.document.path),
        )  # fmt: skip
    title = outline_title(outline) or requirements[0].title
    return Template(
        slug(title) or "de-cuong", title, with_short_names(requirements), source=outline.document.path, formulas=forms_of(outline)
    )  # fmt: skip


def to_yaml(template: Template) -> str:
    """The template as YAML that ``template lint`` accepts, in the order of the design."""
    lines = [f"id: {template.id}", f"title: {_quote(template.title)}", "requirements:"]
    for r in template.requirements:
        lines.append(f"  - number: {r.number}")
        lines.append(f"    title: {_quote(r.title)}")
        if r.aliases:
            lines.append("    aliases: [" + ", ".join(_quote(a) for a in r.aliases) + "]")
        for key in ("topic", "voice", "when", "period"):
            value = getattr(r, key)
            if value:
                lines.append(f"    {key}: {_quote(value)}")
        if not r.required:
            lines.append("    required: false")
        lines.append(f"    min_syllables: {r.min_syllables}")
        if r.figures:
            lines.append("    figures: true")
        if r.guidance:
            lines.append(f"    guidance: {_quote(r.guidance)}")
    if template.formulas:
        lines += ["formulas:", *(f"  - {_quote(text)}" for text in template.formulas)]
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    plain = re.fullmatch(r"[\w][\w ,;()/-]*", text)
    if plain and text.strip() == text and not re.search(r"[,\[\]{}:#]", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
