"""U501 of departments: what belongs to which department's field, where one is told to do another's work."""

from __future__ import annotations

import re
from functools import lru_cache

from ...expressions import lazy
from .profile import key_of

_FIELDS: tuple[tuple[str, str], ...] = (
    ("y tế", r"bệnh viện|bệnh nhân|người bệnh|khám bệnh|chữa bệnh|khám, chữa|bác sĩ|điều dưỡng|giường bệnh|trạm y tế|y tế cơ sở|tiêm chủng|vắc xin|thuốc|dược|dịch bệnh|X-quang|xét nghiệm|chẩn đoán|điều trị|dân số|y đức"),
    ("giáo dục", r"trường học|các trường|nhà trường|mầm non|tiểu học|trung học|giáo viên|học sinh|dạy học|dạy và học|lớp học|lớp \d|phổ cập|tuyển sinh|tốt nghiệp|học bạ|sách giáo khoa|năm học|giáo dục|học tập|trẻ em|khuyến học"),
    ("nông nghiệp", r"nông nghiệp|nông thôn|chăn nuôi|trồng trọt|cây trồng|vật nuôi|đàn (?:lợn|trâu|bò|gia)|gia súc|gia cầm|lúa|thủy sản|thủy lợi|rừng|khuyến nông|thú y|OCOP|mùa vụ|vụ (?:xuân|mùa|đông)"),
    ("xây dựng", r"quy hoạch (?:xây dựng|chung|đô thị)|giấy phép xây dựng|trật tự xây dựng|công trình|nhà ở|đô thị|chất lượng công trình|vật liệu xây dựng"),
    ("giao thông", r"giao thông|đường bộ|vận tải|phương tiện|cầu đường|bến xe|giấy phép lái xe|đăng kiểm"),
    ("công thương", r"công nghiệp|thương mại|chợ|siêu thị|điện lực|xuất khẩu|hội chợ|khuyến công|cụm công nghiệp|lưu thông hàng hóa"),
    ("văn hóa", r"văn hóa|di tích|lễ hội|thể thao|du lịch|du khách|nghệ thuật|thư viện|bảo tàng|gia đình văn hóa"),
    ("lao động", r"lao động|việc làm|người có công|hộ nghèo|giảm nghèo|dạy nghề|bảo trợ xã hội|trẻ em|tệ nạn"),
    ("tài nguyên", r"đất đai|giấy chứng nhận quyền sử dụng|khoáng sản|môi trường|rác thải|bản đồ|đo đạc|tài nguyên"),
    ("khoa học", r"khoa học|công nghệ|sáng chế|đề tài|đo lường|sở hữu trí tuệ|chuyển đổi số|viễn thông|bưu chính"),
    ("tư pháp", r"pháp luật|hộ tịch|công chứng|trợ giúp pháp lý|văn bản quy phạm|hòa giải|luật sư|đấu giá"),
)  # fmt: skip
"""Departments with a field of their own; those for money, posts, plans and inspection deal with everybody's."""
_DOES = lazy(r"\s(?:đã\s)?(?:tham mưu|trực tiếp|chỉ đạo|triển khai|quản lý|xây dựng|hoàn thành|tổ chức|ban hành)\b")
LEAST = 3
"""So many words of the writer's field must the sentence have."""


def does_our_work(sentence: str, right: int, own: str, other: str) -> bool:
    """Whether a department does what is of the writer's field alone."""
    mine, theirs = _field(own), _field(other)
    if mine is None or theirs is None or mine is theirs or not _DOES.match(sentence, right):
        return False
    rest = sentence[right:]
    return theirs.search(rest) is None and len({m[0].lower() for m in mine.finditer(rest)}) >= LEAST


@lru_cache(maxsize=64)
def _field(department: str) -> re.Pattern[str] | None:
    """The words of a department's field, of all its fields when it has several; None when it has none of its own."""
    name = key_of(department)
    found = [words for field, words in _FIELDS if key_of(field) in name]
    return lazy(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE) if found else None
