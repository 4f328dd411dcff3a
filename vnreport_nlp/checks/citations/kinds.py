"""C303 of symbols that belong to another kind of document, or to another National Assembly, than the words and the year beside them say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Finding, Message, finding, msg
from ..context import Context
from .read import Citation

_LETTERS: dict[str, frozenset[str]] = {
    "nghị quyết": frozenset({"NQ"}),
    "chỉ thị": frozenset({"CT"}),
    "kết luận": frozenset({"KL", "TB"}),
    "quyết định": frozenset({"QĐ"}),
    "quy định": frozenset({"QĐ", "QĐi"}),
    "thông báo": frozenset({"TB"}),
    "báo cáo": frozenset({"BC"}),
    "hướng dẫn": frozenset({"HD"}),
    "kế hoạch": frozenset({"KH", "KHLT"}),
    "tờ trình": frozenset({"TTr"}),
    "nghị định": frozenset({"NĐ"}),
    "thông tư": frozenset({"TT", "TTLT"}),
}
"""Kinds of document and the letters of their symbols (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP, phụ lục III).

A conclusion may be made known by a notice (``Thông báo kết luận số 20-TB/TW``). Programmes, projects and the like are left out:
they are often called by the decision that approved them.
"""
_NUMBERED = lazy(r"\bsố\s*:?\s*$", re.IGNORECASE)
_TERMS = {11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016), 14: (2016, 2021), 15: (2021, 2026)}
"""First and last year of the National Assemblies (source: quochoi.vn)."""
_ASSEMBLY = lazy(r"QH(\d\d)$")
_ROMAN = {11: "XI", 12: "XII", 13: "XIII", 14: "XIV", 15: "XV"}


def of_other_kind(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a symbol whose letters are not those of the document it is called, or not of its year's National Assembly."""
    told: set[tuple[str, str]] = set()
    for c in found:
        wrong = _kind(context, c) or _assembly(c)
        if wrong is None or (c.word, c.symbol) in told:
            continue
        told.add((c.word, c.symbol))
        message, need = wrong
        yield finding(
            "C303", message, places=(context.place(c.span),), requirement=context.requirement_at(c.span.start), need=need,
            found=msg("“{symbol}”", symbol=c.symbol), fix=msg("Đối chiếu văn bản gốc: sửa ký hiệu, hoặc tên loại văn bản."),
        )  # fmt: skip


def _kind(context: Context, c: Citation) -> tuple[Message, Message] | None:
    """What is wrong with a symbol that has the letters of another kind of document, and what its own would be."""
    letters = _LETTERS.get(c.word)
    others = {code for codes in _LETTERS.values() for code in codes}
    before = context.spelled.text[max(0, c.span.start - 12) : c.span.start]
    if letters is None or c.code in letters or c.code not in others or not _NUMBERED.search(before):
        return None
    word = c.word.capitalize()
    return (
        msg("Ký hiệu không hợp với loại văn bản: {word} số {symbol}", word=word, symbol=c.symbol),
        msg("Ký hiệu của {word} có chữ {letters}.", word=c.word, letters=sorted(letters)[0]),
    )


def _assembly(c: Citation) -> tuple[Message, Message] | None:
    """What is wrong with a symbol that names another National Assembly than that of its year, and which that is."""
    m = _ASSEMBLY.search(c.issuer)
    if m is None or not c.year or int(m[1]) not in _TERMS:
        return None
    terms = [t for t, (first, last) in _TERMS.items() if first <= int(c.year) <= last]
    if not terms or int(m[1]) in terms:
        return None
    first, last = _TERMS[terms[-1]]
    return (
        msg("Ký hiệu không hợp với năm ban hành: {symbol}", symbol=c.symbol),
        msg("Năm {year} là Quốc hội khóa {term} ({first} - {last}).", year=c.year, term=_ROMAN[terms[-1]], first=first, last=last),
    )  # fmt: skip
