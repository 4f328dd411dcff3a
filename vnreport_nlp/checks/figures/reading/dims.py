"""By what a list divides its whole: attributes that overlap are no partition."""

from __future__ import annotations

import re

from ....expressions import lazy
from ....gates import Gated
from ...letters import UPPER

_DIMENSIONS: tuple[tuple[str, str], ...] = (
    ("discipline", r"khiển trách|cảnh cáo|cách chức|khai trừ|giải tán|buộc thôi việc|giáng chức|hạ bậc lương"),
    (
        "rating",
        r"hoàn thành (?:xuất sắc|tốt)|không hoàn thành|hoàn thành nhiệm vụ|^hoàn thành\b|xuất sắc|trong sạch|^(?:loại )?(?:tốt|khá|trung bình|yếu|kém)\b",
    ),
    ("theory", r"lý luận|cao cấp|cử nhân chính trị"),
    ("school", r"thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|đại học|cao đẳng|trung cấp|sơ cấp|sau đại học|trung học"),
    ("age", r"(?<!trước )tuổi\b(?! đảng\b)"),
    ("sex", r"^nam\b|(?:đồng chí|người|học sinh|đảng viên|giới tính|là) nam\b|\bnữ\b"),
    (
        "people",
        rf"(?<!tiếng )dân tộc|\b(?:kinh(?! (?:tế|phí|doanh|nghiệm)\b)|thái|mông|tày|nùng|dao|mường|khmer|chăm|hrê|êđê|ba na)\b(?! (?-i:[{UPPER}]))",
    ),
    ("faith", r"tôn giáo|công giáo|phật giáo|tin lành|theo đạo|giáo dân"),
    ("status", r"dự bị|chính thức"),
    ("post", r"ủy viên ban thường vụ|uỷ viên ban thường vụ|cấp ủy viên|bí thư|phó bí thư|lãnh đạo|trưởng"),
    ("youth", r"(?<!nhà )\btrẻ\b|đoàn viên"),
)
_PATTERN = lazy("|".join(f"(?P<{n}>{p})" for n, p in _DIMENSIONS), re.IGNORECASE)
EXHAUSTIVE = frozenset({"discipline", "rating", "people", "age", "school"})
"""Sets whose lists name all categories that occur."""
_SCHOOL_BODY = Gated(r"\btrường\b(?! hợp)", re.IGNORECASE)
"""``trường trung học cơ sở`` is a body; ``trung học`` alone is somebody's schooling."""
_UNION = lazy(r"(?:các )?(?:hội|đoàn|liên đoàn|công đoàn|mặt trận) (?!viên)", re.IGNORECASE)
"""``Hội Phụ nữ`` is a body."""
_NEUTRAL = frozenset({"post"})


def dimension(label: str) -> str:
    """The attribute an item's name belongs to, empty for kinds of bodies, years, papers and the like."""
    m = None if _SCHOOL_BODY.search(label) or _UNION.match(label) else _PATTERN.search(label)
    name = m.lastgroup or "" if m else ""
    return "" if name in _NEUTRAL else name


_NOUNS = r"(?:(?:số|là|có|được)\s)?(?:(?!không|ngoài|chưa|dân(?! số)|phi )[^\W\d]+\s){0,2}"
_UNITS = r"(?:\s(?:giới|người|đồng chí|hộ|em|trường|cháu))?"
_PAIRS = tuple(
    (lazy(rf"{_NOUNS}{a}{_UNITS}", re.IGNORECASE), lazy(rf"{_NOUNS}{b}{_UNITS}", re.IGNORECASE))
    for a, b in (
        ("nam", "nữ"),
        ("chính thức", "dự bị"),
        ("công lập", r"(?:ngoài công lập|tư thục|dân lập)"),
        ("(?:thành thị|đô thị)", "nông thôn"),
        ("chuyên trách", "không chuyên trách"),
    )
)


def complementary(labels: list[str]) -> bool:
    """Whether two items are all there is: men and women, full members and those on probation."""
    if len(labels) != 2:
        return False
    a, b = (label.strip(" .;") for label in labels)
    if f"{a.replace(' phi ', ' ')}|" == f"{b.replace(' phi ', ' ')}|" and (" phi " in a) != (" phi " in b):
        return True
    return any((x.fullmatch(a) and y.fullmatch(b)) or (x.fullmatch(b) and y.fullmatch(a)) for x, y in _PAIRS)
