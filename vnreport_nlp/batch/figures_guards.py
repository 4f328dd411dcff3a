"""What stands around a figure and makes it another one: a year's, a target, a part, a lower body's, two things in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ..checks.letters import UPPER
from ..expressions import compiled
from ..model import Indicator

Judgement = Literal["take", "look", "drop"]
SENTENCE = 260
"""Characters to the left that may still belong to the same sentence."""
_SENTENCE_STOP = compiled(r"\n|[.!?](?=\s)")
_CLAUSE_STOP = compiled(r"[;\n]|[.!?](?=\s)")
_TARGET = compiled(r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|dự kiến|ít nhất|tối thiểu|đề ra)\b")
_BEFORE = compiled(
    r"\b(?:(?:nhiệm kỳ|khóa|giai đoạn|năm) trước|đầu (?:nhiệm kỳ|kỳ)(?! đến)|cùng kỳ|trước (?:khi|ngày)|xuất phát)\b"
)
"""Another time than the report's."""
_FORMER = compiled(r"\b(?:đảng bộ|xã|phường|đơn vị|nơi) cũ\b")
"""What units had before they were merged."""
_FROM_START = compiled(r"\btừ đầu (?:nhiệm kỳ|kỳ)\b")
_ONE_YEAR = compiled(
    r"(?<!từ )(?<!đến )(?<!hết )(?<!cuối )(?<!tháng \d )(?<!và )\bnăm (?:19|20)\d\d\b(?!\s*(?:đến|-|–))|\btrong năm\b(?! năm)|(?<!hết )\bquý [ivx\d]+\b|"
    r"(?<!đến )\b(?:0?[1-9]|10|11|một|hai|ba|sáu|chín) tháng (?:đầu|cuối|năm)\b|(?:^|[,;:]\s*)(?:mỗi|hằng|hàng|từng) năm\b|\b(?:mỗi|hằng|hàng) năm[^,;]*$"
)
_YEAR_BEHIND = compiled(r"\s*(?:\(|trong |của |/)?\s*(?:năm (?:19|20)\d\d|mỗi năm|một năm|năm\b(?! qua)|tháng\b)")
_ABOUT = compiled(r"\b(?:trên|hơn|gần|khoảng|xấp xỉ|ước|dưới)\s*$")
_NARROWED = compiled(
    r"\s*(?:mới\s+)?(?:là\b(?! con số)|nữ\b|trẻ\b|dự bị|chính thức|người (?:dân tộc|kinh)|dân tộc|tôn giáo|trong (?:doanh nghiệp|trường|lực lượng)|"
    r"ở (?:khu vực|vùng|doanh nghiệp)|thuộc (?:diện|khối|chi bộ)|khối\b|đi làm|cao tuổi|dưới \d|có vấn đề|của [^,;.]{0,40}\bcũ\b)"
)
_LEVEL = compiled(r"\s*(?:ở )?cấp (?:huyện|thị xã|thành phố|xã|phường|cơ sở|tỉnh)\b")
_MORE = compiled(r"(?P<between>[^;.]{0,70}?)\b\d[\d.]*\s+(?P<noun>cuộc|buổi|hội nghị|lần)\b(?P<after>[^,;]{0,20})")
_ADDED = compiled(r"\bthêm (?:được )?\d[\d.]*\s+(?P<noun>cuộc|buổi|hội nghị|lần)\b")
_LOWER = compiled(
    r"(?<!chi bộ )(?<!đảng bộ )\b(?:cơ sở|cấp (?:huyện|xã|cơ sở)|các (?:xã|phường|đơn vị))\s+(?:đã )?(?P<verb>\w+ \w+)\s+\d"
)
"""The same work told again of the level below: ``Huyện ủy kiểm tra 58 tổ chức đảng; cơ sở kiểm tra 412``."""
_NAMED_WORK = compiled(
    r"\b(?:chương trình|kế hoạch|công tác|nhiệm vụ|lĩnh vực|quy (?:chế|định|trình))(?: công tác| toàn khóa| hằng năm| hàng năm)? kiểm tra(?:,| và) giám sát\b"
)
"""Work by its name, not what was done: ``hoàn thành chương trình kiểm tra, giám sát, đã kiểm tra 41 chi bộ``."""
_OF_IT = compiled(r"\b(?:trong đó|riêng|có|gồm)\b")
_NAMED = compiled(
    rf"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Ấấ]p|[Kk]hu phố|[Cc]hi bộ|[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[Đđ]ảng bộ|[Đđ]ảng (?:ủy|uỷ))\s+((?:[{UPPER}]\w*\s?)+)"
)
_OPENING = compiled(rf"\W*(?:(?:[Tt]ại|[Ởở]|[Rr]iêng|[Tt]iêu biểu|[Đđ]iển hình)\s+(?:là\s+)?)?{_NAMED.pattern[2:]}")


def around(low: str, start: int, end: int, clause: bool = True) -> tuple[str, str]:
    """What is left and right of a span in its clause, or in its sentence."""
    stop = _CLAUSE_STOP if clause else _SENTENCE_STOP
    floor = max(0, start - SENTENCE)
    for m in stop.finditer(low, floor, start):
        floor = m.end()
    ceiling = stop.search(low, end, min(len(low), end + SENTENCE))
    return low[floor:start], low[end : ceiling.start() if ceiling else min(len(low), end + SENTENCE)]


def judge(text: str, low: str, m: re.Match[str], indicator: Indicator, own: str, leads: Sequence[str]) -> Judgement:
    """Whether the figure of a match is the indicator's."""
    left, right = around(low, m.start(), m.end())
    sentence, rest = around(low, m.start(), m.end(), clause=False)
    if _other_time(sentence, left, right, indicator) or _excluded(left, right, m[0], indicator):
        return "drop"
    if _NARROWED.match(right) or _foreign(text[m.start() - len(left) : m.start()], own):
        return "drop"
    if (
        any(_joined(left, m[0], right, lead) for lead in leads)
        or _LEVEL.match(right)
        or _split(m[0], right, rest, leads)
    ):
        return "look"
    return "look" if _ABOUT.search(low, max(0, m.start("n") - 12), m.start("n")) else "take"


def _joined(left: str, match: str, right: str, lead: str) -> bool:
    """Whether one figure is told of two things: ``kiểm tra, giám sát 41 chi bộ``, ``12 cuộc giám sát, phản biện``."""
    word = re.escape(lead)
    if match[0].isdigit():
        return re.match(rf"\s*(?:,|và\b|/|-|–)\s*{word}\b(?![^\d,;:]{{0,30}}\d)", right) is not None
    return re.search(rf"\b{word}\s*(?:,|và|/|-|–)\s*$", left) is not None


def _split(match: str, right: str, rest: str, leads: Sequence[str]) -> bool:
    """Whether a thing is told in two counts that stand side by side: ``15 cuộc đối thoại cấp huyện và 132 cuộc cấp xã``."""
    lower = _LOWER.search(rest)
    if lower is not None and match.startswith(lower["verb"]) and "(" not in rest[: lower.start()]:
        return True
    added = _ADDED.search(rest)
    if added is not None and added["noun"] in match:
        return True
    more = _MORE.match(right)
    if more is None or more["noun"] not in match or _OF_IT.search(more["between"]):
        return False
    return not any(lead in more["between"] or lead in more["after"] for lead in leads)


def _other_time(sentence: str, left: str, right: str, indicator: Indicator) -> bool:
    """Whether the figure is one year's where the whole term's is asked for, or of another time."""
    if _TARGET.search(left) or (_BEFORE.search(left) and not _FROM_START.search(left)):
        return True
    if indicator.period not in ("term", "now"):
        return False
    if indicator.period == "now" and _FORMER.search(left):
        return True
    return _ONE_YEAR.search(sentence) is not None or _YEAR_BEHIND.match(right) is not None


def _excluded(left: str, right: str, match: str, indicator: Indicator) -> bool:
    """Whether words of ``without`` stand in the phrase, before it (behind the last mention of its unit) or right behind it."""
    if not indicator.without:
        return False
    words = compiled("|".join(rf"\b{re.escape(w.lower())}" for w in indicator.without))
    if indicator.unit:
        left = left[left.rfind(indicator.unit.lower()) + 1 :]
    left = _NAMED_WORK.sub(" ", left)
    return any(words.search(x) for x in (left, match, re.split(r"[,(]", right)[0]))


def _foreign(left: str, own: str) -> bool:
    """Whether the clause tells of another place or body than the draft's own: named at its start or next to the figure."""
    opening = _OPENING.match(left)
    named = [*([opening[1]] if opening else []), *(m[1] for m in _NAMED.finditer(left, left.rfind(",") + 1))]
    return any(name.strip().lower().replace("uỷ", "ủy") not in own for name in named)
