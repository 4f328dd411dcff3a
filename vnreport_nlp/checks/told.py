"""What the verdicts say, as findings: S101 to S106 and S112."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import compiled
from ..model import MISSING, Finding, Message, Requirement, Verdict, finding, msg
from ..text import fold
from .context import Context

RULE_OF = {
    "missing": "S101", "empty": "S102", "thin": "S103", "misplaced": "S104", "unheaded": "S105", "merged": "S106",
}  # fmt: skip
_NUMBERS = compiled(r"\d+")


def verdict_findings(context: Context) -> Iterator[Finding]:
    """One finding a verdict that is not plainly met; a part that lacks as a whole is told once."""
    status = {v.requirement: v.status for v in context.verdicts}
    for verdict in context.verdicts:
        requirement = context.template.by_number[verdict.requirement]
        parent = requirement.parent
        if verdict.status == "missing" and parent is not None and status.get(parent) in MISSING:
            continue
        rule = RULE_OF.get(verdict.status)
        if rule is not None:
            yield _BUILD[verdict.status](context, requirement, verdict)
        elif verdict.doubted:
            yield _doubted(requirement, verdict)


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
    elif str(least) in _NUMBERS.findall(r.guidance):
        said = msg("Mục {number} “{title}” còn ngắn: {n} chữ (đề cương yêu cầu {least})", least=least, **what)
    else:
        said = msg("Mục {number} “{title}” còn ngắn: {n} chữ (mức tham khảo của công cụ rà soát: {least} chữ)", least=least, **what)  # fmt: skip
    return finding(
        "S103", said, requirement=r.number, content=r.title, places=v.evidence, found=v.why,
        need=msg("{need}", need=_needed(r)), fix=to_supplement(r, reported=words is None),
    )  # fmt: skip


def asks_figures(r: Requirement) -> bool:
    """Whether the outline asks for figures, by its field or in its own words."""
    return r.figures or "số liệu" in r.guidance.lower()


def to_supplement(r: Requirement, *, reported: bool = True) -> Message:
    """What a short section is asked for: figures where the outline asks for them, a clear word where nothing may have happened."""
    return _MORE[asks_figures(r), reported]


_MORE = {
    (True, True): msg("Bổ sung nội dung, số liệu theo hướng dẫn của đề cương."),
    (False, True): msg("Bổ sung nội dung theo hướng dẫn của đề cương."),
    (True, False): msg("Bổ sung nội dung, số liệu theo hướng dẫn của đề cương; nếu không phát sinh, viết rõ."),
    (False, False): msg("Bổ sung nội dung theo hướng dẫn của đề cương; nếu không phát sinh, viết rõ."),
}


def _misplaced(context: Context, r: Requirement, v: Verdict) -> Finding:
    what = {"number": r.number, "title": r.title, "where": _where(context, r, v)}
    short = is_short(v)
    said = (
        msg("Mục {number} “{title}” đặt sai chỗ (đang ở {where}) và còn ngắn: {n} chữ (mức tham khảo của công cụ rà soát: {least} chữ)",
            n=v.syllables, least=dict(v.why.params)["least"], **what)
        if short else msg("Mục {number} “{title}” đặt sai chỗ: đang ở {where}", **what)
    )  # fmt: skip
    above = r.number.rpartition(".")[0]
    kind = "below" if "." in above else "part" if above else ""
    return finding(
        "S104", said, requirement=r.number, content=r.title, places=v.evidence,
        need=msg("Đề cương xếp mục này ở {number}.", number=r.number), found=_under(context, v),
        fix=msg(_MOVED[kind, short].id, above=above) if above else _MOVED[kind, short],
    )  # fmt: skip


def is_short(verdict: Verdict) -> bool:
    """Whether a section in the wrong place has less than the minimum of text too."""
    return verdict.status == "misplaced" and "least" in dict(verdict.why.params)


_MOVED = {
    ("below", False): msg("Chuyển về mục {above} theo đề cương."),
    ("below", True): msg("Chuyển về mục {above} theo đề cương, đồng thời bổ sung nội dung."),
    ("part", False): msg("Chuyển về phần {above} theo đề cương."),
    ("part", True): msg("Chuyển về phần {above} theo đề cương, đồng thời bổ sung nội dung."),
    ("", False): msg("Chuyển mục về đúng phần của đề cương."),
    ("", True): msg("Chuyển mục về đúng phần của đề cương, đồng thời bổ sung nội dung."),
}
"""Where a section goes, and what it lacks besides."""


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


def _merged(context: Context, r: Requirement, v: Verdict) -> Finding:
    return finding(
        "S106", msg("Mục {number} “{title}” viết chung với mục khác", number=r.number, title=r.title),
        requirement=r.number, content=r.title, places=v.evidence, found=v.why,
        need=msg("Đề cương nêu mục này riêng."),
        fix=msg("Đọc lại phần này: chưa có nội dung của mục thì viết bổ sung; có rồi thì chấp nhận được.") if v.review
        else msg("Chấp nhận được; chỉ tách khi tỉnh bắt buộc viết riêng."),
    )  # fmt: skip


def _doubted(r: Requirement, v: Verdict) -> Finding:
    what = {"number": r.number, "title": r.title}
    said, fix = (
        (msg("Dự thảo nêu mục {number} “{title}” không thuộc phạm vi của đơn vị", **what),
         msg("Đơn vị vẫn phải báo cáo mục này thì ghi “Đúng, đề nghị sửa” để đưa vào công văn; được miễn thì bỏ qua kèm lý do."))
        if v.status == "excused" else
        (msg("Nội dung dưới tiêu đề mục {number} “{title}” có thể chưa đúng yêu cầu", **what),
         msg("Đọc phần này: đúng là chưa đạt thì ghi “Đúng, đề nghị sửa” để đưa vào công văn; đạt rồi thì bỏ qua kèm lý do."))
    )  # fmt: skip
    return finding(
        "S112", said, requirement=r.number, content=r.title, places=v.evidence, found=v.why,
        need=msg("{need}", need=_needed(r)), fix=fix,
    )  # fmt: skip


_BUILD = {
    "missing": _missing, "empty": _empty, "thin": _thin, "misplaced": _misplaced, "unheaded": _unheaded, "merged": _merged,
}  # fmt: skip
