"""How lines of an outline begin that tell the writer what to do."""

from __future__ import annotations

import re

from ..expressions import compiled

TELLS = compiled(
    r"(?:cần |phải |đề nghị |yêu cầu |trong đó |chú ý |lưu ý )*(?:nêu|ghi|trình bày|đánh giá(?! chung)|phân tích|làm rõ|chỉ rõ|chỉ ra|xác định|thống kê|"
    r"liệt kê|tập trung|tóm tắt|tổng hợp|so sánh|so với|khái quát|mô tả|cho biết|cung cấp|nhận xét|nhận định|thuyết minh|giải trình|báo cáo|rút ra|"
    r"đề xuất|kiến nghị|kèm|gửi|có|không|cần|phải|đề nghị|yêu cầu|chú ý|lưu ý|trong đó|xem|theo)\b",
    re.I,
)
"""How guidance begins: a verb for the writer."""
