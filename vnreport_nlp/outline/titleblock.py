"""What the title block says: unit, issuing body, symbol, date, subject."""

from __future__ import annotations

import re
from dataclasses import replace

from ..expressions import compiled
from ..model import Document, Metadata, Span
from ..text import CAPITALS
from .bodies import Writer, province, writer
from .dated import dated
from .places import LEVELS, fold_body, lowest_unit, units_in
from .titles import count, is_caps, is_made

_HALF = compiled(rf"(?<![:\s])(?:\t|[ \xa0]{{3,}})\s*(?=[{CAPITALS}])")
"""Between the left half of a line and the right one; the blanks of ``Số:      -BC/HU`` and ``ngày   tháng`` are none."""
_SPLIT = compiled(r"[\W_]*(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|ĐẢNG (?:ỦY|UỶ)|ĐẢNG BỘ)[\W_]*")
_PLACED = compiled(rf"[\W_]*(?:{LEVELS.upper()})\s")
"""A body in one line, its place in the next."""
_REPORT = compiled(r"[\W_]*(?:DỰ THẢO\s+)?BÁO CÁO\b")
_ISSUER = compiled(
    r"[\W_]*(?:(?:HUYỆN|THỊ|THÀNH|QUẬN|ĐẢNG|CHI) (?:ỦY|UỶ)|(?:ỦY|UỶ) BAN|UBND|HĐND|HỘI ĐỒNG|BAN|BCH|CHI BỘ|ĐẢNG BỘ|VĂN PHÒNG)\b"
)
_HEADER = compiled(r"[\W_]*(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM)[\W_]*")
_BESIDE = compiled(
    r"(?<=[^\s|])[\s|]+(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?i:độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc))[\W_]*$"
)
"""The right half of a line that a blank or a rule parts from the left."""
_SYMBOL = compiled(r"^\W*Số\s*:?\s*(?P<s>\d*\s*-?/?\s*[\w.-]*/?[A-ZĐa-z0-9-]+)", re.IGNORECASE)
_CONGRESS = compiled(r"(?i:đại hội)[^.;\n]{0,80}?\s(?:lần thứ\s+)?(?P<n>[IVXL]{1,6})\b")
_PREAMBLE = compiled(r"báo cáo\b", re.IGNORECASE)
_PREAMBLED = compiled(r"(?:kính gửi|căn cứ|thực hiện|thi hành|theo)\b", re.IGNORECASE)
"""What follows a title whose subject stands somewhere else."""


_KIND = compiled(
    r"^[\W_]*(?:dự thảo\s+)?(?P<k>nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông báo|hướng dẫn|chương trình|kế hoạch|"
    r"phương án|đề án|dự án|biên bản|tờ trình|hợp đồng|công điện|thông cáo|kết luận|tuyên bố|lời kêu gọi|diễn văn|đề cương|"
    r"giấy mời|công văn|luật|nghị định|thông tư)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_GOES_ON = ("nhiệm kỳ", "năm", "giai đoạn", "tổng kết", "về", "phương hướng", "(")
"""What a further line of a subject begins with though it begins large."""
MAX_TITLE = 40
"""A title line has at most this many syllables."""
OTHER_FRONT = 600
"""Characters in which another document says its kind."""
MAX_CLOSED = 15
"""A line of more syllables that ends with a full stop is a sentence of the preamble."""


def _lines(document: Document, front: Span, *, since: int = 0, boxes: bool = True) -> list[str]:
    """The lines of the title block, those set on its right half with tabs or spaces after the left ones they stand beside.

    A body and the place it belongs to are one line.
    """
    lines: list[str] = []
    right: list[str] = []
    for p in document.paragraphs:
        if p.start < since or p.end > front.end or p.story not in ("body", "table", "textbox"):
            continue
        if not boxes and p.story == "textbox":
            continue
        left, *beside = (" ".join(half.split()) for half in _HALF.split(document.text[p.start : p.end]))
        if not beside:
            lines, right = lines + right, []
        lines += [_BESIDE.sub("", left)] if left else []
        right += filter(None, beside)
    lines += right
    for k in range(len(lines) - 1, 0, -1):
        if _SPLIT.fullmatch(lines[k - 1]) and _PLACED.match(lines[k]):
            lines[k - 1 : k + 1] = [f"{lines[k - 1].strip(' *_')} {lines[k].strip(' *_')}"]
    return lines


def _heading(lines: list[str]) -> list[str]:
    """The lines above ``BÁO CÁO`` where the last body among them is named with its unit: nothing below can be the issuer."""
    end = next((k for k, line in enumerate(lines) if _REPORT.match(line)), _kind_at(lines) or 0)
    bodies = [line for line in lines[:end] if _ISSUER.match(line)]
    return lines[:end] if bodies and units_in(bodies[-1:]) else []


def _writer(lines: list[str]) -> tuple[str | None, str | None, str | None]:
    """(unit, body, level) of who writes: the last body above ``BÁO CÁO``, else the unit that the lines name."""
    above = lines[: next((k for k, line in enumerate(lines) if _REPORT.match(line)), 0)]
    if (body := writer(above)) is not None:
        return _with_place(body, lines).told
    unit = lowest_unit(_heading(lines) or lines)
    whole = province(above) if unit[0] is None else None
    return unit if whole is None else whole.told


def _with_place(body: Writer, lines: list[str]) -> Writer:
    """A body whose heading names no place, with that of the one unit which the title block and the preamble name."""
    if body.level is not None or not body.nameless:
        return body
    unit, _, level = lowest_unit(lines)
    alone = {(found[0], found[1]) for found in units_in(lines) if found[0] == level}
    if unit is None or level is None or len(alone) > 1:
        return body
    place = level + unit[len(level) :]
    return body._replace(unit=f"{body.unit} {place}", body=f"{body.body} {place}", level=level)


def _after_cover(lines: list[str]) -> list[str]:
    """The lines behind a cover that names the report as well: its title block and its title come once more."""
    heads = [k for k, line in enumerate(lines) if _REPORT.match(line) and count(line) <= MAX_TITLE]
    for k in heads[1:]:
        if any(_opens_block(line) for line in lines[heads[0] + 1 : k]):
            return lines[heads[0] + 1 :]
    return lines


def heads_block(line: str) -> bool:
    """Whether a line stands in the head of a document: a body in capitals, the country's or the Party's name, number, date."""
    return bool(_ISSUER.match(line) and is_caps(line)) or _opens_block(line)


def _opens_block(line: str) -> bool:
    """Whether a line stands at the head of a document, above its title: the country's or the Party's name, number, date."""
    return bool(_HEADER.fullmatch(line) or dated(line) or ((m := _SYMBOL.match(line)) and re.search("[-/]", m["s"])))


def _subject(lines: list[str]) -> tuple[str, str | None]:
    """(title, subject): ``BÁO CÁO`` and the lines after it up to the preamble."""
    for k, line in enumerate(lines):
        m = re.match(r"^\W*(?P<head>(?:dự thảo\s+)?báo\s+cáo)\b\W*(?P<rest>.*)$", line, re.IGNORECASE)
        if not m or count(line) > MAX_TITLE:
            continue
        parts = [m["rest"].strip(" *")] if m["rest"].strip(" *") else []
        for after in lines[k + 1 : k + 5]:
            if (
                count(after) > MAX_TITLE
                or (count(after) > MAX_CLOSED and after.rstrip().endswith("."))
                or re.match(r"^[\W_]+$", after)
                or after.rstrip().endswith(":")
            ):
                break
            if _HEADER.fullmatch(after) or (is_made(after) and any(c.isdigit() for part in parts for c in part)):
                break
            if parts and not (
                is_caps(after)
                or after[:1].islower()
                or parts[-1].endswith((",", ";"))
                or after.lower().startswith(_GOES_ON)
            ):
                break
            parts.append(after.strip())
        subject = " ".join(parts).strip()
        return f"Báo cáo {subject}".strip(), subject or None
    named = _kind_at(lines)
    if named is not None:
        first = lines[named].strip(" *_")
        goes_on = [
            line
            for line in lines[named + 1 : named + 2]
            if line[:1].islower() and count(line) <= MAX_TITLE and line[-1:] not in ".:"
        ]
        return " ".join([first[:1] + first[1:].lower() if first.isupper() else first, *goes_on]), None
    return next((line for line in lines if count(line) > 2 and _may_be_title(line)), ""), None


def _may_be_title(line: str) -> bool:
    """Whether a line that names no kind is no paragraph of the body: short, the more so with a full stop in it."""
    return count(line) <= (MAX_CLOSED if ". " in line or line[-1:] == "." else MAX_TITLE)


def _titled(document: Document, front: Span, lines: list[str], *, since: int, limit: int) -> tuple[str, str | None]:
    """(title, subject) without the boxes beside them, as stamps are, unless the subject itself stands in one."""
    if any(p.story == "textbox" and p.end <= front.end for p in document.paragraphs):
        own = _subject(_after_cover(_lines(document, front, since=since, boxes=False)[:limit]))
        if own[1] is not None and not _PREAMBLED.match(own[1]):
            return own
    return _subject(_after_cover(_lines(document, front, since=since)[:limit]) or lines)


def _kind(lines: list[str]) -> str | None:
    """What kind of document the title line says; a report announced anywhere in the title block is a report."""
    if any(_PREAMBLE.match(line.strip(" *_")) for line in lines if count(line) <= MAX_TITLE):
        return "báo cáo"
    return next((fold_body(m["k"]) for line in lines if (m := _KIND.match(line)) and _alone(m)), None)


def names_kind(line: str) -> bool:
    """Whether a line is the kind of another document than a report: ``KẾ HOẠCH``."""
    return (m := _KIND.match(line)) is not None and _alone(m)


def _kind_at(lines: list[str]) -> int | None:
    """Where another document says its kind."""
    return next((k for k, line in enumerate(lines) if names_kind(line)), None)


def _alone(m: re.Match[str]) -> bool:
    """In capitals, or a line of its own: a sentence that begins with the same words names no kind."""
    return m["k"].isupper() or not m["rest"].strip(" *_.:")


def _above_kind(document: Document) -> list[str]:
    """The lines down to the kind of another document (``GIẤY MỜI``) and its subject, where no report begins; else the first line."""
    lines = _lines(document, Span(0, min(len(document.text), OTHER_FRONT)))
    named = _kind_at(lines)
    return lines[: named + 2] if named is not None else [document.text[:OTHER_FRONT].split("\n", 1)[0]]


def read_front(document: Document, front: Span, *, since: int = 0, limit: int = 60) -> tuple[str, Metadata]:
    """(title, metadata) of the title block and preamble; of the first lines when there is no title block.

    ``since`` is the offset from which the title is looked for: a covering letter before it has a subject of its own, and a
    number and a date that those of the report follow.
    """
    lines = _lines(document, front)
    lines = (lines[-limit:] if since else lines[:limit]) or _above_kind(document)
    title, subject = _titled(document, front, lines, since=since, limit=limit)
    unit, body, level = _writer(_after_cover(lines))
    symbol, place, date = _numbered(lines[::-1] if since else lines)
    if None in (symbol, date) and (margin := _letterhead(document)):
        told = _numbered(margin)
        symbol, (place, date) = symbol or told[0], (place, date) if date else told[1:]
        unit, body, level = (unit, body, level) if unit else _writer([*margin, *lines])
    superior = next((f"Tỉnh {name}" for lvl, name, _ in units_in(lines) if lvl == "tỉnh"), None)
    congress = next((m["n"] for line in lines if (m := _CONGRESS.search(line))), None)
    draft = any(re.match(r"^\W*\(?dự thảo", line, re.IGNORECASE) for line in lines)
    return title, Metadata(
        unit, body, level, superior, symbol,
        place, date,
        subject, congress, draft, _kind(lines),
    )  # fmt: skip


def _numbered(lines: list[str]) -> tuple[str | None, str | None, str | None]:
    """(symbol, place, date) that the lines say first."""
    signs = (m["s"].strip() for line in lines if count(line) < 25 and (m := _SYMBOL.match(line)))
    place, date = next((found for line in lines if (found := dated(line))), (None, None))
    return next((sign for sign in signs if re.search("[-/]", sign)), None), place, date


def _letterhead(document: Document) -> list[str]:
    """The lines of a letterhead that stands in the header of a page, as of the first."""
    margin = [document.text[p.start : p.end] for p in document.paragraphs if p.story == "header"]
    lines = [" ".join(text.split()) for text in margin]
    return lines if any(map(_HEADER.fullmatch, lines)) else []


def renamed(metadata: Metadata, unit: str) -> Metadata:
    """The metadata of a unit that is given a name by hand: level and Party body are those that the name tells."""
    unit = " ".join(unit.split())
    own = writer([unit.upper()])
    _, body, level = own.told if own is not None else lowest_unit([unit])
    return replace(metadata, unit=unit, body=unit if own else body, level=level)
