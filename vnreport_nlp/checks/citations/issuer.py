"""Who issues a cited document where the sentence says so before it: ``Đảng ủy xã A ban hành Nghị quyết số …``."""

from __future__ import annotations

import re

from ...expressions import lazy
from ..letters import UPPER

REACH = 220
"""So far before a symbol its issuer is looked for."""
_DOCUMENT = r"(?=\s+(?:các\s+)?(?:[Nn]ghị quyết|[Cc]hỉ thị|[Kk]ết luận|[Qq]uy|[Tt]hông|[Hh]ướng dẫn|[Bb]áo cáo|[Kk]ế hoạch|[Cc]hương trình|[Đđ]ề án|[Tt]ờ trình|[Cc]ông văn|văn bản))"
_BODY = (
    r"(?:Ban Thường vụ|Ban Chấp hành|Thường trực|Ủy ban [kK]iểm tra|Ban Tổ chức|Ban Tuyên giáo)?\s*"
    rf"(?P<by>(?:Tỉnh|Thị|Thành|Huyện|Quận)\s+[uủỦ][yỷ]|Đảng (?:ủy|uỷ)(?:\s+(?:xã|phường|thị trấn|đặc khu)(?:\s+[{UPPER}][\w]*)*)?"
    r"|Đảng bộ\s+(?:tỉnh|thành phố|thị xã|huyện|xã|phường|đặc khu)"
    r"|(?:Ủy ban|Uỷ ban|Hội đồng) nhân dân\s+(?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn)|(?:UBND|HĐND)\s+(?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn))"
)
_AGENT = lazy(
    rf"{_BODY}(?:(?!ủy|uỷ|Ủy|Uỷ|UBND|HĐND)[^.;\d]){{0,60}}?(?:\bban hành|\bký\b|:|\bcó\b|\bxây dựng|\b(?:với|ra|thông qua|tại|bằng){_DOCUMENT})",
)
_ACTS = lazy(
    rf"{_BODY}(?:\s(?:đã|cũng|kịp thời|tiếp tục))*\s(?:phê duyệt|thu hồi|giao|cấp|thành lập|công nhận|phân bổ|điều chỉnh|bổ nhiệm|quyết định|kiện toàn|bãi bỏ|đình chỉ|xử phạt|cho thuê|khen thưởng|tặng|công bố|bồi thường|hỗ trợ|điều động|phân công)\b"
    r"(?:(?!ủy|uỷ|Ủy|Uỷ|UBND|HĐND)[^.;()]){0,120}?\((?:tại\s|theo\s)?(?:(?:các\s)?[Qq]uyết định|[Nn]ghị quyết|[Tt]hông báo)\s(?:số\s)?$"
)
"""Who acts by a decision, and the decision in brackets (``UBND huyện thu hồi đất của 31 hộ (Quyết định số``)."""
_ANYBODY = lazy(r"[uủỦ][yỷ]\b|UBND|HĐND|nhân dân|Trung ương|Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng")
_FOLLOWS = lazy(r"thực hiện|theo|quán triệt|triển khai|căn cứ|cụ thể hóa|cụ thể hoá|tiếp thu|của", re.IGNORECASE)
"""Words with which a document of somebody else is named."""
_NATIONAL = lazy(
    r"(?P<by>Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương)(?:\s+(?:khóa|khoá)\s+[IVX]+)?\s+(?:đã\s+)?(?:ban hành|ra|có)\s+(?:[^\W\d]+\s+){2,4}(?:số\s*)?$"
)
_SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("HU", ("huyện",)),
    ("TU", ("tỉnh", "thị", "thành")),
    ("QU", ("quận",)),
    ("UBND", ("ủy ban", "uỷ ban", "ubnd")),
    ("HĐND", ("hội đồng", "hđnd")),
)
"""Letters at the end of a symbol and how the names of the bodies begin that sign with them."""


def agent(text: str, start: int, at: int, letters: str) -> str:
    """The body that issues a document according to the words before it in its clause, else in the clauses before."""
    left = max(start, at - REACH)
    left = max(left, text.rfind(". ", left, at) + 1)
    clause = max(left, text.rfind("; ", left, at) + 1)
    if letters == "TW":
        m = _NATIONAL.search(text, clause, at)
        return m["by"] if m else ""
    found = _last(text, clause, at, letters)
    before = text[clause:at]
    if found or clause == left or _ANYBODY.search(before) or _FOLLOWS.search(before):
        return found
    return _last(text, left, at, letters)


def _last(text: str, left: int, at: int, letters: str) -> str:
    last = None
    for m in _AGENT.finditer(text, left, at):
        last = m
    last = last or _ACTS.search(text, left, at)
    by = " ".join(last["by"].split()) if last else ""
    return by if _may_sign(by.lower(), letters) else ""


def _may_sign(name: str, letters: str) -> bool:
    names = next((names for end, names in _SIGNS if letters.endswith(end)), None)
    if letters.startswith("ĐU"):
        names = ("đảng",)
    party = letters.endswith(("TU", "HU", "ĐU", "QU"))
    return names is None or name.startswith(names) or (party and name.startswith("đảng bộ"))
