"""The words of changes: what stands before, between and behind two values of one thing."""

from __future__ import annotations

import re

from ....expressions import lazy
from ....gates import Gated

GATE = Gated(r"tăng|giảm|gấp|\blên\b|\bxuống\b|hơn", re.IGNORECASE)
FROM = lazy(r"\btừ\s(?:mức\s|chỗ\s|con số\s|chỉ\s|có\s|khoảng\s)*(?:năm \d{4}\s(?:là|có)\s)?$", re.IGNORECASE)
RISE = lazy(r"\b(?:tăng|lên|nâng|vượt|(?:cao|nhiều) hơn)\b", re.IGNORECASE)
FALL = lazy(r"\b(?:giảm|xuống|tụt|sụt|chỉ còn|(?:thấp|ít|kém) hơn)\b|\bhạ (?:xuống|còn)", re.IGNORECASE)
TO = lazy(
    r"\s(?:tăng lên|giảm xuống|giảm còn|giảm xuống còn|xuống còn|lên|xuống|còn|chỉ còn|tới|thành|nay|hiện(?: nay| tại)?)(?:\s(?:mức|đến|tới|là|còn|chỉ|đạt))*\s$",
    re.IGNORECASE,
)
AGAINST = lazy(
    r"\b(?:so với|(?:cao|thấp|nhiều|ít|kém) hơn)\s(?:(?:(?:đầu|cuối|giữa|hết) năm (?:19|20)\d\d|(?:giai đoạn|nhiệm kỳ) \d{4}\s?[-–]\s?\d{4}|con số|mức|kết quả|số|cùng kỳ|(?:năm học|năm|kỳ|nhiệm kỳ|tuần|tháng|quý|vụ|lần) trước|năm ngoái|đầu nhiệm kỳ|đầu năm|cuối năm|thời điểm|(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?|(?:tháng|quý|tuần) (?:\d{1,2}|[IVX]{1,3})(?:(?:/| năm )\d{4})?|\d{1,2} tháng(?: đầu)?|(?:ước )?thực hiện|của|năm \d{4}|là|chỉ|đạt|có)\s?)*(?:\(\s*(?:là |đạt |có |chỉ )*|\b(?:mức|con số|số|là|có|đạt|chỉ)\s)$",
    re.IGNORECASE,
)
"""What stands before an earlier value that a later one is held against."""
BASE_YEAR = lazy(r"so với (?:cuối |cùng kỳ |kết quả )?năm ((?:19|20)\d\d)")
STEP = lazy(r"[,;.]|\sthì\s")
"""Two statements, one for each time."""
CALLED = lazy(r"\b(?P<way>tăng|giảm)(?:\s[^\W\d]+){0,3},?\s+từ\s(?:mức\s|chỗ\s|con số\s)?$", re.IGNORECASE)
"""The way told before ``từ``."""
DIRECT = lazy(r"\bso với\s$")
"""Right before a value whose own time is told behind it."""
REACHED = lazy(
    r"\b(?P<way>tăng lên|giảm còn|giảm xuống(?: còn)?|xuống còn)\s(?:mức\s|đến\s|tới\s|chỉ\s)?$", re.IGNORECASE
)
"""The way told before a value that is then held against an earlier one."""
BRACKET = lazy(
    r"\((?:cùng kỳ|năm trước|kỳ trước|nhiệm kỳ trước|đầu nhiệm kỳ|đầu năm|năm \d{4}|\d{1,2} tháng (?:đầu )?năm \d{4}|quý [IVX]+(?:/| năm )\d{4})(?:[^\d()]|năm \d{4}){0,30}$",
    re.IGNORECASE,
)
TIMES = lazy(r"\bgấp\s[^;.]*\((?:[^()\d]|năm \d{4})*$")
ELSE = lazy(
    r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|\bgiao\b(?! thông| lưu| dịch| tiếp| ban)|bình quân|mỗi|hằng năm|hàng năm|trong đó|riêng|\blượt\b.*\bngười\b|\btháng\b.*\bcùng kỳ\b",
    re.IGNORECASE,
)
MORE = r"xã|phường|thị trấn|thôn|bản|ấp|buôn|làng|khóm|khu phố|tổ dân phố|khu dân cư|cơ quan|đơn vị|tổ chức|phòng|ban|ngành|công chức|viên chức|người lao động"
"""Nouns that go by pairs (``thôn, tổ dân phố``)."""
LINK = r"(?:tức|là|hay|nghĩa|tương ứng|tương đương|với|mức|như vậy|đã|bằng|có|toàn|huyện|xã|tỉnh|cụ thể|và|mới|chỉ|vẫn|(?:đến |hiện )?nay|số|năm nay|kỳ này)"
WAY = r"(?:tăng|giảm|tinh giản|vượt|nhiều hơn|cao hơn|thấp hơn|ít hơn|bớt|tụt|sụt|gấp)"
BEHIND = lazy(
    rf"(?:(?!\b(?:nhưng|trong khi|song|còn|trong đó|riêng|và|tăng|giảm)\b)(?:[^,;:.()]|,\s(?=(?:{MORE})\b))|\((?:[^()\d]|(?:19|20)\d\d)*\))*\)?(?:[,;(]|\s[-–])?\s*(?:{LINK}\s)*(?:{WAY}\s(?:[^\W\d]+\s){{0,3}})?",
    re.IGNORECASE,
)
"""Between two values and a claim of them: the unit and its time, a mark, words that link."""
AHEAD = lazy(
    rf"(?:(?!\b(?:nhưng|trong khi|song|còn|trong đó|riêng|tăng|giảm)\b)[^,;:.()\d]|(?:19|20)\d\d)*[,;(:]?\s*(?:{LINK}\s)*(?:{WAY}\s)?(?:từ\s(?:mức\s|chỗ\s)?|(?:chỉ\s|nay\s|hiện\s)*còn\s)",
    re.IGNORECASE,
)
"""Between a claim and the first value: what is counted, what it is held against, ``từ``."""
END = lazy(
    r"[,;.:()=–]|\s-\s|(?:^|\s)(?:so với|do|nhờ|vì|tương ứng|tương đương|đạt|bằng|chiếm|góp phần|vượt|nên|qua đó|theo|trong khi|sau|trong|năm \d{4}|và|là)\b"
)
"""Where the name of what an amount counts ends."""
NEVER = lazy(r"\b(?:không|chưa|chống|phòng|thay vì)\b", re.IGNORECASE)
RANK = lazy(r"\b(?:hạng|thứ|vị trí|bậc|tuổi|thời gian|xuống cấp|tiến độ)\b", re.IGNORECASE)
STAFF = frozenset({"biên", "chỉ tiêu", "người", "công chức", "viên chức", "cán bộ", "lao động", "suất"})
"""Staff is counted in posts (``biên chế``) and in persons; first words of nouns that the kinds do not know."""
DOWN = frozenset({"giảm", "tinh giản", "thấp hơn", "ít hơn", "bớt", "tụt", "sụt"})
BASED = lazy(r"\bso với[^,;.\d]*$", re.IGNORECASE)
"""What others are held against is no later value (``So với kế hoạch 140 buổi đã vượt 11,4%; so với năm 2023 (149 buổi) …``)."""
_AMOUNT = lazy(
    r"\b(?:tăng|giảm)(?: thêm| lên| đi| xuống| mạnh| nhẹ| nhiều)? so với(?:(?!\b(?:mức|con số)\s)[^,;()])*$",
    re.IGNORECASE,
)
"""What a value has grown or fallen by may stand behind what it is held against (``giảm so với đầu năm là 112 hộ``)."""
_SUBJECT = lazy(r"\s(?:nên|do đó|vì vậy|do vậy|đưa|nâng)\s(?:[^\W\d]+\s)?(?:tổng|số)\b")
"""Behind a figure what grew is named anew, and its value is not told (``14 đồng chí chuyển đến nên tổng số đảng viên tăng 5 …``)."""
UNTOLD = (_AMOUNT, _SUBJECT)
"""Between two values that are not of one thing at two times."""
MEASURE = lazy(
    r"đề án|kế hoạch|chỉ tiêu|dự toán|mục tiêu|quy định|định mức|lộ trình|yêu cầu|bình quân|trung bình|toàn (?:tỉnh|quốc|ngành)"
)
"""What a value is held against that is no earlier value."""
TURNED = lazy(r"\b(?:lên|xuống|còn)(?: tới| đến)? $")
"""Before the later of two values of one thing, whose unit need not be told again (``06 doanh nghiệp …, nay đã lên 13``)."""
RATED = lazy(r"nghèo|thất nghiệp|suy dinh dưỡng|mù chữ|t[ỷỉ] lệ|sinh con|chuyên cần", re.IGNORECASE)
"""What is told by its rate, which falls by points (``giảm 245 hộ, giảm 1,3%``)."""
