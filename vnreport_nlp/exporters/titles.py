"""Titles that an outline prints in capitals, as a sentence writes them: ``TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG`` shouts in a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..expressions import compiled
from ..readers.quality import is_syllable

LEAST = 2
"""Words in capitals one after the other that are no emphasis and no abbreviation."""
NAMES = (
    "Đảng", "Đảng bộ", "Đảng ủy", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Trung ương", "Ban Chấp hành", "Ban Thường vụ",
    "Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư", "Ủy ban Kiểm tra", "Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính",
    "Nhà nước", "Quốc hội", "Chính phủ", "Hội đồng nhân dân", "Ủy ban nhân dân", "Mặt trận Tổ quốc", "Tổ quốc", "Việt Nam", "Hồ Chí Minh",
    "Đại hội đại biểu", "Đại hội Đảng", "Đại hội Đảng bộ", "Hiến pháp", "Nghị quyết Đại hội", "Nghị quyết Trung ương", "Chỉ thị số", "Nghị quyết số",
    "Kết luận số", "Quy định số", "Kế hoạch số",
)  # fmt: skip
"""Names that keep capitals in the middle of a sentence."""
_PIECES = compiled(r"\s+|[^\s]+")
_ROMAN = compiled(r"[IVXLC]+")
_LETTERS = compiled(r"[^\W\d_]+")
_SENTENCE = compiled(r"(?:^|[.!?]\s+)\W*\w")


def calm(text: str, names: Iterable[str] = ()) -> str:
    """The text without words in capitals but names, abbreviations and Roman numbers; what does not shout stays as it is.

    ``names`` are further names as they are written, as that of the unit.
    """
    out = "".join(_calmed(_PIECES.findall(text), tuple(names)))
    return out if out == text else _SENTENCE.sub(lambda m: m[0][:-1] + m[0][-1].upper(), out)


def _calmed(pieces: list[str], names: tuple[str, ...]) -> Iterator[str]:
    for loud, run in groupby(pieces, key=lambda p: not any(c.islower() for c in p)):
        text = "".join(run)
        if loud and sum(map(_shouts, text.split())) >= LEAST:
            text = " ".join(_low(word) if word else word for word in text.split(" "))
            for name in sorted((*NAMES, *filter(None, names)), key=len):
                text = _restored(text, name)
        yield text


def _shouts(word: str) -> bool:
    """Whether a word in capitals is one of the language: no abbreviation, no Roman number, no symbol."""
    parts = _LETTERS.findall(word)
    return (
        len(parts) == 1
        and len(parts[0]) > 1
        and parts[0].isupper()
        and not any(c.isdigit() or c == "/" for c in word)
        and not _ROMAN.fullmatch(parts[0])
        and is_syllable(parts[0].lower())
    )


def _low(word: str) -> str:
    """Lower case, also of a single letter that is a word (``Ở``, ``Ý``)."""
    single = len(word) == 1 and word.isalpha() and not word.isascii()
    return word.lower() if single or _shouts(word) else word


def _restored(text: str, name: str) -> str:
    low, wanted, at = text.lower(), name.lower(), 0
    if len(low) != len(text):
        return text
    while (at := low.find(wanted, at)) >= 0:
        end = at + len(wanted)
        if not low[at - 1 : at].isalpha() and not low[end : end + 1].isalpha():
            text = text[:at] + name + text[end:]
        at = end
    return text


def inner_quotes(text: str) -> str:
    """Quotation marks inside quotation marks as single ones; a text whose marks do not pair is left as it is."""
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return text
    out: list[str] = []
    depth, straight = 0, False
    for c in text:
        depth += c == "“"
        if c == '"' and depth:
            straight = not straight
            out.append("‘" if straight else "’")
        else:
            out.append({"“": "‘", "”": "’"}.get(c, c) if depth > 1 else c)
        depth -= c == "”"
    return "".join(out)
