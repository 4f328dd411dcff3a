"""Citations of documents: type, number, symbol, date and issuer, as the text gives them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ...expressions import lazy
from ...gates import Gated
from ...model import Document, Span
from ..context import NO_TEXT
from ..letters import UPPER
from .dates import date_after, date_before, date_behind_issuer, dates_of_rows
from .issuer import agent

Level = Literal["tw", "tinh", "huyen", "xa", ""]
WORDS = (
    "nghị quyết|chỉ thị|kết luận|quyết định|quy định|quy chế|thông báo|hướng dẫn|báo cáo|kế hoạch|chương trình|đề án|phương án|dự án|thông tri|tờ trình|"
    "công văn|biên bản|quy hoạch|thông tư|nghị định|luật|pháp lệnh|công điện|lời kêu gọi"
)
TYPES = "NQ|CT|KL|QĐi|QĐ|QC|TB|HD|BC|KH|CTr|CTR|ĐA|PA|DA|TTLT|TT|TTr|CV|BB|QH|KHLT|CTPH|CTrPH|NĐ|CĐ|GM|QCPH"
LETTER = "CV"
"""The type of official letters, whose symbols are the office and its part (``412/SYT-NVY``)."""
PARTY = "(?:BTC|BTG|BTGDV|BDV|BNC|UBKT|VP)?(?:TW|ThU|TU|HU|ĐU[A-ZĐ]{0,3}|QU(?:TW)?)"
"""Committees of the Party and their boards; those of agencies, companies and forces have letters of their own behind ``ĐU``."""
PARTY_LOWER = "(?i:(?:BTC|BTG|BTGDV|BDV|BNC|UBKT|VP)?(?:TW|TU|HU|ĐU|QU))"
"""Those that are still told in other letters."""
_BY_TERM = lazy(r"(?:BTC|BTG|BTGDV|BDV|BNC|UBKT|VP)?(?:TW|ThU|TU|HU|ĐU|QU)")
"""Who counts from one congress to the next, as Guidance 36-HD/VPTW asks; committees with letters of their own may count otherwise."""
_TAIL = r"(?:[A-ZĐ](?:[\w.]*\w)?)(?:-[A-ZĐ](?:[\w.]*\w)?)*"
SYMBOL = Gated(
    rf"(?<![\w/.-])(?P<n>\d{{1,5}})(?:-(?P<t>{TYPES})/(?P<i>{_TAIL})|(?:/(?P<y>(?:19|20)\d\d))?/(?P<st>{TYPES})-(?P<si>{_TAIL})"
    r"|/(?P<ly>(?:19|20)\d\d)/(?P<li>(?:UBTV)?QH\d\d)|/(?P<cv>[A-ZĐ]{2,}(?:&[A-ZĐ]+)?(?:-[A-ZĐ]{2,}\d{0,3}(?:&[A-ZĐ]+)?)+))(?![\w/])"
)
_WORD = lazy(
    rf"\b(?P<w>{WORDS})(?P<more>(?:\s(?:hành động|liên tịch|phối hợp|toàn khóa|toàn khoá|thanh tra|chuyên đề|riêng|liên tịch))*)(?:\s+số)?\s*:?\s*$",
    re.IGNORECASE,
)
_PAPER = lazy(r"\b[Vv]ăn bản số\s*:?\s$")
"""So official letters are cited too."""
_OF = lazy(
    r"\s*\)?,?\s*của\s+(?P<by>(?:(?:Trung ương|lần thứ)\s+\d{1,2}\b|(?!\bvề\b|\bban hành\b|\bđã\b|\bđược\b|\blà\b|\bcùng\b|\bngày\b|\bký\b|\bvà (?:Kế|Nghị|Chỉ|Quy|Quyết|Kết|Hướng|Thông|Báo|Chương|Đề)\b)[^.,;()\n\d]){3,90})"
)
_LIST = lazy(
    r"^(?:[\s,;]|\bvà\b|\bsố\b|\(\d+\)|" + "|".join(rf"\b{w}\b" for w in WORDS.split("|")) + r"|\bhành động\b)*$",
    re.IGNORECASE,
)


_LISTED = lazy(
    rf"(?:[^.;]{{0,160}};|\)[,;]?(?:(?!\bcủa (?:tỉnh|huyện|thị xã|thành phố|xã|trên|cấp|Trung)|\btheo\b|căn cứ|\bSở\b|UBND|[Nn]hân dân)[^.;()]){{0,120}}\()\s*(?:và\s+)?(?:(?:{WORDS})(?:\shành động)?\s*)?(?:số)?\s*",
    re.IGNORECASE,
)
"""``A ngày … về …; B``: items of one list, whose issuer stands before the first."""


def lower(text: str) -> str:
    """Small letters and one tone placement in ``ủy``."""
    return " ".join(text.lower().replace("uỷ", "ủy").split())


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a numbered document.

    ``word`` is the type in words (small letters), ``code`` the type in the symbol, ``issuer`` the letters behind it, ``by`` the
    issuer in words with its ``level``; ``paragraph`` is where it stands, ``state`` whether the form is the State's; ``month`` is
    the first day of the month where only that is given, ``said_year`` the year where only that is; ``shared`` whether the issuer
    stands at another document of its list.
    """

    number: int
    code: str
    issuer: str
    state: bool
    span: Span
    symbol: str
    word: str = ""
    when: date | None = None
    by: str = ""
    level: Level = ""
    year: str = ""
    paragraph: int = 0
    month: date | None = None
    said_year: int = 0
    shared: bool = False

    @property
    def series(self) -> tuple[str, str, str, bool, str]:
        """What numbers are counted in: type, words for ``QĐ``, issuer letters, form, year of a State number."""
        kind = self.word if self.code == "QĐ" else ""
        return self.code, kind, self.issuer, self.state, self.year

    @property
    def yearly(self) -> bool:
        """Whether its numbers may begin anew each January: the State's do, and those of Party committees in the forces (``QUTW``)."""
        return self.state or _BY_TERM.fullmatch(self.issuer) is None


def citations(document: Document) -> list[Citation]:
    """All mentions in the order of the text."""
    text = document.text
    starts = [p.start for p in document.paragraphs]
    found: list[Citation] = []
    for m in SYMBOL.finditer(text):
        index = max(0, bisect_right(starts, m.start()) - 1)
        if document.paragraphs[index].story in NO_TEXT:
            continue
        one = _citation(text, m, index, starts[index])
        if one.code == LETTER and not one.word and _PAPER.search(text, max(0, m.start() - 16), m.start()):
            one = replace(one, word="công văn")
        if one.code != LETTER or one.word == "công văn":
            found.append(one)
    return _shared_issuers(text, _of_rows(document, found))


def _of_rows(document: Document, found: list[Citation]) -> list[Citation]:
    """Documents of a table with the day that stands in another cell of their row; one document a row."""
    cells = {c.span: cell[:2] for c in found if (cell := document.paragraphs[c.paragraph].cell) is not None}
    rows = dates_of_rows(document) if cells else {}
    each = Counter(cells.values())
    return [
        replace(c, when=rows.get(cells[c.span]))
        if c.when is None and c.span in cells and each[cells[c.span]] == 1
        else c
        for c in found
    ]


def _citation(text: str, m: re.Match[str], index: int, start: int) -> Citation:
    word = _WORD.search(text, max(start, m.start() - 60), m.start())
    letters = m["i"] or m["si"] or m["li"] or m["cv"]
    said = date_after(text, m.end())
    of = _OF.match(text, said.end)
    if not said and of:
        later = date_behind_issuer(text, of.end())
        said = later if later else said
    if not said and not said.year:
        said = date_before(text, start, word.start() if word else m.start(), said.end)
    by = " ".join(of["by"].split()) if of else agent(text, start, m.start(), letters)
    return Citation(
        int(m["n"]), m["t"] or m["st"] or (LETTER if m["cv"] else "QH"), letters, m["t"] is None, Span(m.start(), said.end), m[0], lower(word["w"]) if word else "",
        said.when, by, level_of(by), m["y"] or m["ly"] or "", index, said.month, said.year,
    )  # fmt: skip


def _shared_issuers(text: str, found: list[Citation]) -> list[Citation]:
    """``A, B và C của X``: the issuer at the end of a list belongs to all of it."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        if here.by or not after.by or here.issuer != after.issuer or here.paragraph != after.paragraph:
            continue
        if _LIST.match(text[here.span.end : after.span.start]) and not _by_another(here, after):
            out[i] = replace(here, by=after.by, level=after.level, shared=True)
    for i in range(1, len(out)):
        before, here = out[i - 1], out[i]
        alike = (before.code, before.issuer, before.paragraph) == (here.code, here.issuer, here.paragraph)
        if alike and before.by and not here.by and _LISTED.fullmatch(text[before.span.end : here.span.start]):
            out[i] = replace(here, by=before.by, level=before.level, shared=True)
    return out


def _by_another(here: Citation, after: Citation) -> bool:
    """Whether central bodies that sign alike may each have made one of two documents, told with days or of two kinds."""
    return after.issuer == "TW" and not after.state and (here.code != after.code or here.when is not None)


def level_of(by: str) -> Level:
    """The level an issuer stands on, empty when unknown."""
    name = lower(by)
    if re.search(r"trung ương|bộ chính trị|ban bí thư|chính phủ|quốc hội|thủ tướng|hội nghị lần thứ", name):
        return "tw"
    if re.search(r"\btỉnh\b", name):
        return "tinh"
    if re.search(r"huyện|thị ủy|thành ủy|quận|thị xã|thành phố", name):
        return "huyen"
    return "xa" if re.search(r"\bxã\b|phường|thị trấn|đặc khu|đảng ủy", name) else ""


def name_of(by: str) -> str:
    """The proper name in an issuer's words, in small letters."""
    m = re.search(rf"(?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|ủy|uỷ)\s+((?:[{UPPER}][\w]*\s?)+)$", by)
    return lower(m[1]) if m else ""


def joined(text: str, a: Citation, b: Citation) -> bool:
    """Whether two citations stand side by side in one list (``A ngày … và B ngày …``)."""
    return a.paragraph == b.paragraph and _LIST.match(text[a.span.end : b.span.start]) is not None


def dated(found: list[Citation]) -> Iterator[tuple[Citation, date]]:
    """The citations that carry a date."""
    for c in found:
        if c.when is not None:
            yield c, c.when
