"""The expressions of U501: who speaks, who is spoken of, and what makes another unit's name right."""

from __future__ import annotations

import re

from ...expressions import lazy
from ...gates import Gated
from ..letters import UPPER
from .profile import NAME, WORD

PARTY = {"huyện": "huyện", "thị": "thị xã", "thành": "thành phố", "quận": "quận", "tỉnh": "tỉnh"}
LEVEL = "huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu"
NO_COURT = r"(?<!án )(?<!sát )(?<!Án )(?<!Sát )"
"""``nhân dân`` in the name of a court or a procuracy speaks of no people."""
_FIELD = (
    "nội|vụ|kinh|tế|văn|hóa|hoá|xã|hội|tài|chính|kế|hoạch|giáo|dục|và|đào|tạo|tư|pháp|thanh|tra|nông|nghiệp|thôn|phát|triển|môi|trường|nguyên|lao|động|thương|binh|"
    "quản|lý|đô|thị|hạ|tầng|công|dân|tộc|khoa|học|công nghệ|thông|tin|thể|thao|truyền|thanh|hình|du|lịch|dịch|phục|hành|trị|bồi|dưỡng|y|nhà nước|phụ|nữ|liên|hiệp|cựu|chiến|chữ|thập|đỏ|"
    "người|niên|cao|tuổi|khuyến|cộng|sản|Hồ|Chí|Minh|TNCS|tổng|hợp|điện|tử|một|cửa|dự|án|đầu|xây|dựng|đất|quỹ|kiểm|lâm|thuế|thi|hành|giao"
)
ORGAN = (
    r"(?:Phòng|Văn phòng|Trung tâm|Hội|Đoàn|Đài|Hạt|Chi cục|Trạm|Ban Quản lý|[Tt]rang [Tt]hông|[Cc]ổng [Tt]hông|[Bb]ộ phận [Mm]ột)"
    rf"(?:,?\s(?:-\s)?(?i:{_FIELD})){{1,9}}"
)
"""An organ, office or medium: what it is and the words of its field."""
OWN = (
    NO_COURT
    + rf"(?:(?=Phòng|Văn phòng|Hội|Đoàn|Trang|Cổng){ORGAN}|Ban Thường vụ|Ban Chấp hành|Thường trực|Đảng bộ|Đảng ủy|Đảng uỷ|[Nn]hân dân|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|HĐND|Hội đồng nhân dân|[Tt]rên địa bàn|[Tt]oàn|"
    r"[Nn]hân dân các dân tộc|đảng viên|Mặt trận Tổ quốc(?: Việt Nam)?|Trung tâm Chính trị|Ban Chỉ huy Quân sự|[Cc]án bộ|[Xx]ây dựng|[Đđ]ưa|[Tt]ình hình|Công an|[Kk]inh tế|[Đđ]ồng bào(?: các dân tộc)?|[Tt]iểu thương|[Cc]ông nhân|[Hh]ội viên|[Đđ]oàn viên|tổ dân phố|khu phố|ấp|thôn|buôn|[Cc]ấp ủy|[Cc]ấp uỷ|[Đđ]oàn thể|[Hh]ệ thống chính trị|[Pp]hòng chuyên môn)"
)
NAMED = Gated(
    rf"\b(?P<frame>{OWN}(?:\s(?:Đảng ủy|Đảng uỷ|Đảng bộ|và [Nn]hân dân))*)\s(?:của\s)?(?P<level>{LEVEL})[ \xa0](?P<name>{NAME})"
)
COMMITTEE = Gated(rf"\b(?P<kind>Huyện|Thị|Thành|Quận|Tỉnh)\s(?:ủy|uỷ|Ủy|Uỷ)(?!\sviên)(?:[ \xa0](?P<name>{NAME}))?")
MEMBER = lazy(r"\b(?P<kind>[Hh]uyện|[Tt]hị|[Tt]hành|[Qq]uận)\s(?:ủy|uỷ|Ủy|Uỷ) viên\b")
CALLED = lazy(rf"\b(?P<level>{LEVEL})[ \xa0](?P<name>{NAME})(?!\s(?:\(?cũ|trước))")
"""A unit by level and name."""
ANY = Gated(rf"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[ủỦuU][yỷ]) ({NAME})")
LIST = lazy(rf"\b(?:xã|phường|thị trấn|huyện|thị xã):?\s({NAME}(?:(?:,|\svà|,\svà)\s{NAME})+)")
"""Names of several units after one level (``ba xã A, B và C``)."""
LEAD_IN = r"(?:(?:Trong|Năm|Đến|Tới|Nhìn|Từ|Qua|Ngay|Bên|Ngoài|Hiện|Những|Với|Thời|Nhiệm|Sáu|Chín|Quý|Kết|Giai|Sau|Đồng|Cùng)\b[^,;.:]{0,70},\s)?"
"""Time and circumstance before the subject of a sentence."""
_DOES = r"(?:có|là|đã|tiếp tục|nằm|hoàn thành|đạt|phấn đấu|tập trung|xác định|chú trọng|chỉ đạo|duy trì|triển khai|tổ chức|thực hiện|đang|luôn)"
SUBJECT = lazy(
    rf"^{LEAD_IN}(?P<unit>(?P<level>(?i:huyện|thị xã|thành phố|xã|phường|đặc khu))[ \xa0](?P<name>{NAME}))\s(?:hiện )?{_DOES}\s"
)
ACTS = lazy(rf"^{LEAD_IN}(?P<level>(?i:huyện|thị xã|quận|xã|phường|đặc khu))\s(?:hiện )?{_DOES}\s")
"""A level that stands for the writer, as the subject of a sentence."""
PROVINCE = Gated(
    rf"\b(?:Đảng bộ|[Tt]rên địa bàn|Hội đồng nhân dân|Ủy ban nhân dân|HĐND|UBND|[Tt]oàn)\stỉnh[ \xa0](?P<name>{NAME})"
)
LONE = (
    rf"\b(?!\s{WORD}|,\s(?:{LEVEL})|\s(?:hội|tắc|luận|giao|và|bạn|cũ|khác|nào|đó|ấy|kia|bên|lân cận|láng giềng|miền|vùng|ven|nghèo|thuần|mới|điểm|đảo|biên giới|loại|lỵ|đoàn|ủy|uỷ|đạt chuẩn|"
    rf"nông thôn|thông minh|đáng sống|trực thuộc|thuộc tỉnh|trên|dưới|hoặc|hay|gồm|trong tỉnh)\b|\s?-|/|\s[\"“\d(])"
)
"""After a level that stands for the writer follows no name, no other level and nothing that tells which one."""
BARE = Gated(
    rf"\b(?P<frame>[Nn]hân dân trong|đảng viên trong|[Xx]ây dựng Đảng ở|[Tt]rên địa bàn|[Tt]oàn|Đảng bộ|Đảng ủy|Đảng uỷ|{NO_COURT}Nhân dân|và [Nn]hân dân|[Cc]ác phòng, ban của|[Cc]ác phòng, ban, ngành của|[Cc]ơ quan của|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân"
    rf"|HĐND|UBND|Công an|Ban Chỉ huy [Qq]uân sự|Mặt trận Tổ quốc(?: Việt Nam)?|Trung tâm [Cc]hính trị|Liên đoàn Lao động|Trạm [Yy] tế|Ban Chỉ đạo(?: 35)?|[Kk]inh tế - xã hội|Hội (?:Nông dân|(?:Liên hiệp )?[Pp]hụ nữ|Cựu chiến binh)|[Cc]ấp ủy|[Cc]ấp uỷ)"
    rf"\s(?P<level>{LEVEL})(?:{LONE}|(?=\sgiao\b|\svà\s(?:Mặt trận|MTTQ|Đảng ủy|các đoàn thể)\b))"
)
CITY = lazy(rf"(?:[Tt]hành phố|Thành (?:ủy|uỷ))\s{WORD}")
YOUTH = Gated(rf"\b(?P<kind>Huyện|Thị|Thành|Quận) đoàn(?! viên)\b(?!\s{WORD})")
PLACED = Gated(rf"\b(?:ở|của|tại|trên địa bàn)\s(?P<level>{LEVEL})[ \xa0](?P<name>{NAME})\s*$")
ADDRESS = lazy(rf",\s(?:huyện|thị xã|thành phố|tỉnh)[ \xa0](?P<name>{NAME})")
"""A unit named with its superior, as one writes of strangers."""
_POSTS = "(?:PHÓ )?(?:BÍ THƯ|CHỦ (?:TỊCH|NHIỆM)|TRƯỞNG|CHÁNH|VIỆN TRƯỞNG|GIÁM ĐỐC|HIỆU TRƯỞNG)|THƯỜNG TRỰC|ỦY VIÊN|UỶ VIÊN|QUYỀN|TM|K/?T|T/?L|Q"
"""What stands below the name of a committee: who signs, no name of its unit, which goes on in another line only behind its level."""
SIGNED = Gated(
    rf"T/M\s+(?:BAN\s+(?:THƯỜNG VỤ|CHẤP HÀNH)\s+)?(?P<kind>HUYỆN|THỊ|THÀNH|QUẬN|ĐẢNG)\s+(?:ỦY|UỶ)(?:\s+(?P<level>XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b)?(?:(?:[ \xa0]+|(?<!ỦY)(?<!UỶ)\s+)(?!(?:{_POSTS})\b)(?P<name>[{UPPER}]+(?:[ ][{UPPER}]+){{0,3}}))?"
)
OTHERS = Gated(
    r"\bgiáp\b|giáp ranh|phối hợp|học tập|học hỏi|học (?:cách|lại)\b|kinh nghiệm (?:của|ở|tại|từ|hay|với)|tham quan|liên huyện|liên xã|\bcụm\b|điều động|chuyển đến|chuyển về|luân chuyển|biệt phái|so với(?! (?:đầu|cuối|năm|cùng kỳ|kế hoạch|chỉ tiêu|mục tiêu|nhiệm kỳ|trước|tổng|dự toán|nghị quyết))|tương đương|"
    r"kết nghĩa|giao lưu|\bthăm\b|(?:đến|tham|về) dự|dự (?:hội nghị|lễ|đại hội)|đại diện|mô hình (?:của|chi bộ|thị xã|huyện|xã)|hỗ trợ|\bbạn\b|tuyên dương|\bgiải (?:nhất|nhì|ba)|xếp thứ|ký kết|"
    r"quy chế phối hợp|\bcử\b(?! tri)|kết hợp|láng giềng|tiếp nhận(?! [\d.]+ (?:văn bản|hồ sơ|đơn|lượt|tin|kiến nghị))|gồm (?:xã|phường|huyện)|trao đổi|tặng(?! (?:bằng|giấy|cờ|danh|huân|huy|thưởng))|bắt giữ|bắt (?:\d|hai|ba|nhóm|quả tang)|khởi tố|(?-i:bàn giao)|đăng cai|chuyển hồ sơ|trú tại|thường trú|thụ lý|xét xử|đoàn công tác|làm bí thư|giữ chức|điều \d|chia sẻ|đứng thứ",
    re.IGNORECASE,
)
TOWARDS = lazy(
    r"\b(?:lên|đi|sang|đến|về|tới|từ|sau|như|cùng|với|và|tại|ở|giữa|qua|làm Bí thư|làm Chủ tịch|khác:?|của đội)\s*(?:đội của\s)?$",
    re.IGNORECASE,
)
LISTED = lazy(rf"(?:{LEVEL}|[ủỦuU][yỷ])\s{NAME},\s(?:\S+\s){{0,3}}$")
"""A list of units goes on."""
HOME = lazy(rf"\b(?:quê hương|[Nn]hân dân|truyền thống|đồng bào)[ \xa0](?P<name>{NAME})")
LISTS_ON = lazy(rf"(?:,|\svà)\s(?:[^\s,;]+\s){{0,6}}?(?:{LEVEL}|(?:Huyện|Thị|Thành|Quận)\s[ủỦuU][yỷ])\s{NAME}")
"""Another unit follows in a list."""
GIVES = lazy(r"\s(?:đã\s|cũng\s)?(?:mời|trao(?! đổi)|chuyển(?! (?:đổi|biến|dịch))|tặng|cử|sang|cảm ơn|bị)\b")
"""What another unit does towards the writer, behind its name."""
MADE_OF = Gated(
    rf"sáp nhập|hợp nhất|thành lập (?:trên cơ sở|từ|theo|năm|ngày|{LEVEL})|nhập (?:từ|phường|xã|thị trấn|ba|hai|bốn)|hợp thành|chia tách|tách (?:ra|từ)",
    re.IGNORECASE,
)
MADE = lazy(
    rf"^{LEAD_IN}(?:(?:Đảng bộ|Đảng ủy|Đảng uỷ)\s)?(?P<level>(?i:{LEVEL}))[ \xa0](?P<name>{NAME})\s(?:(?:mới|hiện nay|chính thức|vừa)\s)*(?:được\s)?(?:thành lập|hình thành|lập)\s(?=[^.;]{{0,80}}\b202[5-9]\b)[^.;]{{0,80}}?(?:trên cơ sở|\btừ (?:việc|{LEVEL}|\w+ (?:{LEVEL})))"
)
"""A sentence that says which others the unit at its head, one of today's, was made of."""
DIRECTS = lazy(
    r"(?:chỉ đạo|lãnh đạo|quan tâm|kết luận|nghị quyết|yêu cầu|chủ trương)(?: [^\W\d_]+){0,2} của (?:Ban Thường vụ |Thường trực )?$",
    re.IGNORECASE,
)
REPORTS = lazy(
    r"(?:báo cáo|gửi|nộp|(?<!chương )(?<!công )\btrình|phản ánh)[^.;]{0,40}\s(?:về|đến|lên|cho|với)\s+$", re.IGNORECASE
)
AID = lazy(
    r"\b(?:ủng hộ|quyên góp|cứu trợ|giúp(?! việc)|chi viện|viện trợ|đỡ đầu|sẻ chia|chung tay|hướng về|nhường|tiếp sức|tiếp tế|chở|vận chuyển|gửi (?:tặng|quà|hàng|tiền|gạo|[\d.,]+ (?:phần|suất|tấn|kg|triệu|bộ|thùng))|trao (?:tặng|quà|[\d.,]+)|chia sẻ|động viên|chia buồn)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""Before the name of those who were helped, not of those who helped."""
PLEDGED = Gated(
    rf"\b(?:[Nn]hư|mà|[Tt]heo)\s(?:Nghị quyết\s)?(?:Đảng bộ\s|Đại hội\s)?(?P<level>{LEVEL})[ \xa0](?P<name>{NAME})\s(?:đã\s)?(?:đề ra|xác định|đặt ra|cam kết|nêu ra|chỉ ra)"
)
"""Aims that a unit set, which only it carries out."""
JOINT = lazy(r"phối hợp|kết hợp|hỗ trợ|trao đổi|quy chế", re.IGNORECASE)
"""What organs of one unit do among themselves as well."""
BOARD = lazy(
    r"\b(?:Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính)(?: và Dân vận)?|Văn phòng|Ủy ban Kiểm tra|Uỷ ban Kiểm tra|Cơ quan (?:Tổ chức|Kiểm tra|Ủy ban Kiểm tra)[\w\s-]{0,20}|Trung tâm [Cc]hính trị|Thường trực|Ban Thường vụ|Ban Chấp hành)\s$"
)
JOINED = lazy(
    r"(?:Huyện|Thị|Thành|Quận)\s[ủỦuU][yỷ](?:,|\svà|\shoặc)\s(?:các\s)?(?:Huyện|Thị|Thành|Quận)\s[ủỦuU][yỷ]|\bcác\s(?:Huyện|Thị|Thành|Quận)\s[ủỦuU][yỷ]"
)
"""Committees one after the other, or several: of other units."""
PEOPLE = lazy(r"nhân dân|đảng viên|cán bộ|đồng bào", re.IGNORECASE)
PAST = Gated(
    rf"\bcũ\b|trước đây|trước khi (?:có (?:nghị quyết|quyết định)|sáp|hợp|nhập|sắp|chia|tách|thành lập|kết thúc|giải thể|chuyển|bàn giao|bị|lên|về|{LEVEL})|trước sắp xếp|trước năm (?:1\d{{3}}|20[01]\d|202[0-5])|trước ngày (?:0?1/0?7|30/0?6)/2025|trước tháng \d{{1,2}}/20(?:[01]\d|2[0-5])|khi đó|sáp nhập|hợp nhất|thành lập (?:trên|từ|năm|ngày|xã|phường|huyện|thị xã|thành phố|đặc khu|theo)|"
    rf"chia tách|tách (?:ra|từ|khỏi)|hợp thành|nâng lên (?:thành |{LEVEL})|tiền thân|kế thừa|nay là|đổi tên|lịch sử|năm 1\d{{3}}|\bnguyên (?!nhân|tắc|liệu|vẹn|trạng)|nâng cấp (?:từ|lên)|trở thành (?:{LEVEL}|một|đơn vị|địa phương|trung tâm)|thời kỳ (?:kháng|chống|trước|bao|\d)|giai đoạn trước|giai đoạn 19",
    re.IGNORECASE,
)
OLD_THING = lazy(r"\b(?:trụ sở|nhà|máy|xe|cầu|đường|chợ|trường|phòng|thiết bị|cách) cũ\b")
"""What is old here is no unit."""
BEFORE_REFORM = Gated(
    r"thành lập|tách|/HU\b|/TU\b|/QU\b|đầu nhiệm kỳ|kết thúc hoạt động|sáu tháng đầu năm|6 tháng đầu năm|ba xã|hai xã|bốn xã|các xã|mỗi xã|nâng cấp|thời kỳ",
    re.IGNORECASE,
)
"""What a commune tells of the districts and communes it came from."""
FORWARD = Gated(
    r"\bsẽ\b|trong năm 202[6-9]|tham mưu|kính trình|(?<!công )(?<!chương )(?<!quá )(?<!quy )(?<!lộ )(?<!hành )(?<!giáo )\btrình\b(?! độ)|tiếp tục|năm 202[6-9]|thời gian tới",
    re.IGNORECASE,
)
ASKS = lazy(
    r"^[-–+•\W\d.)]*(?:Kính )?(?:[Đđ]ề nghị|[Kk]iến nghị)(?: với)? (?:các )?(?:Ban Thường vụ |Thường trực |Ban (?:Tổ chức|Dân vận|Tuyên giáo) )?$"
)
"""Before the one that is asked for something."""
GOES_ON = lazy(r"\s(?!(?:và|cùng|với|về|ở|tại|do|cũ|bàn giao|chuyển giao|thành lập|ban hành trước)\b)[^\W\d_]")
"""After a subject: it does something."""
HABIT = Gated(
    r"định kỳ|(?:hằng|hàng|mỗi) (?:tuần|tháng|quý)|sau (?:khi )?(?:sắp xếp|hợp nhất|sáp nhập)|xã mới|phường mới|hiện (?:nay|đang)|duy trì|mô hình (?:mới|hai cấp|02 cấp|2 cấp|chính quyền)|hai cấp",
    re.IGNORECASE,
)
"""What goes on now."""
TARGET = Gated(
    r"tiêu chí|đủ điều kiện|xây dựng .{0,20}trở thành|đô thị loại|nâng cấp|lên (?:thị xã|thành phố|phường)|(?:thành lập|lập) (?:thị xã|thành phố|phường)",
    re.IGNORECASE,
)
