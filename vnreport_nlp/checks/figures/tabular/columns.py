"""F202 in tables: a column that tells a part of what another column counts, and exceeds it in one row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ..reading.dims import dimension
from ..reading.grid import TOTAL, Cell, Row, label_of
from ..reading.text import kind_after

_NOUN = (
    r"đảng viên|chi bộ|tổ chức (?:cơ sở )?đảng|cán bộ(?:, công chức)?|công chức|viên chức|hội viên|đoàn viên|học sinh|học viên|sinh viên|giáo viên|cử tri|đại biểu|thành viên|công dân|người dân|người|nhân khẩu|trẻ em|trẻ|"
    r"hộ(?: gia đình| dân)?|thôn|bản|ấp|xã|tổ dân phố|khu phố|trường|lớp|cơ quan|đơn vị|doanh nghiệp|hợp tác xã|hồ sơ|đơn|kiến nghị|ý kiến|nhiệm vụ|chỉ tiêu|tiêu chí|thủ tục|vụ việc|vụ|cuộc|phiếu|nhà|căn|công trình|dự án"
)
_WHOLE = lazy(
    rf"^(?:(?P<total>tổng(?: số)?|toàn bộ)\s+)?(?:số(?: lượng)?\s+)?(?P<noun>{_NOUN}|dân số)(?P<rest>(?:\s+(?:phải|cần|thuộc diện|thuộc đối tượng|đủ điều kiện|trong danh sách|trong độ tuổi|được triệu tập|triệu tập)\b[^()]*)?)\s*(?:\([^()]*\))?$",
    re.IGNORECASE,
)
_PART = lazy(
    rf"^(?P<in>trong đó\W*|-\s*)?(?:số(?: lượng)?\s+)?(?:(?P<noun>{_NOUN})\s+)?(?P<verb>đã|được|có|đạt|tham gia|dự|đi bầu|bầu|sử dụng|dùng|hoàn thành|học tập|nữ|nghèo|cận nghèo)\b(?P<rest>[^()]*)(?:\([^()]*\))?$",
    re.IGNORECASE,
)
_TOTAL_OF = lazy(r"^(?:tổng số|toàn bộ)\s+(?P<noun>[^\W\d]+(?:\s[^\W\d]+)*)\s*(?:\([^()]*\))?$", re.IGNORECASE)
_NUMBER_OF = lazy(r"^(?:trong đó\W*)?(?:số\s+)(?P<noun>[^\W\d]+(?:\s[^\W\d]+)*)\s*(?:\([^()]*\))?$", re.IGNORECASE)
_BARE = lazy(r"^(?:tổng số|tổng cộng)\s*(?:\([^()]*\))?$", re.IGNORECASE)
"""The total of all that a row tells of: columns of traits and of kinds of people are parts of it."""
_ELSE = lazy(
    r"\bnăm\b|\bsau\b|\btrước\b|\bmới\b|\btăng\b|\bgiảm\b|lượt|kết nạp|vượt|kế hoạch|đăng ký|tiếp nhận|tạm trú|khác|ngoài|\bthêm\b|(?<!bàn )(?<!chuyển )\bgiao\b(?! thông| lưu| dịch| tiếp| ban)|phát sinh|bình quân|tỷ lệ|%|thành lập|kỳ|so với|lũy kế|hỗ trợ|biên chế",
    re.IGNORECASE,
)
"""Such columns are of other times, or of work that may exceed."""
_SLASH = lazy(r"/\s*(?:tổng\b|(?:số\s+)?[^/]*\b(?:phải|thuộc diện|đủ điều kiện|hiện có)\b)", re.IGNORECASE)
_INSIDE = lazy(r"^(?:trong đó|trong số đó)\W", re.IGNORECASE)
_OPEN = lazy(r"lượt|%|tỷ lệ|tỉ lệ|bình quân|kế hoạch|tăng|giảm|so với|lũy kế|vượt", re.IGNORECASE)
"""What a heading calls a part of the column before it, whatever that counts, unless it is no count."""
SURE, FAIR = 1, 2
"""So many rows must hold when the head says that it is the whole, and when it only names what is counted."""


def larger_parts(rows: list[Row]) -> Iterator[tuple[Cell, Cell]]:
    """(part, whole) of the one row in which a part column exceeds its whole column."""
    heads = [(c, cell.text.strip()) for c, cell in sorted(rows[0].items()) if not _ELSE.search(cell.text)]
    told: set[int] = set()
    for whole, part in _inside(rows):
        wrong = _exception(rows, whole, part, FAIR)
        if wrong is not None:
            told.add(wrong[0].start)
            yield wrong
    for at, (whole, head) in enumerate(heads):
        for part, said in heads[at + 1 :]:
            proofs = _proofs(head, said)
            wrong = _exception(rows, whole, part, proofs) if proofs else None
            if wrong is not None and wrong[0].start not in told:
                told.add(wrong[0].start)
                yield wrong


def _inside(rows: list[Row]) -> Iterator[tuple[int, int]]:
    """(whole, part) of every column whose heading makes it a part of the one before."""
    whole = -1
    for column, cell in sorted(rows[0].items()):
        head = cell.text.strip()
        if not _INSIDE.match(head):
            whole = -1 if _OPEN.search(head) else column
        elif whole >= 0 and not _OPEN.search(head):
            yield whole, column


def of_total(head: str) -> bool:
    """Whether a heading says that what stands below it are shares of a whole (``đã cấp/tổng số``)."""
    return _SLASH.search(head) is not None and not _ELSE.search(head)


def _proofs(whole: str, part: str) -> int:
    """How many rows must hold for two headings to be a whole and its part, none when they are not."""
    if _BARE.match(whole) and (dimension(part) or kind_after(part, 0) == "person") and not _ELSE.search(part):
        return SURE
    w, p = _WHOLE.match(whole), _PART.match(part)
    if w is None or p is None:
        return FAIR if _named_part(whole, part) else 0
    people = {"người", "nhân khẩu", "công dân", "người dân"}
    noun, own = w["noun"].lower(), (p["noun"] or "").lower()
    noun, own = ("người" if n in people | {"dân số"} else n for n in (noun, own))
    sure = bool(w["total"] or w["rest"] or w["noun"].lower() == "dân số")
    if own:
        return (SURE if sure else FAIR) if noun == own else 0
    return SURE if sure and (p["in"] or p["verb"].lower() in ("đã", "đạt", "đi bầu", "hoàn thành")) else 0


def _named_part(whole: str, part: str) -> bool:
    """Whether one heading says that it is the total number of a thing, and the other the number of such things that are something."""
    w, p = _TOTAL_OF.match(whole), _NUMBER_OF.match(part)
    if w is None or p is None:
        return False
    thing, said = w["noun"].lower().split(), p["noun"].lower().split()
    return said[0] == thing[0] and len(said) >= 3


def _exception(rows: list[Row], whole: int, part: int, proofs: int) -> tuple[Cell, Cell] | None:
    """The only row whose part is larger than its whole, where enough others hold."""
    wrong: list[tuple[Cell, Cell]] = []
    right = 0
    for row in rows[1:]:
        a, b = row.get(part), row.get(whole)
        if a is None or b is None or a.value is None or b.value is None or TOTAL.match(label_of(row)):
            continue
        if a.value > b.value:
            wrong.append((a, b))
        else:
            right += 1
    return wrong[0] if len(wrong) == 1 and right >= proofs else None
