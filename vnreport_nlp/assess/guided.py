"""The outline's own guidance left standing in a draft: whole, a sentence of it, or a part of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..expressions import compiled
from ..outline import count
from ..text import fold

MAX_GUIDANCE = 60
"""Longest guidance, in syllables, all whose words in a draft are what the outline says, not what the unit says."""
LEAST = 4
"""Syllables of a part of it that no unit writes by chance: each must stand in the guidance as it stands in the draft."""
_DEMANDS = r"(?:nêu|trình bày|đánh giá|phân tích|làm rõ|báo cáo|thống kê|liệt kê|khái quát|ghi|xác định|tập trung|chỉ ra|chỉ rõ|rút ra|tóm tắt|mô tả|giải thích)\b"
_ASKS = compiled(rf"\W*(?:cần |phải |đề nghị )?{_DEMANDS}", re.IGNORECASE)
"""How an instruction begins; it gives no figure: a report taken for an outline has sentences of its own under its headings."""
_NAMED = compiled(
    r"\b(?:biểu|mẫu|phụ lục|bảng|mục|phần|số|năm|giai đoạn|nhiệm kỳ|ngày|tháng|quý|khóa)(?:\s+(?:số|mẫu|tháng|năm))*\s+[\dIVX][\w./-]*"
    r"(?:\s*[-–]\s*\d+)?|\d{1,2}[/-]\d{4}|\d{4}\s*[-–]\s*\d{4}|\bđến\s+20\d\d",
    re.IGNORECASE,
)
"""Numbers that name a form, a document or a time."""
_TOLD = compiled(r"\d|\b(?:đã|được|còn|chưa|không)\b", re.IGNORECASE)
"""What a report says and a list of what to report does not."""
_PARTS = compiled(r"(?<=[.;!?])\s+|\n")
_LETTERS = compiled(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """The guidance of one requirement: its folded letters, and whether all of it is an instruction."""

    words: str = ""
    instruction: bool = False
    short: bool = False


@lru_cache(maxsize=512)
def asked_by(guidance: str) -> Asked:
    """Guidance made ready to be looked for."""
    return Asked(_folded(guidance), _is_instruction(guidance), count(guidance) <= MAX_GUIDANCE)


def without_guidance(text: str, asked: Asked) -> str:
    """A paragraph without the sentences, or parts between semicolons, that are the outline's own.

    A part that asks for something is, whatever the guidance; any other is where all of a short guidance is an instruction,
    or the whole paragraph is that guidance, in brackets or with nothing in it that a report would say.
    """
    whole = asked.short and (text.lstrip()[:1] in "([" or not _TOLD.search(text)) and _folded(text) == asked.words
    if whole or _repeats(text, asked):
        return ""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    kept = [part for part in parts if not _repeats(part, asked)]
    return text if len(kept) == len(parts) else " ".join(kept)


def _repeats(part: str, asked: Asked) -> bool:
    if (
        _folded(" ".join(part.split(None, LEAST)[:LEAST])) not in asked.words
    ):  # nearly every part says something else at once
        return False
    if count(part) < LEAST or _folded(part) not in asked.words:
        return False
    return (asked.short and asked.instruction) or _is_instruction(part)


def _is_instruction(text: str) -> bool:
    return bool(_ASKS.match(text)) and not any(c.isdigit() for c in _NAMED.sub(" ", text))


def _folded(text: str) -> str:
    return _LETTERS.sub("", fold(text))
