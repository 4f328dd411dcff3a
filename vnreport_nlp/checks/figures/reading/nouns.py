"""Which nouns may count one thing, whatever their words are."""

from __future__ import annotations

import re

from ....expressions import lazy
from .stated import Stated

PERSON = frozenset(
    {
        "đồng chí",
        "đảng viên",
        "người",
        "cán bộ",
        "ủy viên",
        "đ/c",
        "đại biểu",
        "nhân khẩu",
        "đoàn viên",
        "hội viên",
        "quần chúng",
    }
)
"""Nouns of which one may stand for another."""
KIN = (
    PERSON,
    frozenset({"nhà", "căn", "ngôi nhà", "căn nhà", "hộ"}),
    frozenset({"vụ", "vụ việc", "việc"}),
    frozenset({"cuộc", "buổi"}),
    frozenset({"mô hình", "cách làm", "điển hình"}),
    frozenset({"đơn vị", "tổ chức", "cơ sở", "trường", "đơn vị cấp xã", "cơ quan", "nơi", "địa phương"}),
    frozenset({"đơn", "vụ", "trường hợp", "hồ sơ", "ý kiến", "kiến nghị"}),
)


def kin(a: Stated, b: Stated) -> bool:
    """Whether two nouns may count one thing."""
    if a.noun == b.noun or not (a.noun and b.noun):
        return True
    if set(a.noun.split()) <= b.around_words or set(b.noun.split()) <= a.around_words:
        return True
    return any({a.noun, b.noun} <= group for group in KIN[:5])


def uncounted(text: Stated, cell: Stated) -> bool:
    """Whether neither head nor row nor caption of a cell names what a text counts."""
    if cell.place != "table" or text.place == "table" or cell.unit or not text.noun or text.noun in PERSON:
        return False
    return not set(text.noun.split()) <= cell.said


_LEFT = lazy(r"\bcòn\s*$", re.IGNORECASE)
_ASIDE = frozenset(["chỉ", "còn", "cuối", "đầu", "nay", "giảm", "xuống", "năm", "kỳ", "toàn", "xã", "phường", "huyện"])
"""Words beside a number that are no part of the name of what is counted."""


def left_of_one(a: Stated, b: Stated) -> bool:
    """Whether both tell how much of one thing is left (``nay còn 147 hộ nghèo``), the digits of one being a slip of the other's."""
    if not (_LEFT.search(a.left) and _LEFT.search(b.left)) or a.unit or b.unit or len(a.digits) != len(b.digits):
        return False
    x, y = a.near - _ASIDE, b.near - _ASIDE
    wrong = sum(p != q for p, q in zip(a.digits, b.digits, strict=True))
    slipped = sorted(a.digits) == sorted(b.digits) or (wrong == 1 and len(a.digits) > 2)
    return len(x) > 1 and x == y and slipped
