"""The words that tell one quantity from another: reservations, marks of a set, acts, bodies, names, times."""

from __future__ import annotations

import re

from ....expressions import lazy
from ....gates import Gated
from ...letters import UPPER

RESERVED = Gated(
    r"\bước\b|dự kiến|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự toán|\bgiao\b|cùng kỳ|so với|(?<!thu nhập )(?<!năng suất )(?<!giá trị )bình quân|trung bình|\bmỗi\b|\btrước\b|\bsau\b|ban đầu|điều chỉnh|còn lại|"
    r"trong (?:đó|số|tổng số)|\briêng\b|\bcũ\b|\btăng\b(?! trưởng)|\bgiảm\b|\bvượt\b|\bthêm\b|chiếm|lũy kế|luỹ kế|ít nhất|tối thiểu|tối đa|tiếp theo|thời gian tới|quy định|định mức|"
    r"theo nghị quyết|nghị quyết đề ra|đăng ký|hằng năm|hàng năm|\bnhất\b|một số|\bchưa\b|\bkhông\b|\bthiếu\b|\bkhác\b|ngoài ra|trở lên|trở xuống|từ \d",
    re.IGNORECASE,
)
"""A plan, an estimate, an average, a part, a change, another time: such a figure is compared with no other."""
MARKS = lazy(
    r"\b(?:\d+ (?:năm|tháng|ngày|tuổi)(?= [^\W\d])|lại|mới|nữ|dự bị|chính thức|dân tộc|trẻ|đầu|chuyên đề|(?:(?<=sát )|(?<=tra )|(?<=chi ))thường xuyên|dấu hiệu|định kỳ|đột xuất|trực tuyến|tài chính|đảng phí|cấp dưới|cơ sở|trực thuộc|ngoài|lượt|nông thôn|đô thị|thành thị|"
    r"cơ quan|doanh nghiệp|trường học|quân sự|công an|thôn|bản|vụ (?:đông|xuân|hè|thu|mùa|chiêm|chính)(?: (?:xuân|thu|đông))?|đợt \w+|lần \w+|số \d+|thứ \w+|loại \w+|hạng \w+|nhóm \w+|khu vực \w+|khóa \w+|khoá \w+|nội địa|quốc tế|nghèo|cận nghèo|"
    r"đa chiều|ngắn hạn|dài hạn|trung hạn|hạt nhân|tự nhiên|gieo trồng|tập trung|thường trú|tạm trú|tươi|khô|xuất|nhập|khá|giỏi|xuất sắc|tốt)(?!\w)",
    re.IGNORECASE,
)
"""Words that make a set another set: both statements must have them, or neither."""
FREE_MARKS = frozenset({"trực thuộc", "cơ sở", "mới"})
"""Often left out when a thing is named again."""
ACTS = Gated(
    r"\b(?:(?P<admit>kết nạp)|(?P<discipline>kỷ luật|kỉ luật)|(?P<check>kiểm tra)|(?P<watch>giám sát)|(?P<chosen>bầu|trúng cử)|"
    r"(?P<other>khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên|xoá tên|thụ lý|xét xử|tiếp nhận|giải quyết|khởi tố|truy tố|điều tra|phát hiện|xử lý|xử phạt|thanh tra|bổ nhiệm|luân chuyển|"
    r"điều động|quy hoạch|đào tạo|bồi dưỡng|tập huấn|tinh giản|sắp xếp|sáp nhập|giải thể|thành lập|phê duyệt|ban hành|xây mới|xây dựng|sửa chữa|nâng cấp|trồng|khai thác|thu hoạch|chăm sóc|"
    r"giải ngân|huy động|thu hút|hỗ trợ|vay|tặng|thăm|khám|điều trị|tiêm|đối thoại|tuyển|nhập ngũ|xuất khẩu|nhập khẩu|thoát nghèo|tái nghèo|công nhận|đạt chuẩn|hoàn thành|xếp loại|khen thưởng|"
    r"chết|bị thương|xảy ra|làm rõ|bắt|di dời|hư hỏng|trả lời|triệu tập|có mặt|vắng|tham gia|tham dự|chuyển|miễn|nghỉ|thôi việc|xóa|xoá|kê khai|giới thiệu|phân công|vận động|cấp giấy|tuyên truyền|"
    r"đăng|(?<!trực )(?<!gián )(?<!giao )tiếp|mở|họp|đánh giá|công bố|quyết toán|đầu tư|thanh toán|tiêu thụ|bán|mua))\b",
    re.IGNORECASE,
)
"""What was done; the acts that go by several words under one name."""
ADMITTED = lazy(
    r"(?:được )?(?:đứng )?(?:vào|trong) hàng ngũ(?: của)? Đảng\b|(?:được )?đứng dưới (?:lá )?cờ(?: của)? Đảng\b|(?:được )?(?:gia nhập|vào) Đảng\b"
)
"""Other names of what the statutes call ``kết nạp``."""
BODIES = lazy(
    r"\b(?:(?P<standing>ban thường vụ)|(?P<inspection>[uủ][yỷ] ban kiểm tra)|(?P<executive>ban chấp hành)|(?P<permanent>thường trực)|(?P<people>ủy ban nhân dân|uỷ ban nhân dân|ubnd)|"
    r"(?P<council>hội đồng nhân dân|hđnd)|(?P<front>mặt trận)|(?P<women>hội phụ nữ|hội liên hiệp phụ nữ)|(?P<farmers>hội nông dân)|(?P<youth>đoàn thanh niên)|(?P<veterans>cựu chiến binh)|(?P<labour>công đoàn|liên đoàn lao động)|(?P<organ>bí thư|chủ tịch|ban tổ chức|ban tuyên giáo|ban dân vận|ban nội chính|văn phòng|trung tâm chính trị|công an|quân sự|tòa án|viện kiểm sát)|"
    r"(?P<province>cấp tỉnh|toàn tỉnh|của tỉnh|tỉnh ủy)|(?P<district>cấp huyện|toàn huyện|của huyện|huyện ủy|thành ủy|thị ủy)|(?P<base>cấp xã|cấp cơ sở|cấp ủy cơ sở|đảng ủy cơ sở)|(?P<commune>toàn xã|của xã|đảng ủy xã))\b",
    re.IGNORECASE,
)
"""Who did it, and on which level."""
LEVELS = frozenset({"province", "district", "base", "commune"})
"""The groups of ``BODIES`` that are no bodies."""
NAMED = lazy(
    rf"\b(?:xã|phường|thị trấn|thôn|bản|ấp|buôn|làng|khu phố|[Cc]hi bộ|[Đđ]ảng bộ|[Đđ]ảng ủy|huyện|thành phố|thị xã|tỉnh|dự án|cầu|hồ|[Kk]hu công nghiệp|[Tt]rường)\s+(?!Chính trị\b|Khối\b)((?:[{UPPER}]\w*\s?)+)"
)
"""A place or a project by its name."""
TIMES: tuple[tuple[str, Gated], ...] = (
    ("{0}-{1}", Gated(r"(?:giai đoạn|nhiệm kỳ|từ năm)?\s*((?:19|20)\d\d)\s*(?:[-–]|đến(?: năm)?)\s*((?:19|20)\d\d)", re.IGNORECASE)),
    ("{0}/{1}/{2}", Gated(r"(?:ngày\s+)?(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)", re.IGNORECASE)),
    ("{0}/{1}/{2}", Gated(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)", re.IGNORECASE)),
    ("t{0}/{1}", Gated(r"tháng\s+(\d{1,2})(?:/|\s+năm\s+)((?:19|20)\d\d)", re.IGNORECASE)),
    ("{0} {1}", Gated(r"(quý [IV]+|\d+ tháng(?: đầu| cuối)?|sáu tháng(?: đầu| cuối)?|đầu|giữa)\s*(?:năm|/)?\s*((?:19|20)\d\d|năm)", re.IGNORECASE)),
    ("{0}", Gated(r"(?:(?:cả |cuối |hết |trong )?năm\s+)?((?:19|20)\d\d)(?!\d)", re.IGNORECASE)),
    ("at", Gated(r"(?:đầu |cả |trong |toàn )?nhiệm kỳ(?: qua| này)?|đại hội|thời điểm", re.IGNORECASE)),
)  # fmt: skip
"""Times, each with the form that equal ones share; the last only where no other is named."""
WORD = lazy(r"[^\W\d_]+")
LINKING = frozenset({
    "và", "của", "các", "có", "là", "được", "cho", "với", "trong", "đã", "từ", "đến", "tại", "ở", "về", "theo",
    "này", "một", "những", "khi", "do", "để", "trên", "dưới", "vào", "ra", "còn", "gồm", "tổng",
})  # fmt: skip
"""Words that only join others: what two sentences share of them says nothing."""
EMPTY = LINKING | frozenset({
    "số", "bị", "đạt", "hiện", "nay", "toàn", "cả", "đều", "địa", "bàn", "năm", "tỉnh", "huyện", "xã", "phường",
    "thị", "trấn", "thành", "phố", "qua", "lãnh", "đạo", "quan", "tâm", "quản", "lý", "trực", "tiếp", "thường",
    "xuyên", "kết", "quả", "giải", "pháp", "nguyên", "nhân", "hạn", "chế", "bối", "cảnh", "nhờ", "đó", "như", "vậy",
    "cùng", "việc", "thời", "điểm", "liệu", "tính", "hết", "cuối", "tháng", "ngày", "giai", "đoạn", "nhiệm", "kỳ",
    "lượng", "mới", "đủ", "vẫn", "cũng", "rất", "nhiều", "mà", "bằng", "lên", "xuống", "thuộc", "phát", "huy",
    "trách", "sự", "nỗ", "lực", "đáng", "ghi", "nhận", "ưu", "nêu", "ban", "chung", "cơ", "cấu", "hai", "ba", "mức",
})  # fmt: skip
"""Particles, levels and phrases of reports that say nothing of what is counted."""
HEADED = lazy(r"\b(?:tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|độ che phủ|tỷ suất|mức độ)\s[^,;:.()]*$", re.IGNORECASE)
"""What a percentage is a rate of."""
PREDICATE = lazy(
    r"\s(?:đều|đã|được|có|là|theo|nhằm|chủ yếu|nhờ|do|vì|để|tại|bảo đảm|góp phần|cho thấy|đang|sinh hoạt|phần lớn|đến)\s",
    re.IGNORECASE,
)
"""Here what is counted ends, and what is said of it begins."""
BESIDE = 4
"""So many words before a number stand at it."""
WINDOW = 14
"""So many words on each side of a number are its own."""
OFFICES = frozenset({
    "ban", "bí", "bộ", "chấp", "chỉ", "chính", "chủ", "công", "dân", "đại", "đảng", "đoàn", "đồng", "đội",
    "giám", "hành", "hđnd", "hội", "huyện", "hướng", "kế", "kiểm", "luận", "mặt", "nghị", "nhà", "nhân", "nông",
    "phó", "phòng", "phụ", "quân", "quyết", "quốc", "sở", "tỉnh", "thanh", "thành", "thị", "thư", "thường", "tịch",
    "tổ", "tra", "trận", "trung", "trực", "tuyên", "tướng", "ubnd", "uỷ", "ủy", "ương", "văn", "viện", "vụ",
    "xã", "phường",
})  # fmt: skip
"""Syllables of the names of offices, which differ where one thing is told twice."""
VAGUE = frozenset({
    "đồng chí", "người", "cán bộ", "đại biểu", "hộ", "lượt", "lượt người", "vụ", "việc", "vụ việc", "cuộc", "lần", "trường hợp", "đảng viên",
    "đơn", "đơn vị", "tổ chức", "ý kiến", "cơ sở", "kiến nghị", "em", "con", "căn", "nhà", "buổi", "tập thể", "cá nhân",
})  # fmt: skip
"""Alone such a noun names no set."""
UNSAID = frozenset({"số", "tổng", "các", "những"})
RATING = frozenset({"tỷ", "tỉ", "lệ", "trọng", "giảm", "tăng", "chiếm", "đạt", "chỉ", "mới", "hơn", "gần", "ước", "thực", "hiện", "dân"})  # fmt: skip
