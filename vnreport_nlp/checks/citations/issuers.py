"""C303 of symbols whose letters are not those of the body the draft names: ``21/2017/NQ-HĐND … của UBND tỉnh``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Finding, finding, msg
from ..context import Context
from .read import Citation, lower

_BODIES = (
    (lazy(r"(?:chủ tịch |phó chủ tịch )?(?:ubnd|ủy ban nhân dân)\b"), "UBND"),
    (lazy(r"(?:thường trực )?(?:hđnd|hội đồng nhân dân)\b"), "HĐND"),
    (lazy(r"thủ tướng\b"), "TTg"),
    (lazy(r"chính phủ\b"), "CP"),
    (lazy(r"quốc hội\b"), "QH"),
    (lazy(r"(?:ubtvqh|ủy ban thường vụ quốc hội)\b"), "UBTVQH"),
    (lazy(r"(?:bộ chính trị|ban bí thư|ban chấp hành trung ương(?! (?:đoàn|hội)))\b"), "TW"),
    (lazy(r"(?:ban thường vụ |thường trực )?(?:tỉnh|thành) ủy\b|(?:ban chấp hành|bch) đảng bộ (?:tỉnh|thành phố)\b"), "TU"),
    (lazy(r"(?:ban thường vụ |thường trực )?huyện ủy\b|(?:ban chấp hành|bch) đảng bộ huyện\b"), "HU"),
)  # fmt: skip
"""How bodies are said, and the letters they sign with (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP)."""
_LETTERS = (
    (lazy(r"UBND"), "UBND"), (lazy(r"HĐND"), "HĐND"), (lazy(r"TTg$"), "TTg"), (lazy(r"CP$"), "CP"),
    (lazy(r"QH\d*$"), "QH"), (lazy(r"UBTVQH\d*$"), "UBTVQH"), (lazy(r"TW$"), "TW"), (lazy(r"TU$"), "TU"), (lazy(r"HU$"), "HU"),
)  # fmt: skip
_MINISTRY = lazy(r"(?:bộ trưởng\s+)?bộ\s+(?P<name>.+)", re.IGNORECASE)
_INITIAL = lazy(r"[^\W\d_]+")
_PARTICLES = frozenset(("và", "-"))


def of_other_issuer(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a symbol whose letters belong to another body than the one named right behind it."""
    told: set[tuple[str, str]] = set()
    for c in found:
        if not c.by or (c.symbol, c.by) in told or not _right_behind(context, c):
            continue
        told.add((c.symbol, c.by))
        if _other_body(c) or _other_ministry(c):
            yield finding(
                "C303", msg("Ký hiệu không hợp với cơ quan ban hành: {symbol} của {by}", symbol=c.symbol, by=c.by),
                places=(context.place(c.span),), requirement=context.requirement_at(c.span.start), content=f"{c.symbol} {c.by}",
                need=msg("Chữ viết tắt trong ký hiệu là của cơ quan ban hành văn bản."), found=msg("Dự thảo ghi “{by}”.", by=c.by),
                fix=msg("Đối chiếu văn bản gốc: sửa ký hiệu, hoặc tên cơ quan ban hành."),
            )  # fmt: skip


REACH = 60
"""Characters of a date between a symbol and its issuer."""


def _right_behind(context: Context, c: Citation) -> bool:
    """Whether the issuer is told behind the document itself, and not by a list or by who acts in the sentence."""
    start = c.span.start + len(c.symbol)
    behind = " ".join(context.spelled.text[start : start + REACH + len(c.by)].partition("\n")[0].split())
    return f"của {c.by}" in behind


def _other_body(c: Citation) -> bool:
    """Whether both the words and the letters tell a body, and not the same."""
    said = lower(c.by)
    named = next((letters for body, letters in _BODIES if body.match(said)), "")
    if not named:
        return False
    if c.code in ("TT", "TTLT") and c.state:
        return True  # circulars are made by ministries
    signed = next((letters for expression, letters in _LETTERS if expression.match(c.issuer)), "")
    return bool(signed) and signed != named and {signed, named} != {"CP", "TTg"}


def _other_ministry(c: Citation) -> bool:
    """Whether a ministry is named whose initials are not those of the symbol (``TT-BTC … của Bộ Y tế``)."""
    m = _MINISTRY.match(c.by)
    signed = c.issuer.split("-")[0]
    if m is None or not c.state or c.code not in ("TT", "QĐ", "CT") or not signed.startswith("B") or len(signed) < 3:
        return False
    words = [w for w in _INITIAL.findall(m["name"]) if w.lower() not in _PARTICLES]
    initials = "".join(w if w.isupper() else w[0].upper() for w in words)
    letters = signed[1:]
    return not (letters.startswith(initials) or initials.startswith(letters))
