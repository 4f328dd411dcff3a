"""U501: places where only the writer is named, whatever else the sentence tells, and names that are the writer's but for a slip of the pen."""

from __future__ import annotations

import re

from ...expressions import lazy
from ...gates import Gated
from ..letters import UPPER
from ..wording.letters import one_letter
from ..wording.near import near
from .profile import WORD
from .words import LEVEL, PAST

_REPORTS = lazy(r"\s(?:xin\s|kính\s|trân trọng\s|tổng hợp,?\s)*báo cáo\b")
_BODY = rf"(?:[{UPPER}][^,;.:]{{2,90}}\s)?"
"""A body that is named with the unit, which its own short form may follow in brackets."""
_LED = lazy(rf"(?:^\W*|[,;]\s)(?:thay mặt\s)?{_BODY}$")
_OPENS = lazy(r"\bnhư sau\s*[:.]?\s*$")
_CLOSES = lazy(r"^\W*Trên đây là\b")
_OWNED = lazy(rf"\bcủa\s{_BODY}$")
_DUTY = lazy(
    r"^\W*(?:Thực hiện|Căn cứ|Theo|Triển khai|Quán triệt|Thi hành)\s(?:tinh thần\s)?[^.;,]{0,80}\bsố\s\d[^.;,]{0,60}\scủa\s"
    + _BODY
    + "$"
)
"""A numbered document, at the head of a sentence, that the writer carries out: it is of its own superior, or its own."""
_SHARED = lazy(r"phối hợp|ký kết|giữa|liên tịch|quy chế|\bcũ\b", re.IGNORECASE)

_LEVEL = "(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Thị xã|Quận|Thành phố|Tỉnh)"
IS = Gated(
    rf"(?m)^(?:[-–+•*\d.)]+\s)?(?:{_LEVEL}\s)?(?P<name>(?!{_LEVEL}\s){WORD}(?: {WORD}){{1,3}})\s(?:vốn\s|hiện\s)?là\s(?:một\s)?(?P<level>{LEVEL}|tỉnh)\s(?!nhà\b|trên\b|dưới\b|bạn\b|khác\b)"
)
"""A paragraph that begins to describe a unit (``Bình Minh là huyện miền núi``, ``Xã Bình Minh là xã …``): no report describes another."""


def announced(sentence: str, left: int, right: int) -> bool:
    """Whether the unit at ``left`` (with its organs) is who reports, whose report ends here, or who issued what is carried out."""
    before = sentence[:left]
    if PAST.search(sentence[left:]) or PAST.search(before[-40:]):
        return False
    ends = _CLOSES.match(sentence) is not None
    if (ends or _OPENS.search(sentence)) and _LED.search(before) and _REPORTS.match(sentence, right):
        return True
    if ends and _OWNED.search(before):
        return True
    return _DUTY.match(before) is not None and not _SHARED.search(sentence)


def slipped(given: str, own: str) -> bool:
    """Whether a compared name is another but for one syllable, and that for one mark or letter."""
    a, b = given.split(), own.split()
    wrong = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) > 1 and len(wrong) == 1 and _nearly(*wrong[0])


def _nearly(a: str, b: str) -> bool:
    return near(a, b) in ("tone", "mark", "stroke", "both", "last") or one_letter(a, b)
