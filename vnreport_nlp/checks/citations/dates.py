"""The day or month a citation gives its document: behind the symbol, behind the issuer, or before the verb that issues it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ...expressions import lazy
from ...model import Document

_DAY = r"(?P<d>\d{1,2})(?:(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4})|\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+|/)(?P<y2>\d{4}))(?![\d/])"
_MONTH = r"(?P<m3>\d{1,2})(?:/|\s+năm\s+)(?P<y3>\d{4})(?!\d)"
_ISSUED = r"(?:được\s+)?(?:(?:ra đời|đề|ký(?:\s+ban hành)?|ban hành)\s+(?:vào\s+)?)?"
_BARE = _DAY.replace("<", "<b").replace("P=s", "P=bs")
"""A day without the word for it."""
_AFTER = lazy(
    rf"\s*,?\s*\(?\s*{_ISSUED}(?:(?:được\s+)?Quốc hội(?:\s+khóa\s+[IVX]+)?\s+thông qua\s+)?(?:cùng\s+)?ngày\s+{_DAY}"
    rf"|\s*(?:\(|,(?!\s*[\d/.-]+,))\s*{_BARE}(?=\s*[),;]|\s*\.(?:\s|$)|\s(?:của|về)\b)"
    rf"|(?:\s*[,(]\s*{_ISSUED}|\s+(?:được\s+)?ban hành\s+)(?:trong\s+)?tháng\s+{_MONTH}"
    r"|\s+năm\s+(?P<y4>\d{4})(?![\d\s]*[-–])"
)
_ALONE = lazy(rf"\s*(?:ngày\s+)?{_DAY}\s*", re.IGNORECASE)
_ISSUE = lazy(r"\bngày\b|thời gian ban hành", re.IGNORECASE)
_OTHER_DAY = lazy(
    r"hoàn thành|kết thúc|sơ kết|tổng kết|thực hiện|họp|báo cáo|hết|kiểm tra|nộp|hiệu lực|áp dụng", re.IGNORECASE
)
_BEHIND = lazy(
    rf"\s*(?:,?\s*\(?(?:được\s+)?(?:ký|ban hành)\s+|,\s*(?=ngày[\s\d/.-]+(?:về\b|[);])))?ngày\s+{_DAY}"
    rf"|\s*\(\s*(?:ngày\s+)?{_BARE}(?=\s*[),;])"
    rf"|\s*,?\s*\(?(?:được\s+)?(?:ký|ban hành)\s+(?:trong\s+)?tháng\s+{_MONTH}"
)
_NOT_ISSUED = lazy(
    r"\b(?:từ|vào|trước|đến|hết|sau|hiệu lực|áp dụng|thực hiện|thi hành|họp|tổng kết|hoàn thành)\s*$", re.IGNORECASE
)
"""The words before a day that is none of issue (``của Ủy ban nhân dân tỉnh có hiệu lực từ ngày``)."""
SHORT = 16
"""The longest of them, with spaces."""
_BEFORE = lazy(
    rf"(?:^|(?<=[.;]\s)|(?<=[-–+]\s))(?:(?:Cùng\s+)?[Nn]gày\s+{_DAY}|[Tt]háng\s+{_MONTH})(?:,\s+[^.,;\d]{{3,80}}?)?\s(?:đã\s+)?(?:ký\s+)?(?:ban hành|ký|ra)\s+$"
)
"""``Ngày 21/8/2023, Ban Thường vụ Huyện ủy ban hành Kế hoạch số …``."""
REACH = 160
"""So far before the document its day is looked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a citation says of its date, and where the words behind the symbol that were read end."""

    end: int
    when: date | None = None
    month: date | None = None
    year: int = 0

    def __bool__(self) -> bool:
        return self.when is not None or self.month is not None


def date_after(text: str, at: int) -> Said:
    """The date right behind a symbol."""
    m = _AFTER.match(text, at)
    return _said(m, m.end()) if m else Said(at)


def date_behind_issuer(text: str, at: int) -> Said:
    """The date behind the issuer: ``của Tỉnh ủy ngày …``, ``của Tỉnh ủy, ban hành tháng …``."""
    m = None if _NOT_ISSUED.search(text, max(0, at - SHORT), at) else _BEHIND.match(text, at)
    return _said(m, m.end()) if m else Said(at)


def date_before(text: str, start: int, at: int, end: int) -> Said:
    """The date that opens the sentence in which a body issues the document."""
    m = _BEFORE.search(text[max(start, at - REACH) : at]) if at > start else None
    return _said(m, end) if m else Said(end)


def dates_of_rows(document: Document) -> dict[tuple[int, int], date]:
    """(table, row) with the only day of issue that a cell of the row gives; a heading may say that a column's days are others."""
    heads: dict[tuple[int, int], str] = {}
    found: dict[tuple[int, int], list[date]] = {}
    for p in document.paragraphs:
        if p.cell is None:
            continue
        table, row, column = p.cell
        text = document.text[p.start : p.end]
        heads.setdefault((table, column), text)
        m = _ALONE.fullmatch(text) if "/" in text or "tháng" in text else None
        head = heads[table, column]
        if m and (head == text or (_ISSUE.search(head) and not _OTHER_DAY.search(head))):
            found.setdefault((table, row), []).extend(d for d in (_said(m, 0).when,) if d)
    return {key: days[0] for key, days in found.items() if len(days) == 1}


def _said(m: re.Match[str], end: int) -> Said:
    parts = m.groupdict()

    def number(*names: str) -> int:
        return int(next((parts[n] for n in names if parts.get(n)), 0))

    try:
        if number("y4"):
            return Said(end, year=number("y4"))
        if number("m3"):
            return Said(end, month=date(number("y3"), number("m3"), 1))
        return Said(end, date(number("y", "y2", "by", "by2"), number("m", "m2", "bm", "bm2"), number("d", "bd")))
    except ValueError:
        return Said(end)
