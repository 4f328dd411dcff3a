"""U501 of whatever unit is named: whether a draft tells of it as of its writer, and whether the context explains a stranger."""

from __future__ import annotations

import re
from functools import lru_cache

from ...expressions import lazy
from ..letters import UPPER
from .words import NO_COURT, OLD_THING, ORGAN, PARTY, PAST

_FRAME = (
    r"Ban Thường vụ|Ban Chấp hành|Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính)|Ủy ban Kiểm tra|Văn phòng|Thường trực|BTV|BCH|Đảng bộ|Đảng ủy|Đảng uỷ|Chi bộ|Chi ủy|Chi uỷ|Công đoàn|Tập thể|Ban Giám hiệu|Ban Giám đốc|Ban lãnh đạo|Lãnh đạo|"
    r"[Tt]ập thể lãnh đạo|[Cc]ác cấp [Hh]ội|[Hh]ội viên|[Đđ]oàn viên|[Gg]iáo viên|[Hh]ọc sinh|[Bb]ác sĩ|(?:[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Đđ]ảng viên|[Nn]gười lao động|[Nn]hân viên)(?:(?:,|\svà)\s(?:cán bộ|công chức|viên chức|đảng viên|người lao động|nhân viên|hội viên|học sinh|giáo viên))*"
)
_OPENS = lazy(
    rf"^[-–+•*\s\d.)]*(?:[^;:]{{3,90}},\s|(?:Hiện|Đến) nay\s|H[ằà]ng (?:tuần|tháng|quý|năm)\s)?(?P<frame>(?:(?:{_FRAME})\s(?:của\s)?){{0,2}})$"
)
"""Before the subject of a sentence: time or circumstance, and the organ that acts for the body."""
_ACTS = lazy(
    r"(?:\s(?:hiện|cũng|luôn|đã|đang|sẽ|vẫn|còn|chưa))*\s(?!(?:và|cùng|với|phối hợp|kết hợp|về|ở|tại|do|sang|giúp|hỗ trợ|tặng(?! (?:bằng|giấy|cờ|danh|huân|huy|thưởng))|trao|chuyển|mời|gửi|bàn giao|giành|đoạt|vô địch|xếp (?:thứ|hạng|trên|sau)|đứng|thăm|đến|cử|cấp|thẩm|phê duyệt|đề nghị|là đơn vị|vào|hoặc|cho|từ|theo|kết nghĩa|giao|nằm|cách|thông báo|yêu cầu|hướng dẫn|kiểm tra|chủ trì|tham gia|cung cấp|cảm ơn|bị|tổ chức (?:đoàn|thăm))\b)[^\W\d_]"
)
"""After a subject: it acts, and not towards the writer."""
_ORGANS = (
    rf"{NO_COURT}(?:Ban Thường vụ|Ban Chấp hành|BTV|BCH|Thường trực|Ủy ban [Kk]iểm tra|Uỷ ban [Kk]iểm tra|UBKT|Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Chỉ đạo|Chỉ huy [Qq]uân sự)|Văn phòng|Đảng bộ|Đảng ủy|Đảng uỷ|"
    r"Ủy ban nhân dân|Uỷ ban nhân dân|UBND|HĐND|Hội đồng nhân dân|(?:Ủy ban )?(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?|Công an|Trạm [Yy] tế|[Nn]hân dân|[Nn]gười dân|[Bb]à con|[Cc]ử tri|[Hh]ệ thống chính trị|[Cc]ấp ủy|[Cc]hính quyền|"
    rf"[Cc]án bộ|[Đđ]ảng viên|[Cc]ông chức|{ORGAN})"
)
_ORGAN_END = lazy(rf"(?:\b(?:{_ORGANS})(?:,|\svà)?\s(?:của\s)?){{1,3}}$")
"""Before the name of a unit: its organs or people, which are named with it."""
_CHANGES = lazy(r"\s(?:đã\s)?(?:chuyển (?:biến|dịch)|đến (?:nay|cuối|ngày|hết)|tham gia)\b")
_TIME = lazy(
    r"\s(?:(?:trong\s)?(?:\d+ tháng(?: đầu năm| cuối năm)?|năm \d{4}|quý \w+)|trong (?:năm|kỳ|quý|tháng))(?=\s)"
)
_BULLET = r"^[-–+•*\s\d.)]*"
_HEAD = lazy(
    rf"(?:{_BULLET}|[;:]\s)(?:(?:Trong|Năm|Đến|Tới|Nhìn|Từ|Qua|Ngoài|Hiện|Với|Nhiệm|Sáu|Chín|Quý|Kết thúc|Giai|Sau|Đồng thời|Nhờ|Do|Cùng với|Thực hiện|Bên cạnh|Tính|Riêng|Về|Cuối|Đầu|Kết quả|Tại thời)\b[^;:.]{{0,90}}?,\s|Đây là (?:năm học|năm|nhiệm kỳ|lần đầu tiên)\s(?:mà\s)?)?(?P<what>(?:[^\s,;:.()“”\"]+(?:\s|,\s(?=[a-zđ]))){{1,16}}?)(?P<by>của|ở|tại|trong|thuộc|trên địa bàn|trên toàn|trong toàn|đến với|đến|cho)?(?:\s(?:toàn|toàn bộ))?\s?$"
)
"""Before the name of a unit at the head of a clause: a thing, and that it is the unit's."""
_THING = lazy(
    r"\b(?:hệ thống|tổng|số|tỷ lệ|tỉ lệ|mức|lượng|lượt|diện tích|sản lượng|năng suất|giá trị|doanh thu|doanh số|thu (?:nhập|ngân sách|hút)|chi ngân sách|ngân sách|vốn|dư nợ|chất lượng|hiệu quả|kết quả|công tác|phong trào|tình hình|chỉ số|chỉ tiêu|tiêu chí|tốc độ|tăng trưởng|cơ cấu|kinh tế|"
    r"đời sống|bộ mặt|bộ máy|diện mạo|đội ngũ|đội tuyển|tập thể|cá nhân|học sinh|giáo viên|hộ nghèo|hộ|dân số|đàn|quy mô|hoạt động|việc|khách|nhiệm vụ|nền nếp|nề nếp|uy tín|vị thế|thành tích|truyền thống|bình quân|công suất|khối lượng|hạ tầng|an ninh|quốc phòng|kỷ cương|cải cách|nguồn|tổ chức|chi bộ|chi, đảng bộ|"
    r"đảng viên|hội viên|đoàn viên|đoàn kết|sự nghiệp|sức|dư luận|nhân dân|người dân|bà con|đồng bào|quản lý|mục tiêu|phương hướng|ban chỉ đạo|bộ phận|hội đồng|đảng ủy|đảng bộ|các xã|xã|phường|thị trấn|thôn|tổ dân phố|khu phố|thủ tục|hồ sơ|nghị quyết|chương trình|kế hoạch|sinh hoạt|bảo hiểm|y tế|giáo dục|văn hóa|môi trường|nông nghiệp|công nghiệp|thương mại|du lịch|dịch vụ|độ che phủ|lao động|tội phạm|tai nạn|phạm pháp)\b",
    re.IGNORECASE,
)
"""What a report tells results of."""
_ELSEWHERE = lazy(
    r"\b(?:mô hình|kinh nghiệm|cách làm|bài học|làm gương|đoàn (?:công tác|đại biểu|cán bộ|khách|của)|phái đoàn|đồng chí|ông|bà(?! con)|anh|chị|bí thư|phó|chủ tịch|giám đốc|nguyên là|quê|sinh (?:ra|sống)|phía|bão|lũ|ranh giới|địa giới|địa bàn giáp|đại biểu|văn bản số|"
    r"người nhà|họ hàng|thân nhân|vi phạm|sai phạm|khuyết điểm|đã|đang|bị|nên|vì|khi|nếu|như|giữa|với|cùng|sang|từ|hơn|(?<!mặt )(?<!công )bằng|theo|gồm)\b",
    re.IGNORECASE,
)
"""In the words before a name: others' experience, persons, or that a clause has begun."""
_THERE = lazy(
    r"\b(?:công ty|(?<!số )doanh nghiệp|tập đoàn|nhà máy|xí nghiệp|ngân hàng|chi nhánh|hợp tác xã|tòa án|toà án|viện kiểm sát|trường(?! lớp)|học viện|bệnh viện|nhà hát|đài|(?<!lý )chợ|cảng|sông|suối|hồ(?! sơ)|kênh|(?<!thống )đường(?! giao thông)|tuyến|cầu|"
    r"dự án|công trình|giống|sản phẩm|thị trường|hội chợ|triển lãm|giải(?! quyết)|cuộc thi|hội thi|hội thao|lễ hội|trưởng|khu vực|vùng|dịch bệnh|là)\b",
    re.IGNORECASE,
)
"""Things that are elsewhere, if not measured or worked for."""
_MEASURE = lazy(
    r"(?:có )?(?:tổng|số|tỷ lệ|tỉ lệ|tiến độ|công tác|việc|chỉ số|giá trị|mức độ|chất lượng|kết quả)\b", re.IGNORECASE
)
_DEALS = lazy(
    r"\b(?:phối hợp|hợp tác|liên kết|liên doanh|kết nghĩa|ký kết|ký giao ước|giao ước|giao lưu|giao hữu|đỡ đầu|\bthăm\b|tham quan|học hỏi|học (?:cách|lại)\b|học tập (?:kinh nghiệm|mô hình|cách|tại|ở)|kinh nghiệm|trao đổi|chia sẻ|\bđón\b|đoàn công tác|đoàn đại biểu|đại diện|khảo sát|nghiên cứu (?:mô|cách|kinh|thực tế)|hội thảo|tọa đàm|"
    r"so với(?! (?:đầu|cuối|năm|cùng kỳ|kế hoạch|chỉ tiêu|mục tiêu|nhiệm kỳ|trước|tổng|dự toán|nghị quyết|giai đoạn|tháng|quý|kỳ))|\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|tốt|kém|khá|xa|đông|sâu|thuận lợi|khó khăn) hơn (?:\d|xã|phường|huyện|thị|thành|tỉnh|quận|mức|bình quân|ta|mình)|đứng (?:sau|trước|trên|dưới)|xếp (?:sau|trước|trên|dưới)|trong khi|còn (?:xã|phường|huyện|thị xã|thành phố|tỉnh|quận)\b|ngang bằng|tương đương|đứng đầu|dẫn đầu|đơn vị đầu|điển hình|"
    r"\bgiáp\b|giáp ranh|ranh giới|địa giới|lân cận|láng giềng|tiếp giáp|lưu vực|thượng nguồn|hạ lưu|đổ về|lây lan|xâm canh|xâm cư|di cư|(?<!đường )liên (?:xã|huyện|tỉnh|phường|vùng)|\bcụm\b(?! công)|hai (?:xã|huyện|tỉnh|phường|đơn vị|địa phương|bên|thị|sở|trường)|các (?:tỉnh|huyện|xã|phường|đơn vị|địa phương) (?:khác|bạn|trong|lân)|địa phương khác|đơn vị khác|nơi khác|\bbạn\b|\bta\b|"
    r"điều động|luân chuyển|biệt phái|chuyển (?:đến|về|sang|từ|giao|công tác)|giữ chức|nguyên (?:là|bí|phó|chủ|trưởng|giám)|quê (?:ở|quán|gốc|tại)|\bquê\b|sinh ra|trú tại|thường trú|tạm trú|cư trú|sinh sống|làm việc tại|làm ăn|theo học|ủng hộ|quyên góp|cứu trợ|giúp đỡ|giúp (?:nhân|xã|huyện|phường|tỉnh|bạn|đồng|bà)|hướng về|tặng(?! (?:bằng|giấy|cờ|danh|huân|huy|thưởng))|trao (?:tặng|quà)|thiên tai tại|"
    r"tòa án|toà án|bị can|bị cáo|đối tượng|vụ án|khởi tố|bắt (?:giữ|\d|quả)|trộm|xét xử|truy nã|bỏ trốn|khiếu nại|tố cáo|đoạn qua|thông xe|nối |hội chợ|đăng cai|vận động viên|huy chương|\bgiải (?:nhất|nhì|ba|thưởng|đấu|bóng|việt)|liên hoan|tiêu thụ|bày bán|xuất bán|bao tiêu|cung ứng|biểu dương|tuyên dương|nêu gương|làm điểm|chọn điểm|thí điểm|rút kinh nghiệm|báo chí|phóng viên|"
    r"tiếp nhận (?:đồng chí|cán bộ|đảng viên|học sinh|\d+ (?:đồng chí|đảng viên|cán bộ))|tiếp \d+ đoàn|bàn giao|công bố chỉ số|thẩm định|giáo dân|tiếp nhận về|trong (?:các|số) (?:\d+ )?(?:xã|phường|huyện|thị xã|tỉnh|địa phương)|(?:lớn|thấp|cao|đông|ít|nhiều) nhất (?:tỉnh|huyện|toàn|trong|cả nước|vùng)|mua (?:của|tại|lại|từ)|thuê|vay của|trực thuộc sở|gốc|làm gương|tấm gương|trái tuyến|qua lại|đi lại|buôn bán|mô hình này|cách này|vận dụng|nhận xét)",
    re.IGNORECASE,
)
"""What a draft tells of other units."""
_MANAGED = lazy(r"\b(?:thuộc diện|diện|do|thẩm quyền(?: của)?)\s(?:các\s)?(?:Ban Thường vụ|Thường trực|BTV)\s$")
_MANAGES = lazy(r"\s(?:trực tiếp\s)?quản lý\b(?! (?:nhà nước|của))")
_GIVEN = lazy(rf"{_BULLET}(?:Giao|Phân công|Yêu cầu|Đưa|Xây dựng|Phấn đấu (?:đưa|xây dựng))\s(?:cho\s)?$")
_SERVES = lazy(
    r"\b(?:góp phần|nâng cao|thúc đẩy|bảo đảm|đảm bảo|tạo|đáp ứng|phục vụ|thay đổi|cải thiện|quyết định)\b[^.;:,]{0,70}\b(?:phát triển|đời sống|diện mạo|bộ mặt|kinh tế(?: - xã hội)?|chất lượng|uy tín|vị thế|hình ảnh|thắng lợi|năng lực|sức chiến đấu)\b[^.;:,]{0,40}\s(?:của|trên địa bàn|trong|ở)\s$",
    re.IGNORECASE,
)
_SERVED = lazy(
    r"\b(?:cấp|chi trả|giải quyết|khám|tập huấn|bồi dưỡng|tuyên truyền|tạo việc làm)\s(?:[^.;:,]|[.,]\d){0,90}\bcho\s(?:[\d.]+\s)?(?:hộ|lượt|người)?\s?$"
)
_STOPS = lazy(r"\s*(?:[.;]|$|, (?:góp|tạo|đáp|bảo|được|phấn)|\s(?:trong (?:thời|giai|năm|nhiệm)))")
_ASKED_FOR = lazy(
    r"(?:[Đđ]ề nghị|[Kk]iến nghị|[Đđ]ề xuất|Cho phép)\s.{3,400}?\b(?:cho|để|cho phép|tạo điều kiện cho)\s$"
)
_GRANTED = lazy(
    r"\s(?:được|có|tự|sớm|hoàn thành|tiếp tục|triển khai|thực hiện|tiếp cận|vay|thuê|mở rộng|đầu tư|giữ lại|sử dụng)\b"
)
_ASKED_OF = lazy(
    r"^\W*(?:[Đđ]ề nghị|[Kk]iến nghị|[Đđ]ề xuất)\s[^.;]{3,400}?\b(?:hỗ trợ|bố trí|cấp|bổ sung|đầu tư|phân bổ)\b[^.;]{0,120}?\bcho\s[^.;,]{3,60}\s(?:của|trên địa bàn)\s$"
)
"""Means that are asked for something of the writer's, which ends the sentence."""
_ENDS = lazy(r"\s*(?:[.;]|$)")
_QUOTED = lazy(r"“[^”]*$|^[^\"]*(?:\"[^\"]*\"[^\"]*)*\"[^\"]*$")
_APPOINTED = lazy(
    r"\b(?:chỉ định|bổ nhiệm|bầu|giới thiệu|điều động|phân công|luân chuyển)\b[^.;]{0,60}\b(?:tham gia|giữ|làm|vào|bổ sung)\s[^.;]{0,60}$|\bnghe\b[^.;,]{0,40}$"
    r"|\b(?:là|làm|chức|chức vụ|nguyên)\s(?:nguyên\s)?(?:Chủ nhiệm|Bí thư|Phó|Chủ tịch|Trưởng|Chánh|Ủy viên|Giám đốc)\b[^.;]{0,60}$"
)
_BLAMED = lazy(
    r"(?<!tự )(?<!và )\bphê bình\b|\bnằm (?:trên|ở|tại|trong)\b|\bchọn [^.;]{0,40}\bđiểm\b|\b(?:vi phạm|sai phạm|khuyết điểm) (?:của|tại|ở)\b|\btập san\b|\bđăng bài\b|xâm canh|bài học cho",
    re.IGNORECASE,
)
"""What no draft tells of its writer."""
_NUMBERED = lazy(r"\b(?:số|Số)\s\d[\w/.-]*[^.;]{0,60}$")


def opens(before: str) -> re.Match[str] | None:
    """What stands before the subject of a sentence."""
    return _OPENS.match(before)


def acts(sentence: str, at: int) -> bool:
    """Whether a subject that ends here acts, and not towards the writer."""
    return _ACTS.match(sentence, at) is not None


def with_organs(sentence: str, left: int) -> int:
    """Where a unit begins with the organs that are named with it."""
    m = _ORGAN_END.search(sentence, max(0, left - 120), left)
    return m.start() if m else left


def explained(sentence: str, left: int, right: int) -> bool:
    """Whether a clause says why another unit is named, or tells of the past, of a document, of a quotation."""
    end = sentence.find(";", right)
    start, end = sentence.rfind(";", 0, left) + 1, end if end >= 0 else len(sentence)
    if PAST.search(sentence[start:left]) or PAST.search(OLD_THING.sub("", sentence[right:end])):
        return True
    if _DEALS.search(sentence, start, end) or blamed(sentence):
        return True
    if appointed(sentence, left) or quoted(sentence, left):
        return True
    return _NUMBERED.search(sentence, start, left) is not None


def appointed(sentence: str, left: int) -> bool:
    """Whether a place is told as a person's new post."""
    return _APPOINTED.search(sentence, 0, left) is not None


def blamed(sentence: str) -> bool:
    """Whether a sentence tells of others' faults or papers."""
    return _BLAMED.search(sentence) is not None


def quoted(sentence: str, left: int) -> bool:
    """Whether a place stands in a quotation."""
    return _QUOTED.search(sentence, 0, left) is not None


def managed(sentence: str, left: int, right: int) -> bool:
    """Whether the staff of a committee is spoken of."""
    return bool(_MANAGED.search(sentence, 0, left) and _MANAGES.match(sentence, right))


def claimed(sentence: str, left: int, right: int) -> bool:
    """Whether a unit stands where only the writer can: who acts, whose result is told, who manages, for whom tasks are."""
    start = with_organs(sentence, left)
    before = sentence[:start]
    if managed(sentence, left, right):
        return True
    if _GIVEN.match(before) or ((_SERVES.search(before) or _SERVED.search(before)) and _STOPS.match(sentence, right)):
        return True
    if asked_for(sentence, start, right):
        return True
    if opens(before) and acts(sentence, right):
        return True
    return owned(sentence, start, right)


@lru_cache(maxsize=16)
def _writer_too(level: str) -> re.Pattern[str]:
    """Where a writer of some level speaks of itself by it alone: as someone's partner, or as the subject of a clause."""
    mine = rf"{level}(?!\s(?:[{UPPER}]|khác|bạn|nào|đó|này|cũ))\b"
    return lazy(
        rf"\b(?:của|với|tại|cho|vào|khỏi|qua|về|đến|sang|từ|so với|và)\s{mine}(?! (?:hội|ủy|đoàn|giao|đề|phân))|\bcho (?:hội viên|người dân|bà con|nhân dân|đoàn viên|học sinh|các (?:bản|thôn|ấp|xã))[^.;]{{0,30}}\s{mine}|;\s{mine}\s[^\W\d_]|[,;]\s(?:người dân|bà con|cán bộ|lãnh đạo|công an|ngành [^,;]{{3,20}})\s{mine}\s[^\W\d_]|[,;]\s(?:nhờ đó\s|song\s|nhưng\s)?{mine}\s(?!giao|phân)[^\W\d_]"
    )


def asked_for(sentence: str, left: int, right: int) -> bool:
    """Whether something is asked of those above for a unit or a body, or for what is its own."""
    if _ASKED_FOR.search(sentence, 0, left) and _GRANTED.match(sentence, right):
        return True
    return _ENDS.match(sentence, right) is not None and _ASKED_OF.match(sentence[:left]) is not None


def committee_of(level: str) -> str:
    """How the committee of a level is called, as an expression."""
    word = next((kind for kind, known in PARTY.items() if known == level), "")
    return rf"{word.capitalize()} (?:ủy|uỷ)" if word else level


def beside_writer(sentence: str, left: int, right: int, level: str) -> bool:
    """Whether a sentence speaks of the writer by its level as well as of a unit by its name."""
    said = _writer_too(level)
    return bool(said.search(sentence, 0, left) or said.search(sentence, right))


def owned(sentence: str, left: int, right: int) -> bool:
    """Whether a clause tells a result of something that is the unit's."""
    m = _HEAD.search(sentence, 0, left)
    time = _TIME.match(sentence, right)
    right = time.end() if time else right
    if m is None or not (acts(sentence, right) or _CHANGES.match(sentence, right)):
        return False
    what = m["what"]
    there = _THERE.search(what) is not None and _MEASURE.match(what) is None
    return _THING.search(what) is not None and not there and _ELSEWHERE.search(what) is None
